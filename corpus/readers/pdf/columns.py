"""Columns: tall empty strips with running text on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from corpus.document import Box
from corpus.readers.pdf.geometry import overlap
from corpus.readers.pdf.lines import Piece, rows_of

_STEP = 3.0  # points: height of a raster row
_NARROWEST = 6  # points: of a gutter; 12 to 24 are usual
_SHORTEST = 45.0  # points: of the part of a gutter that has text on both sides
_LEAST_COLUMN = 0.13  # of the page width
_FULL = 0.62  # share of a column's width that its lines fill, as the median
_HALF_FULL = 0.3  # the same for side notes
_BESIDE = 0.3  # of a gutter's height along which another bounds the column beside it
_FREE = re.compile(f"0{{{int(_SHORTEST / _STEP)},}}")


_SHORTEST_USUAL = 9.0  # points: the same where other pages of the document have a gutter
_RIVAL = 60.0  # points: gutters nearer to each other are one
_SHORT_DOCUMENT = 4  # pages: here a gutter on one page counts
_SAME_PLACE = 5.0  # points by which a gutter may wander from page to page


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


class _Strip(NamedTuple):
    """A free strip: the height with text on both sides, its left edge, its ends."""

    both: float
    x: int
    top: float
    bottom: float

    @property
    def gutter(self) -> Gutter:
        return Gutter(self.x, self.x + _NARROWEST, self.top, self.bottom)


def find_gutters(pieces: Sequence[Piece], size: tuple[float, float], usual: Sequence[float] = ()) -> list[Gutter]:
    """Gutters of a page, left to right, from the pieces of running text (tables taken out).

    Where the document's ``usual`` gutters stand, little text beside them is enough.
    """
    width, height = size
    pieces = [piece for piece in pieces if len(piece.text) > 2]
    if len(pieces) < 6:
        return []
    covered = _raster(pieces, width, height)
    boxes = [piece.box for piece in pieces if not piece.stretched]
    rows = int(height / _STEP) + 2

    def strips_at(x: int, shortest: float) -> Iterator[_Strip]:
        """Free strips that begin at ``x`` and have so much text on both sides."""
        taken = 0
        for column in covered[x : x + _NARROWEST]:
            taken |= column
        for run in _FREE.finditer(format(taken, f"0{rows}b")[::-1]):
            top, bottom = run.start() * _STEP, run.end() * _STEP
            both = _text_on_both_sides(boxes, x, x + _NARROWEST, top, bottom)
            if both >= shortest:
                yield _Strip(both, x, top, bottom)

    left = min(piece.x0 for piece in pieces)
    right = max(piece.x1 for piece in pieces)
    least = _LEAST_COLUMN * width
    places = range(int(left + least), int(right - least) - _NARROWEST + 1, 2)
    strips = [strip for x in places for strip in strips_at(x, _SHORTEST)]
    gutters = _with_text_columns([strip.gutter for strip in _best(strips, least)], pieces, left, right)
    for place in usual:
        for strip in strips_at(int(place - _NARROWEST / 2), _SHORTEST_USUAL):
            gutters = added(gutters, [strip.gutter])
    return gutters


def added(gutters: Sequence[Gutter], more: Sequence[Gutter]) -> list[Gutter]:
    """Gutters with those of ``more`` that stand where none of them does."""
    new = [
        gutter for gutter in more
        if not any(
            abs(other.x - gutter.x) < _RIVAL and overlap(other.top, other.bottom, gutter.top, gutter.bottom) > 0
            for other in gutters
        )
    ]  # fmt: skip
    return sorted([*gutters, *new], key=lambda gutter: gutter.x)


def usual_gutters(pages: Sequence[Sequence[Gutter]]) -> list[float]:
    """Where gutters stand on a fair part of a document's pages."""
    least = 1 if len(pages) < _SHORT_DOCUMENT else 2
    places: list[list[float]] = []
    for x in sorted(gutter.x for gutters in pages for gutter in gutters):
        if places and x - places[-1][-1] <= _SAME_PLACE:
            places[-1].append(x)
        else:
            places.append([x])
    return [median(place) for place in places if len(place) >= max(least, 0.3 * len(pages))]


def _best(strips: list[_Strip], least: float) -> list[_Strip]:
    """Of strips that compete for one place the one with most text beside it, in the middle of its equals."""
    chosen: list[_Strip] = []
    for strip in sorted(strips, key=lambda strip: -strip.both):
        rivals = (
            other for other in chosen
            if abs(other.x - strip.x) < least
            and overlap(other.top, other.bottom, strip.top, strip.bottom) > 0.3 * (strip.bottom - strip.top)
        )  # fmt: skip
        if next(rivals, None) is None:
            equals = sorted(
                other.x for other in strips
                if abs(other.x - strip.x) < least and other.both >= 0.98 * strip.both
                and other.top <= strip.top + 2 * _STEP and other.bottom >= strip.bottom - 2 * _STEP
            )  # fmt: skip
            chosen.append(strip._replace(x=equals[len(equals) // 2]))
    return sorted(chosen, key=lambda strip: strip.x)


def _raster(pieces: Sequence[Piece], width: float, height: float) -> list[int]:
    """One number a column of points, its bits the raster rows that have text there."""
    rows = int(height / _STEP) + 2
    covered = [0] * (int(width) + 2)
    for piece in pieces:
        first = max(0, int(piece.top / _STEP))
        last = min(rows, int(piece.bottom / _STEP) + 1)
        if last > first:
            mask = ((1 << (last - first)) - 1) << first
            for x0, x1 in piece.words() if piece.stretched else [(piece.x0, piece.x1)]:
                for x in range(max(0, int(x0)), min(int(width) + 1, int(x1)) + 1):
                    covered[x] |= mask
    return covered


def _text_on_both_sides(boxes: Sequence[Box], x0: float, x1: float, top: float, bottom: float) -> float:
    """Height over which text stands left of ``x0`` and right of ``x1`` between ``top`` and ``bottom``."""
    inner = [box for box in boxes if box[1] >= top - 3 and box[3] <= bottom + 3]
    spans = []
    for side in ([box for box in inner if box[2] <= x0 + 1], [box for box in inner if box[0] >= x1 - 1]):
        if len(side) < 3:
            return 0.0
        spans.append((min(box[1] for box in side), max(box[3] for box in side)))
    return overlap(*spans[0], *spans[1])


def _with_text_columns(gutters: list[Gutter], pieces: Sequence[Piece], left: float, right: float) -> list[Gutter]:
    """Those gutters whose neighbouring columns are filled as running text fills them, not as cells of a table."""
    kept: list[Gutter] = []
    for gutter in gutters:
        least = _BESIDE * (gutter.bottom - gutter.top)
        beside = [
            g for g in gutters if g is not gutter and overlap(g.top, g.bottom, gutter.top, gutter.bottom) > least
        ]  # fmt: skip
        before = max((g.x1 for g in beside if g.x < gutter.x and g in kept), default=left)
        after = min((g.x0 for g in beside if g.x > gutter.x), default=right)
        lines = [p for p in pieces if p.top >= gutter.top - 3 and p.bottom <= gutter.bottom + 3]
        fills = sorted((_fill(lines, before, gutter.x0), _fill(lines, gutter.x1, after)))
        if fills[0] >= _HALF_FULL and fills[1] >= _FULL:
            kept.append(gutter)
    return kept


def _fill(pieces: Sequence[Piece], low: float, high: float) -> float:
    """Median share of the width between ``low`` and ``high`` that the lines between them fill."""
    rows = rows_of(p for p in pieces if p.x0 >= low - 3 and p.x1 <= high + 3)
    widths = [sum(piece.width for piece in row) for row in rows]
    return median(widths) / (high - low) if len(widths) >= 3 and high > low else 0.0
