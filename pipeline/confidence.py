"""From an extractor's own estimate to a probability that value, material and property of a record are all right.

A text of a kind that is read badly says so in its records: many names without a composition, many values out of range.
So a record's probability depends on its document too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from corpus.data import data_of
from extractors.records import Record

EDGE = 0.005  # no record is ever quite sure or quite impossible
FEW = 8
"""Records of a document below which its shares are drawn towards what is usual."""

USUAL = 0.25
"""Share of records of a kind without a composition in the annotated documents."""


class Model(StrEnum):
    """Kinds of records that are calibrated by themselves."""

    CONDUCTIVITY = "conductivity"
    ACTIVATION_ENERGY = "activation_energy"
    SYNTHESIS = "synthesis"


@cache
def models() -> dict[str, Any]:
    """The fitted weights by kind of record; their meaning is told in the file."""
    return data_of(__file__)


def model_of(kind: str) -> Model:
    """Which model records of a kind are calibrated with: a property without one of its own as conductivity is."""
    return Model(kind) if kind in tuple(Model) else Model.CONDUCTIVITY


_PLACE = re.compile(r"\((same sentence|topic|\d+ sentence)|(?:route|target): ([a-z ]+)")


def features(record: Record) -> dict[str, float]:
    """What speaks for or against a record by itself, by the names the weights use."""
    names = [f"flag:{flag}" for flag in record.flags]
    names.append(f"block:{record.block}")
    names += [word for word, holds in (
        ("confirmed", bool(record.confirmed_by)), ("no_material", not record.material),
        ("class", record.subject_kind == "class"), ("no_formula", bool(record.material) and not record.formula),
        ("cited", bool(record.references)), ("pdf", record.page is not None),
    ) if holds]  # fmt: skip
    told = next((found for reason in record.reasons if (found := _PLACE.search(reason))), None)
    if told is not None:
        place = told[1] or told[2].strip()
        names.append(f"reason:{'earlier sentence' if place[0].isdigit() else place}")
    return dict.fromkeys(names, 1.0)


def document_features(records: Sequence[Record]) -> dict[Model, dict[str, float]]:
    """What a document's records tell of how well it is read: its values for each property, its routes for routes."""
    told: dict[Model, dict[str, float]] = {}
    for model in Model:
        own = [record for record in records if (record.kind == Model.SYNTHESIS) is (model is Model.SYNTHESIS)]
        doubtful = sum("value_out_of_range" in record.flags or not record.material for record in own)
        unknown = sum(bool(record.material) and not record.formula for record in own)
        told[model] = {
            "document:unknown names": (unknown + USUAL * FEW) / (len(own) + FEW),
            "document:doubtful": doubtful / (len(own) + FEW),
        }
    return told


def probability(odds: float) -> float:
    """What log odds mean, kept off 0 and 1."""
    return round(min(max(1 / (1 + math.exp(-odds)), EDGE), 1 - EDGE), 4)


def log_odds(probability: float) -> float:
    """Logit of a probability, kept off 0 and 1."""
    kept = min(max(probability, EDGE), 1 - EDGE)
    return math.log(kept / (1 - kept))


def calibrated(record: Record, of_document: dict[str, float]) -> float:
    """Probability (0 to 1) that the record is right, given what its document tells (:func:`document_features`)."""
    model = models()[model_of(record.kind)]
    odds = model["intercept"] + model["slope"] * log_odds(record.confidence)
    odds += sum(model["weights"].get(name, 0.0) * much for name, much in (features(record) | of_document).items())
    unread = models()["unread"].get(record.kind)
    if unread:
        odds = unread["stretch"] * odds + unread["shift"]
    return probability(odds)


def calibrate(records: Sequence[Record]) -> None:
    """Replace the estimate of each record of one document by its calibrated confidence."""
    told = document_features(records)
    for record in records:
        record.confidence = calibrated(record, told[model_of(record.kind)])
