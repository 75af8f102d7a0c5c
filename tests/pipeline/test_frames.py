from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pipeline.frames import conductivity_by_treatment, read_tables


def tables(**changes: list[dict[str, object]]) -> dict[str, pd.DataFrame]:
    value = {
        "sample_id": "s1", "material": "Li6PS5Cl", "family": "argyrodite", "property": "ionic", "value_high": 3e-3,
        "temperature_k": 298.15, "document_id": "one", "references": "[4]",
    }  # fmt: skip
    route = {"sample_id": "s1", "record_id": "one#1", "method": "ball-milling"}
    mill = {"record_id": "one#1", "op": "mill", "temperature_high_c": None, "duration_high_h": 20.0}
    dry = {"record_id": "one#1", "op": "heat", "temperature_high_c": 120.0, "duration_high_h": 1.0}
    heat = {"record_id": "one#1", "op": "heat", "temperature_high_c": 550.0, "duration_high_h": 5.0}
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
    assert len(conductivity_by_treatment(tables(conductivity=[value, value | {"document_id": "two"}]))) == 1


def test_a_folder_without_tables_is_told(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="no exported tables"):
        read_tables(tmp_path)
