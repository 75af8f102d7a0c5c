"""Exponents that were set on lines of their own, put behind their bases: the words of a cell as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from corpus.tables.grid.search import joined
from corpus.tables.grid.sorts import printed
from corpus.tables.grid.tokens import Word

EXPONENT = re.compile(r"[-−–‐⁻]\s?\d{1,2}")
_BASE = re.compile(r"(?:(?<!\d)10|cm|mol|[SΩ])$")
_RAISED = 4.0  # widths of a character between a base and an exponent that was set on a line of its own
_AT_BASE = 4  # characters from the end of a base to its exponent where blanks keep the layout


def back_to_bases(words: Sequence[Word]) -> list[Word]:
    """The words of a region, those of lines of nothing but exponents put right behind their bases.

    All such lines stand above their bases or all below them; nothing is moved where neither holds. ``words``: by line
    and from left to right, their places counted in characters.
    """
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    raised = [at for at, line in enumerate(lines) if all(EXPONENT.fullmatch(word.text) for word in line)]
    moved = _moved(lines, raised, 1) or _moved(lines, raised, -1)
    if not moved:
        return list(words)
    kept = (word for at, line in enumerate(lines) if at not in set(raised) for word in line)
    return [part for word in kept for part in (word, *_behind(word, moved.get(word)))]


def _moved(lines: Sequence[Sequence[Word]], raised: Sequence[int], step: int) -> dict[Word, Word]:
    """The exponents of these lines by their bases on the lines ``step`` further; none where one has no base."""
    found: dict[Word, Word] = {}
    for at in raised:
        bases = list(_bases(lines, at, step))
        if len(bases) != len(lines[at]):
            return {}
        found.update(zip(bases, lines[at], strict=True))
    return found


def _bases(lines: Sequence[Sequence[Word]], at: int, step: int) -> Iterator[Word]:
    """The base of each exponent of a line: on the next printed line, it ends where the exponent begins."""
    if not 0 <= at + step < len(lines) or abs(lines[at + step][0].line - lines[at][0].line) != 1:
        return
    bases = [word for word in lines[at + step] if _BASE.search(word.text)]
    for exponent in lines[at]:
        near = min(bases, key=lambda word: abs(exponent.x0 - word.x1), default=exponent)
        if near is not exponent and abs(exponent.x0 - near.x1) <= _AT_BASE:
            yield near


def _behind(base: Word, exponent: Word | None) -> Iterator[Word]:
    if exponent is not None:
        yield replace(exponent, line=base.line, x0=base.x1, x1=max(base.x1 + len(exponent.text), exponent.x1))


def in_order(cell: Sequence[Word], width: float) -> list[Word]:
    """The words of a cell line by line, a raised exponent behind its base on the line above or below."""
    bases: dict[int, Word] = {}
    for at, word in enumerate(cell):
        if not EXPONENT.fullmatch(word.text):
            continue
        for other in cell:
            near = abs(other.line - word.line) == 1 and abs(word.x0 - other.x1) < _RAISED * width
            if near and _BASE.search(other.text):
                bases[at] = other
                break
    if not bases:
        return list(cell)
    keyed = [
        (bases[at].line, bases[at].x1, 1, word) if at in bases else (word.line, word.x0, 0, word)
        for at, word in enumerate(cell)
    ]
    return [entry[3] for entry in sorted(keyed, key=lambda entry: entry[:3])]


def text_of(cell: Sequence[Word], width: float) -> str:
    """A cell's words as printed, exponents with their bases."""
    text = ""
    line = None
    for word in in_order(cell, width):
        raised = text and EXPONENT.fullmatch(word.text) and _BASE.search(text)
        if raised:
            text += word.text
        else:
            text = joined(text, printed(word.text)) if line != word.line else f"{text} {word.text}"
        line = word.line
    return printed(text)
