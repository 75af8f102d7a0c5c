"""Which of several methods told with one verb of making goes with which target.

Read over masked sentences: a material is one sign, a named method is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.synthesis.masking import MaskedSentence
from extractors.synthesis.patterns import FRAMES
from extractors.synthesis.targets import is_precursor


def each_has_preposition(gap: str) -> bool:
    """Whether two methods with ``gap`` between them are two ways: "by R and by R", not "by R and R"."""
    return FRAMES.EACH_BY.fullmatch(FRAMES.BRACKETED.sub("", gap)) is not None


def gapped_target(sentence: MaskedSentence, start: int, end: int) -> str | None:
    """The sign of a second thing told without a verb before its method at ``end``: "M was made by R and M by R"."""
    gapped = FRAMES.GAPPED.search(sentence.masked, start, end)
    if gapped is None or is_precursor(sentence.material(gapped["target"])):
        return None
    return gapped["target"]


def begins_clause(gap: str) -> bool:
    """Whether a clause of its own begins between a verb and a method."""
    return FRAMES.NEW_CLAUSE.search(gap) is not None


def coded_targets(sentence: MaskedSentence, methods: int) -> list[str]:
    """The signs of samples that are named in the order of as many methods: "coded L-M and S-M, respectively"."""
    coded = FRAMES.CODED_IN_ORDER.search(sentence.masked)
    signs = FRAMES.SIGNS.findall(coded.group(1)) if coded else []
    return signs if len(signs) == methods and methods > 1 else []


def are_shared_out(sentence: MaskedSentence, signs: Sequence[str], places: Sequence[int]) -> bool:
    """Whether methods at ``places`` belong to as many targets: "M and M were made by R and R, respectively"."""
    if len(signs) < 2 or len(signs) != len(places):
        return False
    listed = all(len(sentence.masked[a:b]) < 60 for a, b in pairwise(sorted(places)))
    return listed and FRAMES.RESPECTIVELY.search(sentence.masked, max(places)) is not None
