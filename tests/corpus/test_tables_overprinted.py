"""Tables in text that a tool sets by height, with blanks counted in characters of the next word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.corpus.found_tables import grid, only_table

SIZE, LEADING = 8.0, 10.0
HEADS = ("Year", "Composition", "Conductivity (S/cm)", "Cathode", "Ref.")
ROWS = [
    ("2018", "PEO/LiTFSI with\nten percent of LLZO", "1.1 × 10−4 S\ncm−1 at 25 °C", "LiFePO4", "[11]"),
    ("2018", "PVDF/LLTO", "3.7 × 10−4 S cm−1", "LiFePO4", "[12]"),
    ("2019", "PAN/LiClO4/LAGP", "7.6 × 10−5 S cm−1", "LiCoO2", "[13]"),
    ("2019", "PEO/LiBF4 with much\nfiner powder of LATP", "2.9 × 10−4 S\ncm−1 at 25 °C", "LiFePO4", "[14]"),
    ("2020", "PVDF/LiTFSI/LLZO", "1.5 × 10−3 S\ncm−1 at 60 °C", "LiCoO2", "[15]"),
    ("2021", "PEO/LLZTO", "6.5 × 10−4 S cm−1", "LiFePO4", "[16]"),
]


def width(text: str) -> float:
    return float(stringWidth(text, "Times-Roman", SIZE))


def set_by_height(rows: Sequence[Sequence[str]], xs: Sequence[float]) -> str:
    """Rows as such a tool writes them, the lines of a cell centred on its row, the first of two a little lower."""
    words: list[tuple[float, float, str]] = []
    for number, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=True):
            lines = cell.split("\n")
            for at, line in enumerate(lines):
                y, x0 = (2.4 * number + at - (len(lines) - 1) / 2 + 0.1 * (at < len(lines) - 1)) * LEADING, x
                for word in line.split():
                    words.append((y, x0, word))
                    x0 += width(f"{word} ")
    written = [
        (y, _line([(x, word) for _, x, word in line])) for y, line in groupby(sorted(words), lambda word: word[0])
    ]
    ends = ["" if below - above < 0.5 * LEADING else "\n" for (above, _), (below, _) in pairwise(written)]
    return "".join(line + end for (_, line), end in zip(written, [*ends, "\n"], strict=True))


def _line(words: Sequence[tuple[float, str]]) -> str:
    text, right = "", 0.0
    for x, word in words:
        text += " " * max(round((x - right) / width(word) * len(word)), 1 if text else 0) + word
        right = x + width(word)
    return text


@pytest.mark.parametrize("left", [4.0, 10.0])
def test_lines_written_behind_each_other_are_parted(left: float) -> None:
    raw = "Table 2. Batteries.\n\n" + set_by_height([HEADS, *ROWS], (left, 40, 160, 270, 340)) + "\nThe next one.\n"
    assert any("× 10−3 S " in line and "LiCoO2" in line for line in raw.split("\n"))
    found = grid(only_table(raw))
    assert found[0] == list(HEADS)
    told = [[cell.replace("^", "") for cell in row] for row in found[1:]]
    assert [(row[0], row[1], row[2], row[3]) for row in told] == [
        (year, name.replace("\n", " "), value.replace("\n", " ").replace("−", "-"), cathode)
        for year, name, value, cathode, _ in ROWS
    ]


def test_lines_that_stand_as_they_were_printed_are_left_alone() -> None:
    rows = [
        f"{year}    Li{year % 9 + 1}PS4     {year % 7 + 1}.2 × 10-4     0.{year % 5 + 2}5\n"
        for year in range(2011, 2019)
    ]
    raw = "Table 2. Glasses.\n\nYear    Material   σ (S/cm)         Ea (eV)\n" + "".join(rows) + "\nThe next one.\n"
    found = grid(only_table(raw))
    assert len(found) == 9 and all(row[0] == str(year) for row, year in zip(found[1:], range(2011, 2019), strict=True))


SHARE_HEADS = ("Ceramic filler", "Polymer host", "Share", "Ionic\nconductivity", "Electrochemical\nwindow", "Ref.")
SHARES = [
    ("Li6.4La3Zr1.4Ta0.6O12", "PEO/LiBOB (weight\nratio = 2:1)", "10 wt%", "9.1 × 10−5 S cm−1", "4.6 V", "85"),
    ("LATP", "PVDF/LiBOB", "", "2.3 × 10−6 S\ncm−1 at 25 °C", "", "76"),
    ("LAGP", "PAN/LiBOB", "", "1.6 × 10−4 S cm−1", "", "77"),
    ("LLTO", "PMMA/LiBOB (weight\nratio = 3:1)", "15 wt%", "2.3 × 10−4 S cm−1", "5.0 V", "72"),
    ("LLZTO", "PPC/LiBOB", "15 wt%", "2.5 × 10−5 S cm−1", "", "40"),
    ("Li6.25Al0.25La3Zr2O12", "PEO/LiBOB", "", "2.6 × 10−4 S\ncm−1 at 30 °C", "5.6 V", "41"),
    ("LLZO", "PVDF/LiBF4", "12 wt%", "9.4 × 10−4 S cm−1", "4.7 V", "87"),
    ("LATP", "PAN/LiBF4", "", "6.1 × 10−5 S\ncm−1 at 30 °C", "", "59"),
    ("LAGP", "PPC/LiBF4", "", "7.1 × 10−5 S cm−1", "4.9 V", "60"),
]  # fmt: skip


def test_heads_again_on_the_next_page_and_a_column_with_few_cells() -> None:
    lines = [SHARE_HEADS, *SHARES[:5], SHARE_HEADS, *SHARES[5:]]
    raw = "Table 3. Membranes.\n\n" + set_by_height(lines, (4, 100, 185, 222, 300, 370)) + "\nThe next one.\n"
    found = grid(only_table(raw))
    assert found[0] == [head.replace("\n", " ") for head in SHARE_HEADS]
    told = [[cell.replace("^", "") for cell in row] for row in found[1:]]
    assert [row[:4] for row in told] == [
        [cell.replace("\n", " ").replace("−", "-") for cell in row[:4]] for row in SHARES
    ]
