"""The raw text of a PDF under construction, with the box of every character."""

from __future__ import annotations

from array import array

from corpus.document import Layout, PlacedCharacters
from corpus.readers.pdf.geometry import turn_back
from corpus.readers.pdf.lines import Piece


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
