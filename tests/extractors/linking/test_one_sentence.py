"""Several materials and several values in one sentence: each value goes to its own."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract


def told(text: str, kind: str = "conductivity") -> list[tuple[str, float]]:
    records = [record for record in extract(read_text(text)) if record.kind == kind]
    return [(record.material or "", record.value_low) for record in sorted(records, key=lambda record: record.start)]


def properties(text: str) -> list[str]:
    records = [record for record in extract(read_text(text)) if record.kind == "conductivity"]
    return [record.property for record in sorted(records, key=lambda record: record.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pellets of Li2.4Zr0.6Lu0.4Cl6 reach 1.1 mS/cm, whereas 0.2 mS/cm and 0.45 eV were found for Li2ZrBr6.",
            [("Li2.4Zr0.6Lu0.4Cl6", 1.1e-3), ("Li2ZrBr6", 2e-4)],
        ),
        (
            "The best conductivity was 0.9 mS/cm, for Na3.3Zr1.7Lu0.3Si2PO12, and the lowest, 0.4 mS/cm, was that of "
            "Na3Hf2Si2PO12.",
            [("Na3.3Zr1.7Lu0.3Si2PO12", 9e-4), ("Na3Hf2Si2PO12", 4e-4)],
        ),
        (
            "The highest value, 14 mS/cm, belongs to Li6.5Ge0.5Sb0.5S5I, and the lowest, 0.002 mS/cm, to Li6AsS5I.",
            [("Li6.5Ge0.5Sb0.5S5I", 1.4e-2), ("Li6AsS5I", 2e-6)],
        ),
        (
            "The conductivity of Li9SnP2S12 is close to those of Li7P2S8I and Li4PS4Br (0.6 and 0.7 mS/cm).",
            [("Li7P2S8I", 6e-4), ("Li4PS4Br", 7e-4)],
        ),
        (
            "Li3LuBr6 conducts better than Li3LuCl6, by a factor of four: 1.6 versus 0.4 mS/cm.",
            [("Li3LuBr6", 1.6e-3), ("Li3LuCl6", 4e-4)],
        ),
        (
            "Conduction in KSbF4 is slow compared to PbSnF4 (1 mS/cm), and Na3SbSe4 shows 0.8 mS/cm.",
            [("PbSnF4", 1e-3), ("Na3SbSe4", 8e-4)],
        ),
    ],
)
def test_values_and_materials_of_one_sentence(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(text) == [(name, pytest.approx(value)) for name, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conductivity of Mo-doped LLZO (0.3 mS/cm) is below that of Nb-doped (0.6 mS/cm) and W-doped "
            "(0.7 mS/cm) LLZO.",
            [("Mo-doped LLZO", 3e-4), ("Nb-doped LLZO", 6e-4), ("W-doped LLZO", 7e-4)],
        ),
        (
            "The undoped, Ca-doped and Ba-doped Na3Zr2Si2PO12 pellets reach 0.3, 0.9 and 0.6 mS/cm.",
            [("Na3Zr2Si2PO12", 3e-4), ("Ca-doped Na3Zr2Si2PO12", 9e-4), ("Ba-doped Na3Zr2Si2PO12", 6e-4)],
        ),
        (
            "Ca2+, Ni2+ and Nd3+ doping of Na3Zr2Si2PO12 gave 0.8, 1.1 and 2.0 mS/cm.",
            [
                ("Ca-doped Na3Zr2Si2PO12", 8e-4),
                ("Ni-doped Na3Zr2Si2PO12", 1.1e-3),
                ("Nd-doped Na3Zr2Si2PO12", 2e-3),
            ],
        ),
        (
            "The dopants Nb (0.6 mS/cm) and W (0.7 mS/cm) stabilise cubic Li7La3Zr2O12.",
            [("Nb-doped Li7La3Zr2O12", 6e-4), ("W-doped Li7La3Zr2O12", 7e-4)],
        ),
        (
            "Substitution with In3+ raised the conductivity of Na3Zr2Si2PO12 from 0.5 to 2.1 mS/cm, while Y3+ and La3+ "
            "gave 1.3 and 3.0 mS/cm.",
            [
                ("Na3Zr2Si2PO12", 5e-4),
                ("In-doped Na3Zr2Si2PO12", 2.1e-3),
                ("Y-doped Na3Zr2Si2PO12", 1.3e-3),
                ("La-doped Na3Zr2Si2PO12", 3e-3),
            ],
        ),
        ("Doping with Nb yields 0.6 mS/cm in Li7La3Zr2O12.", [("Nb-doped Li7La3Zr2O12", 6e-4)]),
        ("Doping with Nb yields 0.6 mS/cm for Li6.5La3Zr1.5Nb0.5O12.", [("Li6.5La3Zr1.5Nb0.5O12", 6e-4)]),
    ],
)
def test_dopants_whose_host_stands_anywhere_in_the_sentence(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(text) == [(name, pytest.approx(value)) for name, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Adding 2 wt% of Li4SiO4 as a sintering aid increased the conductivity of LAGP from 0.1 to 0.3 mS/cm.",
            [("LAGP", 1e-4), ("LAGP-2 wt% Li4SiO4", 3e-4)],
        ),
        (
            "With 2 wt% Li3BO3, LLZTO sintered at 1000 °C has 0.5 mS/cm.",
            [("LLZTO-2 wt% Li3BO3", 5e-4)],
        ),
        (
            "The addition of 3 wt% LiF to LAGP led to 0.3 mS/cm, that of 3 wt% Li3BO3 to 0.2 mS/cm.",
            [("LAGP-3 wt% LiF", 3e-4), ("LAGP-3 wt% Li3BO3", 2e-4)],
        ),
        ("Upon addition of LiCl, Li4PS4Cl forms, for which 0.5 mS/cm was found.", [("Li4PS4Cl", 5e-4)]),
        (
            "Glasses of Na2S-P2S5 with 67 and 75 mol% Na2S show 0.01 and 0.02 mS/cm.",
            [("67Na2S-33P2S5", 1e-5), ("75Na2S-25P2S5", 2e-5)],
        ),
    ],
)
def test_what_is_added_to_a_host_of_the_same_sentence(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(text) == [(name, pytest.approx(value)) for name, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li3ScF6 was studied: 0.31 eV was deduced from 7Li NMR.", [("Li3ScF6", 0.31)]),
        ("For the solid electrolyte Li3LuBr6 NEB calculations yield 0.27 eV.", [("Li3LuBr6", 0.27)]),
        ("Values of 0.24 eV (Na3SbSe4) and 0.27 eV (Na3PSe4) were found for the activation energy.",
         [("Na3SbSe4", 0.24), ("Na3PSe4", 0.27)]),
        ("The activation energy of Na2B10H10 falls from 0.8 at −30 °C to 0.5 eV at 90 °C.",
         [("Na2B10H10", 0.8), ("Na2B10H10", 0.5)]),
        ("Li3ScF6 absorbs at 4.1 eV, as was seen by optical spectroscopy; its NMR lines are narrow.", []),
        ("Maps of Li3PS4 with isosurfaces at 0.5 eV show the paths of the activation energy landscape.", []),
    ],
)  # fmt: skip
def test_energies_without_a_name_right_beside_them(text: str, expected: list[tuple[str, float]]) -> None:
    assert told(text, "activation_energy") == [(name, pytest.approx(value)) for name, value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bulk and grain-boundary conductivities of 1.2 and 0.3 mS/cm were found for LAGP, compared with 0.9 and "
            "0.1 mS/cm for LATP.",
            ["bulk", "grain_boundary", "bulk", "grain_boundary"],
        ),
        ("The total ion conductivities of LAGP and LATP reach 0.4 mS/cm and 0.6 mS/cm.", ["total", "total"]),
        ("LLTO has 0.9 mS/cm in the bulk and 0.04 mS/cm in total.", ["bulk", "total"]),
        ("Li4Ti5O12 is an electronic insulator (10−13 S/cm) with an ionic conductivity of 10−8 S/cm.",
         ["electronic", "ionic"]),
    ],
)  # fmt: skip
def test_which_conductivity_each_value_is(text: str, expected: list[str]) -> None:
    assert properties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "LATP shows an ionic conductivity of 3.1 × 10−4\nS cm−1 at 25 °C and is stable.",
        "LATP shows an ionic conductivity of 3.1 • 10−4 S cm−1 at 25 °C and is stable.",
        "Conductivity in S cm−1 at 25 °C: LATP ceramic, 3.1 × 10−4.",
    ],
)
def test_values_beside_a_line_end_a_rare_sign_a_unit_told_before(text: str) -> None:
    assert told(text) == [("LATP", pytest.approx(3.1e-4))]
