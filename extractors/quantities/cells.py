"""Numbers of table cells, which mostly stand there without a unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.mentions import Quantity, QuantityKind, Temperature
from extractors.quantities.comparators import comparator_of
from extractors.quantities.finder import find_quantities
from extractors.quantities.numbers import Number, find_numbers
from extractors.quantities.patterns import RANGE_GAP, SAME_POWER_MISPRINT, same_length_plain
from extractors.quantities.units import unit_named
from extractors.temperature.finder import find_temperatures


@dataclass(frozen=True, slots=True)
class CellNumber:
    """One value of a cell as it is printed: ``low``/``high`` in the cell's own unit, or, without one, the column's.

    ``unit`` is the plain unit name when the cell itself names one; ``kind`` what that unit measures;
    ``temperature`` the temperature that the cell gives for this value (``(30 °C)``, ``@ RT``, ``/50 °C``).
    ``start``/``end`` cover the number and the unit, ``number_end`` the number.
    """

    start: int
    end: int
    number_end: int
    low: float
    high: float
    comparator: str
    surface: str
    uncertainty: float | None = None
    unit: str | None = None
    kind: QuantityKind | None = None
    temperature: Temperature | None = None

    def standard(self, column_unit: str | None = None) -> tuple[float, float]:
        """``low`` and ``high`` in the standard unit of their kind (S/cm, eV, K ...).

        ``column_unit`` is used when the cell names no unit; without any the numbers are given as they stand.
        KeyError when the name is no unit of ``units.toml``.
        """
        name = self.unit or column_unit
        if name is None:
            return self.low, self.high
        unit = unit_named(name)
        return unit.to_standard(self.low), unit.to_standard(self.high)


def parse_number(text: str) -> CellNumber | None:
    """The only value of a cell; None when it holds none or several.

    >>> number = parse_number("0.687(13)")
    >>> number.low, number.uncertainty
    (0.687, 0.013)
    """
    numbers = parse_cell(text)
    return numbers[0] if len(numbers) == 1 else None


def parse_cell(text: str) -> tuple[CellNumber, ...]:
    """Every value of a cell, temperatures and percentages given with a value not counted as values of their own.

    A cell that is a temperature (``25 °C``) gives that temperature as a value of kind TEMPERATURE.
    Letters glued before a digit make a formula, not a number. Never raises.

    >>> [(n.low, n.comparator, n.temperature.low) for n in parse_cell("~3.08 × 10^-4 (30 °C)")]
    [(0.000308, '~', 303.15)]
    >>> [(n.low, n.high) for n in parse_cell("1.49–2.04")]
    [(1.49, 2.04)]
    """
    plain = same_length_plain(text)
    quantities = find_quantities(text)
    temperatures = find_temperatures(text, quantities)
    taken = [(q.start, q.end) for q in quantities] + [(t.start, t.end) for t in temperatures]
    bare = [n for n in find_numbers(plain) if not any(s < n.end and n.start < e for s, e in taken)]
    values = [_from_quantity(q) for q in quantities if q.kind is not QuantityKind.TEMPERATURE]
    values += [_from_number(text, plain, number) for number in _joined(plain, bare)]
    values.sort(key=lambda value: value.start)
    if not values:
        return tuple(_from_quantity(q) for q in quantities)
    return tuple(_with_temperature(values, temperatures))


def _from_quantity(quantity: Quantity) -> CellNumber:
    unit = unit_named(quantity.unit)
    offset, scale = unit.to_standard(0.0), unit.to_standard(1.0) - unit.to_standard(0.0)
    as_printed = [float(f"{(value - offset) / scale:.12g}") for value in (quantity.low, quantity.high)]
    error = None if quantity.uncertainty is None else float(f"{quantity.uncertainty / scale:.12g}")
    return CellNumber(
        quantity.start, quantity.end, quantity.number_end, as_printed[0], as_printed[1], quantity.comparator,
        quantity.surface, error, quantity.unit, quantity.kind,
    )  # fmt: skip


def _from_number(text: str, plain: str, number: Number) -> CellNumber:
    comparator = "range" if number.is_range else comparator_of(plain, number.start, number.end, QuantityKind.OTHER)
    return CellNumber(
        number.start, number.end, number.end, number.low, number.high, comparator, text[number.start : number.end],
        number.uncertainty,
    )  # fmt: skip


def _joined(plain: str, numbers: list[Number]) -> list[Number]:
    """Numbers with ranges joined; in a cell ``10-4`` is the power (a range of such numbers is printed with a dash)."""
    joined: list[Number] = []
    for found in numbers:
        number = found.as_loose_power()
        if joined and not joined[-1].is_range and not number.is_range:
            first = joined[-1]
            gap = plain[first.end : number.start]
            both_bare = first.bare_power and number.bare_power
            if RANGE_GAP.fullmatch(gap) or (both_bare and SAME_POWER_MISPRINT.fullmatch(gap)):
                if first.power is None and number.power is not None and not number.bare_power:
                    first = first.with_power(number.power)
                low, high = sorted((first.low, number.low))
                joined[-1] = Number(first.start, number.end, low, high, number.power)
                continue
        joined.append(number)
    return joined


def _with_temperature(values: list[CellNumber], temperatures: list[Temperature]) -> list[CellNumber]:
    """Each value with the temperature that follows it before the next value, else the cell's only temperature."""
    result = []
    for index, value in enumerate(values):
        limit = values[index + 1].start if index + 1 < len(values) else float("inf")
        own = [t for t in temperatures if value.end <= t.start < limit]
        chosen = own[0] if own else (temperatures[0] if len(temperatures) == 1 else None)
        result.append(replace(value, temperature=chosen) if chosen else value)
    return result
