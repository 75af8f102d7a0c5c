"""The values of a cell, with what mark, unit and temperature the cell itself gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.mentions import QuantityKind, Temperature
from extractors.properties import PropertySpec, Scale
from extractors.quantities import find_unit, unit_named
from extractors.quantities.cells import CellNumber, parse_cell
from extractors.tables import patterns
from extractors.tables.columns import Column
from extractors.tables.glued import source_start

HOTTEST = 2000.0  # K: no solid electrolyte is measured above
_FOOTNOTE_MARK = re.compile(r"(?<=[\d)])\s?\^\{?[a-z*†‡§#]\}?(?![A-Za-z])")
# "1,2 × 10^-4", "0,55": a list of values has a blank behind its comma.
_DECIMAL_COMMA = re.compile(r"(?<=(?<![\d,])\d),(?=\d{1,3}(?![\d,]))")
_LOST_TIMES = re.compile(r"(?<![\d.])(\d(?:\.\d+)?)\s(?=10\s?\^?[-−–]\s?\d)")
_DASH_FOR_MINUS = re.compile(r"^\s*[–—‒]\s?(?=\d)")


@dataclass(frozen=True, slots=True)
class Value:
    """One value in its property's unit. Offsets count characters of the cell's clean text."""

    start: int
    end: int
    low: float
    high: float
    comparator: str
    unit: str
    property: str
    temperature: Temperature | None
    flags: tuple[str, ...] = ()


def values_of(text: str, column: Column) -> list[Value]:
    """The values of a cell in the unit of its column's property; empty when it has none or its unit is not known.

    The unit is the cell's own, else the column's; a bare power of ten without any unit is S/cm.
    """
    spec = column.spec
    if spec is None:
        return []
    if patterns.SIGN_LOST.search(text):
        return []  # without its sign it is another number
    found = []
    for number in _with_bare_temperatures(parse_cell(_readable(text, column)), text, column.degrees):
        if number.kind not in (None, spec.quantity):
            continue
        unit, flags = _unit(number, column, text, spec)
        if unit is None:
            continue
        if column.logarithm and not _has_power(number.surface):
            number = _raised(number, column.logarithm)
        low, high = number.standard(unit) if unit else (number.low, number.high)
        if number.unit is None and not _has_power(number.surface):
            low, high = _times(low, column.multiplier), _times(high, column.multiplier)
        if not spec.is_readable(low, high):
            continue
        found.append(
            Value(
                number.start,
                number.end,
                low,
                high,
                number.comparator,
                number.unit or unit,
                _marked(text, number.end, spec) or column.property,
                number.temperature,
                flags,
            )
        )
    return found


def _with_bare_temperatures(numbers: Sequence[CellNumber], text: str, degrees: str | None) -> Sequence[CellNumber]:
    """Values with the figure behind each as its temperature, in the unit that the head gives: "1 × 10^-4 (25)"."""
    if degrees is None:
        return numbers
    found: list[CellNumber] = []
    for number in numbers:
        last = found[-1] if found else None
        bare = number.surface.isdigit() and number.unit is None
        if last is not None and bare and patterns.BEHIND_VALUE.fullmatch(text, last.end, number.start):
            kelvin = unit_named(degrees).to_standard(number.low)
            said = Temperature(number.start, number.end, kelvin, kelvin, number.surface)
            found[-1] = replace(last, temperature=last.temperature or said)
        else:
            found.append(number)
    return found


def _readable(text: str, column: Column) -> str:
    """The cell without footnote marks and glued sources, lost times signs and minus signs put back; as long as it was.

    A power of ten after a number and a blank is a product whose sign was lost: nobody lists two values so.
    """
    end = source_start(text) if column.sources_glued else None
    if end is not None:
        text = text[:end].ljust(len(text))
    if "." not in text:
        text = _DECIMAL_COMMA.sub(".", text)
    text = _FOOTNOTE_MARK.sub(lambda mark: " " * len(mark.group()), text)
    text = _LOST_TIMES.sub(r"\1×", text)
    return _DASH_FOR_MINUS.sub(lambda dash: "-".rjust(len(dash.group())), text) if column.logarithm else text


def _raised(number: CellNumber, sign: int) -> CellNumber:
    """Ten to the power of the printed number (``sign`` -1: of its negative)."""
    low, high = sorted(10.0 ** (sign * value) for value in (number.low, number.high))
    return replace(number, low=float(f"{low:.4g}"), high=float(f"{high:.4g}"))


def _times(value: float, factor: float) -> float:
    """The product as the decimal notation has it (no 0.00033999999)."""
    return value if factor == 1.0 else float(f"{value * factor:.12g}")


def _has_power(surface: str) -> bool:
    return "10^" in surface or "e-" in surface.lower()


def _unit(number: CellNumber, column: Column, text: str, spec: PropertySpec) -> tuple[str | None, tuple[str, ...]]:
    if spec.unit == "1":
        return "", ()
    if number.unit is not None:
        return number.unit, ()
    behind = find_unit(text[number.end :])
    if behind is not None and behind.unit.kind is spec.quantity:
        return behind.unit.name, ()
    if column.unit is not None:
        return column.unit, ()
    if column.logarithm:
        return spec.unit, ("unit_assumed",)
    usual = _has_power(number.surface) if spec.scale is Scale.LOGARITHMIC else _is_usual(number, spec)
    return (spec.unit, ("unit_assumed",)) if usual else (None, ())


def _is_usual(number: CellNumber, spec: PropertySpec) -> bool:
    """Whether a number without a unit is a plausible value as it stands in the standard unit."""
    lowest, highest = spec.plausible
    return lowest <= number.low < highest and number.high < highest


def _marked(text: str, end: int, spec: PropertySpec) -> str | None:
    """The variety of the property that a mark behind the value names: "(T)" total, "(B)" bulk."""
    match = patterns.MARK.match(text, end)
    variety = patterns.PROPERTY_MARKS.get(match[1].lower()) if match else None
    return variety if variety in spec.varieties else None


def temperature_in(text: str, head: str) -> tuple[float, int, int] | None:
    """A measuring temperature in K from a cell of a temperature column, with its place; ``head`` may give the unit."""
    numbers = parse_cell(text)
    if len(numbers) != 1:
        return None
    number = numbers[0]
    if number.kind is QuantityKind.TEMPERATURE and number.unit is not None:
        return number.standard()[0], number.start, number.end
    if number.kind is not None or number.low != number.high:
        return None
    named = find_unit(head)
    unit = named.unit.name if named is not None and named.unit.kind is QuantityKind.TEMPERATURE else None
    if unit is None:
        unit = "K" if number.low >= 250 else "°C"
    try:
        kelvin = unit_named(unit).to_standard(number.low)
    except KeyError:
        return None
    if kelvin > HOTTEST:
        return None
    return round(kelvin, 2), number.start, number.end
