"""The routes of one block, through all components as production reads it."""

from __future__ import annotations

from corpus.document import Block, Document
from extractors.composition import context_of
from extractors.extract import read_block
from extractors.records import SynthesisRecord


def routes_of(block: Block, document: Document) -> list[SynthesisRecord]:
    """The synthesis records of a block of a document."""
    records = read_block(block, document, context_of(document)).records
    return [record for record in records if isinstance(record, SynthesisRecord)]
