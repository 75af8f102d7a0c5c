"""Headings: numbered or not, alone on a line, over two lines, or run into the first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.structure.lines import Line, stands_alone
from corpus.structure.patterns import (
    BACK_MATTER_TITLE,
    FRONT_MATTER_LINE,
    GLOSSARY_TITLE,
    REFERENCES_TITLE,
    SECTION_TITLE,
    STRUCTURE,
    caption_start,
)
from corpus.structure.title import lists_persons

_LONGEST = 140
_MAXIMUM_WORDS = 16
_MOST_LINES = 3
_NEAR, _TITLES = 12, 4  # lines behind a title, and titles among them, before its text begins
_ROOM = 0.7  # of a column's width: what a heading in larger type fills
_SHORT = 0.75  # of it: no line of running text
_FULL = 0.75
_TITLE = 0.8  # of it: the last line of a title
_TEXT = 0.9  # of it: a line of running text
_SENTENCE = re.compile(r"[.;]\s")
_UNIT = re.compile(r"\d\s?(?:mS|S[ ·]?cm|eV|mA|°C)")
_WORD = re.compile(r"[A-Za-z]{4}")
_QUANTITY = re.compile(r"\d\s?(?:[mμ]?S\b|eV\b|°C|K\b|%|V\b|mA)|\d[.,]\d")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|shows?|showed|exhibits?|exhibited|reported|can|will|be)\b")


_OPENING = (STRUCTURE.ABSTRACT_TITLE, STRUCTURE.INTRODUCTION_TITLE)
_KNOWN = (REFERENCES_TITLE, BACK_MATTER_TITLE, GLOSSARY_TITLE, *_OPENING)


def is_known_title(text: str) -> bool:
    """Whether a line is the title of a part that nearly every article has."""
    return any(title.match(text) for title in _KNOWN)


def is_section_title(text: str) -> bool:
    """Whether a line is the title of a part that is read: "Introduction", "3. Results and discussion", "Methods"."""
    bare = text.lstrip("#* ")
    return (bare[:1].isupper() or bare[:1].isdigit()) and (
        STRUCTURE.INTRODUCTION_TITLE.match(text) is not None or SECTION_TITLE.match(text)
    )


def begins_part(text: str) -> bool:
    """Whether a line is the title of a chapter or appendix, or one that only the beginning of an article has."""
    return any(title.match(text) for title in (STRUCTURE.PART_TITLE, *_OPENING))


@dataclass(frozen=True, slots=True)
class Headings:
    """Finds headings among the lines of a text; ``wrapped``: lines end at the column's edge, ``width`` characters."""

    lines: Sequence[Line]
    wrapped: bool
    width: int

    def count(self, index: int) -> int:
        """How many lines from ``index`` on are one heading; 0 when there is none."""
        text = self.lines[index].text
        if len(text) > _LONGEST or "\t" in text or caption_start(text) or text.startswith("|"):
            return 0
        if self._is_known(index):
            return 1
        if FRONT_MATTER_LINE.match(text):
            return 0
        number = STRUCTURE.NUMBERED_HEADING.match(text) or STRUCTURE.ROMAN_HEADING.match(text)
        if number:
            return self._numbered(index, text[number.end() :])
        if self._stands_alone(index):
            return 1
        return self._without_blanks(index) if self.wrapped else 0

    def _is_known(self, index: int) -> bool:
        """Whether a line is a heading by its marks or words."""
        text = self.lines[index].text
        if STRUCTURE.MARKDOWN_HEADING.match(text) or is_known_title(text):
            return True
        if is_section_title(text) and self._opens_part(index):
            return True
        is_part = STRUCTURE.PART_TITLE.match(text) and text[-1] not in ".,;"
        return bool(is_part) and (index == 0 or self.lines[index - 1].blank)

    def _opens_part(self, index: int) -> bool:
        """Whether running text follows a title, other titles between; in a table or figure other words do."""
        behind = [line.text for line in self.lines[index + 1 : index + 1 + _NEAR] if not line.blank][:_TITLES]
        if not self.wrapped:
            return bool(behind)
        for text in behind:
            if _reads_as_prose(text) or not (self._is_short(text) and _reads_as_title(text)):
                return _reads_as_prose(text)
        return False

    def _numbered(self, index: int, title: str) -> int:
        if not _is_numbered_title(title):
            return 0
        if not self.wrapped:
            return 1
        for count in range(1, _MOST_LINES):
            if self._ends(index + count):
                return count
            following = self.lines[index + count]
            if following.closed or len(following.text) > _TEXT * self.width:
                ends_short = following.text[0].isupper() and len(self.lines[index].text) < _TITLE * self.width
                return count - 1 or int(ends_short)
        return _MOST_LINES

    def _ends(self, index: int) -> bool:
        """Whether a title over several lines ends above a line: blank, of the next heading, or full of running text."""
        if (
            index == len(self.lines)
            or self.lines[index].blank
            or STRUCTURE.NUMBERED_HEADING.match(self.lines[index].text)
        ):
            return True
        above, text = self.lines[index - 1].text, self.lines[index].text
        had_room = len(above) + 1 + len(text.split()[0]) <= _ROOM * self.width  # for the first word below it
        return had_room and _reads_as_prose(text)

    def _stands_alone(self, index: int) -> bool:
        """Whether a line of words between blank lines, above running text, is a title."""
        text = self.lines[index].text
        if not stands_alone(self.lines, index) or not _may_stand_alone(text):
            return False
        below = next((line.text for line in self.lines[index + 1 :] if not line.blank), "")
        if not (below[:1].isupper() or below.startswith(("$", "\\", "("))):
            return False
        if not self.wrapped:
            return len(below) > 60 or (below[0].isupper() and below[-1] not in ".,;:")
        above = next((line for line in reversed(self.lines[:index]) if not line.blank), None)
        return (above is None or above.closed) and len(text) < _TITLE * self.width and len(text.split()) > 1

    def _without_blanks(self, index: int) -> int:
        """How many short lines are a heading between the end of a sentence and a full line of running text, no blanks.

        In running text no line is short but the last of a paragraph, which ends a sentence.
        """
        before = self.lines[index - 1]
        if index == 0 or not (before.closed or before.blank or is_section_title(before.text)):
            return 0
        title = self.lines[index : index + 1]
        for below in self.lines[index + 1 : index + 3]:
            if below.blank or not self._is_short(title[-1].text):
                return 0
            if len(below.text) >= _FULL * self.width and _reads_as_prose(below.text):
                return len(title) if _reads_as_title(" ".join(line.text for line in title)) else 0
            title = [*title, below]
        return 0

    def _is_short(self, text: str) -> bool:
        return len(text) < _SHORT * self.width and text[-1] not in ".,;:?!)]}$-–" and not caption_start(text)


def _may_stand_alone(text: str) -> bool:
    return 4 < len(text) < 110 and text[-1] not in ".,;:?!)]}$" and _reads_as_title(text)


def _is_numbered_title(title: str) -> bool:
    """Whether what stands behind a number is a title: no sentence, no quantity."""
    if title.endswith((".", ",", ";")) or _SENTENCE.search(title) or _UNIT.search(title):
        return False
    return len(title) >= 3 and len(title.split()) <= _MAXIMUM_WORDS


def _reads_as_prose(text: str) -> bool:
    words = text.split()
    return text[0].isupper() and len(words) > 4 and sum(word[:1].islower() for word in words) >= 0.5 * len(words)


def _reads_as_title(text: str) -> bool:
    """Words without a verb, a quantity or a list of names."""
    words = text.split()
    if (
        not text[0].isupper()
        or len(words) > _MAXIMUM_WORDS
        or lists_persons(text)
        or STRUCTURE.AFFILIATION.search(text)
    ):
        return False
    if _QUANTITY.search(text) or _VERB.search(text) or not _WORD.search(text):
        return False
    return sum(word[0].isalpha() for word in words) >= 0.7 * len(words)
