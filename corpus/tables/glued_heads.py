"""Heads of a table that a converter wrote on the last line of its caption, set on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.tables.captions import caption_in
from corpus.tables.found import Line
from corpus.tables.grid.above import heads_in

_MOST_BELOW = 3  # lines of a caption behind its first
_FEWEST_HEADS = 3
_JOINT = re.compile(
    r"(?<=[a-z).])(?=[A-Z][a-z]{2})|(?<=[a-z)]\.)\s{3,}(?=[A-Z])"
)  # "samplesComposition", "bulk.   Year"
_SENTENCE = re.compile(r"[^\s|]+(?: [^\s|]+){2,}")  # of a caption; what blanks or strokes part are heads themselves


def heads_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of captions cut where the heads of several columns begin without a line's end."""
    found: list[Line] = []
    below = _MOST_BELOW + 1
    for index, line in enumerate(lines):
        below = 0 if caption_in(line.text, index) is not None else below + 1
        found += _parts(line) if below <= _MOST_BELOW else [line]
    return found


def _parts(line: Line) -> Iterator[Line]:
    """A caption's line and the heads behind it; the whole line where none are."""
    for joint in _JOINT.finditer(line.text):
        if _SENTENCE.fullmatch(line.text[: joint.start()]) and len(heads_in(line.text[joint.end() :])) >= _FEWEST_HEADS:
            yield Line(line.start, line.start + joint.start(), line.text[: joint.start()])
            yield Line(line.start + joint.end(), line.end, line.text[joint.end() :])
            return
    yield line
