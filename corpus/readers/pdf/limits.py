"""What a PDF may cost, and the look at a file that would burst when it is opened."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields

from corpus.document import Problem

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600  # bytes before a stream in which its dictionary's filter is looked for
_CHUNK = 1 << 20
PREFIX = "IONMINE_PDF_"


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """Upper bounds for one document; what lies beyond is left out and told as a problem."""

    pages: int = 3000
    characters_per_page: int = 60_000
    characters: int = 20_000_000
    objects_per_page: int = 120_000
    seconds: float = 300.0  # of the processor: a busy machine takes no page away
    stream_bytes: int = 256_000_000  # one stream of drawing instructions, unpacked
    total_bytes: int = 1_500_000_000  # all of them


def limits_from(environment: Mapping[str, str]) -> PdfLimits:
    """Limits as the environment sets them: ``IONMINE_PDF_PAGES`` for :attr:`PdfLimits.pages`, and so on.

    Raises ValueError for what is no number.
    """
    given = {
        field.name: float(text) if field.name == "seconds" else int(text)
        for field in fields(PdfLimits)
        if (text := environment.get(PREFIX + field.name.upper(), "").strip())
    }
    return PdfLimits(**given)  # type: ignore[arg-type]


def find_bomb(data: bytes, limits: PdfLimits) -> Problem | None:
    """A problem when packed streams unpack beyond the limits; looks at no stream longer than needed to know.

    Only streams packed hard are unpacked: ordinary ones grow less than a hundredfold.
    """
    total = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        if b"FlateDecode" not in head and b"/Fl " not in head:
            continue
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end >= 0 else len(data)]
        size = _unpacked_size(packed, limits.stream_bytes, twice=head.count(b"FlateDecode") > 1)
        total += size
        if size > limits.stream_bytes or total > limits.total_bytes:
            return Problem(
                "file_bomb",
                f"packed content grows beyond {limits.stream_bytes // 1_000_000} MB; the file was not opened",
            )
    return None


def _unpacked_size(packed: bytes, most: int, *, twice: bool) -> int:
    """Bytes a stream unpacks to, counted up to just above ``most``."""
    if not twice and len(packed) * 1032 < _CHUNK:  # deflate packs at most 1032 to 1
        return 0
    outer, inner = zlib.decompressobj(), zlib.decompressobj()
    size = 0
    rest = packed
    try:
        while rest and size <= most and not outer.eof:
            part = outer.decompress(rest, _CHUNK)
            rest = outer.unconsumed_tail
            if twice:
                tail = part
                while tail and size <= most and not inner.eof:
                    size += len(inner.decompress(tail, _CHUNK))
                    tail = inner.unconsumed_tail
            else:
                size += len(part)
    except zlib.error:
        return size
    return size
