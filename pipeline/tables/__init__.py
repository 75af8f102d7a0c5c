"""The tables a run writes: their columns, types, units and descriptions, read from ``columns.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``unit`` is empty for what has none."""

    name: str
    type: str
    description: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table; ``key`` are the columns that tell its rows apart (empty: none do)."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@cache
def schemas() -> dict[str, TableSchema]:
    """Every table by name, in the order in which they are told of."""
    content = tomllib.loads(files("pipeline.tables").joinpath("columns.toml").read_text(encoding="utf-8"))
    columns = {name: Column(name, **column) for name, column in content["columns"].items()}
    return {
        name: TableSchema(
            name, table["title"], table["description"], tuple(table["key"]), tuple(columns[c] for c in table["columns"])
        )
        for name, table in content["tables"].items()
    }


@cache
def arrow_schema(table: str) -> pyarrow.Schema:
    """The table's columns as Arrow types."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "strings": pa.list_(pa.string()),
        "integers": pa.list_(pa.int64()),
        "numbers": pa.list_(pa.float64()),
    }
    return pa.schema([pa.field(column.name, types[column.type]) for column in schemas()[table].columns])
