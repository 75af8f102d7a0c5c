"""The routes of one block, through all components as production reads it."""

from __future__ import annotations

from typing import Any

from corpus.document import Block, BlockKind, Document, Metadata
from corpus.mapped_text import MappedText
from extractors.composition import context_of
from extractors.extract import read_block
from extractors.records import SynthesisRecord, SynthesisStep

Step = tuple[str, dict[str, Any]]


def routes_of(block: Block, document: Document) -> list[SynthesisRecord]:
    """The synthesis records of a block of a document."""
    records = read_block(block, document, context_of(document)).records
    return [record for record in records if isinstance(record, SynthesisRecord)]


def records(
    text: str, section: str = "", title: str = "", kind: BlockKind = BlockKind.PARAGRAPH
) -> list[SynthesisRecord]:
    """The synthesis records of a document of one block in a section."""
    block = Block(kind, MappedText.from_raw(text), section=section)
    return routes_of(
        block, Document("test", None, "", "text/plain", text, metadata=Metadata(title=title), blocks=[block])
    )


def told(step: SynthesisStep) -> Step:
    """A step's operation and the numbers of its conditions."""
    numbers = step.model_dump(exclude_none=True, exclude={"op", "surface", "atmosphere", "solvent"})
    return step.op, numbers
