"""Tables that go on on the next page, without their head or below the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from corpus.document import Table


def repeat_heads(tables: Sequence[Table], headless: Collection[int]) -> None:
    """Give the head of a table's first part to parts that begin with data, its caption to those with the same head.

    A part belongs to the table before it when it bears the same label, or none and stands on the next page; both must
    have the same number of columns. ``headless`` holds the identities of tables whose first row is data.
    """
    first: Table | None = None
    for table in tables:
        if first is not None and not table.label and _goes_on(first, table) and _has_same_heads(first, table):
            table.label, table.caption, table.header_rows = first.label, first.caption, first.header_rows
        elif first is not None and id(table) in headless and _goes_on(first, table):
            rows = first.header_rows
            head = [cell for cell in first.cells if cell.row < rows]
            table.cells = head + [replace(cell, row=cell.row + rows) for cell in table.cells]
            table.row_count += rows
            table.header_rows = rows
            table.subheadings = tuple(row + rows for row in table.subheadings)
            table.label = table.label or first.label
        elif id(table) not in headless:
            first = table


def _has_same_heads(first: Table, table: Table) -> bool:
    """Whether the head of a first part stands above another, the rest of a cell that a page parts below it or not."""
    rows = first.header_rows
    return rows <= table.header_rows and _heads(first, rows) == _heads(table, rows)


def _heads(table: Table, rows: int) -> list[str]:
    return [cell.text.text for cell in table.cells if cell.row < rows]


def _goes_on(first: Table, table: Table) -> bool:
    next_page = first.page is not None and table.page is not None and table.page - first.page in (1, 2)
    return table.column_count == first.column_count and (table.label == first.label if table.label else next_page)
