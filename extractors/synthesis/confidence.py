"""How far a route told by a rule can be trusted, from the hits counted in ``confidence.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _observed() -> dict[str, dict[str, int]]:
    text = (files("extractors.synthesis") / "confidence.toml").read_text(encoding="utf-8")
    counts: dict[str, dict[str, int]] = tomllib.loads(text)["observed"]
    return counts


def share_right(rule: str) -> float:
    """The estimated share (0 to 1) of a rule's records that are right; one half for a rule never counted.

    >>> share_right("never seen")
    0.5
    """
    counts = _observed().get(rule, {"right": 0, "wrong": 0})
    return round((counts["right"] + 1) / (counts["right"] + counts["wrong"] + 2), 2)
