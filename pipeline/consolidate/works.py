"""Joins the entries of all bibliographies to works: by DOI, by title and year, by place and first author.

Only the entries of one place (year, volume and first page) are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pyarrow as pa

from pipeline.consolidate.derived import statements
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.sources import may_be_one

HOMES = pa.schema([pa.field(name, pa.string()) for name in ("key", "home")])
# Entries with one place that do not all say the same.
SHARED_PLACES = """
SELECT by_place AS place, by_doi AS doi, by_words AS words, min(source_id) AS key
FROM scratch.entries WHERE by_place IS NOT NULL
GROUP BY class, by_place, by_doi, by_words QUALIFY count(*) OVER (PARTITION BY by_place) > 1 ORDER BY place, key
"""
STEP = """
CREATE OR REPLACE TABLE scratch.joined AS
WITH lowest AS (SELECT trait, min(label) AS label FROM scratch.links JOIN scratch.labels USING (key) GROUP BY trait)
SELECT key, min(label) AS label FROM scratch.links JOIN lowest USING (trait) GROUP BY key
"""


def join_works(base: KnowledgeBase) -> None:
    """Make ``scratch.works`` (``key``, ``source_id``) of ``scratch.cited``: the work of every entry.

    ``cited`` has the columns ``source_id`` (the entry's own) and ``by_...``, its traits.
    """
    base.run(
        "CREATE OR REPLACE VIEW scratch.entries AS "
        "SELECT *, hash(by_doi, by_place, by_title, by_name, by_words) AS class FROM scratch.cited"
    )
    base.replace("scratch.homes", list(_homes(base.rows(SHARED_PLACES))), HOMES)
    base.run(statements("works.sql"))
    moved = True
    while moved:  # as often as the longest chain of entries has links
        base.run(STEP)
        moved = any(
            base.rows(
                "SELECT 1 FROM scratch.joined JOIN scratch.labels USING (key) WHERE joined.label < labels.label LIMIT 1"
            )
        )
        base.run("CREATE OR REPLACE TABLE scratch.labels AS FROM scratch.joined; DROP TABLE scratch.joined")
    base.run(statements("works_named.sql"))


def _homes(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Of each entry that is of one work with an earlier one of its place, that one."""
    for _, group in groupby(entries, key=itemgetter("place")):
        homes: list[dict[str, Any]] = []
        for entry in group:
            home = next((other for other in homes if may_be_one(entry, other)), None)
            if home is None or (entry["doi"] and not home["doi"]):
                homes.insert(0, entry)
            if home is not None:
                yield {"key": entry["key"], "home": home["key"]}
