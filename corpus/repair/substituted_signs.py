"""Signs that stand for another because a font was lost; applied only where the document shows the habit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.repair.patterns import (
    GREEK_OF_LATIN,
    RELATION_OF_LETTER,
)
from corpus.repair.profile import HABITS, Profile

_P = read_patterns(__file__, symbol=SYMBOL)


class _Substitute(NamedTuple):
    """A sign that stands for another one: in which documents, where, and for which."""

    sign: str  # without it nothing is sought
    is_habit: Callable[[Profile], bool]
    pattern: re.Pattern[str]
    stands_for: str | Callable[[re.Match[str]], str]


_SUBSTITUTES: Final = (
    _Substitute("#", lambda profile: profile.hash_is_at_most, _P.HASH, "≤"),
    _Substitute("%", lambda profile: profile.percent_is_at_most, _P.PERCENT, "≤"),
    _Substitute("$", lambda profile: profile.dollar_is_dot, HABITS.DOT_BY_DOLLAR, "·"),
    _Substitute("U", lambda profile: profile.u_is_ohm, _P.OHM, lambda match: (match[1] or match[2] or "") + "Ω"),
    _Substitute("j", lambda profile: profile.j_is_bar, _P.BAR, "|"),
    _Substitute("2q", lambda profile: profile.q_is_theta, _P.THETA, "2θ"),
    _Substitute("\ufffd", lambda profile: True, _P.OVERBAR, "-"),
    _Substitute("¼", lambda profile: True, _P.QUARTER, " = "),
    _Substitute(
        "", lambda profile: profile.letters_are_relations, HABITS.RELATION_BY_LETTER, lambda m: RELATION_OF_LETTER[m[0]]
    ),
    _Substitute(
        " e",
        lambda profile: profile.e_is_dash,
        _P.LETTER_E,
        lambda m: "–" if m.string[m.start() - 1].isdigit() else "-",
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
            HABITS.LATIN_FOR_GREEK,
            lambda match: f"{GREEK_OF_LATIN[match.group(1)]}-" if match.group(1) in profile.greek else match.group(),
        )
    return text
