"""Offsets into the text that was read become offsets into the raw text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Block, Citation, Definition, Problem, Table
from corpus.mapped_text import MappedText


class RawOffsets:
    """Carries everything that was found in ``reading.text`` over to the raw text that ``reading`` maps to."""

    def __init__(self, reading: MappedText) -> None:
        self.reading = reading

    def text(self, text: MappedText) -> MappedText:
        """The same text, mapped to raw offsets."""
        return text.through(self.reading)

    def at(self, offset: int) -> int:
        """The raw offset of one place."""
        return self.reading.raw_span(offset, offset)[0]

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Moves blocks in place."""
        for block in blocks:
            block.text = self.text(block.text)
            block.citations = self._citations(block.citations)
            block.table = self._table(block.table) if block.table is not None else None

    def definitions(self, definitions: Sequence[Definition]) -> list[Definition]:
        """Moved definitions."""
        return [replace(definition, raw_start=self.at(definition.raw_start)) for definition in definitions]

    def problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Moved problems; one without a place stays as it is."""
        return [p if p.raw_start is None else replace(p, raw_start=self.at(p.raw_start)) for p in problems]

    def _citations(self, citations: Sequence[Citation]) -> tuple[Citation, ...]:
        moved = []
        for citation in citations:
            start, end = self.reading.raw_span(citation.raw_start, citation.raw_end)
            moved.append(replace(citation, raw_start=start, raw_end=end))
        return tuple(moved)

    def _table(self, table: Table) -> Table:
        start, end = self.reading.raw_span(table.raw_start, table.raw_end)
        return replace(
            table,
            cells=[replace(c, text=self.text(c.text), citations=self._citations(c.citations)) for c in table.cells],
            caption=self.text(table.caption),
            caption_citations=self._citations(table.caption_citations),
            footnotes=[self.text(note) for note in table.footnotes],
            raw_start=start,
            raw_end=end,
        )
