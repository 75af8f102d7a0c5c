"""What the names of one document stand for: its own definitions first, then the lexicon of the field."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.document import Block, BlockKind, Definition, Document
from extractors.composition import lexicon, patterns
from extractors.composition.assignments import assignments_in, coded_by_variable, coded_in
from extractors.composition.classes import is_class_expression
from extractors.composition.codes import codes_of, is_code
from extractors.composition.component_names import COMPONENTS, component_role, components_in
from extractors.composition.definitions import (
    compounds_in,
    definitions_in,
    is_coined,
    is_compound,
    listed_definitions_in,
    looks_short,
    names_the_whole,
    samples_in,
)
from extractors.composition.formula import FormulaError
from extractors.composition.ions import ions_told
from extractors.composition.kind_names import kinds_given
from extractors.composition.listed_samples import listed_samples
from extractors.composition.mixture import read_any
from extractors.composition.names import key, plain
from extractors.composition.roles import role_of
from extractors.composition.tokens import AliasTest, pieces


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name, what the document says it is, and the plain formula or mixture in that, when there is one."""

    short: str
    meaning: str
    formula: str | None
    position: int  # raw offset of the definition
    role: str | None = None


LOCAL_BEFORE = 300  # raw characters: a definition made this shortly before a name holds for it
LOCAL_BEHIND = 40  # raw characters: a definition in brackets right behind the name


class NameContext:
    """Short names of one document; :func:`context_of` builds it.

    >>> context = NameContext([Alias("Nb-LLZO", "a garnet", "Li7-xLa3Zr2-xNbxO12", 0)])
    >>> context.resolve("Nb-LLZO")
    'Li7-xLa3Zr2-xNbxO12'
    """

    def __init__(
        self, aliases: Iterable[Alias] = (), series: Iterable[tuple[int, str]] = (), ions: frozenset[str] = frozenset()
    ) -> None:
        self.ions = ions
        """Elements whose ions the document says move."""
        self._series = [(place, formula, _free_in(formula)) for place, formula in sorted(series)]
        self._aliases: dict[str, list[Alias]] = {}
        for alias in sorted(aliases, key=lambda alias: alias.position):
            self._aliases.setdefault(key(alias.short), []).append(alias)

    @cached_property
    def is_alias(self) -> AliasTest:
        """The test that tells the document's own words from unknown ones."""
        return AliasTest(frozenset(self._aliases))

    def definition(self, name: str, at: int | None = None) -> Alias | None:
        """The definition of a name that holds at raw offset ``at``.

        One made right there holds first (a sample called LLZO in one study), then one that agrees with the field's
        usual meaning, then the last before ``at``, then the first of all.
        """
        found = self._definitions(name)
        before = None if at is None else next((a for a in reversed(found) if a.position <= at + LOCAL_BEHIND), None)
        if before is not None and at is not None and at - before.position <= LOCAL_BEFORE:
            return before
        entry = lexicon.entry(name)
        usual = (alias for alias in found if entry is not None and alias.formula == entry.formula)
        return next(usual, before or next(iter(found), None))

    def _definitions(self, name: str) -> list[Alias]:
        """The definitions of a name or its singular in order of the text, those that give a formula where any does."""
        found = self._aliases.get(key(name))
        if not found and len(name) > 2 and name.endswith("s"):
            found = self._aliases.get(key(name[:-1]))
        return [alias for alias in found or () if alias.formula] or found or []

    def series_before(self, variables: frozenset[str], at: int | None) -> str | None:
        """The formula of the last series with these variables named before an offset; None when more of it is free."""
        if at is None:
            return None
        told = (entry for entry in reversed(self._series) if entry[0] < at and variables <= entry[2])
        _, formula, free = next(told, (0, None, frozenset()))
        return formula if free == variables else None

    def only_series(self, variables: frozenset[str]) -> str | None:
        """The formula of the one series of the document that has these variables and nothing else free."""
        told = {str(read_any(formula)) for _, formula, free in self._series if free == variables}
        return told.pop() if len(told) == 1 else None

    def role(self, name: str) -> str | None:
        """electrolyte, salt, polymer, electrode ... by the document's definition or the lexicon; None if unknown."""
        alias = self.definition(name)
        if alias is not None and alias.role is not None:
            return alias.role
        entry = lexicon.entry(name)
        return entry.role if entry else None

    def family(self, name: str) -> str | None:
        """The lexicon's family of a short name, unless it means something else here."""
        entry = lexicon.entry(name)
        return entry.family if entry and self.role(name) == entry.role else None

    def resolve(self, name: str, at: int | None = None) -> str | None:
        """The composition a short name stands for here; None when neither document nor lexicon says."""
        alias = self.definition(name, at)
        if alias is not None:
            return alias.formula
        entry = lexicon.entry(name)
        return entry.formula if entry else None


_INTRODUCTION = re.compile(r"\bintroduction\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-Z][A-Za-z]{0,5}-?\d[\d.]*")
"""A code like a formula (``Ta25``), which it is where the text gives it to a member of a series."""
_POLYMORPH_PREFIX = re.compile(r"(?:[abcghot]|alpha|beta|gamma|[αβγ])-(?=[A-Z])")


def formula_in(meaning: str) -> str | None:
    """The plain formula or mixture a definition's words give: the whole text, or the one it ends with."""
    text = plain(meaning).strip(" .,;:")
    try:
        if re.search(r"\d", text) and is_compound(text):
            return text
    except FormulaError:
        pass
    found = [piece for piece in pieces(meaning, AliasTest()) if piece.kind == "formula" and not piece.share]
    if len(found) == 1 and not meaning[found[0].end :].strip(" )].,;:"):
        return plain(found[0].text)
    return None


def _abbreviates(short: str, formula: str) -> bool:
    """Whether most capitals of a short name are initials of elements in the formula: NZSP, Na3Zr2Si2PO12."""
    initials = {symbol[0] for symbol in read_any(formula).symbols}
    capitals = [character for character in short if character.isupper()]
    return sum(character in initials for character in capitals) >= 0.6 * len(capitals)


def alias_of(short: str, meaning: str, position: int, trusted: bool = False) -> Alias | None:
    """The alias a definition makes, or None when its words name no material.

    ``trusted`` (a list of abbreviations) takes the formula as it is; otherwise the short name must resemble it.
    """
    if not (looks_short(short) or is_coined(short, meaning)) or _told_by_its_parts(short):
        return None
    formula = formula_in(meaning)
    role = _role_of_words(short, meaning) if formula is None else _role_of_formula(short, formula, trusted)
    return Alias(short, meaning, formula, position, role) if role is not None else None


def _told_by_its_parts(short: str, own: Container[str] = ()) -> bool:
    """Whether a short name joins a polymer with a salt or filler, each of them known or the document's ``own``."""
    if lexicon.entry(short) is not None:
        return False
    parts = re.split(r"[-–/@:](?!HFP|TrFE|CTFE)", short)
    known = {part: lexicon.entry(part) for part in parts}
    roles = {"polymer" if part in own else entry.role if entry else "" for part, entry in known.items()}
    return len(parts) > 1 and "polymer" in roles and "" not in roles


def _role_of_formula(short: str, formula: str, trusted: bool) -> str | None:
    """The role of what a short name and its formula stand for; None when the formula is not that of the name."""
    entry = lexicon.entry(short)
    if not trusted and entry is None and not re.search(r"[-@/]", short) and not _abbreviates(short, formula):
        return None
    role: str = entry.role if entry else ("electrolyte" if "-" in formula else role_of(formula))
    moves = role != "electrolyte" or {"Li", "Na", "K", "Ag", "Mg", "A"} & set(read_any(formula).symbols)
    return role if moves else None


def _role_of_words(short: str, meaning: str) -> str | None:
    """The role of what a short name stands for by the words that define it; None when they name no material."""
    if patterns.MEANING_EXCLUDED.search(meaning):
        return None
    entry = lexicon.entry(short)
    if entry is not None:
        return (component_role(meaning) if entry.role in COMPONENTS else None) or entry.role
    if _names_sample(short, meaning):
        return "electrolyte"
    return next((role for pattern, role in patterns.MEANING_ROLES if pattern.search(meaning)), None)


def _names_sample(short: str, meaning: str) -> bool:
    """Whether a short name is given to one electrolyte, not to a class: "asymmetric solid electrolyte (ASE)"."""
    words = meaning.strip()
    if any(piece.kind == "formula" and role_of(piece.text) == "electrolyte" for piece in pieces(words, AliasTest())):
        return True
    return (
        bool(re.search(r"(?:electrolyte|membrane|film|hybrid|ionogel|[CS]PE|CSE|GPE)$", words))
        and short.isalpha()
        and not short.endswith("s")
        and not is_class_expression(words)
    )


def context_of(document: Document) -> NameContext:
    """The names a document defines: those its structure lists (glossary, abbreviations) and formulas with short names.

    Reads ``Document.definitions`` and the clean text of paragraphs, captions and headings.
    """
    blocks = list(_running_text(document))
    found = [alias for definition in document.definitions if (alias := _listed(definition)) is not None]
    told_of_others = _told_in_introduction(blocks)
    series: list[tuple[int, str]] = []
    for block in blocks:
        series += (
            (block.text.raw_span(start, start + 1)[0], formula)
            for formula, start in _series_in(block.text.text)
            if formula not in told_of_others
        )
        found += _codes_of_members(block, series)
        found += _defined_in(block)
    found += _codes_by_variable(blocks, series)
    found += (Alias(code, formula, formula, at, "electrolyte") for code, formula, at in listed_samples(document))
    found += _without_polymorph(found)
    spelled_out = {
        key(d.short.strip().rstrip("s"))
        for d in document.definitions
        if not re.search(r"\d", d.short) and not names_the_whole(d.short)
    }
    found += _codes_in(blocks, found, spelled_out)
    found += _kinds_of_samples(blocks)
    return NameContext(found, series, ions_told((block.text.text for block in blocks), " ".join(document.titles())))


def _told_in_introduction(blocks: Iterable[Block]) -> set[str]:
    """The series that only an introduction tells, where the rest of the text tells another with these variables."""
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for block in blocks:
        told[bool(_INTRODUCTION.search(block.section))] |= {formula for formula, _ in _series_in(block.text.text)}
    own = {_free_in(formula) for formula in told[False]}
    return {formula for formula in told[True] - told[False] if _free_in(formula) in own}


def _listed(definition: Definition) -> Alias | None:
    """The alias that the document's structure lists; formulas in brackets are read from the text, with its words."""
    trusted = definition.origin == "glossary"
    if not trusted and formula_in(definition.long) == plain(definition.long):
        return None
    return alias_of(definition.short.strip(), definition.long, definition.raw_start, trusted)


def _defined_in(block: Block) -> Iterator[Alias]:
    """The aliases that the running text of a block makes."""
    text = block.text.text
    for short, formula, position in (*definitions_in(text), *listed_definitions_in(text)):
        if (alias := alias_of(short, formula, block.text.raw_span(position, position + 1)[0])) is not None:
            yield alias
    for short, position in samples_in(text):
        yield Alias(short, "", None, block.text.raw_span(position, position + 1)[0], "electrolyte")
    for short, name, role, position in components_in(text):
        yield Alias(short, name, None, block.text.raw_span(position, position + 1)[0], role)


def _codes_of_members(block: Block, series: list[tuple[int, str]]) -> Iterator[Alias]:
    """The codes that a block gives to members of the series told last: ``x = 0.1 (QZP-1), 0.2 (QZP-2)``."""
    text = block.text.text
    listed = [(t.start, code, {t.variable: item}) for t in assignments_in(text, 0, len(text)) for item, code in t.codes]
    for start, code, given in (*listed, *coded_in(text)):
        yield from _code_of_member(code, given, series, block.text.raw_span(start, start + 1)[0])


def _codes_by_variable(blocks: Iterable[Block], series: list[tuple[int, str]]) -> Iterator[Alias]:
    """The codes of members where one with its variable stands for the series: ``labelled Scx``, later ``Sc0.4``."""
    blocks = list(blocks)
    for block in blocks:
        for start, variable, numbered in coded_by_variable(block.text.text):
            place = block.text.raw_span(start, start + 1)[0]
            told = {m["code"]: m["number"] for b in blocks for m in numbered.finditer(b.text.text)}
            for code, number in told.items():
                yield from _code_of_member(plain(code), {variable: number}, series, place)


def _code_of_member(code: str, given: dict[str, str], series: list[tuple[int, str]], place: int) -> Iterator[Alias]:
    """The code of the member that values make of the series with these variables told last."""
    formula = next((f for at, f in reversed(series) if at < place and _free_in(f) == given.keys()), None)
    if formula is not None and (is_code(code) or _NUMBERED.fullmatch(code)):
        with suppress(FormulaError):
            member = str(read_any(formula).substitute(given))
            yield Alias(code, member, member, place, "electrolyte")


def _codes_in(blocks: Iterable[Block], found: Iterable[Alias], spelled_out: set[str]) -> list[Alias]:
    """The codes that stand where samples are named and that nothing else tells: no definition, not their parts."""
    known = {key(alias.short) for alias in found} | spelled_out
    parts = {alias.short for alias in found if alias.role in COMPONENTS}
    codes = codes_of((block.text.text, block.text.raw_span(0, 1)[0]) for block in blocks)
    told = ((code, at) for code, at in codes.items() if code not in known and not _told_by_its_parts(code, parts))
    return [Alias(code, "", None, at, "electrolyte") for code, at in told]


def _kinds_of_samples(blocks: Iterable[Block]) -> Iterator[Alias]:
    """The short names of kinds that the blocks give to a sample."""
    for block in blocks:
        for short, start in kinds_given(block.text.text):
            yield Alias(short, "", None, block.text.raw_span(start, start + 1)[0], "electrolyte")


def _series_in(text: str) -> Iterator[tuple[str, int]]:
    """Formulas of a text with free variables, and where they begin."""
    return ((formula, start) for formula, start, _ in compounds_in(text) if read_any(formula).variables)


def _free_in(formula: str) -> frozenset[str]:
    compound = read_any(formula)
    return frozenset((*compound.variables, *compound.sites))


def _running_text(document: Document) -> Iterator[Block]:
    """The blocks in which a document says what its names stand for."""
    return (b for b in document.blocks if b.kind.is_evidence and b.kind is not BlockKind.TABLE and len(b.text))


def _without_polymorph(found: list[Alias]) -> list[Alias]:
    """``c-NNOC`` defined makes ``NNOC`` known too, unless the document defines that itself."""
    known = {alias.short for alias in found}
    bare: dict[str, Alias] = {}
    for alias in found:
        prefix = _POLYMORPH_PREFIX.match(alias.short)
        if prefix is not None and alias.short[prefix.end() :] not in known:
            bare.setdefault(alias.short[prefix.end() :], replace(alias, short=alias.short[prefix.end() :]))
    return list(bare.values())


__all__ = ["Alias", "NameContext", "alias_of", "context_of", "formula_in"]
