"""Times with real glyphs for fi and fl, from the fonts every PDF viewer has."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Literal

from reportlab.lib import fonts
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.rl_codecs import RL_Codecs

FAMILY = "ArticleTimes"
_ENCODING = "ArticleEncoding"
_ADDED = {0x81: ("fi", 0xFB01), 0x8D: ("fl", 0xFB02), 0x8F: ("minus", 0x2212)}  # places WinAnsi leaves free
_UNUSED = {0x7F, 0x90, 0x9D, 0xA0, 0xAD, *_ADDED}
_FACES: dict[tuple[Literal[0, 1], Literal[0, 1]], tuple[str, str]] = {
    (0, 0): ("", "Times-Roman"),
    (1, 0): ("-Bold", "Times-Bold"),
    (0, 1): ("-Italic", "Times-Italic"),
    (1, 1): ("-BoldItalic", "Times-BoldItalic"),
}


@cache
def register() -> None:
    """Make the family known to reportlab; characters Times lacks (Greek, ≤, ×) come from Symbol by themselves."""
    encoding = pdfmetrics.Encoding(_ENCODING, "WinAnsiEncoding")
    plain = {
        code: ord(codecs.decode(bytes([code]), "WinAnsiEncoding")) for code in range(32, 256) if code not in _UNUSED
    }
    for code, (name, character) in _ADDED.items():
        encoding[code] = name
        plain[code] = character
    pdfmetrics.registerEncoding(encoding)
    RL_Codecs.add_dynamic_codec(_ENCODING, {character: code for code, character in plain.items()}, plain)
    for (bold, italic), (suffix, face) in _FACES.items():
        pdfmetrics.registerFont(pdfmetrics.Font(FAMILY + suffix, face, _ENCODING))
        fonts.addMapping(FAMILY, bold, italic, FAMILY + suffix)
