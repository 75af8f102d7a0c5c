"""What must hold for a run to be published; else what is there stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from extractors.properties import specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.corrections.apply import REJECTED
from pipeline.discover import Input
from pipeline.names import shown
from pipeline.publish import TABLES
from pipeline.settings import Settings

MOST_LOST = 0.2  # share of the published documents or records that may go without a word of the operator
FEWEST_GOLD = 20  # annotated pairs below which their F1 says too little to keep a run back
READABLE = "status IN ('success', 'partial')"
WAY_OUT = "--accept-loss publishes it all the same"
NAMED = 3  # lost documents named in the message


class RefusedError(RuntimeError):
    """The run is not published; says why in one line."""


def check_found(corpora: Sequence[Path], inputs: Sequence[Input]) -> None:
    """Refuse a run that found nothing at all: a folder that is not there, or empty (a disk that is not mounted)."""
    if any(item.sha256 for item in inputs):
        return
    away = [shown(path) for path in corpora if not path.exists()]
    named = ", ".join(map(shown, corpora))
    raise RefusedError(f"{away[0]}: no such file or folder" if away else f"no documents in {named or 'no corpus'}")


def check_loss(base: KnowledgeBase, before: Path | None, settings: Settings) -> None:
    """Refuse a run that would take more than a fifth of the published documents or records away."""
    if before is None or settings.accept_loss:
        return
    now = {row["document_id"] for row in base.rows(f"SELECT document_id FROM documents WHERE {READABLE}")}
    kinds = [*specifications(), "synthesis"]
    tables = {name: before / TABLES / f"{name}.parquet" for name in ("documents", *kinds)}
    try:
        with duckdb.connect() as memory:
            query = f"SELECT document_id, file FROM read_parquet(?) WHERE {READABLE} ORDER BY document_id"
            known = memory.execute(query, [str(tables["documents"])]).fetchall()
            records = sum(_count(memory, tables[kind]) for kind in kinds if tables[kind].exists())
    except (OSError, duckdb.Error):
        return  # what is published is damaged and holds nobody back
    lost = [file for name, file in known if name not in now]
    if len(lost) > MOST_LOST * len(known):
        names = ", ".join(lost[:NAMED]) + (" ..." if len(lost) > NAMED else "")
        raise RefusedError(f"{len(lost)} of {len(known)} published documents would be gone ({names}); {WAY_OUT}")
    left = sum(base.count(kind) for kind in kinds) + base.count("problems", f"code = '{REJECTED}'")
    if records - left > MOST_LOST * records:
        raise RefusedError(f"{records - left} of {records} published records would be gone; {WAY_OUT}")


def check_accuracy(base: KnowledgeBase, settings: Settings) -> None:
    """Refuse a run whose annotated documents are read worse than ``least_f1`` allows."""
    condition = "document_id = 'ALL' AND block_group = 'all' AND kind = 'conductivity' AND level = 'pair'"
    for row in base.rows(f"SELECT f1, gold FROM reconciliation WHERE {condition}"):
        if row["gold"] >= FEWEST_GOLD and (row["f1"] or 0.0) < settings.least_f1:
            raise RefusedError(
                f"F1 of the annotated conductivity pairs is {row['f1'] or 0.0:.3f}, less than {settings.least_f1:g} "
                "(IONMINE_LEAST_F1)"
            )


def _count(memory: duckdb.DuckDBPyConnection, path: Path) -> int:
    row = memory.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone()
    return int(row[0]) if row else 0
