"""The tables a run writes: their columns, types, units and descriptions, read from ``columns.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from extractors.properties import specifications
from pipeline.consolidate.trust import limits

if TYPE_CHECKING:
    import pyarrow

Row = Mapping[str, Any]
PROPERTY = "{property}"
"""Stands in ``columns.toml`` for the table of each property."""


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
    columns = _columns(content["columns"])
    found: dict[str, TableSchema] = {}
    for name, table in content["tables"].items():
        for spec in specifications().values() if name == PROPERTY else (None,):
            own = spec.kind if spec else name
            told = limits() | ({"{title}": spec.title, "{unit}": spec.unit} if spec else {})
            title, description = (_filled(table[part], told) for part in ("title", "description"))
            names = [column for listed in table["columns"] for column in _listed(listed)]
            found[own] = TableSchema(own, title, description, tuple(table["key"]), tuple(columns[c] for c in names))
    return found


def _columns(told: Mapping[str, Mapping[str, str]]) -> dict[str, Column]:
    """The columns of the file, and those that every property brings: its count and its median."""
    known = specifications().values()
    filled = limits() | {
        "{units}": " or ".join(spec.unit for spec in known),
        "{varieties}": ", ".join(f"`{name}`" for spec in known for name in spec.varieties),
    }
    columns = {
        name: Column(name, **{key: _filled(value, filled) for key, value in column.items()})
        for name, column in told.items()
    }
    for spec in known:
        columns[spec.count] = Column(spec.count, "integer", f"number of {spec.label} records")
        room = " within 10 K of room temperature" if spec.needs_temperature else ""
        measured = f"median of the measured values ({', '.join(spec.comparable)}){room}"
        columns[spec.median] = Column(spec.median, "number", measured, spec.unit)
    return columns


def _listed(name: str) -> tuple[str, ...]:
    known = specifications().values()
    many = {"{counts}": tuple(s.count for s in known), "{medians}": tuple(s.median for s in known)}
    return many.get(name, (name,))


def _filled(text: str, told: Mapping[str, str]) -> str:
    for mark, words in told.items():
        text = text.replace(mark, words)
    return text


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
