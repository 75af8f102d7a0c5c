"""Charge balance with common oxidation states, and the balanced formula one misprint away.

>>> residual_charge(parse("Li6PS5Cl"))
0.0
>>> next(neighbours("Li6P5SI"))
'Li6PS5I'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import prod

from corpus.elements import ELEMENTS
from extractors.composition.formula import Formula, FormulaError, parse

TOLERANCE = 0.06  # charges of a formula unit: rounding of two decimals over a dozen atoms
MAXIMUM_COMBINATIONS = 5_000
REMEMBERED = 2_000  # sets of elements

# Clusters and molecular ions whose atoms have no oxidation states of their own (charges: Greenwood & Earnshaw, ch. 6;
# Duchene et al., Energy Storage Mater. 2020, 25, 782; for B20H18, B24H23 and B36H34 the sodium salts' formulas).
CLUSTERS = {
    "B36H34": -4, "B24H23": -3, "B20H18": -2, "B12H12": -2, "B12H11": -2, "B11H14": -1, "B10H10": -2, "B3H8": -1,
    "CB11H12": -1, "CB9H10": -1, "BH4": -1, "AlH4": -1, "NH4": 1, "NH2": -1, "NH3": 0, "OH": -1, "SCN": -1, "CN": -1,
}  # fmt: skip
_CLUSTER_ELEMENTS = frozenset(frozenset(re.findall("[A-Z][a-z]?", cluster)) for cluster in CLUSTERS)
_CLUSTER = re.compile(
    rf"[(\[]?(?<![A-Za-z])({'|'.join(sorted(CLUSTERS, key=len, reverse=True))})(?![a-z\d.])[)\]]?(\d+(?:\.\d+)?)?"
    rf"|[(\[]?({'|'.join(sorted(CLUSTERS, key=len, reverse=True))})(?![a-z\d.])[)\]]?(\d+(?:\.\d+)?)?$"
)


@lru_cache(maxsize=20_000)
def residual_charge(formula: Formula) -> float | None:
    """The charge left over with the best choice of oxidation states, in elementary charges per formula unit.

    0 when balanced; None when amounts are open, or carbon or hydrogen stand outside the known clusters. A charge
    written on the formula counts.
    """
    if not formula.definite:
        return None
    try:
        elements, fixed = _elements_and_charge(formula)
    except FormulaError:
        return None
    return _left_over(elements, fixed - formula.charge)


def _left_over(elements: Mapping[str, float], fixed: float) -> float | None:
    """The charge of atoms in their best oxidation states, beside a fixed one; None for compounds of C or H alone."""
    states = _states(frozenset(elements))
    if states is None:
        return None
    totals = [0.0]
    for symbol, amount in elements.items():
        totals = [total + amount * state for total in totals for state in states[symbol]]
    totals = [fixed + total for total in totals]
    mixed = min(totals) <= TOLERANCE and max(totals) >= -TOLERANCE
    best = 0.0 if mixed and not elements.keys().isdisjoint(_MIXED_VALENT) else min(totals, key=abs)
    return 0.0 if abs(best) <= TOLERANCE else round(best, 4)


@lru_cache(maxsize=REMEMBERED)
def _states(present: frozenset[str]) -> dict[str, tuple[int, ...]] | None:
    """Oxidation states that elements can have beside each other; None for compounds of C or H without oxygen."""
    if {"C", "H"} & present and "O" not in present:
        return None
    states = {symbol: _states_beside(symbol, present) for symbol in present}
    if prod(map(len, states.values())) > MAXIMUM_COMBINATIONS:
        return {symbol: choices[:1] for symbol, choices in states.items()}
    return states


def _states_beside(symbol: str, present: frozenset[str]) -> tuple[int, ...]:
    """Oxidation states an element can have beside the others: what forms anions is positive only beside oxygen."""
    states = ELEMENTS[symbol].oxidation_states
    if symbol in _ANION_FORMERS and "O" not in present:
        return states[:1]
    if symbol == "P":
        return (5,) if {"O", "S", "Se", "Cl", "Br", "I"} & present else (-3,)
    return states


_ATOM = re.compile(r"([A-Z][a-z]?)(\d+(?:\.\d+)?)?")
_ATOMS = r"(?:[A-Z][a-z]?(?:\d+(?:\.\d+)?)?)+"
_PART = re.compile(rf"({_ATOMS})|\(({_ATOMS})\)(\d+(?:\.\d+)?)?")
_ANION_FORMERS = frozenset({"S", "Se", "N", "Cl", "I"})
_MIXED_VALENT = frozenset({"Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Nb", "Mo", "W"})
"""Transition metals, which take values between their oxidation states: Ni in LiNi0.8Co0.1Mn0.1O2."""


@lru_cache(maxsize=REMEMBERED)
def _may_hold_cluster(present: frozenset[str]) -> bool:
    return any(cluster <= present for cluster in _CLUSTER_ELEMENTS)


def _elements_and_charge(formula: Formula) -> tuple[dict[str, float], float]:
    """The atoms outside clusters, and the clusters' charge. Raises FormulaError for what is left of a strange name."""
    if formula.water is None and not _may_hold_cluster(frozenset(formula.symbols)):
        return formula.elements(), 0.0
    written = str(formula).split("^")[0].split("·")[0]
    charge = 0.0

    def take(match: re.Match[str]) -> str:
        nonlocal charge
        charge += CLUSTERS[match.group(1) or match.group(3)] * float(match.group(2) or match.group(4) or 1)
        return ""

    text, taken = _CLUSTER.subn(take, written)
    if not taken and text == str(formula):
        return formula.elements(), 0.0
    return (parse(text).elements() if text else {}), charge


def is_balanced(text: str) -> bool | None:
    """Whether a formula's charges balance; None when that cannot be told. Raises nothing."""
    try:
        residual = residual_charge(parse(text))
    except FormulaError:
        return None
    return None if residual is None else residual == 0.0


def neighbours(text: str, known: Iterable[str] = ()) -> Iterator[str]:
    """Balanced formulas one misprint away from an unbalanced one, the likeliest first; none for a balanced formula.

    A misprint is two neighbouring characters exchanged, a digit wrong, too much or missing, or a lost decimal point.
    Formulas in ``known`` (those the document names elsewhere) come first. They are offers, never replacements.
    """
    if is_balanced(text) is not False:
        return
    symbols, told = set(parse(text).symbols), set(known)
    misprints = dict.fromkeys(_misprints(text))
    for candidates in ([c for c in misprints if c in told], [c for c in misprints if c not in told]):
        odd: list[tuple[int, str]] = []
        for candidate in candidates:
            if cannot_balance(candidate) or not is_balanced(candidate) or set(parse(candidate).symbols) != symbols:
                continue
            if (oddity := _oddity(parse(candidate))) > 0:
                odd.append((oddity, candidate))
            else:
                yield candidate
        yield from (candidate for _, candidate in sorted(odd, key=lambda one: one[0]))


def cannot_balance(text: str) -> bool:
    """Whether atoms with plain amounts, some of them in brackets, are charged: told fast, without the grammar."""
    elements: dict[str, float] = {}
    end = 0
    for part in _PART.finditer(text):
        if part.start() != end:
            return False
        end = part.end()
        times = float(part[3] or 1)
        for symbol, amount in _ATOM.findall(part[1] or part[2]):
            elements[symbol] = elements.get(symbol, 0.0) + (times * float(amount) if amount else times)
    if end < len(text) or not ELEMENTS.keys() >= elements.keys() or _may_hold_cluster(frozenset(elements)):
        return False
    if 0.0 in elements.values():
        elements = {symbol: amount for symbol, amount in elements.items() if amount}
    return _left_over(elements, 0.0) not in (0.0, None)


def _oddity(formula: Formula) -> int:
    """How unusual amounts are: leading zeros and large single amounts come last."""
    amounts = [node.amount.constant for node in formula.members]
    return sum(amount > 20 or amount == 0 for amount in amounts)


def _misprints(text: str) -> Iterator[str]:
    for i in range(len(text) - 1):
        if text[i] != text[i + 1]:
            yield text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    for i, character in enumerate(text):
        if character.isdigit():
            yield from (text[:i] + digit + text[i + 1 :] for digit in "123456789" if digit != character)
            yield text[:i] + text[i + 1 :]
            if i and text[i - 1].isdigit():
                yield text[:i] + "." + text[i:]
    for i in range(1, len(text) + 1):
        if text[i - 1].isalnum() or text[i - 1] == ")":
            yield from (text[:i] + digit + text[i:] for digit in "23456789")
