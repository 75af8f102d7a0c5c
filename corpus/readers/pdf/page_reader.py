"""Which engine reads a page: PDFium, and pdfplumber where PDFium fails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.readers.pdf.decoder import Decoder
from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.page import Page, read_page
from corpus.readers.pdf.second_engine import SecondEngine


class PageReader:
    """The pages of one document.

    ``document`` is an open pypdfium2 document, or None when PDFium cannot open the file: then the second engine reads
    all pages. The numbers of pages that it read are in ``by_second``.
    """

    def __init__(self, document: Any, second: SecondEngine, limits: PdfLimits, decoder: Decoder) -> None:
        self._document, self._second, self._limits, self._decoder = document, second, limits, decoder
        self.count: int = second.page_count if document is None else len(document)
        self.by_second: list[int] = []

    @property
    def properties(self) -> Mapping[str, str]:
        """Title, author and the like as the file gives them."""
        if self._document is None:
            return self._second.properties
        found: Mapping[str, str] = self._document.get_metadata_dict()
        return found

    def read(self, number: int) -> Page | None:
        """Page ``number`` (from 1), None when neither engine can read it."""
        page = self._by_pdfium(number)
        # The second engine's page is the same one only when both count the pages alike.
        if page is None and self._second.page_count == self.count:
            page = self._second.read_page(number)
            if page is not None:
                self.by_second.append(number)
        return page

    def _by_pdfium(self, number: int) -> Page | None:
        if self._document is None:
            return None
        try:
            handle = self._document[number - 1]
        except pdfium.PdfiumError:
            return None
        try:
            return read_page(handle, number, self._limits, self._decoder)
        except (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError):
            return None
        finally:
            handle.close()
