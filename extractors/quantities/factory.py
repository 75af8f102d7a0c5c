"""The spaCy component that marks quantities: ``doc._.quantities``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import text_of
from extractors.properties.announced import announced_numbers
from extractors.quantities.finder import find_quantities

NAME = "ionmine_quantities"

if not Doc.has_extension("quantities"):
    Doc.set_extension("quantities", default=None)  # not sought yet


@Language.component(NAME, assigns=["doc._.quantities"])
def quantities(doc: Doc) -> Doc:
    """The same Doc with its quantities, normalised (S/cm, eV, K, h, MPa, rpm)."""
    text = text_of(doc)
    split = doc.has_annotation("SENT_START")
    sentences = [(s.start_char, s.end_char) for s in doc.sents] if split else [(0, len(text))]
    found = [*find_quantities(text), *announced_numbers(text, sentences)]
    doc._.quantities = tuple(sorted(found, key=lambda quantity: (quantity.start, quantity.end)))
    return doc
