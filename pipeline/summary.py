"""What a run ends with: a few numbers and where things lie."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extractors.properties import specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase


@dataclass(slots=True)
class Summary:
    """The outcome of a corpus run."""

    documents: dict[str, int] = field(default_factory=dict)  # by status
    records: dict[str, int] = field(default_factory=dict)  # by kind
    materials: int = 0
    measurements: int = 0
    reconciliation: list[dict[str, Any]] = field(default_factory=list)  # over all annotated documents
    conflicts: dict[str, int] = field(default_factory=dict)  # by reason
    problems: list[dict[str, Any]] = field(default_factory=list)  # of documents that gave nothing
    extracted: int = 0
    reused: int = 0
    seconds: float = 0.0
    outputs: str = ""

    @property
    def failed(self) -> int:
        """Documents that could not be read or hold nothing for us."""
        return self.documents.get("failure", 0) + self.documents.get("no_article", 0)

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for JSON."""
        return asdict(self)


def summarise(base: KnowledgeBase, outputs: Path) -> Summary:
    """Read the summary off a finished knowledge base."""

    def counts(table: str, column: str) -> dict[str, int]:
        query = f"SELECT {column} AS name, count(*) AS n FROM {table} GROUP BY ALL ORDER BY n DESC, name"
        return {row["name"]: row["n"] for row in base.rows(query)}

    return Summary(
        documents=counts("documents", "status"),
        records={kind: base.count(kind) for kind in (*specifications(), "synthesis")},
        materials=base.count("materials"),
        measurements=base.count("measurements"),
        reconciliation=list(
            base.rows("SELECT * FROM reconciliation WHERE document_id = 'ALL' AND block_group = 'all'")
        ),
        conflicts=counts("conflicts", "reason"),
        problems=list(
            base.rows(
                "SELECT document_id, last(p.file) AS file, last(p.code) AS code, last(p.message) AS message "
                "FROM problems AS p JOIN documents AS d USING (document_id) "
                "WHERE d.status IN ('failure', 'no_article') GROUP BY document_id ORDER BY document_id"
            )
        ),
        outputs=str(outputs),
    )
