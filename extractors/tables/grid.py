"""A table turned so that its rows are samples: heads, sub-headings over rows, cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from corpus.document import Cell, Table
from corpus.tables.cell_types import is_formula
from extractors.quantities import find_unit


@dataclass(slots=True)
class Row:
    """One row of data and the sub-heading it stands under."""

    cells: list[Cell | None]
    titled: Cell | None = None

    @property
    def title(self) -> str:
        """The words of the sub-heading; empty without any."""
        return self.titled.text.text.strip() if self.titled is not None else ""

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
    """Heads and rows. ``transposed``: samples stood in columns; ``lowest``: what stands right above the cells."""

    heads: list[str]
    rows: list[Row] = field(default_factory=list)
    transposed: bool = False
    lowest: list[str] = field(default_factory=list)


def _shown(cell: Cell) -> str:
    cited = "".join(citation.surface for citation in cell.citations if citation.surface not in cell.text.text)
    return f"{cell.text.text} {cited}".strip()


_UNITS_HEAD = re.compile(r"[Uu]nits?|[Dd]imensions?")
_UNIT_OF_TEMPERATURE = re.compile(r"\s?(?:°\s?C|K)\b")
_TEN_TIMES = re.compile(r"[×x*·⋅]\s?10$")


def _bare(cell: Cell) -> str:
    """A head's words without the marks of bold print that a converter left around them.

    A converter that joins two heads by a stop ("σ.25 °C"), or raised print ("σ^25 °C", "σ·10^4"), makes figures look
    like a raised source; they are put back where a unit of temperature follows or a multiple of ten stands before.
    """
    text = cell.text.text
    for citation in sorted(cell.citations, key=lambda citation: -citation.position):
        before, behind = text[: citation.position], text[citation.position :]
        if _UNIT_OF_TEMPERATURE.match(behind) or _TEN_TIMES.search(before):
            text = f"{before} {citation.surface}{behind}"
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
    return [
        _one_head(list(dict.fromkeys(level[column] for level in levels if level[column]))) for column in range(columns)
    ]


_DEGREES_ABOVE = re.compile(r"(?:T|[Tt]emperature)\W{0,3}(?P<unit>°\s?C|K)\W?")
_FIGURE = re.compile(r"[-−–]?\d{1,3}")


def _one_head(told: Sequence[str]) -> str:
    """The levels of a head as one text; figures below "T (°C)" are temperatures."""
    levels = list(dict.fromkeys(told))
    above = _DEGREES_ABOVE.fullmatch(levels[-2]) if len(levels) > 1 else None
    if above is not None and _FIGURE.fullmatch(levels[-1]):
        levels = [*levels[:-2], f"{levels[-1]} {above['unit']}"]
    return " ".join(levels)


def grid_of(table: Table) -> Grid:
    """The table's heads and data rows as they stand, sub-heading rows turned into titles of the rows below."""
    rows = table.rows()
    first = table.header_rows
    while first < table.row_count and _are_units(rows[first]):
        first += 1
    grid = Grid(_heads(rows[:first], table.column_count))
    grid.lowest = _heads(rows[first - 1 : first], table.column_count) if first else []
    titled: Cell | None = None
    for number in range(first, table.row_count):
        if number in table.subheadings:
            titled = next((cell for cell in rows[number] if cell is not None), None)
            continue
        grid.rows.append(Row(list(rows[number]), titled))
    return _stacked(grid)


def _are_units(row: Sequence[Cell | None]) -> bool:
    """Whether a row below the heads gives their units: two or more bare units and nothing else."""
    texts = [text for cell in row if cell is not None and (text := cell.text.text.strip(" ()[]/"))]
    return len(texts) >= 2 and all(map(is_unit, texts))


def is_unit(text: str) -> bool:
    """Whether a cell is a unit and nothing else."""
    unit = find_unit(text)
    return unit is not None and unit.end - unit.start == len(text)


def _stacked(grid: Grid) -> Grid:
    """Of a table whose columns go on beside themselves, the parts one below the other.

    The heads are the same again, but for that of the first column where it holds compositions ("Oxides", "Sulfides").
    """
    columns = len(grid.heads)
    whole = [width for width in range(2, columns // 2 + 1) if columns % width == 0]
    width = next((width for width in whole if _go_on(grid, width)), None)
    if width is None or not all(grid.heads):
        return grid
    parts = [Row(row.cells[at : at + width], row.titled) for at in range(0, columns, width) for row in grid.rows]
    return Grid(grid.heads[:width], [row for row in parts if any(row.cells)])


def _go_on(grid: Grid, width: int) -> bool:
    heads = [grid.heads[at : at + width] for at in range(0, len(grid.heads), width)]
    if any(other[1:] != heads[0][1:] for other in heads[1:]):
        return False
    if all(other[0] == heads[0][0] for other in heads[1:]):
        return True
    firsts = [text for row in grid.rows for at in range(0, len(grid.heads), width) if (text := row.text(at))]
    return bool(firsts) and all(is_formula(text) for text in firsts)


@dataclass(frozen=True, slots=True)
class Groups:
    """Columns that stand below the materials of one row of heads: ``heads`` is what every group holds."""

    level: int
    heads: list[str]
    columns: list[list[int]]


def melt(table: Table, heads: Sequence[str], groups: Groups) -> Grid:
    """A table whose columns stand below materials: one row per material and row, the columns before them in each."""
    rows = table.rows()
    shared = range(groups.columns[0][0])
    own = _heads(rows[: table.header_rows], table.column_count)
    grid = Grid(["Material", *(own[column] for column in shared), *heads], transposed=True)
    for row in rows[table.header_rows :]:
        grid.rows.extend(
            Row([rows[groups.level][group[0]], *(row[c] for c in shared), *(row[c] for c in group)])
            for group in groups.columns
        )
    return grid


def groups_below(table: Table, is_wanted: Callable[[str], bool], is_kind: Callable[[str], bool]) -> Groups | None:
    """The columns below each material, when one row of heads holds materials only, but for its first columns.

    ``is_wanted`` tells a material, ``is_kind`` a head that but tells of what kind the materials below it are.
    """
    rows = table.rows()
    for level in range(min(table.header_rows, len(rows))):
        tops = [_bare(cell) if cell is not None else "" for cell in rows[level]]
        first = next((at for at, top in enumerate(tops) if is_wanted(top)), 0)
        groups = [list(group) for _, group in groupby(range(first, len(tops)), key=lambda at: tops[at])]
        if not first or len(groups) < 2 or not all(is_wanted(tops[group[0]]) for group in groups):
            continue
        others = _heads([*rows[:level], *rows[level + 1 : table.header_rows]], table.column_count)
        held = {tuple("" if is_kind(others[at]) else others[at] for at in group) for group in groups}
        return Groups(level, list(held.pop()), groups) if len(held) == 1 else None
    return None


def transpose(table: Table) -> Grid:
    """The table with its first column as heads and its other columns as rows; head cells become the first cell.

    A second column that holds nothing but the units of the properties goes into the heads.
    """
    rows = table.rows()
    heads = [row[0].text.text.strip() if row[0] is not None else "" for row in rows]
    units = [row[1].text.text.strip(" ()[]") if len(row) > 1 and row[1] is not None else "" for row in rows]
    apart = _UNITS_HEAD.fullmatch(units[0]) is not None if units else False
    if apart:
        heads = [
            heads[0],
            *(f"{head} ({unit})" if unit else head for head, unit in zip(heads[1:], units[1:], strict=True)),
        ]
    grid = Grid(heads, transposed=True)
    for column in range(2 if apart else 1, table.column_count):
        grid.rows.append(Row([row[column] for row in rows]))
    return grid
