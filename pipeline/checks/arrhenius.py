"""Conductivities and activation energy of one sample must follow one Arrhenius law.

sigma * T = A * exp(-Ea / (k T)): two conductivities at two temperatures give Ea, which must be positive, usual for a
solid electrolyte, and near the one that is stated.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from extractors.records import PropertyRecord
from pipeline.checks.marks import mark
from pipeline.checks.measure import Measure

FLAG = "arrhenius_disagrees"
BOLTZMANN = 8.617333262e-5  # eV/K, CODATA 2018
# Above and below the melting or ordering transition of a conductor the slope changes; only near temperatures are
# compared with each other, and only far enough apart that rounding does not decide.
NEAREST, FARTHEST = 20.0, 150.0  # K
PARTNERS = 40  # points a point is compared with: more than a curve in a paper has
# Bounds for the slope between two points that are each right within a factor of 1.5 or so.
LOWEST, HIGHEST = -0.05, 1.5  # eV
TOLERANCE = 0.25  # eV, between the slope of two rounded values and a stated activation energy


def implied_energy(low: Measure, high: Measure) -> float:
    """Activation energy (eV) that two conductivities at two temperatures imply."""
    assert low.temperature and high.temperature
    rise = math.log(high.centre() * high.temperature / (low.centre() * low.temperature))
    return BOLTZMANN * rise / (1 / low.temperature - 1 / high.temperature)


def check_arrhenius(measured: Mapping[Measure, PropertyRecord]) -> None:
    """Flag conductivities of one sample whose temperatures and stated activation energy do not fit."""
    samples: dict[tuple[str, ...], list[Measure]] = {}
    for measure, record in measured.items():
        if measure.comparator in ("=", "~") and record.origin == "experimental" and measure.low > 0:
            sample = (measure.material, measure.form, ",".join(sorted(measure.sources)) or record.section)
            samples.setdefault(sample, []).append(measure)
    for measures in samples.values():
        for culprit, reason in _misfits(measures):
            mark(measured[culprit], FLAG, reason)


def _pairs(points: list[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """The pairs of points, in the order of their temperatures, whose slope tells something."""
    for place, low in enumerate(points):
        compared = 0
        for high in points[place + 1 :]:
            apart = (high.temperature or 0.0) - (low.temperature or 0.0)
            if apart > FARTHEST or compared == PARTNERS:
                break
            if apart >= NEAREST:
                compared += 1
                yield low, high


def _misfits(measures: list[Measure]) -> list[tuple[Measure, str]]:
    points = sorted(
        (m for m in measures if m.kind == "conductivity" and m.property == "ionic" and m.temperature),
        key=lambda m: (m.temperature or 0, m.key),
    )
    energies = [m for m in measures if m.property == "activation_energy"]
    found: list[tuple[Measure, str]] = []
    for low, high in _pairs(points):
        energy = implied_energy(low, high)
        if not LOWEST <= energy <= HIGHEST:
            reason = f"{low.low:.3g} S/cm at {low.temperature:.0f} K and {high.low:.3g} at {high.temperature:.0f} K"
            found += [(low, reason), (high, reason)]
        for stated in energies:
            if abs(stated.centre() - energy) > TOLERANCE:
                found.append((stated, f"the conductivities imply {energy:.2f} eV"))
    return found
