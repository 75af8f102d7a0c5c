"""Routes of a paragraph: what its sentences tell, lettered items of a caption, methods beside samples."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.effects import routes_by_effect
from extractors.synthesis.measured import routes_of_values
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.nearby import routes_nearby
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.product import made_of_sources
from extractors.synthesis.route import Route, is_stated
from extractors.synthesis.sameness import is_other
from extractors.synthesis.steps import find_steps
from extractors.synthesis.teller import Teller
from extractors.synthesis.vocabulary import NOT_USED, find_methods


def by_works(route: Route, passage: Passage) -> list[Route]:
    """A route for each work: "A et al. and B et al. made M by R at 700 and 900 °C, respectively"; else the route."""
    works = len(PROCEDURES.WORK.findall(passage.sentence_text(route.sentence)))
    shared = {place: values for place, values in route.shared_out.items() if len(values) == works}
    if works < 2 or not shared or len(route.targets) != 1:
        return [route]
    return [_of_work(route, shared, work, works) for work in range(works)]


def _of_work(route: Route, shared: dict[tuple[int, str], tuple[float, ...]], work: int, works: int) -> Route:
    steps = list(route.steps)
    for (place, name), values in shared.items():
        steps[place] = steps[place].model_copy(update={name: values[work]})
    return replace(route, steps=steps, shared_out={}, work=(work, works))


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


_NOTHING = Route([], 0, "")  # what an item of a caption may be another thing than


def find_routes(passage: Passage) -> list[Route]:
    """The routes a paragraph or caption tells, in text order; those whose target is not named have no targets."""
    teller = Teller(passage)
    for index, (start, end) in enumerate(passage.sentences):
        items = items_of(passage.text, start, end) if passage.is_caption else []
        if items and _read_items(teller, index, items):
            continue
        heading = PROCEDURES.RUN_IN_HEADING.match(passage.text, start, end)
        if heading:
            teller.read(index, start, heading.end())
        teller.read(index, heading.end() if heading else start, end)
    for route in teller.routes:
        if not route.targets:
            route.targets = made_of_sources(route, passage) or route.topic
    if teller.is_procedure:
        passage.samples.routes.extend(teller.routes)
    told = [one for route in teller.routes for one in by_works(route, passage)]
    told.extend(routes_by_effect(passage, told))
    told.extend(routes_nearby(passage, told))
    return [*told, *routes_of_values(passage, told)]


def _read_items(teller: Teller, index: int, items: list[tuple[int, int]]) -> bool:
    """Read the lettered items of a caption where some is treated that only an item before it names."""
    text = teller.passage.text
    owners: list[Material | None] = []
    for span in items:
        named = [m for m in teller.passage.materials_in(*span) if text[m.start - 1 : m.start] not in ("/", "|")]
        owners.append(next((m for m in named if is_other(m, _NOTHING, [])), None))
    about, borrowed = None, {}
    for span, own in zip(items, owners, strict=True):
        about = own or about
        if own is None and about is not None and (route := route_of(text, span, about, index, teller.study)):
            borrowed[span] = route
    for span, own in zip(items, owners, strict=True) if borrowed else ():
        teller.active = None
        if own is not None:
            teller.read(index, *span)
        teller.routes.extend([borrowed[span]] if span in borrowed else [])
    return bool(borrowed)
