"""Tables of so few rows that nothing but their heads tells what columns hold: some rows that fit them exactly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.tables.grid.fit import head_run
from corpus.tables.grid.gaps import Cut
from corpus.tables.grid.head_words import Below
from corpus.tables.grid.heads import stands_below
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import Lattice, lattice_of
from corpus.tables.grid.sorts import DATA, Sort
from corpus.tables.grid.tokens import Gap, Token, Word

_ROWS = range(2, 5)
_FIT = 1.0  # nats a cell, as tables have of which every cell fits its column
_UNTOLD = frozenset({Below.UNKNOWN, Below.TEXT, Below.CONDITION})  # kinds below which words stand


def read_few(tokens: Sequence[Token]) -> Grid | None:
    """The table whose heads are all known and whose rows hold one cell a head, of a sort that it asks for.

    ``tokens``: words of the region. None where a cell is missing or the lines of the rows hold anything else.
    """
    lattice = lattice_of(tokens, cut=Cut.WORDS)
    heads = head_run(lattice)
    if heads is None or Below.NAME not in heads.kinds or not _UNTOLD.isdisjoint(heads.kinds):
        return None
    rows: list[list[int]] = []
    at = heads.end
    while row := _row(lattice, at, heads.kinds):
        rows.append(row)
        at = row[-1]
    behind = tokens[at : at + 1]
    if len(rows) not in _ROWS or any(token.gap > Gap.BLANK or lattice.edges[at][0].sort in DATA for token in behind):
        return None
    return Grid(
        _cells(tokens, [heads.begin, *heads.ends]),
        [_cells(tokens, row) for row in rows],
        fit=_FIT,
        head_line=tokens[heads.begin].line,
        last_line=tokens[at - 1].line,
    )


def _row(lattice: Lattice, begin: int, kinds: Sequence[Below]) -> list[int]:
    """Where the cells of the row that begins at a token begin, and where it ends; nothing where it is none."""
    places = [begin]
    for kind in kinds:
        edges = lattice.edges[places[-1]] if places[-1] < len(lattice.tokens) else ()
        fitting = (edge for edge in edges if stands_below(kind, edge.sort) and edge.sort is not Sort.TEXT)
        edge = next(fitting, None)
        if edge is None or (len(places) == 1 and lattice.tokens[begin].gap > Gap.BLANK):
            return []
        places.append(places[-1] + edge.width)
    return places


def _cells(tokens: Sequence[Token], places: Sequence[int]) -> list[list[Word]]:
    return [[word for token in tokens[begin:end] for word in token.words] for begin, end in pairwise(places)]
