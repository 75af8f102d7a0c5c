"""Punctuation that a converter set apart by blanks, like every other token: ``0 . 53 eV ( 36 ) , e . g . Li ( BH4 )``.

Applied only where the document shows the habit; elsewhere such a blank is left to the reader of a single place.
"""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.profile import Profile

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\d)[ ][.][ ](?=\d)"), "."),  # a decimal point: "0 . 53"
    (re.compile(r"\b(e|i)[ ][.][ ](g|e)[ ][.]"), r"\1.\2."),
    (re.compile(r"(?<=\bal)[ ][.]"), "."),
    (re.compile(r"(?<=[(\[])[ ](?=\S)"), ""),
    (re.compile(r"(?<=\S)[ ](?=[)\]](?![A-Za-z]))"), ""),
    (re.compile(r"(?<=[\w)\]])[ ](?=[,;:](?:[ ]|$))"), ""),
    (re.compile(r"(?<=[\w)\]%])[ ](?=[.](?:[ ][A-Z(\[]|[ ]?$))"), ""),
    (re.compile(r"(?<=[a-z])/[ ](?=[a-z])"), "/"),  # "and/ or"
)


def close_up_punctuation(text: MappedText, profile: Profile) -> MappedText:
    """Blanks before commas and stops, inside brackets and around decimal points go.

    >>> spaced = "0 . 53 eV ( 36 ) , e . g . Na 4 ( B10 H 10 ) ."
    >>> close_up_punctuation(MappedText.from_raw(spaced), Profile(spaced_punctuation=True)).text
    '0.53 eV (36), e.g. Na 4 (B10 H 10).'
    """
    if not profile.spaced_punctuation:
        return text
    for pattern, replacement in _RULES:
        text = text.substitute(pattern, replacement)
    return text
