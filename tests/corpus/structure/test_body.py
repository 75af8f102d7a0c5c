"""Lines become blocks: sections, paragraphs cut by floats, captions in halves, running heads, debris."""

from __future__ import annotations

import pytest

from corpus.document import BlockKind
from corpus.reader import read_text
from tests.corpus.structure.wrapped import WRAPPED_LINES, kinds, paragraph

FIELD = "Solid electrolytes such as Li7La3Zr2O12 reach an ionic conductivity of 0.3 mS/cm in solid-state batteries."


ARTICLE = f"""

Fast ions in ceramic batteries: a short account

Ada Byron ^{{1,*}}, Bo Ek ¹

- ¹ Institute of Ceramics, University of Nowhere, 12345 Nowhere, Utopia
- * Correspondence: ada@nowhere.example

Abstract: {FIELD} We look at their making and measuring, one family after the other, and compare them.

Keywords: ceramics; ions

1. Introduction

{FIELD} This paragraph stops in the middle because a figure was set

Figure 1. A cell seen from above. Copyright 2020 Nobody.

between its two halves and goes on here until its end.

- Bullets stand for themselves.
- Each is a paragraph.

Received: 1 May 2020 Accepted: 2 June 2020

7 of 22

2. Sulfides

{FIELD} The second section.

2.1. Glasses

Na3PS4 glass is soft. It conducts 0.2 mS/cm at room temperature after milling for 20 h, as reported [2].

Acknowledgements

We thank everybody.

References

- 1. Byron, A.; Ek, B. Ions at work. *J. Ions* **2019**, *1*, 2–3.
- Ek, B. Ions at rest. *J. Ions* **2020**, *2*, 4.
- 3. Roe, C. Ions abroad. *Ion Lett.* **2021**, *3*, 5.

Disclaimer/Publisher's Note: nobody is liable.
"""


def test_front_matter_title_and_abstract() -> None:
    document = read_text(ARTICLE)
    assert document.metadata.title == "Fast ions in ceramic batteries: a short account"
    assert any("Institute of Ceramics" in text for text in kinds(document, BlockKind.FRONT_MATTER))
    assert any(text.startswith("Keywords") for text in kinds(document, BlockKind.FRONT_MATTER))
    assert paragraph(document, "We look at their making").kind is BlockKind.PARAGRAPH


def test_headings_name_the_sections_below_them() -> None:
    document = read_text(ARTICLE)
    assert kinds(document, BlockKind.HEADING) == [
        "1. Introduction", "2. Sulfides", "2.1. Glasses", "Acknowledgements",
    ]  # fmt: skip
    assert paragraph(document, "The second section").section == "2. Sulfides"
    assert paragraph(document, "glass is soft").section == "2.1. Glasses"


def test_a_paragraph_cut_by_a_figure_is_one_again() -> None:
    block = paragraph(read_text(ARTICLE), "stops in the middle")
    assert "a figure was set between its two halves and goes on" in block.text.text


def test_captions_bullets_dates_and_running_heads_are_told_apart() -> None:
    document = read_text(ARTICLE)
    caption = paragraph(document, "A cell seen from above")
    assert (caption.kind, caption.label) == (BlockKind.CAPTION, "Figure 1")
    assert paragraph(document, "Bullets stand").text.text == "Bullets stand for themselves."
    assert paragraph(document, "Received").kind is BlockKind.FRONT_MATTER
    assert kinds(document, BlockKind.RUNNING_HEAD) == ["7 of 22"]


def test_back_matter_and_references_are_no_evidence() -> None:
    document = read_text(ARTICLE)
    assert kinds(document, BlockKind.BACK_MATTER)[0] == "We thank everybody."
    evidence = " ".join(block.text.text for block in document.evidence_blocks())
    assert "thank" not in evidence and "Ions at rest" not in evidence and "liable" not in evidence


def test_bibliography_counts_entries_that_lost_their_number() -> None:
    document = read_text(ARTICLE)
    assert sorted(document.bibliography) == [1, 2, 3]
    assert document.bibliography[2].title == "Ions at rest"
    assert document.bibliography[3].journal == "Ion Lett."


def test_unnumbered_headings_that_stand_alone() -> None:
    body = FIELD + " " + "More words make a paragraph long enough to be told from a title. " * 2
    document = read_text(f"INTRODUCTION\n\n{body}\n\nSYNTHESIS OF GLASSES\n\n{body}\n\nMelt quenching\n\n{body}\n")
    assert kinds(document, BlockKind.HEADING) == ["INTRODUCTION", "SYNTHESIS OF GLASSES", "Melt quenching"]


def test_one_sentence_is_evidence() -> None:
    document = read_text("Li6PS5Cl shows 2 mS/cm at 25 °C.")
    assert [(block.kind, block.text.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "Li6PS5Cl shows 2 mS/cm at 25 °C.")
    ]


def test_one_fact_a_line_stays_one_block_a_line() -> None:
    document = read_text("Li6PS5Cl shows 2 mS/cm at 25 °C.\nLi3YCl6 shows 0.5 mS/cm.\nNa3PS4 has a barrier of 0.3 eV\n")
    assert len(kinds(document, BlockKind.PARAGRAPH)) == 3


def test_markdown_headings_and_emphasis() -> None:
    document = read_text(f"# Ions\n\n## 2 Results\n\n{FIELD} It is *very* fast.\n")
    assert paragraph(document, "very fast").section.endswith("2 Results")
    assert "*" not in paragraph(document, "very fast").text.text


def test_wrapped_lines_become_paragraphs() -> None:
    document = read_text(WRAPPED_LINES)
    first = paragraph(document, "promise safety")
    assert "thin separators made by tape casting. Garnet pellets" in first.text.text
    assert [citation.numbers for citation in first.citations] == [(1, 2)]


def test_a_run_in_heading_titles_its_section() -> None:
    document = read_text(WRAPPED_LINES)
    assert "2.1.1. Garnet." in kinds(document, BlockKind.HEADING)
    assert paragraph(document, "conduct lithium ions").section == "2.1.1. Garnet."


def test_a_sentence_goes_on_behind_caption_and_running_head() -> None:
    block = paragraph(read_text(WRAPPED_LINES), "conduct lithium ions")
    assert "by doping with tantalum. The pellets are dense, and the PO4^3- groups" in block.text.text
    assert "Reproduced" not in block.text.text


def test_halves_of_a_caption_are_joined_line_by_line() -> None:
    caption = paragraph(read_text(WRAPPED_LINES), "Cross-section")
    assert caption.kind is BlockKind.CAPTION
    assert "sintered at high temperature, before they were pressed" in caption.text.text
    assert "conductivity of the pellets at room temperature" in caption.text.text


def test_a_caption_without_blank_lines_ends_where_the_text_goes_on() -> None:
    caption = "Figure 3.2 Lattice of the salts against the share of bromine in\nthem and the time of milling.\n"
    before = (
        "\nThe pellets were pressed and heated in argon until the lattice\nof the samples had settled, and then the\n"
    )
    behind = "conductivity rose with every hour of milling, as Figure 4.3e, f\nshows of all the salts.\n"
    document = read_text(WRAPPED_LINES + before + caption + behind)
    assert " ".join(caption.split()) in kinds(document, BlockKind.CAPTION)
    assert "had settled, and then the conductivity rose with" in paragraph(document, "rose with").text.text


def test_running_heads_with_page_numbers_are_taken_out() -> None:
    heads = kinds(read_text(WRAPPED_LINES), BlockKind.RUNNING_HEAD)
    assert len(heads) == 3 and all("J. Ions" in head for head in heads)


@pytest.mark.parametrize(
    "head",
    [
        "O. Own et al. / Solid State Salts 123 (2011) 45–52\n46",
        "46\nJournal of Salts 19 (2011) 8683",
        "Journal of The Salt Society, 163 (8) A1234-A1240 (2016)",
        "J. Salt. Chem. A, 2014, 2, 1234",
        "dx.doi.org/10.1021/own1234 | Salt Mater. 2014, 26, 35−39",
        "Frontiers in Salts | www.own.example 3 May 2016 | Volume 4",
    ],
)
def test_a_head_that_stands_apart_once_is_taken_out_of_its_sentence(head: str) -> None:
    begun, rest = "The conductivity of the glass Na3PS4 is 3.5 ×", "10−5 S/cm at 25 °C when it is pressed."
    document = read_text(f"1. Introduction\n\n{FIELD}\n\n{begun}\n\n{head}\n\n{rest}")
    assert "is 3.5 × 10^-5 S/cm at 25 °C" in paragraph(document, "of the glass").text.text
    apart = "The value of the glass was taken from\nSalts 19 (2011) 45\nand is used here as it stands in it."
    assert "from Salts 19 (2011) 45 and" in paragraph(read_text(f"{FIELD}\n\n{apart}"), "The value").text.text


def test_sideways_text_is_unreadable_and_told_once() -> None:
    debris = "\n".join(["S", "id", "ew", "ay", "s", "te", "xt"] * 6)
    document = read_text(f"{WRAPPED_LINES}\n{debris}\n")
    assert [problem.code for problem in document.problems].count("unreadable_text") == 1
    assert len(kinds(document, BlockKind.UNREADABLE)) == 1


def test_lists_of_abbreviations_become_definitions() -> None:
    document = read_text(
        f"1. Introduction\n\n{FIELD}\n\nAbbreviations\n\n"
        "LLZO: Li7La3Zr2O12\nEIS\timpedance spectroscopy\nRT – room temperature\n"
    )
    glossary = {definition.short: definition.long for definition in document.definitions}
    assert glossary["LLZO"] == "Li7La3Zr2O12"
    assert glossary["EIS"] == "impedance spectroscopy"
    assert glossary["RT"] == "room temperature"


def test_long_forms_on_their_own_indented_lines() -> None:
    lines = (
        "List of abbreviations\nLLZO\n Li7La3Zr2O12\n\nNZSP-X\n Na3Zr2Si2PO12 with some\noxide\n"
        "SEM\n scanning electron microscopy\n"
    )
    document = read_text(f"1. Introduction\n\n{FIELD}\n\n{lines}")
    glossary = {definition.short: definition.long for definition in document.definitions}
    assert glossary == {
        "LLZO": "Li7La3Zr2O12",
        "NZSP-X": "Na3Zr2Si2PO12 with some oxide",
        "SEM": "scanning electron microscopy",
    }


def test_a_few_wrapped_lines_are_one_paragraph() -> None:
    document = read_text("The glass Na3PS4 has an ionic conduc-\ntivity of\n0.2 mS/cm at room\ntemperature [3].\n")
    assert kinds(document, BlockKind.PARAGRAPH) == [
        "The glass Na3PS4 has an ionic conductivity of 0.2 mS/cm at room temperature."
    ]


def test_windows_line_ends() -> None:
    document = read_text(f"1. Introduction\r\n\r\n{FIELD}\r\n\r\n2. Glass\r\n\r\n{FIELD} Again.\r\n")
    assert kinds(document, BlockKind.HEADING) == ["1. Introduction", "2. Glass"]
    assert kinds(document, BlockKind.PARAGRAPH)[0] == FIELD


CONVERTED = f"""pubs.acs.org/JION

Article

## Hopping of Ions in Solid Electrolytes

Ada Roe, * Bo Doe

## ACCESS

ABSTRACT: {FIELD} The findings suggest that the

Supporting Information

many variables matter.

## 1. INTRODUCTION

{FIELD} Some glasses with a high ionic

Received:

February 22, 2023

J. Ions 2023, 145, 1 -9

conductivity are known.

## ■ REFERENCES

- (1) Roe, A.; Doe, B. Ions in Glass. J. Ions 2019 , 141 , 9 -13.
- (2) Poe, C. Ions at Rest. J. Ions 2020 , 142 , 1 -13.
"""


def test_notes_of_a_publishers_page_do_not_cut_sentences() -> None:
    document = read_text(CONVERTED)
    assert document.metadata.title == "Hopping of Ions in Solid Electrolytes"
    assert "suggest that the many variables matter" in paragraph(document, "The findings").text.text
    assert "high ionic conductivity are known" in paragraph(document, "Some glasses").text.text
    assert [entry.title for entry in document.bibliography.values()] == ["Ions in Glass", "Ions at Rest"]


LETTER = f"""## Slow and Fast Ions in Doped Sodium Salts

Ada B.   Roe  ,*   Bo   Doe  ,   and   Cy Poe*

{FIELD} It is long known that salts of this kind have a high

Figure  6. Conductivity of salts against temperature.

mobility of ions at high

Holding time (min)

J. Ion. Sci.

2015, 27, 100 - 109

temperature. Fig. 5(a) shows the conductivity of all salts, and Figure 5b -d shows their

Contents lists available at ScienceDirect

## Journal of Slow Ions

structure. {FIELD}
"""


def test_a_letter_without_abstract() -> None:
    document = read_text(LETTER)
    assert kinds(document, BlockKind.TITLE) == ["Slow and Fast Ions in Doped Sodium Salts"]
    assert any("Bo Doe" in text for text in kinds(document, BlockKind.FRONT_MATTER))
    text = paragraph(document, "long known").text.text
    assert "have a high mobility of ions at high temperature. Fig. 5(a) shows" in text
    assert "shows their structure." in text
    assert kinds(document, BlockKind.CAPTION) == ["Figure 6. Conductivity of salts against temperature."]


def test_a_line_that_begins_with_a_figure_is_no_caption() -> None:
    lines = "Fig. 5(a) shows the conductivity of all salts.", "Figure 3a -d compares them.", "Figure 4.3e, f shows two."
    raw = "\n\n".join((FIELD, *lines, FIELD))
    assert kinds(read_text(raw), BlockKind.CAPTION) == []


def test_highlights_are_read() -> None:
    raw = (
        "## Short communication\n\n## Fast ions in a salt of tin and iodine\n\n## h i g h l i g h t s\n\n"
        "- The salt shows an ionic conductivity of 3 mS/cm.\n\n## a b s t r a c t\n\n" + FIELD * 3
    )
    document = read_text(raw)
    assert kinds(document, BlockKind.TITLE) == ["Fast ions in a salt of tin and iodine"]
    assert any("conductivity of 3 mS/cm" in text for text in kinds(document, BlockKind.PARAGRAPH))


def test_tables_of_a_thesis_have_two_numbers() -> None:
    rows = "| Salt | Conductivity (mS/cm) |\n|---|---|\n| Na3SbS4 | 1.1 |\n| Na3PS4 | 0.2 |\n"
    raw = f"{FIELD}\n\nTable  3.3 Conductivity of  salts.\n\n{rows}\nTable  3.4 More on salts.\n\n{rows}\n{FIELD}"
    tables = list(read_text(raw).tables())
    assert ["Conductivity of salts" in table.caption.text for table in tables] == [True, False]
    assert ["More on salts" in table.caption.text for table in tables] == [False, True]
