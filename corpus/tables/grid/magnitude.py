"""Which of neighbouring columns of numbers a number belongs to: the one whose numbers are of its size."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from statistics import mean, pstdev

from corpus.tables.grid.sorts import printed
from corpus.tables.grid.tokens import Word

_NUMBER = re.compile(r"[~<>≈]?\s?(\d+(?:\.\d+)?)(?:\s?\(.{1,12}\))?")
_LEAST_SPREAD = 0.15  # decades: numbers of one column are never closer
_CLEARER = 1.5  # how much nearer the other column's numbers must be, in spreads
_FEWEST = 3  # numbers of a column whose size is known


def settle_by_size(rows: Sequence[list[list[Word]]]) -> None:
    """Move numbers side by side into the empty cell beside them where they fit those columns and not their own."""
    columns = len(rows[0]) if rows else 0
    whole = [row for row in rows if all(row[1:])]
    sizes = [[size for row in whole if (size := _size(row[at])) is not None] for at in range(columns)]
    known = [len(one) >= _FEWEST for one in sizes]
    for row in rows:
        for empty in (at for at in range(columns) if known[at] and not row[at]):
            for step in (1, -1):
                moved = _misplaced(row, empty, step, sizes)
                for at in range(empty, empty + step * moved, step):
                    row[at], row[at + step] = row[at + step], []


def _misplaced(row: Sequence[Sequence[Word]], empty: int, step: int, sizes: Sequence[Sequence[float]]) -> int:
    """How many cells from beside an empty one on belong one column nearer to it."""
    gained, best = 0.0, (_CLEARER, 0)
    at = empty + step
    while 0 <= at < len(row) and len(sizes[at]) >= _FEWEST and (size := _size(row[at])) is not None:
        gained += _distance(size, sizes[at]) - _distance(size, sizes[at - step])
        best = max(best, (gained, abs(at - empty)))
        at += step
    return best[1]


def _size(cell: Sequence[Word]) -> float | None:
    """The decimal logarithm of a bare number."""
    number = _NUMBER.fullmatch(printed(" ".join(word.text for word in cell)))
    return math.log10(float(number[1])) if number is not None and float(number[1]) > 0.0 else None


def _distance(size: float, others: Sequence[float]) -> float:
    return abs(size - mean(others)) / max(pstdev(others), _LEAST_SPREAD)
