"""Tables with marked columns (tabs, pipes), captions, heads, footnotes, and what is taken out of the running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.found_tables import found_in, grid, left_over, only_table

TABBED = """Prose before the table goes on here.

Table 3. Conductivities of some sodium conductors at 30 °C.

Compound\tσ (S cm^{-1})\tEa (eV)\tRef.
Na _{3} SbS _{4}\t$1.1 \times 10^{-3}$\t0.22\t[7]
Na _{3} PSe _{4}\t$1.2 \times10^{-3}$\t0.21\t[8,9]
Na _{11} Sn _{2} PS _{12}\t1.4 × 10 ⁻³\t0.25\t[10]

Prose after it.
"""


def test_tab_separated_with_latex_inside() -> None:
    found = only_table(TABBED)
    assert grid(found) == [
        ["Compound", "σ (S cm^-1)", "Ea (eV)", "Ref."],
        ["Na3SbS4", "1.1 × 10^-3", "0.22", "[7]"],
        ["Na3PSe4", "1.2 × 10^-3", "0.21", "[8, 9]"],
        ["Na11Sn2PS12", "1.4 × 10^-3", "0.25", "[10]"],
    ]
    assert (found.table.shape, found.table.label, found.table.header_rows) == ("tab", "Table 3", 1)
    assert left_over(TABBED, [found]) == "Prose before the table goes on here. Prose after it."


def test_cells_point_at_their_raw_characters() -> None:
    found = only_table(TABBED)
    cell = found.table.rows()[2][1]
    assert cell is not None
    start, end = cell.text.raw_span(0, len(cell.text))
    assert TABBED[start:end].startswith("1.2") and "10^{-3" in TABBED[start:end]


@pytest.mark.parametrize("eaten", ["\times", "\text{S}", "\to $", "\tau"])
def test_the_rest_of_a_latex_command_is_no_column(eaten: str) -> None:
    raw = f"Table 1. Values\n\nMaterial\tNote\tRef.\nLi3N\t$a {eaten} 10$\t[1]\nLi3P\tb\t[2]\nLi3As\tc\t[3]\n"
    assert [len(row) for row in grid(only_table(raw))] == [3, 3, 3, 3]


def test_a_lost_cell_moves_back_to_its_column() -> None:
    raw = (
        "Table 2. Fillers\n\nPolymer\tFiller\tContent\tσ (S cm^-1)\tRefs.\n"
        "PEO\tAl2O3\t5%\t1.0 × 10^-5\t[1]\nPVDF\tSiO2\t10%\t2.0 × 10^-5\t[2]\n"
        "PAN\t\tTiO2\t15%\t3.0 × 10^-5\nPMMA\tZrO2\t3%\t4.0 × 10^-5\t[4]\n"
    )
    assert grid(only_table(raw))[3] == ["PAN", "TiO2", "15%", "3.0 × 10^-5", ""]


def test_a_row_that_fits_stays_where_it_stands() -> None:
    rows = "Li3N\t\t0.3\t[1]\nLi3P\t1 × 10^-4\t0.4\t[2]\nLi3As\t2 × 10^-4\t\t[3]\n"
    raw = f"Table 2. x\n\nMaterial\tσ (S/cm)\tEa (eV)\tRef.\n{rows}"
    assert grid(only_table(raw))[1:] == [
        ["Li3N", "", "0.3", "[1]"],
        ["Li3P", "1 × 10^-4", "0.4", "[2]"],
        ["Li3As", "2 × 10^-4", "", "[3]"],
    ]


def test_caption_below_the_table() -> None:
    raw = (
        "The data follow.\n\nGlass\tσ (S cm^-1)\tRef.\n"
        "50Li2S-50GeS2\t4.0 × 10^-5\t[3]\n60Li2S-40SiS2\t1.5 × 10^-4\t[4]\n\n"
        "Table 4. Sulfide glasses.\n\nThe text goes on.\n"
    )
    found = only_table(raw)
    assert found.table.caption.text == "Table 4. Sulfide glasses."
    assert left_over(raw, [found]) == "The data follow. The text goes on."


def test_captions_above_two_tables_in_a_row_go_to_their_own() -> None:
    block = "Material\tσ (S/cm)\tRef.\nLi3N\t1 × 10^-4\t[1]\nLi3P\t1 × 10^-5\t[2]\n"
    raw = f"Table 1. First\n\n{block}\nTable 2. Second\n\n{block}"
    assert [found.table.label for found in found_in(raw)] == ["Table 1", "Table 2"]
    below = f"{block}\nTable 1. First\n\n{block}\nTable 2. Second\n"
    assert [found.table.label for found in found_in(below)] == ["Table 1", "Table 2"]


PIPED = """Table 5: Halides

| Halide | Form | σ (mS cm<sup>-1</sup>) | Ref |
|--------|:----:|-----------------------:|-----|
| Li3YBr6 | powder | 1.7 | [11] |
| Li3ErI6<br>annealed | pellet | 0.39 | [12] |
| Li2ZrCl6 | powder | 0.81 | [13] |

Text.
"""


def test_pipe_table() -> None:
    found = only_table(PIPED)
    assert found.table.shape == "pipe"
    assert [row[0] for row in grid(found)] == ["Halide", "Li3YBr6", "Li3ErI6 annealed", "Li2ZrCl6"]
    assert [row[3] for row in grid(found)[1:]] == ["[11]", "[12]", "[13]"]
    assert left_over(PIPED, [found]) == "Text."


def test_lines_with_bars_are_no_pipe_table() -> None:
    assert found_in("Cells of Li | LLZO | Li were cycled.\nAlso Au | LAGP | Au cells.\n88 | J. Something, 2025\n") == []


def test_continued_table_takes_the_head_of_the_part_before() -> None:
    raw = (
        "Table 5. Thin films\n\nMaterial\tσ (S cm^-1)\tRef.\nLiPON\t2.0 × 10^-6\t[1]\nLiBON\t2.3 × 10^-6\t[2]\n\n"
        "Table 5. Cont.\n\nLiSON\t2.0 × 10^-5\t[3]\nLiSiPON\t1.2 × 10^-5\t[4]\n"
    )
    first, second = found_in(raw)
    assert grid(second)[0] == ["Material", "σ (S cm^-1)", "Ref."]
    assert second.table.header_rows == 1 and second.table.label == first.table.label == "Table 5"
    assert second.table.caption.text.startswith("Table 5. Thin films")


def test_two_head_rows() -> None:
    raw = (
        "Table 1. T\n\nMaterial\tConductivity\t\tEa\tRef.\n\t(S cm^-1)\t25 °C\t(eV)\t\n"
        "Li3N\t1 × 10^-4\t2 × 10^-4\t0.3\t[1]\nLi3P\t1 × 10^-5\t2 × 10^-5\t0.4\t[2]\n"
    )
    assert only_table(raw).table.header_rows == 2


def test_sub_headings() -> None:
    raw = (
        "Table 1. T\n\nMaterial\tσ (S cm^-1)\tRef.\nGarnet\t\t\n"
        "Li5La3Ta2O12\t1 × 10^-6\t[1]\nLi5La3Nb2O12\t1 × 10^-5\t[2]\n"
        "Perovskite\nLi0.34La0.56TiO3\t1 × 10^-3\t[3]\nLi0.29La0.57TiO3\t2 × 10^-3\t[4]\n"
    )
    found = only_table(raw)
    assert [grid(found)[row][0] for row in found.table.subheadings] == ["Garnet", "Perovskite"]


@pytest.mark.parametrize(
    "note",
    [
        "*Unless otherwise stated, measured at RT.",
        "a) At 30 °C.",
        "RT: room temperature; SPS: spark plasma sintering.",
        "Note: films.",
    ],
)
def test_footnotes(note: str) -> None:
    raw = f"Table 1. T\n\nMaterial\tσ (S cm^-1)*\nLi3N\t1 × 10^-4\nLi3P\t1 × 10^-5\n\n{note}\n\nThe text goes on.\n"
    found = only_table(raw)
    assert len(found.table.footnotes) == 1
    assert left_over(raw, [found]) == "The text goes on."


def test_rotated_debris_is_recognised_and_left_alone() -> None:
    letters = "Table9Performanceofcells" * 6
    pieces = [letters[i : i + 2] for i in range(0, len(letters), 2)]
    raw = "Some prose here.\n" + "\n".join(pieces) + "\nMore prose follows after it.\n"
    found = only_table(raw)
    assert found.table.cells == [] and found.table.shape == "rotated"
    assert found.problems[0].code == "unreadable_table" and "Table 9" in found.problems[0].message
    assert left_over(raw, [found]) == "Some prose here. More prose follows after it."


def test_a_cover_sheet_is_no_table() -> None:
    assert found_in("Journal:\tSome Letters\nManuscript ID\tX-1\nArticle Type:\tReview\nDate:\t1 May\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Table 2 shows the values.",
        "Table 3 and Figure 4 give more.",
        "Tables 1 and 2 list them.",
        "Table 1 summarizes all.",
    ],
)
def test_a_sentence_about_a_table_is_no_caption(sentence: str) -> None:
    assert (
        found_in(
            f"{sentence}\nComposition Ionic conductivity Ref.\nLi3N 1 × 10−4 1\nLi3P 1 × 10−5 2\nLi3As 1 × 10−6 3\n"
        )
        == []
    )


@given(st.text(alphabet="Table 1.\t|-\nLi×10^-4()[]σ ", max_size=300))
def test_any_text_is_read_without_error_and_spans_stay_inside(raw: str) -> None:
    for found in found_in(raw):
        for start, end in found.consumed:
            assert 0 <= start < end <= len(raw) + 1
        for cell in found.table.cells:
            assert cell.row < found.table.row_count and cell.column < found.table.column_count


_CELL = st.sampled_from(["1.0 × 10^-4", "2.5 × 10^-3", "7 × 10^-6"])


@given(
    st.lists(
        st.tuples(st.sampled_from(["Li3N", "Na3SbS4", "Li7La3Zr2O12"]), _CELL, st.integers(1, 99)),
        min_size=3,
        max_size=8,
    )
)
def test_tab_and_pipe_tables_of_the_same_rows_are_the_same_grid(rows: list[tuple[str, str, int]]) -> None:
    head = ["Material", "σ (S cm^-1)", "Ref."]
    lines = [[name, value, f"[{number}]"] for name, value, number in rows]
    tabbed = "Table 1. T\n\n" + "\n".join("\t".join(line) for line in [head, *lines]) + "\n"
    piped = "Table 1. T\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * 3, *lines]) + "\n"
    assert grid(only_table(tabbed)) == grid(only_table(piped))


ELEMENTS = {
    "HTML": (
        "<table><caption>Table 3. Antimonates at 40 °C.</caption>{}</table>",
        ("<tr>{}</tr>", "<td>{}</td>", "<sub>{}</sub>"),
    ),
    "TEI": (
        '<figure type="table"><head>Table 3 .</head><figDesc>Antimonates at 40 °C.</figDesc><table>{}</table></figure>',
        ("<row>{}</row>", "<cell>{}</cell>", "{}"),
    ),
    "CALS": (
        "<ce:table><ce:label>Table 3</ce:label><ce:caption><ce:simple-para>Antimonates at 40 °C.</ce:simple-para>"
        '</ce:caption><tgroup cols="3"><colspec/><tbody>{}</tbody></tgroup></ce:table>',
        ("<row>{}</row>", "<entry>{}</entry>", "<ce:inf>{}</ce:inf>"),
    ),
}


@pytest.mark.parametrize("kind", ELEMENTS)
def test_elements_of_a_table_with_its_caption_inside(kind: str) -> None:
    around, (row, cell, index) = ELEMENTS[kind]
    names = [f"Li{index.format(n)}SbS{index.format(4)}" for n in (3, 4, 5)]
    rows = [
        ("Composition", "σ (mS/cm)", "Ea (eV)"),
        *zip(names, ("1.1", "2.2", "0.9"), ("0.4", "0.3", "0.5"), strict=True),
    ]
    raw = "Prose.\n\n" + around.format("\n".join(row.format("".join(map(cell.format, one))) for one in rows)) + "\n"
    found = only_table(raw)
    assert grid(found) == [
        ["Composition", "σ (mS/cm)", "Ea (eV)"],
        ["Li3SbS4", "1.1", "0.4"], ["Li4SbS4", "2.2", "0.3"], ["Li5SbS4", "0.9", "0.5"],
    ]  # fmt: skip
    assert found.table.label == "Table 3" and "Antimonates at 40 °C." in found.table.caption.text
    assert left_over(raw, [found]) == "Prose."


def test_a_line_end_inside_a_cell_parts_no_row() -> None:
    raw = TABBED.replace("1.4 × 10 ⁻³\t0.25", "1.4 \n× 10 ⁻³\t0.25")
    assert grid(only_table(raw))[3] == ["Na11Sn2PS12", "1.4 × 10^-3", "0.25", "[10]"]


def test_short_rows_that_are_whole_are_not_joined() -> None:
    raw = "Table 4. Halides\nSample\tState\tσ (S/cm)\tRef.\nLi3YI6\tpowder\nLi3HoI6\tpellet\t1.1 × 10^-4\t[2]\n"
    assert grid(only_table(raw + "Li3LuI6\tfilm\t2.0 × 10^-4\t[3]\n"))[1] == ["Li3YI6", "powder", "", ""]


def test_a_rule_and_a_row_that_have_both_lost_an_end_are_two_lines() -> None:
    table = only_table("| Material | Conductivity (mS/cm) |\n|---|---\nLi6PS5Cl | 1.3 |\n| Li6PS5Br | 1.1 |\n")
    assert grid(table) == [["Material", "Conductivity (mS/cm)"], ["Li6PS5Cl", "1.3"], ["Li6PS5Br", "1.1"]]
