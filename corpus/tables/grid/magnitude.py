"""Which of two neighbouring columns of numbers a lone number belongs to: the one whose numbers are of its size."""

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
    """Move a number into the empty cell beside it where it fits that column's numbers and not those of its own."""
    columns = len(rows[0]) if rows else 0
    whole = [row for row in rows if all(row[1:])]
    sizes = [[size for row in whole if (size := _size(row[at])) is not None] for at in range(columns)]
    for row in rows:
        for at in range(columns - 1):
            for here, there in ((at, at + 1), (at + 1, at)):
                if row[there] or not row[here] or min(len(sizes[here]), len(sizes[there])) < _FEWEST:
                    continue
                size = _size(row[here])
                if size is not None and _distance(size, sizes[here]) > _distance(size, sizes[there]) + _CLEARER:
                    row[there], row[here] = row[here], []
                    break


def _size(cell: Sequence[Word]) -> float | None:
    """The decimal logarithm of a bare number."""
    number = _NUMBER.fullmatch(printed(" ".join(word.text for word in cell)))
    return math.log10(float(number[1])) if number is not None and float(number[1]) > 0.0 else None


def _distance(size: float, others: Sequence[float]) -> float:
    return abs(size - mean(others)) / max(pstdev(others), _LEAST_SPREAD)
