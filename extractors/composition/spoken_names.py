"""Electrolytes that are called by a spoken name: beta-alumina, lithium phosphorus oxynitride."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from extractors.composition.codes import cues_at
from extractors.composition.names import small_letters
from extractors.composition.patterns import NAME_ANIONS, NAME_CATIONS, NAME_CONDUCTORS
from extractors.mentions import Material, MaterialKind


@cache
def _names() -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    lines = files(__package__).joinpath("spoken_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((re.compile(rf"(?<![\w-]){row[0]}(?![\w])"), row[1:]) for row in rows)


_VALUE_CUES: Final = ("conductivity of", "value for", "value in its bracket")
_CHEMICAL_NAME: Final = re.compile(
    rf"(?<![\w-])(?:(?:(?:{'|'.join(sorted(NAME_CATIONS))})\s)+(?:{'|'.join(sorted(NAME_ANIONS))})"
    rf"|(?:{'|'.join(sorted(NAME_CONDUCTORS))})(?!\s[a-z]{{3,12}}(?![\w-])))(?![\w-])"
)


def find_owners_by_position(text: str) -> list[Material]:
    """Chemical names and elements right beside a value of theirs, so that it goes to nobody else.

    >>> [m.name for m in find_owners_by_position("sodium oxide (0.1 mS/cm), the conductivity of sulfur, lithium oxide")]
    ['sodium oxide', 'sulfur']
    """
    found: list[Material] = []
    for match in _CHEMICAL_NAME.finditer(small_letters(text)):
        if any(cue.name in _VALUE_CUES for cue in cues_at(text, *match.span())):
            surface = text[match.start() : match.end()]
            found.append(Material(*match.span(), surface, match.group(), kind=MaterialKind.NAME, electrolyte=False))
    return found


def find_spoken_names(text: str) -> list[Material]:
    """Electrolytes told by a spoken name, in text order.

    >>> [m.name for m in find_spoken_names("Na β''-alumina conducts sodium ions.")]
    ["beta''-alumina"]
    """
    found: list[Material] = []
    for pattern, (name, formula, ion, family) in _names():
        for match in pattern.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            known = formula if formula != r"\N" else None
            found.append(
                Material(
                    *match.span(), match.group(), name, known, kind=MaterialKind.NAME, family=family, mobile_ion=ion
                )
            )
    return sorted(found, key=lambda material: material.start)
