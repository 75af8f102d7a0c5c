"""Tables set across the page whose text came out as one or two characters per line: recognised and left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tables.found import Line, RawTable, unreadable

SHORT = 4
MINIMUM_LINES = 25
WHY = "set across the page and broken into single characters"
# The mean length of debris lines; lists of short real words are longer.
MAXIMUM_MEAN = 3.0
_LABEL = re.compile(r"Table(S?\d{1,2})[.:]?(?=[A-Z(])(\(Contd?\.?\))?", re.I)


def find_rotated(raw: str, lines: Sequence[Line]) -> list[tuple[RawTable, int, int]]:
    """Runs of at least 25 lines of one to four characters, with the index range of their lines.

    Only a run that begins with a table's label is called a table; other runs (a rotated licence stamp) are left to the
    structure.
    """
    found = []
    run: list[int] = []
    for index, line in enumerate([*lines, Line(0, 0, "x" * 9)]):
        if line.blank:
            continue
        if len(line.text.strip()) <= SHORT:
            run.append(index)
            continue
        if len(run) >= MINIMUM_LINES and sum(len(lines[i].text.strip()) for i in run) <= MAXIMUM_MEAN * len(run):
            beginning = "".join(lines[i].text.strip() for i in run[:12])
            label = _LABEL.match(beginning)
            if label is not None:
                table = unreadable(
                    lines[run[0] : run[-1] + 1], f"Table {label[1]}", WHY, shape="rotated", continued=bool(label[2])
                )
                found.append((table, run[0], run[-1] + 1))
        run = []
    return found
