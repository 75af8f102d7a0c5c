"""The documents behind the rows: their text around a place, and pages of PDFs as pictures."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from corpus.document import Box, Document
from pipeline.corrections.desk import Desk
from pipeline.corrections.passages import ChangedFileError, read_again, window

KEPT = 4  # documents in memory
SCALE = 1.6  # pixels of a picture a point
AROUND = 170.0  # points of a page shown above and below the place
PDF = "application/pdf"


class Texts:
    """Reads documents of a desk again, the last few kept; only files that the run read, with the bytes it read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._lock = threading.Lock()  # PDFium must not be called by two threads

    def document(self, name: str) -> Document:
        """A document. Raises NoSuchRowError, and ChangedFileError when its file is another one now."""
        known = self._desk.document(name)
        with self._lock:
            if name not in self._kept:
                self._kept[name] = read_again(Path(known["file"]), known["sha256"])
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(name)
            return self._kept[name]

    def passage(self, name: str, start: int, end: int, material: tuple[int, int] | None = None) -> dict[str, Any]:
        """The text around a place with the place of every row in it, and that of the row's ``material``.

        Where there is none, a line on why.
        """
        try:
            shown = window(self.document(name), start, end)
        except ChangedFileError as error:
            return {"start": 0, "text": "", "marks": [], "fault": f"{name}: {error}"}
        marks = []
        for item in self._desk.of_document(name):
            row = item.row
            if row["start"] < shown.end and shown.start < row["end"]:
                marks.append({"start": row["start"], "end": row["end"], "key": item.key, "state": item.state})
        if material is not None and shown.start <= material[0] < shown.end:
            marks.append({"start": material[0], "end": material[1], "key": "", "state": "material"})
        return {"start": shown.start, "text": shown.text, "marks": marks, "fault": ""}

    def is_pdf(self, name: str) -> bool:
        """Whether a document has pages to look at."""
        return bool(self._desk.document(name)["media_type"] == PDF)

    def picture(self, name: str, page: int, marked: Box | None) -> bytes:
        """A PNG of a page's part around a box, all rows' boxes framed. Raises ValueError when there is none."""
        from corpus.readers.pdf.picture import page_with_boxes

        known = self._desk.document(name)
        boxes = [item.row["bbox"] for item in self._desk.of_document(name) if item.row["page"] == page]
        with self._lock:
            picture = page_with_boxes(Path(known["file"]), page, [box for box in boxes if box], marked, SCALE)
        if marked is not None:
            top, bottom = (marked[1] - AROUND) * SCALE, (marked[3] + AROUND) * SCALE
            picture = picture.crop((0, max(int(top), 0), picture.width, min(int(bottom), picture.height)))
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        return stream.getvalue()
