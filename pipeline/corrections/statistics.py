"""How sure a share is that was seen on a few: intervals of 95 %, from counts alone or over whole documents."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Z = 1.959964  # the normal distribution's 97.5th percentile
RESAMPLES = 1000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval of 95 %."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Stratum:
    """Of ``size`` rows, ``looked_at`` were judged and ``right`` of them right."""

    size: int
    looked_at: int
    right: int


def wilson(right: float, looked_at: float) -> Share | None:
    """Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209); None for nothing looked at.

    >>> share = wilson(45, 50)
    >>> round(share.low, 3), share.value, round(share.high, 3)
    (0.786, 0.9, 0.957)
    """
    if looked_at <= 0:
        return None
    share, square = right / looked_at, Z * Z / looked_at
    middle = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * math.sqrt(share * (1 - share) / looked_at + square / looked_at / 4)
    return Share(share, max(min(middle - half, share), 0.0), min(max(middle + half, share), 1.0))


def stratified(strata: Sequence[Stratum]) -> Share | None:
    """The share over strata of different size: each counts by its rows, not by how many were looked at.

    Strata of which nothing was looked at are taken to be like the others. The interval is Wilson's for as many rows as
    a plain sample would need for the same variance (W. G. Cochran, Sampling Techniques, 1977, chapter 5); the variance
    within a stratum is of the share drawn towards one half, as no few rows make a stratum sure.
    """
    seen = [stratum for stratum in strata if stratum.looked_at]
    total = sum(stratum.size for stratum in seen)
    if not total:
        return None
    value, variance = 0.0, 0.0
    for stratum in seen:
        weight = stratum.size / total
        cautious = (stratum.right + 0.5) / (stratum.looked_at + 1)
        value += weight * stratum.right / stratum.looked_at
        variance += weight * weight * cautious * (1 - cautious) / stratum.looked_at
    looked_at = sum(stratum.looked_at for stratum in seen)
    cautious = (value * looked_at + 0.5) / (looked_at + 1)
    effective = min(cautious * (1 - cautious) / variance, looked_at) if variance else looked_at
    return wilson(value * effective, effective)


def bootstrap(units: Sequence[T], statistic: Callable[[Sequence[T]], float | None], seed: int = 0) -> Share | None:
    """A statistic over documents with the interval of its bootstrap: documents are drawn again, whole.

    None when it cannot be told, or of a single document.
    """
    value = statistic(units)
    if value is None:
        return None
    chance = random.Random(seed)
    drawn = (statistic(chance.choices(units, k=len(units))) for _ in range(RESAMPLES))
    values = sorted(found for found in drawn if found is not None)
    if len(units) < 2 or not values:
        return Share(value, 0.0, 1.0)
    last = len(values) - 1
    return Share(value, values[round(0.025 * last)], values[round(0.975 * last)])
