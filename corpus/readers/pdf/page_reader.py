"""Which engine reads a page: PDFium, and pdfplumber where PDFium fails or knows no character."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.readers.pdf.limits import PdfLimits
from corpus.readers.pdf.page import Page, read_page
from corpus.readers.pdf.problems import text_problem
from corpus.readers.pdf.second_engine import SecondEngine

_UNKNOWN_SHARE = 0.005  # of a page's characters: fewer are a logo or a large bracket, which no engine knows
_ALIKE = 0.95  # of the characters PDFium knows must be known to the other engine as well
_TRIES = 3  # pages in a row on which the second engine knew no more: it does not know this file's fonts either


class PageReader:
    """The pages of one document.

    ``document`` is an open pypdfium2 document, or None when PDFium cannot open the file: then the second engine reads
    all pages. The numbers of pages that it read are in ``by_second``.
    """

    def __init__(self, document: Any, second: SecondEngine, limits: PdfLimits) -> None:
        self._document, self._second, self._limits = document, second, limits
        self._vain = 0
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
        """Page ``number`` (from 1) as the engine read it that reads it better; None when neither can."""
        first = self._by_pdfium(number)
        if first is not None and (self._vain >= _TRIES or not _doubtful(first)):
            return first
        second = self._by_second(number)
        if second is not None and (first is None or _better(second, first)):
            self._vain = 0
            self.by_second.append(number)
            return second
        self._vain += first is not None
        return first

    def _by_pdfium(self, number: int) -> Page | None:
        if self._document is None:
            return None
        try:
            handle = self._document[number - 1]
        except pdfium.PdfiumError:
            return None
        try:
            return read_page(handle, number, self._limits)
        except (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError):
            return None
        finally:
            handle.close()

    def _by_second(self, number: int) -> Page | None:
        """The same page of the second engine; only when both count the pages alike can it be told which that is."""
        return self._second.read_page(number) if self._second.page_count == self.count else None


def _doubtful(page: Page) -> bool:
    return page.unmapped > 0 and page.unmapped > _UNKNOWN_SHARE * sum(map(len, _texts(page)))


def _better(second: Page, first: Page) -> bool:
    """Whether the second engine knows characters that PDFium does not, loses none, and gives words."""
    texts = _texts(second)
    return (
        second.unmapped < first.unmapped
        and _known(second) >= _ALIKE * _known(first)
        and _letters(second) >= _letters(first)
        and text_problem(texts, second.unmapped) is None
    )


def _texts(page: Page) -> list[str]:
    return [piece.text for piece in (*page.pieces, *page.leaning)]


def _known(page: Page) -> int:
    return sum(not letter.isspace() and letter != "\ufffd" for text in _texts(page) for letter in text)


def _letters(page: Page) -> int:
    return sum(letter.isalnum() for text in _texts(page) for letter in text)
