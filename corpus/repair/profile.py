"""What a document shows of its own habits: computed once from the raw text, read by every rule."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]{2,}")
_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?:-[^\W\d_]{2,})+(?![\w-])")
_BRACKET_CITATION = re.compile(r"\[\d{1,3}(?:\s?[,;–−-]\s?\d{1,3})*\]")
_MARKED_CITATION = re.compile(r"[a-z)\]][.,;]?\s?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\{?\d{1,3}(?:[,–-]\d{1,3})*\}?)(?=[\s.,;:)]|$)")
_GLUED_CITATION = re.compile(r"(?<=[a-z]{3})[.,]\d{1,3}(?:[,–]\d{1,3})*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Profile:
    """Habits of one document. The default is that of a text of which nothing is known."""

    words: Counter[str] = field(default_factory=Counter)  # how often each word stands, in lower case
    compounds: frozenset[str] = frozenset()  # hyphenated words as they stand inside a line, in lower case
    line_wrapped: bool = False  # lines end at the column's edge, not at the paragraph's end
    bracket_citations: int = 0  # how often "[12]" stands
    marked_citations: int = 0  # how often a marked superscript number follows a word
    glued_citations: int = 0  # how often a bare number is glued to the end of a word: "cells.12"
    reference_count: int | None = None  # size of the bibliography, when known
    at_most: str = ""  # the sign that stands for "at most" because its font was lost
    middle_dot: str = ""  # the sign that stands for the middle dot
    ohm: str = ""  # the letter that stands for the ohm sign
    greek: frozenset[str] = frozenset()  # Latin letters that stand for Greek ones before a hyphen: "b-Li3PS4"
    lost_ligatures: bool = False  # "fi", "fl" ... were dropped


def profile_of(raw: str, reference_count: int | None = None) -> Profile:
    """The profile of a document from its raw text (and the size of its bibliography, when it is known)."""
    lines = [line for line in raw.split("\n") if line.strip()]
    lengths = sorted(len(line) for line in lines)
    hyphenated = sum(1 for line in lines if line.endswith("-"))
    wrapped = len(lines) > 20 and lengths[len(lengths) // 2] < 140 and hyphenated > 0.02 * len(lines)
    return Profile(
        words=Counter(word.lower() for word in _WORD.findall(raw)),
        compounds=frozenset(word.lower() for word in _COMPOUND.findall(raw)),
        line_wrapped=wrapped,
        bracket_citations=len(_BRACKET_CITATION.findall(raw)),
        marked_citations=len(_MARKED_CITATION.findall(raw)),
        glued_citations=len(_GLUED_CITATION.findall(raw)),
        reference_count=reference_count,
    )
