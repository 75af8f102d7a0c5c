"""Reading order: columns, full-width parts, side notes, footnotes, floats."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from corpus.document import BlockKind
from corpus.readers.base import RawDocument

MARK = re.compile(r"\b[A-Z]{3}\d\b")
Texts = Callable[[RawDocument, BlockKind], list[str]]


def marks(document: RawDocument) -> list[str]:
    """The marks ABC1 ... of the test pages in the order in which they were read."""
    return MARK.findall(document.raw)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(sheet: Callable[..., Any], columns: int) -> None:
    page = sheet()
    width = (500 - 16 * (columns - 1)) / columns
    for number in range(columns):
        x = 48 + number * (width + 16)
        page.column(x, 80, width, 40, first=f"TOP{number}", last=f"END{number}", start=number * 7)
    expected = [f"{word}{number}" for number in range(columns) for word in ("TOP", "END")]
    assert marks(page.read()) == expected


def test_full_width_title_and_abstract_come_before_the_columns(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(48, 70, "TTL1 Ion transport in ordered solids of many kinds", 18, "Times-Bold")
    page.column(48, 110, 500, 6, first="ABS1", last="ABS2.")
    page.column(48, 220, 242, 30, first="LEF1", last="LEF2")
    page.column(306, 220, 242, 30, first="RIG1", last="RIG2.")
    assert marks(page.read()) == ["TTL1", "ABS1", "ABS2", "LEF1", "LEF2", "RIG1", "RIG2"]


def test_full_width_table_ends_a_band_when_sentences_end_there(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(48, 80, 242, 14, first="LEF1", last="LEF2")
    page.column(306, 80, 242, 14, first="and RIG1", last="RIG2.")
    table(page, 290)
    page.column(48, 420, 242, 14, first="LEF3", last="LEF4")
    page.column(306, 420, 242, 14, first="then RIG3", last="RIG4.")
    assert [m for m in marks(page.read()) if m[:3] in ("LEF", "RIG")] == [
        "LEF1", "LEF2", "RIG1", "RIG2", "LEF3", "LEF4", "RIG3", "RIG4",
    ]  # fmt: skip


def table(page: Any, y: float) -> None:
    page.text(48, y, "Table 3. Conductivity of some glasses at room temperature", 8)
    for at in (y + 6, y + 20, y + 60):
        page.rule(48, 548, at)
    page.rows((60, 230, 400), y + 16, [("Glass", "Conductivity", "Reference")])
    page.rows((60, 230, 400), y + 31, [("A", "1.1", "[1]"), ("B", "2.2", "[2]"), ("C", "3.3", "[3]")])


def test_bibliography_in_smaller_type_under_both_columns_comes_last(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.column(48, 80, 242, 30, first="LEF1", last="LEF2.")
    page.column(306, 80, 242, 30, first="We RIG1", last="RIG2.")
    page.text(48, 470, "References", 11, "Times-Bold")
    for number in range(8):
        x, y = (48, 490 + 22 * number) if number < 4 else (306, 490 + 22 * (number - 4))
        page.text(x, y, f"{number + 1}. Smith, A.; Jones, B. REF{number} J. Ceram. 2001,", 8)
        page.text(x + 12, y + 10, "12, 34-56. doi:10.1000/abc", 8)
    document = page.read()
    assert marks(document) == ["LEF1", "LEF2", "RIG1", "RIG2", *(f"REF{n}" for n in range(8))]
    assert MARK.findall(" ".join(texts(document, BlockKind.REFERENCE))) == [f"REF{n}" for n in range(8)]


def test_what_stands_behind_the_bibliography_is_no_evidence(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.column(48, 80, 500, 20, first="ONE1", last="ONE2.")
    page.text(48, 350, "References", 12, "Times-Bold")
    for number in range(4):
        page.text(48, 370 + 12 * number, f"{number + 1}. Smith, A.; Jones, B. REF{number} J. Ceram. 2001, 12, 34-56.")
    y = page.column(48, 450, 500, 4, first="TWO1", last="TWO2.")
    page.column(48, y + 20, 500, 4, first="THR1", last="THR2.")
    document = page.read()
    assert [MARK.findall(text) for text in texts(document, BlockKind.PARAGRAPH)] == [["ONE1", "ONE2"]]
    assert MARK.findall(" ".join(texts(document, BlockKind.REFERENCE))) == [f"REF{n}" for n in range(4)]


def test_side_notes_in_small_type_are_front_matter(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.text(180, 100, "TTL1 A short account of halide conductors", 16, "Times-Bold")
    page.column(180, 140, 370, 45, first="TXT1", last="TXT2.")
    for number, line in enumerate(
        [
            "Edited by:",
            "A. Editor,",
            "Some place",
            "Reviewed by:",
            "B. Reader,",
            "NOT1",
            "Other place",
            "Citation: this",
        ]
    ):
        page.text(60, 300 + 12 * number, line, 7)
    document = page.read()
    assert marks(document) == ["TTL1", "TXT1", "TXT2", "NOT1"]
    assert not any("NOT1" in text for text in texts(document, BlockKind.PARAGRAPH))


def flows_of(document: RawDocument) -> dict[str, int | None]:
    """The flow in which each mark stands."""
    return {
        mark: region.flow
        for region in document.regions
        for mark in MARK.findall(document.raw[region.start : region.end])
    }


def test_text_goes_on_over_column_and_page_in_one_flow(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(48, 80, 242, 50, first="ONE1", last="conduc-")
    page.column(306, 80, 242, 50, first="tivity TWO1", last="TWO2 of", start=5)
    page.page()
    page.column(48, 80, 242, 50, first="lithium THR1", last="THR2.", start=9)
    page.column(306, 80, 242, 20, first="New FOU1", last="FOU2.", indent=12)
    document = page.read()
    flows = flows_of(document)
    assert flows["ONE1"] is not None and flows["ONE1"] == flows["TWO1"] == flows["THR1"]
    assert flows["FOU1"] != flows["ONE1"]


def test_text_goes_on_behind_the_rest_of_a_caption(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(48, 80, 500, 10, first="ONE1", last="ONE2 of")
    page.column(48, 210, 500, 3, first="Samples TWO1", last="TWO2.", start=4)
    page.page()
    page.column(48, 80, 500, 10, first="lithium THR1", last="THR2.", start=9)
    document = page.read()
    flows = flows_of(document)
    assert flows["ONE1"] is not None and flows["ONE1"] == flows["THR1"] != flows["TWO1"]


def test_indented_first_lines_begin_paragraphs(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    y = page.column(48, 80, 500, 6, first="ONE1", last="ONE2.")
    y = page.column(48, y, 500, 5, first="TWO1", last="TWO2.", indent=14)
    page.column(48, y, 500, 5, first="THR1", last="THR2.", indent=14)
    assert [MARK.findall(text) for text in texts(page.read(), BlockKind.PARAGRAPH)] == [
        ["ONE1", "ONE2"], ["TWO1", "TWO2"], ["THR1", "THR2"],
    ]  # fmt: skip


def test_footnotes_stay_out_of_the_sentence_that_goes_on_in_the_next_column(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(48, 80, 242, 48, first="LEF1", last="LEF2 of")
    page.rule(48, 110, 664)
    page.text(48, 675, "^{a} FOO1 Present address: another town.", 7.5)
    page.column(306, 80, 242, 50, first="lithium RIG1", last="RIG2.")
    document = page.read()
    by_mark = {
        mark: region for region in document.regions for mark in MARK.findall(document.raw[region.start : region.end])
    }
    assert by_mark["LEF1"].flow is not None and by_mark["LEF1"].flow == by_mark["RIG1"].flow
    assert by_mark["FOO1"] is not by_mark["LEF2"] and by_mark["FOO1"].flow is None


def test_headings_by_size_and_weight(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.text(48, 80, "1. Introduction", 12, "Times-Bold")
    page.column(48, 100, 500, 10, first="ONE1", last="ONE2.")
    page.text(48, 240, "2.1. Garnets", 10, "Times-Bold")
    page.column(48, 256, 500, 10, first="TWO1", last="TWO2.")
    assert texts(page.read(), BlockKind.HEADING) == ["1. Introduction", "2.1. Garnets"]


def test_figure_text_and_caption_stay_out_of_the_paragraphs(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.column(48, 80, 242, 20, first="LEF1", last="LEF2 of")
    page.picture(70, 340, 200, 130)
    page.text(120, 400, "log sigma", 7)
    page.text(48, 490, "Figure 2. Conductivity of the CAP1 samples against", 8)
    page.text(48, 500, "temperature. Lines guide the eye.", 8)
    page.column(48, 530, 242, 18, first="samples LEF3", last="LEF4.")
    page.column(306, 80, 242, 50, first="Next RIG1", last="RIG2.")
    document = page.read()
    [caption] = [region for region in document.regions if region.kind is BlockKind.CAPTION]
    assert caption.label == "Figure 2" and "guide the eye." in document.raw[caption.start : caption.end]
    assert not any("log sigma" in text or "CAP1" in text for text in texts(document, BlockKind.PARAGRAPH))
    by_mark = {
        mark: region for region in document.regions for mark in MARK.findall(document.raw[region.start : region.end])
    }
    assert by_mark["LEF1"].flow is not None and by_mark["LEF1"].flow == by_mark["LEF3"].flow


def test_a_label_on_a_line_of_its_own_has_its_caption_below(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.column(48, 80, 500, 10, first="ONE1", last="ONE2 of")
    page.picture(70, 220, 200, 130)
    page.text(76, 370, "Figure 2", 10, "Times-Bold")
    y = page.column(76, 392, 440, 5, first="CAP1 of the samples", last="CAP2.")
    page.column(48, y + 10, 500, 10, first="samples ONE3", last="ONE4.")
    document = page.read()
    assert [MARK.findall(text) for text in texts(document, BlockKind.CAPTION)] == [["CAP1", "CAP2"]]
    by_mark = {
        mark: region for region in document.regions for mark in MARK.findall(document.raw[region.start : region.end])
    }
    assert by_mark["ONE1"].flow is not None and by_mark["ONE1"].flow == by_mark["ONE3"].flow


def test_indices_and_powers_that_widen_a_line_end_no_paragraph(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    y = page.column(48, 80, 500, 6, first="ONE1", last="in the salt")
    y = page.column(48, y + 5, 500, 6, first="with ONE2", last="ONE3.")
    page.column(48, y + 5, 500, 6, first="Next TWO1", last="TWO2.")
    assert [MARK.findall(text) for text in texts(page.read(), BlockKind.PARAGRAPH)] == [
        ["ONE1", "ONE2", "ONE3"], ["TWO1", "TWO2"],
    ]  # fmt: skip


def test_a_chapter_is_no_title(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.text(48, 60, "Chapter 3. Sulfides of sodium and their glasses", 18, "Times-Bold")
    page.column(48, 100, 500, 20, first="ONE1", last="ONE2.")
    assert not texts(page.read(), BlockKind.TITLE)


def test_a_sentence_that_begins_with_a_figure_is_no_caption(sheet: Callable[..., Any], texts: Texts) -> None:
    page = sheet()
    page.column(48, 80, 500, 4, first="ONE1", last="as is shown in")
    page.column(48, 128, 500, 4, first="Figure 4. The ONE2", last="ONE3.")
    document = page.read()
    assert not texts(document, BlockKind.CAPTION)
    assert len(texts(document, BlockKind.PARAGRAPH)) == 1


def test_notes_beside_the_abstract_stay_out_of_it(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    """Dates and addresses left of an abstract, two columns below that begin before the notes' gutter ends."""
    page = sheet()
    page.text(50, 60, "Annals of Ion Transport", 20)
    page.text(190, 100, "How quickly ions move in pressed pellets of one salt", 15)
    page.column(190, 130, 355, 16, first="BEGUN", last="ENDED", size=9)
    notes = {135: "Cite this: Ann. Ion Transp., 2031", 200: "Received 3 March 2031", 212: "Accepted 4 May 2031"}
    for y, note in (notes | {306: "DOI: 10.9999/ait.31"}).items():
        page.text(50, y, note, 7.5)
    page.text(50, 345, "1 Introduction", 13)
    page.column(50, 365, 235, 30, first="left", last="lasts.")
    page.column(310, 340, 235, 32, first="right", last="ends.", start=7)
    document = page.read()
    [abstract] = [text for text in texts(document, BlockKind.PARAGRAPH) if "BEGUN" in text]
    assert abstract.startswith("BEGUN") and abstract.endswith("ENDED") and "2031" not in abstract
    assert document.metadata.title == "How quickly ions move in pressed pellets of one salt"


def test_a_paragraph_above_entries_that_hang_is_one(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    page.text(48, 70, "4. Conclusions", 14)
    page.column(48, 94, 242, 9, first="The", last="end.")
    page.text(48, 230, "References", 14)
    for number in range(11):
        page.column(60, 254 + 36 * number, 230, 3, first=f"{number + 1}.", last=f"2014, 1, {number + 17}.", indent=-12)
    [paragraph] = texts(page.read(), BlockKind.PARAGRAPH)
    assert paragraph.startswith("The") and paragraph.endswith("end.")
