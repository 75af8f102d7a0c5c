"""Builds the report: one page with everything in it."""

from __future__ import annotations

import json
import secrets
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TextIO

from extractors.properties import Scale, specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.report.evidence import marks
from pipeline.tables import PROPERTY, schemas

MOST_ROWS = 5_000  # of a table in the page; a browser stays quick, and all rows are in the table files
# Columns the page needs beside those it shows: the record's evidence and place.
EVIDENCE = (
    "record_id", "origin", "form", "formula", "subject_kind", "value_high", "comparator", "unit", "value_surface",
    "sources", "start", "end", "page", "block", "section", "sentence", "reasons", "confirmed_by", "temperature_surface",
)  # fmt: skip
CONFLICT = ("record_id", "other_record_id", "kind")


def _file(name: str) -> str:
    return files("pipeline.report").joinpath(name).read_text(encoding="utf-8")


@cache
def views() -> list[dict[str, Any]]:
    """What is shown of each table."""
    found: list[dict[str, Any]] = []
    for view in tomllib.loads(_file("views.toml"))["view"]:
        columns = [column for listed in view["columns"] for column in _listed(listed)]
        if view["id"] != PROPERTY:
            found.append(view | {"columns": columns})
            continue
        for spec in specifications().values():
            shown = [
                [name, f"{spec.symbol} ({spec.unit})" if title == "{value}" else title, kind]
                for name, title, kind in columns
                if name != "temperature_k" or spec.needs_temperature
            ]
            found.append(view | {"id": spec.kind, "title": spec.title, "unit": spec.shown_unit, "columns": shown})
    return found


def _listed(column: list[str]) -> list[list[str]]:
    """A column, or for the marks of medians and counts one of each property."""
    known = specifications().values()
    if column[0] == "{medians}":
        return [
            [s.median, f"{s.symbol} ({s.unit})", "power" if s.scale is Scale.LOGARITHMIC else "fixed"] for s in known
        ]
    return [[s.count, s.symbol, "count"] for s in known] if column[0] == "{counts}" else [column]


def _columns(view: dict[str, Any], known: set[str]) -> list[str]:
    shown = [column[0] for column in view["columns"]]
    more = [*view["filters"], *(EVIDENCE if view.get("evidence") else ()), *(CONFLICT if view.get("conflict") else ())]
    return [name for name in dict.fromkeys([*shown, *more]) if name in known or name == "steps"]


def _step(row: dict[str, Any]) -> str:
    """One operation with its conditions in a few words."""
    text = [row["op"]]
    for low, high, unit in (
        ("temperature_low_c", "temperature_high_c", "°C"), ("duration_low_h", "duration_high_h", "h"),
        ("pressure_low_mpa", "pressure_high_mpa", "MPa"), ("speed_low_rpm", "speed_high_rpm", "rpm"),
    ):  # fmt: skip
        if row[low] is not None:
            span = f"{row[low]:g}" if row[low] == row[high] else f"{row[low]:g}–{row[high]:g}"
            text.append(f"{span} {unit}")
    return " ".join([*text, *filter(None, (row["atmosphere"], row["solvent"]))])


def _table(base: KnowledgeBase, view: dict[str, Any]) -> dict[str, Any]:
    """A view with its rows as arrays, in the order of ``columns``."""
    table = view["id"]
    steps: dict[str, list[str]] = {}
    if table == "synthesis":
        for row in base.rows("SELECT * FROM synthesis_steps ORDER BY record_id, step"):
            steps.setdefault(row["record_id"], []).append(_step(row))
    total = base.count(table)
    names = _columns(view, {column.name for column in schemas()[table].columns})
    rows = []
    for row in base.rows(f'SELECT * FROM "{table}" LIMIT {MOST_ROWS}'):
        row["steps"] = steps.get(row.get("record_id", ""), [])
        values = [row.get(name) for name in names]
        rows.append([*values, marks(row)] if view.get("evidence") else values)
    return {**view, "names": names, "rows": rows, "total": total}


def _embedded(value: Any) -> str:
    """JSON that may stand in a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def write_page(base: KnowledgeBase, stream: TextIO) -> None:
    """Write the page as HTML, one table in memory at a time."""
    mark = secrets.token_hex(16)  # no text of a document can stand for it
    before, after = _frame(base, mark).split(mark)
    titles = {row["document_id"]: row["title"] or row["document_id"] for row in base.rows("SELECT * FROM documents")}
    stream.write(f'{before}{{"documents":{_embedded(titles)},"views":[')
    for number, view in enumerate(views()):
        stream.write("," if number else "")
        stream.write(_embedded(_table(base, view)))
    stream.write(f"]}}{after}")


def _frame(base: KnowledgeBase, mark: str) -> str:
    """The page without its data, for which ``mark`` stands."""
    from jinja2 import Environment
    from markupsafe import Markup

    from pipeline.report.plots import plots

    facts = {
        "documents": base.count("documents"),
        "records": sum(base.count(kind) for kind in (*specifications(), "synthesis")),
        "measurements": base.count("measurements"),
        "materials": base.count("materials"),
        "sources": base.count("sources"),
        "conflicts": base.count("conflicts"),
    }
    levels = list(base.rows("SELECT * FROM reconciliation WHERE document_id = 'ALL' AND block_group = 'all'"))
    verified = list(base.rows("SELECT * FROM reconciliation WHERE document_id = 'VERIFIED'"))
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_file("page.html.j2"))
    return template.render(
        style=Markup(_file("page.css")),
        script=Markup(_file("page.js")),
        data=mark,
        plots=[{**plot, "svg": Markup(plot["svg"])} for plot in plots(base)],
        facts=facts,
        levels=levels,
        verified=verified,
        views=[{**view, "total": base.count(view["id"])} for view in views()],
    )
