"""Heads of several lines given to the columns below them: what a head says must fit what its column holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from corpus.tables import patterns
from corpus.tables.grid.counted_heads import counted
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.profiles import Floats
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import DATA, NAMES_ALONE, Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token
from corpus.tables.grid.two_levels import MEASURED, count_lower, pieces_of_columns

MOST_LINES = 9  # or parts of lines, of one head
_FITS = 3.0
_MISFITS = -4.0
NO_HEAD = -4.0
_GOES_ON = 0.8  # a further line that looks like the rest of a head
_BREAKS = -0.9  # a further line that looks like the next head
_BEHIND_UNIT = -4.0  # a further line behind the bracket that holds the unit
_TWO_HEADS = -3.5  # a further line that by itself heads a column of another kind
_NAME_IN_HEAD = -3.0  # a formula above the first row belongs to it or is a title
_BEGINS = 0.5  # a head whose first line is known by itself
_CUT = -2.0  # a head that begins with the rest of another
_UNIT_FITS = 3.0
_KNOWN = 1.0  # a head of a line that holds those of several columns
_UNIT_MISFITS = -1.0
_UNKNOWN_HEAD = -1.5  # a head whose words tell nothing, among others
_UNCLOSED = -5.0  # a head with a bracket that another closes
_COUNTED = 2.5  # each head of printed lines that hold as many as there are columns
_WITH_TWO_LINES = 3  # texts of a head with two lines, the empty one among them
_NEVER = -1e9
_ROWS = (DATA | NAMES_ALONE | {Sort.EMPTY, Sort.AGAIN}) - {Sort.TEMPERATURE}  # what ends heads
_SENTENCE_END = re.compile(r"[a-z)]{3}\.$(?<!\b[Rr]ef\.)(?<!\b[Rr]efs\.)(?<!temp\.)(?<!cond\.)")

_HAS_UNIT = re.compile(r"\bcm\b|eV\b|mol\b|°\s?C|%\)?$")
_SHARE = re.compile(r"\d ?(?:wt|vol|mol)\.? ?%")
_NUMBERS = (Sort.DECIMAL, Sort.POWER, Sort.NOTED, Sort.RANGE, Sort.INTEGER, Sort.PERCENT)
_FITTING: dict[Below, tuple[Sort, ...]] = {
    Below.CONDUCTIVITY: _NUMBERS[:-1],  # no share
    Below.ENERGY: (Sort.DECIMAL, Sort.NOTED, Sort.RANGE, Sort.INTEGER),
    Below.TEMPERATURE: (Sort.TEMPERATURE, Sort.INTEGER, Sort.NOTED),
    Below.CONDITION: (Sort.INTEGER, Sort.TEMPERATURE, Sort.DECIMAL, Sort.RANGE, Sort.TEXT, Sort.AGAIN, Sort.NOTED),
    Below.NUMBER: _NUMBERS,
    Below.YEAR: (Sort.YEAR,),
    Below.REFERENCE: (Sort.REFERENCE, Sort.INTEGER, Sort.TEXT, Sort.AGAIN),
    Below.NAME: (Sort.FORMULA, Sort.TEXT, Sort.DESCRIBED, Sort.CODE, Sort.AGAIN),
    Below.TEXT: (Sort.TEXT, Sort.AGAIN, Sort.FORMULA, Sort.DESCRIBED, Sort.CODE, Sort.REFERENCE, Sort.TEMPERATURE),
}


Fits = Mapping[Below, float]
"""How well a column's cells stand below a head of each kind."""


@dataclass(frozen=True, slots=True)
class Heads:
    """For each column the indexes of its head's lines, and how well all of them fit."""

    columns: list[list[int]]
    score: float


def column_fits(counts: Floats) -> list[Fits]:
    """How well columns with these counts of sorts (column, sort) stand below heads; empty cells do not count."""
    filled = counts.copy()
    filled[:, [Sort.DASH, Sort.EMPTY]] = 0.0
    shares = filled / np.maximum(filled.sum(axis=1, keepdims=True), 1e-9)
    fits = np.stack([fits_of(kind, shares) for kind in Below], axis=1).tolist()
    return [dict(zip(Below, column, strict=True)) for column in fits]


def fits_of(kind: Below, shares: Floats) -> Floats:
    """How well columns with these shares of the sorts (sorts last) stand below a head of this kind."""
    fitting = list(_FITTING.get(kind, ()))
    fits: Floats = shares[..., fitting].sum(axis=-1) * (_FITS - _MISFITS) + _MISFITS
    return fits if fitting else np.zeros_like(fits)


def stands_below(kind: Below, sort: Sort) -> bool:
    """Whether a cell of a sort usually stands below a head of a kind; where the kind tells nothing it does not."""
    return sort in _FITTING.get(kind, ()) and sort is not Sort.AGAIN


def usual_counts(kinds: Sequence[Below]) -> Floats:
    """The sorts that mostly stand in columns with heads of these kinds, as counts."""
    counts = np.zeros((len(kinds), len(Sort)))
    for column, kind in enumerate(kinds):
        if (fitting := _FITTING.get(kind)) is not None:
            counts[column, list(fitting)] = 1.0
            counts[column, fitting[0]] = 5.0
    counts[:, Sort.AGAIN] = 0.0
    return counts


def cut_line(tokens: Sequence[Token]) -> list[tuple[list[Token], Below]]:
    """The heads of several columns that one printed line holds; none unless it consists of known heads."""
    texts = tuple(token.text for token in tokens)
    best = _best_cuts(texts, NO_HEAD)
    heads = _heads_upto(texts, best, len(texts))
    known = len(heads) > 1 and all(kind is not Below.UNKNOWN and best[end][0] > 0.0 for _, end, kind in heads)
    return [(list(tokens[begin:end]), kind) for begin, end, kind in heads] if known else []


class HeadRun(NamedTuple):
    """Tokens ``[begin, end)`` that head columns one after the other, and what stands below each (or UNKNOWN)."""

    begin: int
    end: int
    kinds: tuple[Below, ...]
    ends: tuple[int, ...]  # behind the last token of each head
    score: float


def find_head_run(tokens: Sequence[Token], sorts: Sequence[Sort]) -> HeadRun | None:
    """The heads among the tokens above a table's rows; none unless several are known and one heads measured values.

    ``sorts``: of the tokens. Heads begin with a printed line or behind a sentence, and end before names and data.
    """
    ends = [_SENTENCE_END.search(token.text) is not None for token in tokens]
    begins = (at for at, token in enumerate(tokens) if token.gap <= Gap.BLANK or ends[at - 1])
    found = (_run_from(tokens, sorts, begin) for begin in begins)
    best = max((run for run in found if run is not None), key=lambda run: run.score, default=None)
    if best is None:
        return None
    return best._replace(end=best.end + count_lower([token.text for token in tokens[best.end :]]))


def _run_from(tokens: Sequence[Token], sorts: Sequence[Sort], begin: int) -> HeadRun | None:
    """The heads from a token on, as many as are likelier than none."""
    end = begin
    while end < len(tokens) and sorts[end] not in _ROWS and not _SENTENCE_END.search(tokens[end].text):
        end += 1
    texts = tuple(token.text for token in tokens[begin:end])
    best = _best_cuts(texts, _UNKNOWN_HEAD)
    length = max(range(len(best)), key=lambda at: best[at][0])
    heads = _heads_upto(texts, best, length)
    kinds = tuple(kind for _, _, kind in heads)
    if len(set(kinds) - {Below.UNKNOWN}) < 2 or MEASURED.isdisjoint(kinds):
        return None
    ends = tuple(begin + end for _, end, _ in heads)
    return HeadRun(begin, begin + length, kinds, ends, best[length][0])


def _best_cuts(texts: tuple[str, ...], unknown: float) -> list[tuple[float, int]]:
    """For each end the best score of cutting the texts before it into heads, and where the last one begins.

    ``unknown``: what a head tells whose words say nothing of its column.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(texts) + 1):
        reached = [(_NEVER, 0)]
        for begin in range(max(end - MOST_LINES, 0), end):
            kind, look = _pieces_from(texts, begin)[end - begin - 1]
            reached.append((best[begin][0] + look + (_KNOWN if kind is not Below.UNKNOWN else unknown), begin))
        best.append(max(reached))
    return best


def _heads_upto(texts: tuple[str, ...], best: Sequence[tuple[float, int]], end: int) -> list[tuple[int, int, Below]]:
    """The heads of the best cut that ends here: from where to where, and what stands below."""
    heads: list[tuple[int, int, Below]] = []
    while end:
        begin = best[end][1]
        heads.append((begin, end, _pieces_from(texts, begin)[end - begin - 1][0]))
        end = begin
    return heads[::-1]


def are_heads(texts: Iterable[str]) -> bool:
    """Whether cells of a row head columns: two or more are known, and one of them heads measured values."""
    kinds = [kind for kind in map(below, texts) if kind is not Below.UNKNOWN]
    return len(kinds) > 1 and not MEASURED.isdisjoint(kinds)


def _is_unit(text: str) -> bool:
    return patterns.UNIT_ONLY.match(text) is not None


def align_heads(lines: Sequence[str], fits: Sequence[Fits], runs: Sequence[int] = ()) -> Heads:
    """What stands above the first row given to columns in order, every piece to one, several to a column.

    Further runs may follow the first: units, each for one of the columns that have one, or the second and third lines
    of heads whose first line holds all columns. ``fits``: of each column; ``runs``: where printed lines begin.
    """
    found: list[Heads | None] = [_one_run(lines, 0, len(lines), fits)]
    units = len(lines)
    while units > 0 and _is_unit(lines[units - 1]):
        units -= 1
    if len(lines) - units >= 2:
        found.append(_next_run(lines, units, len(lines), _one_run(lines, 0, units, fits), fits))
    if 1 < len(runs) <= MOST_LINES:
        heads: Heads | None = _one_run(lines, 0, runs[1], fits)
        for begin, end in pairwise([*runs[1:], len(lines)]):
            heads = _next_run(lines, begin, end, heads, fits) if heads is not None else None
        found.append(heads)
    found += _below_others(lines, fits)
    if runs and (heads_counted := counted(lines, runs, fits)) is not None:
        found.append(Heads([list(piece) for piece in heads_counted[0]], heads_counted[1] + _COUNTED * len(fits)))
    return max((one for one in found if one is not None), key=lambda one: one.score + _UNCLOSED * _open(lines, one))


def _open(lines: Sequence[str], heads: Heads) -> int:
    """How many heads have a bracket that does not close in them."""
    texts = ("".join(lines[at] for at in column) for column in heads.columns)
    return sum(text.count("(") != text.count(")") for text in texts)


def _below_others(lines: Sequence[str], fits: Sequence[Fits]) -> Iterator[Heads]:
    """Heads of two levels: those at the end stand below heads that they repeat, each above a column of its own."""
    for pieces in pieces_of_columns(lines):
        heads = _one_run([" ".join(lines[at] for at in piece) for piece in pieces], 0, len(pieces), fits)
        if not any(len(column) > 1 and any(len(pieces[at]) > 1 for at in column) for column in heads.columns):
            yield Heads([[at for piece in column for at in pieces[piece]] for column in heads.columns], heads.score)


def _one_run(lines: Sequence[str], first: int, last: int, columns: Sequence[Fits]) -> Heads:
    """The best cut of the lines into one head a column; columns without a head cost."""
    pieces = [_pieces_from(tuple(lines[first:last]), begin) for begin in range(last - first)]
    layers: list[dict[int, tuple[float, int]]] = [{first: (0.0, first)}]
    for fits in columns:
        reached: dict[int, tuple[float, int]] = {}
        for begin, (score, _) in layers[-1].items():
            if begin not in reached or score + NO_HEAD > reached[begin][0]:
                reached[begin] = (score + NO_HEAD, begin)
            if begin == last:
                continue
            for width, (kind, look) in enumerate(pieces[begin - first], 1):
                gained = score + fits[kind] + look
                end = begin + width
                if end not in reached or gained > reached[end][0]:
                    reached[end] = (gained, begin)
        layers.append(reached)
    if last not in layers[-1]:
        return Heads([[] for _ in columns], _MISFITS * len(columns))
    heads = []
    end = last
    for layer in layers[:0:-1]:
        begin = layer[end][1]
        heads.append(list(range(begin, end)))
        end = begin
    return Heads(heads[::-1], layers[-1][last][0])


@lru_cache(maxsize=1024)
def _pieces_from(lines: tuple[str, ...], begin: int) -> tuple[tuple[Below, float], ...]:
    """What the heads of one line, two lines ... from here on say, and how far they look like one head."""
    found = []
    text = ""
    look = _CUT if begin and continues(lines[begin - 1], lines[begin]) else 0.0
    look += _BEGINS * (below(lines[begin]) is not Below.UNKNOWN)
    texts = [""]
    for line in lines[begin : begin + MOST_LINES]:
        look += _look(text, line) if text else 0.0
        look += _TWO_HEADS * _ends_with_head(texts, line)
        look += _NAME_IN_HEAD * _is_name(line) * (2 if text else 1)  # behind the words of a head it is the row's
        text = joined(text, line)
        texts.append(text)
        found.append((below(text), look))
    return tuple(found)


def _ends_with_head(texts: Sequence[str], line: str) -> bool:
    """Whether a line and the one before it together head another column; ``texts``: the head up to each line before."""
    if len(texts) < _WITH_TWO_LINES or not texts[-2]:
        return False
    last = texts[-1][len(texts[-2]) :].strip()
    return last[:1].isupper() and below(last) is Below.UNKNOWN and _are_two(texts[-2], joined(last, line))


def _is_name(line: str) -> bool:
    """Whether a line is a composition, or has the share of a part of one."""
    return sort_of(line) is Sort.FORMULA or _SHARE.search(line) is not None


def _look(before: str, line: str) -> float:
    """How much the look of a line says that it goes on with the head before it."""
    if continues(before, line) or (line[:1] == "σ" and below(before) is Below.CONDUCTIVITY):
        return _GOES_ON
    return (_BEHIND_UNIT if before.endswith(")") else _BREAKS) + _TWO_HEADS * _are_two(before, line)


def _are_two(before: str, line: str) -> bool:
    """Whether a line heads another column by itself and changes nothing of what the lines before it head."""
    earlier, here = below(before), below(line)
    if Below.UNKNOWN in (earlier, here) or here is earlier or continues(before, line):
        return False
    if (earlier, here) == (Below.CONDUCTIVITY, Below.TEMPERATURE):
        return False  # "σ_total measuring temperature", "conductivity at (temperature)"
    return below(joined(before, line)) in (earlier, here, Below.UNKNOWN)


def is_crowded(lines: Sequence[str]) -> bool:
    """Whether one column's head is made of the heads of two."""
    texts = [""]
    for line in lines:
        if (texts[-1] and _are_two(texts[-1], line)) or _ends_with_head(texts, line):
            return True
        texts.append(joined(texts[-1], line))
    return False


def _next_run(lines: Sequence[str], first: int, last: int, heads: Heads, fits: Sequence[Fits]) -> Heads | None:
    """The pieces of a further run, each for one of the columns, in the same order."""
    names = [_name(lines, column) for column in heads.columns]
    layers: list[dict[int, tuple[float, bool]]] = [{first: (heads.score, False)}]
    for name, fit in zip(names, fits, strict=True):
        reached: dict[int, tuple[float, bool]] = {}
        for at, (score, _) in layers[-1].items():
            if at not in reached or score > reached[at][0]:
                reached[at] = (score, False)
            if at < last:
                gained = score + gain(name, lines[at], fit)
                if at + 1 not in reached or gained > reached[at + 1][0]:
                    reached[at + 1] = (gained, True)
        layers.append(reached)
    if last not in layers[-1]:
        return None
    columns = [list(column) for column in heads.columns]
    at = last
    for column in range(len(fits), 0, -1):
        if layers[column][at][1]:
            at -= 1
            columns[column - 1].append(at)
    return Heads(columns, layers[-1][last][0])


def _name(lines: Sequence[str], column: Sequence[int]) -> str:
    text = ""
    for at in column:
        text = joined(text, lines[at])
    return text


def gain(name: str, line: str, fits: Fits) -> float:
    """What a piece of a further run tells for a column with this head so far."""
    if _is_unit(line):
        if _HAS_UNIT.search(name):
            return _BEHIND_UNIT
        return 1.5 * fits[below(f"{name} {line}")] + (_UNIT_FITS if _measures(name, line) else _UNIT_MISFITS)
    return fits[below(joined(name, line))] - fits[below(name)] + _look(name, line)


def _measures(name: str, unit: str) -> bool:
    """Whether a unit is one of what a head names."""
    kind = below(name)
    if kind is Below.CONDUCTIVITY:
        return "S" in unit or "Ω" in unit
    if kind is Below.ENERGY:
        return "eV" in unit or "J" in unit or "cal" in unit
    if kind is Below.TEMPERATURE:
        return "C" in unit or "K" in unit
    return "Pa" in unit and "ressure" in name
