"""Unit and power of ten that a column's head, or else the caption, gives to the numbers below it."""

from __future__ import annotations

from extractors.mentions import QuantityKind
from extractors.quantities import find_unit
from extractors.quantities.units import UnitMention
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning


def read_unit(column: Column, wanted: QuantityKind, caption: str) -> None:
    """Unit and multiplier of a column from its head, else from the caption; a unit of another kind is another column's.

    >>> column = Column(2, "σ_t", Meaning.VALUE)
    >>> read_unit(column, QuantityKind.CONDUCTIVITY, "Transport at 25 °C, in 10^-4 S cm^-1")
    >>> column.unit, column.multiplier
    ('S/cm', 0.0001)
    """
    found = find_unit(column.head)
    if found is not None and found.unit.kind not in (QuantityKind.TEMPERATURE, wanted):
        column.meaning = Meaning.OTHER
        return
    if found is not None and found.unit.kind is wanted:
        column.unit, column.multiplier = found.unit.name, found.multiplier
    elif (said := unit_said(caption, wanted)) is not None:
        column.unit, column.multiplier = said
    if column.unit is not None and column.multiplier >= 1.0:
        column.multiplier = _scale(column.head, column.multiplier)


def unit_said(caption: str, kind: QuantityKind) -> tuple[str, float] | None:
    """The first unit of a kind in a caption, and its multiplier where that is no value ("above 10^-4 S cm^-1")."""
    position = 0
    while (found := find_unit(caption[position:])) is not None:
        if found.unit.kind is kind:
            return found.unit.name, _multiplier_said(caption, position, found)
        position += found.end
    return None


def _multiplier_said(caption: str, position: int, found: UnitMention) -> float:
    if patterns.UNIT_OF_ALL.search(caption, 0, position + found.start):
        return found.multiplier
    behind = patterns.MULTIPLIED_BEHIND.match(caption, position + found.end)
    return 10.0 ** -int(behind["power"]) if behind is not None else 1.0


def _scale(head: str, told: float) -> float:
    """What each number is to be multiplied with where a power of ten stands with the symbol or behind the unit.

    ``σ × 10^4`` and ``σ × 10^-4`` mean the same small value: no printed number is made small by a large factor.
    """
    raised = patterns.MULTIPLIED.search(head) or patterns.MULTIPLIED_BEFORE.match(head)
    return 10.0 ** -int(raised["power"]) if raised is not None else told
