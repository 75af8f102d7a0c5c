"""Raised citations behind the text of cells, as plain numbers or still raised: ``MgSc2Se4 7``, ``0.45 ^17``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

# Up to three digits: longer numbers are years or data.
_GLUED = re.compile(r"(?<=\S)\s\^?\[?(?P<numbers>[1-9]\d{0,2}(?:\s?[,–-]\s?[1-9]\d{0,2})*)\]?\s*$")
MINIMUM_CELLS = 2


def source_start(text: str) -> int | None:
    """Where the number behind a cell's text begins, the blank before it included; None when there is none."""
    match = _GLUED.search(text)
    return match.start() if match is not None else None


def glued_numbers(text: str) -> str:
    """The figures of the source behind a cell's text; empty when there is none."""
    match = _GLUED.search(text)
    return match["numbers"] if match is not None else ""


def sources_are_glued(cells: Sequence[str], is_whole: Callable[[str], bool]) -> bool:
    """Whether most filled cells of a column end with a source: what stands before the number is whole without it."""
    filled = [cell for cell in cells if cell.strip()]
    cited = 0
    for cell in filled:
        end = source_start(cell)
        cited += end is not None and is_whole(cell[:end])
    return cited >= MINIMUM_CELLS and 2 * cited >= len(filled)
