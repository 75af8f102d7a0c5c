"""A page as a picture with what was read on it: blocks and their order, tables, places of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageDraw

from corpus.document import BlockKind, Box, Document
from corpus.readers.pdf.geometry import around

_COLOURS = {
    BlockKind.TITLE: "#7b1fa2",
    BlockKind.HEADING: "#7b1fa2",
    BlockKind.PARAGRAPH: "#1565c0",
    BlockKind.CAPTION: "#2e7d32",
    BlockKind.TABLE: "#ef6c00",
    BlockKind.REFERENCE: "#00838f",
    BlockKind.GLOSSARY: "#00838f",
    BlockKind.FRONT_MATTER: "#6d4c41",
    BlockKind.BACK_MATTER: "#6d4c41",
    BlockKind.RUNNING_HEAD: "#9e9e9e",
    BlockKind.UNREADABLE: "#bdbdbd",
}
_CELL = "#ffb74d"
_RECORD = "#d50000"
_UP, _DOWN = 30.0, 40.0  # points by which text jumps when it goes on elsewhere


def draw_page(
    path: Path,
    page: int,
    document: Document,
    records: Iterable[tuple[int, int]] = (),
    out_png: Path | None = None,
    *,
    scale: float = 2.0,
    password: str | None = None,
) -> Image.Image:
    """Draw page ``page`` (from 1) of the PDF at ``path`` as ``document`` has it, and save it when ``out_png`` is given.

    ``records`` are raw spans (start, end) of the values found; those on this page get a red box. Blocks carry their
    number in reading order and their kind. Raises ValueError when the file has no such page or the document no layout.
    """
    if document.layout is None:
        raise ValueError(f"{path.name} has no pages to draw")
    picture = _render(path, page, scale, password)
    canvas = ImageDraw.Draw(picture)
    for number, (kind, box) in enumerate(_parts(document, page), start=1):
        _frame(canvas, box, _COLOURS[kind], scale, 2)
        canvas.text((box[0] * scale + 2, box[1] * scale - 11), f"{number} {kind.value}", fill=_COLOURS[kind])
    for table in document.tables():
        for cell in table.cells:
            if cell.page == page and cell.box is not None:
                _frame(canvas, cell.box, _CELL, scale, 1)
    for start, end in records:
        place = document.layout.place(start, end)
        if place is not None and place[0] == page:
            _frame(canvas, place[1], _RECORD, scale, 3)
    if out_png is not None:
        picture.save(out_png)
    return picture


def page_with_boxes(path: Path, page: int, boxes: Sequence[Box], marked: Box | None, scale: float = 2.0) -> Image.Image:
    """Page ``page`` (from 1) of a PDF with thin frames around ``boxes`` and a thick one around ``marked``.

    Raises ValueError when there is no such page, pypdfium2.PdfiumError when the file cannot be opened.
    """
    picture = _render(path, page, scale, None)
    canvas = ImageDraw.Draw(picture)
    for box in boxes:
        _frame(canvas, box, _CELL, scale, 2)
    if marked is not None:
        _frame(canvas, marked, _RECORD, scale, 4)
    return picture


def _render(path: Path, page: int, scale: float, password: str | None) -> Image.Image:
    document = pdfium.PdfDocument(path, password=password)
    try:
        if not 1 <= page <= len(document):
            raise ValueError(f"{path.name} has {len(document)} pages, not a page {page}")
        handle: Any = document[page - 1]
        picture: Image.Image = handle.render(scale=scale).to_pil().convert("RGB")
        handle.close()
        return picture
    finally:
        document.close()


def _parts(document: Document, page: int) -> list[tuple[BlockKind, Box]]:
    """Kind and box of every block's part on a page, in reading order."""
    assert document.layout is not None
    parts: list[tuple[BlockKind, Box]] = []
    for block in document.blocks:
        if block.table is not None:
            if block.table.page == page and block.table.box is not None:
                parts.append((block.kind, block.table.box))
            continue
        characters = [
            box
            for segment in block.text.segments
            for box in document.layout.characters(segment.raw_start, segment.raw_end, page)
        ]
        parts.extend((block.kind, box) for box in _stretches(characters))
    return parts


def _stretches(characters: Sequence[Box]) -> list[Box]:
    """Boxes around runs of characters; a block that goes on in the next column or below a float has several."""
    runs: list[list[Box]] = []
    for box in characters:
        last = runs[-1][-1] if runs else None
        if last is None or last[1] - box[1] > _UP or box[1] - last[3] > _DOWN:
            runs.append([box])
        else:
            runs[-1].append(box)
    return [around(run) for run in runs]


def _frame(canvas: ImageDraw.ImageDraw, box: Box, colour: str, scale: float, width: int) -> None:
    x0, top, x1, bottom = (value * scale for value in box)
    canvas.rectangle((x0 - width, top - width, x1 + width, bottom + width), outline=colour, width=width)
