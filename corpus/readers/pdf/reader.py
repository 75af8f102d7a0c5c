"""PDF files."""

from __future__ import annotations

import os
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.document import Problem, Status
from corpus.readers.base import RawDocument
from corpus.readers.pdf.assemble import assemble
from corpus.readers.pdf.layout import lay_out
from corpus.readers.pdf.limits import Deadline, PdfLimits, find_bomb, limits_from
from corpus.readers.pdf.metadata import read_metadata
from corpus.readers.pdf.page import Page, read_page
from corpus.readers.pdf.problems import opening_problem, text_problem

_MEDIA_TYPE = "application/pdf"
_INCOMPLETE = frozenset({"limit", "broken_page", "truncated", "unreadable_page_layout"})
_LISTED_PAGES = 12  # page numbers named in one problem


class PdfReader:
    """Reads a PDF in the order in which a person reads its pages, scripts marked, every character with its place."""

    name = "pdf"

    def __init__(self, limits: PdfLimits | None = None) -> None:
        self.limits = limits or limits_from(os.environ)

    def accepts(self, head: bytes, suffix: str) -> float:
        """Sure of a PDF header, nearly sure of the suffix (a damaged file is still told as one)."""
        if b"%PDF-" in head[:1024]:
            return 1.0
        return 0.8 if suffix.lower() == ".pdf" else 0.0

    def read(self, data: bytes, name: str, password: str | None = None) -> RawDocument:
        """The whole file; never raises for bad content, but says so in status and problems."""
        bomb = find_bomb(data, self.limits)
        if bomb is not None:
            return _failure(bomb)
        try:
            document = pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError as error:
            return _failure(opening_problem(data, error, password))
        try:
            return self._read(document, data)
        finally:
            document.close()

    def _read(self, document: Any, data: bytes) -> RawDocument:
        count = len(document)
        if count == 0:
            return _failure(Problem("no_pages", "the file has no pages"))
        pages, problems = self._pages(document, count)
        if b"%%EOF" not in data[-2048:]:
            problems.append(Problem("truncated", "the file is cut off before its end; what could be read was read"))
        texts = [piece.text for page in pages for piece in page.pieces]
        if not any(texts):
            return _failure(_no_text(pages), *problems)
        garbage = text_problem(texts, sum(page.unmapped for page in pages))
        if garbage is not None:
            return _failure(garbage, *problems)
        problems.extend(_unmapped_problems(pages))
        layout = lay_out(pages)
        problems.extend(layout.problems)
        metadata = read_metadata(data, document.get_metadata_dict(), layout.blocks, count)
        for page in pages:
            page.release()
        raw, regions, places = assemble(layout.blocks, {page.number: page for page in pages})
        status = Status.PARTIAL if any(problem.code in _INCOMPLETE for problem in problems) else Status.SUCCESS
        return RawDocument(raw, _MEDIA_TYPE, regions, places, metadata, problems, status)

    def _pages(self, document: Any, count: int) -> tuple[list[Page], list[Problem]]:
        """The pages that could be read, and what was left out."""
        pages: list[Page] = []
        problems: list[Problem] = []
        broken: list[int] = []
        deadline = Deadline(self.limits.seconds)
        characters = 0
        for index in range(min(count, self.limits.pages)):
            if deadline.passed or characters > self.limits.characters:
                reason = "time" if deadline.passed else "characters"
                problems.append(Problem("limit", f"pages from {index + 1} on were left out: limit of {reason} reached"))
                break
            try:
                handle = document[index]
            except pdfium.PdfiumError:
                broken.append(index + 1)
                continue
            try:
                page = read_page(handle, index + 1, self.limits)
            except (pdfium.PdfiumError, ValueError, ArithmeticError, LookupError):
                broken.append(index + 1)
                continue
            finally:
                handle.close()
            characters += sum(len(piece.text) for piece in page.pieces)
            pages.append(page)
            if page.skipped:
                message = f"{page.skipped} characters or drawn objects beyond the limit a page were left out"
                problems.append(Problem("limit", message, page=page.number))
        if count > self.limits.pages:
            problems.append(Problem("limit", f"only the first {self.limits.pages} of {count} pages were read"))
        if broken:
            named = ", ".join(map(str, broken[:_LISTED_PAGES])) + (" ..." if len(broken) > _LISTED_PAGES else "")
            problems.append(Problem("broken_page", f"could not be read: page {named} of {count}", page=broken[0]))
        return pages, problems


def _failure(*problems: Problem) -> RawDocument:
    return RawDocument("", _MEDIA_TYPE, problems=list(problems), status=Status.FAILURE)


def _no_text(pages: list[Page]) -> Problem:
    if any(page.drawings.images or page.drawings.marks for page in pages):
        return Problem("no_text_layer", "the pages are pictures without a text layer (a scan); the file needs OCR")
    return Problem("no_text", "the pages hold no text")


def _unmapped_problems(pages: list[Page]) -> list[Problem]:
    count = sum(page.unmapped for page in pages)
    if not count:
        return []
    numbers = [page.number for page in pages if page.unmapped]
    named = ", ".join(map(str, numbers[:_LISTED_PAGES])) + (" ..." if len(numbers) > _LISTED_PAGES else "")
    return [
        Problem(
            "unmapped_characters",
            f"{count} characters without a known meaning, shown as \ufffd, on page {named}",
            page=numbers[0],
        )
    ]
