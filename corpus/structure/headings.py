"""Headings: numbered or not, alone on a line, over two lines, or run into the first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.structure.patterns import (
    ABSTRACT_TITLE,
    BACK_MATTER_TITLE,
    CAPTION,
    FRONT_MATTER_LINE,
    GLOSSARY_TITLE,
    INTRODUCTION_TITLE,
    MARKDOWN_HEADING,
    NUMBERED_HEADING,
    PART_TITLE,
    REFERENCES_TITLE,
    ROMAN_HEADING,
)

_LONGEST = 140
_MAXIMUM_WORDS = 16
_QUANTITY = re.compile(r"\d\s?(?:[mμ]?S\b|eV\b|°C|K\b|%|V\b|mA)|\d[.,]\d")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|shows?|showed|exhibits?|exhibited|reported|can|will|be)\b")


def is_known_title(text: str) -> bool:
    """Whether a line is the title of a part that nearly every article has."""
    return any(
        pattern.match(text)
        for pattern in (REFERENCES_TITLE, BACK_MATTER_TITLE, GLOSSARY_TITLE, ABSTRACT_TITLE, INTRODUCTION_TITLE)
    )


def begins_part(text: str) -> bool:
    """Whether a line is the title of a chapter or appendix, or one that only the beginning of an article has."""
    return any(pattern.match(text) for pattern in (PART_TITLE, ABSTRACT_TITLE, INTRODUCTION_TITLE))


def heading_lines(lines: Sequence[Line], index: int, wrapped: bool, width: int) -> int:
    """How many lines from ``index`` on are one heading; 0 when there is none."""
    text = lines[index].text
    if len(text) > _LONGEST or "\t" in text or CAPTION.match(text) or text.startswith("|"):
        return 0
    if MARKDOWN_HEADING.match(text) or is_known_title(text):
        return 1
    if PART_TITLE.match(text) and text[-1] not in ".,;" and (index == 0 or lines[index - 1].blank):
        return 1
    if FRONT_MATTER_LINE.match(text):
        return 0
    numbered = NUMBERED_HEADING.match(text) or ROMAN_HEADING.match(text)
    if numbered:
        return _numbered(lines, index, numbered.end(), wrapped, width)
    return 1 if _stands_alone_as_title(lines, index, wrapped, width) else 0


def _numbered(lines: Sequence[Line], index: int, title_start: int, wrapped: bool, width: int) -> int:
    text = lines[index].text
    title = text[title_start:]
    if text.endswith((".", ",", ";")) or re.search(r"[.;]\s", title) or len(title.split()) > _MAXIMUM_WORDS:
        return 0
    if re.search(r"\d\s?(?:mS|S[ ·]?cm|eV|mA|°C)", title) or len(title) < 3:
        return 0
    if not wrapped:
        return 1
    # A title over several lines ends with a blank line, or where the next heading begins.
    count = 1
    while index + count < len(lines) and count < 3:
        following = lines[index + count]
        if following.blank or NUMBERED_HEADING.match(following.text):
            return count
        if following.closed or len(following.text) > 0.9 * width:
            return 1 if count == 1 and following.text[0].isupper() and len(text) < 0.8 * width else count - 1 or 0
        count += 1
    return count


def _stands_alone_as_title(lines: Sequence[Line], index: int, wrapped: bool, width: int) -> bool:
    text = lines[index].text
    words = text.split()
    if not (text[0].isupper() and 4 < len(text) < 110 and len(words) <= _MAXIMUM_WORDS) or text[-1] in ".,;:?!)]}$":
        return False
    if _QUANTITY.search(text) or _VERB.search(text) or sum(w[0].isalpha() for w in words) < 0.7 * len(words):
        return False
    before, after = index - 1, index + 1
    if (before >= 0 and not lines[before].blank) or (after < len(lines) and not lines[after].blank):
        return False
    while before >= 0 and lines[before].blank:
        before -= 1
    while after < len(lines) and lines[after].blank:
        after += 1
    if after >= len(lines) or (not lines[after].text[0].isupper() and lines[after].text[0] not in "$\\("):
        return False
    if wrapped:
        return (before < 0 or lines[before].closed) and len(text) < 0.8 * width and len(words) > 1
    return len(lines[after].text) > 60 or heading_like_next(lines[after].text)


def heading_like_next(text: str) -> bool:
    """Whether the line below a title may itself be a title."""
    return text[0].isupper() and len(text) < 80 and text[-1] not in ".,;:"
