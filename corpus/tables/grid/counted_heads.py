"""Heads of printed lines cut by their own look, where they are as many as the columns: of one line, or of two levels.

Of two lines the lower one heads the columns that heads of the upper one span, two or more each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.tables import patterns
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.search import continues, joined
from corpus.tables.grid.sorts import Sort, sort_of
from corpus.tables.grid.tokens import DIRECTION

Piece = tuple[int, ...]
"""The parts of one head."""

_MEASURED = (Below.CONDUCTIVITY, Below.ENERGY)
_APART = 1.0  # what a second level below measured values tells
_AMISS = 3.0  # cost of a temperature below energies
_SYMBOL = 1  # letters of a unit that may head a column itself: V, K, S
_FEWEST_BELOW = 2  # columns that a head spans
_LEADS_ON = re.compile(r"(?:[/=,(×·&:–-]|(?<![A-Za-z])(?:log|lg|ln|at|of|in|and|for|to|per))$")
_QUALIFIES = re.compile(r"(?:^|\s)(?:Total|Bulk|Ionic|Electronic|Resulting|Measured|Calculated|Specific)$")  # a symbol
_BEGINS = re.compile(rf"(?:log|lg|ln)\b|{DIRECTION}")
_GOES_ON = re.compile(r"[(\[/×=,;:)&]|[a-z]{3}")
_UNIT = re.compile(r"(?:[mµμ]?S|Ω)?\s?[·/]?\s?c?m\s?-[123]|mol\s?-1|[VKh]\)?|[mµμ]?S")
_OF_UNIT = re.compile(r"[(/,]|\d$|[mµμ]?S$|\bkJ$")  # before the rest of a unit


def cut_heads(texts: Sequence[str], first: int, last: int) -> list[Piece]:
    """The heads of a printed line, as far as the look of its parts tells where one begins."""
    found: list[Piece] = []
    text = ""
    for at in range(first, last):
        if found and _is_rest(text, texts[at]):
            found[-1] = (*found[-1], at)
            text = joined(text, texts[at])
        else:
            found.append((at,))
            text = texts[at]
    return found


def _is_rest(before: str, text: str) -> bool:
    """Whether a part of a line goes on with the head before it."""
    if _LEADS_ON.search(before) or (text[0] in "σE" and _QUALIFIES.search(before)):
        return True
    if _BEGINS.match(text):
        return before.count("(") > before.count(")")
    if _GOES_ON.match(text) or continues(before, text):
        return True
    unit = patterns.UNIT_ONLY.match(text) or _UNIT.fullmatch(text)
    return unit is not None and (len(text) > _SYMBOL or _OF_UNIT.search(before) is not None)


def counted(
    texts: Sequence[str], runs: Sequence[int], fits: Sequence[Mapping[Below, float]]
) -> tuple[list[Piece], float] | None:
    """The head of each column and how well they fit; None where the lines do not hold as many as there are columns.

    ``runs``: where printed lines begin; ``fits``: how well each column stands below a head.
    """
    lines = [cut_heads(texts, begin, end) for begin, end in pairwise([*runs, len(texts)])]
    if len(lines) == 1 and len(lines[0]) == len(fits):
        return lines[0], sum(fit[below(_text(texts, piece))] for fit, piece in zip(fits, lines[0], strict=True))
    return _two_levels(texts, lines[0], lines[1], fits) if len(lines) == _FEWEST_BELOW else None


def _text(texts: Sequence[str], piece: Piece) -> str:
    text = ""
    for at in piece:
        text = joined(text, texts[at])
    return text


def _two_levels(
    texts: Sequence[str], upper: Sequence[Piece], lower: Sequence[Piece], fits: Sequence[Mapping[Below, float]]
) -> tuple[list[Piece], float] | None:
    """The best way in which heads of the upper line span those of the lower one, so that each column has its head."""
    reached: dict[tuple[int, int], tuple[float, list[Piece]]] = {(0, 0): (0.0, [])}  # by columns and lower heads
    for over in upper:
        before, reached = reached, {}
        for (column, at), (score, heads) in before.items():
            for count in (0, *range(_FEWEST_BELOW, len(lower) - at + 1)):
                own = [over + piece for piece in lower[at : at + count]] or [over]
                if column + len(own) > len(fits):
                    break
                gained = score + sum(
                    _fit(texts, over, head, fit) for head, fit in zip(own, fits[column:], strict=False)
                )
                state = (column + len(own), at + count)
                if state not in reached or gained > reached[state][0]:
                    reached[state] = (gained, [*heads, *own])
    score, heads = reached.get((len(fits), len(lower)), (0.0, []))
    return (heads, score) if heads else None


def _fit(texts: Sequence[str], over: Piece, head: Piece, fit: Mapping[Below, float]) -> float:
    """How well a column stands below its head: what the lowest level says, else both together.

    Measured values are told apart by a second level, conductivities by temperatures and energies by ways.
    """
    lower = _text(texts, head[len(over) :])
    own, both, above = below(lower or _text(texts, head)), below(_text(texts, head)), below(_text(texts, over))
    gained = fit[own if own is not Below.UNKNOWN else both]
    if not lower or above not in _MEASURED:
        return gained
    at_temperature = sort_of(lower) is Sort.TEMPERATURE
    return (
        gained
        + (_APART if at_temperature is (above is Below.CONDUCTIVITY) else 0.0)
        - _AMISS * (at_temperature and above is Below.ENERGY)
    )
