"""Why a PDF could not be opened, or whether its text can be believed: one line each."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.document import Problem

_WORD = re.compile(r"\S+")
_PLAIN_WORD = re.compile(r"^[(\[\"'“‘]*[^\W\d_]{2,}(?:[-–'’][^\W\d_]+)*[)\]\"'”’.,;:!?]*$")
_VOWEL = re.compile(r"[aeiouyàâäåæéèêëíïóôöøúûüAEIOUYÄÖÜ\u0370-\u03ff\u0400-\u04ff]")
_LEAST_WORDS = 60
_LEAST_PLAIN = 0.35  # of all tokens are plain words; tables and formulas included, articles have 0.6 to 0.8
_LEAST_VOWELS = 0.6  # of the plain words have a vowel


def opening_problem(data: bytes, error: Exception, password: str | None) -> Problem:
    """The problem behind an exception of opening or of a look at the head of the file."""
    head = data[:1024]
    if isinstance(error, pdfium.PdfiumError) and "password" in str(error).lower():
        if password:
            return Problem("encrypted", "the file is encrypted and the password given does not open it")
        return Problem("encrypted", "the file is encrypted; give its password (--password)")
    if b"%PDF" not in head:
        looks = head.lstrip()[:15].lower()
        kind = "an HTML page" if looks.startswith((b"<!doctype", b"<html")) else "another kind of file"
        return Problem("not_a_pdf", f"the file has no PDF header; it is {kind}")
    if b"%%EOF" not in data[-2048:]:
        return Problem("truncated", "the file is cut off before its end and could not be opened")
    return Problem("damaged", f"the file could not be opened: {error}".rstrip(". "))


def text_problem(texts: Iterable[str], unmapped: int) -> Problem | None:
    """Whether a text layer is garbage: characters without meaning, or words that are none."""
    words: list[str] = []
    characters = 0
    for text in texts:
        characters += len(text)
        if len(words) < 20_000:
            words.extend(_WORD.findall(text))
    if characters and unmapped > 0.3 * characters:
        share = round(100 * unmapped / characters)
        return Problem("garbage_text_layer", f"{share} % of the characters have no known meaning; the file needs OCR")
    if len(words) < _LEAST_WORDS:
        return None
    plain = [word for word in words if _PLAIN_WORD.match(word)]
    with_vowel = sum(bool(_VOWEL.search(word)) for word in plain)
    foreign = sum(ord(character) > 0x2FFF for word in words[:200] for character in word)
    if foreign:
        return None  # a script without blanks or Latin vowels
    if len(plain) < _LEAST_PLAIN * len(words) or with_vowel < _LEAST_VOWELS * len(plain):
        return Problem(
            "garbage_text_layer", "the text layer holds no words (wrong character codes); the file needs OCR"
        )
    return None
