"""Values that a text gives to the variables of series: ``x = 0, 0.1 and 0.2``, ``M = Nb or Ta``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d++(?:\.\d++)?+(?! ?(?:mS|S/|S cm|eV|meV|°C|K\b|wt|mol|%|V\b|nm|Å|h\b|×))"
_ELEMENT = r"[A-Z][a-z]?(?:\^?\d?[+-])?(?![A-Za-z0-9])"
_AND = r"\s?(?:,\s?(?:and\s|or\s)?|\s(?:and|or|to|&)\s|/)\s?"
ASSIGNMENT = re.compile(
    rf"(?<![\w.])(?P<variable>[a-zδ]|[MXARB]'?|Ln|RE)\s?(?:[=≈~]|\bof\b)\s?"
    rf"(?P<list>(?>{_NUMBER}|{_ELEMENT})(?:{_AND}(?>{_NUMBER}|{_ELEMENT})(?!\s?=))*+)(?!\s?[–≤<]|\s?-\s?\d|\s?to\s\d++(?:\.\d++)?+(?!\s?(?:m?eV|m?S|×|kJ)))"
)
"""``x = 0, 0.25 and 0.5``, ``M = Nb^5+ or Ta^5+``; no range, no quantity with a unit."""

OPEN_LIST = re.compile(r"\s?,?\s?(?:(?:and|or)\s)?(?:etc|and so on|…|\.\.\.)")

ITEM = re.compile(rf"{_NUMBER}|{_ELEMENT}")


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of a text: its variable, the places of its items, and its items."""

    start: int
    end: int
    variable: str
    items: tuple[tuple[int, int, str], ...]
    is_open: bool


def assignments_in(text: str, start: int, end: int) -> Iterator[Assignment]:
    """The assignments in ``[start, end)``, in order; ranges and quantities with a unit are none."""
    for match in ASSIGNMENT.finditer(text, start, end):
        if match["variable"] == "a" and "=" not in match.group():
            continue
        items = tuple(
            (m.start(), m.end(), m.group()) for m in ITEM.finditer(text, match.start("list"), match.end("list"))
        )
        yield Assignment(match.start(), match.end(), match["variable"], items, bool(OPEN_LIST.match(text, match.end())))
