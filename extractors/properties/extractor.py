"""Values of every property in running text and captions."""

from __future__ import annotations

from collections.abc import Callable

from extractors.linking.meaning import Meaning, conductivity_meaning, energy_meaning, plain_meaning
from extractors.linking.passage import Passage
from extractors.mentions import Quantity
from extractors.properties.specification import of_quantity
from extractors.reading import Reading
from extractors.records import PropertyRecord
from extractors.statements import property_records

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
            records.extend(property_records(reading, passage, value, meaning, spec))
    return records
