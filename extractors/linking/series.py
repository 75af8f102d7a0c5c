"""Values told of members of a series: ``(x = 0.2, 0.81 mS cm^-1)`` behind ``Li2+xHf1-xMxCl6``, ``M = Nb or Ta``."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.composition.formula import FormulaError, parse
from extractors.composition.mixture import read_any
from extractors.linking.passage import Passage
from extractors.linking.patterns import FIRST_PHASE, SAMPLE_WITH_X, SHARE_OF_PART, VALUE_OF_X, X_BEHIND
from extractors.mentions import Material, MaterialKind, Quantity, SubjectKind

ASSIGNMENT = re.compile(r"\b([xyzδ])\s*=\s*(\d+(?:\.\d+)?)\b")
ELEMENT_BEFORE = re.compile(r"\b([A-Z][a-z]?)(?:\^?\d?[+-])?\s*\($")
CHOICE = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?[\w\s-]{0,20}?[\(,]\s*(?:where\s+|with\s+)?(?P<variable>[MXARB]'?)\s*=\s*"
    r"(?P<members>[A-Z][a-z]?(?:\^?\d*[+-])?(?:\s*(?:,|/|or|and|, or|, and)\s*[A-Z][a-z]?(?:\^?\d*[+-])?)+)"
)
"""Behind a formula with a free element: ``(M = Nb^5+ or Ta^5+)``."""

MOST_CHOICES = 3
"""A formula with more choices for its free element than this is told of as a class, not as so many samples."""


def bracket_member(passage: Passage, value: Quantity) -> tuple[Material, Passage] | None:
    """The series member whose x (and element) stand in the value's bracket, and where the series is named."""
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    opened = re.search(r"\([^()]*$", passage.text[start : value.start])
    if opened is None:
        return None
    assignments = dict(ASSIGNMENT.findall(opened.group()))
    if not assignments:
        return None
    found = _series_before(passage, start + opened.start(), set(assignments))
    if found is None:
        return None
    series, source = found
    given: dict[str, str] = dict(assignments)
    element = ELEMENT_BEFORE.search(passage.text[start : start + opened.start() + 1])
    free = sites(series)
    if free and element is not None:
        given[free[0]] = element.group(1)
    elif free:
        return None
    member = _member(series, given)
    return None if member is None else (member, source)


def numbered_member(passage: Passage, value: Quantity, number: str) -> tuple[Material, Passage] | None:
    """The member of the nearest series before the value with its only variable set to ``number``."""
    found = _series_before(passage, value.start, set())
    if found is None or len(found[0].variables) != 1 or sites(found[0]):
        return None
    member = _member(found[0], {found[0].variables[0]: number})
    return None if member is None else (member, found[1])


def members(passage: Passage, material: Material) -> list[Material]:
    """A formula with a free element and its choices (``M = Nb, Ta``) as one material each; else the material itself."""
    free = sites(material)
    if len(free) != 1 or set(material.variables) - set(free):
        return [material]
    choice = CHOICE.match(passage.text[material.end : material.end + 80])
    if choice is None or choice["variable"] != free[0]:
        return [material]
    elements = re.findall(r"[A-Z][a-z]?(?=\^|\d|\s|,|/|$|[+-])", choice["members"])
    found = [_member(material, {free[0]: element}) for element in elements]
    if len(elements) > MOST_CHOICES:
        return [replace(material, subject_kind=SubjectKind.CLASS)]
    return [m for m in found if m is not None] or [material]


def followed_member(passage: Passage, value: Quantity) -> Material | None:
    """The series member whose x stands right behind the value: ``0.9 mS cm^-1 for x = 0.2``.

    Of several series in reach the one with the element that the sentence names (``For the Ge phase``) is taken.
    """
    start, end = passage.sentences[passage.sentence_index(value.start)]
    found = X_BEHIND.match(passage.text[value.end : end])
    if found is None:
        return None
    return _reached(passage, start, value.start, found["variable"], found["number"])


def _reached(passage: Passage, start: int, end: int, variable: str, number: str) -> Material | None:
    """The member with the x told, of the nearest series before ``end`` that has no other variable."""
    phase = FIRST_PHASE.search(passage.text, start, end)
    reach = [m for m in passage.materials if m.start < end and variable in m.variables]
    named = [m for m in reach if phase is not None and re.search(rf"{phase['element']}(?![a-z])", m.name)]
    for series in reversed(named or reach):
        if len(series.variables) == 1:
            return _member(series, {variable: number})
    return None


def told_member(passage: Passage, value: Quantity) -> Material | None:
    """The member of the series told before that a sentence names by its x alone: ``the sample with x = 0.2 had v``."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    found = list(SAMPLE_WITH_X.finditer(passage.text, start, value.start))
    if not found or FIRST_PHASE.search(passage.text, start, value.start):
        return None
    if any(m.electrolyte and m.subject_kind != "class" for m in passage.materials_in(start, end)):
        return None
    last = found[-1]
    return _reached(passage, start, value.start, last["variable"] or last["named"], last["number"] or last["amount"])


def stated_member(passage: Passage, material: Material, value: Quantity) -> Material:
    """A series with the one x that the value's sentence gives for the sample (``when x = 0.2``), else as it is."""
    free = [v for v in material.variables if v not in sites(material)]
    if len(free) != 1 or sites(material):
        return material
    start, end = passage.sentences[passage.sentence_index(value.start)]
    found = {m["number"] for m in VALUE_OF_X.finditer(passage.text, start, end) if m["variable"] == free[0]}
    found = found or _shares_told(passage.text[start:end], material.name, free[0])
    member = _member(material, {free[0]: found.pop()}) if len(found) == 1 else None
    return member or material


def _shares_told(sentence: str, series: str, variable: str) -> set[str]:
    """Shares of the part with the variable as a sentence tells them: ``with 6 mol% Na4SiS4`` for (100-x)A-xNa4SiS4."""
    part = re.search(rf"(?:^|[-+]){variable}(?P<part>[A-Z][\w()]*)$", series)
    if part is None:
        return set()
    return {m["number"] for m in re.finditer(SHARE_OF_PART + re.escape(part["part"]) + r"(?![\w(])", sentence)}


def sites(material: Material) -> tuple[str, ...]:
    """Letters of a formula that stand for a choice of elements (``M``, ``X``)."""
    try:
        return parse(material.name).sites
    except FormulaError:
        return ()


def _series_before(passage: Passage, position: int, variables: set[str]) -> tuple[Material, Passage] | None:
    """The nearest series before a place with all of the variables, and the passage that names it."""
    source: Passage | None = passage
    while source is not None:
        for material in reversed(source.materials):
            if material.start < position and material.variables and variables <= set(material.variables):
                return material, source
        source = source.before
        position = len(source.text) if source is not None else 0
    return None


def _member(series: Material, given: dict[str, str]) -> Material | None:
    try:
        formula = str(read_any(series.name).substitute(given))
    except FormulaError:
        return None
    return replace(
        series,
        name=formula,
        formula=formula,
        subject_kind=SubjectKind.SPECIFIC,
        variables=(),
        kind=MaterialKind.FORMULA,
    )
