"""Captions of figures and schemes, also those that raw PDF text has cut into a left and a right half."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText
from corpus.repair import Profile
from corpus.signs import AS_HYPHEN
from corpus.structure.lines import Line, column_width
from corpus.structure.patterns import STRUCTURE, caption_start

_FULL_WIDTH = 1.45  # of a column: longer lines run over the whole page and have no right half
_LONG_LINE = 1.04  # of a column: captions are set smaller than the text, so their lines hold more
_FIT = 0.4  # mean fit of the halves' lines
_WHOLE_WORDS = 0.3
_COLUMNS_AHEAD = 2
_LAST = re.compile(r"[^\s,;:.()\[\]]+$")
_FIRST = re.compile(r"[^\s,;:()\[\]]+")


def columns(lines: Sequence[Line], heads: set[int]) -> list[list[int]]:
    """Filled lines from one running head or start of a column to the next."""
    found: list[list[int]] = [[]]
    for index, line in enumerate(lines):
        if index in heads:
            found.append([])
        elif not line.blank:
            if line.indented:
                found.append([])
            found[-1].append(index)
    return [column for column in found if column]


def right_half(
    lines: Sequence[Line], left: Sequence[int], following: Sequence[Sequence[int]], profile: Profile, width: int
) -> list[int]:
    """Lines of the right half: they end one of the next columns and fit the left half line by line."""
    if max(len(lines[i].text) for i in left) > _FULL_WIDTH * width:
        return []
    best: tuple[float, list[int]] = (_FIT, [])
    for column in following[:_COLUMNS_AHEAD]:
        for count in (len(left), len(left) - 1):
            if 0 < count <= len(column):
                candidate = list(column[-count:])
                pairs = zip(left, candidate, strict=False)
                score = sum(_fits(lines[a].text, lines[b].text, profile) for a, b in pairs) / count
                if score >= best[0]:
                    best = (score + 1e-9, candidate)
        if best[1]:
            break
    return best[1]


def remnant(lines: Sequence[Line], column: Sequence[int], width: int) -> list[int]:
    """Lines at the end of a column that belong to a caption which began elsewhere on the page."""
    first = len(column)
    marks = 0
    while first > 0:
        text = lines[column[first - 1]].text
        marked = bool(STRUCTURE.CAPTION_MARK.search(text))
        if not (marked or len(text) >= _LONG_LINE * width or first == len(column)):
            break
        marks += marked
        first -= 1
    found = list(column[first:])
    while found and not (
        STRUCTURE.CAPTION_MARK.search(lines[found[0]].text) or len(lines[found[0]].text) >= _LONG_LINE * width
    ):
        found.pop(0)
    return found if marks and len(found) > 1 else []


def _junction(left: str, right: str) -> tuple[str, str]:
    last, first = _LAST.search(left), _FIRST.match(right)
    return (last.group() if last else ""), (first.group() if first else "")


def _known(word: str, profile: Profile) -> int:
    return profile.words[word.strip(".").translate(AS_HYPHEN).lower()] if word else 0


def _fits(left: str, right: str, profile: Profile) -> float:
    """1 when the halves make a word the document knows; little when both end in whole words, as any two lines may."""
    last, first = _junction(left, right)
    if last and first and _known(last + first, profile) > 0:
        return 1.0
    # A fragment stands only here: a whole word stands elsewhere too.
    return _WHOLE_WORDS if _known(last, profile) > 1 and _known(first, profile) > 1 else 0.0


def glue(left: str, right: str, profile: Profile) -> str:
    """What stands between two halves of a line: nothing where a word was cut, else a blank."""
    last, first = _junction(left, right)
    if not last or not first:
        return " "
    if _known(last + first, profile) > 0 and not (_known(last, profile) > 1 and _known(first, profile) > 1):
        return ""
    return " " if _known(last, profile) > 1 and _known(first, profile) > 1 else ""


_MAXIMUM_LINES = 40
_NEAR = 6  # lines from a caption to where it goes on
_ROOM = 4  # characters: a line that keeps more free than the next word is long ends a paragraph
_SMALL_WORD = re.compile(r"[a-z]{2}")
_RIGHTS = re.compile(r"[Cc]opyright|permission")


@dataclass(slots=True)
class Caption:
    """A caption: its label and the lines it consists of; ``right`` are the right halves of ``left``, in order."""

    label: str
    left: list[int]
    right: list[int]

    def parts(self, raw: str, lines: Sequence[Line], profile: Profile) -> list[MappedText | str]:
        """Its raw stretches in reading order."""
        parts: list[MappedText | str] = []
        for place, index in enumerate(self.left):
            if parts:
                parts.append("\n")
            parts.append(MappedText.from_raw(raw, lines[index].start, lines[index].end))
            if place < len(self.right):
                other = lines[self.right[place]]
                parts.append(glue(lines[index].text, other.text, profile))
                parts.append(MappedText.from_raw(raw, other.start, other.end))
        return parts


def find_captions(
    lines: Sequence[Line], taken: Callable[[int], bool], profile: Profile, heads: set[int]
) -> list[Caption]:
    """Captions among the lines that are not taken yet."""
    captions: list[Caption] = []
    used: set[int] = set()
    for index, line in enumerate(lines):
        if line.blank or index in used or taken(index):
            continue
        match = caption_start(line.text)
        if match is not None and _begins(lines, index):
            left = (_wrapped_extent if profile.line_wrapped else _flowing_extent)(lines, index, taken)
            captions.append(Caption(re.sub(r"\s+", " ", match.group(1)), left, []))
            used.update(left)
    if profile.line_wrapped:
        _join_halves(lines, captions, used, taken, profile, heads)
    return captions


def _join_halves(
    lines: Sequence[Line],
    captions: list[Caption],
    used: set[int],
    taken: Callable[[int], bool],
    profile: Profile,
    heads: set[int],
) -> None:
    """Give captions their right halves, and caption lines that stand apart from any label a caption of their own."""
    width = column_width(lines)
    pages = columns(lines, heads)
    number_of = {index: number for number, column in enumerate(pages) for index in column}

    def free(number: int) -> list[list[int]]:
        return [[i for i in column if i not in used and not taken(i)] for column in pages[number : number + 3]]

    def complete(caption: Caption) -> None:
        number = number_of[caption.left[-1]]
        if caption.left[-1] == pages[number][-1]:
            caption.right = right_half(lines, caption.left, free(number + 1), profile, width)
            used.update(caption.right)

    for caption in list(captions):
        complete(caption)
    label = ""
    labels = {caption.left[0]: caption.label for caption in captions}
    for number, column in enumerate(pages):
        left = remnant(lines, free(number)[0], width) if label else []
        label = next((labels[i] for i in column if i in labels), label)
        if left and left[-1] == column[-1]:
            rest = Caption(label, left, [])
            used.update(left)
            complete(rest)
            captions.append(rest)


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that names a figure stands where a caption may begin, not inside a sentence."""
    if lines[index].indented or index == 0:
        return True
    before = lines[index - 1]
    if before.blank:
        return index < 2 or lines[index - 2].blank or lines[index - 2].closed or len(lines[index].text) > 40
    return before.closed or bool(re.match(r"^\S+\s?\S+\s[(A-Z]", lines[index].text))


def _wrapped_extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool]) -> list[int]:
    """Down to a blank line or running text; an open sentence on a figure goes on below the blank line of a script."""
    found = [index]
    of_table = lines[index].text.lstrip("#* ").lower().startswith("table")
    for place in range(index + 1, len(lines)):
        line, last = lines[place], lines[found[-1]]
        if line.blank:
            if of_table or last.closed or (place + 1 < len(lines) and lines[place + 1].blank):
                break
            continue
        begins_another = STRUCTURE.NUMBERED_HEADING.match(line.text) or caption_start(line.text)
        if len(found) == _MAXIMUM_LINES or line.indented or taken(place) or begins_another:
            break
        if last.closed and _ends_above([lines[i].text for i in found], line.text):
            break
        found.append(place)
    return found


def _ends_above(found: Sequence[str], text: str) -> bool:
    """Whether a caption whose last line ends a sentence is over: text goes on with another, or the line had room."""
    if found[-1][-1] in ";:" or STRUCTURE.CAPTION_GOES_ON.search(text):
        return False
    width = max(map(len, (*found, text)))
    return _SMALL_WORD.match(text) is not None or len(found[-1]) + len(text.split()[0]) + _ROOM < width


def _flowing_extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool]) -> list[int]:
    """Paragraphs near by that go on with an open sentence, told by a panel's letter or a note of rights."""
    found = [index]
    for place in range(index + 1, len(lines)):
        if lines[place].blank:
            continue
        if lines[found[-1]].closed or taken(place) or place - found[-1] > _NEAR or not _goes_on(lines[place].text):
            break
        found.append(place)
    return found


def _goes_on(text: str) -> bool:
    begun = text[0].islower() or text[0] == "(" or _RIGHTS.search(text)
    return bool(begun and STRUCTURE.CAPTION_GOES_ON.search(text)) and not caption_start(text)
