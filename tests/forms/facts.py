"""What a document tells, apart from where it stands, so that two forms of it can be compared."""

from __future__ import annotations

from collections import Counter

from corpus.document import Document
from extractors.extract import extract
from extractors.records import AnyRecord, PropertyRecord

Fact = str
"""``kind | material | value or method | temperature in K | cited numbers`` in one line."""


def fact(record: AnyRecord) -> Fact:
    """One record as a line."""
    if isinstance(record, PropertyRecord):
        ends = dict.fromkeys((f"{record.value_low:.3g}", f"{record.value_high:.3g}"))
        at = "-" if record.temperature_k is None else f"{record.temperature_k:.0f} K"
        told = f"{record.comparator} {'..'.join(ends)} | {at}"
    else:
        told = f"{record.method} | {' '.join(step.op for step in record.steps)}"
    return f"{record.kind} | {record.material or '-'} | {told} | {','.join(map(str, record.references))}"


def facts(document: Document) -> Counter[Fact]:
    """Every fact of a document with how often it is told."""
    return Counter(fact(record) for record in extract(document))
