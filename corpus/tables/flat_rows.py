"""Tables flattened row after row, with cells glued to each other: ``Li4SnS4 glass7.0 × 10−50.41 eV[77]Li...``.

A row ends with its bracketed source. Before it, its cells are cut by what each column must hold; a row that can be cut
in more than one way is left out. Rows whose cells all stand apart need no bracketed source.
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

_SPACED_NAME = re.compile(patterns.FLAT_FORMULA + patterns.FORM_BEHIND + r"(?=\s)")
_SPACED_CELL = {
    sort: re.compile(rf"\s+({cell}){patterns.FLAT_CELL_END}")
    for sort, cell in (
        (Holds.CONDUCTIVITY, patterns.FLAT_CONDUCTIVITY),
        (Holds.ENERGY, patterns.FLAT_ENERGY),
        (Holds.TEMPERATURE, patterns.FLAT_TEMPERATURE),
        (Holds.NUMBER, patterns.FLAT_PLAIN),
        (Holds.REFERENCE, patterns.FLAT_REFERENCE),
    )
}
_BLANKS = re.compile(r"\s*")
_CELL = {
    Holds.CONDUCTIVITY: re.compile(patterns.FLAT_CONDUCTIVITY),
    Holds.ENERGY: re.compile(patterns.FLAT_ENERGY),
    Holds.TEMPERATURE: re.compile(patterns.FLAT_TEMPERATURE),
    Holds.NUMBER: re.compile(patterns.FLAT_PLAIN),
}
_CUSTOMS = tuple(map(re.compile, (r"[1-9](?:\.\d+)?", r"\d+\.\d", r"\d+\.\d\d")))
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
    """The rows that begin at ``start``; None when fewer than four, or too few of those there are, can be read."""
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
    while found and not found[-1]:  # what stands behind the last row
        found.pop()
        stops.pop()
    rows = [row for row in (_only(raw, cuts) for cuts in _of_one_custom(raw, found)) if row is not None]
    if len(rows) < max(MINIMUM_ROWS, READ_ROWS * len(found)):
        return None
    return FlatRows(rows, stops[-1], len(found) - len(rows))


def read_spaced_rows(raw: str, heads: Sequence[FlatHead], start: int, end: int) -> FlatRows | None:
    """The rows that begin at ``start`` when blanks set apart all their cells; None when there are fewer than four.

    Each row is a composition and one cell below each further head, so it needs no bracketed source.
    """
    sorts = [head.holds for head in heads[1:]]
    if not sorts or heads[0].holds is not Holds.NAME or any(sort not in _SPACED_CELL for sort in sorts):
        return None
    rows: list[list[Span]] = []
    at = start
    while (row := _spaced_row(raw, sorts, at, end)) is not None:
        rows.append(row)
        blanks = _BLANKS.match(raw, row[-1][1])
        at = blanks.end() if blanks is not None else end
    if len(rows) < MINIMUM_ROWS:
        return None
    return FlatRows(rows, rows[-1][-1][1], 0)


def _spaced_row(raw: str, sorts: Sequence[Holds], at: int, end: int) -> list[Span] | None:
    name = _SPACED_NAME.match(raw, at, end)
    if name is None or patterns.ODD_AMOUNT.search(name.group()):
        return None
    row = [name.span()]
    for sort in sorts:
        cell = _SPACED_CELL[sort].match(raw, row[-1][1], end)
        if cell is None:
            return None
        row.append(cell.span(1))
    return row


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
        if not _parts(raw, begin, end) and _fits(raw, sorts[-1], begin, end):
            for name, cells in _cuts(raw, sorts[:-1], start, begin):
                yield name, [*cells, (begin, end)]


def _parts(raw: str, begin: int, end: int) -> bool:
    """Whether a cell cut here would part letters of one word, or be the sign between two figures."""
    if raw[begin].islower() and raw[begin - 1].isalpha():
        return True
    return raw[begin:end] in patterns.MINUS and raw[begin - 1].isdigit() and raw[end : end + 1].isdigit()


def _fits(raw: str, sort: Holds, begin: int, end: int) -> bool:
    """Whether a stretch is a cell of this sort; a range rises."""
    if _CELL[sort].fullmatch(raw, begin, end) is None:
        return False
    between = patterns.FLAT_RANGE.match(raw, begin, end)
    return between is None or float(between["low"]) < float(between["high"])


def _is_name(text: str) -> bool:
    """Whether a stretch can name a material: short, no sentence, with a formula that ends as formulas do."""
    if not 3 <= len(text) <= LONGEST_NAME or not (text[0].isalnum() or text[0] in "([αβγδ"):
        return False
    if patterns.HAS_POWER.search(text) or patterns.BARE_END.search(text) or patterns.PAGE_FURNITURE.search(text):
        return False
    if is_prose(text) or not (text[-1].isalnum() or text[-1] in ")]"):
        return False
    formulas = list(_FORMULA.finditer(text))
    return bool(formulas) and not patterns.ODD_AMOUNT.search(formulas[-1].group())


def _of_one_custom(raw: str, found: Sequence[list[list[Span]]]) -> list[list[list[Span]]]:
    """The ways to cut each row that keep to the customs of the table: how many figures a power of ten has before it.

    That is one before the decimal point, and everywhere as many behind it. A table with a row that breaks a custom
    however it is cut does not have it.
    """
    kept = list(found)
    for figures in _CUSTOMS:
        keeping = [[row for row in cuts if all(map(figures.fullmatch, _mantissas(raw, row)))] for cuts in kept]
        if all(bool(after) or not before for after, before in zip(keeping, kept, strict=True)):
            kept = keeping
    return kept


def _mantissas(raw: str, row: Sequence[Span]) -> list[str]:
    matches = [patterns.FLAT_MANTISSA.match(raw, *span) for span in row[1:-1]]
    return [match["mantissa"] for match in matches if match is not None]


def _only(raw: str, cuts: Sequence[list[Span]]) -> list[Span] | None:
    """The one way to cut a row; of several, the one whose name ends with a composition that stands elsewhere too."""
    if len(cuts) > 1:
        cuts = [row for row in cuts if _ends_with_known(raw, row[0])]
    return cuts[0] if len(cuts) == 1 else None


def _ends_with_known(raw: str, name: Span) -> bool:
    last = max(_FORMULA.finditer(raw, *name), key=lambda match: match.end(), default=None)
    return last is not None and is_written_elsewhere(raw, last.start(), last.end())
