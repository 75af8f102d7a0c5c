"""Tables: ruled, with horizontal rules only, without rules, turned, over two pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from corpus.document import BlockKind, Table
from corpus.readers.base import RawDocument

ROWS = [
    ("Li_{6}PS_{5}Cl", "argyrodite", "1.9 × 10^{-3}", "0.35"),
    ("Li_{3}YCl_{6}", "halide", "5.1 × 10^{-4}", "0.40"),
    ("Na_{3}PS_{4}", "sulfide", "2.0 × 10^{-4}", "0.28"),
    ("Li_{3}OCl", "anti-perovskite", "8.5 × 10^{-4}", "0.26"),
]
HEAD = ("Material", "Family", "σ (S cm^{-1})", "Ea (eV)")
XS = (54, 150, 250, 360)


def tables_of(document: RawDocument) -> list[Table]:
    return [region.table for region in document.regions if region.table is not None]


def grid(table: Table) -> list[list[str]]:
    return [["" if cell is None else cell.text.text.replace("\n", " ") for cell in row] for row in table.rows()]


def framed(page: Any, y: float = 120) -> None:
    page.text(50, y - 10, "Table 2. Conductivity of four samples at 25 °C", 8)
    for at in (y, y + 16, y + 68):
        page.rule(50, 440, at)
    page.rows(XS, y + 11, [HEAD])
    page.rows(XS, y + 27, ROWS)


def test_horizontal_rules_only(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    framed(page)
    page.column(50, 240, 400, 20, first="After the table", last="end.")
    document = page.read()
    [table] = tables_of(document)
    assert grid(table) == [list(HEAD), *map(list, ROWS)]
    assert (table.label, table.header_rows) == ("Table 2", 1)
    assert table.caption.text == "Table 2. Conductivity of four samples at 25 °C"
    assert not any("argyrodite" in text for text in texts(document, BlockKind.PARAGRAPH))


def test_cells_know_their_place(sheet: Callable[..., Any]) -> None:
    page = sheet()
    framed(page)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    for cell in table.cells:
        assert cell.page == 1 and cell.box is not None
        assert abs(cell.box[0] - XS[cell.column]) < 1.5
        baseline = 131 if cell.row == 0 else 147 + 11 * (cell.row - 1)
        assert cell.box[1] < baseline < cell.box[3] + 1


def test_no_rules_at_all(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 400, 6, last="ends here.")
    page.text(50, 150, "Table 4. Conductivity of four samples", 8)
    page.rows(XS, 168, [HEAD, *ROWS])
    page.column(50, 250, 400, 20, first="Next comes", last="end.")
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_rules_around_every_cell(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 1. Samples", 8)
    edges = (50, 146, 246, 356, 440)
    for row in range(6):
        page.rule(50, 440, 120 + 16 * row)
    for x in edges:
        page.upright(x, 120, 200)
    page.rows(XS, 131, [HEAD, *ROWS], leading=16)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_cells_that_span_rows_and_columns_of_a_grid(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 1. Samples", 8)
    for x in (50, 150, 350):
        page.upright(x, 120, 184)
    page.upright(250, 136, 184)
    for y in (120, 152, 184):
        page.rule(50, 350, y)
    page.rule(150, 350, 136)
    page.rule(150, 350, 168)
    page.rows((54, 154), 131, [("Material", "Conductivity")])
    page.rows((154, 254), 147, [("bulk", "total")])
    page.rows((54,), 170, [("LAGP",)])
    page.rows((154, 254), 163, [("1.0", "2.0"), ("3.0", "4.0")], leading=16)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert grid(table) == [
        ["Material", "Conductivity", "Conductivity"],
        ["Material", "bulk", "total"],
        ["LAGP", "1.0", "2.0"],
        ["LAGP", "3.0", "4.0"],
    ]


def test_cells_of_several_lines(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 3. Routes", 8)
    for at in (120, 136, 206):
        page.rule(50, 440, at)
    page.rows((54, 150, 330), 131, [("Material", "Route", "σ (mS/cm)")])
    page.rows(
        (54, 150, 330),
        147,
        [("LPSCl", "ball milling at 500 rpm", "1.3"), ("", "then heating at 550 °C", "")],
        leading=9,
    )
    page.rows((54, 150, 330), 171, [("LLZO", "solid-state reaction", "0.4")])
    page.rows(
        (54, 150, 330), 186, [("LATP", "sol-gel, calcined at 700 °C", "0.7"), ("", "and sintered", "")], leading=9
    )
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert grid(table)[1:] == [
        ["LPSCl", "ball milling at 500 rpm then heating at 550 °C", "1.3"],
        ["LLZO", "solid-state reaction", "0.4"],
        ["LATP", "sol-gel, calcined at 700 °C and sintered", "0.7"],
    ]


def test_heads_of_two_lines_with_a_spanning_head(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 5. Samples", 8)
    page.rule(50, 440, 120)
    page.rows((54, 260), 131, [("Material", "Conductivity (S/cm)")])
    page.rule(230, 430, 135)
    page.rows((240, 360), 146, [("bulk", "total")])
    page.rule(50, 440, 151)
    page.rows((54, 240, 360), 162, [("LLZO", "1.1", "0.9"), ("LATP", "3.0", "0.7"), ("LAGP", "4.5", "2.5")])
    page.rule(50, 440, 190)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert table.header_rows == 2
    assert grid(table) == [
        ["Material", "Conductivity (S/cm)", "Conductivity (S/cm)"],
        ["Material", "bulk", "total"],
        ["LLZO", "1.1", "0.9"],
        ["LATP", "3.0", "0.7"],
        ["LAGP", "4.5", "2.5"],
    ]


def test_rows_that_title_the_rows_below(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 6. Samples", 8)
    for at in (120, 136, 200):
        page.rule(50, 440, at)
    page.rows((54, 200, 330), 131, [("Material", "σ (mS/cm)", "Ref.")])
    page.rows(
        (54, 200, 330),
        147,
        [
            ("Garnets", "", ""),
            ("LLZO", "0.4", "[1]"),
            ("LLZTO", "1.0", "[2]"),
            ("Halides", "", ""),
            ("LYC", "0.5", "[3]"),
        ],
    )
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert [row[0] for row in grid(table)] == ["Material", "Garnets", "LLZO", "LLZTO", "Halides", "LYC"]
    assert table.subheadings == (1, 4)


def test_notes_under_a_table_belong_to_it(sheet: Callable[..., Any], texts: Callable[..., list[str]]) -> None:
    page = sheet()
    framed(page)
    page.text(50, 198, "^{a} Measured at 30 °C.", 7)
    page.column(50, 240, 400, 20, first="After", last="end.")
    document = page.read()
    [table] = tables_of(document)
    assert [note.text for note in table.footnotes] == ["^{a} Measured at 30 °C."]
    assert not any("Measured" in text for text in texts(document, BlockKind.PARAGRAPH))


def test_a_page_set_sideways(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.canvas.saveState()
    page.canvas.translate(595, 0)
    page.canvas.rotate(90)
    page.height, page.width = 595, 792
    framed(page)
    page.canvas.restoreState()
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]
    cell = table.cells[0]
    assert cell.box is not None and cell.box[3] - cell.box[1] > cell.box[2] - cell.box[0]  # it runs upwards


def test_a_table_set_sideways_among_upright_text(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(60, 60, 480, 14, first="begin", last="end.")
    page.canvas.saveState()
    page.canvas.translate(500, 60)
    page.canvas.rotate(90)
    height, page.height = page.height, 395
    framed(page, 80)
    page.canvas.restoreState()
    page.height = height
    page.column(60, 560, 480, 14, first="go on", last="stop.")
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_a_table_over_two_pages_keeps_head_and_label_on_both(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 480, 30, first="Before", last="it.")
    page.text(50, 470, "Table 7. Samples", 8)
    page.rule(50, 440, 478)
    page.rows(XS, 489, [HEAD])
    page.rule(50, 440, 494)
    page.rows(XS, 505, ROWS * 4)
    page.page()
    page.text(50, 60, "Table 7. (Continued)", 8)
    page.rule(50, 440, 68)
    page.rows(XS, 79, [HEAD])
    page.rule(50, 440, 84)
    page.rows(XS, 95, ROWS)
    page.rule(50, 440, 135)
    page.column(50, 180, 480, 30, first="After", last="all.", start=17)
    first, second = tables_of(page.read())
    assert first.label == second.label == "Table 7"
    assert len(grid(first)) == 17 and len(grid(second)) == 5
    assert (first.page, second.page) == (1, 2)


def test_a_continued_table_without_its_head_gets_the_head_of_its_first_part(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 480, 30, first="Before", last="it.")
    page.text(50, 470, "Table 7. Samples", 8)
    page.rule(50, 440, 478)
    page.rows(XS, 489, [HEAD])
    page.rule(50, 440, 494)
    page.rows(XS, 505, ROWS * 4)
    page.page()
    page.text(50, 60, "Table 7. (Continued)", 8)
    page.rule(50, 440, 68)
    page.rows(XS, 79, ROWS)
    page.rule(50, 440, 119)
    page.column(50, 180, 480, 30, first="After", last="all.", start=17)
    _, second = tables_of(page.read())
    assert grid(second) == [list(HEAD), *map(list, ROWS)]
    assert second.header_rows == 1


@pytest.mark.parametrize("lines", [6, 30])
def test_running_text_between_two_rules_is_no_table(sheet: Callable[..., Any], lines: int) -> None:
    page = sheet()
    page.rule(48, 548, 70)
    page.column(48, 90, 242, lines, first="Left", last="stops.")
    page.column(306, 90, 242, lines, first="Right", last="stops.")
    page.rule(48, 548, 100 + 12 * lines)
    page.rule(48, 548, 130 + 12 * lines)
    assert not tables_of(page.read())


def test_rows_of_cells_set_in_their_middle(sheet: Callable[..., Any]) -> None:
    """Three rules, no line between rows, cells of one to three lines, each centred in its row; two rows set closely."""
    page = sheet()
    page.text(60, 90, "Table 1. What conducts in composites.", 9)
    page.rule(60, 530, 100)
    page.rows([60, 180, 330, 500], 111, [("Composite", "Method", "Result", "Ref.")])
    page.rule(60, 530, 116)
    lines = {
        60: {127: "40 wt% LLZO-", 136: "PEO/LiTFSI", 153: "5 wt% LATP-PEO", 176: "20 wt% LAGP-", 185: "PVDF/LiTFSI"},
        180: {127: "Isotopes and solid-", 136: "state spectra", 148.5: "Impedance of cells", 157.5: "of two heights",
              171.5: "Microscopes, spectra", 180.5: "and simulation of", 189.5: "the surfaces"},
        330: {131.5: "the ceramic part", 148.5: "the polymer part", 157.5: "and surfaces", 180.5: "space charge"},
        500: {131.5: "12", 153: "14", 180.5: "15"},
    }  # fmt: skip
    for x, column in lines.items():
        for y, text in column.items():
            page.text(x, y, text, 7.5)
    page.rule(60, 530, 196)
    page.column(60, 230, 470, 12)
    [table] = [region.table for region in page.read().regions if region.table is not None]
    first = {cell.row: cell.text.text for cell in table.cells if cell.column == 0}
    assert table.row_count == 4
    assert [first[row].replace("\n", " ").replace("- ", "-") for row in (1, 2, 3)] == [
        "40 wt% LLZO-PEO/LiTFSI", "5 wt% LATP-PEO", "20 wt% LAGP-PVDF/LiTFSI",
    ]  # fmt: skip
    assert [cell.text.text for cell in table.cells if cell.column == 3] == ["Ref.", "12", "14", "15"]


def test_columns_set_so_close_that_only_their_alignment_parts_them(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 2. Iodides", 8)
    for at in (120, 136, 188):
        page.rule(50, 300, at)
    rows = [("Li6.1Ge0.1P0.9S5I and LiI", "0.37"), ("Li6PS5I", "0.01"), ("Li6.3Ge0.3P0.7S5I and LiI", "2.2")]
    close = 54 + stringWidth(rows[0][0], "Times-Roman", 8) + 5
    page.rows((54, close), 131, [("Composition", "σ (mS/cm)")])
    page.rows((54, close), 147, rows)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert grid(table) == [["Composition", "σ (mS/cm)"], *map(list, rows)]


def test_a_table_set_apart_takes_the_caption_that_has_no_table(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 240, 12)
    page.text(320, 60, "Table 2. Conductivity of four samples at 25 °C", 8)
    page.column(320, 72, 240, 11)
    for at in (220, 236, 288):
        page.rule(50, 440, at)
    page.rows(XS, 231, [HEAD])
    page.rows(XS, 247, ROWS)
    page.column(50, 320, 240, 20)
    page.column(320, 320, 240, 20)
    [table] = tables_of(page.read())
    assert table.label == "Table 2"
    assert table.caption.text.startswith("Table 2. Conductivity of four samples")


def test_a_caption_in_one_column_over_a_table_across_both(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 240, 12, first="ONE1", last="ONE2 of")
    page.column(320, 60, 240, 9, first="lithium TWO1", last="TWO2.")
    page.text(320, 168, "Table 2. Conductivity")
    page.text(460, 168, "of")
    page.text(520, 168, "samples")
    page.text(320, 180, "that were pressed and then heated twice in dry argon gas")
    page.text(320, 192, "for some days.")
    for at in (206, 222, 274):
        page.rule(50, 480, at)
    page.rows(XS, 217, [HEAD])
    page.rows(XS, 233, ROWS)
    page.column(50, 320, 240, 20, first="Samples THR1", last="THR2 of")
    page.column(320, 320, 240, 20, first="argon FOU1", last="FOU2.")
    document = page.read()
    [table] = tables_of(document)
    told = "Table 2. Conductivity of samples that were pressed and then heated twice in dry argon gas for some days."
    assert " ".join(table.caption.text.split()) == told
    places = [document.raw.index(mark) for mark in ("ONE2", "TWO1", "TWO2", "THR1", "THR2", "FOU1")]
    assert places == sorted(places)
    flows = {
        mark: next(r.flow for r in document.regions if mark in document.raw[r.start : r.end])
        for mark in ("THR2", "FOU1")
    }
    assert flows["THR2"] is not None and flows["THR2"] == flows["FOU1"]


def test_a_caption_at_a_pages_foot_belongs_to_the_table_on_the_next(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 400, 40)
    page.text(50, 640, "Table 2. Conductivity of four samples at 25 °C", 8)
    page.page()
    for at in (60, 76, 128):
        page.rule(50, 440, at)
    page.rows(XS, 71, [HEAD])
    page.rows(XS, 87, ROWS)
    page.column(50, 200, 400, 20)
    [table] = tables_of(page.read())
    assert table.label == "Table 2"
    assert table.caption.text == "Table 2. Conductivity of four samples at 25 °C"


def test_cells_of_two_lines_around_the_line_of_their_row(sheet: Callable[..., Any]) -> None:
    sulfides = ("Li_{3}PS_{4}", "Li_{7}P_{3}S_{11}", "Li_{3}PSe_{4}", "Li_{4}SnS_{4}", "Li_{4}GeS_{4}", "Li_{3}SbS_{4}")
    rows = [
        ("" if number % 3 else "Glass", name, f"{number + 1}.1 × 10^{{-4}} S", f"0.4{number}", f"[{number + 3}]")
        for number, name in enumerate(sulfides)
    ]
    page, xs = sheet(), (54, 100, 190, 300, 380)
    for at in (100, 116, 116 + 26 * len(rows)):
        page.rule(50, 440, at)
    page.rows(xs, 111, [("Form", "Material", "Conductivity", "Ea (eV)", "Ref.")])
    for number, (form, name, value, energy, source) in enumerate(rows):
        y = 132 + 26 * number
        page.rows((xs[2],), y - 5, [(value,)])
        page.rows((xs[0], xs[1], xs[3], xs[4]), y, [(form, name, energy, source)])
        page.rows((xs[2],), y + 5, [("cm^{-1} at 25 °C",)])
    page.column(50, 320, 400, 12)
    [table] = tables_of(page.read())
    assert grid(table)[1:] == [[form, name, f"{value} cm^{{-1}} at 25 °C", *more] for form, name, value, *more in rows]
