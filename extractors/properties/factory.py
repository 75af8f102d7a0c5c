"""Registration of the extractor of properties as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.properties.extractor import extract_properties
from extractors.reading import reading_of


@Language.component("ionmine_properties")
def properties(doc: Doc) -> Doc:
    """Add the property records of a Doc to its reading."""
    reading = reading_of(doc)
    reading.records.extend(extract_properties(reading))
    return doc
