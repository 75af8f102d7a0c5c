"""Words and indices that stand for temperatures."""

from __future__ import annotations

import re

ROOM_TEMPERATURE_K = 298.15
"""What "room temperature" stands for (25 °C, the convention of this field's papers)."""

ROOM_TEMPERATURE = re.compile(
    r"\b(?:room|ambient)[\s-]?temperatures?\b|\bambient\s+conditions?\b|\b(?:room|ambient)\s+temp\b\.?|\br\.t\.|\bRT\b|(?<=σ_)RT\b|(?<=σ)RT\b",
    re.IGNORECASE,
)

IN_FIGURES = re.compile(r"\s?[(\[]\s?[~≈=]?\s?")
"""Between words for room temperature and the figure that says which it was."""

SUBSCRIPT_TEMPERATURE = re.compile(r"(?<=σ)_?[({]?(?P<figure>-?\d{1,3}(?:\.\d+)?)\s?(?P<unit>°C|K)\b")
"""The temperature a symbol carries: ``σ_25°C``, ``σ300K``."""

SIGMA_INDEX = re.compile(
    r"σ\s?_?\{?(?P<degrees>2[057]|30|60|80|100|29[38]|30[03])\}?(?:\s?°C)?\s*(?:of|=|is|was|value)"
)
"""A conductivity whose index is its temperature: ``σ25 of`` (°C below 200, K above)."""
