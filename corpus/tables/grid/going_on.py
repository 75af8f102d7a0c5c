"""Whether a further line of print goes on with a row: where its words stand and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.tables.grid.raised import EXPONENT
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Word

_NEW_LOOK = 1.0  # cost of a further line that does not look like the rest of its cell
_NAME_BELOW = 1.5  # cost of a formula in it that no word leads to
_WHOLE_DATA = frozenset({Sort.POWER, Sort.NOTED, Sort.REFERENCE})  # two of them are never one cell


def is_torn(cell: Sequence[Word], wide: float) -> bool:
    """Whether words of one line stand apart as columns do."""
    return any(after.x0 - before.x1 > wide for before, after in pairwise(cell))


def stand_beside(cell: Sequence[Word], further: Sequence[Word], wide: float) -> bool:
    """Whether words stand left or right of all of a cell's, apart as columns are."""
    return bool(cell) and (
        further[0].x0 - max(word.x1 for word in cell) > wide or min(word.x0 for word in cell) - further[-1].x1 > wide
    )


def is_next_row(said: Sequence[str], more: Sequence[str]) -> bool:
    """Whether a line holds whole data in columns that have theirs already."""
    twice = 0
    for before, text in zip(said, more, strict=True):
        if before and text:
            ours, theirs = sort_of(before), sort_of(text)
            if ours in DATA and theirs in DATA and text[0] != "(" and not EXPONENT.fullmatch(text):
                twice += 1 + (ours in _WHOLE_DATA and theirs in _WHOLE_DATA)
    return twice > 1


def cost_of_look(said: Sequence[str], more: Sequence[str]) -> float:
    """How much the look of a further line says against its going on with the row."""
    against = 0.0
    for before, text in zip(said, more, strict=True):
        if before and text:
            formula = sort_of(before) in NAMES_ALONE and sort_of(joined(before, text)) in NAMES_ALONE
            goes_on = continues(before, text) or formula or EXPONENT.fullmatch(text)
            against += 0.0 if goes_on else _NEW_LOOK + _NAME_BELOW * (sort_of(text) is Sort.FORMULA)
    return against
