"""A head that is printed as one line: cut into its columns, each with the sort of cell that stands below it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from corpus.tables import patterns

_WORD = re.compile(r"\S+")


class Holds(StrEnum):
    """What a column of a plain-line table holds."""

    NAME = "name"
    TEXT = "text"
    CONDUCTIVITY = "conductivity"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    NUMBER = "number"
    REFERENCE = "reference"


class HeadColumn(NamedTuple):
    """One column of a head line; offsets count characters of the line."""

    start: int
    end: int
    holds: Holds


_HOLDS = (
    (re.compile(r"\bref", re.I), Holds.REFERENCE),
    (re.compile(r"conductiv|^\W*(?:σ|s(?![a-z]))", re.I), Holds.CONDUCTIVITY),
    (re.compile(r"(?:activation|migration|hopping) |^\W*E\s?_?\{?[agA]", re.I), Holds.ENERGY),
    (re.compile(r"^(?:measur\w+ |test\w* |operating |working )?temp|^T\s?[(/]", re.I), Holds.TEMPERATURE),
    (re.compile(r"densit|^t\s?_?\{?\s?(?:Li|Na)|transference|\(%\)|\(V\)|\byear|window", re.I), Holds.NUMBER),
    (
        re.compile(
            r"synthe|prepar|sinter|process|fabric|method|structure|phase|form\b|morphol|space|route|anode|cathode", re.I
        ),
        Holds.TEXT,
    ),
    (
        re.compile(
            r"electrolyt|(?<!de)compos|material|compound|sample|system|formul|SEs?\b|matrix|polymer|salt|filler|dopant|type",
            re.I,
        ),
        Holds.NAME,
    ),
)


def holds(head: str) -> Holds:
    """What stands below a head with these words."""
    return next((kind for pattern, kind in _HOLDS if pattern.search(head)), Holds.TEXT)


def cut_head(text: str) -> list[HeadColumn]:
    """The columns of a head line; empty when it has no known head word.

    Unknown words in lower case or brackets go on with the column before; unknown words in capitals are a column.
    """
    spans: list[list[int]] = []
    matches = [match for match in patterns.HEAD_PHRASE.finditer(text) if match.group().strip()]
    if not matches:
        return []
    position = 0
    for match in [*matches, None]:
        until = match.start() if match else len(text)
        between = text[position:until]
        words = list(_WORD.finditer(between))
        if words:
            first = words[0].group()
            if spans and not first[0].isupper():
                spans[-1][1] = position + words[-1].end()
            else:
                spans.append([position + words[0].start(), position + words[-1].end()])
        if match:
            spans.append([match.start(), match.end()])
            position = match.end()
    return [HeadColumn(start, end, holds(text[start:end])) for start, end in spans]


def is_head_line(text: str) -> bool:
    """Whether a line is made of head phrases: short, and at least 60 % of it known words of heads."""
    if not 2 <= len(text.strip()) <= 160 or len(text.split()) > 16:
        return False
    known = sum(len(match.group().replace(" ", "")) for match in patterns.HEAD_PHRASE.finditer(text))
    return known >= 0.6 * len(text.replace(" ", ""))
