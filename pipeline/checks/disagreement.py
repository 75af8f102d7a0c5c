"""Statements of one quantity that contradict each other, and what the contradiction looks like."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any

from corpus.data import data_of
from extractors.properties import Scale, specification
from extractors.records import PropertyRecord
from pipeline.checks.marks import mark
from pipeline.checks.measure import Measure, same_temperature, same_value

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
    """Two statements of one quantity; ``difference`` in log10 of a property on a logarithmic scale, else in its unit.

    ``doubtful`` are those of the two that may be wrong: both, or the one that stands apart from all others.
    """

    reason: str  # "unit_slip", "exponent", "same_source", "values_apart"
    first: Measure
    second: Measure
    difference: float
    doubtful: tuple[Measure, ...] = ()


@cache
def thresholds() -> dict[str, Any]:
    """How far apart is too far; reasons in the file."""
    return data_of(__file__)


def find_disagreements(measures: Sequence[Measure]) -> Iterator[Disagreement]:
    """Contradictions among measures of the same material, property and origin.

    A slip of unit or exponent, or one source with two values, is looked for in every pair. That values merely lie far
    apart is told of each once, against the middle one, and only of definite compositions: a name such as LLZO stands
    for many.
    """
    for group in _groups(measures):
        middle = sorted(group, key=lambda measure: (measure.centre(), measure.key))[len(group) // 2]
        pairs = combinations(group, 2) if len(group) <= LARGE_GROUP else ((middle, other) for other in group)
        for first, second in pairs:
            found = compare(first, second)
            if found is None:
                continue
            if found.reason == "values_apart":
                if not first.composed or middle not in (first, second):
                    continue
                if len(group) > 2:
                    found = replace(found, doubtful=(second if first is middle else first,))
            yield found


def _groups(measures: Sequence[Measure]) -> Iterator[list[Measure]]:
    groups: dict[tuple[str, ...], list[Measure]] = {}
    for measure in measures:
        if measure.is_exact() and measure.low > 0:
            key = (measure.kind, measure.property, measure.origin, measure.material, measure.form, measure.phase)
            groups.setdefault(key, []).append(measure)
    for _, group in sorted(groups.items()):
        if len(group) > 1:
            yield group


def compare(first: Measure, second: Measure) -> Disagreement | None:
    """How two measures of one material contradict each other, if they do.

    Values of one sentence never do: a text that gives two values side by side means two samples.
    """
    limits = thresholds()
    if first.place == second.place or same_value(first, second):
        return None
    spec = specification(first.kind)
    if spec.needs_temperature and not same_temperature(first.temperature, second.temperature, limits["temperature"]):
        return None
    ratio = _ratio(second, first)
    if ratio is None or _overlap(first, second):
        return None
    logarithmic = spec.scale is Scale.LOGARITHMIC
    difference = abs(math.log10(ratio)) if logarithmic else abs(second.centre() - first.centre())
    apart = difference > spec.apart
    reason = _slip(ratio, first) if logarithmic else ""
    if not reason and _one_source(first, second) and abs(ratio - 1) > limits["same_source"]:
        reason = "same_source"
    if not reason and apart:
        reason = "values_apart"
    return Disagreement(reason, first, second, round(difference, 4), (first, second)) if reason else None


def _overlap(first: Measure, second: Measure) -> bool:
    """Whether one is a range around the other value."""
    return first.low <= second.high and second.low <= first.high


def _ratio(first: Measure, second: Measure) -> float | None:
    """How many times another value one is; None for misread digits, whose ratio is beyond all numbers."""
    above, below = first.centre(), second.centre()
    ratio = above / below if below else 0.0
    return ratio if sys.float_info.min <= abs(ratio) <= sys.float_info.max else None


def _one_source(first: Measure, second: Measure) -> bool:
    """Whether two documents, or text and table of one, take their values from the same work.

    Two values in the running text of one document are two samples of that work; and where many works are cited
    together, it is open which of them the value is from.
    """
    if first.document == second.document and (first.block == "table") == (second.block == "table"):
        return False
    together = thresholds()["cited_together"]
    return bool(first.sources & second.sources) and max(len(first.sources), len(second.sources)) <= together


def _slip(ratio: float, first: Measure) -> str:
    """A unit slip or a wrong exponent, when the digits are the same and say something (more than a bare power)."""
    limits = thresholds()
    factor = max(ratio, 1 / ratio)
    power = round(math.log10(factor))
    if power < 1 or not _telling(first.low):
        return ""
    if any(abs(factor / slip - 1) <= limits["slip_precision"] for slip in limits["unit_slips"]):
        return "unit_slip"
    return "exponent" if abs(factor / 10**power - 1) <= limits["exponent_precision"] else ""


def _telling(value: float) -> bool:
    """Two or more significant digits: 1.3e-4 is, 1e-4 is not."""
    return len(f"{value:.3g}".split("e")[0].replace(".", "").strip("0")) > 1


def check_disagreement(measured: Mapping[Measure, PropertyRecord]) -> None:
    """Flag the records of one document that contradict each other."""
    for found in find_disagreements(list(measured)):
        for one in found.doubtful:
            other = found.second if one is found.first else found.first
            mark(measured[one], FLAGS[found.reason], f"{found.reason}: elsewhere {other.low:.3g}")
