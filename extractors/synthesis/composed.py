"""The composite a procedure makes of a polymer, a salt and fillers, or of a powder and its binder, where it is only
called "the membrane", "the layer"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.linking.joining import is_polymer
from extractors.linking.made import made_in
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.naming import is_definite, is_nameless
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.route import Route, is_stated

_ORDER = ("polymer", "salt", "filler")
_OF_A_BODY = frozenset({"solution-casting", "tape-casting", "hot-pressing", "infiltration", "in-situ-polymerization"})
"""Ways that make a body of what was mixed, not one of its parts."""


def composed_of(route: Route, passage: Passage) -> list[Material]:
    """The composite named by matrix, salt and fillers, in this order, or by powder and binder; the route's targets
    where it is none. A sheet of powder and binder is tape-cast, whatever tells its solvent.

    A part is called by the short name in brackets behind it. It has no place in the text, so its span is empty.
    """
    short = {
        first.name: second.name
        for first, second in pairwise(passage.materials)
        if PROCEDURES.SHORT_BEHIND.fullmatch(passage.text, first.end, second.start)
        and second.kind is MaterialKind.ALIAS
    }
    twice = {short[name] for name in route.sources if name in short}
    parts = [m for n, m in route.sources.items() if "solvent" not in m.flags and n not in twice]
    if (whole := _of_its_sentence(route, passage)) is not None:
        return [whole]
    ordered = _membrane(parts, route)
    if not ordered and (ordered := _sheet(parts, route)):
        route.named, route.by_solvent = ["tape-casting", *route.named], False
    if not ordered:
        return route.targets
    return [
        replace(
            ordered[0],
            start=0,
            end=0,
            name="-".join(short.get(m.name, m.name) for m in ordered),
            formula=None,
            kind=MaterialKind.COMPOSITE,
            subject_kind=SubjectKind.SPECIFIC,
            family="polymer" if set(map(_rank, ordered)) == {0, 1} else "composite",
            electrolyte=True,
        )
    ]


def _of_its_sentence(route: Route, passage: Passage) -> Material | None:
    """The polymer composite that the sentence of a route makes of its targets: ``put B into A by hot pressing``."""
    if not (route.targets and route.methods and route.methods[0] in _OF_A_BODY):
        return None
    for made in made_in(passage, *passage.sentences[route.sentence]):
        names = {part.name for part in (made.host, *made.parts)}
        if is_polymer(made.sample) and any(map(is_polymer, made.parts)) and names >= {t.name for t in route.targets}:
            return replace(made.sample, start=made.start, end=made.end)
    return None


def _membrane(parts: Sequence[Material], route: Route) -> list[Material]:
    """Matrix, salt and fillers of a polymer electrolyte; [] where the parts are no such."""
    told = route.named or any(map(is_stated, route.steps))
    known = (None, "polymer", "composite")
    if not ({0, 1} <= set(map(_rank, parts)) and told and is_nameless(route.targets)):
        return []
    return [] if any(t.family not in known for t in route.targets) else sorted(parts, key=_rank)


def _sheet(parts: Sequence[Material], route: Route) -> list[Material]:
    """An electrolyte's powder and its binders, cast to a sheet without a name; [] where the parts are no such."""
    powders = [m for m in parts if is_definite(m) and "polymer" not in m.flags]
    binders = [m for m in parts if {"binder", "polymer"} & set(m.flags)]
    own = is_nameless(route.targets) or [m.name for m in powders] == [t.name for t in route.targets]
    if len(powders) != 1 or len(parts) != 1 + len(binders) or not (binders and own and _is_cast(route)):
        return []
    return [*powders, *binders]


def _is_cast(route: Route) -> bool:
    return bool({"tape-casting", "solution-casting"} & set(route.methods)) or any(s.op == "cast" for s in route.steps)


def _rank(material: Material) -> int:
    """Place of a part in the name of its composite."""
    return next((place for place, kind in enumerate(_ORDER) if kind in material.flags), len(_ORDER))
