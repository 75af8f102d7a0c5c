"""The documents behind the rows: their text around a place, and pages of PDFs as pictures."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from corpus.document import Box, Document
from flows.review.markup_signs import signs_of
from pipeline.corrections.desk import Desk
from pipeline.corrections.passages import ChangedFileError, read_again, window

KEPT = 4  # documents in memory
SCALE = 1.6  # pixels of a picture a point
AROUND = 170.0  # points of a page shown above and below the place
BESIDE = 130.0  # points shown beside its middle in a small window, about a column
PDF = "application/pdf"
MARKUP = ("html", "xml")  # ends of media types
Stretch = tuple[int | None, int | None]


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

    def passage(self, name: str, start: int, end: int, material: Stretch = (None, None)) -> dict[str, Any]:
        """The text around a place with the place of every row in it, and that of the row's ``material``.

        ``signs``: what is shown instead of marks and entities. Where there is no text, a line on why.
        """
        try:
            shown = window(self.document(name), start, end)
        except ChangedFileError as error:
            return {"start": 0, "text": "", "marks": [], "signs": [], "fault": f"{name}: {error}"}
        marks = []
        for item in self._desk.of_document(name):
            row = item.row
            if row["start"] < shown.end and shown.start < row["end"]:
                marks.append({"start": row["start"], "end": row["end"], "key": item.key, "state": item.state})
        if material[0] is not None and shown.start <= material[0] < shown.end:
            marks.append({"start": material[0], "end": material[1], "key": "", "state": "material"})
        signs = signs_of(shown.text) if self.is_markup(name) else []
        return {"start": shown.start, "text": shown.text, "marks": marks, "signs": signs, "fault": ""}

    def is_markup(self, name: str) -> bool:
        """Whether a document's passages hold marks and entities."""
        return str(self._desk.document(name)["media_type"]).endswith(MARKUP)

    def is_pdf(self, name: str) -> bool:
        """Whether a document has pages to look at."""
        return bool(self._desk.document(name)["media_type"] == PDF)

    def picture(self, name: str, page: int, marked: Box | None, *, narrow: bool = False) -> bytes:
        """A PNG of a page's part around a box, all rows' boxes framed; ``narrow``: no wider than a small window shows.

        Raises ValueError when there is none.
        """
        from corpus.readers.pdf.picture import page_with_boxes

        known = self._desk.document(name)
        boxes = [item.row["bbox"] for item in self._desk.of_document(name) if item.row["page"] == page]
        with self._lock:
            picture = page_with_boxes(Path(known["file"]), page, [box for box in boxes if box], marked, SCALE)
        if marked is not None:
            picture = picture.crop(_around(marked, picture.width, picture.height, narrow=narrow))
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        return stream.getvalue()


def _around(box: Box, width: int, height: int, *, narrow: bool) -> tuple[int, int, int, int]:
    """The pixels of a picture of this size around a box: all of its width, or when ``narrow`` a column's."""
    middle = (box[0] + box[2]) / 2
    left, right = (min(box[0], middle - BESIDE), max(box[2], middle + BESIDE)) if narrow else (0.0, width / SCALE)
    sides = left * SCALE, (box[1] - AROUND) * SCALE, right * SCALE, (box[3] + AROUND) * SCALE
    return max(int(sides[0]), 0), max(int(sides[1]), 0), min(int(sides[2]), width), min(int(sides[3]), height)
