"""Captions of figures and schemes, also those that raw PDF text has cut into a left and a right half."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText
from corpus.repair import Profile
from corpus.structure.caption_halves import columns, glue, remnant, right_half
from corpus.structure.lines import Line, column_width
from corpus.structure.patterns import STRUCTURE, caption_start

_MAXIMUM_LINES = 40
_NEAR = 6  # lines from a caption to where it goes on
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
            left = _extent(lines, index, taken, profile.line_wrapped)
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


def _extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool], wrapped: bool) -> list[int]:
    """The lines of the caption that begins on line ``index``."""
    return (_wrapped_extent if wrapped else _flowing_extent)(lines, index, taken)


def _wrapped_extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool]) -> list[int]:
    """Down to a blank line; in an open sentence on a figure one is what a script on a line of its own left."""
    found = [index]
    of_table = lines[index].text.lstrip("#* ").lower().startswith("table")
    for place in range(index + 1, len(lines)):
        line = lines[place]
        if line.blank:
            if of_table or lines[found[-1]].closed or (place + 1 < len(lines) and lines[place + 1].blank):
                break
        elif len(found) == _MAXIMUM_LINES or line.indented or taken(place) or _begins_another(line.text):
            break
        else:
            found.append(place)
    return found


def _begins_another(text: str) -> bool:
    return bool(STRUCTURE.NUMBERED_HEADING.match(text) or caption_start(text))


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
