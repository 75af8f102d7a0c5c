"""What stands above the first row of a grid: the end of its caption, the heads of its columns, a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from corpus.tables import patterns
from corpus.tables.grid.fit import Fitted, is_regular
from corpus.tables.grid.head_words import Below, below, is_known
from corpus.tables.grid.heads import Fits, Heads, align_heads, column_fits
from corpus.tables.grid.region import MOST_ABOVE
from corpus.tables.grid.search import Lattice
from corpus.tables.grid.sorts import DATA, Sort, sort_of
from corpus.tables.grid.tokens import Gap
from corpus.tables.grid.trace import Move, Step
from corpus.tables.grid.two_levels import is_lower

_CAPTION_LINES = 6
_FULL_LINE = 50  # characters of a caption's line that goes on
_CUTS = 5  # lines tried as the first of the heads
_TITLE_ABOVE = 0.5  # cost of taking the line above the first row for a title and no head
_LATER_HEAD = 1.0  # cost of a line more given to the caption
_HEAD_LEFT = 3.0  # cost of one that heads a column
_AGAIN_BELOW = 5.0  # cost of words above the first row that are a cell below it again and again
_HEADS_OVERRULE = 3.0  # how much likelier another grid's rows may be than those that fit the heads
_ALL_HEADS_OVERRULE = 6.0  # the same where each column has a head that tells what it holds
_REGULAR_OVERRULE = 15.0  # and each row all its cells: columns of nothing but figures look alike
_SAME = 0.9  # share of cells of data that stand in the same columns in two readings of one grid
_ENDS_HEAD = re.compile(r"\b(?:Refs?|References?)\.?$")
_GOES_ON = re.compile(r"[a-z]{2,} |[a-z]{6,}\.$")  # a caption's line that goes on, or its last word
_KINDS = 3  # of columns that a line of heads names
_MANY_HEADS = 5  # words and pairs of words that head columns
_IN_SENTENCES = patterns.STOP_WORDS - {"at", "in"} | {"and", "or"}  # words of captions
_LONG_HEAD = 20  # characters: a longer line that ends with a stop is a caption's


@dataclass(slots=True)
class Scored:
    """One reading of the rows with heads given to their columns, and how well all of it fits."""

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
        if not known:
            return _HEADS_OVERRULE
        return _REGULAR_OVERRULE if is_regular(self.candidate) else _ALL_HEADS_OVERRULE

    def differs(self, other: Scored) -> bool:
        """Whether another grid puts data into other rows or below other heads; words may be cut otherwise."""
        few, many = sorted((self, other), key=lambda one: one.candidate.columns)
        columns = few.candidate.columns
        ours, theirs = few.places(), many.places()
        shared = ours.keys() & theirs.keys()
        again, left = divmod(many.candidate.columns, columns)  # the same columns told again side by side
        if not left and (again == 1 or many.head_texts() == few.head_texts() * again):
            same = sum(ours[at] == theirs[at] % columns for at in shared)
        else:
            leads, their_leads = few.leads(), many.leads()
            pairs = Counter((ours[at], theirs[at]) for at in shared if leads[at] == their_leads[at])
            one_to_one = _one_to_one(pairs)
            kinds, their_kinds = ([below(text) for text in one.head_texts()] for one in (few, many))
            same = sum(pairs[a, z] for a, z in one_to_one if kinds[a] is their_kinds[z])
        return same < _SAME * max(len(ours), len(theirs), 1)

    def leads(self) -> dict[int, int]:
        """For each cell of data the raw place of the first one in its row."""
        tokens = self.lattice.tokens
        found: dict[int, int] = {}
        lead: int | None = None
        for step in self.candidate.steps:
            if step.move is Move.CELL:
                lead = None if step.new_row else lead
                if step.sort in DATA:
                    start = tokens[step.begin].words[0].start
                    lead = start if lead is None else lead
                    found[start] = lead
        return found


def _one_to_one(pairs: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """The columns of two grids that hold the same cells, each in one pair."""
    found: list[tuple[int, int]] = []
    for pair, _ in pairs.most_common():
        if all(pair[0] != a and pair[1] != z for a, z in found):
            found.append(pair)
    return found


def with_heads(lattice: Lattice, candidate: Fitted) -> Scored:
    """A candidate with the lines above its first row given to its columns, the caption's own lines left off."""
    candidate.steps = _from_first_data(candidate.steps)
    pieces = [at for at in range(candidate.begin) if lattice.tokens[at].text and at not in lattice.furniture]
    pieces = [at for at in pieces if lattice.tokens[pieces[-1]].line - lattice.tokens[at].line < MOST_ABOVE]
    above = _Above(lattice, pieces)
    first = above.caption_end()
    titled = bool(above.starts) and _may_title(above.texts[above.starts[-1] :])
    ends = [len(pieces), *above.starts[-1:]] if titled else [len(pieces)]
    cuts = [cut for cut in [*above.starts, len(pieces)] if cut >= first][:_CUTS]
    fits = column_fits(candidate.counts)
    found = (
        _cut(above, candidate, fits, (first, cut, last), _LATER_HEAD * later)
        for later, cut in enumerate(cuts)
        for last in ends
        if last >= cut
    )
    return max(found, key=lambda one: one.score)  # the whole of what stands above is one of the cuts


@dataclass(slots=True)
class _Above:
    """The pieces above the first row, and where their lines begin."""

    lattice: Lattice
    pieces: list[int]
    texts: list[str] = field(init=False)
    starts: list[int] = field(init=False)
    lines: list[tuple[int, int, str]] = field(init=False)  # of each its first piece, the one behind it, and its words

    def __post_init__(self) -> None:
        tokens = self.lattice.tokens
        self.texts = [tokens[at].text for at in self.pieces]
        self.starts = [p for p, at in enumerate(self.pieces) if p == 0 or tokens[at].gap <= Gap.BLANK]
        ends = [*self.starts[1:], len(self.pieces)]
        self.lines = [(a, z, " ".join(self.texts[a:z])) for a, z in zip(self.starts, ends, strict=False)]

    def caption_end(self) -> int:
        """Behind the lines that are still the caption's."""
        end = 0
        for start, behind, text in self.lines[:_CAPTION_LINES]:
            if _ends_caption(text) or (start == end and _GOES_ON.match(text)):
                end = behind
        return end

    def heads(self, begin: int, end: int, fits: Sequence[Fits]) -> Heads:
        """These pieces given to the columns."""
        return align_heads(self.texts[begin:end], fits, _printed_lines(self.lattice, self.pieces[begin:end]))


def _cut(above: _Above, candidate: Fitted, fits: Sequence[Fits], place: tuple[int, int, int], cost: float) -> Scored:
    """A candidate with the pieces from ``place`` as its heads: the first below the caption, then where heads stand."""
    first, begin, last = place
    ends = {last, last - _repeated(above.texts[begin:last])}
    heads = max((above.heads(begin, end, fits) for end in ends), key=lambda heads: heads.score)
    title = above.pieces[last:]
    score = candidate.score + heads.score - cost - _TITLE_ABOVE * bool(title)
    edges = above.lattice.edges
    score -= _AGAIN_BELOW * sum(edges[at][0].sort is Sort.AGAIN for at in above.pieces[begin:])
    score -= _HEAD_LEFT * sum(is_head(text) for start, _, text in above.lines if first <= start < begin)
    return Scored(
        above.lattice, candidate, score, [[above.pieces[begin + at] for at in c] for c in heads.columns], title
    )


def _repeated(heads: Sequence[str]) -> int:
    """How many pieces of heads are those before them again, as above columns that go on beside themselves."""
    half = len(heads) // 2
    return half if half > 1 and heads[:half] == heads[half:] else 0


def _from_first_data(steps: Sequence[Step]) -> list[Step]:
    """The moves from the first row on that holds data: rows of words, or of temperatures alone, before it are heads."""
    begin = 0
    for at, step in enumerate(steps):
        if step.move is Move.CELL and (step.new_row or step.sort in DATA):
            begin = at if step.new_row else begin
            if step.sort in DATA and not _are_temperatures(steps, begin):
                return list(steps[begin:])
    return list(steps)


def _are_temperatures(steps: Sequence[Step], begin: int) -> bool:
    """Whether a row holds two temperatures or more and nothing else."""
    row = [steps[begin], *takewhile(lambda step: not step.new_row, steps[begin + 1 :])]
    return len(row) > 1 and all(step.sort is Sort.TEMPERATURE for step in row if step.move is Move.CELL)


def is_head(text: str) -> bool:
    """Whether a line is the head of a column and no part of a caption."""
    return len(text) <= _LONG_HEAD and not text.endswith(".") and below(text) is not Below.UNKNOWN


def _may_title(texts: Sequence[str]) -> bool:
    text = " ".join(texts)
    return sort_of(text) is Sort.TEXT and not is_known(text) and not is_lower(text)


def _ends_caption(text: str) -> bool:
    """Whether a line below a caption's first one is still its text: a sentence's end, or a full line of words."""
    if text.endswith(".") and not _ENDS_HEAD.search(text):
        return len(text) > _LONG_HEAD or not is_known(text)
    return len(text) >= _FULL_LINE and not _heads_many(text)


def _heads_many(text: str) -> bool:
    """Whether a long line holds the heads of several columns, and no sentence."""
    if len(re.findall(r"\bRefs?\b|\bReferences?\b|\([^()]{1,12}\)", text)) >= 2 or _ENDS_HEAD.search(text):
        return True
    heads = heads_in(text)
    return len(set(heads)) >= _KINDS or len(heads) >= _MANY_HEADS


def heads_in(text: str) -> list[Below]:
    """What words and pairs of words head, as far as they tell; nothing where the words are a sentence's."""
    words = text.split()
    if any(word.lower() in _IN_SENTENCES for word in words):
        return []
    spans = (" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2))
    return [kind for span in spans if (kind := below(span)) is not Below.UNKNOWN]


def _printed_lines(lattice: Lattice, tokens: Sequence[int]) -> list[int]:
    """Which of these tokens begin a printed line; none where every token is a line."""
    if not lattice.by_word:
        return []
    lines = [lattice.tokens[at].line for at in tokens]
    return [place for place, line in enumerate(lines) if place == 0 or line != lines[place - 1]]
