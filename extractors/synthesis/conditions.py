"""The conditions a text states: temperature, time, pressure, speed, atmosphere and solvent, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from extractors import quantities, temperature
from extractors.mentions import ZERO_CELSIUS_K, Quantity, QuantityKind
from extractors.synthesis.patterns import CONDITIONS, STEPS
from extractors.synthesis.vocabulary import find_atmospheres, find_solvents

_FIELD = {
    QuantityKind.TEMPERATURE: "temperature_c",
    QuantityKind.DURATION: "duration_h",
    QuantityKind.PRESSURE: "pressure_mpa",
    QuantityKind.SPEED: "speed_rpm",
    QuantityKind.HEATING_RATE: "ramp_k_min",
}
ROOM = 25.0  # °C, room temperature
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}


class Condition(NamedTuple):
    """One condition: the field of a step it fills and its value, over ``[start, end)`` of the text."""

    field: str
    start: int
    end: int
    low: float = 0.0
    high: float = 0.0
    name: str = ""
    listed: tuple[float, ...] = ()  # the values one by one where several are told

    @property
    def value(self) -> float | list[float] | str:
        """The value as a step holds it."""
        if self.name:
            return self.name
        return self.low if self.low == self.high else [self.low, self.high]


def find_conditions(text: str, start: int = 0, end: int | None = None) -> list[Condition]:
    """The conditions of treatment between two offsets, in text order; alternatives of one condition are one range."""
    end = len(text) if end is None else end
    found = [*_numeric(text, start, end), *_named(text, start, end)]
    return _merge(sorted(found, key=lambda c: c.start), text)


def _numeric(text: str, start: int, end: int) -> list[Condition]:
    found = []
    taken: list[tuple[int, int]] = []
    stretch = text[start:end]
    measured = quantities.find_quantities(stretch)
    for quantity in measured:
        field = _FIELD.get(quantity.kind)
        if field is None or (field == "ramp_k_min" and STEPS.COOLING_BEFORE.search(stretch, 0, quantity.start)):
            continue
        found.append(_condition(field, quantity, stretch, start))
        taken.append((quantity.start, quantity.end))
    for told in (*STEPS.BALLS_RATIO.finditer(stretch), *STEPS.RATIO_OF_BALLS.finditer(stretch)):
        balls, powder = float(told["balls"]), float(told["powder"])
        if powder:
            ratio = _rounded(balls / powder)
            found.append(Condition("ball_ratio", told.start() + start, told.end() + start, ratio, ratio))
    for room in temperature.find_temperatures(stretch, measured):
        if CONDITIONS.PROPERTY_BEHIND.match(stretch, room.end):
            continue
        if room.room and not any(a < room.end and room.start < b for a, b in taken):
            value = _rounded(room.low - ZERO_CELSIUS_K)
            found.append(Condition("temperature_c", room.start + start, room.end + start, value, value))
    return found


def _condition(field: str, quantity: Quantity, text: str, shift: int) -> Condition:
    values = [quantity.low, quantity.high]
    begin = quantity.start
    earlier = CONDITIONS.EARLIER_NUMBERS.search(text[: quantity.start])
    if earlier:
        begin = earlier.start(1)
        # numbers before share the unit, so their scale is that of the quantity's own number
        scale, offset = _scale(quantity)
        values.extend(float(n) * scale + offset for n in CONDITIONS.NUMBER.findall(earlier.group(1)))
    if field == "temperature_c":
        values = [v - ZERO_CELSIUS_K for v in values]
    if field == "duration_h":
        times = STEPS.TIMES_BEFORE.search(text[: quantity.start])
        values = [v * _count(times.group(1)) for v in values] if times else values
    low, high = _rounded(min(values)), _rounded(max(values))
    listed = tuple(map(_rounded, (*values[2:], quantity.high - (ZERO_CELSIUS_K if field == "temperature_c" else 0.0))))
    return Condition(field, begin + shift, quantity.end + shift, low, high, listed=listed if earlier else ())


def _count(word: str) -> int:
    """A number in figures or in words."""
    return int(word) if word.isdigit() else _COUNTS[word]


def _rounded(value: float) -> float:
    """Six significant digits: no paper gives more, and conversion of units leaves traces behind them."""
    return float(f"{value:.6g}")


def _scale(quantity: Quantity) -> tuple[float, float]:
    """How the quantity's own number became its value: factor and, for °C, the zero of the scale."""
    numbers = CONDITIONS.NUMBER.findall(quantity.surface)
    own = float(numbers[-1]) if numbers else 0.0
    if quantity.kind is QuantityKind.TEMPERATURE:
        return 1.0, quantity.high - own
    return (quantity.high / own if own else 1.0), 0.0


def _named(text: str, start: int, end: int) -> list[Condition]:
    found = []
    for gas in find_atmospheres(text[start:end]):
        a, b = gas.start + start, gas.end + start
        if CONDITIONS.GAS_BEFORE.search(text[max(start, a - 60) : a]) and (
            gas.code in ("air", "vacuum", "inert") or CONDITIONS.GAS_AFTER.match(text, b) or gas.surface.islower()
        ):
            called = CONDITIONS.CALLED_GAS.match(text, b)
            found.append(Condition("atmosphere", a, called.end() if called else b, name=gas.code))
    for solvent in find_solvents(text[start:end]):
        a, b = solvent.start + start, solvent.end + start
        if CONDITIONS.SOLVENT_BEFORE.search(text[max(start, a - 60) : a]):
            acronym = CONDITIONS.BRACKET_ACRONYM.match(text, b)
            found.append(Condition("solvent", a, acronym.end() if acronym else b, name=solvent.surface))
    return found


def _merge(conditions: list[Condition], text: str) -> list[Condition]:
    """Neighbours of one field with nothing but "or", "and", "to", a comma between them become one."""
    merged: list[Condition] = []
    for condition in conditions:
        last = merged[-1] if merged else None
        overlap = last is not None and condition.start < last.end
        if last and _is_restated(last, condition, text):
            merged[-1] = last._replace(end=condition.end)
            continue
        if last and _is_start(last, condition, text):
            merged[-1] = condition
            continue
        if (
            last
            and last.field == condition.field
            and (overlap or CONDITIONS.ALTERNATIVE.fullmatch(text, last.end, condition.start))
        ):
            if condition.name:
                names = [last.name] if last.name == condition.name else [last.name, condition.name]
                merged[-1] = last._replace(end=condition.end, name=" and ".join(names))
            else:
                merged[-1] = last._replace(
                    end=condition.end,
                    low=min(last.low, condition.low),
                    high=max(last.high, condition.high),
                    listed=condition.listed if overlap else (*_values(last), *_values(condition)),
                )
            continue
        merged.append(condition)
    return merged


def _values(condition: Condition) -> tuple[float, ...]:
    return condition.listed or (condition.high,)


def _is_restated(last: Condition, condition: Condition, text: str) -> bool:
    """Whether a bracket gives the same in another unit: "823 K (550 °C)"."""
    if last.field != condition.field or last.name or text[last.end : condition.start].strip() != "(":
        return False
    return abs(last.low - condition.low) <= 1 and abs(last.high - condition.high) <= 1


def _is_start(last: Condition, condition: Condition, text: str) -> bool:
    """Whether heat began at room temperature: of "from room temperature to 700 °C" the end counts."""
    if not (last.field == condition.field == "temperature_c" and text[last.end : condition.start].strip() == "to"):
        return False
    return last.low == last.high == ROOM and STEPS.FROM_ROOM.search(text, 0, last.start) is not None
