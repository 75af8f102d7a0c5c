"""The rows of a grid from the moves of its reading; those that cannot be cut for certain hold nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import and_

from corpus.tables.grid.above import Scored
from corpus.tables.grid.certain import below_their_heads, doubtful_rows, is_compound, parted_blocks, second_name
from corpus.tables.grid.fit import Fitted
from corpus.tables.grid.head_words import below
from corpus.tables.grid.inside import Part, late_head, parts_of, without_head
from corpus.tables.grid.magnitude import settle_by_size
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import Lattice
from corpus.tables.grid.tokens import Word
from corpus.tables.grid.trace import Move, Step


@dataclass(slots=True)
class _Body:
    """The rows as they are filled: ``titles`` head or title those below, of ``left_out`` nothing is told."""

    columns: int
    begin: int  # the token behind the heads
    rows: list[list[list[Word]]] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    left_out: list[int] = field(default_factory=list)

    def add_title(self, cells: Sequence[list[Word]]) -> None:
        self.titles.add(len(self.rows))
        self.rows.append([*cells, *([] for _ in range(self.columns - len(cells)))])

    def add_cell(self, step: Step, words: list[Word], *, doubtful: bool) -> None:
        if step.new_row or not self.rows or len(self.rows) - 1 in self.titles:
            if doubtful:
                self.left_out.append(len(self.rows))
            self.rows.append([[] for _ in range(self.columns)])
        self.rows[-1][step.column] = words

    def settle(self) -> None:
        """Give cells that two rows or columns may claim to one of them; empty the rows of which nothing is told."""
        _part_names(self.rows)
        _names_back(self.rows)
        for at in self.left_out:
            self.rows[at] = [[] for _ in range(self.columns)]
        settle_by_size([row for at, row in enumerate(self.rows) if at not in self.titles])


def grid_of(chosen: Scored, whole: Fitted) -> Grid:
    """The grid of the reading ``whole`` below the heads of the candidate that was chosen for it."""
    lattice = chosen.lattice
    used = [at for column in chosen.heads for at in column] + chosen.titles
    steps = parted_blocks(lattice, whole.steps, whole.counts)
    named = [column for column, text in enumerate(chosen.head_texts()) if is_compound(text)]
    if len(named) == 1:  # it names a row below, not what stands in its column
        chosen.heads[named[0]] = []
    bare, late = late_head(lattice, steps, whole.counts, chosen.head_texts())
    chosen.heads[bare] += late
    steps = without_head(steps, [*used, *late])
    body = _Body(whole.columns, max(used, default=-1) + 1)
    if chosen.titles:
        body.add_title([_words(lattice, chosen.titles)])
    nameless = whole.steps[0] if len(named) == 1 else None
    _fill(body, chosen, whole, parts_of(lattice, steps, whole.columns), nameless)
    body.settle()
    rows, titles = _without_empty(body.rows, body.titles)
    return Grid(
        [_words(lattice, column) for column in chosen.heads],
        rows,
        titles,
        score=chosen.score,
        head_line=lattice.tokens[min(used, default=whole.begin)].line,
        last_line=max(token.line for token in lattice.tokens[whole.begin : whole.end]),
        left_out=len(body.left_out),
    )


def _fill(body: _Body, chosen: Scored, whole: Fitted, parts: Sequence[Part], nameless: Step | None) -> None:
    """Put what was read into rows, part by part below the same heads."""
    lattice = chosen.lattice
    kinds = [below(text) for text in chosen.head_texts()]
    for part in parts:
        if part.heads:
            body.add_title([[word for token in head for word in token.words] for head in part.heads])
            kinds = [below(" ".join(token.text for token in head)) for head in part.heads]
        steps = below_their_heads(part.steps, kinds)
        unsure = doubtful_rows(lattice, steps, whole.counts, kinds)
        for step in steps:
            words = _words(lattice, range(step.begin, step.end))
            if step.end <= body.begin:
                continue  # a title that was taken for heads
            if step.move is Move.TITLE:
                body.add_title([words])
            elif step.move is Move.CELL:
                body.add_cell(step, words, doubtful=step.begin in unsure or part.heads == [] or step is nameless)


def _words(lattice: Lattice, tokens: Iterable[int]) -> list[Word]:
    return [word for at in tokens for word in lattice.tokens[at].words]


def _part_names(rows: Sequence[list[list[Word]]]) -> None:
    """Of two compositions in one cell give the second to the row below when that has none; else neither is told."""
    for row, under in pairwise([*rows, []]):
        for column, words in enumerate(row):
            at = second_name(words)
            if at is not None:
                row[column] = []
                if under and not under[column]:
                    row[column], under[column] = words[:at], words[at:]


def _names_back(rows: Sequence[list[list[Word]]]) -> None:
    """Give compositions that stand beside empty cells of the column of compositions back to it."""
    named = [[is_compound(" ".join(word.text for word in words)) for words in row] for row in rows]
    for column in range(len(rows[0]) - 1 if rows else 0):
        here, beside = ([row[at] for row in named] for at in (column, column + 1))
        if sum(here) < sum(beside) or any(map(and_, here, beside)):
            continue
        for row, moves in zip(rows, beside, strict=True):
            if moves and not row[column]:
                row[column], row[column + 1] = row[column + 1], []


def _without_empty(rows: list[list[list[Word]]], titles: set[int]) -> tuple[list[list[list[Word]]], frozenset[int]]:
    kept = [(row, at in titles) for at, row in enumerate(rows) if any(row)]
    return [row for row, _ in kept], frozenset(at for at, (_, title) in enumerate(kept) if title)
