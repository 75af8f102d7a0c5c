"""Names a statement takes from the rest of its document: a table row of the same measurement, the paper's subject."""

from __future__ import annotations

import re

from extractors.mentions import Material, SubjectKind
from extractors.records import AnyRecord, PropertyRecord

TOLERANCE = 0.01
"""Relative difference up to which two values count as one (the same digits, told in another unit)."""

DOUBTFUL = 0.7
"""A link less probable than this gives way to the table's name."""

TOPIC_CONFIDENCE = 0.5
"""How sure a name is that only the paper's subject gives."""


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
                _take_name(record, row)


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


def _take_name(record: PropertyRecord, row: PropertyRecord) -> None:
    record.reasons.insert(0, f"{row.material}: the table row with the same value and source")
    record.material, record.formula = row.material, row.formula
    record.family, record.mobile_ion = row.family, row.mobile_ion
    record.subject_kind = SubjectKind.SPECIFIC
    record.flags = [f for f in record.flags if f != "no_material"] + ["named_by_table"]


def name_by_topic(records: list[AnyRecord], topic: Material | None) -> None:
    """Give values with no material in reach the material the whole paper is about."""
    if topic is None:
        return
    for record in records:
        if isinstance(record, PropertyRecord) and not record.material and record.block != "table":
            record.material, record.formula = topic.name, topic.formula
            record.family, record.mobile_ion = topic.family, topic.mobile_ion
            record.subject_kind = SubjectKind.SPECIFIC
            record.confidence = TOPIC_CONFIDENCE
            record.flags = [f for f in record.flags if f != "no_material"] + ["named_by_topic"]
            record.reasons.insert(0, f"{topic.name}: what the paper is about")
