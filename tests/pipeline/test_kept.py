"""Tables made with what the last run kept are those made of all documents at once."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.consolidate.build import consolidate
from pipeline.consolidate.kept import Kept, carry_over, kept_beside
from pipeline.consolidate.knowledge_base import KnowledgeBase
from pipeline.consolidate.lying import WHOLE, ordered, runs_of, stretches
from pipeline.discover import Input
from pipeline.export.annotate import annotate
from pipeline.export.files import lying, write_tables
from pipeline.export.linked_data import write_linked_data
from pipeline.export.pieces import Pieces
from pipeline.publish import LINKED_DATA, TABLES
from pipeline.tables import schemas
from tests.pipeline.hand_made import Part, part, route, value

# Names of few materials and works, so that a document changes what is known of another's.
MATERIALS = ("Li6PS5Cl", "argyrodite Li6PS5Cl", "Li3InCl6", "Li3InCl5", "PEO-LiTFSI-LLZTO", "Li7La3Zr2O12-8wt%Li3BO3")
ENTRIES = (
    "N. Kamaya, K. Homma, Nature Materials, 2011, 10, 682.",
    "Kamaya N, Homma K. A lithium superionic conductor. Nat Mater 2011;10:682-6.",
    "Kamaya, N. Nat. Mater. 2011, 10, 682. https://doi.org/10.1038/nmat3066.",
    "Kamaya, N. Nat. Mater. 2011, 10, 682. https://doi.org/10.1038/misprint.",
    "B. Okafor, Adv. Energy Mater., 2011, 10, 682.",
    "Asano, T.; Sakai, A. Adv. Mater. 2018, 30, 1803075.",
    "personal communication",
)
STEPS = [{"op": "heat", "surface": "heated", "temperature_c": [500, 550], "duration_h": 3}]

NUMBERS = st.sampled_from([1e-3, 1.2e-3, 1.2e-6, 2.5e-3, 5e-4])
VALUES = st.builds(
    value, st.sampled_from(MATERIALS), NUMBERS, references=st.lists(st.integers(1, 3), max_size=2),
    temperature_k=st.sampled_from([None, 298.15, 303.15]), start=st.integers(0, 3),
    sample_id=st.sampled_from([None, "s1"]),
    confidence=st.sampled_from([0.6, 0.9]), family=st.sampled_from([None, "halide", "garnet"]),
    phase=st.sampled_from([None, "cubic"]), flags=st.sampled_from([[], ["composition_unbalanced"]]),
    reasons=st.just(["balanced neighbour: Li3InCl6"]),
)  # fmt: skip
ROUTES = st.builds(
    route, st.sampled_from(MATERIALS), steps=st.just(STEPS), sample_id=st.sampled_from([None, "s1"]),
    references=st.lists(st.integers(1, 3), max_size=1),
)  # fmt: skip
DOCUMENT = st.tuples(
    st.lists(VALUES | ROUTES, max_size=5),
    st.dictionaries(st.integers(1, 3), st.sampled_from(ENTRIES), max_size=3),
    st.sampled_from(["", "A Review of Chloride Ion Conductors", "Sulfides of Today and of Tomorrow"]),
)
LITTLE = ("build.AT_ONCE", "lying.SORTED_AT_ONCE", "shares.COMPARED_AT_ONCE")  # of what is made together
CORPUS = st.dictionaries(st.sampled_from("abcd"), DOCUMENT, max_size=4)


def in_order(base: KnowledgeBase, table: str) -> list[dict[str, Any]]:
    """The rows of a table in its order."""
    return list(base.rows(ordered(f'"{table}"', lying(base, table))))


def tables(folder: Path, parts: dict[str, Part], before: Path | None) -> tuple[Path, dict[str, list[dict[str, Any]]]]:
    """The knowledge base of the parts and all its rows; made with what one ``before`` kept, if there is one.

    Beside it lie the files that are made of pieces.
    """
    folder.mkdir()
    read: list[str] = []

    def wanted(missing: Any) -> Any:
        read.extend(item.document_id for item in missing)
        return [(item, parts[item.document_id]) for item in missing]

    inputs = [Input(Path(name), name, told["document"]["sha256"]) for name, told in sorted(parts.items())]
    marks = [hashlib.sha256(json.dumps(parts[item.document_id]).encode()).hexdigest() for item in inputs]
    if before:
        carry_over(before, folder / "base.duckdb")
    with KnowledgeBase(folder / "base.duckdb") as base:
        kept = Kept(base, "code", kept_beside(before) if before else None)
        consolidate(base, kept, inputs, marks, wanted, "rules")
        annotate(base)
        rows = {name: in_order(base, name) for name in sorted(base.tables())}
        pieces = Pieces("code", before.parent if before else None)
        write_tables(base, folder / TABLES, tables=tuple(rows), pieces=pieces)
        write_linked_data(base, folder / LINKED_DATA, pieces)
        pieces.keep(folder)
    return base.path, rows | {"read": [{"document_id": name} for name in read]}


def test_steps_stand_in_the_order_of_documents_however_they_were_added(tmp_path: Path) -> None:
    parts = {name: part(name, [route("Li6PS5Cl", steps=STEPS)], {}, title="") for name in "ab"}
    before, _ = tables(tmp_path / "one", {"b": parts["b"]}, None)
    _, grown = tables(tmp_path / "both", parts, before)
    assert [row["document_id"] for row in grown["synthesis_steps"]] == ["a", "b"]


@settings(max_examples=6, deadline=None)
@given(st.lists(CORPUS, min_size=2, max_size=3))
def test_one_after_the_other_gives_what_all_at_once_gives(corpora: list[dict[str, Any]]) -> None:
    before = None
    with TemporaryDirectory() as temporary, pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.export.pieces.ROWS", 2)
        patch.setattr("pipeline.export.files.GROUP", 2)
        patch.setattr("pipeline.consolidate.kept.MOST_RUNS", 2)
        patch.setattr("pipeline.consolidate.kept.JOINED_AT_ONCE", 2)
        patch.setattr("pipeline.consolidate.build.MOST_RUNS", 3)
        for number, corpus in enumerate(corpora):
            parts = {
                name: part(name, records, entries, title=title) for name, (records, entries, title) in corpus.items()
            }
            fresh, anew = tables(Path(temporary, f"anew{number}"), parts, None)
            with pytest.MonkeyPatch.context() as little:
                for size in LITTLE:
                    little.setattr(f"pipeline.consolidate.{size}", 2)
                before, grown = tables(Path(temporary, f"grown{number}"), parts, before)
            for name in sorted(anew.keys() - {"read"}):
                assert grown[name] == anew[name], name
            files = [f"{TABLES}/{path.name}" for path in sorted((fresh.parent / TABLES).iterdir())]
            for file in (LINKED_DATA, *files):
                assert (before.parent / file).read_bytes() == (fresh.parent / file).read_bytes(), file


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    parts = {name: part(name, [value("Li3InCl6", 1e-3)]) for name in "abc"}
    first, _ = tables(tmp_path / "1", {name: parts[name] for name in "ab"}, None)
    changed = parts | {"a": part("a", [value("Li3InCl6", 2e-3)])}
    _, rows = tables(tmp_path / "2", changed, first)
    assert [row["document_id"] for row in rows["read"]] == ["a", "c"]
    assert len(rows["documents"]) == 3 and set(rows) >= set(schemas()) - {"changes"} - {
        "reconciliation_cases", "reliability",
    }  # fmt: skip


def test_what_other_code_kept_is_not_taken(tmp_path: Path) -> None:
    parts = {"a": part("a", [value("Li3InCl6", 1e-3)])}
    first, _ = tables(tmp_path / "1", parts, None)
    with KnowledgeBase(first) as base:
        base.attach(kept_beside(first), "kept")
        base.run("UPDATE kept.made_by SET code = 'other'")
    _, rows = tables(tmp_path / "2", parts, first)
    assert len(rows["read"]) == 1


def test_only_documents_that_tell_otherwise_are_written_into_the_widest_tables(tmp_path: Path) -> None:
    parts = {name: part(name, [value("Li3InCl6", 1e-3, start=place) for place in range(3)]) for name in "abcde"}
    first, _ = tables(tmp_path / "1", parts, None)
    _, rows = tables(tmp_path / "2", parts | {"c": part("c", [value("Li3InCl6", 2e-3)])}, first)
    assert [row["record_id"][0] for row in rows["conductivity"]] == list("aaabbbcdddeee")
    assert [row["document_id"] for row in rows["samples"]] == list("aaabbbcdddeee")
    with KnowledgeBase(tmp_path / "2" / "base.duckdb") as base:
        assert [row["document_id"] for row in base.table("conductivity")] == list("aaabbbdddeeec")
        assert [row["document_id"] for row in base.table("samples")] == list("aaabbbdddeeec")
        assert len(lying(base, "conductivity")) == 3 and lying(base, "documents") == WHOLE


def test_only_materials_of_which_something_else_is_told_are_made_anew(tmp_path: Path) -> None:
    parts = {name: part(name, [value(of, 1e-3)]) for name, of in (("a", "Li3InCl6"), ("b", "Li6PS5Cl"))}
    first, _ = tables(tmp_path / "1", parts, None)
    with KnowledgeBase(first) as base:
        base.attach(kept_beside(first), "kept")
        base.run("UPDATE kept.consensus SET spread = 9; UPDATE kept.materials SET names = ['kept']")
        base.run("UPDATE kept.aliases SET records = 9")
    _, rows = tables(tmp_path / "2", parts | {"c": part("c", [value("Li6PS5Cl", 2e-3)])}, first)
    assert [row["spread"] == 9 for row in rows["consensus"]] == [False, True]
    assert [row["names"] for row in rows["materials"]] == [["Li6PS5Cl"], ["kept"]]
    assert {row["material"] for row in rows["aliases"] if row["records"] == 9} == {"Li3InCl6"}


def test_no_more_rows_than_fit_are_joined_at_once(tmp_path: Path) -> None:
    parts = {name: part(name, [value("Li3InCl6", 1e-3, start=place) for place in range(5)]) for name in "abcde"}
    first, _ = tables(tmp_path / "1", parts, None)
    tables(tmp_path / "2", parts | {"b": part("b", [value("Li3InCl6", 2e-3)])}, first)
    with KnowledgeBase(tmp_path / "2" / "base.duckdb") as base:
        base.attach(kept_beside(base.path), "kept")
        found = stretches(base, "kept.stated", runs_of(base, "kept.stated"), 4)
        told = [list(base.rows(f"FROM kept.stated WHERE rowid BETWEEN {s.first} AND {s.last}")) for s in found]
    ids = [[row["record_id"] for row in rows] for rows in told]
    assert all(
        len(names) <= 4 and (names[0], names[-1]) == (s.low, s.high) for names, s in zip(ids, found, strict=True)
    )
    assert [name for names in ids for name in names] == sorted(row["record_id"] for rows in told for row in rows)
    assert len(set().union(*ids)) == 21
