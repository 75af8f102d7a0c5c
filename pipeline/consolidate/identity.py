"""What a material is made of: its elements, and of a composite its host, its matrix and its filler."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from extractors.composition.families import family_of
from extractors.composition.formula import Formula, FormulaError
from extractors.composition.lexicon import entry
from extractors.composition.mixture import Mixture, read_any
from extractors.composition.patterns import COMMON_MOBILE
from pipeline.materials import REMEMBERED, formula_unit, material_key

COMPOSITE = "composite"
_JOINTS = re.compile(r"[-–/+·:@()\[\]\s]+")
_AMOUNT = re.compile(r"^[\d.]{1,6}(?:(?:wt|vol|mol)\.?)?%?(?=[A-Z])|(?<=[A-Z]{3})\d{1,2}$")  # 2LATP, 1wt%TiO2, PEO8
_ADDED = re.compile(r"^([^\s%]{2,80}?)[-+–\s]{1,3}[\d.]{1,6}\s?(?:wt|vol|mol|at)\.?\s?%")  # LGPS-10 wt% Al2O3
_FILLERS = frozenset({"electrolyte", "filler"})


class Identity(NamedTuple):
    """``host_id``: the material whose composite or modification it is; ``filler_family``: of a filler in a polymer."""

    host_id: str | None = None
    filler_family: str | None = None


@lru_cache(maxsize=REMEMBERED)
def identity(name: str, formula: str | None = None) -> Identity:
    """What a name or formula tells of the material's parts.

    >>> identity("PEO-LiTFSI-LLZTO"), identity("Li7La3Zr2O12-8wt%Li3BO3").host_id
    (Identity(host_id=None, filler_family='garnet'), 'Li7La3Zr2O12')
    """
    return Identity(_host(formula) or _host(name), _filler(name))


def _host(text: str | None) -> str | None:
    """Of a mixture the one part without a share, to which the others are added in percent."""
    mixture = _read(text or "")
    if not isinstance(mixture, Mixture):
        added = _ADDED.match(text or "")
        known = entry(added[1]) if added else None
        return material_key(added[1], known.formula if known else None) if added else None
    hosts = [part for part in mixture.parts if part.share is None]
    return material_key(str(hosts[0].body)) if len(hosts) == 1 and len(hosts) < len(mixture.parts) else None


def _filler(name: str) -> str | None:
    """The family of what a polymer is filled with; "filler" for one that does not conduct."""
    words = [_AMOUNT.sub("", word) for word in _JOINTS.split(name.replace("P(EO)", "PEO")) if word]
    known = {word: entry(word) for word in words}
    if not any(told and told.role == "polymer" for told in known.values()):
        return None
    for word, told in known.items():
        if told and told.role in _FILLERS:
            return told.family or told.role
        family = None if told else _inert(word) or family_of(word)
        if family:
            return family
    return None


def _inert(word: str) -> str | None:
    """ "filler" for an oxide that no ion leaves."""
    compound = _read(word)
    if compound is None or "O" not in compound.symbols or {"H", "C", *COMMON_MOBILE}.intersection(compound.symbols):
        return None
    return "filler"


def _read(text: str) -> Formula | Mixture | None:
    try:
        return read_any(text)
    except FormulaError:
        return None


def as_written(text: str) -> tuple[tuple[str, float], ...]:
    """The amounts of a plain formula as it is written; empty of a mixture, a series and a name."""
    compound = _read(text)
    if not isinstance(compound, Formula) or not compound.definite or len(compound.symbols) < 2:
        return ()
    return tuple(compound.elements().items())


def element_rows(material: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The elements of a material, a row each: amount in a formula unit and share of all atoms."""
    unit = as_written(material["formula"] or material["material"]) or formula_unit(
        material["material"], material["formula"]
    )
    total = sum(amount for _, amount in unit)
    return [
        {"material_id": material["material_id"], "element": element, "amount": round(amount, 4),
         "fraction": round(amount / total, 5)}
        for element, amount in unit
    ]  # fmt: skip
