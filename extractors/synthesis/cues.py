"""Words around a making, as ``cues.toml`` lists them."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)
