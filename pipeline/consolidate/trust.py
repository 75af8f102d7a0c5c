"""Which statements are sure enough to be compared with others: the limits, in one place, told beside the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.checks import FLAGS
from pipeline.quality import least_quality

LEAST_CONFIDENCE = 0.7
"""Below it a statement stands in its own table only: of those stated at 0.6 four in ten are wrong."""

NEAR = 5.0
"""K within which two stated temperatures are one: what a room, a furnace and rounding to 5 °C leave open."""

ROOM = 298.15
"""K, the middle of the bin of room temperature."""

BIN = 2 * NEAR
"""K, the width of the other bins: multiples of 10 K, 5 K to both sides."""

HARMLESS = frozenset({"repeated", "values_disagree", "composition_unbalanced"})
"""Flags that do not speak against the value: told twice, others differ, rounded amounts of a dopant."""

DOUBTS = frozenset(FLAGS) - HARMLESS


def is_trusted(row: Mapping[str, Any]) -> bool:
    """Whether a row of a property table may take part in consensus and conflicts."""
    sure = row["confidence"] >= LEAST_CONFIDENCE and row["reading_quality"] >= least_quality()
    return sure and not DOUBTS.intersection(row["flags"])


def limits() -> dict[str, str]:
    """The limits as words for the descriptions of tables and columns."""
    return {
        "{least_confidence}": f"{LEAST_CONFIDENCE:g}",
        "{least_quality}": f"{least_quality():g}",
        "{near}": f"{NEAR:g}",
        "{bin}": f"{BIN:g}",
    }
