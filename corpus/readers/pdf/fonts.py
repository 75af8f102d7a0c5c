"""Fonts, and what the codes of symbol fonts and unmapped glyphs stand for."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd|\.B$|,B|[.-]b$|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"(?i:ital|obli|-it$|-ita|cmti|cmmi)|[a-z-]It$|\.I$")
_SYMBOL = re.compile(r"symbol", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
# Codes above 0x7F that PDFium gives for a sign of the Symbol font it knows: the Unicode meaning holds.
_SAME_IN_SYMBOL = frozenset({0xAC, 0xB0, 0xB1, 0xB5, 0xB7, 0xD7, 0xF7})
# Compatibility forms that are one sign in text but must not be folded: superscripts and subscripts keep their place.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


@dataclass(frozen=True, slots=True)
class Font:
    """What the reader needs to know of a font."""

    name: str
    bold: bool
    italic: bool
    symbol: bool
    tex: str = ""  # "text", "math", "signs", "ec": the TeX encodings; "bitmap": a font without a name, likely TeX's

    @property
    def key(self) -> str:
        """Equal for equal fonts."""
        return f"{self.name}/{self.bold}"

    @classmethod
    def of(cls, name: str, flags: int = 0) -> Font:
        """Read style from the PostScript name and the descriptor's flags (the weight PDFium tells is a guess)."""
        plain = _SUBSET.sub("", name)
        return cls(
            name=plain,
            bold=bool(_BOLD.search(plain)) or bool(flags & _FORCE_BOLD),
            italic=bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG),
            symbol=bool(_SYMBOL.search(plain)),
            tex=_tex_encoding(plain),
        )


def _tex_encoding(name: str) -> str:
    lower = name.lower()
    if lower.startswith(("cmsy", "txsy", "pxsy")):
        return "signs"
    if lower.startswith(("cmmi", "cmmib")):
        return "math"
    if lower.startswith(("cmr", "cmbx", "cmti", "cmss", "cmtt", "cmcsc")):
        return "text"
    if not lower:
        return "bitmap"
    return "ec" if lower.startswith(("sf", "ec", "ts1")) else ""


@cache
def _tables() -> dict[str, dict[int, str]]:
    """Code tables by encoding, from ``glyph_codes.tsv``."""
    tables: dict[str, dict[int, str]] = {}
    text = resources.files("corpus.readers.pdf").joinpath("glyph_codes.tsv").read_text("utf-8")
    for row in csv.reader(text.splitlines(), delimiter="\t"):
        if row and not row[0].startswith("#"):
            tables.setdefault(row[0], {})[int(row[1], 16)] = row[2]
    return tables


def decode(code: int, font: Font) -> str | None:
    """The text of a character code as PDFium gives it; "" for what shows nothing, None when it is not known.

    >>> decode(0xFB01, Font.of("Times")), decode(0xF057, Font.of("ABCDEF+Symbol")), decode(0x1C, Font.of("SFRM1000"))
    ('fi', 'Ω', 'fi')
    """
    if 0x20 < code < 0x7F and not font.symbol:
        return chr(code)
    if code in _LIGATURES:
        return _LIGATURES[code]
    tables = _tables()
    if 0xF000 <= code <= 0xF0FF:
        low = code - 0xF000
        return tables["symbol"].get(low) or (chr(low) if 0x20 < low < 0x7F else None)
    if font.symbol and code < 0x100 and code not in _SAME_IN_SYMBOL:
        return tables["symbol"].get(code, chr(code) if code > 0x20 else None)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return tables.get(font.tex, {}).get(code)
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return tables["private"].get(code)
    if code in (0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF):
        return "-" if code == 0xAD else ""
    if code in (0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return None
    return tables["alike"].get(code) or chr(code)
