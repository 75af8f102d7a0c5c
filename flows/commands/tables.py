"""``ionmine tables``: the tables of a document as they were understood, and as CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document, Table
from flows.console import OK, SOME_FAILED, complain, output
from pipeline.export.cells import cell

if TYPE_CHECKING:
    from rich.table import Table as Drawn


def tables(file: Path, folder: Path | None, password: str | None) -> int:
    """Print a document's tables, or write each as CSV into ``folder``; the exit code."""
    from corpus import reader

    try:
        document = reader.read(file, password=password)
    except OSError as error:
        complain(str(file), error.strerror or str(error))
        return SOME_FAILED
    for problem in document.problems:
        complain(str(file), problem.message)
    found = list(document.tables())
    if not found:
        complain(str(file), "no table found")
        return SOME_FAILED
    if folder is not None:
        _write(document, folder)
        return OK
    from rich.text import Text

    for table in found:
        output().print(Text(f"{table.label} {table.caption.text}".strip(), style="bold"))
        output().print(Text(_facts(table), style="dim"))
        output().print(grid_table(table))
        for note in table.footnotes:
            output().print(Text(note.text, style="dim"))
    return OK


def _facts(table: Table) -> str:
    place = f"page {table.page}, " if table.page else ""
    size = f"{table.row_count} rows, {table.column_count} columns"
    return f"{place}[{table.raw_start}:{table.raw_end}], {size}, {table.shape}"


def texts(table: Table) -> list[list[str]]:
    """The grid as text, citations in brackets; a spanning cell only where it begins."""
    grid: list[list[str]] = []
    for number, row in enumerate(table.rows()):
        cells = []
        for column, found in enumerate(row):
            begins = found is not None and (found.row, found.column) == (number, column)
            cited = "".join(c.surface for c in found.citations) if found is not None else ""
            cells.append(f"{found.text.text} {cited}".strip() if begins and found is not None else "")
        grid.append(cells)
    return grid


def grid_table(table: Table) -> Drawn:
    """A table for the terminal; head rows and sub-headings bold."""
    from rich import box
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=box.SQUARE, show_header=False, show_lines=False)
    for _ in range(table.column_count):
        drawn.add_column(overflow="fold")
    for number, row in enumerate(texts(table)):
        strong = number < table.header_rows or number in table.subheadings
        drawn.add_row(*[Text(item) for item in row], style="bold" if strong else None)
        if number == table.header_rows - 1:
            drawn.add_section()
    return drawn


def _write(document: Document, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, table in enumerate(document.tables(), start=1):
        path = folder / f"{document.document_id}-table-{number}.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([cell(text) for text in row] for row in texts(table))
        output().print(str(path))
