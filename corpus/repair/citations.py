"""Citations: recognised in every style and lifted out of the text before anything reads numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Citation
from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.patterns import ELEMENTS
from corpus.repair.profile import Profile

_NUMBERS = r"\d{1,3}(?:\s?[,;–−-]\s?\d{1,3})*"
_BRACKETS = re.compile(rf"[ ]?\^?{START}?\[({_NUMBERS})\]{END}?")
_SUPERSCRIPT = re.compile(rf"[ ]?{START}\s?[(\[]?({_NUMBERS})[)\]]?\s?{END}(?:[ ]?[,–−-][ ]?{START}({_NUMBERS}){END})*")
_AFTER_EXPONENT = re.compile(rf"(?<={START}[−–-][123])(?:[. ]+\(?({_NUMBERS})\)?|({_NUMBERS}))(?={END})")
_GLUED = re.compile(r"(?<=[A-Za-z)\]%’'”\"\d+])([.,;:]|(?<=[a-z]{4}))(\d{1,3}(?:[,–]\d{1,3})*)(?=[\s)\]]|$)")
_REFERENCE = re.compile(
    rf"\b([Rr]efs?\.?|[Rr]eferences?)[ ]?(?:{START}|\[)?({_NUMBERS})(?:\]|{END})?(?![\d%])(?:\.(?=\.))?"
)
_NOT_A_CITATION_AHEAD = re.compile(r"[ ]?(?:direction|axis|plane|orientation|zone|facet|channel)")
_UNIT_AHEAD = re.compile(r"(?:^|[^A-Za-z])(?:c|m|k|μ|n|d)?(?:m|Å|s|g|l|L)$")
_POWER_OF_TEN_AHEAD = re.compile(r"(?:^|[^\d.])10$|[×x*]\s?10$")
_ISOTOPE_BEHIND = re.compile(rf"(?:{ELEMENTS})(?![a-z])")
_NARRATIVE = re.compile(r"(?:et al\.?,?|and co-?workers|and colleagues|[Gg]roup|\b[A-Z][a-z]+)$")
_DASH = re.compile(r"\s*[–−-]\s*")
_LONGEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class _Found:
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
    for part in re.split(r"\s*[,;]\s*", surface.strip()):
        ends = [int(end) for end in _DASH.split(part) if end.isdigit()]
        if len(ends) == 1:
            numbers.append(ends[0])
        elif len(ends) == 2 and 0 <= ends[1] - ends[0] <= _LONGEST_RANGE:
            numbers.extend(range(ends[0], ends[1] + 1))
        else:
            return ()
    return tuple(numbers)


def _plausible(numbers: tuple[int, ...], profile: Profile) -> bool:
    if not numbers or min(numbers) < 1:
        return False
    return profile.reference_count is None or max(numbers) <= profile.reference_count


def _candidates(text: str, profile: Profile) -> Iterator[_Found]:
    for match in _REFERENCE.finditer(text):
        numbers = numbers_of(match.group(2))
        if _plausible(numbers, profile):
            yield _Found(match.start(), match.end(), numbers, True, "reference" if len(numbers) == 1 else "references")
    for match in _BRACKETS.finditer(text):
        numbers = numbers_of(match.group(1))
        if (
            match.group(1)[0] != "0"
            and _plausible(numbers, profile)
            and not _NOT_A_CITATION_AHEAD.match(text, match.end())
        ):
            yield _Found(match.start(), match.end(), numbers, bool(_NARRATIVE.search(text, 0, match.start())))
    if START in text:
        for match in _AFTER_EXPONENT.finditer(text):
            numbers = numbers_of(match.group(1) or match.group(2))
            if _plausible(numbers, profile):
                yield _Found(match.start(), match.end(), numbers, False)
        for match in _SUPERSCRIPT.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            surface = match.group().replace(START, "").replace(END, "").strip(" ()[]")
            numbers = numbers_of(surface)
            if not _plausible(numbers, profile) or _POWER_OF_TEN_AHEAD.search(before):
                continue
            if (
                len(numbers) == 1
                and numbers[0] < 5
                and (_UNIT_AHEAD.search(before) or re.search(r"(?:^|\W)\w$", before))
            ):
                continue
            if _ISOTOPE_BEHIND.match(text, match.end()) and not re.search(r"\w$", before):
                continue
            yield _Found(match.start(), match.end(), numbers, bool(_NARRATIVE.search(text, 0, match.start())))
    if profile.glued_citations > 20 and profile.glued_citations > profile.bracket_citations:
        for match in _GLUED.finditer(text):
            numbers = numbers_of(match.group(2))
            token = re.search(r"\S*$", text[max(0, match.start() - 40) : match.start()])
            if not _plausible(numbers, profile) or token is None or not re.search(r"[A-Za-z]", token.group()):
                continue
            yield _Found(match.start(2), match.end(2), numbers, bool(_NARRATIVE.search(text, 0, match.start(2))))


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
        raw_start, raw_end = text.raw_span(item.start, item.end)
        citations.append(
            Citation(-1, item.numbers, text.text[item.start : item.end].strip(), raw_start, raw_end, item.narrative)
        )
        edits.append(Edit(item.start, item.end, item.replacement))
    return text.edit(edits), citations


def place(citations: list[Citation], text: MappedText) -> tuple[Citation, ...]:
    """Each citation with the clean position at which it stood."""
    placed = []
    starts = [segment.raw_start for segment in text.segments]
    for citation in citations:
        index = bisect_left(starts, citation.raw_start)
        position = text.segments[index].start if index < len(starts) else len(text)
        if index > 0:
            segment = text.segments[index - 1]
            if segment.raw_end > citation.raw_start:
                length = position - segment.start
                if length == segment.raw_end - segment.raw_start:
                    position = segment.start + citation.raw_start - segment.raw_start
        placed.append(
            Citation(
                position, citation.numbers, citation.surface, citation.raw_start, citation.raw_end, citation.narrative
            )
        )
    return tuple(placed)
