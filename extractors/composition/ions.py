"""Which ions a document says move: compounds that hold them are its electrolytes, whatever they are elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from corpus.data import data_of
from extractors.composition import patterns
from extractors.composition.formula import Formula
from extractors.composition.names import small_letters


@dataclass(frozen=True, slots=True)
class IonCue:
    """Words that tell which ion moves, and in how many places a document must say so."""

    element: str
    ion: str
    words: re.Pattern[str]
    places: int
    example: str
    counter: str


def _read() -> tuple[IonCue, ...]:
    data = data_of(__file__)
    return tuple(
        IonCue(row["element"], row["ion"], re.compile(rf"\b{row['words']}", re.IGNORECASE), row["places"],
               row["example"], row["counter"])
        for row in data["ion"]
    )  # fmt: skip


CUES: Final = _read()
_ANY: Final = re.compile("|".join(cue.words.pattern for cue in CUES).lower())
"""The words of all cues: most texts have none, and are looked through once for all of them."""

IONS: Final = {cue.element: cue.ion for cue in CUES}
_ANIONS: Final = frozenset({"O", "F", "H"})
_FRAMEWORK: Final = frozenset({"Zr", "Hf", "Ti", "Sn", "Ge", "Sc", "Nb", "Ta", "W", "Mo"})
_POLYANION: Final = frozenset({"P", "Si", "W", "Mo"})


def ions_told(texts: Iterable[str], title: str = "") -> frozenset[str]:
    """Elements whose ions a document's texts say move, often enough or once in its title.

    >>> sorted(ions_told(["A magnesium-ion conductor.", "Proton conduction is slow."]))
    ['Mg']
    """
    places: Counter[str] = Counter()
    for text in texts:
        if _ANY.search(small_letters(text)):
            places.update({cue.element: len(cue.words.findall(text)) for cue in CUES})
    return frozenset(c.element for c in CUES if places[c.element] >= c.places or c.words.search(title))


def conducts(formula: Formula, told: frozenset[str]) -> str | None:
    """The ion that moves in a compound of three elements or more, by those a document tells of; None when none does.

    Cations move where they lead the formula; oxide, fluoride and protons where the compound holds no alkali metal.
    """
    symbols = formula.symbols
    if len(symbols) < 3 or patterns.COMMON_MOBILE & set(symbols):
        return None
    if symbols[0] in told and symbols[0] not in _ANIONS:
        return IONS[symbols[0]]
    held = {*symbols, "H"} if "O" in symbols else set(symbols)  # oxides take protons up from water
    return next((IONS[element] for element in ("O", "F", "H") if element in told and element in held), None)


def is_framework(symbols: tuple[str, ...]) -> bool:
    """Whether a mobile cation leads a framework of polyanions: ``Mg0.5Zr2(PO4)3``, ``Al2(WO4)3``."""
    rest = set(symbols[1:])
    return symbols[0] in patterns.MOBILE_IONS and "O" in rest and bool(rest & _FRAMEWORK) and bool(rest & _POLYANION)
