"""What is told of files that cannot be read, or not wholly."""

from __future__ import annotations

import io
import itertools
import random
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption

from corpus.document import BlockKind, Problem, Status
from corpus.reader import read_bytes
from corpus.readers.base import RawDocument
from corpus.readers.pdf import PdfLimits, PdfReader
from corpus.readers.pdf.layout import lay_out


def read(data: bytes, password: str | None = None, **limits: Any) -> RawDocument:
    return PdfReader(PdfLimits(**limits)).read(data, "test.pdf", password)


def codes(document: RawDocument) -> list[str]:
    return [problem.code for problem in document.problems]


@pytest.fixture
def article(sheet: Callable[..., Any]) -> bytes:
    page = sheet()
    for number in range(3):
        page.column(60, 80, 480, 40, first=f"page{number}", last="end.", start=number * 5)
        page.page()
    data: bytes = page.finish()
    return data


@pytest.mark.parametrize("password", [None, "wrong"])
def test_encrypted_file_without_its_password(sheet: Callable[..., Any], password: str | None) -> None:
    page = sheet(encrypt=StandardEncryption("secret", ownerPassword="owner"))
    page.column(60, 80, 480, 4)
    document = read(page.finish(), password)
    assert (codes(document), document.status) == (["encrypted"], Status.FAILURE)
    assert ("--password" in document.problems[0].message) == (password is None)


def test_encrypted_file_with_its_password(sheet: Callable[..., Any]) -> None:
    page = sheet(encrypt=StandardEncryption("secret", ownerPassword="owner"))
    page.column(60, 80, 480, 4, first="opened")
    document = read(page.finish(), "secret")
    assert document.raw.startswith("opened") and document.status is Status.SUCCESS


def test_file_that_only_forbids_printing_opens(sheet: Callable[..., Any]) -> None:
    page = sheet(encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    page.column(60, 80, 480, 4, first="opened")
    assert read(page.finish()).raw.startswith("opened")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!DOCTYPE html><html><body>Access denied</body></html>", "not_a_pdf"),
        (b"just some text", "not_a_pdf"),
        (b"%PDF-1.7\n", "truncated"),
        (b"%PDF-1.7\nrubbish\n%%EOF\n", "damaged"),
    ],
)
def test_what_is_no_readable_pdf(data: bytes, code: str) -> None:
    document = read(data)
    assert (codes(document), document.status, document.raw) == ([code], Status.FAILURE, "")


def test_cut_off_file(article: bytes) -> None:
    document = read(article[: len(article) * 6 // 10])
    assert "truncated" in codes(document)
    assert document.status in (Status.FAILURE, Status.PARTIAL)


def test_scan_without_text_says_that_it_needs_ocr(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.picture(0, 0, 595, 792)
    document = read(page.finish())
    assert codes(document) == ["no_text_layer"] and "OCR" in document.problems[0].message


def test_empty_pages(sheet: Callable[..., Any]) -> None:
    assert codes(read(sheet().finish())) == ["no_text"]


def test_file_without_pages(article: bytes) -> None:
    emptied = re.sub(rb"/Count 4 /Kids \[[^\]]*\]", lambda m: b"/Count 0 /Kids []".ljust(len(m.group())), article)
    emptied = emptied.replace(b"/Type /Page\n", b"/Type /Note\n")
    assert emptied.count(b"/Note") == 4 and b"/Count 0" in emptied
    assert set(codes(read(emptied))) & {"no_pages", "damaged"}


def test_garbage_text_layer_is_told(sheet: Callable[..., Any]) -> None:
    page = sheet()
    for line in range(40):
        shifted = "".join(
            c if c == " " else chr(33 + (ord(c) * 7 + line) % 60) for c in "letters that stand for others"
        )
        page.text(60, 80 + 12 * line, shifted)
    document = read(page.finish())
    assert codes(document) == ["garbage_text_layer"] and document.status is Status.FAILURE


def test_tables_of_numbers_are_no_garbage(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(60, 60, 480, 20)
    page.rows((60, 160, 260, 360), 320, [("LLZO", "1.1", "2.2", "3.3")] * 30)
    assert "garbage_text_layer" not in codes(read(page.finish()))


def test_broken_page_in_a_good_file(article: bytes) -> None:
    kids = re.search(rb"/Kids \[ ((?:\d+ 0 R ?)+)\]", article)
    assert kids is not None
    second = kids.group(1).split(b" 0 R")[1].strip()
    broken = article.replace(b"\n" + second + b" 0 obj\n<<", b"\n" + second + b" 0 obj\n(<", 1)
    document = read(broken)
    assert "page0" in document.raw and "page2" in document.raw
    assert "page1" not in document.raw
    assert document.status is Status.PARTIAL and "broken_page" in codes(document)
    [problem] = [problem for problem in document.problems if problem.code == "broken_page"]
    assert problem.page == 2


def bomb(size: int, *, twice: bool = False) -> bytes:
    """A page whose instructions unpack to ``size`` bytes."""
    packed = zlib.compress(b" " * size, 9)
    filters = b"/FlateDecode"
    if twice:
        packed, filters = zlib.compress(packed, 9), b"[/FlateDecode /FlateDecode]"
    out = io.BytesIO()
    offsets = []
    for number, body in enumerate(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
            b"<</Length %d/Filter %s>>\nstream\n" % (len(packed), filters) + packed + b"\nendstream",
        ),
        start=1,
    ):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    return b"%PDF-1.4\n" + out.getvalue() + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


@pytest.mark.parametrize("twice", [False, True])
def test_file_bomb_is_not_opened(twice: bool) -> None:
    document = read(bomb(30_000_000, twice=twice), stream_bytes=20_000_000)
    assert codes(document) == ["file_bomb"] and document.status is Status.FAILURE


def test_packed_content_within_the_limit_is_read() -> None:
    assert codes(read(bomb(3_000_000), stream_bytes=20_000_000)) == ["no_text"]


def test_limits_leave_out_what_lies_beyond(article: bytes) -> None:
    by_pages = read(article, pages=1)
    assert "page0" in by_pages.raw and "page1" not in by_pages.raw
    assert codes(by_pages) == ["limit"] and by_pages.status is Status.PARTIAL
    by_time = read(article, seconds=0.0)
    assert "limit" in codes(by_time)
    by_characters = read(article, characters_per_page=500)
    assert codes(by_characters).count("limit") == 3


def test_a_busy_machine_takes_no_page_away(article: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count(step=1000)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    assert codes(read(article)) == []


def test_the_engine_is_closed_before_the_pages_are_arranged(article: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []
    stages: list[list[bool]] = []

    def open_it(*given: Any, **more: Any) -> Any:
        opened.append(PdfDocument(*given, **more))
        return opened[-1]

    def lay_them_out(pages: Any) -> Any:
        stages.append([document.raw is None for document in opened])
        return lay_out(pages)

    monkeypatch.setattr("corpus.readers.pdf.file.pdfium.PdfDocument", open_it)
    monkeypatch.setattr("corpus.readers.pdf.file.lay_out", lay_them_out)
    assert "page2" in read(article).raw and stages == [[True]]


def test_unknown_glyphs_are_marked_and_counted(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(60, 80, 480, 20, first="with")
    data = page.finish()
    document = read(data)
    assert "\ufffd" not in document.raw and not document.problems


def test_every_problem_is_one_line(article: bytes) -> None:
    problems: list[Problem] = []
    for data in (b"", b"x", b"%PDF-1.4", article[:500], bomb(3_000_000)):
        problems.extend(read(data, stream_bytes=1_000_000).problems)
    assert problems and all(problem.message and "\n" not in problem.message for problem in problems)


def test_the_reader_is_chosen_by_content(article: bytes, tmp_path: Path) -> None:
    document = read_bytes(article, "download")
    assert document.media_type == "application/pdf" and "page0" in document.raw
    told = read_bytes(b"<html>denied</html>", "paper.pdf")
    assert told.status is not Status.SUCCESS and told.problems


def test_regions_cover_each_line_once(article: bytes) -> None:
    document = read(article)
    spans = [(region.start, region.end) for region in document.regions]
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(region.kind in BlockKind and region.page and region.box for region in document.regions)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_bytes_never_stop_the_reader(article: bytes, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(article)
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(len(data) - 300)
        if chance.random() < 0.5:
            data[place] = chance.randrange(256)
        else:
            del data[place : place + chance.randrange(1, 200)]
    document = read(bytes(data))
    assert document.raw or document.problems
