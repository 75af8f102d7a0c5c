"""One thing made by several works in one sentence, each with a condition of its own: two routes."""

from __future__ import annotations

from dataclasses import replace

from extractors.linking.passage import Passage
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.route import Route


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
