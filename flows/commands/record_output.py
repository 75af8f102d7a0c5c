"""Writes the records of one-off extraction in the format that was asked for."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from flows.commands.selection import Selection
from flows.console import output
from flows.options import Order
from pipeline.export.cells import cell
from pipeline.store import write_atomically

Record = dict[str, Any]


def columns() -> list[str]:
    """Every field of the records, property and synthesis together, in one order."""
    from extractors.records import PropertyRecord, SynthesisRecord

    first = ["document_id", "kind", "property", "origin", "subject_kind"]
    return list(dict.fromkeys([*first, *PropertyRecord.model_fields, *SynthesisRecord.model_fields]))


class RecordWriter:
    """Takes records document by document; lines go out at once, whole files when all are there."""

    def __init__(self, form: str, target: Path | None, wanted: Selection) -> None:
        self.form = form
        self.target = target
        self.wanted = wanted
        self._kept: list[Record] = []
        self._order = columns()

    def write(self, records: Sequence[Record]) -> None:
        """Take the records of one document."""
        ordered = [{name: record[name] for name in self._order if name in record} for record in records]
        if self._at_once:
            sys.stdout.buffer.write(_json_lines(self.wanted.chosen(ordered)))
            sys.stdout.buffer.flush()
        else:
            self._kept += ordered

    @property
    def _at_once(self) -> bool:
        return self.form == "jsonl" and self.target is None and self.wanted.order is Order.PLACE

    def close(self) -> None:
        """All records are there: write what was kept."""
        self._kept = self.wanted.chosen(self._kept)
        if self.form == "table":
            self._close_table()
        elif not self._at_once:
            data = {"jsonl": self._jsonl, "csv": self._csv, "parquet": self._parquet}[self.form]()
            if self.target is None:
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            else:
                write_atomically(self.target, data)

    def _close_table(self) -> None:
        from rich.console import Console

        from flows.commands.record_table import PLAIN_WIDTH, record_tables

        if self.target is None:
            for table in record_tables(self._kept, output().width):
                output().print(table)
            return
        with io.StringIO() as text:
            for table in record_tables(self._kept, PLAIN_WIDTH):
                Console(file=text, width=PLAIN_WIDTH).print(table)
            write_atomically(self.target, text.getvalue().encode())

    def _jsonl(self) -> bytes:
        return _json_lines(self._kept)

    def _csv(self) -> bytes:
        text = io.StringIO(newline="")
        _write_csv(text, self._order, self._kept)
        return text.getvalue().encode("utf-8", "backslashreplace")

    def _parquet(self) -> bytes:
        import pyarrow as pa
        import pyarrow.parquet as pq

        rows = [
            {**record, "steps": json.dumps(record["steps"])} if "steps" in record else record for record in self._kept
        ]
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows, schema=_parquet_schema(self._order)), sink)
        return bytes(sink.getvalue())


def _json_lines(records: Sequence[Record]) -> bytes:
    """UTF-8 whatever the terminal speaks; half a surrogate pair as JSON's own escape."""
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return text.encode("utf-8", "backslashreplace")


def _write_csv(stream: TextIO, names: Sequence[str], records: Sequence[Record]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    for record in records:
        writer.writerow([cell(record.get(name)) for name in names])


def _parquet_schema(names: Sequence[str]) -> Any:
    """Types of the record's fields as the tables of a run have them; the steps of a route as JSON."""
    import pyarrow as pa

    from pipeline.tables import arrow_schema

    known = {field.name: field.type for table in ("conductivity", "synthesis") for field in arrow_schema(table)}
    return pa.schema([pa.field(name, known.get(name, pa.string())) for name in names])
