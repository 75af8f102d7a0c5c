"""Quantities of a text: numbers joined with their units, with ranges, lists that share a unit, and comparators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.mentions import Quantity, QuantityKind
from extractors.quantities.comparators import comparator_of
from extractors.quantities.numbers import Number, find_numbers
from extractors.quantities.patterns import (
    AND_GAP,
    ANGLE_CONTEXT,
    BETWEEN_BEFORE,
    CHANGE_FROM,
    CHARGE_RATE_AFTER,
    CRYSTAL_SITE_AFTER,
    CRYSTAL_SITE_BEFORE,
    DEGREE_SIGN_ALONE,
    DEGREE_SIGN_BY_DIGIT,
    DEGREE_SIGN_LOST,
    FALLING_RANGE,
    FROM_BEFORE,
    LABEL_BEFORE,
    LIST_END,
    LIST_GAP,
    MINUS_WORD,
    NO_UNIT_AFTER,
    NUMBER_WORDS,
    NUMBERED_THING_BEFORE,
    RANGE_GAP,
    SAME_POWER_MISPRINT,
    SITE_LETTERS,
    SPREAD_FROM,
    WORDED_DURATION,
    same_length_plain,
)
from extractors.quantities.units import Unit, unit_at, unit_named

MEASURED = (QuantityKind.CONDUCTIVITY, QuantityKind.ENERGY)
HALF_UNITS = ("S", "mS", "μS")
UNITS_OF_POWERS = ("S/cm", "S/m", "cm^2 s^-1", "cm^2/s", "m^2 s^-1", "m^2/s")
DURATION_UNITS = {"hour": "h", "minute": "min", "second": "s", "day": "d", "week": "week"}
LOWEST_BY_DIGIT = 10
"""No temperature below this is told from a rate of charge when a digit stands for its degree sign."""
CARRY_WIDTH = 90
SENTENCE_BREAK = re.compile(r"[.;]\s+(?=[A-Z])")
CONTEXT_WIDTH = 160
"""How many characters before a number are read for the words that govern it."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A number with the unit it has or shares. ``end`` is where its own unit ends, or the number."""

    number: Number
    unit: Unit | None
    end: int
    start: int
    number_end: int
    joined: bool = False  # a range joined of two numbers

    @property
    def is_range(self) -> bool:
        return self.joined or self.number.is_range


_LOST: Final = "\ufffd"


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of a sentence or paragraph, in text order, none overlapping; never raises.

    ``low``/``high`` are in the standard unit of the kind (S/cm, eV, K, h, MPa, rpm, K/min, share of 1; OTHER as
    written), ``start`` to ``end`` cover number and unit, without the comparator's words (they begin at ``cue_start``).
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
    if _LOST in text:  # a number beside a lost sign is none
        found = [
            q for q in found if not text[: q.start].rstrip(" ").endswith(_LOST) and _LOST not in text[q.start : q.end]
        ]
    return sorted(found + worded, key=lambda q: q.start) if worded else found


def _numeric(text: str, plain: str) -> list[Quantity]:
    """The quantities whose numbers are written in figures."""
    items: list[_Item] = []
    for number in find_numbers(plain):
        if not items or items[-1].end <= number.start:  # else part of a unit: "20 8 C"
            items.append(_with_unit(plain, number))
    if not any(item.unit for item in items):
        return []
    items = _join_ranges(plain, items)
    items = _share_units(plain, items)
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
    lowered = plain.lower()
    if not any(unit in lowered for unit in DURATION_UNITS):
        return found
    for match in WORDED_DURATION.finditer(plain):
        unit = unit_named(DURATION_UNITS[match["unit"].lower()])
        hours = unit.to_standard(NUMBER_WORDS[match["word"].lower()])
        comparator, cue_start, end = comparator_of(plain, match.start(), match.end(), unit.kind)
        found.append(
            Quantity(
                *(match.start(), end, unit.kind, hours, hours, comparator, unit.name, text[match.start() : end]),
                number_end=match.end("word"),
                cue_start=cue_start,
            )
        )
    return found


# --- units ----------------------------------------------------------------------------------------------------------


def _with_unit(plain: str, number: Number) -> _Item:
    found = unit_at(plain, number.end)
    unit, end = found if found else (None, number.end)
    if unit is None and (degree := DEGREE_SIGN_BY_DIGIT.match(plain, number.end)) and number.high >= LOWEST_BY_DIGIT:
        unit, end = unit_named("°C"), degree.end()
    if unit is None and (degree := DEGREE_SIGN_ALONE.match(plain, number.end)) and _is_temperature(plain, number):
        unit, end = unit_named("°C"), degree.end()
    if unit is not None and plain[number.end : end].strip() == "C" and _lost_its_degree_sign(plain, number, end):
        unit = unit_named("°C")
    if (
        unit is not None
        and unit.kind is QuantityKind.TEMPERATURE
        and (minus := MINUS_WORD.search(plain, max(0, number.start - 8), number.start))
    ):
        number = replace(number, start=minus.start(), low=-number.high, high=-number.low)
    if unit is not None:
        if number.loose_power is not None and _reads_as_power(number, unit):
            number = number.as_loose_power()
        if _is_label(plain, number, end):
            unit, end = None, number.end
    return _Item(number, unit, end, number.start, number.end)


def _is_temperature(plain: str, number: Number) -> bool:
    """Whether a bare degree sign can mean °C here: no talk of angles, and a value of a furnace or a measurement."""
    around = plain[max(0, number.start - CONTEXT_WIDTH) : number.end + CONTEXT_WIDTH]
    return 10 <= abs(number.high) <= 2000 and not ANGLE_CONTEXT.search(around)


def _lost_its_degree_sign(plain: str, number: Number, end: int) -> bool:
    """Whether ``60 C`` is a temperature: no rates of charge go so high, unless cycling is spoken of."""
    if number.high < 20 or CHARGE_RATE_AFTER.match(plain, end):
        return False
    return number.high >= 100 or bool(DEGREE_SIGN_LOST.search(plain, max(0, number.start - 80), number.start))


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
        CRYSTAL_SITE_BEFORE.search(plain, before, number.start) or CRYSTAL_SITE_AFTER.match(plain, end)
    ):
        return True
    return bool(LABEL_BEFORE.search(plain, before, number.start))


# --- ranges ---------------------------------------------------------------------------------------------------------


def _join_ranges(plain: str, items: list[_Item]) -> list[_Item]:
    joined: list[_Item] = []
    for item in items:
        if joined and (whole := _range(plain, joined[-1], item)) is not None:
            joined[-1] = whole
        else:
            joined.append(item)
    return joined


def _range(plain: str, first: _Item, second: _Item) -> _Item | None:
    """Two numbers as one range, or None when they are two values."""
    first = _with_power_like(first, second)
    if first.is_range or second.is_range or second.unit is None:
        return None
    gap = plain[first.end : second.start]
    if len(gap) > 16 or not _is_range_gap(plain, first, second, gap):
        return None
    low, high = first.number, second.number
    if first.unit is not None and first.unit != second.unit:
        if first.unit.kind is not second.unit.kind or second.unit.kind not in MEASURED or second.unit.to_standard(0.0):
            return None
        scale = first.unit.to_standard(1.0) / second.unit.to_standard(1.0)
        value = float(f"{low.low * scale:.12g}")
        low = replace(low, low=value, high=value)
    if low.power is None and high.power is not None and _shares_power(second):
        low = low.with_power(high.power)
    number = replace(low, end=high.end, low=min(low.low, high.low), high=max(low.high, high.high), uncertainty=None)
    return _Item(number, second.unit, second.end, first.start, high.end, joined=True)


def _is_range_gap(plain: str, first: _Item, second: _Item, gap: str) -> bool:
    before = plain[max(0, first.start - CONTEXT_WIDTH) : first.start]
    if BETWEEN_BEFORE.search(before):
        return bool(AND_GAP.fullmatch(gap) or RANGE_GAP.fullmatch(gap))
    if SAME_POWER_MISPRINT.fullmatch(gap):
        return first.number.bare_power and second.number.bare_power
    if not RANGE_GAP.fullmatch(gap):
        return False
    if "to" not in gap:
        return True
    if second.unit is not None and second.unit.kind in MEASURED and (cue := FROM_BEFORE.search(before)):
        if first.number.power == second.number.power and first.number.low > second.number.low:
            return False  # a spread is told upwards
        return not CHANGE_FROM.search(before, 0, cue.start()) or bool(SPREAD_FROM.search(before, 0, cue.start()))
    return True


def _with_power_like(item: _Item, last: _Item) -> _Item:
    """``10-4`` read as a power when the number that ends its range or list was read so (``10-4–10-3 S cm^-1``)."""
    if item.unit is None and item.number.loose_power is not None and last.number.power is not None:
        return replace(item, number=item.number.as_loose_power())
    return item


def _shares_power(item: _Item) -> bool:
    """Whether the power of a list's or range's last number may stand for the numbers before it (``2–7 × 10^-4``)."""
    return not item.number.bare_power and item.unit is not None


# --- lists ----------------------------------------------------------------------------------------------------------


def _share_units(plain: str, items: list[_Item]) -> list[_Item]:
    """Give numbers of a list the unit that stands at its end, or powers of ten the unit at its beginning."""
    for last in range(len(items) - 1, 0, -1):
        if items[last].unit is not None and items[last - 1].unit is None:
            for index in _list_before(plain, items, last):
                number = _with_power_like(items[index], items[last]).number
                power = items[last].number.power
                if number.power is None and power is not None and _shares_power(items[last]):
                    number = number.with_power(power)
                items[index] = replace(items[index], number=number, unit=items[last].unit)
    for index in range(len(items) - 1, 0, -1):
        items[index - 1] = _complete_unit(plain, items[index - 1], items[index])
    return _carry_conductivity_unit(plain, items)


def _carry_conductivity_unit(plain: str, items: list[_Item]) -> list[_Item]:
    """Give powers of ten without a unit that of a conductivity near by: ``A (2 × 10^-3 S cm^-1) and B (6 × 10^-4)``."""
    for order in (range(len(items)), range(len(items) - 1, -1, -1)):
        known: _Item | None = None
        for index in order:
            item = items[index]
            if item.number.power is None or item.number.power >= 0:
                continue
            if item.unit is not None:
                known = item if item.unit.kind is QuantityKind.CONDUCTIVITY else None
            elif known is not None and known.unit is not None and NO_UNIT_AFTER.match(plain, item.end):
                first, second = sorted((known, item), key=lambda i: i.start)
                gap = plain[first.end : second.start]
                if len(gap) < CARRY_WIDTH and not SENTENCE_BREAK.search(gap):
                    known = items[index] = replace(item, unit=known.unit)
    return items


def _complete_unit(plain: str, before: _Item, item: _Item) -> _Item:
    """``before`` with the whole unit of ``item`` when only its first half was printed (``from 2 mS to 5 mS cm^-1``)."""
    if before.unit is None or item.unit is None or before.unit.kind is not QuantityKind.OTHER:
        return before
    if item.unit.kind is not QuantityKind.CONDUCTIVITY or before.start >= item.start:
        return before
    letters = plain[before.number_end : before.end].strip()
    gap = plain[before.end : item.start]
    if (
        letters in HALF_UNITS
        and item.unit.name.startswith(f"{letters}/")
        and len(gap) < 16
        and _is_list_or_change_gap(gap)
    ):
        return replace(before, unit=item.unit)
    return before


def _is_list_or_change_gap(gap: str) -> bool:
    return bool(LIST_GAP.fullmatch(gap) or RANGE_GAP.fullmatch(gap))


def _list_before(plain: str, items: Sequence[_Item], last: int) -> list[int]:
    """Indices of the numbers without unit that form one list with ``items[last]``."""
    members: list[int] = []
    ended = False
    unit = items[last].unit
    assert unit is not None
    for index in range(last - 1, -1, -1):
        item, following = items[index], items[index + 1]
        gap = plain[item.end : following.start]
        if item.unit is not None or len(gap) > 16:
            break
        change = index == last - 1 and _is_change(plain, item, gap, unit)
        if not change and not LIST_GAP.fullmatch(gap):
            break
        if _names_no_value(item.number, unit):
            break
        ended = ended or change or bool(LIST_END.search(gap))
        members.append(index)
        if change:
            break
    if not ended and len(members) < 2:
        return []
    if members and LABEL_BEFORE.search(plain, max(0, items[members[-1]].start - 30), items[members[-1]].start):
        return []
    return members


def _is_change(plain: str, item: _Item, gap: str, unit: Unit) -> bool:
    """Whether two numbers are the ends of a change (``rose from 0.1 to 0.5 mS cm^-1``), two values with one unit."""
    if unit.kind not in MEASURED or "to" not in gap or not RANGE_GAP.fullmatch(gap):
        return False
    return bool(FROM_BEFORE.search(plain, max(0, item.start - CONTEXT_WIDTH), item.start))


def _names_no_value(number: Number, unit: Unit) -> bool:
    """Whether a number can be no member of a list: a year among conductivities, a power of ten among temperatures."""
    if number.power is not None:
        return unit.kind in (QuantityKind.TEMPERATURE, QuantityKind.DURATION, QuantityKind.FRACTION)
    return unit.kind in MEASURED and 1900 <= number.low <= 2100


def _is_no_value(plain: str, item: _Item, low: float) -> bool:
    """Whether what was read can be no value: below what the quantity can be, falling as a range, or a label's number.

    A conductivity is above zero and no energy of migration below it; both say that a sign or a digit was lost. An
    energy of 0.00 eV may have been computed, 0 eV is the mark of an axis.
    """
    assert item.unit is not None
    kind = item.unit.kind
    if kind is QuantityKind.TEMPERATURE:
        return low < 0
    if kind not in MEASURED:
        return False
    printed = plain[item.start : item.number_end]
    if low < 0 or (low == 0 and (kind is QuantityKind.CONDUCTIVITY or printed.isdigit())):
        return True
    if item.joined and FALLING_RANGE.fullmatch(printed):
        first, second = map(float, FALLING_RANGE.fullmatch(printed).groups())  # type: ignore[union-attr]
        return first > second
    return NUMBERED_THING_BEFORE.search(plain, max(0, item.start - 24), item.start) is not None


# --- result ---------------------------------------------------------------------------------------------------------


def _quantity(text: str, plain: str, item: _Item, floor: int) -> Quantity | None:
    unit, number = item.unit, item.number
    assert unit is not None
    low, high = unit.to_standard(number.low), unit.to_standard(number.high)
    if _is_no_value(plain, item, low):
        return None
    comparator, cue_start, end = comparator_of(plain, item.start, item.end, unit.kind, floor)
    uncertainty = None
    if number.uncertainty is not None:
        uncertainty = abs(unit.to_standard(number.uncertainty) - unit.to_standard(0.0))
    return Quantity(
        start=item.start,
        end=end,
        kind=unit.kind,
        low=low,
        high=high,
        comparator="range" if item.is_range and low != high else comparator,
        unit=unit.name,
        surface=text[item.start : end],
        number_end=item.number_end,
        cue_start=cue_start,
        uncertainty=uncertainty,
    )
