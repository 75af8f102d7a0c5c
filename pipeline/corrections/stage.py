"""The stage between extraction and consolidation: the parts of a run with the decisions of the log in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.apply import Met, correct, told_of
from pipeline.corrections.decision import Decision
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
                self._keep(item, corrected.met)
            yield item, part

    def _keep(self, item: Input, met: list[Met]) -> None:
        self._rows += [_row(item, each) for each in met]
        for each, message in told_of(met):
            self._problems.append(_problem(each.decision, message) | {"document_id": item.document_id})
            self._problems[-1]["file"] = shown(item.path)

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


def _problem(decision: Decision, message: str) -> dict[str, Any]:
    anchor = decision.place
    place = {"page": anchor.page, "start": anchor.start, "end": anchor.end, "sentence": anchor.words}
    return {"code": CODE, "message": message, **place}


def _log_problem(log: Path | None, message: str) -> dict[str, Any]:
    return {"file": shown(log) if log else "", "code": CODE, "message": message}


def uncorrected(rows: Iterable[Row], corrections: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Rows of a property's or the syntheses' table as the rules read them, without any person's word.

    ``corrections`` are the rows of that table for the same documents. Rejected rows come back, added ones go.
    """
    read: dict[str, dict[str, Any] | None] = {}
    for told in corrections:
        if told["record_id"] is not None and told["outcome"] in ("applied", "kept") and told["action"] in JUDGED:
            read[told["record_id"]] = json.loads(told["extracted"]) if told["extracted"] else None
    for row in rows:
        if row["record_id"] not in read:
            sure = row.get("extracted_confidence")
            yield dict(row) if sure is None else {**row, "confidence": sure}
    for name, record in read.items():
        if record is not None:
            yield record | {"record_id": name}


JUDGED = ("accept", "reject", "change", "add")
