"""Heads above a grid whose columns are known by their gutters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from statistics import median

import numpy as np

from corpus.tables.cell_types import is_prose
from corpus.tables.grid.gutters import PrintedLine, column_of, printed_lines
from corpus.tables.grid.head_words import below, is_known
from corpus.tables.grid.heads import NO_HEAD, Fits, column_fits, gain
from corpus.tables.grid.raised import text_of
from corpus.tables.grid.result import Grid
from corpus.tables.grid.sorts import DATA, Sort, printed, sort_of
from corpus.tables.grid.tokens import Word
from corpus.tables.grid.two_levels import spanned

MOST_HEAD_LINES = 8
_LOOSE, _LOOSER = 3.0, 0.15  # by how much heads are set wider than rows, and for each width of the gap before them
_BOLD = 0.1  # how much wider blanks before bold heads are than the font's figures tell
_MOST_READINGS = 60
_FEWEST_AGAIN = 2  # known heads among lines of words that all stand above the first data, too


def heads_above(
    lines: Sequence[PrintedLine],
    cut: Sequence[list[list[Word]]],
    first: int,
    gutters: Sequence[float],
) -> list[list[Word]]:
    """The words above the first row in each column; a piece that spans several columns heads each of them."""
    heads: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for at in range(_first_head_line(lines, cut, first, gutters), first):
        reached = _reached(lines[at : min(at + 2, first)], gutters)
        for piece in lines[at].pieces:
            over = reached.get(column_of(piece[0], gutters), range(0))
            covered = over or _spans(piece, gutters, cut, at, first)
            if covered:
                said = [heads[over.start] if over else heads[column] for column in covered]
                for column, words in zip(covered, said, strict=True):
                    heads[column] = [*words, *piece]
            else:
                for word in piece:
                    heads[column_of(word, gutters)].append(word)
    return heads


def _first_head_line(
    lines: Sequence[PrintedLine], cut: Sequence[list[list[Word]]], first: int, gutters: Sequence[float]
) -> int:
    """The first line of the heads above the first row: one of several pieces, or of one that spans columns."""
    above = first
    while above > 0 and first - above < MOST_HEAD_LINES and _is_head(lines[above - 1], gutters):
        above -= 1
    while (
        above < first
        and len(lines[above].pieces) < 2
        and not _spans(lines[above].pieces[0], gutters, cut, above, first)
    ):
        above += 1
    return above


def _reached(lines: Sequence[PrintedLine], gutters: Sequence[float]) -> Mapping[int, range]:
    """The columns that heads of a line stand over, by where each begins; ``lines``: it and the one below, if any."""
    begun = [{column_of(piece[0], gutters) for piece in line.pieces} for line in lines]
    return spanned(begun[0], begun[1], len(gutters) + 1) if len(begun) > 1 else {}


def _is_head(line: PrintedLine, gutters: Sequence[float]) -> bool:
    """Whether a line above the rows may be one of their heads: pieces in columns, no running text."""
    text = " ".join(word.text for word in line.words)
    if len(line.pieces) > 1:
        return not (is_prose(text) and len(line.pieces) < 3)
    columns = {column_of(word, gutters) for word in line.words}
    return len(columns) <= max(2, (len(gutters) + 1) // 2) and not text.endswith(".") and not is_prose(text)


def _spans(
    piece: Sequence[Word], gutters: Sequence[float], cut: Sequence[list[list[Word]]], at: int, first: int
) -> list[int]:
    """The columns that a head spans: it runs over a gutter, and the line below heads each of its columns by itself."""
    columns = sorted({column_of(word, gutters) for word in piece})
    short = len(piece) <= 2 * len(columns)
    if at + 1 >= first:
        return []
    left, right = piece[0].x0, piece[-1].x1
    below = [
        column
        for column, cell in enumerate(cut[at + 1])
        if cell and ((short and column in columns) or (cell[0].x0 < right and cell[-1].x1 > left))
    ]
    crosses = len(columns) > 1 or len(below) > 1
    return below if crosses and len(below) > 1 and len(piece) > 0 and _is_one_head(piece, columns, gutters) else []


def _is_one_head(piece: Sequence[Word], columns: Sequence[int], gutters: Sequence[float]) -> bool:
    """Whether the words of a piece stand closer than columns do: no word begins a column's own head."""
    if len(columns) < 2:
        return True
    edges = [gutters[column - 1] for column in columns[1:]]
    return any(word.x0 < edge < word.x1 for word in piece for edge in edges) or len(piece) >= len(columns)


def heads_again(words: Sequence[Word], width: float) -> list[list[PrintedLine]]:
    """The lines of heads that are printed again among the rows, as on a next page, in whatever order: runs of them."""
    lines = printed_lines(words, width)
    data = (at for at, line in enumerate(lines) if any(sort_of(text_of(piece, width)) in DATA for piece in line.pieces))
    first = next(data, len(lines))
    known = {word.text for line in lines[:first] for word in line.words}
    runs = groupby(lines[first:], lambda line: all(word.text in known for word in line.words))
    again = [list(run) for is_again, run in runs if is_again]
    return [run for run in again if sum(_is_known(piece) for line in run for piece in line.pieces) >= _FEWEST_AGAIN]


def _is_known(piece: Sequence[Word]) -> bool:
    return is_known(printed(" ".join(word.text for word in piece)))


def heads_in_order(
    words: Sequence[Word], again: Sequence[Sequence[PrintedLine]], grid: Grid, width: float
) -> list[list[Word]] | None:
    """The heads of a grid whose words stand about there: each piece in the order of its line above what it tells of.

    ``words``: of the region, the heads among them; ``again``: where they are printed another time, of which the best
    counts. None where a column stays without a head or heads fit nowhere.
    """
    rows = [row for at, row in enumerate(grid.rows) if at not in grid.titles]
    columns = list(zip(*rows, strict=True))
    above = printed_lines(_between(words, grid.head_line, _first_line(rows)), width)
    middles = [_middle(column) for column in columns]
    fits = _fits(columns, width)
    score, heads = max((_in_order(lines, middles, fits, width) for lines in (above, *again)), key=lambda one: one[0])
    return [list(head) for head in heads] if score > 0.0 and all(heads) else None


def _in_order(
    lines: Sequence[PrintedLine], middles: Sequence[float], fits: Sequence[Fits], width: float
) -> tuple[float, tuple[tuple[Word, ...], ...]]:
    """The best heads of columns that these lines make, and how well they fit."""
    columns = len(fits)
    readings: list[tuple[float, tuple[tuple[Word, ...], ...]]] = [(NO_HEAD * columns, ((),) * columns)]
    for line in lines:
        reached = [(score, heads, 0, 0.0) for score, heads in readings]
        right = 0.0
        for piece in line.pieces:
            gap, right = piece[0].x0 - right, piece[-1].x1
            further = []
            for score, heads, begin, before in reached:
                for at in range(begin, columns):
                    gained = _gained(text_of(heads[at], width), text_of(piece, width), fits[at])
                    moved = middles[at] - (piece[0].x0 + right) / 2
                    astray = max(before - moved, moved - before - _BOLD * gap, 0.0)
                    gained -= astray / (_LOOSE + _LOOSER * gap)
                    heads_so = (*heads[:at], (*heads[at], *piece), *heads[at + 1 :])
                    further.append((score + gained, heads_so, at + 1, moved))
            reached = sorted(further, key=lambda one: -one[0])[:_MOST_READINGS]
        readings = [(score, heads) for score, heads, *_ in reached] or readings
    return readings[0]


def _between(words: Sequence[Word], first: int, last: int) -> list[Word]:
    return [word for word in words if first <= word.line < last]


def _first_line(rows: Sequence[Sequence[Sequence[Word]]]) -> int:
    return min(word.line for row in rows for cell in row for word in cell)


def _gained(name: str, said: str, fits: Fits) -> float:
    """What a piece tells for a column with this head so far."""
    return gain(name, said, fits) if name else fits[below(said)] - NO_HEAD


def _fits(columns: Sequence[Sequence[Sequence[Word]]], width: float) -> list[Fits]:
    counts = np.zeros((len(columns), len(Sort)))
    for at, column in enumerate(columns):
        for cell in column:
            counts[at, sort_of(text_of(cell, width))] += 1.0
    return column_fits(counts)


def _middle(column: Sequence[Sequence[Word]]) -> float:
    """The middle between where the cells of a column usually begin and end."""
    filled = [cell for cell in column if cell]
    begins, ends = (
        [min(word.x0 for word in cell) for cell in filled],
        [max(word.x1 for word in cell) for cell in filled],
    )
    return (median(begins) + median(ends)) / 2 if filled else math.inf
