"""Rows and columns of a table told from the gaps between its pieces of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from statistics import median

from corpus.document import Box
from corpus.readers.pdf.geometry import around, overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of

Row = list[Piece]
Interval = tuple[float, float]
_CLOSE_GAP = 0.5  # of the size: between columns that stand close; word spaces of a table are narrower
_ALIGNED = 0.6  # share of lines with a cell that begins at one place
_FEWEST_ALIGNED = 3
_WORD_SPACE = 0.42  # of the size: a wider gap at a column's edge parts two heads, a narrower one is a blank
_ALIKE = 1.0  # points: two words begin at one place across the page


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
        range(len(columns)), key=lambda i: (-overlap(piece.x0, piece.x1, *columns[i]), _distance(piece, columns[i]))
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


def baseline_of(row: Row) -> float:
    """Where most pieces of a row stand."""
    return median(piece.baseline for piece in row)


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
        for (first, last), lines in sorted(places.items()):
            cells.append(CellDraft(number, first, lines, column_span=last - first + 1))
    return cells


def rows_in(pieces: Sequence[Piece], top: float, bottom: float) -> list[Row]:
    """Rows of the pieces whose middle lies between two heights."""
    return rows_of(piece for piece in pieces if top <= (piece.top + piece.bottom) / 2 <= bottom)
