"""Bytes of a text file become a string."""

from __future__ import annotations

import codecs
import re

from corpus.document import Problem

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_MOJIBAKE = re.compile(r"â€[\x80-\u2122]|Ã[\x80-\xbf]|Â[°±µ·]|âˆ[\x80-\u2122]|Î[\x80-\xbf±²³]")
_EVIDENT = 3
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.02


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: they hold NUL or many other control bytes, and no mark of a wider encoding."""
    head = data[:8192]
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return False
    return b"\x00" in head or len(_CONTROL.findall(head)) > _BINARY_SHARE * len(head)


def binary_problem(name: str) -> Problem:
    """What is told of a file that is no text."""
    return Problem("binary", f"{name} is no text and no format that can be read")


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text of ``data``, line ends as they are, and what was doubtful about its encoding."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError:
                break
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        message = f"not valid UTF-8 at byte {error.start}; read as Windows-1252"
        return text, [Problem("encoding", message)]
    if len(_MOJIBAKE.findall(text)) >= _EVIDENT:
        import ftfy  # seldom needed, and its tables take long to load

        repaired = ftfy.fix_encoding(text)
        if repaired != text:
            return repaired, [Problem("mojibake", "UTF-8 that had been read as another encoding was put right")]
    return text, []
