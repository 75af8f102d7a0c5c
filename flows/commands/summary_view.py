"""The short summary a run ends with, and the reconciliation table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.table import Table

from pipeline.run import KNOWLEDGE_BASE, REPORT
from pipeline.summary import Summary

if TYPE_CHECKING:
    from rich.console import Console

KINDS = {"conductivity": "conductivity", "activation_energy": "activation energy", "synthesis": "synthesis"}
REASONS = {
    "unit_slip": "suspected unit slips",
    "exponent": "suspected wrong exponents",
    "same_source": "one source, two values",
    "values_apart": "values far apart",
}
STATUSES = {"success": "read", "partial": "read in part", "failure": "failed", "no_article": "not about electrolytes"}


def reconciliation_table(rows: Sequence[dict[str, Any]], title: str = "Agreement with gold") -> Table:
    """Precision, recall and F1 by kind and level."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("document", "kind", "block", "level"):
        if len({row[_COLUMNS[name]] for row in rows}) > 1 or name in ("kind", "level"):
            table.add_column(name, no_wrap=name != "document", overflow="ellipsis", max_width=22)
    for name in ("precision", "recall", "F1", "matched/found/gold"):
        table.add_column(name, justify="right", no_wrap=True)
    shown = [column.header for column in table.columns]
    for row in rows:
        cells = [str(row[_COLUMNS[str(name)]]) for name in shown if name in _COLUMNS]
        cells = [KINDS.get(cell, cell) for cell in cells]
        cells += ["–" if row[name] is None else f"{row[name]:.3f}" for name in ("precision", "recall", "f1")]
        table.add_row(*cells, f"{row['matched']}/{row['predicted']}/{row['gold']}")
    return table


_COLUMNS = {"document": "document_id", "kind": "kind", "block": "block_group", "level": "level"}


def print_summary(summary: Summary, console: Console) -> None:
    """The run in a few lines."""
    documents = ", ".join(f"{count} {STATUSES.get(status, status)}" for status, count in summary.documents.items())
    reused = f" ({summary.reused} from the store)" if summary.reused else ""
    records = ", ".join(f"{count} {KINDS.get(kind, kind)}" for kind, count in summary.records.items())
    conflicts = ", ".join(f"{count} {REASONS.get(reason, reason)}" for reason, count in summary.conflicts.items())
    lines = [
        ("documents", f"{documents or 'none found'}{reused}"),
        ("records", records),
        ("joined to", f"{summary.measurements} measurements of {summary.materials} materials"),
        ("conflicts", conflicts or "none"),
        ("tables", f"{summary.outputs}/tables, {summary.outputs}/{KNOWLEDGE_BASE}"),
        ("report", f"{summary.outputs}/{REPORT}"),
    ]
    if summary.reconciliation:
        console.print(reconciliation_table(summary.reconciliation))
    for name, text in lines:
        console.print(f"[bold]{name:<10}[/] {text}")
    console.print(f"[dim]{summary.seconds:.1f} s[/]")
