"""Which verb or noun of making a method's words belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.synthesis.masking import MaskedSentence
from extractors.synthesis.patterns import FRAMES
from extractors.synthesis.targets import is_precursor, made_things


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


LINK_REACH = 220  # characters between a verb of making and the words of its method
_LINK_END = 100  # characters between the last word that links them and the method


def make_of(sentence: MaskedSentence, place: int, makes: Sequence[re.Match[str]]) -> tuple[re.Match[str] | None, str]:
    """The verb of making that a method at ``place`` belongs to, and how it is told."""
    if FRAMES.NO_METHOD.match(sentence.masked, place + 1):
        return None, ""
    after = [m for m in makes if m.start() > place and m.start() - place <= LINK_REACH]
    purpose = [m for m in after[1:] if m.lastgroup in ("base", "gerund")]
    for make in (*after[:1], *purpose):
        if _leads_to(sentence, place, make) and not _is_its_own(sentence, place, make):
            return make, "method before verb"
    return _make_in_front(sentence, place, [m for m in makes if m.end() <= place and place - m.end() <= LINK_REACH])


def _make_in_front(
    sentence: MaskedSentence, place: int, before: Sequence[re.Match[str]]
) -> tuple[re.Match[str] | None, str]:
    """The nearest verb of making of the same clause that is linked to a method behind it."""
    for make in reversed(before):
        gap = sentence.masked[make.end() : place]
        clause = begins_clause(gap) and not gapped_target(sentence, make.end(), place)
        if clause or FRAMES.SENTENCE_BREAK.search(gap):
            break
        if _is_means(sentence, make, before):
            continue
        if not FRAMES.OTHER_VERB.search(gap) and (rule := _linked(sentence, make, place)):
            return make, rule
    return None, ""


def _is_means(sentence: MaskedSentence, make: re.Match[str], before: Sequence[re.Match[str]]) -> bool:
    """Whether a gerund tells how something else was made: "prepared M | by coating M with M using R"."""
    text = sentence.masked
    means = FRAMES.BY_MEANS.search(text, 0, make.start()) if make.lastgroup == "gerund" else None
    outer = [m for m in before if means and m.end() <= means.start() and m.lastgroup in ("past", "base")]
    if not outer or FRAMES.SENTENCE_BREAK.search(text, outer[-1].end(), make.start()):
        return False
    return bool(made_things(sentence, outer[-1]).signs)


def _linked(sentence: MaskedSentence, make: re.Match[str], place: int) -> str:
    """How a verb of making is linked to a method behind it; "" where it is not."""
    text = sentence.masked
    gap = text[make.end() : place]
    if place == make.end() + 1 and sentence.method(text[place]).mention.surface.endswith("ly"):
        return "verb and adverb"
    weak = FRAMES.WEAK_MAKE.fullmatch(make.group().lower())
    link = list((FRAMES.DIRECT_LINK if weak else FRAMES.LINK).finditer(gap))
    if not link and FRAMES.SEVERAL_WAYS.search(text, 0, make.start()):
        link = list(FRAMES.MEMBERS.finditer(gap))
    return "verb before method" if link and len(gap) - link[-1].end() <= _LINK_END else ""


def _is_its_own(sentence: MaskedSentence, place: int, make: re.Match[str]) -> bool:
    """Whether a noun of making only ends a method's name: "prepared by a modified R synthesis"."""
    beside = make.lastgroup == "noun" and not sentence.masked[place + 1 : make.start()].strip()
    return beside and not made_things(sentence, make).signs


def _leads_to(sentence: MaskedSentence, place: int, make: re.Match[str]) -> bool:
    """Whether a method in front of a verb of making is its instrument."""
    text = sentence.masked
    gap = text[place + 1 : make.start()]
    if FRAMES.ADVERBIAL_METHOD.fullmatch(gap):
        return FRAMES.REPORT_MAKE.fullmatch(make.group().lower()) is None
    if FRAMES.SENTENCE_BREAK.search(gap) or FRAMES.OTHER_ACTION.search(gap):
        return False
    if make.lastgroup in ("base", "gerund", "noun") and FRAMES.PURPOSE.search(gap):
        used = (
            gap.strip() in ("to", "for")
            or FRAMES.USED_TO.search(gap)
            or FRAMES.USED_TO.search(text, max(0, place - 80), place)
        )
        made = made_things(sentence, make)
        return bool(used and (made.signs or made.anaphor))
    preposed = FRAMES.PREPOSED.search(text, 0, place)
    return bool(preposed and "," in gap and not FRAMES.DIRECT_LINK.match(text, make.end() + 1))
