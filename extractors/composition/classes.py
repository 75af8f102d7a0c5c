"""Expressions for whole classes of materials: ``garnet-type SSEs``, ``sulfide electrolytes``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.composition.class_words import FAMILIES, HEADS, MODIFIERS, NOUNS, SHORT_HEADS
from extractors.composition.names import small_letters
from extractors.mentions import Material, MaterialKind, SubjectKind

_HEAD = "|".join((*HEADS, SHORT_HEADS))
# It is sought in small letters: an engine that ignores case tries every word of the pattern at every place.
_EXPRESSION = re.compile(
    rf"(?<![\w-])(?:(?:(?:{'|'.join(MODIFIERS)})[\s-])*(?:{_HEAD})|{'|'.join(NOUNS)})(?![\w])".lower()
)
_SHORT_HEAD = re.compile(rf"(?<![a-z]){SHORT_HEADS.lower()}$")
_NOUN_BEHIND = re.compile(r"(?:\s[a-z-]*(?:wire|fiber|fibre|particle|sheet|tube|rod)s?)?\s?|[-–\s]based\s")
_REMEMBERED = 5_000  # words whose family is kept
_FAMILIES = tuple((re.compile(pattern, re.IGNORECASE), family) for pattern, family in FAMILIES)


@lru_cache(maxsize=_REMEMBERED)
def family_of_words(words: str) -> str | None:
    """The family that words name: "garnet-type SSEs" → "garnet"."""
    return next((family for pattern, family in _FAMILIES if pattern.search(words)), None)


def is_class_expression(words: str) -> bool:
    """Whether words are nothing but the name of a class: "composite solid electrolyte"."""
    words = words.strip()
    return _EXPRESSION.fullmatch(small_letters(words)) is not None and _capitals_kept(words)


def _capitals_kept(surface: str) -> bool:
    """Whether a short name at the end stands in capitals: "SEs", not "ses"."""
    short = _SHORT_HEAD.search(small_letters(surface))
    return short is None or surface[short.start() :].rstrip("s").isupper()


def find_classes(text: str, taken: Sequence[Material]) -> list[Material]:
    """Class expressions of a text outside ``taken``, without the noun behind a name ("LLZO electrolyte")."""
    found: list[Material] = []
    spans = [(material.start, material.end) for material in taken]
    index = 0
    for match in _EXPRESSION.finditer(small_letters(text)):
        start, end = match.span()
        surface = text[start:end]
        if not _capitals_kept(surface):
            continue
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            continue
        if index and _NOUN_BEHIND.fullmatch(text, spans[index - 1][1], start):
            continue
        found.append(
            Material(
                start,
                end,
                surface,
                " ".join(surface.split()),
                subject_kind=SubjectKind.CLASS,
                kind=MaterialKind.CLASS,
                family=family_of_words(surface),
            )
        )
    return found
