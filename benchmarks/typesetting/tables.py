"""Tables of a document as an article prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import Table as Grid

from benchmarks.typesetting.markup import mark_up
from corpus.document import Cell, Table

_PADDING = 4.0
_WIDEST_CELL = 150.0  # points before a cell's text is wrapped
_NARROWEST = 24.0


class TypesetTable(Flowable):
    """Caption, grid and notes; ``wide`` when it needs the full width of the page."""

    def __init__(
        self, caption: Sequence[Paragraph], grid: Flowable, notes: Sequence[Paragraph], width: float, wide: bool
    ) -> None:
        super().__init__()
        self.caption, self.grid, self.notes = list(caption), grid, list(notes)
        self.full, self.wide = width, wide
        self.heights: list[float] = []
        self.spaceBefore = self.spaceAfter = 6.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Width and height."""
        parts: list[Flowable] = [*self.caption, self.grid, *self.notes]
        self.heights = [part.wrap(self.full, available_height)[1] for part in parts]
        return self.full, sum(self.heights)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Two tables, the second with the head repeated; nothing when too little fits."""
        self.wrap(available_width, available_height)
        above = sum(self.heights[: len(self.caption)])
        parts = self.grid.split(self.full, available_height - above)
        if len(parts) != 2:
            return []
        label = self.caption[0].text.split(".")[0] if self.caption else ""
        again = [Paragraph(f"{label} (continued).", self.caption[0].style)] if self.caption else []
        return [
            TypesetTable(self.caption, parts[0], [], self.full, self.wide),
            TypesetTable(again, parts[1], self.notes, self.full, self.wide),
        ]

    def draw(self) -> None:
        """Draw at the origin."""
        y = sum(self.heights)
        for part, height in zip([*self.caption, self.grid, *self.notes], self.heights, strict=True):
            y -= height
            part.drawOn(self.canv, 0, y)


def _natural_width(cell: Cell, style: ParagraphStyle) -> float:
    return min(stringWidth(cell.text.text, style.fontName, style.fontSize) + 2 * _PADDING + 2, _WIDEST_CELL)


def build_table(
    table: Table, column_width: float, full_width: float, styles: Mapping[str, ParagraphStyle], rules: str
) -> TypesetTable:
    """A document's table set in a column when it fits there, else over the full width."""
    cell_style = ParagraphStyle("cell", styles["note"], alignment=0, firstLineIndent=0)
    head_style = ParagraphStyle("headcell", cell_style, fontName=f"{cell_style.fontName}-Bold")
    widths = [_NARROWEST] * table.column_count
    for cell in table.cells:
        if cell.column_span == 1:
            widths[cell.column] = max(widths[cell.column], _natural_width(cell, cell_style))
    wide = sum(widths) > column_width
    width = full_width if wide else column_width
    widths = [value * width / sum(widths) for value in widths]
    grid: list[list[Paragraph | str]] = [[""] * table.column_count for _ in range(table.row_count)]
    commands: list[Any] = []
    for cell in table.cells:
        style = head_style if cell.row < table.header_rows else cell_style
        grid[cell.row][cell.column] = Paragraph(mark_up(cell.text.text, cell.citations), style)
        if cell.row_span > 1 or cell.column_span > 1:
            low = (cell.column, cell.row)
            commands.append(("SPAN", low, (low[0] + cell.column_span - 1, low[1] + cell.row_span - 1)))
    commands += _ruling(rules, table.header_rows)
    made = Grid(grid, colWidths=widths, repeatRows=table.header_rows)
    made.setStyle(commands)
    caption_text = table.caption.text or table.label
    caption = [Paragraph(mark_up(caption_text, table.caption_citations), styles["caption"])] if caption_text else []
    notes = [Paragraph(mark_up(note.text), styles["note"]) for note in table.footnotes]
    return TypesetTable(caption, made, notes, width, wide)


def _ruling(rules: str, header_rows: int) -> list[Any]:
    padding: list[Any] = [
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING), ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]  # fmt: skip
    if rules == "grid":
        return [*padding, ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    if rules == "booktabs":
        return [
            *padding,
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, "black"),
            ("LINEBELOW", (0, max(header_rows - 1, 0)), (-1, max(header_rows - 1, 0)), 0.5, "black"),
            ("LINEBELOW", (0, -1), (-1, -1), 0.9, "black"),
        ]
    return padding
