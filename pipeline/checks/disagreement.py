"""Statements of one quantity that contradict each other, and what the contradiction looks like."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from extractors.records import PropertyRecord
from pipeline.checks.marks import mark
from pipeline.checks.measure import Measure, of_records, same_temperature, same_value

FLAGS = {
    "unit_slip": "unit_slip_suspected",
    "exponent": "exponent_suspected",
    "values_apart": "values_disagree",
    "same_source": "values_disagree",
}
# In groups larger than this every value is compared with the middle one only, not each with each.
LARGE_GROUP = 40


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two statements of one quantity; ``difference`` in log10 of S/cm or in eV."""

    reason: str  # "unit_slip", "exponent", "same_source", "values_apart"
    first: Measure
    second: Measure
    difference: float


@cache
def thresholds() -> dict[str, Any]:
    """How far apart is too far; reasons in the file."""
    return tomllib.loads(files("pipeline.checks").joinpath("disagreement.toml").read_text(encoding="utf-8"))


def find_disagreements(measures: Sequence[Measure]) -> Iterator[Disagreement]:
    """Contradictions among measures of the same material, property and origin, strongest evidence first named."""
    for group in _groups(measures):
        for first, second in _pairs(group):
            found = compare(first, second)
            if found is not None:
                yield found


def _groups(measures: Sequence[Measure]) -> Iterator[list[Measure]]:
    groups: dict[tuple[str, str, str, str, str], list[Measure]] = {}
    for measure in measures:
        if measure.is_exact() and measure.low > 0:
            key = (measure.kind, measure.property, measure.origin, measure.material, measure.form)
            groups.setdefault(key, []).append(measure)
    for key in sorted(groups):
        if len(groups[key]) > 1:
            yield groups[key]


def _pairs(group: list[Measure]) -> Iterable[tuple[Measure, Measure]]:
    if len(group) <= LARGE_GROUP:
        return combinations(group, 2)
    middle = sorted(group, key=lambda measure: measure.centre())[len(group) // 2]
    return [(middle, measure) for measure in group if measure is not middle]


def compare(first: Measure, second: Measure) -> Disagreement | None:
    """How two measures of one material contradict each other, if they do.

    Values of one sentence never do: a text that gives two values side by side means two samples.
    """
    limits = thresholds()
    if first.place == second.place or same_value(first, second):
        return None
    if first.kind == "conductivity" and not same_temperature(
        first.temperature, second.temperature, limits["temperature"]
    ):
        return None
    if first.low <= second.high and second.low <= first.high:  # a range around the other value
        return None
    ratio = second.centre() / first.centre()
    if first.kind == "activation_energy":
        difference = abs(second.centre() - first.centre())
        apart = difference > limits["electronvolt"]
    else:
        difference = abs(math.log10(ratio))
        apart = difference > limits["log10_conductivity"]
    shared = bool(first.sources & second.sources)
    reason = _slip(ratio, first, second) if first.kind == "conductivity" else ""
    if not reason and shared and abs(ratio - 1) > limits["same_source"]:
        reason = "same_source"
    if not reason and apart:
        reason = "values_apart"
    return Disagreement(reason, first, second, round(difference, 4)) if reason else None


def _slip(ratio: float, first: Measure, second: Measure) -> str:
    """A unit slip or a wrong exponent, when the digits are the same and say something (more than a bare power)."""
    limits = thresholds()
    factor = max(ratio, 1 / ratio)
    power = round(math.log10(factor))
    if power < 1 or abs(factor / 10**power - 1) > limits["slip_precision"] or not _telling(first.low):
        return ""
    if any(abs(factor / slip - 1) <= limits["slip_precision"] for slip in limits["unit_slips"]):
        return "unit_slip"
    return "exponent"


def _telling(value: float) -> bool:
    """Two or more significant digits: 1.3e-4 is, 1e-4 is not."""
    return len(f"{value:.3g}".split("e")[0].replace(".", "").strip("0")) > 1


def check_disagreement(records: Sequence[PropertyRecord]) -> None:
    """Flag the records of one document that contradict each other."""
    pairs = of_records(records)
    by_key = {measure.key: record for measure, record in pairs}
    for found in find_disagreements([measure for measure, _ in pairs]):
        for one, other in ((found.first, found.second), (found.second, found.first)):
            mark(by_key[one.key], FLAGS[found.reason], f"{found.reason}: elsewhere {other.low:.3g}")
