"""One measurement told in several places: evidence for one row, not several rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import islice

from extractors.records import PropertyRecord
from pipeline.checks.disagreement import thresholds
from pipeline.checks.marks import mark
from pipeline.checks.measure import Measure, same_temperature, same_value

FLAG = "repeated"
NEIGHBOURS = 50  # nearly equal values of one document or source that a further one is compared with
WINDOW = 0.02  # relative; wider than what counts as the same value, so that no pair is overlooked


def same_measurement(a: Measure, b: Measure) -> bool:
    """Whether two statements tell the same measurement.

    Same material, property, origin and number; form, phase and temperature that do not exclude each other; and one
    source: a cited source in common, or one document that does not attribute them to different sources.
    """
    if (a.kind, a.property, a.origin, a.material) != (b.kind, b.property, b.origin, b.material):
        return False
    if (a.form and b.form and a.form != b.form) or (a.phase and b.phase and a.phase != b.phase):
        return False
    if not same_value(a, b) or not same_temperature(a.temperature, b.temperature, thresholds()["temperature"]):
        return False
    if a.sources and b.sources:
        return bool(a.sources & b.sources)
    return a.document == b.document


def group_measurements(measures: Sequence[Measure]) -> list[list[Measure]]:
    """Measures joined to measurements; groups and their members keep the order of ``measures``.

    Joining is transitive: a text value joins a table value, which joins the same one in a caption.
    """
    order = sorted(range(len(measures)), key=lambda i: (_bucket(measures[i]), measures[i].low, i))
    root = list(range(len(measures)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    def join(one: int, other: int) -> None:
        first, second = sorted((find(one), find(other)))
        root[second] = first

    # By what two statements of one measurement have in common; of those that say the very same the first.
    smaller: dict[tuple[str, ...], dict[tuple[object, ...], int]] = {}
    for index in order:
        measure = measures[index]
        said = (measure.low, measure.high, measure.temperature, measure.form, measure.phase, measure.sources)
        for shared in (measure.document, *measure.sources):
            before = smaller.setdefault((*_bucket(measure), shared), {})
            if said in before:
                join(index, before[said])
                continue
            for other_index in islice(reversed(before.values()), NEIGHBOURS):
                other = measures[other_index]
                if not math.isclose(other.low, measure.low, rel_tol=WINDOW):
                    break
                if same_measurement(other, measure):
                    join(index, other_index)
            before[said] = index
    groups: dict[int, list[Measure]] = {}
    for index, measure in enumerate(measures):
        groups.setdefault(find(index), []).append(measure)
    return list(groups.values())


def _bucket(measure: Measure) -> tuple[str, str, str, str]:
    return measure.kind, measure.property, measure.origin, measure.material


def check_repetition(measured: Mapping[Measure, PropertyRecord]) -> None:
    """Flag every statement of a measurement but the first in its document."""
    for group in group_measurements(list(measured)):
        for repeat in sorted(group, key=lambda measure: int(measure.key))[1:]:
            mark(measured[repeat], FLAG)
