"""Where paragraphs of wrapped lines begin and end."""

from __future__ import annotations

from corpus.document import BlockKind
from corpus.reader import read_text
from tests.corpus.structure.wrapped import WRAPPED_LINES, kinds, paragraph


def test_a_line_that_had_no_room_for_the_next_word_ends_no_paragraph() -> None:
    begun = (
        "The glasses were pressed in a die of steel and measured\nin a dry box of cold argon gas for all of a day.\n"
    )
    long, short = "Notwithstanding its price,", "Yet"
    for word, count in ((long, 1), (short, 2)):
        behind = (
            f"{word} the salts were heated in argon until they\nhad settled and nothing in them changed any more.\n"
        )
        texts = kinds(read_text(WRAPPED_LINES + "\n" + begun + behind), BlockKind.PARAGRAPH)
        assert sum("The glasses were" in text or "the salts were heated in argon" in text for text in texts) == count


def test_a_page_break_ends_a_line() -> None:
    text = (
        "Many salts of bromine were made in the last years, and most\nof them are slow as the pellets of them tell.\n"
    )
    document = read_text(f"{WRAPPED_LINES}\n4.1 Chlorides\f{text}")
    assert paragraph(document, "salts of bromine were").section == "4.1 Chlorides"


def test_rows_of_a_table_are_no_beginning_of_the_text_below_them() -> None:
    rows = "\nLi6PS5Cl  1.9          This\nLi6PS5Br  1.1          This\nor so                  work\n"
    behind = (
        "Here the salts were heated in argon until all of them had set-\ntled and nothing in them changed any more.\n"
    )
    text = paragraph(read_text(f"{WRAPPED_LINES}{rows}\n{behind}"), "the salts were heated in argon").text.text
    assert text.startswith("Here the salts")


def test_a_chapters_introduction_is_a_heading_right_below_its_title() -> None:
    chapter = "\nChapter 4. Salts\nof Bromine and their\nGlasses\n4.1 Introduction\n"
    behind = (
        "Many salts of bromine were made in the last years, and most\nof them are slow as the pellets of them tell.\n"
    )
    document = read_text(WRAPPED_LINES + chapter + behind)
    assert paragraph(document, "salts of bromine were").section == "4.1 Introduction"
