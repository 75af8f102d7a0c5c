"""Sub- and superscripts told by size and baseline, written ``_{..}`` and ``^{..}``."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.document import Box
from corpus.readers.pdf.characters import Glyph

SMALL = 0.88  # of the line's size: anything smaller may be a script
_RAISED_SMALL = 0.12  # of the line's size, above the baseline
_LOWERED_SMALL = 0.045
_SHIFTED_FULL = 0.22  # scripts set in full size
_WORD_GAP = 0.165  # of the size: a thin space of mathematics is 1/6
_MARKED_GAP = 0.07  # where the file has a blank as well
_NEVER_SCRIPT = frozenset("'’‘“”\"′″")
_DEGREE_RINGS = frozenset("◦○˚∘°")
_NOWHERE: Box = (math.nan, math.nan, math.nan, math.nan)


def main_size(glyphs: Sequence[Glyph]) -> float:
    """Font size of the line itself: the largest size that a fair part of it has (formulas hold more indices)."""
    counts: Counter[float] = Counter(round(glyph.size, 1) for glyph in glyphs)
    enough = max(1.0, 0.12 * len(glyphs))
    return max(size for size, count in counts.items() if count >= enough)


def main_baseline(glyphs: Sequence[Glyph], size: float) -> float:
    """Baseline that most of the full-size characters stand on."""
    counts: Counter[float] = Counter(round(g.baseline, 1) for g in glyphs if g.size >= SMALL * size)
    return counts.most_common(1)[0][0]


def script_of(glyph: Glyph, size: float, baseline: float) -> str:
    """``^``, ``_`` or nothing for a character of a line with this size and baseline."""
    shift = (baseline - glyph.baseline) / size
    if glyph.text in _NEVER_SCRIPT:
        return ""
    if glyph.size < SMALL * size:
        return "^" if shift > _RAISED_SMALL else "_" if shift < -_LOWERED_SMALL else ""
    return "^" if shift > _SHIFTED_FULL else "_" if shift < -_SHIFTED_FULL else ""


def word_gap(glyphs: Sequence[Glyph], size: float) -> float:
    """Width from which a gap parts words; wider in letterspaced lines."""
    if len(glyphs) < 6:
        return _WORD_GAP * size
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(glyphs))
    usual = gaps[len(gaps) // 2]
    return max(_WORD_GAP * size, 1.8 * usual) if usual > 0.08 * size else _WORD_GAP * size


def write(glyphs: Sequence[Glyph], size: float, baseline: float) -> tuple[str, array[float]]:
    """The text of glyphs in reading order and four box numbers a character (x0, top, x1, bottom; NaN: added)."""
    written: list[str] = []
    boxes = array("f")

    def add(text: str, box: Box = _NOWHERE) -> None:
        written.append(text)
        boxes.extend(box * len(text))

    limit = word_gap(glyphs, size)
    mode = ""
    for before, glyph in zip([None, *glyphs], glyphs, strict=False):
        text, script = glyph.text, script_of(glyph, size, baseline)
        if script == "^" and text in _DEGREE_RINGS:
            text, script = "°", ""
        space = before is not None and _is_space(before, glyph, limit, size)
        if mode and before is not None and (script != mode or _ends_script(before, glyph, space)):
            add("}")
            mode = ""
        if space:
            add(" ")
        if script != mode:
            add(script + "{")
            mode = script
        add(text, (glyph.x0, glyph.top, glyph.x1, glyph.bottom))
    if mode:
        add("}")
    return "".join(written), array("f", boxes)  # no longer than it need be


def _ends_script(before: Glyph, glyph: Glyph, space: bool) -> bool:
    """Whether of two scripts in a row the second is another one: apart and in no list, as ``^{12, 13}``, or differing.

    An exponent and a citation after it often differ a little in size or height.
    """
    differ = max(abs(before.baseline - glyph.baseline), abs(before.size - glyph.size)) > 0.06 * glyph.size
    return differ or (space and before.text not in ",–-;" and glyph.text not in ",–-;")


def _is_space(before: Glyph, glyph: Glyph, limit: float, size: float) -> bool:
    return glyph.x0 - before.x1 > (_MARKED_GAP * size if glyph.space_before else limit)
