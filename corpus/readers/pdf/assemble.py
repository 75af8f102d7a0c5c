"""Blocks become the raw text with its regions, tables and the place of every character."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.document import BlockKind, Box, Cell, Layout, PlacedCharacters, Table
from corpus.mapped_text import MappedText, Segment
from corpus.readers.base import Region
from corpus.readers.pdf.blocks import BlockDraft
from corpus.readers.pdf.geometry import turn_back
from corpus.readers.pdf.lines import Line, Piece
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.table_grid import TableDraft


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
        self._run = PlacedCharacters(0, 0, array("H"))  # of the page that is written
        self.length = 0

    def add(self, text: str) -> None:
        """Characters that stand on no page."""
        self._parts.append(text)
        self.length += len(text)

    def add_piece(self, piece: Piece, page: Page, angle: int) -> None:
        """A piece of a page whose boxes are in the frame of ``angle``."""
        if self._run.page != page.number:
            self._end_run()
            self._run = PlacedCharacters(self.length, page.number, array("H"))
        last = self._run
        last.skip(self.length - last.raw_start - len(last))
        boxes = piece.boxes
        if angle:
            for index in range(0, len(boxes), 4):
                x0, top, x1, bottom = boxes[index : index + 4]
                last.extend(turn_back((x0, top, x1, bottom), angle, page.displayed))
        else:
            last.extend(boxes)
        self.add(piece.text)

    def add_lines(self, lines: Sequence[Line], page: Page, angle: int) -> MappedText:
        """Lines of a page, one below the other."""
        start, first = self.length, len(self._parts)
        for number, line in enumerate(lines):
            if number:
                self.add("\n")
            for place, piece in enumerate(line.pieces):
                if place:
                    self.add(" ")
                self.add_piece(piece, page, angle)
        text = "".join(self._parts[first:])
        return MappedText(text, (Segment(0, start, self.length),) if text else ())

    def _end_run(self) -> None:
        """Keep the run as long as it is: one that grew lies behind all else, and what was free before it stays so."""
        if self._run.boxes:
            self._runs.append(replace(self._run, boxes=array("H", self._run.boxes)))

    def layout(self, page_sizes: list[tuple[float, float]]) -> Layout:
        """Where the characters stand, all of them written."""
        self._end_run()
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
    repeat_heads([region.table for region in writer.regions if region.table is not None], writer.headless)
    return writer.text.finish(), writer.regions, writer.text.layout([page.displayed for page in pages.values()])


class _Waiting(NamedTuple):
    """A table's caption without a table, at a page's foot or beside a figure; the next table may be its own."""

    label: str
    text: MappedText
    page: int


class _Writer:
    def __init__(self, pages: Mapping[int, Page]) -> None:
        self.pages = pages
        self.text = RawText()
        self.regions: list[Region] = []
        self.headless: set[int] = set()  # identities of tables whose first row is data
        self.waiting: _Waiting | None = None

    def write(self, block: BlockDraft) -> None:
        page = self.pages[block.page]
        angle = page.angle if block.angle is None else block.angle
        box = page.displayed_box(block.box, angle)
        start = self.text.length
        table = None
        if block.table is not None:
            table = self._write_table(block.table, page, angle, box)
        else:
            text = self.text.add_lines(block.lines, page, angle)
            if block.kind is BlockKind.CAPTION and block.label.startswith("Table"):
                self.waiting = _Waiting(block.label, text, block.page)
        end = self.text.length
        self.text.add("\n\n")
        self.regions.append(Region(start, end, block.kind, block.page, box, block.label, table, block.flow))

    def _write_table(self, draft: TableDraft, page: Page, angle: int, box: Box) -> Table:
        start = self.text.length
        caption, label = self.text.add_lines(draft.caption, page, angle), draft.label
        if draft.caption:
            self.text.add("\n")
        elif not label and self.waiting is not None and page.number - self.waiting.page <= 1:
            caption, label = self.waiting.text, self.waiting.label
        self.waiting = None
        cells: list[Cell] = []
        for cell in draft.cells:
            if cells:
                self.text.add("\n" if cell.row != cells[-1].row else "\t")
            text = self.text.add_lines([Line(line) for line in cell.lines], page, angle)
            cells.append(
                Cell(
                    cell.row, cell.column, text, row_span=cell.row_span, column_span=cell.column_span,
                    page=page.number, box=page.displayed_box(cell.box, angle),
                )
            )  # fmt: skip
        notes = []
        for line in draft.footnotes:
            self.text.add("\n")
            notes.append(self.text.add_lines([line], page, angle))
        table = Table(
            cells, draft.row_count, draft.column_count, header_rows=draft.header_rows, label=label, caption=caption,
            footnotes=notes, subheadings=draft.subheadings, shape="pdf", raw_start=start, raw_end=self.text.length,
            page=page.number, box=box,
        )  # fmt: skip
        if draft.headless:
            self.headless.add(id(table))
        return table
