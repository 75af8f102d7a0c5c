"""Figures of a page: their captions, and the text inside them that is no sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.free_text import FreeText, is_bare_label, is_far_below, label_of
from corpus.readers.pdf.geometry import inside, overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.patterns import LINES

_TALLEST = 320.0  # points: how far above its caption a drawing ends
_WIDER = 1.18  # times the leading above
_BESIDE = 20.0  # points: how far the numbers of an axis stand outside the drawing


@dataclass(slots=True)
class Caption:
    """A caption's lines; ``label`` as ``Figure 3``."""

    label: str
    is_table: bool
    lines: list[Line]


class FigureFinder:
    """Takes captions and the text of figures out of a page's text."""

    def __init__(self, text: FreeText) -> None:
        self.text = text
        self.captions: list[Caption] = []  # of figures, and of tables that could not be read
        self.labels: list[Piece] = []  # text inside figures

    def _may_label(self, piece: Piece) -> bool:
        """Whether a piece in a figure may belong to it: neither running text nor a title over a picture."""
        return not self.text.is_body(piece) and not (
            piece.size > 1.4 * self.text.body_size and piece.text.count(" ") >= 2
        )

    def _in_figure(self, piece: Piece) -> bool:
        """Whether a piece stands in a figure, or as a number or short title beside one of its axes."""
        is_small = len(piece.text) <= 16 and piece.size < 0.97 * self.text.body_size
        slack = _BESIDE if is_small and not LINES.CAPTION.match(piece.text) else 1.0
        return any(inside(piece.box, box, slack) for box in self.text.figures)

    def take(self, gutters: Sequence[Gutter]) -> None:
        """Captions of figures (and of tables given as pictures), then the text inside the figures."""
        for tables in (False, True):
            for start in self.text.caption_starts(tables=tables):
                if start in self.text.pieces:
                    self._take_caption(start, gutters, tables)
        in_figure = [piece for piece in self.text.pieces if self._may_label(piece) and self._in_figure(piece)]
        for caption in self.captions:
            in_figure.extend(self._labels_above(caption, in_figure))
        self.text.take(in_figure)
        self.labels.extend(in_figure)

    def _take_caption(self, start: Piece, gutters: Sequence[Gutter], is_table: bool) -> None:
        match = LINES.CAPTION.match(start.text)
        low, high = self.text.column_of(start, gutters)
        rows = rows_of(self.text.between(low, high, start.baseline - 2))
        if match is None or not rows or not self._is_caption(start, match["rest"], low, high):
            return
        taken = [rows[0]]
        for row in rows[1:]:
            if self._ends_above(row, taken, high):
                break
            taken.append(row)
        self.captions.append(Caption(label_of(match), is_table, [Line(row) for row in taken]))
        self.text.take([piece for row in taken for piece in row])

    def _ends_above(self, row: Sequence[Piece], taken: Sequence[Sequence[Piece]], right: float) -> bool:
        """Whether a caption ends above a row: at wider space, at type of another size, or with a short line."""
        size = taken[-1][0].size
        if is_far_below(row, taken) or abs(row[0].size - size) > 0.05 * size:
            return True
        lines = taken[is_bare_label(taken[0]) :]
        if len(lines) < 2:
            return False
        step = row[0].baseline - lines[-1][0].baseline
        leading = lines[1][0].baseline - lines[0][0].baseline
        return step > _WIDER * leading or (lines[-1][-1].x1 < right and self._ends_short(lines))

    @staticmethod
    def _ends_short(rows: Sequence[Sequence[Piece]]) -> bool:
        """A last line clearly shorter than the ones above it that ends a sentence."""
        right = max(row[-1].x1 for row in rows[:-1])
        return rows[-1][-1].x1 < right - 3 * rows[-1][0].size and rows[-1][-1].text.endswith(".")

    def _is_caption(self, start: Piece, rest: str, low: float, high: float) -> bool:
        """A caption is set apart: by size, by bold type, by space above, by the figure over it."""
        above = [
            p for p in self.text.pieces
            if p is not start and p.baseline < start.baseline - 2 and overlap(p.x0, p.x1, low, high) > 5
            and start.baseline - p.baseline < 1.5 * start.size
        ]  # fmt: skip
        if start.size < 0.96 * self.text.body_size or start.bold:
            return not any(self.text.is_body(p) and not LINES.SENTENCE_END.search(p.text) for p in above)
        under = any(
            0 <= start.top - box[3] < 60 and overlap(start.x0, start.x1, box[0], box[2]) > 0
            for box in self.text.figures
        )
        begun = rest.strip()[:1]  # a sentence goes on with a verb
        return not above and (begun in (".", ":", "|", "•", "–", "—") or begun.isupper() or under)

    def _text_bottoms(self, top: float, x0: float, x1: float) -> list[float]:
        """Lower edges of the lines of running text above a caption, short last lines of paragraphs included."""
        pieces = [p for p in self.text.pieces if p.bottom <= top + 2 and overlap(p.x0, p.x1, x0, x1) > 5]
        bottoms: list[float] = []
        last: Piece | None = None
        for piece in sorted(pieces, key=lambda piece: piece.baseline):
            follows = (
                last is not None
                and abs(piece.x0 - last.x0) < 2 * last.size
                and abs(piece.size - last.size) < 0.04 * last.size
                and piece.baseline - last.baseline < 1.5 * last.size
            )
            if self.text.is_body(piece) or follows:
                bottoms.append(piece.bottom)
                last = piece
        return bottoms

    def _labels_above(self, caption: Caption, known: Sequence[Piece]) -> list[Piece]:
        """Axis titles and the like: short text between a figure's caption and the running text above it."""
        top = caption.lines[0].top
        x0, x1 = min(line.x0 for line in caption.lines), max(line.x1 for line in caption.lines)
        drawn = self._drawn_above(top, x0, x1)
        if not drawn:
            return []
        x0, x1 = min(x0, *(box[0] for box in drawn)) - 5, max(x1, *(box[2] for box in drawn)) + 5
        ceiling = max([*self._text_bottoms(top, x0, x1), min(box[1] for box in drawn) - 25])
        taken = set(map(id, known))
        between = [p for p in self.text.between(x0, x1) if ceiling < p.top and p.bottom < top + 1]
        free = (p for p in between if id(p) not in taken and not self.text.is_body(p))
        return [piece for piece in free if not LINES.CAPTION.match(piece.text)]

    def _drawn_above(self, top: float, x0: float, x1: float) -> list[Box]:
        """What is drawn over a caption between two edges."""
        boxes = (*self.text.figures, *self.text.page.drawings.rectangles)
        reached = [box for box in boxes if box[1] < top < box[3] + _TALLEST]
        return [box for box in reached if overlap(box[0], box[2], x0, x1) > 0]
