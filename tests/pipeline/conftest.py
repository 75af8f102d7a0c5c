"""A knowledge base from parts made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.consolidate.build import consolidate
from pipeline.consolidate.changes import find_changes
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input
from tests.pipeline.hand_made import Part

Builder = Callable[..., KnowledgeBase]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Builder]:
    """Builds a knowledge base from parts."""
    opened: list[KnowledgeBase] = []

    def make(*parts: Part, name: str = "base.duckdb") -> KnowledgeBase:
        base = KnowledgeBase(tmp_path / name)
        opened.append(base)
        inputs = [
            Input(Path(p["document"]["document_id"]), p["document"]["document_id"], p["document"]["sha256"])
            for p in parts
        ]
        consolidate(base, zip(inputs, parts, strict=True), "rules")
        find_changes(base, None)
        for table in ("reconciliation", "reconciliation_cases", "reliability"):
            base.replace(table, [])
        return base

    yield make
    for base in opened:
        base.connection.close()
