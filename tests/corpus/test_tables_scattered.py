"""Tables whose cells a converter scattered: told as unreadable, no value is read of them as text."""

from __future__ import annotations

from corpus.reader import read_text
from extractors.extract import extract

PROSE = (
    "The solid electrolytes of this table were measured by many and are not the best that can be had in the world.\n"
    "In the last years it has been shown that the salts of the family are easily made and kept in a dry room.\n"
)
CELLS = ["Na3PS4", "PEO/NaTFSI (weight", "ratio = 2: 1)", "15 wt%", "2.4 × 10−4", "60", "S cm−1 at", "25 °C", "Yes"]


def page(cells: list[str]) -> str:
    return f"{PROSE}\nTable 2\nPerformance of composites with fillers\n\n" + "\n\n".join(cells) + f"\n\n{PROSE}"


def test_scattered_cells_are_told_and_give_no_record() -> None:
    document = read_text(page(CELLS + CELLS[::-1] + CELLS[3:] + CELLS[:3]))
    assert [problem.code for problem in document.problems] == ["unreadable_table"]
    assert "Table 2" in document.problems[0].message
    assert extract(document) == []
    read = " ".join(block.text.text for block in document.evidence_blocks())
    assert read.count("kept in a dry room") == 2


def test_sentences_behind_a_caption_are_read() -> None:
    told = "The salt Na3PS4 conducts 0.2 mS/cm at 25 °C in a glass of it."
    document = read_text(page([told] * 14))
    assert {record.kind for record in extract(document)} == {"conductivity"}
