from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pipeline.frames import conductivity_by_treatment, read_tables

ROUTE = {"sample_id": "s1", "record_id": "one#1", "method": "ball-milling", "document_id": "one", "start": 100}


def step(record_id: str, celsius: float | None, hours: float, low: float | None = None) -> dict[str, object]:
    return {
        "record_id": record_id, "op": "heat", "temperature_low_c": low or celsius, "temperature_high_c": celsius,
        "duration_high_h": hours,
    }  # fmt: skip


def tables(**changes: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
    value = {
        "sample_id": "s1", "material": "Li6PS5Cl", "family": "argyrodite", "property": "ionic", "value_high": 3e-3,
        "temperature_k": 298.15, "document_id": "one", "references": "[4]", "record_id": "one#7", "start": 900,
    }  # fmt: skip
    route = ROUTE
    mill = step("one#1", None, 20.0) | {"op": "mill"}
    dry, heat = step("one#1", 120.0, 1.0), step("one#1", 550.0, 5.0)
    rows = {"conductivity": [value], "synthesis": [route], "synthesis_steps": [mill, dry, heat]} | changes
    return {name: pd.DataFrame(row) for name, row in rows.items()}


def test_hottest_step_of_the_samples_route():
    found = conductivity_by_treatment(tables())
    assert found[["material", "treatment_c", "duration_h", "conductivity_s_cm"]].values.tolist() == [
        ["Li6PS5Cl", 550.0, 5.0, 3e-3]
    ]


def test_values_far_from_room_temperature_and_other_properties_stay_out():
    value = tables()["conductivity"].iloc[0].to_dict()
    rows = [value | {"temperature_k": 373.15}, value | {"property": "electronic"}, value | {"sample_id": None}]
    assert conductivity_by_treatment(tables(conductivity=rows)).empty


def test_a_value_told_twice_counts_once():
    value = tables()["conductivity"].iloc[0].to_dict()
    found = conductivity_by_treatment(tables(conductivity=[value, value | {"record_id": "one#8"}]))
    assert found["record_ids"].map(list).tolist() == [["one#7", "one#8"]]


def test_of_several_routes_of_a_sample_a_value_takes_the_one_told_nearest():
    value = tables()["conductivity"].iloc[0].to_dict()
    values = [value, value | {"record_id": "one#9", "start": 2100, "value_high": 5e-3}]
    routes = [ROUTE, ROUTE | {"record_id": "one#2", "start": 2000}, ROUTE | {"record_id": "one#3", "start": 2110}]
    steps = [step("one#1", 550.0, 5.0), step("one#2", 650.0, 2.0), step("one#3", 700.0, 2.0, low=600.0)]
    found = conductivity_by_treatment(tables(conductivity=values, synthesis=routes, synthesis_steps=steps))
    assert found[["conductivity_s_cm", "treatment_c", "route_record_id"]].values.tolist() == [
        [3e-3, 550.0, "one#1"],
        [5e-3, 650.0, "one#2"],
    ]


def test_a_folder_without_tables_is_told(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="no exported tables"):
        read_tables(tmp_path)
