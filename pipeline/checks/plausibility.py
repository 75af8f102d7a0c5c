"""Values that no such material has: a lost exponent, a wrong column, a wrong unit."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.records import PropertyRecord
from pipeline.checks.marks import mark

FLAG = "value_out_of_range"


@cache
def bounds() -> dict[str, Any]:
    """The table of bounds, with its sources in the file."""
    return tomllib.loads(files("pipeline.checks").joinpath("plausibility.toml").read_text(encoding="utf-8"))


def range_for(record: PropertyRecord) -> tuple[float, float]:
    """Lowest and highest plausible value for the record's property, family and temperature (S/cm or eV)."""
    if record.kind == "activation_energy":
        low, high = bounds()["activation_energy"][record.property]
        return low, high
    table = bounds()["conductivity"]
    if record.property == "electronic":
        low, high = table["electronic"]
        return low, high
    near_room = record.temperature_k is None or record.temperature_k <= table["near_room"]
    low, high = table["family"].get(record.family, table["any"]) if near_room else table["any"]
    cold = record.temperature_k is not None and record.temperature_k < 273.15
    return (table["any"][0] if cold else low), high


def check_plausibility(records: Iterable[PropertyRecord]) -> None:
    """Flag the values outside the range of their property, family and temperature."""
    for record in records:
        low, high = range_for(record)
        if record.value_high < low or record.value_low > high:
            unit = "S/cm" if record.kind == "conductivity" else "eV"
            mark(record, FLAG, f"plausible here: {low:g} to {high:g} {unit}")
