"""Tables with rules between columns: cells are what the rules enclose."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Box
from corpus.readers.pdf.drawings import Rule
from corpus.readers.pdf.lines import Piece, rows_of
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.table_grid import CellDraft, TableDraft

_APART = 3.0  # points: rules closer than this are one line of the grid


def build_ruled(
    box: Box, pieces: Sequence[Piece], horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> TableDraft | None:
    """A table from its rules; None when they make no grid of two columns and two rows."""
    xs = _positions([box[0], *(rule.at for rule in vertical), box[2]])
    ys = _positions([box[1], *(rule.at for rule in horizontal), box[3]])
    if len(xs) < 3 or len(ys) < 3:
        return None
    owners = _cells(xs, ys, horizontal, vertical)
    placed: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        for part in _parts(piece, xs, ys, owners):
            row, column = _place(part, xs, ys)
            placed.setdefault(owners[row][column], []).append(part)
    spans = _spans(owners)
    cells = [
        CellDraft(row, column, rows_of(found), spans[row, column][0], spans[row, column][1])
        for (row, column), found in sorted(placed.items())
    ]
    if not cells:
        return None
    return TableDraft(box, cells, len(ys) - 1, len(xs) - 1, header_rows=_header_rows(cells, len(ys) - 1))


def _positions(values: Sequence[float]) -> list[float]:
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _APART:
            result.append(value)
    return result


def _cells(
    xs: list[float], ys: list[float], horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> list[list[tuple[int, int]]]:
    """For each place of the grid the top left place of the cell it belongs to."""
    owners: list[list[tuple[int, int]]] = [[(r, c) for c in range(len(xs) - 1)] for r in range(len(ys) - 1)]
    for row in range(len(ys) - 1):
        for column in range(1, len(xs) - 1):
            if not _is_ruled(vertical, xs[column], ys[row], ys[row + 1]):
                owners[row][column] = owners[row][column - 1]
    for column in range(len(xs) - 1):
        for row in range(1, len(ys) - 1):
            if not _is_ruled(horizontal, ys[row], xs[column], xs[column + 1]):
                owners[row][column] = owners[row - 1][column]
    return owners


def _is_ruled(rules: Sequence[Rule], at: float, low: float, high: float) -> bool:
    """Whether a rule at this place runs past the middle between two others."""
    return any(abs(rule.at - at) <= _APART and rule.low <= (low + high) / 2 <= rule.high for rule in rules)


def _spans(owners: list[list[tuple[int, int]]]) -> dict[tuple[int, int], tuple[int, int]]:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(owners):
        for column, owner in enumerate(line):
            high, wide = spans.get(owner, (1, 1))
            spans[owner] = (max(high, row - owner[0] + 1), max(wide, column - owner[1] + 1))
    return spans


def _place(piece: Piece, xs: list[float], ys: list[float]) -> tuple[int, int]:
    x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    row = sum(y > edge for edge in ys[1:-1])
    column = sum(x > edge for edge in xs[1:-1])
    return row, column


def _parts(piece: Piece, xs: list[float], ys: list[float], owners: list[list[tuple[int, int]]]) -> list[Piece]:
    """A piece that runs over a rule between two cells in its parts."""
    row = _place(piece, xs, ys)[0]
    for column, edge in enumerate(xs[1:-1]):
        if piece.x0 < edge - 2 and piece.x1 > edge + 2 and owners[row][column] != owners[row][column + 1]:
            parts = piece.split(edge)
            if len(parts) == 2:
                return [*_parts(parts[0], xs, ys, owners), *_parts(parts[1], xs, ys, owners)]
    return [piece]


def _header_rows(cells: Sequence[CellDraft], rows: int) -> int:
    """Rows before the first that holds a number outside the first column; at least one."""
    for row in range(1, rows):
        in_row = [cell for cell in cells if cell.row == row and cell.column > 0]
        if any(LINES.NUMBER_CELL.match(piece.text) for cell in in_row for line in cell.lines for piece in line):
            return row
    return 1
