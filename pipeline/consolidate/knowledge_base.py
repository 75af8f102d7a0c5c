"""One DuckDB file that holds every table of a run; memory does not grow with the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from pipeline.memory import give_back, trim
from pipeline.tables import arrow_schema, arrow_table

MEMORY = "64MB"  # DuckDB's own; what needs more is spilled to disk
AT_MOST = "1GB"  # of that for a statement which holds more than can be spilled
TO_READ = "32MB"  # of that where tables are only read: blocks that were read stay until it is full
GROUP = 16_384  # rows that are packed together, which are in memory besides; a multiple of 2,048
READ = 2000  # rows in memory at a time
Done = TypeVar("Done")


class KnowledgeBase:
    """All tables of one run. Use as a context manager; raises duckdb.Error for a file that is none."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        give_back()
        # One thread: sums and orders come out the same on every machine. Nothing is fetched for a foreign file.
        self._share = TO_READ if read_only else MEMORY
        config = {"memory_limit": self._share, "threads": "1", "autoinstall_known_extensions": "false"}
        self.connection = duckdb.connect(config=config | {"temp_directory": f"{path}.tmp"})
        self._attach(path, "base", "READ_ONLY" if read_only else f"ROW_GROUP_SIZE {GROUP}")
        self.connection.execute("USE base")

    def __enter__(self) -> KnowledgeBase:
        return self

    def __exit__(self, *details: object) -> None:
        self.connection.close()

    def attach(self, path: Path, name: str) -> None:
        """Another DuckDB file, made where there is none, whose tables stand under ``name.`` from now on."""
        self._attach(path, name, f"ROW_GROUP_SIZE {GROUP}")

    def _attach(self, path: Path, name: str, options: str) -> None:
        place = str(path).replace("'", "''")
        self.connection.execute(f"ATTACH '{place}' AS {name} ({options})")

    def run(self, statements: str) -> None:
        """SQL statements that give nothing back; what each leaves free goes back to the system."""
        for statement in self.connection.extract_statements(statements):
            self._at_need(partial(self.connection.execute, statement))
            trim()

    def _at_need(self, do: Callable[[], Done]) -> Done:
        """What is to be done, and once more with a larger share when it holds more than can be spilled."""
        try:
            return do()
        except duckdb.OutOfMemoryException:
            self.connection.execute(f"SET memory_limit = '{AT_MOST}'")
            try:
                return do()
            finally:
                with suppress(duckdb.OutOfMemoryException):  # a result that is still read holds it
                    self.connection.execute(f"SET memory_limit = '{self._share}'")

    def rows(self, query: str, parameters: Iterable[Any] = ()) -> Iterator[dict[str, Any]]:
        """The rows of a query, a batch in memory at a time; other statements may run meanwhile."""
        for batch in self.batches(query, parameters):
            yield from batch.to_pylist()

    def batches(self, query: str, parameters: Iterable[Any] = (), rows: int = READ) -> pa.RecordBatchReader:
        """The rows of a query as Arrow batches of so many rows, one in memory at a time."""
        trim()
        cursor = self.connection.cursor()
        cursor.execute("USE base")
        return self._at_need(lambda: cursor.sql(query, params=list(parameters)).to_arrow_reader(rows))

    def table(self, name: str) -> list[dict[str, Any]]:
        """All rows of a table, in its order."""
        return list(self.rows(f"SELECT * FROM {_quoted(name)}"))

    def count(self, name: str, condition: str = "true") -> int:
        """Number of rows of a table that meet a condition."""
        ((number,),) = self.connection.execute(f"SELECT count(*) FROM {_quoted(name)} WHERE {condition}").fetchall()
        return int(number)

    def tables(self, database: str | None = None) -> set[str]:
        """Names of the tables that are there, or in an attached file."""
        names = "SELECT table_name FROM duckdb_tables() WHERE database_name = coalesce(?, current_database())"
        return {row[0] for row in self.connection.execute(names, [database]).fetchall()}

    def replace(self, table: str, rows: list[dict[str, Any]], schema: pa.Schema | None = None) -> None:
        """A table of exactly these rows; its columns are its own unless a schema is given."""
        self._from_arrow(f"CREATE OR REPLACE TABLE {_quoted(table)} AS FROM incoming", table, rows, schema)

    def append(self, table: str, rows: list[dict[str, Any]], schema: pa.Schema | None = None) -> None:
        """Add rows to a table that is there."""
        if rows:
            self._from_arrow(f"INSERT INTO {_quoted(table)} FROM incoming", table, rows, schema)

    def _from_arrow(self, statement: str, table: str, rows: list[dict[str, Any]], schema: pa.Schema | None) -> None:
        self.connection.register("incoming", arrow_table(rows, schema or arrow_schema(table)))
        self.connection.execute(statement)
        self.connection.unregister("incoming")


def _quoted(table: str) -> str:
    """A table's name for SQL; that of an attached file has the file's before it."""
    return ".".join(f'"{name}"' for name in table.split("."))
