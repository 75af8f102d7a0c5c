"""``ionmine query``, ``export``, ``runs``: what runs left in an outputs folder, asked, elsewhere, told."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from rich import box
from rich.table import Table
from rich.text import Text

from flows.console import OK, SOME_FAILED, USAGE, complain, fail, output
from flows.options import TableFormat
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.export.cells import cell
from pipeline.export.files import FORMATS, write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.package import write_package
from pipeline.export.workbook import write_workbook
from pipeline.history import RUNS, runs_into
from pipeline.publish import KNOWLEDGE_BASE, LINKED_DATA
from pipeline.settings import Settings
from pipeline.tables import schemas

WORKBOOK = "ionmine.xlsx"


def base_of(settings: Settings) -> Path:
    """The file of the tables; ends the program with a line when it is not there."""
    base = settings.outputs / KNOWLEDGE_BASE
    return base if base.exists() else fail(f"{base}: no such file; run `ionmine run` first")


@contextmanager
def published_base(settings: Settings) -> Iterator[Path]:
    """The file of the tables; ends the program with a line when the block cannot read it."""
    base = base_of(settings)
    try:
        yield base
    except (duckdb.CatalogException, duckdb.BinderException):  # a table or column that is not there
        fail(f"{base}: is of an earlier version; run `ionmine run` again")
    except duckdb.Error as error:
        fail(f"{base}: {str(error).splitlines()[0]}")


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
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, name in enumerate(names):
        numbers = all(isinstance(row[index], (int, float)) for row in rows if row[index] is not None)
        table.add_column(name, justify="right" if numbers and rows else "left", overflow="fold")
    for row in rows:
        table.add_row(*[Text(f"{each:.4g}" if isinstance(each, float) else str(cell(each))) for each in row])
    table.caption = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    output().print(table)


def export(target: Path, formats: list[TableFormat] | None, tables: list[str] | None, settings: Settings) -> int:
    """Write tables (all when none is named) from the knowledge base into a folder; the exit code."""
    formats = formats or [TableFormat.CSV]
    unknown = [name for name in tables or () if name not in schemas()]
    if unknown:
        fail(f"no table {unknown[0]!r}; there are {', '.join(schemas())}", USAGE)
    with published_base(settings) as base_file, KnowledgeBase(base_file, read_only=True) as base:
        chosen = tuple(tables or schemas())
        plain = tuple(str(form) for form in formats if form in FORMATS)
        written = write_tables(base, target, plain, chosen)
        if plain:
            written.append(write_package(target, chosen, plain))
        if TableFormat.XLSX in formats:
            write_workbook(base, target / WORKBOOK, chosen)
            written.append(target / WORKBOOK)
        if TableFormat.JSONLD in formats:
            write_linked_data(base, target / LINKED_DATA)
            written.append(target / LINKED_DATA)
    for path in written:
        output().print(str(path))
    return OK


def runs(settings: Settings, number: int) -> int:
    """Show the last ``number`` runs, the latest at the end; the exit code."""
    told = runs_into(settings.outputs)
    if not told:
        complain(str(settings.outputs / RUNS), "no runs yet")
        return SOME_FAILED
    table = Table(box=None, pad_edge=False)
    for name in ("ended (UTC)", "s", "how", "rules"):
        table.add_column(name, no_wrap=True, justify="right" if name == "s" else "left")
    table.add_column("what came of it", overflow="fold")
    for row in told[-number:]:
        when = str(row["ended_at"])[:16].replace("T", " ")
        cells = (when, f"{row['seconds'] or 0:.1f}", row["ended"], str(row["rules_version"])[:8], row["message"])
        table.add_row(*(Text(str(cell or "")) for cell in cells))  # its words are no markup
    output().print(table)
    return OK
