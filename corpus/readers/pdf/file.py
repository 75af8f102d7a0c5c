"""One PDF file with all its pages."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.document import Problem, Status
from corpus.readers.base import RawDocument
from corpus.readers.pdf.assemble import assemble
from corpus.readers.pdf.forms import without_form_bombs
from corpus.readers.pdf.glyph_names import Decoder, GlyphNames
from corpus.readers.pdf.layout import lay_out
from corpus.readers.pdf.limits import PdfLimits, find_bomb
from corpus.readers.pdf.metadata import read_metadata
from corpus.readers.pdf.page import Page, read_page
from corpus.readers.pdf.second_engine import SecondEngine

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


_MEDIA_TYPE = "application/pdf"
_INCOMPLETE = frozenset({"limit", "broken_page", "truncated", "unreadable_page_layout"})
_SECOND_MAY_OPEN = frozenset({"damaged", "truncated"})  # what makes PDFium refuse a file that is a PDF
_LISTED_PAGES = 12  # page numbers named in one problem


class _Read(NamedTuple):
    """What the engines gave before they were closed; ``page_count`` are the pages that the file has."""

    pages: list[Page]
    problems: list[Problem]
    properties: Mapping[str, str]
    page_count: int


def read_file(data: bytes, password: str | None, limits: PdfLimits) -> RawDocument:
    """The whole file; never raises for bad content, but says so in status and problems."""
    bomb = find_bomb(data, limits)
    if bomb is not None:
        return _failure(bomb)
    data, dropped = without_form_bombs(data)
    read = _by_engines(data, password, limits)
    if isinstance(read, Problem):
        return _failure(read)
    return _arranged(read, data, dropped)


def _by_engines(data: bytes, password: str | None, limits: PdfLimits) -> _Read | Problem:
    """The pages as they were read, or why there are none. What the engines hold is free when this returns."""
    decoder = Decoder(GlyphNames(data, password))
    second = SecondEngine(data, password, limits, decoder)
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        problem = opening_problem(data, error, password)
        if problem.code not in _SECOND_MAY_OPEN or not second.page_count:
            return problem
        return _read(PageReader(None, second, limits, decoder), limits)
    try:
        return _read(PageReader(document, second, limits, decoder), limits)
    finally:
        document.close()


def _read(reader: PageReader, limits: PdfLimits) -> _Read | Problem:
    if reader.count == 0:
        return Problem("no_pages", "the file has no pages")
    return _Read(*_pages(reader, limits), reader.properties, reader.count)


def _arranged(read: _Read, data: bytes, dropped: Problem | None) -> RawDocument:
    """The document of the pages that were read."""
    pages, problems, properties, count = read
    if dropped is not None:
        problems.append(dropped)
    if b"%%EOF" not in data[-2048:]:
        problems.append(Problem("truncated", "the file is cut off before its end; what could be read was read"))
    if not any(piece.text for page in pages for piece in page.pieces):
        return _failure(_no_text(pages), *problems)
    texts = (piece.text for page in pages for piece in page.pieces)
    garbage = text_problem(texts, sum(page.unmapped for page in pages))
    if garbage is not None:
        return _failure(garbage, *problems)
    problems.extend(_text_problems(pages))
    blocks, untold = lay_out(pages)
    problems.extend(untold)
    metadata = read_metadata(data, properties, blocks, count)
    for page in pages:
        page.release()
    raw, regions, places = assemble(blocks, {page.number: page for page in pages})
    status = Status.PARTIAL if any(problem.code in _INCOMPLETE for problem in problems) else Status.SUCCESS
    return RawDocument(raw, _MEDIA_TYPE, regions, places, metadata, problems, status)


def _pages(reader: PageReader, limits: PdfLimits) -> tuple[list[Page], list[Problem]]:
    """The pages that could be read, and what was left out."""
    pages: list[Page] = []
    problems: list[Problem] = []
    broken: list[int] = []
    end = time.process_time() + limits.seconds
    characters = 0
    for number in range(1, min(reader.count, limits.pages) + 1):
        if (late := time.process_time() > end) or characters > limits.characters:
            reason = "time" if late else "characters"
            problems.append(Problem("limit", f"pages from {number} on were left out: limit of {reason} reached"))
            break
        page = reader.read(number)
        if page is None:
            broken.append(number)
            continue
        characters += sum(len(piece.text) for piece in page.pieces)
        pages.append(page)
        if page.skipped:
            message = f"{page.skipped} characters or drawn objects beyond the limit a page were left out"
            problems.append(Problem("limit", message, page=number))
    if reader.count > limits.pages:
        problems.append(Problem("limit", f"only the first {limits.pages} of {reader.count} pages were read"))
    if broken:
        message = f"could not be read: page {_listed(broken)} of {reader.count}"
        problems.append(Problem("broken_page", message, page=broken[0]))
    if reader.by_second:
        message = f"read by the second engine, as the first could not: page {_listed(reader.by_second)}"
        problems.append(Problem("second_engine", message, page=reader.by_second[0]))
    return pages, problems


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:_LISTED_PAGES])) + (" ..." if len(numbers) > _LISTED_PAGES else "")


def _failure(*problems: Problem) -> RawDocument:
    return RawDocument("", _MEDIA_TYPE, problems=list(problems), status=Status.FAILURE)


def _no_text(pages: list[Page]) -> Problem:
    if any(page.drawings.images or page.drawings.marks for page in pages):
        return Problem("no_text_layer", "the pages are pictures without a text layer (a scan); the file needs OCR")
    return Problem("no_text", "the pages hold no text")


_OF_TEXT = (
    ("unmapped_characters", "unmapped", "{} characters without a known meaning, shown as \ufffd, on page {}"),
    ("hidden_text", "hidden", "{} characters no one sees (white, tiny, invisible, off the page) left out, page {}"),
    ("ocr_text_layer", "is_scan", "{} scanned pages, their text told by a machine and not always rightly: page {}"),
)  # code, attribute of the page, message


def _text_problems(pages: list[Page]) -> list[Problem]:
    """What of the text could not be read for certain, each kind with how much and where."""
    problems = []
    for code, attribute, message in _OF_TEXT:
        numbers = [page.number for page in pages if getattr(page, attribute)]
        if numbers:
            count = sum(getattr(page, attribute) for page in pages)
            problems.append(Problem(code, message.format(count, _listed(numbers)), page=numbers[0]))
    return problems
