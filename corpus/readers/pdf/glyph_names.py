"""Names of glyphs that PDFium does not hand out: from /Differences and the encodings in the fonts' programs."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.readers.pdf.fonts import Font
from corpus.readers.pdf.signs import sign_of

_PUT = re.compile(rb"dup\s+(\d{1,3})\s*/([\w.]{1,40})\s+put")  # an entry of a Type 1 font's own encoding
_PROGRAM = 200_000  # bytes of a font program in which its encoding is looked for
_DEPTH = 3  # forms in forms


class GlyphNames:
    """Glyph names of one document's fonts by code; the file is opened with pdfminer when the first is asked for."""

    def __init__(self, data: bytes, password: str | None) -> None:
        self._data, self._password = data, password
        self._pages: Iterator[Any] | None = None
        self._read = 0  # pages looked at
        self._names: dict[str, dict[int, str]] = {}  # by font; "" where two fonts of one name disagree
        self._seen: set[int] = set()

    def of(self, font: str, page: int) -> Mapping[int, str]:
        """Names by code of the font (without subset prefix) on page ``page`` (from 1) or before it."""
        # pdfminer raises whatever its parsing of damaged data runs into; a font without names is no loss.
        try:
            while self._read < page:
                self._resources(next(self._opened()).resources, 0)
                self._read += 1
        except Exception:
            self._read = 1 << 30
        return self._names.get(font, {})

    def _opened(self) -> Iterator[Any]:
        if self._pages is None:
            from pdfminer.pdfdocument import PDFDocument
            from pdfminer.pdfpage import PDFPage
            from pdfminer.pdfparser import PDFParser

            logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
            document = PDFDocument(PDFParser(io.BytesIO(self._data)), self._password or "")
            self._pages = iter(PDFPage.create_pages(document))
        return self._pages

    def _resources(self, resources: Any, depth: int) -> None:
        from pdfminer.pdftypes import resolve1

        found = resolve1(resources) or {}
        for reference in (resolve1(found.get("Font")) or {}).values():
            if self._is_new(reference):
                self._take(resolve1(reference))
        if depth == _DEPTH:
            return
        for reference in (resolve1(found.get("XObject")) or {}).values():
            if self._is_new(reference):
                attributes = getattr(resolve1(reference), "attrs", {})
                if "Resources" in attributes:
                    self._resources(attributes["Resources"], depth + 1)

    def _is_new(self, reference: Any) -> bool:
        number = getattr(reference, "objid", None)
        if number in self._seen:
            return False
        if number is not None:
            self._seen.add(number)
        return True

    def _take(self, font: Any) -> None:
        from pdfminer.pdftypes import resolve1
        from pdfminer.psparser import literal_name

        encoding = resolve1(font.get("Encoding"))
        differences = resolve1(encoding.get("Differences")) if isinstance(encoding, dict) else None
        names = _built_in(resolve1(font.get("FontDescriptor"))) if encoding is None else {}
        code = 0
        for entry in differences or ():
            if isinstance(entry, int):
                code = entry
            else:
                names[code] = literal_name(entry)
                code += 1
        known = self._names.setdefault(Font.of(literal_name(font.get("BaseFont", ""))).name, {})
        for code, name in names.items():
            known[code] = name if known.get(code, name) == name else ""


def _built_in(descriptor: Any) -> dict[int, str]:
    """Names by code of the encoding that an embedded Type 1 or CFF program brings along."""
    from pdfminer.pdftypes import resolve1

    found = descriptor or {}
    if "FontFile" in found:
        program = resolve1(found["FontFile"]).get_data()[:_PROGRAM]
        return {int(code): name.decode("ascii", "replace") for code, name in _PUT.findall(program)}
    if "FontFile3" not in found:
        return {}
    from fontTools.cffLib import CFFFontSet  # type: ignore[import-untyped]

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(resolve1(found["FontFile3"]).get_data()), None)
    encoding = getattr(fonts[0], "Encoding", ())
    if isinstance(encoding, str):  # a standard one, which the engine knows
        return {}
    return {code: name for code, name in enumerate(encoding) if name != ".notdef"}


class Decoder:
    """Gives each code of each font its text, told once."""

    def __init__(self, names: GlyphNames | None = None) -> None:
        self._names = names
        self._known: dict[tuple[str, int, bool], str | None] = {}

    def text(self, code: int, font: Font, page: int, *, mapped: bool) -> str | None:
        """The text of a code; "" for what shows nothing, None when it is not known.

        ``mapped`` tells that the engine knows the code's character; otherwise ``code`` is the code in the font.
        """
        key = (font.key, code, mapped)
        if key not in self._known:
            self._known[key] = self._told(code, font, page, mapped)
        return self._known[key]

    def _told(self, code: int, font: Font, page: int, mapped: bool) -> str | None:
        name = ""
        if not mapped and self._names is not None and code < 0x100:
            name = self._names.of(font.name, page).get(code, "")
        return sign_of(code, font.encoding, name, mapped=mapped)
