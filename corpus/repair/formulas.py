"""One way of writing for formulas: ASCII hyphens in mixtures and series, no blanks inside."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import ELEMENTS
from corpus.repair.profile import Profile

_MIXTURE_SIGN = re.compile(
    rf"(?<=[\w)\]])[ ]?[·−–-][ ]?(?=(?:\d+(?:\.\d+)?|x|y)[ ]?(?:{ELEMENTS}|\()(?:[A-Z\d(.]|[a-z]?\d))"
)
_DOT_IN_FORMULA = re.compile(rf"(?<=[A-Za-z\d)\]])[ ]?·[ ]?(?=\(?(?:\d|x|{ELEMENTS}))")
_MINUS_IN_SERIES = re.compile(
    r"(?<=[A-Za-z)\]]\d)[−–](?=\d?[a-zδ][A-Z(\[)]|\d?[a-zδ]\b)|(?<=[A-Z][a-z])[−–](?=x|y)"
    r"|(?<=\d)[−–](?=\d?\.?\d*[xyzδ](?![a-z]{2}))|(?<=[xyz])[−–](?=\d?[xyzδ](?![a-z]{2}))"
)


def write_hyphens(text: MappedText, profile: Profile) -> MappedText:
    """Middle dots and minus signs inside formulas become ASCII hyphens.

    >>> write_hyphens(MappedText.from_raw("60Li2S·40SiS2 and Na3−xPS4−xClx"), Profile()).text
    '60Li2S-40SiS2 and Na3-xPS4-xClx'
    """
    return text.substitute(_MIXTURE_SIGN, "-").substitute(_DOT_IN_FORMULA, "-").substitute(_MINUS_IN_SERIES, "-")
