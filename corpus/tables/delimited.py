"""Tables whose columns are marked in the text: by tabs or, in markdown, by pipes."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from corpus.tables import patterns
from corpus.tables.cell_types import CellType, cell_type
from corpus.tables.found import Line, Part, RawCell, RawTable, cell_of, spans_of

_OPEN = re.compile(rf"{patterns.TIMES}$|[-–,(+/&]$")
_REST = re.compile(rf"{patterns.TIMES}\s?10|[a-z&+)]")
_LABEL_COLON = re.compile(r":\s*$")


def _split(raw: str, line: Line, marks: re.Pattern[str]) -> list[RawCell]:
    cells = []
    position = line.start
    for mark in marks.finditer(raw, line.start, line.start + len(line.text)):
        cells.append(cell_of(raw, position, mark.start()))
        position = mark.end()
    cells.append(cell_of(raw, position, line.start + len(line.text)))
    return cells


def _split_tabs(raw: str, line: Line) -> list[RawCell]:
    return _split(raw, line, patterns.COLUMN_TAB)


def _split_pipes(raw: str, line: Line) -> list[RawCell]:
    cells = _split(raw, line, patterns.COLUMN_PIPE)
    text = line.text.strip()
    if text.startswith("|"):
        cells = cells[1:]
    if text.endswith("|") and cells:
        cells = cells[:-1]
    return [_break_lines(raw, cell) for cell in cells]


def _break_lines(raw: str, cell: RawCell) -> RawCell:
    """A markdown cell with its ``<br>`` marks taken for spaces."""
    parts: list[Part] = []
    for part in cell.parts:
        position = part.start
        for mark in patterns.LINE_BREAK_MARK.finditer(raw, part.start, part.end):
            if mark.start() > position:
                parts.append(Part(position, mark.start(), " " if parts else ""))
            position = mark.end()
        if part.end > position:
            parts.append(Part(position, part.end, " " if parts else ""))
    return RawCell(tuple(parts), cell.column_span)


def _is_tabbed(raw: str, line: Line) -> bool:
    return "\t" in line.text and patterns.COLUMN_TAB.search(raw, line.start, line.start + len(line.text)) is not None


def _is_piped(line: Line) -> bool:
    text = line.text.strip()
    return text.count("|") >= 2 and (text.startswith("|") or len(patterns.COLUMN_PIPE.findall(text)) >= 2)


def _title_between(line: Line, marked: bool) -> bool:
    """Whether an unmarked line between two rows can be the title of the rows below it."""
    text = line.text.strip()
    return not marked and 0 < len(text) <= 60 and not text.endswith((".", ",", ";")) and text[0].isalnum()


def _groups(lines: Sequence[Line], marked: Sequence[bool]) -> list[tuple[int, int]]:
    """Index ranges of runs of marked lines; one short unmarked title line between two rows does not end a run."""
    groups = []
    index = 0
    while index < len(lines):
        if not marked[index]:
            index += 1
            continue
        last = index
        probe = index + 1
        while probe < len(lines) and (
            marked[probe]
            or (_title_between(lines[probe], marked[probe]) and probe + 1 < len(lines) and marked[probe + 1])
        ):
            last = probe if marked[probe] else last
            probe += 1
        groups.append((index, last + 1))
        index = last + 1
    return groups


def _is_form(rows: Sequence[Sequence[RawCell]], raw: str) -> bool:
    """Two columns of "label:" and entry, as on a manuscript's cover sheet: no table."""
    labels = [row[0].text(raw) for row in rows if row]
    return max(len(row) for row in rows) == 2 and sum(bool(_LABEL_COLON.search(t)) for t in labels) >= 0.5 * len(labels)


def find_tabbed(raw: str, lines: Sequence[Line]) -> list[tuple[RawTable, int, int]]:
    """Tab-separated tables, each with the range of its lines; an eaten ``\\times`` (TAB, ``imes``) marks no column."""
    found = []
    for first, last in _groups(lines, [_is_tabbed(raw, line) for line in lines]):
        rows = _whole_rows(raw, [_split_tabs(raw, line) for line in lines[first:last] if not line.blank])
        if len(rows) < 2 or _is_form(rows, raw):
            continue
        found.append((_table(rows, "tab", lines[first:last]), first, last))
    return found


def _whole_rows(raw: str, rows: Sequence[list[RawCell]]) -> list[list[RawCell]]:
    """The rows, those joined that a line's end inside a cell has parted and that have the head's cells together."""
    whole = list(rows[:1])
    for row in rows[1:]:
        before = whole[-1]
        if len(before) + len(row) == len(whole[0]) + 1 and _is_parted(raw, before, row):
            whole[-1] = [*before[:-1], before[-1].join(row[0]), *row[1:]]
        else:
            whole.append(row)
    return whole


def _is_parted(raw: str, before: Sequence[RawCell], row: Sequence[RawCell]) -> bool:
    """Whether the last cell of one row is open or the first of the next goes on with it."""
    return bool(_OPEN.search(before[-1].text(raw)) or _REST.match(row[0].text(raw)))


def find_quoted(raw: str, lines: Sequence[Line]) -> list[tuple[RawTable, int, int]]:
    """Tables whose cells stand in quotation marks with commas between, each with the range of its lines."""
    found = []
    for first, last in _groups(lines, [_is_quoted(line) for line in lines]):
        rows = [_split_quoted(raw, line) for line in lines[first:last] if _is_quoted(line)]
        if len(rows) > 1:
            found.append((_table(rows, "csv", lines[first:last]), first, last))
    return found


def _is_quoted(line: Line) -> bool:
    text = line.text.strip()
    return text.startswith('"') and text.endswith('"') and '","' in text


def _split_quoted(raw: str, line: Line) -> list[RawCell]:
    begin = line.start + line.text.index('"') + 1
    end = line.start + line.text.rindex('"')
    cells = []
    for mark in patterns.QUOTED_COMMA.finditer(raw, begin, end):
        cells.append(cell_of(raw, begin, mark.start()))
        begin = mark.end()
    return [*cells, cell_of(raw, begin, end)]


def _broken_rows(lines: Sequence[Line]) -> dict[int, int]:
    """Rows of pipe tables that are broken over two lines: index of the first line to that of the second."""
    broken = {}
    for index, (line, after) in enumerate(pairwise(lines)):
        begun, ended = line.text.strip(), after.text.strip()
        if begun.startswith("|") and not begun.endswith("|") and ended.endswith("|") and not ended.startswith("|"):
            broken[index] = index + 1
    return broken


def _join_broken(raw: str, begun: Sequence[RawCell], rest: Sequence[RawCell]) -> list[RawCell]:
    """Both parts of a broken row; the cell that was cut is joined, without a blank inside a formula."""
    cut = begun[-1]
    glue = "" if cut.text(raw).rstrip().endswith("-") or cell_type(cut.text(raw)) is CellType.FORMULA else " "
    return [*begun[:-1], cut.join(rest[0], glue), *rest[1:]] if rest else list(begun)


def find_piped(raw: str, lines: Sequence[Line]) -> list[tuple[RawTable, int, int]]:
    """Pipe tables of markdown with the index range of their lines; the rule under the head is required."""
    broken = _broken_rows(lines)
    rests = set(broken.values())
    marked = [_is_piped(line) or i in broken or i in rests for i, line in enumerate(lines)]
    return [
        (table, first, last)
        for first, last in _groups(lines, marked)
        if last - first > 2 and (table := _piped(raw, lines, first, last, rests)) is not None
    ]


def _piped(raw: str, lines: Sequence[Line], first: int, last: int, rests: Set[int]) -> RawTable | None:
    """The table of a run of lines; ``rests`` are the second halves of broken rows."""
    rules = [i for i in range(first, last) if patterns.PIPE_RULE.match(lines[i].text)]
    if not rules:
        return None
    head = [row for row in (_split_pipes(raw, line) for line in lines[first : rules[0]]) if any(c.parts for c in row)]
    body: list[list[RawCell]] = []
    for i in range(rules[0], last):
        if i in rests and body:
            body[-1] = _join_broken(raw, body[-1], _split_pipes(raw, lines[i]))
        elif i not in rules:
            body.append(_split_pipes(raw, lines[i]))
    table = _table(head + body, "pipe", lines[first:last])
    table.header_rows = len(head) or None
    return table


def _table(rows: list[list[RawCell]], shape: str, lines: Sequence[Line]) -> RawTable:
    return RawTable(rows, shape, lines[0].start, lines[-1].end, spans_of(lines))
