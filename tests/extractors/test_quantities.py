"""Quantities of running text: every notation, what a comparator says, what shares a unit, what is none of ours."""

from __future__ import annotations

import pytest

from extractors.mentions import Quantity, QuantityKind
from extractors.quantities import find_quantities


def of_kind(text: str, kind: QuantityKind) -> list[Quantity]:
    return [q for q in find_quantities(text) if q.kind is kind]


def conductivities(text: str) -> list[tuple[float, float, str]]:
    return [(q.low, q.high, q.comparator) for q in of_kind(text, QuantityKind.CONDUCTIVITY)]


@pytest.mark.parametrize(
    ("notation", "value"),
    [
        ("1.4 × 10^-5 S cm^-1", 1.4e-5),
        ("1.4×10^-5 S·cm^-1", 1.4e-5),
        ("1.4 x 10-5 S cm-1", 1.4e-5),
        ("1.4 × 10−5 S cm−1", 1.4e-5),
        ("1.4 × 10⁻⁵ S·cm⁻¹", 1.4e-5),
        ("1.4 × 10 -5 S cm -1", 1.4e-5),
        ("1.4·10^-5 S/cm", 1.4e-5),
        ("1.4*10^-5 S/cm", 1.4e-5),
        ("1.4 10^-5 S/cm", 1.4e-5),
        ("1.4e-5 S/cm", 1.4e-5),
        ("1.4E-05 S cm^-1", 1.4e-5),
        ("10^-4 S cm^-1", 1e-4),
        ("10-4 S cm-1", 1e-4),
        ("10 − 4 S cm − 1", 1e-4),
        ("10^-10 Scm^-1", 1e-10),
        ("0.0021 S/cm", 2.1e-3),
        ("25 mS/cm", 0.025),
        ("25 mScm^-1", 0.025),
        ("25mS cm^-1", 0.025),
        ("0,25 mS cm^-1", 2.5e-4),
        ("12 μS cm^-1", 1.2e-5),
        ("12 µS/cm", 1.2e-5),
        ("0.5 S m^-1", 5e-3),
        ("50 mS m^-1", 5e-4),
        ("3 × 10^-4 Ω^-1 cm^-1", 3e-4),
        ("3 × 10−4 Ω−1·cm−1", 3e-4),
        ("3 × 10^-4 ohm^-1cm^-1", 3e-4),
        ("3 × 10^-4 (Ω cm)^-1", 3e-4),
        ("4.3(4) × 10^-4 S cm^-1", 4.3e-4),
        ("4.3 ± 0.4 × 10^-4 S cm^-1", 4.3e-4),
        ("(4.3 ± 0.4) × 10^-4 S cm^-1", 4.3e-4),
        ("(5.2 ± 0.3) mS cm^-1", 5.2e-3),
        ("5.2 (±0.3) mS cm^-1", 5.2e-3),
        ("10^-5 cm S^-1", 1e-5),
        ("10^-5 S cm", 1e-5),
    ],
)
def test_one_conductivity_in_every_notation(notation: str, value: float) -> None:
    text = f"The pellet reached {notation} after pressing."
    (found,) = find_quantities(text)
    assert found.kind is QuantityKind.CONDUCTIVITY
    assert found.low == found.high == pytest.approx(value, rel=1e-9)
    assert found.comparator == "="
    assert text[found.start : found.end] == found.surface == notation


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("(1-2) × 10^-3 S cm^-1", 1e-3, 2e-3),
        ("10^-4–10^-3 S cm^-1", 1e-4, 1e-3),
        ("10^-4-10^-3 S cm^-1", 1e-4, 1e-3),
        ("10-4–10-3 S cm-1", 1e-4, 1e-3),
        ("10^-4~10^-2 S cm^-1", 1e-4, 1e-2),
        ("10^-4 × 10^-3 S cm^-1", 1e-4, 1e-3),  # times sign set for the dash
        ("2–7 × 10^-4 S cm^-1", 2e-4, 7e-4),
        ("2 × 10^-4–7 × 10^-4 S cm^-1", 2e-4, 7e-4),
        ("0.1 - 1 mS cm^-1", 1e-4, 1e-3),
        ("between 0.1 and 0.5 mS cm^-1", 1e-4, 5e-4),
        ("from 0.1 to 0.5 mS cm^-1", 1e-4, 5e-4),
        ("ranging from 10^-6 to 10^-3 S cm^-1", 1e-6, 1e-3),
        ("in the range of 10^-6 S cm^-1 to 10^-3 S cm^-1", 1e-6, 1e-3),
        ("varies from 0.1 mS cm^-1 to 0.4 mS cm^-1", 1e-4, 4e-4),
        ("10^-3–10^-5 S cm^-1", 1e-5, 1e-3),
    ],
)
def test_a_spread_is_one_range(text: str, low: float, high: float) -> None:
    assert conductivities(f"Values of {text} are typical.") == [(pytest.approx(low), pytest.approx(high), "range")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("increased from 0.1 to 0.5 mS cm^-1", [1e-4, 5e-4]),
        ("was improved by Ta doping from 1.2 × 10^-5 to 3 × 10^-4 S cm^-1", [1.2e-5, 3e-4]),
        ("dropped from 2 mS cm^-1 to 0.3 mS cm^-1 in air", [2e-3, 3e-4]),
        ("from 5 mS cm^-1 to 1 mS cm^-1", [5e-3, 1e-3]),  # a spread is told upwards
        ("1.2, 3.4 and 5.6 mS cm^-1", [1.2e-3, 3.4e-3, 5.6e-3]),
        ("1.2, 3.4, and 5.6 mS cm^-1, respectively", [1.2e-3, 3.4e-3, 5.6e-3]),
        ("(1.2 vs 3.4 mS cm^-1)", [1.2e-3, 3.4e-3]),
        ("3.4 mS/cm^-1", [3.4e-3]),
        ("(0.5 and 0.7 mS cm^-1)", [5e-4, 7e-4]),
        ("2.1, 1.4 and 0.8 × 10^-4 S cm^-1", [2.1e-4, 1.4e-4, 8e-5]),
        ("1.2 × 10^-3, 8.0 × 10^-4, and 3 × 10^-4 S cm^-1", [1.2e-3, 8e-4, 3e-4]),
        ("A (1.9 × 10^-3 S cm^-1), B (6.8 × 10^-4) and C (4.6 × 10^-7)", [1.9e-3, 6.8e-4, 4.6e-7]),
        ("3 × 10^-4 for A, 2 × 10^-5 for B and 10^-6 S cm^-1 for C", [3e-4, 2e-5, 1e-6]),
        ("from 1.8 × 10^-3 S to 1.6 × 10^-3 and 8.7 × 10^-4 S cm^-1", [1.8e-3, 1.6e-3, 8.7e-4]),
        ("for x = 0.1, 0.2 and 0.3 are 1, 2 and 3 mS cm^-1", [1e-3, 2e-3, 3e-3]),
        ("in 2011, 12 mS cm^-1", [1.2e-2]),
        ("Fig. 3 and 12 mS cm^-1", [1.2e-2]),
        ("x = 0.25, 1.5 mS cm^-1", [1.5e-3]),
    ],
)
def test_every_value_of_a_list_or_change_stands_alone(text: str, values: list[float]) -> None:
    assert conductivities(text) == [(pytest.approx(v), pytest.approx(v), "=") for v in values]


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("~", "~"), ("∼ ", "~"), ("≈", "~"), ("about ", "~"), ("around ", "~"), ("ca. ", "~"), ("approximately ", "~"),
        ("nearly ", "~"), ("close to ", "~"), ("on the order of ", "~"), ("in the order of ", "~"), ("up to ~", "~"),
        ("of the order of magnitude of ", "~"), ("roughly ", "~"), ("approximately at ", "~"),
        ("on the level of ", "~"),
        ("up to the level of ", "="),
        ("up to ", "="), ("as high as ", "="), ("a maximum of ", "="), ("as low as ", "="), ("can reach ", "="),
        ("higher than that of the parent phase, ", "="), ("higher than the ", "="), ("three times higher than ", "="),
        (">", ">"), ("> ", ">"), ("over ", ">"), ("exceeding ", ">"), ("exceeds ", ">"), ("above ", ">"),
        ("more than ", ">"), ("higher than ", ">"), ("in excess of ", ">"), ("surpasses ", ">"), ("over ~", ">"),
        ("a value of more than ", ">"), ("≫", ">"),
        ("<", "<"), ("below ", "<"), ("less than ", "<"), ("no more than ", "<"), ("not exceeding ", "<"), ("≪", "<"),
        ("does not exceed ", "<"), ("does not go beyond the order of ", "<"), ("has never surpassed ", "<"),
        ("never exceeds ", "<"), ("lower than ", "<"), ("no higher than ", "<"), ("below the limit of ", "<"),
        ("≥", ">="), ("at least ", ">="), ("not lower than ", ">="), ("no less than ", ">="), ("not below ", ">="),
        ("≤ ", "<="), ("at most ", "<="),
    ],
)  # fmt: skip
def test_comparators(words: str, comparator: str) -> None:
    text = f"Its conductivity is {words}1.5 × 10^-3 S cm^-1 at 25 °C."
    (found,) = of_kind(text, QuantityKind.CONDUCTIVITY)
    assert found.comparator == comparator


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("1 mS cm^-1 or higher", ">="),
        ("10^-8 S cm^-1 or less.", "<="),
        ("above the 1 mS cm^-1 threshold", ">"),
        ("1 mS cm^-1 and higher relative density", "="),
    ],
)
def test_comparators_behind_the_value(text: str, comparator: str) -> None:
    assert [c for _, _, c in conductivities(text)] == [comparator]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("0.31 eV", QuantityKind.ENERGY, 0.31),
        ("0.31eV", QuantityKind.ENERGY, 0.31),
        ("310 meV", QuantityKind.ENERGY, 0.31),
        ("0.26(2) eV", QuantityKind.ENERGY, 0.26),
        ("96.485 kJ mol^-1", QuantityKind.ENERGY, 1.0),
        ("96.485 kJ/mol", QuantityKind.ENERGY, 1.0),
        ("23.06 kcal mol^-1", QuantityKind.ENERGY, 1.0),
        ("25 °C", QuantityKind.TEMPERATURE, 298.15),
        ("25°C", QuantityKind.TEMPERATURE, 298.15),
        ("25 ◦ C", QuantityKind.TEMPERATURE, 298.15),
        ("heated to 150 C", QuantityKind.TEMPERATURE, 423.15),
        ("dried at 60 C", QuantityKind.TEMPERATURE, 333.15),
        ("cycled at 20 C", QuantityKind.OTHER, 20.0),
        ("25 ℃", QuantityKind.TEMPERATURE, 298.15),
        ("−20 °C", QuantityKind.TEMPERATURE, 253.15),
        ("303 K", QuantityKind.TEMPERATURE, 303.0),
        ("12 h", QuantityKind.DURATION, 12.0),
        ("1,000 h", QuantityKind.DURATION, 1000.0),
        ("30 min", QuantityKind.DURATION, 0.5),
        ("36 s", QuantityKind.DURATION, 0.01),
        ("2 days", QuantityKind.DURATION, 48.0),
        ("two hours", QuantityKind.DURATION, 2.0),
        ("twenty-four hours", QuantityKind.DURATION, 24.0),
        ("half an hour", QuantityKind.DURATION, 0.5),
        ("370 MPa", QuantityKind.PRESSURE, 370.0),
        ("0.4 GPa", QuantityKind.PRESSURE, 400.0),
        ("50bar", QuantityKind.PRESSURE, 5.0),
        ("4 tons/cm^2", QuantityKind.PRESSURE, 392.266),
        ("510 rpm", QuantityKind.SPEED, 510.0),
        ("5 °C min^-1", QuantityKind.HEATING_RATE, 5.0),
        ("5 °C/min", QuantityKind.HEATING_RATE, 5.0),
        ("60 K h^-1", QuantityKind.HEATING_RATE, 1.0),
        ("95%", QuantityKind.FRACTION, 0.95),
        ("10 wt% LiCl", QuantityKind.FRACTION, 0.1),
        ("8wt%Li3BO3", QuantityKind.FRACTION, 0.08),
        ("5 mol %", QuantityKind.FRACTION, 0.05),
        ("30 Ω cm^2", QuantityKind.OTHER, 30.0),
        ("30 Ω cm", QuantityKind.OTHER, 30.0),
        ("2 mS", QuantityKind.OTHER, 2.0),
        ("2 S cm^-2", QuantityKind.OTHER, 2.0),
        ("0.5 mA cm^-2", QuantityKind.OTHER, 0.5),
        ("150 mAh g^-1", QuantityKind.OTHER, 150.0),
        ("3 × 10^-9 cm^2 s^-1", QuantityKind.OTHER, 3e-9),
        ("1.3 W m^-1 K^-1", QuantityKind.OTHER, 1.3),
        ("30 meV/atom", QuantityKind.OTHER, 30.0),
        ("4.2 V", QuantityKind.OTHER, 4.2),
        ("30 Hz", QuantityKind.OTHER, 30.0),
        ("5 keV", QuantityKind.OTHER, 5.0),
    ],
)
def test_kinds_and_their_standard_units(text: str, kind: QuantityKind, value: float) -> None:
    found = find_quantities(f"It was {text} here.")[0]
    assert (found.kind, found.low) == (kind, pytest.approx(value, rel=1e-3))


@pytest.mark.parametrize(
    "text",
    [
        "Li10GeP2S12 and 75Li2S-25P2S5",
        "Li7-xLa3Zr2-xTaxO12 with x = 0.4",
        "as shown in Fig. 3 h and Figure 2A",
        "the 48h and 24g sites",
        "La occupies sites 24c, 16a, and 96h",
        "in the 1980s",
        "peaks at 2θ = 25° and 32°",
        "a contact angle of 122°",
        "the 3d orbital",
        "three times higher",
        "a ratio of 1:1",
        "",
    ],
)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 60 and 80 °C", [(333.15, 333.15), (353.15, 353.15)]),
        ("at 25, 60 and 80 °C", [(298.15, 298.15), (333.15, 333.15), (353.15, 353.15)]),
        ("at 750, 775, 800 °C", [(1023.15, 1023.15), (1048.15, 1048.15), (1073.15, 1073.15)]),
        ("from 25 to 80 °C", [(298.15, 353.15)]),
        ("25 °C–80 °C", [(298.15, 353.15)]),
        ("between −20 and 60 °C", [(253.15, 333.15)]),
        ("−30 ~ 60 °C", [(243.15, 333.15)]),
        ("850 °C/10 h", [(1123.15, 1123.15)]),
        ("heated at 5 °C min^-1 to 550 °C", [(823.15, 823.15)]),
        ("3.2, 60 °C", [(333.15, 333.15)]),
        ("dried at 80° for 2 h", [(353.15, 353.15)]),
    ],
)
def test_temperatures_share_and_span(text: str, expected: list[tuple[float, float]]) -> None:
    found = of_kind(text, QuantityKind.TEMPERATURE)
    assert [(q.low, q.high) for q in found] == [(pytest.approx(a), pytest.approx(b)) for a, b in expected]


def test_values_that_share_a_unit_cover_only_their_number() -> None:
    text = "barriers of 0.21, 0.34 and 0.52 eV"
    found = find_quantities(text)
    assert [q.surface for q in found] == ["0.21", "0.34", "0.52 eV"]
    assert [text[q.start : q.number_end] for q in found] == ["0.21", "0.34", "0.52"]
    assert {q.unit for q in found} == {"eV"}


def test_uncertainty_is_in_the_standard_unit() -> None:
    (bracketed,) = find_quantities("4.3(4) mS cm^-1")
    (signed,) = find_quantities("(28.9 ± 0.96485) kJ mol^-1")
    assert bracketed.uncertainty == pytest.approx(4e-4)
    assert signed.uncertainty == pytest.approx(0.01, rel=1e-4)


@pytest.mark.parametrize("unit", ["Ω cm^2", "mA cm^-2", "mA h g^-1", "cm^2 s^-1", "V", "mS"])
def test_other_quantities_keep_their_unit_as_written(unit: str) -> None:
    assert [(q.unit, q.low) for q in find_quantities(f"3 and 5 {unit}")] == [(unit, 3.0), (unit, 5.0)]


def test_pressed_under_a_pressure_is_no_comparison() -> None:
    (pressure,) = find_quantities("pressed under 300 MPa")
    assert pressure.comparator == "="
