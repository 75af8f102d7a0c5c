"""Indices that a converter set on a line of their own below the formulas they belong to.

pdfplumber and ``pdftotext -layout`` write "Li La Zr O at 300 K" and "7 3 2 12" below it. Such a line holds nothing but
amounts; the line above has a gap for each: behind a symbol or bracket that a blank parts from the next of its formula,
behind the end of a formula. Where gaps and amounts are of unequal number the charges of the formulas decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import combinations, product
from typing import Final

from corpus.elements import ELEMENTS, SYMBOL
from corpus.mapped_text import Edit
from corpus.patterns import read_patterns

_P = read_patterns(__file__, symbol=SYMBOL)

_GASES: Final = frozenset({"O", "N", "H", "Cl"})  # alone, they are gases of two atoms
_NEVER: Final = frozenset({"0", "1", "0.0", "1.0"})  # amounts that no formula prints
_LONGEST: Final = 400  # characters of a line
_MOST: Final = 400  # ways to fill the gaps that are weighed
_CHARGE: Final = 0.02  # of a balanced formula


class _Kind(Enum):
    """Where a gap is: the formula goes on behind a blank, ends there, or goes on without one."""

    BLANK = auto()
    END = auto()
    WITHIN = auto()


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place for an amount, and the pieces of which formula it belongs to."""

    end: int
    kind: _Kind
    formula: int


def index_edits(page: str) -> list[Edit]:
    """Edits that put the amounts of such lines back into the formulas of the line above.

    >>> text = "cubic Li La Zr O at 300 K\\n7 3 2 12"
    >>> [edit.replacement for edit in index_edits(text)]
    ['7', '3', '2', '12', '']
    """
    edits: list[Edit] = []
    for match in _P.LINE.finditer(page):
        above = page[page.rfind("\n", 0, max(match.start() - 1, 0)) + 1 : max(match.start() - 1, 0)]
        if match.start() and above.strip() and len(above) <= _LONGEST:
            edits += _filled(above, match.start() - 1 - len(above), match)
    return edits


def _filled(line: str, start: int, below: re.Match[str]) -> list[Edit]:
    tokens = _P.TOKEN.findall(below.group())
    labels = [token for token in tokens if _P.IS_LABEL.fullmatch(token)]
    amounts = [token for token in tokens if not _P.IS_LABEL.fullmatch(token)]
    quantities = [match.end() for match in _P.QUANTITY.finditer(line)] if labels else []
    if len(labels) != len(quantities) or any(amount in _NEVER for amount in amounts):
        return []
    pieces = list(_P.PIECE.finditer(line))
    gaps = _choose(line, pieces, amounts)
    if gaps is None:
        return []
    edits = [Edit(start + end, start + end, label) for end, label in zip(quantities, labels, strict=True)]
    for gap, amount in zip(gaps, amounts, strict=True):
        closes_up = gap.kind is _Kind.BLANK or _P.CLOSES_UP.match(line, gap.end) is not None
        edits.append(Edit(start + gap.end, start + gap.end + closes_up, amount))
    return [*sorted(edits), Edit(below.start() - 1, below.end(), "")]


def _gaps(line: str, pieces: Sequence[re.Match[str]]) -> Iterator[_Gap]:
    """The gaps that may take an amount, in their order."""
    formula = 0
    for at, piece in enumerate(pieces):
        between = line[piece.end() : pieces[at + 1].start()] if at + 1 < len(pieces) else "."
        begun = at > 0 and line[pieces[at - 1].end() : piece.start()] in ("", " ")
        places = [piece.start() + symbol.end() for symbol in _P.SYMBOL.finditer(piece.group())]
        for place in places:
            if place < piece.end():
                yield _Gap(place, _Kind.WITHIN, formula)
        is_gas = piece.group() in _GASES and not line[: piece.start()].rstrip()[-1:].isdigit()
        if between == "":
            yield _Gap(piece.end(), _Kind.WITHIN, formula)
        elif between == " " or begun or len(places) > 1 or is_gas:
            yield _Gap(piece.end(), _Kind.BLANK if between == " " else _Kind.END, formula)
        formula += between.strip() != ""


def _choose(line: str, pieces: Sequence[re.Match[str]], amounts: Sequence[str]) -> list[_Gap] | None:
    """The gaps that the amounts belong to, in their order; None where it cannot be told."""
    gaps = list(_gaps(line, pieces))
    if not amounts:
        return []
    if not gaps:
        return None
    blanks = [gap for gap in gaps if gap.kind is _Kind.BLANK]
    for kinds in ({_Kind.END}, {_Kind.END, _Kind.WITHIN}):
        free = [gap for gap in gaps if gap.kind in kinds]
        wanted = len(amounts) - len(blanks)
        if not 0 <= wanted <= len(free):
            continue
        is_sure = bool(blanks) and _Kind.WITHIN not in kinds
        chosen = _best(pieces, gaps, blanks, free, amounts, sure=is_sure)
        if chosen is not None:
            return chosen
    return None


def _best(
    pieces: Sequence[re.Match[str]],
    gaps: Sequence[_Gap],
    blanks: Sequence[_Gap],
    free: Sequence[_Gap],
    amounts: Sequence[str],
    *,
    sure: bool,
) -> list[_Gap] | None:
    """Of all ways to fill the gaps the one that leaves most formulas without a charge; None when two are as good.

    Unless blanks make it ``sure`` that amounts are missing, every formula that takes one must have none.
    """
    best: list[_Gap] | None = None
    most = -1
    for count, chosen in enumerate(combinations(free, len(amounts) - len(blanks))):
        if count == _MOST:
            return None
        taken = sorted([*blanks, *chosen], key=lambda gap: gap.end)
        balanced = _balanced(pieces, gaps, taken, amounts)
        if not sure and not {gap.formula for gap in taken} <= balanced:
            continue
        if len(balanced) > most:
            best, most = taken, len(balanced)
        elif len(balanced) == most:
            best = None
    return best


def _balanced(
    pieces: Sequence[re.Match[str]], gaps: Sequence[_Gap], taken: Sequence[_Gap], amounts: Sequence[str]
) -> set[int]:
    """The formulas that have no charge when the amounts stand in these gaps."""
    told = dict(zip((gap.end for gap in taken), amounts, strict=True))
    formulas: dict[int, str] = {}
    place = -1
    for gap in gaps:
        piece = next(each for each in pieces if each.start() < gap.end <= each.end())
        begin = piece.start() if place <= piece.start() else place
        formulas[gap.formula] = formulas.get(gap.formula, "") + piece.string[begin : gap.end] + told.get(gap.end, "")
        place = gap.end
    return {formula for formula, text in formulas.items() if _has_no_charge(text)}


def _has_no_charge(formula: str) -> bool:
    """Whether usual oxidation states of a formula's elements add up to nothing; False with variables in it."""
    stack: list[dict[str, float]] = [{}]
    for part in _P.PART.finditer(formula):
        if part["symbol"]:
            stack[-1][part["symbol"]] = stack[-1].get(part["symbol"], 0.0) + _number(part["amount"])
        elif part["open"]:
            stack.append({})
        elif len(stack) > 1:
            inside = stack.pop()
            for symbol, amount in inside.items():
                stack[-1][symbol] = stack[-1].get(symbol, 0.0) + amount * _number(part["times"])
    elements = stack[0]
    if len(stack) > 1 or not 1 < len(elements) <= 6 or "".join(m.group() for m in _P.PART.finditer(formula)) != formula:
        return False
    states = [ELEMENTS[symbol].oxidation_states[:3] for symbol in elements]
    atoms = sum(elements.values())
    return any(
        abs(sum(state * amount for state, amount in zip(each, elements.values(), strict=True))) <= _CHARGE * atoms
        for each in product(*states)
    )


def _number(amount: str) -> float:
    try:
        return float(amount) if amount else 1.0
    except ValueError:
        return 1.0
