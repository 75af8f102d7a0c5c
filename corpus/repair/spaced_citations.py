"""Superscript citations that a converter set apart by blanks: ``cells. 12,13 We``, ``batteries 1-4 .``"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.data import data_of
from corpus.patterns import Patterns
from corpus.repair.found_citations import WINDOW, Found, is_narrative, numbers_of, plausible
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.profile import Profile

_P = Patterns(Path(__file__).with_name("spaced_citation_patterns.toml"), end=END)


@cache
def words(kind: str) -> frozenset[str]:
    """Words beside numbers, ``counted``, ``goes_on`` or ``of_quantities``, from ``spaced_citations.toml``."""
    return frozenset(data_of(__file__)[kind]["words"])


def spaced(text: str, profile: Profile) -> Iterator[Found]:
    """Citations behind a stop, behind authors, before a stop that stands apart, behind formulas and words."""
    if profile.spaced_scripts:
        yield from _behind_words(text, profile)
    for pattern in (_P.BEHIND_AUTHORS, _P.BEHIND_FULL_STOP, _P.BEHIND_COMMA, _P.BEFORE_STOP, _P.BEHIND_FORMULA):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - WINDOW) : match.start()]
            if pattern is _P.BEHIND_FORMULA and not (_P.FORMULA.search(before) or _P.NAME_IN_BRACKET.search(before)):
                continue
            if pattern is _P.BEHIND_COMMA and _is_quantity(match):
                continue
            decimal = profile.spaced_scripts and pattern is _P.BEHIND_FULL_STOP and _P.DECIMAL_BEFORE.search(before)
            if _P.ABBREVIATION.search(before) or (_is_number(before) and not decimal):
                continue
            numbers = numbers_of(match.group(1))
            if plausible(numbers, profile):
                yield Found(match.start(), match.end(1), numbers, is_narrative(text, match.start()))


def _is_quantity(match: re.Match[str]) -> bool:
    """Whether a number behind a comma has a unit, or the word behind it tells that it is one of several."""
    return match[2] in words("of_quantities") and not _P.AND_A_WORD.match(match.string, match.end())


def _is_number(before: str) -> bool:
    """Whether a number, no year of "in 2019", stands right before a place."""
    return _P.NUMBER_BEFORE.search(before) is not None and _P.IN_A_YEAR.search(before) is None


def _behind_words(text: str, profile: Profile) -> Iterator[Found]:
    cell = _P.CELL_OF_NUMBER.match(text)
    matches = [cell] if cell else []
    for match in (*matches, *_P.LIST_BEHIND_WORD.finditer(text), *_P.ONE_BEHIND_WORD.finditer(text)):
        before = text[max(0, match.start() - WINDOW) : match.start()]
        behind = match.groupdict().get("word")
        if _is_counted(before) or _P.ABBREVIATION.search(before) or (behind and behind not in words("goes_on")):
            continue
        numbers = numbers_of(match[1])
        if plausible(numbers, profile):
            yield Found(match.start(1) - 1, match.end(1), numbers, is_narrative(text, match.start(1) - 1))


def _is_counted(before: str) -> bool:
    """Whether the word right before a number is one that numbers count or measure."""
    word = _P.LAST_WORD.search(before)
    return word is not None and word.group().lower() in words("counted")
