"""One preparation route as an event on its samples: targets, methods, starting materials and ordered steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.mentions import Material
from extractors.records import SynthesisStep
from extractors.synthesis.links import Link
from extractors.synthesis.method_choice import MINOR, choose_methods
from extractors.synthesis.processes import Level
from extractors.synthesis.reaction import leaves_nothing
from extractors.synthesis.steps import PlacedStep

CONDITION_FIELDS = ("temperature_c", "duration_h", "pressure_mpa", "speed_rpm")
_DONE = re.compile(r"(?:ed|ground|cast|frozen|spun|held|kept)(?:\s+(?:onto|on|into|in|at))?$", re.I)
# an operation named as a noun in front of its conditions that is done once more
_AGAIN = re.compile(
    r"\b(?:second|again|further|additional|subsequent|subsequently|another|post|final|then|after|followed\s+by|re)[\s-]+(?:\w+\s+){0,2}$",
    re.I,
)
_TELLING = (Level.METHOD, Level.SOLVENT, Level.SAME)  # levels that tell a route without any condition
_MADE = frozenset(("cue made by", "cue told by", "cue object made by", "cue agent made"))
_RESPECTIVELY = re.compile(r"\brespectively\b")


@dataclass(slots=True)
class Route:
    """One way of preparing one or several targets; offsets count the characters of the paragraph."""

    targets: tuple[Material, ...]
    sentence: int
    found: str  # where its target was found
    study: int = 0  # routes of one described work share a number
    links: list[Link] = field(default_factory=list)
    named: list[str] = field(default_factory=list)  # codes of the methods named in words
    spans: list[tuple[int, int]] = field(default_factory=list)  # words of the methods, else of the first operation
    steps: list[SynthesisStep] = field(default_factory=list)
    precursors: list[str] = field(default_factory=list)
    last: int = 0  # the sentence that last told of it
    shared_out: dict[tuple[int, str], tuple[float, ...]] = field(default_factory=dict)  # values "respectively"

    @property
    def methods(self) -> list[str]:
        """Method codes, the leading one first: decided from all that was told."""
        by_solvent = bool(self.named) and all(
            link.process.level is Level.SOLVENT for link in self.links if link.process.code in self.named
        )
        codes = choose_methods(self.named, self.steps, self.precursors, by_solvent=by_solvent)
        return ["solid-state-reaction"] if codes == ["annealing-only"] and self._is_formed_by_heat else codes

    @property
    def _is_formed_by_heat(self) -> bool:
        """Whether heat is told as the making of the compound, not of its body: "M prepared by annealing"."""
        return any(
            link.process.op == "heat" and "cue made by" in link.features and "right N" not in link.features
            for link in self.links
        )

    @property
    def is_under_way(self) -> bool:
        """Whether a step with conditions or the starting materials were told, so that more can follow."""
        return bool(self.precursors or any(stated(step) for step in self.steps))

    @property
    def is_told(self) -> bool:
        """Whether there is a target and a method; a mere treatment has to make it or to state a condition."""
        named = any(
            link.process.level in _TELLING or (link.process.level is Level.TREATMENT and _MADE & {*link.features})
            for link in self.links
        )
        return bool(self.targets) and (named or any(stated(step) for step in self.steps))

    @property
    def names_major(self) -> bool:
        """Whether a method that is no mere heating or shaping is named."""
        return any(code not in MINOR for code in self.named)

    def is_of(self, targets: tuple[Material, ...]) -> bool:
        """Whether targets are those of the route, by name or composition."""
        names = {name for m in self.targets for name in (m.name, m.identity)}
        return any(name in names for m in targets for name in (m.name, m.identity))

    def takes(self, targets: tuple[Material, ...]) -> bool:
        """Whether targets can be what the starting materials told so far became."""
        return len(self.precursors) < 2 or any(
            m.formula is None or leaves_nothing(m.formula, self.precursors) for m in targets
        )

    def join(self, link: Link, shift: int) -> None:
        """One more process of the route, named in the sentence that begins at ``shift``."""
        self.links.append(link)
        process = link.process
        if process.level in (Level.METHOD, Level.TREATMENT, Level.SOLVENT):
            if process.level is not Level.SOLVENT or not self.names_major:
                self.named.append(process.code)
                self.spans.append((process.start + shift, process.end + shift))
        elif process.level is Level.SAME or not self.spans:
            self.spans.append((process.start + shift, process.end + shift))

    def add(self, steps: list[PlacedStep], text: str) -> None:
        """Further steps, told in ``text``; the conditions of a step that was told without them complete it."""
        for placed in steps:
            step = placed.to_step(text)
            if self.steps and _completes(placed, step, self.steps[-1], text):
                self.steps[-1] = _united(self.steps[-1], step)
                continue
            self.steps.append(step)
            if _RESPECTIVELY.search(text):
                several = {(len(self.steps) - 1, f): c.listed for f, c in placed.values.items() if c.listed}
                self.shared_out.update(several)

    def steps_of(self, target: Material) -> list[SynthesisStep]:
        """The steps of one target: where values are told "respectively", each has its own."""
        steps = list(self.steps)
        for (index, name), values in self.shared_out.items():
            if len(values) == len(self.targets) and target in self.targets:
                own = {name: values[self.targets.index(target)]}
                steps[index] = steps[index].model_copy(update=own)
        return steps


def stated(step: SynthesisStep) -> bool:
    """Whether a step has a number."""
    return any(getattr(step, name) is not None for name in CONDITION_FIELDS)


def is_done(text: str) -> bool:
    """Whether an operation is told as a verb, so done once more; a noun can repeat one told before."""
    return _DONE.search(text) is not None


def _completes(placed: PlacedStep, step: SynthesisStep, last: SynthesisStep, text: str) -> bool:
    """Whether an operation named as a noun gives the conditions of the same operation told last."""
    if step.op != last.op or is_done(text[placed.start : placed.end]) or not placed.values:
        return False
    if _AGAIN.search(text, 0, placed.start):
        return False
    return all(getattr(last, name) is None for name in placed.values)


def _united(first: SynthesisStep, second: SynthesisStep) -> SynthesisStep:
    given = second.model_dump(exclude_none=True, exclude={"op", "surface"})
    surface = {} if stated(first) else {"surface": second.surface}
    return first.model_copy(update={**given, **surface})
