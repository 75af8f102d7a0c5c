"""The elements a formula may hold, with their masses and common oxidation states (``elements.tsv`` cites sources)."""

from __future__ import annotations

from importlib.resources import files
from typing import Final, NamedTuple


class Element(NamedTuple):
    """One element: symbol, atomic mass in g/mol, common oxidation states with the most usual one first."""

    symbol: str
    mass: float
    oxidation_states: tuple[int, ...]


def _read() -> dict[str, Element]:
    table: dict[str, Element] = {}
    text = files(__package__).joinpath("elements.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            symbol, mass, states = line.split("\t")
            table[symbol] = Element(symbol, float(mass), tuple(int(state) for state in states.split(",")))
    return table


ELEMENTS: Final[dict[str, Element]] = _read()


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
