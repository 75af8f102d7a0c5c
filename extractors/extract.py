"""All records of one document: every block through the spaCy components, every table through the table reader."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from spacy.language import Language

from corpus.document import Block, Document, Problem
from extractors.agreement import name_by_table, name_by_topic
from extractors.cited_source import tells_own_work
from extractors.composition import NameContext, context_of
from extractors.language import TEXT, build_language
from extractors.linking.topic import dominant, topics_of
from extractors.mentions import Material
from extractors.reading import Reading, reading_of
from extractors.records import AnyRecord
from extractors.tables import extract_table

COMPONENTS = (
    "ionmine_quantities",
    "ionmine_temperature",
    "ionmine_composition",
    "ionmine_linking",
    "ionmine_properties",
    "ionmine_synthesis",
)
"""What a text goes through behind its tokens and sentences; each is registered under its name as a spaCy factory."""


@cache
def language() -> Language:
    """The language with all extractors, built once a process."""
    for package in (
        "quantities",
        "temperature",
        "composition",
        "linking",
        "properties",
        "synthesis",
    ):
        import_module(f"extractors.{package}.factory")  # registers its component, installed or not
    nlp = build_language()
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extract(document: Document) -> list[AnyRecord]:
    """Every record of a document in the order of its blocks, offsets in raw characters.

    Only evidence blocks are read: no bibliography, front matter or author statements. A block that an extractor fails
    on is left out and told in ``document.problems``; nothing is raised for it.
    """
    names = context_of(document)
    topics, own_work = topics_of(document, names), tells_own_work(document)
    records: list[AnyRecord] = []
    readings: list[Reading] = []
    for block in document.evidence_blocks():
        try:
            if block.table is not None:
                records.extend(extract_table(block, document, names))
                continue
            reading = read_block(block, document, names, readings[-1] if readings else None, topics, own_work)
        except (MemoryError, ImportError):  # the machine's fault, not the block's
            raise
        except Exception as error:  # one block must not cost the others their records
            document.problems.append(_failure(block, error))
            continue
        readings.append(reading)
        records.extend(reading.records)
    name_by_table(records)
    if own_work:
        name_by_topic(records, dominant(r.passage for r in readings if r.passage is not None))
    for record in records:
        record.document_id = document.document_id
        _add_sources(record, document)
    return records


def read_block(
    block: Block,
    document: Document,
    names: NameContext,
    before: Reading | None = None,
    topics: dict[str, Material] | None = None,
    own_work: bool = False,
) -> Reading:
    """One block of running text through all components.

    ``before`` is the reading of the block before it, ``topics`` the materials of the document's title,
    ``own_work`` whether its authors tell their own measurements.
    """
    nlp = language()
    nearby = before if before is None or _adjoins(before.block, block) else None
    reading = Reading(document, block, names, nearby, topics or {}, own_work)
    doc = nlp.make_doc(block.text.text)
    doc.user_data[TEXT] = block.text.text
    doc._.reading, doc._.name_context, doc._.raw_start = reading, names, block.raw_span()[0]
    return reading_of(nlp(doc))


def _failure(block: Block, error: Exception) -> Problem:
    start, _ = block.raw_span()
    told = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return Problem("extractor_error", f"a {block.kind} gave no records: {told}", block.page, start)


def _adjoins(first: Block, second: Block) -> bool:
    return first.section == second.section


def _add_sources(record: AnyRecord, document: Document) -> None:
    record.sources = [
        document.bibliography[number].text for number in record.references if number in document.bibliography
    ]
