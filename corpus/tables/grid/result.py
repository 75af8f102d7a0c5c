"""The grid that a region was read as."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.tables.grid.tokens import Word


@dataclass(slots=True)
class Grid:
    """Heads and rows of cells as words; ``titles`` are the numbers of rows that only title those below."""

    heads: list[list[Word]]
    rows: list[list[list[Word]]]
    titles: frozenset[int] = frozenset()
    margin: float = 0.0  # log likelihood to the next different grid
    fit: float = 0.0  # log likelihood a cell
    score: float = 0.0  # log likelihood of the whole, less the cost of its columns
    head_line: int = 0  # first line of the heads, or of the rows when there are none
    last_line: int = 0
    left_out: int = 0  # rows that could not be cut for certain and hold nothing
