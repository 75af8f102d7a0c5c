"""What the names of one document stand for: its own definitions first, then the lexicon of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.document import Block, BlockKind, Document
from extractors.composition import lexicon, patterns
from extractors.composition.classes import is_class_expression
from extractors.composition.codes import codes_of
from extractors.composition.formula import FormulaError
from extractors.composition.ions import ions_told
from extractors.composition.mended import mended_formulas
from extractors.composition.mixture import Mixture, read_any
from extractors.composition.names import closes_at_end, key, plain
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
    >>> context.resolve("Nb-LLZO"), context.resolve("0.25Nb-LLZO")
    ('Li7-xLa3Zr2-xNbxO12', 'Li6.75La3Zr1.75Nb0.25O12')
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

    @property
    def aliases(self) -> dict[str, tuple[Alias, ...]]:
        """Every definition of every short name, in order of the text."""
        return {short: tuple(found) for short, found in self._aliases.items()}

    @cached_property
    def is_alias(self) -> AliasTest:
        """The test that tells the document's own words from unknown ones."""
        return AliasTest(frozenset(self._aliases))

    def definition(self, name: str, at: int | None = None) -> Alias | None:
        """The definition of a name that holds at raw offset ``at``.

        One made right there holds first (a sample called LLZO in one study), then one that agrees with the field's
        usual meaning, then the last before ``at``, then the first of all.
        """
        found = self._aliases.get(key(name))
        if not found and len(name) > 2 and name.endswith("s"):
            found = self._aliases.get(key(name[:-1]))
        if not found:
            return None
        with_formula = [alias for alias in found if alias.formula] or found
        before = [alias for alias in with_formula if at is not None and alias.position <= at + LOCAL_BEHIND]
        if before and at is not None and at - before[-1].position <= LOCAL_BEFORE:
            return before[-1]
        entry = lexicon.entry(name)
        usual = [alias for alias in with_formula if entry is not None and alias.formula == entry.formula]
        if usual:
            return usual[0]
        return before[-1] if before else with_formula[0]

    def series_before(self, variables: frozenset[str], at: int | None) -> str | None:
        """The formula of the last series with these variables named before an offset; None when more of it is free."""
        if at is None:
            return None
        told = (entry for entry in reversed(self._series) if entry[0] < at and variables <= entry[2])
        _, formula, free = next(told, (0, None, frozenset()))
        return formula if free == variables else None

    def role(self, name: str) -> str | None:
        """electrolyte, salt, polymer, electrode ... by the document's definition or the lexicon; None if unknown."""
        alias = self.definition(name)
        if alias is not None and alias.role is not None:
            return alias.role
        entry = lexicon.entry(name)
        return entry.role if entry else None

    def family(self, name: str) -> str | None:
        """The lexicon's family of a short name."""
        entry = lexicon.entry(name)
        return entry.family if entry else None

    def resolve(self, name: str, at: int | None = None) -> str | None:
        """The composition a short name stands for here; None when neither document nor lexicon says.

        A number before or behind a doped name is put in for the free variable of its series: ``0.25Nb-LLZO``.
        """
        alias = self.definition(name, at)
        if alias is not None:
            return alias.formula
        numbered = self._numbered(name, at)
        if numbered:
            return numbered
        entry = lexicon.entry(name)
        return entry.formula if entry else None

    def _numbered(self, name: str, at: int | None) -> str | None:
        match = _NUMBER_BEFORE.fullmatch(name) or _NUMBER_BEHIND.fullmatch(name)
        if match is None:
            return None
        for base in (match["base"], _DOPED.sub("-", match["base"]), match["base"].replace("-", "-doped ", 1)):
            alias = self.definition(base, at)
            if alias is None or alias.formula is None:
                continue
            try:
                series = read_any(alias.formula)
                if len(series.variables) == 1:
                    return str(series.substitute({series.variables[0]: match["number"]}))
            except FormulaError:
                continue
        return None


_NUMBER_BEFORE = re.compile(r"(?P<number>\d*\.\d+|\d)\s?(?P<base>[A-Z].+)")
_NUMBER_BEHIND = re.compile(r"(?P<base>[A-Z].+)-(?P<number>\d*\.\d+)")
_DOPED = re.compile(r"[-\s](?:co-)?(?:doped|substituted)\s")
_SHORT = r"[A-Za-z0-9][A-Za-z0-9.]*(?:[-–@/+][A-Za-z0-9.]+)*"
_CALLED = r"denoted(?:\sas|\sby)?|named(?:\sas)?|abbreviated(?:\sas|\sto)?|hereafter|i\.e\.,?|referred to as"
_BRACKETED_SHORT = re.compile(
    rf"\s?\(\s?(?:(?:{_CALLED})\s|x\s?=\s?[\d.]+,?\s(?:denoted\s(?:as\s)?)?)?"
    rf"[\"“']?(?P<short>{_SHORT})[\"”']?\s?(?:[,;]\s?(?P<values>[^()]*))?\)"
)
_DENOTED = re.compile(
    rf"^[^.()]{{0,25}}?,?\s?(?:which (?:is|was) )?(?:is |are |was |hereafter |be )?"
    rf"(?:denoted|abbreviated|designated|labell?ed|named|referred to)(?:\sas|\sby|\sto)?\s[\"“']?(?P<short>{_SHORT})"
)
_SHORT_BEFORE = re.compile(
    rf"(?<![A-Za-z0-9.+-])(?P<short>{_SHORT})\s(?:(?:G?S?SEs?|glass(?:es)?|electrolytes?|ceramics?)\s)?\((?:i\.e\.,?\s|with\s)?$"
)
_POLYMORPH_PREFIX = re.compile(r"(?:[abcghot]|alpha|beta|gamma|[αβγ])-(?=[A-Z])")
_DENOTED_LIST = re.compile(
    rf"\b(?:are|were)\s(?:hereafter\s)?(?:denoted|abbreviated|designated|labell?ed|named|referred\sto)(?:\sas|\sby|\sto)?\s"
    rf"(?P<names>{_SHORT}(?:(?:,\sand|,|\sand)\s{_SHORT})+),?\srespectively"
)
_DOPED_BEFORE = re.compile(r"(?:\d+(?:\.\d+)?\s?(?:mol|at|wt)?\s?%?\s?)?[A-Z][\w+/-]*[-–\s](?:doped|substituted)\s$")
_VALUE = re.compile(r"\b([a-z])\s?=\s?(\d+(?:\.\d+)?)(?!\s?[,–\-]\s?\d)")


def _looks_short(word: str) -> bool:
    """Whether a word can be the short name of a compound: capitals, no formula, no figure's or method's label."""
    if word in patterns.NOT_MATERIALS or len(word) > 25 or sum(c.isupper() for c in word) < 2:
        return False
    entry = lexicon.entry(word)
    if word[:3].lower() in ("fig", "tab", "ref", "eq.") or (entry is not None and entry.role == "class"):
        return False
    if entry is not None or patterns.CATHODE_CODE.fullmatch(word):
        return True
    if re.match(r"\d(?!\.\d)", word):
        return False
    try:
        compound = read_any(word)
    except FormulaError:
        return True
    return not re.search(r"\d", word) and not compound.variables and len(compound.symbols) >= 3


def formula_in(meaning: str) -> str | None:
    """The plain formula or mixture a definition's words give: the whole text, or the one it ends with."""
    text = plain(meaning).strip(" .,;:")
    try:
        if re.search(r"\d", text) and _is_compound(text):
            return text
    except FormulaError:
        pass
    found = [piece for piece in pieces(meaning, AliasTest()) if piece.kind == "formula" and not piece.share]
    if len(found) == 1 and not meaning[found[0].end :].strip(" )].,;:"):
        return plain(found[0].text)
    return None


def _is_compound(text: str) -> bool:
    compound = read_any(text)
    return isinstance(compound, Mixture) or len(compound.symbols) > 1


def _abbreviates(short: str, formula: str) -> bool:
    """Whether most capitals of a short name are initials of elements in the formula: NZSP, Na3Zr2Si2PO12."""
    initials = {symbol[0] for symbol in read_any(formula).symbols}
    capitals = [character for character in short if character.isupper()]
    return sum(character in initials for character in capitals) >= 0.6 * len(capitals)


def alias_of(short: str, meaning: str, position: int, trusted: bool = False) -> Alias | None:
    """The alias a definition makes, or None when its words name no material.

    ``trusted`` (a list of abbreviations) takes the formula as it is; otherwise the short name must resemble it.
    """
    if not _looks_short(short):
        return None
    formula = formula_in(meaning)
    entry = lexicon.entry(short)
    if formula is not None:
        if not trusted and entry is None and not re.search(r"[-@/]", short) and not _abbreviates(short, formula):
            return None
        role: str = entry.role if entry else ("electrolyte" if "-" in formula else role_of(formula))
        if role == "electrolyte" and not {"Li", "Na", "K", "Ag", "Mg", "A"} & set(read_any(formula).symbols):
            return None
        return Alias(short, meaning, formula, position, role)
    if patterns.MEANING_EXCLUDED.search(meaning):
        return None
    if entry is not None:
        return Alias(short, meaning, None, position, entry.role)
    if _names_sample(short, meaning):
        return Alias(short, meaning, None, position, "electrolyte")
    kind = next((kind for pattern, kind in patterns.MEANING_ROLES if pattern.search(meaning)), None)
    return Alias(short, meaning, None, position, kind) if kind else None


def _names_sample(short: str, meaning: str) -> bool:
    """Whether a short name is given to one electrolyte, not to a class: "asymmetric solid electrolyte (ASE)"."""
    words = meaning.strip()
    if any(piece.kind == "formula" and role_of(piece.text) == "electrolyte" for piece in pieces(words, AliasTest())):
        return True
    return (
        bool(re.search(r"electrolyte$", words))
        and short.isalpha()
        and not short.endswith("s")
        and not is_class_expression(words)
    )


def context_of(document: Document) -> NameContext:
    """The names a document defines: those its structure lists (glossary, abbreviations) and formulas with short names.

    Reads ``Document.definitions`` and the clean text of paragraphs, captions and headings.
    """
    found: list[Alias] = []
    for definition in document.definitions:
        if definition.origin != "glossary" and formula_in(definition.long) == plain(definition.long):
            continue  # read from the text below, with the words around it
        listed = definition.origin == "glossary"
        alias = alias_of(definition.short.strip(), definition.long, definition.raw_start, trusted=listed)
        if alias is not None:
            found.append(alias)
    series: list[tuple[int, str]] = []
    for block in _running_text(document):
        text = block.text.text
        series += ((block.text.raw_span(start, start + 1)[0], formula) for formula, start in _series_in(text))
        for short, formula, position in (*definitions_in(text), *listed_definitions_in(text)):
            alias = alias_of(short, formula, block.text.raw_span(position, position + 1)[0])
            if alias is not None:
                found.append(alias)
    found += _without_polymorph(found)
    known = {key(alias.short) for alias in found} | {key(d.short.strip().rstrip("s")) for d in document.definitions}
    codes = codes_of((b.text.text, b.text.raw_span(0, 1)[0]) for b in _running_text(document))
    found += (Alias(code, "", None, at, "electrolyte") for code, at in codes.items() if code not in known)
    return NameContext(found, series, ions_told(block.text.text for block in _running_text(document)))


def _series_in(text: str) -> Iterator[tuple[str, int]]:
    """Formulas of a text with free variables, and where they begin."""
    return ((formula, start) for formula, start, _ in _compounds_in(text) if read_any(formula).variables)


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


_SHORT_IN_SAME_BRACKET = re.compile(r"\s*[,;]\s*(?:or\s+)?(?P<short>[A-Z][A-Za-z0-9-]{1,15})\s*\)")
"""Behind a formula in a bracket: ``lithium lanthanum titanate (Li0.33La0.56TiO3, LLTO)``."""

_FORMULA_TEXT = re.compile(r"[A-Z(\[0-9][A-Za-z0-9.()\[\]+\-−·,/]*[0-9)][A-Za-z0-9.()\[\]+\-−·]*|Li[A-Z][A-Za-z0-9]+")


def definitions_in(text: str) -> list[tuple[str, str, int]]:
    """Pairs of short name and formula a clean text makes, with the place of the short name.

    >>> definitions_in("Li6.4La3Zr1.4Ta0.6O12 (LLZTO) and LATP (Li1.3Al0.3Ti1.7(PO4)3) were mixed.")
    [('LLZTO', 'Li6.4La3Zr1.4Ta0.6O12', 23), ('LATP', 'Li1.3Al0.3Ti1.7(PO4)3', 34)]
    """
    found: list[tuple[str, str, int]] = []
    for formula, start, end in _compounds_in(text):
        behind = _BRACKETED_SHORT.match(text, end)
        if behind is None and text[max(start - 1, 0) : start] == "(":
            behind = _SHORT_IN_SAME_BRACKET.match(text, end)
        if behind is None:
            behind = _DENOTED.match(text[end : end + 90])
            offset = end
        else:
            offset = 0
        if behind is not None and _looks_short(behind["short"]):
            found.append((behind["short"], _with_values(formula, behind.group()), behind.start("short") + offset))
            continue
        before = _SHORT_BEFORE.search(text, max(start - 40, 0), start)
        if before is not None and text[end : end + 1] in ")," and _looks_short(before["short"]):
            doped = _DOPED_BEFORE.search(text, max(before.start("short") - 30, 0), before.start("short"))
            name = f"{doped.group()}{before['short']}" if doped else before["short"]
            found.append((name, _with_values(formula, text[end : end + 25]), before.start("short")))
    return found


def listed_definitions_in(text: str) -> list[tuple[str, str, int]]:
    """Pairs told as two lists: ``A, B and C are denoted as a, b and c, respectively``.

    >>> listed_definitions_in("LiTaOCl4 and LiNbOCl4 are denoted as LTOC and LNOC, respectively.")
    [('LTOC', 'LiTaOCl4', 37), ('LNOC', 'LiNbOCl4', 46)]
    """
    found: list[tuple[str, str, int]] = []
    for match in _DENOTED_LIST.finditer(text):
        names = list(re.finditer(_SHORT, re.sub(r"\b(?:and|or)\b", "   ", match["names"])))
        before = text[max(0, match.start() - 400) : match.start()]
        formulas = [formula for formula, _, _ in _compounds_in(before)]
        if 1 < len(names) <= len(formulas):
            places = [(name.group(), match.start("names") + name.start()) for name in names]
            told = zip(places, formulas[-len(names) :], strict=True)
            found += [(short, formula, place) for (short, place), formula in told]
    return found


def _compounds_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Formulas and mixtures of a text with their places, those with a blank inside among them."""
    found = [(m.start, m.end, m.formula) for m in mended_formulas(text)]
    for match in _FORMULA_TEXT.finditer(text):
        formula, start = _compound_at(text, match)
        if formula is not None:
            found.append((start, start + len(formula), formula))
    last = 0
    for start, end, formula in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= last:
            yield formula, start, end
            last = end


def _compound_at(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The formula or mixture in a stretch of formula characters, its unbalanced brackets cut off."""
    surface, start = match.group(), match.start()
    if start and text[start - 1] in "-–/@":
        return None, start
    while surface and surface[0] in "([" and not _balanced(surface):
        surface, start = surface[1:], start + 1
    if closes_at_end(surface) and surface[0] in "([":
        surface, start = surface[1:-1], start + 1
    surface = surface.rstrip(".,-+/")
    while surface and surface[-1] in ")]" and not _balanced(surface):
        surface = surface[:-1].rstrip(".,-+")
    try:
        return (surface, start) if len(surface) > 3 and _is_compound(surface) else (None, start)
    except FormulaError:
        return None, start


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("[") == text.count("]")


def _with_values(formula: str, words: str) -> str:
    values = dict(_VALUE.findall(words))
    if not values:
        return formula
    try:
        series = read_any(formula)
        return str(series.substitute({n: v for n, v in values.items() if n in series.variables}))
    except FormulaError:
        return formula


__all__ = ["Alias", "NameContext", "alias_of", "context_of", "definitions_in", "formula_in", "listed_definitions_in"]
