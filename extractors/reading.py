"""One block on its way through the extractors: what is known of it, and the records found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from corpus.document import Block, BlockKind, Document
from corpus.mapped_text import MappedText
from extractors.composition import NameContext
from extractors.linking.passage import Passage
from extractors.linking.samples import Samples
from extractors.records import AnyRecord, BlockName


@dataclass(slots=True)
class Reading:
    """The block being read, its document and what is known of it, and the reading before it.

    ``names`` are those the document defines, ``samples`` its registry; ``own_work`` says it is no review,
    ``computes`` that it is on simulations.
    """

    document: Document
    block: Block
    names: NameContext
    before: Reading | None = None
    samples: Samples = field(default_factory=Samples)
    own_work: bool = False
    computes: bool = False
    passage: Passage | None = None
    records: list[AnyRecord] = field(default_factory=list)

    @property
    def block_name(self) -> BlockName:
        """``caption`` or ``text``, as records name the block."""
        return "caption" if self.block.kind is BlockKind.CAPTION else "text"

    def mapped_text(self, passage: Passage) -> MappedText | None:
        """The mapped text a passage of this reading or of one before it was made of."""
        reading: Reading | None = self
        while reading is not None:
            if reading.passage is passage:
                return reading.block.text
            reading = reading.before
        return None


def reading_of(doc: Doc) -> Reading:
    """The reading a spaCy Doc belongs to; raises ValueError for a Doc not made by :mod:`extractors.extract`."""
    reading = doc._.reading
    if not isinstance(reading, Reading):
        raise ValueError("this Doc has no reading: build it with extractors.extract.read_block")
    return reading


if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)
