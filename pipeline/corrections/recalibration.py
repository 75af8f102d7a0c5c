"""The confidence shown for this corpus, when enough of its rows were judged: the rules' own, shifted and stretched."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.confidence import EDGE, Model, log_odds, model_of
from pipeline.corrections.log import History
from pipeline.corrections.trust import looked_at

ENOUGH = 30
"""Judged rows of a kind of record below which the confidence stays the rules' own."""

SHIFT, STRETCH = 1.0, 0.5
"""Standard deviations of the prior of shift and stretch: a few rows move the confidence little."""

ROUNDS = 25
Line = tuple[float, float]


def recalibrated(history: History) -> Callable[[Mapping[str, Any]], float] | None:
    """Confidence of a record from the judged rows of samples; None when there are too few."""
    by_model: dict[Model, list[tuple[float, bool]]] = {model: [] for model in Model}
    for row in looked_at(history).rows:
        by_model[model_of(row.kind)].append((row.confidence, row.right))
    lines = {model: fit(rows) for model, rows in by_model.items() if len(rows) >= ENOUGH}
    if not lines:
        return None

    def confidence(record: Mapping[str, Any]) -> float:
        line = lines.get(model_of(record["kind"]))
        return float(record["confidence"]) if line is None else _sure(line, record["confidence"])

    return confidence


def _sure(line: Line, confidence: float) -> float:
    odds = line[0] + line[1] * log_odds(confidence)
    return round(min(max(1 / (1 + math.exp(-odds)), EDGE), 1 - EDGE), 4)


def fit(rows: Sequence[tuple[float, bool]]) -> Line:
    """Shift and stretch of the log odds (J. Platt, 1999) by Newton's method, drawn towards (0, 1)."""
    shift, stretch = 0.0, 1.0
    for _ in range(ROUNDS):
        slope = [-shift / SHIFT**2, -(stretch - 1) / STRETCH**2]
        curve = [[1 / SHIFT**2, 0.0], [0.0, 1 / STRETCH**2]]
        for confidence, right in rows:
            odds = log_odds(confidence)
            sure = 1 / (1 + math.exp(-(shift + stretch * odds)))
            weight = sure * (1 - sure)
            slope[0] += right - sure
            slope[1] += (right - sure) * odds
            curve[0][0] += weight
            curve[0][1] += weight * odds
            curve[1][1] += weight * odds * odds
        determinant = curve[0][0] * curve[1][1] - curve[0][1] ** 2
        step = (
            (curve[1][1] * slope[0] - curve[0][1] * slope[1]) / determinant,
            (curve[0][0] * slope[1] - curve[0][1] * slope[0]) / determinant,
        )
        shift, stretch = shift + step[0], max(stretch + step[1], 0.1)
        if max(map(abs, step)) < 1e-9:
            break
    return shift, stretch
