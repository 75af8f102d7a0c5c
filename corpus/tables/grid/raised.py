"""Exponents that were set on lines of their own, put behind their bases: the words of a cell as they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tables.grid.search import joined
from corpus.tables.grid.sorts import printed
from corpus.tables.grid.tokens import Word

EXPONENT = re.compile(r"[-−–‐⁻]\s?\d{1,2}")
_BASE = re.compile(r"(?:10|cm|mol|[SΩ])$")
_RAISED = 4.0  # widths of a character between a base and an exponent that was set on a line of its own


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
