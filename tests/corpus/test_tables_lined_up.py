"""Tables that blanks line up: exponents above their tens, names in the middle of their rows."""

from __future__ import annotations

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord

TITLE = "Solid electrolytes\n\nThe ionic conductivity of the solid electrolytes was measured at 25 °C (mS cm−1).\n\n"


def told(table: str) -> list[tuple[str | None, float]]:
    records = extract(read_text(TITLE + table, "own"))
    return [(r.material, r.value_low) for r in records if isinstance(r, PropertyRecord) and r.block == "table"]


def test_exponents_on_the_line_above_go_to_their_own_tens() -> None:
    raised = """Table 1. Conductivity of garnets.
 Composition                        σ (S cm−1)         Density (%)
                                            −5
 Li6.6La3Zr1.6Nb0.4O12             7.4 × 10               93.0
 Li6.3La3Zr1.3Sb0.7O12             2.6 × 10−4             92.1
                                            −3
 Li6.1Ga0.3La3Zr2O12               1.1 × 10               95.4
                                            −6
 Li7La3Hf2O12                      8.5 × 10               90.2
"""
    garnets = ["Li6.6La3Zr1.6Nb0.4O12", "Li6.3La3Zr1.3Sb0.7O12", "Li6.1Ga0.3La3Zr2O12", "Li7La3Hf2O12"]
    assert told(raised) == list(zip(garnets, [7.4e-5, 2.6e-4, 1.1e-3, 8.5e-6], strict=True))


GROUPED = """Table 1. Conductivity of the ceramics.
 Composition                      Temperature (°C)         σ (S/cm)
                                        30                2.1 × 10−4
 Na3Hf2Si2PO12                         120                9.0 × 10−3
                                       240                7.7 × 10−2
                                        30                1.3 × 10−3
 Na3.3Hf1.7Y0.3Si2PO12                 120                2.4 × 10−2
                                       240                1.6 × 10−1
"""


def test_a_name_in_the_middle_of_its_rows_is_the_name_of_all() -> None:
    assert [name for name, _ in told(GROUPED)] == ["Na3Hf2Si2PO12"] * 3 + ["Na3.3Hf1.7Y0.3Si2PO12"] * 3


def test_a_name_on_its_first_row_goes_down_to_the_next() -> None:
    lines = GROUPED.splitlines(keepends=True)
    names = [line[:32] for line in lines]
    blank = " " * 32
    for first, middle in ((2, 3), (5, 6)):
        lines[first], lines[middle] = names[middle] + lines[first][32:], blank + lines[middle][32:]
    assert [name for name, _ in told("".join(lines))] == ["Na3Hf2Si2PO12"] * 3 + ["Na3.3Hf1.7Y0.3Si2PO12"] * 3


def test_a_head_spans_the_columns_that_only_the_line_below_heads() -> None:
    records = extract(read_text(TITLE + PARTS, "own"))
    found = [(r.property, r.value_low) for r in records if isinstance(r, PropertyRecord) and r.kind == "conductivity"]
    assert found[:3] == [("bulk", 3.1e-3), ("grain_boundary", 8.6e-4), ("total", 7.0e-4)]
    assert len(found) == 8


PARTS = """Table 1. Conductivities of phosphates.
 Material                     σ (S cm−1)                                          Ea (eV)       Ref.
                              Bulk           Grain boundary        Total
 Li1.3Al0.3Ti1.7(PO4)3        3.1 × 10−3     8.6 × 10−4            7.0 × 10−4     0.35          [5]
 Li1.4Al0.4Ti1.6(PO4)3        1.1 × 10−3     –                     5.2 × 10−4     0.38          [6]
 LiZr2(PO4)3                  1.2 × 10−5     4.4 × 10−6            3.1 × 10−6     0.43          [7]
"""


def test_materials_below_a_spanning_head_name_the_values_of_their_columns() -> None:
    table = """Table 1. Ionic conductivity, in S cm−1, of ceramics.
 Temperature (°C)             Polycrystalline                          Single crystal
                              Na3Zr2Si2PO12          NaZr2P3O12        Na3Hf2Si2PO12        NaHf2P3O12
 30                           0.0021                 0.0006            0.014                0.10
 100                          0.019                  0.008             0.040                0.28
 200                          0.09                   0.031             0.079                0.4
"""
    assert told(table)[:4] == [
        ("Na3Zr2Si2PO12", 0.0021),
        ("NaZr2P3O12", 0.0006),
        ("Na3Hf2Si2PO12", 0.014),
        ("NaHf2P3O12", 0.10),
    ]
