"""Registration of the activation energy extractor as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.activation_energy.extractor import extract_activation_energy
from extractors.reading import reading_of


@Language.component("ionmine_activation_energy")
def activation_energy(doc: Doc) -> Doc:
    """Add the activation energy records of a Doc to its reading."""
    reading = reading_of(doc)
    reading.records.extend(extract_activation_energy(reading))
    return doc
