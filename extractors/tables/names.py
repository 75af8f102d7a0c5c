"""What a label of a table stands for: the one place where table reading asks the composition extractor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from corpus.elements import ELEMENTS
from corpus.tables.found import is_one_formula
from extractors.composition import NameContext, find_materials
from extractors.composition.formula import FormulaError
from extractors.composition.mixture import read_any
from extractors.composition.names import plain
from extractors.composition.patterns import NONMETALS
from extractors.mentions import Material, SubjectKind
from extractors.tables import patterns


class Reading(NamedTuple):
    """A label's plain name and what is known of it."""

    name: str
    formula: str | None = None
    subject_kind: SubjectKind | None = None
    family: str | None = None
    mobile_ion: str | None = None
    phase: str | None = None


def read_label(label: str, context: NameContext, at: int | None = None) -> Reading:
    """Read a label that names one material. ``at``: raw offset, for names that the document defines twice."""
    name = _without_break(plain(label))
    materials = find_materials(label, context, at)
    whole = next((m for m in materials if m.start <= 1 and m.end >= len(label) - 1), None)
    if whole is not None:
        return Reading(name, whole.formula, whole.subject_kind, whole.family, whole.mobile_ion, whole.phase)
    formula = name if is_compound(name) else context.resolve(name, at)
    known = [m for m in materials if m.kind not in ("element", "ion")]
    family = next((m.family for m in reversed(known) if m.family), None)
    ion = next((m.mobile_ion for m in reversed(known) if m.mobile_ion), None)
    only_classes = bool(known) and all(m.subject_kind == "class" for m in known)
    return Reading(name, formula, SubjectKind.CLASS if only_classes else None, family, ion)


def _without_break(name: str) -> str:
    """A formula that a line's end inside its cell has parted, written as one; other names as they are."""
    begun, _, rest = name.partition(" ")
    parted = is_compound(begun) and not is_salt(begun) and is_one_formula(begun, rest) and is_salt(begun + rest)
    return begun + rest if parted else name


def series_in(text: str, context: NameContext) -> list[str]:
    """Series formulas (with a free variable) that a caption or head names, each once."""
    names = [m.name for m in find_materials(text, context) if m.variables]
    return list(dict.fromkeys(names))


def hosts_in(text: str, context: NameContext) -> list[Material]:
    """Definite electrolytes that a caption or head names, each once."""
    found = {
        m.name: m
        for m in find_materials(text, context)
        if not m.variables and m.electrolyte and m.subject_kind == "specific" and m.kind not in ("element", "ion")
    }
    return list(found.values())


def is_compound(name: str) -> bool:
    """Whether a plain name is a formula of two or more elements or a mixture of such."""
    try:
        return len(read_any(name).symbols) > 1 and any(c.isdigit() for c in name)
    except FormulaError:
        return False


def is_substance(name: str) -> bool:
    """Whether a plain name is an element or a compound, with or without numbers: ``Ag``, ``MgO``."""
    try:
        return all(symbol in ELEMENTS for symbol in read_any(name).symbols)
    except FormulaError:
        return False


def is_salt(name: str) -> bool:
    """Whether a plain name is a compound that has its anions: a formula parted at a line's end lacks them."""
    return is_compound(name) and any(symbol in NONMETALS for symbol in read_any(name).symbols)


def assignments(text: str) -> dict[str, str]:
    """Values of variables that a label consists of: "M = Ge, x = 0.2"; empty when it has other words."""
    if not patterns.ASSIGNMENTS.match(text):
        return {}
    return {match["variable"]: match["value"] for match in patterns.ASSIGNMENT.finditer(text)}


def with_values_behind(text: str) -> str | None:
    """The composition that a series and values behind it are, "Li6+xMxSb1-xS5I M = Ge, x = 0.4"; None for others."""
    first = patterns.ASSIGNMENT.search(text)
    if first is None or not (given := assignments(text[first.start() :])):
        return None
    return written_out(plain(text[: first.start()].rstrip(" ,(")), given)


def ends_whole(text: str) -> bool:
    """Whether a label is a formula that needs no further number: its last amount or bracket stands there."""
    name = plain(text.rstrip())
    return is_compound(name) and (name[-1].isdigit() or name[-1] == ")")


def places_of(series: str) -> tuple[str, ...]:
    """What must be put in for a series to be a composition: its variables and the letters that stand for elements."""
    try:
        symbols = read_any(series).symbols
    except FormulaError:
        return ()
    return (*variables_of(series), *(symbol for symbol in symbols if symbol not in ELEMENTS))


def variables_of(name: str) -> tuple[str, ...]:
    """Free variables of a formula or mixture; empty for anything else."""
    try:
        return read_any(name).variables
    except FormulaError:
        return ()


PLACEHOLDER = "M"
"""The letter that mostly stands for an element in a series; a dopant without a letter goes into the only one."""


def written_out(series: str, given: Mapping[str, str]) -> str | None:
    """A series with all its places filled; None when a value is missing. The key "" goes into the only free place."""
    places = places_of(series)
    values = {place: given[place] for place in places if place in given}
    unnamed = given.get("")
    letters = [place for place in places if place.isupper() and place not in values]
    if PLACEHOLDER in given and len(letters) == 1:
        values[letters[0]] = given[PLACEHOLDER]
    left = [place for place in places if place not in values]
    if unnamed is not None and len(left) == 1:
        values[left[0]] = unnamed
    if not places or set(values) != set(places):
        return None
    return put_in(series, values)


def put_in(series: str, values: Mapping[str, str]) -> str | None:
    """A series formula with values put in for its variables; None when it cannot be written out."""
    try:
        return str(read_any(series).substitute(dict(values)))
    except FormulaError:
        return None
