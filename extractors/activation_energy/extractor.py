"""Activation energies and migration barriers in running text and captions."""

from __future__ import annotations

from extractors.linking.meaning import energy_meaning
from extractors.mentions import QuantityKind
from extractors.reading import Reading
from extractors.records import PropertyRecord
from extractors.statements import property_records


def extract_activation_energy(reading: Reading) -> list[PropertyRecord]:
    """Every activation energy and migration barrier of a block, in eV; band gaps and other energies are left out."""
    records: list[PropertyRecord] = []
    if reading.passage is None:
        return records
    for value in reading.passage.quantities:
        if value.kind is not QuantityKind.ENERGY:
            continue
        meaning = energy_meaning(reading.passage, value)
        if meaning is not None:
            records.extend(property_records(reading, value, meaning, "activation_energy"))
    return records
