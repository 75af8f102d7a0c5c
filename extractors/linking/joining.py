"""A sample's name from those of its host and parts: joined, renamed, without one of them."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.linking.owner import is_definite
from extractors.mentions import Material, MaterialKind, SubjectKind

WHOLE_BRACKET = re.compile(r"^(?:[\d.]+|\([\d.]+-[xyz]\))\((?P<inside>[^()]+-[^()]+)\)$")
"""A mixture in a bracket with its share, which is all that is left of a larger one."""


def is_polymer(material: Material) -> bool:
    """Whether a material is a polymer or a composite with one: shares of fillers are no part of its name."""
    return "polymer" in material.flags or material.family in ("polymer", "composite") or material.kind == "composite"


def may_hold(host: Material, part: Material) -> bool:
    """Whether a material can be what a share of another was added to, or a composite with it."""
    same = part.name == host.name or (part.formula is not None and part.formula == host.formula)
    is_whole = part.kind is MaterialKind.COMPOSITE and part.family == "composite"
    return is_definite(host) and not host.variables and not same and not is_whole and "solvent" not in host.flags


def joint(host: Material, part: Material, share: re.Match[str] | None) -> Material:
    """A host with a part, unless the name of one tells the other: ``PVDF/LiTFSI/LATP``, ``A with NBR (A-NBR)``."""
    if has_part(host, part):
        return host
    if has_part(part, host) and part.kind is MaterialKind.COMPOSITE:
        return part
    if is_polymer(part) and "binder" not in part.flags and not is_polymer(host):
        return joint(part, host, None)  # a framework that a polymer fills
    if is_polymer(host) or share is None:
        glue = "/" if "/" in host.name else "-"
        sample = renamed(host, f"{{}}{glue}{part.name}", MaterialKind.COMPOSITE)
        return replace(sample, family=host.family if is_polymer(host) else "composite")
    unit = (share["unit"] or "").rstrip("%. ")
    return renamed(host, f"{{}}-{share['share']} {unit}% {part.name}", MaterialKind.COMPOSITE)


def without(host: Material, part: Material, _share: re.Match[str] | None = None) -> Material:
    """A composite without one of its parts; what does not hold it as it is."""
    out = rf"(?:[\d.]+|[xyz])?{re.escape(part.name)}"
    rest = re.sub(rf"[-/ ]{out}(?![\w.])|^{out}[-/ ]", "", host.name)
    if rest == host.name:
        return host
    return replace(host, name=WHOLE_BRACKET.sub(r"\g<inside>", rest), formula=None, kind=MaterialKind.COMPOSITE)


def has_part(host: Material, part: Material) -> bool:
    """Whether a composite is named after a part, by its name or its formula: ``PVDF/LiTFSI/LATP``."""
    names = (name for name in (part.name, part.formula) if name)
    return any(re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![\w.])", host.name) for name in names)


def renamed(material: Material, template: str, kind: MaterialKind | None = None) -> Material:
    """A material whose name and formula are put into a template, as the specific sample that they tell."""
    formula = template.format(material.formula) if material.formula else None
    return replace(
        material,
        name=template.format(material.name),
        formula=formula,
        variables=(),
        kind=kind or material.kind,
        subject_kind=SubjectKind.SPECIFIC,
    )
