"""The composite a procedure makes of a polymer, a salt and fillers, where it is only called "the membrane"."""

from __future__ import annotations

from dataclasses import replace

from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.route import Route, is_stated

_ORDER = ("polymer", "salt", "filler")


def composed_of(route: Route) -> list[Material]:
    """The composite named by matrix, salt and fillers, in this order; the route's targets where it is none.

    It has no place in the text, so its span is empty.
    """
    parts = sorted((m for m in route.sources.values() if "solvent" not in m.flags), key=_rank)
    ranks = {_rank(m) for m in parts}
    told = route.named or any(map(is_stated, route.steps))
    if not ({0, 1} <= ranks and told) or any(t.family not in (None, "polymer", "composite") for t in route.targets):
        return route.targets
    matrix = parts[0]
    name = "-".join(m.name for m in parts)
    return [
        replace(
            matrix,
            start=0,
            end=0,
            name=name,
            formula=None,
            kind=MaterialKind.COMPOSITE,
            subject_kind=SubjectKind.SPECIFIC,
            family="polymer" if ranks == {0, 1} else "composite",
            electrolyte=True,
        )
    ]


def _rank(material: Material) -> int:
    """Place of a part in the name of its composite."""
    return next((place for place, kind in enumerate(_ORDER) if kind in material.flags), len(_ORDER))
