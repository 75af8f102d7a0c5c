"""Electrolytes that are called by a spoken name: beta-alumina, lithium phosphorus oxynitride."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from corpus.elements import CATIONS
from corpus.patterns import Pattern
from extractors.composition.codes import cues_at
from extractors.composition.lexicon import entry
from extractors.composition.names import plain, small_letters
from extractors.composition.patterns import NAME_ANIONS, NAME_CONDUCTORS
from extractors.mentions import Material, MaterialKind, SubjectKind


@cache
def _names() -> tuple[tuple[Pattern, list[str]], ...]:
    lines = files(__package__).joinpath("spoken_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((Pattern(rf"(?<![\w-]){row[0]}(?![\w])"), row[1:]) for row in rows)


_MEDIUM: Final = re.compile(r"\bfrom $")
"""Before what something was made from: ``that from water (2 mS/cm)``."""

_VALUE_CUES: Final = ("conductivity of", "value for", "value in its bracket", "shows a conductivity")
_CHEMICAL_NAME: Final = re.compile(
    rf"(?<![\w-])(?:(?:(?:{'|'.join(sorted(CATIONS))})\s)+(?:{'|'.join(sorted(NAME_ANIONS))})"
    rf"|(?:{'|'.join(sorted(NAME_CONDUCTORS))})(?!\s(?!(?:has|had|shows?|showed|exhibits?|and)\s)[a-z]{{3,12}}(?![\w-])))(?![\w-])"
)


def find_owners_by_position(text: str) -> list[Material]:
    """Chemical names and elements right beside a value of theirs, so that it goes to nobody else.

    >>> [m.name for m in find_owners_by_position("sodium oxide (0.1 mS/cm), the conductivity of sulfur, lithium oxide")]
    ['sodium oxide', 'sulfur']
    """
    found: list[Material] = []
    for match in _CHEMICAL_NAME.finditer(small_letters(text)):
        if _MEDIUM.search(text, max(0, match.start() - len("from ")), match.start()):
            continue
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
            spoken = name if name != r"\N" else _as_written(match.group())
            found.append(
                Material(
                    *match.span(), match.group(), spoken, known, kind=MaterialKind.NAME, family=family, mobile_ion=ion
                )
            )
    return sorted(found, key=lambda material: material.start)


_DOUBLY_PRIMED: Final = re.compile(r"(?:β|beta)\s?(?:''|[\"″”]|′′|’’)")


def _as_written(surface: str) -> str:
    """The plain name of a surface; the primes of a beta-alumina stay."""
    name = plain(surface)
    return name.replace("beta-", "beta''-") if _DOUBLY_PRIMED.search(surface) else name


_SOLVENT: Final = r"[A-Z][A-Za-z0-9]{1,6}"
_SOLUTION: Final = re.compile(
    r"(?<![\w.])(?P<molarity>\d{1,2}(?:\.\d+)?\s?(?:M|m|mol(?:\s?/\s?|\s)(?:L|kg|dm\^?3)(?:\^-1)?)\s)?"
    r"(?P<salt>(?:Li|Na|K|Mg|Zn)[A-Z(][\w()]{2,12})"
    rf"(?:\s(?:dissolved\s)?in\s(?P<solvent>{_SOLVENT}(?:\s?[:/–-]\s?{_SOLVENT}){{0,3}})(?![\w-]))?"
)


def find_solutions(text: str) -> list[Material]:
    """Liquid electrolytes: a salt in its solvents; a salt of which only the molarity is told is a class.

    >>> [(m.name, m.subject_kind.value) for m in find_solutions("1 M LiPF6 in EC/DMC and 1 M NaClO4, not LiTFSI")]
    [('1 M LiPF6 in EC/DMC', 'specific'), ('1 M NaClO4', 'class')]
    """
    found = []
    for match in _SOLUTION.finditer(text):
        solvents = re.split(r"\s?[:/–-]\s?", match["solvent"]) if match["solvent"] else []
        liquid = ("solvent", "polymer") if match["molarity"] else ("solvent",)
        if _role(match["salt"]) != "salt" or not all(_role(solvent) in liquid for solvent in solvents):
            continue
        if not solvents and not match["molarity"]:
            continue
        name = re.sub(r"\s(?:dissolved\s)?in\s", " in ", match.group().strip())
        kind = SubjectKind.SPECIFIC if solvents else SubjectKind.CLASS
        found.append(
            Material(*match.span(), match.group(), name, kind=MaterialKind.NAME, subject_kind=kind, family="liquid")
        )
    return found


def _role(word: str) -> str | None:
    known = entry(word)
    return known.role if known is not None else None
