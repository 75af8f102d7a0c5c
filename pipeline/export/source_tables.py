"""Writes the tables of a document, as they were read, one CSV file each."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from extractors.tables import TableDescription
from pipeline.export.cells import escaped
from pipeline.store import replacing


def write_source_tables(tables: Sequence[TableDescription], folder: Path, document_id: str) -> list[Path]:
    """One CSV (UTF-8; heads, then rows) for each readable table, named by document, place, label; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, table in enumerate(tables, start=1):
        if not table.columns:
            continue
        label = re.sub(r"[^A-Za-z0-9]+", "-", table.label).strip("-").lower() or "table"
        path = folder / f"{document_id}.{number:02d}.{label}.csv"
        with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([escaped(column.head) for column in table.columns])
            writer.writerows([escaped(text) for text in row] for row in table.rows)
        written.append(path)
    return written
