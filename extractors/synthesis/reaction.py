"""The balanced reaction from starting materials to a target, where their elements allow exactly one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.composition.formula import FormulaError, parse

# what leaves on heating, by the element that has to go: carbonates, hydroxides and hydrates, ammonium salts, nitrates
# (West, Solid State Chemistry and its Applications, ch. 4); oxygen may leave or be taken up from the air
_LEAVING = {"C": "CO2", "H": "H2O", "N": "NO2"}
_AMMONIUM = "NH3"
_OXYGEN = "O2"
_NAMED_ELEMENTS = {"sulfur": {"S"}, "sulphur": {"S"}, "phosphorus": {"P"}, "silicon": {"Si"}, "iodine": {"I"}}
_SYMBOL = re.compile(r"[A-Z][a-w]?")  # behind a symbol, x, y and z are amounts
_PLACEHOLDERS = {"M", "X", "A", "R", "T", "Ln", "Re", "L"}  # letters that stand for any element
_TOLERANCE = 1e-3  # of an atom: amounts in papers are rounded to two or three decimals


@dataclass(frozen=True, slots=True)
class Reaction:
    """An equation per formula unit of the target, or the reason why there is none."""

    equation: str | None
    reason: str = ""


def is_made_of(target: str, precursors: Sequence[str]) -> bool:
    """Whether every element of a target but oxygen is in one of several starting materials.

    >>> is_made_of("Li6PS5Cl", ["Li2S", "P2S5", "LiCl"]), is_made_of("Li6PS5Br", ["Li2S", "P2S5", "LiCl"])
    (True, False)
    """
    given: set[str] = set()
    for name in precursors:
        try:
            given |= set(dict(parse(name).elements()))
        except FormulaError:
            given |= _NAMED_ELEMENTS.get(name.lower(), set())
    try:
        wanted = set(dict(parse(target).elements())) - {_OXYGEN[0]}
    except FormulaError:  # a series with free amounts
        wanted = set(_SYMBOL.findall(target)) - {_OXYGEN[0]}
    return len(precursors) > 1 and bool(wanted) and wanted <= given


def leaves_nothing(target: str, precursors: Sequence[str]) -> bool:
    """Whether every element of the starting materials is in the target or can leave as a gas.

    A target with a letter for any element ("Li3MX6") takes all.

    >>> leaves_nothing("Na3YCl6", ["NaCl", "YCl3"]), leaves_nothing("Na3YCl6", ["NaCl", "YCl3", "ZrCl4"])
    (True, False)
    """
    wanted = set(_SYMBOL.findall(target)) | set(_LEAVING) | {"O"}
    return bool(wanted & _PLACEHOLDERS) or all(set(_SYMBOL.findall(name)) <= wanted for name in precursors)


def balance(precursors: Sequence[str], target: str) -> Reaction:
    """Balance ``precursors -> target`` with the gases that leave.

    >>> balance(["Li2CO3", "La2O3", "ZrO2"], "Li7La3Zr2O12").equation
    '3.5 Li2CO3 + 1.5 La2O3 + 2 ZrO2 -> Li7La3Zr2O12 + 3.5 CO2'
    """
    try:
        sources = [dict(parse(name).elements()) for name in precursors]
        wanted = dict(parse(target).elements())
    except FormulaError as error:
        return Reaction(None, f"not a formula: {error}")
    given = set().union(*sources) if sources else set()
    missing = set(wanted) - given - {"O"}
    if missing or not wanted:
        return Reaction(None, f"in no starting material: {', '.join(sorted(missing))}")
    gases = _gases(precursors, given - set(wanted))
    if gases is None:
        return Reaction(None, f"nothing carries away {', '.join(sorted(given - set(wanted) - set(_LEAVING)))}")
    return _solve(list(precursors), sources, gases, target, wanted)


def _gases(precursors: Sequence[str], surplus: set[str]) -> list[str] | None:
    """What has to leave besides oxygen; None when an element has no way out."""
    if surplus - set(_LEAVING) - {"O"}:
        return None
    ammonium = any("NH4" in name for name in precursors)
    gases = [_AMMONIUM if element == "N" and ammonium else _LEAVING[element] for element in sorted(surplus - {"O"})]
    return [*gases, "H2O"] if ammonium and "H2O" not in gases else gases


def _solve(
    names: list[str], sources: list[dict[str, float]], gases: list[str], target: str, wanted: dict[str, float]
) -> Reaction:
    columns = [*sources, *({k: -v for k, v in parse(gas).elements().items()} for gas in gases)]
    for extra in ([], [_OXYGEN]):
        all_columns = columns + [{"O": -2.0} for _ in extra]
        elements = sorted(set(wanted).union(*all_columns))
        matrix = np.array([[column.get(e, 0.0) for column in all_columns] for e in elements])
        goal = np.array([wanted.get(e, 0.0) for e in elements])
        amounts, _, rank, _ = np.linalg.lstsq(matrix, goal, rcond=None)
        if np.abs(matrix @ amounts - goal).max() > _TOLERANCE:
            continue
        if rank < len(all_columns):
            return Reaction(None, "more than one balance is possible")
        if (amounts[: len(columns)] < -_TOLERANCE).any() or (amounts[: len(names)] < _TOLERANCE).any():
            return Reaction(None, "a starting material would have to form")
        return Reaction(_write(names, [*gases, *extra], [float(a) for a in amounts], target))
    return Reaction(None, "the amounts do not add up")


def _write(names: list[str], gases: list[str], amounts: list[float], target: str) -> str:
    left = [_term(a, n) for a, n in zip(amounts, names, strict=False)]
    right = [target]
    for amount, gas in zip(amounts[len(names) :], gases, strict=True):
        if abs(amount) > _TOLERANCE:
            (right if amount > 0 else left).append(_term(abs(amount), gas))
    return f"{' + '.join(left)} -> {' + '.join(right)}"


def _term(amount: float, name: str) -> str:
    number = f"{amount:.4g}"
    return name if number == "1" else f"{number} {name}"
