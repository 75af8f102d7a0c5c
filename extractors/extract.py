"""All records of one document: every block through the spaCy components, every table through the table reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Block, Document, Problem
from extractors.agreement import name_by_table, name_by_twin, name_routes_by_source
from extractors.cited_source import tells_own_work
from extractors.composition import NameContext, context_of, find_materials
from extractors.composition.short_names import with_short_names
from extractors.language import TEXT, build_language
from extractors.language.factory import SENTENCE_COMPONENT
from extractors.linking.origin import computes
from extractors.linking.samples import Samples
from extractors.mentions import Material
from extractors.reading import Reading
from extractors.records import AnyRecord
from extractors.tables import extract_table, silence

MENTIONS = ("ionmine_quantities", "ionmine_temperature", "ionmine_composition", "ionmine_linking")
"""What finds the mentions of a text; each is registered under its name as a spaCy factory."""

SILENT = "silent_table"
"""Code of the problem that tells of a table with values which gave no record."""

FACTS = ("ionmine_properties", "ionmine_synthesis")
"""What makes records of them, once the samples of the whole document are known."""


@cache
def language() -> Language:
    """The language with all extractors, built once a process."""
    for name in (*MENTIONS, *FACTS):
        import_module(f"extractors.{name.removeprefix('ionmine_')}.factory")  # registers it, installed or not
    nlp = build_language()
    for name in (*MENTIONS, *FACTS):
        nlp.add_pipe(name)
    return nlp


def extract(document: Document) -> list[AnyRecord]:
    """Every record of a document in the order of its blocks, offsets in raw characters.

    Only evidence blocks are read: no bibliography, front matter or author statements. A first pass finds the mentions
    of all blocks and fills the registry of samples, a second one makes the records. A block that an extractor fails
    on is left out and told in ``document.problems``; nothing is raised for it.
    """
    names = context_of(document)
    first = first_pass(document, names)
    found: list[list[AnyRecord]] = []
    for block in document.evidence_blocks():
        try:
            if block.table is not None:
                found.append(extract_table(block, document, names))
                if not found[-1] and block.table.cells and (why := silence(block.table)) is not None:
                    told = f"{block.table.label or 'a table'}: {why}"
                    document.problems.append(Problem(SILENT, told, block.table.page, block.table.raw_start))
            elif (read := first.get(id(block))) is not None:
                found.append(read[1].records)
                _through(FACTS, read[0])
        except (MemoryError, ImportError):  # the machine's fault, not the block's
            raise
        except Exception as error:  # one block must not cost the others their records
            document.problems.append(_failure(block, error))
    records = [record for block_records in found for record in block_records]
    name_by_table(records)
    if any(reading.own_work for _, reading in first.values()):
        name_by_twin(records)
    name_routes_by_source(records)
    for record in records:
        record.document_id = document.document_id
        _add_short_names(record)
        _add_sources(record, document)
    return records


def first_pass(document: Document, names: NameContext) -> dict[int, tuple[Doc, Reading]]:
    """The mentions of every block of running text (by the block's ``id``), tied to one registry of samples."""
    own_work, samples = tells_own_work(document), Samples()
    simulates = own_work and computes(document)
    found: dict[int, tuple[Doc, Reading]] = {}
    before: Reading | None = None
    for block in document.evidence_blocks():
        if block.table is not None:
            continue
        nearby = before if before is not None and before.block.section == block.section else None
        reading = Reading(document, block, names, nearby, samples, own_work, simulates)
        try:
            found[id(block)] = (_through(MENTIONS, _doc_of(reading)), reading)
        except (MemoryError, ImportError):
            raise
        except Exception as error:
            document.problems.append(_failure(block, error))
            continue
        before = reading
    passages = [(r.passage, r.block.section) for _, r in found.values() if r.passage is not None]
    samples.fill(passages, titled(document, names))
    return found


def titled(document: Document, names: NameContext) -> list[Material]:
    """The materials that a document's title names."""
    return [material for title in document.titles() for material in find_materials(title, names)]


def read_block(block: Block, document: Document, names: NameContext) -> Reading:
    """One block of running text by itself through all components."""
    reading = Reading(document, block, names)
    doc = _through(MENTIONS, _doc_of(reading))
    if reading.passage is not None:
        reading.samples.fill([(reading.passage, block.section)], titled(document, names))
    _through(FACTS, doc)
    return reading


def _doc_of(reading: Reading) -> Doc:
    """The tokens and sentences of a block's text, tied to its reading."""
    nlp, text = language(), reading.block.text.text
    doc = nlp.make_doc(text)
    doc.user_data[TEXT] = text
    doc._.reading, doc._.name_context, doc._.raw_start = reading, reading.names, reading.block.raw_span()[0]
    return _through((SENTENCE_COMPONENT,), doc)


def _through(names: Sequence[str], doc: Doc) -> Doc:
    """A Doc through some of the components."""
    for name in names:
        doc = language().get_pipe(name)(doc)
    return doc


def _failure(block: Block, error: Exception) -> Problem:
    start, _ = block.raw_span()
    told = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return Problem("extractor_error", f"a {block.kind} gave no records: {told}", block.page, start)


def _add_short_names(record: AnyRecord) -> None:
    """The short names of what a material's name, or its composition, tells in words."""
    told = record.formula or record.material or ""
    if (short := with_short_names(told)) != told:
        record.formula = short


def _add_sources(record: AnyRecord, document: Document) -> None:
    record.sources = [
        document.bibliography[number].text for number in record.references if number in document.bibliography
    ]
