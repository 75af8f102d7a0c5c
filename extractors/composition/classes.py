"""Expressions for whole classes of materials: ``garnet-type SSEs``, ``sulfide electrolytes``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.composition.class_words import FAMILIES, HEADS, MODIFIERS, NOUNS
from extractors.mentions import Material, MaterialKind, SubjectKind

_MODIFIER = "|".join(MODIFIERS)
_EXPRESSION = re.compile(
    rf"(?<![\w-])(?:(?:(?:{_MODIFIER})[\s-])+(?:{'|'.join(HEADS)})|(?:{'|'.join(HEADS)}|{'|'.join(NOUNS)}))(?![\w])",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:[A-Z]{2,5})s?$")
_REMEMBERED = 5_000  # words whose family is kept
_FAMILIES = tuple((re.compile(pattern, re.IGNORECASE), family) for pattern, family in FAMILIES)


@lru_cache(maxsize=_REMEMBERED)
def family_of_words(words: str) -> str | None:
    """The family that words name: "garnet-type SSEs" → "garnet"."""
    return next((family for pattern, family in _FAMILIES if pattern.search(words)), None)


def is_class_expression(words: str) -> bool:
    """Whether words are nothing but the name of a class: "composite solid electrolyte"."""
    return _EXPRESSION.fullmatch(words.strip()) is not None


def find_classes(text: str, taken: Sequence[Material]) -> list[Material]:
    """Class expressions of a text outside ``taken``, without the noun behind a name ("LLZO electrolyte")."""
    found: list[Material] = []
    spans = [(material.start, material.end) for material in taken]
    index = 0
    for match in _EXPRESSION.finditer(text):
        start, end = match.span()
        surface = match.group()
        if surface.isupper() and len(surface) < 2:
            continue
        if _ABBREVIATION.search(surface) is None and surface.lower() in ("se", "ses"):
            continue
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            continue
        if index and start - spans[index - 1][1] <= 1 and text[spans[index - 1][1] : start].strip(" ") == "":
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
