"""Bytes in any state become text with usual signs, every sign mapped to its place in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Status
from corpus.mapped_text import MappedText
from corpus.reader import read_bytes, read_text
from corpus.repair.usual_signs import usual_signs

SENTENCE = "The glass Na3PS4 has an ionic conductivity of 2.7 × 10−5 S cm−1 at 25 °C."
READ = "The glass Na3PS4 has an ionic conductivity of 2.7 × 10^-5 S cm^-1 at 25 °C."


def text_of(document: Document) -> str:
    return "\n".join(block.text.text for block in document.evidence_blocks())


@pytest.mark.parametrize(
    "data",
    [
        SENTENCE.encode() + b"\n\nM\xfcnster",  # one byte of another encoding
        SENTENCE.encode() + "\n\nThe end ×".encode()[:-1],  # cut inside a character
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-32"),
        SENTENCE.replace("−", "-").encode("cp1252"),
        SENTENCE.replace(" ", "\u200e ").encode(),  # marks of direction
        SENTENCE.replace("10", "10\u200b").replace("ionic", "\u202aio\u200cnic\u202c").encode(),
        SENTENCE.replace("10−5", "１０−５").replace("2.7", "２．７").encode(),
        SENTENCE.replace("2.7", "٢٫٧").encode(),
        SENTENCE.replace("conductivity", "conduc\u00adtivity").encode(),
        SENTENCE.replace("conductivity", "conduc\u00ad\r\ntivity").encode(),
        SENTENCE.replace("−", "âˆ’").replace("×", "Ã—").replace("°", "Â°").encode(),
        SENTENCE.replace(" ", "\r\n", 4).encode(),
        SENTENCE.replace(" ", "\r", 4).encode(),
        SENTENCE.replace(" ", "\u2028", 4).encode(),
    ],
)
def test_the_sentence_is_read_whatever_the_bytes(data: bytes) -> None:
    document = read_bytes(data, "glass.txt")
    assert document.status is Status.SUCCESS
    assert READ in text_of(document).replace("\n", " ")


def test_signs_of_an_older_machine() -> None:
    text = "Müller’s glass Na3PS4 conducts 2.7 ± 0.1 mS/cm at 25 °C, 5 µm thick."
    assert read_bytes(text.encode("mac_roman"), "a.txt").raw == text


def test_bad_bytes_are_counted() -> None:
    data = SENTENCE.encode() + b"\n\nM\xfcnster und J\xfclich \xb5"
    assert [p.message for p in read_bytes(data, "a.txt").problems] == [
        "not valid UTF-8 at 3 places, first at byte 82: signs lost"
    ]


def test_thin_blanks_between_thousands_are_no_end_of_a_number() -> None:
    assert "1500 rpm" in text_of(read_text("Na3PS4 was milled at 1\u202f500 rpm for a high ionic conductivity."))


def test_offsets_are_those_of_the_file() -> None:
    raw = "Ionic conductivity\r\nof Na3PS4:\r\n\r\n１０\u200e−６ S/cm at \u200b25 °C in the solid electrolyte."
    document = read_bytes(raw.encode(), "a.txt")
    assert document.raw == raw
    block = next(block for block in document.evidence_blocks() if "10^-6" in block.text.text)
    at = block.text.text.index("10^-6")
    low, high = block.text.raw_span(at, at + len("10^-6"))
    assert raw[low:high] == "１０\u200e−６"


def test_a_table_with_line_ends_of_another_system_is_the_same_table() -> None:
    table = "Table 1. Ionic conductivity of glasses.\n\n| Glass | σ (S/cm) |\n|---|---|\n"
    table += "| Na3PS4 | 2 × 10−5 |\n| Li3PS4 | 3 × 10−4 |\n"
    grids = []
    for text in (table, table.replace("\n", "\r\n"), table.replace("\n", "\r")):
        tables = [block.table for block in read_text(text).blocks if block.table]
        grids.append([[cell and cell.text.text for cell in row] for table in tables for row in table.rows()])
    assert grids[0] == grids[1] == grids[2] != []


@given(st.text(alphabet="a1 \r\n\t\u200e\u00ad１٣٫Â°−×âˆ’Ã—imes", max_size=60))
def test_every_sign_maps_into_the_raw_text_in_order(raw: str) -> None:
    text = usual_signs(MappedText.from_raw(raw))
    spans = [text.raw_offsets(place) for place in range(len(text))]
    assert all(0 <= low <= high <= len(raw) for low, high in spans)
    assert spans == sorted(spans)
    for sign, (low, high) in zip(text.text, spans, strict=True):
        if high == low + 1 and raw[low] in "a− ":
            assert sign == raw[low]


@given(st.text(alphabet="ab\r\n\u200e１", max_size=40))
def test_a_slice_goes_through_to_the_raw_text(raw: str) -> None:
    base = usual_signs(MappedText.from_raw(raw))
    moved = MappedText.from_raw(base.text).through(base)
    assert [moved.raw_offsets(i) for i in range(len(moved))] == [base.raw_offsets(i) for i in range(len(base))]
