"""The signs of a document: what was lost or exchanged is inferred once, from all its units and powers together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from corpus.document import Problem
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.exchanged_digits import ExchangedDigits
from corpus.repair.patterns import GLYPH_CODES, LIGATURES, LOOKALIKES
from corpus.repair.profile import Profile, profile_of
from corpus.repair.sign_evidence import FIRST_PLACE, LAST_PLACE, PLACE, UNREAD, Evidence, Suspect, Trust
from corpus.repair.usual_signs import mojibake_count, usual_signs

_P = read_patterns(__file__, place=PLACE, unread=UNREAD)

# What no text means as it stands: codes of glyphs, control characters, signs that could not be decoded.
_CODES: Final = (
    r"\(cid:(?P<cid>\d{1,5})\)|GLYPH<(?:c=)?(?P<glyph>\d{1,5})[^<>\n]{0,60}>|/C(?P<name>\d{1,3})(?![\da-zA-Z])"
    rf"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x9f])|(?P<lost>{UNREAD})|(?P<private>{PLACE})"
)
_USUAL: Final = frozenset("−–—‐‑‒·⋅∙×✕°º˚∘◦⁰²³⁴⁵⁶⁷⁸⁹⁻⁺±≈≤≥<>µμΩÅ′’‘“”→~∼\u00a0\u2009\u200a\u202f\u2002\u2003").union(
    LIGATURES, LOOKALIKES
)
# Publishers' fonts whose signs came out as letters: one seen, the others are read too.
_FAMILIES: Final[tuple[dict[str, str], ...]] = (
    {"À": "−", "Â": "×", "¼": "=", "þ": "+", "ð": "(", "Þ": ")"},
    {"Ϫ": "−", "ϫ": "×", "Ϯ": "±", "ϭ": "=", "ϩ": "+", "Ͻ": "<", "Ͼ": ">", "Ϸ": "≈"},
)
_A_HABIT: Final = 2


@dataclass(slots=True)
class DocumentSigns:
    """How a document writes its signs. Made once from the whole text, applied to it or to its parts."""

    names: dict[str, str] = field(default_factory=dict)  # signs of the private plane by what stands in the text
    suspects: dict[str, Suspect] = field(default_factory=dict)  # by their signs of the private plane
    pattern: re.Pattern[str] | None = None
    evidence: Evidence | None = None
    mojibake: int = 0
    apart: bool = False  # codes stand between blanks: scripts do so too
    digits: ExchangedDigits = field(default_factory=ExchangedDigits)

    @classmethod
    def of(cls, raw: str) -> DocumentSigns:
        """What the whole text of a document shows."""
        signs = cls(mojibake=mojibake_count(raw))
        usual = usual_signs(MappedText.from_raw(raw))
        foreign = _foreign(usual.text)
        signs.pattern = re.compile(
            _CODES + (f"|(?P<foreign>[{''.join(map(re.escape, sorted(foreign)))}])" if foreign else "")
        )
        for match in signs.pattern.finditer(usual.text):
            surface = match.group()
            if surface not in signs.names and len(signs.names) < LAST_PLACE - FIRST_PLACE:
                place = signs.names[surface] = chr(FIRST_PLACE + len(signs.names))
                signs.suspects[place] = _suspect(match, foreign)
        if signs.suspects:
            coded = signs._coded(usual).text
            signs.evidence = Evidence.of(coded, signs.suspects)
            signs.apart = sum(1 for _ in islice(_P.APART.finditer(coded), _A_HABIT)) == _A_HABIT
        signs.digits = ExchangedDigits.of(signs._signed(usual).text)
        return signs

    def read(self, text: MappedText) -> MappedText:
        """A text of the document with its signs put right; U+FFFD where one is lost."""
        return self.digits.read(self._signed(usual_signs(text)))

    def _coded(self, text: MappedText) -> MappedText:
        assert self.pattern is not None
        return text.edit(
            [
                Edit(match.start(), match.end(), self.names.get(match.group(), UNREAD))
                for match in self.pattern.finditer(text.text)
            ]
        )

    def _signed(self, text: MappedText) -> MappedText:
        evidence = self.evidence
        if evidence is None:
            return text
        coded = self._coded(text)
        edits: list[Edit] = []
        for match in _P.ROUND.finditer(coded.text):
            place = _P.AT_PLACE.match(coded.text, match.start("place"))
            assert place is not None
            sign = evidence.sign_at(place)
            start, end = place.span()
            if sign == "−" and _P.NUMBER_BEHIND.match(coded.text, match.end()):  # it closes up with its number
                end = match.end()
                start = match.start() if coded.text.endswith("10", 0, match.start()) else start
            edits.append(Edit(start, end, sign))
        return coded.edit(edits)

    def profile_of(self, text: str) -> Profile:
        """The habits of the document; ``text`` is the whole of it, signs read."""
        lost_font = self.digits.digit_is_degree or (self.evidence is not None and bool(self.evidence.signs))
        return profile_of(text, lost_font, self.apart)

    def problems(self, reading: MappedText) -> list[Problem]:
        """What was inferred, and how many places stay lost in the text that was read."""
        told = self.digits.told()
        if self.evidence is not None:
            meant: Counter[str] = Counter(self.evidence.signs.values())
            told += [f"{count} kinds of signs read as {sign!r}" for sign, count in sorted(meant.items())]
        found = [Problem("signs_inferred", "; ".join(told))] if told else []
        if self.mojibake:
            found.append(Problem("mojibake", "UTF-8 that had been read as another encoding was put right"))
        lost = len(_P.LOST_AT_NUMBER.findall(reading.text))
        if lost:
            found.append(
                Problem("signs_lost", f"a sign is lost beside a number at {lost} places; no value is read there")
            )
        return found


def _foreign(text: str) -> dict[str, Trust]:
    """Signs that stand where a minus, a times sign or a degree must, and their kin."""
    if text.isascii() and "?" not in text and "~" not in text:
        return {}
    counted = Counter(_P.ANCHORS.findall(text))
    found = {sign: Trust.ANYTHING if sign in "?~" else Trust.FOREIGN for sign in counted if _may_be_foreign(sign)}
    for family in _FAMILIES:
        if any(family.get(sign) in ("−", "×") for sign in found):
            found.update({sign: Trust.FOREIGN for sign in family if sign in text})
    return found


def _may_be_foreign(sign: str) -> bool:
    return sign == "~" or not (sign in _USUAL or sign == UNREAD or "\u0370" <= sign <= "\u03ce")


def _suspect(match: re.Match[str], foreign: dict[str, Trust]) -> Suspect:
    surface = match.group()
    match match.lastgroup:
        case "cid":
            return Suspect(surface, Trust.CODE, int(match["cid"]))
        case "glyph" | "name":
            code = int(match[match.lastgroup])
            return Suspect(surface, Trust.CODE, code, GLYPH_CODES.get(code, ""))
        case "control":
            return Suspect(surface, Trust.CODE, ord(surface))
        case "lost":
            return Suspect(surface, Trust.ANYTHING)
        case "foreign":
            family = next((f for f in _FAMILIES if surface in f and any(s in foreign for s in f)), {})
            return Suspect(surface, foreign[surface], ord(surface), family.get(surface, ""))
        case _:
            return Suspect(UNREAD, Trust.CODE)
