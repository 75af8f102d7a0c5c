"""One page as it was read: pieces of text, drawings and the frame they stand in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from corpus.document import Box
from corpus.readers.pdf.characters import Glyph, PageCharacters, read_characters
from corpus.readers.pdf.drawings import Drawings, figure_boxes, read_drawings
from corpus.readers.pdf.geometry import PageFrame, inside, turn_back, turn_box
from corpus.readers.pdf.glyph_names import Decoder
from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.lines import Piece, pieces_of

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
        box = turn_back((glyph.x0, glyph.top, glyph.x1, glyph.bottom), glyph.angle, self._size)
        return any(inside(box, area) for area in self._under)


@dataclass(slots=True)
class Page:
    """A page in the frame in which most of its text stands upright (``angle``); ``size`` is that of this frame."""

    number: int
    displayed: tuple[float, float]
    size: tuple[float, float]
    angle: int
    pieces: list[Piece]
    leaning: list[Piece] = field(default_factory=list)  # text of other directions, each piece in its own frame
    drawings: Drawings = field(default_factory=Drawings)
    figures: list[Box] = field(default_factory=list)
    unmapped: int = 0
    skipped: int = 0
    hidden: int = 0  # characters no one sees, left out
    is_scan: bool = False  # a picture of a page, its text told by a machine and laid invisibly over it

    def displayed_box(self, box: Box, angle: int | None = None) -> Box:
        """A box of this page's frame (or of leaning text's) as it stands on the displayed page."""
        return turn_back(box, self.angle if angle is None else angle, self.displayed)

    def release(self) -> None:
        """Forget the text and drawings: the blocks made of them hold what is still needed."""
        self.pieces, self.leaning, self.figures, self.drawings = [], [], [], Drawings()

    def own_box(self, piece: Piece) -> Box:
        """The box of a leaning piece in this page's frame."""
        return turn_box(turn_back(piece.box, piece.angle, self.displayed), self.angle, self.displayed)


def frame_of(page: Any) -> PageFrame:
    """The visible part of an open pypdfium2 page."""
    left, bottom, right, top = page.get_cropbox()
    return PageFrame(min(left, right), min(bottom, top), max(left, right), max(bottom, top), page.get_rotation())


def read_page(page: Any, number: int, limits: PdfLimits, decoder: Decoder) -> Page:
    """Read an open pypdfium2 page; the caller closes it."""
    frame = frame_of(page)
    characters = read_characters(page, number, frame, limits.characters_per_page, decoder)
    return page_of(number, frame, characters, read_drawings(page, frame, limits.objects_per_page))


def page_of(number: int, frame: PageFrame, characters: PageCharacters, drawings: Drawings) -> Page:
    """A page of its characters and drawings, whichever engine read them; what lies off the page is left out."""
    by_angle: dict[int, list[Glyph]] = {}
    seen = VisibleText(characters, drawings, frame.size)
    for glyph in seen.glyphs:
        by_angle.setdefault(glyph.angle, []).append(glyph)
    counts = Counter({angle: len(glyphs) for angle, glyphs in by_angle.items() if angle >= 0})
    angle = counts.most_common(1)[0][0] if counts else 0
    turned = drawings.turned(angle, frame.size)
    size = frame.size if angle in (0, 180) else (frame.size[1], frame.size[0])
    leaning = [piece for other, glyphs in by_angle.items() if other not in (angle, -1) for piece in pieces_of(glyphs)]
    return Page(
        number=number,
        displayed=frame.size,
        size=size,
        angle=angle,
        pieces=pieces_of(by_angle.get(angle, [])),
        leaning=leaning,
        drawings=turned,
        figures=figure_boxes(turned, size),
        unmapped=characters.unmapped,
        hidden=seen.hidden,
        is_scan=seen.is_scan,
        skipped=characters.skipped + drawings.skipped,
    )
