"""The heads of a table that a conversion flattened: glued to the caption, to each other and to the first cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.tables import patterns
from corpus.tables.cell_types import is_prose
from corpus.tables.head_line import Holds, cut_head, holds, is_head_line

LONGEST_HEAD = 70
VALUES = (Holds.CONDUCTIVITY, Holds.ENERGY)


class FlatHead(NamedTuple):
    """One head; offsets are raw."""

    start: int
    end: int
    holds: Holds


class FlatTop(NamedTuple):
    """What stands above the cells: the caption's end and the heads behind it, in order. Offsets are raw."""

    caption_end: int
    heads: list[FlatHead]


def read_top(raw: str, start: int, end: int) -> FlatTop | None:
    """Caption and heads of ``raw[start:end]``, which runs from behind the table's label to its first cell.

    The heads are the last pieces before the cells; behind a column of sources only titles of rows may follow, which are
    left out. None when no head stands there.
    """
    pieces = _pieces(raw, start, end)
    sources = [at for at, piece in enumerate(pieces) if at and _is_source_head(raw[piece[0] : piece[1]])]
    last = sources[-1] + 1 if sources else len(pieces)
    first = last
    while first > 1 and _is_head(raw[pieces[first - 1][0] : pieces[first - 1][1]]):
        first -= 1
    if first == last:
        return None
    heads = [head for piece in pieces[first:last] for head in _heads(raw, *piece)]
    unread = raw[pieces[first - 1][0] : pieces[first - 1][1]].strip()
    caption_end = pieces[first - 1][1]
    if first > 1 and unread.isalpha() and unread[0].isupper():
        caption_end = pieces[first - 1][0]  # the head of a column that is not read
    return FlatTop(caption_end, heads)


def find_top(raw: str, start: int, end: int) -> tuple[FlatTop, int] | None:
    """The first heads in ``raw[start:end]`` of which one announces values, and where the cells behind them begin."""
    pieces = _pieces(raw, start, end)
    first = 1
    while first < len(pieces):
        last = first
        while last < len(pieces) and _is_head(raw[pieces[last][0] : pieces[last][1]]):
            last += 1
        heads = [head for piece in pieces[first:last] for head in _heads(raw, *piece)]
        if len(heads) > 1 and has_values(heads) and last < len(pieces):
            return FlatTop(pieces[first - 1][1], heads), pieces[last][0]
        first = max(last, first) + 1
    return None


def head_at(raw: str, position: int) -> FlatHead | None:
    """The head that begins exactly here, among the cells."""
    match = patterns.FLAT_HEAD.match(raw, position)
    if match is None or not match.group().strip():
        return None
    return FlatHead(match.start(), match.end(), holds(match.group()))


def has_values(heads: Sequence[FlatHead]) -> bool:
    """Whether a column of conductivities or energies is among them."""
    return any(head.holds in VALUES for head in heads)


def _pieces(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut where words are glued to each other, outside brackets."""
    cuts = [start]
    depth, seen = 0, start
    for match in patterns.GLUED_HEAD.finditer(raw, start + 1, end):
        between = raw[seen : match.start()]
        depth = max(depth + between.count("(") + between.count("[") - between.count(")") - between.count("]"), 0)
        seen = match.start()
        if not depth:
            cuts.append(match.start())
    return [(first, last) for first, last in zip(cuts, [*cuts[1:], end], strict=True) if raw[first:last].strip()]


def _is_source_head(text: str) -> bool:
    return holds(text) is Holds.REFERENCE and len(text.split()) == 1


def _is_head(text: str) -> bool:
    text = text.strip()
    if len(text) > LONGEST_HEAD or is_prose(text) or text.endswith((",", ";")):
        return False
    if is_head_line(text):
        return True
    # "Sulfide electrolytes": few words of which the last are known
    matches = list(patterns.HEAD_PHRASE.finditer(text))
    return bool(matches) and matches[-1].end() == len(text) and len(text.split()) <= 4 and text[0].isupper()


def _heads(raw: str, start: int, end: int) -> list[FlatHead]:
    return [FlatHead(start + column.start, start + column.end, column.holds) for column in cut_head(raw[start:end])]
