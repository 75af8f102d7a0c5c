"""Electrolytes that are called by a spoken name: beta-alumina, lithium phosphorus oxynitride."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from extractors.composition.codes import cues_at
from extractors.composition.patterns import NAME_ANIONS, NAME_CATIONS, NAME_CONDUCTORS
from extractors.mentions import Material, MaterialKind


@cache
def _names() -> tuple[tuple[re.Pattern[str], list[str]], ...]:
    lines = files(__package__).joinpath("spoken_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((re.compile(rf"(?<![\w-]){row[0]}(?![\w])"), row[1:]) for row in rows)


_WORDS: Final = re.compile(r"(?<![\w-])[A-Za-z][a-z]{2,12}(?:\s[a-z]{3,12}){0,3}(?![\w-])")
_VALUE_CUES: Final = ("conductivity of", "value for", "value in its bracket")


def find_owners_by_position(text: str) -> list[Material]:
    """Chemical names and elements right beside a value of theirs, so that it goes to nobody else.

    >>> [m.name for m in find_owners_by_position("sodium oxide (0.1 mS/cm), the conductivity of sulfur, lithium oxide")]
    ['sodium oxide', 'sulfur']
    """
    found: list[Material] = []
    for run in _WORDS.finditer(text):
        words = list(re.finditer(r"[A-Za-z]+", run.group()))
        for first in range(len(words)):
            last = _name_from(words, first)
            if last is None:
                continue
            start, end = run.start() + words[first].start(), run.start() + words[last].end()
            if any(cue.name in _VALUE_CUES for cue in cues_at(text, start, end)):
                surface = text[start:end]
                found.append(Material(start, end, surface, surface.lower(), kind=MaterialKind.NAME, electrolyte=False))
            break
    return found


def _name_from(words: list[re.Match[str]], first: int) -> int | None:
    """The index of the last word of a chemical name that begins at a word; None when none does."""
    told = [word.group().lower() for word in words[first:]]
    cations = next((i for i, word in enumerate(told) if word not in NAME_CATIONS), len(told))
    if 0 < cations < len(told) and told[cations] in NAME_ANIONS:
        return first + cations
    return first if told[0] in NAME_CONDUCTORS and len(told) == 1 else None


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
