"""Rows and columns of a table told from the gaps between its pieces of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.document import Box
from corpus.readers.pdf.geometry import around, overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.patterns import NUMBER_CELL, OPEN_END, OPEN_PRODUCT, POWER_BELOW, SCRIPT, SUBHEADING
from corpus.tables.grid.placed import row_ranges
from corpus.tables.grid.search import continues
from corpus.tables.grid.sorts import printed
from corpus.tables.grid.tokens import Word

Row = list[Piece]
Interval = tuple[float, float]
_CLOSE_GAP = 0.5  # of the size: between columns that stand close; word spaces of a table are narrower
_ALIGNED = 0.6  # share of lines with a cell that begins at one place
_FEWEST_ALIGNED = 3
_WORD_SPACE = 0.42  # of the size: a wider gap at a column's edge parts two heads, a narrower one is a blank
_PARTINGS = 6  # times that cells of one row are parted again
_ALIKE = 1.0  # points: two words begin at one place across the page
_WHOLE = 0.5  # share of the columns that a row fills at least
_SPARSE = 0.5  # share of rows that fill fewer, from which lines are brought together otherwise
_ANY = "X"  # a word that goes on with nothing by its own look
_SPACED = 1.22  # times the narrowest line distance: from here rows are set apart by space


@dataclass(slots=True)
class CellDraft:
    """A cell before its text has raw offsets: its place in the grid and its lines of pieces."""

    row: int
    column: int
    lines: list[Row]
    row_span: int = 1
    column_span: int = 1

    @property
    def box(self) -> Box:
        """Around the cell's text."""
        return around(piece.box for line in self.lines for piece in line)


@dataclass(slots=True)
class TableDraft:
    """A table before its text has raw offsets."""

    box: Box
    cells: list[CellDraft]
    row_count: int
    column_count: int
    header_rows: int = 1
    label: str = ""
    caption: list[Line] = field(default_factory=list)
    footnotes: list[Line] = field(default_factory=list)
    subheadings: tuple[int, ...] = ()
    headless: bool = False  # its first row is data already, as where a table goes on on the next page


def part_at_starts(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a table, those parted that run over a place where the cells of most lines begin.

    Columns set close leave gaps that are hardly wider than a word space; that words begin at one place in line after
    line, behind such a gap, tells them apart.
    """
    rows = rows_of(pieces)
    begun = Counter(place for row in rows for place in {round(x0) for piece in row for x0, _ in _begins(piece)})
    starts = {place for place in begun if _are_aligned(begun, place, rows)}
    return [part for piece in pieces for part in _parted(piece, starts)]


def _are_aligned(begun: Mapping[int, int], place: int, rows: Sequence[Row]) -> bool:
    """Whether most lines that have text at a place begin a cell there."""
    aligned = sum(begun.get(near, 0) for near in (place - 1, place, place + 1))
    filled = sum(any(piece.x0 <= place + 1 and piece.x1 > place for piece in row) for row in rows)
    return aligned >= max(_FEWEST_ALIGNED, _ALIGNED * filled)


def _begins(piece: Piece) -> list[tuple[float, int]]:
    """Where a piece begins, and its words behind gaps wider than a word space, with the index of the blank before."""
    words = piece.words()
    blanks = [index for index, character in enumerate(piece.text) if character == " "]
    found = [(piece.x0, -1)]
    for (_, end), (begin, _), blank in zip(words, words[1:], blanks, strict=False):
        if begin - end > _CLOSE_GAP * piece.size:
            found.append((begin, blank))
    return found


def _parted(piece: Piece, starts: Set[int]) -> list[Piece]:
    cuts = [blank for x0, blank in _begins(piece)[1:] if round(x0) in starts]
    parts = []
    for cut in reversed(cuts):
        parts.append(piece.part(cut + 1, len(piece.text)))
        piece = piece.part(0, cut)
    return [piece, *reversed(parts)]


def find_columns(rows: Sequence[Row], size: float) -> list[Interval]:
    """Extents of the columns' contents: what the rows cover in common, parted where (nearly) no row has text."""
    pieces = [piece for row in rows for piece in row]
    if not pieces:
        return []
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    counts = [0] * (int((right - left) * 2) + 2)
    for piece in pieces:
        for index in range(int((piece.x0 - left) * 2), int((piece.x1 - left) * 2) + 1):
            counts[index] += 1
    columns: list[Interval] = []
    for low, high in _filled_runs(counts, len(rows) // 25):
        low, high = left + low / 2, left + high / 2
        if columns and low - columns[-1][1] < 0.3 * size:
            columns[-1] = (columns[-1][0], high)
        else:
            columns.append((low, high))
    return columns


def _filled_runs(counts: Sequence[int], allowed: int) -> Iterator[Interval]:
    """Runs of places at which more rows than allowed have text."""
    start: int | None = None
    for index, count in enumerate([*counts, 0]):
        if count > allowed and start is None:
            start = index
        elif count <= allowed and start is not None:
            yield start, index
            start = None


def with_header_columns(columns: list[Interval], header: Sequence[Row]) -> list[Interval]:
    """Columns that only the head names (all cells empty) added."""
    result = list(columns)
    for row in header:
        for piece in row:
            if all(overlap(piece.x0, piece.x1, low, high) == 0 for low, high in result):
                nearest = min((max(low - piece.x1, piece.x0 - high) for low, high in result), default=99.0)
                if nearest > 1.2 * piece.size:
                    result.append((piece.x0, piece.x1))
    return sorted(result)


def covered_columns(piece: Piece, columns: Sequence[Interval]) -> tuple[int, int]:
    """First and last column a piece stands in (the nearest one when it stands in none)."""
    hit = [
        index for index, (low, high) in enumerate(columns)
        if overlap(piece.x0, piece.x1, low, high) > min(0.35 * (high - low), 0.6 * piece.size)
    ]  # fmt: skip
    if hit:
        return hit[0], hit[-1]
    nearest = min(
        range(len(columns)),
        key=lambda i: (-overlap(piece.x0, piece.x1, *columns[i]), _distance(piece, columns[i])),
    )
    return nearest, nearest


def _distance(piece: Piece, column: Interval) -> float:
    return max(column[0] - piece.x1, piece.x0 - column[1], 0.0)


def split_at_columns(row: Row, columns: Sequence[Interval], *, always: bool) -> Row:
    """Pieces that run over a column's edge parted there when a blank wider than a word space (or ``always`` any) is."""
    result: Row = []
    waiting = list(row)
    while waiting:
        piece = waiting.pop(0)
        first, last = covered_columns(piece, columns)
        if last > first:
            middle = (columns[first][1] + columns[first + 1][0]) / 2
            cuts = [parts for edge in (middle, columns[first + 1][0]) if len(parts := piece.split(edge)) == 2]
            parts = next((parts for parts in cuts if always or _are_two(parts, columns[first:])), [])
            if parts:
                result.append(parts[0])
                waiting.insert(0, parts[1])
                continue
        result.append(piece)
    return result


def _are_two(parts: Sequence[Piece], columns: Sequence[Interval]) -> bool:
    """Whether a wide blank lies between the parts, or each begins where the cells of its column do."""
    if parts[1].x0 - parts[0].x1 > _WORD_SPACE * parts[0].size:
        return True
    return all(abs(part.x0 - low) < _ALIKE for part, (low, _) in zip(parts, columns, strict=False))


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


def _baseline(row: Row) -> float:
    return median(piece.baseline for piece in row)


def _grouped_by_space(rows: Sequence[Row], columns: Sequence[Interval]) -> list[list[Row]] | None:
    """Groups of lines when wider space parts the cells of each column and each group begins in the first column.

    Lines are brought together to cells column by column, and cells that stand beside each other to rows, so that cells
    of different heights may be set at the top, the middle or the bottom of their row. None when space tells nothing.
    """
    stacks: dict[int, list[Piece]] = {}
    for piece in (piece for row in rows for piece in row):
        stacks.setdefault(covered_columns(piece, columns)[0], []).append(piece)
    size = rows[0][0].size
    leading = _leading([gap for stack in stacks.values() for gap in _gaps(stack) if gap > 0.5 * size], size)
    if leading is None:
        return None
    groups = [rows_of(pieces) for pieces in _side_by_side(stacks, leading, 0.1 * size)]
    keyed = sum(_has_key(group, columns) for group in groups)
    doubled = any(len(group) > 1 and _all_keyed(group, columns) for group in groups)
    return groups if len(groups) > 1 and keyed >= 0.75 * len(groups) and not doubled else None


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
    return printed(SCRIPT.sub(r"\1", piece.text))


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
        if not any(place > 0 and NUMBER_CELL.match(piece.text) for place, piece in places):
            return False
    return True


def _wraps(group: list[Row], row: Row, columns: Sequence[Interval]) -> bool:
    """Whether a line goes on with the row above: each of its cells continues text that had no room left."""
    above = group[-1]
    pitch = _baseline(row) - _baseline(above)
    size = max(piece.size for piece in row)
    if pitch > 1.6 * size or len(row) >= max(2, len(columns)):
        return False
    if len(row) == 1 and SUBHEADING.match(row[0].text) and not OPEN_END.search(above[0].text):
        return False
    return all(_cell_goes_on(piece, group, columns, size) for piece in row)


def _cell_goes_on(piece: Piece, group: Sequence[Row], columns: Sequence[Interval], size: float) -> bool:
    """Whether a piece stands under text of its column, beside which its first word had no room."""
    first, last = covered_columns(piece, columns)
    before = [p for row in group for p in row if covered_columns(p, columns)[0] == first]
    if last > first or not before:
        return False
    if POWER_BELOW.match(piece.text) and (piece.text[0] != "1" or OPEN_PRODUCT.search(before[-1].text)):
        return True
    if piece.text[0] == "(" or continues(_printed(before[-1]), _ANY):
        return True
    if first and NUMBER_CELL.match(piece.text) and NUMBER_CELL.match(before[-1].text):
        return False
    word = piece.width * (len(piece.text.split(" ")[0]) / max(len(piece.text), 1))
    return word + 0.2 * size > columns[first][1] - before[-1].x1 - 0.5 * size


def fill(groups: Sequence[Sequence[Row]], columns: Sequence[Interval], first_row: int = 0) -> list[CellDraft]:
    """Cells of grouped lines; a piece over several columns spans them."""
    cells: list[CellDraft] = []
    for number, group in enumerate(groups, start=first_row):
        places: dict[tuple[int, int], list[Row]] = {}
        for row in group:
            in_line: dict[tuple[int, int], Row] = {}
            for piece in row:
                in_line.setdefault(covered_columns(piece, columns), []).append(piece)
            for place, pieces in in_line.items():
                places.setdefault(place, []).append(pieces)
        for (first, last), lines in sorted(_without_overlap(places).items()):
            cells.append(CellDraft(number, first, lines, column_span=last - first + 1))
    return cells


def _without_overlap(places: dict[tuple[int, int], list[Row]]) -> dict[tuple[int, int], list[Row]]:
    """Lines of one cell that reach over different columns brought together in the widest."""
    result: dict[tuple[int, int], list[Row]] = {}
    for (first, last), lines in sorted(places.items(), key=lambda item: item[0][0] - item[0][1]):
        for other_first, other_last in result:
            if first <= other_last and other_first <= last:
                result[other_first, other_last].extend(lines)
                result[other_first, other_last].sort(key=_baseline)
                break
        else:
            result[first, last] = list(lines)
    return result


def rows_in(pieces: Sequence[Piece], top: float, bottom: float) -> list[Row]:
    """Rows of the pieces whose middle lies between two heights."""
    return rows_of(piece for piece in pieces if top <= (piece.top + piece.bottom) / 2 <= bottom)
