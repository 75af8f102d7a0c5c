"""The characters of a page with size, font, baseline and direction, read with PDFium.

PDFium gives the same characters as pdfplumber (pdfminer) at a small part of the time; see benchmarks/speed.py.
Where it fails, ``second_engine.py`` reads the page.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]

from corpus.document import Box
from corpus.readers.pdf.drawings import clipped_away, is_white
from corpus.readers.pdf.fonts import Font
from corpus.readers.pdf.geometry import OnBaseline, PageFrame, turn, turn_box
from corpus.readers.pdf.glyph_names import Decoder

_HYPHEN_MARKS = (0x02, 0xFFFE)  # what PDFium gives for a hyphen at a line end
SMALLEST = 1.0  # points: no one reads less
_INVISIBLE = frozenset({pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP})


_LINE_ENDS = (10, 13)


@dataclass(slots=True)
class Glyph(OnBaseline):
    """One character (or several that one glyph shows) in page coordinates; ``angle`` as :meth:`PageFrame.angle`.

    ``x0``, ``x1`` run along the text and ``baseline`` across it, both in the frame turned by ``angle``.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    font: Font
    angle: int
    space_before: bool = False  # the file or PDFium has a blank before it


@dataclass(slots=True)
class PageCharacters:
    """What stands on a page: glyphs in the file's order and how many of them have no known character.

    ``white`` and ``invisible`` hold the places in ``glyphs`` of type set so; ``tiny`` counts type that is too small.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    white: set[int] = field(default_factory=set)
    invisible: set[int] = field(default_factory=set)
    tiny: int = 0
    unmapped: int = 0
    skipped: int = 0  # beyond the limit on characters a page

    def hide(self, place: int, style: _Style) -> None:
        """Note that the glyph at a place does not show."""
        if style.white:
            self.white.add(place)
        if style.invisible:
            self.invisible.add(place)


class _Style(NamedTuple):
    """What the characters of one text object have in common."""

    font: Font
    size: float
    angle: int
    white: bool
    invisible: bool


def _style(text_page: Any, index: int, text_object: Any, frame: PageFrame) -> _Style | None:
    """The style of a character and of all in its text object, None when its clip hides them."""
    if clipped_away(text_object):
        return None
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
    size = pdfium_c.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    return _Style(
        _font_of(text_page, index), abs(size), frame.angle(matrix.a, matrix.b),
        white=is_white(pdfium_c.FPDFText_GetFillColor, text_page, index),
        invisible=pdfium_c.FPDFTextObj_GetTextRenderMode(text_object) in _INVISIBLE,
    )  # fmt: skip


def _font_of(text_page: Any, index: int) -> Font:
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text_page, index, buffer, 256, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace")
    return Font.of(name, flags.value)


def read_characters(page: Any, number: int, frame: PageFrame, limit: int, decoder: Decoder) -> PageCharacters:
    """All visible characters of an open pypdfium2 page, at most ``limit``; ``number`` counts pages from 1.

    Blanks become a mark on the next glyph: where words end is told from mark and gap together (``scripts.py``).
    """
    text_page = page.get_textpage()
    try:
        return _read(text_page.raw, number, frame, limit, decoder)
    finally:
        text_page.close()


def _read(text_page: Any, number: int, frame: PageFrame, limit: int, decoder: Decoder) -> PageCharacters:
    result = PageCharacters()
    count = pdfium_c.FPDFText_CountChars(text_page)
    result.skipped = max(0, count - limit)
    styles: dict[int | None, _Style | None] = {}
    box = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    unicode_at, object_of = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetTextObject
    origin_of, box_of = pdfium_c.FPDFText_GetCharOrigin, pdfium_c.FPDFText_GetLooseCharBox
    blank = False
    high = 0
    glyphs = result.glyphs
    for index in range(min(count, limit)):
        code = unicode_at(text_page, index)
        address = ctypes.cast(object_of(text_page, index), ctypes.c_void_p).value
        if _is_blank(text_page, index, code, address):
            blank = address is not None or code not in _LINE_ENDS
            continue
        if address not in styles:
            styles[address] = _style(text_page, index, object_of(text_page, index), frame)
        style = styles[address]
        if style is None:
            continue
        font, size, angle = style.font, style.size, style.angle
        if size < SMALLEST:
            result.tiny += 1
            continue
        if 0xD800 <= code < 0xE000:  # PDFium gives characters beyond U+FFFF (mathematical letters) in two halves
            if code < 0xDC00:
                high = code
                continue
            code, high = _whole(high, code), 0
        text = _text_at(text_page, index, code, font, number, decoder)
        if text is None:
            result.unmapped += 1
            text = "\ufffd"
        elif not text:
            continue
        origin_of(text_page, index, at_x, at_y)
        box_of(text_page, index, at_box)
        glyph = placed(text, frame, angle, size, font, (x.value, y.value), (box.left, box.bottom, box.right, box.top))
        glyph.space_before = blank
        blank = False
        if glyphs and drawn_again(glyph, glyphs[-1]):
            continue
        if style.white or style.invisible:
            result.hide(len(glyphs), style)
        glyphs.append(glyph)
    _share_ligature_boxes(glyphs)
    return result


def _is_blank(text_page: Any, index: int, code: int, address: int | None) -> bool:
    """Whether a character shows nothing: one that the engine added (``address`` of no object) or a blank."""
    return (
        address is None
        or code in (32, 160)
        or (code == 9 and not pdfium_c.FPDFText_HasUnicodeMapError(text_page, index))
    )


def _text_at(text_page: Any, index: int, code: int, font: Font, number: int, decoder: Decoder) -> str | None:
    """What a character says; None when nothing tells."""
    if code in _HYPHEN_MARKS and pdfium_c.FPDFText_IsHyphen(text_page, index) == 1:
        return "-"
    doubtful = font.encoding or code < 0x20 or 0x7F <= code < 0x100
    # where there is no mapping, the code is the font's own
    mapped = not doubtful or (code >= 0x20 and not pdfium_c.FPDFText_HasUnicodeMapError(text_page, index))
    return decoder.text(code, font, number, mapped=mapped)


def _whole(high: int, low: int) -> int:
    """The character of two surrogates; the second alone when there was no first."""
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) if high else low


def placed(
    text: str, frame: PageFrame, angle: int, size: float, font: Font, origin: tuple[float, float], box: Box
) -> Glyph:
    """The glyph in the frame in which its text stands upright, from origin and box (left, bottom, right, top)."""
    _, baseline = turn(*frame.point(*origin), angle, frame.size)
    x0, _, x1, _ = turn_box(frame.box(*box), angle, frame.size)
    return Glyph(text, x0, x1, baseline, size, font, angle)


def drawn_again(glyph: Glyph, before: Glyph) -> bool:
    """Bold type made by printing a character twice, slightly shifted."""
    return (
        glyph.text == before.text
        and abs(glyph.baseline - before.baseline) < 0.1 * glyph.size
        and 0.0 < abs(glyph.x0 - before.x0) < 0.08 * glyph.size
    )


def _share_ligature_boxes(glyphs: list[Glyph]) -> None:
    """PDFium gives each letter of a ligature the whole ligature's box; share it out."""
    index = 0
    while index < len(glyphs):
        end = index + 1
        first = glyphs[index]
        while end < len(glyphs) and glyphs[end].x0 == first.x0 and glyphs[end].x1 == first.x1 and end - index < 3:
            if glyphs[end].baseline != first.baseline:
                break
            end += 1
        if end - index > 1:
            step = (first.x1 - first.x0) / (end - index)
            start = first.x0
            for number, glyph in enumerate(glyphs[index:end]):
                glyph.x0, glyph.x1 = start + number * step, start + (number + 1) * step
        index = end
