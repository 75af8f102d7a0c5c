"""The smallest pieces of material names in a text: formulas, elements, ions, abbreviations and polymer names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.elements import ELEMENTS
from corpus.patterns import Pattern
from extractors.composition import lexicon, patterns
from extractors.composition.candidates import WORD, CandidateSpan, candidate_at, fillers_in, matrices_in
from extractors.composition.codes import code_pattern
from extractors.composition.formula import Formula, FormulaError, parse
from extractors.composition.mended import mended_formulas
from extractors.composition.names import closes_at_end

PieceKind = Literal["formula", "element", "ion", "run", "alias", "letters", "polymer"]


@dataclass(slots=True)
class Piece:
    """A stretch ``text[start:end]`` that is a formula, an abbreviation ... ``share`` is a number glued before it."""

    start: int
    end: int
    kind: PieceKind
    text: str  # without the share
    share: str = ""
    formula: Formula | None = None
    mended: bool = False  # ``text`` is not what stands there: a blank was lost or is too many
    misread: bool = False  # nor are its signs: ``C1`` for Cl


_CHARGE = re.compile(r"\^\d*[+\-−](?!\d)|\d?[+](?![A-Za-z0-9(])|[−-](?=[\s/,;.)]|$)")
_GLUED_NAME = re.compile(r"(?<=.)\((?P<name>[A-Z]{3,})\)$")
_NAME_BEHIND = re.compile(r"[-–](?:[A-Z]{2}|(?:co-?)?doped|substituted|,\s|\s(?:and|or)\s)")
_HAS_DIGIT = re.compile(r"\d|(?<=[A-Za-z)\]])[xyznδ](?![a-z])")


_BRACKETED_SALTS = [name for name, told in lexicon.LEXICON.items() if told.role == "salt" and re.search(r"\)\d$", name)]
_BRACKETED_SALT = Pattern(
    rf"(?<![A-Za-z\d.])(?P<share>(?:\d{{1,2}})?)(?P<name>{'|'.join(map(re.escape, _BRACKETED_SALTS))})(?![A-Za-z0-9])"
)
"""A salt of two or three anions by its short name, perhaps with its share: ``Mg(Tf)2``, ``10Mg(Tf)2``."""


def pieces(text: str, is_alias: AliasTest) -> list[Piece]:
    """All pieces of a text in order, not overlapping. ``is_alias`` tells which words the document defines itself."""
    found: list[Piece] = []
    position = 0
    for whole in _known_whole(text, is_alias):
        if whole.start >= position:
            found += _pieces_between(text, position, whole.start, is_alias)
            found.append(whole)
            position = whole.end
    found += _pieces_between(text, position, len(text), is_alias)
    return found


def _known_whole(text: str, is_alias: AliasTest) -> list[Piece]:
    """Names of several parts that the document knows, and formulas whose blanks are mended, in text order."""
    found = [
        Piece(m.start, m.end, "formula", m.formula, mended=True, misread=m.misread, formula=parse(m.formula))
        for m in mended_formulas(text)
    ]
    for salt in patterns.SPELLED_SALT.finditer(text):
        found.append(Piece(*salt.span(), "alias", patterns.salt_formula(salt), mended=True))
    found += (Piece(*m.span(), "alias", m["name"], m["share"]) for m in _BRACKETED_SALT.finditer(text))
    found += (Piece(start, end, "polymer", text[start:end]) for start, end in matrices_in(text))
    found += (Piece(start, end, "alias", text[start:end]) for start, end in fillers_in(text))
    if is_alias.written is not None:
        found += (Piece(*code.span(), "alias", code.group()) for code in is_alias.written.finditer(text))
    found += (Piece(*host.span(), "letters", host.group()) for host in patterns.POROUS_HOST.finditer(text))
    return sorted(found, key=lambda piece: piece.start)


def _pieces_between(text: str, position: int, end: int, is_alias: AliasTest) -> Iterator[Piece]:
    """The pieces of a stretch of text that holds no name of several parts known as a whole."""
    while (candidate := candidate_at(text, position, end)) is not None:
        piece = _piece(text, candidate, is_alias)
        position = candidate.end
        if piece is not None:
            yield piece
            position = piece.end
        elif candidate.kind == "formula":
            position = _skip(text, candidate)


class AliasTest:
    """Answers whether a word is a name the document or the lexicon knows."""

    def __init__(self, own: frozenset[str] = frozenset()) -> None:
        self.own = own
        self.written = code_pattern(name for name in own if not name.isalnum() or name[0].isdigit())

    def __call__(self, word: str) -> bool:
        """Whether the word is known; abbreviations of classes (SSEs) are not, they name no material."""
        if word in self.own:
            return True
        entry = lexicon.entry(word)
        return entry is not None and entry.role != "class"


def _skip(text: str, candidate: CandidateSpan) -> int:
    """Where to go on behind a candidate that was nothing: behind its word, or inside its bracket."""
    if text[candidate.body] in "([{":
        return candidate.body + 1
    word = WORD.match(text, candidate.body)
    return max(word.end(), candidate.start + 1) if word else candidate.start + 1


def _piece(text: str, candidate: CandidateSpan, is_alias: AliasTest) -> Piece | None:
    start, end = candidate.start, candidate.end
    match candidate.kind:
        case "polymer":
            body = text[start:end]
            return None if patterns.NOT_POLYMERS.match(body) else Piece(start, end, "polymer", body)
        case "liquid":
            return Piece(start, end, "letters", text[start:end])
        case "word":
            return _word(text, start, is_alias)
        case "formula":
            return _of_formula(text, candidate, is_alias)


def _of_formula(text: str, candidate: CandidateSpan, is_alias: AliasTest) -> Piece | None:
    """The piece of what is written like a formula: a known name, the longest formula it begins with, or letters."""
    start, body_start = candidate.start, candidate.body
    body, share = text[body_start : candidate.end], text[start:body_start]
    if body[0] == "(" and not share and closes_at_end(body):
        body, body_start = body[1:-1], body_start + 1
        start = body_start
        if "," in body and _formula(body) is None:
            return None  # a list in a bracket: "(Li3YCl6, Li3ErCl6)"
    word = WORD.match(text, body_start)
    if word and (named := _named(word.group(), is_alias)):
        return Piece(start, body_start + len(named), "alias", named, share)
    glued = _GLUED_NAME.search(body)
    if glued and is_alias(glued["name"]):
        body = body[: glued.start()]
    body, formula = _longest_formula(body)
    piece = _classified(text, start, body_start, body, share, formula) if formula is not None else None
    return piece or _word(text, body_start, is_alias)


def _longest_formula(body: str) -> tuple[str, Formula | None]:
    """What a stretch of text begins with that reads as a formula, its last brackets left out until it does."""
    while (formula := _formula(body)) is None:
        cut = max(body.rfind("("), body.rfind("["))
        if cut <= 0 or body[-1] not in ")]}0123456789":
            break
        body = body[:cut]
    return body, formula


def _named(word: str, is_alias: AliasTest) -> str | None:
    """The alias a word is: itself, or without a number glued to an abbreviation (``PEO18``)."""
    if word in patterns.NOT_MATERIALS:
        return None
    if is_alias(word) or patterns.CATHODE_CODE.fullmatch(word):
        return word
    if word.endswith("s") and word[:-1].isupper() and len(word) > 4 and is_alias(word[:-1]):
        return word[:-1]  # a plural: "LLTOs"
    if word[-1].isdigit():
        bare = word.rstrip("0123456789")
        if len(bare) > 2 and bare.isalpha() and not _formula_like(word) and is_alias(bare):
            return word
    return None


def _formula_like(word: str) -> bool:
    formula = _formula(word)
    return formula is not None and not formula.sites


@lru_cache(maxsize=20_000)
def _formula(body: str) -> Formula | None:
    try:
        formula = parse(patterns.ISOTOPE.sub("[", body))
    except FormulaError:
        return None
    return None if formula.sites and body in patterns.NOT_CODES else formula  # "MHz"


def _word(text: str, start: int, is_alias: AliasTest) -> Piece | None:
    match = WORD.match(text, start)
    if match is None:
        return None
    word = match.group()
    if word in patterns.NOT_MATERIALS:
        return None
    if named := _named(word, is_alias):
        return Piece(start, start + len(named), "alias", named)
    if lexicon.entry(word) is not None:
        return None  # an abbreviation for a class of electrolytes
    capitals = sum(character.isupper() for character in word)
    if capitals >= 2 and len(word) <= 14 and not word.isdigit():
        return Piece(start, match.end(), "letters", word)
    return None


def _classified(text: str, start: int, body_start: int, body: str, share: str, formula: Formula) -> Piece | None:
    end = body_start + len(body)
    if patterns.OXIDATION_STATE.fullmatch(body):
        return Piece(start, end, "ion", body, share, formula)
    charge = _CHARGE.match(text, end)
    symbols = formula.symbols
    if len(symbols) == 1:
        return _single(text, start, end, body, share, formula, charge)
    if charge and (charge.group()[0] == "^" or charge.group()[-1] in "+−" or (body[-1].isdigit() and len(symbols) < 4)):
        return Piece(start, charge.end(), "ion", body, share, formula)
    if _implausible(formula):
        return None
    if not _HAS_DIGIT.search(body):
        return _without_digits(start, end, body, share, formula)
    if formula.sites and not _may_have_a_site(symbols):
        return None
    return Piece(start, end, "formula", body, share, formula)


_OXIDE_WITH_A_SITE = 3
"""Elements of an oxide that may have a free one beside them: ``BaZr0.8M0.2O3-δ``."""


def _may_have_a_site(symbols: Sequence[str]) -> bool:
    """Whether a formula with a free element is one of the field's: of a mobile ion, or an oxide of several elements."""
    known = set(symbols)
    begins_and_ends = symbols[0] in ELEMENTS and symbols[-1] == "O"
    is_oxide = begins_and_ends and len(known & ELEMENTS.keys()) >= _OXIDE_WITH_A_SITE
    return is_oxide or bool(known & patterns.MOBILE_IONS.keys()) or symbols[0] in ("A", "M")


def _single(
    text: str, start: int, end: int, body: str, share: str, formula: Formula, charge: re.Match[str] | None
) -> Piece | None:
    symbol = formula.symbols[0]
    if symbol not in ELEMENTS or formula.variables:
        return None
    if patterns.DOPANT_SHARE.fullmatch(body) and _stands_beside_a_name(text, start, end):
        return Piece(start, end, "element", body, share, formula)
    if charge and (body != symbol or charge.group() not in "-−" or symbol in patterns.HALIDES):
        return Piece(start, charge.end(), "ion", body, share, formula)
    if body != symbol:
        return Piece(start, end, "formula", body, share, formula) if body in patterns.GASES or body == "S8" else None
    return Piece(start, end, "element", body, share, formula)


def _stands_beside_a_name(text: str, start: int, end: int) -> bool:
    """Whether a hyphen joins a dopant and its amount to a name: ``NZSP-Sc0.3``, ``Ga0.25-LLZO``, ``Mg0.1-doped``."""
    return text[start - 1 : start] in ("-", "–") or _NAME_BEHIND.match(text, end) is not None


def _implausible(formula: Formula) -> bool:
    """Amounts no formula unit has: a year or a page glued to letters."""
    return any(
        node.amount.constant >= 200 or (not node.amount.terms and node.amount.constant == 0) for node in formula.members
    )


def _without_digits(start: int, end: int, body: str, share: str, formula: Formula) -> Piece | None:
    if formula.sites:
        return None
    known = body in patterns.WRITTEN_WITHOUT_DIGITS
    if body.isupper():
        if known:
            return Piece(start, end, "formula", body, share, formula)
        return None
    bare = set(formula.symbols)
    if not known and (not bare & patterns.ANION_FORMERS or bare <= patterns.NONMETALS):
        return Piece(start, end, "run", body, share, formula)
    if known or len(formula.symbols) == 2:
        return Piece(start, end, "formula", body, share, formula)
    return Piece(start, end, "run", body, share, formula)
