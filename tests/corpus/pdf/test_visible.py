"""Text that no one sees is no text; a scan's invisible layer is, and is told as one; drawings cost by number."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from corpus.document import Status
from corpus.readers.base import RawDocument
from corpus.readers.pdf import PdfReader
from corpus.readers.pdf.raster import lying_together


def _with_problem(document: RawDocument, code: str) -> bool:
    return any(problem.code == code for problem in document.problems)


def _sheet(sheet: Callable[..., Any]) -> Any:
    page = sheet()
    page.column(60, 80, 400, 4, first="SEEN")
    return page


def _say(page: Any, text: str, *, size: float = 10, y: float = 300, mode: int = 0, x: float = 60) -> None:
    line = page.canvas.beginText(x, page.height - y)
    line.setFont("Times-Roman", size)
    line.setTextRenderMode(mode)
    line.textOut(text)
    page.canvas.drawText(line)


def test_white_type_is_left_out_and_told(sheet: Callable[..., Any]) -> None:
    page = _sheet(sheet)
    page.canvas.setFillColorRGB(1, 1, 1)
    _say(page, "conductivity of 9 S/cm")
    document = page.read()
    assert "SEEN" in document.raw and "9 S/cm" not in document.raw
    assert _with_problem(document, "hidden_text") and document.status is Status.SUCCESS


def test_white_type_on_colour_is_read(sheet: Callable[..., Any]) -> None:
    page = _sheet(sheet)
    page.canvas.setFillColorRGB(0.1, 0.2, 0.5)
    page.canvas.rect(50, page.height - 310, 300, 30, stroke=0, fill=1)
    page.canvas.setFillColorRGB(1, 1, 1)
    _say(page, "A head in white")
    document = page.read()
    assert "A head in white" in document.raw and not _with_problem(document, "hidden_text")


@pytest.mark.parametrize(
    "hidden", [{"size": 0.4}, {"mode": 3}, {"x": 700}, {"y": -40}], ids=["tiny", "invisible", "beside", "above"]
)
def test_other_type_that_no_one_sees(sheet: Callable[..., Any], hidden: dict[str, float]) -> None:
    page = _sheet(sheet)
    _say(page, "conductivity of 9 S/cm", **hidden)  # type: ignore[arg-type]
    document = page.read()
    assert "SEEN" in document.raw and "9 S/cm" not in document.raw and _with_problem(document, "hidden_text")


def test_the_invisible_layer_of_a_scan_is_read_and_told(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.picture(0, 0, page.width, page.height)
    for number in range(6):
        _say(page, "the pellets were pressed and heated in small steps", y=100 + 12 * number, mode=3)
    document = page.read()
    assert document.raw.count("pellets were pressed") == 6
    assert _with_problem(document, "ocr_text_layer") and not _with_problem(document, "hidden_text")


def _nested(written: Callable[[list[bytes]], bytes], depth: int, fold: int) -> bytes:
    """A page that draws a form that draws a form ``fold`` times, and so on, before its own text."""
    content = b"/X Do BT /F0 10 Tf 50 700 Td (A plain sentence stands on this page.) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 792]/Contents 4 0 R"
        b"/Resources<</Font<</F0 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for level in range(depth):
        inner = b"/X Do " * fold if level < depth - 1 else b"0 0 m 9 9 l S"
        head = b"/Resources<</XObject<</X %d 0 R>>>>" % (len(objects) + 2) if level < depth - 1 else b""
        objects.append(
            b"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]%s/Length %d>>\nstream\n%s\nendstream"
            % (head, len(inner), inner)
        )
    return written(objects)


def test_forms_that_multiply_are_left_out(written: Callable[[list[bytes]], bytes]) -> None:
    begun = time.process_time()
    document = PdfReader().read(_nested(written, 24, 4), "test.pdf")
    assert time.process_time() - begun < 5
    assert document.raw.strip() == "A plain sentence stands on this page."
    assert _with_problem(document, "form_bomb")


def test_forms_in_forms_are_no_bomb(written: Callable[[list[bytes]], bytes]) -> None:
    assert not PdfReader().read(_nested(written, 14, 1), "test.pdf").problems


def test_boxes_that_lie_together() -> None:
    boxes = [
        (10.0, 10.0, 40.0, 40.0),
        (300.0, 300.0, 330.0, 320.0),
        (45.0, 12.0, 60.0, 30.0),
        (310.0, 325.0, 320.0, 326.0),
    ]
    groups = lying_together(boxes, (595.0, 792.0))
    assert [sorted(group) for group in groups] == [[boxes[0], boxes[2]], [boxes[1], boxes[3]]]


def test_boxes_cost_by_number_not_by_area() -> None:
    def spent(count: int) -> float:
        boxes = [(float(i % 300), float(i % 400), 590.0 - i % 200, 790.0 - i % 100) for i in range(count)]
        begun = time.process_time()
        lying_together(boxes, (595.0, 792.0))
        return time.process_time() - begun

    spent(1000)
    assert spent(80_000) < 16 * max(spent(10_000), 0.02)
