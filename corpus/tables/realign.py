"""Rows that lost or gained a cell on the way: put back by what the columns hold."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tables.cell_types import CellType, column_types, is_numeric

_FREE = (CellType.EMPTY, CellType.DASH)
_WORDS = (CellType.TEXT, CellType.FORMULA)
MISFIT = 4  # a number in a reference column or the like: no author sets a row so
ODD = 1  # unusual but possible, such as words in a column of numbers


def misfit(cell: CellType, column: CellType | None) -> int:
    """How badly a cell of one sort sits in a column that holds another (0: well)."""
    if cell in _FREE or column is None or cell == column:
        return 0
    if CellType.REFERENCE in (cell, column):
        return ODD if CellType.NUMBER in (cell, column) else MISFIT
    if CellType.SCIENTIFIC in (cell, column):
        return ODD if is_numeric(cell) and is_numeric(column) else MISFIT
    if cell in _WORDS and column in _WORDS:
        return 0 if column is CellType.TEXT else ODD
    if is_numeric(cell) != is_numeric(column):
        return MISFIT if CellType.PERCENT in (cell, column) else 2 * ODD
    return ODD


def place(kinds: Sequence[CellType], columns: Sequence[CellType | None]) -> list[int] | None:
    """Columns for the filled cells of a row, kept in order, with the least misfit; None when there is no room.

    ``kinds`` holds the filled cells only. Dynamic programme over cells and columns: a cell takes a column or not.
    """
    count, width = len(kinds), len(columns)
    if count > width:
        return None
    infinite = 10**6
    cost = [[infinite] * (width + 1) for _ in range(count + 1)]
    cost[0] = [0] * (width + 1)
    for cell in range(1, count + 1):
        for column in range(cell, width + 1):
            taken = cost[cell - 1][column - 1] + misfit(kinds[cell - 1], columns[column - 1])
            cost[cell][column] = min(cost[cell][column - 1], taken)
    chosen: list[int] = []
    column = width
    for cell in range(count, 0, -1):
        while column > cell and cost[cell][column - 1] <= cost[cell][column]:
            column -= 1
        chosen.append(column - 1)
        column -= 1
    return chosen[::-1]


def total_misfit(kinds: Sequence[CellType], columns: Sequence[CellType | None]) -> int:
    """The misfit of a row as it stands."""
    return sum(misfit(kind, column) for kind, column in zip(kinds, columns, strict=False))


def realign_rows(rows: Sequence[Sequence[CellType]], columns: int) -> list[list[int | None]]:
    """For each row of cell sorts, the index of the cell that belongs in each column (None: nothing).

    A row that fits as it stands stays; one with a grave misfit is moved when another order-keeping placement has none.
    """
    usual = column_types([row for row in rows if len(row) == columns] or rows, columns)
    result: list[list[int | None]] = []
    for row in rows:
        stands: list[int | None] = [index if index < len(row) else None for index in range(columns)]
        filled = [index for index, kind in enumerate(row) if kind is not CellType.EMPTY]
        kinds = [row[index] for index in filled]
        now = total_misfit(row, usual) + MISFIT * sum(index >= columns for index in filled)
        if now >= MISFIT:
            placed = place(kinds, usual)
            if placed is not None:
                moved: list[int | None] = [None] * columns
                for index, column in zip(filled, placed, strict=True):
                    moved[column] = index
                after = total_misfit([row[i] if i is not None else CellType.EMPTY for i in moved], usual)
                if after < now - ODD:
                    stands = moved
        result.append(stands)
    return result
