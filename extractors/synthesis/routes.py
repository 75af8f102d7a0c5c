"""Routes of a paragraph: what its sentences tell, lettered items of a caption, methods beside samples."""

from __future__ import annotations

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.effects import routes_by_effect
from extractors.synthesis.items import items_of, route_of
from extractors.synthesis.nearby import routes_nearby
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.product import made_before
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import is_other
from extractors.synthesis.subject import name_by_heading
from extractors.synthesis.teller import Teller
from extractors.synthesis.works import by_works

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
            route.targets = route.topic or made_before(route, passage)
    name_by_heading(teller.routes, passage.section)
    if teller.is_procedure:
        passage.samples.routes.extend(teller.routes)
    told = [one for route in teller.routes for one in by_works(route, passage)]
    told.extend(routes_by_effect(passage, told))
    return [*told, *routes_nearby(passage, told)]


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
