"""Operations with the conditions stated for them: from a stretch of text to the ordered steps of a route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.records import SynthesisStep
from extractors.synthesis.conditions import Condition, find_conditions
from extractors.synthesis.operations import find_operations
from extractors.synthesis.patterns import FRAMES, NOT_DONE_REACH, STEPS
from extractors.synthesis.vocabulary import NOT_USED, Mention

# operations a condition can belong to; a field that is not listed suits all
_SUITS = {
    "speed_rpm": {"mill", "mix", "stir", "deposit", "cast", "wash"},
    "pressure_mpa": {"press", "heat", "deposit", "mill"},
    "ramp_k_min": {"heat", "melt", "dry"},
    "ball_ratio": {"mill", "mix"},
}

_COLD = frozenset({"mill", "mix", "stir", "wash", "dissolve"})  # what nobody does in a furnace
_FURNACE = 300.0  # °C; a temperature above it is that of a furnace

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
    aside = (*STEPS.TREATED_BEFORE.finditer(text, start, end), *STEPS.REST_BRACKET.finditer(text, start, end))
    brackets = [match.span() for match in aside]
    operations = _operations(text, start, end, named, brackets)
    if not operations:
        return []
    placed = attach(text, operations, _conditions(text, start, end, brackets))
    for step in placed:
        step.op = "mill" if step.op == "mix" and _is_milled(step, text) else step.op
    placed = [s for s in placed if not STEPS.APPARATUS_BEFORE.search(text, 0, s.start) and not _is_cold(s)]
    return _before_comparison(text, placed)


def _operations(
    text: str, start: int, end: int, named: Sequence[Mention], brackets: Sequence[tuple[int, int]]
) -> list[Mention]:
    """The operations done between two offsets, those of methods that are ``named`` there among them, in text order."""
    found = [o._replace(start=o.start + start, end=o.end + start) for o in find_operations(text[start:end])]
    found = [o for o in found if not any(m.start < o.end and o.start < m.end for m in named)]
    found.extend(m for m in named if start <= m.start < end)
    found.extend(_implied(text, start, end, found))
    done = [o for o in found if not _is_inside(o.start, brackets) and _is_done(text, start, o)]
    return sorted(done, key=lambda o: o.start)


def _is_done(text: str, start: int, operation: Mention) -> bool:
    """Whether an operation's word tells that it was done to the thing: no property, no other's, not denied."""
    if _qualifies(text, operation) or STEPS.NO_OPERATION.match(text, operation.end):
        return False
    if NOT_USED.search(text, start, operation.start):
        return False
    return FRAMES.NOT_DONE.search(text, max(start, operation.start - NOT_DONE_REACH), operation.start) is None


def _conditions(text: str, start: int, end: int, brackets: Sequence[tuple[int, int]]) -> list[Condition]:
    """The conditions of operations between two offsets: no rests, nothing in brackets on what was done before."""
    held = [m.span() for m in STEPS.COOLED_AND_HELD.finditer(text, start, end)] if "cooled" in text else []
    return [
        c
        for c in find_conditions(text, start, end)
        if any(a < c.start < b for a, b in held)
        or not (
            _is_rest(text, start, c)
            or (_is_inside(c.start, brackets) and not STEPS.TIMES_BEFORE.search(text, start, c.start))
        )
    ]


def _is_rest(text: str, start: int, condition: Condition) -> bool:
    """Whether a condition is that of a pause, of cooling, or tells when something was done."""
    if any(p.search(text, start, condition.start) for p in (STEPS.REST_BEFORE, STEPS.BEGINS_AT)):
        return True
    paused = condition.field == "duration_h" and STEPS.REST_BEHIND.match(text, condition.end) is not None
    return paused or _tells_when(text, condition)


def _is_inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a <= position < b for a, b in spans)


def _is_milled(step: PlacedStep, text: str) -> bool:
    """Whether a mixing was done by a mill: "ground at 800 rpm in a planetary mill"."""
    return ("speed_rpm" in step.values and "mill" in text) or STEPS.IN_MILL.match(text, step.end) is not None


def _is_cold(step: PlacedStep) -> bool:
    """Whether heat is said of a temperature below the freezing of water: a diffraction study, a computer's run."""
    condition = step.values.get("temperature_c")
    return step.op == "heat" and condition is not None and condition.high < 0.0


def _implied(text: str, start: int, end: int, operations: Sequence[Mention]) -> list[Mention]:
    """Operations told by no word of their own: pressure applied, a heat that is kept, one cooled down to."""
    found: list[Mention] = []
    if "pressure" in text:
        found.extend(
            Mention(*m.span(1), "press", m.group(1)) for m in STEPS.PRESSURE_APPLIED.finditer(text, start, end)
        )
    if "rpm" in text and not any(o.code in _SUITS["speed_rpm"] for o in operations):
        found.extend(Mention(*m.span("vessel"), "mill", m["vessel"]) for m in STEPS.TURNED.finditer(text, start, end))
    for cooled in STEPS.COOLED_AND_HELD.finditer(text, start, end) if "cooled" in text else ():
        found.append(Mention(cooled.start(), cooled.start() + len("cooled"), "heat", "cooled"))
    heats = [o.start for o in (*operations, *found) if o.code == "heat"]
    for kept in STEPS.KEPT_FOR.finditer(text, start, end) if heats else ():
        if any(h < kept.start() for h in heats):
            found.append(Mention(*kept.span(), "heat", kept.group()))
    return found


def _before_comparison(text: str, steps: list[PlacedStep]) -> list[PlacedStep]:
    """Without the steps of what something treated is compared with: "... than those sintered at 900 °C"."""
    first = next((s for s in steps if s.values), steps[0] if steps else None)
    if first is None:
        return steps
    behind = max((first.end, *(c.end for c in first.values.values())))
    compared = STEPS.COMPARED.search(text, behind)
    return [s for s in steps if compared is None or s.start < compared.start()]


def attach(text: str, operations: Sequence[Mention], conditions: Sequence[Condition]) -> list[PlacedStep]:
    """Steps for operations and conditions of one text, both in text order."""
    steps = [PlacedStep(o.code, o.start, o.end, held=_is_held(text, o)) for o in operations]
    extra: list[PlacedStep] = []
    current: dict[int, PlacedStep] = {}
    for condition, following in zip(conditions, [*conditions, None][1:], strict=True):
        owner = _owner(text, steps, condition, _is_hot(text, condition, following))
        gas = condition.field == "pressure_mpa" and condition.high < _PRESSED
        if owner is None or (gas and owner.op in ("press", "heat")):
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
    return STEPS.HELD.match(text, operation.end) is not None or STEPS.KEPT_FOR.match(text, operation.start) is not None


def _tells_when(text: str, condition: Condition) -> bool:
    """Whether a time says when something was done and not how long: "ground after 2 days"."""
    if condition.field != "duration_h" or STEPS.OF_OPERATION.match(text, condition.end):
        return False
    return STEPS.AFTER_TIME.search(text, 0, condition.start) is not None


def _qualifies(text: str, operation: Mention) -> bool:
    """Whether an operation's word only tells which thing is meant: "the calcined powder"."""
    return (
        operation.surface.endswith("ed")
        and STEPS.QUALIFIED_THING.match(text, operation.end) is not None
        and STEPS.QUALIFIED_BEFORE.search(text, 0, operation.start) is not None
    )


def _able(steps: Sequence[PlacedStep], condition: Condition, hot: bool) -> list[PlacedStep]:
    """The steps that may have a condition."""
    suits = _SUITS.get(condition.field)
    return [s for s in steps if (suits is None or s.op in suits) and not (hot and s.op in _COLD)]


def _is_hot(text: str, condition: Condition, following: Condition | None) -> bool:
    """Whether a condition is the temperature of a furnace, or the time beside one: "for 12 h at 900 °C"."""
    beside = following is not None and STEPS.BESIDE.fullmatch(text, condition.end, following.start) is not None
    told = following if beside and condition.field == "duration_h" else condition
    return told is not None and told.field == "temperature_c" and told.high >= _FURNACE


def _owner(text: str, steps: Sequence[PlacedStep], condition: Condition, hot: bool) -> PlacedStep | None:
    able = _able(steps, condition, hot)
    before = next((s for s in reversed(able) if s.end <= condition.start), None)
    measured = _is_measured(text, before.end if before else 0, condition)
    if before and not STEPS.CLAUSE_END.search(text, _behind(text, before), condition.start):
        return None if measured else before
    after = next((s for s in able if s.start >= condition.end), None)
    if measured or after is None or STEPS.CLAUSE_END.search(text, condition.end, after.start):
        return None
    return after


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
    if condition.high <= WARM and (STEPS.PICTURED.search(text) or STEPS.MEASURED.search(text, 0, condition.start)):
        return True
    return STEPS.MEASURED.search(text, start, condition.start) is not None


def _without_repeats(steps: list[PlacedStep], text: str) -> list[PlacedStep]:
    """One step where an operation is only named again: "heated to 800 °C and held at 800 °C for 6 h"."""
    kept: list[PlacedStep] = []
    for step in steps:
        last = kept[-1] if kept and kept[-1].op == step.op else None
        if last is None:
            kept.append(step)
        elif "duration_h" in step.values and (step.held or is_kept(_heat(last), _heat(step), text, step.start)):
            last.values["duration_h"] = step.values["duration_h"]  # in place of the time of heating up
        elif not last.values and STEPS.BY_MEANS.fullmatch(text, last.end, step.start):
            kept[-1] = step  # "crystallized by heating"
        elif _is_told_again(last, step):
            last.values = {**step.values, **last.values}
            last.end = max(last.end, step.end)
        else:
            kept.append(step)
    return kept


def _heat(step: PlacedStep) -> object:
    """The temperature of a step."""
    told = step.values.get("temperature_c")
    return told.value if told is not None else None


def is_kept(arrived: object, kept: object, text: str, start: int) -> bool:
    """Whether a heat stays at the temperature reached: "ramped to 800 °C in 2 h, held at 800 °C for 6 h"."""
    return kept is not None and arrived == kept and STEPS.KEPT_AT.match(text, start) is not None


def _is_told_again(last: PlacedStep, step: PlacedStep) -> bool:
    """Whether two steps of one operation have conditions in common, and these agree."""
    shared = set(last.values) & set(step.values)
    return bool(shared) and all(last.values[f].value == step.values[f].value for f in shared)
