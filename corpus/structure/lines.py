"""Lines of a raw text, and what can be told of a line from its neighbours alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.repair.page_furniture import is_page_furniture
from corpus.structure.patterns import STRUCTURE

_DIGITS = re.compile(r"\d+")
_REPEATED = 3
_LETTERS = 0.4  # share of the characters of a running head
_PAGE, _PAGES = 15, 5  # fewest lines of a page, fewest pages that show a running head
_WORD = re.compile(r"[a-z]{4}|[A-Z]{4}")
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_LINE_END = re.compile(r"\n|(?<!\n)\f")  # pages joined without a line end
_ALL_INDENTED = 0.4
_WILEY_HEADING = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\s\|\s[A-Z][^\d|]{2,80}$")
_LONGEST_CONTENT = 8  # lines of one entry of a table of contents, blank ones included
_DEBRIS_RUN = 25
_DEBRIS_LENGTH = 6
_DEBRIS_SHARE = 0.9
OPEN_WORDS = frozenset({
    "and", "or", "the", "a", "an", "of", "in", "with", "for", "to", "by", "from", "is", "are", "was", "were", "between",
    "at", "on", "that", "which", "as", "than", "their", "its", "this", "these", "using", "et", "al.", "into", "via",
})  # fmt: skip


@dataclass(slots=True)
class Line:
    """One line; offsets are raw, ``text`` is stripped."""

    start: int
    end: int
    text: str
    indented: bool  # begins with a blank: in raw PDF text the first line of a new column or page

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it."""
        return not self.text

    @property
    def closed(self) -> bool:
        """Whether it ends where a sentence may end."""
        return is_closed(self.text)


def is_closed(text: str) -> bool:
    """Whether a stripped text ends where a sentence may end."""
    return bool(STRUCTURE.SENTENCE_END.search(text[-60:])) and not STRUCTURE.ABBREVIATION_END.search(text[-40:])


def continues(before: str, text: str) -> bool:
    """Whether a paragraph that stops inside a sentence goes on with a text which stands apart from it."""
    if STRUCTURE.GOES_ON.match(text):
        return True
    return before[-1] in "-–,(" or bool(before.split()[-1:] and before.split()[-1] in OPEN_WORDS)


def lines_of(raw: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``raw[start:end]``, line ends not included."""
    end = len(raw) if end is None else end
    lines = []
    position = start
    for part in _LINE_END.split(raw[start:end]):
        stripped = part.strip()
        lead = len(part) - len(part.lstrip())
        begin = position + lead if stripped else position
        lines.append(Line(begin, begin + len(stripped), stripped, bool(stripped) and lead > 0))
        position += len(part) + 1
    filled = [line for line in lines if line.text]
    if sum(line.indented for line in filled) > _ALL_INDENTED * len(filled):
        for line in lines:  # set in from the margin altogether: it tells nothing
            line.indented = False
    return lines


def cut_lines(lines: Sequence[Line], places: Sequence[int]) -> tuple[list[Line], list[int]]:
    """The lines cut at raw ``places``, and for each old line (and the end) the index of its first part."""
    parts: list[Line] = []
    first = []
    cuts = sorted(places)
    place = 0
    for line in lines:
        first.append(len(parts))
        start, text, indented = line.start, line.text, line.indented
        while place < len(cuts) and cuts[place] <= start:
            place += 1
        while place < len(cuts) and cuts[place] < line.end:
            before, behind = text[: cuts[place] - start], text[cuts[place] - start :]
            parts.append(Line(start, start + len(before.rstrip()), before.rstrip(), indented))
            start, text, indented = line.end - len(behind.lstrip()), behind.lstrip(), False
            place += 1
        parts.append(Line(start, line.end, text, indented))
    return parts, [*first, len(parts)]


def running_heads(lines: Sequence[Line]) -> set[int]:
    """Indices of running heads and feet: page numbers, licence stamps, and lines that come back with other numbers."""
    shapes: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if (shape := _shape(line.text)) is not None:
            shapes.setdefault(shape, []).append(index)
    found = {
        index
        for index, line in enumerate(lines)
        if not (line.blank or "\t" in line.text or _is_heading(line.text))
        and (_is_stamp(lines, index) or _comes_back(lines, index, shapes))
    }
    beside = {place for index in found for place in (index - 1, index + 1) if 0 <= place < len(lines)}
    return found | {place for place in beside if _PAGE_NUMBER.fullmatch(lines[place].text)}


def _shape(text: str) -> str | None:
    """A line with its numbers made equal, as long as running heads are."""
    return _DIGITS.sub("0", text) if 8 < len(text) < 110 else None


def _is_stamp(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is known by its words; a bare number or a journal must stand alone, or together."""
    text = lines[index].text
    if STRUCTURE.RUNNING_HEAD.match(text) or is_page_furniture(text):
        return True
    is_head = STRUCTURE.RUNNING_HEAD_ALONE.match(text) is not None
    return is_head and all(_ends_at_blank(lines, index, step) for step in (-1, 1))


def _ends_at_blank(lines: Sequence[Line], index: int, step: int) -> bool:
    """Whether nothing but other heads stands between a line and the next blank one above (-1) or below (1)."""
    index += step
    while 0 <= index < len(lines) and not lines[index].blank:
        if not STRUCTURE.RUNNING_HEAD_ALONE.match(lines[index].text):
            return False
        index += step
    return True


def _comes_back(lines: Sequence[Line], index: int, shapes: Mapping[str, Sequence[int]]) -> bool:
    """Whether a line, no sentence's end and mostly letters, stands at several places with other numbers."""
    text = lines[index].text
    shape = _shape(text)
    places = shapes[shape] if shape is not None else ()
    if len(places) < _REPEATED or not (stands_alone(lines, index) or _is_on_every_page(places, text)):
        return False
    return not lines[index].closed and sum(character.isalpha() for character in text) >= _LETTERS * len(text)


def _is_on_every_page(places: Sequence[int], text: str) -> bool:
    """Whether a line of words comes back on several pages, never twice on one."""
    if len(places) < _PAGES or not text[0].isupper() or not _WORD.search(text):
        return False
    return all(second - first >= _PAGE for first, second in pairwise(places))


def _is_heading(text: str) -> bool:
    return bool(_WILEY_HEADING.match(text) if "|" in text else STRUCTURE.NUMBERED_HEADING.match(text))


def stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line has no filled line right above or below it."""
    before = index == 0 or lines[index - 1].blank
    after = index + 1 >= len(lines) or lines[index + 1].blank
    return before and after


def debris(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Runs of lines ``[first, last)`` that hold one or a few characters each: text that was set sideways."""
    runs: list[tuple[int, int]] = []
    filled = [index for index, line in enumerate(lines) if not line.blank]
    first = 0
    while first < len(filled):
        if len(lines[filled[first]].text) > _DEBRIS_LENGTH:
            first += 1
            continue
        last = first
        long_lines = 0
        end = first
        while last < len(filled) and long_lines <= 3:
            if len(lines[filled[last]].text) > _DEBRIS_LENGTH:
                long_lines += 1
            else:
                long_lines = 0
                end = last
            last += 1
        count = end - first + 1
        short = sum(len(lines[i].text) <= _DEBRIS_LENGTH for i in filled[first : end + 1])
        if count >= _DEBRIS_RUN and short >= _DEBRIS_SHARE * count:
            runs.append((filled[first], filled[end] + 1))
        first = end + 1
    return runs


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines of tables of contents, lists of figures and the like.

    Below such a title these are all lines up to the last that ends in a page number or holds a dotted leader, an entry
    taking a few lines at most.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        if not STRUCTURE.CONTENTS_TITLE.match(line.text):
            continue
        last, place = index, index + 1
        while place < len(lines) and place - last <= _LONGEST_CONTENT:
            text = lines[place].text
            if STRUCTURE.CONTENTS_TITLE.match(text) or (
                STRUCTURE.MARKDOWN_HEADING.match(text) and not STRUCTURE.PAGE_AT_END.search(text)
            ):
                break
            if STRUCTURE.DOT_LEADER.search(text) or STRUCTURE.PAGE_AT_END.search(text):
                last = place
            place += 1
        if last > index:
            found.update(range(index, last + 1))
    return found


def column_width(lines: Sequence[Line]) -> int:
    """The usual length of a full line."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 20)
    return lengths[int(0.75 * (len(lengths) - 1))] if lengths else 80
