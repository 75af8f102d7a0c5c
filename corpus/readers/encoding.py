"""Bytes of a text file become a string."""

from __future__ import annotations

import codecs
import re
from typing import Final

from corpus.document import Problem, Status
from corpus.readers.base import RawDocument

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE: Final = 8192  # bytes from the beginning that are looked at
_MAGIC: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"%!PS",
)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Converters write a control character for a sign whose font they cannot read: every hundredth sign of a paper at most.
_BINARY_SHARE: Final = 0.1
_WIDE_SHARE: Final = 0.3  # NUL at every other byte: a wider encoding without its mark
# Signs that papers write, with what stands around them: by these an 8-bit encoding is known.
_EXPECTED: Final = re.compile(
    r"\d ?°|\d ?[×±·–]|[×±] ?\d|\d ?[µμ][mSAVL]|Å[ )³.,;-]|[A-Za-z]’[a-z]|[a-z]–[a-z]|“[A-Za-z]|[a-z.]”"
    r"|[A-Za-zß-ÿ][ß-öø-ÿ][a-z]"
)
_EIGHT_BIT: Final = ("cp1252", "mac_roman")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text: of a known other format, or with control bytes beyond what lost signs explain."""
    head = data[:_SAMPLE]
    if any(head.startswith(bom) for bom, _ in _BOMS) or _wide_encoding(head):
        return False
    return head.startswith(_MAGIC) or len(_CONTROL.findall(head)) > _BINARY_SHARE * len(head)


def read_decoded(data: bytes, name: str, media_type: str) -> RawDocument:
    """The decoded text of a file, its offsets counting characters; a failure with its problem when it is no text."""
    if is_binary(data):
        problem = Problem("binary", f"{name} is no text and no format that can be read")
        return RawDocument("", media_type, problems=[problem], status=Status.FAILURE)
    text, problems = decode(data)
    return RawDocument(text, media_type, problems=problems)


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 that lacks its mark: Latin text has NUL at every second byte."""
    half = len(head) // 2
    if half < 4:
        return None
    first, second = head[0::2].count(0), head[1::2].count(0)
    signs = head[1::2] if first > second else head[0::2]
    if max(first, second) < _WIDE_SHARE * half or len(_CONTROL.findall(signs)) > _BINARY_SHARE * half:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def decode(data: bytes) -> tuple[str, list[Problem]]:
    """The text of ``data``, line ends as they are, and what was doubtful about its encoding.

    A mark at the beginning decides, then UTF-8. What is not UTF-8 throughout is still read as UTF-8, its bad bytes as
    U+FFFD and counted, when more of its characters are valid than not; else as the 8-bit encoding whose signs fit.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), []
    wide = _wide_encoding(data[:_SAMPLE])
    if wide is not None:
        return data.decode(wide, errors="replace"), [Problem("encoding", f"read as {wide}, which its bytes show")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first = error.start
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    valid = sum(character > "\x7f" for character in text) - bad
    if valid >= bad:
        return text, [Problem("encoding", f"not valid UTF-8 at {bad} places, first at byte {first}: signs lost")]
    return _eight_bit(data, first)


def _eight_bit(data: bytes, first: int) -> tuple[str, list[Problem]]:
    readings = {encoding: data.decode(encoding, errors="replace") for encoding in _EIGHT_BIT}
    fitting = {encoding: len(_EXPECTED.findall(text)) for encoding, text in readings.items()}
    best = max(_EIGHT_BIT, key=lambda encoding: fitting[encoding])  # of equals the first, which is the commonest
    message = f"not valid UTF-8 at byte {first}; read as {best} by {fitting[best]} signs that fit their place"
    return readings[best], [Problem("encoding", message)]
