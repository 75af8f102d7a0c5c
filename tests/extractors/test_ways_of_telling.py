"""The ways in which a sentence tells conductivities of one or more materials, through the whole chain."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord

Told = tuple[str, float, float | None]
"""Material, lower end of the value in S/cm, temperature in K."""

WAYS: list[tuple[str, list[Told]]] = [
    (
        "Li6PS5Cl and Li6PS5Br have ionic conductivities of 1.2 × 10−4 and 3.4 × 10−4 S cm−1, respectively.",
        [("Li6PS5Cl", 0.00012, None), ("Li6PS5Br", 0.00034, None)],
    ),
    (
        "The conductivity of Li6PS5Cl lies at (1.2–3.4) × 10−4 S cm−1.",
        [("Li6PS5Cl", 0.00012, None)],
    ),
    (
        "The conductivity of Li6PS5Cl is 1.2–3.4 × 10−4 S cm−1 at RT.",
        [("Li6PS5Cl", 0.00012, 298.15)],
    ),
    (
        "Li6PS5Cl reaches 10−4–10−3 S cm−1 at room temperature.",
        [("Li6PS5Cl", 0.0001, 298.15)],
    ),
    (
        "Li6PS5Cl reaches 10−4 to 10−3 S cm−1 at room temperature.",
        [("Li6PS5Cl", 0.0001, 298.15)],
    ),
    (
        "The ionic conductivity of Li6PS5Cl is between 10−5 and 10−4 S cm−1.",
        [("Li6PS5Cl", 1e-05, None)],
    ),
    (
        "Li6PS5Cl has a conductivity as high as ~10−2 S cm−1.",
        [("Li6PS5Cl", 0.01, None)],
    ),
    (
        "For Li6PS5Cl, σ25 = 1.2 × 10−4 S cm−1.",
        [("Li6PS5Cl", 0.00012, 298.15)],
    ),
    (
        "For Li6PS5Cl, σ(25 °C) = 1.2 × 10−4 S cm−1.",
        [("Li6PS5Cl", 0.00012, 298.15)],
    ),
    (
        "For Li6PS5Cl, σRT ≈ 1.2 mS cm−1.",
        [("Li6PS5Cl", 0.0012, 298.15)],
    ),
    (
        "For Li6PS5Cl, σ300K = 1.2 mS cm−1.",
        [("Li6PS5Cl", 0.0012, 300.0)],
    ),
    (
        "The ionic conductivity of Li6PS5Cl exceeds 10 mS cm−1.",
        [("Li6PS5Cl", 0.01, None)],
    ),
    (
        "The conductivities of Li6−xPS5−xCl1+x are 1.2 × 10−4, 3.4 × 10−4, and 5.6 × 10−4 S cm−1 "
        "for x = 0, 0.1 and 0.2, respectively.",
        [("Li6PS5Cl", 0.00012, None), ("Li5.9PS4.9Cl1.1", 0.00034, None), ("Li5.8PS4.8Cl1.2", 0.00056, None)],
    ),
    (
        "The conductivity (in S cm−1) of Li6PS5Cl is 1.2 × 10−4 at 25 °C.",
        [("Li6PS5Cl", 0.00012, 298.15)],
    ),
    (
        "The conductivity of Li6PS5Cl was 1.2 × 10−4 (S cm−1) at 25 °C.",
        [("Li6PS5Cl", 0.00012, 298.15)],
    ),
    (
        "The total and bulk conductivities of Li6PS5Cl are 1.2 × 10−4 and 2.4 × 10−4 S cm−1.",
        [("Li6PS5Cl", 0.00012, None), ("Li6PS5Cl", 0.00024, None)],
    ),
    (
        "Li6PS5Cl: 1.2 mS cm−1 (25 °C), 3.4 mS cm−1 (60 °C).",
        [("Li6PS5Cl", 0.0012, 298.15), ("Li6PS5Cl", 0.0034, 333.15)],
    ),
    (
        "The conductivity of Li6PS5Cl rises from 0.12 to 1.2 mS cm−1 upon annealing.",
        [("Li6PS5Cl", 0.00012, None), ("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "The conductivity of Li6PS5Cl rises from 1.2 × 10−5 S cm−1 at 25 °C to 3.4 × 10−4 S cm−1 at 80 °C.",
        [("Li6PS5Cl", 1.2e-05, 298.15), ("Li6PS5Cl", 0.00034, 353.15)],
    ),
    (
        "Li6PS5Cl exhibits ionic conductivities of 1.2, 2.4 and 3.6 mS cm−1 at 25, 40 and 60 °C, respectively.",
        [("Li6PS5Cl", 0.0012, 298.15), ("Li6PS5Cl", 0.0024, 313.15), ("Li6PS5Cl", 0.0036, 333.15)],
    ),
    (
        "Among these, Li6PS5Cl (1.2 mS cm−1) and Li6PS5Br (0.7 mS cm−1) are fast.",
        [("Li6PS5Cl", 0.0012, None), ("Li6PS5Br", 0.0007, None)],
    ),
    (
        "The RT conductivity of Li6PS5Cl, 1.2 mS cm−1, is an order of magnitude above that of Li6PS5I.",
        [("Li6PS5Cl", 0.0012, 298.15)],
    ),
    (
        "With 1.2 mS cm−1, Li6PS5Cl is the best.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "A conductivity of 1.2 mS cm−1 has been reported for Li6PS5Cl.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "Li6PS5Cl showed the highest σ, i.e., 1.2 mS cm−1.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "The conductivity of Li6PS5Cl (σ ∼ 1.2 × 10−3 S cm−1) is high.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "The ionic conductivity increased by two orders of magnitude to 1.2 × 10−3 S cm−1 for Li6PS5Cl.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "The ionic conductivity of Li6PS5Cl is of the order of 10−3 S cm−1.",
        [("Li6PS5Cl", 0.001, None)],
    ),
    (
        "The ionic conductivity of Li6PS5Cl is only a few 10−7 S cm−1.",
        [("Li6PS5Cl", 1e-07, None)],
    ),
    (
        "Li6PS5Cl has a low conductivity (<10−9 S cm−1).",
        [("Li6PS5Cl", 1e-09, None)],
    ),
    (
        "Ionic conductivity was 1.2·10−3 for Li6PS5Cl and 0.7·10−3 S/cm for Li6PS5Br.",
        [("Li6PS5Cl", 0.0012, None), ("Li6PS5Br", 0.0007, None)],
    ),
    (
        "The Li+ conductivities were determined to be 1.2 and 0.7 mS cm−1 for Li6PS5Cl and Li6PS5Br.",
        [("Li6PS5Cl", 0.0012, None), ("Li6PS5Br", 0.0007, None)],
    ),
    (
        "The lithium-ion conductivity of Li6PS5Cl at 298 K amounts to 1.2(2) mS cm−1.",
        [("Li6PS5Cl", 0.0012, 298.0)],
    ),
    (
        "Conductivity values of 10−3 S cm−1 are typical for Li6PS5Cl pellets.",
        [("Li6PS5Cl", 0.001, None)],
    ),
    (
        "The extrapolated conductivity of Li6PS5Cl at 300 K is 1.2 mS cm−1.",
        [("Li6PS5Cl", 0.0012, 300.0)],
    ),
    (
        "Simulations predict σ = 12 mS/cm at 300 K for Li6PS5Cl.",
        [("Li6PS5Cl", 0.012, 300.0)],
    ),
    (
        "σ(Li6PS5Cl) = 1.2 × 10−3 S cm−1 and σ(Li6PS5I) = 1.2 × 10−6 S cm−1.",
        [("Li6PS5Cl", 0.0012, None), ("Li6PS5I", 1.2e-06, None)],
    ),
    (
        "Li6PS5Cl has a room-temperature conductivity of 1.2 × 10−3 S/cm with an activation energy of 0.33 eV.",
        [("Li6PS5Cl", 0.0012, 298.15)],
    ),
    (
        "The conductivity of cold-pressed Li6PS5Cl is 1.2 × 10−3 S/cm, and 3.4 × 10−3 S/cm after sintering at 550 °C.",
        [("Li6PS5Cl", 0.0012, None), ("Li6PS5Cl", 0.0034, None)],
    ),
    (
        "The grain-boundary conductivity (σgb) of Li6PS5Cl is 1.2 × 10−3 S/cm.",
        [("Li6PS5Cl", 0.0012, None)],
    ),
    (
        "ionic conductivity of Li6PS5Cl (1.2 × 10−3 S/cm at 25 °C and 5.6 × 10−3 S/cm at 80 °C).",
        [("Li6PS5Cl", 0.0012, 298.15), ("Li6PS5Cl", 0.0056, 353.15)],
    ),
]


@pytest.mark.parametrize(("sentence", "told"), WAYS)
def test_every_way_to_tell_a_conductivity_is_understood(sentence: str, told: list[Told]) -> None:
    records = extract(read_text(f"Solid electrolytes are studied here. {sentence}"))
    found = [record for record in records if isinstance(record, PropertyRecord) and record.kind == "conductivity"]
    assert [(each.material, each.value_low, each.temperature_k) for each in found] == [
        (material, pytest.approx(value), kelvin) for material, value, kelvin in told
    ]
