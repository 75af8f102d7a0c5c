"""Tables that a conversion flattened into running text: their captions stand inside lines, their cells are glued."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.flat_columns import first_run, read_columns
from corpus.tables.flat_heads import FlatHead, find_top, has_values, read_top
from corpus.tables.flat_rows import fits_rows, read_rows, read_spaced_rows
from corpus.tables.found import RawCell, RawTable, cell_of

LONGEST_TOP = 900  # characters of caption and heads
LONGEST_TABLE = 12000
# Of cells that cannot be told apart: compositions and values there must be at least, words between them and characters
# for each of them there may be at most.
FEWEST_LOOSE = 3
MOST_WORDS = 4
MOST_CHARACTERS = 45

_WORD = re.compile(r"\S+")
_LAST_FIGURE = re.compile(r"\S*\d[\])}]*")
_FORMULA = re.compile(patterns.FLAT_FORMULA)


def find_flattened(raw: str, start: int, end: int) -> list[RawTable]:
    """The flattened tables of ``raw[start:end]`` in order.

    Each has a caption, heads of which one announces conductivities or energies, and at least four rows. What looks like
    one but cannot be read with certainty is given without rows, with a problem.
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
    begin = names
    if top is None or begin is None:
        found = find_top(raw, caption.end(), limit)
        if found is None:
            return None
        top, begin = found
        _fill_rows(raw, table, top.heads, begin, stop)
    else:
        _fill_columns(raw, table, top.heads, begin, stop)
    if table.raw_end <= begin:
        end = loose_end(raw, begin, stop)
        if end is None:
            return None
        table.raw_end = end
        _give_up(table, "its cells are glued to each other and its columns do not agree")
    table.caption = cell_of(raw, caption.start(), top.caption_end)
    _give_note(raw, table)
    table.consumed = [(table.raw_start, table.raw_end)]
    return table


def _fill_columns(raw: str, table: RawTable, heads: Sequence[FlatHead], begin: int, stop: int) -> None:
    """Rows of a table flattened column after column, if they can be told."""
    found = read_columns(raw, heads, begin, stop)
    if found is None or not has_values([column.head for column in found.columns]):
        return
    table.shape = "flattened_columns"
    cells = [[cell_of(raw, *span) if span else RawCell() for span in column.cells] for column in found.columns]
    table.rows = [
        [cell_of(raw, column.head.start, column.head.end) for column in found.columns],
        *(list(row) for row in zip(*cells, strict=True)),
    ]
    table.raw_end = found.end
    if found.doubtful:
        words = f"{table.label}: {found.doubtful} cells that are glued to each other were left empty"
        table.problems.append(Problem("table_row", words, raw_start=table.raw_start))


def _fill_rows(raw: str, table: RawTable, heads: Sequence[FlatHead], begin: int, stop: int) -> None:
    """Rows of a table flattened row after row, if they can be told."""
    found = read_spaced_rows(raw, heads, begin, stop)
    if found is None:
        found = read_rows(raw, heads, begin, stop) if fits_rows(heads) else None
    if found is None or loose_end(raw, found.end, stop) is not None:
        return
    table.shape = "flattened_rows"
    table.rows = [[cell_of(raw, head.start, head.end) for head in heads]]
    table.rows += [[cell_of(raw, *span) for span in row] for row in found.rows]
    table.raw_end = found.end
    if found.dropped:
        words = f"{table.label}: {found.dropped} rows whose cells are glued to each other were left out"
        table.problems.append(Problem("table_row", words, raw_start=table.raw_start))


def loose_end(raw: str, start: int, end: int) -> int | None:
    """Where cells of any order that begin at ``start`` end: before the first word of a sentence, behind a figure.

    None when there are fewer than three compositions and three values, or when they stand far apart.
    """
    last = start
    words = 0
    for match in _WORD.finditer(raw, start, end):
        token = match.group()
        if token.strip("(),.;").lower() in patterns.STOP_WORDS or words > MOST_WORDS:
            break
        figures = _LAST_FIGURE.match(token)
        words = 0 if figures or patterns.DASH_CELL.match(token) else words + 1
        last = match.start() + figures.end() if figures else last
    formulas = len(_FORMULA.findall(raw, start, last))
    values = len(patterns.FLAT_VALUE.findall(raw, start, last))
    dense = last - start <= MOST_CHARACTERS * (formulas + values)
    return last if min(formulas, values) >= FEWEST_LOOSE and dense else None


def _give_up(table: RawTable, why: str) -> None:
    table.problems.append(Problem("unreadable_table", f"{table.label}: {why}", raw_start=table.raw_start))


def _give_note(raw: str, table: RawTable) -> None:
    """The footnote that follows the last cell on its line, when a cell bears its mark."""
    note = patterns.MARKED_NOTE.match(raw, table.raw_end)
    if note is not None and any(note["mark"] in cell.text(raw) for row in table.rows for cell in row):
        table.footnotes = [cell_of(raw, note.start(), note.end())]
        table.raw_end = note.end()
