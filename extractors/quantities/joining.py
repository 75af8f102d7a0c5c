"""Numbers that stand together: ranges, and lists that share a unit or a power of ten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.mentions import QuantityKind
from extractors.quantities.cues import CUES
from extractors.quantities.items import CONTEXT_WIDTH, MEASURED, Item
from extractors.quantities.numbers import Number
from extractors.quantities.patterns import (
    AND_GAP,
    LIST_END,
    LIST_GAP,
    NAME_BEHIND,
    NAMED_GAP,
    NO_UNIT_AFTER,
    RANGE_GAP,
    SAME_POWER_MISPRINT,
)
from extractors.quantities.units import Unit, unit_at

HALF_UNITS = ("S", "mS", "μS")
CARRY_WIDTH = 90
NAMED_WIDTH = 48
SENTENCE_BREAK = re.compile(r"[.;]\s+(?=[A-Z])")


def join_ranges(plain: str, items: list[Item]) -> list[Item]:
    """The items of a text, two numbers of one range joined to one item."""
    joined: list[Item] = []
    for item in items:
        if joined and (whole := _range(plain, joined[-1], item)) is not None:
            joined[-1] = whole
        else:
            joined.append(item)
    return joined


def _range(plain: str, first: Item, second: Item) -> Item | None:
    """Two numbers as one range, or None when they are two values."""
    first = _with_power_like(first, second)
    if first.is_range or second.is_range or second.unit is None:
        return None
    if first.unit is None and CUES.LABEL.search(plain, max(0, first.start - 30), first.start):
        return None  # "from 0.6 eV for x = 0 to 0.4 eV"
    gap = plain[first.end : second.start]
    if len(gap) > 16 or not _is_range_gap(plain, first, second, gap):
        return None
    low, high = _in_unit_of(first, second), second.number
    if low is None:
        return None
    if low.power is None and high.power is not None and _shares_power(second):
        low = low.with_power(high.power)
    number = replace(low, end=high.end, low=min(low.low, high.low), high=max(low.high, high.high), uncertainty=None)
    return Item(number, second.unit, second.end, first.start, high.end, joined=True)


def _in_unit_of(first: Item, second: Item) -> Number | None:
    """The number of ``first`` in the unit of ``second``; None where it measures something else."""
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return first.number
    if first.unit.kind is not second.unit.kind or second.unit.kind not in MEASURED or second.unit.to_standard(0.0):
        return None
    scale = first.unit.to_standard(1.0) / second.unit.to_standard(1.0)
    value = float(f"{first.number.low * scale:.12g}")
    return replace(first.number, low=value, high=value)


def _is_range_gap(plain: str, first: Item, second: Item, gap: str) -> bool:
    before = plain[max(0, first.start - CONTEXT_WIDTH) : first.start]
    if CUES.BETWEEN.search(before):
        return bool(AND_GAP.fullmatch(gap) or RANGE_GAP.fullmatch(gap))
    if SAME_POWER_MISPRINT.fullmatch(gap):
        return first.number.bare_power and second.number.bare_power
    if not RANGE_GAP.fullmatch(gap):
        return False
    if "to" not in gap:
        return True
    begun = next(CUES.FROM.finditer(before), None)
    if second.unit is not None and second.unit.kind in MEASURED and begun is not None:
        if first.number.power == second.number.power and first.number.low > second.number.low:
            return False  # a spread is told upwards
        told = before[: begun.start()]
        return bool(not CUES.CHANGE_FROM.search(told) or CUES.SPREAD_FROM.search(told))
    return True


def _with_power_like(item: Item, last: Item) -> Item:
    """``10-4`` read as a power when the number that ends its range or list was read so (``10-4–10-3 S cm^-1``)."""
    if item.unit is None and item.number.loose_power is not None and last.number.power is not None:
        return replace(item, number=item.number.as_loose_power())
    return item


def _shares_power(item: Item) -> bool:
    """Whether the power of a list's or range's last number may stand for the numbers before it (``2–7 × 10^-4``)."""
    return not item.number.bare_power and item.unit is not None


def share_units(plain: str, items: list[Item]) -> list[Item]:
    """Give numbers of a list the unit that stands at its end, or powers of ten the unit at its beginning."""
    for last in range(len(items) - 1, 0, -1):
        if items[last].unit is not None:
            for index in _list_before(plain, items, last) or _named_before(plain, items, last):
                number = _with_power_like(items[index], items[last]).number
                power = items[last].number.power
                if number.power is None and power is not None and _shares_power(items[last]):
                    number = number.with_power(power)
                items[index] = replace(items[index], number=number, unit=items[last].unit)
    for index in range(len(items) - 1, 0, -1):
        items[index - 1] = _complete_unit(plain, items[index - 1], items[index])
    return _carry_conductivity_unit(plain, _take_unit_told(plain, _repeat_units(plain, items)))


def _take_unit_told(plain: str, items: list[Item]) -> list[Item]:
    """Give powers of ten the unit told with their property: ``the conductivity (in S cm^-1) of A is 2 × 10^-4``."""
    for told in CUES.UNIT_TOLD.finditer(plain):
        found = unit_at(plain, told.end())
        if found is None or found[0].kind is not QuantityKind.CONDUCTIVITY:
            continue
        for index, item in enumerate(items):
            gap = plain[found[1] : item.start] if item.start >= found[1] else None
            if gap is None or item.unit is not None or item.number.power is None or item.number.power >= 0:
                continue
            if len(gap) < CARRY_WIDTH and not SENTENCE_BREAK.search(gap) and NO_UNIT_AFTER.match(plain, item.end):
                items[index] = replace(item, unit=found[0])
    return items


def _repeat_units(plain: str, items: list[Item]) -> list[Item]:
    """Give the unit told once to further values, each at its temperature: ``1.5 mS cm^-1 at 25 °C, 2.1 at 40 °C``."""
    for index in range(2, len(items) - 1):
        first, between, item, behind = items[index - 2 : index + 2]
        kinds = [other.unit.kind if other.unit is not None else None for other in (between, item, behind)]
        if first.unit is None or first.unit.kind not in MEASURED:
            continue
        if kinds != [QuantityKind.TEMPERATURE, None, QuantityKind.TEMPERATURE]:
            continue
        told = [plain[a.end : b.start] for a, b in ((first, between), (between, item), (item, behind))]
        if told[0].strip() == told[2].strip() == "at" and LIST_GAP.fullmatch(told[1]):
            items[index] = replace(item, unit=first.unit)
    return items


def _carry_conductivity_unit(plain: str, items: list[Item]) -> list[Item]:
    """Give powers of ten without a unit that of a conductivity near by: ``A (2 × 10^-3 S cm^-1) and B (6 × 10^-4)``."""
    for order in (range(len(items)), range(len(items) - 1, -1, -1)):
        known: Item | None = None
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


def _complete_unit(plain: str, before: Item, item: Item) -> Item:
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
        and bool(LIST_GAP.fullmatch(gap) or RANGE_GAP.fullmatch(gap))
    ):
        return replace(before, unit=item.unit)
    return before


def _list_before(plain: str, items: Sequence[Item], last: int) -> list[int]:
    """Indices of the numbers without unit that form one list with ``items[last]``."""
    members: list[int] = []
    ended = change = False
    unit = items[last].unit
    assert unit is not None
    for index in range(last - 1, -1, -1):
        item, gap = items[index], plain[items[index].end : items[index + 1].start]
        if change or item.unit is not None or len(gap) > 16 or _names_no_value(item.number, unit):
            break
        change = index == last - 1 and _is_change(plain, item, gap, unit)
        if not change and not LIST_GAP.fullmatch(gap):
            break
        ended |= change or LIST_END.search(gap) is not None
        members.append(index)
    if not members or not (ended or len(members) > 1):
        return []
    start = items[members[-1]].start
    return [] if CUES.LABEL.search(plain, max(0, start - 30), start) else members


def _named_before(plain: str, items: Sequence[Item], last: int) -> list[int]:
    """Numbers without unit with the name behind each, as ``items[last]`` has it: ``0.2 (x = 0) to 1.1 eV (x = 1)``."""
    unit = items[last].unit
    if unit is None or unit.kind not in MEASURED or not NAME_BEHIND.match(plain, items[last].end):
        return []
    members, behind = [], items[last]
    for index in range(last - 1, -1, -1):  # numbers of the names are left out
        item = items[index]
        if behind.start - item.end > NAMED_WIDTH:
            break
        fits = NAMED_GAP.fullmatch(plain, item.end, behind.start)
        if fits and item.unit is None and not _names_no_value(item.number, unit):
            members.append(index)
            behind = item
    return [] if CUES.LABEL.search(plain, max(0, behind.start - 30), behind.start) else members


def _is_change(plain: str, item: Item, gap: str, unit: Unit) -> bool:
    """Whether two numbers are the ends of a change (``rose from 0.1 to 0.5 mS cm^-1``), two values with one unit."""
    if unit.kind not in MEASURED or "to" not in gap or not RANGE_GAP.fullmatch(gap):
        return False
    return bool(CUES.FROM.search(plain, max(0, item.start - CONTEXT_WIDTH), item.start))


def _names_no_value(number: Number, unit: Unit) -> bool:
    """Whether a number can be no member of a list: a year among conductivities, a power of ten among temperatures."""
    if number.power is not None:
        return unit.kind in (QuantityKind.TEMPERATURE, QuantityKind.DURATION, QuantityKind.FRACTION)
    return unit.kind in MEASURED and 1900 <= number.low <= 2100
