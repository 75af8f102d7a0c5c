"""A way of making told beside the name of what is made: in the sentence before, or behind words of a review."""

from __future__ import annotations

import pytest

from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records as told_in


def records(text: str) -> list[SynthesisRecord]:
    return told_in(text, "Introduction")


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        pytest.param(
            "Meyer et al. reported Na3YCl6 and Na3YBr6. Both were prepared by mechanochemical synthesis.",
            {("Na3YCl6", "ball-milling"), ("Na3YBr6", "ball-milling")},
            id="both",
        ),
        pytest.param(
            "Li7P3S11 is a superionic glass-ceramic. Sato et al. used hot pressing at 260 °C to close its pores.",
            {("Li7P3S11", "hot-pressing")},
            id="others worked on the topic",
        ),
        pytest.param(
            "Li3OCl films are attractive. Meyer et al. used hot pressing to densify the powders. The resulting "
            "Li6PS5Br showed a conductivity of 3 mS cm^-1.",
            {("Li6PS5Br", "hot-pressing")},
            id="unless the next sentence names what came out",
        ),
        pytest.param(
            "Sulfide electrolytes are prepared by mechanical milling. For example, 80Li2S-20P2S5 glass was obtained "
            "after 30 h.",
            {("80Li2S-20P2S5", "ball-milling")},
            id="a member as an example",
        ),
        pytest.param(
            "Li10SiP2S12 was discovered in 2014. The compound was synthesized by reacting Li2S, SiS2 and P2S5 at 560 "
            "°C.",
            {("Li10SiP2S12", "solid-state-reaction")},
            id="the compound",
        ),
        pytest.param(
            "The pellets of Li6.4La3Zr1.4Nb0.6O12 were prepared by the same procedure as before. They were sintered at "
            "1130 °C for 14 h.",
            {("Li6.4La3Zr1.4Nb0.6O12", "annealing-only")},
            id="the same procedure, told elsewhere",
        ),
        pytest.param(
            "Meyer et al. infiltrated porous electrodes with Li6PS5Br dissolved in ethanol.",
            {("Li6PS5Br", "infiltration")},
            id="what fills the pores",
        ),
        pytest.param(
            "Porous LiCoO2 electrodes infiltrated with the Li3InCl6 electrolyte were pressed. The infiltrated LiCoO2 "
            "electrodes cycle well.",
            {("Li3InCl6", "infiltration")},
            id="not the electrode that is filled",
        ),
        pytest.param(
            "The Li1.4Fe0.4Ge1.6(PO4)3 powders were prepared following a modified sol-gel synthesis route.",
            {("Li1.4Fe0.4Ge1.6(PO4)3", "sol-gel")},
            id="a noun of making ends the method's name",
        ),
        pytest.param(
            "The highest density was found for Li6.4La3Zr1.4Nb0.6O12 when it was sintered at 1130 °C for 14 h.",
            {("Li6.4La3Zr1.4Nb0.6O12", "annealing-only")},
            id="when it was sintered",
        ),
        pytest.param(
            "The preparation of pure Li0.36La0.55TiO3 is reported. The synthesis has been carried out by the Pechini "
            "method.",
            {("Li0.36La0.55TiO3", "sol-gel")},
            id="the synthesis was carried out by",
        ),
        pytest.param(
            "The conductivity of the 70Li2S-30SiS2 (mol%) glass reached 1 mS cm^-1 by mechanical milling for 30 h.",
            {("70Li2S-30SiS2", "ball-milling")},
            id="a property reached by",
        ),
        pytest.param(
            "Li1.3Al0.3Ti1.7(PO4)3 powders with x = 0.3 have been sintered by conventional sintering (CS) and spark "
            "plasma sintering (SPS).",
            {("Li1.3Al0.3Ti1.7(PO4)3", "spark-plasma-sintering")},
            id="sintered by one way and another",
        ),
        pytest.param(
            "Flexible polymer electrolyte (PCE) membranes were made by solution casting using a PVDF matrix with "
            "LiFSI and LLZTO fillers.",
            {("PVDF-LiFSI-LLZTO", "solution-casting")},
            id="a membrane by its matrix, salt and filler",
        ),
        pytest.param(
            "A new levitation method is reported to prepare dense LLTO, which can be hardly obtained by conventional "
            "sintering.",
            set(),
            id="hardly obtained",
        ),
        pytest.param(
            "LAGP membranes are made by a glass-ceramic route.",
            {("LAGP", "melt-quenching")},
            id="a glass-ceramic route",
        ),
        pytest.param(
            "PEG-functionalized LLZTO was obtained by solution processing.",
            {("LLZTO", "liquid-phase")},
            id="what a filler is modified with",
        ),
        pytest.param(
            "Na3Zr2Si2PO12 is dense only above 1200 °C. Hot pressing, spark plasma sintering and microwave sintering "
            "were adopted to improve the density.",
            {
                ("Na3Zr2Si2PO12", "hot-pressing"),
                ("Na3Zr2Si2PO12", "spark-plasma-sintering"),
                ("Na3Zr2Si2PO12", "microwave"),
            },
            id="methods that were adopted",
        ),
        pytest.param(
            "Meyer and co-workers used acetonitrile to make Li7P2S8I, which was annealed at 200 °C for 2 h.",
            {("Li7P2S8I", "liquid-phase")},
            id="a solvent used to make",
        ),
        pytest.param(
            "Na3Zr2Si2PO12 was sintered at 1200 °C for 5 h. Gold was sputtered on the pellets.",
            {("Na3Zr2Si2PO12", "annealing-only")},
            id="contacts are no route",
        ),
        pytest.param(
            "Na3Zr2Si2PO12 is hard to sinter. As an alternative, spark plasma sintering methods have attained a "
            "conductivity of 1.5 mS cm^-1. Meyer et al. reported a sol-gel route that is easier to control.",
            {("Na3Zr2Si2PO12", "spark-plasma-sintering"), ("Na3Zr2Si2PO12", "sol-gel")},
            id="what a method attained and authors reported",
        ),
        pytest.param(
            "The solid-state synthesis of garnet in the form Li6.6La3Zr1.6Sb0.4O12 was studied.",
            {("Li6.6La3Zr1.6Sb0.4O12", "solid-state-reaction")},
            id="a family in the form of one",
        ),
        pytest.param(
            "50Li2S-50SiS2 glasses were made by melt-quenching and mechanical milling.",
            {("50Li2S-50SiS2", "melt-quenching"), ("50Li2S-50SiS2", "ball-milling")},
            id="two ways to a glass",
        ),
        pytest.param(
            "Pieces were dipped into a solution containing Na2B12H12 and Na2B10H10 dissolved in ethanol.",
            set(),
            id="what is dissolved together",
        ),
        pytest.param("The crystals were obtained after they were rinsed in DMF.", set(), id="a solvent"),
        pytest.param(
            "Smaller Na3YCl6 particles and hot pressing may help to lower the porosity.", set(), id="what may help"
        ),
        pytest.param(
            "The NCM811 ASSB was fabricated by cold pressing and ball milling the parts.", set(), id="a battery"
        ),
        pytest.param(
            "Meyer et al. reported an ice-templating method to prepare a PEO-based composite electrolyte with "
            "vertically aligned and connected LAGP particles.",
            {("PEO-LAGP", "freeze-drying")},
            id="a polymer with fillers of many words",
        ),
        pytest.param(
            "Perovskites of Li0.36La0.55TiO3 were prepared by ball grinding.",
            {("Li0.36La0.55TiO3", "ball-milling")},
            id="ball grinding",
        ),
        pytest.param(
            "Li6.4La3Zr1.4Ta0.6O12 sheets were made using cotton cloth as a template.",
            {("Li6.4La3Zr1.4Ta0.6O12", "other")},
            id="made on a template",
        ),
        pytest.param(
            "Lines of Li6PS5Br and Li3PS4 grow when sintered at 400 °C.",
            set(),
            id="one of two when sintered",
        ),
        pytest.param(
            "The porous Na3Zr2Si2PO12 sheet prepared at 820 °C takes up water.",
            {("Na3Zr2Si2PO12", "annealing-only")},
            id="a body prepared at a temperature",
        ),
        pytest.param("Na2S still remained in the sample prepared using ethanol.", set(), id="what is left in a sample"),
        pytest.param(
            "It remains challenging to prepare Li7P3S11 by spark plasma sintering.", set(), id="a challenge is no route"
        ),
        pytest.param(
            "In a dry method, PEO, LiFSI and LLZTO were ball milled at 200 rpm.",
            {("PEO-LiFSI-LLZTO", "ball-milling")},
            id="polymer and salt become one thing",
        ),
        pytest.param(
            "Ultrafast high-temperature sintering (UHS) enables LLZTO to be densified within 15 s.",
            {("LLZTO", "ultrafast-high-temperature-sintering")},
            id="enables",
        ),
        pytest.param(
            "Two methods were used to obtain Na3SbS4: ball milling and a solution synthesis.",
            {("Na3SbS4", "ball-milling"), ("Na3SbS4", "liquid-phase")},
            id="two methods behind a colon",
        ),
        pytest.param(
            "Unlike Na3YCl6 and Na3ErCl6, which need high-energy ball milling, chlorides of zirconium are cheap.",
            {("Na3YCl6", "ball-milling"), ("Na3ErCl6", "ball-milling")},
            id="needs",
        ),
        pytest.param(
            "LLZO powder—which has a cubic structure—was prepared using a solid-state reaction.",
            {("LLZO", "solid-state-reaction")},
            id="an aside between dashes",
        ),
        pytest.param(
            "The sulfide Li3.3Ge0.3P0.7S4 was synthesized in an evacuated silica tube at 680 °C for 9 h.",
            {("Li3.3Ge0.3P0.7S4", "solid-state-reaction")},
            id="in a tube at a temperature",
        ),
        pytest.param(
            "The glass of Li2OHBr is soft. LiOH and LiBr were milled at 300 rpm for 5 h.",
            {("Li2OHBr", "ball-milling")},
            id="the thing of just these elements",
        ),
        pytest.param(
            "K2B10H10 was converted to Na2B10H10 by ion exchange.",
            {("Na2B10H10", "ion-exchange")},
            id="converted to",
        ),
        pytest.param(
            "Na5YSi4O12 became Li5YSi4O12 by a molten salt exchange method.",
            {("Li5YSi4O12", "ion-exchange")},
            id="molten salt exchange",
        ),
        pytest.param(
            "A composite electrolyte was prepared by ball-milling Li5.5PS4.5Cl1.5 and Li3YCl6 at 150 rpm.",
            {("Li5.5PS4.5Cl1.5-Li3YCl6", "ball-milling")},
            id="a composite of two electrolytes",
        ),
        pytest.param(
            "Through the addition of 3 wt% LiF, LATP was sintered at 820 °C.",
            {("LATP", "annealing-only")},
            id="an introduction is no part of the subject",
        ),
        pytest.param(
            "Li4GeO4 and Li3PO4 were mixed and sintered at 980 °C for 9 h, resulting in Li3.6Ge0.6P0.4O4.",
            {("Li3.6Ge0.6P0.4O4", "solid-state-reaction")},
            id="two things become a third",
        ),
        pytest.param(
            "Li4GeO4 and Li3PO4 were sintered at 980 °C for 9 h, resulting in dense pellets beside LLZO.",
            {("Li4GeO4", "annealing-only"), ("Li3PO4", "annealing-only")},
            id="nothing of the two came out",
        ),
        pytest.param(
            "Undoped and doped LLZO can be prepared by a sol-gel method.",
            set(),
            id="all varieties of a thing",
        ),
        pytest.param(
            "Undoped LLZO and doped LATP were prepared by a sol-gel method.",
            {("LLZO", "sol-gel"), ("LATP", "sol-gel")},
            id="two things, one of them doped",
        ),
        pytest.param(
            "PEGDA/LiFSI was polymerized under UV light for 8 min.",
            {("PEGDA/LiFSI", "in-situ-polymerization")},
            id="polymerized",
        ),
        pytest.param(
            "At high voltage β-Li3PS4 might be polymerized into chains.",
            set(),
            id="what becomes of a thing in a cell",
        ),
        pytest.param(
            "Na2B12H12 and Na2B10H10 were dissolved in water and dried to give Na4(B12H12)(B10H10).",
            {("Na4(B12H12)(B10H10)", "liquid-phase")},
            id="dissolved and dried, no condition but the solvent",
        ),
        pytest.param(
            "NaCrO2 was prepared by a solid-state reaction in which the mixing of Cr2O3 and Na2CO3 was achieved by "
            "ball milling.",
            {("NaCrO2", "solid-state-reaction")},
            id="the mixing of starting materials",
        ),
        pytest.param(
            "Na3YCl6 is soft. It is prepared via a simple, non-ball milled synthesis.",
            set(),
            id="a method that was not used",
        ),
        pytest.param(
            "Na3YCl6 is soft. Meyer et al. used ball milling to mix LiCoO2 with Li6PS5Br.",
            set(),
            id="others worked on another thing",
        ),
    ],
)
def test_target_beside_its_method(text: str, routes: set[tuple[str, str]]) -> None:
    assert {(r.material, r.method) for r in records(text) if r.subject_kind == "specific"} == routes


def test_alternatives_by_composition_are_one_step() -> None:
    (record,) = records("Na6SbxP1-xS5I was heated to 530 °C (0.1 ≤ x ≤ 0.3) or 490 °C (x > 0.3) for 90 h.")
    assert [(s.op, s.temperature_c, s.duration_h) for s in record.steps] == [("heat", [490, 530], 90)]


def test_times_in_brackets_are_no_alternatives() -> None:
    (record,) = records("Na3SbS4 was heated at 200 °C (2 h) and 450 °C (12 h).")
    assert [(s.temperature_c, s.duration_h) for s in record.steps] == [(200, 2), (450, 12)]


@pytest.mark.parametrize(("name", "role"), [("Li2S-Li6PS5Br-C", "electrode"), ("Li6PS5Br-LiCl", "electrolyte")])
def test_a_part_that_conducts_electrons_makes_an_electrode(name: str, role: str) -> None:
    (record,) = records(f"The {name} composite was prepared by ball milling at 350 rpm for 9 h.")
    assert record.role == role


def test_a_colon_inside_a_name_ends_nothing() -> None:
    (record,) = records("Composites of Li6PS5Br were made by ball-milling Li6PS5Br and P:Si = 5 glass at 120 rpm.")
    assert [step.speed_rpm for step in record.steps] == [120]
