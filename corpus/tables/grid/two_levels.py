"""Heads of two levels written one after the other: those of the second stand at the end, below one head or more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, pairwise, takewhile

from corpus.tables import patterns
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import Sort, sort_of

FEWEST_LOWER = 2  # heads below one head
MEASURED = frozenset({Below.CONDUCTIVITY, Below.ENERGY})


def spanned(upper: Set[int], lower: Set[int], columns: int) -> Mapping[int, range]:
    """The columns that each head of a line spans, by the column it begins in; none where the line below goes on.

    ``upper`` and ``lower``: the columns in which the two lines have a head. A head spans the free columns behind it,
    though nothing shows how far it reaches, where the lower line heads just these and its own: a line that goes on
    with the heads above it leaves no column free between them.
    """
    free = set(range(columns)) - upper
    spanning = {first for first in upper if first + 1 in free}
    if 0 in free or not free or set(lower) != free | spanning:
        return {}
    ends = [*sorted(upper)[1:], columns]
    return {first: range(first, end) for first, end in zip(sorted(upper), ends, strict=True)}


def is_lower(head: str) -> bool:
    """Whether a head tells apart the columns below another: a temperature, a part of the conductivity."""
    return sort_of(head) is Sort.TEMPERATURE or patterns.PART_OF_CONDUCTIVITY.match(head) is not None


def count_lower(heads: Sequence[str]) -> int:
    """How many heads of a second level begin here; none where one stands alone."""
    lower = sum(1 for _ in takewhile(is_lower, heads))
    return lower if lower >= FEWEST_LOWER else 0


def pieces_of_columns(lines: Sequence[str]) -> Iterator[list[tuple[int, ...]]]:
    """Each way to give the heads at the end to those above them: the pieces of each head, in the order of columns."""
    upper = len(lines) - count_lower(lines[::-1])
    if upper == len(lines):
        return
    measured = [range(at, _end_of_head(lines[:upper], at)) for at in range(upper) if below(lines[at]) in MEASURED]
    for over in measured:
        if below(lines[over.start]) is Below.CONDUCTIVITY:
            yield _pieces((over,), upper, len(lines))
    lower = list(lines[upper:])
    for count in range(2, len(measured) + 1):
        if len(lower) % count == 0 and lower == lower[: len(lower) // count] * count:
            for spanning in combinations(measured, count):
                if all(left.stop <= right.start for left, right in pairwise(spanning)):
                    yield _pieces(spanning, upper, len(lines))


def _pieces(spanning: Sequence[range], upper: int, end: int) -> list[tuple[int, ...]]:
    each = (end - upper) // len(spanning)
    found: list[tuple[int, ...]] = []
    begin, at = 0, upper
    for over in spanning:
        found += [(single,) for single in range(begin, over.start)]
        found += [(*over, lower) for lower in range(at, at + each)]
        begin, at = over.stop, at + each
    return [*found, *((single,) for single in range(begin, upper))]


def _end_of_head(lines: Sequence[str], first: int) -> int:
    """Behind the pieces that look like the rest of the head that begins here, such as its unit."""
    text, end = lines[first], first + 1
    while end < len(lines) and continues(text, lines[end]):
        text, end = joined(text, lines[end]), end + 1
    return end
