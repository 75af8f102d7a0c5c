"""Series formulas with their values: ``Li7-xLa3Zr2-xNbxO12`` with x = 0, 0.25, 0.5; ``Li5La3M2O12`` with M = Nb, Ta."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product

from extractors.composition.elements import ELEMENTS
from extractors.composition.families import family_of
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.composition.roles import mobile_ion
from extractors.mentions import Material

Values = dict[str, "float | str"]

REACH = 240  # characters behind a series formula in which its values are looked for
MAXIMUM_MEMBERS = 60  # of one series; more is no list of samples

_NUMBER = r"\d+(?:\.\d+)?"
_AND = r"\s?(?:,\s?(?:and\s|or\s)?|\s(?:and|or|&)\s|/)\s?"
_NUMBERS = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>[a-z])\s?=\s?(?P<list>{_NUMBER}(?:{_AND}{_NUMBER}(?![.\d]*\s?(?:mS|S\b|eV|meV|°C|K\b|wt|mol|%|V\b|nm|h\b)))*)"
    rf"(?!\s?(?:[–~-]|to\s)\s?\d)(?!\s?[≤<])"
)
_SYMBOL = r"[A-Z][a-z]?(?:\^?\d?[+\-−])?"
_SYMBOLS = re.compile(
    rf"(?<![A-Za-z0-9])(?P<name>[A-Z][a-z]{{0,2}})\s?=\s?(?P<list>{_SYMBOL}(?:{_AND}{_SYMBOL}(?![a-z]|\s?=))*)(?![a-z])"
)
_SENTENCE_END = re.compile(r"\.\s+(?=[A-Z])")


def series_values_near(text: str, material: Material) -> list[Values]:
    """The values a text gives for the free variables of a series it names, one assignment for each member.

    Looks behind the name, to the end of its sentence and at most :data:`REACH` characters far, then before it in the
    same sentence. ``0 ≤ x ≤ 1`` and ``x = 0–1`` are ranges, not lists, and give nothing.

    >>> from extractors.composition import find_materials
    >>> text = "Li6PS5X (X = Cl, Br) and Li4-xGe1-xPxS4 (x = 0.6, 0.65 and 0.8) were milled."
    >>> [series_values_near(text, m) for m in find_materials(text) if m.variables]
    [[{'X': 'Cl'}, {'X': 'Br'}], [{'x': 0.6}, {'x': 0.65}, {'x': 0.8}]]
    """
    wanted = set(material.variables)
    if not wanted:
        return []
    end = _SENTENCE_END.search(text, material.end)
    behind = text[material.end : min(end.start() if end else len(text), material.end + REACH)]
    found = _values(behind, wanted)
    if not found:
        starts = [match.end() for match in _SENTENCE_END.finditer(text, 0, material.start)]
        found = _values(text[max(starts[-1] if starts else 0, material.start - REACH) : material.start], wanted)
    if not found:
        return []
    members = [dict(zip(found, values, strict=True)) for values in product(*found.values())]
    return members if len(members) <= MAXIMUM_MEMBERS else []


def _values(text: str, wanted: set[str]) -> dict[str, list[float | str]]:
    found: dict[str, list[float | str]] = {}
    for match in _NUMBERS.finditer(text):
        if match["name"] in wanted and match["name"] not in found:
            found[match["name"]] = [float(number) for number in re.findall(_NUMBER, match["list"])]
    for match in _SYMBOLS.finditer(text):
        if match["name"] in wanted and match["name"] not in found:
            symbols = [re.sub(r"\^?\d?[+\-−]?$", "", symbol) for symbol in re.split(_AND, match["list"])]
            if all(symbol in ELEMENTS for symbol in symbols):
                found[match["name"]] = list(symbols)
    return found


def expand_series(material: Material, assignments: Iterable[Mapping[str, float | str]]) -> list[Material]:
    """The members of a series as materials of their own, at the place where the series is named.

    An assignment gives numbers for variables and elements (a charge is ignored) for sites: ``{"x": 0.2, "M": "Cr3+"}``.
    Members whose amounts would be negative are left out.

    >>> from extractors.composition import find_materials
    >>> series = find_materials("Li2+xHf1-xMxCl6 was studied.")[0]
    >>> [m.name for m in expand_series(series, [{"x": 0.2, "M": "Cr3+"}, {"x": 0.3, "M": "In3+"}])]
    ['Li2.2Hf0.8Cr0.2Cl6', 'Li2.3Hf0.7In0.3Cl6']
    """
    source = _series_formula(material)
    if source is None:
        return []
    members: list[Material] = []
    for assignment in assignments:
        try:
            compound = read_any(source).substitute(assignment)
        except FormulaError:
            continue
        text = str(compound)
        open_parts = (*compound.variables, *compound.sites)
        members.append(
            replace(
                material, name=text, formula=text, kind="series" if open_parts else "formula", variables=open_parts,
                subject_kind="class" if compound.sites else "specific", family=family_of(text) or material.family,
                mobile_ion=mobile_ion(compound.symbols), flags=(*material.flags, "member"),
            )
        )  # fmt: skip
    return members


def _series_formula(material: Material) -> str | None:
    for text in (material.formula, material.name):
        if text is None:
            continue
        try:
            compound = read_any(text)
        except FormulaError:
            continue
        if compound.variables or compound.sites:
            return text
    return None
