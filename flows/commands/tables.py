"""``ionmine tables``: the tables of a document as they were understood, and as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flows.console import OK, SOME_FAILED, complain, output

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as Drawn

    from extractors.tables import TableDescription


def tables(file: Path, folder: Path | None, password: str | None) -> int:
    """Print a document's tables with the meaning of each column, or write each as CSV to ``folder``; the exit code."""
    from extractors.tables import describe_tables
    from flows.commands.show import opened
    from pipeline.export.source_tables import write_source_tables

    document = opened(str(file), password)
    if document is None:
        return SOME_FAILED
    found = describe_tables(document)
    if not found:
        complain(str(file), "no table found")
        return SOME_FAILED
    if folder is not None:
        for path in write_source_tables(found, folder, document.document_id):
            output().print(str(path))
        return OK
    for table in found:
        print_table(output(), table)
    return OK


def print_table(console: Console, table: TableDescription) -> None:
    """Caption, place, the table with the meaning of each column, footnotes and problems."""
    from rich.text import Text

    title = table.caption if table.caption.startswith(table.label) else f"{table.label} {table.caption}".strip()
    console.print(Text(title, style="bold"))
    console.print(Text(_facts(table), style="dim"))
    if table.columns:
        console.print(_drawn(table))
    for note in table.footnotes:
        console.print(Text(note, style="dim"))
    for problem in table.problems:
        console.print(Text(problem, style="yellow"))


def _facts(table: TableDescription) -> str:
    place = f"page {table.page}, " if table.page else ""
    size = f"{len(table.rows)} rows, {len(table.columns)} columns" if table.columns else "not readable"
    turned = ", samples in columns turned into rows" if table.transposed else ""
    return f"{place}[{table.raw_start}:{table.raw_end}], {size}, {table.shape}{turned}"


def _drawn(table: TableDescription) -> Drawn:
    """Heads, below them what each column was understood to hold, then the rows."""
    from rich import box
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=box.SQUARE, show_lines=False)
    for column in table.columns:
        known = ", ".join(part for part in (column.meaning, column.unit, column.remark) if part)
        drawn.add_column(Text.assemble((column.head, "bold"), "\n", (known, "dim")), overflow="fold")
    for row in table.rows:
        title = len(row) > 1 and bool(row[0]) and not any(row[1:])
        drawn.add_row(*[Text(item) for item in row], style="bold" if title else None)
    return drawn
