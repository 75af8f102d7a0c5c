"""All records of one document: every block through the spaCy components, every table through the table reader."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Block, Document
from extractors.agreement import name_by_table
from extractors.composition import NameContext, context_of, find_materials
from extractors.language import build_language
from extractors.linking.passage import Passage
from extractors.quantities import find_quantities
from extractors.reading import Reading, reading_of
from extractors.records import AnyRecord
from extractors.temperature import find_temperatures

COMPONENTS = ("ionmine_conductivity", "ionmine_activation_energy", "ionmine_synthesis")
"""The extractors, in the order they run; each is registered under its name as a spaCy factory."""


@cache
def language() -> Language:
    """The language with all extractors, built once a process."""
    import extractors.activation_energy.factory
    import extractors.conductivity.factory
    import extractors.synthesis.factory  # noqa: F401  (registers its component, as the others do)

    nlp = build_language()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extract(document: Document) -> list[AnyRecord]:
    """Every record of a document in the order of its blocks, offsets in raw characters.

    Only evidence blocks are read: no bibliography, front matter or author statements.
    """
    names = context_of(document)
    records: list[AnyRecord] = []
    before: Reading | None = None
    for block in document.evidence_blocks():
        if block.table is not None:
            from extractors.tables import extract_table

            records.extend(extract_table(block, document, names))
            continue
        before = read_block(block, document, names, before)
        records.extend(before.records)
    name_by_table(records)
    for record in records:
        record.document_id = document.document_id
        _add_sources(record, document)
    return records


def read_block(block: Block, document: Document, names: NameContext, before: Reading | None = None) -> Reading:
    """One block of running text through all components. ``before`` is the reading of the block before it."""
    nlp = language()
    reading = Reading(document, block, names, before if before is None or _adjoins(before.block, block) else None)
    doc = nlp.make_doc(block.text.text)
    doc._.reading = reading
    doc = nlp.get_pipe("ionmine_sentences")(doc)
    reading.passage = passage_of(doc, block, names, reading.before)
    for name in COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    return reading_of(doc)


def _adjoins(first: Block, second: Block) -> bool:
    return first.section == second.section


def passage_of(doc: Doc, block: Block, names: NameContext, before: Reading | None) -> Passage:
    """Everything the language layer finds in a block: sentences, quantities, materials, temperatures, citations."""
    text = block.text.text
    quantities = find_quantities(text)
    return Passage(
        text=text,
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents) or ((0, len(text)),),
        quantities=tuple(quantities),
        materials=tuple(find_materials(text, names, block.raw_span()[0])),
        temperatures=tuple(find_temperatures(text, quantities)),
        citations=block.citations,
        is_caption=block.kind == "caption",
        before=before.passage if before is not None else None,
    )


def _add_sources(record: AnyRecord, document: Document) -> None:
    record.sources = [
        document.bibliography[number].text for number in record.references if number in document.bibliography
    ]
