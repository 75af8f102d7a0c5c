"""Rows of many documents and measurements of many materials, made by processes of their own.

They read the store, or a file of statements, and write Arrow streams, which DuckDB takes in: this process neither waits
for one core nor grows with the corpus. What a process could not do is done here.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from extractors.properties import specifications
from pipeline.consolidate.conflicts import find_conflicts, find_misreadings, find_offers
from pipeline.consolidate.kept import SCHEMAS, Kept, Waiting
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.measurements import joined
from pipeline.consolidate.rows import rows_of
from pipeline.discover import Input, Inputs
from pipeline.extraction import open_store, parts
from pipeline.parent import end_with_parent
from pipeline.pool import environment
from pipeline.settings import Settings
from pipeline.store import Part
from pipeline.tables import arrow_table

FEWEST_DOCUMENTS, FEWEST_STATEMENTS = 200, 8_000  # for which a process is started: it takes a second and a half to load
STAGED = {"synthesis": "synthesis_stated"} | dict.fromkeys(specifications(), "stated")
COMPARED_AT_ONCE = 20_000  # statements that are sorted together with their sentences
# What is compared together, and of which share it is. Of more than are sorted at once each is a share of its own.
PLACED = """
CREATE OR REPLACE TABLE scratch.placed AS
SELECT material_id, kind, number, (sum(number) OVER (ORDER BY number DESC, material_id, kind) - number) // {} AS place
FROM (SELECT material_id, kind, count(*) AS number FROM scratch.comparable SEMI JOIN scratch.stale USING (material_id)
      GROUP BY material_id, kind)
"""
PLACES = """
SELECT place, sum(number)::BIGINT AS number, count(*) AS groups FROM scratch.placed GROUP BY place ORDER BY place
"""
# Their sentences are read past those of one place, so that only what is sorted is in memory with these.
PICKED = """
CREATE OR REPLACE TABLE scratch.compared AS
SELECT comparable.* FROM scratch.comparable SEMI JOIN (FROM scratch.placed WHERE place = {}) USING (material_id, kind)
"""
COMPARED = """
SELECT compared.*, sentence FROM (SELECT record_id, sentence FROM kept.stated) JOIN scratch.compared USING (record_id)
"""
Share = tuple[Inputs, Settings, str] | Path
"""Documents with settings and the version of the rules, or a stream of statements, those on one material together."""


def keep_rows(rows: Waiting, documents: Iterable[tuple[Input, Part]], rules: str) -> None:
    """The rows of documents, numbered within each."""
    for item, part in documents:
        numbers: dict[str, int] = {}
        for kind, told in rows_of(item, part, rules).items():
            table = STAGED.get(kind, kind)
            begin = numbers.get(table, 0)
            rows.add(table, [row | {"number": number} for number, row in enumerate(told, start=begin)])
            numbers[table] = begin + len(told)
    rows.flush()


def keep_measurements(rows: Waiting, statements: Iterable[dict[str, Any]]) -> None:
    """What is found out about each material from all statements on it, which come together."""
    for _, group in groupby(statements, key=itemgetter("material_id", "kind")):
        told = sorted(group, key=itemgetter("document_id", "record_id"))
        by_id = {row["record_id"]: row for row in told}
        merged = list(joined(told))
        rows.add("told", [row for _, row in merged])
        rows.add("members", [
            {"record_id": name, "measurement_id": row["measurement_id"], "material_id": row["material_id"]}
            for _, row in merged for name in row["record_ids"]
        ])  # fmt: skip
        trusted = [m for m, row in merged if row["trusted"] and row["composed"] and by_id[m.key]["trusted"]]
        rows.add("conflicts", list(find_conflicts(trusted, by_id)))
        rows.add("misreadings", list(find_misreadings([measure for measure, _ in merged], by_id)))
        rows.add("offers", list(find_offers(told)))
    rows.flush()


def documents(kept: Kept, items: Inputs, settings: Settings, rules: str) -> bool:
    """Keep the rows of documents of the store, made by processes; whether they are many enough for that."""
    number = min(settings.workers, len(items) // FEWEST_DOCUMENTS)
    _spread(kept, [(share, settings, rules) for share in _one_behind_the_other(items, number, settings)])
    return number > 0


def _one_behind_the_other(items: Inputs, number: int, settings: Settings) -> Iterator[Inputs]:
    """Shares of documents that follow each other, of about equal size: rows that come in order need not be sorted."""
    store = open_store(settings)
    done = list(accumulate((store.size(item.sha256) or 0) + 1 for item in items))
    ends = [bisect_left(done, done[-1] * share / number) for share in range(1, number)] if number else []
    for first, last in pairwise([0, *ends, len(items)] if number else []):
        yield items[first:last]


def measurements(base: KnowledgeBase, kept: Kept, workers: int) -> None:
    """Keep what is found out about the materials in ``scratch.stale``."""
    base.run(PLACED.format(COMPARED_AT_ONCE))
    places = list(base.rows(PLACES))
    number = min(workers, len(places), sum(place["number"] for place in places) // FEWEST_STATEMENTS)
    if not number:
        for place in places:
            keep_measurements(kept.waiting, _rows(_compared(base, place)))
        return
    with tempfile.TemporaryDirectory(dir=base.path.parent, prefix=".shares-") as folder:
        shares: list[Share] = []
        for first in range(number):
            share = Path(folder, f"{first}.arrows")
            with ExitStack() as stack:
                stream = None
                for place in places[first::number]:
                    reader = _compared(base, place)
                    stream = stream or stack.enter_context(pa.ipc.new_stream(share, reader.schema))
                    for batch in reader:
                        stream.write_batch(batch)
                    reader.close()  # what it holds is free for the next
            shares.append(share)
        _spread(kept, shares)


def _compared(base: KnowledgeBase, place: dict[str, Any]) -> pa.RecordBatchReader:
    """The statements of one place, those on one property of a material together."""
    base.run(PICKED.format(place["place"]))
    return base.batches(COMPARED + ("ORDER BY material_id, kind" if place["groups"] > 1 else ""))


def _spread(kept: Kept, shares: Sequence[Share]) -> None:
    """One process a share; keeps the rows that they write."""
    with tempfile.TemporaryDirectory(dir=kept.place.parent, prefix=".shares-") as folder, ExitStack() as stack:
        running = []
        for number, share in enumerate(shares):
            task = Path(folder, f"{number}.task")
            task.write_bytes(pickle.dumps(share))
            command = [sys.executable, "-P", "-m", __name__, str(task)]
            process = stack.enter_context(subprocess.Popen(command, stdin=subprocess.DEVNULL, env=environment()))
            stack.callback(process.kill)
            running.append((share, task, process))
        for share, task, process in running:
            if process.wait() == 0:
                for stream in sorted(task.parent.glob(f"{task.stem}-*.arrows")):
                    kept.take_in(stream.stem.removeprefix(f"{task.stem}-"), stream)
            else:
                _do(share, kept.waiting)


def _do(share: Share, rows: Waiting) -> None:
    if isinstance(share, Path):
        with pa.ipc.open_stream(share.open("rb")) as stream:
            keep_measurements(rows, _rows(stream))
    else:
        items, settings, rules = share
        keep_rows(rows, parts(items, settings), rules)


def _rows(batches: Iterable[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        yield from batch.to_pylist()


def main() -> None:
    """Do the share that a file holds; the rows of each table go into a stream beside it."""
    end_with_parent()
    task = Path(sys.argv[1])
    with ExitStack() as stack:
        streams: dict[str, pa.ipc.RecordBatchStreamWriter] = {}

        def write(table: str, rows: list[dict[str, Any]]) -> None:
            if table not in streams:
                place = task.with_name(f"{task.stem}-{table}.arrows")
                streams[table] = stack.enter_context(pa.ipc.new_stream(place, SCHEMAS[table]))
            streams[table].write_table(arrow_table(rows, SCHEMAS[table]))

        _do(pickle.loads(task.read_bytes()), Waiting(write))  # written by the process that started this one


if __name__ == "__main__":
    main()
