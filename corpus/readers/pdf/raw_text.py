"""The raw text of a PDF under construction, with the box of every character."""

from __future__ import annotations

from array import array

from corpus.document import Layout, PlacedCharacters
from corpus.readers.pdf.geometry import turn_back
from corpus.readers.pdf.lines import Piece

_NOWHERE = (float("nan"),) * 4


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
        boxes = piece.boxes
        if angle:
            turned = array("f")
            for index in range(0, len(boxes), 4):
                box = boxes[index : index + 4]
                turned.extend(
                    _NOWHERE if box[0] != box[0] else turn_back((box[0], box[1], box[2], box[3]), angle, displayed)
                )
            boxes = turned
        last = self._runs[-1] if self._runs else None
        if last is not None and last.page == page:
            missing = self.length - last.raw_start - len(last)
            last.boxes.extend(_NOWHERE * missing)
            last.boxes.extend(boxes)
        else:
            self._runs.append(PlacedCharacters(self.length, page, array("f", boxes)))
        self.add(piece.text)

    def layout(self, page_sizes: list[tuple[float, float]]) -> Layout:
        """Where the characters stand."""
        return Layout(self._runs, page_sizes)

    def finish(self) -> str:
        """The whole text."""
        return "".join(self._parts)
