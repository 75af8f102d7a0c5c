"""How dense a sample is told to be."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)


def relative_density(sentence: str) -> float | None:
    """Percent of the theoretical density that a sentence tells; None when it tells none, or several.

    >>> relative_density("A pellet of 93.5 % relative density reached 1.2 mS/cm.")
    93.5
    """
    found = {float(next(filter(None, match.groups()))) for match in CUES.RELATIVE_DENSITY.finditer(sentence or "")}
    return found.pop() if len(found) == 1 else None
