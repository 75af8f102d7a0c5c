"""Lines of a table that were written one behind the other, as tools do that set lines by their height.

Cells of several lines are centred on their row, so that their lines stand half a line above and below the others. A
tool that lines a page up with blanks writes no line end between two lines whose heights overlap: each begins again at
the left edge of the page, and its words stand in the gaps of the other. Gaps are counted in characters of the next one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median, quantiles

import numpy as np
from numpy.typing import NDArray

from corpus.tables import patterns
from corpus.tables.found import Line
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import continues
from corpus.tables.grid.sorts import DATA, Sort, printed, sort_of
from corpus.tables.grid.tokens import Word, words_of

_MOST_STRETCHED = 1.25
_FEWEST_DIGITS = 4  # of a number that no amount of a formula has
_FEWEST = 4  # lines
_LONGEST = 600  # characters of a line
_WIDTHS = 8  # of which one is the table's
_SLACK = 4  # characters by which cells of a column stand out
_INDENT = 2  # characters by which lines that begin in one column may differ
_USUAL = 0.25  # share of cells in one column
_MOST_COVERED = 4  # characters of one line that stand over the other
_COVERED = 0.05  # what one of them costs
_BLANK = 0.5  # widths of a figure
_WIDTH_OF = {**dict.fromkeys("ijlftrI.,:;|!'()[]/-‐", 0.6), **dict.fromkeys("mwMW%", 1.5)}
_CAPITAL = 1.15
_WORD_END = re.compile(r"(?<=\S)(?=\s+\S)|(?<=[a-z])(?=(?:19|20)\d\d\b)")
_PIECE = re.compile(r"\S+(?: \S+)*")
Places = NDArray[np.bool_]


def readings(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[list[Word], list[int]]]:
    """The words of lines ``first`` to ``last`` with lines parted that are longer than a table may be wide.

    One reading for each width that parts others. Words count parted lines; with them the line of each in ``lines``.
    """
    whole = [line.text.rstrip() for line in lines[first:last]]
    left = min((_indent(text) for text in whole if text), default=0)
    keys = _keys(whole, left + _INDENT)
    begun = [_begins_again(text, keys, left) for text in whole]
    texts = [part for text, cut in zip(whole, begun, strict=True) for part in (text[:cut], text[cut:]) if part.strip()]
    ends = sorted(map(len, texts))
    if len(ends) < _FEWEST or ends[-1] > _LONGEST:
        return
    seen: list[list[list[int]]] = []
    for width in sorted({ends[-1], *map(round, quantiles(ends, n=_WIDTHS)[_WIDTHS // 2 :])}, reverse=True):
        sheet = _Sheet(width + _SLACK, texts)
        cuts = [sheet.cuts(text, cut) for text, cut in zip(whole, begun, strict=True)]
        if cuts not in seen:
            seen.append(cuts)
            yield _parted(lines, first, cuts, False)
            yield _parted(lines, first, cuts, True)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def with_heads_below(words: Sequence[Word], grid: Grid) -> list[Word]:
    """The words with heads stretched to the width of the rows: bold type is wider, so that fewer blanks part it."""
    rows = [found for row in grid.rows if (found := [word for cell in row for word in cell])]
    first = min(word.line for row in rows for word in row)
    heads = [word.x1 for word in words if grid.head_line <= word.line < first]
    factor = median(max(word.x1 for word in row) for row in rows) / max(heads, default=math.inf)
    if not 1.0 < factor < _MOST_STRETCHED:
        return list(words)
    return [
        replace(word, x0=word.x0 * factor, x1=word.x1 * factor) if grid.head_line <= word.line < first else word
        for word in words
    ]


def _parted(
    lines: Sequence[Line], first: int, cuts: Sequence[Sequence[int]], spread: bool
) -> tuple[list[Word], list[int]]:
    words: list[Word] = []
    origin: list[int] = []
    for number, found in enumerate(cuts, first):
        line = lines[number]
        for begin, end in zip([0, *found], [*found, len(line.text)], strict=True):
            part = Line(line.start + begin, line.start + end, line.text[begin:end])
            found_words = _spread(part) if spread else words_of([part], 0, 1)
            words += [replace(word, line=len(origin)) for word in found_words]
            origin.append(number)
    return words, origin


def _spread(line: Line) -> Iterator[Word]:
    """The words of a line about where they were printed."""
    right, end = 0.0, 0
    for word in words_of([line], 0, 1):
        width = _width(word.text)
        blanks = word.start - line.start - end
        gap = _BLANK if blanks == 1 and right else blanks * width / len(word.text)
        yield replace(word, x0=right + gap, x1=right + gap + width)
        right, end = right + gap + width, word.end - line.start


def _width(text: str) -> float:
    """About how wide a word is set, in widths of a figure."""
    return sum(_WIDTH_OF.get(character, _CAPITAL if character.isupper() else 1.0) for character in text)


def _density(texts: Sequence[str]) -> NDArray[np.float64]:
    """On which share of lines something stands at each place."""
    filled = np.zeros(max(map(len, texts), default=0) + _SLACK)
    for text in texts:
        places = _places(text)
        filled[: len(places)] += places
    density: NDArray[np.float64] = filled / max(len(texts), 1)
    return density


def _places(text: str) -> Places:
    """Where a piece of a line stands, single blanks in it included."""
    found = np.zeros(len(text), dtype=np.bool_)
    for piece in _PIECE.finditer(text):
        found[piece.start() : piece.end()] = True
    return found


def _keys(texts: Sequence[str], left: int) -> dict[Sort, int]:
    """Usual sorts of the cells that begin left of a place, with how many there are."""
    begins = [piece for text in texts if (piece := _PIECE.search(text)) is not None]
    sorts = Counter(sort_of(printed(piece[0])) for piece in begins if piece.start() <= left)
    return {sort: count for sort, count in sorts.items() if count >= _USUAL * sorts.total()}


def _begins_again(text: str, keys: Mapping[Sort, int], left: int) -> int:
    """Where a line begins in its first column behind another that holds no cell there; its length where none does."""
    if len(text) > _LONGEST:
        return len(text)
    pieces = list(_PIECE.finditer(text))
    found = {len(text): 0}
    for end in (match.start() for match in _WORD_END.finditer(text)):
        behind = text[end:]
        key = _PIECE.search(behind)
        if (
            key is None
            or abs(key.start() - left) > _INDENT
            or key.end() >= pieces[0].start()
            or key.end() == len(behind)
        ):
            continue
        usual = keys.get(sort_of(printed(key[0])), 0)
        if usual and _may_begin(pieces, end, key[0]) and _shared(text[:end], behind) <= _MOST_COVERED:
            found[end] = usual
    return max(found, key=lambda end: found[end])


def _shared(before: str, behind: str) -> int:
    """At how many places both lines show something."""
    shown = _places(before), _places(behind)
    width = min(map(len, shown))
    return int((shown[0][:width] & shown[1][:width]).sum())


def _may_begin(pieces: Sequence[re.Match[str]], end: int, key: str) -> bool:
    """Whether a first cell may begin with these words where a line has come to ``end``."""
    before = next(piece[0][: end - piece.start()] for piece in pieces if piece.start() < end <= piece.end())
    if sort_of(printed(key)) in DATA:
        return key.isdigit() and (len(key) >= _FEWEST_DIGITS or not continues(printed(before), printed(key)))
    return key[0].isupper() or key[0].isdigit()


class _Sheet:
    """A table no wider than ``width``: where its lines begin, and how many of those that fit show something where."""

    def __init__(self, width: int, texts: Sequence[str]) -> None:
        self.width = width
        self.indents = {_indent(text) for text in texts}
        self.density = _density([text for text in texts if len(text) <= width])

    def cuts(self, text: str, again: int) -> list[int]:
        """Where lines end inside a line, which begins again in its first column at one place."""
        behind = [again + cut for cut in self._cuts(text[again:])]
        return [*self._cuts(text[:again]), *([again] if again < len(text) else []), *behind]

    def _cuts(self, text: str) -> list[int]:
        cuts: list[int] = []
        while len(text) - (begun := cuts[-1] if cuts else 0) > self.width:
            cut = self._best_cut(text[begun:])
            if cut is None:
                return []
            cuts.append(begun + cut)
        return cuts

    def _best_cut(self, text: str) -> int | None:
        """The word's end from which on the rest begins a line of its own and stands in gaps of what is before it."""
        best, most = None, 0.0
        for end in (match.start() for match in patterns.GAP.finditer(text)):
            before, behind = text[:end], text[end:]
            if end > self.width or not any(abs(_indent(behind) - known) <= _INDENT for known in self.indents):
                continue
            covered = _shared(before, behind)
            told = _told(_places(before), self.density) + _told(_places(behind), self.density) - _COVERED * covered
            if covered <= _MOST_COVERED and told > most:
                best, most = end, told
        return best


def _told(places: Places, density: NDArray[np.float64]) -> float:
    """How much of a line stands where other lines do."""
    here = places[: len(density)]
    return float(density[: len(here)][here].sum() / max(places.sum(), 1))
