"""What a column is expected to hold: the log likelihood of each sort of cell against that of any text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.tables.grid.sorts import Sort

Floats = NDArray[np.float64]

SORTS = len(Sort)
# How often a cell of each sort stands anywhere in tables of the field and in the text around them.
_USUAL = {
    Sort.FORMULA: 0.06, Sort.TEXT: 0.45, Sort.YEAR: 0.03, Sort.INTEGER: 0.08, Sort.DECIMAL: 0.07, Sort.POWER: 0.03,
    Sort.RANGE: 0.03, Sort.NOTED: 0.03, Sort.TEMPERATURE: 0.03, Sort.REFERENCE: 0.05, Sort.DASH: 0.05,
    Sort.PERCENT: 0.02, Sort.EMPTY: 0.03, Sort.UNIT: 0.04,
    Sort.DESCRIBED: 0.06, Sort.CODE: 0.06, Sort.AGAIN: 0.08,
}  # fmt: skip
USUAL: Floats = np.array([_USUAL[sort] for sort in Sort])
# Sorts that stand in one column for each other: ways to print a number, a bare temperature, a name without a formula.
_NEAR = (
    (Sort.INTEGER, Sort.DECIMAL, Sort.POWER, Sort.RANGE, Sort.NOTED, Sort.PERCENT),
    (Sort.TEMPERATURE, Sort.INTEGER),
    (Sort.TEMPERATURE, Sort.NOTED),
    (Sort.FORMULA, Sort.TEXT, Sort.DESCRIBED, Sort.CODE),
    (Sort.REFERENCE, Sort.TEXT, Sort.INTEGER),
    (Sort.YEAR, Sort.INTEGER),
)
_WORDS_AGAIN = (Sort.TEXT, Sort.AGAIN)  # where words that come again are told apart from others


def _nearness(groups: Iterable[Sequence[Sort]]) -> Floats:
    near = np.zeros((SORTS, SORTS))
    for group in groups:
        near[np.ix_(group, group)] += 0.08
    return near


_NEARNESS = _nearness(_NEAR)
_NEARNESS_AGAIN = _nearness((*_NEAR, _WORDS_AGAIN))
_PRIOR = 0.25  # counts added to every sort
_MAY_BE_EMPTY = 0.4  # counts added to dashes and empty cells, which stand in any column
_LEAST = -3.5  # a cell that fits no sort of its column may be a slip
_EXTRA = np.full(SORTS, _PRIOR)
_EXTRA[[Sort.DASH, Sort.EMPTY]] += _MAY_BE_EMPTY
_EXTRA[Sort.AGAIN] = 0.0
_NONE = 1e-9


def profiles_of(counts: Floats) -> Floats:
    """Log likelihood ratios of counts of sorts (sorts last): a cell in this column against a cell anywhere."""
    again = counts[..., Sort.AGAIN].any()
    smoothed = counts + counts @ (_NEARNESS_AGAIN if again else _NEARNESS) + _EXTRA
    smoothed[..., Sort.AGAIN] += _PRIOR if again else _NONE
    share = smoothed / smoothed.sum(axis=-1, keepdims=True)
    ratios: Floats = np.maximum(np.log(share / USUAL), _LEAST)
    return ratios
