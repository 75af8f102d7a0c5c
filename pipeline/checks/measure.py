"""A measured value stripped to what comparing needs; made of records and of table rows alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.mentions import ROOM_TEMPERATURE_K
from extractors.properties.specification import compared_as, specification
from extractors.records import PropertyRecord
from pipeline.materials import is_composition, material_key


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of one material. ``sources`` are keys of what it was taken from, ``place`` tells sentences apart."""

    key: str  # of the record
    document: str
    kind: str
    property: str
    origin: str
    material: str  # composition key
    composed: bool  # a definite composition, not a mere name
    form: str
    phase: str
    temperature: float | None
    low: float
    high: float
    comparator: str
    sources: frozenset[str]
    place: str
    block: str

    def centre(self) -> float:
        """The middle of a range, on the property's own scale."""
        return specification(self.kind).centre(self.low, self.high)

    def is_exact(self) -> bool:
        """Whether it is a value rather than a bound."""
        return self.comparator in ("=", "~", "range")


def of_record(record: PropertyRecord, key: str) -> Measure | None:
    """The measure of a record; None for statements on a class of materials or without a material."""
    if record.subject_kind != "specific" or not record.material:
        return None
    told = dict(record) | {"record_id": key, "material_id": material_key(record.material, record.formula)}
    return of_row(told | {"source_ids": map(str, record.references)})


def of_records(records: Iterable[PropertyRecord]) -> dict[Measure, PropertyRecord]:
    """Measures with the records they came from."""
    pairs = ((of_record(record, str(index)), record) for index, record in enumerate(records))
    return {measure: record for measure, record in pairs if measure is not None}


def of_row(row: Mapping[str, Any]) -> Measure:
    """The measure of a row of the property tables (a specific material)."""
    told = {name: row[name] for name in ("kind", "origin", "comparator", "block")}
    return Measure(
        key=row["record_id"], document=row["document_id"], property=compared_as(row["property"]),
        material=row["material_id"], composed=is_composition(row["material"], row["formula"]),
        form=row["form"] or "", phase=row["phase"] or "", temperature=row["temperature_k"],
        low=row["value_low"], high=row["value_high"], sources=frozenset(row["source_ids"] or ()),
        place=f"{row['document_id']}:{row['sentence'] or row['start']}", **told,
    )  # fmt: skip


def same_temperature(a: float | None, b: float | None, tolerance: float) -> bool:
    """Whether two measuring temperatures agree. One not given is taken for room temperature, as papers do."""
    return abs((a or ROOM_TEMPERATURE_K) - (b or ROOM_TEMPERATURE_K)) <= tolerance


def same_value(a: Measure, b: Measure, tolerance: float = 0.01) -> bool:
    """Whether two measures state the same number."""
    return math.isclose(a.low, b.low, rel_tol=tolerance) and math.isclose(a.high, b.high, rel_tol=tolerance)
