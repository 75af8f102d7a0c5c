"""How the tests of repair clean a text: with the signs and habits of the document it is part of."""

from __future__ import annotations

from corpus.document import Citation
from corpus.mapped_text import MappedText
from corpus.repair import DocumentSigns, Profile, repair_with_citations


def cleaned(raw: str, habit: str = "") -> tuple[MappedText, tuple[Citation, ...]]:
    """Clean text and citations of ``raw`` in a document that has ``habit`` before it."""
    signs = DocumentSigns.of(habit + raw)
    profile = signs.profile_of(signs.read(MappedText.from_raw(habit + raw)).text)
    return repair_with_citations(signs.read(MappedText.from_raw(raw)), profile)


def repair(text: MappedText, profile: Profile) -> MappedText:
    """Clean text, citations lifted out."""
    return repair_with_citations(text, profile)[0]
