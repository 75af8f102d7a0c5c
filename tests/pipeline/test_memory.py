"""The memory of the tables' stage is bounded: what does not fit is made a part at a time, or waits on disk."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import pytest

from benchmarks.documents import spelled
from pipeline.consolidate.build import consolidate
from pipeline.consolidate.kept import Kept, kept_beside
from pipeline.consolidate.knowledge_base import GROUP, KnowledgeBase
from pipeline.consolidate.lying import put_in_order
from pipeline.discover import Input, Inputs
from tests.pipeline.hand_made import Part, part, value

DOCUMENTS, EACH, TIMES = 20, 40, 60
LITTLE = "64MB"  # no more than a run has, for documents of which each tells of materials of its own
COPIED = {
    name: f"{name} || 'x' || copy"
    for name in ("mark", "document_id", "article_id", "material_id", "by_name", "by_place", "by_words")
} | {
    "record_id": "replace(record_id, '#', 'x' || copy || '#')",
    "source_id": "replace(source_id, '[', 'x' || copy || '[')",
    "source_ids": "[replace(each, '[', 'x' || copy || '[') for each in source_ids]",
}


def told(number: int) -> Part:
    """A document on compositions of its own."""
    values = [
        value(f"Li{number}.{place}PS5Cl", 1e-3 * (1 + place), start=place, references=[place % 9 + 1],
              sentence=f"Sentence {place} of document {number} tells of what conducts. " * 8, temperature_k=298.15)
        for place in range(EACH)
    ]  # fmt: skip
    entries = {n: f"A. Author{number}, Journal of {n}, {1990 + n}, {number + 1}, {100 + n}." for n in range(1, 10)}
    return part(f"d{number:02}", values, entries, title=f"{spelled(number)} of many documents on conducting solids")


def multiply(place: Path) -> None:
    """Of every kept document many more, which tell the same of other materials and cite other works."""
    with duckdb.connect(str(place)) as kept:
        for table in ("inputs", "documents", "stated", "cited"):
            names = [row[0] for row in kept.execute(f"DESCRIBE {table}").fetchall()]
            new = ", ".join(f"""{COPIED.get(name, f'"{name}"')} AS "{name}\"""" for name in names)
            kept.execute(f"INSERT INTO {table} SELECT {new} FROM {table}, range(1, {TIMES}) AS copies(copy)")


def consolidated(folder: Path, times: int, before: Path | None = None) -> tuple[int, ...]:
    """How many measurements, works and samples the documents and their copies give."""
    names = [f"d{number:02}{f'x{copy}' if copy else ''}" for number in range(DOCUMENTS) for copy in range(times)]
    inputs = Inputs(Input(Path(name), name, name) for name in names)
    marks = (f"of {name}" for name in names)

    def parts(missing: Sequence[Input]) -> Iterator[tuple[Input, Part]]:
        return ((item, told(int(item.document_id[1:]))) for item in missing)

    folder.mkdir()
    with KnowledgeBase(folder / "base.duckdb") as base:
        consolidate(base, Kept(base, "code", before), inputs, marks, parts, "rules")
        return tuple(base.count(table) for table in ("measurements", "sources", "samples"))


def test_more_rows_than_fit_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = consolidated(tmp_path / "few", 1)
    multiply(kept_beside(tmp_path / "few" / "base.duckdb"))
    monkeypatch.setattr("pipeline.consolidate.knowledge_base.MEMORY", LITTLE)
    monkeypatch.setattr("pipeline.consolidate.knowledge_base.AT_MOST", LITTLE)
    monkeypatch.setattr("pipeline.consolidate.build.AT_ONCE", 4_000)
    monkeypatch.setattr("pipeline.consolidate.lying.SORTED_AT_ONCE", 4_000)
    monkeypatch.setattr("pipeline.consolidate.shares.COMPARED_AT_ONCE", 4_000)
    many = consolidated(tmp_path / "many", TIMES, kept_beside(tmp_path / "few" / "base.duckdb"))
    assert many == tuple(TIMES * each for each in few) and few[0] == DOCUMENTS * EACH


def test_a_statement_that_holds_more_than_its_share_gets_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.consolidate.knowledge_base.MEMORY", "16MB")
    with KnowledgeBase(tmp_path / "base.duckdb") as base:
        base.run("CREATE TABLE held AS SELECT list(range) AS a FROM range(4_000_000)")
        assert base.count("held") == 1
        ((share,),) = base.connection.execute("SELECT current_setting('memory_limit')").fetchall()
        assert share == "15.2 MiB"
        (row,) = base.rows("SELECT list(range) AS a FROM range(4_000_000)")
    assert len(row["a"]) == 4_000_000


@pytest.mark.parametrize("order", ["number", "number % 2, number"])
def test_rows_with_their_sentences_are_put_in_order_within_the_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr("pipeline.consolidate.knowledge_base.AT_MOST", LITTLE)
    with KnowledgeBase(tmp_path / "base.duckdb") as base:
        base.attach(Path(":memory:"), "scratch")
        base.run("CREATE TABLE lying (number BIGINT, sentence VARCHAR)")
        for third in range(3):
            rows = f"SELECT range, repeat(md5(range::VARCHAR), 60) FROM range({third}, 40_000, 3)"
            base.run(f"INSERT INTO lying {rows}")
        put_in_order(base, "ordered", "lying", order, wide=True)
        told = base.rows("SELECT number FROM (SELECT number, rowid AS place FROM ordered) ORDER BY place")
        wanted = base.rows(f"SELECT number FROM lying ORDER BY {order}")
        assert [row["number"] for row in told] == [row["number"] for row in wanted]


BLOCKS = """
import ctypes, pathlib, sys
import pyarrow as pa
from pipeline.consolidate.knowledge_base import KnowledgeBase

def held() -> int:
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) // 256

with KnowledgeBase(pathlib.Path(sys.argv[1])):
    c = ctypes.CDLL(None)
    c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    c.free(c.malloc(30_000_000))
    before, blocks, small = held(), [], []
    for _ in range(400):
        blocks.append(c.malloc(256 * 1024))
        ctypes.memset(ctypes.c_void_p(blocks[-1]), 1, 256 * 1024)
        small.append(c.malloc(200))
    full = held()
    for block in blocks:
        c.free(block)
    print(full - before, held() - before, pa.default_memory_pool().backend_name)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library manages its memory otherwise")
def test_blocks_that_are_free_go_back_though_small_things_lie_between_them(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", BLOCKS, str(tmp_path / "base.duckdb")], capture_output=True, text=True, check=True
    )
    full, left, pool = told.stdout.split()
    assert int(full) > 90 and int(left) < 10 and pool == "system"


def test_rows_are_packed_a_few_thousand_at_a_time(tmp_path: Path) -> None:
    rows = "CREATE TABLE {0} AS SELECT range AS a FROM range(50_000)"
    with KnowledgeBase(tmp_path / "base.duckdb") as base:
        base.attach(tmp_path / "other.duckdb", "other")
        for table in ("many", "other.many"):
            base.run(rows.format(table))
            packed = f"SELECT row_group_id, max(start + count) - min(start) AS rows FROM pragma_storage_info('{table}')"
            assert max(row["rows"] for row in base.rows(f"{packed} GROUP BY row_group_id")) <= GROUP


def test_the_leading_process_loads_neither_spacy_nor_pandas() -> None:
    made = """
import sys, tempfile, pathlib
import pipeline.report.build, pipeline.run
from pipeline.consolidate.knowledge_base import KnowledgeBase
with tempfile.TemporaryDirectory() as folder, KnowledgeBase(pathlib.Path(folder, "base.duckdb")) as base:
    base.replace("problems", [])
    base.append("problems", [{"file": "a.txt"}])
    assert base.table("problems")[0]["file"] == "a.txt"
print(*sorted({"spacy", "pandas"}.intersection(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []


def test_only_to_read_less_is_held(tmp_path: Path) -> None:
    with KnowledgeBase(tmp_path / "base.duckdb") as base:
        base.run("CREATE TABLE many AS SELECT range AS a, hash(range) AS b, hash(range + 1) AS c FROM range(4_000_000)")
    with KnowledgeBase(tmp_path / "base.duckdb", read_only=True) as base:
        assert next(base.rows("SELECT bit_xor(hash(many)) <> 0 AS told FROM many"))["told"]
        held = next(base.rows("SELECT sum(memory_usage_bytes)::BIGINT AS held FROM duckdb_memory()"))["held"]
    assert 20_000_000 < held <= 32_000_000
