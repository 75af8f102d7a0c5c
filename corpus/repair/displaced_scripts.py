"""Raised signs that a converter set on lines of their own: exponents above or below their line, degree signs apart.

Such a line holds nothing but exponents (``−4 S·cm``, ``−4    −1``), and the line it was taken from has a hole for each:
a ``10`` at its end or before a unit, a ``cm`` without its power. They are put back in their order, page by page, where
holes and exponents are of equal number or all exponents are alike; else the powers are kept from being read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.document import Problem
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.displaced_indices import index_edits

_P = read_patterns(__file__)

_LOST: Final = "\ufffd"
_NEAREST: Final = (0, 1, -1, 2, -2, 3, -3)  # lines from a hole to the power of its unit


@dataclass(frozen=True, slots=True)
class _Hole:
    """The end of a power's ten, and the power of its unit at the head of a line below or above, where one is near."""

    end: int
    tail: tuple[int, int] | None


def restore_scripts(text: MappedText) -> tuple[MappedText, list[Problem]]:
    """The text with its scripts back in their places, and what could not be put back."""
    edits: list[Edit] = []
    restored = lost = start = 0
    for page in text.text.split("\f"):
        found, missed = _page(page, start)
        edits += found
        restored += len(found) > 0
        lost += missed
        start += len(page) + 1
    problems = []
    if lost:
        message = f"{lost} powers whose exponents stand elsewhere on the page; no value is read there"
        problems.append(Problem("scripts_displaced", message))
    return text.edit(_apart(edits)), problems


def _page(page: str, start: int) -> tuple[list[Edit], int]:
    """Edits for one page that begins at ``start``, and how many powers stay without their exponent."""
    edits = [*_lines_of_scripts(page), *index_edits(page)]
    fragments = list(_P.FRAGMENT.finditer(page))
    filled, lost = _filled_holes(page, fragments) if fragments else ([], 0)
    edits += filled
    if _P.LONE_DEGREE.search(page):
        edits += [Edit(match.start(), match.end(), "") for match in _P.LONE_DEGREE.finditer(page)]
        edits += [Edit(match.start(), match.end(), " °") for match in _P.TEMPERATURE.finditer(page)]
    return [Edit(edit.start + start, edit.end + start, edit.replacement) for edit in edits], lost


def _filled_holes(page: str, fragments: Sequence[re.Match[str]]) -> tuple[list[Edit], int]:
    """Edits that put exponents where they are missing, and how many powers stay without one."""
    holes = _holes(page)
    surfaces = [match.group(1) for match in fragments]
    fits = len(holes) == len(fragments) or len(set(surfaces)) == 1
    edits = []
    for number, hole in enumerate(holes):
        power = f"{surfaces[min(number, len(surfaces) - 1)]}−1" if fits else _LOST
        if hole.tail is not None and _P.IN_ORDER.fullmatch(page, hole.end, hole.tail[1]):
            edits.append(Edit(hole.end, hole.tail[1], "".join(page[hole.end : hole.tail[1]].splitlines())))
            continue
        if hole.tail is not None and hole.tail[0] >= hole.end and not page[hole.end : hole.tail[0]].strip():
            edits.append(Edit(hole.end, hole.tail[1], power))
            continue
        edits.append(Edit(hole.end, hole.end, power))
        if hole.tail is not None:
            edits.append(Edit(*hole.tail, ""))
    edits += [Edit(*match.span(1), "") for match in fragments]
    return edits, 0 if fits else len(holes)


def _holes(page: str) -> list[_Hole]:
    """Tens at the end of a line, each with the nearest line that begins with the power of a unit."""
    line_ends = [match.start() for match in _P.LINE_END.finditer(page)]
    tails: dict[int, tuple[int, int]] = {}  # by their line
    for match in _P.TAIL.finditer(page):
        if not _P.FRAGMENT.match(page, match.start()):
            tails[bisect_left(line_ends, match.start())] = match.span()
    holes = []
    for match in _P.HOLE.finditer(page):
        line = bisect_left(line_ends, match.end())
        near = next((line + step for step in _NEAREST if line + step in tails), None)
        holes.append(_Hole(match.end(), tails.pop(near) if near is not None else None))
    return holes


def _lines_of_scripts(page: str) -> list[Edit]:
    """Edits for lines of nothing but exponents beside a line with as many holes."""
    edits: list[Edit] = []
    for match in _P.SCRIPTS.finditer(page):
        scripts = _P.SCRIPT.findall(match.group())
        below = page[match.end() + 1 : _end_of_line(page, match.end() + 1)]
        above_start = page.rfind("\n", 0, max(match.start() - 1, 0)) + 1
        above = page[above_start : max(match.start() - 1, 0)]
        for line, start in ((below, match.end() + 1), (above, above_start)):
            gaps = [gap.end() + start for gap in _P.GAP.finditer(line)]
            if len(gaps) == len(scripts):
                edits += [_put(page, gap, script) for gap, script in zip(gaps, scripts, strict=True)]
                edits.append(Edit(match.start(), match.end(), ""))
                break
    return edits


def _put(page: str, gap: int, script: str) -> Edit:
    """A script in the blanks that were left for it, so that what stands behind keeps its place on the line."""
    end = gap + len(script)
    return Edit(gap, end if page[gap : end + 1].isspace() and "\n" not in page[gap : end + 1] else gap, script)


def _end_of_line(page: str, start: int) -> int:
    end = page.find("\n", start)
    return len(page) if end < 0 else end


def _apart(edits: list[Edit]) -> list[Edit]:
    """Edits in order; of two that touch the same text the first."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept
