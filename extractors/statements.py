"""From a value and its meaning to records: link the material, the temperature and the source, cite the place."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.cited_source import cited_numbers
from extractors.linking.link import Decision, link
from extractors.linking.meaning import Meaning
from extractors.linking.passage import Passage
from extractors.linking.patterns import SIGMA_INDEX
from extractors.mentions import Quantity, SubjectKind, Temperature
from extractors.places import page_and_box, raw_span, raw_surface
from extractors.properties.specification import PropertySpec
from extractors.reading import Reading
from extractors.records import PropertyRecord
from extractors.temperature import announced_temperature, measuring_temperature
from extractors.temperature.patterns import CHANGES_ON


def property_records(reading: Reading, value: Quantity, meaning: Meaning, spec: PropertySpec) -> list[PropertyRecord]:
    """One record for each material that ``value`` belongs to. Values in the property's unit, temperature in K."""
    passage = reading.passage
    if passage is None:
        return []
    start, end = passage.sentences[passage.sentence_index(value.start)]
    siblings = [(q.start, q.end) for q in passage.quantities_in(start, end) if q.kind is value.kind]
    temperature = _temperature(passage, value, start, end)
    records = []
    for found in link(passage, value):
        own = found.material is not None and found.passage is passage
        owner = (found.material.start, found.material.end) if found.material is not None and own else None
        cited = cited_numbers(passage, value.start, value.end, siblings, owner)
        record = _record(reading, passage, found.value, meaning, spec.kind, found)
        record.sentence = passage.text[start:end]
        record.references = list(cited.numbers)
        record.reasons = [*found.reasons, f"source: {cited.rule}"]
        if temperature is not None and spec.needs_temperature:
            record.temperature_k = round(temperature.low, 2)
            record.temperature_surface = temperature.surface
        records.append(record)
    return records


HIGHEST_INDEX_C = 200
"""An index of σ above this is in K, else in °C."""

SAME_TEMPERATURE = re.compile(r"\b(?:at|under) (?:the|this|that) same temperature\b", re.IGNORECASE)


def _temperature(passage: Passage, value: Quantity, start: int, end: int) -> Temperature | None:
    """The measuring temperature of a value: its own, else the one ``same temperature`` or its list points to."""
    sentence = _sentence(passage, start, end)
    found = _stated_temperature(sentence, value, start)
    if found is not None:
        return found
    indexed = _index_temperature(passage, value, start)
    if indexed is not None:
        return indexed
    siblings = [q for q in passage.quantities_in(start, end) if q.kind is value.kind and q is not value]
    siblings = [q for q in siblings if not _cited_apart(passage, q, value)]
    told = [t for q in siblings if (t := _stated_temperature(sentence, q, start)) is not None]
    if len({(t.low, t.high) for t in told}) == 1:
        return told[0]
    before = [q for q in passage.quantities if q.kind is value.kind and q.end <= value.start]
    same = SAME_TEMPERATURE.search(passage.text, value.end, end) or CHANGES_ON.match(passage.text[start:end])
    if not before or not same:
        return announced_temperature(passage, passage.sentence_index(start))
    return _temperature(passage, before[-1], *passage.sentences[passage.sentence_index(before[-1].start)])


def _cited_apart(passage: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether a citation stands between two values, which then come from different measurements."""
    first, second = sorted((one, other), key=lambda q: q.start)
    return any(first.end <= c.position < second.start for c in passage.citations)


def _index_temperature(passage: Passage, value: Quantity, start: int) -> Temperature | None:
    """``σ25 of 1 mS cm^-1``: the index of the conductivity is its temperature (°C, above 200 K)."""
    found = list(SIGMA_INDEX.finditer(passage.text, start, value.start))
    if not found or any(found[-1].end() <= q.start < value.start for q in passage.quantities if q.kind is value.kind):
        return None
    degrees = float(found[-1]["degrees"])
    kelvin = degrees if degrees > HIGHEST_INDEX_C else degrees + 273.15
    return Temperature(*found[-1].span("degrees"), kelvin, kelvin, found[-1]["degrees"])


_Sentence = tuple[str, list[Quantity], list[Temperature]]


def _sentence(passage: Passage, start: int, end: int) -> _Sentence:
    """A sentence with its quantities and temperatures, offsets counted from its start."""
    temperatures = [
        replace(t, start=t.start - start, end=t.end - start) for t in passage.temperatures if start <= t.start < end
    ]
    told = passage.quantities_in(start, end) if temperatures else []
    quantities = [replace(q, start=q.start - start, end=q.end - start) for q in told]
    return passage.text[start:end], quantities, temperatures


def _stated_temperature(sentence: _Sentence, value: Quantity, start: int) -> Temperature | None:
    text, quantities, temperatures = sentence
    if not temperatures:
        return None
    return measuring_temperature(text, value.start - start, value.end - start, quantities, temperatures)


def _record(
    reading: Reading, passage: Passage, value: Quantity, meaning: Meaning, kind: str, found: Decision
) -> PropertyRecord:
    document = reading.document
    low, high = raw_span(reading.block.text, document.raw, value.start, value.end)
    page, box = page_and_box(document, low, high)
    record = PropertyRecord(
        document_id=document.document_id,
        kind=kind,
        property=meaning.property,
        origin=meaning.origin,
        subject_kind=SubjectKind.CLASS,
        value_surface=raw_surface(document.raw, low, high),
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
    if text is not None:
        low, high = raw_span(text, reading.document.raw, material.start, material.end)
        record.material_start, record.material_end = low, high
        record.material_surface = raw_surface(reading.document.raw, low, high)
