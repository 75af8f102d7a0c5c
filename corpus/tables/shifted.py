"""Rows that lost or gained a cell on the way: put back where the sorts of their cells fit the columns' profiles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.tables.grid.profiles import SORTS, profiles_of
from corpus.tables.grid.sorts import Sort

_GAIN = 4.0  # log likelihood that another place of a row's cells must gain
_BEYOND = -6.0  # of a cell behind the last column


def put_back(rows: Sequence[Sequence[Sort]], columns: int) -> list[list[int | None]]:
    """For each row of cell sorts, the index of the cell that belongs in each column (None: nothing).

    A row stays as it stands unless its cells, in the same order, fit other columns much better.
    """
    seen = np.zeros((len(rows), columns, SORTS))
    for number, row in enumerate(rows):
        if len(row) == columns:
            seen[number, range(columns), list(row)] = [sort is not Sort.EMPTY for sort in row]
    of_others = profiles_of(seen.sum(axis=0) - seen).tolist()
    return [_placed(row, profiles) for row, profiles in zip(rows, of_others, strict=True)]


def _placed(row: Sequence[Sort], profiles: Sequence[Sequence[float]]) -> list[int | None]:
    columns = len(profiles)
    filled = [index for index, sort in enumerate(row) if sort is not Sort.EMPTY]
    stands: list[int | None] = [index if index in filled else None for index in range(columns)]
    now = sum(profiles[index][row[index]] if index < columns else _BEYOND for index in filled)
    if len(filled) > columns:
        return stands
    # For each number of cells placed in the columns so far, the best score and the cells' places.
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for column in range(columns):
        taken = [
            (score + profiles[column][row[filled[count]]], (*places, column))
            for count, (score, places) in enumerate(best)
            if count < len(filled)
        ]
        left = [*best, (-np.inf, ())]
        best = [best[0], *(max(pair) for pair in zip(taken, left[1:], strict=False))]
    score, places = best[len(filled)]
    if score < now + _GAIN:
        return stands
    moved: list[int | None] = [None] * columns
    for index, column in zip(filled, places, strict=True):
        moved[column] = index
    return moved
