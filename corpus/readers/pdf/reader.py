"""PDF files."""

from __future__ import annotations

import os

from corpus.readers.base import RawDocument
from corpus.readers.pdf.limits import PdfLimits, limits_from


class PdfReader:
    """Reads a PDF in the order in which a person reads its pages, scripts marked, every character with its place."""

    name = "pdf"
    suffixes = frozenset({".pdf"})

    def __init__(self, limits: PdfLimits | None = None) -> None:
        self.limits = limits or limits_from(os.environ)

    def accepts(self, head: bytes, suffix: str) -> float:
        """Sure of a PDF header, nearly sure of the suffix (a damaged file is still told as one)."""
        if b"%PDF-" in head[:1024]:
            return 1.0
        return 0.8 if suffix.lower() in self.suffixes else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """The whole file; never raises for bad content, but says so in status and problems."""
        from corpus.readers.pdf.file import read_file  # loads the PDF engine, which other formats do not need

        return read_file(data, password, self.limits)
