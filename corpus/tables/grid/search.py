"""The best way to read a run of tokens as rows of the same columns: a semi-Markov search for many models at once.

A cell takes one token or several, a column may be left out, a line of words may title the rows below it, and a line may
belong to no cell. All scores are log likelihoods against text of any sort, so that reading may begin and end anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.tables.found import is_one_formula
from corpus.tables.grid.formulas import expects_amount, goes_on, is_amount
from corpus.tables.grid.profiles import SORTS, Floats, profiles_of
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token

MOST_TOKENS = 7  # lines of a cell
MOST_WORDS = 12  # atoms of a cell
_MOST_LOOSE = 2  # parts of a cell that hold data or a name to which nothing leads
MOST_LEFT_OUT = 3  # columns side by side
_LEFT_OUT = 2.2  # cost of an empty column
_JUNK = 3.0  # cost of a line that belongs to no cell
_LOST = 6.0  # cost of a line left out that holds a formula or data
_FURNITURE = 0.6  # cost of one that is a running head or a page number
_TITLE = 3.0  # cost of a line that titles the rows below it
_EMPTY_BEHIND_TITLE = 2.0  # what the empty cells of a title's row tell for it
_CONTINUES = 1.5  # what a small letter or an open word at a line's end tell for a cell that goes on
_PARTED = 0.7  # cost of a cell that begins like the rest of the one before
_BRACKET_PARTED = 3.0  # cost of one that begins with a bracket, or behind "at"
_AMOUNT_PARTED = 4.0  # cost of one that begins with the rest of a formula whose amounts stand apart
_NAME_INSIDE = 1.5  # cost of a formula that begins inside a cell
_LONGER = 0.15  # cost of each further part of a cell
_DATA_BEFORE = 5.0  # cost of a cell of data above the first row
_NAME_BEFORE = 2.0  # cost of a formula above it
_NEVER = -1e9
_AT_ONCE = 16  # tokens whose cells are scored together: more would not stay in a processor's cache


_WEIGHT = 4.0  # counts that what is usual stands for
_LINE_GAPS = np.array([[0.04, 0.02, 0.9, 0.1], [0.96, 0.98, 0.1, 0.9], [0.96, 0.98, 0.1, 0.9]])
_WORD_GAPS = np.array([[0.15, 0.05, 0.45, 0.05], [0.15, 0.35, 0.5, 0.9], [0.7, 0.6, 0.05, 0.05]])


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
    by_word: bool = False  # tokens are parts of lines
    junk: list[float] = field(init=False)  # cost of each token if no cell takes it
    arriving: list[list[tuple[int, Gap, Edge]]] = field(init=False)  # cells that end before each token

    def __post_init__(self) -> None:
        self.junk = [_junk_cost(at in self.furniture, edges) for at, edges in enumerate(self.edges)]
        self.arriving = [[] for _ in range(len(self.tokens) + 1)]
        for begin, edges in enumerate(self.edges):
            for edge in edges:
                self.arriving[begin + edge.width].append((begin, self.tokens[begin].gap, edge))

    @property
    def usual_gaps(self) -> Floats:
        """Shares of the gaps (place, gap) before anything is known of a table."""
        return _WORD_GAPS if self.by_word else _LINE_GAPS

    def refit_gaps(self, counts: Floats, before: Floats) -> Floats:
        """Shares of the gaps when a reading has put so many at each place."""
        if self.by_word:
            shares = (counts + _WEIGHT * before) / (counts.sum(axis=0) + _WEIGHT)
        else:  # a line's end says nothing of whether the next cell begins a row
            inside = (counts[At.INSIDE] + _WEIGHT * before[At.INSIDE]) / (counts.sum(axis=0) + _WEIGHT)
            shares = np.stack([inside, 1.0 - inside, 1.0 - inside])
        clipped: Floats = np.clip(shares, 0.01, 0.99)
        return clipped


def lattice_of(tokens: Sequence[Token], furniture: frozenset[int] = frozenset(), by_word: bool = False) -> Lattice:
    """The cells that ``tokens`` may make; ``furniture`` are indexes of tokens that no cell takes."""
    combinations: dict[tuple[int, ...], int] = {}
    longest = MOST_WORDS if by_word else MOST_TOKENS
    edges = []
    titles = []
    for begin in range(len(tokens)):
        here = [] if begin in furniture else list(_cells(tokens, begin, furniture, longest, combinations))
        edges.append(here)
        titles.append(_title_end(tokens, begin) if here and here[0].sort is Sort.TEXT else begin)
    return Lattice(tokens, edges, np.array(list(combinations), dtype=float), furniture, titles, by_word)


def _cells(
    tokens: Sequence[Token],
    begin: int,
    furniture: frozenset[int],
    longest: int,
    combinations: dict[tuple[int, ...], int],
) -> list[Edge]:
    found: list[Edge] = []
    text = ""
    gaps = [0] * (2 * len(Gap))
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
            whole = not goes_on and sort_of(text) in DATA
            if whole and (token.text == "—" or (sort_of(token.text) in DATA and not _is_remark(token.text))):
                break
            loose += not goes_on and (sort_of(token.text) in DATA or sort_of(token.text) in NAMES_ALONE)
            if loose > _MOST_LOOSE:
                break
            gaps[token.gap + len(Gap) * goes_on] += 1
            bonus -= _LONGER + _NAME_INSIDE * (not goes_on and _begins_name(text, token.text))
        text = joined(text, token.text)
        number = combinations.setdefault(tuple(gaps), len(combinations))
        found.append(Edge(index - begin + 1, sort_of(text), number, bonus))
    return found


def _is_remark(text: str) -> bool:
    """Whether a bracket opens here that is no spread of a value: "(25 °C)", not "(1.2 ± 0.3) × 10-4"."""
    return text[0] == "(" and sort_of(text) is not Sort.POWER


def _cost_of_parting(before: str, text: str) -> float:
    """Cost of a cell that begins with what looks like the rest of the one before."""
    if text.isdigit() or goes_on(before, text):
        return _AMOUNT_PARTED
    return _BRACKET_PARTED if _is_remark(text) or before[-1] == "@" else _PARTED


def _begins_name(before: str, text: str) -> bool:
    """Whether a formula begins here that no word leads to: the next column's."""
    return sort_of(text) is Sort.FORMULA and _WORD_BEFORE.search(before) is None


def joined(before: str, text: str) -> str:
    """Two parts of a cell; a word parted at a line's end is made whole."""
    if before.endswith("-") and text[:1].islower():
        return before[:-1] + text
    if is_one_formula(before, text):
        return before + text
    return f"{before} {text}" if before else text


def continues(before: str, text: str) -> bool:
    """Whether the look of two neighbours says that the second goes on with the first."""
    if (_GOES_ON.match(text) and (text[0] != "(" or _is_remark(text))) or _OPEN_END.search(before):
        return True
    if before.count("(") > before.count(")") or before.count("[") > before.count("]") or is_one_formula(before, text):
        return True
    return (is_amount(text) and expects_amount(before)) or goes_on(before, text)


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


@dataclass(slots=True)
class Models:
    """Several models of columns side by side; those with fewer columns are filled up with columns never reached."""

    sizes: NDArray[np.int64]  # columns of each
    profiles: Floats  # model, column, sort
    skips: Floats  # model, column: cost of leaving it out
    gaps: Floats  # place, model, gap: log likelihood that a gap stands inside a cell, between cells, between rows

    def take(self, which: Sequence[int]) -> Models:
        """Some of the models."""
        at = list(which)
        return Models(self.sizes[at], self.profiles[at], self.skips[at], self.gaps[:, at])


def models_of(counts: Sequence[Floats], gaps: Sequence[Floats], skips: Sequence[Floats] | None = None) -> Models:
    """Models with these counts of sorts (column, sort); ``gaps``: for each, shares of the gaps at each place."""
    most = max(len(one) for one in counts)
    sizes = np.array([len(one) for one in counts])
    profiles = np.full((len(counts), most, SORTS), _NEVER)
    left_out = np.full((len(counts), most), -_NEVER)
    for number, one in enumerate(counts):
        profiles[number, : len(one)] = profiles_of(one)
        left_out[number, : len(one)] = _LEFT_OUT if skips is None else skips[number]
    return Models(sizes, profiles, left_out, np.log(np.stack(gaps, axis=1)))


# What a cell does not end with; no charge ("Li+", "Ti 4+").
_OPEN_END = re.compile(r"@$|.[-,/(]$|\s\+$|[a-z)]{2}\+$|[-–]?(?:doped|substituted|coated)$")
_WORD_BEFORE = re.compile(r"[a-z]{2}[:,]?$|[-–+/]$")
_GOES_ON = re.compile(r"[a-z]{2}|[(&+/@]")


class At(IntEnum):
    """Where a gap stands."""

    INSIDE = 0  # a cell
    BETWEEN = 1  # cells of a row
    ROWS = 2  # between two rows


class Scores(NamedTuple):
    """The best reading of each model: its score, where it ends, and what is needed to trace it."""

    totals: Floats
    ends: NDArray[np.int64]
    best: Floats  # token, model, column

    def take(self, which: Sequence[int]) -> Scores:
        """Those of some of the models."""
        at = list(which)
        return Scores(self.totals[at], self.ends[at], self.best[:, at])


def search(lattice: Lattice, models: Models, first_starts: int, stop: int, *, whole: bool = False) -> Scores:
    """The best reading of ``lattice`` up to token ``stop`` for each model; it begins before ``first_starts``.

    It ends where it is best, or at ``stop`` (``whole``).
    """
    count, columns = models.skips.shape
    best = np.full((stop + 1, count, columns), _NEVER)
    last = models.sizes - 1
    rows = np.arange(count)
    _seed(lattice, best, rows, last, first_starts)
    (before, entering), closing = _entering(models), _closing(models)
    by_sort, inner = np.ascontiguousarray(np.moveaxis(models.profiles, 2, 0)), scores_inside(lattice, models)
    for at in range(stop):
        here = best[at]
        if not at % _AT_ONCE:
            taken = [edge for edges in lattice.edges[at : min(at + _AT_ONCE, stop)] for edge in edges]
            inside = inner[[edge.inside for edge in taken]] + [[edge.bonus] for edge in taken]
            gained, behind = by_sort[[edge.sort for edge in taken]] + inside[:, :, None], 0
        np.maximum(best[at + 1], here - lattice.junk[at], out=best[at + 1])
        end = lattice.titles[at]
        if at < end <= stop:
            titled = (here - closing).max(axis=1) - title_cost(lattice, at, end)
            best[end, rows, last] = np.maximum(best[end, rows, last], titled)
        width = len(lattice.edges[at])  # one of each width from 1 on
        if width:
            into = best[at + 1 : at + 1 + width]
            enter = np.maximum.reduce(here.take(before) + entering[lattice.tokens[at].gap])
            np.maximum(into, gained[behind : behind + len(into)] + enter, out=into)
            behind += width
    closed = (best - closing).max(axis=2)
    if whole:
        return Scores(closed[stop], np.full(count, stop), best)
    ends = closed.argmax(axis=0)
    totals = np.maximum(closed[ends, rows], 0.0)
    return Scores(totals, np.where(totals > 0.0, ends, 0), best)


def _closing(models: Models) -> Floats:
    """Cost of ending a row behind each column, those behind it left out (model, column)."""
    cost = np.full_like(models.skips, -_NEVER)
    for which, size in enumerate(models.sizes):
        first = max(size - MOST_LEFT_OUT, 0)
        cost[which, first:size] = np.cumsum([0.0, *models.skips[which, size - 1 : first : -1]])[::-1]
    return cost


def _entering(models: Models) -> tuple[NDArray[np.int64], Floats]:
    """From where each column may be reached, none to the most columns left out, and what that tells for each gap.

    Places among the columns of all models (left out, model, column), and scores (gap, left out, model, column).
    """
    count, columns = models.skips.shape
    rows, to, sizes = np.arange(count)[:, None], np.arange(columns)[None], models.sizes[:, None]
    cost = np.where(to < sizes, 0.0, -_NEVER)
    gaps = np.moveaxis(models.gaps, 2, 1)[..., None]
    places, scores = [], []
    for left_out in range(MOST_LEFT_OUT + 1):
        before = (to - 1 - left_out) % sizes
        places.append(rows * columns + before)
        scores.append(np.where(before < to, gaps[At.BETWEEN], gaps[At.ROWS]) - cost)
        cost = cost + models.skips[rows, before]
    return np.stack(places), np.stack(scores, axis=1)


def scores_inside(lattice: Lattice, models: Models) -> Floats:
    """Log likelihood of each combination of gaps inside a cell (combination, model)."""
    plain = models.gaps[At.INSIDE].T
    scores: Floats = lattice.gaps @ np.vstack([plain, np.minimum(plain + _CONTINUES, 0.0)])
    return scores


def _seed(lattice: Lattice, best: Floats, rows: NDArray[np.int64], last: NDArray[np.int64], first_starts: int) -> None:
    cost = 0.0
    for at in range(min(first_starts, len(best) - 1)):
        if lattice.tokens[at].gap <= Gap.BLANK:
            best[at, rows, last] = -cost
        edges = lattice.edges[at]
        if edges:
            cost += _DATA_BEFORE * (edges[0].sort in DATA) + _NAME_BEFORE * (edges[0].sort in NAMES_ALONE)


def _junk_cost(is_furniture: bool, edges: Sequence[Edge]) -> float:
    if is_furniture:
        return _FURNITURE
    return _LOST if edges and (edges[0].sort in DATA or edges[0].sort in NAMES_ALONE) else _JUNK


def title_cost(lattice: Lattice, at: int, end: int) -> float:
    """Cost of reading tokens as a title; empty cells of its row tell for it, printed as lines of blanks or none."""
    tokens = lattice.tokens
    emptied = end < len(tokens) and tokens[end].gap is Gap.BLANK and tokens[at].gap is Gap.LINE
    return _TITLE - _EMPTY_BEHIND_TITLE * (emptied or any(not token.text for token in tokens[at:end]))
