"""Headings: numbered or not, alone on a line, over two lines, or run into the first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.structure.patterns import (
    ABSTRACT_TITLE,
    AFFILIATION,
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
    SECTION_TITLE,
)
from corpus.structure.title import lists_persons

_LONGEST = 140
_MAXIMUM_WORDS = 16
_MOST_LINES = 3
_NEAR, _TITLES = 12, 4  # lines behind a title, and titles among them, before its text begins
_ROOM = 0.7  # of a column's width: what a heading in larger type fills
_SHORT = 0.75  # of it: no line of running text
_FULL = 0.75
_WORD = re.compile(r"[A-Za-z]{4}")
_QUANTITY = re.compile(r"\d\s?(?:[mμ]?S\b|eV\b|°C|K\b|%|V\b|mA)|\d[.,]\d")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|shows?|showed|exhibits?|exhibited|reported|can|will|be)\b")


def is_known_title(text: str) -> bool:
    """Whether a line is the title of a part that nearly every article has."""
    return any(
        pattern.match(text)
        for pattern in (REFERENCES_TITLE, BACK_MATTER_TITLE, GLOSSARY_TITLE, ABSTRACT_TITLE, INTRODUCTION_TITLE)
    )


def is_section_title(text: str) -> bool:
    """Whether a line is the title of a part that is read: "Introduction", "3. Results and discussion", "Methods"."""
    bare = text.lstrip("#* ")
    return (bare[:1].isupper() or bare[:1].isdigit()) and (
        INTRODUCTION_TITLE.match(text) is not None or SECTION_TITLE.match(text)
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
    if is_section_title(text) and _opens_part(lines, index, wrapped, width):
        return 1
    if PART_TITLE.match(text) and text[-1] not in ".,;" and (index == 0 or lines[index - 1].blank):
        return 1
    if FRONT_MATTER_LINE.match(text):
        return 0
    numbered = NUMBERED_HEADING.match(text) or ROMAN_HEADING.match(text)
    if numbered:
        return _numbered(lines, index, numbered.end(), wrapped, width)
    if _stands_alone_as_title(lines, index, wrapped, width):
        return 1
    return _without_blanks(lines, index, width) if wrapped else 0


def _opens_part(lines: Sequence[Line], index: int, wrapped: bool, width: int) -> bool:
    """Whether running text follows a title, other titles between; in a table or figure other words do."""
    behind = [line.text for line in lines[index + 1 : index + 1 + _NEAR] if not line.blank][:_TITLES]
    if not wrapped:
        return bool(behind)
    for text in behind:
        if _reads_as_prose(text):
            return True
        if not (_is_short(text, width) and _reads_as_title(text)):
            return False
    return False


def _numbered(lines: Sequence[Line], index: int, title_start: int, wrapped: bool, width: int) -> int:
    text = lines[index].text
    title = text[title_start:]
    if text.endswith((".", ",", ";")) or re.search(r"[.;]\s", title) or len(title.split()) > _MAXIMUM_WORDS:
        return 0
    if re.search(r"\d\s?(?:mS|S[ ·]?cm|eV|mA|°C)", title) or len(title) < 3:
        return 0
    if not wrapped:
        return 1
    # A title over several lines ends with a blank line, before a full line or where the next heading begins.
    count = 1
    while index + count < len(lines) and count < _MOST_LINES:
        following = lines[index + count]
        if following.blank or NUMBERED_HEADING.match(following.text):
            return count
        if _reads_as_prose(following.text) and not _is_full(lines[index + count - 1], following, width):
            return count
        if following.closed or len(following.text) > 0.9 * width:
            return 1 if count == 1 and following.text[0].isupper() and len(text) < 0.8 * width else count - 1 or 0
        count += 1
    return count


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line had no room on this one, as headings are set."""
    return len(line.text) + 1 + len(following.text.split()[0]) > _ROOM * width


def _without_blanks(lines: Sequence[Line], index: int, width: int) -> int:
    """How many short lines are a heading between the end of a sentence and a full line of running text, without blanks.

    In running text no line is short but the last of a paragraph, which ends a sentence.
    """
    before = lines[index - 1]
    if index == 0 or not (before.closed or before.blank or is_section_title(before.text)):
        return 0
    for count in (1, 2):
        behind = index + count
        if behind >= len(lines) or lines[behind].blank:
            return 0
        if not all(_is_short(lines[place].text, width) for place in range(index, behind)):
            return 0
        if _begins_prose(lines[behind].text, width):
            return count if _reads_as_title(" ".join(line.text for line in lines[index:behind])) else 0
    return 0


def _is_short(text: str, width: int) -> bool:
    return len(text) < _SHORT * width and text[-1] not in ".,;:?!)]}$-–" and not CAPTION.match(text)


def _begins_prose(text: str, width: int) -> bool:
    return len(text) >= _FULL * width and _reads_as_prose(text)


def _reads_as_prose(text: str) -> bool:
    words = text.split()
    return text[0].isupper() and len(words) > 4 and sum(word[:1].islower() for word in words) >= 0.5 * len(words)


def _reads_as_title(text: str) -> bool:
    """Words without a verb, a quantity or a list of names."""
    words = text.split()
    if not text[0].isupper() or len(words) > _MAXIMUM_WORDS or lists_persons(text) or AFFILIATION.search(text):
        return False
    if _QUANTITY.search(text) or _VERB.search(text) or not _WORD.search(text):
        return False
    return sum(word[0].isalpha() for word in words) >= 0.7 * len(words)


def _stands_alone_as_title(lines: Sequence[Line], index: int, wrapped: bool, width: int) -> bool:
    text = lines[index].text
    words = text.split()
    if not 4 < len(text) < 110 or text[-1] in ".,;:?!)]}$" or not _reads_as_title(text):
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
