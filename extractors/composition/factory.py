"""The spaCy component that finds materials: ``doc._.materials``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.composition.context import NameContext
from extractors.composition.materials import find_materials
from extractors.language import text_of

NAME = "ionmine_composition"


@Language.factory(NAME, assigns=["doc._.materials"])
def create(nlp: Language, name: str) -> MaterialMarker:
    """The component for a pipeline: ``nlp.add_pipe("ionmine_composition")``."""
    return MaterialMarker()


class MaterialMarker:
    """Finds materials in a Doc.

    ``doc._.name_context`` may hold the names of the document the text is from, ``doc._.raw_start`` its place there.
    """

    def __init__(self) -> None:
        for attribute in ("materials", "name_context", "raw_start"):
            if not Doc.has_extension(attribute):
                Doc.set_extension(attribute, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its materials."""
        context: NameContext | None = doc._.name_context
        doc._.materials = find_materials(text_of(doc), context, doc._.raw_start)
        return doc
