"""The stage between extraction and consolidation: the parts of a run with the decisions of the log in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.rows import STEP_RANGES
from pipeline.corrections.apply import Met, correct, told_of
from pipeline.corrections.decision import JUDGEMENTS
from pipeline.corrections.log import History
from pipeline.corrections.recalibration import recalibrated
from pipeline.corrections.trust import trust_rows
from pipeline.discover import Input
from pipeline.names import shown
from pipeline.store import Part
from pipeline.tables import Row

CODE = "correction"
"""Code of a problem with the log of decisions or with one of them."""

TABLE = "corrections"
AS_READ = "as_read"
"""Where a corrected part keeps its records as the rules read them."""


class Correcting:
    """Applies a log to the parts of a run as they pass, and keeps what came of each decision."""

    def __init__(self, history: History, inputs: Iterable[Input], log: Path | None = None) -> None:
        self._log = log
        self._decisions = history.by_document({item.document_id: item.sha256 for item in inputs})
        self._confidence = recalibrated(history)
        self._trust = trust_rows(history)
        self._rows: list[dict[str, Any]] = []
        self._problems = [_log_problem(log, f"line {fault.line}: {fault.message}") for fault in history.faults]

    def through(self, parts: Iterable[tuple[Input, Part]]) -> Iterator[tuple[Input, Part]]:
        """The parts, their records corrected where somebody decided on them."""
        for item, part in parts:
            decisions = self._decisions.get(item.document_id, [])
            if decisions or self._confidence:
                entries = {entry["number"]: entry["text"] for entry in part["bibliography"]}
                corrected = correct(part["records"], decisions, entries, self._confidence)
                part = part | {"records": corrected.records, AS_READ: part["records"]}
                self._rows += [_row(item, each) for each in corrected.met]
                self._problems += [_problem(item, each, message) for each, message in told_of(corrected.met)]
            yield item, part

    def keep(self, base: KnowledgeBase) -> None:
        """Write what came of the decisions into the tables ``corrections``, ``problems`` and ``reconciliation``."""
        base.append(TABLE, self._rows)
        base.append("problems", self._problems)
        base.replace("reconciliation", self._trust)
        away = sorted({d.document.document_id for d in self._decisions.get("", ()) if d.document is not None})
        told = [_log_problem(self._log, f"has decisions on {name}, which this run does not read") for name in away]
        base.append("problems", told)


def _row(item: Input, met: Met) -> dict[str, Any]:
    decision, extracted = met.decision, met.extracted
    anchor = decision.place
    return {
        "decision_id": decision.id, "action": decision.action, "outcome": met.outcome,
        "document_id": item.document_id,
        "record_id": None if met.index is None else record_id(item.document_id, met.index),
        "kind": anchor.kind, "value_surface": anchor.surface, "start": anchor.start, "end": anchor.end,
        "page": anchor.page, "sentence": anchor.words, "curated_by": decision.by, "curated_at": decision.at,
        "note": decision.note, "rules_version": decision.rules,
        "extracted": None if extracted is None else json.dumps(extracted, ensure_ascii=False),
    }  # fmt: skip


def record_id(document_id: str, index: int) -> str:
    """The id in the tables of a document's record by its number from 0."""
    return f"{document_id}#{index + 1:04d}"


def _problem(item: Input, met: Met, message: str) -> dict[str, Any]:
    anchor = met.decision.place
    place = {"page": anchor.page, "start": anchor.start, "end": anchor.end, "sentence": anchor.words}
    return {"document_id": item.document_id, "file": shown(item.path), "code": CODE, "message": message, **place}


def _log_problem(log: Path | None, message: str) -> dict[str, Any]:
    return {"file": shown(log) if log else "", "code": CODE, "message": message}


def rows_of(base: KnowledgeBase, kind: str, document_id: str | None = None) -> Iterator[dict[str, Any]]:
    """Rows of a property's or the syntheses' table, of all documents or of one; routes with their steps as records have
    them."""
    here, given = ("WHERE document_id = ?", [document_id]) if document_id is not None else ("", [])
    steps: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if kind == "synthesis":
        for row in base.rows(f"SELECT * FROM synthesis_steps {here} ORDER BY record_id, step", given):
            step = {name: row[name] for name in ("op", "surface", "atmosphere", "solvent")}
            for name, (low, high) in STEP_RANGES.items():
                step[name] = row[low] if row[low] == row[high] else [row[low], row[high]]
            steps[row["record_id"]].append(step)
    for row in base.rows(f'SELECT * FROM "{kind}" {here} ORDER BY record_id', given):
        yield row | {"steps": steps[row["record_id"]]} if kind == "synthesis" else row


def uncorrected(rows: Iterable[Row], corrections: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Rows of a property's or the syntheses' table as the rules read them, without any person's word.

    ``corrections`` are the rows of that table for the same documents. Rejected rows come back, added ones go.
    """
    read: dict[str, dict[str, Any] | None] = {}
    for told in corrections:
        if told["record_id"] is not None and told["outcome"] in ("applied", "kept") and told["action"] in JUDGEMENTS:
            read[told["record_id"]] = json.loads(told["extracted"]) if told["extracted"] else None
    for row in rows:
        if row["record_id"] not in read:
            sure = row.get("extracted_confidence")
            yield dict(row) if sure is None else {**row, "confidence": sure}
    for name, record in read.items():
        if record is not None:
            yield record | {"record_id": name}
