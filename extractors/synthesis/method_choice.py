"""The leading method of a route: named words first, else what its operations amount to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.records import SynthesisStep
from extractors.synthesis.vocabulary import Method

MINOR = ("annealing-only", "other")
VAPOUR = "vapor-deposition"
_CERAMIC_HEAT = 600.0  # °C; oxide solid-state reactions run above, crystallisation of milled sulfides and halides below
_FIRING = 800.0  # °C; what is heated so forms in the heat, however it was milled before

# routes that do the same to a body, so that two of them joined by "and" are two ways: the final densification, the
# pressing of a body (Rahaman, Ceramic Processing and Sintering)
_STAGES = (
    frozenset({"spark-plasma-sintering", "hot-pressing", "cold-sintering", "microwave", "solid-state-reaction"})
    | {"ultrafast-high-temperature-sintering", "heat treatment"},
    frozenset({"pressing", "hot-pressing", "cold-sintering"}),
    # whole ways from starting materials to the compound (West, Solid State Chemistry and its Applications, ch. 4)
    frozenset({"solid-state-reaction", "sol-gel", "liquid-phase", "hydrothermal", "melt-quenching", "gas-solid"})
    | {"combustion", "co-precipitation", "spray-pyrolysis", "flux"},
    frozenset({"melt-quenching", "ball-milling"}),  # two ways to a glass
)


def are_alternatives(first: Method, second: Method) -> bool:
    """Whether two routes named side by side are two ways of one purpose."""
    keys = [{method.code, method.parent} for method in (first, second)]
    if keys[0] == keys[1]:
        return False
    return any(stage & keys[0] and stage & keys[1] for stage in _STAGES)


def choose_methods(
    named: Iterable[str], steps: Sequence[SynthesisStep], precursors: Sequence[str], *, by_solvent: bool = False
) -> list[str]:
    """Method codes of a route, the leading one first.

    Heat treatments and pressing are steps when another route is named; alone they are the route, and where they form
    the compound from starting materials that is a solid-state reaction (gold/GUIDELINES.md, decisions). ``by_solvent``:
    a solvent alone named the route, so that milling or casting in it tells more.
    """
    codes = list(dict.fromkeys(named))
    major = [code for code in codes if code not in MINOR]
    ops = {step.op for step in steps}
    if by_solvent and ops & {"mill", "cast"}:
        major = []
    hottest = max((_highest(step) for step in steps if step.op == "heat"), default=0.0)
    ceramic = hottest > _CERAMIC_HEAT
    fired = hottest >= _FIRING or (ceramic and "press" in ops)
    twice = hottest >= _FIRING and sum(_highest(step) > _CERAMIC_HEAT for step in steps if step.op == "heat") > 1
    if major == ["ball-milling"] and (twice or (fired and len(precursors) > 1)):  # calcined and sintered
        return ["solid-state-reaction", "ball-milling"]
    if major == ["hot-pressing"] and {"dissolve", "cast"} <= ops:
        return ["solution-casting", "hot-pressing"]
    if major:
        return major
    if by_solvent and "cast" in ops:
        return ["solution-casting"]
    if "melt" in ops and (ops & {"quench", "cast"} or len(precursors) > 1):
        return ["melt-quenching"]
    if "dissolve" in ops and ops & {"evaporate", "heat", "dry", "stir"}:
        return ["solution-casting"] if "cast" in ops else ["liquid-phase"]
    suspended = "stir" in ops and any(step.solvent for step in steps)
    if "mill" not in ops and (suspended or any(step.solvent and _is_wet(step, ceramic) for step in steps)):
        return ["liquid-phase"]
    if "mill" in ops:
        return ["solid-state-reaction", "ball-milling"] if twice or (ceramic and precursors) else ["ball-milling"]
    heated = any(step.op == "heat" and step.temperature_c is not None for step in steps)
    if "heat" in ops and (heated or "annealing-only" in codes or not codes):
        return ["solid-state-reaction"] if len(precursors) > 1 else ["annealing-only"]
    return codes or ["other"]


def _is_wet(step: SynthesisStep, ceramic: bool) -> bool:
    """Whether a step in a solvent is a reaction in it, not the mixing of powders that fire to a ceramic later."""
    dispersed = step.op == "mix" and step.surface.lower().startswith("dispers")
    return step.op in ("stir", "dissolve") or (dispersed and not ceramic)


def _highest(step: SynthesisStep) -> float:
    value = step.temperature_c
    return max(value) if isinstance(value, list) else (value or 0.0)
