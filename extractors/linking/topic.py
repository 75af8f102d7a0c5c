"""The materials a document is about: those its title names, or the one it speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from corpus.document import BlockKind, Document
from extractors.composition import NameContext, find_materials
from extractors.linking.candidate import is_definite
from extractors.linking.passage import Passage
from extractors.mentions import Material

DOMINANT_SHARE = 0.3
"""Share of all definite mentions a material must have to be what a paper is about; no material of a review has it."""

DOMINANT_MENTIONS = 6


def topics_of(document: Document, names: NameContext) -> dict[str, Material]:
    """Definite electrolytes of the title, by composition (or name, when it is unknown)."""
    titles = [block.text.text for block in document.blocks if block.kind is BlockKind.TITLE]
    if not titles and document.metadata.title:
        titles = [document.metadata.title]
    found = (m for title in titles for m in find_materials(title, names) if is_definite(m) and not m.variables)
    return {m.identity: m for m in found}


def dominant(passages: Iterable[Passage]) -> Material | None:
    """The one definite material that a document speaks of far more than of any other, None in a review."""
    mentions = [m for passage in passages for m in passage.materials if is_definite(m) and not m.variables]
    counts = Counter(m.identity for m in mentions)
    if not counts:
        return None
    (key, count), *_ = counts.most_common(1)
    if count < DOMINANT_MENTIONS or count < DOMINANT_SHARE * len(mentions):
        return None
    return next(m for m in mentions if m.identity == key)
