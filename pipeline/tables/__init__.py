"""The tables a run writes: their columns, types, units and descriptions, read from ``columns.toml``."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from corpus.data import data_of
from extractors.properties import specifications
from pipeline.consolidate.trust import limits

if TYPE_CHECKING:
    import pyarrow

Row = Mapping[str, Any]
PROPERTY = "{property}"
"""Stands in ``columns.toml`` for the table of each property."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``unit`` is empty for what has none, ``values`` for what may hold any."""

    name: str
    type: str
    description: str
    unit: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table; ``key`` are the columns that tell its rows apart (empty: none do).

    ``refers`` names for columns the table and the column there that hold their values. A ``local`` table tells of this
    machine: it is in the knowledge base, not among the files, which are the same for the same documents.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    local: bool = False


@cache
def schemas() -> dict[str, TableSchema]:
    """Every table by name, in the order in which they are told of."""
    content = data_of(__file__, "columns.toml")
    columns = _columns(content["columns"])
    found: dict[str, TableSchema] = {}
    many = _units()
    for name, table in content["tables"].items():
        for spec in specifications().values() if name == PROPERTY else (None,):
            own = spec.kind if spec else name
            told = limits() | ({"{title}": spec.title, "{unit}": spec.unit} if spec else {})
            title, description = (_filled(table[part], told) for part in ("title", "description"))
            names = [column for listed in table["columns"] for column in _listed(listed)]
            shown = [
                replace(c, unit=spec.unit) if spec and c.unit == many else c for c in map(columns.__getitem__, names)
            ]
            homes = {name: tuple(home.split(".")) for name, home in table.get("refers", {}).items()}
            found[own] = TableSchema(
                own, title, description, tuple(table["key"]), tuple(shown), homes, table.get("local", False)
            )
    return found


def filed() -> tuple[str, ...]:
    """The tables that a run writes as files."""
    return tuple(name for name, table in schemas().items() if not table.local)


def _units() -> str:
    """The units that a value of any property may have."""
    return " or ".join(spec.unit for spec in specifications().values())


def _columns(told: Mapping[str, Mapping[str, Any]]) -> dict[str, Column]:
    """The columns of the file, and those that every property brings: its count and its median."""
    known = specifications().values()
    filled = limits() | {
        "{units}": _units(),
        "{varieties}": ", ".join(f"`{name}`" for spec in known for name in spec.varieties),
    }
    columns = {}
    for name, column in told.items():
        texts = {key: _filled(value, filled) for key, value in column.items() if key != "values"}
        columns[name] = Column(name, values=tuple(column.get("values", ())), **texts)
    kinds, varieties = tuple(spec.kind for spec in known), tuple(v for spec in known for v in spec.varieties)
    columns["kind"] = replace(columns["kind"], values=(*kinds, "synthesis"))
    columns["property"] = replace(columns["property"], values=varieties)
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


def arrow_table(rows: Sequence[Row], schema: pyarrow.Schema) -> pyarrow.Table:
    """Rows as an Arrow table; what they do not tell is null. Raises pyarrow.ArrowException, TypeError, ValueError.

    They go through JSON: Arrow's own way loads pandas, 45 MB, to see that they are none of its. It is taken for what
    JSON does not tell as it is meant, whole numbers with a decimal point.
    """
    import pyarrow as pa
    from pyarrow import json as lines

    if not rows:
        return pa.Table.from_batches([], schema=schema)  # ``empty_table`` loads pandas, too
    told = "\n".join(map(json.dumps, rows)).encode()
    try:
        return lines.read_json(
            io.BytesIO(told),
            lines.ReadOptions(use_threads=False, block_size=len(told) + 1),
            lines.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"),
        )
    except pa.ArrowInvalid:
        return pa.Table.from_pylist(rows, schema=schema)
