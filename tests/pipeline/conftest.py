"""A knowledge base from parts made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.consolidate.build import consolidate
from pipeline.consolidate.changes import find_changes
from pipeline.consolidate.kept import Kept
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.discover import Input
from tests.pipeline.hand_made import Part

Builder = Callable[..., KnowledgeBase]


def fill(base: KnowledgeBase, inputs: Sequence[Input], parts: Sequence[Part], dois: Path | None = None) -> None:
    """Consolidate parts that nothing is kept of."""
    by_id = dict(zip((item.document_id for item in inputs), parts, strict=True))
    marks = [""] * len(inputs)
    told = lambda wanted: [(i, by_id[i.document_id]) for i in wanted]  # noqa: E731
    consolidate(base, Kept(base), inputs, marks, told, "rules", dois)


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
        fill(base, inputs, parts)
        find_changes(base, None)
        for table in ("reconciliation", "reconciliation_cases", "reliability"):
            base.replace(table, [])
        return base

    yield make
    for base in opened:
        base.connection.close()
