"""Codes of samples that a table lists, perhaps beside their compositions: ``S1 | Li6.4La3Zr1.4Ta0.6O12``.

One column holds a different code in every row, another the formula of each, or what was found of its conduction: what
the table tells of a code holds in the whole document.
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


_CONDUCTION: Final = re.compile(
    r"conductiv|\bS[\s/·]?cm|\u03c3|\bE_?\{?[aA]\}?(?![a-z])|activation energ", re.IGNORECASE
)
"""Words in a table that tells how its samples conduct."""


def listed_codes(document: Document) -> Iterator[dict[str, int]]:
    """The codes of the samples of each table that tells of conduction, with their raw offsets; none like ``A1``."""
    for block in document.evidence_blocks():
        table = block.table
        if table is None or not _CONDUCTION.search(_described(table)):
            continue
        called = _column_of_codes(_columns(table), table.header_rows)
        words = [(plain(cell.text.text), cell) for cell in called or () if cell is not None]
        if not any(is_weak(word) for word, _ in words):
            yield {word: cell.text.raw_span(0, 1)[0] for word, cell in words if is_code(word)}


def _listed(table: Table) -> Iterator[tuple[str, str, int]]:
    columns, below = _columns(table), slice(table.header_rows, None)
    called = _column_of_codes(columns, table.header_rows)
    composed = next((c for c in columns if _are_compositions(c[below])), None)
    if called is None or composed is None:
        return
    for code, formula in zip(called, composed[below], strict=True):
        if code is not None and formula is not None and (told := _composition(formula)) is not None:
            yield plain(code.text.text), told, code.text.raw_span(0, 1)[0]


def _columns(table: Table) -> list[tuple[Cell | None, ...]]:
    """The columns of a table with their heads, without the rows that only title others."""
    return list(zip(*(row for number, row in enumerate(table.rows()) if number not in table.subheadings), strict=True))


def _column_of_codes(columns: Sequence[Sequence[Cell | None]], heads: int) -> Sequence[Cell | None] | None:
    """The cells of the column that holds the names of samples, its head left out."""
    return next((c[heads:] for c in columns if _told(c[:heads]) and _are_codes(c[heads:])), None)


def _described(table: Table) -> str:
    """The words that tell what a table is on: its caption and heads."""
    heads = [cell.text.text for cell in table.cells if cell.row < table.header_rows]
    return " ".join((table.caption.text, *heads))


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
