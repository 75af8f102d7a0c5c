"""Temperatures of a text, as figures or as words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.mentions import ROOM_TEMPERATURE_K, Quantity, QuantityKind, Temperature
from extractors.quantities.finder import find_quantities
from extractors.quantities.units import unit_named

ROOM_TEMPERATURE = re.compile(
    r"\b(?:room|ambient)[\s-]?temperatures?(?![a-z])|\bambient\s+conditions?\b|\b(?:room|ambient)\s+temp\b\.?|\br\.t\.|\bRT\b|(?<=σ_)RT\b|(?<=σ)RT\b",
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


def find_temperatures(text: str, quantities: Sequence[Quantity] | None = None) -> list[Temperature]:
    """Every temperature of a text in K, in text order: ``25 °C``, ``303 K``, ``25–80 °C``, "RT", "room-temperature".

    ``quantities`` are those of the same text when they are at hand already. Heating rates are no temperatures; of
    ``room temperature (20 °C)`` only the figure is given.

    >>> [(t.low, t.high, t.surface) for t in find_temperatures("at 60 and 80 °C")]
    [(333.15, 333.15, '60'), (353.15, 353.15, '80 °C')]
    >>> find_temperatures("the room-temperature conductivity")[0].low
    298.15
    """
    if quantities is None:
        quantities = find_quantities(text)
    found = [
        Temperature(q.start, q.end, q.low, q.high, q.surface) for q in quantities if q.kind is QuantityKind.TEMPERATURE
    ]
    words = [
        Temperature(m.start(), m.end(), ROOM_TEMPERATURE_K, ROOM_TEMPERATURE_K, m.group(), room=True)
        for m in ROOM_TEMPERATURE.finditer(text)
        if not any(IN_FIGURES.fullmatch(text, m.end(), t.start) for t in found if m.end() < t.start <= m.end() + 4)
    ]
    for match in SUBSCRIPT_TEMPERATURE.finditer(text):
        kelvin = unit_named(match["unit"]).to_standard(float(match["figure"]))
        words.append(
            Temperature(match.start("figure"), match.end(), kelvin, kelvin, text[match.start("figure") : match.end()])
        )
    return sorted(found + words, key=lambda t: t.start) if words else found
