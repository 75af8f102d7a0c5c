"""``datapackage.json``: what every file, table and column is (Frictionless Data Package, Table Schema)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.rules import library_version
from pipeline.store import write_atomically
from pipeline.tables import Column, TableSchema, filed, schemas

NAME = "datapackage.json"
MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
TYPES = {"strings": "array", "integers": "array", "numbers": "array"}  # in CSV as JSON
LICENCE = {"name": "Apache-2.0", "path": "https://www.apache.org/licenses/LICENSE-2.0", "title": "Apache License 2.0"}


def field(column: Column) -> dict[str, Any]:
    """A column as a Table Schema field; the unit stands under ``unit``."""
    described: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.type, column.type)}
    described["description"] = column.description
    described["unit"] = column.unit
    if column.type in TYPES:
        described["arrayItem"] = {"type": column.type.removesuffix("s")}
    if column.values:
        described["constraints"] = {"enum": list(column.values)}
    return described


def resource(table: TableSchema, formats: Sequence[str]) -> dict[str, Any]:
    """A table as a resource of the package: its CSV file, and the Parquet file with the same rows."""
    first, *others = sorted(formats)  # CSV before Parquet
    described: dict[str, Any] = {
        "name": table.name.replace("_", "-"),
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.{first}",
        "format": first,
        "mediatype": MEDIA_TYPES[first],
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {
            "fields": [field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": name, "reference": {"resource": home.replace("_", "-"), "fields": key}}
                for name, (home, key) in table.refers.items()
            ],
            "missingValues": [""],
        },
    }
    if others:
        described["alternates"] = [{"path": f"{table.name}.{form}", "format": form} for form in others]
    return described


def package(tables: Sequence[str] | None = None, formats: Sequence[str] = ("csv", "parquet")) -> dict[str, Any]:
    """The description of the tables, all that are kept as files when none is named."""
    return {
        "profile": "tabular-data-package",
        "name": "ionmine-tables",
        "version": library_version("ionmine"),
        "licenses": [LICENCE],
        "title": "Solid electrolytes: compositions, conductivities, activation energies and syntheses from reviews",
        "description": "Every value cites its place in the document it was read from. Conductivities in S/cm, energies "
        "in eV, measuring temperatures in K, treatment in °C, h, MPa and rpm. A CSV cell that a spreadsheet would run "
        "as a formula begins with an apostrophe.",
        "resources": [resource(schemas()[name], formats) for name in tables or filed()],
    }


def write_package(
    folder: Path, tables: Sequence[str] | None = None, formats: Sequence[str] = ("csv", "parquet")
) -> Path:
    """Write the description beside the tables."""
    path = folder / NAME
    write_atomically(path, json.dumps(package(tables, formats), ensure_ascii=False, indent=1).encode() + b"\n")
    return path
