"""Which records the second reader found too, and what it alone found."""

from __future__ import annotations

import re
from math import isclose

from corpus.document import Document
from extractors.records import AnyRecord, PropertyRecord
from extractors.second_reader.reader import SecondReading, read_again

NAME = "chemdataextractor2"
TOLERANCE = 0.01
"""Relative difference within which two readings are the same number."""


def confirm(document: Document, records: list[AnyRecord]) -> list[SecondReading]:
    """Mark the records that the second reader has too, and return its readings that no record has, for a person.

    A record is confirmed by the same value (within 1 %) at the same place with the same material. No record is added,
    dropped or changed otherwise.
    """
    return match(records, read_again(document))


def match(records: list[AnyRecord], readings: list[SecondReading]) -> list[SecondReading]:
    """Fill ``confirmed_by`` of records from readings; the readings that agree with no record."""
    unmatched = []
    for reading in readings:
        agreeing = [r for r in records if isinstance(r, PropertyRecord) and _agrees(r, reading)]
        for record in agreeing:
            if NAME not in record.confirmed_by:
                record.confirmed_by.append(NAME)
        if not agreeing:
            unmatched.append(reading)
    return unmatched


def _agrees(record: PropertyRecord, reading: SecondReading) -> bool:
    return (
        record.kind == reading.kind
        and record.start < reading.end
        and reading.start < record.end
        and isclose(record.value_low, reading.value_low, rel_tol=TOLERANCE)
        and isclose(record.value_high, reading.value_high, rel_tol=TOLERANCE)
        and _same_material(record, reading)
    )


def _same_material(record: PropertyRecord, reading: SecondReading) -> bool:
    """Equal names. A row's composite, joined from several columns, begins with the one name the second reader sees."""
    theirs = {_key(name) for name in (*reading.names, *reading.formulas)}
    ours = {_key(name) for name in _names(record)}
    if record.block == "table":
        return any(own.startswith(their) for own in ours for their in theirs)
    return bool(theirs & ours)


def _names(record: PropertyRecord) -> list[str]:
    return [name for name in (record.material, record.formula, record.material_surface) if name]


def _key(name: str) -> str:
    return re.sub(r"[^0-9a-z.]", "", name.casefold())
