"""Tables without column marks: aligned with blanks, one cell per line, rows of plain lines, halves set apart."""

from __future__ import annotations

from corpus.tables.grid.search import continues
from tests.corpus.found_tables import found_in, grid, left_over, only_table

ALIGNED = """Table 6. Garnets

Composition                Structure    σ (S/cm)       Ea (eV)   Ref.
Li7La3Zr2O12               tetragonal   1.6 × 10^-6    0.54      [5]
Li6.4La3Zr1.4Ta0.6O12      cubic        1.0 × 10^-3    0.35      [6]
Li6.25Al0.25La3Zr2O12      cubic        3.1 × 10^-4    0.34      [7]

These garnets are stable.
"""


def test_blank_aligned_table() -> None:
    found = only_table(ALIGNED)
    assert found.table.shape == "grid"
    assert grid(found)[2] == ["Li6.4La3Zr1.4Ta0.6O12", "cubic", "1.0 × 10^-3", "0.35", "[6]"]
    assert left_over(ALIGNED, [found]) == "These garnets are stable."


def test_blank_aligned_second_line_of_a_cell_joins_the_cell_above() -> None:
    raw = (
        "Table 6. Garnets\n\nComposition      Method                    σ (S/cm)\n"
        "Li7La3Zr2O12     sol-gel and               1.6 × 10^-6\n"
        "                 sintering in air                     \n"
        "Li5La3Ta2O12     solid-state reaction      1.2 × 10^-6\n"
        "Li5La3Nb2O12     solid-state reaction      1.0 × 10^-5\n"
    )
    assert grid(only_table(raw))[1] == ["Li7La3Zr2O12", "sol-gel and sintering in air", "1.6 × 10^-6"]


STACKED = """Table 7. Antiperovskites
Composition
Ionic conductivity (S cm−1)
Ea (eV)
Ref.
Li3OCl
8.5 × 10−7
0.26
31
Li3OBr
1.0 × 10−6
0.59
32
Li2OHCl
4.0 × 10−8
0.56
33
Na3OCl
1.3 × 10−9
0.63
34
The conductivity of these phases is low because the lattice is stiff.
"""


def test_one_cell_per_line() -> None:
    found = only_table(STACKED)
    assert found.table.shape == "grid"
    assert grid(found)[0] == ["Composition", "Ionic conductivity (S cm^-1)", "Ea (eV)", "Ref."]
    assert grid(found)[2] == ["Li3OBr", "1.0 × 10^-6", "0.59", "32"]
    assert left_over(STACKED, [found]).startswith("The conductivity of these phases")


def test_one_cell_per_line_with_a_unit_on_its_own_line() -> None:
    raw = STACKED.replace("Ionic conductivity (S cm−1)", "Ionic conductivity\n(S cm−1)")
    found = only_table(raw)
    assert grid(found)[0] == ["Composition", "Ionic conductivity (S cm^-1)", "Ea (eV)", "Ref."]
    assert len(grid(found)) == 5


def test_one_cell_per_line_with_a_missing_cell_places_it_by_its_sort() -> None:
    raw = STACKED.replace("4.0 × 10−8\n", "")
    found = only_table(raw)
    assert ["Li2OHCl", "0.56", "33", ""] not in grid(found)
    assert ["Na3OCl", "1.3 × 10^-9", "0.63", "34"] in grid(found)


def test_one_cell_per_line_in_doubt_gives_nothing_and_a_problem() -> None:
    raw = (
        "Table 8. Mixed\n"
        "Composition\nConductivity (S cm−1)\nEa (eV)\nLi3OCl\n8.5 × 10−7\nLi3OBr\n0.59\n1.0 × 10−6\n0.3\n"
        "0.4\nLi2OHCl\nNa3OCl\n1.3 × 10−9\n2.0 × 10−9\n"
    )
    found = only_table(raw)
    assert found.table.cells == []
    assert [problem.code for problem in found.problems] == ["unreadable_table"]


def test_one_cell_per_line_with_row_numbers() -> None:
    raw = "Table 3\nOxides\nNo.\nOxide\nσ (mS/cm)\nRef.\n1\nLi5La3Ta2O12\n0.01\n[1]\n2\nLi5La3Nb2O12\n0.02\n[2]\n"
    raw += "3\nLi6La2BaTa2O12\n0.04\n[3]\n"
    found = only_table(raw)
    assert grid(found)[0] == ["No.", "Oxide", "σ (mS/cm)", "Ref."]
    assert found.table.caption.text == "Table 3 Oxides"
    assert grid(found)[3] == ["3", "Li6La2BaTa2O12", "0.04", "[3]"]


def test_one_cell_per_line_with_a_formula_of_two_lines() -> None:
    raw = STACKED.replace("Li2OHCl\n", "Li2OH\nCl0.9Br0.1\n")
    assert ["Li2OHCl0.9Br0.1", "4.0 × 10^-8", "0.56", "33"] in grid(only_table(raw))


def test_columns_printed_one_after_the_other() -> None:
    raw = (
        "Table 3. Phosphates\nElectrolyte\nLiTi2(PO4)3\nLiGe2(PO4)3\nLiZr2(PO4)3\nLiSn2(PO4)3\n"
        "Conductivity (S cm−1)\n2.0 × 10−6\n1.0 × 10−8\n3.0 × 10−8\n5.0 × 10−9\nEa (eV)\n0.48\n0.60\n0.55\n0.58\n"
    )
    found = only_table(raw)
    assert grid(found)[0] == ["Electrolyte", "Conductivity (S cm^-1)", "Ea (eV)"]
    assert grid(found)[4] == ["LiSn2(PO4)3", "5.0 × 10^-9", "0.58"]


def test_columns_of_unequal_length_are_not_read_side_by_side() -> None:
    raw = (
        "Table 3. Phosphates\nElectrolyte\nLiTi2(PO4)3\nLiGe2(PO4)3\nLiZr2(PO4)3\nLiSn2(PO4)3\n"
        "Conductivity (S cm−1)\n2.0 × 10−6\n1.0 × 10−8\n3.0 × 10−8\nEa (eV)\n0.48\n0.60\n0.55\n0.58\n"
    )
    found = only_table(raw)
    assert found.table.cells == [] and found.problems


PLAIN = """Table 9 Thio-LISICON phases

Composition Structure Ionic conductivity (S cm−1) Ea (eV) Ref.

Li3.25Ge0.25P0.75S4 Monoclinic 2.2 × 10−3 0.21 57
Li4GeS4 Orthorhombic 2.0 × 10−7 0.53 58
Li3.4Si0.4P0.6S4 Monoclinic 6.4 × 10−4 0.29 59 and 60
Li4SnS4 Orthorhombic 7.0 × 10−5 — 61

In these phases the lithium ions hop between the sites of the sulfur lattice.
"""


def test_rows_of_plain_lines() -> None:
    found = only_table(PLAIN)
    assert found.table.shape == "grid"
    assert grid(found)[3] == ["Li3.4Si0.4P0.6S4", "Monoclinic", "6.4 × 10^-4", "0.29", "59 and 60"]
    assert left_over(PLAIN, [found]).startswith("In these phases")


def test_plain_lines_do_not_split_a_power_of_ten() -> None:
    raw = PLAIN.replace("Li4GeS4 Orthorhombic 2.0 × 10−7 0.53 58", "Li4GeS4 2.0 × 10−7 0.53 58")
    rows = grid(only_table(raw))
    assert rows[2] == ["Li4GeS4", "", "2.0 × 10^-7", "0.53", "58"]


def test_plain_lines_that_fit_no_head_are_given_up() -> None:
    raw = PLAIN.replace("2.2 × 10−3 0.21 57", "see text").replace("0.53 58", "unknown")
    found = only_table(raw)
    assert found.table.cells == [] and found.problems[0].code == "unreadable_table"


HALVES = """the samples were measured in this work as well.
Table 2 Closo-borates with their route and e

Electrolyte Synthesis method

Na2B12H12 Ball-milling (300 rpm, 5 h)
LiCB11H12 Wet chemical method
Li2B10H10 Ion exchange + heat treatment

(180 °C, 4 h)
NaCB9H10 Ball-milling + heat treatment (2

LiBH4–2NaI Mechanical milling (400 rpm

This journal is © Some Publisher 2024
In the left column the text goes on with words that are in no table and of no use.
nergies of activation

Ionic conductivity Ea Ref.

3.0 × 10−5 S cm−1 @ RT 0.31 eV 12
1.5 × 10−1 S cm−1 @ 130 °C — 13
2.0 × 10−6 S cm−1 0.52 eV 14

00 °C, 3 h) 3.1 × 10−2 S cm−1 @ RT 0.20 eV 15
4.1 × 10−2 S cm−1 @ 60 °C
, 2 h) 1.0 × 10−4 S cm−1 — 16

This journal is © Some Publisher 2024
"""


def test_two_halves_are_joined_row_by_row() -> None:
    found = only_table(HALVES)
    assert found.table.shape == "halves"
    assert found.table.caption.text == "Table 2 Closo-borates with their route and energies of activation"
    rows = grid(found)
    assert len(rows) == 6
    assert rows[3][:2] == ["Li2B10H10", "Ion exchange + heat treatment (180 °C, 4 h)"]
    assert rows[4][1] == "Ball-milling + heat treatment (200 °C, 3 h)"
    assert rows[4][2] == "3.1 × 10^-2 S cm^-1 @ RT; 4.1 × 10^-2 S cm^-1 @ 60 °C"
    assert rows[5][1:] == ["Mechanical milling (400 rpm, 2 h)", "1.0 × 10^-4 S cm^-1", "—", "16"]
    rest = left_over(HALVES, [found])
    assert "In the left column" in rest and "10−5" not in rest and "nergies" not in rest


def test_halves_that_disagree_give_nothing_and_a_problem() -> None:
    raw = HALVES.replace("2.0 × 10−6 S cm−1 0.52 eV 14\n", "")
    found = only_table(raw)
    assert found.table.cells == []
    assert "halves" in found.problems[0].message
    assert "@ RT" not in left_over(raw, [found])


def test_halves_whose_cut_brackets_disagree_give_nothing() -> None:
    raw = HALVES.replace("00 °C, 3 h) 3.1", "3.1")
    assert only_table(raw).table.cells == []


def test_formulas_with_blanks_are_one_cell_and_values_behind_them_another() -> None:
    raw = (
        "Table 2. Iodides\nComposition Conductivity (mS/cm) Ea (eV)\nLi 6.1 Ge 0.1 P 0.9 S 5 I 0.37 0.31\n"
        "Li 6.2 Ge 0.2 P 0.8 S 5 I 1.4 x 10 -2 0.29\nLi 6.3 Ge 0.3 P 0.7 S 5 I 2.2 0.27\nLi 7 GeS 5 I 0.09 0.35\n"
    )
    rows = grid(only_table(raw))
    assert rows[0] == ["Composition", "Conductivity (mS/cm)", "Ea (eV)"]
    assert [row[1:] for row in rows[1:]] == [
        ["0.37", "0.31"],
        ["1.4 × 10^-2", "0.29"],
        ["2.2", "0.27"],
        ["0.09", "0.35"],
    ]


def test_formulas_with_blanks_keep_the_amount_of_their_last_element() -> None:
    amounts = ((3.2, 0.2, 0.8, "1.15"), (3.3, 0.3, 0.7, "0.93"), (3.5, 0.5, 0.5, "0.61"), (3.6, 0.6, 0.4, "0.37"))
    lines = [f"Li {li} Ge {ge} P {p} S 4 {value}" for li, ge, p, value in amounts]
    raw = "\n".join(["Table 2. Sulfides", "Composition Ionic conductivity (mS/cm)", *lines]) + "\n"
    rows = grid(only_table(raw))
    assert [row[1] for row in rows[1:]] == ["1.15", "0.93", "0.61", "0.37"]
    assert rows[1][0].replace(" ", "").endswith("S4")


def test_a_line_that_empty_lines_follow_titles_the_rows_below() -> None:
    rows = "Fluorides\n\n\n\nLi3AlF6\n0.001\n0.55\n[3]\n"
    rows += "Chlorides\n\n\n\nLi3HoCl6\n0.70\n0.38\n[4]\nLi3TmCl6\n0.60\n0.40\n[5]\n"
    raw = f"Table 2. Halides by anion\nComposition\nσ\n(mS/cm)\nEa (eV)\nReference\n{rows}"
    found = only_table(raw)
    assert [row[0] for row in grid(found)[1:]] == ["Fluorides", "Li3AlF6", "Chlorides", "Li3HoCl6", "Li3TmCl6"]
    assert len(found.table.subheadings) == 2


def test_a_number_printed_right_behind_a_full_cell_is_its_own() -> None:
    rows = [
        ("Bi2O12", "sol-gel", "0.03"), ("Nb2O12", "solid state", "0.01"), ("Sb2O12", "spin coating", "0.02"),
        ("Ta2O12", "coprecipitation", "0.04"), ("Mo2O12", "spray drying", "0.05"), ("Pr2O12", "ball milling", "0.06"),
    ]  # fmt: skip
    lines = [f"Li5La3{name:18}{way:15}{value:11}0.4{number}" for number, (name, way, value) in enumerate(rows)]
    head = f"{'Composition':24}{'Route':15}{'σ (mS/cm)':11}Ea (eV)"
    found = only_table("\n".join(["Table 6. Garnets", "", head, *lines, "", "Garnets are stable."]))
    assert grid(found)[4] == ["Li5La3Ta2O12", "coprecipitation", "0.04", "0.43"]


def test_heads_printed_again_among_the_rows_are_no_row() -> None:
    raw = STACKED.replace("Li2OHCl\n", "Composition\nIonic conductivity (S cm−1)\nEa (eV)\nRef.\nLi2OHCl\n")
    assert grid(only_table(raw)) == grid(only_table(STACKED))


def test_the_end_of_a_page_inside_a_line_ends_the_caption() -> None:
    raw = ALIGNED.replace("Garnets\n\n", "Garnets\f")
    assert grid(only_table(raw)) == grid(only_table(ALIGNED))


def test_temperatures_beside_a_head_are_heads() -> None:
    raw = (
        "Table 4. Conductivities of bromides (in mS/cm).\n\n"
        " Material   20 °C    50 °C    80 °C\n Li3YBr6    0.72     1.31     2.4\n Li3InBr6   0.61     1.02     1.9\n"
        " Li3ErBr6   0.55     0.98     1.7\n\nThe next section tells of others.\n"
    )
    assert grid(only_table(raw))[0] == ["Material", "20 °C", "50 °C", "80 °C"]


def test_a_row_of_a_material_and_temperatures_is_none() -> None:
    raw = (
        "Table 4. Where bromides melt and change.\n\n Material   Change   Melting\n Li3YBr6    250 °C   410 °C\n"
        " Li3InBr6   300 °C   430 °C\n Li3ErBr6   280 °C   420 °C\n\nThe next section tells of others.\n"
    )
    assert len(grid(only_table(raw))) == 4


MEMBRANES = [
    ("LLZO", "PEO/LiTFSI", "2.1", "4", "25", "4.6 V", 11),
    ("LATP", "PAN/LiClO4", "3.7", "5", "25", "4.9 V", 12),
    ("LLTO", "PVDF/LiTFSI", "7.6", "5", "60", "5.0 V", 13),
    ("LAGP", "PEO/LiClO4", "2.9", "4", "25", "4.7 V", 14),
    ("LLZTO", "PPC/LiTFSI", "1.5", "4", "30", "5.1 V", 15),
    ("LATP", "PMMA/LiTFSI", "6.5", "4", "30", "4.8 V", 16),
]


def _membranes(rows: list[tuple[str, str, str, str, str, str, int]], host: int) -> str:
    """A page of a laid-out table: the power of a unit stands on a line of its own above the unit."""
    value = host + 16
    heads = f"{'Filler':{host}}{'Host':16}{'Conductivity':22}{'Window':9}Ref.\n"
    lines = [
        f"{filler:{host}}{name:16}{f'{figure} × 10−{power} S':22}{window:9}[{ref}]\n"
        f"{'':{value + 4}}−1\n{'':{value}}cm        at {degrees} °C\n"
        for filler, name, figure, power, degrees, window, ref in rows
    ]
    return heads + "".join(lines)


def test_columns_that_move_on_the_next_page_and_values_that_go_on_in_a_gap() -> None:
    raw = f"Table 8. Membranes.\n\n{_membranes(MEMBRANES[:4], 14)}{_membranes(MEMBRANES[4:], 10)}\nThe next one.\n"
    found = [[cell.replace("^", "").replace("−", "-") for cell in row] for row in grid(only_table(raw))]
    assert found == [
        ["Filler", "Host", "Conductivity", "Window", "Ref."],
        *(
            [filler, name, f"{figure} × 10-{power} S cm-1 at {degrees} °C", window, f"[{ref}]"]
            for filler, name, figure, power, degrees, window, ref in MEMBRANES
        ),
    ]


def test_a_long_cell_that_reads_like_running_text_ends_no_table() -> None:
    rows = [
        f"Li{number}PS4 and polymer\n{number}.1 × 10−4\n{note}{number + 20}\n"
        for number, note in enumerate(["pressed when hot\n"] * 6, 2)
    ]
    long = "the cell has shown a low resistance for many days\nand after this time it was still as good as new\n"
    rows[4] = rows[4].replace("pressed when hot\n", long)
    raw = (
        "Table 9. Cells.\nMaterial\nConductivity (S cm−1)\nRemark\nRef.\n"
        + "".join(rows)
        + "The cells have shown that a low resistance is reached with all of these polymers.\n"
    )
    found = grid(only_table(raw))
    assert [row[0] for row in found[1:]] == [f"Li{number}PS4 and polymer" for number in range(2, 8)]


def test_a_cell_does_not_end_before_its_power() -> None:
    assert continues("4.2 ×", "10-4 S cm-1") and not continues("4.2", "10-4 S cm-1")


def test_two_rows_that_fit_their_heads_are_enough() -> None:
    rows = ["Li 6.1 Si 0.1 Sb 0.9 S 5 Br", "24", "Li 6.2 Si 0.2 Sb 0.8 S 5 Br", "19"]
    text = "Table 4. Sintered pellets.\nComposition{0}Ionic conductivity (mS.cm -1 )\n{1}{0}{2}\n{3}{0}{4}\nPellets\n"
    told = grid(only_table(text.format(" ", *rows)))
    assert told[1:] == [["Li6.1Si0.1Sb0.9S5Br", "24"], ["Li6.2Si0.2Sb0.8S5Br", "19"]]
    assert grid(only_table(text.format("\n\n", *rows))) == told
    assert not found_in(text.format(" ", *rows[:3], ""))  # a value is missing: the other may be either row's
    assert not found_in(text.format("\n", rows[0], rows[2], rows[1], rows[3]))  # columns, not rows


def test_a_value_stands_below_the_head_that_it_fits() -> None:
    """A head printed among the rows, and rows without an energy: a power is no energy."""
    names = [f"Li 6.{x} {kind} 0.{x} Sb 0.{10 - x} S 5 Br" for kind in ("Si", "Ge") for x in range(1, 10)]
    block = f"{names[0]}\n{names[1]}\n\n7.4 x 10 -3\n6.4 x 10 -3\n\nActivation energy (eV)\n\n"
    first = "".join(f"{name}\n\n{at}.4 x 10 -3\n\n" for at, name in enumerate(names[2:5], 3))
    others = "".join(f"{name}\n\n{at}.6\n\n0.{at + 20}\n\n" for at, name in enumerate(names[5:], 6))
    heads = "Composition\n\nIonic conductivity (mS.cm -1 )\n\n"
    found = grid(only_table(f"Table 5. Bromides.\n\n{heads}{block}{first}{others}The next one.\n"))
    assert found[0] == ["Composition", "Ionic conductivity (mS cm^-1)", "Activation energy (eV)"]
    told = {row[0]: row[1:] for row in found[1:]}
    assert [told[f"Li6.{x}Si0.{x}Sb0.{10 - x}S5Br"] for x in (3, 4, 5)] == [[f"{x}.4 × 10^-3", ""] for x in (3, 4, 5)]
