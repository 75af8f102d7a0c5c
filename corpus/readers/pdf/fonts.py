"""Fonts: name, style, and the encoding their glyphs follow where the file does not tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.readers.pdf.signs import encoding_of

_SUBSET = re.compile(r"^[A-Z]{6}\+(?:[A-Z][a-z]{5}(?=Adv|[A-Z]))?")
_BOLD = re.compile(r"bold|black|heavy|semib|demi|-bd|\.B$|,B|[.-]b$|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"(?i:ital|obli|-it$|-ita|cmti|cmmi)|[a-z-]It$|\.I$")
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


@dataclass(frozen=True, slots=True)
class Font:
    """What the reader needs to know of a font; ``encoding``: a table of ``signs.toml``, "" when the file tells all."""

    name: str
    bold: bool
    italic: bool
    encoding: str = ""

    @property
    def key(self) -> str:
        """Equal for equal fonts."""
        return f"{self.name}/{self.bold}"

    @classmethod
    @cache
    def of(cls, name: str, flags: int = 0) -> Font:
        """Read style from the PostScript name and the descriptor's flags (the weight PDFium tells is a guess)."""
        plain = _SUBSET.sub("", name)
        return cls(
            name=plain,
            bold=bool(_BOLD.search(plain)) or bool(flags & _FORCE_BOLD),
            italic=bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG),
            encoding=encoding_of(plain),
        )
