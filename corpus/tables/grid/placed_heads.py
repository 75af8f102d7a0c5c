"""Heads above a grid whose columns are known by their gutters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from corpus.tables.cell_types import is_prose
from corpus.tables.grid.gutters import PrintedLine, column_of
from corpus.tables.grid.tokens import Word

MOST_HEAD_LINES = 8
_WIDER = 1.2  # times its column: a head that stands out over it


def heads_above(
    lines: Sequence[PrintedLine],
    cut: Sequence[list[list[Word]]],
    first: int,
    gutters: Sequence[float],
    *,
    loose: bool = False,
) -> list[list[Word]]:
    """The words above the first row in each column; a piece that spans several columns heads each of them.

    ``loose``: places are not exact, so that a piece hardly wider than the column it stands in heads that one alone.
    """
    above = first
    while above > 0 and first - above < MOST_HEAD_LINES and _is_head(lines[above - 1], gutters):
        above -= 1
    while (
        above < first
        and len(lines[above].pieces) < 2
        and not _spans(lines[above].pieces[0], gutters, cut, above, first)
    ):
        above += 1
    heads: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for at in range(above, first):
        for piece in lines[at].pieces:
            middle = _column_of_all(piece, gutters) if loose else None
            covered = [middle] if middle is not None else _spans(piece, gutters, cut, at, first)
            if covered:
                for column in covered:
                    heads[column].extend(piece)
            else:
                for word in piece:
                    heads[column_of(word, gutters)].append(word)
    return heads


def _column_of_all(piece: Sequence[Word], gutters: Sequence[float]) -> int | None:
    """The column in which the middle of a piece stands; None where the piece is wider."""
    whole = replace(piece[0], x1=piece[-1].x1)
    column = column_of(whole, gutters)
    edges = (0.0, *gutters, math.inf)
    return column if whole.x1 - whole.x0 <= _WIDER * (edges[column + 1] - edges[column]) else None


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
