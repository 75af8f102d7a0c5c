"""Formulas with a lost or added blank, a misread l, indices in brackets, or the number of a citation.

``Li 3 Y Cl 6``, ``20Li 2S·80P 2S 5``, ``Li(3)YCl(6)``, ``argyroditeLi6PS5Br``, ``Li6PS5C1``, ``Li3InCl612``.

Charge balance is the evidence: the pieces together are a balanced compound, what stands before the blank is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from extractors.composition.balance import is_balanced
from extractors.composition.formula import FormulaError, parse

MOST_FRAGMENTS: Final = 12
REMEMBERED: Final = 512  # texts: definitions are read in them first, then all names

_SYMBOL: Final = r"[A-Z][a-z]?"
_NUMBER: Final = r"\d{1,3}(?:\.\d+)?+"
_INDEX: Final = r"(?!1\))\d{1,2}(?:\.\d+)?(?:[+−–-](?:\d(?:\.\d+)?)?[xyz])?|[xyz]"
_ATOMS: Final = rf"(?:[(\[]{{0,2}}+{_SYMBOL}(?:{_NUMBER}|[)\]]){{0,3}}+)"
_FRAGMENT: Final = rf"\((?:{_SYMBOL},?\s?){{2,5}}+\)|{_ATOMS}{{1,12}}+|{_NUMBER}{_ATOMS}{{0,12}}+"
_RUN: Final = re.compile(
    rf"(?<![A-Za-z.])(?<![A-Za-z)\]]\d)(?<![A-Za-z)\]]\d\d)(?=[(\[]?[A-Z])(?:{_FRAGMENT})(?:\s(?:{_FRAGMENT})(?![a-z]))++"
)
_JOINT: Final = re.compile(rf"[·–-](?:{_NUMBER})?$")
_BINARY: Final = re.compile(rf"(?:{_SYMBOL}){{1,2}}\s\d")
_INDEXED: Final = re.compile(
    rf"(?<![A-Za-z])(?:[(\[]{{0,2}}+{_SYMBOL}(?:\d{{1,2}}|\((?:{_INDEX})\)|[)\]]){{0,4}}+){{2,12}}+(?![a-z])"
)
_IN_BRACKETS: Final = re.compile(rf"(?<=[A-Za-z)\]])\(({_INDEX})\)")
_LEADING: Final = re.compile(r"[(\[]?(?:Li|Na|K|Ag|Mg|Zn|Ca|Al|Cu|Rb|Cs)(?![a-z])")
_PARTS: Final = re.compile(_FRAGMENT)
_SHORT_NAME: Final = re.compile(r"\([A-Z]{2,}[a-z]?\)")
"""A bracket with no amount in it or behind it, which closes no compound: what the formula is called here."""
_GLUED: Final = re.compile(rf"(?<=[a-z]{{4}})(?=(?:Li|Na|Ag)\d){_ATOMS}{{3,12}}+(?![a-z])")
_MISREAD: Final = re.compile(
    r"(?<![\w.\-–])(?:Li|Na|K|Ag|Cs)(?=[A-Za-z0-9.()]{1,40}C[1I])[A-Za-z0-9.()]{2,60}+(?<![.(])"
)
_CITED: Final = re.compile(rf"(?<![\w.\-–])(?=[(\[]?[A-Z]){_ATOMS}{{3,12}}+(?<=\d)(?![\w(\[–-]|\.\d)")
_DIGITS: Final = re.compile(r"\.?(?P<number>\d+)")
_SELDOM_WRITTEN: Final = re.compile(r"[A-Za-z)][01]$|\.0+$")
"""An amount of one or nought at the end."""

SHARE: Final = 6  # characters of a part's share and the sign before it
MOST_DIGITS: Final = 3  # of a citation's number
_CHOICE: Final = re.compile(rf"\(({_SYMBOL})(?:,\s?{_SYMBOL})+\)")


class MendedFormula(NamedTuple):
    """A formula as it is meant, and the stretch of text it stands in; ``misread``: a sign of it was another."""

    start: int
    end: int
    formula: str
    misread: bool = False


@lru_cache(maxsize=REMEMBERED)
def mended_formulas(text: str) -> tuple[MendedFormula, ...]:
    """Formulas with a blank inside and formulas glued to the word before, in text order.

    >>> [m.formula for m in mended_formulas("Li 3 Y Cl 6 and Na6PS5 I, an argyroditeLi6PS5Br")]
    ['Li3YCl6', 'Na6PS5I', 'Li6PS5Br']
    """
    return tuple(sorted([*_spaced(text), *_glued(text), *_misread(text), *_cited(text), *_indexed(text)]))


def _spaced(text: str) -> Iterator[MendedFormula]:
    for run in _RUN.finditer(text):
        parts = list(_PARTS.finditer(text, *_without_bracket(text, *run.span())))
        joined = _BINARY.match(run.group()) and _JOINT.search(text, max(0, run.start() - SHARE), run.start())
        leading = (i for i, part in enumerate(parts) if _LEADING.match(part.group()))
        first = 0 if joined else next(leading, len(parts))  # the second part of a mixture holds no mobile ion
        parts = parts[first : first + MOST_FRAGMENTS]
        for count in range(len(parts), 1, -1):
            if _SHORT_NAME.fullmatch(parts[count - 1].group()):
                continue
            squeezed = "".join(re.sub(r"\s", "", part.group()) for part in parts[:count])
            if _is_compound(squeezed):
                if not _is_compound(parts[0].group()):
                    yield MendedFormula(parts[0].start(), parts[count - 1].end(), squeezed)
                break


def _glued(text: str) -> Iterator[MendedFormula]:
    for match in _GLUED.finditer(text):
        if _reads(match.group()):
            yield MendedFormula(*match.span(), match.group())


def _indexed(text: str) -> Iterator[MendedFormula]:
    """Formulas whose indices stand in brackets, as indexing services write them: ``Li(7)La(3)Zr(2)O(12)``."""
    for match in _INDEXED.finditer(text):
        begin, end = _without_bracket(text, *match.span())
        meant = _IN_BRACKETS.sub(r"\1", text[begin:end])
        if len(meant) == end - begin or len(set(re.findall(_SYMBOL, meant))) < 2:
            continue
        is_series = bool(re.search(r"[xyz]", meant)) and _LEADING.match(meant) is not None
        if is_balanced(meant) or (is_series and _reads(meant)):
            yield MendedFormula(begin, end, meant)


def _without_bracket(text: str, begin: int, end: int) -> tuple[int, int]:
    """A span without the bracket at its beginning that holds all of it: "(Li 3 YCl 6)"."""
    depth = 0
    for position in range(begin, end):
        depth += (text[position] in "([") - (text[position] in ")]")
        if depth == 0:
            return (begin + 1, end - 1) if position == end - 1 > begin else (begin, end)
    return begin + 1, end


def _misread(text: str) -> Iterator[MendedFormula]:
    """Chlorides whose l became a figure or a capital, which balance as chlorides only."""
    for match in _MISREAD.finditer(text):
        meant = re.sub(r"C[1I]", "Cl", match.group())
        if _is_compound(meant) and is_balanced(match.group()) is not True:
            yield MendedFormula(*match.span(), meant, misread=True)


def cited_numbers_in(text: str) -> Iterator[tuple[int, int, int]]:
    """Citations set right behind formulas: where their numbers begin and end, and the numbers."""
    for formula in _cited(text):
        digits = _DIGITS.match(text, formula.end)
        if digits is not None:
            yield *digits.span(), int(digits["number"])


def _cited(text: str) -> Iterator[MendedFormula]:
    """Formulas that balance only without the last digits: a citation is set behind them."""
    for match in _CITED.finditer(text):
        written = match.group()
        shorter = {re.sub(rf"\.?[1-9]\d{{{more}}}$", "", written) for more in range(MOST_DIGITS)} - {written}
        shorter = {formula for formula in shorter if not _SELDOM_WRITTEN.search(formula)}
        meant = [formula for formula in shorter if len(set(re.findall(_SYMBOL, formula))) > 2 and _is_compound(formula)]
        if len(meant) == 1 and _LEADING.match(written) and is_balanced(written) is False:
            yield MendedFormula(match.start(), match.start() + len(meant[0]), meant[0])


def _reads(text: str) -> bool:
    try:
        parse(text)
    except FormulaError:
        return False
    return True


def _is_compound(text: str) -> bool:
    """Whether a text is a balanced formula of three elements or more, or of two with a number."""
    kinds = set(re.findall(_SYMBOL, text))
    enough = len(kinds) >= 3 or (len(kinds) == 2 and any(character.isdigit() for character in text))
    return enough and is_balanced(_CHOICE.sub(r"\1", text)) is True
