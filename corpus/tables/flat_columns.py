"""Tables flattened column after column: runs of equally many cells, set apart by blanks, glued at the junctions.

The compositions tell how many rows there are; every further column must have as many cells of its sort. Where a
composition and the number behind it, or two numbers, are glued and could be cut in more than one way, the two cells
stay empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.tables import patterns
from corpus.tables.flat_heads import FlatHead, head_at
from corpus.tables.head_line import Holds

MINIMUM_ROWS = 4
MAXIMUM_ROWS = 80
MOST_READINGS = 40

Span = tuple[int, int]

_CELL = {
    Holds.CONDUCTIVITY: patterns.FLAT_CONDUCTIVITY,
    Holds.ENERGY: patterns.FLAT_ENERGY,
    Holds.TEMPERATURE: patterns.FLAT_TEMPERATURE,
    Holds.NUMBER: patterns.FLAT_PLAIN,
    Holds.REFERENCE: patterns.FLAT_REFERENCE,
}
_LAST_CELL = {sort: re.compile(cell) for sort, cell in _CELL.items()}
_DASHES = "—–"
_TRAITS = (re.compile(patterns.FLAT_POWER), re.compile(r"[A-Za-zµμ]{2}"), re.compile(r"\["))
_POINT = re.compile(r"\.")
_OR_BRACKET = r"|(?=\[)"
_INNER_CELL = {
    sort: re.compile(rf"(?:{cell})(?:{patterns.FLAT_CELL_END}{_OR_BRACKET if sort is Holds.REFERENCE else ''})")
    for sort, cell in _CELL.items()
}
_NAME = re.compile(patterns.FLAT_FORMULA + patterns.FORM_BEHIND)
_NAMES = re.compile(rf"{_NAME.pattern}(?:\s+{_NAME.pattern}){{{MINIMUM_ROWS - 1},}}")
_BLANKS = re.compile(r"\s*")


class Column(NamedTuple):
    """A column's head and its cells; None: a cell that cannot be told from its neighbour."""

    head: FlatHead
    cells: list[Span | None]


class FlatColumns(NamedTuple):
    """Columns of equal length, the first one of compositions, and where the last of them ends. Offsets are raw."""

    columns: list[Column]
    end: int
    doubtful: int  # cells left empty


def first_run(raw: str, start: int, end: int) -> int | None:
    """Where the first run of at least four compositions in ``raw[start:end]`` begins."""
    match = _NAMES.search(raw, start, end)
    return match.start() if match is not None else None


def read_columns(raw: str, heads: Sequence[FlatHead], start: int, end: int) -> FlatColumns | None:
    """The columns below ``heads`` whose compositions begin at ``start``; None when they cannot be told for certain."""
    place = max((at for at, head in enumerate(heads) if head.holds is Holds.NAME), default=-1)
    if place < 0 or any(head.holds not in (Holds.NAME, Holds.TEXT) for head in heads[:place]):
        return None
    readings: list[FlatColumns] = []
    for names in _name_runs(raw, start, end):
        for columns, last in _columns(raw, heads[place + 1 :], names[-1][1], end, len(names)):
            if columns:
                readings.append(FlatColumns([Column(heads[place], list(names)), *columns], last, 0))
            if len(readings) > MOST_READINGS:
                return None
    return _agreed(_written_elsewhere(raw, readings))


def _skip_blanks(raw: str, at: int) -> int:
    match = _BLANKS.match(raw, at)
    return match.end() if match is not None else at


def _name_runs(raw: str, start: int, end: int) -> Iterator[list[Span]]:
    """The run of compositions with each way to end its last one, which may be glued to what follows.

    One with a blank behind it is whole, unless only a part of it is written elsewhere too.
    """
    spans: list[Span] = []
    at = start
    while len(spans) < MAXIMUM_ROWS and (match := _NAME.match(raw, at, end)) is not None:
        spans.append(match.span())
        at = _skip_blanks(raw, match.end())
        if at == match.end():
            break
    if len(spans) < MINIMUM_ROWS:
        return
    first, whole = spans[-1]
    ends = [last for last in range(whole, first, -1) if _may_end(raw, first, last, whole)]
    if ends[:1] == [whole] and patterns.FORMULA_ENDS.match(raw, whole):
        known = [last for last in ends[1:] if is_written_elsewhere(raw, first, last)]
        ends = [whole, *known] if not is_written_elsewhere(raw, first, whole) else [whole]
    yield from ([*spans[:-1], (first, last)] for last in ends)


def _may_end(raw: str, first: int, last: int, whole: int) -> bool:
    """Whether a composition that begins at ``first`` may end at ``last``, there or where a cell begins."""
    if last != whole and patterns.CELL_BEGINS.match(raw, last) is None:
        return False
    name = raw[first:last]
    odd = patterns.ODD_AMOUNT.search(name) or patterns.HAS_POWER.search(name)
    return not odd and _NAME.fullmatch(name) is not None


def _columns(raw: str, pending: Sequence[FlatHead], at: int, end: int, rows: int) -> Iterator[tuple[list[Column], int]]:
    """Every way to read the columns that follow: those of the heads above, and those that bring their own head."""
    position = _skip_blanks(raw, at)
    own = _own_head(raw, position)
    if own is not None:
        yield from _columns(raw, [*pending, own], own.end, end, rows)
        return
    if not pending:
        yield [], at
        return
    head, rest = pending[0], pending[1:]
    if head.holds not in _CELL:
        return
    cells = _all_but_last(raw, head, position, end, rows)
    if cells is None:
        return
    first = _skip_blanks(raw, cells[-1][1])
    glued = position == at and not raw[at - 1].isspace()
    for last in _ends(raw, head, first, end):
        run = [*cells, (first, last)]
        if _is_unlike(raw, head, run[0], run[1:]) or _is_unlike(raw, head, run[-1], run[:-1]):
            continue  # a cell of another column
        if glued and _odd_mantissa(raw, run):
            continue
        if rest or _own_head(raw, _skip_blanks(raw, last)) is not None:
            for columns, final in _columns(raw, rest, last, end, rows):
                yield [Column(head, list(run)), *columns], final
        elif _ends_table(raw, head, first, last):
            yield [Column(head, list(run))], last
            return


def _own_head(raw: str, at: int) -> FlatHead | None:
    """The head of a column of cells that begins here."""
    head = head_at(raw, at) if at < len(raw) else None
    return head if head is not None and head.holds in _CELL else None


def _all_but_last(raw: str, head: FlatHead, at: int, end: int, rows: int) -> list[Span] | None:
    """The cells of a column that have a blank behind them."""
    cells: list[Span] = []
    while len(cells) < rows - 1:
        match = _INNER_CELL[head.holds].match(raw, at, end)
        if match is None:
            return None
        cells.append(match.span())
        at = _skip_blanks(raw, match.end())
    return cells


def _ends(raw: str, head: FlatHead, at: int, end: int) -> Iterator[int]:
    """Each place where a cell that begins here can end, the farthest first.

    A cell with a blank behind it is whole. Any other is glued to the next one and may end where that one begins.
    """
    whole = _INNER_CELL[head.holds].match(raw, at, end)
    farthest = whole or _LAST_CELL[head.holds].match(raw, at, end)
    if farthest is None or (whole is None and raw[farthest.end() : farthest.end() + 1].isspace()):
        return
    yield farthest.end()
    for last in range(farthest.end() - 1, at, -1) if whole is None else ():
        if patterns.CELL_BEGINS.match(raw, last) and _LAST_CELL[head.holds].fullmatch(raw, at, last):
            yield last


def _is_unlike(raw: str, head: FlatHead, cell: Span, others: Sequence[Span]) -> bool:
    """Whether a cell at an end of a column lacks what all others have, or has what none has (a power, a unit ...).

    Energies also have a decimal point in all cells or in none.
    """
    filled = [raw[start:end] for start, end in others if not patterns.DASH_CELL.match(raw[start:end])]
    text = raw[slice(*cell)]
    if not filled or patterns.DASH_CELL.match(text):
        return False
    marks = (*_TRAITS, _POINT) if head.holds is Holds.ENERGY else _TRAITS
    return any(
        (mark.search(text) is not None) not in {mark.search(other) is not None for other in filled} for mark in marks
    )


def _odd_mantissa(raw: str, run: Sequence[Span]) -> bool:
    """Whether the first number of a column, glued to what stands before, has a mantissa unlike those below it.

    Before a power of ten stands one figure and its decimals, unless the column shows another custom.
    """

    def odd(span: Span) -> bool:
        match = patterns.FLAT_MANTISSA.match(raw, *span)
        return match is not None and not 1 <= float(match["mantissa"]) < 10

    return odd(run[0]) and not any(map(odd, run[1:]))


def _ends_table(raw: str, head: FlatHead, start: int, at: int) -> bool:
    """Whether the table ends behind its last cell ``raw[start:at]``.

    It does not when a further cell follows, when the number runs into what follows, or when the cell is the number of
    the title on the next line.
    """
    if head.holds is Holds.REFERENCE and _is_page_number(raw, at):
        return True
    behind = _skip_blanks(raw, at)
    more = _INNER_CELL[head.holds].match(raw, behind) or raw[behind : behind + 1] in tuple(_DASHES)
    if behind > at and more and patterns.TITLE_BEHIND.match(raw, at) is None:
        return False
    if patterns.CUT_NUMBER.match(raw, at - 1) or patterns.BARE_FIGURE_BEHIND.match(raw, at - 1):
        return False
    if raw[at - 1].isdigit() and _NAME.match(raw, at):
        return False
    may_be_title = "\n" in raw[start - 2 : start] or patterns.TITLE_NUMBER.fullmatch(raw, start, at)
    return not (
        (may_be_title and patterns.WORD_BEHIND.match(raw, at))
        or patterns.GLUED_TITLE.search(raw, max(at - 4, 0), at + 4)
    )


def _is_page_number(raw: str, at: int) -> bool:
    """Whether the foot of a journal's page begins here, with a page number of the article it names."""
    foot = patterns.JOURNAL_FOOT.match(raw, at)
    return foot is not None and int(foot["first"]) <= int(foot["page"]) <= int(foot["last"])


def _written_elsewhere(raw: str, readings: list[FlatColumns]) -> list[FlatColumns]:
    """Of several ways to end the last composition, those that the text writes elsewhere too, if there are any."""
    known: dict[Span, bool] = {}
    for reading in readings:
        span = reading.columns[0].cells[-1]
        if span is not None and span not in known:
            known[span] = is_written_elsewhere(raw, *span)
    if len(known) < 2 or not any(known.values()):
        return readings
    return [reading for reading in readings if known.get(reading.columns[0].cells[-1] or (0, 0))]


def is_written_elsewhere(raw: str, start: int, end: int) -> bool:
    """Whether the composition in ``raw[start:end]`` stands anywhere else, whole."""
    name = patterns.NAME_PREFIX.sub("", raw[start:end])
    whole = re.compile(rf"(?<![A-Za-z\d.)]){re.escape(name)}(?![A-Za-z(\[]|[.,]?\d)")
    return any(not start <= match.start() < end for match in whole.finditer(raw))


def _agreed(readings: Sequence[FlatColumns]) -> FlatColumns | None:
    """What all readings have in common; None when they differ in more than where two glued cells part."""
    if not readings:
        return None
    first = readings[0]
    heads = [column.head for column in first.columns]
    if any([column.head for column in reading.columns] != heads for reading in readings):
        return None
    doubtful = 0
    columns: list[Column] = []
    for place, column in enumerate(first.columns):
        cells = list(column.cells)
        for row, cell in enumerate(cells):
            if any(reading.columns[place].cells[row] != cell for reading in readings):
                cells[row] = None
                doubtful += 1
        columns.append(Column(column.head, cells))
    return FlatColumns(columns, max(reading.end for reading in readings), doubtful)
