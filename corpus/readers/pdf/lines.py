"""Characters joined to pieces: runs of text on one baseline without a wide gap."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.document import Box
from corpus.readers.pdf.characters import Glyph
from corpus.readers.pdf.geometry import OnBaseline
from corpus.readers.pdf.scripts import SMALL, main_baseline, main_size, write

_WIDE_GAP = 0.75  # of the size: a gap that may part columns or cells
_STRETCHED = 3.0  # of the size: the widest word space of a justified line
_WORD_SPACE = 0.2  # of the size: at least this wide
_EVEN = 0.06  # of the size: by which word spaces of one line may differ
_SAME_ROW = 0.25  # of the size: baselines that are one
_SCRIPT_LENGTH = 25  # a run of scripts alone is short


@dataclass(slots=True)
class Piece(OnBaseline):
    """Text on one baseline, marked up, with four box numbers a character (NaN: added by the reader)."""

    text: str
    boxes: array[float]
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    order: int = 0  # place in the file
    angle: int = 0
    font: str = ""  # of nearly all of it, empty when mixed
    stretched: bool = False  # joined over word spaces so wide that a gutter may hide in them

    @property
    def width(self) -> float:
        """Length along the text."""
        return self.x1 - self.x0

    @property
    def box(self) -> Box:
        """Around the piece, in its own frame."""
        return self.x0, self.top, self.x1, self.bottom

    def words(self) -> list[tuple[float, float]]:
        """Left and right edges of its words."""
        blanks = [index for index, character in enumerate(self.text) if character == " "]
        return list(
            zip(
                [self.x0, *(self._edge(index, 1) for index in blanks)],
                [*(self._edge(index, -1) for index in blanks), self.x1],
                strict=True,
            )
        )

    def split(self, x: float) -> list[Piece]:
        """Two pieces, parted at the blank nearest to ``x``; the piece itself when no blank is near."""
        best, distance = -1, 1.5 * self.size
        for index, character in enumerate(self.text):
            if character == " " and 0 < index < len(self.text) - 1:
                left, right = self._edge(index, -1), self._edge(index, 1)
                off = 0.0 if left <= x <= right else min(abs(left - x), abs(right - x))
                if off < distance:
                    best, distance = index, off
        if best < 0:
            return [self]
        return [self.part(0, best), self.part(best + 1, len(self.text))]

    def _edge(self, index: int, step: int) -> float:
        """Right edge of what stands before a blank (step -1) or left edge of what follows it (step 1)."""
        place = index + step
        while 0 <= place < len(self.text):
            x = self.boxes[4 * place + (2 if step < 0 else 0)]
            if x == x:
                return x
            place += step
        return self.x0 if step < 0 else self.x1

    def part(self, start: int, end: int) -> Piece:
        """The piece made of these characters."""
        boxes = self.boxes[4 * start : 4 * end]
        x0 = min((x for x in boxes[0::4] if x == x), default=self.x0)
        x1 = max((x for x in boxes[2::4] if x == x), default=self.x1)
        return replace(self, text=self.text[start:end], boxes=boxes, x0=x0, x1=x1)


@dataclass(slots=True)
class _Run:
    glyphs: list[Glyph]
    order: int
    size: float = 0.0
    baseline: float = 0.0
    x0: float = 0.0
    x1: float = 0.0
    stretched: bool = False

    def measure(self) -> None:
        self.size = main_size(self.glyphs)
        self.baseline = main_baseline(self.glyphs, self.size)
        self.x0 = min(glyph.x0 for glyph in self.glyphs)
        self.x1 = max(glyph.x1 for glyph in self.glyphs)

    def take(self, other: _Run) -> None:
        """Join another run of the same line; scripts drawn after the line fall into their places."""
        in_order = other.x0 >= self.x1 - 0.3 * self.size
        self.glyphs.extend(other.glyphs)
        if not in_order:
            self.glyphs.sort(key=lambda glyph: glyph.x0)
        self.x0, self.x1 = min(self.x0, other.x0), max(self.x1, other.x1)
        self.order = min(self.order, other.order)


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Pieces of glyphs that share one direction, in the order of the file."""
    runs = _rows_joined(_scripts_joined(_runs(glyphs)))
    return [_piece(run) for run in sorted(runs, key=lambda run: run.order)]


def _runs(glyphs: Sequence[Glyph]) -> list[_Run]:
    runs: list[_Run] = []
    current: list[Glyph] = []
    largest = 0.0
    for index, glyph in enumerate(glyphs):
        if current and _continues(current[-1], glyph, largest):
            current.append(glyph)
            largest = max(largest, glyph.size)
            continue
        current = [glyph]
        largest = glyph.size
        runs.append(_Run(current, index))
    for run in runs:
        run.measure()
    return runs


def _continues(before: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether the next glyph of the file goes on with the same line."""
    gap = glyph.x0 - before.x1
    rise = abs(glyph.baseline - before.baseline)
    if not (-0.35 * size <= gap <= _WIDE_GAP * size):
        # a superscript over a subscript goes back to where the subscript began
        return -2.2 * size < gap < 0 and 0 < rise < 0.8 * size and max(before.size, glyph.size) < SMALL * size
    if rise <= 0.1 * size:
        return True
    return rise <= 0.7 * size and min(before.size, glyph.size) < SMALL * size


def _scripts_joined(runs: list[_Run]) -> list[_Run]:
    """Runs of small type beside a larger one become its scripts."""
    lines = sorted(runs, key=lambda run: run.baseline)
    baselines = [run.baseline for run in lines]
    taken: set[int] = set()
    for run in sorted(runs, key=lambda run: (run.size, run.order)):
        if len(run.glyphs) > _SCRIPT_LENGTH:
            continue
        near = lines[bisect_left(baselines, run.baseline - 30) : bisect_right(baselines, run.baseline + 30)]
        hosts = (host for host in near if host is not run and id(host) not in taken and _may_hold(host, run))
        nearest = min(hosts, key=lambda host: abs(_rise(host, run)), default=None)
        if nearest is not None:
            nearest.take(run)
            taken.add(id(run))
    return [run for run in runs if id(run) not in taken]


def _rise(host: _Run, run: _Run) -> float:
    """How far a run stands above the baseline of another, in sizes of that one."""
    return (host.baseline - run.baseline) / host.size


def _may_hold(host: _Run, run: _Run) -> bool:
    """Whether a run of small type stands as scripts do: a little higher or lower, right beside a line or in its gap."""
    if not (0.4 * host.size <= run.size < SMALL * host.size and -0.42 <= _rise(host, run) <= 0.62):
        return False
    slack = 0.3 * host.size
    if abs(run.x0 - host.x1) <= slack or abs(host.x0 - run.x1) <= slack:
        return True
    return host.x0 <= run.x0 and run.x1 <= host.x1 + slack and _free(host, run)


def _free(host: _Run, run: _Run) -> bool:
    """Whether the line has a gap where the scripts stand."""
    return all(min(g.x1, run.x1) - max(g.x0, run.x0) <= 0.3 * (g.x1 - g.x0) for g in host.glyphs)


def _rows_joined(runs: list[_Run]) -> list[_Run]:
    """Neighbours on one baseline become one run when no wide gap parts them."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if rows and run.baseline - rows[-1][0].baseline <= _SAME_ROW * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    joined: list[_Run] = []
    for row in rows:
        row.sort(key=lambda run: run.x0)
        stretched = _stretched(row)
        current = row[0]
        joined.append(current)
        for run, widened in zip(row[1:], stretched, strict=True):
            size = min(current.size, run.size)
            alike = size > 0.6 * max(current.size, run.size)
            if (widened or run.x0 - current.x1 <= _WIDE_GAP * size) and alike:
                current.take(run)
                current.stretched = current.stretched or widened
            else:
                current = run
                joined.append(current)
    return joined


def _stretched(row: Sequence[_Run]) -> list[bool]:
    """For each gap of a row whether it is a word space of a line stretched to the column's width: all alike."""
    sizes = [run.size for run in row]
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    result = [False] * len(gaps)
    first = 0
    while first < len(gaps):
        last = first
        while last + 1 < len(gaps) and abs(gaps[last + 1] - gaps[first]) <= _EVEN * sizes[first]:
            last += 1
        runs = row[first : last + 2]
        words = sum(map(_is_word, runs)) >= 0.7 * len(runs)
        letters = sum(run.glyphs[0].text.isalpha() for run in runs) >= 0.5 * len(runs)
        if last > first and gaps[first] <= _STRETCHED * sizes[first] and words and letters:
            result[first : last + 1] = [True] * (last - first + 1)
        first = last + 1
    return result


def _is_word(run: _Run) -> bool:
    """Whether no blank stands inside."""
    return all(after.x0 - before.x1 < _WORD_SPACE * run.size for before, after in pairwise(run.glyphs))


def _piece(run: _Run) -> Piece:
    run.measure()
    text, boxes = write(run.glyphs, run.size, run.baseline)
    full = [glyph for glyph in run.glyphs if glyph.size >= SMALL * run.size]
    bold = sum(glyph.font.bold for glyph in full)
    italic = sum(glyph.font.italic for glyph in full)
    font, most = Counter(glyph.font.name for glyph in full).most_common(1)[0]
    return Piece(
        text, boxes, run.x0, run.x1, run.baseline, run.size,
        bold=2 * bold > len(full), italic=2 * italic > len(full), order=run.order, angle=full[0].angle,
        font=font if most >= 0.9 * len(full) else "",
        stretched=run.stretched,
    )  # fmt: skip


class Line:
    """The pieces of one line of a column, left to right, with its edges and its marked-up text.

    Baseline and font size are those of the widest piece; bold and italic what all pieces are; the font is empty when
    mixed.
    """

    __slots__ = ("baseline", "bold", "bottom", "box", "font", "italic", "pieces", "size", "text", "top", "x0", "x1")

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.text = " ".join(piece.text for piece in pieces)
        self.x0, self.x1 = pieces[0].x0, max(piece.x1 for piece in pieces)
        self.top, self.bottom = min(piece.top for piece in pieces), max(piece.bottom for piece in pieces)
        self.box: Box = self.x0, self.top, self.x1, self.bottom
        widest = max(pieces, key=lambda piece: piece.width)
        self.baseline, self.size = widest.baseline, widest.size
        self.bold, self.italic = all(piece.bold for piece in pieces), all(piece.italic for piece in pieces)
        fonts = {piece.font for piece in pieces}
        self.font = fonts.pop() if len(fonts) == 1 else ""


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one baseline, rows top to bottom, pieces left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.baseline):
        if rows and piece.baseline - rows[-1][0].baseline <= 0.4 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: piece.x0)
    return rows
