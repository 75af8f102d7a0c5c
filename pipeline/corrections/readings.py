"""The records of a published run as the rules read them, document by document, with what makes one worth a look."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from extractors.properties import Scale, specification, specifications
from extractors.records import PropertyRecord, SynthesisRecord
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.decision import as_record
from pipeline.corrections.stage import TABLE, rows_of, uncorrected

Fields = dict[str, Any]
WHOLE = 1.0
"""Influence of the only value behind a consensus; that of others is by how far the median moves without them."""


@dataclass(slots=True)
class Reading:
    """A document and its records in the order in which they were read; ``ids`` are theirs in the tables."""

    document: Fields
    ids: list[str] = field(default_factory=list)
    records: list[Fields] = field(default_factory=list)


@dataclass(slots=True)
class Readings:
    """All documents of a run by id. ``conflicts`` and ``influence`` are by record id."""

    documents: dict[str, Reading]
    conflicts: frozenset[str]
    influence: dict[str, float]


def load(base: KnowledgeBase) -> Readings:
    """Everything of a run that a person may judge. Raises duckdb.Error for tables of an earlier version."""
    documents = {row["document_id"]: Reading(row) for row in base.rows("SELECT * FROM documents ORDER BY document_id")}
    told: dict[str, list[Fields]] = defaultdict(list)
    for row in base.rows(f"SELECT * FROM {TABLE}"):
        told[row["document_id"]].append(row)
    rows: dict[str, list[Fields]] = defaultdict(list)
    for kind in (*specifications(), "synthesis"):
        for row in rows_of(base, kind):
            rows[row["document_id"]].append(row)
    for name, reading in documents.items():
        found = sorted(uncorrected(rows[name], told[name]), key=lambda row: row["record_id"])
        reading.ids = [row["record_id"] for row in found]
        reading.records = [_record(row) for row in found]
    conflicts = base.rows("SELECT unnest([record_id, other_record_id]) AS record_id FROM conflicts")
    return Readings(documents, frozenset(row["record_id"] for row in conflicts), dict(_influence(base)))


def _record(row: Fields) -> Fields:
    """The fields of the record without those that only tables have; what tables leave empty is as records have it."""
    model = SynthesisRecord if row["kind"] == "synthesis" else PropertyRecord
    known = {name: row[name] for name in model.model_fields if row.get(name) is not None}
    return as_record(known).model_dump(mode="json")


def _influence(base: KnowledgeBase) -> Iterator[tuple[str, float]]:
    """For each record behind a consensus, how far its median would move without the record's measurement."""
    measured = {row["measurement_id"]: row for row in base.rows("SELECT * FROM measurements")}
    for row in base.rows("SELECT kind, measurement_ids FROM consensus"):
        members = [measured[name] for name in row["measurement_ids"]]
        centres = [_on_scale(member) for member in members]
        for number, member in enumerate(members):
            others = centres[:number] + centres[number + 1 :]
            moved = min(abs(median(centres) - median(others)), WHOLE) if others else WHOLE
            yield from ((name, moved / len(member["record_ids"])) for name in member["record_ids"])


def _on_scale(row: Fields) -> float:
    """A value in units of what counts as far apart for its property."""
    spec = specification(row["kind"])
    centre = spec.centre(row["value_low"], row["value_high"])
    return (math.log10(centre) if spec.scale is Scale.LOGARITHMIC and centre > 0 else centre) / spec.apart
