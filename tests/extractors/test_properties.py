"""Properties as specifications: an entry alone makes one read from text and tables and told in SQL and on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from corpus.reader import read_text
from extractors.extract import extract
from extractors.properties import PropertySpec, specifications
from extractors.properties.specification import Cue, Variety, varieties
from extractors.records import PropertyRecord
from pipeline.consolidate.derived import filled
from pipeline.convert import process
from pipeline.report.build import views
from pipeline.settings import Settings
from pipeline.tables import schemas

SPECS = list(specifications().values())
CUES = [cue for spec in SPECS for cue in spec.cues]

PAPER = """Polymer electrolytes for lithium batteries

PEO-LiTFSI shows an ionic conductivity of 2.1 × 10^-5 S cm^-1 at 30 °C and a Li+ transference number of 0.19.
The transference numbers of PVDF-LiFSI and PAN-LiClO4 are about 0.31 and 0.42, respectively.
For Li6PS5Cl the transference number (t_{Li+} = 1.0) is that of a single-ion conductor; the cell kept 0.5 mA cm^-2.

Table 1. Polymer electrolytes.
| Electrolyte | σ at 25 °C (S/cm) | tLi+ | Ref. |
| --- | --- | --- | --- |
| PEO-LiClO4 | 1.2 × 10^-6 | 0.22 | [3] |
| PVDF-LiTFSI | 3.4 × 10^-5 | 0.38 | [4] |
| PAN-LiTFSI | 8.0 × 10^-5 | 0.47 | [5] |
"""


def told(text: str, kind: str) -> list[tuple[str | None, float, str]]:
    records = extract(read_text(text))
    return [
        (r.material, r.value_low, r.comparator) for r in records if isinstance(r, PropertyRecord) and r.kind == kind
    ]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_cues_match_their_examples_and_leave_the_others(cue: Cue) -> None:
    assert all(cue.pattern.search(text) for text in cue.matches)
    assert not any(cue.pattern.search(text) for text in cue.leaves)


@pytest.mark.parametrize("told", [*SPECS, *varieties().values()], ids=lambda told: told.label)
def test_heads_match_their_examples_and_leave_the_others(told: PropertySpec | Variety) -> None:
    if told.table_head is not None:
        assert told.matches and all(told.table_head.search(text) for text in told.matches)
        assert told.leaves and not any(told.table_head.search(text) for text in told.leaves)


@pytest.mark.parametrize(
    ("words", "comparator"),
    [("about ", "~"), ("∼", "~"), ("more than ", ">"), ("at least ", ">="), ("up to ", "="), ("the lower one, ", "=")],
)
def test_a_bare_number_has_the_comparators_of_quantities(words: str, comparator: str) -> None:
    found = told(f"PEO-LiTFSI has a Li+ transference number of {words}0.19.", "transference_number")
    assert found == [("PEO-LiTFSI", 0.19, comparator)]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.kind)
def test_a_property_is_told_wherever_properties_are(spec: PropertySpec) -> None:
    assert spec.default in spec.varieties
    assert spec.possible[0] <= spec.plausible[0] < spec.plausible[1] <= spec.possible[1]
    assert spec.kind in schemas()
    assert {spec.count, spec.median} <= {column.name for column in schemas()["materials"].columns}
    assert f"INSERT INTO {spec.kind} SELECT" in filled("stated.sql.j2")
    assert spec.kind in {view["id"] for view in views()}


def test_a_variety_belongs_to_one_property() -> None:
    assert len(varieties()) == sum(len(spec.varieties) for spec in SPECS)


def test_values_without_a_unit_are_read_where_words_announce_them() -> None:
    found = told(PAPER, "transference_number")
    assert ("PEO-LiTFSI", 0.19, "=") in found
    assert ("PVDF-LiFSI", 0.31, "~") in found
    assert ("PAN-LiClO4", 0.42, "=") in found or ("PAN-LiClO4", 0.42, "~") in found
    assert ("Li6PS5Cl", 1.0, "=") in found
    assert 0.5 not in {value for _, value, _ in found}


def test_a_column_of_them_is_read() -> None:
    found = told(PAPER, "transference_number")
    assert {("PEO-LiClO4", 0.22, "="), ("PVDF-LiTFSI", 0.38, "="), ("PAN-LiTFSI", 0.47, "=")} <= set(found)


def test_conductivities_are_read_beside_them() -> None:
    assert {value for _, value, _ in told(PAPER, "conductivity")} == {2.1e-5, 1.2e-6, 3.4e-5, 8.0e-5}


@pytest.mark.parametrize(
    "text",
    [
        "The number of transport paths in Li6PS5Cl is 0.5 of that in the glass.",
        "A Li+ transference number above that of PEO-LiTFSI was found; its conductivity is 0.3 mS cm^-1.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert told(text, "transference_number") == []


def test_a_record_is_of_a_specified_property() -> None:
    with pytest.raises(ValidationError):
        PropertyRecord(
            kind="conductivity", property="cation", value_surface="1", value_low=1, value_high=1, start=0, end=1
        )


def test_the_knowledge_base_has_a_table_of_them(tmp_path: Path) -> None:
    from pipeline.run import run_corpus

    source = tmp_path / "paper.md"
    source.write_text(PAPER, encoding="utf-8")
    assert any(r.kind == "transference_number" for r in process(source, Settings()).records)
    import duckdb

    run_corpus([source], Settings(outputs=tmp_path / "out", workers=1))
    with duckdb.connect(str(tmp_path / "out" / "ionmine.duckdb"), read_only=True) as base:
        rows = base.execute(
            "SELECT material, transference_number_median FROM materials WHERE transference_numbers > 0 ORDER BY ALL"
        ).fetchall()
    assert ("PEO-LiClO4", 0.22) in rows
