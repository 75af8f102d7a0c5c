"""Blocks become the raw text with its regions, tables and the place of every character."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.document import BlockKind, Box, Cell, Layout, PlacedCharacters, Table
from corpus.mapped_text import MappedText
from corpus.readers.base import Region
from corpus.readers.pdf.blocks import BlockDraft
from corpus.readers.pdf.geometry import turn_back
from corpus.readers.pdf.lines import Line, Piece
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.table_grid import CellDraft, TableDraft


def repeat_heads(tables: Sequence[Table], headless: Collection[int]) -> None:
    """Give the head of a table's first part to parts that begin with data, its caption to those with the same head.

    A part belongs to the table before it when it bears the same label, or none and stands on the next page; both must
    have the same number of columns. ``headless`` holds the identities of tables whose first row is data.
    """
    first: Table | None = None
    for table in tables:
        if first is not None and not table.label and _goes_on(first, table) and _has_same_heads(first, table):
            table.label, table.caption, table.header_rows = first.label, first.caption, first.header_rows
        elif first is not None and id(table) in headless and _goes_on(first, table):
            rows = first.header_rows
            head = [cell for cell in first.cells if cell.row < rows]
            table.cells = head + [replace(cell, row=cell.row + rows) for cell in table.cells]
            table.row_count += rows
            table.header_rows = rows
            table.subheadings = tuple(row + rows for row in table.subheadings)
            table.label = table.label or first.label
        elif id(table) not in headless:
            first = table


def _has_same_heads(first: Table, table: Table) -> bool:
    """Whether the head of a first part stands above another, the rest of a cell that a page parts below it or not."""
    rows = first.header_rows
    return rows <= table.header_rows and _heads(first, rows) == _heads(table, rows)


def _heads(table: Table, rows: int) -> list[str]:
    return [cell.text.text for cell in table.cells if cell.row < rows]


def _goes_on(first: Table, table: Table) -> bool:
    next_page = first.page is not None and table.page is not None and table.page - first.page in (1, 2)
    return table.column_count == first.column_count and (table.label == first.label if table.label else next_page)


class RawText:
    """Collects pieces and the characters between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._runs: list[PlacedCharacters] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Characters that stand on no page."""
        self._parts.append(text)
        self.length += len(text)

    def add_piece(self, piece: Piece, page: int, angle: int, displayed: tuple[float, float]) -> None:
        """A piece of page ``page`` whose boxes are in the frame of ``angle``."""
        last = self._runs[-1] if self._runs else None
        if last is None or last.page != page:
            last = PlacedCharacters(self.length, page, array("H"))
            self._runs.append(last)
        last.skip(self.length - last.raw_start - len(last))
        boxes = piece.boxes
        if angle:
            for index in range(0, len(boxes), 4):
                x0, top, x1, bottom = boxes[index : index + 4]
                last.extend(turn_back((x0, top, x1, bottom), angle, displayed))
        else:
            last.extend(boxes)
        self.add(piece.text)

    def layout(self, page_sizes: list[tuple[float, float]]) -> Layout:
        """Where the characters stand."""
        return Layout(self._runs, page_sizes)

    def finish(self) -> str:
        """The whole text."""
        return "".join(self._parts)


def assemble(blocks: list[BlockDraft], pages: Mapping[int, Page]) -> tuple[str, list[Region], Layout]:
    """The raw text, its regions in reading order and where its characters stand.

    Blocks are used up: what was written is forgotten, so that a long file is never held twice.
    """
    writer = _Writer(pages)
    blocks.reverse()
    while blocks:
        writer.write(blocks.pop())
    layout = writer.text.layout([page.displayed for page in pages.values()])
    raw = writer.text.finish()
    _set_cell_texts(raw, writer.cells)
    repeat_heads([table for table, *_ in writer.cells], writer.headless)
    return raw, writer.regions, layout


class _Waiting(NamedTuple):
    """A table's caption without a table, at a page's foot or beside a figure; the next table may be its own."""

    label: str
    span: tuple[int, int]
    page: int


class _Writer:
    def __init__(self, pages: Mapping[int, Page]) -> None:
        self.pages = pages
        self.text = RawText()
        self.regions: list[Region] = []
        self.headless: set[int] = set()  # identities of tables whose first row is data
        self.waiting: _Waiting | None = None
        self.cells: list[
            tuple[Table, list[tuple[CellDraft, int, int, Box]], tuple[int, int], list[tuple[int, int]], int]
        ] = []

    def write(self, block: BlockDraft) -> None:
        page = self.pages[block.page]
        angle = page.angle if block.angle is None else block.angle
        box = page.displayed_box(block.box, angle)
        start = self.text.length
        table = None
        if block.table is not None:
            table = self._write_table(block.table, page, angle, box)
        else:
            span = self._write_lines(block.lines, page, angle)
            if block.kind is BlockKind.CAPTION and block.label.startswith("Table"):
                self.waiting = _Waiting(block.label, span, block.page)
        end = self.text.length
        self.text.add("\n\n")
        self.regions.append(Region(start, end, block.kind, block.page, box, block.label, table, block.flow))

    def _write_lines(self, lines: Sequence[Line], page: Page, angle: int) -> tuple[int, int]:
        start = self.text.length
        for number, line in enumerate(lines):
            if number:
                self.text.add("\n")
            for place, piece in enumerate(line.pieces):
                if place:
                    self.text.add(" ")
                self.text.add_piece(piece, page.number, angle, page.displayed)
        return start, self.text.length

    def _write_table(self, draft: TableDraft, page: Page, angle: int, box: Box) -> Table:
        start = self.text.length
        caption, label = self._write_lines(draft.caption, page, angle), draft.label
        if draft.caption:
            self.text.add("\n")
        elif not label and self.waiting is not None and page.number - self.waiting.page <= 1:
            caption, label = self.waiting.span, self.waiting.label
        self.waiting = None
        placed: list[tuple[CellDraft, int, int, Box]] = []
        row = 0
        for number, cell in enumerate(draft.cells):
            if number:
                self.text.add("\n" if cell.row != row else "\t")
            row = cell.row
            low, high = self._write_lines([Line(line) for line in cell.lines], page, angle)
            placed.append((cell, low, high, page.displayed_box(cell.box, angle)))
        notes = []
        for line in draft.footnotes:
            self.text.add("\n")
            notes.append(self._write_lines([line], page, angle))
        table = Table(
            [], draft.row_count, draft.column_count, header_rows=draft.header_rows, label=label,
            subheadings=draft.subheadings, shape="pdf", raw_start=start, raw_end=self.text.length, page=page.number,
            box=box,
        )  # fmt: skip
        if draft.headless:
            self.headless.add(id(table))
        self.cells.append((table, placed, caption, notes, page.number))
        return table


def _set_cell_texts(
    raw: str,
    tables: Iterable[tuple[Table, list[tuple[CellDraft, int, int, Box]], tuple[int, int], list[tuple[int, int]], int]],
) -> None:
    """Cells, captions and footnotes as slices of the raw text."""
    for table, placed, caption, notes, page in tables:
        table.caption = MappedText.from_raw(raw, *caption)
        table.footnotes = [MappedText.from_raw(raw, *note) for note in notes]
        table.cells = [
            Cell(
                cell.row, cell.column, MappedText.from_raw(raw, start, end),
                row_span=cell.row_span, column_span=cell.column_span, page=page, box=box,
            )
            for cell, start, end, box in placed
        ]  # fmt: skip
