"""One way of writing for formulas: ASCII hyphens in mixtures and series, no blanks inside."""

from __future__ import annotations

from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.patterns import read_patterns
from corpus.repair.profile import Profile

_P = read_patterns(__file__, symbol=SYMBOL)


def write_hyphens(text: MappedText, profile: Profile) -> MappedText:
    """Middle dots and minus signs inside formulas become ASCII hyphens, without blanks; indices lose their brackets.

    >>> write_hyphens(MappedText.from_raw("60Li2S·40SiS2, Na3−xPS4−xClx, P(EO)(16)LiFSI (7)"), Profile()).text
    '60Li2S-40SiS2, Na3-xPS4-xClx, P(EO)16LiFSI (7)'
    """
    if "·" in text.text:
        text = text.substitute(_P.MIDDLE_DOT, "-")
    text = text.substitute(_P.FULL_STOP, "-").substitute(_P.LOST_HYPHEN, r"\g<0>-")
    if any(dash in text.text for dash in ("−", "–", " -", "- ")):
        text = text.substitute(_P.DASH_BEFORE_PART, "-").substitute(_P.MINUS, "-")
        if any(letter in text.text for letter in "αβγδ"):
            text = text.substitute(_P.PREFIX_BLANK, r"\1\2-")
    if " + " in text.text or " - " in text.text:
        text = text.substitute(_P.SPACED_SIGN, r"\1")
    if ")(" in text.text:
        text = text.substitute(_P.BRACKETED_INDEX, r"\1\2")
    if ") " in text.text:
        text = text.substitute(_P.BLANK_BEFORE_ANION, r"\1")
    if "-" not in text.text:
        return text
    if ") " in text.text:
        text = text.substitute(_P.SERIES_BLANK, r"\1")
    return text.substitute(_P.AMOUNT_BLANK, r"\1").substitute(_P.AMOUNT_BLANK_INSIDE, r"\1")
