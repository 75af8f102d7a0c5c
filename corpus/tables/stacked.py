"""Tables that came out as one cell per line: the column count is found from head, sorts of cells and their period.

Where the count stays in doubt the table is given up with a problem: no row is better than a shifted one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.assemble import repair_cell
from corpus.tables.captions import CaptionLine, caption_at, caption_cell
from corpus.tables.cell_types import CellType, cell_type, column_types, is_data, is_numeric, is_prose
from corpus.tables.found import Line, RawCell, RawTable, Repair, cell_of, spans_of
from corpus.tables.head_line import Holds, cut_head, holds, is_head_line
from corpus.tables.realign import MISFIT, misfit, place, total_misfit

MAXIMUM_CAPTION_LINES = 8
MAXIMUM_CELLS = 1200
HEADS_WITHIN = 80  # lines from the first head to the second, where columns are printed one after the other
MINIMUM_ROWS = 3
MAXIMUM_COLUMNS = 12
# The share of rows that must be whole before a shorter row is believed to lack a cell.
WHOLE_ROWS = 0.6
# The share of a column's cells that must be of one group, words or numbers.
UNMIXED = 0.85

_GOES_ON = re.compile(r"^(?:\(|[a-z+&@)]|/\s?\S)")
_FREE = (CellType.EMPTY, CellType.DASH)


class Item(NamedTuple):
    """One line, or several that make one cell; ``first`` and ``last`` are line indexes."""

    cell: RawCell
    text: str
    kind: CellType
    first: int
    last: int


class _Rows(NamedTuple):
    rows: list[list[RawCell]]
    used: int  # items read
    dropped: int  # rows given up


def read_stacked(
    raw: str, lines: Sequence[Line], caption: CaptionLine, repair: Repair
) -> tuple[RawTable, tuple[int, int]] | None:
    """The table of one cell per line below a caption with the range of its lines; None when there is none."""
    head = _first_head(lines, caption.line)
    if head is None:
        return None
    items = _items(raw, lines, head, repair)
    found = _read(items)
    if found is None:
        items = _merged(items)
        found = _read(items) or _read(items, titled=True)
    table = RawTable([], "one_cell_per_line", lines[caption.line].start, lines[head].end, [], caption.label)
    table.caption = caption_cell(lines, caption.line, head)
    table.continued = caption.continued
    turned = _by_columns(items) if found is None else None
    if turned is not None:
        table.rows = turned
        table.header_rows = 1
        last = items[len(turned) * len(turned[0]) - 1].last + 1
    elif found is None:
        end = _data_end(items)
        if end is None:
            return None
        last = end
        table.problems.append(
            Problem("unreadable_table", f"{caption.label}: its column count is in doubt", raw_start=table.raw_start)
        )
    else:
        columns, rows = found
        table.rows = [[item.cell for item in items[:columns]], *rows.rows]
        table.header_rows = 1
        last = items[columns + rows.used - 1].last + 1
        if rows.dropped:
            words = f"{caption.label}: {rows.dropped} rows lack cells and were left out"
            table.problems.append(Problem("table_row", words, raw_start=table.raw_start))
    table.raw_end = lines[last - 1].end
    table.consumed = spans_of(lines[caption.line : last])
    return table, (caption.line, last)


def _is_single_head(text: str) -> bool:
    return (is_head_line(text) and len(cut_head(text)) == 1) or patterns.UNIT_ONLY.match(text) is not None


def _first_head(lines: Sequence[Line], caption: int) -> int | None:
    """The line of the first head: known head words for one column alone, more such lines or units close below."""
    for index in range(caption + 1, min(caption + 1 + MAXIMUM_CAPTION_LINES, len(lines))):
        text = lines[index].text
        if lines[index].blank or caption_at(lines, index) is not None:
            continue
        if (is_head_line(text) and len(cut_head(text)) == 1) or patterns.VARIABLE_HEAD.match(text):
            following = [line.text for line in lines[index + 1 : index + 1 + HEADS_WITHIN] if not line.blank]
            return index if any(map(_is_single_head, following)) else None
    return None


def _items(raw: str, lines: Sequence[Line], head: int, repair: Repair) -> list[Item]:
    items: list[Item] = []
    for index in range(head, min(head + MAXIMUM_CELLS, len(lines))):
        line = lines[index]
        if line.blank:
            continue
        if caption_at(lines, index) is not None or patterns.PAGE_FURNITURE.search(line.text) or is_prose(line.text):
            break
        cell = cell_of(raw, line.start, line.end)
        text, citations = repair_cell(raw, cell, repair)
        kind = cell_type(text.text, bool(citations))
        if kind is CellType.NUMBER and patterns.REFERENCE_CELL.match(line.text.strip()) and not items:
            break
        items.append(Item(cell, text.text, kind, index, index))
    return items


def _merged(items: Sequence[Item]) -> list[Item]:
    """Lines that only go on with the cell above, such as a unit or a bracket, joined to it."""
    merged: list[Item] = []
    for item in items:
        above = merged[-1] if merged else None
        open_bracket = above is not None and above.text.count("(") > above.text.count(")")
        if above is not None and (_GOES_ON.match(item.text) or open_bracket or patterns.UNIT_ONLY.match(item.text)):
            text = f"{above.text} {item.text}"
            merged[-1] = Item(above.cell.join(item.cell), text, cell_type(text), above.first, item.last)
        else:
            merged.append(item)
    return merged


def _read(items: Sequence[Item], titled: bool = False) -> tuple[int, _Rows] | None:
    """Column count and rows; None unless exactly one count makes every column hold one sort of cells.

    ``titled``: titles may stand between the rows.
    """
    heads = 0
    while heads < len(items) and not is_data(items[heads].kind) and heads < MAXIMUM_COLUMNS + 4:
        heads += 1
    fitting: list[tuple[int, _Rows]] = []
    for columns in range(2, min(heads, MAXIMUM_COLUMNS) + 1):
        if not _heads_fit(items[:columns]):
            continue
        body = items[columns:]
        rows = _titled(body, columns) if titled else _by_period(body, columns) or _by_anchor(body, columns)
        if rows is not None and _columns_fit(items[:columns], rows, body):
            fitting.append((columns, rows))
    return fitting[0] if len(fitting) == 1 else None


def _by_columns(items: Sequence[Item]) -> list[list[RawCell]] | None:
    """Columns printed one after the other, each with its head on top: head and rows of cells; None unless all agree.

    Heads must stand at equal distances and every column must hold one sort of cells that fits its head.
    """
    heads = [i for i, item in enumerate(items) if not is_data(item.kind) and patterns.HEAD_CELL.match(item.text)]
    if len(heads) < 2 or heads[0] != 0:
        return None
    height = heads[1]
    if (
        height <= MINIMUM_ROWS
        or heads != list(range(0, height * len(heads), height))
        or len(items) < height * len(heads)
    ):
        return None
    columns = [items[head : head + height] for head in heads]
    cells = [_kinds(column[1:]) for column in columns]
    chunks = list(zip(*cells, strict=True))
    tops = [column[0] for column in columns]
    if not _heads_fit(tops) or _homogeneous(chunks, len(heads)) is None or not _sorts_fit(tops, chunks):
        return None
    return [[column[row].cell for column in columns] for row in range(height)]


def _heads_fit(heads: Sequence[Item]) -> bool:
    """Whether most heads are known; the first column tells what the row is about and holds no value or source."""
    if holds(heads[0].text) in (Holds.CONDUCTIVITY, Holds.ENERGY, Holds.REFERENCE):
        return False
    known = sum(bool(patterns.HEAD_CELL.match(item.text)) for item in heads)
    return known >= 2 and known >= 0.5 * len(heads) and not any(is_data(item.kind) for item in heads)


def _kinds(items: Sequence[Item]) -> list[CellType]:
    return [item.kind for item in items]


def _group(kind: CellType) -> str:
    """Sorts that stand in one column of a table: words, or numbers of any kind."""
    return "words" if kind in (CellType.TEXT, CellType.FORMULA) else "numbers"


def _homogeneous(chunks: Sequence[Sequence[CellType]], columns: int) -> list[CellType | None] | None:
    """The usual sort of each column when every column holds words or numbers alone; None when one is mixed."""
    for column in range(columns):
        groups = Counter(_group(chunk[column]) for chunk in chunks if chunk[column] not in _FREE)
        if groups and max(groups.values()) < UNMIXED * sum(groups.values()):
            return None
    usual = column_types(chunks, columns)
    return usual if any(kind is not None and is_data(kind) for kind in usual) else None


def _by_period(body: Sequence[Item], columns: int) -> _Rows | None:
    """Rows of equal length; only what follows the last row may be left over."""
    chunks = [body[i : i + columns] for i in range(0, len(body) - columns + 1, columns)]
    if len(chunks) < MINIMUM_ROWS:
        return None
    usual = _homogeneous([_kinds(chunk) for chunk in chunks], columns)
    if usual is None:
        return None
    good = [total_misfit(_kinds(chunk), usual) < MISFIT for chunk in chunks]
    count = good.index(False) if False in good else len(good)
    if count < MINIMUM_ROWS or any(is_data(item.kind) for item in body[count * columns :]):
        return None
    rows = [[item.cell for item in chunk] for chunk in chunks[:count]]
    return _Rows(rows, count * columns, 0)


def _titled(body: Sequence[Item], columns: int) -> _Rows | None:
    """Rows with titles between them: words that stand between the end of a row and the formula of the next one."""
    titles = [
        at
        for at, (item, below) in enumerate(pairwise(body))
        if item.kind is CellType.TEXT
        and below.kind is CellType.FORMULA
        and not patterns.HEAD_CELL.match(item.text)
        and (at == 0 or is_data(body[at - 1].kind) or body[at - 1].kind is CellType.DASH)
    ]
    if not titles:
        return None
    rest = [item for at, item in enumerate(body) if at not in titles]
    found = _by_period(rest, columns) or _by_anchor(rest, columns)
    if found is None or len(titles) >= len(found.rows):
        return None
    above = {id(body[at + 1].cell): body[at].cell for at in titles}
    rows: list[list[RawCell]] = []
    for row in found.rows:
        title = above.get(id(row[0]))
        if title is not None:
            rows.append([title, *[RawCell()] * (columns - 1)])
        rows.append(row)
    used = len(rows) - len(found.rows)
    return _Rows(rows, found.used + used, found.dropped) if used == len(titles) else None


def _by_anchor(body: Sequence[Item], columns: int) -> _Rows | None:
    """Rows that begin with a formula: whole ones as they stand, shorter ones where their sorts of cells fit one way."""
    formulas = [i for i, item in enumerate(body) if item.kind is CellType.FORMULA]
    starts = [i for i in formulas if i - 1 not in formulas]  # a formula below a formula is its second line
    if len(starts) < MINIMUM_ROWS or not body or starts[0] != 0:
        return None
    last = max((i for i, item in enumerate(body) if is_data(item.kind)), default=-1)
    bounds = [start for start in starts if start <= last] + [last + 1]
    pieces = [body[a:b] for a, b in pairwise(bounds)]
    whole = [piece for piece in pieces if len(piece) == columns]
    usual = _homogeneous([_kinds(piece) for piece in whole], columns) if whole else None
    if usual is None or len(whole) < max(MINIMUM_ROWS, WHOLE_ROWS * len(pieces)):
        return None
    rows: list[list[RawCell]] = []
    dropped = 0
    for piece in pieces:
        row = _placed(piece, usual, columns)
        if row is None:
            dropped += 1
        else:
            rows.append(row)
    return _Rows(rows, last + 1, dropped)


def _placed(piece: Sequence[Item], usual: Sequence[CellType | None], columns: int) -> list[RawCell] | None:
    if len(piece) == columns:
        return [item.cell for item in piece] if total_misfit(_kinds(piece), usual) < MISFIT else None
    if len(piece) > columns:
        return _wrapped(piece, usual, columns)
    chosen = place(_kinds(piece), usual)
    if chosen is None or any(misfit(item.kind, usual[column]) for item, column in zip(piece, chosen, strict=True)):
        return None
    mirrored = place(_kinds(piece)[::-1], list(usual)[::-1])
    if mirrored is None or [columns - 1 - column for column in mirrored][::-1] != chosen:
        return None  # it fits in more than one way
    row = [RawCell()] * columns
    for item, column in zip(piece, chosen, strict=True):
        row[column] = item.cell
    return row


def _wrapped(piece: Sequence[Item], usual: Sequence[CellType | None], columns: int) -> list[RawCell] | None:
    """A row with cells of several lines: neighbours of one sort are one cell; None when a sort has two columns.

    The lines of a formula are joined without a blank, those of words with one.
    """
    if any(kind in (CellType.TEXT, CellType.FORMULA, None) and kind == after for kind, after in pairwise(usual)):
        return None
    joined: list[Item] = []
    for item in piece:
        above = joined[-1] if joined else None
        if above is not None and item.kind is above.kind and item.kind in (CellType.TEXT, CellType.FORMULA):
            glue = "" if item.kind is CellType.FORMULA else " "
            joined[-1] = Item(above.cell.join(item.cell, glue), "", above.kind, above.first, item.last)
        else:
            joined.append(item)
    return _placed(joined, usual, columns) if len(joined) == columns else None


_FITTING = {
    Holds.CONDUCTIVITY: (CellType.SCIENTIFIC, CellType.NUMBER),
    Holds.ENERGY: (CellType.ENERGY, CellType.NUMBER),
    Holds.REFERENCE: (CellType.REFERENCE, CellType.NUMBER, CellType.TEXT),
    Holds.TEMPERATURE: (CellType.TEMPERATURE, CellType.NUMBER, CellType.CONDITION),
}


def _columns_fit(heads: Sequence[Item], rows: _Rows, body: Sequence[Item]) -> bool:
    """Whether the cells below each known head are what it announces."""
    by_cell = {id(item.cell): item.kind for item in body}
    return _sorts_fit(heads, [[by_cell.get(id(cell), CellType.EMPTY) for cell in row] for row in rows.rows])


def _sorts_fit(heads: Sequence[Item], grid: Sequence[Sequence[CellType]]) -> bool:
    usual = column_types(grid, len(heads))
    named = 0
    for head, kind in zip(heads, usual, strict=True):
        wanted = _FITTING.get(holds(head.text))
        if wanted is None:
            if holds(head.text) is Holds.NAME and kind is not None and is_numeric(kind) and kind is not CellType.NUMBER:
                return False
            continue
        if kind is not None and kind not in wanted:
            return False
        named += kind is not None
    return named >= 1


def _data_end(items: Sequence[Item]) -> int | None:
    """The line behind the last item of data; None when there is too little of it for a table."""
    data = [item for item in items if is_data(item.kind)]
    return data[-1].last + 1 if len(data) >= 2 * MINIMUM_ROWS else None
