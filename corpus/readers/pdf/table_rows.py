"""Lines of type brought together to rows of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from statistics import median

from corpus.readers.pdf.lines import Piece, rows_of
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.table_grid import Interval, Row, baseline_of, covered_columns
from corpus.tables.grid.placed import row_ranges
from corpus.tables.grid.search import continues
from corpus.tables.grid.sorts import DATA, printed, sort_of
from corpus.tables.grid.tokens import Word

_WHOLE = 0.5  # share of the columns that a row fills at least
_SPARSE = 0.5  # share of rows that fill fewer, from which lines are brought together otherwise
_ANY = "X"  # a word that goes on with nothing by its own look
_SPACED = 1.22  # times the narrowest line distance: from here rows are set apart by space
_PARTINGS = 6  # times that cells of one row are parted again


def group_rows(rows: Sequence[Row], columns: Sequence[Interval]) -> list[list[Row]]:
    """Lines of type that make one row of the table, from the space between them or from how their text wraps."""
    if len(rows) < 2:
        return [list(rows)] if rows else []
    return _cells_joined(_grouped(rows, columns), columns)


def _grouped(rows: Sequence[Row], columns: Sequence[Interval]) -> list[list[Row]]:
    by_space = _grouped_by_space(rows, columns)
    if by_space is not None:
        return by_space
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _wraps(groups[-1], row, columns):
            groups[-1].append(row)
        else:
            groups.append([row])
    filled = [len({covered_columns(piece, columns)[0] for row in group for piece in row}) for group in groups]
    sparse = sum(columns_filled < _WHOLE * len(columns) for columns_filled in filled)
    return _grouped_by_sorts(rows, columns) if sparse > _SPARSE * len(groups) else groups


def _grouped_by_sorts(rows: Sequence[Row], columns: Sequence[Interval]) -> list[list[Row]]:
    """Lines brought together by what their cells hold, as where cells of several lines are centred on their row."""
    gutters = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    words = [
        Word(_printed(piece), 0, 0, number, piece.x0, piece.x1)
        for number, row in enumerate(rows)
        for piece in sorted(row, key=lambda piece: piece.x0)
    ]
    groups: list[list[Row]] = []
    done = 0
    for first, last in row_ranges(words, gutters):
        groups += [[row] for row in rows[done:first]] + [list(rows[first:last])]
        done = last
    return groups + [[row] for row in rows[done:]]


def _grouped_by_space(rows: Sequence[Row], columns: Sequence[Interval]) -> list[list[Row]] | None:
    """Groups of lines when wider space parts the cells of each column and each group begins in the first column.

    Lines are brought together to cells column by column, and cells that stand beside each other to rows, so that cells
    of different heights may be set at the top, the middle or the bottom of their row. None when space tells nothing.
    """
    stacks = _stacks(rows, columns)
    size = rows[0][0].size
    leading = _leading([gap for stack in stacks.values() for gap in _gaps(stack) if gap > 0.5 * size], size)
    if leading is None:
        return None
    groups = [rows_of(pieces) for pieces in _side_by_side(stacks, leading, 0.1 * size)]
    keyed = sum(_has_key(group, columns) for group in groups)
    doubled = any(_is_doubled(group, columns) for group in groups)
    return groups if len(groups) > 1 and keyed >= 0.75 * len(groups) and not doubled else None


def _stacks(rows: Sequence[Row], columns: Sequence[Interval]) -> dict[int, list[Piece]]:
    """The pieces of lines by the column that each begins in."""
    stacks: dict[int, list[Piece]] = {}
    for piece in (piece for row in rows for piece in row):
        stacks.setdefault(covered_columns(piece, columns)[0], []).append(piece)
    return stacks


def _is_doubled(group: list[Row], columns: Sequence[Interval]) -> bool:
    """Whether a group brings together more than one row of the table."""
    return len(group) > 1 and (_all_keyed(group, columns) or _holds_rows(group, columns))


def _holds_rows(group: Sequence[Row], columns: Sequence[Interval]) -> bool:
    """Whether two lines of a group are rows of their own: both hold data in the same two columns or more."""
    held = [{covered_columns(piece, columns)[0] for piece in row if sort_of(_printed(piece)) in DATA} for row in group]
    return any(len(line & other) > 1 for line, other in combinations(held, 2))


def _cells_joined(groups: Sequence[list[Row]], columns: Sequence[Interval]) -> list[list[Row]]:
    """Groups without a key joined to the one above when all their cells go on with cells of it by their look.

    A raised exponent sets the lines of a cell as far apart as rows are.
    """
    joined: list[list[Row]] = []
    for group in groups:
        if joined and not _has_key(group, columns) and _goes_on_with(joined[-1], group, columns):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(group)
    return joined


def _goes_on_with(above: Sequence[Row], group: Sequence[Row], columns: Sequence[Interval]) -> bool:
    texts = [""] * len(columns)
    for piece in (piece for row in above for piece in row):
        texts[covered_columns(piece, columns)[0]] = _printed(piece)
    seen: set[int] = set()
    for piece in (piece for row in group for piece in row):
        column = covered_columns(piece, columns)[0]
        if column not in seen and not (texts[column] and continues(texts[column], _printed(piece))):
            return False
        seen.add(column)
    return True


def _printed(piece: Piece) -> str:
    """The text of a piece as tables are read, scripts on its line."""
    return printed(LINES.SCRIPT.sub(r"\1", piece.text))


def _has_key(group: Sequence[Row], columns: Sequence[Interval]) -> bool:
    """Whether something stands in the first column."""
    return any(covered_columns(piece, columns)[0] == 0 for row in group for piece in row)


def _leading(gaps: Sequence[float], size: float) -> float | None:
    """From which distance of baselines on space parts two cells; None when all are of one kind."""
    narrow = min(gaps, default=0.0)
    if not 0 < narrow <= 1.45 * size:
        return None
    leading = _SPACED * median(gap for gap in gaps if gap <= _SPACED * narrow)
    return leading if max(gaps) >= leading else None


def _gaps(stack: Sequence[Piece]) -> list[float]:
    baselines = sorted(piece.baseline for piece in stack)
    return [after - before for before, after in pairwise(baselines)]


def _stacked(stack: Sequence[Piece], leading: float) -> list[list[Piece]]:
    """Pieces of one column parted where the leading or more lies between two lines."""
    cells: list[list[Piece]] = []
    for piece in sorted(stack, key=lambda piece: piece.baseline):
        if cells and piece.baseline - cells[-1][-1].baseline < leading:
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def _side_by_side(
    stacks: Mapping[int, Sequence[Piece]], leading: float, slack: float, tries: int = _PARTINGS
) -> list[list[Piece]]:
    """The pieces of cells whose heights overlap, top to bottom.

    Where a column has two cells beside one of another column, that one holds two: it is parted at its widest gap.
    """
    result: list[list[Piece]] = []
    for row in _rows_by_height(stacks, leading, slack):
        whole = {column: [piece for cell in parts for piece in cell] for column, parts in row.items()}
        widest = max((gap for parts in row.values() for cell in parts for gap in _gaps(cell)), default=0.0)
        if tries and max(map(len, row.values())) > 1 and widest > slack:
            result.extend(_side_by_side(whole, widest, slack, tries - 1))
        else:
            result.append([piece for pieces in whole.values() for piece in pieces])
    return result


def _rows_by_height(
    stacks: Mapping[int, Sequence[Piece]], leading: float, slack: float
) -> list[dict[int, list[list[Piece]]]]:
    """Cells by column, those together whose heights overlap."""
    cells = [(column, cell) for column, stack in stacks.items() for cell in _stacked(stack, leading)]
    rows: list[dict[int, list[list[Piece]]]] = []
    bottom = 0.0
    for column, cell in sorted(cells, key=lambda placed: placed[1][0].top):
        low = max(piece.bottom for piece in cell)
        if not rows or cell[0].top >= bottom - slack:
            rows.append({})
            bottom = low
        rows[-1].setdefault(column, []).append(cell)
        bottom = max(bottom, low)
    return rows


def _all_keyed(group: list[Row], columns: Sequence[Interval]) -> bool:
    """Whether every line of a group looks like a row of its own: something in the first column, a number elsewhere."""
    for row in group:
        places = [(covered_columns(piece, columns)[0], piece) for piece in row]
        if not any(place == 0 for place, _ in places):
            return False
        if not any(place > 0 and LINES.NUMBER_CELL.match(piece.text) for place, piece in places):
            return False
    return True


def _wraps(group: list[Row], row: Row, columns: Sequence[Interval]) -> bool:
    """Whether a line goes on with the row above: each of its cells continues text that had no room left."""
    above = group[-1]
    pitch = baseline_of(row) - baseline_of(above)
    size = max(piece.size for piece in row)
    if pitch > 1.6 * size or len(row) >= max(2, len(columns)):
        return False
    if len(row) == 1 and LINES.SUBHEADING.match(row[0].text) and not LINES.OPEN_END.search(above[0].text):
        return False
    return all(_cell_goes_on(piece, group, columns, size) for piece in row)


def _cell_goes_on(piece: Piece, group: Sequence[Row], columns: Sequence[Interval], size: float) -> bool:
    """Whether a piece stands under text of its column, beside which its first word had no room."""
    first, last = covered_columns(piece, columns)
    before = [p for row in group for p in row if covered_columns(p, columns)[0] == first]
    if last > first or not before:
        return False
    if LINES.POWER_BELOW.match(piece.text) and (piece.text[0] != "1" or LINES.OPEN_PRODUCT.search(before[-1].text)):
        return True
    if piece.text[0] == "(" or continues(_printed(before[-1]), _ANY):
        return True
    if first and LINES.NUMBER_CELL.match(piece.text) and LINES.NUMBER_CELL.match(before[-1].text):
        return False
    word = piece.width * (len(piece.text.split(" ")[0]) / max(len(piece.text), 1))
    return word + 0.2 * size > columns[first][1] - before[-1].x1 - 0.5 * size
