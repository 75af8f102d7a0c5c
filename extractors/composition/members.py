"""Members of a series: the x put in behind its formula, and members that a text names by their x alone.

``Li7-xLa3Zr2-xNbxO12 (x = 0.25)`` is that member; behind a series told before, ``x = 0.25, y = 0.1`` is a name itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from extractors.composition.families import family_of
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.mentions import Material, MaterialKind, SubjectKind

SeriesBefore = Callable[[frozenset[str]], str | None]
"""Gives the formula of the last series with these variables named before a text; None when it leaves a site open."""

_ELEMENT: Final = r"(?:M|X|A|Ln|RE|Ch|Pn)\s?=\s?[A-Z][a-z]?(?![\w^+-])(?!\s?(?:[,/;]|and|or)\s?[A-Z])"
_ONE: Final = rf"(?:[xyzδ]\s?=\s?\d++(?:\.\d++)?+(?!\s?/)|{_ELEMENT})"
_TOLD: Final = re.compile(
    rf"(?<![\w.≤<≥>+\-−–*])(?<![≤<≥>=]\s){_ONE}(?:\s?(?:,|;|and|,\sand)\s?{_ONE})*+(?!(?:\s?\([A-Z][^()]{{0,15}}\))?\s?(?:[,–-]|and|to|or)\s?\d|\s?[≤<]|[\w%]|\.\d)"
)
_ASSIGNED: Final = re.compile(r"([xyzδ]|M|X|A|Ln|RE|Ch|Pn)\s?=\s?(\d++(?:\.\d++)?+|[A-Z][a-z]?)")
_BEHIND_ITS_SERIES: Final = re.compile(r"\s?[(,]?\s?(?:(?:where|with|for|at|when)\s)?")
_IN_BRACKET: Final = re.compile(r"[(\[]\s?(?:(?:at|for|when|with|where)\s)?$")


class _Told(NamedTuple):
    start: int
    end: int
    values: dict[str, str]


def _assignments(text: str) -> Iterator[_Told]:
    for match in _TOLD.finditer(text):
        values = dict(_ASSIGNED.findall(match.group()))
        if len(values) == match.group().count("="):
            yield _Told(*match.span(), values)


def with_members(text: str, materials: Sequence[Material], before: SeriesBefore) -> list[Material]:
    """The materials of a text in order, series with the values behind them put in, and members named by x alone."""
    found = list(materials)
    for told in _assignments(text):
        at = next((i for i, m in enumerate(found) if m.start >= told.start), len(found))
        last = found[at - 1] if at else None
        if last is not None and _BEHIND_ITS_SERIES.fullmatch(text, last.end, told.start):
            found[at - 1] = _member(last, told.values) or last
            continue
        if _IN_BRACKET.search(text, max(told.start - 12, 0), told.start):
            continue  # it says which sample the words before the bracket are of
        member = _named_by_values(text, told, found[:at], before)
        if member is not None:
            found.insert(at, member)
    return found


def _named_by_values(text: str, told: _Told, earlier: Sequence[Material], before: SeriesBefore) -> Material | None:
    wanted = frozenset(told.values)
    series = next((m for m in reversed(earlier) if wanted <= set(m.variables)), None)
    if series is None:
        formula = before(wanted)
        if formula is None:
            return None
        series = Material(0, 0, "", formula, formula, kind=MaterialKind.SERIES, variables=tuple(sorted(wanted)))
    member = _member(series, told.values)
    if member is None:
        return None
    surface = text[told.start : told.end]
    return replace(member, start=told.start, end=told.end, surface=surface, family=family_of(member.name), form=None)


def _member(series: Material, values: dict[str, str]) -> Material | None:
    """The member of a series with values for all of its variables; None when it has others or sites."""
    if not series.variables or set(series.variables) != set(values):
        return None
    try:
        formula = str(read_any(series.formula or series.name).substitute(values))
    except FormulaError:
        return None
    return replace(
        series,
        name=formula,
        formula=formula,
        subject_kind=SubjectKind.SPECIFIC,
        kind=MaterialKind.FORMULA,
        variables=(),
    )
