"""The tables of a document as they are read: the meaning given to each column, the rows, and what was not readable."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.document import BlockKind, Document, Table
from extractors.tables.columns import Column, Meaning
from extractors.tables.grid import Row
from extractors.tables.meanings import parts_of, read_columns
from extractors.tables.references import of_cell


@dataclass(frozen=True, slots=True)
class ColumnDescription:
    """A column: its head's words, what it holds, and what its head says of every value below it."""

    head: str
    meaning: str
    unit: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TableDescription:
    """One table as the reader sees it; without columns when it could not be read, ``problems`` then say why.

    ``transposed``: samples stood in columns and are given as rows here.
    """

    label: str
    caption: str
    shape: str
    page: int | None
    raw_start: int
    raw_end: int
    columns: list[ColumnDescription] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    transposed: bool = False
    problems: list[str] = field(default_factory=list)


def describe_tables(document: Document) -> list[TableDescription]:
    """Every table of a document in reading order, unreadable ones with their problems."""
    found = [
        _describe(part, document)
        for block in document.blocks
        if block.table is not None and block.kind in (BlockKind.TABLE, BlockKind.UNREADABLE)
        for part in parts_of(block.table)
    ]
    told = {problem for table in found for problem in table.problems}
    for problem in document.problems:
        if problem.code in _CODES and problem.message not in told and problem.raw_start is not None:
            label = problem.message.partition(":")[0]
            found.append(
                TableDescription(
                    label, "", "", problem.page, problem.raw_start, problem.raw_start, problems=[problem.message]
                )
            )
    return sorted(found, key=lambda table: table.raw_start)


_CODES = ("unreadable_table", "table_row")


def _describe(table: Table, document: Document) -> TableDescription:
    problems = [
        problem.message
        for problem in document.problems
        if problem.code in _CODES
        and problem.raw_start is not None
        and table.raw_start <= problem.raw_start < max(table.raw_end, table.raw_start + 1)
    ]
    notes = [note.text for note in table.footnotes]
    base = (table.label, table.caption.text, table.shape, table.page, table.raw_start, table.raw_end)
    if not table.cells:
        return TableDescription(*base, footnotes=notes, problems=problems)
    grid, columns = read_columns(table)
    rows: list[list[str]] = []
    title = ""
    for row in grid.rows:
        if row.title != title:
            title = row.title
            rows.append([title, *[""] * (len(columns) - 1)])
        rows.append([_shown(row, column) for column in columns])
    described = [
        ColumnDescription(c.head, c.spec.label if c.spec else c.meaning.value, c.unit or "", _remark(c))
        for c in columns
    ]
    return TableDescription(*base, described, rows, notes, grid.transposed, problems)


def _shown(row: Row, column: Column) -> str:
    cell = row.cells[column.index] if column.index < len(row.cells) else None
    if cell is None:
        return ""
    text = cell.text.text.strip()
    if column.meaning is Meaning.REFERENCE and cell.citations:
        return f"{text} {', '.join(map(str, of_cell(cell)))}".strip()
    return " ".join([text, *(citation.surface for citation in cell.citations)]).strip()


def _remark(column: Column) -> str:
    said = []
    if column.spec is not None and column.property != column.spec.default:
        said.append(column.property.replace("_", " "))
    if column.multiplier != 1.0:
        said.append(f"× {column.multiplier:g}")
    if column.temperature is not None:
        said.append(column.temperature.surface)
    if column.origin == "computed":
        said.append("computed")
    said.extend(flag.replace("_", " ") for flag in column.flags)
    return ", ".join(said)
