"""Reconciles the documents of a knowledge base, or a file of records, and tells the outcome as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.stage import TABLE as CORRECTIONS
from pipeline.corrections.stage import rows_of, uncorrected
from pipeline.corrections.statistics import wilson
from pipeline.corrections.trust import VERIFIED
from pipeline.reconcile.compare import Comparison, Count, Row, compare
from pipeline.reconcile.gold import GoldDocument, GoldSet, GoldTuple, span

KINDS = ("conductivity", "activation_energy", "synthesis")
BLOCK_GROUPS = ("all", "text", "table")
BINS = 10
ALL = "ALL"


@dataclass(slots=True)
class Reconciliation:
    """The outcome over all annotated documents, as rows of the tables."""

    levels: list[Row] = field(default_factory=list)  # table reconciliation
    cases: list[Row] = field(default_factory=list)  # table reconciliation_cases
    reliability: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Judged:
    """One document to reconcile: its records (dicts of the record's fields, with ``record_id`` when known)."""

    document_id: str
    rows: list[Row]
    gold: GoldDocument
    anchor: str


def in_group(is_table: bool, group: str) -> bool:
    """Whether a record or tuple belongs to a group of blocks."""
    return group == "all" or is_table == (group == "table")


def reconcile(documents: Iterable[Judged]) -> Reconciliation:
    """Compare every document with its gold; documents are read one after the other.

    Two files of one annotated article are both told of, but only the first counts in the totals: give the annotated
    file before its copies.
    """
    result = Reconciliation()
    totals: dict[tuple[str, str, str], Count] = {}
    judged: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in KINDS}
    anchors: set[str] = set()
    counted: set[str] = set()
    for document in documents:
        counts = document.gold.document_id not in counted
        counted.add(document.gold.document_id)
        if counts:
            anchors.add(document.anchor)
        for kind, group, comparison in _comparisons(document):
            for level, count in comparison.levels.items():
                result.levels.append(_level_row(document.document_id, kind, group, level, document.anchor, count))
                if counts:
                    totals[kind, group, level] = totals.get((kind, group, level), Count()) + count
            if group == "all" and counts:
                result.cases += _case_rows(document.document_id, kind, comparison)
                judged[kind] += [(row.get("confidence", 0.5), right) for row, right in comparison.judged]
    anchor = anchors.pop() if len(anchors) == 1 else "mixed"
    for (kind, group, level), count in totals.items():
        result.levels.append(_level_row(ALL, kind, group, level, anchor, count))
    result.reliability = [row for kind in KINDS for row in reliability(kind, judged[kind])]
    return result


def _comparisons(document: Judged) -> Iterator[tuple[str, str, Comparison]]:
    """A document's records and gold compared, kind by kind and group by group of its blocks."""
    golds = document.gold.annotated()
    placed = document.anchor == "offsets" and any(span(gold) for gold in golds)
    rows = [row for row in document.rows if not placed or document.gold.covers(row["start"])]
    for kind in KINDS:
        ours = [row for row in rows if row["kind"] == kind]
        theirs = [gold for gold in golds if gold["kind"] == kind]
        for group in BLOCK_GROUPS:
            found, wanted = _of_group(ours, "block", group), _of_group(theirs, "context", group)
            yield kind, group, compare(kind, found, wanted, document.anchor)


def _of_group(rows: Sequence[Row], where: str, group: str) -> list[Row]:
    return [row for row in rows if in_group(row.get(where) == "table", group)]


def _level_row(document_id: str, kind: str, group: str, level: str, anchor: str, count: Count) -> Row:
    return {
        "document_id": document_id, "kind": kind, "block_group": group, "level": level, "anchor": anchor,
        "precision": _rounded(count.precision), "recall": _rounded(count.recall), "f1": _rounded(count.f1),
        "matched": count.matched, "predicted": count.predicted, "gold": count.gold,
    }  # fmt: skip


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _case_rows(document_id: str, kind: str, comparison: Comparison) -> Iterator[Row]:
    for gold in comparison.missed:
        yield _case("missed", document_id, kind, None, gold)
    for row, gold in comparison.wrong_material:
        yield _case("wrong_material", document_id, kind, row, gold)
    for row in comparison.spurious:
        yield _case("spurious", document_id, kind, row, None)


def _case(outcome: str, document_id: str, kind: str, row: Row | None, gold: GoldTuple | None) -> Row:
    case: dict[str, Any] = {"outcome": outcome, "document_id": document_id, "kind": kind}
    if gold is not None:
        case |= {"gold_id": gold.get("id"), "gold_material": gold["material"], "block": gold["context"]}
        case["gold_value"] = gold.get("value_surface") or gold.get("method")
        case["start"], case["end"] = span(gold) or (None, None)
    if row is not None:
        case |= {
            name: row.get(name) for name in ("record_id", "material", "start", "end", "block", "confidence", "sentence")
        }
        case["value_surface"] = row.get("value_surface") or row.get("method")
    return case


def reliability(kind: str, judged: list[tuple[float, bool]]) -> Iterator[Row]:
    """Ten bins of confidence: how sure, and how often right. Empty bins are left out."""
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [(sure, right) for sure, right in judged if min(int(sure * BINS), BINS - 1) == number]
        share = wilson(sum(right for _, right in inside), len(inside))
        if share is not None:
            yield {
                "kind": kind, "bin": number + 1, "confidence_low": low, "confidence_high": high, "records": len(inside),
                "confidence_mean": round(sum(sure for sure, _ in inside) / len(inside), 4),
                "share_right": round(share.value, 4), "share_right_low": round(share.low, 4),
                "share_right_high": round(share.high, 4),
            }  # fmt: skip


def annotated_documents(base: KnowledgeBase, gold: GoldSet) -> Iterator[Judged]:
    """The documents of a knowledge base that gold knows, with their records as the rules read them."""
    known = []
    for document in base.rows(
        "SELECT document_id, sha256, article_id FROM documents WHERE same_as IS NULL ORDER BY document_id"
    ):
        found = gold.find(document["sha256"], document["document_id"], document["article_id"])
        if found is not None:
            known.append((document["document_id"], *found))
    for name, annotated, anchor in sorted(known, key=lambda each: each[2] != "offsets"):
        told = list(base.rows(f"SELECT * FROM {CORRECTIONS} WHERE document_id = ?", [name]))
        rows = list(uncorrected((row for kind in KINDS for row in rows_of(base, kind, name)), told))
        yield Judged(name, rows, annotated, anchor)


def reconcile_base(base: KnowledgeBase, gold: GoldSet) -> Reconciliation:
    """Compare the documents of a knowledge base with gold; nothing is written."""
    return reconcile(annotated_documents(base, gold))


def keep(base: KnowledgeBase, result: Reconciliation) -> None:
    """Put the outcome into the knowledge base's tables, beside what people verified."""
    verified = list(base.rows("SELECT * FROM reconciliation WHERE document_id = ?", [VERIFIED]))
    base.replace("reconciliation", [*result.levels, *verified])
    base.replace("reconciliation_cases", result.cases)
    base.replace("reliability", result.reliability)


def reconcile_file(path: Path, gold: GoldSet, *, every: bool) -> Reconciliation:
    """Compare records in JSON lines (as ``ionmine extract`` writes them) with gold, by document id.

    With ``every``, a gold document without a record in the file counts as one of which nothing was found; without, as
    one that was not read. Raises OSError, and ValueError for a line that is no record.
    """
    by_document: dict[str, list[Row]] = {name: [] for name in gold.documents if every}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            record = json.loads(line)
            by_document.setdefault(record["document_id"], []).append(record)
    judged = []
    for name, rows in sorted(by_document.items()):
        document = gold.documents.get(name)
        if document is not None:
            judged.append(Judged(name, rows, document, "offsets"))
    return reconcile(judged)
