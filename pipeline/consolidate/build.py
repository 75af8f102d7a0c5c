"""Builds the tables over all documents from their parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

import pyarrow as pa

from extractors.properties import specifications
from pipeline.checks.disagreement import Disagreement, find_disagreements
from pipeline.checks.measure import Measure, of_row
from pipeline.checks.repetition import group_measurements
from pipeline.consolidate.derived import derived_tables
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.rows import rows_of
from pipeline.discover import Input
from pipeline.store import Part
from pipeline.tables import arrow_schema

BATCH = 100  # documents loaded at a time
ROWS = 5000  # rows of derived tables written at a time
# Filled when the parts are read; the article's id is needed for counting independent sources, and no column later.
STATED = pa.schema([*arrow_schema(next(iter(specifications()))), pa.field("article_id", pa.string())])
SYNTHESIS = pa.schema([*arrow_schema("synthesis"), pa.field("article_id", pa.string())])
CITED = pa.schema([
    pa.field("source_id", pa.string()), pa.field("document_id", pa.string()), pa.field("number", pa.int64()),
    pa.field("text", pa.string()), pa.field("authors", pa.string()), pa.field("title", pa.string()),
    pa.field("journal", pa.string()), pa.field("year", pa.int64()), pa.field("doi", pa.string()),
])  # fmt: skip
MEASUREMENTS = pa.schema([
    *arrow_schema("measurements"), pa.field("document_ids", pa.list_(pa.string())),
    pa.field("independent", pa.list_(pa.string())),
])  # fmt: skip
MEMBERS = pa.schema([pa.field("record_id", pa.string()), pa.field("measurement_id", pa.string())])
LOADED: dict[str, pa.Schema] = {
    "documents": arrow_schema("documents"),
    "stated": STATED,
    "synthesis_stated": SYNTHESIS,
    "synthesis_steps": arrow_schema("synthesis_steps"),
    "second_readings": arrow_schema("second_readings"),
    "problems": arrow_schema("problems"),
    "corrections": arrow_schema("corrections"),
    "cited": CITED,
}
STAGING = dict.fromkeys(specifications(), "stated") | {"synthesis": "synthesis_stated"}


def consolidate(
    base: KnowledgeBase,
    parts: Iterable[tuple[Input, Part]],
    rules: str,
    advance: Callable[[], None] = lambda: None,
) -> None:
    """Fill a knowledge base from the parts, in the order they come. ``advance`` is called after each document."""
    _load(base, parts, rules, advance)
    _measure(base)
    base.run(derived_tables())


def _load(base: KnowledgeBase, parts: Iterable[tuple[Input, Part]], rules: str, advance: Callable[[], None]) -> None:
    for table, schema in LOADED.items():
        base.replace(table, [], schema)
    waiting: dict[str, list[dict[str, Any]]] = {}
    for number, (item, part) in enumerate(parts, start=1):
        for table, rows in rows_of(item, part, rules).items():
            waiting.setdefault(STAGING.get(table, table), []).extend(rows)
        advance()
        if number % BATCH == 0:
            _flush(base, waiting)
    _flush(base, waiting)


def _flush(base: KnowledgeBase, waiting: dict[str, list[dict[str, Any]]]) -> None:
    for table, rows in waiting.items():
        base.append(table, rows, LOADED[table])
    waiting.clear()


def _measure(base: KnowledgeBase) -> None:
    """Join statements to measurements and find the contradictions, one material at a time."""
    base.replace("measurements_stated", [], MEASUREMENTS)
    base.replace("members", [], MEMBERS)
    base.replace("conflicts", [])
    measurements: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    conflicts: list[dict[str, Any]] = []

    def flush() -> None:
        base.append("measurements_stated", measurements, MEASUREMENTS)
        base.append("members", members, MEMBERS)
        base.append("conflicts", conflicts)
        for rows in (measurements, members, conflicts):
            rows.clear()

    for rows in _by_material(base):
        by_id = {row["record_id"]: row for row in rows}
        groups = group_measurements([_as_article(row) for row in rows])
        merged = [_merge(group) for group in groups]
        for measure, group in zip(merged, groups, strict=True):
            name = _measurement_id(measure)
            measurements.append(_measurement_row(name, [by_id[member.key] for member in group]))
            members.extend({"record_id": member.key, "measurement_id": name} for member in group)
        conflicts += [_conflict_row(found, by_id) for found in find_disagreements(merged)]
        if len(members) >= ROWS:
            flush()
    flush()


def _by_material(base: KnowledgeBase) -> Iterator[list[dict[str, Any]]]:
    rows = base.rows(
        "SELECT * FROM stated WHERE subject_kind = 'specific' AND material_id IS NOT NULL "
        "ORDER BY material_id, document_id, record_id"
    )
    for _, group in groupby(rows, key=lambda row: row["material_id"]):
        yield list(group)


def _as_article(row: dict[str, Any]) -> Measure:
    """The row's measure; two files of one article count as one document."""
    return of_row(row | {"document_id": row["article_id"]})


def _merge(group: list[Measure]) -> Measure:
    """The first statement of a measurement, with the sources of all."""
    return replace(group[0], sources=frozenset().union(*(measure.sources for measure in group)))


def _measurement_id(measure: Measure) -> str:
    return "m" + hashlib.sha256(measure.key.encode()).hexdigest()[:12]


def _measurement_row(name: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    surest = max(rows, key=lambda row: row["confidence"])
    row = {column.name: surest.get(column.name) for column in arrow_schema("measurements")}
    documents = sorted({row["document_id"] for row in rows})
    sources = sorted({source for row in rows for source in row["source_ids"]})
    row |= {
        "measurement_id": name,
        "temperature_k": next((r["temperature_k"] for r in rows if r["temperature_k"] is not None), None),
        "form": next((r["form"] for r in rows if r["form"]), None),
        "evidence": len(rows),
        "documents": len(documents),
        "document_ids": documents,
        "record_ids": [row["record_id"] for row in rows],
        "source_ids": sources,
        "independent": sources or sorted({row["article_id"] for row in rows}),
    }
    return row


def _conflict_row(found: Disagreement, by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    one, other = by_id[found.first.key], by_id[found.second.key]
    if one["article_id"] != other["article_id"]:
        scope = "documents"
    else:
        scope = "text and table" if (one["block"] == "table") != (other["block"] == "table") else "sentences"
    row = {name: one[name] for name in (
        "kind", "property", "material_id", "material", "form", "temperature_k", "value_low", "value_high",
        "document_id", "record_id",
    )}  # fmt: skip
    return row | {
        "reason": found.reason,
        "scope": scope,
        "other_value_low": other["value_low"],
        "other_value_high": other["value_high"],
        "other_document_id": other["document_id"],
        "other_record_id": other["record_id"],
        "difference": found.difference,
        "shared_sources": sorted(found.first.sources & found.second.sources),
    }
