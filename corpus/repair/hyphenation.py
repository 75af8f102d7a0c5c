"""Words and formulas that were broken over a line end, and line ends themselves."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.repair.patterns import HYPHEN_GOES_ON, LOST_HYPHENS
from corpus.repair.profile import Profile
from corpus.signs import AS_HYPHEN

# pdfium sets U+FFFE for a hyphen at the end of a line, and drops the line end.
_BREAK = re.compile(r"(?:[-‐‑](?<=[\w)\]].)[ \t\r]*\n|\ufffe)\s*(?=[\w(\[])")
# The same, after a converter turned the line end into a blank; "pre- and post-" is no broken word.
_BREAK_BEFORE_BLANK = re.compile(rf"(?<=[a-z]{{2}})-[ ](?={HYPHEN_GOES_ON})")
_DASH_AT_END = re.compile(r"[–—/][ \t\r]*\n")
_DASH_BREAK = re.compile(r"(?<=[\w)\]+][–—/])[ \t\r]*\n\s*(?=[\w(\[])")
_TAIL = re.compile(r"[^\s,;:!?]+$")
_HEAD = re.compile(r"[^\s,;:!?]+")
_BLANKS = r"[ \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANK = re.compile(rf"{_BLANKS}{{2,}}|(?! ){_BLANKS}")
# A piece of a formula: elements and amounts, with an element or a bracket that closes.
_FORMULA_SIGNS = re.compile(rf"(?:{SYMBOL}|[\d.xyz()\[\]+−-])*")
_HAS_ELEMENT = re.compile(rf"[\d.xyz(\[\]+−-]*(?:{SYMBOL}|\))")
# Cations that stand before words ("Li-rich"), without those that are syllables too ("In-terest", "Al-though").
_CATION = re.compile(r"Li|Na|K|Ag|Cu|Mg|Zn|Ca|Sr|Ba|Zr|Ta|Nb|Ge|Ti|Cl|Br|O|S|F|N")
_LAST_WINDOW = 60
_JOINED_COMPOUND = re.compile(rf"\b(?:{'|'.join(LOST_HYPHENS)})\b", re.IGNORECASE)
_VARIABLES = frozenset("xyzδ")


def _occurrences(token: str, profile: Profile) -> int:
    return profile.words[token.strip("()[].").translate(AS_HYPHEN).lower()]


def _hyphen(tail: str, head: str, profile: Profile) -> str:
    """The hyphen if it belongs between the two halves, else nothing: decided by what the document writes elsewhere."""
    last = re.split(r"[-–−/(]", tail)[-1]
    first = re.split(r"[-–−/)]", head)[0]
    written = _balance(tail, head, profile) or _balance(last, first, profile)
    return "-" if (written > 0 if written else _joins(tail, last, first, profile)) else ""


def _balance(tail: str, head: str, profile: Profile) -> int:
    """How much more often the document writes two halves with a hyphen than as one word; joined wins a draw."""
    joined, compound = _occurrences(tail + head, profile), _occurrences(f"{tail}-{head}", profile)
    return compound - joined or -bool(joined)


def _joins(tail: str, last: str, first: str, profile: Profile) -> bool:
    """Whether a hyphen between words of which the document shows no other place is their own."""
    # Before an amount no formula is broken, a series at its minus: "60Li2S-" + "40P2S5", "(30-" + "x)".
    if first[:1].isdigit() or (first in _VARIABLES and tail[-1:].isdigit()):
        return True
    known = _occurrences(last, profile), _occurrences(first, profile)
    if _FORMULA_SIGNS.fullmatch(last) and _HAS_ELEMENT.match(last) and _HAS_ELEMENT.match(first):
        return min(known) > 1  # the typesetter's; a mixture's own hyphen joins two known compounds
    if first[:1].isupper():
        return not (last.isupper() and first.isupper()) or known[0] > 0
    return _is_head_of_compound(last, first) or (len(last) > 2 and len(first) > 3 and min(known) > 1)


def _is_head_of_compound(last: str, first: str) -> bool:
    """A cation or an abbreviation before a word: "Li-stuffed", "LGPS-type"."""
    return (first.isalpha() and _CATION.fullmatch(last) is not None) or (last.isupper() and len(last) > 2)


def join_line_ends(text: MappedText, profile: Profile) -> MappedText:
    """Halves of a word become one again; a compound's own hyphen stays.

    >>> join_line_ends(MappedText.from_raw("high conduc-\\ntivity"), Profile()).text
    'high conductivity'
    """
    if profile.hyphens_apart and "- " in text.text:
        text = _joined(text, _BREAK_BEFORE_BLANK, profile)
    if "\n" not in text.text and "\ufffe" not in text.text:
        return text
    text = _joined(text, _BREAK, profile)
    return text.substitute(_DASH_BREAK, "") if _DASH_AT_END.search(text.text) else text


def _joined(text: MappedText, breaks: re.Pattern[str], profile: Profile) -> MappedText:
    edits = []
    for match in breaks.finditer(text.text):
        tail = _TAIL.search(text.text[max(0, match.start() - _LAST_WINDOW) : match.start()])
        head = _HEAD.match(text.text, match.end())
        if tail is not None and head is not None:
            edits.append(Edit(match.start(), match.end(), _hyphen(tail.group(), head.group(), profile)))
    return text.edit(edits)


def restore_lost_hyphens(text: MappedText, profile: Profile) -> MappedText:
    """Compounds of this field whose hyphen went with a line end get it back.

    >>> restore_lost_hyphens(MappedText.from_raw("roomtemperature"), Profile(lost_hyphens=True)).text
    'room-temperature'
    """
    if not profile.lost_hyphens:
        return text
    edits = []
    for match in _JOINED_COMPOUND.finditer(text.text):
        place = match.start() + LOST_HYPHENS[match.group().lower()]
        edits.append(Edit(place, place, "-"))
    return text.edit(edits)


def single_spaces(text: MappedText, profile: Profile) -> MappedText:
    """Any run of white space becomes one space.

    >>> single_spaces(MappedText.from_raw("at\\n25  °C"), Profile()).text
    'at 25 °C'
    """
    if text.text == " ".join(text.text.split()):
        return text
    return text.substitute(_BLANK, " ")
