"""Writes the tables of a knowledge base as Parquet and CSV."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.consolidate.knowledge_base import READ, KnowledgeBase
from pipeline.consolidate.lying import WHOLE, Run, by_document, ordered, runs_of
from pipeline.export.cells import cell_in_sql
from pipeline.export.pieces import Piece, Pieces, among, parted, pieces_of
from pipeline.publish import TABLES
from pipeline.store import replacing
from pipeline.tables import arrow_schema, filed, schemas

FORMATS = ("parquet", "csv")
PIECES = 128  # of a file that are written at once: DuckDB holds what it writes; fewer take twice as long
GROUP = 4_000  # rows of a row group: fewer cost more time and space, more memory; statistics of all columns, too


def lying(base: KnowledgeBase, table: str) -> tuple[Run, ...]:
    """The runs in which a table is read."""
    return runs_of(base, f'"{table}"') if table in by_document() else WHOLE


def batches(base: KnowledgeBase, table: str, rows: int = READ) -> Iterator[pa.Table]:
    """A table in its own column order, so many rows in memory at a time."""
    schema = arrow_schema(table)
    names = ", ".join(f'"{name}"' for name in schema.names)
    last = next(base.rows(f'SELECT max(rowid) AS last FROM "{table}"'))["last"]
    for run in lying(base, table):
        # What is read of a table stays in memory until its query has ended.
        for first in range(run.first, min(run.last, -1 if last is None else last) + 1, GROUP):
            among = f"rowid BETWEEN {first} AND {min(first + GROUP - 1, run.last)}"
            for batch in base.batches(f'SELECT {names} FROM "{table}" WHERE {among}', rows=rows):
                yield pa.Table.from_batches([batch]).cast(schema)


def write_parquet(base: KnowledgeBase, table: str, path: Path) -> None:
    """One table as Parquet, with title, units and descriptions in the file's own schema."""
    told = schemas()[table]
    fields = []
    for field, column in zip(arrow_schema(table), told.columns, strict=True):
        notes = {"description": column.description} | ({"unit": column.unit} if column.unit else {})
        fields.append(field.with_metadata(notes))
    schema = pa.schema(fields, metadata={"title": told.title, "description": told.description})
    with (
        replacing(path) as temporary,
        pq.ParquetWriter(temporary, schema, compression="zstd", write_statistics=list(told.key)) as writer,
    ):
        for group in _groups(batches(base, table, GROUP)):
            writer.write_table(group.cast(schema))


def _groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The same rows, as many in each table as a row group has, however they come."""
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        while sum(map(len, waiting)) >= GROUP:
            whole = pa.concat_tables(waiting)
            yield whole.slice(0, GROUP).combine_chunks()
            waiting = [whole.slice(GROUP)]
    if sum(map(len, waiting)):
        yield pa.concat_tables(waiting).combine_chunks()


def write_csv(base: KnowledgeBase, table: str, path: Path, pieces: Pieces) -> None:
    """One table as CSV (UTF-8, comma, one header line) that no spreadsheet runs as a formula."""
    columns = schemas()[table].columns
    cells = ", ".join(f'{cell_in_sql(c.name, c.type)} AS "{c.name}"' for c in columns)
    names = ", ".join(f'"{c.name}"' for c in columns)
    runs = lying(base, table)

    def make(wanted: Sequence[Piece]) -> Iterator[bytes]:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".csv-") as folder:
            file = Path(folder, path.name)
            target = str(file).replace("'", "''")
            for some in (wanted[first : first + PIECES] for first in range(0, len(wanted), PIECES)):
                rows = ordered(f'"{table}"', runs, names, [among(some, run) for run in runs])
                base.run(f"COPY (SELECT {cells} FROM ({rows})) TO '{target}' (FORMAT csv, HEADER false, DELIMITER ',')")
                with file.open("rb") as stream:
                    yield from parted(stream, some)

    rows = ordered(f'"{table}"', runs, f"rowid + {{shift}} AS number, {names}")
    found = pieces_of(base, f"SELECT number, hash({names}) AS mark FROM ({rows})")
    head = ",".join(c.name for c in columns) + "\n"
    pieces.write(path, f"{TABLES}/{path.name}", found, make, (head.encode(), b""))


def write_tables(
    base: KnowledgeBase,
    folder: Path,
    formats: tuple[str, ...] = FORMATS,
    tables: tuple[str, ...] | None = None,
    pieces: Pieces | None = None,
) -> list[Path]:
    """The tables (all that are kept as files when none is named) in every format; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    made_of = pieces or Pieces()
    written = []
    for table in tables or filed():
        for form in formats:
            path = folder / f"{table}.{form}"
            if form == "csv":
                write_csv(base, table, path, made_of)
            else:
                write_parquet(base, table, path)
            written.append(path)
    return written
