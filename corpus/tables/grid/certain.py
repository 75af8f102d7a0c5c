"""Rows that were printed into each other: put right where all cells fit, else told, for they cannot be cut for certain.

Converters print neighbouring rows as a block: their names, then their values, then their energies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.elements import SYMBOL
from corpus.tables import patterns
from corpus.tables.grid.formulas import closed
from corpus.tables.grid.head_words import Below
from corpus.tables.grid.heads import stands_below
from corpus.tables.grid.profiles import Floats
from corpus.tables.grid.search import Lattice
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Word
from corpus.tables.grid.trace import Move, Step

_WHOLE = re.compile(rf"(?:Li|Na)(?:[\d.(]|{SYMBOL}){{2,}}[^\s,]*")  # a compound of the field from its mobile ion on
_OPEN_MIXTURE = re.compile(r"\S{2} \+(?: \d{1,2}(?:\.\d{1,2})?(?: ?(?:wt|vol|mol)\.? ?%)?)?$")  # its last part is lost
_MOST_IN_BLOCK = 8  # rows
_MEASURED = frozenset({Below.CONDUCTIVITY, Below.ENERGY, Below.TEMPERATURE})


def parted_blocks(lattice: Lattice, steps: Sequence[Step], counts: Floats) -> list[Step]:
    """The moves with the cells of each block of rows printed column after column given to their rows."""
    holds = [_holds_names(column) for column in counts]
    found: list[Step] = []
    at = 0
    while at < len(steps):
        sizes = range(2, _MOST_IN_BLOCK + 1) if steps[at].new_row else ()
        rows = next((n for n in sizes if _is_block(lattice, steps[at : at + n * len(holds)], holds, n)), 0)
        if not rows:
            found.append(steps[at])
            at += 1
            continue
        for row in range(rows):
            for column in range(len(holds)):
                cell = steps[at + column * rows + row]
                found.append(cell._replace(column=column, new_row=column == 0))
        at += rows * len(holds)
    return found


def _is_block(lattice: Lattice, block: Sequence[Step], holds: Sequence[bool], rows: int) -> bool:
    """Whether these are so many rows whose cells fit column by column and not as they were read."""
    if len(block) < rows * len(holds) or lattice.tokens[block[rows].begin].gap is not Gap.BLANK:
        return False
    for place, step in enumerate(block):
        apart = lattice.tokens[step.begin].gap is Gap.BLANK
        if holds[place // rows] is not _is_name(step.sort) or (place and apart is not (place % rows == 0)):
            return False
    if any(step.move is not Move.CELL for step in block):
        return False
    as_read = all(holds[step.column] is _is_name(step.sort) for step in block)
    return not as_read or sum(step.new_row for step in block) != rows


def _is_name(sort: Sort) -> bool:
    return sort in NAMES_ALONE


def _holds_names(counts: Floats) -> bool:
    return float(counts[list(NAMES_ALONE)].sum()) > 0.5 * float(counts.sum())


def below_their_heads(steps: Sequence[Step], heads: Sequence[Below]) -> list[Step]:
    """The moves with each cell that cannot stand below its head given to the one empty column whose head it fits."""
    filled: list[set[int]] = []
    rows: list[int] = []
    for step in steps:
        if step.move is Move.CELL and (step.new_row or not filled):
            filled.append(set())
        rows.append(len(filled) - 1)
        if step.move is Move.CELL:
            filled[-1].add(step.column)
    found = []
    for step, row in zip(steps, rows, strict=True):
        fit = [at for at, kind in enumerate(heads) if at not in filled[row] and kind in _MEASURED]
        fit = [at for at in fit if stands_below(heads[at], step.sort)]
        amiss = step.move is Move.CELL and _is_amiss(step.sort, heads[step.column]) and len(fit) == 1
        found.append(step._replace(column=fit[0]) if amiss else step)
    return found


def doubtful_rows(lattice: Lattice, steps: Sequence[Step], counts: Floats, heads: Sequence[Below]) -> frozenset[int]:
    """First tokens of rows in each other's columns, below other heads, with half a name, or beside what was lost.

    A name left out may name the row behind it, data left out may belong to the row before, both may stand inside one.
    """
    doubtful = _shifted(steps, counts)
    row = -1
    name_lost = data_lost = False
    for step in steps:
        if step.move is Move.JUNK and step.begin not in lattice.furniture:
            sort = sort_of(lattice.tokens[step.begin].text)
            name_lost |= sort in NAMES_ALONE
            data_lost |= sort in DATA
        elif step.move is Move.CELL:
            before, row = row, step.begin if step.new_row else row
            last = lattice.tokens[step.end - 1].text
            if _is_amiss(step.sort, heads[step.column]) or _OPEN_MIXTURE.search(last):
                doubtful.add(row)
            if data_lost or (name_lost and not step.new_row):
                doubtful.add(before)
            if name_lost:
                doubtful.add(row)
            name_lost = data_lost = False
    return frozenset(doubtful | ({row} if data_lost else set()))


def _is_amiss(sort: Sort, kind: Below) -> bool:
    """Whether no cell of this sort stands below such a head: a name among measured values, an energy with a power."""
    return (kind in _MEASURED and _is_name(sort)) or (kind is Below.ENERGY and sort is Sort.POWER)


def _shifted(steps: Sequence[Step], counts: Floats) -> set[int]:
    """First tokens of two rows of which the upper has a name among data and one has data among names."""
    names = [_holds_names(column) for column in counts]
    data = [float(column[list(DATA)].sum()) > 0.5 * float(column.sum()) for column in counts]
    rows = _rows(steps)
    shifted: set[int] = set()
    for row, below in pairwise([*rows, []]):
        named = any(data[step.column] and _is_name(step.sort) for step in row)
        if named and any(names[step.column] and step.sort in DATA for step in (*row, *below)):
            shifted.update(one[0].begin for one in (row, below) if one)
    return shifted


def _rows(steps: Sequence[Step]) -> list[list[Step]]:
    rows: list[list[Step]] = []
    for step in steps:
        if step.move is Move.CELL:
            if step.new_row or not rows:
                rows.append([])
            rows[-1].append(step)
    return rows


def second_name(words: Sequence[Word]) -> int | None:
    """Which word begins the second of two whole compositions that one cell holds, none leading to the other."""
    for at in range(1, len(words)):
        before = closed(" ".join(word.text for word in words[:at]))
        behind = closed(" ".join(word.text for word in words[at:]))
        if is_compound(before.rpartition(" ")[2]) and is_compound(behind.partition(" ")[0]):
            return at
    return None


def is_compound(text: str) -> bool:
    """Whether a text is one whole composition of the field."""
    name = closed(text)
    return _WHOLE.fullmatch(name) is not None and patterns.FORMULA_TOKEN.match(name) is not None
