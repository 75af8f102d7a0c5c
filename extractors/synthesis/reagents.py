"""Starting materials told in words ("lanthanum oxide", "zirconia"), or not one by one: "the oxides were weighed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import gcd
from typing import Any

from corpus.data import data_of
from corpus.elements import CATIONS, ELEMENTS
from extractors.mentions import Material, MaterialKind
from extractors.synthesis.cues import CUES
from extractors.synthesis.patterns import PROCEDURES

_AMOUNT = r"(?:(?:mono|di|tri|tetra?|penta?|hexa)(?!hydrogen))?"
_WATER = r"(?:\s{1,3}(?:mono|di|tri|tetra|penta|hexa|hepta|octa|nona|deca)?-?hydrate)?"


@cache
def _words() -> dict[str, Any]:
    words = data_of(__file__)
    elements = {name: (symbol, ELEMENTS[symbol].oxidation_states[0]) for name, symbol in CATIONS.items()}
    cations = {name: told for name, told in elements.items() if name not in words["no_cations"]}
    return {**words, "cations": cations | words["cations"]}


@cache
def _salts() -> re.Pattern[str]:
    cations, anions = ("|".join(sorted(_words()[kind], key=len, reverse=True)) for kind in ("cations", "anions"))
    return re.compile(rf"(?<![\w-])(?P<cation>{cations})\s{{1,3}}{_AMOUNT}(?P<anion>{anions}){_WATER}(?![\w-])")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_words()['names'], key=len, reverse=True))})(?![\w-])")


def with_reagents(text: str, materials: Sequence[Material]) -> list[Material]:
    """The materials of a sentence with the starting materials that it tells in words, in text order.

    A word whose formula follows in brackets is no second one. Names of oxides that are also those of vessels and
    supports are read only beside another starting material.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return list(materials)
    taken = [(m.start, m.end) for m in materials]
    bracketed = {m.start for m in materials}
    found: list[Material] = []
    for match in _salts().finditer(lowered):
        before = lowered[: match.start()].rsplit(None, 1)
        if before and before[-1] in _words()["cations"]:
            continue  # "lithium lanthanum zirconium oxide" is the compound
        found += _reagent(text, match.span(), formula_of(match["cation"], match["anion"]), taken, bracketed)
    if found or any("precursor" in m.flags or m.kind == "formula" for m in materials):
        beside = [m.span() for m in _names().finditer(lowered)]
        for span in beside:
            formula = str(_words()["names"][lowered[slice(*span)]])
            found += _reagent(text, span, formula, [*taken, *((m.start, m.end) for m in found)], bracketed)
    return sorted([*materials, *found], key=lambda m: m.start)


def formula_of(cation: str, anion: str) -> str:
    """The neutral salt of two ions told in words.

    >>> formula_of("lanthanum", "oxide"), formula_of("ammonium", "dihydrogen phosphate")
    ('La2O3', 'NH4H2PO4')
    """
    (positive, charge), (negative, opposite) = _words()["cations"][cation], _words()["anions"][anion]
    shared = gcd(charge, opposite)
    return _times(positive, opposite // shared) + _times(negative, charge // shared)


def tells_unnamed(text: str) -> bool:
    """Whether a sentence says that starting materials were put together without naming them."""
    return bool(CUES.UNNAMED_REAGENTS.search(text))


def without_unnamed(text: str, materials: Sequence[Material]) -> list[Material]:
    """The materials without the word for the kind of the starting materials: they are not what is made."""
    told = next(CUES.UNNAMED_REAGENTS.finditer(text), None)
    start, end = told.span() if told else (0, 0)
    return [m for m in materials if not (m.subject_kind == "class" and start <= m.start < end)]


def _times(group: str, amount: int) -> str:
    if amount == 1:
        return group
    return f"({group}){amount}" if sum(c.isupper() for c in group) > 1 else f"{group}{amount}"


def _reagent(
    text: str, span: tuple[int, int], formula: str, taken: Sequence[tuple[int, int]], bracketed: set[int]
) -> list[Material]:
    """A starting material at a place, unless something is named there or its formula stands behind."""
    bracket = PROCEDURES.BRACKET.match(text, span[1])
    if any(a < span[1] and span[0] < b for a, b in taken) or (bracket and bracket.end() in bracketed):
        return []
    surface = text[slice(*span)]
    return [
        Material(*span, surface, formula, formula, kind=MaterialKind.FORMULA, electrolyte=False, flags=("precursor",))
    ]
