"""The confidence shown for this corpus, when enough of its rows were judged: the rules' own, shifted and stretched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from pipeline.confidence import Model, log_odds, model_of, probability
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
        sure = float(record["confidence"])
        return sure if line is None else probability(line[0] + line[1] * log_odds(sure))

    return confidence


def fit(rows: Sequence[tuple[float, bool]]) -> Line:
    """Shift and stretch of the log odds (J. Platt, 1999) by Newton's method, drawn towards (0, 1)."""
    odds = np.array([[1.0, log_odds(confidence)] for confidence, _ in rows]).reshape(-1, 2)
    right = np.array([truth for _, truth in rows], dtype=float)
    usual, pull = np.array([0.0, 1.0]), np.array([SHIFT, STRETCH]) ** -2
    line = usual
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-odds @ line))
        slope = odds.T @ (right - sure) - pull * (line - usual)
        curve = (odds.T * (sure * (1 - sure))) @ odds + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        line = np.maximum(line + step, [-np.inf, 0.1])
        if np.abs(step).max() < 1e-9:
            break
    return float(line[0]), float(line[1])
