"""Numbers of table cells."""

from __future__ import annotations

import pytest

from extractors.quantities.cells import parse_cell, parse_number


@pytest.mark.parametrize(
    ("cell", "low", "high", "comparator"),
    [
        ("1.3 × 10^-3", 1.3e-3, 1.3e-3, "="),
        ("~10^-3", 1e-3, 1e-3, "~"),
        ("10-4", 1e-4, 1e-4, "="),
        ("10−9", 1e-9, 1e-9, "="),
        (">10^-3", 1e-3, 1e-3, ">"),
        ("≪10^-9", 1e-9, 1e-9, "<"),
        ("≤ 10^-9", 1e-9, 1e-9, "<="),
        ("0.687(13)", 0.687, 0.687, "="),
        ("2.23(1) × 10^-7", 2.23e-7, 2.23e-7, "="),
        ("1.1 ± 0.1", 1.1, 1.1, "="),
        ("1.49–2.04", 1.49, 2.04, "range"),
        ("10^-5 –10^-3", 1e-5, 1e-3, "range"),
        ("2–7 × 10^-4", 2e-4, 7e-4, "range"),
        ("1.3E-4", 1.3e-4, 1.3e-4, "="),
        ("0.98", 0.98, 0.98, "="),
        ("7.7 × 10^-4 (T)", 7.7e-4, 7.7e-4, "="),
    ],
)
def test_one_number_without_unit(cell: str, low: float, high: float, comparator: str) -> None:
    number = parse_number(cell)
    assert number is not None
    assert (number.low, number.high, number.comparator) == (pytest.approx(low), pytest.approx(high), comparator)
    assert (number.unit, number.temperature) == (None, None)


@pytest.mark.parametrize(
    ("cell", "value", "unit", "kelvin"),
    [
        ("3.08 × 10^-4 (30 °C)", 3.08e-4, None, 303.15),
        ("4.4 × 10^-4 S cm^-1 @ RT", 4.4e-4, "S/cm", 298.15),
        ("2.5 × 10^-4 /RT", 2.5e-4, None, 298.15),
        ("2.5 × 10^-4/30 °C", 2.5e-4, None, 303.15),
        ("5.2 × 10^-4, 50 °C", 5.2e-4, None, 323.15),
        ("30 (100 °C)", 30.0, None, 373.15),
        ("1.46 eV @ RT", 1.46, "eV", 298.15),
        ("20.6 × 10^-3 S cm^-1 @ 318 K", 2.06e-2, "S/cm", 318.0),
    ],
)
def test_temperature_of_a_cell(cell: str, value: float, unit: str | None, kelvin: float) -> None:
    number = parse_number(cell)
    assert number is not None
    assert number.temperature is not None
    assert (number.low, number.unit, number.temperature.low) == (pytest.approx(value), unit, pytest.approx(kelvin))


def test_several_values_each_with_its_temperature() -> None:
    numbers = parse_cell("1.2 × 10^-4 (25 °C), 3.4 × 10^-3 (60 °C)")
    assert [(n.low, n.temperature and n.temperature.surface) for n in numbers] == [(1.2e-4, "25 °C"), (3.4e-3, "60 °C")]


def test_two_values_with_a_slash() -> None:
    assert [n.low for n in parse_cell("1.2/0.8")] == [1.2, 0.8]
    assert parse_number("1.2/0.8") is None


@pytest.mark.parametrize("cell", ["", " ", "—", "–", "-", "/", "n.a.", "N/A", "n.r.", "not reported", "Li6PS5Cl", "RT"])
def test_cells_without_a_number(cell: str) -> None:
    assert parse_cell(cell) == ()


def test_standard_values_use_the_column_unit_unless_the_cell_has_one() -> None:
    plain, own = parse_number("1.5"), parse_number("1.5 S/m")
    assert plain is not None
    assert own is not None
    assert plain.standard("mS/cm") == (0.0015, 0.0015)
    assert plain.standard() == (1.5, 1.5)
    assert own.standard("mS/cm") == (0.015, 0.015)


def test_temperature_cells_are_temperatures() -> None:
    number = parse_number("25 °C")
    assert number is not None
    assert (number.low, number.unit) == (25.0, "°C")
