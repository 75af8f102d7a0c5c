"""The method column of a table: "Sol-gel + calcination (800 °C, 6 h)" to method, methods and steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.records import SynthesisStep
from extractors.synthesis.conditions import Condition, find_conditions
from extractors.synthesis.method_choice import MINOR, choose_methods
from extractors.synthesis.operations import find_operations
from extractors.synthesis.patterns import CONDITIONS
from extractors.synthesis.steps import PlacedStep, attach
from extractors.synthesis.vocabulary import Mention, Method, find_methods

_TAKES_SOLVENT = {
    "liquid-phase",
    "sol-gel",
    "co-precipitation",
    "solution-casting",
    "tape-casting",
    "freeze-drying",
    "infiltration",
    "hydrothermal",
}


# What is done in a row's own method at a temperature or for a time that nothing else names: what is cast is dried
# then, what is milled, pressed or dissolved is heated.
_DONE_AT = {"melt": "melt", "deposit": "deposit", "dry": "dry", "cast": "dry"}


class MethodCell(NamedTuple):
    """What a method cell says. ``method`` is None when it names neither route nor operation."""

    method: str | None
    methods: list[str]
    method_span: tuple[int, int] | None
    steps: list[SynthesisStep]


NO_METHOD = MethodCell(None, [], None, [])


def ways_in(text: str) -> list[str]:
    """The methods that words name, heat treatments left out: what is sintered or annealed may be made in any way."""
    return [method.code for _, method in find_methods(text, in_cell=True) if method.code not in MINOR]


def parse_method_cell(text: str, head: str = "", op: str = "") -> MethodCell:
    """Read one cell of clean text.

    ``head`` is the column's head; where the cell holds conditions alone ("850 °C/10 h" under "Crystallization") the
    head names their operation, else it is that of the row's method (``op``). A cell that only names its method gives
    no step.
    """
    named = find_methods(text, in_cell=True)
    operations = [o for o in find_operations(text) if not any(m.start <= o.start < m.end for m, _ in named)]
    steps = [step.to_step(text) for step in _steps(text, named, operations, head, op)]
    if not named and not steps:
        return NO_METHOD
    methods = choose_methods([method.code for _, method in named], steps, [])
    span = next(((m.start, m.end) for m, method in named if method.code == methods[0]), None)
    return MethodCell(methods[0], methods, span, steps)


def _steps(
    text: str, named: Sequence[tuple[Mention, Method]], operations: list[Mention], head: str, op: str
) -> list[PlacedStep]:
    owners = sorted(
        [*operations, *(Mention(m.start, m.end, method.step, m.surface) for m, method in named)],
        key=lambda o: o.start,
    )
    conditions = find_conditions(text)
    owners = sorted([*owners, *_further_heats(text, owners, conditions)]) or _unnamed(text, conditions, head, op)
    conditions.extend(_solvents(text, named, conditions))
    placed = attach(text, owners, sorted(conditions, key=lambda c: c.start))
    keep_bare = {o.start for o in operations} | {m.start for m, method in named if method.code in MINOR}
    return [s for s in placed if s.values or s.start in keep_bare]


def _further_heats(text: str, owners: Sequence[Mention], conditions: Sequence[Condition]) -> list[Mention]:
    """Temperatures at the beginning of a part of a cell that are no condition of the operation before them.

    Behind an arrow or a plus, or where that operation has its temperature already, or is no heating and has its time.
    """
    found = []
    for part in CONDITIONS.TEMPERATURE_PART.finditer(text):
        before = [o for o in owners if o.start < part.start()]
        begins = next((c for c in conditions if c.start == part.end() and c.field == "temperature_c"), None)
        if begins is None or not before:
            continue
        given = {c.field for c in conditions if before[-1].start <= c.start < part.start()}
        own = "duration_h" not in given or before[-1].code in ("heat", "press")
        if part["next"] or "temperature_c" in given or not own:
            found.append(Mention(part.end(), part.end(), "heat", ""))
    return found


def _unnamed(text: str, conditions: Sequence[Condition], head: str, op: str) -> list[Mention]:
    """An operation for each part of a cell of conditions alone, parts set apart by semicolons.

    It is what the head says, else what the row's method does under such conditions.
    """
    heads = find_operations(head)
    found = []
    for part in CONDITIONS.PART.finditer(text):
        own = [c for c in conditions if part.start() <= c.start < part.end()]
        if own:
            code = heads[0].code if heads else _done_under(own, op)
            found.append(Mention(part.start(), part.start(), code, ""))
    return found


def _done_under(conditions: Sequence[Condition], op: str) -> str:
    """What the operation of a method is under some conditions.

    What turns so often a minute is milled, what comes out of a solution in vacuum is dried.
    """
    told = {c.field: c.name for c in conditions}
    if "speed_rpm" in told or (op == "mill" and "temperature_c" not in told):
        return "mill"
    alone = {"solvent": "other", "pressure_mpa": "press"}.get(next(iter(told))) if len(told) == 1 else None
    if alone is not None and op != "deposit":
        return alone
    dried = op == "other" and told.get("atmosphere") == "vacuum"
    return "dry" if dried else _DONE_AT.get(op, "heat")


def _solvents(text: str, named: Sequence[tuple[Mention, Method]], known: list[Condition]) -> list[Condition]:
    """The bracket behind a wet route is its solvent: "Liquid phase (ethyl acetate)"."""
    found = []
    for mention, method in named:
        bracket = CONDITIONS.BRACKET.match(text, mention.end + (text[mention.end : mention.end + 1] == " "))
        if method.code not in _TAKES_SOLVENT or bracket is None or not bracket.group(1).strip():
            continue
        inside = [c for c in known if bracket.start() <= c.start < bracket.end()]
        if all(c.field == "solvent" for c in inside):
            for condition in inside:
                known.remove(condition)
            found.append(Condition("solvent", bracket.start(1), bracket.end(1), name=bracket.group(1).strip()))
    return found
