"""Captions of tables: where one stands, how many lines it has, whether it says that the table goes on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.tables import patterns
from corpus.tables.found import Line, Part, RawCell, is_one_word, unbroken


class CaptionLine(NamedTuple):
    """A line that begins a caption; ``line`` is its place in the list of lines."""

    line: int
    label: str
    continued: bool
    rest: str


def caption_in(text: str, line: int = 0) -> CaptionLine | None:
    """The caption that begins with the text of a line, or None."""
    if "able" not in text[:24] and "ABLE" not in text[:24] and "Tab." not in text[:24]:
        return None
    match = patterns.CAPTION.match(text)
    if match is None:
        return None
    rest = match["rest"].strip(" *_")
    closed = bool(match["close"].strip(" *"))
    if (
        not closed
        and rest
        and (patterns.CAPTION_IN_SENTENCE.match(rest) or not (rest[0].isupper() or rest[0] in "($["))
    ):
        return None
    label = "Table " + match["number"]
    return CaptionLine(line, label, bool(patterns.CAPTION_CONTINUED.match(rest)), rest)


def find_captions(lines: Sequence[Line]) -> list[CaptionLine]:
    """All captions of tables in order."""
    found = (caption_in(line.text, index) for index, line in enumerate(lines))
    return [caption for caption in found if caption is not None]


def caption_cell(lines: Sequence[Line], first: int, last: int) -> RawCell:
    """Lines ``first`` to ``last`` (not included) as one text; a formula parted at a line's end is made whole."""
    filled = [line for line in lines[first:last] if not line.blank]
    glues = ["" if is_one_word(above.text, line.text) else " " for above, line in pairwise(filled)]
    parts: list[Part] = []
    for line, glue in zip(filled, ["", *glues], strict=False):
        within = unbroken(line.text, 0, len(line.text), glue)
        parts += [Part(line.start + part.start, line.start + part.end, part.glue) for part in within]
    return RawCell(tuple(parts))
