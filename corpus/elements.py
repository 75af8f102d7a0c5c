"""The elements a formula may hold: masses, common oxidation states, names (``elements.tsv`` cites sources)."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, NamedTuple


class Element(NamedTuple):
    """One element: symbol, atomic mass in g/mol, common oxidation states (the most usual first), English names."""

    symbol: str
    mass: float
    oxidation_states: tuple[int, ...]
    names: tuple[str, ...]


def _read() -> dict[str, Element]:
    table: dict[str, Element] = {}
    text = files(__package__).joinpath("elements.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            symbol, mass, states, names = line.split("\t")
            table[symbol] = Element(symbol, float(mass), tuple(map(int, states.split(","))), tuple(names.split(",")))
    return table


ELEMENTS: Final[dict[str, Element]] = _read()

SYMBOL_OF: Final = {name: element.symbol for element in ELEMENTS.values() for name in element.names}
"""Symbols by name: ``aluminum`` and ``aluminium`` are Al."""

CATIONS: Final = {name: symbol for name, symbol in SYMBOL_OF.items() if ELEMENTS[symbol].oxidation_states[0] > 0}
"""Symbols, by name, of the elements that are positive in their usual salts."""


def _alternatives() -> str:
    seconds: dict[str, str] = {}
    for symbol in sorted(ELEMENTS):
        seconds[symbol[0]] = seconds.get(symbol[0], "") + symbol[1:]
    return "|".join(
        first + (f"[{others}]" if len(others) > 1 else others) + ("?" if others and first in ELEMENTS else "")
        for first, others in seconds.items()
    )


SYMBOL: Final = _alternatives()
"""A pattern of all symbols, each with its second letter where one can be read: for use inside a group.

>>> import re
>>> re.findall(SYMBOL, "LiSiCoI")
['Li', 'Si', 'Co', 'I']
"""
