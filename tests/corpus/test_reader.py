"""Files of every kind become a document with a status; nothing bad raises."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Status
from corpus.reader import Limits, choose_reader, read, read_bytes, read_text, readers

SENTENCE = "The garnet Li6.4La3Zr1.4Ta0.6O12 reached 0.9 mS cm⁻¹ at 25 °C."


def test_a_missing_file_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "nothing.txt")


def test_raw_offsets_count_characters_of_the_utf8_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(f"é\r\n{SENTENCE}\r\n".encode())
    document = read(file)
    assert document.raw == f"é\r\n{SENTENCE}\r\n"
    block = next(block for block in document.evidence_blocks() if "garnet" in block.text.text)
    start = block.text.text.index("0.9")
    low, high = block.text.raw_span(start, start + 3)
    assert file.read_bytes().decode()[low:high] == "0.9"
    assert (document.document_id, document.source, document.status) == ("a", file, Status.SUCCESS)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
    ],
)
def test_bad_content_is_a_failure_with_one_problem(data: bytes, code: str) -> None:
    document = read_bytes(data, "x.txt")
    assert document.status is Status.FAILURE
    assert [problem.code for problem in document.problems] == [code]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    file.write_text(SENTENCE * 10)
    document = read(file, limits=Limits(file_bytes=100))
    assert document.status is Status.FAILURE
    assert [problem.code for problem in document.problems] == ["too_large"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
        (SENTENCE.encode("utf-16"), SENTENCE),
        ("Na3PS4 at 25 °C has 0.2 mS/cm ± 5 %".encode("cp1252"), "Na3PS4 at 25 °C has 0.2 mS/cm ± 5 %"),
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert read_bytes(data, "x.txt").raw == expected


def test_another_encoding_is_told() -> None:
    assert [p.code for p in read_bytes("Na3PS4: 0.2 mS/cm at 25 °C".encode("cp1252"), "x.txt").problems] == ["encoding"]


def test_mojibake_is_put_right_and_told() -> None:
    broken = "Li3PS4 has 10âˆ’4 S cmâˆ’1 at 25 Â°C and 0.4 eV at 60 Â°C."
    document = read_bytes(broken.encode(), "x.txt")
    assert [problem.code for problem in document.problems] == ["mojibake"]
    assert document.blocks[0].text.text == "Li3PS4 has 10^-4 S cm^-1 at 25 °C and 0.4 eV at 60 °C."


def test_accented_names_are_no_mojibake() -> None:
    text = "Ångström, Müller, Señor and Çelik measured Na3PS4 at 25 °C: 0.2 mS/cm."
    document = read_bytes(text.encode(), "x.txt")
    assert document.raw == text and document.problems == []


@pytest.mark.parametrize(
    "page",
    [
        "Just a moment...\nPlease enable JavaScript and cookies to continue.\nVerifying you are human.",
        "<!DOCTYPE html><html><head><title>Access denied</title></head><body>Access Denied</body></html>",
        "403 Forbidden\n\nRequest blocked. Cloudflare Ray ID 1234",
    ],
)
def test_a_wall_is_no_article(page: str) -> None:
    document = read_text(page)
    assert document.status is Status.NO_ARTICLE
    assert [problem.code for problem in document.problems] == ["no_article"]
    assert document.blocks == []


NUTRITION = (
    "Athletes lose water and electrolytes by sweat. Sodium, potassium and chloride in drinks restore the balance. "
    "An electrolyte drink with 20 mmol of sodium was taken every hour, and urine was sampled before the race. "
) * 40


def test_a_paper_of_another_field_is_told_once_and_gives_nothing() -> None:
    document = read_text(NUTRITION)
    assert document.status is Status.NO_ARTICLE
    assert [problem.code for problem in document.problems] == ["not_electrolyte"]
    assert list(document.evidence_blocks()) == []


@pytest.mark.parametrize(
    "sentence",
    ["Li6PS5Cl shows 2 mS/cm at 25 °C.", "The activation energy of NZSP is 0.3 eV.", "A solid electrolyte is needed."],
)
def test_a_single_sentence_of_the_field_is_a_document(sentence: str) -> None:
    assert read_text(sentence).status is Status.SUCCESS


def test_readers_are_chosen_by_content_then_suffix() -> None:
    names = {reader.name for reader in readers()}
    assert {"text", "markdown"} <= names
    markdown = b"# Ions\n\n## Glass\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    for head, suffix, name in (
        (b"Plain words.", ".txt", "text"),
        (markdown, ".txt", "markdown"),
        (b"words", ".md", "markdown"),
    ):
        reader = choose_reader(head, suffix)
        assert reader is not None and reader.name == name


def test_the_same_bytes_give_the_same_document() -> None:
    first, second = read_text(SENTENCE), read_text(SENTENCE)
    assert first == second
    assert len(first.sha256) == 64
