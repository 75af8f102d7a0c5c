"""Builds the tables over all documents from their parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from extractors.properties import specifications
from pipeline.consolidate.conflicts import find_conflicts, find_misreadings
from pipeline.consolidate.derived import derived_tables, statements
from pipeline.consolidate.identity import Identity, element_rows, identity
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.known_works import known_works
from pipeline.consolidate.measurements import joined
from pipeline.consolidate.rows import rows_of
from pipeline.consolidate.same_paper import set_copies_apart
from pipeline.consolidate.sources import Works
from pipeline.consolidate.trust import is_trusted
from pipeline.discover import Input
from pipeline.store import Part
from pipeline.tables import arrow_schema

ROWS = 2000  # rows of one table in memory until they are written
# Filled when the parts are read; what counting and comparing need besides, and no column later.
PRIVATE = [pa.field(name, kind) for name, kind in (
    ("article_id", pa.string()), ("reading_quality", pa.float64()), ("relative_density", pa.float64()),
)]  # fmt: skip
STATED = pa.schema([*arrow_schema(next(iter(specifications()))), *PRIVATE])
SYNTHESIS = pa.schema([*arrow_schema("synthesis"), *PRIVATE])
CITED = pa.schema([
    pa.field("source_id", pa.string()), pa.field("document_id", pa.string()), pa.field("number", pa.int64()),
    pa.field("text", pa.string()), pa.field("authors", pa.string()), pa.field("title", pa.string()),
    pa.field("journal", pa.string()), pa.field("year", pa.int64()), pa.field("doi", pa.string()),
])  # fmt: skip
MEASUREMENTS = pa.schema([
    *arrow_schema("measurements"), pa.field("document_ids", pa.list_(pa.string())), pa.field("trusted", pa.bool_()),
    pa.field("composed", pa.bool_()),
])  # fmt: skip
MEMBERS = pa.schema([pa.field("record_id", pa.string()), pa.field("measurement_id", pa.string())])
WORKS = pa.schema([pa.field("key", pa.string()), pa.field("source_id", pa.string())])
IDENTITIES = pa.schema([pa.field(name, pa.string()) for name in ("material_id", *Identity._fields)])
LOADED: dict[str, pa.Schema] = {
    "documents": arrow_schema("documents"),
    "stated": STATED,
    "synthesis_stated": SYNTHESIS,
    "synthesis_steps": arrow_schema("synthesis_steps"),
    "second_readings": arrow_schema("second_readings"),
    "problems": arrow_schema("problems"),
    "corrections": arrow_schema("corrections"),
    "reconciliation": arrow_schema("reconciliation"),
    "runs": arrow_schema("runs"),
    "cited": CITED,
}
STAGING = dict.fromkeys(specifications(), "stated") | {"synthesis": "synthesis_stated"}
MEASURED = {
    "measurements_stated": MEASUREMENTS,
    "members": MEMBERS,
    "conflicts": arrow_schema("conflicts"),
    "misreadings": arrow_schema("misreadings"),
}


def consolidate(
    base: KnowledgeBase,
    parts: Iterable[tuple[Input, Part]],
    rules: str,
    advance: Callable[[], None] = lambda: None,
    dois: Path | None = None,
) -> None:
    """Fill a knowledge base from the parts, in the order they come. ``advance`` is called after each document.

    ``dois`` is a file of known works with their DOIs (:mod:`pipeline.consolidate.known_works`).
    """
    _load(base, parts, rules, advance)
    set_copies_apart(base)
    _join_works(base, dois)
    _measure(base)
    base.run(derived_tables())
    _identify(base)


def _load(base: KnowledgeBase, parts: Iterable[tuple[Input, Part]], rules: str, advance: Callable[[], None]) -> None:
    for table, schema in LOADED.items():
        base.replace(table, [], schema)
    waiting: dict[str, list[dict[str, Any]]] = {}
    for item, part in parts:
        for table, rows in rows_of(item, part, rules).items():
            waiting.setdefault(STAGING.get(table, table), []).extend(rows)
        advance()
        if max(map(len, waiting.values()), default=0) >= ROWS:
            _flush(base, waiting, LOADED)
    _flush(base, waiting, LOADED)


def _flush(base: KnowledgeBase, waiting: dict[str, list[dict[str, Any]]], schemas: dict[str, pa.Schema]) -> None:
    for table, rows in waiting.items():
        base.append(table, rows, schemas[table])
    waiting.clear()


def _join_works(base: KnowledgeBase, dois: Path | None) -> None:
    """Give every cited entry, and every record that cites it, the id of its work."""
    works = Works()
    if dois is not None:
        known = [entry | {"source_id": f"{dois.name}[{n}]"} for n, entry in enumerate(known_works(dois), start=1)]
        base.append("cited", known, CITED)
    for entry in base.rows("SELECT * FROM cited ORDER BY source_id"):
        works.add(entry["source_id"], entry)
    base.replace("works", [{"key": key, "source_id": name} for key, name in works.names()], WORKS)
    base.run(statements("loaded.sql"))


def _measure(base: KnowledgeBase) -> None:
    """Join statements to measurements and find the contradictions, one material at a time."""
    for table, schema in MEASURED.items():
        base.replace(table, [], schema)
    named = base.rows(
        "SELECT DISTINCT ON (material_id) * FROM stated WHERE material_id IS NOT NULL AND subject_kind = 'specific' "
        "ORDER BY material_id, record_id"
    )
    known = {row["material_id"]: row for row in named if not row["flags"]}
    waiting: dict[str, list[dict[str, Any]]] = {}
    for rows in _by_material(base):
        by_id = {row["record_id"]: row for row in rows}
        merged = list(joined(rows))
        waiting.setdefault("measurements_stated", []).extend(row for _, row in merged)
        waiting.setdefault("members", []).extend(
            {"record_id": name, "measurement_id": row["measurement_id"]}
            for _, row in merged
            for name in row["record_ids"]
        )
        trusted = [
            measure for measure, row in merged if row["trusted"] and row["composed"] and is_trusted(by_id[measure.key])
        ]
        waiting.setdefault("conflicts", []).extend(find_conflicts(trusted, by_id))
        waiting.setdefault("misreadings", []).extend(find_misreadings([m for m, _ in merged], by_id, known))
        if len(waiting["members"]) >= ROWS:
            _flush(base, waiting, MEASURED)
    _flush(base, waiting, MEASURED)


def _by_material(base: KnowledgeBase) -> Iterator[list[dict[str, Any]]]:
    for _, group in groupby(base.rows(statements("by_material.sql")), key=lambda row: row["material_id"]):
        yield list(group)


def _identify(base: KnowledgeBase) -> None:
    """The composition of every material, and what it is made of when it is a composite."""
    base.replace("composition_elements", [])
    materials = list(base.rows("SELECT material_id, material, formula FROM materials"))
    base.append("composition_elements", [row for each in materials for row in element_rows(each)])
    told = [
        {"material_id": each["material_id"], **identity(each["material"], each["formula"])._asdict()}
        for each in materials
    ]
    base.replace("identities", told, IDENTITIES)
    base.run(statements("identity.sql"))
