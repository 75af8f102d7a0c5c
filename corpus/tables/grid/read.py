"""The table below a caption whose columns no mark separates, as a grid, or the reason why there is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise, takewhile

import numpy as np

from corpus.tables import patterns
from corpus.tables.captions import CaptionLine
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line
from corpus.tables.grid import overprinted
from corpus.tables.grid.above import Scored, is_head, with_heads
from corpus.tables.grid.body import grid_of
from corpus.tables.grid.by_columns import read_by_columns
from corpus.tables.grid.few_rows import read_few
from corpus.tables.grid.fit import Fitted, fit, head_run, is_regular, refined
from corpus.tables.grid.gaps import Cut
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.heads import cut_line, is_crowded
from corpus.tables.grid.inside import parts_of
from corpus.tables.grid.parted import parted
from corpus.tables.grid.placed import read_placed
from corpus.tables.grid.placed_heads import heads_again, heads_in_order
from corpus.tables.grid.profiles import profiles_of
from corpus.tables.grid.raised import back_to_bases
from corpus.tables.grid.refold import refolded
from corpus.tables.grid.region import MOST_ABOVE, furniture_of, region_end
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import Lattice, lattice_of
from corpus.tables.grid.sorts import DATA, Sort, printed, sort_of
from corpus.tables.grid.tokens import Gap, Token, line_tokens, word_tokens, words_of
from corpus.tables.grid.trace import Move
from corpus.tables.grid.welded import welded

_FEWEST_HEADS = 2
_FEWEST_DATA = 3  # lines
_LEAST_MARGIN = 3.0  # to the next different grid
_LEAST_FIT = 0.5  # nats a cell
_MOST_MISFITS = 0.08  # share of filled cells that are of no sort of their column
_MISFIT = -1.0
_PROMISING = 12.0  # score from which a region that is refused is a table all the same
_CELL = re.compile(r"\S+(?:\s\S+)*")
_SPACED = 0.25  # share of lines with a wide gap where columns are lined up with blanks
_PROSE = 0.5  # share of lines that are sentences where no printed row is looked for
_SURE_MARGIN = 5.0
_SURE_FIT = 0.8
_MORE_WORDS = 1.1  # times the lines: several words a line
_ROW_A_LINE = 3.0  # times the lines: most lines hold several cells
_MANY_CELLS = 0.2  # share of lines with several cells of data from which on rows are looked for in them, too
_HEAD_GAIN = 7.0  # a head that fits against one that does not
_MOST_WITH_HEADS = 12
_MOST = 0.5  # share of values among what stands below a head of names where the rows must be others


@dataclass(slots=True)
class Reading:
    """A grid, or why there is none."""

    grid: Grid | None = None
    doubt: str = ""
    last_line: int = 0
    candidates: list[str] = field(default_factory=list)  # for the trace: what competed
    promising: bool = False  # whether what was refused looks like a table with data


def read_below(lines: Sequence[Line], caption: CaptionLine, stop: int) -> Reading:
    """The table whose cells stand one a line below a caption."""
    first, last = caption.line + 1, region_end(lines, caption, stop)
    if _is_spaced(lines, first, last) and not _is_counted(lines, first, last):
        grid = _lined_up(lines, first, last)
        if grid is not None:
            return Reading(grid, last_line=grid.last_line)
    tokens = parted(lines, welded(line_tokens(lines, first, last)))
    furniture = furniture_of(tokens)
    by_rows = _by_rows(lines, first, last, tokens, furniture)
    by_columns = None if _is_sure(by_rows) and _is_whole(by_rows, tokens) else read_by_columns(tokens, furniture)
    if by_columns is not None and (by_rows.grid is None or by_rows.grid.score < by_columns.score):
        return Reading(by_columns, last_line=by_columns.last_line, candidates=by_rows.candidates)
    if not _is_sure(by_rows):
        by_cells = _by_cells(lines, first, last, tokens)
        if _is_sure(by_cells) and _fit(by_cells) > _fit(by_rows):
            return by_cells
    if by_rows.grid is None and not by_rows.promising:
        few = read_few(welded(refolded(welded(word_tokens(lines, first, last)))))
        if few is not None:
            return Reading(few, last_line=few.last_line)
        by_rows.last_line = _last_below_heads(lines, first, last)
        by_rows.promising = by_rows.last_line > first
    return by_rows


def _lined_up(lines: Sequence[Line], first: int, last: int) -> Grid | None:
    """The table that blanks line up, its lines as they stand or those parted that were written behind each other."""
    printed_so = list(words_of(lines, first, last))
    readings = [printed_so, back_to_bases(printed_so)]
    grids = (read_placed(words) for words in (readings if readings[1] != readings[0] else readings[:1]))
    best = max(filter(None, grids), key=lambda grid: grid.score, default=None)
    for words, origin in overprinted.readings(lines, first, last):
        again = heads_again(words, 1.0)
        heads_only = {line.words[0].line for run in again for line in run}
        grid = read_placed([word for word in words if word.line not in heads_only], loose=True)
        if grid is not None and (best is None or grid.score > best.score + _LEAST_MARGIN):
            heads = heads_in_order(words, again, grid, 1.0)
            if heads is not None:
                grid.heads = heads
                grid.head_line, grid.last_line = origin[grid.head_line], origin[grid.last_line]
                best = grid
    return best


def _last_below_heads(lines: Sequence[Line], first: int, last: int) -> int:
    """The last line with data below heads of two columns or more; 0 where no such heads stand."""
    heads, data, end = 0, 0, 0
    for number in range(first, last):
        text = printed(lines[number].text)
        if is_prose(text) or (heads < _FEWEST_HEADS and number > first + MOST_ABOVE):
            break
        words = word_tokens(lines, number, number + 1)
        if heads < _FEWEST_HEADS:
            heads += max(is_head(text), len(cut_line(words)))
        elif any(sort_of(word.text) in DATA for word in words):
            data, end = data + 1, number
    return end if data >= _FEWEST_DATA else 0


def _by_rows(
    lines: Sequence[Line], first: int, last: int, tokens: Sequence[Token], furniture: frozenset[int]
) -> Reading:
    """The table whose rows stand one after the other, a line for a cell or several cells on a line."""
    filled = sum(bool(token.text) for token in tokens)
    cells = sum(len(line.text.split()) for line in lines[first:last])
    words = welded(refolded(welded(word_tokens(lines, first, last)))) if cells > _MORE_WORDS * filled else []
    crowded = _of_many_cells(words) > _MANY_CELLS * filled
    found: list[Scored] = []
    reading = Reading(doubt="no columns were found")
    for by_word in (True, False) if len(words) > _ROW_A_LINE * filled else (False, True):
        if by_word and (len(words) < _MORE_WORDS * filled or _sentences(lines[first:last]) > _PROSE * filled):
            continue
        lattice = lattice_of(words, furniture_of(words), Cut.WORDS) if by_word else lattice_of(tokens, furniture)
        found += [with_heads(lattice, one) for one in _near_best(fit(lattice))]
        reading = choose(found)
        if _is_sure(reading) and (by_word or not crowded):
            break
    return reading


def _by_cells(lines: Sequence[Line], first: int, last: int, tokens: Sequence[Token]) -> Reading:
    """The table of which most lines are a cell or part of one and some hold several."""
    words = welded(refolded(welded(word_tokens(lines, first, last))))
    heads = head_run(lattice_of(words, cut=Cut.MIXED))
    if heads is None or heads.end == len(words) or len(words) <= len(tokens):
        return Reading()
    behind = words[heads.end].line
    words = [*_led(words[: heads.end]), *words[heads.end :]]
    by_line = [token for token in tokens if token.line < behind] + [word for word in words if word.line >= behind]
    lattices = [lattice_of(cells, furniture_of(cells), Cut.MIXED) for cells in (words, by_line)]
    alike = fit(lattice_of(tokens, furniture_of(tokens)))
    return choose([with_heads(lattice, one) for lattice in lattices for one in _near_best(fit(lattice, alike))])


def _led(heads: Sequence[Token]) -> list[Token]:
    """Words of heads, one that heads nothing by itself joined to those behind it of which it changes what they head."""
    found: list[Token] = []
    for token in heads:
        before = found[-1] if found and token.gap is Gap.SPACE and below(found[-1].text) is Below.UNKNOWN else None
        text = f"{before.text} {token.text}" if before else token.text
        if before and below(text) is not below(token.text):
            found[-1] = Token((*before.words, *token.words), text, before.gap, before.line)
        else:
            found.append(token)
    return found


def _of_many_cells(words: Sequence[Token]) -> int:
    """How many lines hold several cells of data."""
    data = Counter(word.line for word in words if sort_of(word.text) in DATA)
    return sum(count > 1 for count in data.values())


def _sentences(lines: Sequence[Line]) -> int:
    return sum(is_prose(line.text) and line.text.endswith(".") for line in lines)


def _is_sure(reading: Reading) -> bool:
    """Whether no other shape need be tried."""
    grid = reading.grid
    return grid is not None and grid.margin > _SURE_MARGIN and grid.fit > _SURE_FIT


def _fit(reading: Reading) -> float:
    return reading.grid.fit if reading.grid is not None else 0.0


def _is_whole(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether no head of measured values with data right below it stands behind the rows."""
    behind = [token.text for token in tokens if token.line > reading.last_line]
    heads = (at for at, text in enumerate(behind[:-1]) if below(text) in (Below.CONDUCTIVITY, Below.ENERGY))
    return not any(sort_of(behind[at]) not in DATA and sort_of(behind[at + 1]) in DATA for at in heads)


def _is_counted(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether wide gaps cut heads and rows into equally many cells that do not line up: then counting tells columns."""
    filled = (line.text for line in lines[first:last] if not line.blank)
    begun = dropwhile(lambda text: patterns.GAP.search(text) is None, filled)
    rows = [list(_CELL.finditer(text)) for text in takewhile(patterns.GAP.search, begun)]
    if len(rows) < _FEWEST_DATA or len({len(row) for row in rows}) > 1:
        return False
    if not any(sort_of(printed(cell[0])) in DATA for row in rows for cell in row):
        return False  # lines of heads alone
    columns = zip(*rows, strict=True)
    return not all(
        len({cell.start() for cell in column}) == 1 or len({cell.end() for cell in column}) == 1 for column in columns
    )


def _is_spaced(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether blanks set the columns of these lines apart."""
    filled = [line.text.strip() for line in lines[first:last] if not line.blank]
    return sum(patterns.GAP.search(text) is not None for text in filled) >= max(2, _SPACED * len(filled))


def choose(candidates: Sequence[Scored]) -> Reading:
    """The best grid with its heads, if no different one is nearly as good."""
    scored = sorted(candidates, key=lambda one: -one.score)
    told = [
        f"{one.candidate.columns} columns from token {one.candidate.begin} {one.lattice.cut.value}: {one.score:.1f}"
        for one in scored[:4]
    ]
    whole = refined(scored[0].lattice, scored[0].candidate) if scored else None
    if whole is None or not whole.steps:
        return Reading(doubt="no columns were found", candidates=told)
    grid = grid_of(scored[0], whole)
    grid.margin = scored[0].score - next((one.score for one in scored if _is_rival(one, scored[0])), 0.0)
    filled = sum(bool(cell) for at, row in enumerate(grid.rows) if at not in grid.titles for cell in row)
    grid.fit = whole.score / max(filled, 1)
    misfits = _misfits(scored[0].lattice, whole) / max(filled, 1)
    # Where no cell is missing and nothing stands between, few rows are enough if the heads tell what they hold.
    heads = scored[0].score - scored[0].candidate.score if is_regular(whole) else 0.0
    doubt = _doubt(grid, grid.fit + heads / max(filled, 1), misfits) or _doubtful_heads(scored)
    if doubt:
        return Reading(None, doubt, grid.last_line, told, scored[0].score > _PROMISING)
    return Reading(grid, last_line=grid.last_line, candidates=told)


def _is_rival(one: Scored, best: Scored) -> bool:
    """Whether a grid is another one than the best; none is with columns more than there are heads for all of its."""
    more = one.candidate.columns - best.candidate.columns
    bare = sum(not text for text in one.head_texts())
    return one.differs(best) and not (0 < more <= bare and all(best.head_texts()))


def _doubt(grid: Grid, fit: float, misfits: float) -> str:
    """Why the rows of a grid are not certain: ``fit`` a cell, and the share of cells that do not fit their columns."""
    rows = len(grid.rows) + grid.left_out - len(grid.titles)
    if rows < 2 or grid.margin < _LEAST_MARGIN:
        return "its column count is in doubt"
    if 2 * grid.left_out > rows:
        return "its rows cannot be cut for certain"
    return "its cells do not fit its columns" if fit < _LEAST_FIT or misfits > _MOST_MISFITS else ""


def _doubtful_heads(scored: Sequence[Scored]) -> str:
    """Why the heads of the best grid are not certain."""
    best = scored[0]
    likelier = best.candidate.score + best.overrule()
    shares = best.candidate.counts / np.maximum(best.candidate.counts.sum(axis=1, keepdims=True), 1e-9)
    measured = [
        below(text) is Below.NAME and shares[at, Sort.POWER] > _MOST for at, text in enumerate(best.head_texts())
    ]
    if any(measured) or any(one.candidate.score > likelier and one.differs(best) for one in scored):
        return "its heads and its rows disagree"
    if any(map(_is_cut, pairwise(best.head_texts()))):
        return "a head is cut in two"
    crowded = any(is_crowded([best.lattice.tokens[at].text for at in column]) for column in best.heads)
    return "it has more heads than columns" if crowded else ""


def _is_cut(heads: tuple[str, str]) -> bool:
    """Whether a head of measured values is but the bracket with the unit of the head before."""
    before, head = map(below, heads)
    return before is head is Below.CONDUCTIVITY and heads[1][0] in "([" and "(" not in heads[0]


def _near_best(found: Sequence[Fitted]) -> Sequence[Fitted]:
    """Those that heads can still lift over the best: not more than a head a column fits."""
    return [one for one in found if one.score + _HEAD_GAIN * one.columns >= found[0].score][:_MOST_WITH_HEADS]


def _misfits(lattice: Lattice, whole: Fitted) -> int:
    """How many cells, heads among the rows aside, are of a sort that their column hardly holds."""
    profiles = profiles_of(whole.counts)
    steps = [step for part in parts_of(lattice, whole.steps, whole.columns) for step in part.steps]
    return sum(step.move is Move.CELL and profiles[step.column, step.sort] < _MISFIT for step in steps)
