"""What finding tables works with: lines of the raw text, cells as raw stretches, and the table that was found."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from corpus.document import Citation, Problem, Table
from corpus.mapped_text import MappedText
from corpus.tables import patterns

_MOBILE = ("Li", "Na")  # a formula of the field begins with it and none goes on with it
_IS_PART = re.compile(rf"(?=[^\d]*\d)(?:\(?{patterns.ELEMENT}[\d.xyz+-]*\)?[\d.xyz]*)+$")
_OPEN_GROUP = re.compile(r"\([A-Z][A-Za-z\d.]*$")  # of a formula
_LINE_END = re.compile(r"[\n\f]")
_LINE_PIECE = re.compile(r"[^\r\n\u2060]+")
NO_BREAK = "\u2060"  # stands where a line's end parts nothing
HYPHENS = "-‐\xad\ufffe"
Repair = Callable[[MappedText], tuple[MappedText, tuple[Citation, ...]]]
"""Gives the clean text of a raw stretch and the citations lifted out of it."""


class Line(NamedTuple):
    """One line of the raw text without its line end; offsets are raw."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


class Part(NamedTuple):
    """A raw stretch of a cell and what joins it to the part before it (a space, or nothing in a word cut in two)."""

    start: int
    end: int
    glue: str = ""


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as raw stretches, in reading order; no parts: an empty cell."""

    parts: tuple[Part, ...] = ()
    column_span: int = 1

    def text(self, raw: str) -> str:
        """Its raw characters."""
        return "".join(part.glue + raw[part.start : part.end] for part in self.parts)

    def join(self, other: RawCell, glue: str = " ") -> RawCell:
        """This cell going on with another one."""
        if not self.parts or not other.parts:
            return RawCell(self.parts or other.parts, self.column_span)
        first = other.parts[0]
        return RawCell((*self.parts, Part(first.start, first.end, glue), *other.parts[1:]), self.column_span)

    def mapped(self, raw: str) -> MappedText:
        """Its raw characters with their map, stripped at both ends."""
        pieces: list[MappedText | str] = []
        for part in self.parts:
            if pieces and part.glue:
                pieces.append(part.glue)
            pieces.append(MappedText.from_raw(raw, part.start, part.end))
        return MappedText.join(pieces).strip()


@lru_cache(maxsize=16384)
def is_one_formula(before: str, text: str) -> bool:
    """Whether two stretches, one behind the other on the next line, are parts of one formula."""
    if not (text[:1].isupper() or text[:1] == "("):
        return False
    begun, _, _ = text.partition(" ")
    ended = before.rpartition(" ")[2].rstrip("-–+/")
    if _IS_PART.match(begun) is None or begun.startswith(_MOBILE):
        return False
    return all(patterns.FORMULA_TOKEN.match(formula) for formula in (ended, ended + begun))


def cell_of_words(spans: Sequence[tuple[int, int]], raw: str) -> RawCell:
    """The cell made of these words, neighbours on one line as one stretch; a word parted at a line's end is joined."""
    parts: list[Part] = []
    for start, end in spans:
        if "\n" in raw[start:end]:
            parts += unbroken(raw, start, end, " " if parts else "")
            continue
        if parts and _stands_behind(parts[-1], start, raw):
            parts[-1] = Part(parts[-1].start, end, parts[-1].glue)
        elif parts and raw[parts[-1].end - 1] in HYPHENS and raw[start].islower():
            last = parts[-1]
            parts[-1] = Part(last.start, last.end - 1, last.glue)
            parts.append(Part(start, end))
        else:
            parts.append(Part(start, end, _glue(parts[-1], raw[start:end], raw) if parts else ""))
    return RawCell(tuple(part for part in parts if part.end > part.start))


def _stands_behind(part: Part, start: int, raw: str) -> bool:
    """Whether a word that begins there is the next one on the line of a part."""
    between = raw[part.end : start]
    return part.end <= start and not between.strip() and "\n" not in between


def _glue(part: Part, word: str, raw: str) -> str:
    """What joins a word on another line to a part."""
    return "" if is_one_word(raw[part.start : part.end], word) else " "


def unbroken(text: str, start: int, end: int, glue: str = "") -> Iterator[Part]:
    """The stretch ``text[start:end]`` in parts that no line's end stands in, nothing between them."""
    for piece in _LINE_PIECE.finditer(text, start, end):
        yield Part(piece.start(), piece.end(), glue if piece.start() == start else "")


def is_one_word(before: str, text: str) -> bool:
    """Whether two words on lines below each other are one: a formula, a group and its bracket."""
    return is_one_formula(before, text) or (text[0] == ")" and _OPEN_GROUP.search(before) is not None)


def cell_of(raw: str, start: int, end: int) -> RawCell:
    """The cell that stands in ``raw[start:end]``, without the white space at its ends."""
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    return RawCell((Part(start, end),) if end > start else ())


@dataclass(slots=True)
class RawTable:
    """Rows of raw cells of one table before repair; ``caption`` and ``footnotes`` are cells of their own."""

    rows: list[list[RawCell]]
    shape: str
    raw_start: int
    raw_end: int
    consumed: list[tuple[int, int]]
    label: str = ""
    caption: RawCell = RawCell()
    footnotes: list[RawCell] = field(default_factory=list)
    header_rows: int | None = None
    continued: bool = False
    settled: bool = False  # its cells stand in their columns and are not moved again
    fit: float = math.inf  # log likelihood a cell
    problems: list[Problem] = field(default_factory=list)


def unreadable(
    lines: Sequence[Line], label: str, why: str, *, shape: str = "grid", continued: bool = False
) -> RawTable:
    """The table that lines are, without rows and with a problem that says why."""
    start = lines[0].start
    problem = Problem("unreadable_table", f"{label}: {why}", raw_start=start)
    return RawTable([], shape, start, lines[-1].end, spans_of(lines), label, continued=continued, problems=[problem])


@dataclass(slots=True)
class FoundTable:
    """A table of the text and the raw spans it takes out of the running text.

    ``consumed`` holds caption, rows and footnotes. ``table`` has no cells when the region was recognised as a table
    but could not be read; ``problems`` then says why.
    """

    table: Table
    raw_start: int
    raw_end: int
    consumed: list[tuple[int, int]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def lines_of(raw: str, start: int, end: int) -> list[Line]:
    """The lines of ``raw[start:end]``; the end of a page ends one too."""
    lines = []
    position = start
    while position < end:
        mark = _LINE_END.search(raw, position, end)
        stop = mark.start() if mark is not None else end
        lines.append(Line(position, stop, raw[position:stop].rstrip("\r")))
        position = stop + 1
    return lines


def spans_of(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Raw spans of lines, line ends included, runs of neighbours joined."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        if spans and line.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], line.end + 1)
        else:
            spans.append((line.start, line.end + 1))
    return spans
