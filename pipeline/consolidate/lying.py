"""How the rows of a table lie in its file, and how they are read in the order of their documents without sorting them.

Rows of single documents are added at the end of a table and taken out of it. What lies in its order is a run; a table
is read run after run.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.properties import specifications
from pipeline.consolidate.knowledge_base import KnowledgeBase

MOST_RUNS = 64  # of a table that are read one after the other; of more, its rows are written anew in their order
SORTED_AT_ONCE = 50_000  # whole rows
WIDE = 4  # times as much memory that a row with its sentence takes
IN_ORDER = "document_id || '#'"  # as the ids of records are ordered
# Documents that lie one behind the other, in their order.
RUNS = f"""
WITH lying AS (
    SELECT document_id, min(rowid) AS first, max(rowid) AS last FROM {{table}} GROUP BY document_id
), placed AS (
    SELECT *, row_number() OVER (ORDER BY {IN_ORDER}) AS place,
           row_number() OVER (ORDER BY first) - row_number() OVER (ORDER BY {IN_ORDER}) AS shift
    FROM lying
)
SELECT min(first) AS first, max(last) AS last FROM (
    SELECT *, count(*) FILTER (shift <> before) OVER (ORDER BY place) AS run
    FROM (SELECT *, lag(shift, 1, shift) OVER (ORDER BY place) AS before FROM placed)
) GROUP BY run ORDER BY min(place)
"""


# Rows of a run that lie one behind the other, and the first and the last of their ids.
STRETCHES = """
SELECT min(rowid) AS first, max(rowid) AS last, min(record_id) AS low, max(record_id) AS high FROM {table}
WHERE rowid BETWEEN {run.first} AND {run.last} GROUP BY rowid // {at_once} ORDER BY first
"""
# Whole rows are sorted some at a time: DuckDB sorts narrow ones on disk, wide ones in memory only.
RANKED = """
CREATE OR REPLACE TABLE scratch.ranked AS SELECT source.rowid AS place FROM {source} AS source {among} ORDER BY {order};
CREATE OR REPLACE TABLE {table} AS SELECT {columns} FROM {source} LIMIT 0;
"""
PUT = """
INSERT INTO {table} SELECT {columns} FROM (
    SELECT source.* FROM {source} AS source JOIN (
        SELECT place, rowid AS rank FROM scratch.ranked WHERE rowid BETWEEN {first} AND {last}
    ) ON source.rowid = place WHERE source.rowid BETWEEN {low} AND {high} ORDER BY rank
)
"""
PLACES = "SELECT min(place) AS low, max(place) AS high FROM scratch.ranked WHERE rowid BETWEEN {first} AND {last}"


def put_in_order(
    base: KnowledgeBase, table: str, source: str, order: str, columns: str = "*", among: str = "", *, wide: bool = False
) -> None:
    """Make a table of the rows of a ``source`` in an ``order``, so many at a time as fit into memory when whole.

    ``among`` is joined with the source to tell which of its rows, and their order. ``wide``: with their sentences.
    """
    base.run(RANKED.format(table=table, source=source, order=order, columns=columns, among=among))
    at_once = max(1, SORTED_AT_ONCE // WIDE) if wide else SORTED_AT_ONCE
    for first in range(0, base.count("scratch.ranked"), at_once):
        span = {"first": first, "last": first + at_once - 1}
        (between,) = base.rows(PLACES.format(**span))  # what lies before and behind is not even looked at
        base.run(PUT.format(table=table, source=source, columns=columns, **span, **between))


def by_document() -> tuple[str, ...]:
    """The tables of which the rows of single documents are changed where they lie."""
    return (*specifications(), "synthesis", "samples")


class Stretch(NamedTuple):
    """Rows from one ``rowid`` to another, with ids from ``low`` to ``high``."""

    first: int
    last: int
    low: str
    high: str


class Run(NamedTuple):
    """Rows from one ``rowid`` to another; with ``shift`` added, the number of each in the order of the table."""

    first: int
    last: int
    shift: int = 0


WHOLE = (Run(0, 2**62),)
"""A table that lies in its order."""


def runs_of(base: KnowledgeBase, table: str) -> tuple[Run, ...]:
    """The runs of a table of what documents tell."""
    found: list[Run] = []
    number = 0
    for row in base.rows(RUNS.format(table=table)):
        found.append(Run(row["first"], row["last"], number - row["first"]))
        number += row["last"] - row["first"] + 1
    return tuple(found)


def stretches(base: KnowledgeBase, table: str, runs: Sequence[Run], at_once: int) -> list[Stretch]:
    """Runs of a table of records cut into stretches of no more rows than ``at_once``."""
    queries = (STRETCHES.format(table=table, run=run, at_once=at_once) for run in runs)
    return [Stretch(**row) for query in queries for row in base.rows(query)]


def ordered(table: str, runs: Sequence[Run], columns: str = "*", conditions: Sequence[str] = ()) -> str:
    """The query that reads a table in its order; ``conditions`` on the rows of each run, ``{shift}`` in ``columns``."""
    told = conditions or [f"rowid BETWEEN {run.first} AND {run.last}" for run in runs]
    parts = [
        f"SELECT {columns.replace('{shift}', str(run.shift))} FROM {table} WHERE {condition}"
        for run, condition in zip(runs, told, strict=True)
        if condition
    ]
    return " UNION ALL ".join(parts) or f"SELECT {columns.replace('{shift}', '0')} FROM {table} LIMIT 0"
