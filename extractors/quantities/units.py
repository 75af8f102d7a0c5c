"""Units: their spellings, their kind, and their size in the units that records carry.

The spellings stand in ``units.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.mentions import QuantityKind
from extractors.quantities.patterns import NOT_A_UNIT_END, same_length_plain
from extractors.quantities.sizes import size_of


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


PARTED = r"(?<=\s)"
_HEAD = re.compile(r"[^\W\d_]+|.")
_SPELLING_PARTS = re.compile(r"\^(-?)(\d)(?:/(\d))?|( per )|(/)|( )|(%)|(.)")


def _spelling_pattern(spelling: str) -> str:
    """A regular expression that matches a spelling with its blanks, dots and minus signs as papers vary them."""
    parts = []
    for sign, digit, root, per, slash, blank, percent, other in _SPELLING_PARTS.findall(spelling):
        if digit:
            minus = r"[-–]\s?" if sign else ""
            parts.append(rf"\s?\^?\s?\{{?{minus}{digit}\}}?" + (rf"/{root}" if root else ""))
        elif per:
            parts.append(r"\s(?:per)\s")
        elif slash:
            parts.append(r"\s?/\s?")
        elif blank:
            parts.append(r"(?:\s?[·⋅∙•*.×]?\s?|-(?=cm))")
        elif percent:
            parts.append(r"\s?%")
        else:
            parts.append(re.escape(other))
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Spelling:
    text: str
    unit: Unit
    pattern: str
    head: str  # its first letters or sign


@cache
def _units() -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(spelling.unit for spelling in _spellings()))


@cache
def _spellings() -> tuple[_Spelling, ...]:
    """Every spelling of ``units.toml``, longest first, its pattern a named group."""
    data = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
    found: list[_Spelling] = []
    for entry in data["unit"]:
        kind = QuantityKind(entry["kind"])
        before = PARTED if entry.get("spaced", False) else ""
        for text in entry["spellings"]:
            unit = Unit(text if kind is QuantityKind.OTHER else entry["name"], kind, entry.get("pint", ""))
            pattern = f"{before}(?P<u{len(found)}>{_spelling_pattern(text)})"
            found.append(_Spelling(text, unit, pattern, _HEAD.findall(text)[0]))
    return tuple(sorted(found, key=lambda spelling: -len(spelling.text)))


@cache
def _by_group() -> dict[str, Unit]:
    return {spelling.pattern.partition("(?P<")[2].partition(">")[0]: spelling.unit for spelling in _spellings()}


def _any_of(spellings: Iterable[_Spelling]) -> str:
    """A pattern of the spellings; only a percentage may have letters glued to it (``8wt%Li3BO3``)."""
    percentages: list[str] = []
    others: list[str] = []
    for spelling in spellings:
        (percentages if "%" in spelling.text else others).append(spelling.pattern)
    return "|".join([*percentages, f"(?:{'|'.join(others)}){NOT_A_UNIT_END}"] if others else percentages)


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """The heads of all spellings by their first character."""
    heads: dict[str, dict[str, None]] = {}
    for spelling in _spellings():
        heads.setdefault(spelling.head[0], {})[spelling.head] = None
    return {character: tuple(found) for character, found in heads.items()}


@cache
def _headed(heads: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of all units with one of these heads, compiled when they are first met."""
    return re.compile(_any_of(spelling for spelling in _spellings() if spelling.head in heads))


@cache
def _in_heads() -> re.Pattern[str]:
    """The pattern of the units that columns of records are headed with."""
    wanted = (spelling for spelling in _spellings() if spelling.unit.kind is not QuantityKind.OTHER)
    return re.compile(rf"(?<![\w^.])(?:{_any_of(wanted)})")


def _matched(match: re.Match[str]) -> Unit:
    group = match.lastgroup
    assert group is not None  # every alternative of the pattern is a named group
    return _by_group()[group]


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
    heads = tuple(head for head in _heads().get(text[position : position + 1], ()) if text.startswith(head, position))
    match = _headed(heads).match(text, position) if heads else None
    return (_matched(match), match.end()) if match else None


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named without a number, as in a column head. ``multiplier`` is 1e-4 in ``σ (10^-4 S cm^-1)``."""

    unit: Unit
    start: int
    end: int
    multiplier: float = 1.0


_MULTIPLIER = re.compile(r"[×x*]?\s?10\s?\^?\s?\{?([-–]?)\s?(\d{1,2})\}?\s?[·⋅*×]?\s?$")


def find_unit(text: str) -> UnitMention | None:
    """The first unit of a kind that records hold, named in a head such as ``σ (mS cm^-1)`` or ``Ea/eV``.

    Conductivity and energy are preferred over temperatures and the like that the head may also hold.

    >>> found = find_unit("σ_RT (10^-4 S·cm–1)")
    >>> found.unit.name, found.multiplier
    ('S/cm', 0.0001)
    """
    plain = same_length_plain(text)
    mentions = []
    for match in _in_heads().finditer(plain):
        power = _MULTIPLIER.search(plain, max(0, match.start() - 12), match.start())
        multiplier = 10.0 ** int((power[1] and "-") + power[2]) if power else 1.0
        mentions.append(UnitMention(_matched(match), match.start(), match.end(), multiplier))
    preferred = (QuantityKind.CONDUCTIVITY, QuantityKind.ENERGY)
    return next((m for m in mentions if m.unit.kind in preferred), mentions[0] if mentions else None)
