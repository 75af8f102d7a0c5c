"""Numbers as papers write them, before any unit: a small grammar that reads a spelling whole or not at all.

::

    number    = group [power] | mantissa [error] [power] | bare
    group     = "(" operand ("±" operand | range operand) ")"       (1–2) × 10^-3   (1.35 ± 0.07) × 10^-3
    operand   = [sign] mantissa [power]
    error     = "(" digits ")" | ["("] "±" mantissa [")"]            4.3(4)   0.29 ± 0.01   0.29 (± 0.01)
    power     = times "10" exponent | "e" sign digits                × 10^-5   x 10(-3)   *10**-3   9 10^-3   e-4
    bare      = "10" exponent | "10-4"                               10^-4   10^-2.82

A number that touches a sign which a converter lost, or of which a part is none of these, is no number, and neither is
what would be left of it: of ``9.3 × 10?12`` nothing is read, not 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

LOST = r"\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ufffd\ue000-\uf8ff□■▯"
"""Signs that stand where a converter lost one."""


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


# --- terminals ------------------------------------------------------------------------------------------------------

_DASH = "[-–]"
_UNIT_FOLLOWS = r"(?=\s?(?:[mμnk]?S[\s/.·c]|m?eV|kJ|[mk]?Ω|°C|%|[×x*]\s?10|±|\+/-))"
"""What makes an unusual way of setting the decimal sign or thousands apart certain."""

_MANTISSA = re.compile(
    rf"0,\d+|(?:[1-9]\d?,\d{{3}}|[1-9]\d\d,000)(?![\d.])"  # a decimal comma behind nought; thousands
    rf"|\d{{1,2}},\d{{1,2}}(?![\d,]){_UNIT_FOLLOWS}"  # 7,2 mS
    rf"|\d{{1,2}}·(?!10\s?[\^(*{{-])\d{{1,3}}(?!\d){_UNIT_FOLLOWS}"  # 0·31 mS, as old journals set it
    rf"|\d{{1,3}}(?:\.\s|\s\.)\d{{1,3}}(?!\d){_UNIT_FOLLOWS}"  # 4. 36 × 10^-4, 14 .8 mS
    rf"|(?<!\d\s)[1-9]\d{{0,2}}(?:\s\d{{3}})++(?!\d){_UNIT_FOLLOWS}"  # 1 500 μS
    r"|\d++(?:\.(?!10\s?\^?-\d)\d++)?|\.\d++"
)
_SIGN = re.compile(_DASH)
_TIMES = r"(?:\s?[×x*·⋅∙]\s?|(?<=[\d)])\s[93]\s|\s|\.)"
"""Before the 10 of a power: a times sign, the digit that a lost font left for it, nothing, a full stop."""

_EXPONENT = (
    r"(?:\s?(?:\^|\*\*)\s?(?P<open>[{(])?\s?(?P<sign>[-–+]?)\s?(?P<digits>\d{1,2})(?(open)\s?[)}])"
    r"|\((?P<sign2>[-–])\s?(?P<digits2>\d{1,2})\))"
)
_MARKED = re.compile(rf"{_TIMES}10{_EXPONENT}(?!\d)")
_UNMARKED = re.compile(
    r"\s?[×x*·⋅∙]\s?10\s?(?P<sign>[-–])\s?(?P<digits>\d{1,2})(?!\d)"
    r"|(?:\s[93]\s|\.)10(?P<sign2>[-–])(?P<digits2>\d{1,2})(?!\d)"
)
_LETTER_E = re.compile(r"(?:\s?[×x]\s?10)?[eE](?P<sign>[-–+])(?P<digits>\d{1,2})(?!\w)")
_BARE = re.compile(rf"10{_EXPONENT}(?P<decimals>\.\d{{1,2}})?(?!\d)")
_LOOSE = re.compile(r"10\s?[-–]\s?(?P<digits>\d{1,2})(?P<decimals>\.\d{1,2})?(?![\d×x^])(?!\s?[×x]\s?10)")
_DIGITS_ERROR = re.compile(r"\((?P<error>\d{1,3}|±?\d*\.\d+)\)(?=\s?[×x*·⋅∙]\s?10|\s?[a-zA-ZμΩ°℃%]|\s?$|[\s,;)])")
_ERROR = re.compile(r"\s?\(?\s?(?:±|\+/-|\+-)\s?")
_CLOSE = re.compile(r"\s?\)")
RANGE_SIGN = r"(?:\s?[-–~]\s?|\s?\.{2,3}\s?|\s?÷\s?)"
_RANGE = re.compile(rf"{RANGE_SIGN}|\sto\s")

_START = re.compile(
    r"(?<![\w^.)\]}])(?<![^\W\d_]-)(?<!\^-)(?:\((?=\s?[-–]?\.?\d)|(?=[-–]?\.?\d))"
    r"|(?<=[a-z]{4})(?=\d{1,3}(?:\.\d{1,3})?\s?[×x]\s?10\s?[\^-])"  # a lost blank: "exhibiting1.87×10^-3"
)
_TOUCHES_LOST = re.compile(rf"[{LOST}]\s?$|\w\?$|\d\s\?\s$")
_BROKEN_BEHIND = re.compile(
    rf"\s?[{LOST}]|\?\s?\d|\s?--|\s?[×x*]\s?(?:0|10(?!\d*\.?\d*\s?(?:[cmμn]?m|h|min|times)\b))|[\d^]"
)
_WRECK = re.compile(rf"[\s×x*·?~^.(){{}}{LOST}\d–-]*+")
_TIMES_BEFORE = re.compile(rf"\s?[×x*?{LOST}]\s?$")
_TIMES_BEHIND = re.compile(r"\s?×\s?10\^-")
_LEADING_NOUGHT = re.compile(r"0\d")
_EXPONENT_BEHIND = re.compile(r"[-–]\d")


@dataclass(frozen=True, slots=True)
class _Power:
    exponent: int
    end: int


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a plain text, left to right; digits inside formulas and words are none.

    >>> [(n.low, n.uncertainty) for n in find_numbers("1.4 × 10^-5, 4.3(4) × 10^-4 and 0.31 in Li6PS5Cl")]
    [(1.4e-05, None), (0.00043, 4e-05), (0.31, None)]
    >>> [(n.low, n.high) for n in find_numbers("(1–2) × 10^-3")]
    [(0.001, 0.002)]
    >>> list(find_numbers("9.3 × 10?12"))
    []
    """
    position, last = 0, -1
    while (start := _START.search(text, position)) is not None:
        number = _number(text, start.start())
        if number is None:
            position = start.start() + 1
            continue
        if _is_broken(text, number, last):
            wreck = _WRECK.match(text, number.end)
            position = max(wreck.end() if wreck else 0, number.end, start.start() + 1)
            continue
        yield number
        position = number.end
        last = number.end if number.bare_power else -1


def _is_broken(text: str, number: Number, last: int) -> bool:
    """Whether a sign beside the number was lost, or what stands around it shows that it was not read whole.

    ``last`` is where a bare power before it ends, else -1.
    """
    before = text[max(0, number.start - 4) : number.start]
    if _TOUCHES_LOST.search(before):
        return True
    if number.bare_power or number.loose_power is not None:
        times = _TIMES_BEFORE.search(before)
        if times is not None and number.start - len(times.group()) != last:
            return True
        if _TIMES_BEHIND.match(text, number.end):
            return False
    if _BROKEN_BEHIND.match(text, number.end):
        return True
    printed = text[number.start : number.end].lstrip("-–")
    if number.power is not None:
        return False
    if _LEADING_NOUGHT.match(printed):
        return True
    return "." in printed and printed.endswith("10") and _EXPONENT_BEHIND.match(text, number.end) is not None


def _number(text: str, start: int) -> Number | None:
    if text[start] == "(":
        return _group(text, start)
    return _bare(text, start) or _plain(text, start)


def _bare(text: str, start: int) -> Number | None:
    """``10^-4``, and ``10-4``, a power whose caret was lost or a range: the unit decides."""
    if (match := _BARE.match(text, start)) is not None:
        power, value = _bare_value(match)
        return Number(start, match.end(), value, value, power, bare_power=True)
    if (match := _LOOSE.match(text, start)) is not None:
        other = int(match["digits"])
        if match["decimals"]:
            value = 10.0 ** -float(match["digits"] + match["decimals"])
            return Number(start, match.end(), value, value, -other, bare_power=True)
        return Number(start, match.end(), float(min(10, other)), float(max(10, other)), loose_power=other)
    return None


def _bare_value(match: re.Match[str]) -> tuple[int, float]:
    power = _signed(match)
    if not match["decimals"]:
        return power, _scaled(1.0, power)
    exponent = float(f"{power}{match['decimals']}")
    return power, float(f"{10.0**exponent:.6g}")


def _plain(text: str, start: int) -> Number | None:
    """``1.4 × 10^-5``, ``4.3(4) × 10^-4``, ``0.29 ± 0.01``, ``-20``."""
    mantissa = _signed_mantissa(text, start)
    if mantissa is None:
        return None
    value, end = mantissa
    error: float | None = None
    if (match := _DIGITS_ERROR.match(text, end)) is not None:
        error, end = _bracketed_error(text[start:end], match["error"]), match.end()
    elif (match := _ERROR.match(text, end)) is not None and (other := _MANTISSA.match(text, match.end())) is not None:
        error, end = _value(other.group()), other.end()
        if "(" in match.group() and (close := _CLOSE.match(text, end)) is not None:
            end = close.end()
    power = _power(text, end)
    return _scaled_number(start, value, value, error, power, end)


def _group(text: str, start: int) -> Number | None:
    """``(1–2) × 10^-3``, ``(1.35 ± 0.07) × 10^-3``, ``(0.29 ± 0.01)``."""
    first = _operand(text, start + 1 + text.startswith(" ", start + 1))
    if first is None:
        return None
    low, low_power, end = first
    joint = _ERROR.match(text, end)
    is_error = joint is not None and "±" in joint.group().replace("+/-", "±").replace("+-", "±")
    joint = joint or _RANGE.match(text, end)
    second = _operand(text, joint.end()) if joint is not None else None
    close = _CLOSE.match(text, second[2]) if second is not None else None
    if second is None or close is None:
        return None
    high, high_power, _ = second
    power = _power(text, close.end())
    if is_error:
        return _scaled_number(start, low, low, high, power, close.end(), low_power)
    if low_power is None and high_power is not None:
        low = _scaled(low, high_power)
    return _scaled_number(start, min(low, high), max(low, high), None, power, close.end(), low_power or high_power)


def _scaled_number(
    start: int, low: float, high: float, error: float | None, power: _Power | None, end: int, own: int | None = None
) -> Number:
    if power is None:
        return Number(start, end, low, high, own, uncertainty=error)
    exponent = power.exponent
    error = None if error is None else _scaled(error, exponent)
    return Number(start, power.end, _scaled(low, exponent), _scaled(high, exponent), exponent, uncertainty=error)


def _operand(text: str, start: int) -> tuple[float, int | None, int] | None:
    """Value, power and end of a member of a group."""
    if (bare := _BARE.match(text, start)) is not None:
        power, value = _bare_value(bare)
        return value, power, bare.end()
    mantissa = _signed_mantissa(text, start)
    if mantissa is None:
        return None
    value, end = mantissa
    found = _power(text, end)
    return (value, None, end) if found is None else (_scaled(value, found.exponent), found.exponent, found.end)


def _signed_mantissa(text: str, start: int) -> tuple[float, int] | None:
    sign = _SIGN.match(text, start)
    if sign is not None and re.search(r"\d\s$", text[max(0, start - 2) : start]):
        return None  # "5 -20": a range's dash
    match = _MANTISSA.match(text, sign.end() if sign else start)
    if match is None:
        return None
    value = _value(match.group())
    return (-value if sign else value), match.end()


def _power(text: str, start: int) -> _Power | None:
    for pattern in (_MARKED, _UNMARKED, _LETTER_E):
        match = pattern.match(text, start)
        if match is not None and _is_power(match):
            return _Power(_signed(match), match.end())
    return None


def _is_power(match: re.Match[str]) -> bool:
    """Whether a power without a times sign (``1.2 10^-4``) is one: its exponent is then negative."""
    return bool(re.match(r"\s?[×x*·⋅∙]|[eE]", match.group())) or _signed(match) < 0


def _signed(match: re.Match[str]) -> int:
    groups = match.groupdict()
    digits = groups["digits"] or groups["digits2"]
    sign = groups["sign"] or groups.get("sign2") or ""
    return -int(digits) if sign in ("-", "–") else int(digits)


# --- values ---------------------------------------------------------------------------------------------------------


def _scaled(value: float, power: int) -> float:
    """``value`` times ten to ``power``, rounded as the decimal notation is (no 0.00033999999)."""
    return float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power


def _value(digits: str) -> float:
    """The value of a mantissa in any of its notations."""
    plain = digits.replace(" ", "").replace("·", ".")
    if "," in plain:
        behind = plain.partition(",")[2]
        plain = plain.replace(",", "." if plain.startswith("0,") or len(behind) < 3 else "")
    return float(plain)


def _bracketed_error(digits: str, error: str) -> float:
    """Uncertainty of ``0.687(13)``: in units of the last digit, unless it has a decimal point of its own."""
    if "." in error:
        return float(error.lstrip("±"))
    decimals = len(digits.partition(".")[2])
    return _scaled(float(error), -decimals)
