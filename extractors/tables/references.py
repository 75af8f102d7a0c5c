"""The cited sources of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.document import Cell, Citation, Table
from corpus.tables.cell_types import cell_type, is_numeric
from extractors.composition.names import plain
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.glued import glued_numbers
from extractors.tables.grid import Row
from extractors.tables.names import is_compound
from extractors.tables.temperatures import split_glued

LONGEST_RANGE = 30  # cited numbers in "12–14"; more is no list of sources


def _numbers(citations: Iterable[Citation]) -> list[int]:
    return [number for citation in citations for number in citation.numbers]


def numbers_in(text: str) -> list[int]:
    """Cited numbers of a reference cell's text: "40", "172 and 231", "[12–14]", "12, 15"; none in words or years."""
    if not patterns.REFERENCE_TEXT.match(text):
        return []
    numbers: list[int] = []
    for first, last in patterns.REFERENCE_NUMBERS.findall(text):
        low, high = int(first), int(last or first)
        if low <= high <= low + LONGEST_RANGE:
            numbers.extend(range(low, high + 1))
        else:
            numbers.extend((low, high))
    return numbers


def of_cell(cell: Cell) -> list[int]:
    """Cited numbers of a cell in a column of references."""
    return sorted({*_numbers(cell.citations), *numbers_in(cell.text.text)})


def row_references(
    row: Row, columns: Sequence[Column], table: Table, place: int = 0, count: int = 1, of: Column | None = None
) -> list[int]:
    """From the reference column; without one, from the row's citations and glued citations, else from the caption.

    ``place``: which of the ``count`` materials is meant that were printed into one row, where each has its citation.
    Citations of a number in another column (a radius, a diffusivity) are the sources of that number alone, and so are
    those of another value where the value of column ``of`` has its own.
    """
    listed = [column.index for column in columns if column.meaning is Meaning.REFERENCE]
    if not listed:
        return sorted(_of_other_columns(row, columns, of)) or caption_references(table)
    cells = [cell for index in listed if (cell := row.cells[index]) is not None]
    if count > 1 and len(cells) == 1 and len(cells[0].citations) == count:
        return sorted(cells[0].citations[place].numbers)
    return sorted({number for cell in cells for number in of_cell(cell)})


def _of_other_columns(row: Row, columns: Sequence[Column], of: Column | None) -> set[int]:
    """Cited numbers behind the names and values of a row, those glued to them included."""
    own: set[int] = set()
    cell_of = row.cells[of.index] if of is not None and of.index < len(row.cells) else None
    cited = cell_of is not None and bool(cell_of.citations)
    for column, cell in zip(columns, row.cells, strict=False):
        if cell is None or (cited and column is not of and column.meaning is Meaning.VALUE):
            continue
        text = cell.text.text
        if column.meaning is not Meaning.OTHER or not is_numeric(cell_type(text)):
            own.update(_numbers(cell.citations))
        if column.meaning is Meaning.TEMPERATURE:
            glued = split_glued(text.strip(), column.head, column.sources_glued)
            own.update(glued[1:] if glued is not None else ())
        elif column.sources_glued:
            own.update(numbers_in(glued_numbers(text.strip())))
    return own


def caption_references(table: Table) -> list[int]:
    """Cited numbers of the caption, raised ones glued to its last word included."""
    cited = set(_numbers(table.caption_citations))
    raised = patterns.RAISED_AT_END.search(table.caption.text)
    if not cited and raised is not None and not is_compound(plain(table.caption.text.split()[-1].rstrip("."))):
        cited.update(numbers_in(raised[1]))
    return sorted(cited)
