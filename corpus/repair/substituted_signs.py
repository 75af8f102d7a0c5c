"""Signs that stand for another because a font was lost; applied only where the document shows the habit."""

from __future__ import annotations

import re

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


def restore_signs(text: MappedText, profile: Profile) -> MappedText:
    """The signs the profile knows to be substitutes become what they stand for.

    >>> restore_signs(MappedText.from_raw("0 # x # 0.5"), Profile(hash_is_at_most=True)).text
    '0 ≤ x ≤ 0.5'
    """
    if profile.hash_is_at_most and "#" in text.text:
        text = text.substitute(_HASH, "≤")
    if profile.percent_is_at_most and "%" in text.text:
        text = text.substitute(_PERCENT, "≤")
    if profile.dollar_is_dot and "$" in text.text:
        text = text.substitute(_DOLLAR, "·")
    if profile.u_is_ohm and "U" in text.text:
        text = text.substitute(_OHM, lambda match: (match.group(1) or match.group(2) or "") + "Ω")
    if profile.j_is_bar and "j" in text.text:
        text = text.substitute(_BAR, "|")
    if profile.q_is_theta and "2q" in text.text:
        text = text.substitute(_THETA, "2θ")
    if "\ufffd" in text.text:
        text = text.substitute(_OVERBAR, "-")
    if "¼" in text.text:
        text = text.substitute(_QUARTER, " = ")
    if profile.letters_are_relations:
        text = text.substitute(_RELATION, lambda match: RELATION_OF_LETTER[match.group()])
    if profile.e_is_dash:
        text = text.substitute(_LETTER_E, lambda m: "–" if m.string[m.start() - 1].isdigit() else "-")
    if profile.greek:
        text = text.substitute(
            _GREEK,
            lambda match: f"{GREEK_OF_LATIN[match.group(1)]}-" if match.group(1) in profile.greek else match.group(),
        )
    return text
