"""Marks that stand for a superscript while a text is being repaired.

Superscripts come as ``^{-1}``, ``^-1``, ``⁻¹`` or bare digits. The early rules bring them all into one form, an opening
and a closing control character that no document contains, so that the later rules (powers of ten, units, citations)
need to know only one. The last rule of the pipeline turns them into a caret.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.mapped_text import Edit, MappedText

SUPERSCRIPT_START = "\x02"
SUPERSCRIPT_END = "\x03"


def mark(text: MappedText, spans: Iterable[tuple[int, int]]) -> MappedText:
    """The text with marks around the given spans; of overlapping spans the first, then the shorter, counts."""
    edits: list[Edit] = []
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            edits += [Edit(start, start, SUPERSCRIPT_START), Edit(end, end, SUPERSCRIPT_END)]
            last = end
    return text.edit(edits)
