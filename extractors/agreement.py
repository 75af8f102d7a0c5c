"""Names a statement takes from the rest of its document: a table row of the same measurement, the paper's subject."""

from __future__ import annotations

import re
from math import isclose

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
    for record in told:
        if record.material or record.references or record.comparator not in "=~":
            continue
        twin = _only([r for r in named if record.property == r.property and _same_value(record, r)])
        if twin is not None:
            _take_name(record, twin, "the statement that tells the same value", "named_by_twin")


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


def _same_value(first: PropertyRecord, second: PropertyRecord) -> bool:
    return (
        first.kind == second.kind
        and isclose(first.value_low, second.value_low, rel_tol=TOLERANCE)
        and isclose(first.value_high, second.value_high, rel_tol=TOLERANCE)
    )


def _take_name(record: PropertyRecord, row: PropertyRecord, reason: str, flag: str) -> None:
    record.reasons.insert(0, f"{row.material}: {reason}")
    record.material, record.formula = row.material, row.formula
    record.family, record.mobile_ion = row.family, row.mobile_ion
    record.subject_kind = SubjectKind.SPECIFIC
    record.flags = [f for f in record.flags if f != "no_material"] + [flag]
