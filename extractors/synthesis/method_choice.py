"""The leading method of a route: named words first, else what its operations amount to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractors.records import SynthesisStep
from extractors.synthesis.vocabulary import Method

MINOR = ("annealing-only", "other")
VAPOUR = "vapor-deposition"
_CERAMIC_HEAT = 600.0  # °C; oxide solid-state reactions run above, crystallisation of milled sulfides and halides below
_MIXING = 1.0  # h; a mill mixes in this time, mechanochemical synthesis takes longer
_REACTING = 400.0  # °C; above it sulfides and halides form from a mixture
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


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of a route: the methods named, the operations, and from how many things it starts."""

    major: list[str]  # methods named that are no mere treatments
    codes: list[str]  # all methods named
    steps: Sequence[SynthesisStep]
    from_any: bool
    from_several: bool
    by_solvent: bool
    gels: bool
    melts: bool

    @property
    def minor(self) -> list[str]:
        """The treatments named."""
        return [code for code in self.codes if code in MINOR]

    @property
    def ops(self) -> set[str]:
        return {step.op for step in self.steps}

    @property
    def heats(self) -> list[float]:
        """The highest temperatures of the heat treatments, in °C."""
        return [_highest(step.temperature_c) for step in self.steps if step.op == "heat"]

    @property
    def is_ceramic(self) -> bool:
        """Whether some heat is that of an oxide's solid-state reaction."""
        return max(self.heats, default=0.0) > _CERAMIC_HEAT

    @property
    def is_fired(self) -> bool:
        """Whether the thing formed in the heat, however it was milled before."""
        return max(self.heats, default=0.0) >= _FIRING or (self.is_ceramic and "press" in self.ops)

    @property
    def is_fired_twice(self) -> bool:
        """Whether it was calcined and sintered."""
        return max(self.heats, default=0.0) >= _FIRING and sum(heat > _CERAMIC_HEAT for heat in self.heats) > 1

    @property
    def is_mixed_by_mill(self) -> bool:
        """Whether the milling only mixed what then reacted in the heat."""
        times = [_highest(step.duration_h) for step in self.steps if step.op == "mill"]
        mixed = bool(times) and all(0 < time <= _MIXING for time in times)
        return mixed and self.from_several and max(self.heats, default=0.0) >= _REACTING

    @property
    def is_melted(self) -> bool:
        """Whether it was melted: cooled quickly, or made from several things."""
        return (self.melts or "melt" in self.ops) and (bool(self.ops & {"quench", "cast"}) or self.from_several)

    @property
    def is_cast(self) -> bool:
        """Whether several things were mixed to a slurry or solution, cast and dried."""
        return self.from_several and {"mix", "cast", "dry"} <= self.ops

    @property
    def is_dissolved(self) -> bool:
        """Whether it came out of a solution."""
        return "dissolve" in self.ops and bool(self.ops & {"evaporate", "heat", "dry", "stir"})

    @property
    def is_wet(self) -> bool:
        """Whether it reacted in a solvent, and was not only mixed there to fire to a ceramic later."""
        suspended = "stir" in self.ops and any(step.solvent for step in self.steps)
        return "mill" not in self.ops and (suspended or any(_is_reaction(s, self.is_ceramic) for s in self.steps))

    @property
    def is_reacted(self) -> bool:
        """Whether the heat is told as that of a reaction: "reacted at 900 °C"."""
        return any(step.op == "heat" and "react" in step.surface.lower() for step in self.steps)

    @property
    def is_heated(self) -> bool:
        """Whether a heat treatment is told with its temperature, by its name, or alone."""
        warm = any(step.op == "heat" and step.temperature_c is not None for step in self.steps)
        return "heat" in self.ops and (warm or "annealing-only" in self.minor or not self.minor)


# what the methods named and the operations amount to, the first that holds: "milled and calcined twice" is a
# solid-state reaction by whatever name its milling goes
_NAMED: tuple[tuple[Callable[[_Told], bool], list[str]], ...] = (
    (
        lambda t: (
            t.major == ["ball-milling"] and (t.is_fired_twice or (t.is_fired and t.from_several) or t.is_mixed_by_mill)
        ),
        ["solid-state-reaction", "ball-milling"],
    ),
    (lambda t: t.major == ["hot-pressing"] and {"dissolve", "cast"} <= t.ops, ["solution-casting", "hot-pressing"]),
)
_UNNAMED: tuple[tuple[Callable[[_Told], bool], list[str]], ...] = (
    (lambda t: t.by_solvent and "cast" in t.ops, ["solution-casting"]),
    (lambda t: t.is_melted, ["melt-quenching"]),
    (lambda t: t.is_cast and t.is_ceramic and not t.is_dissolved, ["tape-casting"]),
    (lambda t: t.is_cast or (t.is_dissolved and "cast" in t.ops), ["solution-casting"]),
    (lambda t: t.gels and t.is_ceramic, ["sol-gel"]),
    (lambda t: t.is_dissolved or t.is_wet, ["liquid-phase"]),
    (
        lambda t: "mill" in t.ops and (t.is_fired_twice or (t.is_ceramic and t.from_any)),
        ["solid-state-reaction", "ball-milling"],
    ),
    (lambda t: "mill" in t.ops, ["ball-milling"]),
    (lambda t: t.is_heated and (t.from_several or t.is_reacted), ["solid-state-reaction"]),
    (lambda t: t.is_heated, ["annealing-only"]),
)


def choose_methods(
    named: Iterable[str],
    steps: Sequence[SynthesisStep],
    precursors: Sequence[str],
    *,
    by_solvent: bool = False,
    from_several: bool = False,
    gels: bool = False,
    melts: bool = False,
) -> list[str]:
    """Method codes of a route, the leading one first.

    Heat treatments and pressing are steps when another route is named; alone they are the route, and where they form
    the compound from starting materials that is a solid-state reaction (gold/GUIDELINES.md, decisions). ``by_solvent``:
    a solvent alone named the route, so that milling or casting in it tells more. ``from_several``: it starts from
    several things, named or not. ``gels``, ``melts``: a gel or a melt is told to form on the way.
    """
    codes = list(dict.fromkeys(named))
    major = [code for code in codes if code not in MINOR]
    if by_solvent and (gels or {step.op for step in steps} & {"mill", "cast"}):
        major = []
    several = from_several or len(precursors) > 1
    told = _Told(major, codes, steps, several or bool(precursors), several, by_solvent, gels, melts)
    rules = _NAMED if major else _UNNAMED
    return list(next((found for holds, found in rules if holds(told)), major or codes or ["other"]))


def _is_reaction(step: SynthesisStep, ceramic: bool) -> bool:
    """Whether a step in a solvent is a reaction in it, not the mixing of powders that fire to a ceramic later."""
    dispersed = step.op == "mix" and step.surface.lower().startswith("dispers")
    return bool(step.solvent) and (step.op in ("stir", "dissolve") or (dispersed and not ceramic))


def _highest(value: float | list[float] | None) -> float:
    return max(value) if isinstance(value, list) else (value or 0.0)
