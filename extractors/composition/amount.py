"""The amount of an element: a number or a linear expression in free variables, kept exactly.

>>> Amount.read("7-3xLa", 0)[0].substitute({"x": Fraction("0.2")})
Amount(constant=Fraction(32, 5), terms=())
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_NUMBER = r"(?:\d+(?:\.\d+)?|\.\d+)"
_VARIABLE = "[abckmnuvwxyzδα]['′]?"
_FACTOR = rf"{_NUMBER}(?:/\d+(?:\.\d+)?)?"
_TERM = rf"(?:{_FACTOR})?{_VARIABLE}(?![a-z])(?:/\d+)?"
# After the first term only variables follow: "12-5Li2B10H10" is an amount of 12 and the next part of a mixture.
_EXPRESSION = re.compile(rf"(?:{_TERM}|{_FACTOR})(?:[+-]{_TERM})*")
_BRACKETED = re.compile(rf"\(((?:{_TERM}|{_FACTOR})(?:[+-](?:{_TERM}|{_FACTOR}))+)\)")
_ONE_TERM = re.compile(
    rf"(?P<sign>[+-]?)(?P<number>{_NUMBER})?(?P<low>/\d+(?:\.\d+)?)?(?P<variable>{_VARIABLE})?(?P<divisor>/\d+)?"
)


class AmountError(ValueError):
    """An amount that cannot be: negative, or divided by zero."""


def _neat(value: Fraction) -> Fraction:
    """A sum of thirds and decimals to four places: nobody writes La167/300."""
    return value if value.denominator <= 12 or _ends(value) else round(value, 4)


def _ends(value: Fraction) -> bool:
    """Whether the decimals of a number end."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def number_text(value: Fraction) -> str:
    """A number as formulas write it: no trailing zeros, a fraction only where decimals do not end.

    >>> number_text(Fraction(7, 4)), number_text(Fraction(3)), number_text(Fraction(1, 3))
    ('1.75', '3', '1/3')
    """
    if not _ends(value):
        return f"{value.numerator}/{value.denominator}"
    text = f"{float(value):.10f}".rstrip("0").rstrip(".")
    return text or "0"


@dataclass(frozen=True, slots=True)
class Amount:
    """``constant`` plus coefficients times variables (``terms``, ordered by name)."""

    constant: Fraction
    terms: tuple[tuple[str, Fraction], ...] = ()

    @classmethod
    def read(cls, text: str, position: int) -> tuple[Amount, int]:
        """The amount that begins at ``position`` and where it ends; 1 and ``position`` when none does."""
        match = _EXPRESSION.match(text, position)
        source = match.group() if match else ""
        if match is None:
            match = _BRACKETED.match(text, position)
            if match is None:
                return ONE, position
            source = match.group(1)
        return _sum_of(source), match.end()

    @property
    def variables(self) -> tuple[str, ...]:
        """Free variables by name."""
        return tuple(name for name, _ in self.terms)

    @property
    def is_zero(self) -> bool:
        """Whether it is the number zero."""
        return not self.terms and self.constant == 0

    def substitute(self, values: Mapping[str, Fraction]) -> Amount:
        """With the given variables put in. Raises AmountError when the result is a negative number."""
        constant = self.constant
        terms: list[tuple[str, Fraction]] = []
        for name, coefficient in self.terms:
            if name in values:
                constant += coefficient * values[name]
            else:
                terms.append((name, coefficient))
        if not terms and constant < 0:
            raise AmountError(f"negative amount {number_text(constant)}")
        return Amount(_neat(constant), tuple(terms))

    def __str__(self) -> str:
        if not self.terms:
            return "" if self.constant == 1 else number_text(self.constant)
        parts = [(value, f"{'' if abs(value) == 1 else number_text(abs(value))}{name}") for name, value in self.terms]
        if self.constant:
            parts.insert(0 if self.constant > 0 else len(parts), (self.constant, number_text(abs(self.constant))))
        parts.insert(0, parts.pop(next((i for i, (value, _) in enumerate(parts) if value > 0), 0)))
        text = "".join(f"{'-' if value < 0 else '+'}{body}" for value, body in parts).removeprefix("+")
        return f"({text})" if self.constant < 0 else text


@lru_cache(maxsize=5_000)
def _sum_of(source: str) -> Amount:
    """The amount that a sum of terms is; kept, for the same few stand in all formulas."""
    constant = Fraction(0)
    terms: dict[str, Fraction] = {}
    for term in _ONE_TERM.finditer(source):
        if not term.group():
            continue
        value = Fraction(term["number"] or 1)
        for divisor in (term["low"], term["divisor"]):
            if divisor:
                if Fraction(divisor[1:]) == 0:
                    raise AmountError(f"division by zero in {source!r}")
                value /= Fraction(divisor[1:])
        if term["sign"] == "-":
            value = -value
        variable = term["variable"]
        if variable:
            terms[variable] = terms.get(variable, Fraction(0)) + value
        else:
            constant += value
    return Amount(constant, tuple(sorted((name, value) for name, value in terms.items() if value)))


ONE = Amount(Fraction(1))
