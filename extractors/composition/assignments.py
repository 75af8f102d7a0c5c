"""Values that a text gives to the variables of series, with the codes it gives them: ``x = 0 (S1), 0.1 (S2)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.patterns import Pattern

_NUMBER = r"\d++(?:\.\d++)?+(?! ?(?:mS|S/|S cm|eV|meV|°C|K\b|wt|mol|%|V\b|nm|Å|h\b|×))"
_ELEMENT = r"[A-Z][a-z]?(?:\^?\d?[+-])?(?![A-Za-z0-9])"
_AND = r"\s?(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|&)\s|/)\s?"
_SPACE_GROUP = r"(?:[PFICRAB]-?\d*[mnacd][\dmnacd-]*|[PFICRAB]-\d\w*)(?![\w.])"
_CODE = rf"(?!{_SPACE_GROUP})(?=[\w.-]*[A-Z])[A-Za-z][\w.-]*\w(?:[-–]\d[\w.]*)?"
_CALLED = r"(?:(?:denoted|labell?ed|named|called|sample)\s(?:as\s)?)?"
_ITEM_CODE = rf"(?:\s?\({_CALLED}{_CODE}\))?"
ASSIGNMENT = re.compile(
    rf"(?<![\w.])(?P<variable>[a-zδ]|[MXARB]'?|Ln|RE)\s?(?:[=≈~]|\bof\b)\s?"
    rf"(?P<list>(?>{_NUMBER}|{_ELEMENT}){_ITEM_CODE}(?:{_AND}(?>{_NUMBER}|{_ELEMENT}){_ITEM_CODE}(?!\s?=))*+)(?!\s?[–≤<]|\s?-\s?\d|\s?to\s\d++(?:\.\d++)?+(?!\s?(?:m?eV|m?S|×|kJ)))"
)
"""``x = 0, 0.25 and 0.5``, ``M = Nb^5+ or Ta^5+``; no range, no quantity with a unit."""

OPEN_LIST = re.compile(r"\s?,?\s?(?:(?:and|or)\s)?(?:etc|and so on|…|\.\.\.)")

ITEM = re.compile(rf"\((?:{_CALLED}(?P<code>[^()]*))\)|(?P<item>{_NUMBER}|{_ELEMENT})")

_NAMED = r"(?:denoted|labell?ed|named|called|designated|abbreviated|referred\sto)\s(?:hereafter\s)?(?:as\s|by\s)?"
CODES_BEHIND = re.compile(
    rf"(?:\s?\({_CALLED}|(?P<named>[^.;=]{{0,60}}?\b{_NAMED}))"
    rf"(?P<codes>{_CODE}(?:{_AND}{_CODE})+)(?:,?\srespectively)?(?(named)|\))"
)
"""Behind a list the codes of all its items: ``x = 0, 0.1 and 0.2 (S1, S2 and S3)``, ``..., denoted as S1 and S2``."""

_NUMBERED = rf"(?=[\w.-]*\d){_CODE}"
CODES_BEFORE = re.compile(rf"(?P<codes>{_NUMBERED}(?:{_AND}{_NUMBERED})*+)\s(?:for|with|at|when)\s$")
"""Before a list the codes of all its items: ``S1, S2 and S3 for x = 0, 0.1 and 0.2``."""

REACH = 120
"""Characters before a list in which its codes stand."""

_ONE = rf"[xyzδ]\s?=\s?{_NUMBER}"
CODED = re.compile(rf"(?<![\w-])(?P<code>{_CODE})\s\((?:with\s)?(?P<values>{_ONE}(?:,?\s(?:and\s)?{_ONE})*+)\)")
"""Before a bracket of values the code they belong to: ``S1 (x = 0.1)``, ``S2 (x = 0.1, y = 0.2)``."""


CODED_BY_VARIABLE = Pattern(
    rf"\b{_NAMED}[\"“']?(?P<before>[A-Z][A-Za-z0-9]*?-?)_?\{{?(?P<variable>[xyz])\}}?(?P<behind>-?[A-Z][A-Za-z]*)?(?![\w{{-])"
)
"""One code for all members of a series, its variable in it: ``labelled Scx``, ``denoted as NZSP-x``."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of a text: its variable, the places of its items, its items, and their codes by item."""

    start: int
    end: int
    variable: str
    items: tuple[tuple[int, int, str], ...]
    is_open: bool
    codes: tuple[tuple[str, str], ...] = ()


def assignments_in(text: str, start: int, end: int) -> Iterator[Assignment]:
    """The assignments in ``[start, end)``, in order; ranges and quantities with a unit are none."""
    for match in ASSIGNMENT.finditer(text, start, end):
        if match["variable"] == "a" and "=" not in match.group():
            continue
        told = list(ITEM.finditer(text, match.start("list"), match.end("list")))
        items = tuple((m.start(), m.end(), m["item"]) for m in told if m["item"])
        is_open = bool(OPEN_LIST.match(text, match.end()))
        yield Assignment(*match.span(), match["variable"], items, is_open, tuple(_codes(text, match, told, end)))


def _codes(text: str, match: re.Match[str], told: list[re.Match[str]], end: int) -> Iterator[tuple[str, str]]:
    """Items with their codes: in the bracket behind each, in a list behind or before all."""
    items = [m["item"] for m in told if m["item"]]
    for first, second in pairwise(told):
        if first["item"] and second["code"]:
            yield first["item"], second["code"]
    behind = CODES_BEHIND.match(text, match.end(), end)
    before = CODES_BEFORE.search(text, max(match.start() - REACH, 0), match.start())
    for listed in (behind, before):
        codes = re.findall(_CODE, re.sub(r"\b(?:and|or)\b", ",", listed["codes"])) if listed is not None else []
        if len(codes) == len(items):
            yield from zip(items, (code.rstrip(".") for code in codes), strict=True)


def coded_in(text: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """The codes that stand before a bracket with the values of their variables: where, the code, the values."""
    for match in CODED.finditer(text):
        yield match.start(), match["code"], dict(re.findall(r"([xyzδ])\s?=\s?([\d.]+)", match["values"]))


def coded_by_variable(text: str) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """The codes that stand for a whole series: where, the variable, and what finds those of its members by number."""
    for match in CODED_BY_VARIABLE.finditer(text):
        before, behind = (re.escape(match[part] or "") for part in ("before", "behind"))
        numbered = rf"(?<![\w-])(?P<code>{before}_?\{{?(?P<number>\d(?:\.\d+)?)\}}?{behind})(?![\w{{]|\.\d)"
        yield match.start("before"), match["variable"], re.compile(numbered)
