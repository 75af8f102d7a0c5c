"""Offsets into the text that was read become offsets into the raw text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Block, Citation, Table
from corpus.mapped_text import MappedText


def move_blocks(blocks: Sequence[Block], reading: MappedText) -> None:
    """Carry blocks, in place, over from ``reading.text`` to the raw text that ``reading`` maps to."""
    for block in blocks:
        block.text = block.text.through(reading)
        block.citations = _citations(block.citations, reading)
        block.table = _table(block.table, reading) if block.table is not None else None


def _citations(citations: Sequence[Citation], reading: MappedText) -> tuple[Citation, ...]:
    spans = (reading.raw_span(citation.raw_start, citation.raw_end) for citation in citations)
    return tuple(replace(c, raw_start=start, raw_end=end) for c, (start, end) in zip(citations, spans, strict=True))


def _table(table: Table, reading: MappedText) -> Table:
    start, end = reading.raw_span(table.raw_start, table.raw_end)
    return replace(
        table,
        cells=[
            replace(cell, text=cell.text.through(reading), citations=_citations(cell.citations, reading))
            for cell in table.cells
        ],
        caption=table.caption.through(reading),
        caption_citations=_citations(table.caption_citations, reading),
        footnotes=[note.through(reading) for note in table.footnotes],
        raw_start=start,
        raw_end=end,
    )
