"""A small linear scorer over named features; its weights stand in ``weights.json``: a chemist's prior.

Training on the gold (``benchmarks/train_linking.py``) did not beat the prior on documents left out, so it was kept.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

from extractors.linking.candidate import Candidate


@cache
def weights() -> dict[str, float]:
    """Feature weights (log-odds), as set or trained by ``benchmarks/train_linking.py``."""
    return {str(k): float(v) for k, v in json.loads(files(__package__).joinpath("weights.json").read_text()).items()}


def rank(found: list[Candidate], using: dict[str, float] | None = None) -> list[Candidate]:
    """Candidates by falling score; each gets its ``score``. Ties go to the nearer and then to the later mention."""
    table = weights() if using is None else using
    for candidate in found:
        candidate.score = sum(table.get(name, 0.0) * strength for name, strength in candidate.features.items())
    return sorted(found, key=lambda c: (-c.score, c.distance, -c.material.start))


def probability(ranked: list[Candidate]) -> float:
    """Share of the best candidate in the soft maximum over all of them, 0 when there is none.

    Candidates that name the same material as the best count for it, not against it.
    """
    if not ranked:
        return 0.0
    best = ranked[0]
    key = best.material.identity
    total = sum(math.exp(c.score - best.score) for c in ranked)
    same = sum(math.exp(c.score - best.score) for c in ranked if c.material.identity == key)
    return same / total
