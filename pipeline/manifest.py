"""What the ``manifest.toml`` beside documents says of them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

MANIFEST = "manifest.toml"
# Fields that go into the tables, with the type they must have; others are kept as they stand.
TYPES: dict[str, type] = {
    "id": str, "title": str, "journal": str, "doi": str, "licence": str, "authors": str, "sha256": str, "path": str,
    "form": str, "year": int,
}  # fmt: skip

LATEST_YEAR = 3000

Entry = dict[str, Any]


def read_manifest(folder: Path, faults: list[str] | None = None) -> dict[str, Entry]:
    """The entries of a folder's manifest by document id; empty when there is none that can be read.

    What is left out because it is not as it must be is told in ``faults``, a line each.
    """
    told: list[str] = [] if faults is None else faults
    try:
        documents = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8")).get("document", [])
    except FileNotFoundError:
        return {}
    except OSError as error:
        told.append(error.strerror or str(error))
        return {}
    except ValueError as error:
        told.append(f"is no TOML: {error}")
        return {}
    if not isinstance(documents, list):
        told.append("`document` is no array of tables")
        return {}
    entries: dict[str, Entry] = {}
    for number, entry in enumerate(documents, start=1):
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            told.append(f"document {number} has no `id` that is a text; left out")
            continue
        entries[entry["id"]] = {name: value for name, value in entry.items() if _fits(name, value)}
        for name in entry.keys() - entries[entry["id"]].keys():
            wanted = "year" if TYPES[name] is int else "text"
            told.append(f"document {entry['id']}: `{name}` is no {wanted}; left out")
    return entries


def _fits(name: str, value: Any) -> bool:
    wanted = TYPES.get(name, object)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool) and 0 < value < LATEST_YEAR
    return isinstance(value, wanted)
