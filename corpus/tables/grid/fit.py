"""Models of columns fitted to a region: seeds from neighbouring tokens, a few rounds of search and refitting."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.tables.grid.gaps import Cut
from corpus.tables.grid.heads import HeadRun, find_head_run, usual_counts
from corpus.tables.grid.profiles import SORTS, Floats
from corpus.tables.grid.search import (
    At,
    Lattice,
    Models,
    Scores,
    continues,
    is_told_temperature,
    joined,
    models_of,
    search,
)
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort
from corpus.tables.grid.tokens import Gap
from corpus.tables.grid.trace import Move, Step, trace

FEWEST_COLUMNS = 2
MOST_COLUMNS = 12
_PROBE = 150  # tokens that the first rounds look at
_STARTS = 60  # tokens from the caption on among which the first row begins
_BEFORE_DATA = 14  # tokens between the first row's beginning and the first cell of data
_KEPT_A_SIZE = 2
_LESS_OFTEN = 0.35  # share of tokens that another number of columns explains less
_LONG = 100  # tokens of a table in which that is not by chance
_KEPT = 6
_KEPT_MIXED = 4  # times as many where lines hold cells or several: what a row takes is less certain
_MOST_TURNED = 3  # sizes whose columns are read from another first column, too
_COLUMN = 1.0  # cost of a column besides the logarithm of its cells: every free parameter must earn its place
_PROMISING = 0.6  # of the best score: candidates below are dropped
_FAR = 20.0  # log likelihood behind the best reading from which one is not looked at
_ROUNDS = 2
_LEFT_OUT_MIXED = 1.5  # cost of an empty column at first where lines hold cells or several
_LEAST_LEFT_OUT = {Cut.LINES: 1.0, Cut.WORDS: 1.0, Cut.MIXED: 0.4}
_SEED_ROWS = 10
_ROWS = DATA | NAMES_ALONE
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


def fit(lattice: Lattice, alike: Sequence[Fitted] = ()) -> list[Fitted]:
    """The most likely ways to read a region, best first; none when it holds no data.

    ``alike``: what columns of the same region hold, its lines cut otherwise.
    """
    heads = head_run(lattice)
    first_data = _first_data(lattice, heads.end if heads is not None else 0)
    if first_data is None:
        return []
    starts = min(first_data + 4, len(lattice.tokens))
    probe = min(len(lattice.tokens), first_data + _PROBE)
    seeds = [_seed_counts(sorts) for sorts in _seeds(lattice, max(first_data - _BEFORE_DATA, 0), starts, probe)]
    if heads is not None:
        lattice.heads = heads.begin if not _holds_cells(lattice, heads.begin) else 0
        lattice.rows = heads.end
        seeds.append(usual_counts(heads.kinds))
    seeds += [one.counts for one in alike]
    if not seeds:
        return []
    found = _best_seeds(lattice, seeds, starts, probe)
    found = _refit(lattice, found, starts, probe)
    return _promising(_unlike(_refit(lattice, found, starts, probe, rotated=True)))


def refined(lattice: Lattice, candidate: Fitted) -> Fitted:
    """A candidate fitted to the whole region, its first row where it is or before."""
    for _ in range(_ROUNDS):
        before = candidate.steps
        candidate = _refit(lattice, [candidate], candidate.begin + 1, len(lattice.tokens))[0]
        if candidate.steps == before or is_regular(candidate):
            break
    return replace(candidate, counts=_counted(lattice, candidate)[0])


def is_regular(one: Fitted) -> bool:
    """Whether every row has all its cells and nothing stands between: then no other columns can be meant."""
    return all(step.move is Move.CELL and step.column == at % one.columns for at, step in enumerate(one.steps))


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
            one = Fitted(seeds[which], gaps[which], models.skips[models.columns(which)], 0.0, steps)
            seeds, gaps, skips = ([part] for part in _counted(lattice, one))
            models = models_of(seeds, gaps, skips)
    return steps


def head_run(lattice: Lattice) -> HeadRun | None:
    """The heads above the rows, as far as their words tell and no more columns than a table has."""
    sorts = [edges[0].sort if edges else Sort.EMPTY for edges in lattice.edges[:_STARTS]]
    heads = find_head_run(lattice.tokens[:_STARTS], sorts)
    return heads if heads is not None and len(heads.kinds) <= MOST_COLUMNS else None


def _holds_cells(lattice: Lattice, end: int) -> bool:
    """Whether a printed line before a token is one name or one value: no caption, but rows among the heads."""
    tokens, edges = lattice.tokens, lattice.edges
    alone = (at for at in range(end) if tokens[at].gap <= Gap.BLANK and tokens[at + 1].gap <= Gap.BLANK)
    return any(edges[at] and edges[at][0].sort in _ROWS for at in alone)


def _first_data(lattice: Lattice, heads: int) -> int | None:
    """The first token of data behind the heads; a temperature with its unit may be the caption's or a head's."""
    edges = lattice.edges
    found = [at for at in range(heads, min(heads + _STARTS, len(edges))) if edges[at] and edges[at][0].sort in DATA]
    return next((at for at in found if not is_told_temperature(lattice, at)), found[0] if found else None)


def _seeds(lattice: Lattice, first: int, last: int, probe: int) -> Iterable[list[Sort]]:
    return _line_seeds(lattice, last) if lattice.cut is Cut.WORDS else _token_seeds(lattice, first, last, probe)


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


def _token_seeds(lattice: Lattice, first: int, last: int, probe: int) -> Iterable[list[Sort]]:
    """Sorts of the first row's cells if it began at a token and each token, or those that go together, were a cell."""
    seen: set[tuple[Sort, ...]] = set()
    for sorts_of in (_plain_sorts, _whole_sorts):
        sizes = _likely_sizes(list(sorts_of(lattice, last, probe)))
        for begin in range(first, last):
            variant = tuple(sorts_of(lattice, begin, min(begin + 2 * MOST_COLUMNS, len(lattice.tokens))))
            for sorts in (variant[:size] for size in sizes if size <= len(variant)):
                if sorts not in seen and any(sort in DATA for sort in sorts):
                    seen.add(sorts)
                    yield list(sorts)


def _plain_sorts(lattice: Lattice, first: int, behind: int) -> Iterable[Sort]:
    """Sorts of the cells where each takes one token."""
    return (here[0].sort for here in lattice.edges[first:behind] if here)


def _likely_sizes(sorts: Sequence[Sort]) -> Sequence[int]:
    """How many columns there may be: in a long table the sorts of a row come again so many tokens behind."""
    sizes = range(FEWEST_COLUMNS, MOST_COLUMNS + 1)
    if len(sorts) < _LONG:
        return sizes
    tokens = np.array(sorts)
    again = [float(np.mean(tokens[size:] == tokens[:-size])) for size in sizes]
    return [size for size, share in zip(sizes, again, strict=True) if share > max(again) - _LESS_OFTEN]


def _seed_counts(sorts: Sequence[Sort]) -> Floats:
    counts = np.zeros((len(sorts), SORTS))
    counts[np.arange(len(sorts)), list(sorts)] = 3.0
    return counts


def _read(
    lattice: Lattice,
    models: Models,
    counts: Sequence[Floats],
    gaps: Sequence[Floats],
    scores: Scores,
    most: int = _KEPT,
) -> list[Fitted]:
    """The best reading of each model that is not far behind the best of all."""
    costs = [_cost(len(one), int(end) / len(one)) for one, end in zip(counts, scores.ends, strict=True)]
    less = [float(total) - cost for total, cost in zip(scores.totals, costs, strict=True)]
    least = min(_PROMISING * max(less), max(less) - _FAR)
    ranked = sorted(range(len(counts)), key=lambda at: -less[at])[:most]
    return [_traced(lattice, models, counts, gaps, scores, which) for which in ranked if less[which] >= least]


def _traced(
    lattice: Lattice, models: Models, counts: Sequence[Floats], gaps: Sequence[Floats], scores: Scores, which: int
) -> Fitted:
    steps = trace(lattice, models, scores, which)
    score = float(scores.totals[which]) - _cost(len(counts[which]), sum(step.new_row for step in steps))
    return Fitted(counts[which], gaps[which], models.skips[models.columns(which)], score, steps)


def _cost(columns: int, rows: float) -> float:
    return columns * (_COLUMN + math.log1p(rows))


def _best_seeds(lattice: Lattice, counts: Sequence[Floats], starts: int, probe: int) -> list[Fitted]:
    gaps = [lattice.usual_gaps] * len(counts)
    mixed = lattice.cut is Cut.MIXED
    models = models_of(counts, gaps, [np.full(len(one), _LEFT_OUT_MIXED) for one in counts] if mixed else None)
    scores = search(lattice, models, starts, probe)
    ranked = sorted(range(len(counts)), key=lambda at: _cost(len(counts[at]), _SEED_ROWS) - scores.totals[at])
    kept: list[int] = []
    sizes: Counter[int] = Counter()
    for at in ranked:
        if sizes[len(counts[at])] < _KEPT_A_SIZE * (1 + mixed) and len(kept) < _KEPT * (1 + _KEPT_MIXED * mixed):
            kept.append(at)
            sizes[len(counts[at])] += 1
    return [_traced(lattice, models, counts, gaps, scores, at) for at in kept]


def _refit(lattice: Lattice, found: Sequence[Fitted], starts: int, stop: int, *, rotated: bool = False) -> list[Fitted]:
    """The readings with models of what they put into each column; ``rotated``: with the likeliest turned, too."""
    counted = [_counted(lattice, one) for one in found]
    if rotated:
        sizes = {one.columns: at for at, one in reversed(list(enumerate(found)))}
        counted += [turned for at in sorted(sizes.values())[:_MOST_TURNED] for turned in _rotations(*counted[at])]
    counts, gaps, skips = zip(*counted, strict=True)
    most = _KEPT * (1 + rotated) * (_KEPT_MIXED if lattice.cut is Cut.MIXED else 1)
    models = models_of(counts, gaps, skips)
    return _read(lattice, models, counts, gaps, search(lattice, models, starts, stop), most)


def _rotations(columns: Floats, gaps: Floats, left_out: Floats) -> Iterable[tuple[Floats, Floats, Floats]]:
    """The same columns read from another first column."""
    for shift in range(1, len(columns)):
        yield np.roll(columns, -shift, axis=0), gaps, np.roll(left_out, -shift)


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
    left_out = np.clip(
        -np.log((np.maximum(rows - filled, 0.0) + 0.5) / (rows + 4.0)), _LEAST_LEFT_OUT[lattice.cut], 3.2
    )
    return columns, lattice.refit_gaps(np.array(places), one.gaps), left_out


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
