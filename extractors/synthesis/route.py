"""One preparation route: its targets, methods, starting materials and ordered steps as they are being told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.mentions import Material, MaterialKind
from extractors.records import SynthesisStep
from extractors.synthesis.conditions import Condition
from extractors.synthesis.frames import Frame
from extractors.synthesis.method_choice import MINOR, choose_methods
from extractors.synthesis.naming import agrees, is_nameless
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reaction import is_made_of, leaves_nothing
from extractors.synthesis.steps import PlacedStep, is_kept

CONDITION_FIELDS = ("temperature_c", "duration_h", "pressure_mpa", "speed_rpm")
_COMPLETED = {"speed_rpm": "mill", "ball_ratio": "mill", "ramp_k_min": "heat"}  # operation a condition alone belongs to
_NO_MAKING = frozenset({"treatment", "method verb", "noun", "procedure", "same method"})  # no verb of making


@dataclass(slots=True)
class Route:
    """One way of preparing one or several targets; offsets count the characters of the paragraph."""

    targets: list[Material]
    sentence: int
    rule: str
    study: int = 0  # routes of one described work share a number
    named: list[str] = field(default_factory=list)  # codes of the methods named in words
    is_worded: bool = False  # a method's name says more than "sintering", or is all that a review tells
    cycles: int = 0  # of milling, as long as it is not told how long each lasts
    topic: list[Material] = field(default_factory=list)  # what the sentence before was about, where nothing is named
    described: bool = False  # told of a work that is cited or whose authors are named
    by_solvent: bool = False  # nothing but a solvent tells the method
    from_parts: bool = False  # starting materials were put together that are not named one by one
    gels: bool = False  # a gel forms on the way
    melts: bool = False  # a melt does
    forms_compound: bool = False  # a heat treatment made the compound
    spans: list[tuple[int, int]] = field(default_factory=list)  # words of the methods, else of the first operation
    steps: list[SynthesisStep] = field(default_factory=list)
    sources: dict[str, Material] = field(default_factory=dict)  # starting materials by name
    shared_out: dict[tuple[int, str], tuple[float, ...]] = field(default_factory=dict)  # values "respectively"

    work: tuple[int, int] | None = None  # which one of how many works of its sentence it is told of
    owners: dict[int, set[str]] = field(default_factory=dict)  # steps done to only some of the targets, by place

    @property
    def precursors(self) -> list[str]:
        """The names of the starting materials."""
        return list(self.sources)

    @property
    def methods(self) -> list[str]:
        """Method codes, the leading one first."""
        several = self.made_from_several or self.from_parts
        codes = choose_methods(
            self.named,
            self.steps,
            self.precursors,
            by_solvent=self.by_solvent,
            from_several=several,
            gels=self.gels,
            melts=self.melts,
        )
        formed = self.forms_compound or self.is_calcined
        return ["solid-state-reaction"] if formed and codes == ["annealing-only"] else codes

    @property
    def is_calcined(self) -> bool:
        """Whether a calcination and a further heat treatment are told: the first made the compound, not its body."""
        heats = [step.surface.lower() for step in self.steps if step.op == "heat" and step.temperature_c is not None]
        return len(heats) > 1 and any("calcin" in surface for surface in heats)

    @property
    def is_told(self) -> bool:
        """Whether there is a target and a method or a condition for it.

        Pressing, mixing, drying alone make nothing unless a verb says so, and a heat treatment needs its conditions.
        """
        codes = self.methods
        if codes == ["other"] and (self.rule in _NO_MAKING or (self.rule == "made" and not self.named)):
            return False
        if codes == ["annealing-only"] and not any(map(is_stated, self.steps)):
            return bool(self.targets) and self.is_worded and self.rule != "method before verb"
        dissolved = any(step.op == "dissolve" and step.solvent for step in self.steps)
        return bool(self.targets and (self.named or dissolved or any(map(is_stated, self.steps))))

    def takes(self, targets: list[Material]) -> bool:
        """Whether targets can be what the starting materials told so far became."""
        return not self.made_from_several or any(
            leaves_nothing(m.formula or m.name, self.precursors) or m.formula is None for m in targets
        )

    def may_become(self, material: Material) -> bool:
        """Whether the starting materials hold just what a material named later has."""
        of_parts = material.kind in (MaterialKind.MIXTURE, MaterialKind.SERIES)
        formula = material.formula or (material.name if of_parts else "")
        return not (self.made_from_several and formula) or (
            is_made_of(formula, self.precursors) and leaves_nothing(formula, self.precursors)
        )

    def call(self, product: list[Material]) -> None:
        """Give a route that names nothing definite the product of its paragraph, where it can be that."""
        parts = set(FRAMES.COMPOSITE_JOINT.split(product[0].name)) if product[0].formula is None else set()
        fits = self.takes(product) and (len(parts) < 2 or bool(parts & set(self.precursors)))
        if is_nameless(self.targets) and fits and (self.sources or not self.targets):
            self.targets = product if all(agrees(product[0], t) for t in self.targets) else self.targets

    @property
    def made_from_several(self) -> bool:
        """Whether several starting materials are told."""
        return len(self.precursors) > 1

    @property
    def is_procedure(self) -> bool:
        """Whether several steps with conditions are told, as experimental sections do."""
        return sum(is_stated(step) for step in self.steps) > 1

    @property
    def is_reaction(self) -> bool:
        """Whether several starting materials and a step with conditions are told."""
        return self.made_from_several and any(is_stated(step) for step in self.steps)

    def place_again(self, sentence: int) -> None:
        """Let a route begin in a later sentence that tells it, where it was only mentioned before: "milled M"."""
        if self.rule in ("method verb", "noun") and not (self.is_under_way or self.sources):
            self.spans, self.sentence = [], sentence

    @property
    def is_heated(self) -> bool:
        """Whether a heat treatment with its temperature is told."""
        return any(step.op == "heat" and step.temperature_c is not None for step in self.steps)

    def tells(self, step: SynthesisStep) -> bool:
        """Whether a heat treatment with a step's temperature, and its time where it has one, was told."""
        heats = [(s.temperature_c, s.duration_h) for s in self.steps if s.op == "heat"]
        times = [t for temperature, t in heats if temperature == step.temperature_c]
        return bool(times) and (step.duration_h is None or step.duration_h in times)

    @property
    def is_under_way(self) -> bool:
        """Whether a step with conditions or the starting materials were told, so that more can follow."""
        return bool(self.precursors or self.from_parts or any(is_stated(step) for step in self.steps))

    def add(self, steps: list[PlacedStep], text: str) -> None:
        """Further steps, told in ``text``; the conditions of a step that was told without them complete it."""
        self.gels = self.gels or PROCEDURES.GEL.search(text) is not None
        self.melts = self.melts or PROCEDURES.MELT.search(text) is not None
        cycles, part = PROCEDURES.CYCLES.search(text), PROCEDURES.CYCLE_PART.search(text)
        self.cycles = int(cycles.group(1)) if cycles else self.cycles
        hours = int(part.group(1)) / 60 if part else 0.0
        for placed in steps:
            if not _only_tells_cycle(placed, hours):
                self._add(placed, text)
        mills = [i for i, step in enumerate(self.steps) if step.op == "mill" and step.duration_h is None]
        if hours and self.cycles and mills:
            total = float(f"{self.cycles * hours:.6g}")
            self.steps[mills[-1]] = self.steps[mills[-1]].model_copy(update={"duration_h": total})
            self.cycles = 0

    def _add(self, placed: PlacedStep, text: str) -> None:
        """One more step, or what completes the last."""
        step = placed.to_step(text)
        if self.steps and _completes(placed, step, self.steps[-1], text):
            self.steps[-1] = _united(self.steps[-1], step)
            return
        self.steps.append(step)
        if PROCEDURES.RESPECTIVELY.search(text):
            several = {(len(self.steps) - 1, f): c.listed for f, c in placed.values.items() if c.listed}
            self.shared_out.update(several)

    def steps_of(self, target: Material) -> list[SynthesisStep]:
        """The steps of one target: where values are told "respectively", each has its own."""
        steps = list(self.steps)
        for (index, name), values in self.shared_out.items():
            if len(values) == len(self.targets) and target in self.targets:
                own = {name: values[self.targets.index(target)]}
                steps[index] = steps[index].model_copy(update=own)
        return [step for place, step in enumerate(steps) if target.name in self.owners.get(place, {target.name})]

    def own(self, names: Sequence[set[str]]) -> None:
        """Tell which targets the last steps are done to, where that are not all."""
        targets = {m.name for m in self.targets}
        for place, own in enumerate(names, len(self.steps) - len(names)):
            if own and own < targets:
                self.owners[place] = own

    def complete(self, conditions: list[Condition]) -> None:
        """What a sentence of its own gives the last milling or heating: "The rotation speed was 400 rpm"."""
        for condition in conditions:
            owner = _COMPLETED.get(condition.field)
            open_steps = [i for i, s in enumerate(self.steps) if s.op == owner and getattr(s, condition.field) is None]
            if open_steps:
                self.steps[open_steps[-1]] = self.steps[open_steps[-1]].model_copy(
                    update={condition.field: condition.value}
                )

    def add_precursors(self, materials: list[Material]) -> None:
        """Further starting materials."""
        self.sources.update((m.name, m) for m in materials if m.name not in self.sources)

    def tell_more_than_solvent(self) -> None:
        """Another method is named: what was known by its solvent alone is how it began."""
        self.by_solvent = False
        if set(self.named) - {"liquid-phase", *MINOR}:
            self.named = [code for code in self.named if code != "liquid-phase"]

    def add_methods(self, frame: Frame, shift: int) -> None:
        """The methods named by a frame of the sentence that begins at ``shift``; not how a body was pressed later."""
        if self.rule == "made" and all(n.method.parent == "pressing" for n in frame.methods):
            return
        self.named.extend(n.method.code for n in frame.methods)
        self.is_worded = self.is_worded or any(
            PROCEDURES.PLAIN_NAME.fullmatch(n.mention.surface) is None for n in frame.methods
        )
        self.spans.extend((n.mention.start + shift, n.mention.end + shift) for n in frame.methods)


def is_stated(step: SynthesisStep) -> bool:
    """Whether a condition of a step is told."""
    return any(getattr(step, name) is not None for name in CONDITION_FIELDS)


def _only_tells_cycle(placed: PlacedStep, hours: float) -> bool:
    """Whether a milling only tells how long each of its cycles lasts, which is no time of its own."""
    told = placed.values.get("duration_h")
    if not hours or told is None or placed.op != "mill" or told.high != round(hours, 6):
        return False
    del placed.values["duration_h"]
    return not placed.values


def _completes(placed: PlacedStep, step: SynthesisStep, last: SynthesisStep, text: str) -> bool:
    """Whether an operation named as a noun gives the conditions of the one told last, or how long that was kept up."""
    if is_kept(last.temperature_c, step.temperature_c, text, placed.start):
        return step.op == last.op
    if step.op != last.op or PROCEDURES.DONE.search(text[placed.start : placed.end]) or not placed.values:
        return False
    if PROCEDURES.RESTATED_AGAIN.search(text, 0, placed.start):
        return False
    return all(getattr(last, name) is None for name in placed.values)


def _united(first: SynthesisStep, second: SynthesisStep) -> SynthesisStep:
    given = second.model_dump(exclude_none=True, exclude={"op", "surface"})
    surface = {} if is_stated(first) else {"surface": second.surface}
    return first.model_copy(update={**given, **surface})
