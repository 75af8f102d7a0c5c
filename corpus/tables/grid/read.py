"""The table below a caption whose columns no mark separates, as a grid, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise, takewhile

from corpus.tables import patterns
from corpus.tables.captions import CaptionLine
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line
from corpus.tables.grid.by_columns import read_by_columns
from corpus.tables.grid.certain import doubtful_rows, is_compound, parted_blocks, second_name
from corpus.tables.grid.fit import Fitted, fit, refined
from corpus.tables.grid.head_words import Below, below, is_known
from corpus.tables.grid.heads import align_heads, column_fits, cut_line, is_crowded
from corpus.tables.grid.inside import late_head, parts_of
from corpus.tables.grid.magnitude import settle_by_size
from corpus.tables.grid.placed import read_placed
from corpus.tables.grid.profiles import profiles_of
from corpus.tables.grid.refold import refolded
from corpus.tables.grid.region import MOST_ABOVE, furniture_of, region_end
from corpus.tables.grid.result import Grid
from corpus.tables.grid.search import Lattice, lattice_of
from corpus.tables.grid.sorts import DATA, Sort, printed, sort_of
from corpus.tables.grid.tokens import Gap, Token, Word, line_tokens, word_tokens, words_of
from corpus.tables.grid.trace import Move, Step

_CAPTION_LINES = 6
_FULL_LINE = 50  # characters of a caption's line that goes on
_FEWEST_HEADS = 2
_FEWEST_DATA = 3  # lines
_LONG_HEAD = 20  # characters: a longer line that ends with a stop is a caption's
_CUTS = 5  # lines tried as the first of the heads
_TITLE_ABOVE = 0.5  # cost of taking the line above the first row for a title and no head
_LATER_HEAD = 1.0  # cost of a line more given to the caption
_HEAD_LEFT = 3.0  # cost of one that heads a column
_LEAST_MARGIN = 3.0  # to the next different grid
_LEAST_FIT = 0.5  # nats a cell
_MOST_MISFITS = 0.08  # share of filled cells that are of no sort of their column
_MISFIT = -1.0
_PROMISING = 12.0  # score from which a region that is refused is a table all the same
_HEADS_OVERRULE = 3.0  # how much likelier another grid's rows may be than those that fit the heads
_ALL_HEADS_OVERRULE = 6.0  # the same where each column has a head that tells what it holds
_CELL = re.compile(r"\S+(?:\s\S+)*")
_SPACED = 0.25  # share of lines with a wide gap where columns are lined up with blanks
_PROSE = 0.5  # share of lines that are sentences where no printed row is looked for
_SURE_MARGIN = 5.0
_SURE_FIT = 0.8
_MORE_WORDS = 1.1  # times the lines: several words a line
_ROW_A_LINE = 3.0  # times the lines: most lines hold several cells
_HEAD_GAIN = 7.0  # a head that fits against one that does not
_MOST_WITH_HEADS = 12
_SAME = 0.9  # share of cells of data that stand in the same columns in two readings of one grid

_ENDS_HEAD = re.compile(r"\b(?:Refs?|References?)\.?$")
_GOES_ON = re.compile(r"[a-z]{2,} ")  # a caption's line that goes on


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
        grid = read_placed(list(words_of(lines, first, last)))
        if grid is not None:
            return Reading(grid, last_line=grid.last_line)
    tokens = line_tokens(lines, first, last)
    furniture = furniture_of(tokens)
    by_rows = _by_rows(lines, first, last, tokens, furniture)
    by_columns = None if _is_sure(by_rows) and _is_whole(by_rows, tokens) else read_by_columns(tokens, furniture)
    if by_columns is not None and (by_rows.grid is None or by_rows.grid.score < by_columns.score):
        return Reading(by_columns, last_line=by_columns.last_line, candidates=by_rows.candidates)
    if by_rows.grid is None and not by_rows.promising:
        by_rows.last_line = _last_below_heads(lines, first, last)
        by_rows.promising = by_rows.last_line > first
    return by_rows


def _last_below_heads(lines: Sequence[Line], first: int, last: int) -> int:
    """The last line with data below heads of two columns or more; 0 where no such heads stand."""
    heads, data, end = 0, 0, 0
    for number in range(first, last):
        text = printed(lines[number].text)
        if is_prose(text) or (heads < _FEWEST_HEADS and number > first + MOST_ABOVE):
            break
        words = word_tokens(lines, number, number + 1)
        if heads < _FEWEST_HEADS:
            heads += max(_is_head(text), len(cut_line(words)))
        elif any(sort_of(word.text) in DATA for word in words):
            data, end = data + 1, number
    return end if data >= _FEWEST_DATA else 0


def _by_rows(
    lines: Sequence[Line], first: int, last: int, tokens: Sequence[Token], furniture: frozenset[int]
) -> Reading:
    """The table whose rows stand one after the other, a line for a cell or several cells on a line."""
    filled = sum(bool(token.text) for token in tokens)
    words: list[Token] = []
    if sum(len(line.text.split()) for line in lines[first:last]) > _ROW_A_LINE * filled:
        words = refolded(word_tokens(lines, first, last))
    found: list[_Scored] = []
    reading = Reading(doubt="no columns were found")
    for by_word in (True, False) if len(words) > _ROW_A_LINE * filled else (False, True):
        words = words or refolded(word_tokens(lines, first, last)) if by_word else words
        if by_word and len(words) < _MORE_WORDS * filled:
            continue
        lattice = lattice_of(words, furniture_of(words), True) if by_word else lattice_of(tokens, furniture)
        if (
            by_word
            and sum(is_prose(line.text) and line.text.endswith(".") for line in lines[first:last]) > _PROSE * filled
        ):
            continue
        found += [_with_heads(lattice, one) for one in _near_best(fit(lattice))]
        reading = choose(found)
        if _is_sure(reading):
            break
    return reading


def _is_sure(reading: Reading) -> bool:
    """Whether no other shape need be tried."""
    grid = reading.grid
    return grid is not None and grid.margin > _SURE_MARGIN and grid.fit > _SURE_FIT


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
    columns = zip(*rows, strict=True)
    return not all(
        len({cell.start() for cell in column}) == 1 or len({cell.end() for cell in column}) == 1 for column in columns
    )


def _is_spaced(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether blanks set the columns of these lines apart."""
    filled = [line.text.strip() for line in lines[first:last] if not line.blank]
    return sum(patterns.GAP.search(text) is not None for text in filled) >= max(2, _SPACED * len(filled))


@dataclass(slots=True)
class _Scored:
    lattice: Lattice
    candidate: Fitted
    score: float
    heads: list[list[int]]  # tokens of each column's head

    titles: list[int] = field(default_factory=list)  # tokens of a line above the first rows that titles them

    def places(self) -> dict[int, int]:
        """In which column each cell of data stands, by the raw place where it begins."""
        tokens = self.lattice.tokens
        return {
            tokens[step.begin].words[0].start: step.column
            for step in self.candidate.steps
            if step.move is Move.CELL and step.sort in DATA
        }

    def head_texts(self) -> list[str]:
        """The words of each column's head."""
        return [" ".join(self.lattice.tokens[at].text for at in column) for column in self.heads]

    def overrule(self) -> float:
        """How much likelier the rows of another grid may be."""
        known = all(below(text) is not Below.UNKNOWN for text in self.head_texts())
        return _ALL_HEADS_OVERRULE if known else _HEADS_OVERRULE

    def differs(self, other: _Scored) -> bool:
        """Whether another grid puts data into other columns; below heads that are told again stand the same."""
        few, many = sorted((self, other), key=lambda one: one.candidate.columns)
        columns = few.candidate.columns
        if many.candidate.columns != columns:
            heads = few.head_texts()
            if many.head_texts() != heads * (many.candidate.columns // columns):
                return True
        ours, theirs = self.places(), other.places()
        shared = ours.keys() & theirs.keys()
        return sum(ours[at] % columns == theirs[at] % columns for at in shared) < _SAME * max(len(ours), len(theirs), 1)


def choose(candidates: Sequence[_Scored]) -> Reading:
    """The best grid with its heads, if no different one is nearly as good."""
    scored = sorted(candidates, key=lambda one: -one.score)
    if not scored:
        return Reading(doubt="no columns were found")
    best, lattice = scored[0], scored[0].lattice
    margin = best.score - next((one.score for one in scored if one.differs(best)), 0.0)
    told = [
        f"{one.candidate.columns} columns from token {one.candidate.begin}"
        f"{' by word' * one.lattice.by_word}: {one.score:.1f}"
        for one in scored[:4]
    ]
    whole = refined(lattice, best.candidate)
    if not whole.steps:
        return Reading(doubt="no columns were found", candidates=told)
    grid = _grid(lattice, whole, best, margin)
    filled = sum(bool(cell) for at, row in enumerate(grid.rows) if at not in grid.titles for cell in row)
    grid.fit = whole.score / max(filled, 1)
    doubt = ""
    if len(grid.rows) + grid.left_out - len(grid.titles) < 2 or margin < _LEAST_MARGIN:
        doubt = "its column count is in doubt"
    elif 2 * grid.left_out > len(grid.rows) + grid.left_out - len(grid.titles):
        doubt = "its rows cannot be cut for certain"
    elif grid.fit < _LEAST_FIT or _misfits(lattice, whole) > _MOST_MISFITS * filled:
        doubt = "its cells do not fit its columns"
    elif any(one.candidate.score > best.candidate.score + best.overrule() and one.differs(best) for one in scored):
        doubt = "its heads and its rows disagree"
    elif any(is_crowded([lattice.tokens[at].text for at in column]) for column in best.heads):
        doubt = "it has more heads than columns"
    if doubt:
        return Reading(None, doubt, grid.last_line, told, best.score > _PROMISING)
    return Reading(grid, last_line=grid.last_line, candidates=told)


def _with_heads(lattice: Lattice, candidate: Fitted) -> _Scored:
    """A candidate with the lines above its first row given to its columns, the caption's own lines left off."""
    candidate.steps = _from_first_data(candidate.steps)
    above = [at for at in range(candidate.begin) if lattice.tokens[at].text and at not in lattice.furniture]
    above = [at for at in above if lattice.tokens[above[-1]].line - lattice.tokens[at].line < MOST_ABOVE]
    starts = [place for place, at in enumerate(above) if place == 0 or lattice.tokens[at].gap <= Gap.BLANK]
    ends = [*starts[1:], len(above)]
    first = 0
    for start, end in zip(starts[:_CAPTION_LINES], ends, strict=False):
        text = " ".join(lattice.tokens[above[place]].text for place in range(start, end))
        if _ends_caption(text) or (start == first and _GOES_ON.match(text)):
            first = end
    texts, fits = [lattice.tokens[at].text for at in above], column_fits(candidate.counts)
    best: _Scored | None = None
    lines = list(zip(starts, ends, strict=False))  # no starts: nothing stands above
    cuts = [cut for cut in [*starts, len(above)] if cut >= first][:_CUTS]
    for cut in cuts:
        for last in [len(above), *([starts[-1]] if starts and _may_title(texts[starts[-1] :]) else [])]:
            if last < cut:
                continue
            title = above[last:]
            behind = {last, last - _repeated(texts[cut:last])}
            runs = ((texts[cut:end], _printed_lines(lattice, above[cut:end])) for end in behind)
            heads = max((align_heads(said, fits, begins) for said, begins in runs), key=lambda heads: heads.score)
            score = candidate.score + heads.score - _LATER_HEAD * cuts.index(cut) - _TITLE_ABOVE * bool(title)
            score -= _HEAD_LEFT * sum(_is_head(" ".join(texts[a:z])) for a, z in lines if first <= a < cut)
            if best is None or score > best.score:
                columns = [[above[cut + at] for at in column] for column in heads.columns]
                best = _Scored(lattice, candidate, score, columns, title)
    assert best is not None  # the whole of what stands above is one of the cuts
    return best


def _repeated(heads: Sequence[str]) -> int:
    """How many pieces of heads are those before them again, as above columns that go on beside themselves."""
    half = len(heads) // 2
    return half if half > 1 and heads[:half] == heads[half:] else 0


def _from_first_data(steps: Sequence[Step]) -> list[Step]:
    """The moves from the first row on that holds data: rows of words before it are heads."""
    begin = 0
    for at, step in enumerate(steps):
        if step.move is Move.CELL and (step.new_row or step.sort in DATA):
            begin = at if step.new_row else begin
            if step.sort in DATA:
                return list(steps[begin:])
    return list(steps)


def _is_head(text: str) -> bool:
    """Whether a line is the head of a column and no part of a caption."""
    return len(text) <= _LONG_HEAD and not text.endswith(".") and below(text) is not Below.UNKNOWN


def _may_title(texts: Sequence[str]) -> bool:
    text = " ".join(texts)
    return sort_of(text) is Sort.TEXT and not is_known(text)


def _ends_caption(text: str) -> bool:
    """Whether a line below a caption's first one is still its text: a sentence's end, or a full line of words."""
    if text.endswith(".") and not _ENDS_HEAD.search(text):
        return len(text) > _LONG_HEAD or not is_known(text)
    return len(text) >= _FULL_LINE and not _heads_many(text)


def _heads_many(text: str) -> bool:
    """Whether a long line holds the heads of several columns."""
    return len(re.findall(r"\bRefs?\b|\bReferences?\b|\([^()]{1,12}\)", text)) >= 2 or bool(_ENDS_HEAD.search(text))


def _printed_lines(lattice: Lattice, tokens: Sequence[int]) -> list[int]:
    """Which of these tokens begin a printed line; none where every token is a line."""
    if not lattice.by_word:
        return []
    lines = [lattice.tokens[at].line for at in tokens]
    return [place for place, line in enumerate(lines) if place == 0 or line != lines[place - 1]]


def _near_best(found: Sequence[Fitted]) -> Sequence[Fitted]:
    """Those that heads can still lift over the best: not more than a head a column fits."""
    return [one for one in found if one.score + _HEAD_GAIN * one.columns >= found[0].score][:_MOST_WITH_HEADS]


def _misfits(lattice: Lattice, whole: Fitted) -> int:
    """How many cells, heads among the rows aside, are of a sort that their column hardly holds."""
    profiles = profiles_of(whole.counts)
    steps = [step for part in parts_of(lattice, whole.steps, whole.columns) for step in part.steps]
    return sum(step.move is Move.CELL and profiles[step.column, step.sort] < _MISFIT for step in steps)


def _grid(lattice: Lattice, whole: Fitted, chosen: _Scored, margin: float) -> Grid:
    rows: list[list[list[Word]]] = []
    titles = set()
    if chosen.titles:
        titles.add(0)
        title = [word for at in chosen.titles for word in lattice.tokens[at].words]
        rows.append([title, *([] for _ in range(whole.columns - 1))])
    used = [at for column in chosen.heads for at in column] + chosen.titles
    steps = parted_blocks(lattice, whole.steps, whole.counts)
    named = [column for column, text in enumerate(chosen.head_texts()) if is_compound(text)]
    if len(named) == 1:  # it names a row below, not what stands in its column
        chosen.heads[named[0]] = []
    bare, late = late_head(lattice, steps, whole.counts, chosen.head_texts())
    chosen.heads[bare] += late
    kinds = [below(text) for text in chosen.head_texts()]
    left_out: list[int] = []
    for part in parts_of(lattice, steps, whole.columns):
        if part.heads:
            titles.add(len(rows))
            rows.append([[word for token in head for word in token.words] for head in part.heads])
            kinds = [below(" ".join(token.text for token in head)) for head in part.heads]
        unsure = doubtful_rows(lattice, part.steps, whole.counts, kinds)
        for step in part.steps:
            if step.end - 1 <= max(used, default=-1):
                continue  # a title that was taken for heads
            words = [word for at in range(step.begin, step.end) for word in lattice.tokens[at].words]
            if step.move is Move.TITLE:
                titles.add(len(rows))
                rows.append([words, *([] for _ in range(whole.columns - 1))])
            elif step.move is Move.CELL:
                if step.new_row or not rows or len(rows) - 1 in titles:
                    rows.append([[] for _ in range(whole.columns)])
                    if step.begin in unsure or part.heads == [] or (len(named) == 1 and step is whole.steps[0]):
                        left_out.append(len(rows) - 1)
                rows[-1][step.column] = words
    _part_names(rows)
    for at in left_out:
        rows[at] = [[] for _ in range(whole.columns)]
    settle_by_size([row for at, row in enumerate(rows) if at not in titles])
    rows, titles_kept = _without_empty(rows, titles)
    first = lattice.tokens[min(used, default=whole.begin)].line
    return Grid(
        [[word for at in column for word in lattice.tokens[at].words] for column in chosen.heads],
        rows,
        titles_kept,
        margin,
        score=chosen.score,
        head_line=first,
        last_line=max(token.line for token in lattice.tokens[whole.begin : whole.end]),
        left_out=len(left_out),
    )


def _part_names(rows: Sequence[list[list[Word]]]) -> None:
    """Of two compositions in one cell give the second to the row below when that has none; else neither is told."""
    for row, under in pairwise([*rows, []]):
        for column, words in enumerate(row):
            at = second_name(words)
            if at is not None:
                row[column] = []
                if under and not under[column]:
                    row[column], under[column] = words[:at], words[at:]


def _without_empty(rows: list[list[list[Word]]], titles: set[int]) -> tuple[list[list[list[Word]]], frozenset[int]]:
    kept = [(row, at in titles) for at, row in enumerate(rows) if any(row)]
    return [row for row, _ in kept], frozenset(at for at, (_, title) in enumerate(kept) if title)
