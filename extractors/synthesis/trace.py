"""What speaks for a route: how its target and its method were found, and how likely it is right by that."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.mentions import Material
from extractors.synthesis import links
from extractors.synthesis.links import Setting, probability
from extractors.synthesis.processes import Level
from extractors.synthesis.route import Route, stated

_DOUBT = (0.5, 0.6, 0.7, 0.8, 0.9)  # bounds of the probability of a route's best link

# features of the best link that also tell of the whole route
_KEPT = (
    *("cue made by", "cue made with process further on", "cue passive verb", "cue participle behind", "no cue"),
    *("topic", "made before", "at head"),
)


def trace_of(route: Route, target: Material, role: str, setting: Setting) -> tuple[str, ...]:
    """The features of one target of a route; each is a name that ``weights.toml`` may give a weight."""
    return tuple(dict.fromkeys(_features(route, target, role, setting)))


def share_right(trace: tuple[str, ...]) -> float:
    """The probability (0 to 1) that a route with this trace is right in target and method."""
    return round(probability(trace, links.weights()["route"]), 2)


def _features(route: Route, target: Material, role: str, setting: Setting) -> Iterator[str]:
    best = max(route.links, key=lambda link: link.probability)
    yield f"target: {route.found}"
    yield f"likely: {sum(best.probability >= bound for bound in _DOUBT)} of {len(_DOUBT)}"
    leading = route.methods[0]
    yield f"leads: {leading}"
    named = [link for link in route.links if link.process.level is not Level.OPERATION]
    telling = [link for link in named if link.process.code == leading]
    yield f"method: {telling[0].process.level if telling else 'of its steps'}"
    if telling and telling[0].process.is_verb:
        yield "method: a verb"
    conditions = sum(stated(step) for step in route.steps)
    yield f"conditions: {min(conditions, 3)}"
    yield f"processes: {min(len(route.links), 3)}"
    yield f"methods: {min(len(route.methods), 3)}"
    yield f"sources: {min(len(route.precursors), 2)}"
    yield f"targets: {min(len(route.targets), 3)}"
    yield f"kind: {target.kind}"
    yield f"role: {role}"
    yield from (name for name in _KEPT if name in best.features)
    place = {
        "caption": setting.is_caption,
        "own work": setting.own_work,
        "procedure section": setting.is_procedure,
        "study": route.study > 0,
    }
    yield from (name for name, holds in place.items() if holds)
