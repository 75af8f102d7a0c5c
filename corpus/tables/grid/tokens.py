"""Words and lines of a region as tokens with the gap before each."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from corpus.tables import patterns
from corpus.tables.found import Line
from corpus.tables.grid.formulas import spaced_end
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.sorts import Sort, printed, printed_same_length, sort_of

_FEWEST_AGAIN = 3  # times that words are a token of a table to count as words that come again
_SPACING = 0.7  # lines of blanks to a filled one, where they set cells apart
_WORD = re.compile(r"\S+")


class Gap(IntEnum):
    """What stands before a token."""

    LINE = 0  # the end of a line
    BLANK = 1  # one or more empty lines
    SPACE = 2
    WIDE = 3  # several blanks or a tab


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of raw characters on one printed line.

    ``line`` counts printed lines of the region; ``x0`` and ``x1`` are where it begins and ends across the page, in
    points or in columns of characters, NaN when nothing is known of it.
    """

    text: str
    start: int
    end: int
    line: int
    x0: float = math.nan
    x1: float = math.nan


@dataclass(frozen=True, slots=True)
class Token:
    """The least part of a cell: a line, or a word, with the words it is made of. No words: an empty cell."""

    words: tuple[Word, ...]
    text: str  # as printed() gives it
    gap: Gap
    line: int


def words_of(lines: Sequence[Line], first: int, last: int) -> Iterator[Word]:
    """The words of lines ``first`` to ``last``, their place counted in characters of the line."""
    for number in range(first, last):
        line = lines[number]
        for word in _WORD.finditer(line.text):
            at, end = word.span()
            yield Word(word[0], line.start + at, line.start + end, number, at, end)


def line_tokens(lines: Sequence[Line], first: int, last: int) -> list[Token]:
    """Each line as one token; a line of nothing but blanks is an empty cell, an empty line a gap.

    Lines of blanks between most others are as empty as those without any: a saved page sets cells apart by them.
    """
    tokens: list[Token] = []
    gap = Gap.LINE
    blanks = sum(bool(line.text) and line.blank for line in lines[first:last])
    spaced = blanks >= _SPACING * sum(not line.blank for line in lines[first:last])
    for number in range(first, last):
        line = lines[number]
        if not line.text or (spaced and line.blank):
            gap = Gap.BLANK
            continue
        words = tuple(words_of(lines, number, number + 1))
        tokens.append(Token(words, printed(line.text), gap, number))
        gap = Gap.LINE
    return tokens


_SHARE = r"(?:(?:wt|vol|mol)\.?\s?)?%"
_OF_CELLS = r"mA\s?h?(?:\s?/\s?(?:g|cm2)|\s?g-1|\s?cm-2)?(?=\s|$)"  # capacities and currents
_UNIT = (
    rf"(?:{patterns.CONDUCTIVITY_UNIT}|{patterns.ENERGY_UNIT}|{_SHARE}|°\s?C|℃|K\b|MPa\b|V\b(?!\s?\d?\+)|{_OF_CELLS})"
)
_NOTE = r"\(\s?(?:RT|[TBb]|bulk|total|\d{1,3}(?:\.\d+)?\s?(?:°\s?C|K))\s?\)"
_AMOUNT = (
    rf"(?!\d{{1,3}} and )(?:{patterns.SIGN}\s?)?{patterns.NUMBER}"
    rf"(?:(?<!\s)[{patterns.MINUS}~]{patterns.NUMBER})?[a-f*†‡§]?(?:\s?{_UNIT}[,;]?)?(?:\s?{_NOTE})?"
    r"(?=\s|$)"
)
_CITED = (
    rf"\[\s?\d{{1,3}}(?:\s?[,;{patterns.MINUS}]\s?\d{{1,3}}){{0,8}}\s?\](?=\s|$)"
    r"|\d{1,3}(?:, ?\d{1,3}){0,6}(?: ?and \d{1,3})(?=\s|$)"
)
_IONS = r"(?:[A-Z][a-z]?\s?\d?\+(?:\s?/\s?)?){1,4}(?=[\s,]|$)"
_ENDS = r"\[\s?\d+(?:\.\d+)?\s?[,;]\s?\d+(?:\.\d+)?\s?\](?=\s|$)"
_LOGARITHM = r"(?:log|ln)(?:10)?\s?σ(?=\s|$)"
DIRECTION = r"[abc]{1,2}[- ](?:axis|axes|plane|direction)\b"
"""A way through a crystal."""
_WORDS = rf"[A-Z]?[a-z][a-z-]+(?:\s(?!(?:log|ln)\b|{DIRECTION})[a-z][a-z-]+)*(?=\s|$)"
_RATIO = r"\d{1,3} ?: ?\d{1,3}(?=\s|$)"
_ASSIGNED = r"[xyzδ] ?= ?\d{1,2}(?:\.\d{1,3})?(?=\s|$)"
_ATOM = re.compile("|".join((_ASSIGNED, _RATIO, _AMOUNT, _CITED, _IONS, _ENDS, _LOGARITHM, DIRECTION, _WORDS, r"\S+")))
"""The least cell of a line: a number with its power, unit and remark, a cited source, a formula, words that go on."""


def word_tokens(lines: Sequence[Line], first: int, last: int) -> list[Token]:
    """The atoms of each line as tokens, with the gap before each."""
    tokens: list[Token] = []
    gap = Gap.LINE
    for number in range(first, last):
        line = lines[number]
        if line.blank:
            gap = Gap.BLANK
            continue
        before: Word | None = None
        for words in _atoms(line, list(words_of(lines, number, number + 1))):
            if before is not None:
                gap = Gap.WIDE if words[0].start - before.end > 1 else Gap.SPACE
            text = printed_same_length(line.text[words[0].start - line.start : words[-1].end - line.start])
            tokens.append(Token(words, printed(text), gap, number))
            gap, before = Gap.LINE, words[-1]
    return tokens


def _atoms(line: Line, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The words of a line, those together that make one atom."""
    plain = printed_same_length(line.text)
    texts = [plain[word.start - line.start : word.end - line.start] for word in words]
    at = 0
    while at < len(words):
        end = spaced_end(texts, at)
        if end == at:
            atom = _ATOM.match(plain, words[at].start - line.start)
            stop = line.start + atom.end() if atom is not None else words[at].end
            end = at + 1
            while end < len(words) and words[end].start < stop:
                end += 1
        yield tuple(words[at:end])
        at = end


def told_again(tokens: Sequence[Token]) -> frozenset[str]:
    """Words that are a token several times and head no column."""
    counts = Counter(token.text for token in tokens)
    often = (text for text, count in counts.items() if count >= _FEWEST_AGAIN and text[:1].isupper())
    return frozenset(text for text in often if sort_of(text) is Sort.TEXT and below(text) is Below.UNKNOWN)
