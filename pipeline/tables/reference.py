"""The reference of tables and columns as a page: ``python -m pipeline.tables.reference > docs/tables.md``."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.tables import TableSchema, schemas

HEAD = """# Tables

What `ionmine run` writes to `outputs/tables/` as Parquet and CSV and, all together, to `outputs/ionmine.duckdb`. The
same descriptions and units stand in `outputs/tables/datapackage.json`. This page is made from
`pipeline/tables/columns.toml` by `python -m pipeline.tables.reference > docs/tables.md`.
"""


def reference() -> str:
    """The page in Markdown."""
    return HEAD + "".join(f"\n{line}\n" for table in schemas().values() for line in _section(table))


def _section(table: TableSchema) -> Iterator[str]:
    yield f"## {table.name}"
    key = f" Key: {', '.join(f'`{column}`' for column in table.key)}." if table.key else ""
    yield table.description + key
    rows = [f"| `{c.name}` | {c.type} | {c.unit} | {c.description} |" for c in table.columns]
    yield "\n".join(["| column | type | unit | meaning |", "| --- | --- | --- | --- |", *rows])


if __name__ == "__main__":
    print(reference(), end="")
