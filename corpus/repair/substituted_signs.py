"""Signs that stand for another because a font was lost; applied only where the document shows the habit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.patterns import Pattern, read_patterns
from corpus.repair.patterns import GREEK_OF_LATIN, RELATION_OF_LETTER

if TYPE_CHECKING:
    from corpus.repair.profile import Profile

_P = read_patterns(__file__, symbol=SYMBOL)
_LATEX: Final = ("\\text", "\\times", "_{", "$_", "$^", "\\begin{")


class Substitute(NamedTuple):
    """A sign that stands for another one: where, for which, and what shows that it does in a document."""

    sign: str  # without it nothing is sought
    pattern: Pattern
    stands_for: str | Callable[[re.Match[str]], str]
    shown: Pattern | None = None  # None: it stands for the other in any document
    least: int = 1  # places that show it
    own: tuple[str, ...] = ()  # a document that has one of these has not lost the font


_SUBSTITUTES: Final = (
    Substitute("#", _P.HASH, "≤", _P.AT_MOST, own=("≤",)),
    Substitute("%", _P.PERCENT, "≤", _P.AT_MOST_BY_PERCENT, own=("≤",)),
    Substitute("$", _P.DOT_BY_DOLLAR, "·", _P.DOT_BY_DOLLAR, own=_LATEX),
    Substitute("U", _P.OHM, lambda m: (m[1] or m[2] or "") + "Ω", _P.OHM_BY_U, own=("Ω", "\\Omega")),
    Substitute("j", _P.BAR, "|", _P.BAR_BY_J, 2),
    Substitute("2q", _P.THETA, "2θ", _P.THETA_BY_Q, own=("θ",)),
    Substitute("\ufffd", _P.OVERBAR, "-"),
    Substitute("¼", _P.QUARTER, " = "),
    Substitute("", _P.RELATION_BY_LETTER, lambda m: RELATION_OF_LETTER[m[0]], _P.RELATION_BY_LETTER),
    Substitute(" e", _P.LETTER_E, lambda m: "–" if m.string[m.start() - 1].isdigit() else "-", _P.DASH_BY_E, 3),
)
ALWAYS: Final = tuple(substitute for substitute in _SUBSTITUTES if substitute.shown is None)


def substitutes_in(raw: str, lost_font: bool) -> tuple[Substitute, ...]:
    """The substitutes that a document shows; letters for relations only where signs of a mathematical ``lost_font``."""
    return tuple(s for s in _SUBSTITUTES if s.shown is None or ((s.sign or lost_font) and _is_shown(raw, s, s.shown)))


def _is_shown(raw: str, substitute: Substitute, shown: Pattern) -> bool:
    if substitute.sign not in raw or any(sign in raw for sign in substitute.own):
        return False
    return len(shown.findall(raw)) >= substitute.least


def greek_letters(raw: str) -> frozenset[str]:
    """Latin letters before formulas, when the document has none of the Greek letters they would stand for."""
    found = Counter(match.group(1) for match in _P.LATIN_FOR_GREEK.finditer(raw))
    letters = {letter for letter in found if GREEK_OF_LATIN[letter] not in raw}
    if _P.AMORPHOUS_A.search(raw):
        letters.discard("a")
    return frozenset(letters)


def restore_signs(text: MappedText, profile: Profile) -> MappedText:
    """The signs the profile knows to be substitutes become what they stand for.

    >>> from corpus.repair.profile import profile_of
    >>> restore_signs(MappedText.from_raw("0 # x # 0.5"), profile_of("0 # x # 0.5")).text
    '0 ≤ x ≤ 0.5'
    """
    for substitute in profile.substitutes:
        if substitute.sign in text.text:
            text = text.substitute(substitute.pattern, substitute.stands_for)
    if profile.greek:
        text = text.substitute(
            _P.LATIN_FOR_GREEK,
            lambda match: f"{GREEK_OF_LATIN[match.group(1)]}-" if match.group(1) in profile.greek else match.group(),
        )
    return text
