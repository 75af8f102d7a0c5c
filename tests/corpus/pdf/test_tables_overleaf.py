"""Tables that a page's end cuts, and cells whose lines stand as far apart as rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.document import BlockKind
from tests.corpus.pdf.test_tables import HEAD, ROWS, XS, grid, tables_of

CAPTION = "Table 2. Conductivity of four samples at 25 °C"


def test_a_table_that_goes_on_overleaf_has_no_rule_at_its_foot(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.column(50, 60, 400, 40)
    page.text(50, 640, CAPTION, 8)
    page.page()
    for at in (60, 76):
        page.rule(50, 440, at)
    page.rows(XS, 71, [HEAD])
    page.rows(XS, 87, ROWS)
    [table] = tables_of(page.read())
    assert table.label == "Table 2"
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_raised_citations_and_centred_heads_leave_a_table_without_a_rule_at_its_foot_one(
    sheet: Callable[..., Any],
) -> None:
    page = sheet()
    page.text(50, 110, CAPTION, 8)
    for at in (116, 172):
        page.rule(50, 440, at)
    lines = ("Family", 124, 150), ("Value at", 132, 250), ("Material", 140, 54), ("25 °C", 148, 250)
    for text, y, x in (*lines, ("Ea", 156, 360), ("(S/cm)", 160, 250), ("eV", 167, 360)):
        page.text(x, y, text, 8)
    for y, row in zip(range(183, 216, 11), ROWS, strict=False):
        page.rows(XS[:3], y, [row[:3]])
        page.text(360, y - 2, "13", 6)
    page.column(50, 260, 400, 20)
    [table] = tables_of(page.read())
    assert grid(table)[1:] == [[*row[:3], "13"] for row in ROWS[:3]]
    assert grid(table)[0] == ["Material", "Family", "Value at 25 °C (S/cm)", "Ea eV"]


def test_text_below_two_rules_is_no_table(sheet: Callable[..., Any]) -> None:
    page = sheet()
    for at in (60, 76):
        page.rule(50, 440, at)
    page.text(54, 71, "Communication", 8)
    page.column(50, 90, 190, 30)
    page.column(260, 90, 190, 30)
    assert not tables_of(page.read())


def test_a_grid_ends_where_the_rules_between_its_columns_do(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, CAPTION, 8)
    for row in range(5):
        page.rule(50, 440, 120 + 16 * row)
    for x in (50, 146, 246, 356, 440):
        page.upright(x, 120, 198)
    page.rows(XS, 131, [HEAD, *ROWS], leading=16)
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_a_grid_whose_heads_come_again_goes_on_with_the_one_before(sheet: Callable[..., Any]) -> None:
    page, edges = sheet(), (50, 146, 246, 356, 440)
    page.text(50, 110, CAPTION, 8)
    for top, rows in ((120, ROWS[:2]), (60, [("", "", "at 25 °C", ""), *ROWS[2:]])):
        for row in range(len(rows) + 2):
            page.rule(50, 440, top + 16 * row)
        for x in edges:
            page.upright(x, top, top + 16 * (len(rows) + 1))
        page.rows(XS, top + 11, [HEAD, *rows], leading=16)
        page.column(50, 240, 400, 20)
        if top == 120:
            page.page()
    first, second = tables_of(page.read())
    assert (second.label, second.header_rows) == ("Table 2", 1)
    assert grid(second)[-2:] == list(map(list, ROWS[2:]))
    assert first.caption.text == second.caption.text == CAPTION


def test_lines_that_an_exponent_sets_apart_are_one_cell(sheet: Callable[..., Any]) -> None:
    page, xs = sheet(), (54, 90, 230, 330)
    for at in (100, 116, 260):
        page.rule(50, 440, at)
    page.rows(xs, 111, [("Year", "Material", "Conductivity", "Ref.")])
    page.rows(
        xs, 128, [("2018", "PEO/LiTFSI with", "3.1 × 10^{-4} S", "[7]"), ("", "ten percent LLZO", "", "")], leading=9
    )
    page.rows(
        xs, 150, [("2019", "PAN/LiClO_{4}", "2.2 × 10^{-5} S", "[8]"), ("", "", "cm^{-1} at 25 °C", "")], leading=14
    )
    page.rows(xs, 176, [("2020", "PVDF/LLTO", "4.5 × 10^{-5} S", "[9]"), ("", "", "cm^{-1} at 30 °C", "")], leading=14)
    page.rows(xs, 204, [("", "", "9.9 × 10^{-4} S", ""), ("", "", "cm^{-1} at 60 °C", "")], leading=14)
    page.column(50, 320, 400, 12)
    [table] = tables_of(page.read())
    assert [row[2] for row in grid(table)[2:]] == [
        "2.2 × 10^{-5} S cm^{-1} at 25 °C",
        "4.5 × 10^{-5} S cm^{-1} at 30 °C",
        "9.9 × 10^{-4} S cm^{-1} at 60 °C",
    ]


def test_a_caption_in_the_type_of_the_text_is_told_by_its_capital(
    sheet: Callable[..., Any], texts: Callable[..., list[str]]
) -> None:
    page = sheet()
    page.column(50, 60, 400, 20, last="ends here.")
    page.text(50, 340, "Table 4.12 Conductivity of four iodides")
    page.text(50, 420, "Table 4.13 shows four others")
    document = page.read()
    assert texts(document, BlockKind.CAPTION) == ["Table 4.12 Conductivity of four iodides"]
    assert [region.label for region in document.regions if region.kind is BlockKind.CAPTION] == ["Table 4.12"]


def test_rules_drawn_cell_by_cell_not_quite_on_one_line_are_one(sheet: Callable[..., Any]) -> None:
    page, edges = sheet(), (50, 146, 246, 356, 440)
    page.text(50, 110, CAPTION, 8)
    for row in range(6):
        page.rule(50, 440, 120 + 16 * row)
    for row in range(5):
        for x in edges:
            page.upright(x + (0.45 if row % 2 else 0.55), 120 + 16 * row, 136 + 16 * row)
    page.rows(XS, 131, [HEAD, *ROWS], leading=16)
    [table] = tables_of(page.read())
    assert grid(table) == [list(HEAD), *map(list, ROWS)]


def test_lines_with_data_in_the_same_columns_are_rows_below_one_name(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 2. Membranes", 8)
    page.rows((54, 140, 240, 340), 131, [("Host", "Salt", "σ (mS/cm)", "Ea (eV)")])
    for baseline, row in (
        (148, ("PEO", "LiTFSI", "0.11", "0.52")),
        (159, ("", "LiFSI", "0.21", "0.48")),
        (170, ("", "LiClO4", "0.05", "0.61")),
        (181.5, ("PAN", "LiTFSI", "0.31", "0.40")),
        (198, ("PVDF", "LiFSI", "0.42", "0.36")),
    ):
        page.rows((54, 140, 240, 340), baseline, [row])
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert [row[2] for row in grid(table)[1:]] == ["0.11", "0.21", "0.05", "0.31", "0.42"]
