"""Writes the records of one-off extraction in the format that was asked for."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
            _to_output(_json_lines(self.wanted.chosen(ordered)))
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
            data = {"jsonl": _json_lines, "csv": self._csv, "parquet": self._parquet}[self.form](self._kept)
            if self.target is None:
                _to_output(data)
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

    def _csv(self, records: Sequence[Record]) -> bytes:
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self._order)
        writer.writerows([cell(record.get(name)) for name in self._order] for record in records)
        return text.getvalue().encode("utf-8", "backslashreplace")

    def _parquet(self, records: Sequence[Record]) -> bytes:
        """Types of the fields as the tables of a run have them; the steps of a route as JSON."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        from pipeline.tables import arrow_schema

        known = {field.name: field.type for table in ("conductivity", "synthesis") for field in arrow_schema(table)}
        schema = pa.schema([pa.field(name, known.get(name, pa.string())) for name in self._order])
        rows = [{**told, "steps": json.dumps(told["steps"])} if "steps" in told else told for told in records]
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), sink)
        return bytes(sink.getvalue())


def _to_output(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _json_lines(records: Sequence[Record]) -> bytes:
    """UTF-8 whatever the terminal speaks; half a surrogate pair as JSON's own escape."""
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return text.encode("utf-8", "backslashreplace")
