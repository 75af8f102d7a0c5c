"""Character codes of one document to text: what the engine knows, then the glyph's name, then the font's family."""

from __future__ import annotations

from corpus.readers.pdf.fonts import Font
from corpus.readers.pdf.glyph_names import GlyphNames
from corpus.readers.pdf.signs import sign_of


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
