"""Where a document may hold a fact that was not read: sentences and table rows with a value of which no row came."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from corpus.document import Block, Document, Table
from corpus.tables.cell_types import cell_type, is_numeric
from extractors.mentions import QuantityKind
from extractors.properties import specifications
from extractors.quantities import find_unit
from extractors.quantities.finder import find_quantities
from extractors.tables.grid import grid_of
from pipeline.corrections.anchoring import Spans
from pipeline.corrections.passages import Sentence, sentences

SPECIFIC = frozenset({QuantityKind.CONDUCTIVITY, QuantityKind.ENERGY})
"""Kinds of quantities that are values of a property wherever they stand; others need words that announce them."""

SOUGHT = frozenset(kind for kind, spec in specifications().items() if spec.quantity in SPECIFIC)
"""The properties that are sought where nothing was read; of others no recall can be told."""

Span = tuple[int, int]


def silent(document: Document, taken: Iterable[Span]) -> list[Sentence]:
    """Sentences, captions and table rows with a value-like number of which no record came, in reading order.

    ``taken`` are the raw spans of the records of properties. A number is value-like that has a property's unit: behind
    it, or in a table in the head over it or the first cell beside it, or in the caption where none of these has any.
    """
    read = Spans(taken)
    found = []
    for block in document.evidence_blocks():
        values = _values_of_table(block.table) if block.table is not None else _values_of_text(block)
        missed = sorted(value for value in values if not read.touching(*value))
        starts = [start for start, _ in missed]
        for sentence in sentences(block) if missed else ():
            first = bisect_left(starts, sentence.start)
            if first < len(missed) and missed[first][1] <= sentence.end:
                found.append(sentence)
    return found


def _values_of_text(block: Block) -> Iterator[Span]:
    for quantity in find_quantities(block.text.text):
        if quantity.kind in SPECIFIC:
            yield block.text.raw_span(quantity.start, quantity.end)


def _values_of_table(table: Table) -> Iterator[Span]:
    """Raw spans of the cells that may hold a property's value."""
    grid = grid_of(table)
    heads = [_is_sought(head) for head in grid.heads]
    beside = [_is_sought(row.text(0)) for row in grid.rows]
    anywhere = not any(heads) and not any(beside) and _is_sought(table.caption.text)
    for row, named in zip(grid.rows, beside, strict=True):
        for column, cell in enumerate(row.cells):
            told = anywhere or (named and column > 0) or heads[column]
            if cell is not None and cell.text.segments and _is_value(cell.text.text, told):
                yield cell.text.raw_span(0, len(cell.text.text))


def _is_value(text: str, told: bool) -> bool:
    """Whether a cell holds a value with its unit, or a number where its table has ``told`` the unit."""
    return (told and is_numeric(cell_type(text))) or any(q.kind in SPECIFIC for q in find_quantities(text))


def _is_sought(words: str) -> bool:
    found = find_unit(words)
    return found is not None and found.unit.kind in SPECIFIC
