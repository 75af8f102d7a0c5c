from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.measure import Measure
from pipeline.checks.repetition import group_measurements, same_measurement
from pipeline.consolidate.sources import article_id
from pipeline.export.files import batches
from pipeline.tables import schemas
from tests.pipeline.conftest import Builder
from tests.pipeline.hand_made import part, route, value

KAMAYA = "N. Kamaya, K. Homma and A. Mitsui, Nature Materials, 2011, 10, 682."
KAMAYA_ELSEWHERE = "Kamaya N, Homma K, Mitsui A. A lithium superionic conductor. Nat Mater 2011;10:682-6."
OTHER = "Asano, T.; Sakai, A. Adv. Mater. 2018, 30, 1803075."


def rows(base: Any, table: str) -> list[dict[str, Any]]:
    return base.table(table)  # type: ignore[no-any-return]


def test_one_measurement_in_three_places_is_one_row_with_three_pieces_of_evidence(build: Builder) -> None:
    alias = value("LGPS", 0.012, formula="Li10GeP2S12", references=[1], block="table", start=40)
    first = part("a", [value("Li10GeP2S12", 0.012, references=[1]), alias], {1: KAMAYA})
    base = build(first, part("b", [value("Li10GeP2S12", 0.012, references=[7])], {7: KAMAYA_ELSEWHERE}))
    (measurement,) = rows(base, "measurements")
    assert (measurement["evidence"], measurement["documents"]) == (3, 2)
    assert len({row["measurement_id"] for row in rows(base, "conductivity")}) == 1
    (source,) = rows(base, "sources")
    assert (source["documents"], source["records"], source["cited_by"]) == (2, 3, ["a", "b"])


def test_consensus_counts_independent_sources(build: Builder) -> None:
    room: dict[str, Any] = {"temperature_k": 298.15}
    measured = [value("Li3YCl6", 5e-4, references=[1], **room), value("Li3YCl6", 3e-4, references=[2], start=9, **room)]
    repeated = [value("Li3YCl6", 5.1e-4, references=[3], **room), value("Li3YCl6", 1e-1, comparator=">", start=9)]
    base = build(part("a", measured, {1: OTHER, 2: KAMAYA}), part("b", repeated, {3: OTHER}))
    (row,) = rows(base, "consensus")
    assert (row["measurements"], row["independent_sources"], row["documents"]) == (3, 2, 2)
    assert row["value_median"] == 5e-4
    assert (row["value_minimum"], row["value_maximum"], row["temperature_k"]) == (3e-4, 5.1e-4, 298.15)


def test_slips_of_a_unit_are_found_between_documents_and_are_no_conflicts(build: Builder) -> None:
    base = build(
        part("a", [value("Li3InCl6", 2.04e-3)]),
        part("b", [value("Li3InCl6", 2.04e-6)]),
        part("c", [value("Li3InCl6", 1.5e-3)]),
    )
    (slip,) = rows(base, "misreadings")
    assert (slip["reason"], slip["document_id"], slip["other_document_id"]) == ("unit_slip", "a", "b")
    assert rows(base, "conflicts") == []


def test_two_files_of_one_article_are_one_voice(build: Builder) -> None:
    article = {"doi": "10.1000/xyz"}
    records = [value("Li3InCl6", 2e-3)]
    base = build(part("text", records, **article), part("pdf", records, **article))
    (row,) = rows(base, "consensus")
    assert (row["measurements"], row["independent_sources"]) == (1, 1)


def test_statements_on_classes_are_no_measurements(build: Builder) -> None:
    base = build(part("a", [value("garnets", 1e-3, subject_kind="class"), value(None, 1e-3, start=7)]))
    assert (len(rows(base, "conductivity")), len(rows(base, "measurements")), len(rows(base, "materials"))) == (2, 0, 0)


def test_steps_of_a_route_become_rows(build: Builder) -> None:
    steps = [
        {"op": "mill", "surface": "milled", "speed_rpm": 500, "duration_h": 10},
        {"op": "heat", "surface": "heated", "temperature_c": [500, 550], "atmosphere": "argon"},
    ]
    base = build(part("a", [route("Li6PS5Cl", steps=steps, precursors=["Li2S", "LiCl"])]))
    first, second = rows(base, "synthesis_steps")
    assert (first["speed_low_rpm"], first["speed_high_rpm"], first["step"]) == (500, 500, 1)
    assert (second["temperature_low_c"], second["temperature_high_c"], second["atmosphere"]) == (500, 550, "argon")
    assert rows(base, "synthesis")[0]["step_count"] == 2


def test_tables_have_exactly_their_columns(build: Builder) -> None:
    base = build(part("a", [value("Li6PS5Cl", 1e-3), route("Li6PS5Cl")], {1: OTHER}))
    for name, schema in schemas().items():
        columns = [row["column_name"] for row in base.rows(f"DESCRIBE {name}")]
        assert sorted(columns) == sorted(column.name for column in schema.columns), name
        assert list(batches(base, name)) is not None


def test_nothing_read_gives_empty_tables(build: Builder) -> None:
    base = build()
    assert {name: base.count(name) for name in schemas()} == dict.fromkeys(schemas(), 0)


def test_equal_parts_give_equal_tables(build: Builder) -> None:
    parts = [
        part(name, [value("Li6PS5Cl", 1e-3 * n, start=n, references=[n]) for n in range(1, 6)], {1: KAMAYA, 2: OTHER})
        for name in ("a", "b")
    ]
    first, second = build(*parts, name="1.duckdb"), build(*parts, name="2.duckdb")
    for name in schemas():
        assert rows(first, name) == rows(second, name)


def test_an_article_without_doi_or_title_is_itself() -> None:
    assert article_id({"document_id": "x", "title": "Review", "doi": ""}) == "x"
    title = "A Review of Sodium Ion Conductors"
    assert article_id({"document_id": "x", "title": title}) == article_id({"document_id": "y", "title": title.upper()})


def measure(key: int, number: float, source: str) -> Measure:
    return Measure(
        str(key), "d", "conductivity", "ionic", "experimental", "m", True, "", "", None, number, number, "=",
        frozenset([source] if source else []), str(key), "text",
    )  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from([1e-3, 1.005e-3, 2e-3, 5e-4]), st.sampled_from(["", "s", "t"])), max_size=9))
def test_grouping_keeps_every_statement_once_and_every_equal_pair_together(drawn: list[tuple[float, str]]) -> None:
    measures = [measure(number, *fields) for number, fields in enumerate(drawn)]
    groups = group_measurements(measures)
    assert sorted(int(m.key) for group in groups for m in group) == list(range(len(measures)))
    home = {m.key: index for index, group in enumerate(groups) for m in group}
    for one in measures:
        for other in measures:
            if same_measurement(one, other):
                assert home[one.key] == home[other.key]
