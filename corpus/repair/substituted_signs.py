"""Signs that stand for another because a font was lost; applied only where the document shows the habit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.repair.patterns import (
    DOLLAR_FOR_DOT,
    GREEK_OF_LATIN,
    LATIN_FOR_GREEK,
    RELATION_BY_LETTER,
    RELATION_OF_LETTER,
)
from corpus.repair.profile import Profile

_HASH = re.compile(r"#(?=\s*(?:[\d.]|[xyzδ]\b|$))")
_PERCENT = re.compile(r"(?<=[\d.] )%(?= [xyzδ]\b)|(?<=\b[xyzδ] )%(?= [\d.])|(?<=[(=] )%(?= ?\d)|(?<=\()%(?= ?\d)")
_DOLLAR = re.compile(DOLLAR_FOR_DOT)
_OHM = re.compile(r"(?<=\d )([kM]?)U(?= cm|[.,;)]|\s[a-z]|$)|(?<=\()([kM]?)U(?= cm)")
_BAR = re.compile(rf"(?:(?<=[\d)A-Z])|(?<=\b(?:Li|Na|Mg|Ag|Cu|Al|In|Zn|Ca|SS|Au)))j(?=(?:{SYMBOL}|[A-Z]{{2}}|\())")
_OVERBAR = re.compile(r"(?<=[A-Za-z])\ufffd(?=\d)")  # of a space group: "Fd-3m"
_THETA = re.compile(r"\b2q\b")
_GREEK = re.compile(LATIN_FOR_GREEK)
_RELATION = re.compile(RELATION_BY_LETTER)
_QUARTER = re.compile(r"(?<=[\w)])[ ]?¼[ ]?(?=[\d−-])")
# "glass e ceramic" has a hyphen, "14 e 17" and "Na e Na" a dash.
_LETTER_E = re.compile(r"(?<=[a-z\d])[ ]e\s+(?=[a-zA-Z\d])")


class _Substitute(NamedTuple):
    """A sign that stands for another one: in which documents, where, and for which."""

    sign: str  # without it nothing is sought
    is_habit: Callable[[Profile], bool]
    pattern: re.Pattern[str]
    stands_for: str | Callable[[re.Match[str]], str]


_SUBSTITUTES: Final = (
    _Substitute("#", lambda profile: profile.hash_is_at_most, _HASH, "≤"),
    _Substitute("%", lambda profile: profile.percent_is_at_most, _PERCENT, "≤"),
    _Substitute("$", lambda profile: profile.dollar_is_dot, _DOLLAR, "·"),
    _Substitute("U", lambda profile: profile.u_is_ohm, _OHM, lambda match: (match[1] or match[2] or "") + "Ω"),
    _Substitute("j", lambda profile: profile.j_is_bar, _BAR, "|"),
    _Substitute("2q", lambda profile: profile.q_is_theta, _THETA, "2θ"),
    _Substitute("\ufffd", lambda profile: True, _OVERBAR, "-"),
    _Substitute("¼", lambda profile: True, _QUARTER, " = "),
    _Substitute("", lambda profile: profile.letters_are_relations, _RELATION, lambda m: RELATION_OF_LETTER[m[0]]),
    _Substitute(
        " e", lambda profile: profile.e_is_dash, _LETTER_E, lambda m: "–" if m.string[m.start() - 1].isdigit() else "-"
    ),
)


def restore_signs(text: MappedText, profile: Profile) -> MappedText:
    """The signs the profile knows to be substitutes become what they stand for.

    >>> restore_signs(MappedText.from_raw("0 # x # 0.5"), Profile(hash_is_at_most=True)).text
    '0 ≤ x ≤ 0.5'
    """
    for substitute in _SUBSTITUTES:
        if substitute.sign in text.text and substitute.is_habit(profile):
            text = text.substitute(substitute.pattern, substitute.stands_for)
    if profile.greek:
        text = text.substitute(
            _GREEK,
            lambda match: f"{GREEK_OF_LATIN[match.group(1)]}-" if match.group(1) in profile.greek else match.group(),
        )
    return text
