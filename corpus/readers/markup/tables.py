"""Tables as their marks give them: HTML's, CALS' (OASIS) and TEI's, spans kept."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Final

from lxml import etree

from corpus.document import Cell, Citation, Table
from corpus.mapped_text import MappedText
from corpus.readers.markup.dialects import Dialect, local_name

Gather = Callable[[etree._Element], tuple[MappedText, tuple[Citation, ...]]]
_MOST_COLUMNS: Final = 200
_MOST_ROWS: Final = 5_000
_MOST_PLACES: Final = 100_000


class TableReader:
    """Reads one table element; ``gather`` turns an element into text."""

    def __init__(self, dialect: Dialect, gather: Gather) -> None:
        self.dialect, self.gather = dialect, gather
        self.table = Table([], 0, 0, header_rows=0, shape=dialect.name)
        self.covered: dict[tuple[int, int], bool] = {}
        self.captioned = False
        self.columns: dict[str, int] = {}  # CALS names of columns
        self.all_heads: list[bool] = []  # a row: marked as head altogether

    def read(self, element: etree._Element) -> Table:
        """The table, its cells in the order of the file, without header rows when the marks do not tell them."""
        self._parts(element, False)
        table = self.table
        table.row_count = max((cell.row + cell.row_span for cell in table.cells), default=0)
        table.column_count = max((cell.column + cell.column_span for cell in table.cells), default=0)
        heads = len(list(takewhile(bool, self.all_heads)))
        table.header_rows = heads if heads != table.row_count else 0
        spans = [cell.text.raw_span(0, len(cell.text)) for cell in table.cells if cell.text.text]
        table.raw_start = min((start for start, _ in spans), default=0)
        table.raw_end = max((end for _, end in spans), default=0)
        return table

    def _parts(self, element: etree._Element, in_head: bool) -> None:
        for child in element.iterchildren(tag=etree.Element):
            name = local_name(child)
            if name in self.dialect.row:
                self._row(child, in_head or child.get("role") == "label")
            elif name in self.dialect.note:
                self.table.footnotes.append(self.gather(child)[0])
            elif name in self.dialect.caption or name in self.dialect.label:
                self._caption(child)
            elif name == "colspec":
                self.columns[child.get("colname", "")] = _number(child.get("colnum"), len(self.columns) + 1) - 1
            else:
                self._parts(child, in_head or name == "thead")

    def _caption(self, element: etree._Element) -> None:
        text, citations = self.gather(element)
        before = self.table.caption
        self.table.caption = MappedText.join([before, " ", text]) if self.captioned else text
        self.captioned = True
        self.table.caption_citations += citations

    def _row(self, row: etree._Element, in_head: bool) -> None:
        index = len(self.all_heads)
        column = 0
        names = set()
        for element in row.iterchildren(tag=etree.Element):
            name = local_name(element)
            if name not in self.dialect.cell:
                continue
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
            self.table.cells.append(Cell(index, first, text, citations, height, width))
            column = first + width
        self.all_heads.append(in_head or names == {"th"})

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
