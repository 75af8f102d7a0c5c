"""Captions of figures and schemes, also those that raw PDF text has cut into a left and a right half."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText
from corpus.repair import Profile
from corpus.structure.lines import Line, column_width
from corpus.structure.patterns import CAPTION, CAPTION_GOES_ON, NUMBERED_HEADING

_MAXIMUM_LINES = 40
_FULL_WIDTH = 1.45  # of a column: longer lines run over the whole page and have no right half
_FIT = 0.4  # mean fit of the halves' lines
_WHOLE_WORDS = 0.3
_DASHES = str.maketrans({"–": "-", "−": "-"})
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
    width = column_width(lines)
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
            caption.right = _right_half(lines, left, heads, used, taken, profile, width)
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


def _right_half(
    lines: Sequence[Line],
    left: Sequence[int],
    heads: set[int],
    used: set[int],
    taken: Callable[[int], bool],
    profile: Profile,
    width: int,
) -> list[int]:
    """Lines of the right half: they end the next column, before the page's foot, and fit the left half line by line."""
    if max(len(lines[i].text) for i in left) > _FULL_WIDTH * width:
        return []
    following = left[-1] + 1
    while following < len(lines) and lines[following].blank:
        following += 1
    if following >= len(lines) or not (following in heads or lines[following].indented):
        return []
    column_start = following + 1 if following in heads else following
    foot = next((i for i in range(column_start, min(column_start + 200, len(lines))) if i in heads), None)
    if foot is None:
        return []
    column = [i for i in range(column_start, foot) if not lines[i].blank and i not in used and not taken(i)]
    best: tuple[float, list[int]] = (0.0, [])
    for count in (len(left), len(left) - 1):
        if 0 < count <= len(column):
            candidate = column[-count:]
            score = sum(_fits(lines[a].text, lines[b].text, profile) for a, b in zip(left, candidate, strict=False))
            if score / count > best[0]:
                best = (score / count, candidate)
    return best[1] if best[0] >= _FIT else []


def _junction(left: str, right: str) -> tuple[str, str]:
    last, first = _LAST.search(left), _FIRST.match(right)
    return (last.group() if last else ""), (first.group() if first else "")


def _known(word: str, profile: Profile) -> int:
    return profile.words[word.strip(".").translate(_DASHES).lower()] if word else 0


def _fits(left: str, right: str, profile: Profile) -> float:
    """1 when the halves make a word the document knows; little when both end in whole words, as any two lines may."""
    last, first = _junction(left, right)
    if last and first and _known(last + first, profile) > 0:
        return 1.0
    # A fragment stands only here: a whole word stands elsewhere too.
    return _WHOLE_WORDS if _known(last, profile) > 1 and _known(first, profile) > 1 else 0.0


def _glue(left: str, right: str, profile: Profile) -> str:
    last, first = _junction(left, right)
    if not last or not first:
        return " "
    if _known(last + first, profile) > 0 and not (_known(last, profile) > 1 and _known(first, profile) > 1):
        return ""
    return " " if _known(last, profile) > 1 and _known(first, profile) > 1 else ""
