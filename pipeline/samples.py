"""Which records tell of one sample: its preparation and what was measured on it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from extractors.records import AnyRecord, Record
from pipeline.materials import material_key


def sample_id(record: Record) -> str | None:
    """An id shared by the records of one sample; None for statements on a class of materials.

    A review tells of other people's samples: the same composition and form from the same cited source is one. Where
    nothing is cited, the section stands for the source.
    """
    if record.subject_kind != "specific" or not record.material:
        return None
    source = ",".join(map(str, sorted(set(record.references)))) or f"section {record.section}"
    text = "\0".join((material_key(record.material, record.formula), source))
    return "s" + hashlib.sha256(text.encode()).hexdigest()[:12]


def own_sample(document_id: str, sample: str | None) -> str | None:
    """The id of a document's sample among those of all documents; None when it has none."""
    return None if sample is None else "s" + hashlib.sha256(f"{document_id}\0{sample}".encode()).hexdigest()[:12]


def link_samples(records: Sequence[AnyRecord]) -> None:
    """Give every record the id of its sample; an id stands only where at least two records share it."""
    ids = [sample_id(record) for record in records]
    counts = Counter(ids)
    for record, name in zip(records, ids, strict=True):
        record.sample_id = name if name is not None and counts[name] > 1 else None
