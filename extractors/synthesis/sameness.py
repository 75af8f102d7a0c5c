"""Whether two mentions are one thing: by name, by formula, as part or polymorph of another."""

from __future__ import annotations

from extractors.mentions import Material
from extractors.synthesis.naming import agrees
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.route import Route
from extractors.synthesis.targets import is_precursor


def is_other(material: Material, route: Route | None, precursors: list[Material]) -> bool:
    """Whether a material is a definite electrolyte that a route does not know."""
    if route is None or material.kind in ("ion", "element") or is_precursor(material) or not material.electrolyte:
        return False
    known = {m.name for m in route.targets} | set(route.precursors) | {m.name for m in precursors}
    return material.subject_kind != "class" and material.name not in known


def same(first: list[Material], second: list[Material]) -> bool:
    """Whether a material of one list is one of the other: by name, by formula, or without its amount ("0.25Nb-M")."""
    names = {name for m in first for name in _names(m)}
    return any(name in names for m in second for name in _names(m))


def are_polymorphs(first: list[Material], second: list[Material]) -> bool:
    """Whether materials of one formula go by other names: "t-Na3PS4" beside "Na3PS4"."""
    names = {m.name for m in first}
    return all(m.kind == "formula" and m.name not in names for m in second)


def is_source_of(materials: list[Material], route: Route | None) -> bool:
    """Whether things treated are parts or starting materials of a route."""
    if route is None:
        return False
    return all(m.name in route.precursors for m in materials)


def only_tells_form(materials: list[Material], route: Route | None) -> bool:
    """Whether materials only tell the form of what a route makes: "the glass-ceramics" of a glass."""
    definite = route is not None and any(m.subject_kind == "specific" for m in route.targets)
    return definite and all(m.subject_kind == "class" and PROCEDURES.FORM_ONLY.fullmatch(m.name) for m in materials)


def is_body_of(materials: list[Material], route: Route | None, text: str) -> bool:
    """Whether a sentence goes on with a thing by the name of its kind: "The electrolyte powder was heated"."""
    if route is None or not route.is_under_way or not all(m.subject_kind == "class" for m in materials):
        return False
    known = all(agrees(m, t) for m in route.targets for t in materials)
    return known and FRAMES.PRONOUN_SUBJECT.search(text) is not None


def _names(material: Material) -> set[str]:
    names = {material.name, FRAMES.LEADING_AMOUNT.sub("", material.name)}
    return names | {material.formula} if material.formula else names
