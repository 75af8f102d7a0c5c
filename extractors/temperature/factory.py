"""The spaCy component that marks temperatures: ``doc._.temperatures``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import text_of
from extractors.temperature.finder import find_temperatures

NAME = "ionmine_temperature"

if not Doc.has_extension("temperatures"):
    Doc.set_extension("temperatures", default=())


@Language.component(NAME, assigns=["doc._.temperatures"])
def temperatures(doc: Doc) -> Doc:
    """The same Doc with its temperatures in K; it reads ``doc._.quantities`` where they are known already."""
    known = doc._.quantities if Doc.has_extension("quantities") else None
    doc._.temperatures = tuple(find_temperatures(text_of(doc), known))
    return doc
