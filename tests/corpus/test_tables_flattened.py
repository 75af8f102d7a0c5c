"""Tables that a conversion flattened into running text, column after column or row after row, with glued cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import BlockKind
from corpus.reader import read_text
from tests.corpus.found_tables import found_in, grid, left_over, only_table

BEFORE = "These phases are compared below.Table 3. Halides and antiperovskites.Composition"
NAMES = "Li3YCl6 Li2.5Y0.5Zr0.5Cl6 Li3OBr Na3OCl Li3InCl6"
BEHIND = "The lattice of the halides is soft."


def columns(head: str, *runs: str, names: str = NAMES, behind: str = "\n" + BEHIND) -> str:
    return f"{BEFORE}{head}{names}{''.join(runs)}{behind}"


def rows_of(raw: str) -> list[list[str]]:
    return grid(only_table(raw))[1:]


def test_columns_below_heads_that_are_glued_to_each_other() -> None:
    raw = columns(
        "Ionic conductivity (S cm−1)Ea (eV)Ref.",
        "5.1 × 10−4 1.4 × 10−3 1.0 × 10−6 3.2 × 10−9 1.5 × 10−3",
        "\n0.40 0.33 — 0.63 —",
        "\n11 12 13 14 15",
    )
    found = only_table(raw)
    assert found.table.shape == "flattened_columns"
    assert grid(found)[0] == ["Composition", "Ionic conductivity (S cm^-1)", "Ea (eV)", "Ref."]
    assert grid(found)[1] == ["Li3YCl6", "5.1 × 10^-4", "0.40", "11"]
    assert grid(found)[3] == ["Li3OBr", "1.0 × 10^-6", "—", "13"]
    assert grid(found)[5] == ["Li3InCl6", "1.5 × 10^-3", "—", "15"]
    assert found.table.caption.text == "Table 3. Halides and antiperovskites."
    assert left_over(raw, [found]) == f"These phases are compared below. {BEHIND}"


def test_cells_keep_their_raw_place() -> None:
    raw = columns("σ (S cm−1)Ref.", "5.1×10−4 1.4×10−3 1.0×10−6 3.2×10−9 1.5×10−3[1] [2] [3] [4] [5]")
    found = only_table(raw)
    spans = [cell.text.raw_span(0, len(cell.text.text)) for cell in found.table.cells if cell.row and cell.column < 2]
    assert [raw[start:end] for start, end in spans[:4]] == ["Li3YCl6", "5.1×10−4", "Li2.5Y0.5Zr0.5Cl6", "1.4×10−3"]


def test_heads_of_their_own_before_each_column() -> None:
    raw = columns(
        "\n",
        "Conductivity (RT) 5.1×10-4 S cm-1 1.4×10-3 S cm-1 1.0×10-6 S cm-1 3.2×10-9 S cm-1 1.5×10-3 S cm-1",
        "ref[27] [23][44] [45]\n[46]",
        behind="3.2 Antiperovskites",
    )
    found = only_table(raw)
    assert grid(found)[0] == ["Composition", "Conductivity (RT)", "ref"]
    assert [row[1] for row in grid(found)[1:]][-1] == "1.5 × 10^-3 S cm^-1"
    assert [row[2] for row in grid(found)[1:]] == ["[27]", "[23]", "[44]", "[45]", "[46]"]
    assert left_over(raw, [found]).endswith("3.2 Antiperovskites")


def test_titles_of_rows_behind_the_heads_and_a_head_without_cells_are_left_out() -> None:
    raw = columns(
        "Ionic conductivity (S cm−1)Ref.TernaryQuaternaryOxyhalides\n",
        "5.1×10−4 1.4×10−3 1.0×10−6 3.2×10−9 1.5×10−3\n1 2 3 4 5",
    ).replace("Composition", "FamilyComposition")
    assert rows_of(raw)[1] == ["Li2.5Y0.5Zr0.5Cl6", "1.4 × 10^-3", "2"]
    assert only_table(raw).table.caption.text == "Table 3. Halides and antiperovskites."


@pytest.mark.parametrize(
    ("names", "values", "value"),
    [
        ("Li3InCl6 Li3OBr Na3OCl Li2.5Y0.5Zr0.5Cl6", "5.1×10−4 1.0×10−6 3.2×10−9 1.5×10−3", "5.1 × 10^-4"),
        ("Li3InCl6 Li3OBr Na3OCl Li9.6P3S11.7Cl0.3", "4.0 × 10−4 1 × 10−6 3 × 10−9 1 × 10−3", "4.0 × 10^-4"),
        ("Li3InCl6 Li3OBr Na3OCl Li2Sr4N", "4 mS cm−1 1 mS cm−1 3 mS cm−1 2 mS cm−1", "4 mS cm^-1"),
    ],
)
def test_a_composition_glued_to_the_first_value(names: str, values: str, value: str) -> None:
    found = rows_of(columns("Ionic conductivity (mS cm−1)\n", values, names=names))
    assert found[0][1] == value
    assert found[-1][0] == names.split()[-1]


def test_two_cells_that_could_part_in_several_ways_stay_empty() -> None:
    found = only_table(columns("σ (mS cm−1)", "4.5 0.3 0.02 1.7", names="Li3InCl6 Li3OBr Na3OCl Li3YBr6"))
    assert [row[0] for row in grid(found)[1:]] == ["Li3InCl6", "Li3OBr", "Na3OCl", ""]
    assert [row[1] for row in grid(found)[1:]] == ["", "0.3", "0.02", "1.7"]
    assert [problem.code for problem in found.problems] == ["table_row"]


@pytest.mark.parametrize("last", ["Li3YBr6", "Li3HoBr"])
def test_a_composition_written_elsewhere_tells_where_it_ends(last: str) -> None:
    raw = columns("σ (mS cm−1)", "4.5 0.3 0.02 1.7", names=f"Li3InCl6 Li3OBr Na3OCl {last}")
    raw = raw.replace(BEHIND, f"The phase {last} is soft.")
    assert rows_of(raw)[0][1] == "4.5" and rows_of(raw)[3][0] == last


def test_codes_of_signs_are_signs() -> None:
    raw = columns(
        "σ (S cm(cid:2)1)Ref.",
        "5.1 (cid:3) 10(cid:2)4 1.4 (cid:3) 10(cid:2)3 10(cid:2)6 3 (cid:3) 10(cid:2)9 10(cid:2)3 1 2 3 4 5",
    )
    found = only_table(raw)
    assert len(grid(found)) == 6 and [row[2] for row in grid(found)[1:]] == ["1", "2", "3", "4", "5"]


def test_the_last_source_glued_to_the_number_of_a_page() -> None:
    foot = "8312 | J. Own Mater., 2021, 9, 8305–8320"
    raw = columns("σ (S cm−1)Ref.", "5×10−4 1×10−3 1×10−6 3×10−9 2×10−3 4 9 16 25 36", behind=foot)
    assert rows_of(raw)[-1] == ["Li3InCl6", "2 × 10^-3", "36"]


def test_a_footnote_behind_the_last_cell() -> None:
    raw = columns(
        "σ (S cm−1)Ref.",
        "5×10−4 1×10−3 1×10−6 3×10−9 2×10−3[1] [2] [3] [4] [5]",
        behind="†a hot-pressed glass.\n" + BEHIND,
    ).replace("Na3OCl", "†Na3OCl")
    found = only_table(raw)
    assert [note.text for note in found.table.footnotes] == ["†a hot-pressed glass."]
    assert left_over(raw, [found]).endswith("below. " + BEHIND)


@pytest.mark.parametrize(
    "runs",
    [
        "5.1 × 10−4 1.4 × 10−3 1.0 × 10−6 3.2 × 10−9\n11 12 13 14 15",  # a value is missing
        "5.1 × 10−4 1.4 × 10−3 1.0 × 10−6 3.2 × 10−9 2 × 10−3 4 × 10−3\n11 12 13 14 15",  # one too many
        "5.1 × 10−4 1.4 × 10−3 1.0 × 10−6 3.2 × 10−9 2 × 10−3\n11 12 13 14",
        "5.1 × 10−4 1.4 × 10−3 1.0 × 10−6 3.2 × 10−9 2 × 10−3\n11 12 13 14 15 16",
    ],
)
def test_columns_that_disagree_in_length_give_nothing_and_are_no_text(runs: str) -> None:
    raw = columns("σ (S cm−1)Ref.", runs)
    found = only_table(raw)
    assert found.table.cells == []
    assert [problem.code for problem in found.problems] == ["unreadable_table"]
    assert "10−4" not in left_over(raw, [found]) and left_over(raw, [found]).endswith(BEHIND)


TOP = "as seen above.Table 4. Garnets and sulfides.MaterialσRT [S cm−1]EaReference"
GLUED = (
    "Garnet Li5La3Ta2O121.2 × 10−654.0 kJ mol−1[11]50Li2S·50GeS2 glass4.0 × 10−548 kJ mol−1[12]\n"
    "Li3N1.2 × 10−328 kJ mol−1[13]Na3SbS4 (calc.)1.1 × 10−319.5 kJ mol−1[14,15]60Na2S·40GeS2 glass10−6N/A[16]"
)


def test_rows_with_glued_cells() -> None:
    found = only_table(TOP + GLUED + BEHIND)
    assert found.table.shape == "flattened_rows"
    assert grid(found)[0] == ["Material", "σRT [S cm^-1]", "Ea", "Reference"]
    assert grid(found)[1] == ["Garnet Li5La3Ta2O12", "1.2 × 10^-6", "54.0 kJ mol^-1", "[11]"]
    assert grid(found)[2][1:] == ["4.0 × 10^-5", "48 kJ mol^-1", "[12]"]
    assert grid(found)[4] == ["Na3SbS4 (calc.)", "1.1 × 10^-3", "19.5 kJ mol^-1", "[14, 15]"]
    assert grid(found)[5][1:] == ["10^-6", "N/A", "[16]"]
    assert left_over(TOP + GLUED + BEHIND, [found]) == f"as seen above. {BEHIND}"


def test_a_row_that_could_be_cut_in_several_ways_is_left_out() -> None:
    raw = TOP + GLUED + "Li4GeS410−1128 kJ mol−1[17]Li2SO410−524 kJ mol−1[18]\n" + BEHIND
    found = only_table(raw)
    assert [row[0] for row in grid(found)[-2:]] == ["60Na2S-40GeS2 glass", "Li2SO4"]
    assert [problem.code for problem in found.problems] == ["table_row"]
    assert "Li4GeS4" not in left_over(raw, [found])


def test_rows_whose_cells_stand_apart_need_no_bracketed_source() -> None:
    raw = (
        "Table 5. Nitrides.\nComposition Ionic conductivity (S cm−1) Ea (eV) Ref. Li3N 1.2 × 10−3 0.29 7 "
        "Li3AlN2 5 × 10−8 0.54 8 Li9N2Cl3 2.3 × 10−6 — 9 Li6MoN4 1.0 × 10−7 0.61 7\nThe nitrides are stable."
    )
    assert rows_of(raw)[2] == ["Li9N2Cl3", "2.3 × 10^-6", "—", "9"]


def test_glued_rows_without_bracketed_sources_are_no_text() -> None:
    raw = TOP.replace("Reference", "") + GLUED.replace("[11]", "").replace("[12]", "").replace("[13]", "") + BEHIND
    found = only_table(raw)
    assert found.table.cells == [] and found.problems[0].code == "unreadable_table"
    assert "10−3" not in left_over(raw, [found])


@pytest.mark.parametrize(
    "raw",
    [
        "Table 1. Both Li3YCl6, Li3OBr, Na3OCl and Li3InCl6 reach 1 × 10−3, 2 × 10−4, 3 × 10−5 and 4 × 10−6 S cm−1.",
        "see Table 2. Conductivity and Ea of Li3YCl6 Li3OBr Na3OCl Li3InCl6 were given there as 1 mS cm−1 and 0.4 eV.",
        "(Table 3) Li3YCl6 Li3OBr Na3OCl Li3InCl6 1 × 10−3 2 × 10−4 3 × 10−5 4 × 10−6 S cm−1 [1] [2] [3] [4]",
        "Composition Conductivity (S cm−1) Li3YCl6 Li3OBr Na3OCl Li3InCl6 1 × 10−3 2 × 10−4 3 × 10−5 4 × 10−6",
        "Table 4. Cells.CathodeAnodeCapacity (mAh g−1)LiCoO2 LiFePO4 LiMn2O4 Li4Ti5O12 140 160 120 170",
    ],
)
def test_running_text_and_other_tables_are_left_alone(raw: str) -> None:
    assert found_in(raw) == []


def test_the_text_before_and_behind_stays_running_text() -> None:
    head = "Solid electrolytes such as Li7La3Zr2O12 reach an ionic conductivity of 0.3 mS/cm in solid-state batteries."
    raw = f"{head}\n{TOP}{GLUED}{BEHIND}\nNa3PS4 shows 0.2 mS cm−1 at room temperature."
    document = read_text(raw)
    texts = [block.text.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert any(text.endswith("as seen above.") for text in texts)
    assert any(text.startswith(BEHIND) for text in texts)
    assert not any("54.0" in text for text in texts)
    assert [block.kind for block in document.blocks].count(BlockKind.TABLE) == 1


COMPOSITIONS = ("Li3YCl6", "Li3OBr", "Na3Zr2Si2PO12", "Li5La3Ta2O12", "75Li2S-25P2S5", "Li9.6P3S12", "Na3SbS4", "Li3N")
POWERS = st.builds("{0}.{1} × 10−{2}".format, st.integers(1, 9), st.integers(0, 9), st.integers(2, 9))


@settings(max_examples=60, deadline=None)
@given(st.permutations(COMPOSITIONS), st.lists(POWERS, min_size=8, max_size=8), st.booleans(), st.integers(4, 8))
def test_what_is_read_is_what_was_printed(names: list[str], values: list[str], by_rows: bool, count: int) -> None:
    pairs = dict(zip(names[:count], values, strict=False))
    if by_rows:
        cells = "".join(f"{name}{value}[{at}]" for at, (name, value) in enumerate(pairs.items(), start=20))
    else:
        sources = " ".join(f"[{at}]" for at in range(20, 20 + count))
        cells = " ".join(pairs) + " ".join(pairs.values()) + sources
    read = grid(only_table(f"{BEFORE}σ (S cm−1)Ref.{cells}\n{BEHIND}"))[1:]
    wanted = {name: value.replace("10−", "10^-") for name, value in pairs.items()}
    assert len(read) == count
    assert all(not name or not value or wanted[name] == value for name, value, _ in read)
    assert [row[2] for row in read] == [f"[{at}]" for at in range(20, 20 + count)]
