"""The moves of a reading found by the search, traced back from where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from corpus.tables.grid.search import (
    MOST_LEFT_OUT,
    At,
    Lattice,
    Models,
    Scores,
    scores_inside,
    title_cost,
)
from corpus.tables.grid.sorts import Sort

_EXACT = 1e-6


class Move(Enum):
    """What a stretch of tokens was read as."""

    CELL = "cell"
    TITLE = "title"
    JUNK = "junk"


class Step(NamedTuple):
    """One move of a reading; ``column`` is the cell's, or the last one filled before."""

    move: Move
    begin: int
    end: int
    column: int
    sort: Sort = Sort.TEXT
    new_row: bool = False


def trace(lattice: Lattice, models: Models, scores: Scores, which: int) -> list[Step]:
    """The moves of one model's best reading, in order."""
    return _Trace(lattice, models, scores, which).steps()


class _Trace:
    """One model's scores as plain numbers, which single look-ups read faster."""

    def __init__(self, lattice: Lattice, models: Models, scores: Scores, which: int) -> None:
        self.lattice = lattice
        self.size = int(models.sizes[which])
        self.end = int(scores.ends[which])
        self.total = float(scores.totals[which])
        columns = models.columns(which)
        self.best: list[list[float]] = scores.best[: self.end + 1, columns].tolist()
        self.profiles: list[list[float]] = models.profiles[columns].tolist()
        self.skips: list[float] = models.skips[columns].tolist()
        self.inner: list[float] = scores_inside(lattice, models.gaps[:, [which]])[:, 0].tolist()
        self.between: list[float] = models.gaps[At.BETWEEN, which].tolist()
        self.rows: list[float] = models.gaps[At.ROWS, which].tolist()

    def steps(self) -> list[Step]:
        found: list[Step] = []
        at, column = self.end, self._closing(self.end, self.total)
        while at > 0 and column is not None:
            step = self._cell(at, column) or self._junk(at, column) or self._title(at, column)
            if step is None:
                break
            found.append(step[0])
            at, column = step[0].begin, step[1]
        return found[::-1]

    def _closing(self, at: int, closed: float) -> int | None:
        """The last column filled of a row that ends here with this score."""
        cost = 0.0
        for column in range(self.size - 1, max(self.size - 4, -1), -1):
            if abs(self.best[at][column] - cost - closed) < _EXACT:
                return column
            cost += self.skips[column]
        return None

    def _cell(self, at: int, column: int) -> tuple[Step, int] | None:
        profile, inner, best, arriving = self.profiles[column], self.inner, self.best, self.lattice.arriving[at]
        left = best[at][column]
        for left_out in range(MOST_LEFT_OUT + 1):  # columns are seldom left out: all cells without are tried first
            before = (column - 1 - left_out) % self.size
            new_row = before >= column
            gaps = self.rows if new_row else self.between
            for begin, gap, (_, sort, inside, bonus) in arriving:
                gained = gaps[gap] + profile[sort] + inner[inside] + bonus
                if -_EXACT < best[begin][before] + gained - left < _EXACT:
                    return Step(Move.CELL, begin, at, column, sort, new_row), before
            left += self.skips[before]
        return None

    def _junk(self, at: int, column: int) -> tuple[Step, int] | None:
        before = self.best[at - 1][column] - self.lattice.junk[at - 1]
        if abs(before - self.best[at][column]) < _EXACT:
            return Step(Move.JUNK, at - 1, at, column), column
        return None

    def _title(self, at: int, column: int) -> tuple[Step, int] | None:
        if column != self.size - 1:
            return None
        for begin in self._titles_to(at):
            closing = self._closing(begin, self.best[at][column] + title_cost(self.lattice, begin, at))
            if closing is not None:
                return Step(Move.TITLE, begin, at, column), closing
        return None

    def _titles_to(self, at: int) -> Sequence[int]:
        return [begin for begin in range(max(at - 24, 0), at) if self.lattice.titles[begin] == at]
