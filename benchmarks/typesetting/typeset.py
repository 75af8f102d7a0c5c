"""Typeset a document as a journal article: columns, running heads, floats, tables, ligatures, hyphenation.

``python -m benchmarks.typesetting.typeset`` makes the sample review's PDF from its text. The tests use the same to turn
texts into PDF files.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from benchmarks.typesetting.figure import FigurePlaceholder
from benchmarks.typesetting.fonts import FAMILY, register
from benchmarks.typesetting.markup import hyphenate, mark_up
from benchmarks.typesetting.tables import TypesetTable, build_table
from corpus.document import Block, BlockKind, Document

_SKIPPED = frozenset({BlockKind.RUNNING_HEAD, BlockKind.UNREADABLE})


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How pages look; lengths in points."""

    width: float = 595.0
    height: float = 792.0
    columns: int = 2
    gutter: float = 16.0
    margin: float = 48.0
    size: float = 9.5
    leading: float = 11.4
    running_head: str = "Journal of Worked Examples"
    foot: str = "https://example.org"
    ligatures: bool = True
    hyphenation: bool = True
    rules: str = "booktabs"  # how tables are ruled: "booktabs", "grid", "none"

    @property
    def column_width(self) -> float:
        """Width of one column."""
        return (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns


def _styles(style: PageStyle) -> dict[str, ParagraphStyle]:
    body = ParagraphStyle(
        "body", fontName=FAMILY, fontSize=style.size, leading=style.leading, alignment=4, firstLineIndent=style.size,
        splitLongWords=0,
    )  # fmt: skip
    if style.hyphenation:
        body.hyphenationLang, body.hyphenationMinWordLength = hyphenate, 7  # type: ignore[assignment]
    head = ParagraphStyle(
        "head",
        body,
        fontName=f"{FAMILY}-Bold",
        alignment=0,
        firstLineIndent=0,
        spaceBefore=8,
        spaceAfter=3,
        hyphenationLang="",
    )
    small = ParagraphStyle("small", body, fontSize=style.size - 1.5, leading=style.leading - 1.9, firstLineIndent=0)
    return {
        "body": body,
        "head": head,
        "title": ParagraphStyle("title", head, fontSize=17, leading=20, spaceAfter=8),
        "front": ParagraphStyle("front", small, alignment=0, spaceAfter=4, hyphenationLang=""),
        "caption": ParagraphStyle("caption", small, spaceBefore=2, spaceAfter=3),
        "note": ParagraphStyle("note", small, fontSize=style.size - 2, leading=style.leading - 2.6),
        "reference": ParagraphStyle("reference", small, leftIndent=14, firstLineIndent=-14, spaceAfter=1),
    }


class Typesetter:
    """Fills pages column by column; wide floats go to the head of the next page."""

    def __init__(self, style: PageStyle | None = None) -> None:
        register()
        self.style = style or PageStyle()
        self.styles = _styles(self.style)
        self.buffer = io.BytesIO()
        self.canvas = Canvas(
            self.buffer, pagesize=(self.style.width, self.style.height), invariant=1, pageCompression=1
        )
        self.page = 1
        self.column = 0
        self.waiting: list[Flowable] = []  # wide floats for the next page
        self.top = self.y = self._page_top
        self.bottom = self.style.margin

    # --- what is set ------------------------------------------------------------------------------------------------

    def add_block(self, block: Block) -> None:
        """Set one block of a document."""
        if block.kind in _SKIPPED:
            return
        if block.table is not None:
            self.add_table(
                build_table(block.table, self.style.column_width, self._full_width, self.styles, self.style.rules)
            )
            return
        text = mark_up(block.text.text, block.citations, ligatures=self.style.ligatures)
        if block.kind is BlockKind.TITLE:
            self.set_wide([Paragraph(text, self.styles["title"])])
        elif block.kind is BlockKind.FRONT_MATTER and self.page == 1 and self.column == 0 and self.y == self.top:
            self.set_wide([Paragraph(text, self.styles["front"])])
        elif block.kind is BlockKind.CAPTION and not block.text.text.startswith(block.label[:3]):
            self.add_flowable(Paragraph(f"{block.label}. {text}", self.styles["caption"]))
        elif block.kind is BlockKind.CAPTION and block.label.startswith(("Fig", "Scheme")):
            self.add_flowable(FigurePlaceholder(self.style.column_width, Paragraph(text, self.styles["caption"])))
        else:
            self.add_flowable(Paragraph(text, self.styles[self._style_name(block.kind)]))

    @staticmethod
    def _style_name(kind: BlockKind) -> str:
        names = {
            BlockKind.HEADING: "head", BlockKind.REFERENCE: "reference", BlockKind.CAPTION: "caption",
            BlockKind.FRONT_MATTER: "front",
        }  # fmt: skip
        return names.get(kind, "body")

    def add_table(self, table: TypesetTable) -> None:
        """Set a table in its column, or over the full width at the head of a page."""
        if table.wide and self.style.columns > 1:
            self.waiting.append(table)
        else:
            self.add_flowable(table)

    def set_wide(self, flowables: Sequence[Flowable]) -> None:
        """Set over the full width, above the columns of this page (which must be empty)."""
        for flowable in flowables:
            _, height = flowable.wrap(self._full_width, self.y - self.bottom)
            self.y -= height
            flowable.drawOn(self.canvas, self.style.margin, self.y)
            self.y -= flowable.getSpaceAfter()
        self.top = self.y

    def add_flowable(self, flowable: Flowable) -> None:
        """Set in the column, on into the next columns and pages as needed."""
        waiting = [flowable]
        while waiting:
            current = waiting.pop(0)
            before = current.getSpaceBefore() if self.y < self.top else 0.0
            room = self.y - self.bottom - before
            _, height = current.wrap(self.style.column_width, room)
            keep = 2.6 * self.style.leading if self._is_head(current) else 0.0
            if height + keep <= room:
                self.y -= before + height
                current.drawOn(self.canvas, self._left, self.y)
                self.y -= current.getSpaceAfter()
                continue
            parts = [] if keep or room < 2 * self.style.leading else current.split(self.style.column_width, room)
            if not parts and self.y == self._page_top and not self.waiting:
                raise ValueError(f"a part {height:.0f} points high fits no column")
            if parts:
                _, height = parts[0].wrap(self.style.column_width, room)
                self.y -= before + height
                parts[0].drawOn(self.canvas, self._left, self.y)
                waiting = [*parts[1:], *waiting]
            else:
                waiting.insert(0, current)
            self.next_column()

    def _is_head(self, flowable: Flowable) -> bool:
        return isinstance(flowable, Paragraph) and flowable.style.name == "head"

    # --- pages ------------------------------------------------------------------------------------------------------

    @property
    def _full_width(self) -> float:
        return self.style.width - 2 * self.style.margin

    @property
    def _page_top(self) -> float:
        return self.style.height - self.style.margin - 14

    @property
    def _left(self) -> float:
        return self.style.margin + self.column * (self.style.column_width + self.style.gutter)

    def next_column(self) -> None:
        """On to the next column or page."""
        self.column += 1
        self.y = self.top
        if self.column >= self.style.columns:
            self.next_page()

    def next_page(self) -> None:
        """Finish this page and begin another with the waiting floats at its head."""
        self._finish_page()
        self.page += 1
        self.column = 0
        self.top = self.y = self._page_top
        while self.waiting:
            table = self.waiting[0]
            _, height = table.wrap(self._full_width, self.y - self.bottom)
            if height <= self.y - self.bottom - 60 or self.y == self.top:
                if height > self.y - self.bottom:
                    first, *rest = table.split(self._full_width, self.y - self.bottom)
                    self.waiting[0:1] = [first, *rest]
                    table = first
                self.waiting.pop(0)
                self.set_wide([table])
                self.y -= 8
            else:
                break
        self.top = self.y
        if self.y - self.bottom < 5 * self.style.leading:
            self.next_page()

    def _finish_page(self) -> None:
        canvas, style = self.canvas, self.style
        canvas.setFont(f"{FAMILY}-Italic", 8)
        if self.page > 1:
            canvas.drawString(style.margin, style.height - style.margin + 4, style.running_head)
            canvas.setLineWidth(0.4)
            canvas.line(
                style.margin, style.height - style.margin, style.width - style.margin, style.height - style.margin
            )
        canvas.setFont(FAMILY, 8)
        canvas.drawString(style.margin, style.margin - 22, style.foot)
        canvas.drawRightString(style.width - style.margin, style.margin - 22, str(self.page))
        canvas.showPage()

    def finish(self) -> bytes:
        """The PDF file."""
        while self.waiting:
            self.next_page()
        self._finish_page()
        self.canvas.save()
        return self.buffer.getvalue()


def typeset(document: Document, style: PageStyle | None = None) -> bytes:
    """A document's blocks as a PDF file."""
    setter = Typesetter(style)
    setter.canvas.setTitle(document.metadata.title)
    setter.canvas.setAuthor(document.metadata.authors)
    listed = False
    for block in document.blocks:
        if block.kind is BlockKind.REFERENCE and not listed:
            setter.add_flowable(Paragraph("References", setter.styles["head"]))
            listed = True
        setter.add_block(block)
    return setter.finish()


def main() -> None:
    """Write the sample review's PDF beside its text."""
    from corpus.reader import read

    folder = Path(__file__).resolve().parents[2] / "corpus" / "sample"
    document = read(folder / "sample-review.txt")
    (folder / "sample-review.pdf").write_bytes(typeset(document))


if __name__ == "__main__":
    main()
