"""Changes, comparisons and verbs told once: each value has the owner that its clause gives it."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract


def owners(text: str) -> list[tuple[str, str]]:
    """The materials and values of a text's conductivities in their order."""
    found = [record for record in extract(read_text(text)) if record.kind == "conductivity"]
    return [(record.material or "", f"{record.value_low:.2g}") for record in sorted(found, key=lambda r: r.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Films of CsSn2F5 show 0.2 mS/cm at 90 °C, BaSnF4 0.5 mS/cm at 40 °C.",
            [("CsSn2F5", "0.0002"), ("BaSnF4", "0.0005")],
        ),
        (
            "The conductivity of NZSP is 0.4 mS/cm. With 2 mol% Y2O3 the conductivity of NZSP rose to 0.9 mS/cm.",
            [("NZSP", "0.0004"), ("NZSP-2 mol% Y2O3", "0.0009")],
        ),
        (
            "The conductivity of Na3Hf2Si2PO12 rose from 0.2 to 0.7 mS/cm when Hf was partly replaced by Y to give "
            "Na3.3Y0.3Hf1.7Si2PO12.",
            [("Na3Hf2Si2PO12", "0.0002"), ("Na3.3Y0.3Hf1.7Si2PO12", "0.0007")],
        ),
        (
            "Substituting Ca (Na3.2Zr1.9Ca0.1Si2PO12) or Nd (Na3.2Zr1.8Nd0.2Si2PO12) led to 1.1 and 1.6 mS/cm.",
            [("Na3.2Zr1.9Ca0.1Si2PO12", "0.0011"), ("Na3.2Zr1.8Nd0.2Si2PO12", "0.0016")],
        ),
        (
            "In Li1+xYxZr2-x(PO4)3 the best value is 0.1 mS/cm at x = 0.1; at x = 0.2 and 0.4, 7 × 10-5 and 3 × 10-5 "
            "S/cm were found.",
            [
                ("Li1.1Y0.1Zr1.9(PO4)3", "0.0001"),
                ("Li1.2Y0.2Zr1.8(PO4)3", "7e-05"),
                ("Li1.4Y0.4Zr1.6(PO4)3", "3e-05"),
            ],
        ),
        (
            "Na3SbSe4 showed 0.8 mS/cm and Na11Sn2SbS12 0.5 mS/cm, in good agreement with the predicted 0.6 mS/cm.",
            [("Na3SbSe4", "0.0008"), ("Na11Sn2SbS12", "0.0005"), ("Na11Sn2SbS12", "0.0006")],
        ),
        (
            "CsCu4Br3I2 was pressed. As in KAg4I5, its cations are mobile. Their order differs from that in KAg4I5. "
            "A conductivity of 0.3 S/cm was measured at 25 °C.",
            [("CsCu4Br3I2", "0.3")],
        ),
        (
            "The 60Li2S-40SiS2 glass had 0.2 mS/cm. On heating it gave a phase of Li4-xSi1-xPxS4, which is among "
            "the best of its kind with more than 0.6 mS/cm.",
            [("60Li2S-40SiS2", "0.0002"), ("Li4-xSi1-xPxS4", "0.0006")],
        ),
        (
            "Li3PS4 is known. Later, the family was widened by solids with the general formula Li2+2xMg1-xGeO4. "
            "These compositions reach up to 5 mS/cm.",
            [("Li2+2xMg1-xGeO4", "0.005")],
        ),
        (
            "LiBr has only 5 × 10−8 S/cm. Li2SO4 becomes superionic at 575 °C, where it reaches 0.8 S/cm.",
            [("LiBr", "5e-08"), ("Li2SO4", "0.8")],
        ),
        (
            "KNH2 and LiNH2 lag behind with 3 × 10−4 S/cm at 100 °C and 2 × 10−9 S/cm at 30 °C.",
            [("KNH2", "0.0003"), ("LiNH2", "2e-09")],
        ),
        (
            "LAGP films show 0.4 μS/cm as deposited (comparable to the state-of-the-art of LiPON), which increases to "
            "0.2 mS/cm after annealing.",
            [("LAGP", "4e-07"), ("LAGP", "0.0002")],
        ),
        (
            "Amorphous LLTO conducts 0.02 mS/cm, whereas epitaxial films on SrTiO3 had 0.3 mS/cm.",
            [("LLTO", "2e-05"), ("LLTO", "0.0003")],
        ),
        (
            "The conductivity of LLZO doped with Ga, Ta and W is 1.1, 0.8 and 0.6 mS/cm, respectively.",
            [("Ga-doped LLZO", "0.0011"), ("Ta-doped LLZO", "0.0008"), ("W-doped LLZO", "0.0006")],
        ),
        (
            "A value of 0.3 mS/cm was found for Li2ZrBr6; Li2HfBr6 (0.1 mS/cm) is poorer.",
            [("Li2ZrBr6", "0.0003"), ("Li2HfBr6", "0.0001")],
        ),
    ],
)
def test_each_value_has_the_owner_of_its_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PVDF-HFP-LiTFSI has 1.3 mS/cm, similar to a soaked polypropylene separator (0.8 mS/cm).",
            [("PVDF-HFP-LiTFSI", "0.0013"), ("", "0.0008")],
        ),
        (
            "The conductivity of NZSP rose to 0.9 mS/cm when it was sintered at 1200 °C.",
            [("NZSP", "0.0009")],
        ),
        (
            "LLZO shows 0.3 mS/cm, obtained by sintering with Al2O3, 0.5 mS/cm after hot pressing.",
            [("LLZO", "0.0003"), ("LLZO", "0.0005")],
        ),
    ],
)
def test_what_no_clause_gives_to_another(text: str, expected: list[tuple[str, str]]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germanium-containing Li6.4Ge0.4P0.6S5I reaches 5.1 mS/cm when pressed and 15 mS/cm when sintered.",
            [("Li6.4Ge0.4P0.6S5I", "0.0051"), ("Li6.4Ge0.4P0.6S5I", "0.015")],
        ),
        (
            "LATP (0.7 mS/cm), LAGP (0.3 mS/cm) and LLTO (0.02 mS/cm) are oxides. "
            "At 60 °C, these electrolytes show 3.1, 1.6 and 0.2 mS/cm.",
            [
                ("LATP", "0.0007"),
                ("LAGP", "0.0003"),
                ("LLTO", "2e-05"),
                ("LATP", "0.0031"),
                ("LAGP", "0.0016"),
                ("LLTO", "0.0002"),
            ],
        ),
        (
            "Na3-2xBaxPSe4 and Na3+xGexP1-xSe4 were milled. The former shows 0.6 mS/cm for x = 0.1, the "
            "latter 0.2 mS/cm for x = 0.2.",
            [("Na2.8Ba0.1PSe4", "0.0006"), ("Na3.2Ge0.2P0.8Se4", "0.0002")],
        ),
        (
            "(100-y)(0.7Li2S-0.3P2S5)-yLiBH4 glasses show 1.1 mS/cm at y = 25, more than the LiBH4-free "
            "glass (0.2 mS/cm).",
            [("75(0.7Li2S-0.3P2S5)-25LiBH4", "0.0011"), ("0.7Li2S-0.3P2S5", "0.0002")],
        ),
        (
            "An LPSCl film with 3 wt% PTFE showed 7.1 mS/cm, close to that of the binder-free pellet (8.3 mS/cm).",
            [("LPSCl-3 wt% PTFE", "0.0071"), ("LPSCl", "0.0083")],
        ),
        (
            "Li2HfBr6 is a better conductor than Li2ZrBr6 (0.4 mS/cm against 0.1 mS/cm).",
            [("Li2HfBr6", "0.0004"), ("Li2ZrBr6", "0.0001")],
        ),
        (
            "Compared with Li2HfBr6, Li2ZrBr6 conducts better (0.4 vs 0.1 mS/cm).",
            [("Li2ZrBr6", "0.0004"), ("Li2HfBr6", "0.0001")],
        ),
        (
            "Beyond 5 mS/cm, few halides are known: LiNbOCl4 (8 mS/cm) and LiTaOCl4 (11 mS/cm).",
            [("halides", "0.005"), ("LiNbOCl4", "0.008"), ("LiTaOCl4", "0.011")],
        ),
    ],
)
def test_samples_meant_by_their_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert [told for told in owners(text) if told[0]] == expected


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("Li3HoBr6 has 1.0 mS/cm, which is somewhat lower than 1.6 mS/cm for Li3YbBr6.", ["=", "="]),
        ("A conductivity higher than 1 mS/cm was achieved for Li3HoBr6.", [">"]),
    ],
)
def test_a_value_that_another_is_compared_with_is_exact(text: str, comparators: list[str]) -> None:
    found = [record for record in extract(read_text(text)) if record.kind == "conductivity"]
    assert [record.comparator for record in sorted(found, key=lambda r: r.start)] == comparators
