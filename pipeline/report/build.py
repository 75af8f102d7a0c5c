"""Builds the report: one page with everything in it."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from corpus.data import data_of
from extractors.properties import Scale, specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.lying import ordered
from pipeline.consolidate.rows import STEP_RANGES
from pipeline.consolidate.trust import LEAST_CONFIDENCE, NEAR, ROOM
from pipeline.export.files import lying
from pipeline.report.evidence import SURFACES, marks
from pipeline.report.pictures import pictures
from pipeline.rules import library_version
from pipeline.steps import conditions
from pipeline.tables import PROPERTY, schemas

MOST_ROWS = 5_000  # of a table in the page; a browser stays quick, and all rows are in the table files
MOST_TEXT = 4_000_000  # characters of documents in the page; of further ones the sentences that tell something
LEVEL = 6  # of compression: 9 takes three times as long for a page that is 4 % smaller
SCRIPTS = ("format.js", "data.js", "list.js", "plots.js", "pages.js", "app.js")
# A table's first rows are in the page, and of what is told of them no more either.
STEPS = f"""
FROM synthesis_steps WHERE record_id IN (SELECT record_id FROM synthesis ORDER BY record_id LIMIT {MOST_ROWS})
ORDER BY record_id, step
"""
ELEMENTS = f"""
SELECT material_id, element FROM composition_elements
WHERE material_id IN (SELECT material_id FROM materials LIMIT {MOST_ROWS})
"""
MADE_HERE = frozenset({"steps", "marks"})  # columns of views that no table has


def _file(name: str) -> str:
    return files("pipeline.report").joinpath(name).read_text(encoding="utf-8")


@cache
def told() -> dict[str, Any]:
    """What ``views.toml`` says."""
    return data_of(__file__, "views.toml")


@cache
def views() -> list[dict[str, Any]]:
    """What is shown of each table."""
    found: list[dict[str, Any]] = []
    for view in told()["view"]:
        columns = [column for listed in view["columns"] for column in _listed(listed)]
        note = schemas()[view["id"]].description if view.get("note", "").startswith("{") else view.get("note", "")
        if view["id"] != PROPERTY:
            found.append(view | {"columns": columns, "note": note})
            continue
        for spec in specifications().values():
            shown = [
                [name, f"{spec.symbol} ({spec.unit})" if title == "{value}" else title, kind]
                for name, title, kind in columns
                if name != "temperature_k" or spec.needs_temperature
            ]
            found.append(view | {"id": spec.kind, "title": spec.title, "note": note, "columns": shown})
    return found


def _listed(column: list[str]) -> list[list[str]]:
    """A column, or for the marks of medians and counts one of each property."""
    known = specifications().values()
    if column[0] == "{medians}":
        return [
            [s.median, f"{s.symbol} ({s.unit})", "power" if s.scale is Scale.LOGARITHMIC else "fixed"] for s in known
        ]
    return [[s.count, s.symbol, "count"] for s in known] if column[0] == "{counts}" else [column]


def _step(row: dict[str, Any]) -> str:
    """One operation with its conditions in a few words."""
    told = {name: [row[low], row[high]] for name, (low, high) in STEP_RANGES.items() if row[low] is not None}
    return " ".join([row["op"], *conditions(told), *filter(None, (row["atmosphere"], row["solvent"]))])


def _table(base: KnowledgeBase, view: dict[str, Any]) -> dict[str, Any]:
    """A view with its rows as arrays, in the order of ``names``."""
    table = view["id"]
    steps: dict[str, list[str]] = {}
    if table == "synthesis":
        for row in base.rows(STEPS):
            steps.setdefault(row["record_id"], []).append(_step(row))
    known = [column.name for column in schemas()[table].columns]
    wanted = [*(column[0] for column in view["columns"]), *view["filters"], *view["more"]]
    names = [name for name in dict.fromkeys(wanted) if name in MADE_HERE.union(known)]
    read = {*names, *SURFACES} if view.get("evidence") else set(names)
    columns = ", ".join(f'"{name}"' for name in known if name in read)
    rows = []
    for row in base.rows(f"FROM ({ordered(table, lying(base, table), columns)}) LIMIT {MOST_ROWS}"):
        row["steps"] = steps.get(row.get("record_id", ""), [])
        row["marks"] = marks(row) if view.get("evidence") else None
        rows.append([row.get(name) for name in names])
    return {**view, "names": names, "rows": rows, "total": base.count(table)}


def _frame_of_data(base: KnowledgeBase, with_pictures: bool) -> dict[str, Any]:
    """What the page must know besides the tables."""
    known = specifications()
    elements: dict[str, list[str]] = {}
    for row in base.rows(ELEMENTS):
        elements.setdefault(row["material_id"], []).append(row["element"])
    return {
        "palette": told()["palette"],
        "properties": [{"kind": s.kind, "unit": s.shown_unit} for s in known.values()],
        "conducting": known["conductivity"].comparable,
        "least_confidence": LEAST_CONFIDENCE,
        "room": ROOM,
        "near": NEAR,
        "elements": elements,
        "texts": dict(_texts(base)),
        "pictures": pictures(base, (*known, "synthesis")) if with_pictures else {},
    }


def _texts(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The texts of the documents that are plain text and still where they were read, the smaller ones first."""
    left = MOST_TEXT
    wanted = "SELECT document_id, file, sha256, characters FROM documents WHERE media_type LIKE 'text/%' "
    for row in base.rows(wanted + "AND status IN ('success', 'partial') ORDER BY characters, document_id"):
        left -= row["characters"]
        path = Path(row["file"])
        if left < 0 or not path.is_file():
            continue
        content = path.read_bytes()
        text = content.decode("utf-8", "replace")
        if hashlib.sha256(content).hexdigest() == row["sha256"] and len(text) == row["characters"]:
            yield row["document_id"], text


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _pieces(base: KnowledgeBase, with_pictures: bool) -> Iterator[str]:
    """All data of the page as JSON, one table in memory at a time."""
    yield _json(_frame_of_data(base, with_pictures))[:-1] + ',"views":['
    for number, view in enumerate(views()):
        yield ("," if number else "") + _json(_table(base, view))
    yield "]}"


def packed(pieces: Iterator[str]) -> Iterator[str]:
    """Text compressed (gzip) and as base64, which may stand in a page: no word of a document is markup there."""
    squeeze = zlib.compressobj(LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    waiting = b""
    for piece in pieces:
        waiting += squeeze.compress(piece.encode("utf-8", "replace"))
        whole = len(waiting) // 3 * 3
        yield base64.b64encode(waiting[:whole]).decode()
        waiting = waiting[whole:]
    yield base64.b64encode(waiting + squeeze.flush()).decode()


def write_page(base: KnowledgeBase, stream: TextIO, *, with_pictures: bool = False) -> None:
    """Write the page as HTML; ``with_pictures`` of the PDFs' pages on which something was read."""
    mark = secrets.token_hex(16)
    before, after = _frame(base, mark).split(mark)
    stream.write(before)
    for piece in packed(_pieces(base, with_pictures)):
        stream.write(piece)
    stream.write(after)


def _frame(base: KnowledgeBase, mark: str) -> str:
    """The page without its data, for which ``mark`` stands."""
    from jinja2 import Environment
    from markupsafe import Markup

    counts = {name: base.count(name) for name in ("materials", "measurements", "sources", "documents")}
    counts["records"] = sum(base.count(kind) for kind in (*specifications(), "synthesis"))
    rules = next(base.rows("SELECT rules_version FROM documents LIMIT 1"), {"rules_version": "none"})
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_file("page.html.j2"))
    return template.render(
        style=Markup(_file("page.css")),
        script=Markup("\n".join(map(_file, SCRIPTS))),
        data=mark,
        counts=counts,
        gold=base.count("reconciliation"),
        generated=datetime.now(UTC).date().isoformat(),
        version=library_version("ionmine"),
        rules=rules["rules_version"],
        limit=f"{LEAST_CONFIDENCE:g}",
        views=[{**view, "total": base.count(view["id"])} for view in views()],
    )
