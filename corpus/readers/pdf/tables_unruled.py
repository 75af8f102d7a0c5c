"""Tables with horizontal rules only, or with none: columns and rows from white space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from corpus.document import Box
from corpus.readers.pdf.drawings import Rule
from corpus.readers.pdf.geometry import overlap
from corpus.readers.pdf.lines import Piece
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.table_grid import (
    CellDraft,
    Interval,
    Row,
    TableDraft,
    covered_columns,
    fill,
    find_columns,
    rows_in,
    split_at_columns,
    with_header_columns,
)
from corpus.readers.pdf.table_rows import group_rows
from corpus.tables.grid.two_levels import spanned

MOST_HEAD_LINES = 8  # of heads of one to three lines, each set in the middle of its row
_FULL_RULE = 0.93  # of the table's width: a rule that parts rows of the whole table


def build_unruled(box: Box, pieces: Sequence[Piece], rules: Sequence[Rule]) -> TableDraft | None:
    """A table from the pieces in its box; ``rules``: the horizontal rules in it. None when it has one column only."""
    strips, partial = _strips(box, pieces, rules)
    if not strips:
        return None
    header, bodies = _head_and_bodies(strips)
    header = [[_over_rule(piece, row, partial) for piece in row] for row in header]
    columns = _columns(header, list(chain.from_iterable(bodies)))
    if len(columns) < 2:
        return None
    head = _head_groups([split_at_columns(row, columns, always=False) for row in header], columns, partial)
    parted = [
        [split_at_columns(row, columns, always=not _is_subheading(row)) for row in strip] for strip in bodies
    ]  # fmt: skip
    groups = [group for strip in parted for group in group_rows(strip, columns)]
    titles = [index for index, rows in enumerate(groups, len(head)) if len(rows) == 1 and _is_subheading(rows[0])]
    heads = fill(head, columns)
    _span_right(heads, head, columns)
    cells = heads + fill(groups, columns, len(head))
    _span_down(cells, len(head))
    return TableDraft(
        box,
        cells,
        len(head) + len(groups),
        len(columns),
        header_rows=len(head),
        subheadings=tuple(titles),
        headless=not head or _is_data(head[0][0]),
    )


def _strips(box: Box, pieces: Sequence[Piece], rules: Sequence[Rule]) -> tuple[list[list[Row]], list[Rule]]:
    """Rows between one rule over the whole table and the next, and the rules that are shorter."""
    wide = _FULL_RULE * (box[2] - box[0])
    cuts = sorted(rule.at for rule in rules if rule.length >= wide and box[1] + 3 < rule.at < box[3] - 3)
    strips = [rows_in(pieces, low, high) for low, high in pairwise([box[1] - 1, *cuts, box[3] + 1])]
    return [strip for strip in strips if strip], [rule for rule in rules if rule.length < wide]


def _head_and_bodies(strips: list[list[Row]]) -> tuple[list[Row], list[list[Row]]]:
    """Rows of the head, parted by a rule or told by what they hold, and the rows below in strips."""
    if len(strips) > 1:
        return (strips[0], strips[1:]) if len(strips[0]) <= MOST_HEAD_LINES else ([], strips)
    count = _head_lines(strips[0])
    return strips[0][:count], [strips[0][count:]]


def _over_rule(piece: Piece, row: Row, partial: Sequence[Rule]) -> Piece:
    """A head with a rule under it alone reaches as far as the rule."""
    rules = [rule for rule in partial if _underlines(rule, piece) and sum(_underlines(rule, p) for p in row) == 1]
    if not rules:
        return piece
    low, high = min(rule.low for rule in rules), max(rule.high for rule in rules)
    return replace(piece, x0=min(piece.x0, low + 2), x1=max(piece.x1, high - 2))


def _is_data(row: Row) -> bool:
    """Whether a line looks like a row of data: numbers in its cells, and no temperatures that a head goes on with."""
    if all(LINES.BARE_TEMPERATURE.match(piece.text) for piece in row):
        return False
    return any(
        LINES.NUMBER_CELL.match(piece.text) and not LINES.HEAD_TEMPERATURE.match(piece.text) for piece in row[1:]
    )


def _columns(header: Sequence[Row], body: Sequence[Row]) -> list[Interval]:
    size = max(piece.size for row in (*header, *body) for piece in row)
    full = [row for row in body if len(row) > 1]
    columns = find_columns(full or body, size)
    return with_header_columns(columns, header) if len(columns) > 1 else find_columns([*header, *body], size)


def _head_lines(rows: Sequence[Row]) -> int:
    """Lines of the head where no rule parts it from the body: those before the first with a number in a cell."""
    for index, row in enumerate(rows[:MOST_HEAD_LINES]):
        below = rows[index + 1] if index + 1 < len(rows) else []
        raised = len(row) == 1 and row[0].text.isdigit()  # the source of the first row
        if index and (raised or _is_data(row)) and not _goes_on_with_temperatures(row, below, rows[0]):
            return index
        if index and rows[0][0].bold and not row[0].bold:
            return index
    return 1 if len(rows) > 1 else 0


def _goes_on_with_temperatures(row: Row, below: Row, first: Row) -> bool:
    """Whether a line that leaves the first column free holds no numbers but temperatures, whose °C may stand below."""
    numbers = [piece for piece in row if LINES.NUMBER_CELL.match(piece.text)]
    return row[0].x0 > first[0].x1 and all(
        LINES.BARE_TEMPERATURE.match(piece.text)
        or any(LINES.DEGREES.match(p.text) and overlap(p.x0, p.x1, piece.x0, piece.x1) > 0 for p in below)
        for piece in numbers
    )


def _is_subheading(row: Row) -> bool:
    """A line with one piece of text that no number is in stands over the rows below."""
    return len(row) == 1 and not LINES.NUMBER_CELL.match(row[0].text)


def _head_groups(header: Sequence[Row], columns: Sequence[Interval], partial: Sequence[Rule]) -> list[list[Row]]:
    """Rows of the head: a line that spans columns, or has a partial rule under it, is a row of its own."""
    groups: list[list[Row]] = []
    below_span = True
    for row, below in zip(header, [*header[1:], []], strict=True):
        reaches = [range(first, last + 1) for first, last in (covered_columns(piece, columns) for piece in row)]
        spans = any(len(reach) > 1 and (not partial or _heads_all(below, reach, columns)) for reach in reaches)
        if below_span or not groups or _spanned(groups[-1], [row], columns):
            groups.append([row])
        else:
            groups[-1].append(row)
        ruled = any(_underlines(rule, piece) for rule in partial for piece in row)
        below_span = ruled or spans
    return groups


def _heads_all(row: Row, reach: range, columns: Sequence[Interval]) -> bool:
    """Whether a line heads each of some columns by itself."""
    return {(at, at) for at in reach} <= {covered_columns(piece, columns) for piece in row}


def _spanned(above: Sequence[Row], below: Sequence[Row], columns: Sequence[Interval]) -> Mapping[int, range]:
    """The columns that each head of some lines spans where the lines below head them."""
    upper, lower = ({covered_columns(piece, columns)[0] for row in rows for piece in row} for rows in (above, below))
    return spanned(upper, lower, len(columns))


def _underlines(rule: Rule, piece: Piece) -> bool:
    return 0 < rule.at - piece.baseline < 0.9 * piece.size and overlap(rule.low, rule.high, piece.x0, piece.x1) > 3


def _span_right(cells: list[CellDraft], head: Sequence[list[Row]], columns: Sequence[Interval]) -> None:
    """A head spans the free columns behind it where the line below fills them."""
    for number, (above, below) in enumerate(pairwise(head)):
        spans = _spanned(above, below[:1], columns)
        for cell in cells:
            if cell.row == number and cell.column in spans:
                cell.column_span = len(spans[cell.column])


def _span_down(cells: list[CellDraft], head_rows: int) -> None:
    """A head cell with nothing above or below it in a head of several rows stands for all of them."""
    taken = {
        (c.row, column) for c in cells if c.row < head_rows for column in range(c.column, c.column + c.column_span)
    }
    for cell in (cell for cell in cells if cell.row < head_rows):
        columns = range(cell.column, cell.column + cell.column_span)

        def free(row: int, columns: range = columns) -> bool:
            return all((row, column) not in taken for column in columns)

        while cell.row > 0 and free(cell.row - 1):
            cell.row -= 1
            cell.row_span += 1
        while cell.row + cell.row_span < head_rows and free(cell.row + cell.row_span):
            cell.row_span += 1
