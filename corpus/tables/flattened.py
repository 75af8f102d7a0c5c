"""Tables that a conversion flattened into running text: their captions stand inside lines, their cells are glued."""

from __future__ import annotations

import re

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.flat_columns import MINIMUM_ROWS, first_run, loose_end, read_columns
from corpus.tables.flat_heads import FlatHead, FlatTop, has_values, read_top
from corpus.tables.flat_rows import fits_rows, read_rows
from corpus.tables.found import RawCell, RawTable, cell_of
from corpus.tables.head_line import Holds

LONGEST_TOP = 900  # characters of caption and heads
LONGEST_TABLE = 12000


def find_flattened(raw: str, start: int, end: int) -> list[RawTable]:
    """The flattened tables of ``raw[start:end]`` in order.

    Each has a caption, heads of which one announces conductivities or energies, and at least four rows. What is there
    but cannot be read with certainty is given without rows, with a problem.
    """
    captions = [
        match
        for match in patterns.FLAT_CAPTION.finditer(raw, start, end)
        if raw[match.end()].isupper() or raw[match.end()] in "([σ"
    ]
    tables: list[RawTable] = []
    for place, caption in enumerate(captions):
        if tables and caption.start() < tables[-1].raw_end:
            continue
        stop = captions[place + 1].start() if place + 1 < len(captions) else end
        table = _read(raw, caption, min(stop, caption.end() + LONGEST_TABLE))
        if table is not None:
            tables.append(table)
    return tables


def _read(raw: str, caption: re.Match[str], stop: int) -> RawTable | None:
    label = f"Table {caption['number']}"
    table = RawTable([], "flattened", caption.start(), caption.end(), [], label, header_rows=1)
    limit = min(caption.end() + LONGEST_TOP, stop)
    names = first_run(raw, caption.end(), limit)
    top = read_top(raw, caption.end(), names) if names is not None else None
    if names is not None and top is not None:
        found = _fill_columns(raw, table, top, names, stop)
    else:
        found = top = _fill_rows(raw, table, caption.end(), limit, stop)
    if not found or top is None:
        return None
    table.caption = cell_of(raw, caption.start(), top.caption_end)
    _give_note(raw, table)
    table.consumed = [(table.raw_start, table.raw_end)]
    return table


def _fill_columns(raw: str, table: RawTable, top: FlatTop, names: int, stop: int) -> bool:
    """Rows of a table flattened column after column; False when it is none."""
    found = read_columns(raw, top.heads, names, stop)
    if found is None:
        table.raw_end, numbers = loose_end(raw, names, stop)
        _give_up(table, "its columns do not agree in length")
        return numbers >= MINIMUM_ROWS
    if not has_values([column.head for column in found.columns]):
        return False
    table.shape = "flattened_columns"
    heads = [cell_of(raw, column.head.start, column.head.end) for column in found.columns]
    cells = [[cell_of(raw, *span) if span else RawCell() for span in column.cells] for column in found.columns]
    table.rows = [heads, *(list(row) for row in zip(*cells, strict=True))]
    table.raw_end = found.end
    if found.doubtful:
        words = f"{table.label}: {found.doubtful} cells that are glued to each other were left empty"
        table.problems.append(Problem("table_row", words, raw_start=table.raw_start))
    return True


def _fill_rows(raw: str, table: RawTable, start: int, limit: int, stop: int) -> FlatTop | None:
    """Rows of a table flattened row after row; its top, or None when it is none."""
    for source in patterns.FLAT_SOURCE_HEAD.finditer(raw, start, limit):
        top = read_top(raw, start, source.end())
        if top is None or not has_values(top.heads) or not fits_rows(top.heads):
            continue
        found = read_rows(raw, top.heads, source.end(), stop)
        if found is None:
            continue
        table.shape = "flattened_rows"
        table.raw_end = found.end
        if not found.rows:
            _give_up(table, "its rows can be cut in more than one way")
            return top
        table.rows = [[cell_of(raw, head.start, head.end) for head in top.heads]]
        table.rows += [[cell_of(raw, *span) for span in row] for row in found.rows]
        if found.dropped:
            words = f"{table.label}: {found.dropped} rows whose cells are glued to each other were left out"
            table.problems.append(Problem("table_row", words, raw_start=table.raw_start))
        return top
    return None


def _give_up(table: RawTable, why: str) -> None:
    table.problems.append(Problem("unreadable_table", f"{table.label}: {why}", raw_start=table.raw_start))


def _give_note(raw: str, table: RawTable) -> None:
    """The footnote that follows the last cell on its line, when a cell bears its mark."""
    note = patterns.MARKED_NOTE.match(raw, table.raw_end)
    if note is not None and any(note["mark"] in cell.text(raw) for row in table.rows for cell in row):
        table.footnotes = [cell_of(raw, note.start(), note.end())]
        table.raw_end = note.end()
