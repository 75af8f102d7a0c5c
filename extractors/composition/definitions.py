"""Definitions that a clean text makes: a formula with its short name, two lists told ``respectively``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.patterns import Pattern
from extractors.composition import lexicon, patterns
from extractors.composition.balance import is_balanced
from extractors.composition.formula import FormulaError
from extractors.composition.mended import mended_formulas
from extractors.composition.mixture import Mixture, read_any
from extractors.composition.names import closes_at_end

REMEMBERED: Final = 8  # texts whose compounds are kept: two readers ask for them one after the other
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


_DENOTED_LIST = Pattern(
    rf"\b(?:are|were)\s(?:hereafter\s)?(?:denoted|abbreviated|designated|labell?ed|named|called|referred\sto)(?:\sas|\sby|\sto)?\s"
    rf"(?P<names>{_SHORT}(?:(?:,\sand|,|\sand)\s(?!respectively){_SHORT})+)(?P<in_order>,?\srespectively)?"
)


_DOPED_BEFORE = re.compile(
    r"(?:(?<![\d.])\d++(?:\.\d++)?+\s?(?:mol|at|wt)?\s?%?\s?)?[A-Z][\w+/-]*[-–\s](?:doped|substituted)\s$"
)


_ADDED_BEFORE = re.compile(
    r"\b(?:with|containing|holding|including)\s(?:\d[\d.]*\s?(?:(?:wt|mol|vol)\.?\s?)?%\s(?:of\s)?)?$"
)
"""Before a filler: the bracket behind it may name what it was put into."""


_SHARE_BEFORE = re.compile(r"\d\s?(?:(?:wt|mol|vol|at)\.?\s?)?%\s(?:of\s)?$")
"""Before what was added the end of its share."""


_VALUE = re.compile(r"\b([a-z])\s?=\s?(\d+(?:\.\d+)?)(?!\s?[,–\-]\s?\d)")


def looks_short(word: str) -> bool:
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


_COINED = re.compile(r"[A-Z]{3,5}\d{1,2}")
_SALT_END = re.compile(r"(?:NO|CO|SO|PO|OH|IO)\d$")


def is_coined(word: str, formula: str) -> bool:
    """Whether a short name reads like a formula but tells other elements than the compound: ``NBO3``, ``N5Sm``."""
    if _SALT_END.search(word) or not (_COINED.fullmatch(word) or is_balanced(word) is False):
        return False
    try:
        return not set(read_any(word).symbols) <= set(read_any(formula).symbols)
    except FormulaError:
        return False


def is_compound(text: str) -> bool:
    """Whether a text is a formula of two elements or more, or a mixture; raises FormulaError when it is neither."""
    compound = read_any(text)
    return isinstance(compound, Mixture) or len(compound.symbols) > 1


_SHORT_IN_SAME_BRACKET = re.compile(r"\s*[,;]\s*(?:or\s+)?(?P<short>[A-Z][A-Za-z0-9-]{1,15})\s*\)")
"""Behind a formula in a bracket: ``lithium lanthanum titanate (Li0.33La0.56TiO3, LLTO)``."""


_LONGEST = 300  # characters; no formula or mixture is longer
_FORMULA_TEXT = re.compile(
    r"(?:(?<![\w.])[xyz](?=[A-Z(\[])|[A-Z(\[0-9])[A-Za-z0-9.()\[\]+\-−–·,/]{0,300}[0-9)][A-Za-z0-9.()\[\]+\-−–·]*|Li[A-Z][A-Za-z0-9]+"
)


def definitions_in(text: str) -> list[tuple[str, str, int]]:
    """Pairs of short name and formula a clean text makes, with the place of the short name.

    >>> definitions_in("Li6.4La3Zr1.4Ta0.6O12 (LLZTO) and LATP (Li1.3Al0.3Ti1.7(PO4)3) were mixed.")
    [('LLZTO', 'Li6.4La3Zr1.4Ta0.6O12', 23), ('LATP', 'Li1.3Al0.3Ti1.7(PO4)3', 34)]
    """
    found: list[tuple[str, str, int]] = []
    for formula, start, end in compounds_in(text):
        behind = _BRACKETED_SHORT.match(text, end)
        if behind is None and text[max(start - 1, 0) : start] == "(":
            behind = _SHORT_IN_SAME_BRACKET.match(text, end)
        if behind is None:
            behind = _DENOTED.match(text[end : end + 90])
            offset = end
        else:
            offset = 0
        if behind is not None and (looks_short(behind["short"]) or is_coined(behind["short"], formula)):
            if _is_of_the_whole(behind["short"], text[max(start - 30, 0) : start]):
                continue
            found.append((behind["short"], _with_values(formula, behind.group()), behind.start("short") + offset))
            continue
        before = _SHORT_BEFORE.search(text, max(start - 40, 0), start)
        if before is not None and text[end : end + 1] in ")," and looks_short(before["short"]):
            doped = _DOPED_BEFORE.search(text, max(before.start("short") - 30, 0), before.start("short"))
            name = f"{doped.group()}{before['short']}" if doped else before["short"]
            found.append((name, _with_values(formula, text[end : end + 25]), before.start("short")))
    return found


def _is_of_the_whole(short: str, before: str) -> bool:
    """Whether a bracket behind what was added calls the sample: ``with 5 wt% Al2O3 (A-GPE)``, ``+ 2 wt% B (S-2)``."""
    added = names_the_whole(short) and _ADDED_BEFORE.search(before) is not None
    return added or (_is_numbered(short) and _SHARE_BEFORE.search(before) is not None)


def _is_numbered(short: str) -> bool:
    return re.search(r"[-–]\d", short) is not None and lexicon.entry(short) is None


def samples_in(text: str) -> Iterator[tuple[str, int]]:
    """The numbered codes that brackets behind a share of something give to samples, with their places.

    >>> list(samples_in("We added 2 wt% Li3BO3 (LB-2) and 1 wt% Li3BO3 (LBO)."))
    [('LB-2', 23)]
    """
    for _, start, end in compounds_in(text):
        behind = _BRACKETED_SHORT.match(text, end)
        if (
            behind is not None
            and _is_numbered(behind["short"])
            and _SHARE_BEFORE.search(text[max(start - 30, 0) : start])
        ):
            yield behind["short"], behind.start("short")


def names_the_whole(short: str) -> bool:
    """Whether a short name says that it is one of an electrolyte: ``EA-GPE``, ``CSE-10``."""
    known = (lexicon.entry(part) for part in re.split(r"[-–@/+]", short))
    return any(entry is not None and entry.role == "class" for entry in known)


def listed_definitions_in(text: str) -> list[tuple[str, str, int]]:
    """Pairs told as two lists: ``A, B and C are denoted as a, b and c, respectively``.

    Without "respectively" the sentence must name as many compounds as short names.

    >>> listed_definitions_in("LiTaOCl4 and LiNbOCl4 are denoted as LTOC and LNOC, respectively.")
    [('LTOC', 'LiTaOCl4', 37), ('LNOC', 'LiNbOCl4', 46)]
    """
    found: list[tuple[str, str, int]] = []
    for match in _DENOTED_LIST.finditer(text):
        names = list(re.finditer(_SHORT, re.sub(r"\b(?:and|or)\b", "   ", match["names"])))
        before = text[max(0, match.start() - 400) : match.start()]
        if not match["in_order"]:
            before = re.split(r"[.;]\s", before)[-1]
        formulas = [formula for formula, _, _ in compounds_in(before)]
        as_many = len(names) == len(formulas) and all(looks_short(name.group()) for name in names)
        if 1 < len(names) <= len(formulas) and (match["in_order"] or as_many):
            places = [(name.group().rstrip("."), match.start("names") + name.start()) for name in names]
            told = zip(places, formulas[-len(names) :], strict=True)
            found += [(short, formula, place) for (short, place), formula in told]
    return found


@lru_cache(maxsize=REMEMBERED)
def compounds_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Formulas and mixtures of a text with their places, those with a blank inside among them."""
    found = [(m.start, m.end, m.formula) for m in mended_formulas(text)]
    for match in _FORMULA_TEXT.finditer(text):
        formula, start = _compound_at(text, match)
        if formula is not None:
            found.append((start, start + len(formula), formula))
    kept: list[tuple[str, int, int]] = []
    for start, end, formula in sorted(found, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][2]:
            kept.append((formula, start, end))
    return tuple(kept)


def _compound_at(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The formula or mixture in a stretch of formula characters, its unbalanced brackets cut off."""
    surface, start = match.group(), match.start()
    if (start and text[start - 1] in "-–/@") or len(surface) > _LONGEST:
        return None, start
    while surface and surface[0] in "([" and not _balanced(surface):
        surface, start = surface[1:], start + 1
    if closes_at_end(surface) and surface[0] in "([":
        surface, start = surface[1:-1], start + 1
    surface = surface.rstrip(".,-–+/")
    while surface and surface[-1] in ")]" and not _balanced(surface):
        surface = surface[:-1].rstrip(".,-–+")
    try:
        return (surface, start) if len(surface) > 3 and is_compound(surface) else (None, start)
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
