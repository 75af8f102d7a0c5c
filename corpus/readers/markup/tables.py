"""Tables as their marks give them: HTML's, CALS' (OASIS) and TEI's, spans kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from corpus.document import Cell, Citation
from corpus.mapped_text import MappedText
from corpus.readers.markup.dialects import Dialect, local_name

Gather = Callable[[etree._Element], tuple[MappedText, tuple[Citation, ...]]]
_MOST_COLUMNS: Final = 200
_MOST_ROWS: Final = 5_000
_MOST_PLACES: Final = 100_000


@dataclass(slots=True)
class Grid:
    """The cells of a table in the order of the file."""

    cells: list[Cell] = field(default_factory=list)
    row_count: int = 0
    column_count: int = 0
    header_rows: int = 0  # 0 when the marks do not tell
    notes: list[MappedText] = field(default_factory=list)
    caption: MappedText | None = None
    caption_citations: tuple[Citation, ...] = ()


class GridReader:
    """Reads one table element; ``gather`` turns an element into text."""

    def __init__(self, dialect: Dialect, gather: Gather) -> None:
        self.dialect, self.gather = dialect, gather
        self.grid = Grid()
        self.covered: dict[tuple[int, int], bool] = {}
        self.columns: dict[str, int] = {}  # CALS names of columns
        self.all_heads: list[bool] = []  # a row: marked as head altogether

    def read(self, table: etree._Element) -> Grid:
        """The grid of a table."""
        self._parts(table, False)
        grid = self.grid
        grid.row_count = max((cell.row + cell.row_span for cell in grid.cells), default=0)
        grid.column_count = max((cell.column + cell.column_span for cell in grid.cells), default=0)
        heads = iter(self.all_heads)
        while next(heads, False):
            grid.header_rows += 1
        if grid.header_rows == grid.row_count:
            grid.header_rows = 0
        return grid

    def _parts(self, element: etree._Element, in_head: bool) -> None:
        for child in element.iterchildren(tag=etree.Element):
            name = local_name(child)
            if name in self.dialect.row:
                self._row(child, in_head or child.get("role") == "label")
            elif name in self.dialect.note:
                self.grid.notes.append(self.gather(child)[0])
            elif name in self.dialect.caption or name in self.dialect.label:
                self._caption(child)
            elif name == "colspec":
                self.columns[child.get("colname", "")] = _number(child.get("colnum"), len(self.columns) + 1) - 1
            else:
                self._parts(child, in_head or name == "thead")

    def _caption(self, element: etree._Element) -> None:
        text, citations = self.gather(element)
        before = self.grid.caption
        self.grid.caption = text if before is None else MappedText.join([before, " ", text])
        self.grid.caption_citations += citations

    def _row(self, row: etree._Element, in_head: bool) -> None:
        index = len(self.all_heads)
        column = 0
        names = set()
        for element in self._cells(row):
            name = local_name(element)
            names.add(name)
            text, citations = self.gather(element)
            if index >= _MOST_ROWS or len(self.covered) > _MOST_PLACES:
                continue
            first, width = self._place(element, index, column)
            height = max(1, min(_number(element.get("rowspan") or element.get("rows"), 1), _MOST_ROWS - index))
            height = max(height, min(_number(element.get("morerows"), 0) + 1, _MOST_ROWS - index))
            self.covered.update(
                ((index + down, first + along), True) for down in range(height) for along in range(width)
            )
            self.grid.cells.append(Cell(index, first, text, citations, height, width))
            column = first + width
        self.all_heads.append(in_head or names == {"th"})

    def _cells(self, row: etree._Element) -> Iterator[etree._Element]:
        return (child for child in row.iterchildren(tag=etree.Element) if local_name(child) in self.dialect.cell)

    def _place(self, element: etree._Element, row: int, column: int) -> tuple[int, int]:
        """Column and width of a cell: by its names of columns, else the next place that no cell above covers."""
        start, end = element.get("namest") or element.get("colname"), element.get("nameend")
        if start in self.columns:
            first = self.columns[start]
            return first, max(1, self.columns.get(end or start, first) - first + 1)
        while (row, column) in self.covered and column < _MOST_COLUMNS:
            column += 1
        width = _number(element.get("colspan") or element.get("cols"), 1)
        return column, max(1, min(width, _MOST_COLUMNS - column))


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 5 else default
