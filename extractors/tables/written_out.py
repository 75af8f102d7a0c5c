"""Cells that tell of making, written out as a sentence would tell it: numbers with the unit of their head."""

from __future__ import annotations

import re

from extractors.mentions import QuantityKind
from extractors.quantities import UnitMention, find_unit
from extractors.tables.cues import CUES

_NUMBER = r"[-−–]?\d+(?:\.\d+)?"
_NUMBERS = re.compile(rf"(?:[~≈∼<>≤≥]|ca\.?)?\s?{_NUMBER}(?:\s?(?:[–/,-]|to)\s?{_NUMBER})*")
_THOUSANDS = re.compile(r"(?<![\d.])(\d{1,2}),(?=\d{3}(?![\d.]))")
# "1100/12" below "Sintering (°C/h)", "500/20" below "Milling (rpm/h)"
_BOTH_UNITS = re.compile(r"(°\s?C|K|rpm)\s?[/,;×x]\s?(h|min)\b")
_BOTH = re.compile(r"(\d{3,4})\s?[/,;×x]\s?(\d{1,3}(?:\.\d)?)")
_UNIT_PLACE = re.compile(r"(?:[(\[/,]|\bin)\s*$")  # "Time (h)", "T / °C", "Duration, h"
_AMBIENT = re.compile(r"ambient|room", re.IGNORECASE)


def is_bare(text: str) -> bool:
    """Whether a cell holds numbers and no unit."""
    return _NUMBERS.fullmatch(_THOUSANDS.sub(r"\1", text.strip())) is not None


def with_unit(text: str, head: str) -> str | None:
    """A cell of conditions with what its head tells of it; None for a bare number of no known unit."""
    stripped = _THOUSANDS.sub(r"\1", text.strip())
    if CUES.ATMOSPHERE_HEAD.search(head):
        return f"in {stripped}"
    both = _BOTH_UNITS.search(head)
    if both is not None and (pair := _BOTH.fullmatch(stripped)) is not None:
        return f"{pair[1]} {both[1]}, {pair[2]} {both[2]}"
    unit = _unit_at_end(head)
    if _AMBIENT.fullmatch(stripped) and (unit is None or unit.unit.kind is QuantityKind.TEMPERATURE):
        return f"{stripped} temperature"
    if not is_bare(stripped):
        return text
    return f"{stripped} {unit.unit.name}" if unit is not None else None


def _unit_at_end(head: str) -> UnitMention | None:
    """The unit that is set off at the end of a head: ``Time (h)``, ``T / °C``."""
    unit = find_unit(head)
    if unit is None or not _UNIT_PLACE.search(head[: unit.start]) or head[unit.end :].strip(" )]."):
        return None
    return unit
