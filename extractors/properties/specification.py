"""The properties ionmine reads, each told once: unit, scale, plausible values, heads of tables, words, terms.

Readers, extractors, checks, tables, report and exports iterate over :func:`specifications`; none of them names a
property where a specification can tell it.
"""

from __future__ import annotations

import math
import re
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from corpus.data import data_of
from extractors.mentions import ZERO_CELSIUS_K, QuantityKind

Range = tuple[float, float]

COLD = 400.0
"""K; below it the narrower bounds of what is possible hold."""

FREEZING = ZERO_CELSIUS_K
"""K; below it no conductivity is too low for its family."""


class Scale(StrEnum):
    """How values of a property are compared and averaged."""

    LINEAR = "linear"
    LOGARITHMIC = "logarithmic"


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Tried(_Told):
    """What has a pattern, with texts that it must and must not match."""

    matches: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


class Cue(_Tried):
    """Words that announce a number of a property."""

    name: str
    pattern: re.Pattern[str]


class Variety(_Tried):
    """One kind of a property (bulk and total conductivity): only values of one ``compared_as`` are compared."""

    name: str
    label: str
    compared_as: str
    short: str = ""  # where there is little room; else the name
    plausible: Range | None = None  # of any material at any temperature, in the property's unit
    possible: Range | None = None
    table_head: re.Pattern[str] | None = None


class PropertySpec(_Tried):
    """One property. Ranges are in its standard ``unit``; ``apart`` is in log10 on a logarithmic scale, else in it."""

    kind: str
    title: str
    label: str
    symbol: str
    unit: str
    quantity: QuantityKind
    scale: Scale
    needs_temperature: bool
    default: str
    readable: Range
    plausible: Range
    possible: Range
    possible_cold: Range | None = None
    apart: float
    count: str
    median: str
    qudt_unit: str
    qudt_quantity: str
    table_head: re.Pattern[str]
    varieties: dict[str, Variety]
    cues: tuple[Cue, ...] = ()
    near_room: float = 0.0  # K; up to here the ranges of families hold
    family_ranges: dict[str, Range] = {}

    def centre(self, low: float, high: float) -> float:
        """The middle of a range: geometric on a logarithmic scale, else arithmetic."""
        if self.scale is Scale.LOGARITHMIC and low > 0:
            return math.sqrt(low * high)
        return (low + high) / 2

    def is_readable(self, low: float, high: float) -> bool:
        """Whether a number may be a value of the property at all; a bound of nought is open."""
        lowest, highest = self.readable
        return (lowest <= low if lowest or self.quantity is QuantityKind.RATIO else low > 0) and high <= highest

    def plausible_range(self, variety: str, family: str | None, temperature: float | None) -> Range:
        """Lowest and highest plausible value of a variety; ``temperature`` in K, none given is room's."""
        own = self.varieties[variety].plausible
        if own is not None:
            return own
        if temperature is not None and temperature > self.near_room:
            return self.plausible
        low, high = self.family_ranges.get(family or "", self.plausible)
        cold = temperature is not None and temperature < FREEZING
        return (self.plausible[0] if cold else low), high

    def possible_range(self, variety: str, temperature: float | None = None) -> Range:
        """What a value can be in a solid; ``temperature`` in K, none given is cold."""
        own = self.varieties[variety].possible
        if own is not None:
            return own
        cold = temperature is None or temperature < COLD
        return (self.possible_cold if cold else None) or self.possible

    @property
    def comparable(self) -> tuple[str, ...]:
        """The varieties whose values are compared with those of the default one."""
        wanted = self.varieties[self.default].compared_as
        return tuple(name for name, variety in self.varieties.items() if variety.compared_as == wanted)

    @property
    def shown_unit(self) -> str:
        """The unit behind a number; empty for what has none."""
        return "" if self.unit == "1" else self.unit


@cache
def specifications() -> dict[str, PropertySpec]:
    """Every property by its kind, in the order of the file."""
    return {kind: _specification(kind, told) for kind, told in data_of(__file__, "specifications.toml").items()}


def specification(kind: str) -> PropertySpec:
    """The property of a record's kind; raises KeyError for a kind that is none (synthesis)."""
    return specifications()[kind]


def of_quantity(kind: QuantityKind) -> PropertySpec | None:
    """The property whose numbers a text states as this kind of quantity; None when there is none."""
    return next((spec for spec in specifications().values() if spec.quantity is kind), None)


@cache
def varieties() -> dict[str, Variety]:
    """Every variety of every property by its name, which is the record's ``property``."""
    return {name: variety for spec in specifications().values() for name, variety in spec.varieties.items()}


def compared_as(name: str) -> str:
    """What a variety is compared as: ionic, total and bulk conductivity among each other, the rest by itself."""
    return varieties()[name].compared_as


def _specification(kind: str, told: dict[str, Any]) -> PropertySpec:
    varieties = {name: {"name": name, "compared_as": name} | own for name, own in told["varieties"].items()}
    return PropertySpec.model_validate(told | {"kind": kind, "varieties": varieties})
