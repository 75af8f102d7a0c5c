"""Names a statement takes from the rest of its document: a table row of the same measurement, the paper's subject."""

from __future__ import annotations

import re
from math import isclose

from extractors.composition.materials import FORMS_OF_THEIR_OWN
from extractors.mentions import SubjectKind
from extractors.records import AnyRecord, PropertyRecord, Record, SynthesisRecord

TOLERANCE = 0.01
"""Relative difference up to which two values count as one (the same digits, told in another unit)."""

DOUBTFUL = 0.7
"""A link less probable than this gives way to the table's name."""


def name_by_table(records: list[AnyRecord]) -> None:
    """Name a text value like the table row that tells the same measurement.

    The same measurement: one kind, the same value and a cited source in common. Only a single such material counts,
    and only when the text names no definite material or just a component of the row's composite (``PEO`` for
    ``PEO-LiTFSI``).
    """
    told, rows = _told(records, tables=True)
    rows = [row for row in rows if row.references]
    for record in told:
        row = _only([row for row in rows if set(record.references) & set(row.references) and _same_value(record, row)])
        if row is not None and (_is_open(record) or _is_component(record, row)):
            _take_name(record, row, "the table row with the same value and source", "named_by_table")


def name_by_twin(records: list[AnyRecord]) -> None:
    """Name a value that no name stands near like the one statement of the document that tells the same value.

    ``A conductivity of 1.6 mS/cm was reached`` of an abstract is that of the sample which the results give it to.
    """
    told, named = _told(records, tables=False)
    sure = [r for r in named if r.confidence >= DOUBTFUL]
    for record in told:
        if record.material or record.references or record.comparator not in "=~":
            continue
        twin = _only([r for r in sure if _is_told_again(record, r)])
        if twin is not None:
            _take_name(record, twin, "the statement that tells the same value", "named_by_twin")


def name_routes_by_source(records: list[AnyRecord]) -> None:
    """Name what a cited work is said to have made, "a polymer electrolyte", like the one sample its values belong to.

    Both cite that work alone. The sample's family has to be the one called, a thing of several parts is named by them.
    """
    definite = [r for r in records if isinstance(r, PropertyRecord) and r.subject_kind == "specific" and r.material]
    for route in records:
        if not isinstance(route, SynthesisRecord) or not _is_only_a_kind(route):
            continue
        sample = _only([r for r in definite if len(r.references) == 1 and r.references == route.references])
        if sample is not None and _is_called(sample, route):
            _take_name(route, sample, "the only sample with values of the same source", "named_by_source")
            route.material_surface = sample.material_surface
            route.material_start, route.material_end = sample.material_start, sample.material_end


def _is_only_a_kind(route: SynthesisRecord) -> bool:
    """Whether an electrolyte is called by its kind alone: no series, no composition of a family."""
    of_kind = route.subject_kind == "class" and route.role == "electrolyte"
    return of_kind and not re.search(r"\d", route.material or "")


def _is_called(sample: Record, route: Record) -> bool:
    """Whether a class can mean a sample: one of its family, of several parts where the class is of such things."""
    if sample.family is None or route.family not in (None, sample.family):
        return False
    return sample.family not in FORMS_OF_THEIR_OWN or re.search(r"[-/+@]", sample.material or "") is not None


def _told(records: list[AnyRecord], *, tables: bool) -> tuple[list[PropertyRecord], list[PropertyRecord]]:
    """The values of running text, and those of definite materials in tables or in text."""
    values = [r for r in records if isinstance(r, PropertyRecord)]
    definite = [r for r in values if r.subject_kind == "specific" and r.material]
    return [r for r in values if r.block != "table"], [r for r in definite if (r.block == "table") is tables]


def _only(records: list[PropertyRecord]) -> PropertyRecord | None:
    """The last record where all name one material."""
    return records[-1] if len({r.formula or r.material for r in records}) == 1 else None


def _is_open(record: PropertyRecord) -> bool:
    return record.subject_kind == "class" or record.confidence < DOUBTFUL


def _is_component(record: PropertyRecord, row: PropertyRecord) -> bool:
    return record.material != row.material and record.material in re.split(r"[-/+@]", row.material or "")


def _is_told_again(record: PropertyRecord, other: PropertyRecord) -> bool:
    """Whether another statement tells the same property, with the same value, at no other temperature."""
    temperatures = {record.temperature_k, other.temperature_k} - {None}
    properties = {record.property, other.property} - {"ionic", "total"}
    alike = record.property == other.property or not properties
    return alike and len(temperatures) < 2 and _same_value(record, other)


def _same_value(first: PropertyRecord, second: PropertyRecord) -> bool:
    return (
        first.kind == second.kind
        and isclose(first.value_low, second.value_low, rel_tol=TOLERANCE)
        and isclose(first.value_high, second.value_high, rel_tol=TOLERANCE)
    )


def _take_name(record: Record, row: Record, reason: str, flag: str) -> None:
    record.reasons.insert(0, f"{row.material}: {reason}")
    record.material, record.formula = row.material, row.formula
    record.family, record.mobile_ion = row.family, row.mobile_ion
    record.subject_kind = SubjectKind.SPECIFIC
    record.flags = [f for f in record.flags if f != "no_material"] + [flag]
