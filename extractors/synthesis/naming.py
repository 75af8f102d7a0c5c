"""The name of a target that the sentence on its making only called "a glass", "the electrolyte" or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.mentions import Material
from extractors.synthesis.patterns import NAMING
from extractors.synthesis.targets import is_precursor

REACH = 2  # sentences behind the last one on the making in which its result is named


def is_nameless(targets: Sequence[Material]) -> bool:
    """Whether nothing definite is named as made."""
    return all(m.subject_kind == "class" for m in targets)


def named_later(text: str, materials: Sequence[Material], targets: Sequence[Material]) -> Material | None:
    """The one definite electrolyte that a sentence on properties names; None where there is none or several.

    ``targets`` are the classes it was called before: a family has to agree, a composite has to be named by its parts.
    """
    if not NAMING.PROPERTY.search(text):
        return None
    compared = NAMING.COMPARED.search(text)
    end = compared.start() if compared else len(text)
    definite = {m.name: m for m in reversed(materials) if m.start < end and is_definite(m)}
    owners = {m.name: m for m in definite.values() if NAMING.OWNER_BEFORE.search(text, 0, m.start)}
    definite = owners or definite
    if len(definite) != 1 or any(NAMING.REFERENCE_BEFORE.search(text, 0, m.start) for m in definite.values()):
        return None
    (found,) = definite.values()
    return found if all(agrees(found, target) for target in targets) else None


def named_before(text: str, materials: Sequence[Material], targets: Sequence[Material]) -> Material | None:
    """The one definite electrolyte of the same sentence whose powder became "a film", "a dense electrolyte"."""
    start = min((m.start for m in targets), default=0)
    bodies = [m for m in materials if m.end < start and is_definite(m) and NAMING.BODY_BEHIND.match(text, m.end)]
    agreeing = len({m.name for m in bodies}) == 1 and all(agrees(bodies[0], target) for target in targets)
    return bodies[0] if agreeing else None


def is_definite(material: Material) -> bool:
    """Whether a material is a definite electrolyte and no starting material."""
    return (
        material.subject_kind == "specific"
        and material.electrolyte
        and material.kind not in ("ion", "element")
        and not is_precursor(material)
    )


def agrees(material: Material, target: Material) -> bool:
    """Whether a definite material can be what a class names: a family has to agree, a composite to have parts."""
    if target.family and material.family and target.family != material.family:
        return False
    return not NAMING.OF_PARTS.search(target.name) or NAMING.JOINT.search(material.name) is not None
