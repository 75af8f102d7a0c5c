"""The lettered items of a caption: "(a) M calcined at 650 °C, (b) sintered at 900 °C" tells one route an item."""

from __future__ import annotations

from itertools import pairwise

from extractors.mentions import Material
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.route import Route, is_stated
from extractors.synthesis.steps import find_steps
from extractors.synthesis.vocabulary import NOT_USED, find_methods


def items_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a sentence with what stands before the first; [] where fewer than two are marked."""
    marks = [m.start() for m in PROCEDURES.MARK.finditer(text, start, end)]
    bounds = [start, *marks, end]
    return list(pairwise(bounds)) if len(marks) > 1 else []


def route_of(text: str, span: tuple[int, int], target: Material, sentence: int, study: int) -> Route | None:
    """The route of an item that names no material of its own: of what the caption or the item before is about."""
    start, end = span
    item = text[start:end]
    named = [m for m in find_methods(item) if m[1].code not in MINOR and not NOT_USED.search(item, 0, m[0].start)]
    steps = [s for s in find_steps(item, named=[m._replace(code=method.step) for m, method in named]) if s.values]
    if not (named or steps):
        return None
    route = Route([target], sentence, "item", study)
    route.named = [method.code for _, method in named]
    place = named[0][0] if named else steps[0]
    route.spans = [(place.start + start, place.end + start)]
    route.add(steps, item)
    return route if route.named or any(map(is_stated, route.steps)) else None
