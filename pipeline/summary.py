"""What a run ends with: a few numbers and where things lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.properties import specifications
from pipeline.causes import is_passing
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.quality import WORST, least_quality
from pipeline.queries import queries

GONE_MESSAGE = "no longer there; what it told is gone from the tables"


@dataclass(slots=True)
class Summary:
    """The outcome of a corpus run."""

    documents: dict[str, int] = field(default_factory=dict)  # by status
    records: dict[str, int] = field(default_factory=dict)  # by kind
    materials: int = 0
    measurements: int = 0
    reconciliation: list[dict[str, Any]] = field(default_factory=list)  # over all annotated documents
    conflicts: dict[str, int] = field(default_factory=dict)  # by reason
    problems: list[dict[str, Any]] = field(default_factory=list)  # of what gave nothing or could not be looked into
    notices: list[dict[str, Any]] = field(default_factory=list)  # what an operator should know besides
    changes: dict[str, int] = field(default_factory=dict)  # values against what was published before, by change
    changed_documents: dict[str, int] = field(default_factory=dict)  # of a new or gone one only the document counts
    first: bool = False  # nothing was published before
    read_badly: list[dict[str, Any]] = field(default_factory=list)  # the worst documents, and what would help
    passing: int = 0  # documents that failed for a reason that can pass
    extracted: int = 0
    reused: int = 0
    seconds: float = 0.0
    outputs: str = ""
    corrections: str = ""  # the log of people's decisions

    @property
    def failed(self) -> int:
        """What could not be read, looked into, or holds nothing for us."""
        return len(self.problems)

    @property
    def counts(self) -> dict[str, int]:
        """What came out, in a few numbers."""
        return {
            "documents_found": sum(self.documents.values()),
            "documents_failed": self.failed,
            "documents_read": self.extracted,
            "records": sum(self.records.values()),
            "measurements": self.measurements,
        }

    @property
    def headline(self) -> str:
        """The run in one line: "7 read, 1 given up; 551 conductivities; documents +1 −0 ~0, values +0 −3 ~2"."""
        read = self.documents.get("success", 0) + self.documents.get("partial", 0)
        told = [f"{read} read, {self.passing} given up" if self.passing else f"{read} read"]
        first = next(iter(specifications().values()))
        told.append(f"{self.records.get(first.kind, 0)} {first.count}")
        changes = [_told("documents", self.changed_documents), _told("values", self.changes)]
        same = "the first run" if self.first else "nothing changed"
        told.append(", ".join(filter(None, changes)) or same)
        return "; ".join(told)


def _told(what: str, changes: dict[str, int]) -> str:
    """How many are new, gone and changed: ``documents +1 −0 ~2``; empty where nothing is."""
    counts = [changes.get(name, 0) for name in ("new", "gone", "changed")]
    return f"{what} +{counts[0]} −{counts[1]} ~{counts[2]}" if any(counts) else ""


def summarise(base: KnowledgeBase, outputs: Path, *, changed: bool = True, first: bool = False) -> Summary:
    """Read the summary off a finished knowledge base; ``changed``: its table of changes tells of this run.

    ``first``: nothing was published before.
    """

    def counts(table: str, column: str) -> dict[str, int]:
        query = f"SELECT {column} AS name, count(*) AS n FROM {table} GROUP BY ALL ORDER BY n DESC, name"
        return {row["name"]: row["n"] for row in base.rows(query)}

    asked = queries("summary.sql")
    failed = list(base.rows(asked["failed"]))
    return Summary(
        documents=counts("documents", "status"),
        records={kind: base.count(kind) for kind in (*specifications(), "synthesis")},
        materials=base.count("materials"),
        measurements=base.count("measurements"),
        reconciliation=list(base.rows(asked["agreement"])),
        conflicts=counts("conflicts", "reason"),
        problems=[*failed, *base.rows(asked["not_entered"])],
        notices=[*(base.rows(asked["gone"], [GONE_MESSAGE]) if changed else ()), *base.rows(asked["left_out"])],
        changes=counts("(FROM changes WHERE subject <> 'document')", "change") if changed else {},
        changed_documents=counts("(FROM changes WHERE subject = 'document')", "change")
        if changed and not first
        else {},
        read_badly=list(base.rows(asked["read_badly"], [least_quality(), WORST])),
        passing=sum(is_passing(row["code"]) for row in failed),
        first=first,
        outputs=str(outputs),
    )
