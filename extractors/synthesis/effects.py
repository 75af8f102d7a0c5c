"""Heat treatments that are told by what they led to: a density at a temperature, a sintering temperature lowered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.linking.composites import additions_meant
from extractors.linking.made import made_in
from extractors.linking.passage import Passage
from extractors.mentions import Material, MaterialKind
from extractors.synthesis.conditions import Condition, find_conditions
from extractors.synthesis.naming import is_definite
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.route import Route
from extractors.synthesis.sameness import same
from extractors.synthesis.steps import PlacedStep

_FIRED = 500.0  # °C; at lower temperatures a density is that of a body as it was pressed


def routes_by_effect(passage: Passage, told: Sequence[Route]) -> Iterator[Route]:
    """The heat treatments of a passage that only their effect tells, each with its temperature."""
    for index, (start, end) in enumerate(passage.sentences):
        if "°" not in passage.text[start:end]:
            continue
        for targets, at in (*_lowered(passage, start, end), *_dense(passage, start, end)):
            yield from _route(passage, index, targets, at, told)
        for at in PROCEDURES.OTHER_AT.finditer(passage.text, start, end):
            before = [r for r in told if r.sentence == index and r.is_heated and r.spans and r.spans[0][0] < at.start()]
            if before:
                yield from _route(passage, index, before[-1].targets, at, told)


def _lowered(passage: Passage, start: int, end: int) -> Iterator[tuple[list[Material], re.Match[str]]]:
    """What a lower sintering temperature is told of: the one sample of the sentence that something was added to."""
    for at in PROCEDURES.LOWERED.finditer(passage.text, start, end):
        made = [m.sample for m in made_in(passage, start, end)]
        made += [owner.material for owner in additions_meant(passage, start, end)]
        made += [m for m in passage.materials_in(start, end) if m.kind is MaterialKind.COMPOSITE and is_definite(m)]
        samples = {m.name: m for m in made}
        if len(samples) == 1:
            yield list(samples.values()), at


def _dense(passage: Passage, start: int, end: int) -> Iterator[tuple[list[Material], re.Match[str]]]:
    """The only electrolyte of a sentence that gives its density at temperatures of sintering."""
    dense = PROCEDURES.DENSE.search(passage.text, start, end)
    samples = {m.identity: m for m in passage.materials_in(start, end) if is_definite(m)}
    if dense is None or len(samples) != 1:
        return
    for at in PROCEDURES.SHARE_AT.finditer(passage.text, dense.end(), end):
        yield list(samples.values()), at


def _route(
    passage: Passage, index: int, targets: list[Material], at: re.Match[str], told: Sequence[Route]
) -> Iterator[Route]:
    """The heat treatment whose conditions stand behind a place, unless the sentence's routes tell it."""
    values = _conditions(passage.text, at.end(), passage.sentences[index][1])
    heat = values.get("temperature_c")
    if heat is None or heat.low < _FIRED:
        return
    step = PlacedStep("heat", *at.span(1), values)
    route = Route(targets, index, "treatment", spans=[at.span(1)])
    route.add([step], passage.text[: at.end()])
    known = [r for r in told if r.sentence == index and same(r.targets, targets)]
    if not any(r.tells(s) for r in known for s in route.steps):
        yield route


def _conditions(text: str, start: int, end: int) -> dict[str, Condition]:
    """The temperature that stands at a place and the time right behind it."""
    values: dict[str, Condition] = {}
    for condition in find_conditions(text, start, min(end, start + 40)):
        near = not values or text[max(c.end for c in values.values()) : condition.start].strip() in ("for", "and", ",")
        if condition.field in ("temperature_c", "duration_h") and condition.field not in values and near:
            values[condition.field] = condition
    return values
