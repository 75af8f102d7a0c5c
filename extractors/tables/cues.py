"""Words of heads, captions and labels, as ``cues.toml`` and ``heads.toml`` list them."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)
HEADS = read_patterns(__file__, "heads.toml")
"""What heads say, by the meaning that they name, in the order in which they are asked."""
