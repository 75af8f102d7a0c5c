"""A table turned so that its rows are samples: heads, sub-headings over rows, cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import Cell, Table


@dataclass(slots=True)
class Row:
    """One row of data and the sub-heading it stands under."""

    cells: list[Cell | None]
    title: str = ""

    def text(self, column: int) -> str:
        """Clean text of a cell; empty for a hole."""
        cell = self.cells[column] if column < len(self.cells) else None
        return cell.text.text.strip() if cell is not None else ""

    def first_cell(self) -> Cell | None:
        """The first cell that is filled."""
        return next((cell for cell in self.cells if cell is not None), None)

    def sentence(self) -> str:
        """The row as one line of evidence."""
        return " | ".join(_shown(cell) for cell in self.cells if cell is not None)


@dataclass(slots=True)
class Grid:
    """Heads and rows. ``transposed``: samples stood in columns."""

    heads: list[str]
    rows: list[Row] = field(default_factory=list)
    transposed: bool = False


def _shown(cell: Cell) -> str:
    cited = "".join(citation.surface for citation in cell.citations if citation.surface not in cell.text.text)
    return f"{cell.text.text} {cited}".strip()


_UNIT_OF_TEMPERATURE = re.compile(r"\s?(?:°\s?C|K)\b")


def _bare(cell: Cell) -> str:
    """A head's words without the marks of bold print that a converter left around them.

    A converter that joins two heads by a stop ("σ.25 °C") makes the figures look like a raised source; they are put
    back where a unit of temperature follows.
    """
    text = cell.text.text
    for citation in sorted(cell.citations, key=lambda citation: -citation.position):
        if _UNIT_OF_TEMPERATURE.match(text, citation.position):
            text = f"{text[: citation.position]} {citation.surface}{text[citation.position :]}"
    return text.replace("**", "").strip()


def _heads(rows: Sequence[Sequence[Cell | None]], columns: int) -> list[str]:
    """One text per column from all head rows; a head that spans columns counts for each of them.

    A text file cannot show a span: an empty cell beside a head counts as spanned when the next head row fills it.
    """
    levels: list[list[str]] = []
    for number, row in enumerate(rows):
        texts = [_bare(cell) if cell is not None else "" for cell in row]
        if number + 1 < len(rows):
            for column in range(1, columns):
                below = rows[number + 1][column]
                if not texts[column] and below is not None and below.text.text.strip():
                    texts[column] = texts[column - 1]
        levels.append(texts)
    return [" ".join(dict.fromkeys(level[column] for level in levels if level[column])) for column in range(columns)]


def grid_of(table: Table) -> Grid:
    """The table's heads and data rows as they stand, sub-heading rows turned into titles of the rows below."""
    rows = table.rows()
    grid = Grid(_heads(rows[: table.header_rows], table.column_count))
    title = ""
    for number in range(table.header_rows, table.row_count):
        if number in table.subheadings:
            title = next((cell.text.text.strip() for cell in rows[number] if cell is not None), "")
            continue
        grid.rows.append(Row(list(rows[number]), title))
    return grid


def spread(grid: Grid, label: int, value: int, unit: int | None) -> Grid | None:
    """A table of one property a row ("Property", "Value", "Unit") with a column for each property and unit.

    The arguments give the columns of the property's name, its value and its unit. None when nothing is named.
    """
    names = [_with_unit(row, label, unit) for row in grid.rows]
    heads = list(dict.fromkeys(name for name in names if name))
    kept = [column for column in range(len(grid.heads)) if column not in (value, unit)]
    spread_grid = Grid([*(grid.heads[column] for column in kept), *heads])
    for row, name in zip(grid.rows, names, strict=True):
        cells = [row.cells[value] if name == head else None for head in heads]
        spread_grid.rows.append(Row([*(row.cells[column] for column in kept), *cells], row.title))
    return spread_grid if heads else None


def _with_unit(row: Row, label: int, unit: int | None) -> str:
    said = row.text(unit) if unit is not None else ""
    return f"{row.text(label)} ({said})" if said and row.text(label) else row.text(label)


def melt(table: Table, value_head: str) -> Grid:
    """A table of one property whose columns are materials: one row per material and cell, with the row's first cell.

    ``value_head``: what the values are, which only the caption tells.
    """
    rows = table.rows()
    first = rows[0][0]
    grid = Grid(["Material", _bare(first) if first is not None else "", value_head], transposed=True)
    for row in rows[table.header_rows :]:
        grid.rows.extend(Row([head, row[0], cell]) for head, cell in zip(rows[0][1:], row[1:], strict=True))
    return grid


def transpose(table: Table) -> Grid:
    """The table with its first column as heads and its other columns as rows; head cells become the first cell."""
    rows = table.rows()
    heads = [row[0].text.text.strip() if row[0] is not None else "" for row in rows]
    grid = Grid(heads, transposed=True)
    for column in range(1, table.column_count):
        grid.rows.append(Row([row[column] for row in rows]))
    return grid
