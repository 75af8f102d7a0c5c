"""The model of columns: words of heads, sorts of cells, grids of tables whose columns no mark separates."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.reader import read_text
from corpus.tables import find_tables
from corpus.tables.found import Line, lines_of
from corpus.tables.glued_heads import heads_apart
from corpus.tables.grid import fit, head_words
from corpus.tables.grid.certain import second_name
from corpus.tables.grid.formulas import goes_on, spaced_end
from corpus.tables.grid.parted import parted
from corpus.tables.grid.refold import refolded
from corpus.tables.grid.search import Lattice, Models, Scores, continues, lattice_of, search
from corpus.tables.grid.sorts import Sort, printed, sort_of
from corpus.tables.grid.tokens import Word, line_tokens, word_tokens
from corpus.tables.grid.welded import glue_of, joints

PROSE = "Solid electrolytes are looked at in this section, which tells of the ionic conductivity of solids in short."
JOINTS = tomllib.loads((Path(head_words.__file__).parent / "joints.toml").read_text(encoding="utf-8"))["joint"]
HEADS = tomllib.loads((Path(head_words.__file__).parent / "head_words.toml").read_text(encoding="utf-8"))
HEADS.pop("any_case")


@pytest.mark.parametrize("entry", HEADS.values(), ids=HEADS.keys())
def test_each_cue_of_heads_matches_its_example_and_not_the_other(entry: dict[str, Any]) -> None:
    assert {head_words.below(printed(text)) for text in entry["examples"]} == {entry["below"]}
    assert entry["below"] not in {head_words.below(printed(text)) for text in entry["counters"]}


@pytest.mark.parametrize("number", range(len(JOINTS)), ids=[entry["name"] for entry in JOINTS])
def test_each_joint_fits_its_example_and_not_the_other(number: int) -> None:
    entry, joint = JOINTS[number], joints()[number]
    assert joint.fits(*map(printed, entry["example"]))
    assert glue_of(*map(printed, entry["example"])) == entry["glue"]
    assert glue_of(*map(printed, entry["counter"])) is None


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Year Electrolyte", ["Year", "Electrolyte"]),
        ("No. Sample Refs.", ["No.", "Sample", "Refs."]),
        ("Year of report", ["Year of report"]),
        ("Light Reference", ["Light", "Reference"]),
        ("Electrolyte Activation energy (eV) tLi+", ["Electrolyte", "Activation energy (eV)", "tLi+"]),
        ("Ionic conductivity (mS cm−1)", ["Ionic conductivity (mS cm-1)"]),
        ("RT Ref.", ["RT Ref."]),
    ],
)
def test_heads_on_one_line_are_parted(line: str, cells: list[str]) -> None:
    lines = lines_of(line, 0, len(line))
    assert [token.text for token in parted(lines, line_tokens(lines, 0, 1))] == cells


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Na3.2Hf0.2", Sort.FORMULA),
        ("PVDF/LiFSI + 15 wt% LLZTO nanosheets", Sort.CODE),
        ("Silica and LLZTO", Sort.TEXT),
        ("4.7 V", Sort.DECIMAL),
        ("Na3PS4 cold sintered", Sort.DESCRIBED),
        ("NZSP", Sort.CODE),
        ("hot pressing", Sort.TEXT),
        ("2.4 × 10−4", Sort.POWER),
        ("2.4 9 10-4", Sort.POWER),
        ("0.82 (40 °C)", Sort.NOTED),
        ("0.31", Sort.DECIMAL),
        ("1150", Sort.INTEGER),
        ("2016", Sort.YEAR),
        ("RT", Sort.TEMPERATURE),
        ("30187", Sort.TEMPERATURE),
        ("[14,15]", Sort.REFERENCE),
        ("Moreau [22]", Sort.REFERENCE),
        ("n.a.", Sort.DASH),
        ("(mS cm−1)", Sort.UNIT),
        ("", Sort.EMPTY),
    ],
)
def test_sort_of_a_cell(text: str, sort: Sort) -> None:
    assert sort_of(printed(text)) is sort


def test_a_lone_number_goes_to_the_column_of_its_size() -> None:
    raw = "Table 1. Sulfides.\nMaterial\nσ (mS/cm)\nEa (eV)\nRef.\n"
    rows = [("Li7P3S11", "4.1", "0.28", "[3]"), ("Li3PS4", "2.2", "0.36", "[4]"), ("Li6PS5Br", "7.0", "0.31", "[5]")]
    raw += "".join("\n".join(row) + "\n" for row in rows) + "Li10SnP2S12\n5.5\n[6]\nLi4SnS4\n0.41\n[7]\n"
    (found,) = read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n").tables()
    cells = [[cell.text.text if cell else "" for cell in row] for row in found.rows()]
    assert cells[4][:3] == ["Li10SnP2S12", "5.5", ""]
    assert cells[5][:3] == ["Li4SnS4", "", "0.41"]


def test_cells_in_quotation_marks_stand_as_given() -> None:
    raw = (
        'Table 1. Sulfides.\n\n"Material","σ (mS/cm)","Ref."\n"Li7P3S11, annealed","4.1","[3]"\n"Li3PS4","0.2","[4]"\n'
    )
    (found,) = read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n").tables()
    assert [cell.text.text for cell in found.cells if cell.row == 1][:2] == ["Li7P3S11, annealed", "4.1"]


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Li 3.2 Ge 0.2 P 0.8 S 4", 7),  # the last amount may be the next cell
        ("Na 2 ZnGe 2 S 6 Ge 4+ 0.4", 5),
        ("Na 2 V 3 O 7 Na 1.3 V 3 O 7", 5),
        ("In 25 samples", 0),
        ("Li6PS5Cl 3.1 0.33", 0),
    ],
)
def test_the_end_of_a_formula_with_blanks(words: str, end: int) -> None:
    assert spaced_end(words.split(), 0) == end


@pytest.mark.parametrize(
    ("before", "text", "rest"),
    [
        ("Na 6.5 Y 2 Mo", "0.5 P 6.5 O 24", True),
        ("Na 0.7 Ti 0.3", "Ga 4.7 O 8", True),
        ("Na 0.7 Ti 0.3", "Na 0.6 Ti 0.4", False),
        ("Li 6 PS 5 I", "2.9 x 10 -3", False),
        ("Ti 4+", "Na 0.6 Ti 0.4", False),
    ],
)
def test_the_rest_of_a_formula_with_blanks(before: str, text: str, rest: bool) -> None:
    assert goes_on(before, text) is rest


def blocks(*rows: str) -> str:
    """A table as a converter prints it that puts the cells of neighbouring rows below each other."""
    heads = "Composition\n\nσ (mS cm−1)\n\nEa (eV)\n\n"
    return "Table 4. Antimonates.\n" + heads + "\n\n".join(rows) + "\n"


PLAIN_ROWS = ["Li6.1Si0.1Sb0.9S5I\n\n0.21\n\n0.38", "Li6.5Si0.5Sb0.5S5I\n\n5.2\n\n0.29"]


def cells_of(raw: str) -> list[list[str]]:
    (found,) = read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n").tables()
    return [[cell.text.text if cell else "" for cell in row] for row in found.rows()[found.header_rows :]]


def test_a_mixture_whose_last_part_is_lost_is_no_name() -> None:
    raw = "Table 1. Composites.\nComposition\nσ (mS cm−1)\nEa (eV)\n"
    names = [f"PEO/LiFSI + {share} wt%{' LLZTO' * (share != 20)}" for share in range(5, 45, 5)]
    rows = "".join(f"{name}\n\n0.{at}1\n\n0.4{at}\n\n" for at, name in enumerate(names, 1))
    assert [row[0] for row in cells_of(raw + rows)] == [name for name in names if not name.endswith("%")]


VALUES = ["1.7 0.28", "3.2 0.21", "2.6 0.24"]


def test_few_rows_are_enough_below_heads_that_tell_what_they_hold() -> None:
    rows = "".join(f"Li 6.{x} Ge 0.{x} P 0.{10 - x} S 5 Br {value}\n" for x, value in enumerate(VALUES, 1))
    told = "Table 2 Conductivities of Li6+xGexP1-xS5Br (x = 0.1 0.3,\nhot-pressed pellets) at 303 K."
    heads = "Composition Ionic conductivity (mS cm -1 ) Activation energy (eV)"
    found = [row[1:] for row in cells_of(f"{told}\n{heads}\n{rows}")]
    assert found == [value.split() for value in VALUES]


def test_a_power_of_ten_in_the_unit_of_a_head_is_no_cell() -> None:
    heads = "Composition\nRelative\ndensity\n(%)\nσtotal\n(10\n−4\nS\ncm−1)\nRef.\n"
    rows = "Li6.3Ga0.3La3Zr2O12 95.1 8.4 [7]\nLi6.5La3Zr1.5Nb0.5O12 96.3 5.1 [12]\nLi5La3Ta2O12 88.0 0.35 [3]\n"
    assert cells_of(f"Table 1. Garnets of this work.\n{heads}{rows}") == [
        ["Li6.3Ga0.3La3Zr2O12", "95.1", "8.4", ""],
        ["Li6.5La3Zr1.5Nb0.5O12", "96.3", "5.1", ""],
        ["Li5La3Ta2O12", "88.0", "0.35", ""],
    ]


def test_rows_printed_as_a_block_are_parted() -> None:
    block = "Li6.3Si0.3Sb0.7S5I\nLi6.4Si0.4Sb0.6S5I\n\n1.4\n3.6\n\n0.31\n0.27"
    cells = cells_of(blocks(PLAIN_ROWS[0], block, PLAIN_ROWS[1], "Li6.7Si0.7Sb0.3S5I\n\n9.9\n\n0.24"))
    assert cells[1:3] == [["Li6.3Si0.3Sb0.7S5I", "1.4", "0.31"], ["Li6.4Si0.4Sb0.6S5I", "3.6", "0.27"]]


def test_rows_in_each_others_columns_are_left_out_and_told() -> None:
    block = "Li6.3Si0.3Sb0.7S5I\nLi6.4Si0.4Sb0.6S5I\n\n1.4\n0.31\n\n3.6\n\n0.27"
    raw = blocks(*PLAIN_ROWS, block, "Li6.7Si0.7Sb0.3S5I\n\n9.9\n\n0.24", "Li6.8Si0.8Sb0.2S5I\n\n7.1\n\n0.25")
    document = read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n")
    assert not {"1.4", "3.6"} & {cell for row in cells_of(raw) for cell in row}
    assert any("could not be cut for certain" in problem.message for problem in document.problems)


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (["Na0.7Ti2.3Ga4.7O12", "Na0.6Ti1.4Ga4.6O10"], 1),
        (["Na", "0.7", "Ti", "2.3", "O", "12", "Na", "0.6", "Ti", "1.4", "O", "10"], 6),
        (["Na0.7Ti2.3Ga4.7O12", "+", "Na0.6Ti1.4Ga4.6O10"], None),
        (["Li3PS4", "glass"], None),
        (["Li6PS5Cl"], None),
    ],
)
def test_where_a_second_composition_begins_in_a_cell(texts: list[str], at: int | None) -> None:
    assert second_name([Word(text, 0, len(text), 0) for text in texts]) == at


def rows_of_glasses(rows: int, between: str) -> str:
    lines = [
        between.join((f"Li{3 + n / 100:.2f}Ge{n / 100:.2f}As{1 - n / 100:.2f}S4", f"{1 + n / 90:.2f}", f"[{n + 1}]"))
        for n in range(rows)
    ]
    return f"Table 3. Arsenates.\n{between.join(('Composition', 'σ (mS/cm)', 'Ref.'))}\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("between", ["\n", " "])
def test_a_table_twice_as_long_is_searched_as_often(between: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens: list[int] = []

    def counted(lattice: Lattice, models: Models, first_starts: int, stop: int) -> Scores:
        tokens.append(stop)
        return search(lattice, models, first_starts, stop)

    monkeypatch.setattr(fit, "search", counted)
    passes = []
    for rows in (100, 200):
        raw = rows_of_glasses(rows, between)
        (table,) = find_tables(raw, 0, len(raw), lambda text: (text, ()))
        assert table.table.row_count == rows + 1
        passes.append(len(tokens))
        assert sum(tokens) < 3 * rows + 3 * 200  # the whole once, its beginning three times
        tokens.clear()
    assert passes == [4, 4]


LATE = (
    "Li6AsS5I\nLi6.1Si0.1Sb0.9S5I\n\n2.1 × 10−3\n1.6 × 10−3\n\nActivation energy (eV)\n\n"
    "Li6.2Si0.2Sb0.8S5I\n\n1.3 × 10−3\n\nLi6.3Si0.3Sb0.7S5I\n\n3.1 × 10−3\n\nLi6.4Si0.4Sb0.6S5I\n\n6.2 × 10−3\n\n"
)


def test_a_head_printed_among_the_first_rows_is_found_and_a_name_is_no_head() -> None:
    rows = "\n\n".join(f"Li6.{n}Ge0.{n}Sb0.{9 - n}S5I\n\n{n}.7\n\n0.{40 - n}" for n in range(1, 9))
    raw = f"Table 4. Antimonates.\nComposition\n\nσ (mS cm−1)\n\n{LATE}{rows}\n"
    (found,) = read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n").tables()
    head, *cells = [[cell.text.text if cell else "" for cell in row] for row in found.rows()]
    assert head == ["Composition", "σ (mS cm^-1)", "Activation energy (eV)"]
    assert ["Li6.3Ge0.3Sb0.6S5I", "3.7", "0.37"] in cells
    assert not any("Li6AsS5I" in row or "1.6 × 10^-3" in row for row in cells)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "Li3SbS4 ball milling and 2.7 × 10−5 [7]\nannealing",
            "Li3SbS4 | ball milling and | annealing | 2.7 × 10-5 | [7]",
        ),
        ("Li3.4Ge0.4 6.3 × 10−4 [8]\nSb0.6S4", "Li3.4Ge0.4 | Sb0.6S4 | 6.3 × 10-4 | [8]"),
        # a row of its own; no row of data above; two that it may go on with
        ("Li3SbS4 melting 2.7 × 10−5 [7]\nLi4SnS4", "Li3SbS4 | melting | 2.7 × 10-5 | [7] | Li4SnS4"),
        ("Composition Method σ Source\nof all", "Composition | Method | σ | Source | of all"),
        ("Milling and Drying in 2.7 × 10−5 [7]\nair", "Milling and | Drying in | 2.7 × 10-5 | [7] | air"),
    ],
)
def test_the_rest_of_a_cell_below_a_printed_row(lines: str, expected: str) -> None:
    tokens = word_tokens(lines_of(lines, 0, len(lines)), 0, 2)
    assert " | ".join(token.text for token in refolded(tokens)) == expected


@pytest.mark.parametrize(
    ("before", "text", "goes_on"),
    [
        ("2.1 × 10-4", "S cm-1", True),
        ("sintered in", "Ar", True),
        ("2.1 × 10-4", "Sb0.6S4", False),
        ("sintered twice", "Ar", False),
    ],
)
def test_a_value_is_not_parted_from_its_unit_nor_a_preposition_from_its_word(
    before: str, text: str, goes_on: bool
) -> None:
    assert continues(before, text) is goes_on


def test_a_page_of_furniture_before_the_rows_is_stepped_over() -> None:
    raw = "\n".join(["Running head"] * 40 + ["Li3InCl6", "1.2", "Li3YCl6", "0.4", "Li3YBr6", "1.7"] * 2)
    lines = lines_of(raw, 0, len(raw))
    lattice = lattice_of(line_tokens(lines, 0, len(lines)), frozenset(range(40)))
    assert all(found.steps[0].begin >= 40 for found in fit.fit(lattice))


FLAGGED = (
    ("Rods", "No", "NASICON", "PEO/NaTFSI\n(molar ratio =\n20: 1)", "8 wt%", "3.1", "4.4 V", "3"),
    ("", "No", "Na3Zr2Si2PO12", "PVDF-HFP/NaClO4", "12 wt%", "5.6", "4.0 V", "7"),
    ("", "Yes", "Na2Zn2TeO6", "PAN/NaFSI", "", "1.9", "4.1 V", "9"),
    ("Sheets", "Yes", "Na3PS4", "PEO/NaClO4", "10 wt%", "7.7", "", "11"),
    ("", "No", "Na3SbS4", "PAN/NaClO4\n(molar ratio =\n8: 1)", "4 wt%", "2.2", "3.9 V", "12"),
    ("Foam", "Yes", "Na2Zn2TeO6", "PEO/NaTFSI", "", "4.5", "3.6 V", "15"),
    ("", "No", "Na3PS4", "PEO/NaFSI", "15 wt%", "8.3", "", "18"),
    ("", "No", "Na3Zr2Si2PO12", "PEO/NaTFSI", "20 wt%", "9.1", "4.3 V", "21"),
    ("", "Yes", "Na3SbS4", "PVDF-HFP/NaTFSI", "5 wt%", "6.4", "4.2 V", "22"),
    ("", "No", "NASICON", "PEO/NaClO4", "", "3.3", "4.2 V", "23"),
)


def test_lines_that_hold_a_cell_or_several_are_read_by_words_that_come_again() -> None:
    heads = "Shape Heated Filler\nPolymer matrix\nShare\nIonic\nconductivity\nVoltage\nwindow\nRefs.\n"
    printed_rows = (
        f"{' '.join(row[:3]).strip()}\n{row[3]} {row[4]}\n{row[5]} × 10−5 S\ncm−1 at 25 °C\n{' '.join(row[6:]).strip()}"
        for row in FLAGGED
    )
    raw = f"{PROSE}\n\nTable 3\nMembranes with fillers\n{heads}" + "\n".join(printed_rows) + f"\n\n{PROSE}\n"
    (found,) = read_text(raw).tables()
    head, *cells = [[cell.text.text if cell else "" for cell in row] for row in found.rows()]
    columns = [head.index(text) for text in ("Filler", "Polymer matrix", "Ionic conductivity")]
    read = [tuple(row[at].partition(" ×")[0] for at in columns) for row in cells]
    assert read == [(row[2], row[3].replace("\n", " "), row[5]) for row in FLAGGED]


def test_heads_behind_a_caption_s_last_word_are_heads_and_no_caption() -> None:
    rows = "\n".join(f"Li6.{n}Ge0.{n}Sb0.{9 - n}S5I\n{n}.7\n0.{40 - n}" for n in range(1, 7))
    caption = "Table 4\nIodides that were pressed and heatedComposition Conductivity (mS/cm) Activation energy (eV)\n"
    (found,) = read_text(f"{PROSE}\n\n{caption}{rows}\n\n{PROSE}\n").tables()
    assert found.caption is not None
    assert found.caption.text.endswith("pressed and heated")
    assert next(cell.text.text for cell in found.rows()[0] if cell) == "Composition"


def test_a_capital_inside_a_caption_begins_no_heads() -> None:
    line = Line(0, 44, "Table 2 Conductivities of PyrTFSI and LiTFSI in cells")
    assert heads_apart([line]) == [line]
