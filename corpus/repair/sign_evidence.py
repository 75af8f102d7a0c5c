"""Which sign each suspect of a document stands for, inferred from all the places where it stands.

A converter that cannot read a font writes a code (``(cid:2)``, ``/C0``, ``GLYPH<2>``), a control character, U+FFFD, a
question mark or a letter of another alphabet where a minus, a times sign or a degree stood. The code means nothing in
itself; what stands around it often leaves one reading only: the unit of a conductivity ends in −1, and a power of ten
before it is negative. Each suspect is written as one sign of a private plane (``PLACE``) while it is looked at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, NamedTuple

from corpus.elements import SYMBOL
from corpus.repair.ligatures import is_form_of_known
from corpus.repair.patterns import GLYPH_CODES

FIRST_PLACE: Final = 0xF0000
LAST_PLACE: Final = 0xFFFFD
PLACE: Final = f"[{chr(FIRST_PLACE)}-{chr(LAST_PLACE)}]"
UNREAD: Final = "\ufffd"
WINDOW: Final = 36  # characters to each side that a context may look at


class Context(NamedTuple):
    """A sign and what stands right before and behind it.

    The group ``same`` is a suspect that must be this one, ``other`` one that must not be.
    """

    sign: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    weight: int  # what it counts among the contexts of a suspect
    decides: bool = True  # whether it settles its own occurrence, whatever the suspect stands for elsewhere


_CERTAIN = 8
_LIKELY = 1
_OTHER = f"(?P<other>{PLACE})"
_SAME = f"(?P<same>{PLACE})"
_CONDUCTIVITY = r"(?:[mμnk]?S(?![a-z])|Ω|ohm|\(?cm)"


def _context(sign: str, before: str, behind: str, weight: int = _CERTAIN, decides: bool = True) -> Context:
    return Context(sign, re.compile(rf"(?:{before})\Z"), re.compile(behind), weight, decides)


CONTEXTS = (
    # The exponent of a power of ten: behind a times sign, or before a unit of conductivity.
    _context("−", rf"(?:\d\s?{_OTHER}|\d\s?[×x*·])\s?10\s?", r"\s?\d{1,2}(?!\d|\.\d)"),
    _context("−", r"(?<![\w.)])10\s?", rf"\s?\d{{1,2}}\s?{_CONDUCTIVITY}"),
    _context("−", r"(?<![\w.)])10\s?", rf"\s?\d{{1,2}}\s?(?:[–~−-]|to|and)\s?10{_SAME}\s?\d"),
    # The exponent of a unit.
    _context("−", r"(?<![A-Za-z])(?:[mμn]?S\s?)?(?:cm|mol|min|kg|Ω|ohm)\s?", r"\s?[1-4](?!\d|\.\d)"),
    _context("−", r"(?<=\d )(?:[mkμ]?g|h|s|K|m|mL|L|[mμ]?A cm|mm|nm|mA g|kJ mol)", r"[1-4](?!\d|\.\d)"),
    # Amounts of a series, charges.
    _context("−", r"\(1(?:00)?\s?", r"\s?[xyz]\s?\)"),
    _context("−", r"[A-Za-z)]\d{1,2}(?:\.\d+)?", r"\s?(?:\d\.?\d*)?[xyzδ](?![a-z])", _LIKELY),
    _context("−", r"(?<![A-Za-z])(?:PO4|[BC]\d{1,2}H\d{1,2}|BH4|Cl|Br|[FIOSX])[23]?", r"(?=[\s,./;)])", _LIKELY, False),
    _context("×", r"\d\s?", rf"\s?10\s?(?:{_OTHER}|[−–-])\s?\d"),
    _context("°", r"\d\s?", r"\s?C(?![A-Za-z\d])"),
    _context("μ", r"(?:\d\s?|\()", r"(?:m|L|Ah|S cm|mol|A cm)(?![A-Za-z])"),
    _context("σ", r"conductivit(?:y|ies),?\s\(?", r"(?:\)|\s?=\s?\d)"),
    _context("θ", r"(?<![\d.])2", r"\s?(?:=\s?\d|range|angle|value)"),
    _context("Ω", r"\d\s?[kM]?", r"\s?cm(?:2|\^2|²)?(?![\w(−–-])", _LIKELY),
    _context("≤", r"(?:^|[\s(,])0(?:\.\d+)?\s?", rf"\s?[xyzδ]\s?{_SAME}\s?[\d.]"),
    _context("≤", rf"(?:^|[\s(,])0(?:\.\d+)?\s?{_SAME}\s?[xyzδ]\s?", r"\s?[\d.]"),
    # Between the parts of a mixture: dot or dash, which are written alike.
    _context("·", r"(?:[A-Za-z]\d{1,2}|\))\s?", rf"\s?\(?(?:x|\d{{1,3}}(?:\.\d+)?)?\s?(?:{SYMBOL})\d?[A-Z]", 0),
    # Before a quantity that a preposition asks for; the sign of a lower limit would stand behind a noun. Not before
    # temperatures and voltages, which may be negative.
    _context(
        "~",
        r"(?:^|\s)(?:of|at|for|by|is|was|to|with)\s",
        r"\s?\d+(?:\.\d+)?\s?(?:×|" + PLACE + r"|%|[nμm]m\b|h\b|m?eV\b|[mμ]?S\b|mA\b|wt\b|mol\b|kJ\b|[MG]Pa\b)",
        _LIKELY,
        False,
    ),
)  # fmt: skip

LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")

# Numberings that fonts have in common: TeX's symbols, Adobe's Symbol font, Latin-1. A document's font is known to
# follow one when two signs read from what stands around them agree with it and none is at odds.
_ADOBE_SYMBOL = {
    45: "−", 68: "Δ", 87: "Ω", 97: "α", 98: "β", 99: "χ", 100: "δ", 101: "ε", 103: "γ", 104: "η", 108: "λ", 109: "μ",
    110: "ν", 112: "π", 113: "θ", 114: "ρ", 115: "σ", 116: "τ", 126: "~", 163: "≤", 176: "°", 177: "±", 179: "≥",
    180: "×", 183: "·", 187: "≈", 174: "→",
}  # fmt: skip
_LATIN = {code: chr(code) for code in (176, 177, 181, 183, 215)}
NUMBERINGS: tuple[dict[int, str], ...] = (GLYPH_CODES, _ADOBE_SYMBOL, _LATIN)


_MAJORITY: Final = 0.75  # of what speaks for any reading of a suspect
_ENOUGH: Final = 2  # weight below which a reading is chance
_AGREEING: Final = 2  # signs by which a font's numbering is known
_SAME_MEANING: Final = {"·": "×", "≈": "~", "µ": "μ"}
_LETTERS_BEFORE: Final = re.compile(r"[A-Za-z]*\Z")
_LETTERS_BEHIND: Final = re.compile(r"[A-Za-z]*")
_IN_A_WORD: Final = 2  # small letters to both sides
_AT: Final = re.compile(PLACE)


class Trust(IntEnum):
    """How many places must show one reading before a suspect of a kind is given it."""

    CODE = 1  # stands for one glyph of one font
    FOREIGN = 2  # a letter or sign of another alphabet
    ANYTHING = 6  # stands for whatever a converter could not write: "?", U+FFFD, "~"


@dataclass(frozen=True, slots=True)
class Suspect:
    """Something that stands for a sign; ``code`` is its number in a font, when it has one."""

    surface: str
    trust: Trust
    code: int | None = None
    sign: str = ""  # what it means by its name alone, when nothing in the document is at odds with it


@dataclass(slots=True)
class Evidence:
    """What the places of a document's suspects show; suspects are known by their signs of the private plane."""

    suspects: Mapping[str, Suspect]
    shown: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))  # by certain contexts
    signs: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, suspects: Mapping[str, Suspect]) -> Evidence:
        """The evidence of a text in which every suspect stands as its sign of the private plane."""
        found = cls(suspects)
        weights: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for match in _AT.finditer(text):
            place = match.group()
            ligature = _ligature_at(match) if suspects[place].trust is Trust.CODE else ""
            if ligature:
                weights[place][ligature] += _ENOUGH
                continue
            context = next(_contexts_of(match), None)
            if context is not None and context.weight:
                weights[place][context.sign] += context.weight
                found.shown[place][context.sign] += context.decides
        for place, readings in weights.items():
            sign, weight = readings.most_common(1)[0]
            sure = weight >= _ENOUGH and weight >= _MAJORITY * readings.total()
            if sure and (suspects[place].trust is Trust.CODE or found._is_shown(place, sign)):
                found.signs[place] = sign
        found._by_name()
        found._by_numbering()
        return found

    def _is_shown(self, place: str, sign: str) -> bool:
        return self.shown[place][sign] >= self.suspects[place].trust

    def _by_name(self) -> None:
        """What names and families of fonts tell of suspects that the text does not tell of."""
        for place, suspect in self.suspects.items():
            if suspect.sign and place not in self.signs:
                self.signs[place] = suspect.sign

    def _by_numbering(self) -> None:
        """Signs of the numbering that the document's font is seen to follow."""
        codes = {place: suspect.code for place, suspect in self.suspects.items() if suspect.code is not None}
        for numbering in NUMBERINGS:
            agreeing = [
                _SAME_MEANING.get(numbering[code], numbering[code]) == _SAME_MEANING.get(sign, sign)
                for place, sign in self.signs.items()
                if sign not in LIGATURES and (code := codes.get(place)) is not None and code in numbering
            ]
            if len(agreeing) >= _AGREEING and all(agreeing):
                known = {place: numbering[code] for place, code in codes.items() if code in numbering}
                self.signs = {**known, **self.signs}
                return

    def sign_at(self, match: re.Match[str]) -> str:
        """The sign for one place; U+FFFD, which belongs to no number and no citation, when none is sure."""
        place = match.group()
        suspect = self.suspects[place]
        ligature = _ligature_at(match) if suspect.trust is Trust.CODE else ""
        if ligature:
            return ligature
        context = next(_contexts_of(match), None)
        if context is not None and context.decides and self._is_shown(place, context.sign):
            return context.sign
        before, behind = _letters_around(match)
        sign = self.signs.get(place)
        if sign is None or (suspect.trust is Trust.FOREIGN and (before[-1:].islower() or behind[:1].isalpha())):
            lost = suspect.trust is Trust.CODE or (context is not None and context.decides)
            return UNREAD if lost else suspect.surface
        return sign if _fits(sign, before, behind) else UNREAD


def _fits(sign: str, before: str, behind: str) -> bool:
    """Whether letters around a place allow a sign: a ligature stands at letters, another sign inside no word."""
    if sign in LIGATURES:
        return bool(before or behind)
    shorter = min(len(before), len(behind))
    return shorter < _IN_A_WORD or not (before[-_IN_A_WORD:].islower() and behind[:_IN_A_WORD].islower())


def _contexts_of(match: re.Match[str]) -> Iterator[Context]:
    text, place = match.string, match.group()
    before = text[max(0, match.start() - WINDOW) : match.start()]
    behind = text[match.end() : match.end() + WINDOW]
    for context in CONTEXTS:
        first = context.behind.match(behind)
        last = context.before.search(before) if first else None
        if first is None or last is None:
            continue
        groups = {**last.groupdict(), **first.groupdict()}
        if groups.get("other") != place and groups.get("same", place) == place:
            yield context


def _letters_around(match: re.Match[str]) -> tuple[str, str]:
    text = match.string
    before = _LETTERS_BEFORE.search(text[max(0, match.start() - WINDOW) : match.start()])
    behind = _LETTERS_BEHIND.match(text, match.end())
    assert before is not None
    assert behind is not None
    return before.group(), behind.group()


def _ligature_at(match: re.Match[str]) -> str:
    """The one ligature with which the letters around a suspect are a word of this field, if there is one."""
    before, behind = _letters_around(match)
    if len(before) + len(behind) < _IN_A_WORD:
        return ""
    fitting = [ligature for ligature in LIGATURES if is_form_of_known(f"{before}{ligature}{behind}".lower())]
    return fitting[0] if len(fitting) == 1 else ""
