"""Columns that hold more than one quantity, each given a column of its own, and units that stand in a column beside.

``σ (mS/cm) / Ea (eV)`` over ``1.2 / 0.33``; a long table, ``Quantity | Value``, whose rows name what they give; a
column of units behind that of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.document import Cell
from corpus.mapped_text import MappedText
from corpus.patterns import Pattern
from corpus.tables.cell_types import CellType, cell_type, is_numeric
from extractors.quantities import find_unit
from extractors.tables.cues import CUES
from extractors.tables.grid import Grid, Row, is_unit
from extractors.tables.head_words import head_property

_BETWEEN = re.compile(r"\s/\s|\s?[;|]\s")
"""What stands between two quantities of a head or a cell; the stroke of a unit has no blanks around it."""


def unfolded(grid: Grid) -> Grid:
    """The grid with one quantity a column."""
    return _split(_by_quantity(_with_units(grid)))


def _with_units(grid: Grid) -> Grid:
    """The grid with the units of a column of units written behind the numbers of the column before it."""
    at = next((at for at in range(1, len(grid.heads)) if _are_units(grid, at)), None)
    if at is None:
        return grid
    rows = [Row([*row.cells[: at - 1], _joined(row, at - 1), *row.cells[at + 1 :]], row.titled) for row in grid.rows]
    return _with_columns(grid, [place for place in range(len(grid.heads)) if place != at], rows)


def _are_units(grid: Grid, column: int) -> bool:
    """Whether a column holds units, and the column before it numbers whose head has none."""
    cells = [(row.text(column - 1), text) for row in grid.rows if (text := row.text(column))]
    units = [number for number, text in cells if is_unit(text)]
    numbers = [number for number in units if is_numeric(cell_type(number))]
    return len(numbers) > 1 and 2 * len(numbers) > len(cells) and find_unit(grid.heads[column - 1]) is None


def _joined(row: Row, column: int) -> Cell | None:
    number, unit = row.cells[column : column + 2]
    if number is None or unit is None:
        return number
    return replace(number, text=MappedText.join([number.text, " ", unit.text]))


def _by_quantity(grid: Grid) -> Grid:
    """A long table with a column for each quantity that its rows name."""
    named = _column_under(grid, CUES.QUANTITY_HEAD)
    given = _column_under(grid, CUES.VALUE_HEAD)
    if named is None or given is None:
        return grid
    quantities = list(dict.fromkeys(text for row in grid.rows if (text := row.text(named))))
    if not any(head_property(quantity) for quantity in quantities):
        return grid
    kept = [at for at in range(len(grid.heads)) if at not in (named, given)]
    rows = [
        Row([*(row.cells[at] for at in kept), *_by_name(row, named, given, quantities)], row.titled)
        for row in grid.rows
    ]
    return _with_columns(grid, kept, rows, quantities)


def _column_under(grid: Grid, cue: Pattern) -> int | None:
    """The first column whose head a cue is found in."""
    return next((at for at, head in enumerate(grid.heads) if cue.search(head)), None)


def _by_name(row: Row, named: int, given: int, quantities: Sequence[str]) -> list[Cell | None]:
    """A cell for each quantity: the value that a row gives for the one it names, none for the others."""
    return [row.cells[given] if row.text(named) == quantity else None for quantity in quantities]


def _split(grid: Grid) -> Grid:
    """Columns whose heads name two properties, and whose cells hold two values so parted, as two."""
    for at, head in enumerate(grid.heads):
        parts = _BETWEEN.split(head)
        kinds = {spec.kind for part in parts if (spec := head_property(part.strip())) is not None}
        if not 1 < len(parts) == len(kinds):
            continue
        cells = [_parts(row.cells[at], len(parts)) for row in grid.rows]
        if all(cells):
            rows = [
                Row([*row.cells[:at], *own, *row.cells[at + 1 :]], row.titled)
                for row, own in zip(grid.rows, cells, strict=True)
            ]
            heads = [*grid.heads[:at], *parts, *grid.heads[at + 1 :]]
            lowest = [low or head for low, head in zip_longest(grid.lowest, grid.heads)]
            lowest[at : at + 1] = parts
            return _split(replace(grid, heads=heads, rows=rows, lowest=lowest))
    return grid


def _parts(cell: Cell | None, count: int) -> Sequence[Cell | None]:
    """The values of a cell as cells of their own, as many as told; of a dash and of no cell none; empty in doubt."""
    if cell is None or cell_type(cell.text.text) is CellType.DASH:
        return [None] * count
    ends = [(gap.start(), gap.end()) for gap in _BETWEEN.finditer(cell.text.text)]
    if len(ends) + 1 != count:
        return []
    begins, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(cell.text.text)]
    return [replace(cell, text=cell.text.slice(begin, stop)) for begin, stop in zip(begins, stops, strict=True)]


def _with_columns(grid: Grid, kept: Sequence[int], rows: list[Row], more: Sequence[str] = ()) -> Grid:
    """The grid with these of its columns, further ones behind them, and the rows given."""
    lowest = [low or head for low, head in zip_longest(grid.lowest, grid.heads)]
    return replace(
        grid, heads=[*(grid.heads[at] for at in kept), *more], rows=rows, lowest=[*(lowest[at] for at in kept), *more]
    )
