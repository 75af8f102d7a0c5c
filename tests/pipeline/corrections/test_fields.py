from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.synthesis.vocabulary import load
from pipeline.corrections.fields import FieldsError, changes, remark, tell
from pipeline.corrections.steps import read_steps, tell_steps
from tests.pipeline.corrections.decided import Fields, fields_of
from tests.pipeline.hand_made import route, value

(CONDUCTIVITY,) = fields_of(value("Li3YCl6", 5e-4, unit="mS/cm", temperature_k=298.15, references=[3, 4]))
(ENERGY,) = fields_of(value("Li3YCl6", 0.41, kind="activation_energy", unit="kJ/mol"))
(ROUTE,) = fields_of(route("Li3YCl6", steps=[{"op": "mill", "surface": "milled", "duration_h": 10}]))


def test_a_row_is_told_as_a_person_writes_it() -> None:
    told = tell(CONDUCTIVITY)
    assert [told[name] for name in ("value", "unit", "temperature", "references")] == ["0.5", "mS/cm", "25 °C", "3, 4"]
    assert tell(ENERGY)["value"].startswith("39.5")
    assert tell(ROUTE)["steps"] == "mill: milled; 10 h"


@pytest.mark.parametrize("record", [CONDUCTIVITY, ENERGY, ROUTE])
def test_what_was_not_touched_is_no_change(record: Fields) -> None:
    assert changes(record, tell(record)) == {}
    assert changes(record, {}) == {}


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ({"value": "3.3e-4", "unit": "S/cm"}, {"value_low": 3.3e-4, "value_high": 3.3e-4, "unit": "S/cm"}),
        ({"value": "1.2 × 10^-3"}, {"value_low": 1.2e-6, "value_high": 1.2e-6}),
        ({"value": "1–2"}, {"value_low": 1e-3, "value_high": 2e-3, "comparator": "range"}),
        ({"temperature": "RT"}, {}),
        ({"temperature": ""}, {"temperature_k": None}),
        ({"temperature": "330 K"}, {"temperature_k": 330.0}),
        ({"references": "7, 9-11"}, {"references": [7, 9, 10, 11]}),
        ({"material": "LYC"}, {"material": "LYC", "formula": None}),
        ({"material": "Li3YBr6"}, {"material": "Li3YBr6", "formula": "Li3YBr6"}),
        ({"property": "total"}, {"property": "total"}),
    ],
)
def test_fields_are_read_as_the_rules_read_texts(typed: dict[str, str], right: dict[str, Any]) -> None:
    assert changes(CONDUCTIVITY, typed) == right


@pytest.mark.parametrize(
    ("record", "name", "text"),
    [
        (CONDUCTIVITY, "value", "much"),
        (CONDUCTIVITY, "value", "1 and 2"),
        (CONDUCTIVITY, "value", ""),
        (CONDUCTIVITY, "unit", "eV"),
        (CONDUCTIVITY, "unit", ""),
        (CONDUCTIVITY, "value", "-3"),
        (CONDUCTIVITY, "temperature", "25"),
        (CONDUCTIVITY, "temperature", "25 °C and 60 °C"),
        (CONDUCTIVITY, "formula", "LLZO"),
        (CONDUCTIVITY, "references", "Kim 2019"),
        (CONDUCTIVITY, "property", "colour"),
        (CONDUCTIVITY, "material", "x" * 5000),
        (ROUTE, "method", "magic"),
        (ROUTE, "steps", "sing: loudly"),
        (ROUTE, "steps", "heat: fired; warm"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_field(record: Fields, name: str, text: str) -> None:
    with pytest.raises(FieldsError) as told:
        changes(record, {name: text})
    assert set(told.value.faults) == {name}


def test_a_formula_whose_charges_do_not_add_up_may_stand_and_is_told() -> None:
    assert "charges" in remark("formula", "Li6P5SI")
    assert remark("formula", "Li6PS5I") == ""


numbers = st.sampled_from([0.5, 12.0, 48.0, 250.0])
conditions = st.none() | numbers | st.tuples(numbers, numbers).map(sorted).filter(lambda ends: ends[0] < ends[1])
steps = st.fixed_dictionaries(
    {
        "op": st.sampled_from(["heat", "mill", "press", "dry"]),
        "surface": st.sampled_from(["fired", "ball milled", ""]),
        "temperature_c": conditions,
        "duration_h": conditions,
        "pressure_mpa": conditions,
        "speed_rpm": conditions,
        "ramp_k_min": conditions,
        "ball_ratio": conditions,
        "atmosphere": st.none() | st.sampled_from(sorted(load()["atmospheres"])),
        "solvent": st.none() | st.sampled_from(["ethanol", "2-propanol"]),
    }
)


@given(st.lists(steps, max_size=3))
def test_steps_are_read_back_as_they_were_told(told: list[Fields]) -> None:
    assert read_steps(tell_steps(told)) == told
