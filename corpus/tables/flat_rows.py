"""Tables flattened row after row, with cells glued to each other: ``Li4SnS4 glass7.0 × 10−50.41 eV[77]Li...``.

A row ends with its bracketed source. Before it, its cells are cut by what each column must hold; a row that can be cut
in more than one way is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.tables import patterns
from corpus.tables.cell_types import is_prose
from corpus.tables.flat_columns import is_written_elsewhere
from corpus.tables.flat_heads import FlatHead
from corpus.tables.head_line import Holds

MINIMUM_ROWS = 4
LONGEST_ROW = 200
LONGEST_NAME = 90
# The share of rows between the first and the last one read that must be cut in one way only.
READ_ROWS = 0.6

Span = tuple[int, int]

_CELL = {
    Holds.CONDUCTIVITY: re.compile(patterns.FLAT_CONDUCTIVITY),
    Holds.ENERGY: re.compile(patterns.FLAT_ENERGY),
    Holds.TEMPERATURE: re.compile(patterns.FLAT_TEMPERATURE),
    Holds.NUMBER: re.compile(patterns.FLAT_PLAIN),
}
_SOURCE = re.compile(patterns.FLAT_SOURCE)
_FORMULA = re.compile(patterns.FLAT_FORMULA)


class FlatRows(NamedTuple):
    """Rows of cells below their heads, where the last row ends, and how many were left out. Offsets are raw."""

    rows: list[list[Span]]
    end: int
    dropped: int


def fits_rows(heads: Sequence[FlatHead]) -> bool:
    """Whether rows below these heads can be told apart: first what they are about, last their source."""
    sorts = [head.holds for head in heads]
    inner = sorts[1:-1]
    return (
        len(sorts) >= 3
        and sorts[0] in (Holds.NAME, Holds.TEXT)
        and sorts[-1] is Holds.REFERENCE
        and all(sort in _CELL for sort in inner)
    )


def read_rows(raw: str, heads: Sequence[FlatHead], start: int, end: int) -> FlatRows | None:
    """The rows that begin at ``start``; None when there are fewer than four. No rows: they could not be read."""
    sorts = [head.holds for head in heads[1:-1]]
    found: list[list[list[Span]]] = []  # every way to cut each row
    stops: list[int] = []
    at = start
    for source in _SOURCE.finditer(raw, start, end):
        if source.start() - at > LONGEST_ROW or is_prose(raw[at : source.start()]):
            break
        cuts = [[name, *cells, source.span()] for name, cells in _cuts(raw, sorts, at, source.start())]
        found.append(cuts)
        stops.append(source.end())
        at = source.end()
    while found and not found[-1]:
        found.pop()
        stops.pop()
    if sum(map(bool, found)) < MINIMUM_ROWS:
        return None
    rows = [row for row in (_only(raw, cuts) for cuts in _of_one_custom(raw, found)) if row is not None]
    if len(rows) < max(MINIMUM_ROWS, READ_ROWS * len(found)):
        rows = []
    return FlatRows(rows, stops[-1], len(found) - len(rows))


def _cuts(raw: str, sorts: Sequence[Holds], start: int, end: int) -> Iterator[tuple[Span, list[Span]]]:
    """Every way to cut a row into its name and one cell of each sort."""
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if not sorts:
        if _is_name(raw[start:end]):
            yield (start, end), []
        return
    for begin in range(end - 1, start, -1):
        if not _parts(raw, begin, end) and _CELL[sorts[-1]].fullmatch(raw, begin, end):
            for name, cells in _cuts(raw, sorts[:-1], start, begin):
                yield name, [*cells, (begin, end)]


def _parts(raw: str, begin: int, end: int) -> bool:
    """Whether a cell cut here would part letters of one word, or be the sign between two figures."""
    if raw[begin].islower() and raw[begin - 1].isalpha():
        return True
    return raw[begin:end] in patterns.MINUS and raw[begin - 1].isdigit() and raw[end : end + 1].isdigit()


def _is_name(text: str) -> bool:
    """Whether a stretch can name a material: short, no sentence, with a formula that ends as formulas do."""
    if not 3 <= len(text) <= LONGEST_NAME or not (text[0].isalnum() or text[0] in "([αβγδ"):
        return False
    if patterns.HAS_POWER.search(text) or is_prose(text) or patterns.PAGE_FURNITURE.search(text) or not (text[-1].isalnum() or text[-1] in ")]"):
        return False
    formulas = list(_FORMULA.finditer(text))
    return bool(formulas) and not patterns.ODD_AMOUNT.search(formulas[-1].group())


def _of_one_custom(raw: str, found: Sequence[list[list[Span]]]) -> list[list[list[Span]]]:
    """The ways to cut each row that keep to the custom of one figure before the decimals of a power of ten.

    A table with a row that leaves no doubt and breaks the custom has none.
    """

    def keeps(row: Sequence[Span]) -> bool:
        matches = [patterns.FLAT_MANTISSA.match(raw, *span) for span in row[1:-1]]
        return all(1 <= float(match["mantissa"]) < 10 for match in matches if match is not None)

    if any(len(cuts) == 1 and not keeps(cuts[0]) for cuts in found):
        return list(found)
    return [[row for row in cuts if keeps(row)] for cuts in found]


def _only(raw: str, cuts: Sequence[list[Span]]) -> list[Span] | None:
    """The one way to cut a row; of several, the one whose name ends with a composition that stands elsewhere too."""
    if len(cuts) > 1:
        cuts = [row for row in cuts if _ends_with_known(raw, row[0])]
    return cuts[0] if len(cuts) == 1 else None


def _ends_with_known(raw: str, name: Span) -> bool:
    last = max(_FORMULA.finditer(raw, *name), key=lambda match: match.end(), default=None)
    return last is not None and is_written_elsewhere(raw, last.start(), last.end())
