"""Heads printed among the rows of a table: from there on its columns hold something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.heads import are_heads, column_fits, cut_line
from corpus.tables.grid.profiles import Floats
from corpus.tables.grid.search import Lattice
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Token
from corpus.tables.grid.trace import Move, Step

_MEASURED = frozenset({Below.CONDUCTIVITY, Below.ENERGY})


class Part(NamedTuple):
    """Moves below the same heads; those above the first part are found elsewhere (None), others may not fit (empty)."""

    heads: Sequence[Sequence[Token]] | None
    steps: list[Step]


def parts_of(lattice: Lattice, steps: Sequence[Step], columns: int) -> list[Part]:
    """The moves cut where a row without data, or lines that belong to no row, head columns."""
    found = [Part(None, [])]
    for group in _groups(steps):
        heads = _heads(lattice, group) if found[-1].steps else []
        if heads:
            found.append(Part(heads if len(heads) == columns else [], []))
        else:
            found[-1].steps.extend(group)
    return found


def _groups(steps: Sequence[Step]) -> list[list[Step]]:
    """The moves of each row, and those of each run between rows."""
    groups: list[list[Step]] = []
    for step in steps:
        cell = step.move is Move.CELL
        if groups and not step.new_row and (groups[-1][-1].move is Move.CELL) is cell:
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _heads(lattice: Lattice, group: Sequence[Step]) -> list[list[Token]]:
    """The heads that moves hold; none where they hold data or a name or head nothing."""
    cells = [list(lattice.tokens[step.begin : step.end]) for step in group if step.begin not in lattice.furniture]
    if any(sort_of(token.text) in DATA | NAMES_ALONE for cell in cells for token in cell):
        return []
    if lattice.by_word and group[0].move is not Move.CELL:
        cells = [tokens for tokens, _ in cut_line([token for cell in cells for token in cell])]
    return cells if are_heads(" ".join(token.text for token in cell) for cell in cells) else []


def late_head(lattice: Lattice, steps: Sequence[Step], counts: Floats, heads: Sequence[str]) -> tuple[int, list[int]]:
    """The column without a head whose head was printed among the first rows, and its tokens; none where two may be."""
    bare = [column for column, head in enumerate(heads) if not head]
    texts = {step: " ".join(token.text for token in lattice.tokens[step.begin : step.end]) for step in steps}
    late = [(step, kind) for step in steps if step.sort is Sort.TEXT and (kind := below(texts[step])) in _MEASURED]
    if len(bare) != 1 or len(late) != 1 or column_fits(counts)[bare[0]][late[0][1]] < 0.0:
        return 0, []
    return bare[0], list(range(late[0][0].begin, late[0][0].end))


def without_head(steps: Sequence[Step], head: Sequence[int]) -> list[Step]:
    """The moves without the cell that is a head's tokens; a row that it began begins with the next cell."""
    found: list[Step] = []
    shift = 0
    for step in steps:
        shift = 0 if step.new_row else shift
        if step.begin in head:
            shift = int(step.new_row)
        else:
            moved = step._replace(column=step.column - shift) if shift else step
            found.append(moved._replace(new_row=True) if shift and not moved.column else moved)
    return found
