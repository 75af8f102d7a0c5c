"""Captions of figures and schemes, also those that raw PDF text has cut into a left and a right half."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText
from corpus.repair import Profile
from corpus.structure.lines import Line
from corpus.structure.patterns import CAPTION, CAPTION_GOES_ON, NUMBERED_HEADING

_MAXIMUM_LINES = 40
_LAST = re.compile(r"[^\s,;:()\[\]]+$")
_FIRST = re.compile(r"[^\s,;:()\[\]]+")


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
                parts.append(_glue(lines[index].text, other.text, profile))
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
        if match is None or not _begins(lines, index):
            continue
        left = _extent(lines, index, taken, profile.line_wrapped)
        caption = Caption(re.sub(r"\s+", " ", match.group(1)), left, [])
        if profile.line_wrapped:
            caption.right = _right_half(lines, left, heads, used, taken, profile)
        captions.append(caption)
        used.update(left, caption.right)
    return captions


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Whether a line that names a figure stands where a caption may begin, not inside a sentence."""
    if lines[index].indented or index == 0:
        return True
    before = lines[index - 1]
    if before.blank:
        return index < 2 or lines[index - 2].blank or lines[index - 2].closed or len(lines[index].text) > 40
    return before.closed or bool(re.match(r"^\S+\s?\S+\s[(A-Z]", lines[index].text))


def _extent(lines: Sequence[Line], index: int, taken: Callable[[int], bool], wrapped: bool) -> list[int]:
    found = [index]
    following = index + 1
    if wrapped:
        while following < len(lines) and len(found) < _MAXIMUM_LINES:
            line = lines[following]
            if line.blank or line.indented or taken(following) or NUMBERED_HEADING.match(line.text):
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


def _right_half(
    lines: Sequence[Line],
    left: Sequence[int],
    heads: set[int],
    used: set[int],
    taken: Callable[[int], bool],
    profile: Profile,
) -> list[int]:
    """Lines of the right half: they end the next column, before the page's foot, and fit the left half line by line."""
    following = left[-1] + 1
    while following < len(lines) and lines[following].blank:
        following += 1
    if following not in heads:
        return []
    foot = next((i for i in range(following + 1, min(following + 200, len(lines))) if i in heads), None)
    if foot is None:
        return []
    column = [i for i in range(following + 1, foot) if not lines[i].blank and i not in used and not taken(i)]
    best: tuple[float, list[int]] = (0.0, [])
    for count in (len(left), len(left) - 1):
        if 0 < count <= len(column):
            candidate = column[-count:]
            score = sum(_fits(lines[a].text, lines[b].text, profile) for a, b in zip(left, candidate, strict=False))
            if score / len(left) > best[0]:
                best = (score / len(left), candidate)
    return best[1] if best[0] >= 0.5 else []


def _junction(left: str, right: str) -> tuple[str, str]:
    last, first = _LAST.search(left), _FIRST.match(right)
    return (last.group() if last else ""), (first.group() if first else "")


def _known(word: str, profile: Profile) -> int:
    return profile.words[word.strip(".").lower()] if word else 0


def _fits(left: str, right: str, profile: Profile) -> float:
    """1 when the halves make a word the document knows, or both end in whole words; 0 when they make no sense."""
    last, first = _junction(left, right)
    if not last or not first:
        return 0.5
    if _known(last + first, profile) > 0:
        return 1.0
    # A fragment stands only here: a whole word stands elsewhere too.
    return 1.0 if _known(last, profile) > 1 and _known(first, profile) > 1 else 0.0


def _glue(left: str, right: str, profile: Profile) -> str:
    last, first = _junction(left, right)
    if not last or not first:
        return " "
    if _known(last + first, profile) > 0 and not (_known(last, profile) > 1 and _known(first, profile) > 1):
        return ""
    return " " if _known(last, profile) > 1 and _known(first, profile) > 1 else ""
