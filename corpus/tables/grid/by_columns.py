"""A table printed column after column: heads, each followed by as many cells as the others."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.heads import fits_of, is_crowded
from corpus.tables.grid.profiles import SORTS, Floats, profiles_of
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token

_HEAD_LINES = 4
_FEWEST_COLUMNS = 2
_FEWEST_CELLS = 3  # of a column
_MOST_CELLS = 200
_COLUMN = 1.0  # cost of a column besides the logarithm of its cells
_LEAST_FIT = 0.8  # nats a cell


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line, or lines of which the look says that they are one cell."""

    tokens: tuple[Token, ...]
    text: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class _Column:
    head: tuple[int, int]  # units
    cells: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Chain:
    """Columns that follow each other without a gap, and how well all of them fit."""

    score: float = 0.0
    columns: tuple[_Column, ...] = field(default=())


def read_by_columns(tokens: Sequence[Token], furniture: frozenset[int]) -> Grid | None:
    """The table whose columns stand one after the other; None unless heads part runs of cells of one length.

    A run that is longer than the others is no column of theirs: then nothing is read side by side.
    """
    kept = [token for at, token in enumerate(tokens) if token.text and at not in furniture]
    found = [_read(units) for units in (_units(kept, whole=False), _units(kept, whole=True))]
    return max((grid for grid in found if grid is not None), key=lambda grid: grid.score, default=None)


def _units(tokens: Sequence[Token], *, whole: bool) -> list[_Unit]:
    """The lines, those that go on with the one before joined to it where ``whole``."""
    groups: list[list[Token]] = []
    text = ""
    for token in tokens:
        goes_on = whole and text and token.gap is not Gap.BLANK and continues(text, token.text)
        if goes_on and not (sort_of(text) in DATA and sort_of(token.text) in DATA):
            groups[-1].append(token)
            text = joined(text, token.text)
        else:
            groups.append([token])
            text = token.text
    return [_Unit(tuple(group), said := _text(group), sort_of(said)) for group in groups]


def _text(tokens: Sequence[Token]) -> str:
    text = ""
    for token in tokens:
        text = joined(text, token.text)
    return text


def _read(units: Sequence[_Unit]) -> Grid | None:
    heads = {at: here for at in range(len(units)) if (here := list(_heads_at(units, at)))}
    windows = _Windows.of(units, heads.keys())
    lengths = {
        length
        for at, here in heads.items()
        for width, _ in here
        for after in heads
        if _FEWEST_CELLS <= (length := after - at - width) < min(len(units) - after, _MOST_CELLS)
    }
    chains = (_longest(windows.scores(length), heads, length) for length in sorted(lengths))
    best = max(chains, key=lambda chain: chain.score, default=_Chain())
    if len(best.columns) < _FEWEST_COLUMNS or _goes_on(units, best):
        return None
    return _grid(units, best)


def _heads_at(units: Sequence[_Unit], at: int) -> Iterator[tuple[int, Below]]:
    """Widths of the heads that may begin at a unit, and what stands below each."""
    text = ""
    for end in range(at + 1, min(at + _HEAD_LINES, len(units)) + 1):
        unit = units[end - 1]
        if unit.sort in DATA or unit.sort in NAMES_ALONE:
            return
        text = joined(text, unit.text)
        if (kind := below(text)) is not Below.UNKNOWN and not is_crowded([unit.text for unit in units[at:end]]):
            yield end - at, kind


def _longest(scores: Mapping[Below, list[float]], heads: Mapping[int, list[tuple[int, Below]]], length: int) -> _Chain:
    """The best chain of columns with ``length`` cells each; ``scores``: of a column's cells by where they begin."""
    chains: dict[int, _Chain] = {}
    nothing = _Chain()
    for at in sorted(heads, reverse=True):
        for width, kind in heads[at]:
            begin, end = at + width, at + width + length
            if begin >= len(scores[kind]):
                continue
            behind = chains.get(end, nothing)
            gained = scores[kind][begin] + behind.score
            if gained > chains.get(at, nothing).score:
                chains[at] = _Chain(gained, (_Column((at, begin), (begin, end)), *behind.columns))
    return max(chains.values(), key=lambda chain: chain.score, default=nothing)


@dataclass(frozen=True, slots=True)
class _Windows:
    """Running sums over the units: how many of each sort, and how many words that may head a column."""

    sorts: Floats
    heads: Floats

    @classmethod
    def of(cls, units: Sequence[_Unit], heads: Container[int]) -> Self:
        sorts, words = np.zeros((len(units) + 1, SORTS)), np.zeros(len(units) + 1)
        for at, unit in enumerate(units):
            sorts[at + 1, unit.sort] = 1.0
            words[at + 1] = unit.sort is Sort.TEXT and at in heads
        return cls(sorts.cumsum(axis=0), words.cumsum())

    def scores(self, length: int) -> dict[Below, list[float]]:
        """How much likelier so many units from each place on are one column below a head of a kind than any text.

        The head of another column among data tells that cells are missing: then they are no column.
        """
        counts = self.sorts[length:] - self.sorts[:-length]
        cells = (counts * profiles_of(counts)).sum(axis=1) - _COLUMN - math.log1p(length)
        missing = 2 * counts[:, list(DATA)].sum(axis=1) > length
        cells[missing & (self.heads[length:] > self.heads[:-length])] = -np.inf
        return {kind: (cells + fits_of(kind, counts / length)).tolist() for kind in Below}


def _goes_on(units: Sequence[_Unit], chain: _Chain) -> bool:
    """Whether data stand before the first head or the last column goes on: its columns are not of one length."""
    first, last = chain.columns[0].head[0], chain.columns[-1].cells[1]
    before = units[first - 1].sort if first else Sort.TEXT
    behind = units[last] if last < len(units) else None
    if before in DATA or before in NAMES_ALONE:
        return True
    return behind is not None and behind.sort in {unit.sort for unit in units[last - _FEWEST_CELLS : last]} - {
        Sort.TEXT
    }


def _grid(units: Sequence[_Unit], chain: _Chain) -> Grid | None:
    columns = chain.columns
    length = columns[0].cells[1] - columns[0].cells[0]
    data = [sum(unit.sort in DATA for unit in units[c.cells[0] : c.cells[1]]) for c in columns]
    if 2 * max(data) < length or chain.score < _LEAST_FIT * length * len(columns):
        return None
    heads = [[word for unit in units[c.head[0] : c.head[1]] for t in unit.tokens for word in t.words] for c in columns]
    rows = [
        [[word for token in units[column.cells[0] + row].tokens for word in token.words] for column in columns]
        for row in range(length)
    ]
    last = units[columns[-1].cells[1] - 1].tokens[-1].line
    return Grid(
        heads,
        rows,
        margin=chain.score,
        fit=chain.score / (length * len(columns)),
        score=chain.score,
        head_line=units[columns[0].head[0]].tokens[0].line,
        last_line=last,
    )
