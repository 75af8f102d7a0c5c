"""Superscripts: found in every way of writing, marked while citations are sought, written with a caret at the end."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.patterns import SUPERSCRIPTS
from corpus.repair.profile import Profile

# With the minus of a power that stands on the line: "10–³ S cm–¹".
_RUN = re.compile("(?:(?<=10|cm)[–−-])?[" + "".join(map(re.escape, SUPERSCRIPTS)) + "]+")
_BLANK_BEFORE = re.compile(rf"[ ](?={START}(?:[−–-]\d|\d?[+−-]{END}))(?<=[A-Za-zΩÅ0-9)\]].)")
_MINUS = re.compile(rf"[−–](?:(?<={START}.)(?=\d)|(?<=[\d{START}a-z].)(?={END}))")
# "PO4" and its charge on a line of its own, as PDF text has it.
_SIGN_ON_NEXT_LINE = re.compile(r"\n\s*(?:\d|n)?[+−]")
_CHARGE_ON_NEXT_LINE = re.compile(
    r"(?<=[A-Za-z)\]]\d|[A-Za-z)\]][A-Za-z)\]])(?:\s*\n\s*\n\s*(?P<own>(?:\d|n)?[+−])"
    r"|\s*\n\s*(?P<next>\d[+−]))(?=[\s,.;)]|$)"
)
_ELEMENT_CHARGE = re.compile(rf"(?<![A-Za-z\d)\]])(?:{SYMBOL}|M|X)(\d?[+−])(?![ ]{{1,3}}[xyzδ]\b)(?=[\s,.;:)/–]|$)")
_ION_CHARGE = re.compile(
    rf"(?<![A-Za-z])(?:(?:{SYMBOL})\d?){{1,3}}(?:(?<=\d)(\d[+−])|(?<=[A-Z]\d)(−))(?=[\s,.;:)/–]|$)"
)
_CHARGE_SIGN = re.compile(r"[+−](?<=[A-Za-z\d].)")
_PRIMES = frozenset("′″'’\"”")  # which stand raised in any case: "β″"
_MARK = re.compile(f"{START}|{END}")


def mark_charges(text: MappedText, profile: Profile) -> MappedText:
    """Charges that lost their superscript are marked again: ``Li+``, ``Nb5+``, ``PO43−``.

    >>> mark_charges(MappedText.from_raw("Na+ and Ta5+"), Profile()).text
    'Na\\x02+\\x03 and Ta\\x025+\\x03'
    """
    if _SIGN_ON_NEXT_LINE.search(text.text):
        text = text.substitute(_CHARGE_ON_NEXT_LINE, lambda m: START + (m["own"] or m["next"]) + END)
    if not _CHARGE_SIGN.search(text.text):
        return text
    spans = {match.span(1) for match in _ELEMENT_CHARGE.finditer(text.text)}
    spans.update(match.span(match.lastindex or 1) for match in _ION_CHARGE.finditer(text.text))
    return mark(text, spans)


def mark_superscripts(text: MappedText, profile: Profile) -> MappedText:
    """A run of superscript signs becomes a marked superscript, each sign mapped to its own place.

    >>> mark_superscripts(MappedText.from_raw("10⁻⁴"), Profile()).text
    '10\\x02-4\\x03'
    """
    edits: list[Edit] = []
    for match in _RUN.finditer(text.text):
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
    return text.substitute(_BLANK_BEFORE, "").substitute(_MINUS, "-")


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

    return text.substitute(_MARK, sign)
