"""Numbers as papers write them, before any unit: values, powers, uncertainties in brackets and ranges in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from re import Match

from extractors.quantities.patterns import NUMBER


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text. ``low`` and ``high`` differ for a range.

    ``power`` is the exponent of ten it carries, or None; ``bare_power`` tells ``10^-4`` from ``1 × 10^-4``;
    ``loose_power`` is the exponent if ``10-4`` is a power whose caret was lost (as a number it is then the range 10-4).
    """

    start: int
    end: int
    low: float
    high: float
    power: int | None = None
    bare_power: bool = False
    loose_power: int | None = None
    uncertainty: float | None = None

    @property
    def is_range(self) -> bool:
        """Whether it stands for a range."""
        return self.low != self.high

    def with_power(self, power: int) -> Number:
        """The same digits times ten to ``power``: what ``2`` means in ``2–7 × 10^-4``."""
        return replace(self, low=_scaled(self.low, power), high=_scaled(self.high, power), power=power)

    def as_loose_power(self) -> Number:
        """``10-4`` read as 10^-4."""
        if self.loose_power is None:
            return self
        value = _scaled(1.0, -self.loose_power)
        return replace(self, low=value, high=value, power=-self.loose_power, bare_power=True)


def _scaled(value: float, power: int) -> float:
    """``value`` times ten to ``power``, rounded as the decimal notation is (no 0.00033999999)."""
    return float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power


def _value(digits: str) -> float:
    digits = digits.replace("–", "-")
    return float(digits.replace(",", "." if digits.lstrip("-").startswith("0,") else ""))


def _exponent(power: str) -> int:
    """The exponent in the text of a power: ``× 10^-4`` or ``e-4``."""
    tail = power[1:] if power[0] in "eE" else power[power.index("10") + 2 :]
    return int("".join(c for c in tail.replace("–", "-") if c in "-0123456789"))


def _split(text: str) -> tuple[float, int | None]:
    """Value and exponent of a mantissa with or without a power."""
    for position, sign in enumerate(text):
        if sign in "×x*·⋅∙eE" or text.startswith(("10^", "10-"), position + 1):
            power = _exponent(text[position:].strip())
            return _scaled(_value(text[:position].strip()), power), power
    return _value(text.strip()), None


def _bracketed_error(digits: str, error: str) -> float:
    """Uncertainty of ``0.687(13)``: in units of the last digit, unless it has a decimal point of its own."""
    if "." in error:
        return float(error.lstrip("±"))
    decimals = len(digits.partition(".")[2])
    return _scaled(float(error), -decimals)


def _from_group(match: Match[str]) -> Number:
    power_text = match["group_power"]
    low, power = _split(match["group_low"])
    if match["group_high"] is not None:
        high, high_power = _split(match["group_high"])
        if power is None and high_power is not None:
            low, power = _scaled(low, high_power), high_power
        error = None
    else:
        high, error = low, _split(match["group_error"])[0]
    if power_text:
        power = _exponent(power_text.strip())
        low, high = _scaled(low, power), _scaled(high, power)
        error = _scaled(error, power) if error is not None else None
    return Number(match.start(), match.end(), min(low, high), max(low, high), power, uncertainty=error)


def _from_plain(match: Match[str]) -> Number:
    digits = match["mantissa"]
    value = _value(digits)
    error = None
    if match["digits_error"]:
        error = _bracketed_error(digits, match["digits_error"])
    elif match["error"]:
        error = _value(match["error"])
    power = _exponent(match["power"].strip()) if match["power"] else None
    if power is not None:
        value = _scaled(value, power)
        error = _scaled(error, power) if error is not None else None
    return Number(match.start(), match.end(), value, value, power, uncertainty=error)


def _read(match: Match[str]) -> Number:
    if match["group_low"] is not None:
        return _from_group(match)
    if match["exponent"] is not None:
        power = int(match["exponent"].replace("–", "-").replace(" ", ""))
        value = _scaled(1.0, power)
        return Number(match.start(), match.end(), value, value, power, bare_power=True)
    if match["loose_exponent"] is not None:
        other = int(match["loose_exponent"])
        return Number(match.start(), match.end(), float(min(10, other)), float(max(10, other)), loose_power=other)
    return _from_plain(match)


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a plain text, left to right; digits inside formulas and words are none.

    >>> [(n.low, n.uncertainty) for n in find_numbers("1.4 × 10^-5, 4.3(4) × 10^-4 and 0.31 in Li6PS5Cl")]
    [(1.4e-05, None), (0.00043, 4e-05), (0.31, None)]
    >>> [(n.low, n.high) for n in find_numbers("(1–2) × 10^-3")]
    [(0.001, 0.002)]
    """
    return map(_read, NUMBER.finditer(text))
