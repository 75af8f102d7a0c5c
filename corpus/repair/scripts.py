"""Superscripts: found in every way of writing, marked while citations are sought, written with a caret at the end."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.patterns import SUBSCRIPTS, SUPERSCRIPTS
from corpus.repair.profile import Profile

_P = read_patterns(
    __file__, symbol=SYMBOL, start=START, end=END,
    raised="".join(map(re.escape, SUPERSCRIPTS)), lowered="".join(map(re.escape, SUBSCRIPTS)),
)  # fmt: skip

_PRIMES = frozenset("′″'’\"”")  # which stand raised in any case: "β″"
_GOES_ON = (_P.SCRIPTED_PART, _P.LAST_PART, _P.CLOSING)


def mark_charges(text: MappedText, profile: Profile) -> MappedText:
    """Charges that lost their superscript are marked again: ``Li+``, ``Nb5+``, ``PO43−``.

    >>> mark_charges(MappedText.from_raw("Na+ and Ta5+"), Profile()).text
    'Na\\x02+\\x03 and Ta\\x025+\\x03'
    """
    if _P.SIGN_ON_NEXT_LINE.search(text.text):
        text = text.substitute(_P.CHARGE_ON_NEXT_LINE, lambda m: START + (m["own"] or m["next"]) + END)
    if not _P.CHARGE_SIGN.search(text.text):
        return text
    spans = {match.span(1) for match in _P.ELEMENT_CHARGE.finditer(text.text)}
    spans.update(match.span(match.lastindex or 1) for match in _P.ION_CHARGE.finditer(text.text))
    return mark(text, spans)


def mark_superscripts(text: MappedText, profile: Profile) -> MappedText:
    """A run of superscript signs becomes a marked superscript, each sign mapped to its own place.

    >>> mark_superscripts(MappedText.from_raw("10⁻⁴"), Profile()).text
    '10\\x02-4\\x03'
    """
    edits: list[Edit] = []
    for match in _P.RUN.finditer(text.text):
        edits.append(Edit(match.start(), match.start(), START))
        for offset, sign in enumerate(match.group(), match.start()):
            edits.append(Edit(offset, offset + 1, SUPERSCRIPTS.get(sign, "-")))
        edits.append(Edit(match.end(), match.end(), END))
    return text.edit(edits)


def close_up_superscripts(text: MappedText, profile: Profile) -> MappedText:
    """Blanks before exponents and charges go, their minus becomes ASCII.

    >>> close_up_superscripts(MappedText.from_raw("10 \\x02−4\\x03"), Profile()).text
    '10\\x02-4\\x03'
    """
    if START not in text.text:
        return text
    return text.substitute(_P.BLANK_BEFORE, "").substitute(_P.MINUS, "-")


def write_carets(text: MappedText, profile: Profile) -> MappedText:
    """Marked superscripts become carets, but for primes; a digit that follows is kept apart by a blank.

    >>> write_carets(MappedText.from_raw("S cm\\x02-1\\x03"), Profile()).text
    'S cm^-1'
    """
    if START not in text.text:
        return text

    def sign(match: re.Match[str]) -> str:
        behind = match.string[match.end() : match.end() + 1]
        if match.group() == START:
            return "" if behind in _PRIMES else "^"
        return " " if behind.isdigit() else ""

    return text.substitute(_P.MARK, sign)


def close_up_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Blanks that were set around subscripts go.

    >>> close_up_subscripts(MappedText.from_raw("Na _{1.3} Zr ₂ S cell"), Profile()).text
    'Na_{1.3}Zr₂S cell'
    """
    if "_" not in text.text and not _P.LOWERED.search(text.text):
        return text
    text = text.substitute(_P.BLANK_BEFORE_INDEX, "").substitute(_P.BLANK_BEHIND_INDEX, _closed_up)
    return text.substitute(_P.LOST_JOINT, "-") if _P.AMOUNT_OF_PART.search(text.text) else text


def _closed_up(match: re.Match[str]) -> str:
    """Nothing for a blank behind a subscript of a formula that goes on; one behind a power, "10^{-3} S", stays."""
    text, place = match.string, match.start()
    opening = text.rfind("{", 0, place) if text[place - 1] == "}" else 0
    is_power = opening > 0 and text[opening - 1] == "^"
    bracket = _P.BRACKET.match(text, match.end())
    goes_on = not is_power and any(part.match(text, match.end()) for part in _GOES_ON)
    goes_on = goes_on and (bracket is None or bool(bracket["group"]))
    return "" if goes_on else match.group()


def read_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Subscript signs become plain ones.

    >>> read_subscripts(MappedText.from_raw("Li₃PS₄"), Profile()).text
    'Li3PS4'
    """
    return text.substitute(_P.LOWERED, lambda match: SUBSCRIPTS[match.group()])
