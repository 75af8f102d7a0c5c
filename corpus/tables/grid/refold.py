"""Cells that go on below the middle of a printed row, put together again: "Li3.4Ge0.4 2.1 × 10-4 [3]", "Sb0.6S4"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.tables.found import is_one_formula
from corpus.tables.grid.search import continues, is_parted_unit
from corpus.tables.grid.sorts import DATA, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token

_MOST_BELOW = 3  # parts of a line that is but the rest of a cell
_FEWEST_ABOVE = 3  # parts of a printed row
_LINK = re.compile(r"https?:|www\.|doi\b", re.IGNORECASE)  # of an entry behind the table


def refolded(tokens: Sequence[Token]) -> list[Token]:
    """The parts of printed lines with those behind the cell that they go on with, where only one can be meant."""
    found: list[list[Token]] = []
    for _, group in groupby(tokens, key=lambda token: token.line):
        line = list(group)
        place = _place(found[-1], line) if found else None
        if place is None:
            found.append(line)
        else:
            found[-1][place + 1 : place + 1] = [replace(line[0], gap=Gap.SPACE), *line[1:]]
    return [token for line in found for token in line]


def _place(above: Sequence[Token], below: Sequence[Token]) -> int | None:
    """Which part of a row of data a line without data goes on with; None for its last or where several may be meant."""
    if len(above) < _FEWEST_ABOVE or len(below) > _MOST_BELOW or below[0].gap is not Gap.LINE:
        return None
    if any(_LINK.match(token.text) for token in below):
        return None
    if any(sort_of(token.text) in DATA for token in below) or not any(sort_of(token.text) in DATA for token in above):
        return None
    if continues(above[-1].text, below[0].text) and not below[0].text[0].islower():
        return None
    places = list(_places(above[:-1], below[0].text))
    return places[0] if len(places) == 1 else None


def _places(above: Sequence[Token], text: str) -> Iterator[int]:
    halves = [at for at, token in enumerate(above) if is_parted_unit(token.text, text)]
    if halves:
        yield from halves
        return
    open_ends = [at for at, token in enumerate(above) if continues(token.text, "X") and sort_of(token.text) not in DATA]
    if open_ends:
        yield from open_ends
    elif text[0].islower():
        yield from (at for at, token in enumerate(above) if sort_of(token.text) is Sort.TEXT)
    else:
        yield from (at for at, token in enumerate(above) if is_one_formula(token.text, text))
