"""Materials that a sentence modifies: doped into, coated with, mixed to one membrane. The sample has its own name."""

from __future__ import annotations

from dataclasses import replace

from extractors.linking.passage import Passage
from extractors.linking.patterns import COATED_WITH, DOPED_INTO, JOINED, JOINED_TO, MADE_OF_BOTH
from extractors.mentions import Material, MaterialKind, SubjectKind


def modified(passage: Passage, material: Material) -> Material:
    """The sample that the sentence of a material makes of it; the material itself when it makes nothing of it."""
    start, end = passage.sentences[passage.sentence_index(material.start)]
    doped = DOPED_INTO.search(passage.text[start : material.start])
    if doped is not None:
        return _named(material, f"{doped['amount']} {doped['element']}-doped {{}}")
    coat = COATED_WITH.match(passage.text[material.end : end])
    if coat is not None:
        mention = _material_at(passage, material.end + coat.end())
        if mention is not None:
            return replace(_named(material, f"{mention.name}-coated {{}}"), subject_kind=SubjectKind.SPECIFIC)
    return _joined(passage, material, start, end)


def _joined(passage: Passage, material: Material, start: int, end: int) -> Material:
    """``ball-milled an A powder and B fibre to prepare a membrane``: the composite A-B."""
    if not MADE_OF_BOTH.search(passage.text[start : material.start]):
        return material
    joint = JOINED.match(passage.text[material.end : end])
    other = _material_at(passage, material.end + joint.end("joint")) if joint is not None else None
    if joint is None or other is None or not JOINED_TO.match(passage.text[other.end : end]):
        return material
    return replace(_named(material, f"{{}}-{other.name}"), kind=MaterialKind.COMPOSITE)


def _named(material: Material, template: str) -> Material:
    formula = template.format(material.formula) if material.formula else None
    return replace(material, name=template.format(material.name), formula=formula)


def _material_at(passage: Passage, position: int) -> Material | None:
    return next((m for m in passage.materials if position <= m.start <= position + 2), None)
