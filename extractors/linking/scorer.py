"""A small linear score over named features; its weights stand in ``weights.json``: what a chemist would set."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.linking.link import Candidate


@cache
def weights() -> dict[str, float]:
    """Feature weights (log-odds), as set or trained by ``benchmarks/train_linking.py``."""
    return {str(k): float(v) for k, v in json.loads(files(__package__).joinpath("weights.json").read_text()).items()}


def score(features: Mapping[str, float]) -> float:
    """The weighted sum of features, whatever their order; one without a weight counts nothing."""
    table = weights()
    return round(sum(table.get(name, 0.0) * strength for name, strength in sorted(features.items())), 6)


def probability(chosen: Candidate, candidates: Sequence[Candidate]) -> float:
    """Share of the chosen owner's material in the soft maximum over all candidates of a value."""
    top = max(c.score for c in candidates)
    total = sum(math.exp(c.score - top) for c in candidates)
    same = sum(
        math.exp(c.score - top) for c in candidates if c.owner.material.identity == chosen.owner.material.identity
    )
    return same / total
