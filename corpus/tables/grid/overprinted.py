"""Lines of a table that were written one behind the other, as tools do that set lines by their height.

Cells of several lines are centred on their row, so that their lines stand half a line above and below the others. A
tool that lines a page up with blanks writes no line end between two lines whose heights overlap: each begins again at
the left edge of the page, and its words stand in the gaps of the other. Gaps are counted in characters of the next one.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.tables.found import Line
from corpus.tables.grid.tokens import Word, words_of

_FEWEST = 4  # lines
_LONGEST = 600  # characters of a line
_WIDTHS = 3  # of which one is the table's
_ROUNDS = 3
_SLACK = 4  # widths of a figure by which cells of a column stand out
_CUT = 2.5  # what a line that begins behind another costs
_WIDE = 2.0  # widths of a figure that stay between two pieces
_TRUST = 0.85  # what a piece tells beside the one before it on its line, from which its place is counted
_MOST_PIECES = 40
_FEWEST_ALIKE, _SHARE_ALIKE = 3, 0.2  # pieces of a column that begin or end at one place, of lines
_LINED_UP = 0.8  # share of pieces
_YEAR = re.compile(r"(?<=[a-z])(?:19|20)\d\d$")
_PIECE = re.compile(r"\S+(?: \S+)*")
_LETTERS = (0.88, 1.0)  # how wide letters of fonts are beside their figures
_COVERED = 1.5  # what a width of a figure costs at which both show something
_NOWHERE = 0.02  # share of lines that show something where none does
_BLANK = 0.5  # widths of a figure
_MOST_SHIFT = 10  # by which a word may stand elsewhere, as no font is known
_LOOSE, _LOOSER = 0.5, 0.1  # how far a gap usually differs, and for each width of a figure it is wide
_STEP = 2  # places to the width of a figure
_WIDTHS_OF = {
    "ijl.,:;'|!": 0.5, "ftI/ ": 0.55, "r()[]-‐·": 0.63, "°": 0.75, "sJ": 0.85, "cz": 0.9, "w": 1.37, "m": 1.53,
    "FTZLESP": 1.15, "ABKVXYRC": 1.3, "DHNUGOQ": 1.4, "MW": 1.65, "%": 1.63, "@": 1.8, "×±=+−<>~": 1.1,
}  # fmt: skip
_WIDTH_OF = {character: width for characters, width in _WIDTHS_OF.items() for character in characters}
_SHIFTS = np.arange(-_MOST_SHIFT * _STEP, _MOST_SHIFT * _STEP + 1) / _STEP


class _Kind(IntEnum):
    """What stands at a place: words, figures, or any of them where a line holds no figures, as heads do."""

    WORDS = 0
    FIGURES = 1
    ANY = 2


class _Placed(NamedTuple):
    """A word as it is written: the blanks before it, its width, that of each of its characters, if it is a figure."""

    blanks: int
    width: float
    each: float
    figure: bool


class _Place(NamedTuple):
    """Where words stand between which are single blanks, the gap before them, how many they are, of what kind."""

    left: float
    right: float
    gap: float
    words: int
    kind: _Kind


def readings(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[list[Word], list[int]]]:
    """The words of lines ``first`` to ``last`` about where they were printed, lines parted that stand behind others.

    One reading for each width the table may have. Words count parted lines; with them the line of each in ``lines``.
    """
    texts = [line.text.rstrip() for line in lines[first:last]]
    if sum(map(bool, texts)) < _FEWEST or max(map(len, texts)) > _LONGEST or _line_up(texts):
        return
    for letters in _LETTERS:
        placed = [_placed_words(text, letters) for text in texts]
        seen: list[list[list[int]]] = []
        for width in _usual_ends(sorted(_spread(words)[-1].right for words in placed if words)):
            cuts, spread = _cuts(placed, width + _SLACK)
            if cuts not in seen:
                seen.append(cuts)
                yield _parted(lines, first, placed, cuts, spread)


def _line_up(texts: Sequence[str]) -> bool:
    """Whether nearly all pieces behind the first begin or end where others do: what one character's width set."""
    pieces = [list(_PIECE.finditer(text))[1:] for text in texts]
    begins = Counter(piece.start() for found in pieces for piece in found)
    ends = Counter(piece.end() for found in pieces for piece in found)
    enough = max(_FEWEST_ALIKE, _SHARE_ALIKE * sum(map(bool, pieces)))
    alike = sum(max(begins[piece.start()], ends[piece.end()]) >= enough for found in pieces for piece in found)
    return alike > _LINED_UP * sum(map(len, pieces))


def _usual_ends(ends: Sequence[float]) -> list[float]:
    """Where lines end most often, the last first; all others end in columns left of it or are several lines."""
    found: list[float] = []
    near = {end: bisect_right(ends, end) - bisect_left(ends, end - 2 * _SLACK) for end in ends}
    for end in sorted(near, key=lambda end: (-near[end], -end)):
        if len(found) < _WIDTHS and all(abs(end - other) > 2 * _SLACK for other in found):
            found.append(end)
    return sorted({*found, ends[-1]}, reverse=True)


def _cuts(placed: Sequence[Sequence[_Placed]], width: float) -> tuple[list[list[int]], list[list[_Place]]]:
    """The words that begin lines behind others, line by line, and where the words of all these lines stand.

    ``width``: of the table.
    """
    spread = [found for words in placed if words and (found := _spread(words))[-1].right <= width]
    cuts: list[list[int]] = []
    for _ in range(_ROUNDS):
        columns = _Columns(spread, width)
        cuts = [_best_cuts(words, columns) for words in placed]
        parts = [
            words[begin:end]
            for words, found in zip(placed, cuts, strict=True)
            for begin, end in pairwise([0, *found, len(words)])
        ]
        spread = [columns.settled(part)[1] for part in parts]
    return cuts, spread


def _best_cuts(words: Sequence[_Placed], columns: _Columns) -> list[int]:
    """The words that begin lines behind others, so that most stand where other lines show something."""
    begins = list(range(len(words)))
    if len(begins) > _MOST_PIECES or not words or _spread(words)[-1].right <= columns.width:
        return []
    best: dict[int, tuple[float, int, list[_Place]]] = {0: (0.0, 0, [])}
    for end in [*begins[1:], len(words)]:
        for begin in begins:
            if begin >= end:
                break
            told, places = columns.settled(words[begin:end])
            before = best[begin]
            covered = sum(max(min(a.right, z.right) - max(a.left, z.left), 0.0) for a in before[2] for z in places)
            cost = _CUT if begin else 0.0
            score = before[0] + told - cost - _COVERED * covered
            if end not in best or score > best[end][0]:
                best[end] = (score, begin, places)
    cuts: list[int] = []
    at = len(words)
    while at > 0:
        at = best[at][1]
        cuts.append(at)
    return cuts[::-1][1:]


class _Columns:
    """Where the lines of a table show words and where figures: on which share of them, summed up from the left."""

    def __init__(self, parts: Sequence[Sequence[_Place]], width: float) -> None:
        self.width = width
        filled = np.zeros((len(_Kind), int((width + _MOST_SHIFT) * _STEP) + 1))
        for part in parts:
            here = np.zeros_like(filled)
            for at, place in enumerate(part):
                span = slice(int(max(place.left, 0.0) * _STEP), math.ceil(place.right * _STEP))
                here[[_Kind.ANY, place.kind], span] = _TRUST**at
            filled += here
        shares = filled / max(len(parts), 1)
        self.sums = np.concatenate([np.zeros((len(_Kind), 1)), np.cumsum(shares, axis=1)], axis=1)
        self.mean = float(shares[_Kind.ANY].mean()) / 2 + _NOWHERE

    def told(self, place: _Place) -> NDArray[np.float64]:
        """What a piece tells for its place, moved by each shift: more lines show its like there than elsewhere."""
        sums = self.sums[place.kind]
        begins = np.clip(((place.left + _SHIFTS) * _STEP).astype(int), 0, None)
        ends = np.maximum(np.ceil((place.right + _SHIFTS) * _STEP).astype(int), begins + 1)
        most = len(sums) - 1
        shares = (sums[np.minimum(ends, most)] - sums[np.minimum(begins, most)]) / (ends - begins)
        told: NDArray[np.float64] = np.log((shares + _NOWHERE) / self.mean)
        return told

    def settled(self, words: Sequence[_Placed]) -> tuple[float, list[_Place]]:
        """Where the pieces of a line stand, gaps a little wider or less so that most stand where others do."""
        places = _spread(words)
        scores = np.zeros(len(_SHIFTS))
        came: list[NDArray[np.intp]] = []
        for at, place in enumerate(places):
            apart = _SHIFTS[:, None] - (_SHIFTS[None, :] if at else 0.0)
            before = scores[None, :] - (apart / (_LOOSE + _LOOSER * place.gap)) ** 2 / 2
            if at:
                before[place.gap + apart < min(place.gap, _WIDE)] = -np.inf
            came.append(before.argmax(axis=1))
            scores = before.max(axis=1) + place.words * self.told(place)
        at = int(scores.argmax())
        best = float(scores[at])
        found: list[_Place] = []
        for place, back in zip(reversed(places), reversed(came), strict=True):
            shift = float(_SHIFTS[at])
            found.append(place._replace(left=place.left + shift, right=place.right + shift))
            at = int(back[at])
        return best, found[::-1]


def _placed_words(text: str, letters: float) -> list[_Placed]:
    found: list[_Placed] = []
    end = 0
    for word in _words(Line(0, len(text), text), 0):
        width = _width(word.text, letters)
        found.append(_Placed(word.start - end, width, width / len(word.text), word.text[0].isdigit()))
        end = word.end
    return found


def _words(line: Line, number: int) -> Iterator[Word]:
    """The words of a line; a year that begins a line in the first column is parted from the word before it."""
    for word in words_of([line], 0, 1):
        year = _YEAR.search(word.text)
        at = year.start() if year is not None else len(word.text)
        yield replace(word, text=word.text[:at], end=word.start + at, line=number)
        if year is not None:
            yield replace(word, text=word.text[at:], start=word.start + at, line=number)


def _spread(words: Sequence[_Placed]) -> list[_Place]:
    """Where the pieces of a line were printed, from its left edge on."""
    found: list[_Place] = []
    right = 0.0
    others = _Kind.WORDS if any(word.figure for word in words) else _Kind.ANY
    for word in words:
        if found and word.blanks == 1:
            right += _BLANK + word.width
            found[-1] = found[-1]._replace(right=right, words=found[-1].words + 1)
        else:
            gap = word.blanks * word.each
            kind = _Kind.FIGURES if word.figure else others
            found.append(_Place(right + gap, right + gap + word.width, gap, 1, kind))
            right += gap + word.width
    return found


def _parted(
    lines: Sequence[Line],
    first: int,
    placed: Sequence[Sequence[_Placed]],
    cuts: Sequence[Sequence[int]],
    spread: Sequence[Sequence[_Place]],
) -> tuple[list[Word], list[int]]:
    words: list[Word] = []
    origin: list[int] = []
    for number, (here, found) in enumerate(zip(placed, cuts, strict=True), first):
        shown = list(_words(lines[number], number))
        for begin, end in pairwise([0, *found, len(here)]):
            places = [left for place in spread[len(origin)] for left in [place.left, *[math.nan] * (place.words - 1)]]
            right = 0.0
            for word, set_, left in zip(shown[begin:end], here[begin:end], places, strict=True):
                left = right + _BLANK if math.isnan(left) else left
                right = left + set_.width
                words.append(replace(word, line=len(origin), x0=left, x1=right))
            origin.append(number)
    return words, origin


def _width(text: str, letters: float) -> float:
    """About how wide a word is set, in widths of a figure."""
    return sum(_WIDTH_OF.get(sign, 1.0) * (letters if sign.isalpha() else 1.0) for sign in text)
