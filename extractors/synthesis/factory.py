"""Registration of the synthesis extractor as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import BlockKind
from extractors.reading import reading_of
from extractors.synthesis.extractor import synthesis_records


@Language.component("ionmine_synthesis")
def synthesis(doc: Doc) -> Doc:
    """Add the synthesis records of a Doc to its reading; a title announces a route, it tells none."""
    reading = reading_of(doc)
    if reading.passage is not None and reading.block.kind is not BlockKind.TITLE:
        reading.records.extend(synthesis_records(reading.passage, reading.block, reading.document, reading.names))
    return doc
