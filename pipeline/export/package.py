"""``datapackage.json``: what every file, table and column is (Frictionless Data Package, Table Schema)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipeline.export.cells import SEPARATOR
from pipeline.store import write_atomically
from pipeline.tables import Column, TableSchema, schemas

NAME = "datapackage.json"
TYPES = {"strings": "string", "integers": "string", "numbers": "string"}


def field(column: Column) -> dict[str, Any]:
    """A column as a Table Schema field; the unit stands under ``unit``."""
    described: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.type, column.type)}
    described["description"] = column.description
    described["unit"] = column.unit
    if column.type in TYPES:
        described["separator"] = SEPARATOR
        described["itemType"] = column.type.removesuffix("s")
    return described


def resource(table: TableSchema) -> dict[str, Any]:
    """A table as a resource of the package: its CSV file, and the Parquet file with the same rows."""
    return {
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "alternates": [{"path": f"{table.name}.parquet", "format": "parquet"}],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {
            "fields": [field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def package() -> dict[str, Any]:
    """The description of all tables."""
    return {
        "profile": "tabular-data-package",
        "name": "ionmine-tables",
        "title": "Solid electrolytes: compositions, conductivities, activation energies and syntheses from reviews",
        "description": "Every value cites its place in the document it was read from. Conductivities in S/cm, energies "
        "in eV, measuring temperatures in K, treatment in °C, h, MPa and rpm. A CSV cell that a spreadsheet would run "
        "as a formula begins with an apostrophe.",
        "resources": [resource(table) for table in schemas().values()],
    }


def write_package(folder: Path) -> Path:
    """Write the description beside the tables."""
    path = folder / NAME
    write_atomically(path, json.dumps(package(), ensure_ascii=False, indent=1).encode() + b"\n")
    return path
