"""Test pages set with reportlab: text, scripts, rules and pictures at known places."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.document import BlockKind
from corpus.readers.base import RawDocument, Region
from corpus.readers.pdf import PdfReader

FILLER = (
    "the pellets were pressed and sintered before the electrodes were sputtered on both faces so that the resistance "
    "of the grain boundaries could be told from that of the grains when the cell was heated in small steps and held "
    "at each of them until nothing changed any more which took an hour or two"
)
WORDS = FILLER.split()


class Sheet:
    """A PDF under construction; ``y`` counts from the top, as a reader's boxes do."""

    def __init__(self, width: float = 595.0, height: float = 792.0, **canvas: object) -> None:
        self.buffer = io.BytesIO()
        self.width, self.height = width, height
        self.canvas = Canvas(self.buffer, pagesize=(width, height), invariant=1, **canvas)  # type: ignore[arg-type]

    def text(self, x: float, y: float, text: str, size: float = 10, font: str = "Times-Roman") -> float:
        """One line; ``_`` and ``^`` before braces set scripts. Gives the right edge."""
        line = self.canvas.beginText(x, self.height - y)
        line.setFont(font, size)
        for part in _parts(text):
            kind, content = part
            line.setFont(font, size if not kind else 0.7 * size)
            line.setRise({"": 0.0, "^": 0.35 * size, "_": -0.16 * size}[kind])
            line.textOut(content)
        end = float(line.getX())
        self.canvas.drawText(line)
        return end

    def column(
        self, x: float, y: float, width: float, lines: int, *, first: str = "", last: str = "", size: float = 10,
        leading: float = 12, start: int = 0, indent: float = 0,
    ) -> float:  # fmt: skip
        """Justified lines of filler, the first and last beginning and ending as told. Gives the baseline after them."""
        index = start
        for number in range(lines):
            words = first.split() if number == 0 and first else []
            tail = last.split() if number == lines - 1 and last else []
            left = x + (indent if number == 0 else 0)
            room = width - (left - x)
            while True:
                word = WORDS[index % len(WORDS)]
                if stringWidth(" ".join([*words, word, *tail]), "Times-Roman", size) > room:
                    break
                words.append(word)
                index += 1
            words += tail
            used = sum(stringWidth(word, "Times-Roman", size) for word in words)
            gap = (room - used) / max(len(words) - 1, 1)
            for word in words:
                self.text(left, y, word, size)
                left += stringWidth(word, "Times-Roman", size) + gap
            y += leading
        return y

    def rule(self, x0: float, x1: float, y: float, width: float = 0.6) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y, x1, self.height - y)

    def upright(self, x: float, y0: float, y1: float) -> None:
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, self.height - y0, x, self.height - y1)

    def turned(self, x: float, y: float, text: str, angle: float = 90, size: float = 8) -> None:
        """Text that runs upwards from a point."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - y)
        self.canvas.rotate(angle)
        self.canvas.setFont("Times-Roman", size)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        from PIL import Image

        image = Image.frombytes("RGB", (40, 30), bytes((i * 7) % 251 for i in range(40 * 30 * 3)))
        self.canvas.drawImage(ImageReader(image), x, self.height - y - height, width, height)

    def rows(
        self, xs: Sequence[float], y: float, rows: Iterable[Sequence[str]], size: float = 8, leading: float = 11
    ) -> float:
        """Cells at the left edges ``xs``; gives the baseline after the last."""
        for row in rows:
            for x, cell in zip(xs, row, strict=True):
                if cell:
                    self.text(x, y, cell, size)
            y += leading
        return y

    def page(self) -> None:
        self.canvas.showPage()

    def finish(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def read(self, **limits: object) -> RawDocument:
        return PdfReader().read(self.finish(), "test.pdf")


def _parts(text: str) -> list[tuple[str, str]]:
    import re

    return [(m[1] or "", m[2] if m[2] is not None else m[3]) for m in re.finditer(r"([_^])\{([^}]*)\}|([^_^]+)", text)]


@pytest.fixture
def sheet() -> Callable[..., Sheet]:
    """Makes an empty test PDF."""
    return Sheet


@pytest.fixture
def written() -> Callable[[list[bytes]], bytes]:
    """Makes a file of its objects, numbered from 1, of which the first is the catalogue."""

    def of(objects: list[bytes]) -> bytes:
        data, offsets = b"%PDF-1.4\n", []
        for number, content in enumerate(objects, start=1):
            offsets.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
        return data + head + table + trailer

    return of


class OwnFont(NamedTuple):
    """An embedded font without ToUnicode: glyph names by code, told by the PDF's /Differences or the program alone."""

    name: str
    glyphs: Mapping[int, str]
    differences: bool = True


def _program(font: OwnFont) -> bytes:
    """A CFF program whose glyphs are all a square."""
    names = [".notdef", *dict.fromkeys(font.glyphs.values())]
    charstrings = {}
    for name in names:
        pen = T2CharStringPen(600, None)
        pen.moveTo((50, 0))
        for point in ((450, 0), (450, 400), (50, 400)):
            pen.lineTo(point)
        pen.closePath()
        charstrings[name] = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({})
    builder.setupCFF(font.name, {}, charstrings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader()
    table = builder.font["CFF "]
    if not font.differences:
        table.cff[0].Encoding = [font.glyphs.get(code, ".notdef") for code in range(256)]
    return bytes(table.compile(builder.font))


@pytest.fixture
def typeset(written: Callable[[list[bytes]], bytes]) -> Callable[..., bytes]:
    """Makes a page of drawing instructions that uses fonts ``F1``, ``F2`` ... of one's own; Helvetica is ``F0``."""

    def of(content: str, *fonts: OwnFont) -> bytes:
        stream = content.encode("latin-1")
        names = b"".join(b"/F%d %d 0 R" % (n, 5 if not n else 3 + 3 * n) for n in range(len(fonts) + 1))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 792]/Contents 4 0 R/Resources<</Font<<%s>>>>>>" % names,
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ]
        for font in fonts:
            name, program, number = font.name.encode(), _program(font), len(objects) + 1
            listed = " ".join(f"{code}/{glyph}" for code, glyph in font.glyphs.items()).encode()
            encoding = b"/Encoding<</Type/Encoding/Differences[%s]>>" % listed if font.differences else b""
            objects += [
                b"<</Type/Font/Subtype/Type1/BaseFont/QWERTY+%s/FirstChar 0/LastChar 255/Widths[%s]"
                b"/FontDescriptor %d 0 R%s>>" % (name, b" ".join([b"600"] * 256), number + 1, encoding),
                b"<</Type/FontDescriptor/FontName/QWERTY+%s/Flags 4/FontBBox[0 0 600 600]/ItalicAngle 0/Ascent 600"
                b"/Descent 0/CapHeight 600/StemV 80/FontFile3 %d 0 R>>" % (name, number + 2),
                b"<</Subtype/Type1C/Length %d>>\nstream\n%s\nendstream" % (len(program), program),
            ]
        return written(objects)

    return of


@pytest.fixture
def texts() -> Callable[[RawDocument, BlockKind], list[str]]:
    """The regions of one kind as text, line ends as blanks."""

    def of(document: RawDocument, kind: BlockKind) -> list[str]:
        return [text_of(document, region) for region in document.regions if region.kind is kind]

    return of


def text_of(document: RawDocument, region: Region) -> str:
    return document.raw[region.start : region.end].replace("\n", " ")
