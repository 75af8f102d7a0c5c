from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Document
from extractors.records import PropertyRecord
from pipeline.checks import FLAGS, check
from pipeline.checks.arrhenius import check_arrhenius
from pipeline.checks.composition import check_compositions
from pipeline.checks.disagreement import check_disagreement, compare
from pipeline.checks.measure import of_record, of_records
from pipeline.checks.plausibility import check_plausibility
from pipeline.checks.repetition import check_repetition
from pipeline.checks.statement import check_statements
from tests.pipeline.hand_made import route, value


@pytest.mark.parametrize(
    "fields, flagged",
    [
        ({"number": 1e-3, "family": "garnet"}, False),
        ({"number": 1.0, "family": "garnet"}, True),  # S/cm: no garnet conducts so
        ({"number": 1.0, "family": "garnet", "temperature_k": 1200.0}, False),  # but hot it may
        ({"number": 1e-12, "family": "garnet", "temperature_k": 200.0}, False),
        ({"number": 0.2, "family": "halide"}, True),
        ({"number": 0.2, "family": "halide", "mobile_ion": "Ag+"}, False),  # as RbAg4I5
        ({"number": 1e-12, "property": "electronic"}, False),
        ({"number": 40.0}, True),
        ({"number": 0.3, "kind": "activation_energy"}, False),
        ({"number": 30.0, "kind": "activation_energy"}, True),  # kJ/mol taken for eV
        ({"number": 3.0, "kind": "activation_energy", "property": "migration_barrier"}, False),
    ],
)
def test_values_that_no_such_material_has(fields: dict[str, Any], flagged: bool) -> None:
    record = value("Li7La3Zr2O12", **fields)
    check_plausibility([record])
    assert ("value_out_of_range" in record.flags) is flagged


def at(place: int, number: float, **fields: Any) -> PropertyRecord:
    """A conductivity of one compound at a place of its own."""
    return value("Li6PS5Br", number, start=place, document_id="d", **fields)


def reason(first: PropertyRecord, second: PropertyRecord) -> str | None:
    a, b = of_record(first, "0"), of_record(second, "1")
    assert a is not None and b is not None
    found = compare(a, b)
    return found.reason if found else None


@pytest.mark.parametrize(
    "first, second, expected",
    [
        (at(1, 1.3e-3), at(9, 1.3e-3), None),
        (at(1, 1.3e-3), at(9, 1.9e-3), None),
        (at(1, 1.3e-3), at(9, 2.0e-5), "values_apart"),
        (at(1, 1.3e-3), at(9, 1.3), "unit_slip"),
        (at(1, 1.3e-3), at(9, 1.3e-4), "exponent"),
        (at(1, 1e-3), at(9, 1e-4), None),  # a bare power of ten proves no slip
        (at(1, 2.5e-308), at(9, 1.3e3), None),  # a ratio beyond all numbers
        (at(1, 1.3e3), at(9, 2.5e-308), None),
        (at(1, 1.3e-3, references=[4]), at(9, 2.4e-3, references=[4], block="table"), "same_source"),
        (at(1, 1.3e-3, references=[4]), at(9, 2.4e-3, references=[4]), None),  # two samples of one work
        (at(1, 1.3e-3, references=[4, 5, 6]), at(9, 2.4e-3, references=[4, 5, 6], block="table"), None),
        (at(1, 1.3e-3, temperature_k=300.0), at(9, 2e-5, temperature_k=400.0), None),
        (at(1, 1.3e-3), at(1, 2e-5, sentence=at(1, 1.3e-3).sentence), None),  # side by side: two samples
        (at(1, 1.3e-3), at(9, 1e-3, value_high=1e-1, comparator="range"), None),
    ],
)
def test_contradictions(first: PropertyRecord, second: PropertyRecord, expected: str | None) -> None:
    assert reason(first, second) == expected
    assert reason(second, first) == expected


def test_contradicting_records_are_flagged_and_told_why() -> None:
    records = [at(1, 1.3e-3), at(9, 1.4e-3), at(20, 2.0e-6)]
    check_disagreement(of_records(records))
    assert [record.flags for record in records] == [[], [], ["values_disagree"]]
    assert records[2].reasons == ["values_apart: elsewhere 0.0013"]


def test_a_name_for_many_compositions_contradicts_nothing() -> None:
    records = [value("LLZO", 1e-3, start=1), value("LLZO", 1e-7, start=9)]
    check_disagreement(of_records(records))
    assert not any(record.flags for record in records)


@pytest.mark.parametrize(
    "second, repeated",
    [
        (at(9, 1.3e-3), True),
        (at(9, 1.3e-3, block="table", temperature_k=298.15), True),
        (at(9, 1.3e-3, references=[7]), True),  # the other does not say whose it is
        (at(9, 1.4e-3), False),
        (at(9, 1.3e-3, temperature_k=350.0), False),
        (at(9, 1.3e-3, property="electronic"), False),
        (at(9, 1.3e-3, origin="computed"), False),
        (value("Li6PS5Cl", 1.3e-3, start=9), False),
    ],
)
def test_one_measurement_told_twice(second: PropertyRecord, repeated: bool) -> None:
    first = at(1, 1.3e-3)
    check_repetition(of_records([first, second]))
    assert first.flags == []
    assert ("repeated" in second.flags) is repeated


def test_two_sources_are_two_measurements() -> None:
    records = [at(1, 1e-3, references=[3]), at(9, 1e-3, references=[4])]
    check_repetition(of_records(records))
    assert not any(record.flags for record in records)


def sample(*points: tuple[float, float], energy: float | None = None) -> list[PropertyRecord]:
    records = [value("Li3ScCl6", s, temperature_k=t, references=[1], start=n) for n, (t, s) in enumerate(points)]
    if energy is not None:
        records.append(value("Li3ScCl6", energy, kind="activation_energy", references=[1], start=90))
    return records


@pytest.mark.parametrize(
    "records, flags",
    [
        (sample((300, 1e-3), (373, 1e-2), energy=0.30), [0, 0, 0]),
        (sample((300, 1e-2), (373, 1e-3)), [1, 1]),  # falls when heated
        (sample((300, 1e-3), (373, 1e-2), energy=0.95), [0, 0, 1]),
        (sample((300, 1e-3), (305, 1e-4)), [0, 0]),  # too near each other to say
    ],
)
def test_conductivities_follow_arrhenius(records: list[PropertyRecord], flags: list[int]) -> None:
    check_arrhenius(of_records(records))
    assert [int("arrhenius_disagrees" in record.flags) for record in records] == flags


@pytest.mark.parametrize(
    "material, unbalanced", [("Li6PS5Cl", False), ("Li6P5SCl", True), ("LiPON", False), ("LLZO", False)]
)
def test_charges_add_up(material: str, unbalanced: bool) -> None:
    record = value(material, 1e-3)
    check_compositions([record])
    assert ("composition_unbalanced" in record.flags) is unbalanced
    assert record.material == material


def test_a_balanced_neighbour_is_offered() -> None:
    record = route("Li6P5SCl")
    check_compositions([record, route("Li6PS5Cl")])
    assert any("Li6PS5Cl" in reason for reason in record.reasons)


def test_every_flag_is_explained_and_values_stay() -> None:
    records = [at(1, 1.3e-3), at(9, 1.3), at(12, 1.3e-3, block="table"), value("Li6P5SCl", 50.0, start=30)]
    before = [(record.value_low, record.material) for record in records]
    check(Document("d", None, "", "text/plain", ""), records)
    raised = {flag for record in records for flag in record.flags}
    assert {"unit_slip_suspected", "repeated", "value_out_of_range", "composition_unbalanced"} <= raised <= set(FLAGS)
    assert [(record.value_low, record.material) for record in records] == before


PLANTED = [
    (
        "liquid_suspected",
        {"sentence": "Unlike Li3HoBr6, liquid electrolytes reach 10.4 mS/cm.", "value_surface": "10.4 mS/cm"},
    ),
    ("requirement_suspected", {"sentence": "A separator must exceed 0.13 mS/cm.", "value_surface": "0.13 mS/cm"}),
    ("barrier_suspected", {"kind": "activation_energy", "value_low": 2.1, "value_high": 2.1}),
    ("unit_incomplete", {"unit": "S cm"}),
    ("mean_of_range", {"value_surface": "1–3 mS/cm"}),
]
CLEAN = [
    {"sentence": "Li3HoBr6 reached 1.7 mS/cm, near liquid electrolytes.", "value_surface": "1.7 mS/cm"},
    {"sentence": "Unlike liquid electrolytes, Li3HoBr6 has 1.7 mS/cm.", "value_surface": "1.7 mS/cm"},
    {"sentence": "The liquid-phase route gave 1.7 mS/cm.", "value_surface": "1.7 mS/cm"},
    {"sentence": "It required sintering and had 1.7 mS/cm.", "value_surface": "1.7 mS/cm"},
    {"sentence": "Any separator should be stable; Li3HoBr6 has 1.7 mS/cm.", "value_surface": "1.7 mS/cm"},
    {"kind": "activation_energy", "value_low": 0.62, "value_high": 0.62},
    {"kind": "activation_energy", "property": "migration_barrier", "value_low": 1.9, "value_high": 1.9},
    {"unit": "S cm^-1"},
    {"unit": "mS/cm"},
    {"value_surface": "1–3 mS/cm", "value_low": 1e-3, "value_high": 3e-3, "comparator": "range"},
]  # fmt: skip


@pytest.mark.parametrize("flag, fields", PLANTED)
def test_planted_faults_are_found(flag: str, fields: dict[str, Any]) -> None:
    record = value("Li3HoBr6", 1e-2, **fields)
    check_statements([record])
    assert record.flags == [flag] and record.reasons


@pytest.mark.parametrize("fields", CLEAN)
def test_clean_statements_are_left_alone(fields: dict[str, Any]) -> None:
    record = value("Li3HoBr6", 1e-2, **fields)
    check_statements([record])
    assert record.flags == []
