"""From an extractor's own estimate to a probability that the record is right."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.records import Record

EDGE = 0.005  # no record is ever quite sure or quite impossible


@cache
def model() -> dict[str, Any]:
    """The fitted weights; their meaning is told in the file."""
    return tomllib.loads(files("pipeline").joinpath("confidence.toml").read_text(encoding="utf-8"))


def features(record: Record) -> list[str]:
    """What speaks for or against a record, by the names the weights use."""
    found = [f"flag:{flag}" for flag in record.flags]
    found += [f"block:{record.block}", f"kind:{record.kind}"]
    if record.confirmed_by:
        found.append("confirmed")
    if not record.material:
        found.append("no_material")
    if record.subject_kind == "class":
        found.append("class")
    return found


def log_odds(probability: float) -> float:
    """Logit of a probability, kept off 0 and 1."""
    kept = min(max(probability, EDGE), 1 - EDGE)
    return math.log(kept / (1 - kept))


def calibrated(record: Record) -> float:
    """Probability (0 to 1) that the record is right."""
    weights = model()["weights"]
    odds = model()["intercept"] + model()["slope"] * log_odds(record.confidence)
    odds += sum(weights.get(name, 0.0) for name in features(record))
    return round(min(max(1 / (1 + math.exp(-odds)), EDGE), 1 - EDGE), 4)


def calibrate(records: Iterable[Record]) -> None:
    """Replace each record's estimate by its calibrated confidence."""
    for record in records:
        record.confidence = calibrated(record)
