"""The short summary a run ends with, and the reconciliation table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from extractors.properties import specifications
from flows.console import table
from pipeline.corrections.trust import VERIFIED
from pipeline.publish import KNOWLEDGE_BASE, REPORT
from pipeline.summary import Summary

if TYPE_CHECKING:
    from rich.console import Console

KINDS = {spec.kind: spec.label for spec in specifications().values()} | {"synthesis": "synthesis"}
REASONS = {
    "unit_slip": "suspected unit slips",
    "exponent": "suspected wrong exponents",
    "same_source": "one source, two values",
    "values_apart": "values far apart",
}
CHANGES = ("new", "gone", "changed")
CHANGED = ("documents", "values")
STATUSES = {"success": "read", "partial": "read in part", "failure": "failed", "no_article": "not about electrolytes"}


def reconciliation_table(rows: Sequence[dict[str, Any]]) -> Table:
    """Precision, recall and F1 by kind and level."""
    told = []
    for row in rows:
        counts = f"{row['matched']}/{row['predicted']}/{'–' if row['gold'] is None else row['gold']}"
        level = "verified" if row["document_id"] == VERIFIED else row["level"]
        told.append((KINDS[row["kind"]], level, *map(_share, (row["precision"], row["recall"], row["f1"])), counts))
    heads = ("kind", "level", "precision", "recall", "F1", "matched/found/gold")
    return table("Agreement with gold", heads, told, left=("kind", "level"))


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"


def documents_table(kind: str, rows: Sequence[dict[str, Any]]) -> Table:
    """One kind, a row for each document and block: precision and recall of the pairs, F1 of every level."""
    levels = list(dict.fromkeys(row["level"] for row in rows if row["kind"] == kind))
    told = []
    found = {(row["document_id"], row["block_group"], row["level"]): row for row in rows if row["kind"] == kind}
    for document, block in dict.fromkeys((name, group) for name, group, _ in found):
        pair = found[document, block, "pair"]
        figures = [pair["precision"], pair["recall"], *(found[document, block, level]["f1"] for level in levels)]
        if pair["gold"] or pair["predicted"]:
            told.append((document, block, *map(_share, figures), pair["gold"]))
    title = f"{KINDS[kind]}: P and R of the pairs, F1 of the levels"
    made = table(title, ("document", "block", "P", "R", *levels, "gold"), told, left=("document", "block"))
    made.columns[0].max_width = 22
    return made


def _told_badly(summary: Summary) -> str:
    """The documents that are read badly with what would help."""
    helped: dict[str, list[str]] = {}
    for row in summary.read_badly:
        name = f"{row['document_id']} ({row['reading_quality']:.2f})"
        helped.setdefault(row["remedy"] or "another copy", []).append(name)
    return "; ".join(f"{', '.join(names)}: {remedy} would help" for remedy, names in helped.items())


def _counted(changes: dict[str, int], what: str) -> str:
    told = [f"{changes[name]} {name}" for name in CHANGES if changes.get(name)]
    return f"{what}: {', '.join(told)}" if told else ""


def print_summary(summary: Summary, console: Console) -> None:
    """The run in a few lines."""
    documents = ", ".join(f"{count} {STATUSES.get(status, status)}" for status, count in summary.documents.items())
    reused = f" ({summary.reused} from the store)" if summary.reused else ""
    records = ", ".join(f"{count} {KINDS.get(kind, kind)}" for kind, count in summary.records.items())
    conflicts = ", ".join(f"{count} {REASONS.get(reason, reason)}" for reason, count in summary.conflicts.items())
    changes = "; ".join(filter(None, map(_counted, (summary.changed_documents, summary.changes), CHANGED)))
    lines = [
        ("documents", f"{documents or 'none found'}{reused}"),
        ("records", records),
        ("joined to", f"{summary.measurements} measurements of {summary.materials} materials"),
        ("conflicts", conflicts or "none"),
        ("changes", changes or ("none, it is the first run" if summary.first else "none")),
        *([("read badly", _told_badly(summary))] if summary.read_badly else []),
        ("tables", f"{summary.outputs}/tables, {summary.outputs}/{KNOWLEDGE_BASE}"),
        ("report", f"{summary.outputs}/{REPORT}"),
    ]
    if summary.reconciliation:
        console.print(reconciliation_table(summary.reconciliation))
    for name, text in lines:
        console.print(Text.assemble((f"{name:<10}", "bold"), " ", text))
    console.print(Text(f"{summary.seconds:.1f} s", style="dim"))
