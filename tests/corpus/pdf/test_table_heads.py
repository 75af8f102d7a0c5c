"""Heads of tables on pages that no rule tells how far they reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.corpus.pdf.test_tables import grid, tables_of


def test_a_head_over_columns_set_at_the_first_of_them_without_a_rule(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 5. Samples", 8)
    page.rule(50, 440, 120)
    page.rows((54, 200, 380), 131, [("Material", "σ (S/cm)", "Ref.")])
    page.rows((200, 290), 141, [("25 °C", "80 °C")])
    page.rule(50, 440, 147)
    page.rows((54, 200, 290, 380), 158, [("LLZO", "1.1", "4.9", "[1]"), ("LATP", "3.0", "9.7", "[2]")])
    page.rule(50, 440, 176)
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert table.header_rows == 2
    assert grid(table)[:2] == [
        ["Material", "σ (S/cm)", "σ (S/cm)", "Ref."],
        ["Material", "25 °C", "80 °C", "Ref."],
    ]


def test_ranges_of_temperatures_stand_below_the_head_of_their_energies(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 5. Samples", 8)
    page.rows((54, 200, 380), 131, [("Material", "Ea (eV)", "Density (%)")])
    page.rows((200, 290), 141, [("25–150 °C", "200–350 °C")])
    page.rows((54, 200, 290, 380), 158, [("LLZO", "0.31", "0.29", "95"), ("LATP", "0.42", "0.37", "93")])
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert table.header_rows == 2
    assert grid(table)[1] == ["Material", "25–150 °C", "200–350 °C", "Density (%)"]


def test_temperatures_broken_off_their_unit_go_on_with_a_head(sheet: Callable[..., Any]) -> None:
    page = sheet()
    page.text(50, 110, "Table 6. Ceria", 8)
    page.rows((54, 150, 202, 380), 131, [("Material", "Milling", "log conductivity in air (S/cm)", "Ea")])
    page.rows((150, 200, 245, 290, 380), 141, [("(h)", "500", "600", "700", "(eV)")])
    page.rows((200, 245, 290), 151, [("°C", "°C", "°C")])
    page.rows(
        (54, 150, 200, 245, 290, 380),
        168,
        [("CGO", "6", "−2.2", "−1.7", "−1.3", "0.71"), ("CSO", "–", "−2.1", "−1.6", "–", "0.70")],
    )
    page.column(50, 240, 400, 20)
    [table] = tables_of(page.read())
    assert table.header_rows == 2
    assert grid(table)[0][2:5] == ["log conductivity in air (S/cm)"] * 3
    assert grid(table)[1][2:5] == ["500 °C", "600 °C", "700 °C"]
