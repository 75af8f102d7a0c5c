"""Captions of figures and schemes, also those that raw PDF text has cut into a left and a right half."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText
from corpus.repair import Profile
from corpus.structure.caption_halves import columns, glue, remnant, right_half
from corpus.structure.lines import Line, column_width
from corpus.structure.patterns import CAPTION, CAPTION_GOES_ON, NUMBERED_HEADING

_MAXIMUM_LINES = 40


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
        match = CAPTION.match(line.text)
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


def _is_table(text: str) -> bool:
    return text.lstrip("#* ").lower().startswith("table")


def _extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool], wrapped: bool) -> list[int]:
    found = [index]
    following = index + 1
    if wrapped:
        while following < len(lines) and len(found) < _MAXIMUM_LINES:
            line = lines[following]
            if line.blank and not lines[found[-1]].closed and not _is_table(lines[index].text):
                # A subscript or superscript on a line of its own leaves a blank line inside a caption.
                following += 1
                if following < len(lines) and lines[following].blank:
                    break
                continue
            stops = line.indented or taken(following) or NUMBERED_HEADING.match(line.text) or CAPTION.match(line.text)
            if line.blank or stops:
                break
            found.append(following)
            following += 1
        return found
    while not lines[found[-1]].closed:
        while following < len(lines) and lines[following].blank:
            following += 1
        if following >= len(lines) or taken(following) or following - found[-1] > 6:
            break
        text = lines[following].text
        if (
            CAPTION.match(text)
            or not CAPTION_GOES_ON.search(text)
            or not (text[0].islower() or text[0] == "(" or re.search(r"[Cc]opyright|permission", text))
        ):
            break
        found.append(following)
        following += 1
    return found
