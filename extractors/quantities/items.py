"""Numbers with the unit that stands behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.mentions import QuantityKind
from extractors.quantities.cues import CUES
from extractors.quantities.numbers import Number
from extractors.quantities.patterns import (
    DEGREE_SIGN_ALONE,
    DEGREE_SIGN_BY_DIGIT,
    MEMBER_BRACKET,
    MINUS_WORD,
    SITE_LETTERS,
    UNIT_CLOSES,
    UNIT_OPENS,
)
from extractors.quantities.units import Unit, unit_at, unit_named

MEASURED = (QuantityKind.CONDUCTIVITY, QuantityKind.ENERGY)
"""The kinds whose values records hold."""

UNITS_OF_POWERS = ("S/cm", "S/m", "cm^2 s^-1", "cm^2/s", "m^2 s^-1", "m^2/s")
LOWEST_BY_DIGIT = 10
"""No temperature below this is told from a rate of charge when a digit stands for its degree sign."""

CONTEXT_WIDTH = 160
"""How many characters before a number are read for the words that govern it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A number with the unit it has or shares. ``end`` is where its own unit ends, or the number."""

    number: Number
    unit: Unit | None
    end: int
    start: int
    number_end: int
    joined: bool = False  # a range joined of two numbers

    @property
    def is_range(self) -> bool:
        """Whether it stands for a range."""
        return self.joined or self.number.is_range


def with_unit(plain: str, number: Number) -> Item:
    """A number with the unit right behind it, when there is one and the number does not label something."""
    unit, end = _unit_behind(plain, number)
    if unit is None and (bracket := MEMBER_BRACKET.match(plain, number.end)) is not None:
        unit = _measured_unit(plain, bracket.end())
    if unit is None:
        return Item(number, None, end, number.start, number.end)
    if unit.kind is QuantityKind.TEMPERATURE:
        minus = MINUS_WORD.search(plain, max(0, number.start - 8), number.start)
        if minus is not None:
            number = replace(number, start=minus.start(), low=-number.high, high=-number.low)
    if number.loose_power is not None and _reads_as_power(number, unit):
        number = number.as_loose_power()
    labels = _is_label(plain, number, end)
    return Item(number, None if labels else unit, number.end if labels else end, number.start, number.end)


def _unit_behind(plain: str, number: Number) -> tuple[Unit | None, int]:
    """The unit behind a number and where it ends; one of temperature also where its degree sign or its C was lost."""
    unit, end = unit_at(plain, number.end) or _unit_in_brackets(plain, number.end) or (None, number.end)
    if unit is None and (degree := DEGREE_SIGN_BY_DIGIT.match(plain, number.end)) and number.high >= LOWEST_BY_DIGIT:
        return unit_named("°C"), degree.end()
    if unit is None and (degree := DEGREE_SIGN_ALONE.match(plain, number.end)) and _is_temperature(plain, number):
        return unit_named("°C"), degree.end()
    if unit is not None and plain[number.end : end].strip() == "C" and _lost_its_degree_sign(plain, number, end):
        return unit_named("°C"), end
    return unit, end


def _unit_in_brackets(plain: str, position: int) -> tuple[Unit, int] | None:
    """The unit of a measured property that stands alone in brackets, and where they close."""
    opening = UNIT_OPENS.match(plain, position)
    found = unit_at(plain, opening.end()) if opening else None
    if found is None or found[0].kind not in MEASURED:
        return None
    closing = UNIT_CLOSES.match(plain, found[1])
    return (found[0], closing.end()) if closing else None


def _measured_unit(plain: str, position: int) -> Unit | None:
    """The unit of a measured property behind the bracket of a number: ``0.3 (I) mS/cm``."""
    found = unit_at(plain, position)
    return found[0] if found is not None and found[0].kind in MEASURED else None


def _is_temperature(plain: str, number: Number) -> bool:
    """Whether a bare degree sign can mean °C here: no talk of angles, and a value of a furnace or a measurement."""
    around = plain[max(0, number.start - CONTEXT_WIDTH) : number.end + CONTEXT_WIDTH]
    return 10 <= abs(number.high) <= 2000 and not CUES.ANGLE.search(around)


def _lost_its_degree_sign(plain: str, number: Number, end: int) -> bool:
    """Whether ``60 C`` is a temperature: no rates of charge go so high, unless cycling is spoken of."""
    if number.high < 20 or CUES.CHARGE_RATE.match(plain, end):
        return False
    return bool(number.high >= 100 or CUES.HEAT.search(plain, max(0, number.start - 80), number.start))


def _reads_as_power(number: Number, unit: Unit) -> bool:
    """Whether ``10-4`` before this unit is 10^-4: always before S/cm, cm^2/s ...; else only when no rising range."""
    assert number.loose_power is not None
    if unit.name in UNITS_OF_POWERS:
        return True
    return unit.kind is QuantityKind.CONDUCTIVITY and number.loose_power < 10


def _is_label(plain: str, number: Number, end: int) -> bool:
    """Whether ``3 h`` belongs to ``Figure 3 h``, is a decade (``1980s``) or a crystal site (``96h``)."""
    letters = plain[number.end : end].strip()
    if len(letters) != 1 or not letters.isalpha():
        return False
    if letters == "s" and number.end - number.start == 4:
        return True
    before = max(0, number.start - 60)
    if letters in SITE_LETTERS and (
        CUES.CRYSTAL_SITE_BEFORE.search(plain, before, number.start) or CUES.CRYSTAL_SITE_BEHIND.match(plain, end)
    ):
        return True
    return bool(CUES.LABEL.search(plain, before, number.start))
