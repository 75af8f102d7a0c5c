"""A material a value may belong to, and which mentions are expected to own a value at all."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.linking.passage import Passage
from extractors.mentions import Material


@dataclass(slots=True)
class Candidate:
    """One material with its features (name → strength) and, after scoring, its score."""

    material: Material
    passage: Passage
    distance: int  # sentences between it and the value; 0 = the same sentence
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


def is_nameable(material: Material) -> bool:
    """Whether a mention is expected to own a conductivity: no ion, element, electrode or solvent."""
    return material.electrolyte and is_substance(material)


def is_substance(material: Material) -> bool:
    """Whether a mention is a material at all and no ion or element."""
    return material.kind not in ("ion", "element")


def is_definite(material: Material) -> bool:
    """A nameable material that is no class."""
    return is_nameable(material) and material.subject_kind != "class"
