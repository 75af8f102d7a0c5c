"""Lines of captions that raw PDF text has cut at the gutter: the left half ends one column, the right half the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.repair import Profile
from corpus.signs import AS_HYPHEN
from corpus.structure.lines import Line
from corpus.structure.patterns import STRUCTURE

_FULL_WIDTH = 1.45  # of a column: longer lines run over the whole page and have no right half
_LONG_LINE = 1.04  # of a column: captions are set smaller than the text, so their lines hold more
_FIT = 0.4  # mean fit of the halves' lines
_WHOLE_WORDS = 0.3
_COLUMNS_AHEAD = 2
_LAST = re.compile(r"[^\s,;:()\[\]]+$")
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
