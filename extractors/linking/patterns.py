"""A conductivity whose index is its temperature, and where a clause breaks: patterns that other stages share."""

from __future__ import annotations

import re

from extractors.linking.cues import cues

SIGMA_INDEX = re.compile(
    r"σ\s?_?\{?(?P<degrees>2[057]|30|60|80|100|29[38]|30[03])\}?(?:\s?°C)?\s*(?:of|=|is|was|value)"
)
"""A conductivity whose index is its temperature: ``σ25 of`` (°C below 200, K above)."""

CLAUSE_BREAK = cues()["clause_break"].pattern
