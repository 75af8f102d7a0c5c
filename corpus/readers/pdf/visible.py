"""Which characters of a page a reader of its print sees."""

from __future__ import annotations

from corpus.document import Box
from corpus.readers.pdf.characters import Glyph, PageCharacters
from corpus.readers.pdf.drawings import Drawings
from corpus.readers.pdf.geometry import turn_back

_SCAN = 0.5  # of the page that a picture covers under invisible text: a scan with its text told by a machine
_SLACK = 2.0  # points by which a character may stand out over the page's edge


class VisibleText:
    """The glyphs of a page that show, how many do not, and whether the text is a scan's invisible layer.

    White type shows on coloured areas and pictures; invisible type is text only where it stands for a picture of it.
    """

    def __init__(self, characters: PageCharacters, drawings: Drawings, size: tuple[float, float]) -> None:
        self._size = size
        self._under = [*drawings.painted, *drawings.images]
        area = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in drawings.images), default=0.0)
        self.is_scan = bool(characters.invisible) and area >= _SCAN * size[0] * size[1]
        self.glyphs = [
            glyph for place, glyph in enumerate(characters.glyphs)
            if self._is_on_page(glyph)
            and (self.is_scan or place not in characters.invisible)
            and (place not in characters.white or self._is_over_colour(glyph))
        ]  # fmt: skip
        self.hidden = characters.tiny + len(characters.glyphs) - len(self.glyphs)

    def _is_on_page(self, glyph: Glyph) -> bool:
        width, height = self._size
        across, along = (width, height) if glyph.angle in (90, 270) else (height, width)
        return -_SLACK <= glyph.baseline <= across + _SLACK and -_SLACK <= glyph.x0 <= along + _SLACK

    def _is_over_colour(self, glyph: Glyph) -> bool:
        box: Box = turn_back((glyph.x0, glyph.top, glyph.x1, glyph.bottom), glyph.angle, self._size)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return any(x0 - 1 <= x <= x1 + 1 and y0 - 1 <= y <= y1 + 1 for x0, y0, x1, y1 in self._under)
