"""The second engine: pages that PDFium cannot read are read with pdfplumber (pdfminer).

Why two engines: PDFium is some thirty times as fast and gives the same characters in sound files, so it reads all
pages. But each library gives up on its own kind of damage (cross-reference tables, page trees, streams), and
pdfplumber, in Python, tells size, font and matrix of every character just as well. Only pages that need it pay: the
library is imported with the first of them.
"""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from corpus.document import Box
from corpus.readers.pdf.characters import SMALLEST, PageCharacters, drawn_again, placed
from corpus.readers.pdf.drawings import Drawings
from corpus.readers.pdf.fonts import Font
from corpus.readers.pdf.geometry import PageFrame
from corpus.readers.pdf.glyph_names import Decoder
from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.page import Page, page_of

_UNKNOWN = re.compile(r"\(cid:(\d+)\)")  # how pdfminer writes a code it has no character for
_BLANKS = " \u00a0\t\r\n"


class SecondEngine:
    """Pages of one document as pdfplumber reads them; None for what it cannot read either."""

    def __init__(self, data: bytes, password: str | None, limits: PdfLimits, decoder: Decoder) -> None:
        self._data, self._password, self._limits, self._decoder = data, password, limits, decoder
        self._document: Any = None
        self._pages: list[Any] | None = None
        self._descents: dict[str, float] = {}

    @property
    def page_count(self) -> int:
        """Number of pages pdfplumber finds, 0 when it cannot open the file; opens it when not yet open."""
        return len(self._opened())

    @property
    def properties(self) -> Mapping[str, str]:
        """The file's properties (title, author ...), none before it is open."""
        given = self._document.metadata if self._document is not None else {}
        return {str(name): value for name, value in given.items() if isinstance(value, str)}

    def read_page(self, number: int) -> Page | None:
        """Page ``number`` (from 1), or None when it is not there or cannot be read."""
        pages = self._opened()
        if not 1 <= number <= len(pages):
            return None
        page = pages[number - 1]
        # pdfminer raises whatever its parsing of damaged data runs into: its own errors wrapped by pdfplumber, but
        # also TypeError, KeyError, RecursionError ... Any of them means the same: not readable.
        try:
            frame = _frame_of(page)
            characters = self._characters(page, number, frame)
            return page_of(number, frame, characters, _drawings(page, frame, self._limits.objects_per_page))
        except Exception:
            return None
        finally:
            page.close()  # or it keeps every object of the page

    def _opened(self) -> list[Any]:
        if self._pages is None:
            self._pages = []
            import pdfplumber

            for name in ("pdfminer", "pdfplumber"):
                logging.getLogger(name).setLevel(logging.CRITICAL)  # damage is told in the problems
            try:
                self._document = pdfplumber.open(io.BytesIO(self._data), password=self._password)
                self._descents = _noted_descents(self._document.rsrcmgr)
                self._pages = list(self._document.pages)
            except Exception:  # as in read_page
                self._document = None
        return self._pages

    def _characters(self, page: Any, number: int, frame: PageFrame) -> PageCharacters:
        result = PageCharacters()
        limit = self._limits.characters_per_page
        result.skipped = max(0, len(page.chars) - limit)
        fonts: dict[str, Font] = {}
        blank = False
        for char in page.chars[:limit]:
            if char["text"] in _BLANKS:
                blank = True
                continue
            name = char["fontname"]
            font = fonts.setdefault(name, Font.of(name))
            text = self._meaning(char["text"], font, number)
            left, low, right, high = _box_of(char, page)
            size, origin = _size_and_origin(char, (left, low, right, high), self._descents.get(name))
            if size < SMALLEST or not text:
                continue
            result.unmapped += text.count("\ufffd")
            angle = frame.angle(*char["matrix"][:2])
            glyph = placed(text, frame, angle, size, font, origin, (left, low, right, high))
            glyph.space_before = blank
            blank = False
            if not (result.glyphs and drawn_again(glyph, result.glyphs[-1])):
                result.glyphs.append(glyph)
        return result

    def _meaning(self, text: str, font: Font, page: int) -> str:
        """The text of a character as pdfplumber gives it, with U+FFFD for what has no known meaning."""
        unknown = _UNKNOWN.fullmatch(text)
        codes = [int(unknown.group(1))] if unknown else [ord(letter) for letter in text]
        signs = (self._decoder.text(code, font, page, mapped=not unknown and code >= 0x20) for code in codes)
        return "".join("\ufffd" if sign is None else sign for sign in signs)


def _noted_descents(manager: Any) -> dict[str, float]:
    """The descent of every font the resource manager will load, by name: characters have none of their own."""
    descents: dict[str, float] = {}
    get_font = manager.get_font

    def noting(*arguments: Any) -> Any:
        font = get_font(*arguments)
        descents[font.fontname] = font.get_descent()
        return font

    manager.get_font = noting
    return descents


def _frame_of(page: Any) -> PageFrame:
    """The visible part of a page in the coordinates of pdfminer: turned as displayed, from the media box's corner."""
    rotation = page.rotation
    left, bottom, right, top = map(float, page.page_obj.mediabox)
    media = PageFrame(min(left, right), min(bottom, top), max(left, right), max(bottom, top), rotation)
    left, bottom, right, top = map(float, page.page_obj.cropbox)
    x0, y0, x1, y1 = media.box(left, bottom, right, top)
    width, height = media.size
    x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height)
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = 0.0, 0.0, width, height
    return PageFrame(x0, height - y1, x1, height - y0)


def _box_of(thing: Mapping[str, Any], page: Any) -> Box:
    """Left, bottom, right and top in pdfminer's coordinates; pdfplumber moves x by the media box's corner."""
    corner = page.mediabox[0]
    return thing["x0"] - corner, thing["y0"], thing["x1"] - corner, thing["y1"]


def _size_and_origin(char: Mapping[str, Any], box: Box, descent: float | None) -> tuple[float, tuple[float, float]]:
    """Font size, and where the character stands on its baseline.

    The matrix leaves out the text rise (``Ts``), by which scripts may be set; the box has it, since pdfminer puts the
    box's lower edge at the font's descent plus rise.
    """
    _, _, c, d, x, y = char["matrix"]
    upright = abs(d) >= abs(c)
    low, high, at, up = (box[1], box[3], y, d) if upright else (box[0], box[2], x, c)
    size = high - low
    rise = 0.0 if descent is None else (low - at if up > 0 else at - high) - descent * size
    at += math.copysign(1.0, up) * rise
    return size, (x, at) if upright else (at, y)


def _drawings(page: Any, frame: PageFrame, limit: int) -> Drawings:
    """Lines, rectangles, curves and images, at most ``limit`` of them."""
    result = Drawings()
    things = [*page.lines, *page.rects, *page.curves, *page.images]
    result.skipped = max(0, len(things) - limit)
    for thing in things[:limit]:
        box = frame.box(*_box_of(thing, page))
        kind = thing["object_type"]
        if kind == "image":
            result.images.append(box)
        elif (thing["stroke"] or thing["fill"]) and not result.add_thin(box):
            if kind == "rect" and thing["stroke"]:
                result.marks += [side for side in _sides(box) if not result.add_thin(side)]
            elif kind == "rect":
                result.rectangles.append(box)
            else:
                result.marks.append(box)
    result.join_rules()
    return result


def _sides(box: Box) -> Iterable[Box]:
    x0, top, x1, bottom = box
    return (x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)
