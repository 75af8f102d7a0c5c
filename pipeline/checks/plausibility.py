"""Values that no such material has: a lost exponent, a wrong column, a wrong unit."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.properties import specification
from extractors.records import PropertyRecord
from pipeline.checks.marks import mark

FLAG = "value_out_of_range"


def check_plausibility(records: Iterable[PropertyRecord]) -> None:
    """Flag the values outside the range of their property, family and temperature."""
    for record in records:
        spec = specification(record.kind)
        low, high = spec.plausible_range(record.property, record.family, record.temperature_k)
        if record.value_high < low or record.value_low > high:
            mark(record, FLAG, f"plausible here: {low:g} to {high:g} {spec.shown_unit}".rstrip())
