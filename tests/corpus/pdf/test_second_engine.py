"""pdfplumber where PDFium fails: the same page, and no cost for files that are sound."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from corpus.document import Status
from corpus.readers.base import RawDocument
from corpus.readers.pdf import PdfReader, file

SENTENCES = (
    "the cubic garnet was pressed into pellets and heated in air before both faces were covered with gold",
    "its resistance was read from the low frequency end of the arc and grew when the pellet had been left in moist air",
)


def read(data: bytes) -> RawDocument:
    return PdfReader().read(data, "test.pdf")


def codes(document: RawDocument) -> list[str]:
    return [problem.code for problem in document.problems]


def refuse(monkeypatch: pytest.MonkeyPatch, *numbers: int) -> None:
    """PDFium cannot read the pages of these numbers; without any it cannot open the file."""
    read_page = file.read_page

    def failing(page: Any, number: int, *rest: Any) -> Any:
        if number in numbers:
            raise pdfium.PdfiumError("Failed to load page.")
        return read_page(page, number, *rest)

    def closed(*_: Any, **__: Any) -> Any:
        raise pdfium.PdfiumError("Failed to load document (PDFium: Data format error).")

    monkeypatch.setattr(file, "read_page", failing)
    if not numbers:
        monkeypatch.setattr(file.pdfium, "PdfDocument", closed)


def drawn_font(written: Callable[[list[bytes]], bytes], names: list[str], pages: int = 1) -> bytes:
    """A file in a font whose glyphs are drawings (Type 3) with codes from 1 and these names, blank as the space.

    A viewer that goes by codes has no characters for them; one that goes by the glyphs' names has.
    """
    drawing = b"500 0 0 0 450 450 d1 0 0 400 400 re f"
    letters = string.ascii_lowercase
    shown = []
    for number, sentence in enumerate(SENTENCES):
        coded = "".join(f"{letters.index(c) + 1:02x}" if c in letters else "20" for c in sentence)
        shown.append(f"BT /F1 5 Tf 50 {700 - 12 * number} Td <{coded}> Tj ET")
    shown.append("BT /F2 10 Tf 50 600 Td (In plain letters it goes on below.) Tj ET")
    content = "\n".join(shown).encode()
    glyphs = "".join(f"/{name} 5 0 R" for name in names)
    widths = " ".join(["500"] * 32)
    first = 7
    kids = " ".join(f"{first + number} 0 R" for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        (
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/Resources<<>>"
            f"/CharProcs<<{glyphs}/space 5 0 R>>/FirstChar 1/LastChar 32/Widths[{widths}]"
            f"/Encoding<</Type/Encoding/Differences[1 {''.join('/' + name for name in names)} 32/space]>>>>"
        ).encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
    ] + [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 792]/Contents 6 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>"
    ] * pages
    return written(objects)


def ordinary(page: Any) -> None:
    page.column(60, 80, 480, 20, first="begin", last="end.")


def scripts(page: Any) -> None:
    page.column(60, 80, 480, 8)
    page.text(
        60, 180, "pellets of Li_{6.4}La_{3}Zr_{1.4}Ta_{0.6}O_{12} reach 1.4 × 10^{-5} S cm^{-1} at room temperature"
    )
    page.column(60, 196, 480, 8, start=9)


def two_columns(page: Any) -> None:
    page.column(50, 80, 230, 40, first="left", last="stops.")
    page.column(310, 80, 230, 40, first="right", last="ends.", start=20)


def framed_table(page: Any) -> None:
    page.text(50, 110, "Table 2. Samples", 8)
    for at in (120, 136, 180):
        page.rule(50, 440, at)
    page.rows((54, 150, 250), 131, [("Material", "Family", "σ (S cm^{-1})")])
    page.rows(
        (54, 150, 250), 147, [("Na_{3}PS_{4}", "sulfide", "2.0 × 10^{-4}"), ("Li_{3}OCl", "oxide", "8 × 10^{-4}")]
    )
    page.column(50, 240, 400, 20)


def turned_page(page: Any) -> None:
    page.canvas.setPageRotation(90)
    page.height = 595
    ordinary(page)


def upwards(page: Any) -> None:
    page.canvas.translate(595, 0)
    page.canvas.rotate(90)
    page.height = 595
    ordinary(page)


def cropped(page: Any) -> None:
    page.canvas.setCropBox((40, 30, 560, 770))
    ordinary(page)


@pytest.mark.parametrize(
    "draw",
    [ordinary, scripts, two_columns, framed_table, turned_page, upwards, cropped],
    ids=lambda draw: draw.__name__,
)
def test_both_engines_read_the_same(
    sheet: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, draw: Callable[[Any], None]
) -> None:
    page = sheet()
    draw(page)
    data = page.finish()
    first = read(data)
    refuse(monkeypatch)
    second = read(data)
    assert (first.problems, codes(second)) == ([], ["second_engine"])
    assert second.raw == first.raw
    for one, other in zip(second.regions, first.regions, strict=True):
        assert one.kind is other.kind and one.box == pytest.approx(other.box, abs=1.0)
        assert (one.table is None) == (other.table is None)
        if one.table is not None and other.table is not None:
            assert [(c.row, c.column) for c in one.table.cells] == [(c.row, c.column) for c in other.table.cells]


def test_a_page_that_pdfium_refuses_is_read_and_told(
    sheet: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sheet()
    for number in range(3):
        page.column(60, 80, 480, 20, first=f"page{number}", last="end.")
        page.page()
    data = page.finish()
    whole = read(data).raw
    refuse(monkeypatch, 2)
    document = read(data)
    assert document.raw == whole and document.status is Status.SUCCESS
    [problem] = document.problems
    assert (problem.code, problem.page) == ("second_engine", 2)


def test_a_file_whose_page_tree_is_lost(sheet: Callable[..., Any]) -> None:
    page = sheet(title="Garnets in moist air")
    page.column(60, 80, 480, 20, first="begin", last="end.")
    data = page.finish()
    lost = re.sub(rb"/Kids \[[^\]]*\]", lambda m: b"/Kids []".ljust(len(m.group())), data).replace(
        b"/Count 1", b"/Count 0"
    )
    document = read(lost)
    assert document.raw == read(data).raw
    assert (codes(document), document.status) == (["second_engine"], Status.SUCCESS)
    assert document.metadata is not None and document.metadata.pages == 1


def test_glyphs_known_by_name_only(written: Callable[[list[bytes]], bytes]) -> None:
    document = read(drawn_font(written, list(string.ascii_lowercase)))
    text = document.raw.replace("\n", " ")
    assert all(sentence in text for sentence in SENTENCES) and "\ufffd" not in text
    assert (codes(document), document.status) == ([], Status.SUCCESS)


def test_glyphs_that_nothing_tells_are_told_once(written: Callable[[list[bytes]], bytes]) -> None:
    document = read(drawn_font(written, [f"g{number}" for number in range(1, 27)]))
    assert codes(document) == ["garbage_text_layer"]


def test_a_page_neither_engine_can_read_is_told_once(
    sheet: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = sheet()
    for number in range(2):
        page.column(60, 80, 480, 20, first=f"page{number}", last="end.")
        page.page()
    data = page.finish()
    refuse(monkeypatch, 2)
    monkeypatch.setattr(file.SecondEngine, "read_page", lambda self, number: None)
    document = read(data)
    assert "page0" in document.raw and "page1" not in document.raw
    assert (codes(document), document.status) == (["broken_page"], Status.PARTIAL)


def test_sound_files_never_load_the_second_engine(sheet: Callable[..., Any], tmp_path: Path) -> None:
    page = sheet()
    framed_table(page)
    path = tmp_path / "sound.pdf"
    path.write_bytes(page.finish())
    program = (
        "import sys; from pathlib import Path; from corpus.reader import read; "
        "document = read(Path(sys.argv[1])); "
        "print(len(document.blocks) > 1, 'pdfplumber' in sys.modules, 'pdfminer' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "False"]
