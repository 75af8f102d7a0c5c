"""Procedures told over several sentences, in the style of experimental sections and of reviews."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records


def stated(record: SynthesisRecord) -> list[dict[str, Any]]:
    """The steps that have a condition."""
    dumped = [step.model_dump(exclude_none=True, exclude={"surface"}) for step in record.steps]
    return [step for step in dumped if len(step) > 1]


def test_oxide_by_solid_state_reaction() -> None:
    (record,) = records(
        "Li6.5La3Zr1.5Nb0.5O12 powders were prepared by a solid-state reaction. Stoichiometric amounts of "
        "LiOH·H2O (10 wt% "
        "excess), La2O3 (dried at 900 °C for 12 h), ZrO2 and Nb2O5 were ball-milled in isopropanol at 250 rpm for 12 h "
        "using zirconia balls. The slurry was dried at 80 °C overnight and the powder was calcined at 920 °C for "
        "6 h in an "
        "alumina crucible in air. The calcined powder was ground again, pressed into pellets at 200 MPa and "
        "sintered at "
        "1140 °C for 16 h under flowing O2. The ionic conductivity was measured at 25 °C."
    )
    assert (record.material, record.method) == ("Li6.5La3Zr1.5Nb0.5O12", "solid-state-reaction")
    assert record.precursors == ["LiOH·H2O", "La2O3", "ZrO2", "Nb2O5"]
    assert stated(record) == [
        {"op": "mill", "speed_rpm": 250, "duration_h": 12, "solvent": "isopropanol"},
        {"op": "dry", "temperature_c": 80},
        {"op": "heat", "temperature_c": 920, "duration_h": 6, "atmosphere": "air"},
        {"op": "press", "pressure_mpa": 200},
        {"op": "heat", "temperature_c": 1140, "duration_h": 16, "atmosphere": "O2"},
    ]


def test_target_told_at_the_end_of_one_sentence() -> None:
    (record,) = records(
        "Stoichiometric amounts of Li2CO3, La2O3 and ZrO2 were ball-milled in ethanol at 300 rpm for 12 h, dried "
        "at 80 °C, "
        "calcined at 900 °C for 10 h in air, pressed at 300 MPa into pellets and sintered at 1150 °C for 12 h to "
        "obtain "
        "Li7La3Zr2O12."
    )
    assert (record.material, record.methods) == ("Li7La3Zr2O12", ["solid-state-reaction", "ball-milling"])
    assert record.reaction == "3.5 Li2CO3 + 1.5 La2O3 + 2 ZrO2 -> Li7La3Zr2O12 + 3.5 CO2"
    assert [step.op for step in record.steps] == ["mill", "dry", "heat", "press", "heat"]


def test_sulfide_by_milling_with_rests_and_a_heating_rate() -> None:
    (record,) = records(
        "Li6PS5Cl was synthesized by mechanical milling. Li2S (99.9%), P2S5 and LiCl were hand ground in an "
        "agate mortar for "
        "15 min in an Ar-filled glove box. The mixture was milled at 550 rpm for 16 h with a rest of 5 min every "
        "10 min. The "
        "resulting powder was pelletized at 370 MPa and annealed at 550 °C for 7 h with a heating rate of 5 "
        "°C/min. The "
        "pellets were cycled at 60 °C."
    )
    assert (record.material, record.method) == ("Li6PS5Cl", "ball-milling")
    assert stated(record) == [
        {"op": "mix", "duration_h": 0.25, "atmosphere": "Ar"},
        {"op": "mill", "speed_rpm": 550, "duration_h": 16},
        {"op": "press", "pressure_mpa": 370},
        {"op": "heat", "temperature_c": 550, "duration_h": 7, "ramp_k_min": 5},
    ]


def test_solution_route_without_a_method_word() -> None:
    (record,) = records(
        "Appropriate amounts of Na2S, Sb2S3 and S were dissolved in deionized water and stirred at 70 °C for 12 h. The "
        "solution was filtered and the solvent was removed at 150 °C under vacuum for 6 h to obtain Na3SbS4."
    )
    assert (record.material, record.method) == ("Na3SbS4", "liquid-phase")
    assert stated(record) == [
        {"op": "dissolve", "solvent": "deionized water"},
        {"op": "stir", "temperature_c": 70, "duration_h": 12},
        {"op": "evaporate", "temperature_c": 150, "duration_h": 6, "atmosphere": "vacuum"},
    ]


def test_glass_then_crystallised() -> None:
    (record,) = records(
        "A glass of composition Li1.5Al0.5Ge1.5(PO4)3 was made by melting the reagents at 1350 °C for 2 h, followed by "
        "quenching on a brass plate. The glass was annealed at 500 °C for 2 h and then crystallized at 850 °C for 8 h."
    )
    assert record.method == "melt-quenching"
    assert stated(record) == [
        {"op": "melt", "temperature_c": 1350, "duration_h": 2},
        {"op": "heat", "temperature_c": 500, "duration_h": 2},
        {"op": "heat", "temperature_c": 850, "duration_h": 8},
    ]


def test_first_then_finally_with_an_inserted_participle() -> None:
    (record,) = records(
        "For the synthesis of Li1.3Al0.3Ti1.7(PO4)3 by a sol-gel route, LiNO3 and Al(NO3)3·9H2O were first "
        "dissolved in water, "
        "then titanium butoxide was added and stirred for 2 h, and finally the gel was dried at 180 °C for 24 h "
        "and heated at "
        "900 °C for 2 h. The green pellets, pressed at 100 MPa, were sintered at 1000 °C for 6 h, 8 h and 10 h."
    )
    assert record.method == "sol-gel"
    assert stated(record)[1:] == [
        {"op": "stir", "duration_h": 2},
        {"op": "dry", "temperature_c": 180, "duration_h": 24},
        {"op": "heat", "temperature_c": 900, "duration_h": 2},
        {"op": "press", "pressure_mpa": 100},
        {"op": "heat", "temperature_c": 1000, "duration_h": [6, 10]},
    ]


def test_run_in_heading_names_the_target() -> None:
    (record,) = records(
        "Synthesis of Na3Zr2Si2PO12. Na2CO3, ZrO2, SiO2 and NH4H2PO4 were used as starting materials. The "
        "powders were mixed "
        "in ethanol by planetary ball milling for 24 h, dried, and heat treated at 400 °C for 4 h and then at "
        "1100 °C for 12 h. "
        "After attrition milling for 12 h the powder was pressed into pellets under 200 MPa and sintered at "
        "1230–1280 °C for "
        "10 h in air."
    )
    assert (record.material, record.method) == ("Na3Zr2Si2PO12", "solid-state-reaction")
    assert record.precursors == ["Na2CO3", "ZrO2", "SiO2", "NH4H2PO4"]
    heats = [step for step in stated(record) if step["op"] == "heat"]
    assert [step["temperature_c"] for step in heats] == [400, 1100, [1230, 1280]]


@pytest.mark.parametrize(
    ("section", "title"),
    [("2.1. Synthesis of Li3InCl6", ""), ("Experimental", "Water-mediated synthesis of Li3InCl6")],
)
def test_procedure_is_named_by_its_heading_or_the_title(section: str, title: str) -> None:
    text = (
        "LiCl and InCl3 were dissolved in water and stirred for 2 h. The solution was dried at 100 °C and heated at "
        "200 °C for 5 h."
    )
    (record,) = records(text, section=section, title=title)
    assert (record.material, record.method) == ("Li3InCl6", "liquid-phase")
    assert record.material_start is None


def test_procedure_of_nothing_named_is_no_record() -> None:
    assert records("The powders were milled at 500 rpm for 10 h and pressed at 300 MPa.", section="Discussion") == []


def test_it_and_the_same_method() -> None:
    found = records(
        "Li6PS5Br was prepared by ball milling. Its structure is cubic. Li6PS5I was synthesized using the same method. "
        "It was annealed at 500 °C for 5 h."
    )
    assert [(r.material, r.method) for r in found] == [("Li6PS5Br", "ball-milling"), ("Li6PS5I", "ball-milling")]
    assert stated(found[1]) == [{"op": "heat", "temperature_c": 500, "duration_h": 5}]


def test_this_was_achieved_by() -> None:
    (record,) = records(
        "Lee et al. made Na3PS4 using Na2S and P2S5. This was achieved by subjecting both sulfides to ball milling "
        "for 20 to "
        "300 minutes. The pellet was then sintered at 270 °C for 2 h."
    )
    assert (record.material, record.method, record.precursors) == ("Na3PS4", "ball-milling", ["Na2S", "P2S5"])
    assert stated(record) == [
        {"op": "mill", "duration_h": [0.333333, 5]},
        {"op": "heat", "temperature_c": 270, "duration_h": 2},
    ]


def test_another_work_is_another_route() -> None:
    found = records(
        "Kim et al. prepared Li3YCl6 by ball milling. Park et al. measured its conductivity at 60 °C. The sample "
        "was pressed at "
        "300 MPa."
    )
    assert [(r.material, r.method) for r in found] == [("Li3YCl6", "ball-milling")]
    assert stated(found[0]) == []


def test_treatment_of_a_named_material() -> None:
    (record,) = records("The Li6.4La3Zr1.4Ta0.6O12 pellets sintered at 1180 °C for 6 h contained no impurity.")
    assert (record.material, record.method) == ("Li6.4La3Zr1.4Ta0.6O12", "annealing-only")
    assert stated(record) == [{"op": "heat", "temperature_c": 1180, "duration_h": 6}]


def test_bettered_by_a_further_treatment_is_a_second_way() -> None:
    found = records(
        "Li10GeP2S12 was made by ball milling for 40 h. The conductivity of Li10GeP2S12 can be increased by "
        "annealing at 550, 575 "
        "and 600 °C for 8 h."
    )
    assert [r.method for r in found] == ["ball-milling", "ball-milling"]
    assert stated(found[0]) == [{"op": "mill", "duration_h": 40}]
    assert stated(found[1])[1] == {"op": "heat", "temperature_c": [550, 600], "duration_h": 8}
