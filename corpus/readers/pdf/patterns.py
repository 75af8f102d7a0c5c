"""What lines of an article look like: labels, heads, feet and numbers."""

from __future__ import annotations

from corpus.patterns import read_patterns

LINES = read_patterns(__file__)


TABLE_KINDS = frozenset({"Table", "TABLE", "Tab."})
