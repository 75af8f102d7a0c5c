"""From raw cells to the table of the document model: repair, realignment, heads, sub-headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.document import Cell, Citation, Problem, Table
from corpus.mapped_text import MappedText
from corpus.tables.cell_types import CellType, cell_type, is_data
from corpus.tables.found import FoundTable, RawCell, RawTable, Repair
from corpus.tables.grid.sorts import Sort, printed, sort_of
from corpus.tables.heads import count_header_rows, find_subheadings
from corpus.tables.shifted import put_back

_EMPTY = MappedText("", ())
_GOES_ON = re.compile(r"(?:[-–(,+/&]|\band|\bor|\bof|\bwith)$")
_CONTINUES = re.compile(r"^(?:[a-z+)&]|\()")


class _Clean(NamedTuple):
    """A repaired cell before it has its place."""

    text: MappedText
    citations: tuple[Citation, ...]
    kind: CellType
    span: int

    @property
    def is_empty(self) -> bool:
        return self.kind is CellType.EMPTY


_BLANK = _Clean(_EMPTY, (), CellType.EMPTY, 1)


def repair_cell(raw: str, cell: RawCell, repair: Repair) -> tuple[MappedText, tuple[Citation, ...]]:
    """Clean text and citations of one cell; both empty for an empty cell."""
    if not cell.parts:
        return _EMPTY, ()
    return repair(cell.mapped(raw))


def _sort(cell: _Clean) -> Sort:
    """What a cell holds; the citation lifted out of it counts."""
    return Sort.REFERENCE if cell.kind is CellType.REFERENCE else sort_of(printed(cell.text.text))


def _clean_row(raw: str, row: Sequence[RawCell], repair: Repair) -> list[_Clean]:
    cleaned = []
    for cell in row:
        text, citations = repair_cell(raw, cell, repair)
        cleaned.append(_Clean(text, citations, cell_type(text.text, bool(citations)), cell.column_span))
        cleaned.extend([_BLANK] * (cell.column_span - 1))
    return cleaned


def merge_continued_rows(raw: str, rows: list[list[RawCell]]) -> list[list[RawCell]]:
    """Rows that are only the second line of the cells above them, joined to these."""
    merged: list[list[RawCell]] = []
    for row in rows:
        filled = [i for i, cell in enumerate(row) if cell.parts]
        if (
            merged
            and filled
            and 0 not in filled
            and len(row) <= len(merged[-1])
            and _continues(raw, merged[-1], row, filled)
        ):
            merged[-1] = [above.join(row[i]) if i < len(row) else above for i, above in enumerate(merged[-1])]
        else:
            merged.append(row)
    return merged


def _continues(raw: str, above: Sequence[RawCell], row: Sequence[RawCell], filled: Sequence[int]) -> bool:
    texts = [row[i].text(raw).strip() for i in filled]
    if any(is_data(cell_type(text)) for text in texts):
        return False
    return all(
        above[i].parts
        and (
            _CONTINUES.match(text)
            or _GOES_ON.search(above[i].text(raw).strip())
            or above[i].text(raw).count("(") > above[i].text(raw).count(")")
        )
        for i, text in zip(filled, texts, strict=True)
    )


def _trim(rows: list[list[_Clean]]) -> list[list[_Clean]]:
    """Without columns at the right that no row fills and without empty rows."""
    rows = [row for row in rows if not all(cell.is_empty for cell in row)]
    width = max((i + 1 for row in rows for i, cell in enumerate(row) if not cell.is_empty), default=0)
    return [row[:width] for row in rows]


def assemble(raw: str, found: RawTable, repair: Repair) -> FoundTable:
    """The table with repaired, realigned cells; no cells and a problem when it has fewer than two rows or columns."""
    given = found.rows if found.settled else merge_continued_rows(raw, found.rows)
    rows = [_clean_row(raw, row, repair) for row in given]
    rows = rows if found.settled else _trim(rows)
    caption, caption_citations = repair_cell(raw, found.caption, repair)
    table = Table(
        cells=[],
        row_count=0,
        column_count=0,
        header_rows=0,
        label=found.label,
        caption=caption,
        caption_citations=caption_citations,
        footnotes=[repair_cell(raw, note, repair)[0] for note in found.footnotes],
        shape=found.shape,
        raw_start=found.raw_start,
        raw_end=found.raw_end,
        fit=found.fit,
    )
    result = FoundTable(table, found.raw_start, found.raw_end, found.consumed, found.problems)
    if rows:
        _fill(table, rows, found, result)
    return result


def _fill(table: Table, rows: Sequence[Sequence[_Clean]], found: RawTable, result: FoundTable) -> None:
    """Give the table its grid, and the result a problem for each row with more cells than the head."""
    header = _header_rows(rows, found)
    columns = _width(rows, header)
    places: list[Sequence[int | None]] = [range(columns)] * len(rows)
    if found.shape == "tab":  # where cells are elements they are as given
        places[header:] = put_back([[_sort(cell) for cell in row] for row in rows[header:]], columns)
    grid = [_ordered(row, order) for row, order in zip(rows, places, strict=True)]
    message = f"{table.label or 'a table'}: a row has more cells than the head"
    result.problems += [
        Problem("table_row", message, raw_start=_row_start(row, table))
        for row, order in zip(rows, places, strict=True)
        if _overflows(row, order)
    ]
    table.header_rows = header
    table.row_count, table.column_count = len(grid), columns
    table.subheadings = _subheadings(grid, header)
    table.cells = [
        Cell(row, column, cell.text, cell.citations, column_span=min(cell.span, columns - column))
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if not cell.is_empty
    ]


def _ordered(row: Sequence[_Clean], order: Sequence[int | None]) -> list[_Clean]:
    return [row[at] if at is not None and at < len(row) else _BLANK for at in order]


def _subheadings(grid: Sequence[Sequence[_Clean]], header: int) -> tuple[int, ...]:
    texts = [[cell.text.text for cell in row] for row in grid]
    kinds = [[cell.kind for cell in row] for row in grid]
    spans = [next((cell.span for cell in row if not cell.is_empty), 1) for row in grid]
    return find_subheadings(texts, kinds, header, spans)


def _overflows(row: Sequence[_Clean], order: Sequence[int | None]) -> bool:
    """Whether a cell behind the last column has found no place in another."""
    return any(not row[at].is_empty and at not in order for at in range(len(order), len(row)))


def _header_rows(rows: Sequence[Sequence[_Clean]], found: RawTable) -> int:
    """The heads that the file marks; in markdown at least these."""
    if found.header_rows is not None and found.shape != "pipe":
        return found.header_rows
    texts = [[cell.text.text for cell in row] for row in rows]
    kinds = [[cell.kind for cell in row] for row in rows]
    return count_header_rows(texts, kinds, least=found.header_rows or 0)


def _width(rows: Sequence[Sequence[_Clean]], header: int) -> int:
    """Columns of a table: those of its head, unless most rows have more."""
    widest = max(map(len, rows))
    columns = max(map(len, rows[:header]), default=widest)
    wider = sum(not all(cell.is_empty for cell in row[columns:]) for row in rows[header:])
    return widest if wider > 0.5 * len(rows[header:]) else columns


def _row_start(row: Sequence[_Clean], table: Table) -> int:
    return next((cell.text.raw_span(0, 1)[0] for cell in row if cell.text.text), table.raw_start)
