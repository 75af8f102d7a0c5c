"""Builds the tables over all documents: their rows and what is known of the materials (both kept), the rest by SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from extractors.properties import specifications
from pipeline.consolidate.conflicts import find_conflicts, find_misreadings, find_offers
from pipeline.consolidate.derived import filled, statements
from pipeline.consolidate.identity import element_rows, identity
from pipeline.consolidate.kept import SCHEMAS, Kept
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.known_works import known_works
from pipeline.consolidate.measurements import joined
from pipeline.consolidate.rows import rows_of
from pipeline.consolidate.same_paper import set_copies_apart
from pipeline.consolidate.sources import traits
from pipeline.consolidate.works import join_works
from pipeline.discover import Input
from pipeline.store import Part

STAGED = {"synthesis": "synthesis_stated"} | dict.fromkeys(specifications(), "stated")
FILLED_LATER = ("corrections", "reconciliation", "runs")
Parts = Iterable[tuple[Input, Part]]


def consolidate(
    base: KnowledgeBase,
    kept: Kept,
    marked: Sequence[tuple[Input, str]],
    parts: Callable[[Sequence[Input]], Parts],
    rules: str,
    dois: Path | None = None,
) -> None:
    """Fill a knowledge base with what the documents tell, in their order.

    ``marked``: each with a mark of what its rows are made of, empty when they are not to be kept. ``parts`` gives the
    parts of those that are not kept yet. ``dois`` is a file of known works with their DOIs
    (:mod:`pipeline.consolidate.known_works`).
    """
    for table in FILLED_LATER:
        base.replace(table, [])
    missing = kept.documents([(item.document_id, mark) for item, mark in marked])
    for item, part in parts([item for item, _ in marked if item.document_id in missing]):
        _keep_rows(kept, item, part, rules)
    kept.flush()
    set_copies_apart(base)
    _name_works(base, dois)
    base.run(filled("loaded.sql.j2"))
    kept.materials()
    _measure(base, kept)
    base.run(filled("measured.sql.j2"))
    base.run(filled("derived.sql.j2"))
    _identify(base, kept)
    base.run("DETACH scratch")


def _keep_rows(kept: Kept, item: Input, part: Part, rules: str) -> None:
    numbers: dict[str, int] = {}
    for kind, rows in rows_of(item, part, rules).items():
        table = STAGED.get(kind, kind)
        begin = numbers.get(table, 0)
        kept.add(table, [row | {"number": number} for number, row in enumerate(rows, start=begin)])
        numbers[table] = begin + len(rows)


def _name_works(base: KnowledgeBase, dois: Path | None) -> None:
    """The temporary table ``works``: of every entry of a bibliography, and of the file of known works, the work."""
    known = (
        [
            entry | {"source_id": f"{dois.name}[{number}]"} | traits(entry).columns()
            for number, entry in enumerate(known_works(dois), start=1)
        ]
        if dois
        else []
    )
    base.replace("scratch.known_works", known, SCHEMAS["cited"])
    base.run("CREATE OR REPLACE VIEW scratch.cited AS FROM kept.cited UNION ALL FROM scratch.known_works")
    join_works(base)


def _measure(base: KnowledgeBase, kept: Kept) -> None:
    """Join statements to measurements and find the contradictions, one material at a time, where something changed."""
    query = (
        "SELECT comparable.* FROM scratch.comparable SEMI JOIN scratch.stale USING (material_id) "
        "ORDER BY material_id, document_id, record_id"
    )
    for _, group in groupby(base.rows(query), key=itemgetter("material_id")):
        _keep_measurements(kept, list(group))
    kept.flush()


def _keep_measurements(kept: Kept, rows: list[dict[str, Any]]) -> None:
    """What is found out about one material from all statements on it."""
    by_id = {row["record_id"]: row for row in rows}
    merged = list(joined(rows))
    kept.add("told", [row for _, row in merged])
    kept.add("members", [
        {"record_id": name, "measurement_id": row["measurement_id"], "material_id": row["material_id"]}
        for _, row in merged for name in row["record_ids"]
    ])  # fmt: skip
    trusted = [m for m, row in merged if row["trusted"] and row["composed"] and by_id[m.key]["trusted"]]
    kept.add("conflicts", list(find_conflicts(trusted, by_id)))
    kept.add("misreadings", list(find_misreadings([measure for measure, _ in merged], by_id)))
    kept.add("offers", list(find_offers(rows)))


def _identify(base: KnowledgeBase, kept: Kept) -> None:
    """The composition of every material, and what it is made of when it is a composite."""
    kept.names()
    query = "SELECT material_id, material, formula FROM materials ANTI JOIN kept.identities USING (material_id)"
    for each in base.rows(query):
        kept.add("identities", [each | identity(each["material"], each["formula"])._asdict()])
        kept.add("elements", [row | {"number": number} for number, row in enumerate(element_rows(each))])
    kept.flush()
    base.run(statements("identity.sql"))
