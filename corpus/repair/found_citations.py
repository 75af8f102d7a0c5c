"""What the recognisers of citations share: the numbers of a list, and what was found where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.patterns import read_patterns
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.profile import Profile

_P = read_patterns(__file__, start=START, end=END)

WINDOW = 48  # characters before a candidate that are looked at
LAST_TOKEN = re.compile(r"[^\s,;]*$")
YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a text; ``replacement`` is what stays in its place."""

    start: int
    end: int
    numbers: tuple[int, ...]
    narrative: bool
    replacement: str = ""


def numbers_of(surface: str) -> tuple[int, ...]:
    """The numbers a list such as ``12,14–16`` names, in order; empty when it is none.

    >>> numbers_of("12,14–16")
    (12, 14, 15, 16)
    """
    numbers: list[int] = []
    for part in re.split(r"\s*(?:[,;]|and)\s*", re.sub(r"[a-f\s]*(?=\D|$)", "", surface.replace("and", ","))):
        ends = [int(end) for end in _P.DASH.split(part) if end.isdigit()]
        if len(ends) == 1:
            numbers.append(ends[0])
        elif len(ends) == 2 and 0 <= ends[1] - ends[0] <= _LONGEST_RANGE:
            numbers.extend(range(ends[0], ends[1] + 1))
        elif part:
            return ()
    return tuple(dict.fromkeys(numbers))


def plausible(numbers: tuple[int, ...], profile: Profile) -> bool:
    """Whether the numbers may be entries of the bibliography."""
    if not numbers or min(numbers) < 1:
        return False
    return profile.reference_count is None or max(numbers) <= profile.reference_count


def is_narrative(text: str, end: int) -> bool:
    """Whether what stands before ``end`` is the author or subject of the sentence."""
    return bool(_P.NARRATIVE.search(text[max(0, end - WINDOW) : end]))
