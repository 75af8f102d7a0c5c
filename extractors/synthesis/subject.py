"""What a procedure makes where its paragraph does not say: named by the heading, the title, or told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from corpus.document import Block, Document
from extractors.composition import NameContext, find_materials
from extractors.mentions import Material
from extractors.synthesis.patterns import FRAMES
from extractors.synthesis.reaction import is_made_of, leaves_nothing
from extractors.synthesis.route import Route
from extractors.synthesis.targets import is_precursor

_LOOK_BACK = 16  # blocks before a procedure in which the name of its target is looked for


def named_elsewhere(route: Route, block: Block, document: Document, context: NameContext | None) -> list[Material]:
    """The definite electrolyte a procedure makes; the targets it has (none, or a class) where that is not told.

    It is the only one that its section's heading names, a series last told that has all elements of the starting
    materials, the only one of a wider heading or the title, or a single composition told before that fits as well. It
    has no place in the block, so its span is empty.
    """
    if not FRAMES.PROCEDURE_SECTION.search(block.section) or (
        route.targets and not (route.made_from_several or route.is_procedure)
    ):
        return route.targets
    for material in _candidates(route, block, document, context):
        known = (None, material.family) if route.made_from_several else (material.family,)
        agrees = all(t.family in known for t in route.targets)
        fits = not route.made_from_several or is_made_of(material.formula or material.name, route.precursors)
        if agrees and (not route.targets or fits):
            return [replace(material, start=0, end=0)]
    return route.targets


def _candidates(route: Route, block: Block, document: Document, context: NameContext | None) -> Iterator[Material]:
    """Them, the likeliest first."""
    yield from _only(route, block.section, context)
    told = list(_told_before(route, block, document, context))
    yield from (m for m in told if m.kind == "series")
    yield from _only(route, document.metadata.title, context)
    yield from told
    yield from _only_series(route, block, document, context)


def _only(route: Route, heading: str, context: NameContext | None) -> list[Material]:
    """The one definite electrolyte of a heading, unless starting materials would be left over."""
    found = {m.name: m for m in find_materials(heading, context) if _is_makeable(m)}
    return list(found.values()) if len(found) == 1 and _uses_all(route, *found) else []


def _told_before(route: Route, block: Block, document: Document, context: NameContext | None) -> Iterator[Material]:
    """The electrolytes last named that have all elements of the starting materials and no other."""
    if not route.made_from_several:
        return
    for other in reversed(_earlier(block, document)):
        for material in reversed(find_materials(other.text.text, context)):
            name = material.formula or material.name
            if _is_makeable(material) and is_made_of(name, route.precursors) and _uses_all(route, name):
                yield material


def _only_series(route: Route, block: Block, document: Document, context: NameContext | None) -> Iterator[Material]:
    """The only series told before that has all its elements in the starting materials, which its sisters share."""
    if not route.made_from_several:
        return
    found: dict[str, Material] = {}
    for other in _earlier(block, document):
        for material in find_materials(other.text.text, context):
            if material.kind == "series" and _is_makeable(material) and is_made_of(material.name, route.precursors):
                found[material.name] = material
    if len(found) == 1:
        yield from found.values()


def _earlier(block: Block, document: Document) -> list[Block]:
    return list(takewhile(lambda other: other is not block, document.blocks))[-_LOOK_BACK:]


def _is_makeable(material: Material) -> bool:
    return material.subject_kind == "specific" and material.electrolyte and not is_precursor(material)


def _uses_all(route: Route, target: str) -> bool:
    """Whether nothing of the starting materials would be left over but what leaves as gas."""
    return not route.made_from_several or leaves_nothing(target, route.precursors)
