"""The ways in which papers, converters and character recognition write one conductivity, through the whole chain."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract

WAYS = [
    ("1.2×10-3 S·cm-1", 0.0012),
    ("1.2E-3 S/cm", 0.0012),
    ("0.12 S m−1", 0.0012),
    ("1.2 mS·cm⁻¹", 0.0012),
    ("12 x 10^-4 Scm-1", 0.0012),
    ("10^-3.5 S/cm", 0.000316),
    ("2.5 × 10−4 (Ω cm)−1", 0.00025),
    ("2.5 × 10−4 Ω-1cm-1", 0.00025),
    ("2.5 × 10−4 ohm−1 cm−1", 0.00025),
    ("1.2 10-3 S/cm", 0.0012),
    ("1.2.10-3 S.cm-1", 0.0012),
    ("1,2×10−3 S/cm", 0.0012),
    ("1.2 × 10 −3 S cm −1", 0.0012),
    ("1.2 × 10-3 Scm−1", 0.0012),
    ("about 10-4 S cm-1", 0.0001),
    ("1.2(3) × 10−4 S cm−1", 0.00012),
    ("1.2±0.3 mS/cm", 0.0012),
    ("(1.2±0.3)×10−4 S/cm", 0.00012),
    ("1.2e-4 S cm-1", 0.00012),
    ("1.2*10-4 S/cm", 0.00012),
    ("1.2*10^-4 S/cm", 0.00012),
    ("1.2·10−4 S·cm−1", 0.00012),
    ("4.2 x 10 -4 S/cm", 0.00042),
    ("4.2×10–4 S·cm–1", 0.00042),
    ("4.2 × 10−4 S⋅cm−1", 0.00042),
    ("4.2 × 10−4 S∙cm−1", 0.00042),
    ("4.2 × 10−4 S•cm−1", 0.00042),
    ("210 μS cm−1", 0.00021),
    ("210 µS/cm", 0.00021),
    ("210 uS/cm", 0.00021),
    ("21 nS/cm", 2.1e-08),
    ("4.2 × 10-4 siemens/cm", 0.00042),
    ("4.2x10-4 S cm(-1)", 0.00042),
    ("4.2 × 10−4 S / cm", 0.00042),
    ("0.42 mScm-1", 0.00042),
    ("0.42 mS. cm−1", 0.00042),
    ("4.2 × 10(-4) S cm(-1)", 0.00042),
    ("4.2 x 10⁻⁴ S·cm⁻¹", 0.00042),
    ("4.2 × 10^{-4} S cm^{-1}", 0.00042),
    (r"$4.2 \times 10^{-4}$ S cm$^{-1}$", 0.00042),
    ("4.2 × 10−4 Scm−1", 0.00042),
    ("4.2 × 10−4 S · cm−1", 0.00042),
    ("4.2 × 10 − 4 S cm − 1", 0.00042),
    ("0.00042 S/cm", 0.00042),
    ("42 mS m−1", 0.00042),
    ("4.2 x 10-2 S/m", 0.00042),
    ("0.42mS cm−1", 0.00042),
    ("4.2 × 10−4S cm−1", 0.00042),
    ("4.2×10^−4 S/cm", 0.00042),
    ("4.2 x10-4 S cm-1", 0.00042),
    ("4.2 X 10-4 S cm-1", 0.00042),
    ("4.2 χ 10-4 S cm-1", 0.00042),
    ("4.2 × l0-4 S cm-1", 0.00042),
    ("4.2 × 1O-4 S cm-1", 0.00042),
    ("4.2 × 10⁻⁴ S·cm^-1", 0.00042),
    ("4.2 ×10-4 S-cm-1", 0.00042),
    ("4.2 × 10−4 S cm-l", 0.00042),
    ("10-4.2 S cm-1", 6.3e-05),
    ("4.2 × 10−4 1/(Ω cm)", 0.00042),
    ("4.2 × 10−4 Ω−1·cm−1", 0.00042),
    ("4.2 × 10−4 Ω−1 m−1", 4.2e-06),
    ("4.2 × 10−4 S.cm-1", 0.00042),
    ("4.2 × 10−4 S cm –1", 0.00042),
    ("4.2 · 10-4 S/cm", 0.00042),
    ("4.2E−04 S/cm", 0.00042),
    ("4.2 mS per cm", 0.0042),
    ("4.2 milliSiemens per centimeter", 0.0042),
    ("4.2 × 10−4 Siemens per centimeter", 0.00042),
]


@pytest.mark.parametrize(("written", "value"), WAYS)
def test_every_way_to_write_a_conductivity_is_read(written: str, value: float) -> None:
    text = f"The solid electrolyte Li6PS5Cl was prepared. The ionic conductivity of Li6PS5Cl is {written} at 25 °C."
    (found,) = [record for record in extract(read_text(text)) if record.kind == "conductivity"]
    assert found.kind == "conductivity"
    assert (found.value_low, found.material) == (pytest.approx(value, rel=0.03), "Li6PS5Cl")


@pytest.mark.parametrize("written", ["4.2 × 10−4 S/cm2", "4.2 × 10−4 S cm2 mol−1", "4.2 × 10 S cats"])
def test_what_is_no_conductivity_is_left(written: str) -> None:
    text = f"The solid electrolyte Li6PS5Cl was prepared. The conductivity of Li6PS5Cl is {written} at 25 °C."
    assert [record for record in extract(read_text(text)) if record.kind == "conductivity"] == []
