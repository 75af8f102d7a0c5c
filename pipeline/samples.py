"""Which records tell of one sample: its preparation and what was measured on it; which of one route."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from extractors.records import AnyRecord, Record, SynthesisRecord
from pipeline.materials import material_key


def sample_id(record: Record, *, own_work: bool = False) -> str | None:
    """An id shared by the records of one sample; None for statements on a class of materials.

    A review tells of other people's samples: the same composition from the same cited source is one. Where nothing is
    cited, the section stands for the source. A paper on its own work (``own_work``) itself does: it tells in one
    section how a sample was made and in another what was measured on it.
    """
    if record.subject_kind != "specific" or not record.material:
        return None
    uncited = "this work" if own_work else f"section {record.section}"
    source = ",".join(map(str, sorted(set(record.references)))) or uncited
    return _id("s", material_key(record.material, record.formula), source)


def own_sample(document_id: str, sample: str | None) -> str | None:
    """The id of a document's sample among those of all documents; None when it has none."""
    return None if sample is None else _id("s", document_id, sample)


def link_samples(records: Sequence[AnyRecord], *, own_work: bool = False) -> None:
    """Give every record the id of its sample, and every synthesis that of its route: the sample by one leading method.

    A sample's id stands only where at least two records share it.
    """
    ids = [sample_id(record, own_work=own_work) for record in records]
    counts = Counter(ids)
    for record, name in zip(records, ids, strict=True):
        record.sample_id = name if name is not None and counts[name] > 1 else None
        if isinstance(record, SynthesisRecord):
            record.route_id = _id("r", name, record.method) if name is not None else None


def _id(letter: str, *parts: str) -> str:
    return letter + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
