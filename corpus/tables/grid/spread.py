"""Cells that stand in the middle of several rows, given to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.tables.grid.raised import text_of
from corpus.tables.grid.sorts import DATA, sort_of
from corpus.tables.grid.tokens import Word

Row = list[list[Word]]


def spread(rows: Sequence[Row], titles: AbstractSet[int]) -> list[Row]:
    """The rows with each cell of names that is set in the middle of its rows given to all of them.

    A column holds such cells where its first row is empty and every cell can stand in the middle of rows that follow
    one another without a gap; ``titles`` part the rows. Other columns stay as they are.
    """
    whole = [list(row) for row in rows]
    parts: list[list[Row]] = [[]]
    for at, row in enumerate(whole):
        if at in titles:
            parts.append([])
        else:
            parts[-1].append(row)
    for part in filter(None, parts):
        for column in range(len(part[0])):
            _spread(part, column)
    return whole


def _spread(rows: Sequence[Row], column: int) -> None:
    filled = [at for at, row in enumerate(rows) if row[column]]
    if not filled or not filled[0] or any(sort_of(text_of(rows[at][column], 1.0)) in DATA for at in filled):
        return
    begin, ranges = 0, []
    for at in filled:
        ranges.append(range(begin, 2 * at - begin + 1))
        begin = ranges[-1].stop
    if begin != len(rows) or any(at not in span for at, span in zip(filled, ranges, strict=True)):
        return
    for at, span in zip(filled, ranges, strict=True):
        for row in span:
            rows[row][column] = rows[at][column]
