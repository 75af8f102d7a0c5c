"""The materials a document is about: those its title names."""

from __future__ import annotations

from corpus.document import BlockKind, Document
from extractors.composition import NameContext, find_materials
from extractors.linking.candidates import is_definite
from extractors.mentions import Material


def topics_of(document: Document, names: NameContext) -> dict[str, Material]:
    """Definite electrolytes of the title, by composition (or name, when it is unknown)."""
    titles = [block.text.text for block in document.blocks if block.kind is BlockKind.TITLE]
    if not titles and document.metadata.title:
        titles = [document.metadata.title]
    found = (m for title in titles for m in find_materials(title, names) if is_definite(m) and not m.variables)
    return {m.formula or m.name: m for m in found}
