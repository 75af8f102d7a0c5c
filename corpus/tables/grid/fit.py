"""Models of columns fitted to a region: seeds from neighbouring tokens, a few rounds of search and refitting."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.tables.grid.profiles import SORTS, Floats
from corpus.tables.grid.search import At, Lattice, Models, Scores, continues, joined, models_of, search
from corpus.tables.grid.sorts import DATA, Sort
from corpus.tables.grid.tokens import Gap
from corpus.tables.grid.trace import Move, Step, trace

FEWEST_COLUMNS = 2
MOST_COLUMNS = 12
_PROBE = 150  # tokens that the first rounds look at
_STARTS = 60  # tokens from the caption on among which the first row begins
_BEFORE_DATA = 14  # tokens between the first row's beginning and the first cell of data
_KEPT_A_SIZE = 2
_KEPT = 6
_COLUMN = 1.0  # cost of a column besides the logarithm of its cells: every free parameter must earn its place
_PROMISING = 0.6  # of the best score: candidates below are dropped
_FAR = 20.0  # log likelihood behind the best reading from which one is not looked at
_ROUNDS = 2
_SEED_ROWS = 10
_SEED_LINES = 4  # printed lines that a row may take


@dataclass(slots=True)
class Fitted:
    """One way to read a region: the counts of its columns, its score less the cost of columns, and its moves."""

    counts: Floats
    gaps: Floats
    skips: Floats
    score: float
    steps: list[Step]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.counts)

    @property
    def begin(self) -> int:
        """The token that the first row begins with."""
        return self.steps[0].begin if self.steps else 0

    @property
    def end(self) -> int:
        """Behind the last token read."""
        return self.steps[-1].end if self.steps else 0


def fit(lattice: Lattice) -> list[Fitted]:
    """The most likely ways to read a region, best first; none when it holds no data."""
    first_data = _first_data(lattice)
    if first_data is None:
        return []
    starts = min(first_data + 4, len(lattice.tokens))
    probe = min(len(lattice.tokens), first_data + _PROBE)
    seeds = list(_seeds(lattice, max(first_data - _BEFORE_DATA, 0), starts))
    if not seeds:
        return []
    found = _best_seeds(lattice, seeds, starts, probe)
    for _ in range(_ROUNDS):
        found = _refit(lattice, found, starts, probe)
    found = _promising(found)
    rotated = _rotations(lattice, _one_a_size(found), starts, probe)
    return _promising(_unlike([*found, *rotated]))


def refined(lattice: Lattice, candidate: Fitted) -> Fitted:
    """A candidate fitted to the whole region, its first row where it is or before."""
    for _ in range(_ROUNDS):
        before = candidate.steps
        candidate = _refit(lattice, [candidate], candidate.begin + 1, len(lattice.tokens))[0]
        if candidate.steps == before:
            break
    return candidate


def read_with(lattice: Lattice, counts: Floats) -> list[Step]:
    """The best reading of all tokens with so many columns, which hold about these sorts or those of a line's cells."""
    seeds = [counts, *(_seed_counts(sorts) for sorts in _line_seeds(lattice, 0) if len(sorts) == len(counts))]
    gaps = [lattice.usual_gaps] * len(seeds)
    models = models_of(seeds, gaps)
    for again in range(_ROUNDS + 1):
        scores = search(lattice, models, 1, len(lattice.tokens), whole=True)
        which = int(scores.totals.argmax())
        steps = trace(lattice, models, scores, which)
        if again < _ROUNDS:
            one = Fitted(seeds[which], gaps[which], models.skips[which], 0.0, steps)
            seeds, gaps, skips = ([part] for part in _counted(lattice, one))
            models = models_of(seeds, gaps, skips)
    return steps


def _first_data(lattice: Lattice) -> int | None:
    for at, edges in enumerate(lattice.edges[:_STARTS]):
        if edges and edges[0].sort in DATA:
            return at
    return None


def _seeds(lattice: Lattice, first: int, last: int) -> Iterable[list[Sort]]:
    return _line_seeds(lattice, last) if lattice.by_word else _token_seeds(lattice, first, last)


def _line_seeds(lattice: Lattice, last: int) -> Iterable[list[Sort]]:
    """Sorts of the cells of one line or a few, each atom a cell, or neighbouring words and formulas one."""
    seen: set[tuple[Sort, ...]] = set()
    tokens = lattice.tokens
    begins = [at for at in range(min(last + _STARTS, len(tokens))) if tokens[at].gap <= Gap.BLANK]
    begins.append(min(last + _STARTS, len(tokens)))
    for place in range(len(begins) - 1):
        for ahead in range(1, min(_SEED_LINES, len(begins) - 1 - place) + 1):
            first, behind = begins[place], begins[place + ahead]
            sorts = [lattice.edges[at][0].sort for at in range(first, behind) if lattice.edges[at]]
            for variant in (sorts, _merged(sorts), _merged(_whole_sorts(lattice, first, behind))):
                wanted = any(s in DATA for s in variant)
                if wanted and FEWEST_COLUMNS <= len(variant) <= MOST_COLUMNS and tuple(variant) not in seen:
                    seen.add(tuple(variant))
                    yield variant


def _whole_sorts(lattice: Lattice, first: int, behind: int) -> Iterable[Sort]:
    """Sorts of the cells of a line where each takes the atoms that look like its rest."""
    at = first
    while at < behind:
        width = 1
        text = lattice.tokens[at].text
        while at + width < behind and continues(text, lattice.tokens[at + width].text):
            text = joined(text, lattice.tokens[at + width].text)
            width += 1
        edge = next((edge for edge in lattice.edges[at] if edge.width == width), None)
        if edge is not None:
            yield edge.sort
        at += width


def _merged(sorts: Iterable[Sort]) -> list[Sort]:
    merged: list[Sort] = []
    for sort in sorts:
        if not (merged and sort is Sort.TEXT and merged[-1] is Sort.TEXT):
            merged.append(sort)
    return merged


def _token_seeds(lattice: Lattice, first: int, last: int) -> Iterable[list[Sort]]:
    """Sorts of the first row's cells if it began at a token and each token, or those that go together, were a cell."""
    seen: set[tuple[Sort, ...]] = set()
    for begin in range(first, last):
        behind = min(begin + 2 * MOST_COLUMNS, len(lattice.tokens))
        plain = [here[0].sort for here in lattice.edges[begin:behind] if here]
        for variant in (plain, list(_whole_sorts(lattice, begin, behind))):
            for size in range(FEWEST_COLUMNS, min(MOST_COLUMNS, len(variant)) + 1):
                sorts = tuple(variant[:size])
                if sorts not in seen and any(sort in DATA for sort in sorts):
                    seen.add(sorts)
                    yield list(sorts)


def _seed_counts(sorts: Sequence[Sort]) -> Floats:
    counts = np.zeros((len(sorts), SORTS))
    counts[np.arange(len(sorts)), list(sorts)] = 3.0
    return counts


def _read(
    lattice: Lattice, models: Models, counts: Sequence[Floats], gaps: Sequence[Floats], scores: Scores
) -> list[Fitted]:
    """The best reading of each model that is not far behind the best of all."""
    costs = [_cost(len(one), int(end) / len(one)) for one, end in zip(counts, scores.ends, strict=True)]
    less = [float(total) - cost for total, cost in zip(scores.totals, costs, strict=True)]
    best = max(less)
    found = []
    for which in sorted(range(len(counts)), key=lambda at: -less[at])[:_KEPT]:
        if less[which] < min(_PROMISING * best, best - _FAR):
            break
        steps = trace(lattice, models, scores, which)
        score = float(scores.totals[which]) - _cost(len(counts[which]), sum(step.new_row for step in steps))
        skips = models.skips[which, : len(counts[which])]
        found.append(Fitted(counts[which], gaps[which], skips, score, steps))
    return found


def _cost(columns: int, rows: float) -> float:
    return columns * (_COLUMN + math.log1p(rows))


def _best_seeds(lattice: Lattice, seeds: Sequence[Sequence[Sort]], starts: int, probe: int) -> list[Fitted]:
    counts = [_seed_counts(sorts) for sorts in seeds]
    models = models_of(counts, [lattice.usual_gaps] * len(counts))
    scores = search(lattice, models, starts, probe)
    ranked = sorted(range(len(counts)), key=lambda at: _cost(len(counts[at]), _SEED_ROWS) - scores.totals[at])
    kept: list[int] = []
    sizes: Counter[int] = Counter()
    for at in ranked:
        if sizes[len(counts[at])] < _KEPT_A_SIZE and len(kept) < _KEPT:
            kept.append(at)
            sizes[len(counts[at])] += 1
    chosen = [counts[at] for at in kept]
    return _read(lattice, models.take(kept), chosen, [lattice.usual_gaps] * len(kept), scores.take(kept))


def _refit(lattice: Lattice, found: Sequence[Fitted], starts: int, stop: int) -> list[Fitted]:
    counts, gaps, skips = [], [], []
    for one in found:
        columns, shares, left_out = _counted(lattice, one)
        counts.append(columns)
        gaps.append(shares)
        skips.append(left_out)
    models = models_of(counts, gaps, skips)
    return _read(lattice, models, counts, gaps, search(lattice, models, starts, stop))


def _counted(lattice: Lattice, one: Fitted) -> tuple[Floats, Floats, Floats]:
    """Sorts of the cells read in each column, the share of each gap that is inside cells, the cost of empty columns."""
    sorts = [[0.0] * SORTS for _ in range(one.columns)]
    places = [[0.0] * len(Gap) for _ in At]
    tokens = lattice.tokens
    rows = 0
    for step in one.steps:
        if step.move is not Move.CELL:
            continue
        sorts[step.column][step.sort] += 1.0
        rows += step.new_row
        places[At.ROWS if step.new_row else At.BETWEEN][tokens[step.begin].gap] += 1.0
        for at in range(step.begin + 1, step.end):
            places[At.INSIDE][tokens[at].gap] += 1.0
    columns = np.array(sorts)
    filled = columns.sum(axis=1)
    rows = max(rows, 1)
    left_out = np.clip(-np.log((np.maximum(rows - filled, 0.0) + 0.5) / (rows + 4.0)), 1.0, 3.2)
    return columns, lattice.refit_gaps(np.array(places), one.gaps), left_out


def _one_a_size(found: Sequence[Fitted]) -> list[Fitted]:
    best: dict[int, Fitted] = {}
    for one in found:
        if one.columns not in best:
            best[one.columns] = one
    return list(best.values())[:3]


def _rotations(lattice: Lattice, found: Sequence[Fitted], starts: int, probe: int) -> list[Fitted]:
    """The same columns read from another first column."""
    counts, gaps, skips = [], [], []
    for one in found:
        columns, shares, left_out = _counted(lattice, one)
        for shift in range(1, one.columns):
            counts.append(np.roll(columns, -shift, axis=0))
            gaps.append(shares)
            skips.append(np.roll(left_out, -shift))
    if not counts:
        return []
    models = models_of(counts, gaps, skips)
    return _read(lattice, models, counts, gaps, search(lattice, models, starts, probe))


def _promising(found: Sequence[Fitted]) -> list[Fitted]:
    ranked = sorted((one for one in found if one.steps), key=lambda one: -one.score)
    return [one for one in ranked if one.score > _PROMISING * ranked[0].score and one.score > 0]


def _unlike(found: Sequence[Fitted]) -> list[Fitted]:
    """The best of those that begin at the same place with as many columns."""
    best: dict[tuple[int, int], Fitted] = {}
    for one in found:
        key = (one.begin, one.columns)
        if key not in best or one.score > best[key].score:
            best[key] = one
    return list(best.values())
