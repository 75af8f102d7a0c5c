"""Ligatures, glyph names and signs of lost fonts."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import GLYPH_NAMES, LIGATURES, LOOKALIKES
from corpus.repair.profile import Profile

_SIGNS = {**LIGATURES, **LOOKALIKES}
_SIGN = re.compile("[" + "".join(map(re.escape, _SIGNS)) + "]")
_GLYPH_NAME = re.compile(r"/uni([0-9A-F]{4})")
_GLYPH_MINUS = re.compile(r"\s?GLYPH<(?:0|\d{1,3})>\s?(?=\d)")


def spell_out(text: MappedText, profile: Profile) -> MappedText:
    """Ligatures become letters, look-alike signs the usual one.

    >>> spell_out(MappedText.from_raw("\\ue103lm at 25 ℃"), Profile()).text
    'film at 25 °C'
    """
    return text.substitute(_SIGN, lambda match: _SIGNS[match.group()])


def read_glyph_names(text: MappedText, profile: Profile) -> MappedText:
    """Names of glyphs that a PDF writer left in the text.

    >>> read_glyph_names(MappedText.from_raw("/uniFB01lm of 10 GLYPH<0> 3 S"), Profile()).text
    'film of 10−3 S'
    """
    if "/uni" in text.text:
        text = text.substitute(_GLYPH_NAME, lambda match: GLYPH_NAMES.get(match.group(1), chr(int(match.group(1), 16))))
    if "GLYPH<" in text.text:
        text = text.substitute(_GLYPH_MINUS, "−")
    return text
