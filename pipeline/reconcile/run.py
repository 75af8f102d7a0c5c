"""Reconciles a knowledge base, or a file of records, with gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.stage import TABLE as CORRECTIONS
from pipeline.corrections.stage import rows_of, uncorrected
from pipeline.corrections.trust import VERIFIED
from pipeline.reconcile.agreement import Row
from pipeline.reconcile.gold import GoldSet
from pipeline.reconcile.report import KINDS, Judged, Reconciliation, reconcile


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
