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
