"""Printed lines cut into columns: the gutters that hardly a line runs over."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from corpus.tables.grid.search import continues
from corpus.tables.grid.sorts import DATA, printed, sort_of
from corpus.tables.grid.tokens import Word

MOST_COLUMNS = 16
_CROSSED = (0.0, 0.04, 0.1, 0.2)  # share of lines that may run over a gutter
_MANY_LINES = 8
_GLUED = re.compile(r"(?P<word>[A-Za-z-]{4,40}+(?<=[a-z]{4}))\d++(?:\.\d++)?")
_SIGN = re.compile(r"[×x·±=]|[mμµnk]?S|m?eV|kJ|Ω")  # what stands between the parts of one value
_HALF = re.compile(r"10|\(?(?:[mμµnk]?S|kJ|Ω[−–-]1)")
_UNIT = re.compile(r"m?eV|[m%VK]|[MG]?Pa|°C|h|wt%|mol%|vol%")
_FEWEST_AGAIN = 3  # pieces of heads that are printed again
WIDE = 1.6  # widths of a character: a gap between two columns


@dataclass(slots=True)
class PrintedLine:
    """One printed line: its words, the pieces set apart by wide gaps, and whether an empty line is above it."""

    words: list[Word]
    pieces: list[list[Word]]
    apart: bool
    wide: float = math.inf  # a gap that stands for certain between two columns


def printed_lines(words: Sequence[Word], width: float, wide: float = math.inf) -> list[PrintedLine]:
    """The words line by line, cut into pieces at gaps wider than ``WIDE`` characters of this width."""
    lines: list[PrintedLine] = []
    number = None
    for word in words:
        if word.line != number:
            lines.append(PrintedLine([], [], number is not None and word.line > number + 1, wide))
            number = word.line
        line = lines[-1]
        if line.words and word.x0 - line.words[-1].x1 < WIDE * width:
            line.pieces[-1].append(word)
        else:
            line.pieces.append([word])
        line.words.append(word)
    return lines


def without_heads_again(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without those of heads that are printed again, as at the top of the next page.

    What stands below heads that moved across the page has moved with them and is put back.
    """
    texts = [" ".join(word.text for word in line.words) for line in lines]
    first = next((at for at, line in enumerate(lines) if _holds_data(line)), len(lines))
    kept: list[PrintedLine] = []
    moved: tuple[list[float], list[float]] = ([0.0], [0.0])
    at = 0
    while at < len(lines):
        begin = max(range(first), key=lambda head: _alike(texts[:first], head, texts[at:]), default=0)
        width = _alike(texts[:first], begin, texts[at:]) if at > first else 0
        again = lines[at : at + width]
        if sum(len(line.pieces) for line in again) < _FEWEST_AGAIN:
            kept.append(_shifted(lines[at], *moved))
            at += 1
            continue
        pairs = zip(_words(again), _words(lines[begin : begin + width]), strict=True)
        places = sorted({here.x0: there.x0 - here.x0 for here, there in pairs}.items())
        moved = [place for place, _ in places], [shift for _, shift in places]
        at += width
    return kept


def _words(lines: Sequence[PrintedLine]) -> list[Word]:
    return [word for line in lines for word in line.words]


def _shifted(line: PrintedLine, places: Sequence[float], shifts: Sequence[float]) -> PrintedLine:
    """A line with its pieces moved as heads at these places were."""
    if not any(shifts):
        return line
    pieces = []
    for piece in line.pieces:
        shift = float(np.interp(piece[0].x0, places, shifts))
        pieces.append([replace(word, x0=word.x0 + shift, x1=word.x1 + shift) for word in piece])
    return PrintedLine([word for piece in pieces for word in piece], pieces, line.apart)


def _holds_data(line: PrintedLine) -> bool:
    return any(sort_of(printed(" ".join(word.text for word in piece))) in DATA for piece in line.pieces)


def _alike(heads: Sequence[str], begin: int, texts: Sequence[str]) -> int:
    """How many lines from one on are the same as heads from one on."""
    pairs = zip(heads[begin:], texts, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def candidates(lines: Sequence[PrintedLine], width: float) -> list[list[float]]:
    """Places of gutters, for each share of lines that may run over one, by pieces of lines or by single words.

    In a few lines the blanks between words line up by chance: there only pieces tell.
    """
    asked = [line for line in lines if len(line.pieces) > 1]
    step = width / 2
    found: list[list[float]] = []
    for whole in (True, False) if len(asked) >= _MANY_LINES else (True,):
        covered = _covered([line.pieces if whole else _unbroken(line.pieces) for line in asked], step)
        for share in _CROSSED if whole else _CROSSED[:2]:
            gutters = _gutters(covered <= share * len(asked), step)
            if 1 <= len(gutters) < MOST_COLUMNS and gutters not in found:
                found.append(gutters)
    return found


def _covered(lines: Sequence[Sequence[Sequence[Word]]], step: float) -> NDArray[np.int64]:
    """On how many lines one of their pieces stands at each place across the page, counted in steps."""
    right = max((piece[-1].x1 for pieces in lines for piece in pieces), default=0.0)
    covered = np.zeros(int(right / step) + 3, dtype=np.int64)
    for pieces in lines:
        for piece in pieces:
            covered[int(piece[0].x0 / step) : math.ceil(piece[-1].x1 / step)] += 1
    return covered


def _unbroken(pieces: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of a line, those together that no gutter parts: a value with power and unit, a bracket."""
    found: list[list[Word]] = []
    for piece in pieces:
        begun = len(found)
        for word in piece:
            held = len(found) > begun and (_SIGN.fullmatch(word.text) or _holds(found[-1]))
            if held:
                found[-1].append(word)
            else:
                found.append([word])
    return found


def _holds(words: Sequence[Word]) -> bool:
    """Whether a sign at the end, or a bracket that is open, holds the next word."""
    text = " ".join(word.text for word in words)
    last = words[-1].text
    return bool(_SIGN.fullmatch(last) or _HALF.fullmatch(last)) or text.count("(") > text.count(")")


def _gutters(free: NDArray[np.bool_], step: float) -> list[float]:
    """The middles of the inner stretches that are free."""
    filled = np.flatnonzero(~free)
    if not len(filled):
        return []
    gaps = np.flatnonzero(np.diff(filled) > 1)
    return [float((filled[at] + 1 + filled[at + 1]) / 2 * step) for at in gaps]


def column_of(word: Word, gutters: Sequence[float]) -> int:
    """The column in which the middle of a word stands."""
    return bisect_left(gutters, (word.x0 + word.x1) / 2)


def _parted(word: Word, gutters: Sequence[float]) -> list[Word]:
    """A word and the number printed right behind it in the next column, where a full cell left no blank between."""
    glued = _GLUED.fullmatch(word.text)
    if glued is None or word.x1 - word.x0 != len(word.text):  # only evenly spaced characters are so full
        return [word]
    if not any(word.x0 < gutter < word.x1 for gutter in gutters):
        return [word]
    at = glued.end("word")
    return [
        replace(word, text=word.text[:at], end=word.start + at, x1=word.x0 + at),
        replace(word, text=word.text[at:], start=word.start + at, x0=word.x0 + at),
    ]


def _held(line: PrintedLine) -> list[list[Word]]:
    """The words of a line, those together that no gutter parts where the places of words are known only about."""
    return _unbroken(line.pieces) if line.wide < math.inf else [[word] for word in line.words]


def cells_of_line(line: PrintedLine, gutters: Sequence[float], width: float) -> list[list[Word]]:
    """The words of a line by columns; the last word of a cell that a squeezed line pushed to the left is put back."""
    cells: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for held in _held(line):
        parts = _parted(held[0], gutters) if len(held) == 1 else held
        middle = replace(held[0], x1=held[-1].x1)
        for part in parts:
            cells[column_of(part if len(held) == 1 else middle, gutters)].append(part)
    for column, gutter in enumerate(gutters):
        cell = cells[column]
        beyond = cells[column + 1]
        if len(cell) < 2 or sort_of(printed(cell[-1].text)) not in DATA:
            continue
        if continues(" ".join(word.text for word in cell[:-1]), cell[-1].text):
            continue
        if (not beyond and cell[-1].x1 > gutter - width) or (beyond and _UNIT.fullmatch(beyond[0].text)):
            beyond.insert(0, cell.pop())
    return cells


def more_gutters(gutters: Sequence[Sequence[float]], bounds: Sequence[float], width: float) -> list[float]:
    """Gutters that other sets hold, apart from those of one set and from each other."""
    found: list[float] = []
    for at in sorted({at for whole in gutters for at in whole}):
        if all(abs(at - other) > 2 * width for other in (*bounds, *found)):
            found.append(at)
    return found
