"""What a value may belong to: a material as one sentence speaks of it; which mentions are expected to own values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.composition.patterns import CRYSTAL_WATER, GASES
from extractors.linking.passage import Passage
from extractors.mentions import Material


class How(StrEnum):
    """How a sentence, or what stands before it, speaks of an owner."""

    NAMED = "named"
    MEMBER = "member"  # a series' member by its variable, "x = 0.2", or a range of them
    MADE = "made"  # the sample that a sentence makes of a material: doped, coated, filled, joined
    POINTED = "pointed"  # "the former", "both"
    RANKED = "ranked"  # "the optimal composition"
    TOPIC = "topic"  # what the document or its section is about


@dataclass(frozen=True, slots=True)
class Owner:
    """A material at ``[start, end)`` of ``source``; ``distance`` sentences before the value (0: in the same one)."""

    start: int
    end: int
    material: Material
    source: Passage
    how: How = How.NAMED
    distance: int = 0

    @property
    def is_range(self) -> bool:
        """Whether it is a range of a series: ``the compositions 0.2 ≤ x ≤ 0.6``."""
        return self.how is How.MEMBER and self.material.subject_kind == "class"


def is_substance(material: Material) -> bool:
    """Whether a mention is a solid at all: no ion, no gas, and no element that only its sign names."""
    if material.name in GASES:
        return False
    return material.kind != "ion" and not (material.kind == "element" and len(material.surface) < len("tin"))


def is_nameable(material: Material) -> bool:
    """Whether a mention is expected to own a conductivity: no ion, element, electrode or solvent."""
    return material.electrolyte and material.kind not in ("ion", "element")


def is_definite(material: Material) -> bool:
    """A nameable material that is no class."""
    return is_nameable(material) and material.subject_kind != "class"


def is_put_in(owner: Owner) -> bool:
    """Whether an owner is the sample that doping told in its sentence makes of the host: ``Doping with Zn raised``."""
    return owner.how is How.POINTED and "doped" in owner.material.flags


def is_hydrate(material: Material) -> bool:
    """Whether a compound holds crystal water: what comes out of a solution, mostly on the way to the dry one."""
    return CRYSTAL_WATER.search(material.name) is not None


def symbols_of(material: Material) -> tuple[str, ...]:
    """The elements of a composition, as written; () of a name that tells none."""
    try:
        return read_any(material.formula or material.name).symbols
    except FormulaError:
        return ()
