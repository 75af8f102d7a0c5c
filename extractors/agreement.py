"""Names a statement takes from the rest of its document: a table row of the same measurement, the paper's subject."""

from __future__ import annotations

import re

from extractors.mentions import SubjectKind
from extractors.records import AnyRecord, PropertyRecord

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
    properties = [r for r in records if isinstance(r, PropertyRecord)]
    rows = [r for r in properties if r.block == "table" and r.subject_kind == "specific" and r.references]
    for record in properties:
        if record.block == "table":
            continue
        same = {r.formula or r.material: r for r in rows if _same_measurement(record, r)}
        if len(same) == 1:
            row = next(iter(same.values()))
            if record.subject_kind == "class" or record.confidence < DOUBTFUL or _is_component(record, row):
                _take_name(record, row, "the table row with the same value and source", "named_by_table")


def _is_component(record: PropertyRecord, row: PropertyRecord) -> bool:
    return record.material != row.material and record.material in re.split(r"[-/+@]", row.material or "")


def _same_measurement(first: PropertyRecord, second: PropertyRecord) -> bool:
    return (
        first.kind == second.kind
        and bool(set(first.references) & set(second.references))
        and _close(first.value_low, second.value_low)
        and _close(first.value_high, second.value_high)
    )


def _close(first: float, second: float) -> bool:
    return abs(first - second) <= TOLERANCE * max(abs(first), abs(second))


def _take_name(record: PropertyRecord, row: PropertyRecord, reason: str, flag: str) -> None:
    record.reasons.insert(0, f"{row.material}: {reason}")
    record.material, record.formula = row.material, row.formula
    record.family, record.mobile_ion = row.family, row.mobile_ion
    record.subject_kind = SubjectKind.SPECIFIC
    record.flags = [f for f in record.flags if f != "no_material"] + [flag]


def name_by_twin(records: list[AnyRecord]) -> None:
    """Name a value that no name stands near like the one statement of the document that tells the same value.

    ``A conductivity of 1.6 mS/cm was reached`` of an abstract is that of the sample which the results give it to.
    """
    told = [r for r in records if isinstance(r, PropertyRecord)]
    named = [r for r in told if r.subject_kind == "specific" and r.material and r.block != "table"]
    for record in told:
        if record.material or record.block == "table" or record.references or record.comparator not in "=~":
            continue
        same = {r.formula or r.material: r for r in named if _same_value(record, r)}
        if len(same) == 1:
            _take_name(record, next(iter(same.values())), "the statement that tells the same value", "named_by_twin")


def _same_value(first: PropertyRecord, second: PropertyRecord) -> bool:
    return (
        first.kind == second.kind
        and first.property == second.property
        and _close(first.value_low, second.value_low)
        and _close(first.value_high, second.value_high)
    )
