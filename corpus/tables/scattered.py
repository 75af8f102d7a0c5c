"""Tables of which a converter left the cells scattered over short lines: told as unreadable, read neither as text."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corpus.tables.captions import CaptionLine
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line, RawTable, unreadable

_FEWEST = 12  # lines of cells
_LONGEST = 25  # characters of the usual line
_FIGURES = 0.3  # share of lines with a digit
_PROSE = 0.1  # share of lines in sentences
_CAPTION_LINES = 4


def find_scattered(lines: Sequence[Line], caption: CaptionLine, stop: int) -> tuple[RawTable, int] | None:
    """The region below a caption as a table without rows, and the index behind it; None where text follows.

    It ends where two lines in sentences follow one another; ``stop`` is the line where the next table begins.
    """
    filled = [place for place in range(caption.line + 1, stop) if not lines[place].blank]
    begun = 0
    while begun < min(_CAPTION_LINES, len(filled)) and is_prose(lines[filled[begun]].text):
        begun += 1
    last = begun
    while last < len(filled) and not _text_begins(lines, filled, last):
        last += 1
    cells = [lines[place].text.strip() for place in filled[begun:last]]
    if len(cells) < _FEWEST or median(map(len, cells)) > _LONGEST:
        return None
    figures = sum(any(character.isdigit() for character in text) for text in cells)
    if figures < _FIGURES * len(cells) or sum(map(is_prose, cells)) > _PROSE * len(cells):
        return None
    end = filled[last - 1] + 1
    why = f"its cells stand scattered over {len(cells)} short lines"
    return unreadable(lines[caption.line : end], caption.label, why, continued=caption.continued), end


def _text_begins(lines: Sequence[Line], filled: Sequence[int], at: int) -> bool:
    following = [lines[place].text for place in filled[at : at + 2]]
    return all(is_prose(text) for text in following)
