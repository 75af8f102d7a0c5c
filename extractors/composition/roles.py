"""What a compound is in a battery, told from its formula: electrolyte, precursor, electrode, solvent, inert."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from extractors.composition import patterns
from extractors.composition.balance import residual_charge
from extractors.composition.formula import Formula, FormulaError, parse
from extractors.composition.ions import is_framework

Role = Literal[
    "electrolyte", "precursor", "electrode", "solvent", "salt", "polymer", "filler", "binder", "liquid", "class"
]
REDOX_SHARE = (
    0.15  # transition metal per oxygen: 0.17 in Na3V2(PO4)3 and 0.25 in LiFePO4, below 0.1 in doped electrolytes
)


@lru_cache(maxsize=10_000)
def role_of(text: str) -> Role:
    """The role a plain formula suggests; "filler" for what neither conducts nor stores the mobile ion.

    >>> role_of("Li6PS5Cl"), role_of("LiCoO2"), role_of("P2S5"), role_of("SiC"), role_of("NH4SCN")
    ('electrolyte', 'electrode', 'precursor', 'filler', 'salt')
    """
    text = patterns.CRYSTAL_WATER.sub("", text)  # crystal water changes no role
    try:
        formula = parse(text)
    except FormulaError:
        return "filler"
    if (reagent := _reagent(text)) is not None:
        return reagent
    symbols = set(formula.symbols)
    if text in patterns.GASES or ({"C", "H"} <= symbols <= patterns.ORGANIC_ELEMENTS):
        return "solvent"
    if text in patterns.ELECTRODE_FORMULAS or set(formula.symbols) <= patterns.METALS or _is_cathode(formula):
        return "electrode"
    if _is_unit(formula):
        return "filler"
    if symbols & patterns.COMMON_MOBILE or (formula.sites and formula.symbols[0] == "A"):
        return "electrolyte"
    if formula.symbols[0] in patterns.MOBILE_IONS and ("O" not in symbols or is_framework(formula.symbols)):
        return "electrolyte"
    return "filler"


def _reagent(text: str) -> Role | None:
    """What is weighed in or dissolved: a starting material, a salt of ammonium."""
    if text in patterns.PRECURSOR_FORMULAS:
        return "precursor"
    return "salt" if "NH4" in text else None


def _is_unit(formula: Formula) -> bool:
    """A coordination unit such as NaS6 or LiO4: two elements whose charges are far from balanced."""
    return len(formula.symbols) == 2 and formula.definite and abs(residual_charge(formula) or 0.0) > 1.5


def _is_cathode(formula: Formula) -> bool:
    redox = patterns.REDOX_METALS & set(formula.symbols)
    if not redox or "O" not in formula.symbols:
        return False
    if not formula.definite:
        return bool({"Co", "Ni", "Mn"} & redox) and not {"P", "Si", "La", "Zr"} & set(formula.symbols)
    elements = formula.elements()  # without those written with an amount of nought
    oxygen = elements.get("O", 0.0)
    return oxygen > 0 and sum(elements.get(metal, 0.0) for metal in redox) / oxygen >= REDOX_SHARE


def mobile_ion(symbols: tuple[str, ...]) -> str | None:
    """The ion that moves in a compound of these elements; None for an oxide without alkali metal or silver.

    An element by itself is a dopant or a metal: the aluminium of ``Al-LLZO`` does not move.

    >>> mobile_ion(("Li", "P", "S")), mobile_ion(("Mg", "B", "H")), mobile_ion(("Cu", "O")), mobile_ion(("Al",))
    ('Li+', 'Mg2+', None, None)
    """
    for symbol, ion in patterns.MOBILE_IONS.items():
        if symbol in patterns.COMMON_MOBILE and symbol in symbols:
            return ion
    leads = len(symbols) > 1 and ("O" not in symbols or is_framework(symbols))
    return patterns.MOBILE_IONS.get(symbols[0]) if leads else None
