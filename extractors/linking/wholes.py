"""Composites told in parts, by what the parts are: a matrix, its salt, its filler in one clause make one sample.

A polymer holds one salt and one filler; who names them in one clause, and sets none of them apart from the others,
speaks of the sample that they make together, whichever verb or preposition stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extractors.composition.formula import FormulaError, parse
from extractors.composition.lexicon import LEXICON, entry
from extractors.linking.cues import fits
from extractors.linking.joining import is_polymer
from extractors.linking.passage import Passage
from extractors.linking.sentence import PROPERTIES, window
from extractors.mentions import Material, MaterialKind, SubjectKind

PARTED = re.compile(r"[-/](?!HFP|TrFE|CTFE|co-)")
"""Between the parts of a composite's name."""

_SHARE = re.compile(r"^\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol)\.?\s?)?%\s?")

BESIDE = 24
"""Characters behind a part that tell what it is used for."""

_MATRIX_ROLES = frozenset({"polymer", "salt", "liquid", "solvent"})
_NO_PART = frozenset({"solvent", "salt", "binder", "element", "ion", "unbalanced"})


@dataclass(frozen=True, slots=True)
class Whole:
    """A composite with its matrix and the mentions of its parts in text order."""

    sample: Material
    host: Material
    parts: tuple[Material, ...]


def wholes_in(passage: Passage, start: int, end: int) -> Iterator[Whole]:
    """The composites that the clauses of the sentence ``[start, end)`` tell in parts."""
    clauses = list(_clauses(passage, start, end))
    for clause in clauses:
        whole = _whole(clause)
        if whole is not None:
            yield whole
        elif _is_one(_matrices(clause)):
            yield from _in_turn(_matrices(clause)[0], _fillers(clause))
    named = [m for clause in clauses for m in clause]
    matrices = _matrices(named)
    if _is_one(matrices) and not any("electrode" in m.flags for m in named):
        yield from _in_turn(matrices[0], _salts(named))
        yield from _in_turn(matrices[0], [m for m in _fillers(named) if is_inert(m)])


def _in_turn(matrix: Material, parts: Sequence[Material]) -> Iterator[Whole]:
    """Several salts or fillers in one matrix: a sample with each of them."""
    for part in parts if parts and not _is_one(parts) else ():
        yield Whole(composed(matrix, [part]), part, (part,))


def _clauses(passage: Passage, start: int, end: int) -> Iterator[list[Material]]:
    """The materials that stand together: no value and no word that sets them apart between two neighbours."""
    named = _named(passage, start, end)
    values = [q.start for q in passage.quantities_in(start, end) if q.kind in PROPERTIES]
    clause: list[Material] = named[:1]
    for first, second in pairwise(named):
        gap = window(passage.text, first.end, second.start)
        if fits("sets_parts_apart", gap) or any(first.end <= value < second.start for value in values):
            yield clause
            clause = []
        if clause and fits("short_name_opens", gap) and passage.text.startswith(")", second.end):
            clause[-1] = replace(second, start=clause[-1].start, end=second.end + 1)
        else:
            clause.append(second)
    yield clause


def _named(passage: Passage, start: int, end: int) -> list[Material]:
    """The materials of a sentence that are no classes, with the fillers that it calls by everyday words."""
    named = [m for m in passage.materials_in(start, end) if m.subject_kind is SubjectKind.SPECIFIC]
    spoken = [
        m for m in _spoken_fillers(passage.text, start, end) if not any(n.start <= m.start < n.end for n in named)
    ]
    told = sorted([*named, *spoken], key=lambda material: material.start)
    return [m for m in told if not fits("no_filling_behind", window(passage.text, m.end, m.end + BESIDE))]


def _spoken_fillers(text: str, start: int, end: int) -> Iterator[Material]:
    """The fillers that everyday words call."""
    for match in _filler_words().finditer(text, start, end):
        name = match.group().lower()
        yield Material(*match.span(), match.group(), name, kind=MaterialKind.NAME, electrolyte=False, flags=("filler",))


@cache
def _filler_words() -> re.Pattern[str]:
    """The fillers that have a name of everyday words: ``silica``, ``halloysite``."""
    words = [word for word, known in LEXICON.items() if known.role == "filler" and re.fullmatch(r"[a-z ]{4,}", word)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)


def _whole(clause: Sequence[Material]) -> Whole | None:
    """The sample of a clause that tells one matrix with one salt or filler at most; none where an electrode is told."""
    if any("electrode" in m.flags or _is_filled(m) for m in clause):
        return None
    matrices, put_in = _matrices(clause), [told for told in (_salts(clause), _fillers(clause)) if told]
    if not put_in or not all(map(_is_one, (matrices, *put_in))):
        return None
    places = {m.start for told in (matrices, *put_in) for m in told}
    parts = tuple(m for m in clause if m.start in places)
    return Whole(composed(matrices[0], [told[0] for told in put_in]), matrices[0], parts)


def _matrices(clause: Sequence[Material]) -> list[Material]:
    """The polymers of a clause; where one holds a salt, the others only helped to shape something."""
    matrices = [replace(m, name=_SHARE.sub("", m.name)) for m in clause if is_matrix(m)]
    return [m for m in matrices if holds_salt(m.name)] or matrices


def _salts(clause: Sequence[Material]) -> list[Material]:
    """The salts of a clause whose matrix has none in its name."""
    salted = any(is_matrix(m) and holds_salt(m.name) for m in clause)
    return [] if salted else [m for m in clause if _is_salt(m)]


def _fillers(clause: Sequence[Material]) -> list[Material]:
    return [m for m in clause if is_filler(m)]


def _is_one(told: Sequence[Material]) -> bool:
    return len({material.identity for material in told}) == 1


def composed(matrix: Material, parts: Sequence[Material]) -> Material:
    """A matrix with its salt and filler under one name; the formula has the filler's composition written out."""
    glue = "/" if "/" in matrix.name else "-"
    filled = any(is_filler(part) for part in parts)
    name = glue.join([matrix.name, *(part.name for part in parts)])
    formula = glue.join([matrix.name, *(part.identity if is_filler(part) else part.name for part in parts)])
    return replace(
        matrix, name=name, formula=formula if formula != name else None, kind=MaterialKind.COMPOSITE,
        family="composite" if filled else matrix.family, variables=(), electrolyte=True,
        mobile_ion=next((m.mobile_ion for m in (matrix, *parts) if m.mobile_ion), None),
        flags=tuple(flag for flag in matrix.flags if flag not in ("polymer", "binder")),
    )  # fmt: skip


def is_matrix(material: Material) -> bool:
    """Whether a material is a polymer, or one with its salt and liquids alone: ``PEO-LiTFSI``."""
    if material.kind is not MaterialKind.COMPOSITE:
        return is_polymer(material)
    roles = {_role(part) for part in PARTED.split(_SHARE.sub("", material.name))}
    return "polymer" in roles and roles <= _MATRIX_ROLES


def _is_filled(material: Material) -> bool:
    """Whether a material has a name as a composite with its filler: ``PEO-LiTFSI-LLZO``."""
    return material.kind is MaterialKind.COMPOSITE and is_polymer(material) and not is_matrix(material)


def holds_salt(name: str) -> bool:
    """Whether a composite's name tells a salt."""
    return any(_role(part) == "salt" for part in PARTED.split(name))


def _role(part: str) -> str:
    known = entry(part) or entry(part.rstrip("0123456789"))
    return known.role if known is not None else ""


def _is_salt(material: Material) -> bool:
    """Whether a material is the salt that conducts: a salt of aluminium only starts a reaction."""
    return "salt" in material.flags and material.kind is not MaterialKind.COMPOSITE and material.mobile_ion is not None


def is_filler(material: Material) -> bool:
    """Whether a material is what polymers are filled with: an ion conductor by itself, an inert powder."""
    if material.kind in (MaterialKind.COMPOSITE, MaterialKind.SERIES, MaterialKind.ELEMENT) or is_polymer(material):
        return False
    if _NO_PART & set(material.flags):
        return False
    return material.electrolyte or is_inert(material)


def is_inert(material: Material) -> bool:
    """Whether a material is a filler that conducts no ions: one of that name, an oxide without mobile ions."""
    return "filler" in material.flags or ("precursor" in material.flags and _is_plain_oxide(material))


def _is_plain_oxide(material: Material) -> bool:
    try:
        symbols = parse(material.formula or material.name).symbols
    except FormulaError:
        return False
    return len(symbols) == 2 and symbols[1] == "O" and material.mobile_ion is None
