"""``ionmine query``: a question to the tables of the last run, in SQL."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

import duckdb

from flows.commands.published import base_of
from flows.console import OK, USAGE, fail, output
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.cells import cell
from pipeline.settings import Settings


def query(question: str, form: str, settings: Settings) -> int:
    """Print the answer as a table, CSV or JSON lines; the exit code. The tables are only read."""
    base_file = base_of(settings)
    try:
        with KnowledgeBase(base_file, read_only=True) as base:
            base.run("SET enable_external_access = false")  # a question reads the tables, no files
            answer = base.connection.execute(question)
            names = [column[0] for column in answer.description or ()]
            rows = answer.fetchall()
    except duckdb.Error as error:
        fail(str(error).splitlines()[0], USAGE)
    if form == "json":
        for row in rows:
            print(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([cell(value) for value in row] for row in rows)
    else:
        _print(names, rows)
    return OK


def _print(names: list[str], rows: list[tuple[Any, ...]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, name in enumerate(names):
        numbers = all(isinstance(row[index], (int, float)) for row in rows if row[index] is not None)
        table.add_column(name, justify="right" if numbers and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*[Text(f"{each:.4g}" if isinstance(each, float) else str(cell(each))) for each in row])
    table.caption = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    output().print(table)
