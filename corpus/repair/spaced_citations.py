"""Superscript citations that a converter set apart by blanks: ``cells. 12,13 We``, ``batteries 1-4 .``"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from corpus.alternatives import Alternatives
from corpus.repair.found_citations import WINDOW, Found, is_narrative, numbers_of, plausible
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.profile import Profile

_LIST = r"\d{1,3}(?:[ ]?[,–−-][ ]?\d{1,3})*"
_BEHIND_FULL_STOP = re.compile(
    rf"(?:(?<=[A-Za-z0-9)\]%{END}][.;:])|(?<=[A-Za-z0-9)\]{END}] \.))[ ]({_LIST})(?=[ ][A-Z(“]|$)"
)
_BEHIND_COMMA = re.compile(
    rf"(?:(?<=[A-Za-z0-9)\]%{END}][,;])|(?<=[A-Za-z0-9)\]{END}] ,))[ ]({_LIST})(?=[ ]([A-Za-z(][A-Za-z-]*))"
)
_BEHIND_AUTHORS = re.compile(rf"(?<=et al\.)[ ]({_LIST})(?=[ ][A-Za-z])")
_BEFORE_STOP = re.compile(rf"(?<=[A-Za-z0-9)\]])[ ]({_LIST})[ ](?=[,.;](?:[ ]|$))")
_BEHIND_FORMULA = re.compile(
    rf"(?<=[\d)])[ ]({_LIST})(?=[ ](?:(?:and|or|was|is|are|has|by|to|for|as|can|may)\b"
    r"|(?!times|cycles|samples|days|hours|layers)[a-z]{4})|[ ]?[,.])"
)
_FORMULA = re.compile(r"[A-Z][a-z]?[\d.]*[)\]]?[\d.]*(?:[(\[]?[A-Z][a-z]?[\d.]*[)\]]?[\d.]*)+$")
_NAME_IN_BRACKET = re.compile(r"\([A-Z]{2,}\)$")
# In a text whose scripts stand apart too: a list behind a word, "oxides 9-15 that", or one number before a word that
# cannot belong to it, "alumina 14 and", "(Roe) 15 have"; at the end of a text or cell.
_LIST_BEHIND_WORD = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Za-z]\d)|(?<=\w\))|(?<=[A-Z]{3}))[ ](\d{1,3}(?:[ ]?[,–−-][ ]?\d{1,3})+)"
    r"(?=[ ][a-z(]{2}|[ ]?[,.;)]|$)"
)
_ONE_BEHIND_WORD = re.compile(
    rf"(?:(?<=[a-z]{{3}})|(?<=[A-Za-z]\))|(?<=[A-Z]{{4}})|(?<={END}\))|(?<={END} \)))[ ](\d{{1,3}})"
    r"(?=[ ](?P<word>[a-z]+)\b(?![ ]\d)|[ ]?[.;](?:[ ]|$))"
)
_LAST_WORD = re.compile(r"(?<!\w)[A-Za-z]+$")
_DECIMAL_BEFORE = re.compile(r"[ ]\d+\.\d+[ ]?\.$")
# A cell that is one number or one formula with a citation behind it.
_CELL = Alternatives(
    rf"^[~<>]?[+−-]?\d+(?:\.\d+)?(?:[ ]?\(\d+[ ]?K\))?[ ]({_LIST})$",
    r"^(?:[α-ω][ ]?[′″]?[ ]?-)?(?:[A-Z][a-z]?[\d.]*)+(?<=\d)[\w.()+-]*[ ](\d{1,3})$",
)
_ABBREVIATION = re.compile(r"(?:\b(?:Figs?|Eqs?|[Rr]efs?|Nos?|ca|vs|Tab|Sec|cf|Vol|pp|approx))[.,;:]?$")
_IN_A_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince) (?:19|20)\d\d$")
_AND_A_WORD = re.compile(r"[ ](?:and|or)[ ][A-Za-z]")
_NUMBER_BEFORE = re.compile(r"(?:^|[\s(=~<>≤≥])(?!(?:19|20)\d\d\.$)\.?\d[\d.]*[.,;:]?$")


@cache
def words(kind: str) -> frozenset[str]:
    """Words beside numbers, ``counted``, ``goes_on`` or ``of_quantities``, from ``spaced_citations.toml``."""
    table = tomllib.loads((files("corpus.repair") / "spaced_citations.toml").read_text("utf-8"))
    return frozenset(table[kind]["words"])


def spaced(text: str, profile: Profile) -> Iterator[Found]:
    """Citations behind a stop, behind authors, before a stop that stands apart, behind formulas and words."""
    if profile.spaced_scripts:
        yield from _behind_words(text, profile)
    for pattern in (_BEHIND_AUTHORS, _BEHIND_FULL_STOP, _BEHIND_COMMA, _BEFORE_STOP, _BEHIND_FORMULA):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - WINDOW) : match.start()]
            if pattern is _BEHIND_FORMULA and not (_FORMULA.search(before) or _NAME_IN_BRACKET.search(before)):
                continue
            if pattern is _BEHIND_COMMA and _is_quantity(match):
                continue
            decimal = profile.spaced_scripts and pattern is _BEHIND_FULL_STOP and _DECIMAL_BEFORE.search(before)
            if _ABBREVIATION.search(before) or (_is_number(before) and not decimal):
                continue
            numbers = numbers_of(match.group(1))
            if plausible(numbers, profile):
                yield Found(match.start(), match.end(1), numbers, is_narrative(text, match.start()))


def _is_quantity(match: re.Match[str]) -> bool:
    """Whether a number behind a comma has a unit, or the word behind it tells that it is one of several."""
    return match[2] in words("of_quantities") and not _AND_A_WORD.match(match.string, match.end())


def _is_number(before: str) -> bool:
    """Whether a number, no year of "in 2019", stands right before a place."""
    return _NUMBER_BEFORE.search(before) is not None and _IN_A_YEAR.search(before) is None


def _behind_words(text: str, profile: Profile) -> Iterator[Found]:
    cell = _CELL.match(text)
    matches = [cell] if cell else []
    for match in (*matches, *_LIST_BEHIND_WORD.finditer(text), *_ONE_BEHIND_WORD.finditer(text)):
        before = text[max(0, match.start() - WINDOW) : match.start()]
        behind = match.groupdict().get("word")
        if _is_counted(before) or _ABBREVIATION.search(before) or (behind and behind not in words("goes_on")):
            continue
        numbers = numbers_of(match[1])
        if plausible(numbers, profile):
            yield Found(match.start(1) - 1, match.end(1), numbers, is_narrative(text, match.start(1) - 1))


def _is_counted(before: str) -> bool:
    """Whether the word right before a number is one that numbers count or measure."""
    word = _LAST_WORD.search(before)
    return word is not None and word.group().lower() in words("counted")
