"""Words that tell what a value measures: which conductivity, which energy. They stand in ``meaning_cues.toml``."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)

_KINDS = ("grain", "bulk", "total", "electrical", "electronic", "ionic", "plain")
CONDUCTIVITIES = [(kind, CUES[name]) for name in CUES.entries if (kind := name.partition("_")[0].lower()) in _KINDS]
"""Which conductivity is meant, each with a cue that tells it; the same kind is told in several ways."""

ENERGIES = {"activation": CUES.ACTIVATION, "other": CUES.OTHER, "barrier": CUES.BARRIER}
"""Which energy is meant, the first before the others at the same place."""

MOTIONS = {"activation": CUES.ACTIVATION_SEEN, "barrier": CUES.BARRIER_OF_JUMP}
"""Cues by which an energy without a name is one of moving ions."""
