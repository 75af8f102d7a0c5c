"""The composite a procedure makes of a polymer, a salt and fillers, where it is only called "the membrane"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.route import Route, is_stated

_ORDER = ("polymer", "salt", "filler")


def composed_of(route: Route, passage: Passage) -> list[Material]:
    """The composite named by matrix, salt and fillers, in this order; the route's targets where it is none.

    A part is called by the short name in brackets behind it. It has no place in the text, so its span is empty.
    """
    parts = sorted((m for m in route.sources.values() if "solvent" not in m.flags), key=_rank)
    ranks = {_rank(m) for m in parts}
    told = route.named or any(map(is_stated, route.steps))
    if not ({0, 1} <= ranks and told) or any(t.family not in (None, "polymer", "composite") for t in route.targets):
        return route.targets
    matrix = parts[0]
    short = {
        first.name: second.name
        for first, second in pairwise(passage.materials)
        if passage.text[first.end : second.start].strip() == "(" and second.kind is MaterialKind.ALIAS
    }
    name = "-".join(short.get(m.name, m.name) for m in parts)
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
