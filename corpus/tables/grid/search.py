"""The best way to read a run of tokens as rows of the same columns: a semi-Markov search for many models at once.

A cell takes one token or several, a column may be left out, a line of words may title the rows below it, and a line may
belong to no cell. All scores are log likelihoods against text of any sort, so that reading may begin and end anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.tables.found import is_one_formula
from corpus.tables.grid.formulas import expects_amount, goes_on, is_amount
from corpus.tables.grid.gaps import USUAL_GAPS, Cut
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.profiles import Floats, profiles_of
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token, told_again

MOST_TOKENS = 7  # lines of a cell
MOST_WORDS = 12  # atoms of a cell
_HEADING = frozenset({Below.CONDUCTIVITY, Below.ENERGY, Below.REFERENCE})
_LOOSE = DATA | NAMES_ALONE
_WORDS = frozenset({Sort.TEXT, Sort.AGAIN})
_MOST_LOOSE = 1  # parts of a cell that hold data or a name to which nothing leads
MOST_LEFT_OUT = 3  # columns side by side
_LEFT_OUT = 2.2  # cost of an empty column
_JUNK = 3.0  # cost of a line that belongs to no cell
_LOST = 6.0  # cost of a line left out that holds a formula or data
_FURNITURE = 0.6  # cost of one that is a running head or a page number
_TITLE = 3.0  # cost of a line that titles the rows below it
_EMPTY_BEHIND_TITLE = 2.0  # what the empty cells of a title's row tell for it
_CONTINUES = 1.5  # what a small letter or an open word at a line's end tell for a cell that goes on
_LED = 1.5  # what "of", "and" at its end tell besides
_PARTED = 0.7  # cost of a cell that begins like the rest of the one before
_BRACKET_PARTED = 3.0  # cost of one that begins with a bracket, or behind "at", "of", "and"
_AMOUNT_PARTED = 4.0  # cost of one that begins with the rest of a formula whose amounts stand apart
_NAME_INSIDE = 1.5  # cost of a formula that begins inside a cell
_HEAD_INSIDE = 3.0  # cost of words inside a cell that head measured values or sources
_WORDS_BEHIND = 0.5  # cost of words behind a formula, which the next column may hold
_LONGER = 0.15  # cost of each further part of a cell
_TOLD_BEFORE = 2.0  # cost of a temperature with its unit above the first row, which heads may tell
_BEFORE = dict.fromkeys(DATA, 5.0) | dict.fromkeys(NAMES_ALONE, 2.0) | {Sort.AGAIN: 5.0}  # cost above the first row
_NEVER = -1e9
_AT_ONCE = 16  # tokens whose cells are scored together: more would not stay in a processor's cache


_GAPS = len(Gap)
_WEIGHT = 4.0  # counts that what is usual stands for


class Edge(NamedTuple):
    """A cell that takes ``width`` tokens."""

    width: int
    sort: Sort
    inside: int  # number of the combination of gaps inside it
    bonus: float


@dataclass(slots=True)
class Lattice:
    """All cells that may begin at each token."""

    tokens: Sequence[Token]
    edges: list[list[Edge]]
    gaps: Floats  # combinations of gaps inside cells, counted by kind: plain ones, then those whose look goes on
    furniture: frozenset[int]
    titles: list[int] = field(default_factory=list)  # behind the title that may begin at a token, its empty cells too
    cut: Cut = Cut.LINES
    heads: int = 0  # the token that known heads begin with: what stands before belongs to no row
    rows: int = 0  # the one behind them
    junk: list[float] = field(init=False)  # cost of each token if no cell takes it
    arriving: list[list[tuple[int, Gap, Edge]]] = field(
        init=False
    )  # cells that end before each token, short ones first

    def __post_init__(self) -> None:
        self.junk = [_junk_cost(at in self.furniture, edges) for at, edges in enumerate(self.edges)]
        self.arriving = [[] for _ in range(len(self.tokens) + 1)]
        for begin in reversed(range(len(self.edges))):
            for edge in self.edges[begin]:
                self.arriving[begin + edge.width].append((begin, self.tokens[begin].gap, edge))

    @property
    def by_word(self) -> bool:
        """Whether tokens are parts of lines."""
        return self.cut is not Cut.LINES

    @property
    def usual_gaps(self) -> Floats:
        """Shares of the gaps (place, gap) before anything is known of a table."""
        return USUAL_GAPS[self.cut]

    def refit_gaps(self, counts: Floats, before: Floats) -> Floats:
        """Shares of the gaps when a reading has put so many at each place."""
        if self.cut is Cut.WORDS:
            shares = (counts + _WEIGHT * before) / (counts.sum(axis=0) + _WEIGHT)
        else:  # a line's end says nothing of whether the next cell begins a row
            inside = (counts[At.INSIDE] + _WEIGHT * before[At.INSIDE]) / (counts.sum(axis=0) + _WEIGHT)
            shares = np.stack([inside, 1.0 - inside, 1.0 - inside])
        clipped: Floats = np.clip(shares, 0.01, 0.99)
        return clipped


def lattice_of(tokens: Sequence[Token], furniture: frozenset[int] = frozenset(), cut: Cut = Cut.LINES) -> Lattice:
    """The cells that ``tokens`` may make; ``furniture`` are indexes of tokens that no cell takes."""
    combinations: dict[tuple[int, ...], int] = {}
    again = told_again(tokens) if cut is Cut.MIXED else frozenset()
    longest = MOST_TOKENS if cut is Cut.LINES else MOST_WORDS
    edges = []
    titles = []
    for begin in range(len(tokens)):
        here = [] if begin in furniture else list(_cells(tokens, begin, furniture, longest, combinations))
        if here and tokens[begin].text in again:
            here[0] = here[0]._replace(sort=Sort.AGAIN)
        edges.append(here)
        titles.append(_title_end(tokens, begin) if here and here[0].sort in _WORDS else begin)
    return Lattice(tokens, edges, np.array(list(combinations), dtype=float), furniture, titles, cut)


def _cells(
    tokens: Sequence[Token],
    begin: int,
    furniture: frozenset[int],
    longest: int,
    combinations: dict[tuple[int, ...], int],
) -> list[Edge]:
    found: list[Edge] = []
    text, sort = "", Sort.EMPTY
    gaps = [0] * (2 * _GAPS)
    parted = begin > 0 and tokens[begin].text and tokens[begin - 1].text
    bonus = 0.0
    loose = 0
    if parted and continues(tokens[begin - 1].text, tokens[begin].text):
        bonus = -_cost_of_parting(tokens[begin - 1].text, tokens[begin].text)
    for index in range(begin, min(begin + longest, len(tokens))):
        token = tokens[index]
        if index in furniture or (index > begin and not (token.text and text)):
            break
        if index > begin:
            goes_on = continues(text, token.text)
            if not goes_on:
                further = sort_of(token.text)
                if sort in DATA and _is_next(token.text, further):
                    break
                loose += further in _LOOSE
                if loose > _MOST_LOOSE:
                    break
                bonus -= _NAME_INSIDE * _begins_name(text, further)
            gaps[token.gap + _GAPS * goes_on] += 1
            bonus += _gain_of_going_on(text, token.text)
        text = joined(text, token.text)
        sort = sort_of(text)
        number = combinations.setdefault(tuple(gaps), len(combinations))
        found.append(Edge(index - begin + 1, sort, number, bonus - _WORDS_BEHIND * (sort is Sort.DESCRIBED)))
    return found


def _gain_of_going_on(before: str, text: str) -> float:
    """What one more part tells for a cell, apart from its gap."""
    heads = text[:1].isalpha() and below(text) in _HEADING
    return _LED * (_LED_ON.search(before) is not None) - _LONGER - _HEAD_INSIDE * heads


def _is_next(text: str, sort: Sort) -> bool:
    """Whether a token behind data is the next cell: nothing measured, or data that is no remark."""
    return text == "—" or (sort in DATA and not _is_remark(text))


def _is_remark(text: str) -> bool:
    """Whether a bracket opens here that is no spread of a value: "(25 °C)", not "(1.2 ± 0.3) × 10-4"."""
    return text[0] == "(" and sort_of(text) is not Sort.POWER


def _cost_of_parting(before: str, text: str) -> float:
    """Cost of a cell that begins with what looks like the rest of the one before."""
    if text.isdigit() or goes_on(before, text) or is_parted_unit(before, text):
        return _AMOUNT_PARTED
    in_bracket = before.count("(") > before.count(")") and not text[0].isupper()
    open_end = before[-1] in "@=" or in_bracket or _LED_ON.search(before)
    return _BRACKET_PARTED if _is_remark(text) or text[0] in ",=" or open_end else _PARTED


def is_parted_unit(before: str, text: str) -> bool:
    """Whether a value is parted from its unit: "2.1 × 10-4" and "S cm-1", "2.1 × 10-4 S" and "cm-1"."""
    return (before[-1:].isdigit() and _UNIT.match(text) is not None) or (
        text.startswith("cm") and _HALF_UNIT.search(before) is not None
    )


def _begins_name(before: str, sort: Sort) -> bool:
    """Whether a formula begins here that no word leads to: the next column's."""
    return sort is Sort.FORMULA and _WORD_BEFORE.search(before, max(len(before) - 3, 0)) is None


def joined(before: str, text: str) -> str:
    """Two parts of a cell; a word parted at a line's end is made whole."""
    if before.endswith("-") and text[:1].islower():
        return before[:-1] + text
    if is_one_formula(before, text):
        return before + text
    return f"{before} {text}" if before else text


@lru_cache(maxsize=16384)
def continues(before: str, text: str) -> bool:
    """Whether the look of two neighbours says that the second goes on with the first."""
    if _GOES_ON.match(text) and (text[0] != "(" or _is_remark(text)):
        return True
    if before[-1:] in _OPEN_CHARACTERS and _OPEN_END.search(before, max(len(before) - _LONGEST_END, 0)):
        return True
    if before.count("(") > before.count(")") or before.count("[") > before.count("]") or is_one_formula(before, text):
        return True
    return (is_amount(text) and expects_amount(before)) or goes_on(before, text) or is_parted_unit(before, text)


def _title_end(tokens: Sequence[Token], begin: int) -> int:
    """Behind a line that may be a title and the empty cells that complete its row."""
    end = begin + 1
    if tokens[begin].gap > Gap.BLANK:
        return begin
    while end < len(tokens) and tokens[end].gap > Gap.BLANK:
        end += 1
    while end < len(tokens) and not tokens[end].text:
        end += 1
    return end


Indexes = NDArray[np.int64]


@dataclass(slots=True)
class Models:
    """Several models of columns side by side: their columns in one row, those of each model together."""

    sizes: Indexes  # columns of each model
    profiles: Floats  # column, sort
    skips: Floats  # column: cost of leaving it out
    gaps: Floats  # place, model, gap: log likelihood that a gap stands inside a cell, between cells, between rows

    @property
    def begins(self) -> Indexes:
        """The first column of each model."""
        return np.cumsum(self.sizes) - self.sizes

    def columns(self, which: int) -> slice:
        """Where the columns of one model stand."""
        begin = int(self.begins[which])
        return slice(begin, begin + int(self.sizes[which]))


def models_of(counts: Sequence[Floats], gaps: Sequence[Floats], skips: Sequence[Floats] | None = None) -> Models:
    """Models with these counts of sorts (column, sort); ``gaps``: for each, shares of the gaps at each place."""
    sizes = np.array([len(one) for one in counts])
    left_out = np.full(sizes.sum(), _LEFT_OUT) if skips is None else np.concatenate(skips)
    return Models(sizes, profiles_of(np.concatenate(counts)), left_out, np.log(np.stack(gaps, axis=1)))


_LEADS_ON = r"(?<= )(?:and|of|or|in|at|with|under|by)$"
_LED_ON = re.compile(_LEADS_ON)
_NO_UNIT = r"\b(?:at|under|of|by|for) \d{1,3}(?:\.\d{1,2})?$"
_OPEN_SHARE = r"(?:\S \+|\bwith) \d{1,2}(?:\.\d)?(?: ?(?:wt|vol|mol)\.? ?%)?$"
_OPEN_WORD = r"(?:doped|substituted|coated)$"
# What a cell does not end with: a number behind a word that leads to it without its unit, a share of a mixture
# without its name, no charge ("Li+", "Ti 4+").
_OPEN_END = re.compile(rf"[@=×]$|.[-,/(]$|\s\+$|[a-z)]{{2}}\+$|{_OPEN_WORD}|{_OPEN_SHARE}|{_NO_UNIT}|{_LEADS_ON}")
_OPEN_CHARACTERS = "@=×-,/(+dfrnthy%0123456789"  # one of them ends it
_LONGEST_END = len("I + 12.5 vol.%")
_UNIT = re.compile(r"(?:[mµμ]?S ?[/·]? ?cm|m?eV\b|kJ\b|Ω)")
_HALF_UNIT = re.compile(r"\d ?(?:[mµμ]?S|Ω-1) ?[·/]?$")
_WORD_BEFORE = re.compile(r"[a-z]{2}[:,]?$|[-–+/]$")
_GOES_ON = re.compile(r"(?!poly(?!m|cryst|anion|hedr))[a-z]{2}|[(&+/@=,]")  # a polymer's name begins the next cell


class At(IntEnum):
    """Where a gap stands."""

    INSIDE = 0  # a cell
    BETWEEN = 1  # cells of a row
    ROWS = 2  # between two rows


class Scores(NamedTuple):
    """The best reading of each model: its score, where it ends, and what is needed to trace it."""

    totals: Floats
    ends: Indexes
    best: Floats  # token, column of all models


def search(lattice: Lattice, models: Models, first_starts: int, stop: int, *, whole: bool = False) -> Scores:
    """The best reading of ``lattice`` up to token ``stop`` for each model; it begins before ``first_starts``.

    It ends where it is best, or at ``stop`` (``whole``).
    """
    begins = models.begins
    last = begins + models.sizes - 1
    best = np.full((stop + 1, len(models.skips)), _NEVER)
    _seed(lattice, best, last, first_starts)
    (before, entering), closing = _entering(models), _closing(models)
    by_sort = np.ascontiguousarray(models.profiles.T)
    inner = np.repeat(scores_inside(lattice, models.gaps), models.sizes, axis=1)
    for at in range(stop):
        here, edges = best[at], lattice.edges[at]
        if not at % _AT_ONCE:
            taken = [edge for edges in lattice.edges[at : min(at + _AT_ONCE, stop)] for edge in edges]
            bonus = np.array([edge.bonus for edge in taken]).reshape(-1, 1)  # also of no edge at all
            gained = by_sort[[edge.sort for edge in taken]] + inner[[edge.inside for edge in taken]] + bonus
            behind = 0
        np.maximum(best[at + 1], here - lattice.junk[at], out=best[at + 1])
        end = lattice.titles[at]
        if at < end <= stop:
            titled = np.maximum.reduceat(here - closing, begins) - title_cost(lattice, at, end)
            best[end, last] = np.maximum(best[end, last], titled)
        if edges:  # one of each width from 1 on
            into = best[at + 1 : at + 1 + len(edges)]
            enter = np.maximum.reduce(here.take(before) + entering[lattice.tokens[at].gap])
            np.maximum(into, gained[behind : behind + len(into)] + enter, out=into)
            behind += len(edges)
    closed = np.maximum.reduceat(best - closing, begins, axis=1)
    if whole:
        return Scores(closed[stop], np.full(len(begins), stop), best)
    ends = closed.argmax(axis=0)
    totals = np.maximum(closed[ends, np.arange(len(ends))], 0.0)
    return Scores(totals, np.where(totals > 0.0, ends, 0), best)


def _closing(models: Models) -> Floats:
    """Cost of ending a row behind each column, those behind it left out."""
    last = np.repeat(models.begins + models.sizes - 1, models.sizes)
    upto = np.cumsum(models.skips)
    near = last - np.arange(len(last)) < MOST_LEFT_OUT
    cost: Floats = np.where(near, upto[last] - upto, -_NEVER)
    return cost


def _entering(models: Models) -> tuple[Indexes, Floats]:
    """From where each column may be reached, none to the most columns left out, and what that tells for each gap.

    Places among the columns of all models (left out, column), and scores (gap, left out, column).
    """
    begins, sizes = np.repeat(models.begins, models.sizes), np.repeat(models.sizes, models.sizes)
    to = np.arange(len(begins)) - begins
    gaps = np.repeat(models.gaps, models.sizes, axis=1).transpose(0, 2, 1)
    cost = np.zeros(len(begins))
    places, scores = [], []
    for left_out in range(MOST_LEFT_OUT + 1):
        before = (to - 1 - left_out) % sizes
        places.append(begins + before)
        scores.append(np.where(before < to, gaps[At.BETWEEN], gaps[At.ROWS]) - cost)
        cost = cost + models.skips[places[-1]]
    return np.stack(places), np.stack(scores, axis=1)


def scores_inside(lattice: Lattice, gaps: Floats) -> Floats:
    """Log likelihood of each combination of gaps inside a cell (combination, model); ``gaps``: of models."""
    plain = gaps[At.INSIDE].T
    scores: Floats = lattice.gaps @ np.vstack([plain, np.minimum(plain + _CONTINUES, 0.0)])
    return scores


def _seed(lattice: Lattice, best: Floats, last: Indexes, first_starts: int) -> None:
    cost = 0.0
    for at in range(min(first_starts, len(best) - 1)):
        cost = 0.0 if at == lattice.heads else cost
        if lattice.tokens[at].gap <= Gap.BLANK:
            best[at, last] = -cost
        edges = lattice.edges[at]
        if edges:
            told = 0.0 if lattice.heads <= at < lattice.rows else _TOLD_BEFORE
            cost += told if is_told_temperature(lattice, at) else _BEFORE.get(edges[0].sort, 0.0)


def is_told_temperature(lattice: Lattice, at: int) -> bool:
    """Whether a token is a temperature with its unit, which captions and heads tell too."""
    return lattice.edges[at][0].sort is Sort.TEMPERATURE and not lattice.tokens[at].text.isdigit()


def _junk_cost(is_furniture: bool, edges: Sequence[Edge]) -> float:
    if is_furniture:
        return _FURNITURE
    return _LOST if edges and (edges[0].sort in DATA or edges[0].sort in NAMES_ALONE) else _JUNK


def title_cost(lattice: Lattice, at: int, end: int) -> float:
    """Cost of reading tokens as a title; empty cells of its row tell for it, printed as lines of blanks or none."""
    tokens = lattice.tokens
    emptied = end < len(tokens) and tokens[end].gap is Gap.BLANK and tokens[at].gap is Gap.LINE
    return _TITLE - _EMPTY_BEHIND_TITLE * (emptied or any(not token.text for token in tokens[at:end]))
