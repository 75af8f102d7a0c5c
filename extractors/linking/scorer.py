"""A small linear score over named features; its weights stand in ``weights.json``: what a chemist would set.

What each feature means stands in ``words.toml``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.data import data_of

if TYPE_CHECKING:
    from extractors.linking.link import Candidate


MOST_REASONS = 4
"""Of each side so many are told."""


@cache
def weights() -> dict[str, float]:
    """Feature weights (log-odds), as set in ``weights.json``."""
    return {str(k): float(v) for k, v in json.loads(files(__package__).joinpath("weights.json").read_text()).items()}


def score(features: Mapping[str, float]) -> float:
    """The weighted sum of features, whatever their order; one without a weight counts nothing."""
    table = weights()
    return round(sum(table.get(name, 0.0) * strength for name, strength in sorted(features.items())), 6)


@cache
def words() -> dict[str, str]:
    """What each feature means, in words that go on from "for it:" and "against it:"."""
    told: dict[str, str] = data_of(__file__, "words.toml")
    return told


def in_words(features: Mapping[str, float]) -> str:
    """What speaks for and against an owner, the weightiest first.

    >>> in_words({"local": 1.0, "for_after": 1.0, "class": 1.0})
    'for it: the value is told "for" it, in the same sentence; against it: a class of materials'
    """
    weighed = {name: weights().get(name, 0.0) * strength for name, strength in features.items()}
    ranked = sorted(weighed, key=lambda name: -abs(weighed[name]))
    told = []
    for side, names in (
        ("for it", [name for name in ranked if weighed[name] > 0]),
        ("against it", [name for name in ranked if weighed[name] < 0]),
    ):
        if names:
            told.append(f"{side}: {', '.join(words().get(name, name) for name in names[:MOST_REASONS])}")
    return "; ".join(told)


def probability(chosen: Candidate, candidates: Sequence[Candidate]) -> float:
    """Share of the chosen owner's material in the soft maximum over all candidates of a value."""
    top = max(c.score for c in candidates)
    total = sum(math.exp(c.score - top) for c in candidates)
    same = sum(
        math.exp(c.score - top) for c in candidates if c.owner.material.identity == chosen.owner.material.identity
    )
    return same / total
