"""Words around citations, as ``cues.toml`` lists them: of a work told of, compared with, or of the authors' own."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)
