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
from typing import Any, Final, NamedTuple

from corpus.data import data_of
from corpus.elements import SYMBOL
from corpus.patterns import filled
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
    example: str  # "?" is the suspect, "!" another one
    counter: str
    weight: int = 8  # what it counts among the contexts of a suspect
    decides: bool = True  # whether it settles its own occurrence, whatever the suspect stands for elsewhere


_DATA: Final = data_of(__file__)
_PARTS: Final = {
    "other": f"(?P<other>{PLACE})",
    "same": f"(?P<same>{PLACE})",
    "place": PLACE,
    "symbol": SYMBOL,
    "conductivity": r"(?:[mμnk]?S(?![a-z])|Ω|ohm|\(?cm)",
}


def _context(entry: dict[str, Any]) -> Context:
    before = re.compile(rf"(?:{filled(entry['before'], _PARTS)})\Z")
    return Context(**entry | {"before": before, "behind": re.compile(filled(entry["behind"], _PARTS))})


CONTEXTS = tuple(map(_context, _DATA["context"]))
LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")

# Numberings that fonts have in common: TeX's symbols, Adobe's Symbol font, Latin-1. A document's font is known to
# follow one when two signs read from what stands around them agree with it and none is at odds.
_LATIN = {code: chr(code) for code in (176, 177, 181, 183, 215)}
_SYMBOL_FONT = {int(code): sign for code, sign in _DATA["symbol_font"].items()}
NUMBERINGS: tuple[dict[int, str], ...] = (GLYPH_CODES, _SYMBOL_FONT, _LATIN)


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
            context = next(contexts_of(match), None)
            if context is not None and context.weight:
                weights[place][context.sign] += context.weight
                found.shown[place][context.sign] += context.decides
        for place, readings in weights.items():
            sign, weight = readings.most_common(1)[0]
            sure = weight >= _ENOUGH and weight >= _MAJORITY * readings.total()
            if sure and (suspects[place].trust is Trust.CODE or found._is_shown(place, sign)):
                found.signs[place] = sign
        for place, suspect in suspects.items():
            if suspect.sign:
                found.signs.setdefault(place, suspect.sign)
        found._by_numbering()
        return found

    def _is_shown(self, place: str, sign: str) -> bool:
        return self.shown[place][sign] >= self.suspects[place].trust

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
        context = next(contexts_of(match), None)
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


def contexts_of(match: re.Match[str]) -> Iterator[Context]:
    """The contexts in which a suspect stands, in the order of the file."""
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
