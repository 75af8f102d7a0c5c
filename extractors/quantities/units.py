"""Units: their spellings, their kind, and their size in the units that records carry.

The spellings stand in ``units.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.data import data_of
from extractors.mentions import QuantityKind
from extractors.quantities.patterns import same_length_plain
from extractors.quantities.sizes import size_of
from extractors.quantities.spellings import Spellings


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: plain name, what it measures, and its name in pint (empty for OTHER, whose values stay as written)."""

    name: str
    kind: QuantityKind
    pint_name: str = ""

    def to_standard(self, value: float) -> float:
        """``value`` in the standard unit of its kind (S/cm, eV, K, h, MPa, rpm, K/min, share of 1).

        >>> unit_named("mS/cm").to_standard(12.0), round(unit_named("kJ/mol").to_standard(96.485), 3)
        (0.012, 1.0)
        """
        if not self.pint_name:
            return value
        size = size_of(self.pint_name, self.kind)
        return float(f"{value * size.factor / size.divisor + size.offset:.12g}")


@dataclass(frozen=True, slots=True)
class _Spelt:
    """A unit by one of its spellings."""

    unit: Unit
    parted: bool  # a blank must part it from its number


@cache
def _spelt() -> tuple[tuple[str, _Spelt], ...]:
    """Every spelling of ``units.toml``."""
    found: list[tuple[str, _Spelt]] = []
    for entry in data_of(__file__)["unit"]:
        kind = QuantityKind(entry["kind"])
        for text in entry["spellings"]:
            unit = Unit(text if kind is QuantityKind.OTHER else entry["name"], kind, entry.get("pint", ""))
            found.append((text, _Spelt(unit, entry.get("spaced", False))))
    return tuple(found)


@cache
def _units() -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(spelt.unit for _, spelt in _spelt()))


@cache
def _spellings(parted: bool) -> Spellings[Unit]:
    """The spellings that may stand behind a number with a blank, or right behind it."""
    return Spellings((text, spelt.unit) for text, spelt in _spelt() if parted or not spelt.parted)


@cache
def _of_columns() -> Spellings[Unit]:
    """The spellings of the units that columns of records are headed with."""
    return Spellings((text, spelt.unit) for text, spelt in _spelt() if spelt.unit.kind is not QuantityKind.OTHER)


@cache
def unit_named(name: str) -> Unit:
    """The unit of a plain name such as "mS/cm"; KeyError when ``units.toml`` has none of that name."""
    for unit in _units():
        if unit.name == name:
            return unit
    raise KeyError(name)


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit that stands at ``position``, right behind a number, and where it ends; None when there is none.

    ``text`` must be plain (:func:`~extractors.quantities.patterns.same_length_plain`).

    >>> unit_at("3 mS cm^-1 at", 1)
    (Unit(name='mS/cm', kind=<QuantityKind.CONDUCTIVITY: 'conductivity'>, pint_name='millisiemens / centimeter'), 10)
    """
    if position < len(text) and text[position] in " -":
        position += 1
    return _spellings(position > 0 and text[position - 1].isspace()).at(text, position)


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named without a number, as in a column head. ``multiplier`` is 1e-4 in ``σ (10^-4 S cm^-1)``."""

    unit: Unit
    start: int
    end: int
    multiplier: float = 1.0


_MAY_BEGIN = re.compile(r"(?<![\w^.])(?=\S)")
_MULTIPLIER = re.compile(r"[×x*]?\s?10\s?\^?\s?\{?([-–]?)\s?(\d{1,2})\}?\s?[·⋅*×]?\s?$")


def find_unit(text: str) -> UnitMention | None:
    """The first unit of a kind that records hold, named in a head such as ``σ (mS cm^-1)`` or ``Ea/eV``.

    Conductivity and energy are preferred over temperatures and the like that the head may also hold.

    >>> found = find_unit("σ_RT (10^-4 S·cm–1)")
    >>> found.unit.name, found.multiplier
    ('S/cm', 0.0001)
    """
    plain = same_length_plain(text)
    mentions: list[UnitMention] = []
    for begin in _MAY_BEGIN.finditer(plain):
        start = begin.start()
        if (mentions and start < mentions[-1].end) or (found := _of_columns().at(plain, start)) is None:
            continue
        power = _MULTIPLIER.search(plain, max(0, start - 12), start)
        multiplier = 10.0 ** int((power[1] and "-") + power[2]) if power else 1.0
        mentions.append(UnitMention(found[0], start, found[1], multiplier))
    preferred = (QuantityKind.CONDUCTIVITY, QuantityKind.ENERGY)
    return next((m for m in mentions if m.unit.kind in preferred), mentions[0] if mentions else None)
