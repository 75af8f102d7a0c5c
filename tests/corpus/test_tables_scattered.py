"""Tables whose cells a converter scattered: told as unreadable, no value is read of them as text."""

from __future__ import annotations

from corpus.reader import read_text
from corpus.tables.found import lines_of
from corpus.tables.paired import paired_rows
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


SALTS = """Table 3
Membranes of salts and fillers

Composition

Ionic conductivity

Remark

PVA/LiBOB + 5 wt%
ZrO2 nanowires
PEO/NaTFSI + 10 wt%
NZSP

1.10 × 10−4 S cm−1
at 25 °C
–

PPC/LiBOB + 2 wt% ZrO2 3.30 × 10−6 S cm−1
in a paper
at 30 °C

cut from a roll that was kept dry
for some weeks
7

PVA/NaTFSI + 7.5 wt%
SiO2

4.40 × 10−5 S
cm−1 at 60 °C

PMMA/LiBOB + 1 wt%
SiO2

5.50 × 10−5 S
cm−1 at 60 °C
"""
LAST = """
PAN/LiBOB + 1 wt%
SiO2

6.60 × 10−5 S cm−1 at 60 °C
"""
MISSING = """
PVA/LiFSI + 1 wt%
SiO2

PAN/LiFSI + 1 wt%
SiO2

7.70 × 10−5 S cm−1 at 60 °C
"""


def rows_of(text: str) -> list[list[str]]:
    lines = lines_of(text, 0, len(text))
    return [[cell.text(text) for cell in row] for row in paired_rows(text, lines)]


def test_as_many_values_as_names_are_rows() -> None:
    assert rows_of(SALTS) == [
        ["Composition", "Ionic conductivity"],
        ["PVA/LiBOB + 5 wt% ZrO2 nanowires", "1.10 × 10−4 S cm−1 at 25 °C"],
        ["PPC/LiBOB + 2 wt% ZrO2 in a paper", "3.30 × 10−6 S cm−1 at 30 °C"],
        ["PVA/NaTFSI + 7.5 wt% SiO2", "4.40 × 10−5 S cm−1 at 60 °C"],
        ["PMMA/LiBOB + 1 wt% SiO2", "5.50 × 10−5 S cm−1 at 60 °C"],
    ]


def test_a_name_without_a_value_leaves_out_its_neighbours_alone() -> None:
    names = [name for name, _ in rows_of(SALTS + MISSING + LAST)]
    assert names[-2:] == ["PMMA/LiBOB + 1 wt% SiO2", "PAN/LiBOB + 1 wt% SiO2"]
    assert not any("LiFSI" in name for name in names)


def test_names_without_the_heads_that_tell_them_are_no_rows() -> None:
    assert rows_of(SALTS.replace("Ionic conductivity", "Colour")) == []
