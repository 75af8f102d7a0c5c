"""A conductivity whose index is its temperature, and where a clause breaks: patterns that other stages share."""

from __future__ import annotations

from extractors.linking.cues import CUES

CLAUSE_BREAK = CUES.CLAUSE_BREAK
