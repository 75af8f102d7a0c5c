"""What a run keeps for the next one: the rows of every document, and what was found out of every material.

It lies in a DuckDB file of its own beside the knowledge base. A document's rows hold as long as its mark is the same, a
material's as long as no statement about it changed; all else is made anew from these by SQL.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from extractors.properties import specifications
from pipeline.consolidate.derived import statements
from pipeline.consolidate.identity import Identity
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.lying import IN_ORDER, MOST_RUNS, WHOLE, Stretch, put_in_order, runs_of, stretches
from pipeline.consolidate.sources import Traits
from pipeline.tables import arrow_schema

SUFFIX = ".kept"
ROWS = 2000  # rows of one table in memory until they are written
NUMBER = pa.field("number", pa.int64())  # of a row among those of its document
PLACE = pa.field("place", pa.int64())  # of a document among those of the run


def _fields(**kinds: pa.DataType) -> list[pa.Field]:
    return [pa.field(name, kind) for name, kind in kinds.items()]


TEXT, TEXTS = pa.string(), pa.list_(pa.string())
COUNTED = _fields(article_id=TEXT, reading_quality=pa.float64(), relative_density=pa.float64())
JUDGED = _fields(
    trusted=pa.bool_(), value_uncertainty=pa.float64(), value_rounding=pa.float64(), offered=TEXT, offered_id=TEXT,
)  # fmt: skip
OF_DOCUMENTS: dict[str, pa.Schema] = {
    "documents": arrow_schema("documents"),
    "stated": pa.schema([*arrow_schema(next(iter(specifications()))), *COUNTED, *JUDGED]),
    "synthesis_stated": pa.schema([*arrow_schema("synthesis"), *COUNTED]),
    "synthesis_steps": arrow_schema("synthesis_steps"),
    "second_readings": arrow_schema("second_readings"),
    "problems": arrow_schema("problems"),
    "cited": pa.schema([
        *_fields(source_id=TEXT, document_id=TEXT, text=TEXT, authors=TEXT, title=TEXT, journal=TEXT, year=pa.int64(),
                 doi=TEXT),
        *_fields(**dict.fromkeys((f"by_{name}" for name in Traits._fields), TEXT)),
    ]),
}  # fmt: skip
OF_MATERIALS: dict[str, pa.Schema] = {
    "told": pa.schema(_fields(
        measurement_id=TEXT, material_id=TEXT, record_id=TEXT, form=TEXT, phase=TEXT, sample_id=TEXT,
        value_uncertainty=pa.float64(), temperature_k=pa.float64(), evidence=pa.int64(), documents=pa.int64(),
        record_ids=TEXTS, source_ids=TEXTS, counted_source=TEXT, document_ids=TEXTS, trusted=pa.bool_(),
        composed=pa.bool_(),
    )),
    "members": pa.schema(_fields(record_id=TEXT, measurement_id=TEXT, material_id=TEXT)),
    "conflicts": arrow_schema("conflicts"),
    "misreadings": arrow_schema("misreadings"),
    "materials": arrow_schema("materials").append(pa.field("records", pa.int64())),
    "aliases": arrow_schema("aliases"),
    "consensus": arrow_schema("consensus"),
    "offers": pa.schema(_fields(material_id=TEXT, record_id=TEXT, offered_id=TEXT, cause=TEXT, standard_unit=TEXT)),
}  # fmt: skip
OTHERS: dict[str, pa.Schema] = {
    "inputs": pa.schema(_fields(document_id=TEXT, mark=TEXT)),
    "marks": pa.schema(_fields(material_id=TEXT, mark=pa.uint64())),
    "identities": pa.schema(_fields(**dict.fromkeys(("material_id", "material", "formula", *Identity._fields), TEXT))),
    "elements": arrow_schema("composition_elements").append(NUMBER),
    "made_by": pa.schema(_fields(code=TEXT)),
}
SCHEMAS = {
    **{name: schema.append(NUMBER) for name, schema in OF_DOCUMENTS.items()}, **OF_MATERIALS, **OTHERS
}  # fmt: skip

STATED = ("stated", "synthesis_stated")  # tables with most and longest rows: sorting them all costs more than reading
JOINED_AT_ONCE = 10_000  # rows; with what they are joined with, and to be put in order, they are in memory


def carry_over(before: Path, base: Path) -> None:
    """Begin a knowledge base with the tables of a published one, of which :class:`Kept` knows what still holds."""
    shutil.copyfile(before, base)


def kept_beside(base: Path) -> Path:
    """Where the kept rows of a knowledge base lie."""
    return base.with_suffix(SUFFIX)


class Waiting:
    """Rows that are written some thousand at a time, and at :meth:`flush`."""

    def __init__(self, write: Callable[[str, list[dict[str, Any]]], None]) -> None:
        self._write = write
        self._rows: dict[str, list[dict[str, Any]]] = {}

    def add(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Rows for a table of ``SCHEMAS``."""
        waiting = self._rows.setdefault(table, [])
        waiting.extend(rows)
        if len(waiting) >= ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        for table, rows in self._rows.items():
            if rows:
                self._write(table, rows)
        self._rows.clear()


class Kept:
    """The kept rows beside a knowledge base, as the database ``kept``; those of ``before`` where ``code`` made them."""

    def __init__(self, base: KnowledgeBase, code: str = "", before: Path | None = None) -> None:
        self._base = base
        self.place = kept_beside(base.path)
        self.waiting = Waiting(lambda table, rows: base.append(f"kept.{table}", rows, SCHEMAS[table]))
        if before is not None and before.is_file():
            shutil.copyfile(before, self.place)
        base.attach(self.place, "kept")
        base.attach(Path(":memory:"), "scratch")  # what is needed in between; more than fits is spilled to disk
        if "made_by" not in base.tables("kept") or base.count("kept.made_by", f"code = '{code}'") == 0:
            for table in base.tables():
                base.run(f'DROP TABLE "{table}"')
            for name, schema in SCHEMAS.items():
                base.replace(f"kept.{name}", [], schema)
            base.append("kept.made_by", [{"code": code}], SCHEMAS["made_by"])

    def documents(self, marked: Iterable[tuple[str, str]]) -> list[tuple[int, bool]]:
        """Forget the rows of documents that are not among these or have another mark.

        ``marked`` are ids and marks in the documents' order, which ``scratch.present`` has afterwards. Gives of
        those that are to be added the place and whether they have a mark: rows of a document without one are never kept
        for the next run.
        """
        schema = pa.schema([*OTHERS["inputs"], PLACE])
        self._base.replace("scratch.present", [], schema)
        rows = ({"document_id": name, "mark": mark, "place": place} for place, (name, mark) in enumerate(marked))
        while some := list(islice(rows, ROWS)):
            self._base.append("scratch.present", some, schema)
        self._base.run(
            "DELETE FROM kept.inputs AS known WHERE mark = '' OR NOT EXISTS (FROM scratch.present "
            "WHERE present.document_id = known.document_id AND present.mark = known.mark)"
        )
        for table in OF_DOCUMENTS:
            self._base.run(f"DELETE FROM kept.{table} WHERE document_id NOT IN (SELECT document_id FROM kept.inputs)")
        self._base.run(
            "CREATE OR REPLACE TABLE scratch.fresh AS FROM scratch.present ANTI JOIN kept.inputs USING (document_id); "
            "INSERT INTO kept.inputs BY NAME SELECT document_id, mark FROM scratch.fresh"
        )
        fresh = self._base.rows("SELECT place, mark <> '' AS marked FROM scratch.fresh ORDER BY place")
        return [(row["place"], row["marked"]) for row in fresh]

    def in_order(self) -> dict[str, list[Stretch]]:
        """What is stated, in the order of documents and of the records of each: the rows that are joined at once.

        Rows are read in runs, as they lie. Where these have become many, the rows are written anew in their order.
        """
        found = {}
        for table in STATED:
            runs = runs_of(self._base, f"kept.{table}")
            if len(runs) > MOST_RUNS:
                self._write_in_order(table)
                runs = WHOLE
            found[table] = stretches(self._base, f"kept.{table}", runs, JOINED_AT_ONCE)
        return found

    def _write_in_order(self, table: str) -> None:
        put_in_order(self._base, "kept.ordered", f"kept.{table}", f"{IN_ORDER}, number", wide=True)
        self._base.run(f"DROP TABLE kept.{table}; ALTER TABLE kept.ordered RENAME TO {table}")

    def materials(self) -> None:
        """Forget what is known of materials about which other things are told now; ``scratch.stale`` names these."""
        self._base.run(statements("stale.sql"))
        for table in OF_MATERIALS:
            self._base.run(f"DELETE FROM kept.{table} WHERE material_id NOT IN (SELECT material_id FROM kept.marks)")
        self._base.run("INSERT INTO kept.marks FROM scratch.stale")

    def names(self) -> None:
        """Forget the composition of materials that are gone or have another name or formula now."""
        self._base.run(
            "DELETE FROM kept.identities AS known WHERE NOT EXISTS (FROM materials AS now "
            "WHERE now.material_id = known.material_id AND now.material = known.material "
            "AND now.formula IS NOT DISTINCT FROM known.formula); "
            "DELETE FROM kept.elements WHERE material_id NOT IN (SELECT material_id FROM kept.identities)"
        )

    def take_in(self, table: str, stream: Path) -> None:
        """Keep the rows of an Arrow stream."""
        with stream.open("rb") as file:
            self._base.connection.register("incoming", pa.ipc.open_stream(file))
            self._base.run(f"INSERT INTO kept.{table} FROM incoming")
            self._base.connection.unregister("incoming")
