"""Writes the tables of a knowledge base as Parquet and CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.cells import cell_in_sql
from pipeline.store import replacing
from pipeline.tables import arrow_schema, filed, schemas

FORMATS = ("parquet", "csv")


def batches(base: KnowledgeBase, table: str) -> Iterator[pa.Table]:
    """A table in its own column order, a piece in memory at a time."""
    schema = arrow_schema(table)
    names = ", ".join(f'"{name}"' for name in schema.names)
    for batch in base.batches(f'SELECT {names} FROM "{table}"'):
        yield pa.Table.from_batches([batch]).cast(schema)


def write_parquet(base: KnowledgeBase, table: str, path: Path) -> None:
    """One table as Parquet, with title, units and descriptions in the file's own schema."""
    told = schemas()[table]
    fields = []
    for field, column in zip(arrow_schema(table), told.columns, strict=True):
        notes = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
        fields.append(field.with_metadata(notes))
    schema = pa.schema(fields, metadata={"title": told.title, "description": told.description})
    with replacing(path) as temporary, pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        for batch in batches(base, table):
            writer.write_table(batch.cast(schema))


def write_csv(base: KnowledgeBase, table: str, path: Path) -> None:
    """One table as CSV (UTF-8, comma, one header line) that no spreadsheet runs as a formula."""
    cells = ", ".join(f'{cell_in_sql(c.name, c.type)} AS "{c.name}"' for c in schemas()[table].columns)
    with replacing(path) as temporary:
        target = str(temporary).replace("'", "''")
        base.run(f"COPY (SELECT {cells} FROM \"{table}\") TO '{target}' (FORMAT csv, HEADER, DELIMITER ',')")


def write_tables(
    base: KnowledgeBase, folder: Path, formats: tuple[str, ...] = FORMATS, tables: tuple[str, ...] | None = None
) -> list[Path]:
    """The tables (all that are kept as files when none is named) in every format; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    writers = {"parquet": write_parquet, "csv": write_csv}
    written = []
    for table in tables or filed():
        for form in formats:
            path = folder / f"{table}.{form}"
            writers[form](base, table, path)
            written.append(path)
    return written
