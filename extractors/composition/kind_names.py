"""Short names of kinds of electrolytes (CPE, GPE) that a document gives to one sample.

Elsewhere they name a class. A paper on one membrane calls it so: "the PEO-LiTFSI-LATP film is named CSE".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.patterns import Pattern
from extractors.composition.class_words import SHORT_KINDS

_SHORT: Final = rf"(?P<short>{SHORT_KINDS})(?![\w-])"
_NAME: Final = r"(?:[A-Z][\w()]{0,24}[-–/@:][\w()/@–-]{0,40}[A-Z0-9)]|[A-Z]{3,24}[\w()]{0,24})"
_NOUN: Final = r"(?:electrolyte|membrane|film|separator|composite)"
_GIVEN: Final = (
    Pattern(  # "the PEO-LiTFSI-LATP film is named CSE"
        rf"(?<![\w-]){_NAME}[^.;\n]{{0,80}}?\b(?:denoted|named|termed|labell?ed|designated|abbreviated|called|hereafter)\s(?:as\s|to\sas\s)?[\"“'‘]?{_SHORT}"
    ),
    Pattern(rf"(?<![\w-]){_NAME}(?:\s[a-z-]+){{0,3}}\s{_NOUN}\s\({_SHORT}\)"),  # "PVDF/LLZTO composite membrane (CPE)"
    Pattern(
        rf"\b[Aa]n?\s(?:[a-z-]+\s){{0,4}}{_NOUN}\s\({_SHORT}\)\s(?:of|from|(?:composed|consisting|made)\sof)\s{_NAME}"
    ),
)
"""Where a short name stands for the sample that a name before or behind it tells."""

_BESIDE: Final = re.compile(rf"(?<![\w-]){_SHORT}")
_SENTENCE_ENDS: Final = re.compile(r"\.\s(?=[A-Z])|$")


def kinds_given(text: str) -> Iterator[tuple[str, int]]:
    """Short names of kinds that a text gives to a sample, with those beside them in the sentence, and where they stand.

    >>> [short for short, _ in kinds_given("The PEO-LATP film is named CSE. CPEs and a PEO-based electrolyte (SPE)")]
    ['CSE']
    """
    for pattern in _GIVEN:
        for match in pattern.finditer(text):
            end = _SENTENCE_ENDS.search(text, match.end())
            yield match["short"], match.start("short")
            yield from (
                (m["short"], m.start()) for m in _BESIDE.finditer(text, match.end(), end.start() if end else len(text))
            )
