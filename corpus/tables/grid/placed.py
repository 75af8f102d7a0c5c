"""A grid from words whose place across the page is known: columns from gutters, rows from the sorts of their cells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, compress, pairwise
from statistics import median

import numpy as np

from corpus.tables.grid.going_on import cost_of_look, is_next_row, is_torn, stand_beside
from corpus.tables.grid.gutters import (
    WIDE,
    PrintedLine,
    candidates,
    cells_of_line,
    more_gutters,
    printed_lines,
    without_heads_again,
)
from corpus.tables.grid.head_words import is_known
from corpus.tables.grid.heads import are_heads
from corpus.tables.grid.placed_heads import heads_above
from corpus.tables.grid.profiles import SORTS, Floats, profiles_of
from corpus.tables.grid.raised import EXPONENT, in_order, text_of
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import DATA, Sort, printed, sort_of
from corpus.tables.grid.spread import spread
from corpus.tables.grid.tokens import Word

FEWEST_LINES = 3
MOST_LINES = 8  # of a row
_LONGEST_TITLE = 60  # characters
_EMPTY = 1.6  # cost of an empty cell
_TITLE = 3.0
_JUNK = 4.0  # cost of a line that belongs to no row
_JUNK_DATA = 9.0  # of one that holds data
_APART = 2.0  # cost of going on over an empty line
_PARTED = 2.5  # cost of a cell that is not at its end in the row above
_BESIDE = 1.5  # cost of words that stand beside the others of their cell, not below or right behind them
_ANY = "X"  # a word that goes on with nothing by its own look
_BEFORE = 0.8  # cost of a line of a row above the one that holds most of its data
_WHOLE = 0.8  # share of cells that are filled where every line is a row
_OPEN = 0.2  # share of rows in which a cell is not at its end before the next column
_ROUNDS = 3
_LEAST_FIT = 0.5
_MISFIT = -1.0
_MOST_MISFITS = 0.1


@dataclass(slots=True, eq=False)
class _Row:
    first: int
    last: int  # not included
    cells: list[list[Word]]
    sorts: list[Sort]
    look: float = 0.0  # what its look tells for it
    title: bool = False

    def filled(self) -> list[tuple[int, Sort]]:
        """Columns and sorts of the cells that hold something; none of a title."""
        return [] if self.title else [(at, sort) for at, sort in enumerate(self.sorts) if sort is not Sort.EMPTY]


def read_placed(words: Sequence[Word], *, loose: bool = False) -> Grid | None:
    """The table that these words make, its caption above it or not; None when its columns cannot be told for certain.

    ``words``: of one region, by line and from left to right, with ``x0`` and ``x1`` known. Columns are what gutters
    part that hardly a line runs over; a row takes one printed line or several. ``loose``: words stand about there.
    """
    placed = [word for word in words if not math.isnan(word.x0)]
    width = _character_width(placed)
    lines = _lines(placed, width, loose=loose) if width else []
    if len(lines) < FEWEST_LINES:
        return None
    gutters = candidates(lines, width)
    found = _readings(lines, gutters, width)
    if not found:  # a gutter may run through the cells of one column by chance
        fewer = [list(bounds) for whole in gutters for bounds in combinations(whole, len(whole) - 1) if bounds]
        found = _readings(lines, fewer, width)
    if not found:
        return _as_printed(lines, gutters[0]) if gutters else None
    best, bounds = max(found, key=lambda one: one[0].score)
    best = _with_others(lines, gutters, best, bounds, width) if loose else best
    best.margin = best.score - max((g.score for g, _ in found if len(g.heads) != len(best.heads)), default=0.0)
    return best


def _lines(placed: Sequence[Word], width: float, *, loose: bool) -> list[PrintedLine]:
    """The printed lines that these words make, those of heads printed again left out where their places are known."""
    if loose:
        return printed_lines(placed, width, WIDE * width)
    return without_heads_again(printed_lines(placed, width))


def _with_others(
    lines: Sequence[PrintedLine], gutters: Sequence[list[float]], best: Grid, bounds: Sequence[float], width: float
) -> Grid:
    """The grid with gutters of other sets added, or its own left out, one by one as long as it fits better."""
    while True:
        others = [sorted([*bounds, at]) for at in more_gutters(gutters, bounds, width)]
        others += [list(fewer) for fewer in combinations(bounds, len(bounds) - 1) if fewer]
        better = max(_readings(lines, others, width), key=lambda one: one[0].score, default=(best, bounds))
        if better[0].score <= best.score:
            return best
        best, bounds = better


def _character_width(words: Sequence[Word]) -> float:
    """The usual width of a character; 0 where no word tells it."""
    widths = [(word.x1 - word.x0) / len(word.text) for word in words if word.x1 > word.x0 and word.text]
    return median(widths) if widths else 0.0


def row_ranges(words: Sequence[Word], gutters: Sequence[float]) -> list[tuple[int, int]]:
    """Which printed lines make one row each, from the sorts of their cells between these gutters.

    ``words``: of the body alone, by line and from left to right. Ranges of the numbers of lines, the last not included;
    lines that belong to no row are in none.
    """
    lines = printed_lines(words, math.inf)
    cut = [cells_of_line(line, gutters, 1.0) for line in lines]
    edges = _edges(lines, cut, 1.0)
    rows = _first_rows(edges)
    for _ in range(_ROUNDS):
        rows = _rows(edges, _titles(lines, edges), profiles_of(_counts(rows, len(gutters) + 1)))[1]
    return [(row.first, row.last) for row in rows]


def _readings(
    lines: Sequence[PrintedLine], gutters: Sequence[list[float]], width: float
) -> list[tuple[Grid, list[float]]]:
    """The grids below several sets of gutters with these; sets that put all words into the same cells are read once."""
    cuts: dict[tuple[int, ...], tuple[list[float], list[list[list[Word]]]]] = {}
    for bounds in gutters:
        cut = [cells_of_line(line, bounds, width) for line in lines]
        cuts.setdefault(tuple(len(cell) for cells in cut for cell in cells), (bounds, cut))
    found: list[tuple[Grid, list[float]]] = []
    for bounds, cut in cuts.values():
        grid = _read(lines, bounds, cut, width)
        if grid is None:
            continue
        found.append((grid, bounds))
        opened = _open_columns(grid.rows, width)
        fewer = [bound for at, bound in enumerate(bounds) if opened[at] < _OPEN * len(grid.rows)]
        if 0 < len(fewer) < len(bounds):  # a gutter that parts cells of one column
            found += _readings(lines, [fewer], width)
    return found


def _open_columns(rows: Sequence[Sequence[list[Word]]], width: float) -> Counter[int]:
    """Columns in which cells are not at their end although the next of their row is filled, with how many are."""
    return Counter(
        at
        for row in rows
        for at, (cell, behind) in enumerate(pairwise(row))
        if cell and behind and continues(text_of(cell, width), _ANY)
    )


def _as_printed(lines: Sequence[PrintedLine], gutters: Sequence[float]) -> Grid | None:
    """Every line a row, where hardly one leaves a column empty: rows of different sorts, as in a table turned over."""
    first = next((at for at, line in enumerate(lines) if len(line.pieces) > 1), len(lines))
    last = next((at for at in range(first, len(lines)) if len(lines[at].pieces) < 2), len(lines))
    rows = [cells_of_line(line, gutters, 1.0) for line in lines[first:last]]
    filled = sum(bool(cell) for row in rows for cell in row)
    data = sum(sort_of(text_of(cell, 1.0)) in DATA for row in rows for cell in row)
    if len(rows) < FEWEST_LINES or filled < _WHOLE * len(rows) * (len(gutters) + 1) or data < len(rows):
        return None
    return Grid(
        rows[0], rows[1:], head_line=lines[first].words[0].line, last_line=lines[last - 1].words[0].line, fit=_LEAST_FIT
    )


def _read(
    lines: Sequence[PrintedLine], gutters: Sequence[float], cut: Sequence[list[list[Word]]], width: float
) -> Grid | None:
    """The grid below these gutters: rows by a semi-Markov search over lines, heads from the lines above the first."""
    edges = _edges(lines, cut, width)
    rows, counts, score = _fitted_rows(lines, edges, len(gutters) + 1)
    if not rows:
        return None
    rows = _with_title_above(lines, edges, rows)
    filled = [cell for row in rows for cell in row.filled()]
    profiles = profiles_of(counts)
    misfits = sum(profiles[at, sort] < _MISFIT for at, sort in filled)
    whole = [row.cells for row in rows if not row.title]
    score -= (len(gutters) + 1) * (1.0 + math.log1p(len(whole)))
    score -= _PARTED * _open_columns(whole, width).total()
    fit = score / max(len(filled), 1)
    if fit < _LEAST_FIT or misfits > _MOST_MISFITS * len(filled):
        return None
    heads = heads_above(lines, cut, rows[0].first, gutters)
    titles = frozenset(at for at, row in enumerate(rows) if row.title)
    return Grid(
        heads,
        spread([[in_order(cell, width) for cell in row.cells] for row in rows], titles),
        titles,
        fit=fit,
        score=score,
        head_line=min((word.line for head in heads for word in head), default=lines[rows[0].first].words[0].line),
        last_line=lines[rows[-1].last - 1].words[-1].line,
    )


def _fitted_rows(
    lines: Sequence[PrintedLine], edges: Sequence[list[_Row]], columns: int
) -> tuple[list[_Row], Floats, float]:
    """The best rows with the counts of their sorts by column and their score; none where fewer than two hold data."""
    titles = _titles(lines, edges)
    rows, counts, score = _first_rows(edges), np.zeros((columns, SORTS)), 0.0
    before: list[_Row] = []
    for _ in range(_ROUNDS):
        if rows == before:
            break
        before, counts = rows, _counts(rows, columns)
        score, rows = _rows(edges, titles, profiles_of(counts))
        rows = _from_first_data(rows)
        if sum(not row.title for row in rows) < 2:
            return [], counts, score
    return rows, counts, score


def _with_title_above(lines: Sequence[PrintedLine], edges: Sequence[list[_Row]], rows: list[_Row]) -> list[_Row]:
    """The rows with the line right above them when it titles them and heads no column."""
    first = rows[0].first
    if rows[0].title or not first or first < 2 or not _may_title(lines[first - 1], edges[first - 1][0].sorts):
        return rows
    text = printed(" ".join(word.text for word in lines[first - 1].words))
    if is_known(text) or len(lines[first - 2].pieces) < 2 or continues(" ", text) or text[0].islower():
        return rows
    return [_title(lines, first - 1, len(rows[0].cells)), *rows]


def _first_rows(edges: Sequence[list[_Row]]) -> list[_Row]:
    """Lines that fill most columns, each taken for a row."""
    lines = [here[0] for here in edges]
    filled = [sum(map(bool, line.cells)) for line in lines]
    enough = max(2, 0.6 * max(filled, default=0))
    return [line for line, cells in zip(lines, filled, strict=True) if cells >= enough]


def _counts(rows: Sequence[_Row], columns: int) -> Floats:
    counts = np.zeros((columns, SORTS))
    for row in rows:
        if not row.title:
            for at, cell in enumerate(row.cells):
                if cell:
                    counts[at, row.sorts[at]] += 1.0
    return counts


def _edges(lines: Sequence[PrintedLine], cut: Sequence[list[list[Word]]], width: float) -> list[list[_Row]]:
    """For each line the rows that may begin with it."""
    cuts: list[_Cut] = []
    for cells, printed_line in zip(cut, lines, strict=True):
        raised = cuts[-1].raised if cuts else [False] * len(cells)
        torn = sum(is_torn(cell, 2 * printed_line.wide) and not up for cell, up in zip(cells, raised, strict=True))
        cuts.append(_Cut(cells, [text_of(cell, width) for cell in cells], printed_line.apart, printed_line.wide, torn))
    above = [""] * len(cuts[0].texts) if cuts else []
    found = []
    for at, line in enumerate(cuts):
        opened = [bool(text) and continues(text, _ANY) for text in above]
        found.append(list(_rows_from(cuts, at, width, opened)))
        above = [text or before for text, before in zip(line.texts, above, strict=True)]
    return found


@dataclass(slots=True)
class _Cut:
    """A printed line cut at the gutters; ``apart``: it stands behind an empty one."""

    cells: list[list[Word]]
    texts: list[str]
    apart: bool
    wide: float  # a gap between columns
    torn: int  # cells with words that stand apart as columns do, no exponent above the gap
    data: int = field(init=False)  # cells of data
    raised: list[bool] = field(init=False)  # which cells hold an exponent set on a line of its own

    def __post_init__(self) -> None:
        self.data = sum(sort_of(text) in DATA for text in self.texts)
        self.raised = [any(EXPONENT.fullmatch(word.text) for word in cell) for cell in self.cells]


def _rows_from(cuts: Sequence[_Cut], at: int, width: float, opened: Sequence[bool]) -> Iterator[_Row]:
    """The rows that may begin with a line: it alone, and with further lines up to one that begins the next row.

    ``opened``: the columns in which the last cell above is not at its end.
    """
    cells, said, slow = cuts[at].cells, cuts[at].texts, cuts[at].raised
    look = -_PARTED * sum(map(bool, compress(said, opened))) - _BESIDE * cuts[at].torn
    sorts = [sort_of(text) for text in said]
    most, before = cuts[at].data, 0
    yield _Row(at, at + 1, cells, sorts, look)
    for end in range(at + 2, min(at + MOST_LINES, len(cuts)) + 1):
        line = cuts[end - 1]
        if is_next_row(said, line.texts):
            return
        look -= cost_of_look(said, line.texts) + _APART * line.apart + _BESIDE * line.torn
        if line.data > most:
            most, before = line.data, end - 1 - at
        cells, said, slow, sorts = list(cells), list(said), list(slow), list(sorts)
        for column, further in enumerate(line.cells):
            if further:
                look -= _PARTED * (opened[column] and not said[column])
                look -= _BESIDE * stand_beside(cells[column], further, line.wide)
                cells[column] = cells[column] + further
                slow[column] |= line.raised[column]
                whole = text_of(cells[column], width) if slow[column] else joined(said[column], line.texts[column])
                said[column], sorts[column] = whole, sort_of(whole)
        yield _Row(at, end, cells, sorts, look - _BEFORE * before)


def _titles(lines: Sequence[PrintedLine], edges: Sequence[list[_Row]]) -> list[_Row | None]:
    """Each line as a title, or as a row of heads right above others, where it may be one."""
    found: list[_Row | None] = []
    holds_data = [not DATA.isdisjoint(here[0].sorts) for here in edges]
    for at, (line, here) in enumerate(zip(lines, edges, strict=True)):
        if _may_title(line, here[0].sorts):
            found.append(_title(lines, at, len(here[0].cells)))
        elif holds_data[at : at + 2] == [False, True] and are_heads(text_of(cell, 1.0) for cell in here[0].cells):
            found.append(replace(here[0], title=True))
        else:
            found.append(None)
    return found


def _rows(edges: Sequence[list[_Row]], titles: Sequence[_Row | None], profiles: Floats) -> tuple[float, list[_Row]]:
    """The best cut of the lines into rows, titles and lines that belong to none; it may begin and end anywhere."""
    best = [0.0] * (len(edges) + 1)  # nothing read yet
    came: list[tuple[int, _Row | None] | None] = [None] * (len(edges) + 1)
    ratios = profiles.copy()
    ratios[:, Sort.EMPTY] = -_EMPTY
    columns = ratios.tolist()
    for at, (here, title) in enumerate(zip(edges, titles, strict=True)):
        lost = _JUNK_DATA if sum(sort in DATA for sort in here[0].sorts) > 1 else _JUNK
        _reach(best, came, at, at + 1, -lost, None)
        if title is not None:
            _reach(best, came, at, at + 1, -_TITLE, title)
        for edge in here:
            gained = edge.look + sum([column[sort] for column, sort in zip(columns, edge.sorts, strict=True)])
            _reach(best, came, at, edge.last, gained, edge)
    end = max(range(len(best)), key=lambda place: (best[place], place))
    score = best[end]
    rows: list[_Row] = []
    while (step := came[end]) is not None:
        if step[1] is not None:
            rows.append(step[1])
        end = step[0]
    return score, rows[::-1]


def _reach(
    best: list[float], came: list[tuple[int, _Row | None] | None], at: int, end: int, gained: float, row: _Row | None
) -> None:
    if best[at] + gained > best[end]:
        best[end] = best[at] + gained
        came[end] = (at, row)


def _may_title(line: PrintedLine, sorts: Sequence[Sort]) -> bool:
    text = printed(" ".join(word.text for word in line.words))
    filled = sum(sort is not Sort.EMPTY for sort in sorts)
    return len(line.pieces) == 1 and filled <= 2 and sort_of(text) is Sort.TEXT and len(text) < _LONGEST_TITLE


def _title(lines: Sequence[PrintedLine], at: int, columns: int) -> _Row:
    return _Row(at, at + 1, [list(lines[at].words), *([] for _ in range(columns - 1))], [], title=True)


def _from_first_data(rows: Sequence[_Row]) -> list[_Row]:
    """Without rows of words before the first that holds data, which are heads; a title right above it stays."""
    for at, row in enumerate(rows):
        if not row.title and not DATA.isdisjoint(row.sorts) and not _heads_temperatures(row):
            above = rows[at - 1] if at and rows[at - 1].last == row.first else row
            first = at - 1 if above.title and sum(map(bool, above.cells)) == 1 else at
            return list(rows[first:])
    return []


def _heads_temperatures(row: _Row) -> bool:
    """Whether temperatures stand beside a head, each over a column of values."""
    words = [cell for cell, sort in zip(row.cells, row.sorts, strict=True) if sort not in DATA and cell]
    told = {sort for sort in row.sorts if sort in DATA}
    return told == {Sort.TEMPERATURE} and any(is_known(text_of(cell, 1.0)) for cell in words)
