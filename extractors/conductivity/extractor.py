"""Conductivities in running text and captions."""

from __future__ import annotations

from extractors.linking.meaning import conductivity_meaning
from extractors.mentions import QuantityKind
from extractors.reading import Reading
from extractors.records import PropertyRecord
from extractors.statements import property_records


def extract_conductivity(reading: Reading) -> list[PropertyRecord]:
    """Every conductivity of a block with its material, in S/cm; differences and relative statements are left out."""
    records: list[PropertyRecord] = []
    if reading.passage is None:
        return records
    for value in reading.passage.quantities:
        if value.kind is not QuantityKind.CONDUCTIVITY:
            continue
        meaning = conductivity_meaning(reading.passage, value)
        if meaning is not None:
            records.extend(property_records(reading, value, meaning, "conductivity"))
    return records
