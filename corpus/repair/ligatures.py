"""Ligatures, glyph names and look-alike signs."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from corpus.mapped_text import MappedText
from corpus.repair.patterns import GLYPH_NAMES, LIGATURES, LOOKALIKES
from corpus.repair.profile import Profile

_SIGNS = {**LIGATURES, **LOOKALIKES}
_SIGN = re.compile("[" + "".join(map(re.escape, _SIGNS)) + "]")
_GLYPH_NAME = re.compile(r"/uni([0-9A-F]{4})")
_GLYPH_MINUS = re.compile(r"\s?GLYPH<\d{1,3}>\s?(?=\d)")
_WORD = re.compile(r"[A-Za-z]+")


def spell_out(text: MappedText, profile: Profile) -> MappedText:
    """Ligatures become letters, look-alike signs the usual one.

    >>> spell_out(MappedText.from_raw("\\ue103lm at 25 ℃"), Profile()).text
    'film at 25 °C'
    """
    return text.substitute(_SIGN, lambda match: _SIGNS[match.group()])


def read_glyph_names(text: MappedText, profile: Profile) -> MappedText:
    """Names of glyphs that a PDF writer left in the text; a nameless one before an exponent is a minus sign.

    >>> read_glyph_names(MappedText.from_raw("/uniFB01lm of 10 GLYPH<0> 3 S"), Profile()).text
    'film of 10−3 S'
    """
    if "/uni" in text.text:
        text = text.substitute(_GLYPH_NAME, lambda match: GLYPH_NAMES.get(match.group(1), chr(int(match.group(1), 16))))
    if "GLYPH<" in text.text:
        text = text.substitute(_GLYPH_MINUS, "−")
    return text


@cache
def _without_ligatures() -> dict[str, str]:
    """Words as they look when their ligature was dropped, and what they were."""
    words: dict[str, str] = {}
    for line in (files("corpus.repair") / "lost_ligatures.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            for ligature in ("ffi", "ffl", "ff", "fi", "fl"):
                if ligature in line:
                    words[line.replace(ligature, "", 1)] = line
                    break
    return words


def restore_lost_ligatures(text: MappedText, profile: Profile) -> MappedText:
    """Words whose ligature was dropped get it back, where the document shows that it drops them.

    >>> restore_lost_ligatures(MappedText.from_raw("signicant"), Profile(lost_ligatures=True)).text
    'significant'
    """
    if not profile.lost_ligatures:
        return text
    words = _without_ligatures()

    def whole(match: re.Match[str]) -> str:
        found = words.get(match.group().lower(), match.group())
        return found.capitalize() if match.group()[0].isupper() and found != match.group() else found

    return text.substitute(_WORD, whole)
