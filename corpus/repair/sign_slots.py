"""What stands around a sign in solid-electrolyte papers, by which one that was lost or exchanged is known again.

A converter that cannot read a font writes a code (``(cid:2)``, ``/C0``, ``GLYPH<2>``), a control character, U+FFFD, a
question mark or a letter of another alphabet where a minus, a times sign or a degree stood. The code means nothing in
itself; what stands around it often leaves one reading only: the unit of a conductivity ends in −1, and a power of ten
before it is negative. Each suspect is written as one sign of a private plane (``PLACE``) while it is looked at.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.elements import SYMBOL
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
