"""Codes of samples that a table lists beside their compositions: ``S1 | Li6.4La3Zr1.4Ta0.6O12``.

One column holds a different code in every row, another the formula of each: what the table tells of a code holds in
the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from corpus.document import Cell, Document, Table
from extractors.composition import lexicon
from extractors.composition.codes import is_code, is_weak
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.composition.names import plain
from extractors.composition.roles import role_of

FEWEST: Final = 2  # rows that make a list
_NUMBERED: Final = re.compile(r"[A-Z][A-Za-z]{0,9}-?\d+(?:\.\d+)?")
"""A code that ends in a number: ``LATP-3``, ``NCS0``."""

_NAMES: Final = re.compile(
    r"\b(?:samples?|specimens?|codes?|names?|ids?|label(?:led|s)?|notations?|abbreviat\w*|acronyms?|denot\w*|designat\w*|short)\b",
    re.IGNORECASE,
)
"""Words in the head of a column of codes."""


def listed_samples(document: Document) -> Iterator[tuple[str, str, int]]:
    """Code, plain formula and raw offset of every sample that a table of the document lists with its composition."""
    for block in document.evidence_blocks():
        if block.table is not None:
            yield from _listed(block.table)


def _listed(table: Table) -> Iterator[tuple[str, str, int]]:
    grid = [row for number, row in enumerate(table.rows()) if number not in table.subheadings]
    columns = list(zip(*grid, strict=True))
    heads, below = slice(table.header_rows), slice(table.header_rows, None)
    called = next((c for c in columns if _told(c[heads]) and _are_codes(c[below])), None)
    composed = next((c for c in columns if c is not called and _are_compositions(c[below])), None)
    if called is None or composed is None:
        return
    for code, formula in zip(called[below], composed[below], strict=True):
        if code is not None and formula is not None and (told := _composition(formula)) is not None:
            yield plain(code.text.text), told, code.text.raw_span(0, 1)[0]


def _told(heads: Sequence[Cell | None]) -> bool:
    return any(_NAMES.search(cell.text.text) for cell in heads if cell is not None)


def _are_codes(cells: Sequence[Cell | None]) -> bool:
    words = [plain(cell.text.text) for cell in cells if cell is not None]
    return len(words) >= FEWEST and len(set(words)) == len(words) == len(cells) and all(map(_is_code, words))


def _is_code(word: str) -> bool:
    return lexicon.entry(word) is None and (is_code(word) or is_weak(word) or _NUMBERED.fullmatch(word) is not None)


def _are_compositions(cells: Sequence[Cell | None]) -> bool:
    told = [cell is not None and _composition(cell) is not None for cell in cells]
    return len(told) >= FEWEST and all(told)


def _composition(cell: Cell) -> str | None:
    """The plain formula or mixture of an electrolyte that a cell holds, its amounts all known."""
    text = plain(cell.text.text)
    with suppress(FormulaError):
        if read_any(text).definite and role_of(text) == "electrolyte":
            return text
    return None
