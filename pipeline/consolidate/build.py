"""Builds the tables over all documents: their rows and what is known of the materials (both kept), the rest by SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from extractors.properties import specifications
from pipeline.consolidate.derived import filled, statements
from pipeline.consolidate.identity import element_rows, identity
from pipeline.consolidate.kept import SCHEMAS, STATED, Kept
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.known_works import known_works
from pipeline.consolidate.lying import IN_ORDER, MOST_RUNS, WHOLE, by_document, put_in_order, runs_of, stretches
from pipeline.consolidate.same_paper import set_copies_apart
from pipeline.consolidate.shares import documents, keep_rows, measurements
from pipeline.consolidate.sources import traits
from pipeline.consolidate.works import join_works
from pipeline.discover import Input, Inputs
from pipeline.settings import Settings
from pipeline.store import Part

FILLED_LATER = ("corrections", "reconciliation", "runs")
MOST_REWRITTEN = 32  # documents of which rows are changed where they lie; of more, tables are made anew
LOADED_AT_ONCE = 30_000  # rows that are joined with their works and families
AT_ONCE = 30_000  # rows of which lists and modes fit into DuckDB's memory
# Tables whose rows are put in order at the end: where these are, the order, and the columns that are told.
ORDERED = {
    "misreadings": ("scratch.misreadings", "reason, record_id, other_record_id", "*"),
    "conflicts": ("kept.conflicts", "effect DESC, difference DESC, record_id, other_record_id", "*"),
    "sources": ("scratch.sources", "documents DESC, records DESC, source_id", "*"),
    "materials": ("kept.materials", "documents DESC, records DESC, material_id", "* EXCLUDE (records)"),
    "aliases": ("kept.aliases", "material_id, records DESC, material, document_id", "*"),
    "consensus": (
        "kept.consensus",
        "measurements DESC, material_id, kind, property, origin, phase NULLS FIRST, form NULLS FIRST, "
        "temperature_k NULLS FIRST",
        "*",
    ),
    "measurements": (
        "scratch.measurements_stated",
        "material_id, kind, property, origin, value_low, measurement_id",
        "* EXCLUDE (document_ids, trusted, composed) REPLACE (coalesce(sample_id, record_ids[1]) AS sample_id)",
    ),
}
STALE = "material_id IN (SELECT material_id FROM scratch.stale)"
UNORDERED = """
SELECT 1 FROM (SELECT record_id, lag(record_id) OVER (ORDER BY rowid) AS before FROM {table})
WHERE record_id < before LIMIT 1
"""
Parts = Iterable[tuple[Input, Part]]


def consolidate(
    base: KnowledgeBase,
    kept: Kept,
    inputs: Sequence[Input],
    marks: Iterable[str],
    parts: Callable[[Sequence[Input]], Parts],
    rules: str,
    dois: Path | None = None,
    spread: Settings | None = None,
) -> None:
    """Fill a knowledge base with what the documents tell, in their order.

    ``marks``: for each document one of what its rows are made of, empty when they are not to be kept. ``parts`` gives
    the parts of those that are not kept yet. ``dois`` is a file of known works with their DOIs
    (:mod:`pipeline.consolidate.known_works`). With ``spread``, processes share what is much: the rows of documents that
    have a mark, of whose parts in the store nothing is changed by anybody, and the materials.
    """
    for table in FILLED_LATER:
        base.replace(table, [])
    _take_in(kept, inputs, marks, parts, rules, spread)
    set_copies_apart(base)
    _name_works(base, dois)
    lying = {table: stretches(base, f"kept.{table}", WHOLE, LOADED_AT_ONCE) for table in STATED}
    base.run(filled("loaded.sql.j2", stretches=lying))
    telling = "JOIN scratch.telling USING (document_id)"
    order = "telling.place, number"  # a bare `place` would be that of the row
    put_in_order(base, "synthesis_steps", "kept.synthesis_steps", order, "* EXCLUDE (number)", telling)
    kept.materials()
    measurements(base, kept, spread.workers if spread else 0)
    base.run("CHECKPOINT kept")  # what was deleted and added is no longer held in memory
    base.run(filled("measured.sql.j2", _places(base, "kept.told")))
    _state(base, kept)
    base.run(filled("sources.sql.j2", _places(base, "scratch.heads")))
    base.run(filled("derived.sql.j2", 2 * _places(base, "scratch.heads", STALE)))  # it counts nine columns at once
    for table, (source, order, columns) in ORDERED.items():
        put_in_order(base, table, source, order, columns)
    _identify(base, kept)
    base.run("DETACH scratch")


def _places(base: KnowledgeBase, table: str, condition: str = "true") -> int:
    """Among how many the rows of a table are shared out that are put together one share after the other."""
    return 1 + base.count(table, condition) // AT_ONCE


def _take_in(
    kept: Kept,
    inputs: Sequence[Input],
    marks: Iterable[str],
    parts: Callable[[Sequence[Input]], Parts],
    rules: str,
    spread: Settings | None,
) -> None:
    """Keep the rows of the documents of which none are kept."""
    marked = ((item.document_id, mark) for item, mark in zip(inputs, marks, strict=True))
    new = kept.documents(marked)
    plain = Inputs(inputs[place] for place, has_mark in new if has_mark)
    if spread is not None and documents(kept, plain, spread, rules):
        new = [(place, has_mark) for place, has_mark in new if not has_mark]
    keep_rows(kept.waiting, parts(Inputs(inputs[place] for place, _ in new)), rules)


def _state(base: KnowledgeBase, kept: Kept) -> None:
    """The tables by document: those carried over from the published file are changed where few tell otherwise."""
    if base.tables().issuperset(by_document()):
        base.run(filled("rewritten.sql.j2"))
        few = base.count("scratch.rewritten") <= MOST_REWRITTEN
        if few and all(len(runs_of(base, table)) <= MOST_RUNS for table in by_document()):
            base.run(filled("stated.sql.j2"))
            base.run(filled("samples.sql.j2"))
            return
    in_order = kept.in_order()
    base.run(filled("stated.sql.j2", stretches=in_order))
    for table in (*specifications(), "synthesis"):
        if any(base.rows(UNORDERED.format(table=table))):
            put_in_order(base, "ordered", table, "record_id", wide=True)
            base.run(f"DROP TABLE {table}; ALTER TABLE ordered RENAME TO {table}")
    base.run(filled("samples.sql.j2", 2 * _places(base, "scratch.stated"), in_order))
    put_in_order(base, "samples", "scratch.samples", f"{IN_ORDER}, sample_id")


def _name_works(base: KnowledgeBase, dois: Path | None) -> None:
    """The temporary table ``works``: of every entry of a bibliography, and of the file of known works, the work."""
    known = (
        [
            entry | {"source_id": f"{dois.name}[{number}]"} | traits(entry).columns()
            for number, entry in enumerate(known_works(dois), start=1)
        ]
        if dois
        else []
    )
    base.replace("scratch.known_works", known, SCHEMAS["cited"])
    base.run("CREATE OR REPLACE VIEW scratch.cited AS FROM kept.cited UNION ALL FROM scratch.known_works")
    join_works(base)


def _identify(base: KnowledgeBase, kept: Kept) -> None:
    """The composition of every material, and what it is made of when it is a composite."""
    kept.names()
    query = "SELECT material_id, material, formula FROM materials ANTI JOIN kept.identities USING (material_id)"
    for each in base.rows(query):
        kept.waiting.add("identities", [each | identity(each["material"], each["formula"])._asdict()])
        kept.waiting.add("elements", [row | {"number": number} for number, row in enumerate(element_rows(each))])
    kept.waiting.flush()
    base.run(statements("identity.sql"))
    put_in_order(base, "composition_elements", "kept.elements", "material_id, number", "* EXCLUDE (number)")
