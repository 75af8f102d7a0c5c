"""Values whose material stands behind them, with words on the finder, the temperature or another property between."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract


def told(text: str) -> list[tuple[str, str]]:
    """The materials and values of a text's conductivities and energies in their order."""
    found = [record for record in extract(read_text(text)) if record.kind in ("conductivity", "activation_energy")]
    return [(record.material or "", f"{record.value_low:.3g}") for record in sorted(found, key=lambda r: r.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kim et al. replaced Zr by Hf and reached 2.0 mS/cm total conductivity at 25 °C in Na3Hf2Si2PO12, one of "
            "the best values for a sodium conductor.",
            [("Na3Hf2Si2PO12", "0.002")],
            id="the property behind the value",
        ),
        pytest.param(
            "LiBr has 0.1 µS/cm; Weiss and Kolb found 2.3 × 10^-6 S/cm at 25 °C and an activation energy of 0.51 eV in "
            "LiGaCl4.",
            [("LiBr", "1e-07"), ("LiGaCl4", "2.3e-06"), ("LiGaCl4", "0.51")],
            id="an energy between",
        ),
        pytest.param(
            "Simulation foretold another order: 9 mS/cm at 300 K and 0.21 eV for Li3HoCl6, against 3 mS/cm at 300 K "
            "and 0.27 eV for Li3HoBr6.",
            [("Li3HoCl6", "0.009"), ("Li3HoCl6", "0.21"), ("Li3HoBr6", "0.003"), ("Li3HoBr6", "0.27")],
            id="two of each",
        ),
        pytest.param(
            "Ring reported 0.4 mS/cm at 25 °C for the 55Li2S-45GeS2 glass, and Moor raised the conductivity up to 1.6 "
            "mS/cm at the same temperature in the 50Li2S-40GeS2-10LiI glass.",
            [("55Li2S-45GeS2", "0.0004"), ("50Li2S-40GeS2-10LiI", "0.0016")],
            id="the same temperature",
        ),
        pytest.param(
            "Li7La3Zr2O12 conducts with 0.3 mS/cm at 25 °C, slightly more than the 0.2 mS/cm (25 °C) that Gruber et "
            "al. gave for nominally pure Li7La3Hf2O12.",
            [("Li7La3Zr2O12", "0.0003"), ("Li7La3Hf2O12", "0.0002")],
            id="who found it",
        ),
        pytest.param(
            "Li6PS5Br has 2 mS/cm at 25 °C, three times the total conductivity of 0.6 mS/cm which Hahn and Blum "
            "measured at 25 °C on cold-pressed Li6PS5Cl.",
            [("Li6PS5Br", "0.002"), ("Li6PS5Cl", "0.0006")],
            id="who measured it where",
        ),
        pytest.param(
            "Li3YbCl6 shows 0.2 mS/cm, but it falls short of the 1.4 mS/cm (total, at 30 °C) claimed for textured "
            "Li3LuCl6.",
            [("Li3YbCl6", "0.0002"), ("Li3LuCl6", "0.0014")],
            id="claimed",
        ),
        pytest.param(
            "LGPS has 12 mS/cm. A barrier of 0.31 eV was calculated for lithium migration in Li4SnS4.",
            [("LGPS", "0.012"), ("Li4SnS4", "0.31")],
            id="calculated for migration",
        ),
        pytest.param(
            "Better values followed: 2.0 mS/cm for Li3InCl6, 3.0 mS/cm for Li3ScCl6 and more than 8 mS/cm for each of "
            "the two oxyhalides NaTaOCl4 and NaNbOCl4.",
            [("Li3InCl6", "0.002"), ("Li3ScCl6", "0.003"), ("NaTaOCl4", "0.008"), ("NaNbOCl4", "0.008")],
            id="each of the two",
        ),
        pytest.param(
            "Li6PS5Cl shows 2 mS/cm, which Hahn and Blum measured, and was then pressed onto Li3InCl6.",
            [("Li6PS5Cl", "0.002")],
            id="who measured the subject's own",
        ),
    ],
)
def test_a_value_belongs_to_what_is_told_behind_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Weber et al. milled LiOH with ZrCl4 and arrived at LiZrOCl3; with HfCl4 in its stead, LiHfOCl3 came. "
            "They quote 1.4 and 0.9 mS/cm at 25 °C, in this order.",
            [("LiZrOCl3", "0.0014"), ("LiHfOCl3", "0.0009")],
            id="reagents stand in no list of samples",
        ),
        pytest.param(
            "The conductivity of LZ05, LZ10 and LZ20 was measured. From LZ05 to LZ20 the bulk value rises from 0.2 to "
            "0.8 mS/cm.",
            [("LZ05", "0.0002"), ("LZ20", "0.0008")],
            id="from one to the other",
        ),
        pytest.param(
            "The energies of Li3OBr and Li3SBr differ. Out of the jar, Li6PS5I shows 0.02 mS/cm and an activation "
            "energy of 0.40 eV; annealing brings the former up to 0.2 mS/cm and the latter down to 0.35 eV.",
            [("Li6PS5I", "2e-05"), ("Li6PS5I", "0.4"), ("Li6PS5I", "0.0002"), ("Li6PS5I", "0.35")],
            id="the former and the latter are properties",
        ),
        pytest.param(
            "Li6PS5Br and Li6PS5Cl were pressed; annealing brings the former up to 0.2 mS/cm and the latter up to 0.5 "
            "mS/cm.",
            [("Li6PS5Br", "0.0002"), ("Li6PS5Cl", "0.0005")],
            id="the former and the latter are materials",
        ),
    ],
)
def test_lists_and_what_points_to_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Li6PS5Cl and Li6PS5Br, in which sulfide and halide mix, exhibit conductivities of 1 mS/cm at 25 °C.",
            [("Li6PS5Cl", "0.001"), ("Li6PS5Br", "0.001")],
            id="a clause behind a list",
        ),
        pytest.param(
            "Li3YCl6 powders, which were milled with Li3ErCl6, show 0.4 mS/cm.",
            [("Li3YCl6", "0.0004")],
            id="a clause that names another",
        ),
        pytest.param(
            "Fu et al. made garnet Li6.4La3Zr2Al0.2O12 fibres; their composite with PEO-LiTFSI shows 0.25 mS/cm.",
            [("PEO-LiTFSI-Li6.4La3Zr2Al0.2O12", "0.00025")],
            id="their composite",
        ),
    ],
)
def test_what_stands_between_a_list_or_a_part_and_the_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_change_goes_out_from_what_another_is_compared_with() -> None:
    text = (
        "Li6+xP1-xGexS5I was made by us. At 25 °C the conductivity has a maximum of 5 mS/cm at x = 0.6, to be "
        "compared with 0.1 mS/cm of Ge-free Li6PS5I; the barrier decreases from 0.38 to 0.24 eV."
    )
    assert told(text)[-2:] == [("Li6PS5I", "0.38"), ("Li6.6P0.4Ge0.6S5I", "0.24")]


def test_a_code_that_says_how_a_known_material_was_made_has_its_composition() -> None:
    text = (
        "The conductivity of Li1.3Al0.3Ti1.7(PO4)3 (LATP) is 0.3 mS/cm. LATP-SPS exhibits a conductivity of 0.8 mS/cm. "
        "A conductivity of 0.7 mS/cm was found for LATP-Ga."
    )
    found = [r for r in extract(read_text(text)) if r.kind == "conductivity"]
    composition = "Li1.3Al0.3Ti1.7(PO4)3"
    assert [(r.material, r.formula == composition) for r in found][1:] == [("LATP-SPS", True), ("LATP-Ga", False)]


TREATED = (
    "## Experimental\n\nNa3Zr2Si2PO12 (NZSP) powders from solid state reaction (SR) and solution (SL) were pressed "
    "and fired at 1100 and 1180 °C (SR-1100, SR-1180, SL-1100 and SL-1180), and are denoted as SR-1100 and SL-1100.\n\n"
    "## Results\n\nThe conductivity of SR-1100, SR-1180, SL-1100 and SL-1180 was measured.\n\n{told}\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Let us look at the SR ceramics. The total conductivity of the samples fired at 1100 and 1180 °C is "
            "0.2 and 0.4 mS/cm, respectively.",
            [("SR-1100", "0.0002"), ("SR-1180", "0.0004")],
            id="a list of one series",
        ),
        pytest.param(
            "SL-1100 was brittle. The pellet sintered at 1180 °C has a conductivity of 0.7 mS/cm, and the one sintered "
            "at 1100 °C 0.5 mS/cm.",
            [("SL-1180", "0.0007"), ("SL-1100", "0.0005")],
            id="the series spoken of last",
        ),
        pytest.param(
            "The Na3PS4 pellet sintered at 1100 °C has a conductivity of 0.7 mS/cm.",
            [("Na3PS4", "0.0007")],
            id="the sample of another material",
        ),
    ],
)
def test_samples_told_by_the_temperature_in_their_codes(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(TREATED.format(told=text)) == expected


def test_a_parent_with_its_name_behind_it_is_that() -> None:
    text = (
        "Li3.3Zr1.7Y0.3Si2PO12 was made of the series Li3+xZr2-xYxSi2PO12 (0 ≤ x ≤ 0.5). "
        "The parent glass of LAGP hardly conducts: at 25 °C its conductivity is 2 × 10^-11 S/cm. "
        "The parent phase has 0.3 mS/cm."
    )
    assert told(text) == [("LAGP", "2e-11"), ("Li3Zr2Si2PO12", "0.0003")]


def test_a_heading_without_amounts_names_the_system_of_mixtures_that_tell_theirs() -> None:
    text = (
        "## Experimental\n\nThe glasses (100-x)(0.7Li2S-0.3P2S5)-xLiBr (x = 0, 10 and 20) were milled by us.\n\n"
        "## Conductivity of the Li2S-P2S5-LiBr glasses\n\nThe glass with x = 10 was pressed. Its density is high. "
        "Ea was 0.31 eV.\n"
    )
    assert told(text) == [("90(0.7Li2S-0.3P2S5)-10LiBr", "0.31")]
