"""Registration of the conductivity extractor as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.conductivity.extractor import extract_conductivity
from extractors.reading import reading_of


@Language.component("ionmine_conductivity")
def conductivity(doc: Doc) -> Doc:
    """Add the conductivity records of a Doc to its reading."""
    reading = reading_of(doc)
    reading.records.extend(extract_conductivity(reading))
    return doc
