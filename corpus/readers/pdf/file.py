"""One PDF file with all its pages."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from corpus.document import Problem, Status
from corpus.readers.base import RawDocument
from corpus.readers.pdf.assemble import assemble
from corpus.readers.pdf.decoder import Decoder
from corpus.readers.pdf.forms import without_form_bombs
from corpus.readers.pdf.glyph_names import GlyphNames
from corpus.readers.pdf.layout import lay_out
from corpus.readers.pdf.limits import Deadline, PdfLimits, find_bomb
from corpus.readers.pdf.metadata import read_metadata
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.page_reader import PageReader
from corpus.readers.pdf.problems import opening_problem, text_problem
from corpus.readers.pdf.second_engine import SecondEngine

_MEDIA_TYPE = "application/pdf"
_INCOMPLETE = frozenset({"limit", "broken_page", "truncated", "unreadable_page_layout"})
_SECOND_MAY_OPEN = frozenset({"damaged", "truncated"})  # what makes PDFium refuse a file that is a PDF
_LISTED_PAGES = 12  # page numbers named in one problem


def read_file(data: bytes, password: str | None, limits: PdfLimits) -> RawDocument:
    """The whole file; never raises for bad content, but says so in status and problems."""
    bomb = find_bomb(data, limits)
    if bomb is not None:
        return _failure(bomb)
    data, dropped = without_form_bombs(data)
    decoder = Decoder(GlyphNames(data, password))
    second = SecondEngine(data, password, limits, decoder)
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        problem = opening_problem(data, error, password)
        if problem.code not in _SECOND_MAY_OPEN or not second.page_count:
            return _failure(problem)
        return _read(PageReader(None, second, limits, decoder), data, limits, dropped)
    try:
        return _read(PageReader(document, second, limits, decoder), data, limits, dropped)
    finally:
        document.close()


def _read(reader: PageReader, data: bytes, limits: PdfLimits, dropped: Problem | None) -> RawDocument:
    if reader.count == 0:
        return _failure(Problem("no_pages", "the file has no pages"))
    pages, problems = _pages(reader, limits)
    if dropped is not None:
        problems.append(dropped)
    if b"%%EOF" not in data[-2048:]:
        problems.append(Problem("truncated", "the file is cut off before its end; what could be read was read"))
    texts = [piece.text for page in pages for piece in page.pieces]
    if not any(texts):
        return _failure(_no_text(pages), *problems)
    garbage = text_problem(texts, sum(page.unmapped for page in pages))
    if garbage is not None:
        return _failure(garbage, *problems)
    problems.extend(_text_problems(pages))
    layout = lay_out(pages)
    problems.extend(layout.problems)
    metadata = read_metadata(data, reader.properties, layout.blocks, reader.count)
    for page in pages:
        page.release()
    raw, regions, places = assemble(layout.blocks, {page.number: page for page in pages})
    status = Status.PARTIAL if any(problem.code in _INCOMPLETE for problem in problems) else Status.SUCCESS
    return RawDocument(raw, _MEDIA_TYPE, regions, places, metadata, problems, status)


def _pages(reader: PageReader, limits: PdfLimits) -> tuple[list[Page], list[Problem]]:
    """The pages that could be read, and what was left out."""
    pages: list[Page] = []
    problems: list[Problem] = []
    broken: list[int] = []
    deadline = Deadline(limits.seconds)
    characters = 0
    for number in range(1, min(reader.count, limits.pages) + 1):
        if deadline.passed or characters > limits.characters:
            reason = "time" if deadline.passed else "characters"
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
    (
        "hidden_text",
        "hidden",
        "{} characters no one sees (white, tiny, invisible, off the page) left out, page {}",
    ),
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
