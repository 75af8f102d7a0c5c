"""Operations with the conditions stated for them: from a stretch of text to the ordered steps of a route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.records import SynthesisStep
from extractors.synthesis.conditions import Condition, find_conditions
from extractors.synthesis.patterns import NOT_DONE, NOT_DONE_REACH
from extractors.synthesis.step_patterns import (
    AFTER_TIME,
    APPARATUS_BEFORE,
    BY_MEANS,
    CLAUSE_END,
    COMPARED,
    COOLED_AND_HELD,
    HELD,
    IN_MILL,
    KEPT_FOR,
    MEASURED,
    NO_OPERATION,
    OF_OPERATION,
    PICTURED,
    PRESSURE_APPLIED,
    QUALIFIED_BEFORE,
    QUALIFIED_THING,
    REST_BEFORE,
    REST_BEHIND,
    REST_BRACKET,
    TIMES_BEFORE,
    TREATED_BEFORE,
)
from extractors.synthesis.vocabulary import NOT_USED, Mention, find_operations

# operations a condition can belong to; a field that is not listed suits all
_SUITS = {
    "speed_rpm": {"mill", "mix", "stir", "deposit", "cast", "wash"},
    "pressure_mpa": {"press", "heat", "deposit", "mill"},
    "ramp_k_min": {"heat", "melt", "dry"},
    "ball_ratio": {"mill", "mix"},
}

_PRESSED = 0.1  # MPa; nothing is pressed with less than the air's weight
WARM = 40.0  # °C; below it nothing is made but measured, dried or left to stand


@dataclass(slots=True)
class PlacedStep:
    """An operation, where it stands in the text, and its conditions by field."""

    op: str
    start: int
    end: int
    values: dict[str, Condition] = field(default_factory=dict)
    held: bool = False  # "held at this temperature": the temperature of the step in front

    def to_step(self, text: str) -> SynthesisStep:
        """The step as a record holds it; its surface runs from the operation to its last condition."""
        begin = min([self.start, *(c.start for c in self.values.values())])
        finish = max([self.end, *(c.end for c in self.values.values())])
        surface = text[begin:finish]
        if surface.count("(") == surface.count(")") + 1 and text[finish : finish + 1] == ")":
            surface += ")"
        return SynthesisStep(
            op=self.op,
            surface=surface,
            **{name: condition.value for name, condition in self.values.items()},
        )


def find_steps(text: str, start: int = 0, end: int | None = None, named: Sequence[Mention] = ()) -> list[PlacedStep]:
    """The operations between two offsets in text order, each with its conditions.

    ``named`` are further operations at known places: the methods that conditions may belong to ("SPS at 1050 °C").

    A condition belongs to the operation in front of it, failing that to the one behind. Where one operation is given
    a second set of conditions ("at 300 °C for 2 h and at 900 °C for 12 h") there is a further step of that operation.
    """
    end = len(text) if end is None else end
    operations = [o._replace(start=o.start + start, end=o.end + start) for o in find_operations(text[start:end])]
    operations = [o for o in operations if not any(m.start < o.end and o.start < m.end for m in named)]
    operations.extend(m for m in named if start <= m.start < end)
    operations.extend(_implied(text, start, end, operations))
    held = [m.span() for m in COOLED_AND_HELD.finditer(text, start, end)] if "cooled" in text else []
    aside = (*TREATED_BEFORE.finditer(text, start, end), *REST_BRACKET.finditer(text, start, end))
    brackets = [(m.start(), m.end()) for m in aside]
    operations = [o for o in operations if not any(a <= o.start < b for a, b in brackets)]
    operations = [o for o in operations if not _qualifies(text, o)]
    operations = [
        o
        for o in operations
        if not (
            NO_OPERATION.match(text, o.end)
            or NOT_USED.search(text, start, o.start)
            or NOT_DONE.search(text, max(start, o.start - NOT_DONE_REACH), o.start)
        )
    ]
    if not operations:
        return []
    conditions = [
        c
        for c in find_conditions(text, start, end)
        if any(a < c.start < b for a, b in held)
        or (
            not (
                any(p.search(text, start, c.start) for p in REST_BEFORE)
                or (c.field == "duration_h" and REST_BEHIND.match(text, c.end))
                or _tells_when(text, c)
            )
            and (TIMES_BEFORE.search(text, start, c.start) or not any(a <= c.start < b for a, b in brackets))
        )
    ]
    placed = attach(text, sorted(operations, key=lambda o: o.start), conditions)
    for step in placed:  # "ground at 800 rpm in a planetary mill"
        at_speed = "speed_rpm" in step.values and "mill" in text
        step.op = "mill" if step.op == "mix" and (at_speed or IN_MILL.match(text, step.end)) else step.op
    placed = [s for s in placed if not APPARATUS_BEFORE.search(text, 0, s.start) and not _is_cold(s)]
    return _before_comparison(text, placed)


def _is_cold(step: PlacedStep) -> bool:
    """Whether heat is said of a temperature below the freezing of water: a diffraction study, a computer's run."""
    condition = step.values.get("temperature_c")
    return step.op == "heat" and condition is not None and condition.high < 0.0


def _implied(text: str, start: int, end: int, operations: Sequence[Mention]) -> list[Mention]:
    """Operations told by no word of their own: pressure applied, a heat that is kept, one cooled down to."""
    found: list[Mention] = []
    if "pressure" in text:
        found.extend(Mention(*m.span(1), "press", m.group(1)) for m in PRESSURE_APPLIED.finditer(text, start, end))
    for cooled in COOLED_AND_HELD.finditer(text, start, end) if "cooled" in text else ():
        found.append(Mention(cooled.start(), cooled.start() + len("cooled"), "heat", "cooled"))
    heats = [o.start for o in (*operations, *found) if o.code == "heat"]
    for kept in KEPT_FOR.finditer(text, start, end) if heats else ():
        if any(h < kept.start() for h in heats):
            found.append(Mention(*kept.span(), "heat", kept.group()))
    return found


def _before_comparison(text: str, steps: list[PlacedStep]) -> list[PlacedStep]:
    """Without the steps of what something treated is compared with: "... than those sintered at 900 °C"."""
    first = next((s for s in steps if s.values), steps[0] if steps else None)
    if first is None:
        return steps
    behind = max((first.end, *(c.end for c in first.values.values())))
    compared = COMPARED.search(text, behind)
    return [s for s in steps if compared is None or s.start < compared.start()]


def attach(text: str, operations: Sequence[Mention], conditions: Sequence[Condition]) -> list[PlacedStep]:
    """Steps for operations and conditions of one text, both in text order."""
    steps = [PlacedStep(o.code, o.start, o.end, held=_is_held(text, o)) for o in operations]
    extra: list[PlacedStep] = []
    current: dict[int, PlacedStep] = {}
    for condition in conditions:
        owner = _owner(text, steps, condition)
        gas = condition.field == "pressure_mpa" and condition.high < _PRESSED
        if owner is None or (gas and owner.op == "press"):
            continue
        step = current.get(id(owner), owner)
        if condition.field in step.values:
            step = PlacedStep(owner.op, condition.start, condition.end)
            extra.append(step)
        step.values[condition.field] = condition
        current[id(owner)] = step
    return _without_repeats(sorted([*steps, *extra], key=lambda s: s.start), text)


def _is_held(text: str, operation: Mention) -> bool:
    """Whether an operation only tells how long the heat before lasted."""
    return HELD.match(text, operation.end) is not None or KEPT_FOR.match(text, operation.start) is not None


def _tells_when(text: str, condition: Condition) -> bool:
    """Whether a time says when something was done and not how long: "ground after 2 days"."""
    if condition.field != "duration_h" or OF_OPERATION.match(text, condition.end):
        return False
    return AFTER_TIME.search(text, 0, condition.start) is not None


def _qualifies(text: str, operation: Mention) -> bool:
    """Whether an operation's word only tells which thing is meant: "the calcined powder"."""
    return (
        operation.surface.endswith("ed")
        and QUALIFIED_THING.match(text, operation.end) is not None
        and QUALIFIED_BEFORE.search(text, 0, operation.start) is not None
    )


def _owner(text: str, steps: Sequence[PlacedStep], condition: Condition) -> PlacedStep | None:
    suits = _SUITS.get(condition.field)
    before = [s for s in steps if s.end <= condition.start and (suits is None or s.op in suits)]
    if before and not CLAUSE_END.search(text, _behind(text, before[-1]), condition.start):
        return None if _is_measured(text, before[-1].end, condition) else before[-1]
    if _is_measured(text, before[-1].end if before else 0, condition):
        return None
    after = [s for s in steps if s.start >= condition.end and (suits is None or s.op in suits)]
    if after and not CLAUSE_END.search(text, condition.end, after[0].start):
        return after[0]
    return None


def _behind(text: str, step: PlacedStep) -> int:
    """Where the conditions of a step begin: behind its colon in "milling: 20 h"."""
    return step.end + text.startswith(":", step.end)


def _is_measured(text: str, start: int, condition: Condition) -> bool:
    """Whether a temperature is where something was measured: behind words of measurement since the last operation.

    About room temperature is mostly that too: a treatment only where its sentence speaks of no property before it and
    is no caption of a measurement.
    """
    if condition.field != "temperature_c":
        return False
    if condition.high <= WARM and (PICTURED.search(text) or MEASURED.search(text, 0, condition.start)):
        return True
    return MEASURED.search(text, start, condition.start) is not None


def _without_repeats(steps: list[PlacedStep], text: str) -> list[PlacedStep]:
    """One step where an operation is only named again: "heated to 800 °C and held at 800 °C for 6 h"."""
    kept: list[PlacedStep] = []
    for step in steps:
        last = kept[-1] if kept else None
        if last and last.op == step.op and step.held and "duration_h" in step.values:
            last.values["duration_h"] = step.values["duration_h"]  # in place of the time of heating up
            continue
        if last and last.op == step.op and not last.values and BY_MEANS.fullmatch(text, last.end, step.start):
            kept.pop()  # "crystallized by heating"
        elif last and last.op == step.op:
            shared = set(last.values) & set(step.values)
            same = all(last.values[f].value == step.values[f].value for f in shared)
            if shared and same:
                last.values = {**step.values, **last.values}
                last.end = max(last.end, step.end)
                continue
        kept.append(step)
    return kept
