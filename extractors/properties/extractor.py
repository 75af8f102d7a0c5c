"""Values of every property in running text and captions: each linked to its material, temperature, source and place."""

from __future__ import annotations

from collections.abc import Callable

from extractors.cited_source import cited_numbers
from extractors.linking.link import Decision, link
from extractors.linking.meaning import Meaning, conductivity_meaning, energy_meaning, plain_meaning
from extractors.linking.passage import Passage
from extractors.mentions import Quantity, SubjectKind
from extractors.places import page_and_box, raw_span, surface_of
from extractors.properties.specification import PropertySpec, of_quantity
from extractors.reading import Reading
from extractors.records import PropertyRecord
from extractors.temperature import measured_at

MEANINGS: dict[str, Callable[[Passage, Quantity], Meaning | None]] = {
    "conductivity": conductivity_meaning,
    "activation_energy": energy_meaning,
}
"""Which variety of its property a value is, and whether it is one at all; others are what their cue says."""


def extract_properties(reading: Reading) -> list[PropertyRecord]:
    """Every value of a block with its material, in the property's unit; differences and repetitions are left out."""
    records: list[PropertyRecord] = []
    passage = reading.passage
    if passage is None:
        return records
    for value in passage.quantities:
        spec = of_quantity(value.kind)
        if spec is None:
            continue
        told = MEANINGS.get(spec.kind)
        meaning = told(passage, value) if told else plain_meaning(passage, value, spec.default)
        if meaning is not None:
            records.extend(_records(reading, passage, value, meaning, spec))
    return records


def _records(
    reading: Reading, passage: Passage, value: Quantity, meaning: Meaning, spec: PropertySpec
) -> list[PropertyRecord]:
    """One record for each material that ``value`` belongs to. Values in the property's unit, temperature in K."""
    index = passage.sentence_index(value.start)
    start, end = passage.sentences[index]
    values = passage.values_in_sentence(index, value.kind)
    siblings = passage.once(f"spans {value.kind} {index}", lambda: [(q.start, q.end) for q in values])
    measured = measured_at(passage, value) if spec.needs_temperature else None
    records = []
    for found in link(passage, value):
        own = found.material is not None and found.passage is passage
        owner = (found.material.start, found.material.end) if found.material is not None and own else None
        cited = cited_numbers(passage, value.start, value.end, siblings, owner)
        record = _record(reading, found.value, meaning, spec.kind, found)
        record.sentence = passage.text[start:end]
        record.references = list(cited.numbers)
        record.reasons = [*found.reasons, f"source: {cited.rule}"]
        if measured is not None:
            record.temperature_k = round(measured.temperature.low, 2)
            record.temperature_surface = measured.temperature.surface
            record.reasons.append(f"temperature: {measured.scope}")
        records.append(record)
    return records


def _record(reading: Reading, value: Quantity, meaning: Meaning, kind: str, found: Decision) -> PropertyRecord:
    document = reading.document
    low, high = raw_span(reading.block.text, document.raw, value.start, value.end)
    page, box = page_and_box(document, low, high)
    record = PropertyRecord(
        document_id=document.document_id,
        kind=kind,
        property=meaning.property,
        origin=meaning.origin,
        subject_kind=SubjectKind.CLASS,
        value_surface=surface_of(document, low, high),
        value_low=value.low,
        value_high=value.high,
        comparator=value.comparator,
        unit=value.unit,
        start=low,
        end=high,
        page=page,
        bbox=box,
        block=reading.block_name,
        section=reading.block.section,
        confidence=round(found.probability, 4),
    )
    _name(record, found, reading)
    return record


def _name(record: PropertyRecord, found: Decision, reading: Reading) -> None:
    material = found.material
    if material is None:
        record.flags.append("no_material")
        return
    record.material = material.name
    record.formula = material.formula
    record.subject_kind = material.subject_kind
    record.family, record.mobile_ion = material.family, material.mobile_ion
    record.form, record.phase = material.form, material.phase
    record.material_surface = material.surface
    text = reading.mapped_text(found.passage)
    stands_here = found.passage.text[material.start : material.end] == material.surface
    if text is not None and stands_here:  # the topic of the document is named in another text
        low, high = raw_span(text, reading.document.raw, material.start, material.end)
        record.material_start, record.material_end = low, high
        record.material_surface = surface_of(reading.document, low, high)
