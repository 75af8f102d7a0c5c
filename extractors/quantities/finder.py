"""Quantities of a text: numbers joined with their units, with ranges, lists that share a unit, and comparators."""

from __future__ import annotations

from extractors.mentions import Quantity, QuantityKind
from extractors.quantities.comparators import WINDOW, comparator_of
from extractors.quantities.cues import CUES
from extractors.quantities.items import MEASURED, Item, with_unit
from extractors.quantities.joining import join_ranges, share_units
from extractors.quantities.numbers import find_numbers
from extractors.quantities.patterns import (
    FALLING_RANGE,
    NUMBER_WORDS,
    WORDED_DURATION,
    same_length_plain,
)
from extractors.quantities.units import unit_named

DURATION_UNITS = {"hour": "h", "minute": "min", "second": "s", "day": "d", "week": "week"}


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a sentence or paragraph, in text order, none overlapping; never raises.

    ``low``/``high`` are in the standard unit of the kind (S/cm, eV, K, h, MPa, rpm, K/min, share of 1; OTHER as
    written), ``start`` to ``end`` cover number and unit, without the comparator's words.
    Numbers of a list that share one unit are a quantity each.

    >>> [(round(q.low, 8), q.comparator, q.unit) for q in find_quantities("about 1.4 × 10^-5 S cm^-1, 31.2 kJ/mol")]
    [(1.4e-05, '~', 'S/cm'), (0.32336521, '=', 'kJ/mol')]
    >>> [(q.low, q.high, q.comparator) for q in find_quantities("(2–7 × 10^-4 S cm^-1)")]
    [(0.0002, 0.0007, 'range')]
    >>> [q.low for q in find_quantities("0.1, 0.25 and 0.3 eV")]
    [0.1, 0.25, 0.3]
    """
    plain = same_length_plain(text)
    worded = _worded_durations(text, plain)
    found = _numeric(text, plain)
    return sorted(found + worded, key=lambda q: q.start) if worded else found


def _numeric(text: str, plain: str) -> list[Quantity]:
    """The quantities whose numbers are written in figures."""
    items: list[Item] = []
    for number in find_numbers(plain):
        if not items or items[-1].end <= number.start:  # else part of a unit: "20 8 C"
            items.append(with_unit(plain, number))
    if not any(item.unit for item in items):
        return []
    items = join_ranges(plain, items)
    items = share_units(plain, items)
    found: list[Quantity] = []
    for item in items:
        if item.unit is not None:
            quantity = _quantity(text, plain, item, found[-1].end if found else 0)
            if quantity is not None:
                found.append(quantity)
    return found


def _worded_durations(text: str, plain: str) -> list[Quantity]:
    """Durations whose number is a word (``two hours``)."""
    found: list[Quantity] = []
    for match in WORDED_DURATION.finditer(plain):
        unit = unit_named(DURATION_UNITS[match["unit"].lower()])
        hours = unit.to_standard(NUMBER_WORDS[match["word"].lower()])
        start, end = match.span()
        comparator = comparator_of(plain, start, end, unit.kind)
        surface, number_end = text[start:end], match.end("word")
        found.append(Quantity(start, end, unit.kind, hours, hours, comparator, unit.name, surface, number_end))
    return found


def _is_no_value(plain: str, item: Item, low: float) -> bool:
    """Whether what was read can be no value: below what the quantity can be, falling as a range, or a label's number.

    A conductivity is above zero and no energy of migration below it; both say that a sign or a digit was lost. An
    energy of 0.00 eV may have been computed, 0 eV is the mark of an axis. Degrees by which two temperatures differ
    (``sintered 80 K lower``) are no temperature.
    """
    assert item.unit is not None
    kind = item.unit.kind
    if kind is QuantityKind.TEMPERATURE:
        return low < 0 or _are_degrees_apart(plain, item)
    if kind not in MEASURED:
        return False
    printed = plain[item.start : item.number_end]
    if low < 0 or (low == 0 and (kind is QuantityKind.CONDUCTIVITY or printed.isdigit())):
        return True
    if item.joined and FALLING_RANGE.fullmatch(printed):
        first, second = map(float, FALLING_RANGE.fullmatch(printed).groups())  # type: ignore[union-attr]
        return first > second
    return bool(CUES.NUMBERED_THING.search(plain, max(0, item.start - 24), item.start))


def _are_degrees_apart(plain: str, item: Item) -> bool:
    """Whether degrees say how far two temperatures are apart."""
    apart = CUES.DEGREES_APART.match(plain, item.end) is not None
    return apart and CUES.DEGREES_AT.search(plain, max(0, item.start - WINDOW), item.start) is None


def _quantity(text: str, plain: str, item: Item, floor: int) -> Quantity | None:
    unit, number = item.unit, item.number
    assert unit is not None
    low, high = unit.to_standard(number.low), unit.to_standard(number.high)
    if _is_no_value(plain, item, low):
        return None
    comparator = comparator_of(plain, item.start, item.end, unit.kind, floor)
    uncertainty = None
    if number.uncertainty is not None:
        uncertainty = abs(unit.to_standard(number.uncertainty) - unit.to_standard(0.0))
    return Quantity(
        start=item.start,
        end=item.end,
        kind=unit.kind,
        low=low,
        high=high,
        comparator="range" if item.is_range and low != high else comparator,
        unit=unit.name,
        surface=text[item.start : item.end],
        number_end=item.number_end,
        uncertainty=uncertainty,
    )
