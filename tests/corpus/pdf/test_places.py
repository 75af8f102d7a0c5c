"""Pages and boxes: what a record's place shows is what stands there."""

from __future__ import annotations

import re
import sys
from array import array
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Layout, PlacedCharacters
from corpus.reader import read
from corpus.readers.pdf.geometry import PageFrame, turn_back, turn_box

coordinate = st.floats(0, 500, allow_nan=False, width=32)


@pytest.fixture(scope="module")
def sample_pdf(root: Path) -> Path:
    return root / "corpus" / "sample" / "sample-review.pdf"


@pytest.fixture(scope="module")
def document(sample_pdf: Path) -> Document:
    return read(sample_pdf)


def printed(pdf: Any, page: int, box: tuple[float, float, float, float]) -> str:
    """What PDFium itself finds in a box, without blanks."""
    handle = pdf[page - 1]
    height = handle.get_height()
    x0, top, x1, bottom = box
    text = handle.get_textpage().get_text_bounded(x0 - 0.5, height - bottom - 0.5, x1 + 0.5, height - top + 0.5)
    return re.sub(r"\s", "", text)


def test_the_box_of_every_number_holds_it(document: Document, sample_pdf: Path) -> None:
    assert document.layout is not None
    pdf = pdfium.PdfDocument(sample_pdf)
    numbers = list(re.finditer(r"\d+\.\d+", document.raw))
    assert len(numbers) > 100
    for match in numbers:
        place = document.layout.place(*match.span())
        assert place is not None
        assert match.group() in printed(pdf, *place)


def test_every_record_of_the_sample_has_page_and_box_that_hold_its_value(document: Document, sample_pdf: Path) -> None:
    from extractors.extract import extract

    pdf = pdfium.PdfDocument(sample_pdf)
    records = [record for record in extract(document) if record.kind != "synthesis"]
    assert len(records) > 50
    for record in records:
        assert record.page is not None and record.bbox is not None
        digits = re.findall(r"\d+(?:\.\d+)?", document.raw[record.start : record.end])
        found = printed(pdf, record.page, record.bbox)
        assert digits and all(number in found for number in digits)


def test_places_are_held_in_eight_bytes_a_character(document: Document) -> None:
    assert document.layout is not None
    empty = sys.getsizeof(array("H"))
    assert len(document.layout.runs) == 3
    assert all(sys.getsizeof(run.boxes) == empty + 8 * len(run) for run in document.layout.runs)


def test_place_of_a_span_over_two_pages_is_its_part_on_the_first() -> None:
    first, second = PlacedCharacters(0, 1, array("H")), PlacedCharacters(4, 2, array("H"))
    first.extend([0, 0, 5, 10, 5, 0, 10, 10])
    first.skip(2)
    second.extend([50, 50, 55, 60])
    layout = Layout([first, second])
    assert layout.place(0, 5) == (1, (0, 0, 10, 10))
    assert layout.place(2, 5) == (2, (50, 50, 55, 60))
    assert layout.place(2, 4) is None
    assert layout.characters(0, 5, 2) == [(50, 50, 55, 60)]


@given(coordinate, coordinate, coordinate, coordinate)
def test_boxes_are_kept_to_a_twentieth_of_a_point(a: float, b: float, c: float, d: float) -> None:
    run = PlacedCharacters(0, 1, array("H"))
    run.extend((a, b, c, d))
    assert run.known(0, 1)[0] == pytest.approx((a, b, c, d), abs=0.026)


@given(coordinate, coordinate, coordinate, coordinate, st.sampled_from([0, 90, 180, 270]))
def test_turning_a_box_back_gives_the_box(a: float, b: float, c: float, d: float, angle: int) -> None:
    box = (min(a, b), min(c, d), max(a, b), max(c, d))
    size = (595.0, 792.0)
    assert turn_back(turn_box(box, angle, size), angle, size) == pytest.approx(box, abs=1e-3)


@given(coordinate, coordinate, st.sampled_from([0, 90, 180, 270]))
def test_points_of_the_page_stay_on_the_displayed_page(x: float, y: float, rotation: int) -> None:
    frame = PageFrame(0, 0, 600, 700, rotation)
    across, down = frame.point(x, y)
    width, height = frame.size
    assert 0 <= across <= width and 0 <= down <= height
