"""Codes that stand in place of signs: ``10(cid:2)3``."""

from __future__ import annotations

from corpus.mapped_text import MappedText
from corpus.repair.glyph_contexts import CODE
from corpus.repair.glyph_evidence import sign_at
from corpus.repair.profile import Profile


def read_unmapped_glyphs(text: MappedText, profile: Profile) -> MappedText:
    """Codes of glyphs without a character become the signs the document shows them to be, others U+FFFD.

    >>> read_unmapped_glyphs(MappedText.from_raw("2 (cid:5) 10(cid:7)4 S at 30 (cid:9)C, (cid:3)y"), Profile()).text
    '2 × 10−4 S at 30 °C, �y'
    """
    if "(cid:" not in text.text:
        return text
    return text.substitute(CODE, lambda match: sign_at(match, profile.glyph_signs))
