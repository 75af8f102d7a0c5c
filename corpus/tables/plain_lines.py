"""Tables of raw PDF text: caption, head in one line, rows in single lines; also cut into a left and a right half."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.captions import CaptionLine, caption_at, caption_cell
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line, Part, RawCell, RawTable, cell_of, spans_of
from corpus.tables.head_line import HeadColumn, Holds, cut_head, is_head_line
from corpus.tables.typed_rows import Row, cut_row, cut_rows

MAXIMUM_CAPTION_LINES = 8
MAXIMUM_ROWS = 150
# A right half follows on the facing page: within about two columns of text.
MAXIMUM_DISTANCE = 200
MINIMUM_ROWS = 3
# A line of a cut caption that is shorter than this share of the longest one ended before the cut.
FULL_LINE = 0.8


class Region(NamedTuple):
    """Line indexes of a table or of a half: caption ``[first, head)``, head, rows ``[body, last)``."""

    first: int
    head: int
    body: int
    last: int
    columns: list[HeadColumn]


def _ends_rows(line: Line) -> bool:
    return bool(patterns.PAGE_FURNITURE.search(line.text)) or is_prose(line.text)


def _body_end(lines: Sequence[Line], body: int) -> int:
    last = body
    for index in range(body, min(body + MAXIMUM_ROWS, len(lines))):
        line = lines[index]
        if line.blank:
            continue
        if _ends_rows(line) or caption_at(lines, index) is not None:
            break
        last = index + 1
    return last


def caption_region(lines: Sequence[Line], caption: CaptionLine) -> Region | None:
    """Caption, head and rows that follow a caption line; None when no head line is found below it."""
    for head in range(caption.line + 1, min(caption.line + 1 + MAXIMUM_CAPTION_LINES, len(lines))):
        line = lines[head]
        if line.blank or caption_at(lines, head) is not None:
            continue
        if not (is_head_line(line.text) or _stands_as_head(lines, head)):
            continue
        columns = cut_head(line.text)
        last = _body_end(lines, head + 1)
        if len(columns) >= 1 and sum(not line.blank for line in lines[head + 1 : last]) >= MINIMUM_ROWS:
            return Region(caption.line, head, head + 1, last, columns)
    return None


def _stands_as_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line set apart by a blank line begins with a known head word and has several columns."""
    text = lines[index].text.strip()
    ended = text.endswith((".", ",")) and not text.endswith(("Ref.", "Refs."))
    apart = lines[index - 1].blank and len(text) <= 100 and not is_prose(text) and not ended
    return apart and patterns.HEAD_CELL.match(text) is not None and len(cut_head(text)) > 1


def right_half(raw: str, lines: Sequence[Line], left: Region, stop: int) -> tuple[Region, int] | None:
    """The right half of a table whose left half is given, with the index of its first caption line.

    It begins with as many lines of caption as the left half has, then a head line, then rows that fit its columns.
    """
    caption_lines = _cut_lines(lines, left)
    for head in range(left.last, min(left.last + MAXIMUM_DISTANCE, stop, len(lines))):
        if lines[head].blank or not (is_head_line(lines[head].text) or _stands_as_head(lines, head)):
            continue
        columns = cut_head(lines[head].text)
        if all(column.holds in (Holds.TEXT, Holds.NAME) for column in columns):
            continue
        last = _fitting_end(raw, lines, head + 1, columns)
        if sum(not line.blank for line in lines[head + 1 : last]) < MINIMUM_ROWS:
            continue
        first = head
        wanted = caption_lines
        while wanted and first > left.last:
            first -= 1
            wanted -= not lines[first].blank
        if not wanted:
            return Region(first, head, head + 1, last, columns), first
    return None


def _cut_lines(lines: Sequence[Line], left: Region) -> int:
    """How many lines of the left half's caption run up to the cut and go on in the right half."""
    lengths = [len(line.text.rstrip()) for line in lines[left.first : left.head] if not line.blank]
    return max(len(lengths) - (lengths[-1] < FULL_LINE * max(lengths)), 1)


def _fitting_end(raw: str, lines: Sequence[Line], body: int, columns: Sequence[HeadColumn]) -> int:
    last = body
    free_text = any(column.holds is Holds.TEXT for column in columns)
    for index in range(body, min(body + MAXIMUM_ROWS, len(lines))):
        line = lines[index]
        if line.blank:
            continue
        if _ends_rows(line) or not (free_text or cut_row(raw, line, columns, lead=True)):
            break
        last = index + 1
    return last


def _head_cells(raw: str, line: Line, columns: Sequence[HeadColumn]) -> list[RawCell]:
    return [cell_of(raw, line.start + column.start, line.start + column.end) for column in columns]


def _open_bracket(raw: str, row: Row) -> bool:
    text = row.cells[-1].text(raw)
    return text.count("(") > text.count(")")


def join_halves(raw: str, left: Sequence[Row], right: Sequence[Row]) -> list[list[RawCell]] | None:
    """Rows of both halves side by side; None unless they agree in number and in the brackets cut between them."""
    if len(left) != len(right):
        return None
    joined = []
    for ours, theirs in zip(left, right, strict=True):
        if bool(theirs.lead.parts) != _open_bracket(raw, ours):
            return None
        joined.append([*ours.cells[:-1], ours.cells[-1].join(theirs.lead, ""), *theirs.cells])
    return joined


def _cut_caption(lines: Sequence[Line], left: Region, right_first: int, right_head: int) -> RawCell:
    """The caption whose lines go on in the right half, line by line."""
    ours = [line for line in lines[left.first : left.head] if not line.blank]
    theirs = [line for line in lines[right_first:right_head] if not line.blank]
    parts: list[Part] = []
    for one, other in zip_longest(ours, theirs):
        parts.append(Part(one.start, one.end, " " if parts else ""))
        if other is not None:
            parts.append(Part(other.start, other.end))
    return RawCell(tuple(parts))


def read_plain(raw: str, lines: Sequence[Line], caption: CaptionLine, stop: int) -> RawTable | None:
    """The table below a caption whose rows are plain lines, whole or in two halves; None when there is none.

    ``stop``: index of the next caption, where the search for a right half ends. A table that is there but cannot be
    read has no rows and a problem.
    """
    left = caption_region(lines, caption)
    if left is None:
        return None
    table = RawTable(
        [],
        "lines",
        lines[left.first].start,
        lines[left.last - 1].end,
        spans_of(lines[left.first : left.last]),
        caption.label,
        caption_cell(lines, left.first, left.head),
        header_rows=1,
        continued=caption.continued,
    )
    left_rows = cut_rows(raw, lines[left.body : left.last], left.columns)
    half = right_half(raw, lines, left, stop) if left.columns[-1].holds is not Holds.REFERENCE else None
    if half is not None:
        _join(raw, lines, table, left, left_rows, half)
    elif left_rows and len(left.columns) > 1 and _readable(left_rows):
        table.rows = [_head_cells(raw, lines[left.head], left.columns), *(row.cells for row in left_rows)]
    else:
        _give_up(table, "its rows do not fit its head")
    return table


def _readable(rows: Sequence[Row]) -> bool:
    """Whether rows are whole but for sub-headings, of which there are fewer."""
    whole = sum(row.complete for row in rows)
    titles = sum(not row.complete and sum(bool(cell.parts) for cell in row.cells) == 1 for row in rows)
    return whole >= MINIMUM_ROWS and whole + titles == len(rows) and titles < whole


def _join(
    raw: str,
    lines: Sequence[Line],
    table: RawTable,
    left: Region,
    left_rows: list[Row] | None,
    half: tuple[Region, int],
) -> None:
    right, first = half
    table.shape = "halves"
    table.caption = _cut_caption(lines, left, first, right.head)
    table.consumed = [*table.consumed, *spans_of(lines[first : right.last])]
    right_rows = cut_rows(raw, lines[right.body : right.last], right.columns, lead=True)
    joined = join_halves(raw, left_rows, right_rows) if left_rows and right_rows else None
    if joined is None:
        _give_up(table, "its left and right halves do not agree row by row")
        return
    head = [*_head_cells(raw, lines[left.head], left.columns), *_head_cells(raw, lines[right.head], right.columns)]
    table.rows = [head, *joined]


def _give_up(table: RawTable, why: str) -> None:
    table.rows = []
    table.problems.append(Problem("unreadable_table", f"{table.label}: {why}", raw_start=table.raw_start))
