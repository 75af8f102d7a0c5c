"""Words and formulas that were broken over a line end, and line ends themselves."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import Pattern, read_patterns
from corpus.repair.patterns import LOST_HYPHENS
from corpus.repair.profile import HABITS, Profile
from corpus.signs import AS_HYPHEN

_P = read_patterns(__file__, symbol=SYMBOL)

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
    if _is_member(tail, last) and first[:1].isupper():
        return True
    known = _occurrences(last, profile), _occurrences(first, profile)
    if _P.FORMULA_SIGNS.fullmatch(last) and _P.HAS_ELEMENT.match(last) and _P.HAS_ELEMENT.match(first):
        return min(known) > 1  # the typesetter's; a mixture's own hyphen joins two known compounds
    if first[:1].isupper():
        return not (last.isupper() and first.isupper()) or known[0] > 0
    return _is_head_of_compound(last, first) or (len(last) > 2 and len(first) > 3 and min(known) > 1)


def _is_member(tail: str, last: str) -> bool:
    """A member of a hyphenated name ("PVDF-HFP-" + "LiTFSI"), though its letters are symbols of elements."""
    return last != tail and last.isalpha() and last.isupper() and len(last) > 2


def _is_head_of_compound(last: str, first: str) -> bool:
    """A cation or an abbreviation before a word: "Li-stuffed", "LGPS-type"."""
    return (first.isalpha() and _P.CATION.fullmatch(last) is not None) or (last.isupper() and len(last) > 2)


def join_line_ends(text: MappedText, profile: Profile) -> MappedText:
    """Halves of a word become one again; a compound's own hyphen stays.

    >>> join_line_ends(MappedText.from_raw("high conduc-\\ntivity"), Profile()).text
    'high conductivity'
    """
    if profile.hyphens_apart and "- " in text.text:
        text = _joined(text, HABITS.BREAK_BEFORE_BLANK, profile)
    if "\n" not in text.text and "\ufffe" not in text.text:
        return text
    text = _joined(text, _P.BREAK, profile)
    return text.substitute(_P.DASH_BREAK, "") if _P.DASH_AT_END.search(text.text) else text


def _joined(text: MappedText, breaks: Pattern, profile: Profile) -> MappedText:
    edits = []
    for match in breaks.finditer(text.text):
        tail = _P.TAIL.search(text.text[max(0, match.start() - _LAST_WINDOW) : match.start()])
        head = _P.HEAD.match(text.text, match.end())
        if tail is not None and head is not None:
            edits.append(Edit(match.start(), match.end(), _hyphen(tail.group(), head.group(), profile)))
    return text.edit(edits)


def restore_lost_hyphens(text: MappedText, profile: Profile) -> MappedText:
    """Names and compounds whose hyphen went with a line end get it back.

    >>> restore_lost_hyphens(MappedText.from_raw("roomtemperature"), Profile(lost_hyphens=True)).text
    'room-temperature'
    """
    edits = []
    if profile.lost_hyphens:
        for match in _JOINED_COMPOUND.finditer(text.text):
            edits.append(match.start() + LOST_HYPHENS[match.group().lower()])
    names = [re.escape(name) for name in profile.joined_names if name in text.text]
    for match in re.finditer(rf"(?<![^\W_])(?:{'|'.join(names)})(?![^\W_])", text.text) if names else ():
        edits.append(match.start() + profile.joined_names[match.group()])
    return text.edit([Edit(place, place, "-") for place in sorted(set(edits))])


def single_spaces(text: MappedText, profile: Profile) -> MappedText:
    """Any run of white space becomes one space.

    >>> single_spaces(MappedText.from_raw("at\\n25  °C"), Profile()).text
    'at 25 °C'
    """
    if text.text == " ".join(text.text.split()):
        return text
    return text.substitute(_P.BLANK, " ")
