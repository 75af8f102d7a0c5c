"""Comparators: what the words and signs around a quantity say of its value."""

from __future__ import annotations

import re
from enum import StrEnum

from corpus.patterns import read_patterns
from extractors.mentions import QuantityKind
from extractors.quantities.cues import CUES


class Words(StrEnum):
    """The names of the comparators; their words stand in ``comparators.toml``."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BELOW = "below"
    ABOVE = "above"
    APPROXIMATE = "approximate"


WORDS = read_patterns(__file__)
SIGNS = {Words.AT_LEAST: (">=", "<"), Words.AT_MOST: ("<=", ">"), Words.BELOW: ("<", ">="), Words.ABOVE: (">", "<")}
"""What they say, and what they say where they are negated."""

_FILLER = (
    r"(?:\s*(?:(?:the |an? )?(?:values?|magnitude|level|limit|threshold) of|a|of|an|"
    r"(?:on )?the order of(?: magnitude of)?))?"
)
_ANY = {words: WORDS.entries[words.name]["pattern"] for words in Words}
_COMPARED = "|".join(f"(?P<{words}>{_ANY[words]})" for words in SIGNS)
_APPROXIMATE = _ANY[Words.APPROXIMATE]
_BEFORE = re.compile(
    r"(?:(?=[~≈<>≤≥≪≫])|(?<!\w))"  # none begins within a word
    rf"(?:(?:{_COMPARED})(?:{_FILLER}|\s+(?P<the>the))(?:\s*(?:{_APPROXIMATE}))?"
    rf"|(?P<approximate>{_APPROXIMATE}){_FILLER})\s*[(\[]?$",
    re.IGNORECASE,
)
"""The words of a comparator at the end of the text before a number."""

WINDOW = 48
"""Characters before a number that are read: the longest comparator with its fillers is shorter."""

PLAIN_PREPOSITIONS = {
    QuantityKind.PRESSURE: ("under", "over"),
    QuantityKind.TEMPERATURE: ("under",),
    QuantityKind.DURATION: ("over", "under", "some"),
}
"""Words that compare other quantities but are mere prepositions here: "pressed under 300 MPa", "cooled over 2 h"."""


def comparator_of(plain: str, start: int, end: int, kind: QuantityKind, floor: int = 0) -> str:
    """The comparator of the quantity ``plain[start:end]``: "=", "~", ">", "<", ">=" or "<=".

    "up to", "as high as", "maximum of" say that the value was reached: "=". A negated ">" is "<" and the reverse.
    ``floor`` is where the previous quantity ends: no comparator begins before it.

    >>> comparator_of("does not exceed 0.2 mS cm^-1", 16, 28, QuantityKind.CONDUCTIVITY)
    '<'
    """
    window_start = max(floor, start - WINDOW)
    match = _BEFORE.search(plain[window_start:start])
    if match is None:
        return _after(plain, end)
    if match.group().strip().lower() in PLAIN_PREPOSITIONS.get(kind, ()):
        return "="
    if match["approximate"]:
        return "~"
    # "higher than the 2 mS cm^-1 of A" names a value of A; "above the 1 mS cm^-1 mark" does compare
    if match["the"] and not CUES.THRESHOLD.match(plain, end):
        return "="
    begins = window_start + match.start()
    # "it is superior to 2 mS cm^-1 of A" too, not "a conductivity higher than 2 mS cm^-1"
    if CUES.OF_ANOTHER.match(plain, end) and CUES.STATED.search(plain, max(floor, begins - 24), begins):
        return "="
    if CUES.RELATION.search(plain, max(0, begins - 24), begins):
        return "="
    negated = CUES.NEGATION.search(plain, max(0, begins - 40), begins) is not None
    return next(signs for words, signs in SIGNS.items() if match[words])[negated]


def _after(plain: str, end: int) -> str:
    if CUES.OR_MORE.match(plain, end):
        return ">="
    if CUES.OR_LESS.match(plain, end):
        return "<="
    return "="
