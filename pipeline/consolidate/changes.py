"""What is new, gone and changed against the generation that is published."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import duckdb

from extractors.properties import specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase


def find_changes(base: KnowledgeBase, tables: Path | None) -> None:
    """Fill the table ``changes`` by comparison with the published ``tables``.

    Against nothing published, or what cannot be compared (damaged, of an older version), every document is new. When
    nothing changed, the table stays as published: running again leaves the same bytes.
    """
    if tables is not None:
        try:
            _compare(base, {name: _parquet(tables, name) for name in ("documents", *specifications())})
            if not base.count("changes"):
                base.run(f"INSERT INTO changes BY NAME FROM {_parquet(tables, 'changes')}")
            return
        except duckdb.Error:
            pass
    _compare(base, {name: f"(FROM {name} LIMIT 0)" for name in ("documents", *specifications())})


def are_new(base: KnowledgeBase, tables: Path | None) -> bool:
    """Whether the table ``changes`` tells of this run, not of the last one that changed something."""
    if tables is None:
        return True
    try:
        rows = list(base.rows(f"FROM changes EXCEPT ALL FROM {_parquet(tables, 'changes')}"))
    except duckdb.Error:
        return True
    return bool(rows)


def _compare(base: KnowledgeBase, before: dict[str, str]) -> None:
    base.replace("changes", [])
    for side, source in (("now", {name: name for name in before}), ("before", before)):
        counts = " + ".join([*(spec.count for spec in specifications().values()), "syntheses"])
        base.run(
            f"CREATE OR REPLACE TEMP VIEW {side}_documents AS "
            f"SELECT document_id, file, sha256, status, {counts} AS records FROM {source['documents']}"
        )
        stated = " UNION ALL BY NAME ".join(f"SELECT * FROM {source[kind]}" for kind in specifications())
        base.run(f"CREATE OR REPLACE TEMP VIEW {side}_stated AS {stated}")
    base.run(files("pipeline.consolidate").joinpath("changes.sql").read_text(encoding="utf-8"))


def _parquet(tables: Path, name: str) -> str:
    path = str(tables / f"{name}.parquet").replace("'", "''")
    return f"read_parquet('{path}')"
