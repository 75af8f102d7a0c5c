"""Citations: recognised in every style and lifted out of the text before anything reads numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Citation
from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.author_years import author_years
from corpus.repair.found_citations import LAST_TOKEN, WINDOW, YEAR, Found, is_narrative, numbers_of, plausible
from corpus.repair.glued_citations import glued
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.profile import Profile
from corpus.repair.spaced_citations import spaced

_P = read_patterns(__file__, symbol=SYMBOL, start=START, end=END)

_NUMBERED_THINGS = frozenset(
    {"fig", "figs", "figure", "figures", "table", "tables", "scheme", "equation", "equations", "eq", "eqs", "section"}
    | {"step", "type"}
)
_HIGHEST_POWER = 4  # that a decimal number is raised to


def _named_references(text: str, profile: Profile) -> Iterator[Found]:
    """``ref. 12``: the number goes, the word is spelled out so that its full stop ends no sentence."""
    for match in _P.REFERENCE.finditer(text):
        numbers = numbers_of(match.group(2))
        if plausible(numbers, profile):
            word = "reference" if len(numbers) == 1 else "references"
            yield Found(match.start(), match.end(), numbers, True, word)


def _bracketed(text: str, profile: Profile) -> Iterator[Found]:
    for match in _P.BRACKETS.finditer(text):
        surface = re.sub(rf"[\[\]^{START}{END}]", "", match.group()).strip()
        numbers = numbers_of(surface)
        if (
            not surface.startswith("0")
            and plausible(numbers, profile)
            and not _P.CRYSTAL_DIRECTION.match(text, match.end())
        ):
            yield Found(match.start(), match.end(), numbers, is_narrative(text, match.start()))


def _is_exponent(before: str, numbers: tuple[int, ...], is_isotope: bool) -> bool:
    """Whether a marked superscript is a power, an isotope or an index rather than a citation."""
    token = LAST_TOKEN.search(before)
    if _P.NUMBERED_THING_BEFORE.search(before):
        return False
    if token and _P.NUMBER.fullmatch(token.group()) and not YEAR.fullmatch(token.group()):
        decimal = "." in token.group() and numbers[0] > _HIGHEST_POWER
        return (len(numbers) == 1 and not decimal) or token.group().endswith("10")
    if (
        len(numbers) == 1
        and numbers[0] < 5
        and (_P.UNIT_BEFORE.search(before) or _P.SINGLE_LETTER_BEFORE.search(before))
    ):
        return True
    return is_isotope


def _superscript(text: str, profile: Profile) -> Iterator[Found]:
    for match in _P.AFTER_EXPONENT.finditer(text):
        numbers = numbers_of(match.group(1) or match.group(2))
        if plausible(numbers, profile):
            yield Found(match.start(), match.end(), numbers, False)
    for match in _P.AFTER_CHARGE.finditer(text):
        numbers = numbers_of(match.group(1))
        if plausible(numbers, profile):
            ends = _P.SENTENCE_BEGINS.match(text, match.end())
            yield Found(match.start(), match.end(), numbers, False, "." if ends else "")
    if profile.cites_in_brackets:
        return
    for match in _P.SUPERSCRIPT.finditer(text):
        numbers = numbers_of(re.sub(rf"[()\[\]{START}{END}]", "", match.group()).strip())
        before = text[max(0, match.start() - WINDOW) : match.start()]
        apart = match.group().startswith(" ") or not re.search(r"[\w)\]]$", before)
        isotope = apart and bool(_P.ISOTOPE_BEHIND.match(text, match.end()))
        if plausible(numbers, profile) and not _is_exponent(before, numbers, isotope):
            yield Found(match.start(), match.end(), numbers, is_narrative(text, match.start()))


def _parenthesised(text: str, profile: Profile) -> Iterator[Found]:
    """``cells.(12)`` and ``cells(12)``, in a document that cites so ``cells (12)``, too.

    No figure or step of that number, nor the start of a list.
    """
    for match in (_P.IN_PARENTHESES if profile.cites_in_parentheses else _P.PARENTHESISED).finditer(text):
        before = text[max(0, match.start() - WINDOW) : match.start()]
        word = re.search(r"([A-Za-z]+)\.?$", before)
        numbers = numbers_of(match.group(1))
        numbered = word is not None and word.group(1).lower() in _NUMBERED_THINGS
        if plausible(numbers, profile) and not numbered and re.search(rf"[\w)\]%{END}’”\"][.,]?$", before):
            yield Found(match.start(), match.end(), numbers, is_narrative(text, match.start()))


def _candidates(text: str, profile: Profile) -> Iterator[Found]:
    if profile.works and ("19" in text or "20" in text):
        yield from (Found(*found) for found in author_years(text, profile.works))
    if "ef" in text:
        yield from _named_references(text, profile)
    if "[" in text:
        yield from _bracketed(text, profile)
    if profile.cites_in_parentheses or not profile.cites_in_brackets:
        yield from _parenthesised(text, profile)
    if START in text:
        yield from _superscript(text, profile)
    if profile.cites_spaced:
        yield from spaced(text, profile)
    if profile.cites_glued:
        yield from glued(text, profile)


def lift_citations(text: MappedText, profile: Profile) -> tuple[MappedText, list[Citation]]:
    """The text without its citations, and the citations with position -1 (set by :func:`place`)."""
    found = sorted(_candidates(text.text, profile), key=lambda f: (f.start, -f.end))
    edits: list[Edit] = []
    citations: list[Citation] = []
    last = 0
    for item in found:
        if item.start < last:
            continue
        last = item.end
        surface = re.sub(f"[{START}{END}]", "", text.text[item.start : item.end]).strip(" ,")
        citations.append(Citation(-1, item.numbers, surface, *text.raw_span(item.start, item.end), item.narrative))
        edits.append(Edit(item.start, item.end, item.replacement))
    return text.edit(edits), citations


def place(citations: list[Citation], text: MappedText) -> tuple[Citation, ...]:
    """Each citation with the clean position at which it stood: that of the first character behind it."""
    if not citations:
        return ()
    starts = [segment.raw_start for segment in text.segments]
    placed = []
    for citation in citations:
        index = bisect_left(starts, citation.raw_start)
        position = text.segments[index].start if index < len(starts) else len(text)
        if index > 0:
            segment = text.segments[index - 1]
            if citation.raw_start < segment.raw_end and position - segment.start == segment.raw_end - segment.raw_start:
                position = segment.start + citation.raw_start - segment.raw_start
        placed.append(replace(citation, position=position))
    return tuple(placed)
