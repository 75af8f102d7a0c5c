"""Columns: tall empty strips with running text on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpus.readers.pdf.geometry import overlap
from corpus.readers.pdf.lines import Piece

_STEP = 3.0  # points: height of a raster row
_NARROWEST = 5.0  # points: of a gutter; 12 to 24 are usual
_SHORTEST = 45.0  # points: of the part of a gutter that has text on both sides
_LEAST_COLUMN = 0.13  # of the page width
_FULL = 0.62  # share of a column's width that its lines fill, as the median
_HALF_FULL = 0.3  # the same for side notes


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty strip from ``x0`` to ``x1`` between two columns, free of text from ``top`` to ``bottom``."""

    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.x0 + self.x1) / 2


def find_gutters(pieces: Sequence[Piece], size: tuple[float, float]) -> list[Gutter]:
    """Gutters of a page, left to right, from the pieces of running text (tables and figures taken out)."""
    width, height = size
    pieces = [piece for piece in pieces if len(piece.text) > 2]
    if len(pieces) < 6:
        return []
    covered = _raster(pieces, width, height)
    left = min(piece.x0 for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    least = _LEAST_COLUMN * width
    strips: list[tuple[int, int, int, int]] = []  # x from, x to, row from, row to
    for x in range(int(left + least), int(right - least) + 1):
        run = _longest_free(covered, x, pieces)
        if run is None:
            continue
        if strips and strips[-1][1] == x - 1 and min(strips[-1][3], run[1]) - max(strips[-1][2], run[0]) > 10:
            x0, _, top, bottom = strips[-1]
            strips[-1] = (x0, x, max(top, run[0]), min(bottom, run[1]))
        else:
            strips.append((x, x, *run))
    gutters = [
        Gutter(x0, x1 + 1, top * _STEP, bottom * _STEP) for x0, x1, top, bottom in strips if x1 - x0 >= _NARROWEST
    ]
    return _with_text_columns(gutters, pieces, left, right)


def _raster(pieces: Sequence[Piece], width: float, height: float) -> list[bytearray]:
    """One bytearray a column of points: which raster rows have text there."""
    rows = int(height / _STEP) + 2
    covered = [bytearray(rows) for _ in range(int(width) + 2)]
    for piece in pieces:
        first = max(0, int(piece.top / _STEP))
        last = min(rows, int(piece.bottom / _STEP) + 1)
        mark = b"\1" * max(last - first, 0)
        for x in range(max(0, int(piece.x0)), min(int(width) + 1, int(piece.x1)) + 1):
            covered[x][first:last] = mark
    return covered


def _longest_free(covered: list[bytearray], x: int, pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """The free run of raster rows at ``x`` with most text on both sides, None when that is too little."""
    best: tuple[int, int] | None = None
    most = _SHORTEST
    start = None
    column = covered[x]
    for row in range(len(column) + 1):
        free = row < len(column) and not column[row]
        if free and start is None:
            start = row
        elif not free and start is not None:
            if (row - start) * _STEP >= _SHORTEST:
                both = _text_on_both_sides(pieces, x, start * _STEP, row * _STEP)
                if both > most:
                    best, most = (start, row), both
            start = None
    return best


def _text_on_both_sides(pieces: Sequence[Piece], x: float, top: float, bottom: float) -> float:
    """Height over which text stands left and right of ``x`` between ``top`` and ``bottom``."""
    sides = ([p for p in pieces if p.x1 <= x + 1], [p for p in pieces if p.x0 >= x - 1])
    spans = []
    for side in sides:
        inner = [p for p in side if p.top >= top - 3 and p.bottom <= bottom + 3]
        if len(inner) < 3:
            return 0.0
        spans.append((min(p.top for p in inner), max(p.bottom for p in inner)))
    return overlap(*spans[0], *spans[1])


def _with_text_columns(gutters: list[Gutter], pieces: Sequence[Piece], left: float, right: float) -> list[Gutter]:
    """Those gutters whose neighbouring columns are filled as running text fills them, not as cells of a table."""
    kept: list[Gutter] = []
    for index, gutter in enumerate(gutters):
        before = max((g.x1 for g in gutters[:index] if g in kept), default=left)
        after = min((g.x0 for g in gutters[index + 1 :]), default=right)
        fills = sorted(
            _fill([p for p in pieces if p.top >= gutter.top - 3 and p.bottom <= gutter.bottom + 3], low, high)
            for low, high in ((before, gutter.x0), (gutter.x1, after))
        )
        if fills[0] >= _HALF_FULL and fills[1] >= _FULL:
            kept.append(gutter)
    return kept


def _fill(pieces: Sequence[Piece], low: float, high: float) -> float:
    """Median share of the width between ``low`` and ``high`` that the lines between them fill."""
    widths = [p.width for p in pieces if p.x0 >= low - 3 and p.x1 <= high + 3]
    return median(widths) / (high - low) if len(widths) >= 3 and high > low else 0.0
