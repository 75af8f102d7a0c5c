"""Values that no such material has: a lost exponent, a wrong column, a wrong unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from corpus.data import data_of
from extractors.properties import specification
from extractors.records import PropertyRecord
from pipeline.checks.marks import mark

FLAG = "value_out_of_range"
IMPLAUSIBLE = "implausible"


@cache
def temperatures() -> dict[str, Any]:
    """At which temperatures materials are measured, by family."""
    found: dict[str, Any] = data_of(__file__)["temperature"]
    return found


def impossible(record: PropertyRecord) -> str:
    """Why no material of the record's kind can have such a value or temperature; empty when one can."""
    kelvin, limits = record.temperature_k, temperatures()
    coldest, hottest = limits["coldest"], limits["family"].get(record.family or "", limits["hottest"])
    if kelvin is not None and not coldest <= kelvin <= hottest:
        return f"{kelvin:g} K, possible here: {coldest:g} to {hottest:g} K"
    spec = specification(record.kind)
    low, high = spec.possible_range(record.property, kelvin)
    if record.value_high < low or record.value_low < 0 or record.value_low > high:
        return f"{record.value_low:g}, possible here: {low:g} to {high:g} {spec.shown_unit}".rstrip()
    return ""


SOFT_IONS = frozenset({"Ag+", "Cu+"})
"""Ions that conduct an order better than those of lithium and sodium in compounds of one family: RbAg4I5 reaches
0.27 S/cm at room temperature (Owens & Argue, Science 1967, 157, 308)."""


def check_plausibility(records: Iterable[PropertyRecord]) -> None:
    """Flag the values outside the range of their property, family and temperature, and those no material can have."""
    for record in records:
        reason = impossible(record)
        if reason:
            mark(record, IMPLAUSIBLE, f"{IMPLAUSIBLE}: {reason}")
        spec = specification(record.kind)
        family = None if record.mobile_ion in SOFT_IONS else record.family
        low, high = spec.plausible_range(record.property, family, record.temperature_k)
        if record.value_high < low or record.value_low > high:
            mark(record, FLAG, f"plausible here: {low:g} to {high:g} {spec.shown_unit}".rstrip())
