"""The spaCy component that puts a Doc's mentions together to the passage that linking reads."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import BlockKind
from extractors.linking.passage import Passage
from extractors.reading import reading_of

NAME = "ionmine_linking"


@Language.component(NAME)
def passage(doc: Doc) -> Doc:
    """Set the passage of the Doc's reading: its sentences, quantities, materials, temperatures and citations."""
    reading = reading_of(doc)
    reading.passage = Passage(
        text=doc.text,
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents) or ((0, len(doc.text)),),
        quantities=doc._.quantities,
        materials=tuple(doc._.materials or ()),
        temperatures=doc._.temperatures,
        citations=reading.block.citations,
        is_caption=reading.block.kind is BlockKind.CAPTION,
        own_work=reading.own_work,
        topics=reading.topics,
        before=reading.before.passage if reading.before is not None else None,
    )
    return doc
