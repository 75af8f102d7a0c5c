"""Tables whose rows are printed lines with single blanks between their cells, as pdfium writes them."""

from __future__ import annotations

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord

TITLE = "Solid electrolytes\nThe ionic conductivity of the solid electrolytes was measured at 25 °C (mS cm−1).\n"


def told(table: str, kind: str = "conductivity") -> list[tuple[str | None, str, float, float | None]]:
    records = extract(read_text(TITLE + table, "own"))
    found = [r for r in records if isinstance(r, PropertyRecord) and r.block == "table" and r.kind == kind]
    return [(r.material, r.property, r.value_low, r.temperature_k) for r in found]


def test_lines_that_left_their_baseline_for_an_index_are_one() -> None:
    table = """Table 1. Conductivity of hydrides (σion and σe at 25 °C).
Sample σion / mS cm−1 σe
 / 10−9 S cm−1 Ea
 / meV Density (%)
Na2
(CB9H10)(CB11H12) 2.5 5.1 331 62
Li5(BH4
)3NH 1.9 4.4 318 81
LiCB9H10 0.012 1.6 384 79
Li6PS5Cl 7.1 8.0 288 73
"""
    assert told(table)[:4] == [
        ("Na2(CB9H10)(CB11H12)", "ionic", 2.5e-3, 298.15),
        ("Na2(CB9H10)(CB11H12)", "electronic", 5.1e-9, 298.15),
        ("Li5(BH4)3NH", "ionic", 1.9e-3, 298.15),
        ("Li5(BH4)3NH", "electronic", 4.4e-9, 298.15),
    ]


def test_heads_of_a_line_below_span_columns_of_the_line_above() -> None:
    table = """Table 1. Measured and computed conductivities of halides.
Compound Space group Experiment Calculation Ref.
σRT
 (mS cm−1) Ea
 (eV) σ300K (mS cm−1) Ea
 (eV)
Li3YCl6 P-3m1 0.51 0.40 14 0.19 3
Li3YBr6 C2/m 1.7 0.37 2.2 0.28 3
Li3ErCl6 P-3m1 0.31 0.41 3.0 0.25 6
Li2ZrCl6 P-3m1 0.81 0.35 4.1 0.31 10
"""
    assert told(table)[:2] == [("Li3YCl6", "ionic", 5.1e-4, 298.15), ("Li3YCl6", "ionic", 1.4e-2, 300.0)]
    energies = told(table, "activation_energy")
    assert [(name, value) for name, _, value, _ in energies[:2]] == [("Li3YCl6", 0.40), ("Li3YCl6", 0.19)]


def test_a_logarithm_and_a_place_in_a_series_begin_heads() -> None:
    logarithms = """Table 1. Conductivities (σ in S cm−1) of perovskites.
Perovskite T (K) log σbulk log σtotal Reference
Li0.34La0.51TiO2.94 300 −3.00 −4.70 1
Li0.33La0.557TiO3 298 −2.93 −4.46 2
Li0.29La0.57TiO3 298 −2.89 −4.30 3
Li0.25La0.25NbO3 298 −2.75 −4.60 6
"""
    assert told(logarithms)[:2] == [
        ("Li0.34La0.51TiO2.94", "bulk", 1e-3, 300.0),
        ("Li0.34La0.51TiO2.94", "total", 1.995e-5, 300.0),
    ]
    series = """Table 1. Properties of Li7−xLa3Zr2−xTaxO12 measured at 25 °C.
Property x = 0.2 x = 0.4 x = 0.6 x = 0.8
Relative density (%) 91.2 93.5 95.8 94.0
σbulk (mS cm−1) 0.41 0.74 0.96 0.52
σtotal (mS cm−1) 0.28 0.59 0.81 0.37
"""
    assert told(series)[:2] == [
        ("Li6.8La3Zr1.8Ta0.2O12", "bulk", 4.1e-4, 298.15),
        ("Li6.8La3Zr1.8Ta0.2O12", "total", 2.8e-4, 298.15),
    ]


def test_heads_that_say_the_same_on_one_line_are_no_heads_printed_again() -> None:
    table = """Table 1. Conductivity of solid solutions.
System σ (S cm−1) at 100 °C σ (S cm−1) at 200 °C σ (S cm−1) at 300 °C Ea (eV)
Li3.25Si0.25P0.75O4 2.0 × 10−5 7.1 × 10−4 6.5 × 10−3 0.54
Li3.5Si0.5P0.5O4 4.9 × 10−5 1.3 × 10−3 1.0 × 10−2 0.52
Li3.25Ge0.25V0.75O4 1.6 × 10−4 2.9 × 10−3 1.9 × 10−2 0.46
Li3.5Ge0.5V0.5O4 6.6 × 10−4 6.4 × 10−3 2.9 × 10−2 0.43
"""
    assert [value[2:] for value in told(table)[:3]] == [(2e-5, 373.15), (7.1e-4, 473.15), (6.5e-3, 573.15)]


def test_a_number_below_zero_behind_a_power_is_the_next_cell() -> None:
    table = """Table 1. Series Li3−xY1−xZrxCl6: transport and electronic leakage (RT).
x V (Å3) σi / S cm−1 log(σe / S cm−1) Ea / meV
0.2 688.4 2.6 × 10−4 −9.0 412
0.4 680.9 9.9 × 10−4 −8.9 355
0.5 676.3 1.4 × 10−3 −8.7 331
0.6 672.0 1.2 × 10−3 −8.6 338
"""
    assert told(table)[:2] == [
        ("Li2.8Y0.8Zr0.2Cl6", "ionic", 2.6e-4, 298.15),
        ("Li2.8Y0.8Zr0.2Cl6", "electronic", 1e-9, 298.15),
    ]


def test_a_line_of_temperatures_heads_the_rows_below() -> None:
    table = """Table 1. Conductivity of PEO–LiTFSI at several ratios.
EO : Li σ (10−5 S cm−1) Tg
 (°C) Ea
 (kJ mol−1)
30 °C 45 °C 60 °C 80 °C
8 : 1 2.1 9.8 38 92 −31 62.1
12 : 1 4.6 17 55 120 −36 58.4
16 : 1 6.3 22 71 140 −39 55.0
20 : 1 3.9 15 60 131 −41 61.7
"""
    assert [value[2:] for value in told(table)[:4]] == [
        (2.1e-5, 303.15),
        (9.8e-5, 318.15),
        (3.8e-4, 333.15),
        (9.2e-4, 353.15),
    ]
