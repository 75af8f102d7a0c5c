"""Which of several methods told with one verb of making goes with which target.

Read over masked sentences: a material is one sign, a named method is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.synthesis.masking import MATERIAL, MaskedSentence
from extractors.synthesis.targets import is_precursor

_BRACKETED = re.compile(r"\s{0,3}\[[\d,\s–-]{1,30}\]|\s{0,3}\([^()]{0,40}\)")
_NOUN = r"(?:\s{1,3}(?:methods?|routes?|process(?:es|ing)?|techniques?|synthes[ie]s|approach(?:es)?|reactions?))?"
_MEANS = r"(?:by|via|through|using|from)\s{1,3}(?:an?\s{1,3}|the\s{1,3})?"
# between two ways that each have their preposition: "by R [45], | by R [46] | and by R"
_EACH_BY = re.compile(
    rf"{_NOUN}\s{{0,3}}(?:,?\s{{0,3}}\b(?:and|or|as\s{{1,3}}well\s{{1,3}}as)\b|,)\s{{0,3}}(?:also\s{{1,3}})?{_MEANS}(?:[\w-]+\s{{1,3}}){{0,2}}"
)
# a second thing whose verb is left out: "M was made by R | and M by R"
_GAPPED = re.compile(
    rf"(?:,|\band|\bwhile|\bwhereas)\s{{1,3}}(?:the\s{{1,3}}|that\s{{1,3}}of\s{{1,3}})?(?:[\w-]+\s{{1,3}}){{0,2}}?(?P<target>{MATERIAL})"
    rf"(?:\s{{0,3}}\([^()]{{0,40}}\))?(?:\s{{1,3}}(?!and\b|or\b|was\b|were\b)[\w-]+){{0,2}}?\s{{1,3}}{_MEANS}(?:[\w-]+\s{{1,3}}){{0,3}}$"
)
# a clause of its own begins between a verb of making and a method
_NEW_CLAUSE = re.compile(
    r"[,;]\s{1,3}(?:while|whereas|although|but|however)\b|\b(?:and|while|whereas)\s{1,3}(?:[A-Z][\w-]+\s{1,3}){1,3}(?:et\s{1,3}al|and\s{1,3}co-?workers)"
)
# samples that are given names in the order of what was told: "are denoted as M and M, respectively"
_CODED_IN_ORDER = re.compile(
    r"\b(?:coded|denoted|named|labell?ed|designated|called|referred\s{1,3}to)\s{1,3}(?:as\s{1,3}|by\s{1,3})?"
    rf"({MATERIAL}(?:(?:,\s{{0,3}}and|,|\s{{1,3}}and)\s{{1,3}}{MATERIAL}){{1,3}}),?\s{{1,3}}respectively"
)
_SIGNS = re.compile(MATERIAL)
_RESPECTIVELY = re.compile(r"\brespectively\b")


def each_has_preposition(gap: str) -> bool:
    """Whether two methods with ``gap`` between them are two ways: "by R and by R", not "by R and R"."""
    return _EACH_BY.fullmatch(_BRACKETED.sub("", gap)) is not None


def gapped_target(sentence: MaskedSentence, start: int, end: int) -> str | None:
    """The sign of a second thing told without a verb before its method at ``end``: "M was made by R and M by R"."""
    gapped = _GAPPED.search(sentence.masked, start, end)
    if gapped is None or is_precursor(sentence.material(gapped["target"])):
        return None
    return gapped["target"]


def begins_clause(gap: str) -> bool:
    """Whether a clause of its own begins between a verb and a method."""
    return _NEW_CLAUSE.search(gap) is not None


def coded_targets(sentence: MaskedSentence, methods: int) -> list[str]:
    """The signs of samples that are named in the order of as many methods: "coded L-M and S-M, respectively"."""
    coded = _CODED_IN_ORDER.search(sentence.masked)
    signs = _SIGNS.findall(coded.group(1)) if coded else []
    return signs if len(signs) == methods and methods > 1 else []


def are_shared_out(sentence: MaskedSentence, signs: Sequence[str], places: Sequence[int]) -> bool:
    """Whether methods at ``places`` belong to as many targets: "M and M were made by R and R, respectively"."""
    if len(signs) < 2 or len(signs) != len(places):
        return False
    listed = all(len(sentence.masked[a:b]) < 60 for a, b in pairwise(sorted(places)))
    return listed and _RESPECTIVELY.search(sentence.masked, max(places)) is not None
