"""Procedures in several sentences: where one route ends and the next begins, and what is no route at all."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.mapped_text import MappedText
from tests.extractors.routes_of_blocks import records, routes_of, told


def test_suppliers_instruments_and_grinding_media_are_no_part_of_the_route() -> None:
    text = (
        "Na5YSi4O12 powder was synthesized by the conventional solid-state reaction. Sodium carbonate (Na2CO3, 99.5%, "
        "Example Chemicals Co., Ltd., Nagoya, Japan), yttrium oxide (Y2O3, 99.9%, Example Chemicals Co., Ltd., Nagoya, "
        "Japan) and silica (SiO2, 99%, Example Chemicals Co., Ltd., Nagoya, Japan) were used as the raw materials. The "
        "mixture was ground at 300 rpm in a planetary ball mill for 12 h, taking YSZ (3 mm) and isopropanol as the "
        "grinding medium. The powder was calcined in a furnace (AB-C7, Example Control, Korea) at 950 °C for 8 h."
    )
    (record,) = records(text, "2.1. Synthesis")
    assert (record.material, record.method) == ("Na5YSi4O12", "solid-state-reaction")
    assert record.precursors == ["Na2CO3", "Y2O3", "SiO2"]
    assert told(record.steps[-1]) == ("heat", {"temperature_c": 950, "duration_h": 8})
    assert any(step.speed_rpm == 300 for step in record.steps)


def test_each_list_of_starting_materials_begins_a_route_of_its_own() -> None:
    text = (
        "Stoichiometric Na2S and SiS2 were mechanically milled at 450 rpm for 10 h to prepare 60Na2S-40SiS2 glass. As "
        "for the synthesis of Na3SbS4, Na2S, Sb2S3 and S were mechanically milled at 510 rpm for 15 h. The as-milled "
        "powder was further annealed at 275 °C for 12 h."
    )
    glass, crystal = records(text, "Experimental")
    assert (glass.material, glass.steps[0].speed_rpm, len(glass.steps)) == ("60Na2S-40SiS2", 450, 1)
    assert crystal.material == "Na3SbS4"
    assert [told(step) for step in crystal.steps] == [
        ("mill", {"speed_rpm": 510, "duration_h": 15}),
        ("heat", {"temperature_c": 275, "duration_h": 12}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Figure 3. Nyquist plots of cold-pressed Li2.8Sc0.8Zr0.2Cl6 at room temperature.",
        "Cross-sections of the Li7La3Sn2O12 pellets were prepared by Ar ion milling.",
        "We generated Na3BS3 glass in AIMD simulations by melt quenching.",
        "90 mg of the powder was filled into a polyether ether ketone (PEEK) cylinder and pressed at 3 tons for 2 min.",
        "The short circuit comes from infiltration of lithium into the Li7P2S8I pellet.",
        "The Na3PS4 layer was prepared by mixing Na3PS4 with a binder at 30 °C.",
        "Patterns of prepared Na3PS4 pellets were taken. Au electrodes were sputtered on both sides of them.",
    ],
)
def test_what_makes_nothing_is_no_route(text: str) -> None:
    assert not records(text, "Results")


def pairs(text: str, section: str = "Introduction") -> set[tuple[str | None, str]]:
    return {(record.material, record.method) for record in records(text, section)}


def test_what_starting_materials_yield_is_what_was_made() -> None:
    text = (
        "This work shows that mechanical milling of Li2B12H12 and Li2B10H10 followed by a heat treatment yields a new "
        "single phase material, namely Li4(B12H12)(B10H10)."
    )
    assert pairs(text) == {("Li4(B12H12)(B10H10)", "ball-milling")}


def test_a_list_of_methods_is_a_list_of_routes() -> None:
    text = (
        "Other methods have been adopted to prepare Li1.5Al0.5Ge1.5(PO4)3, such as melt quenching, spray pyrolysis and "
        "the sol-gel method."
    )
    name = "Li1.5Al0.5Ge1.5(PO4)3"
    assert pairs(text) == {(name, "melt-quenching"), (name, "spray-pyrolysis"), (name, "sol-gel")}


def test_the_method_told_before_makes_the_next_material() -> None:
    same = "Kim et al. prepared Na3PS4 by ball milling. Lee et al. used this method to prepare Na3SbS4."
    assert pairs(same) == {("Na3PS4", "ball-milling"), ("Na3SbS4", "ball-milling")}
    both = "Using the sol-gel method, Kim et al. prepared Li5La3Nb2O12, and Lee et al. prepared Li6BaLa2Ta2O12."
    assert pairs(both) == {("Li5La3Nb2O12", "sol-gel"), ("Li6BaLa2Ta2O12", "sol-gel")}


def test_the_milled_mixture_was_milled() -> None:
    text = "The Na2.9Sb0.9W0.1S4 powder was obtained after heating the ball milled mixture at 275 °C for 12 h."
    (record,) = records(text, "Results")
    assert (record.method, record.steps[-1].temperature_c) == ("ball-milling", 275)


def test_parts_that_are_dissolved_become_the_film_cast_of_them() -> None:
    text = (
        "To prepare solid polymer electrolytes, PEO and LiFSI (Example Chemicals) were dissolved in anhydrous "
        "acetonitrile. The mixture was stirred at 500 r.p.m. at 60 °C for 12 h. PEO-LiFSI films were prepared by "
        "doctor blade casting followed by drying at 50 °C for 20 h."
    )
    (record,) = records(text, "Methods")
    assert (record.material, record.method, record.precursors) == ("PEO-LiFSI", "tape-casting", ["PEO", "LiFSI"])
    assert [step.op for step in record.steps] == ["dissolve", "stir", "dry"]
    assert told(record.steps[1]) == ("stir", {"speed_rpm": 500, "temperature_c": 60, "duration_h": 12})


def test_a_series_told_before_is_what_its_elements_make() -> None:
    first = "We report on the family Na3+xGexSb1-xS4."
    second = "Na2S, Sb2S3, GeS2 and sulfur were mixed in a mortar. The mixture was heated to 550 °C for 20 h."
    blocks = [
        Block(BlockKind.PARAGRAPH, MappedText.from_raw(first), section="1. Introduction"),
        Block(BlockKind.PARAGRAPH, MappedText.from_raw(second), section="2.1 Material synthesis"),
    ]
    document = Document("test", None, "", "text/plain", second, blocks=blocks)
    assert [(r.material, r.method) for r in routes_of(blocks[1], document)] == [
        ("Na3+xGexSb1-xS4", "solid-state-reaction")
    ]


def test_a_time_spent_several_times_and_the_pressure_of_a_pellet() -> None:
    text = (
        "Na3PS4 was prepared by ball milling. The powder was milled for three times 20 min. After forming a pellet "
        "under a uniaxial pressure of 250 MPa, it was sintered at 270 °C for 2 h."
    )
    (record,) = records(text, "Experimental")
    assert [told(step) for step in record.steps] == [
        ("mill", {"duration_h": 1}),
        ("press", {"pressure_mpa": 250}),
        ("heat", {"temperature_c": 270, "duration_h": 2}),
    ]


def test_a_heading_run_in_names_all_it_is_about() -> None:
    text = (
        "Synthesis and X-ray diffraction of MgIn2Se4 and MgYb2Se4. Mg, In, Yb and Se were weighed in a stoichiometric "
        "ratio. The mixture was ground at 500 rpm in a planetary mill for 10 h and annealed at 700 °C for 20 h."
    )
    found = records(text, "Methods")
    assert {record.material for record in found} == {"MgIn2Se4", "MgYb2Se4"}
    assert [step.op for step in found[0].steps if step.duration_h] == ["mill", "heat"]


def test_each_of_several_samples_has_the_starting_materials_of_its_elements() -> None:
    text = (
        "Stoichiometric amounts of Na2S, Sb2S3, GeS2, SnS2 and NaI were mixed in a mortar. Na6GeS5I was heated to "
        "500 °C for 20 h. Na6SnS5I was heated to 520 °C for 30 h."
    )
    found = {record.material: record.precursors for record in records(text, "2.1 Synthesis")}
    assert found == {"Na6GeS5I": ["Na2S", "GeS2", "NaI"], "Na6SnS5I": ["Na2S", "SnS2", "NaI"]}


def test_a_computed_cell_is_heated_by_nobody() -> None:
    text = "The supercells of crystalline Na3InCl6 were heated from 50 K to 1500 K and quenched."
    assert not records(text, "Methods")


@pytest.mark.parametrize("called", ["The composite electrolytes", "Polymer electrolyte membranes"])
def test_a_membrane_is_named_by_its_matrix_salt_and_filler(called: str) -> None:
    text = (
        f"{called} were prepared by solution casting. NaFSI and PEO were dissolved in acetonitrile and stirred at 50 "
        "°C for 8 h. Na3Zr2Si2PO12 particles were then dispersed in the solution."
    )
    (record,) = records(text, "2.2 Synthesis")
    assert (record.material, record.method) == ("PEO-NaFSI-Na3Zr2Si2PO12", "solution-casting")
    assert told(record.steps[-2]) == ("stir", {"temperature_c": 50, "duration_h": 8})


def test_parts_dissolved_for_a_named_composite_are_no_routes_of_their_own() -> None:
    text = (
        "The Na3SbS4-PEO2-NaFSI membrane was prepared by a liquid-phase process. PEO and NaFSI were dissolved in "
        "acetonitrile for 6 h, then Na3SbS4 powder was added and the slurry was cast and dried at 70 °C for 12 h."
    )
    (record,) = records(text, "2.2 Synthesis")
    assert (record.material, record.steps[-1].temperature_c) == ("Na3SbS4-PEO2-NaFSI", 70)


def test_a_film_on_a_substrate_is_an_electrolyte_and_so_is_what_is_called_one() -> None:
    (film,) = records("Films of Li3PO4 electrolyte were deposited on stainless steel by sputtering.", "Experimental")
    (glass,) = records("The 95(75Na2S-25P2S5)-5FeS2 glass electrolyte was prepared by ball milling.", "Experimental")
    assert (film.role, glass.role) == ("electrolyte", "electrolyte")
    told = "Adding 2 wt% Na3BO3 (NBO3) to Na3.1La0.1Zr1.9Si2PO12 (NLSP) helps. The NLSP (NBO3) electrolyte sheets "
    (added,) = records(f"{told}sintered at 960 °C for 5 h are dense.", "Experimental")
    assert (added.material, added.role) == ("NLSP-NBO3", "electrolyte")


@pytest.mark.parametrize(
    ("caption", "heats"),
    [
        (
            "Figure 6. Patterns of LAGP sheets (a) calcined at 700 °C and (b) CSP at 250 °C for 20 min.",
            [("annealing-only", 700), ("cold-sintering", 250)],
        ),
        ("Figure 7. LAGP sintered at (a1 and a2) 800 °C and (a3 and a4) 900 °C.", [("annealing-only", [800, 900])]),
        ("Figure 8. (a) Spectra and (b) plots of the Li|LAGP interface, (c) the heated cell.", []),
    ],
)
def test_each_lettered_item_of_a_caption_is_a_route(caption: str, heats: list[tuple[str, Any]]) -> None:
    block = Block(BlockKind.CAPTION, MappedText.from_raw(caption), section="Results")
    found = routes_of(block, Document("test", None, "", "text/plain", caption, blocks=[block]))
    assert [(r.method, r.steps[0].temperature_c) for r in found] == heats


def test_the_conditions_of_a_method_told_in_a_sentence_of_their_own() -> None:
    text = (
        "The cold sintering process (CSP) was used to obtain dense Li1.2Sc0.2Zr1.8(PO4)3. The CSP is carried out at "
        "400 MPa and 140 °C for 2 h. The pellets were then processed at 850 °C for 3 h."
    )
    (record,) = records(text, "Introduction")
    assert (record.material, record.method) == ("Li1.2Sc0.2Zr1.8(PO4)3", "cold-sintering")
    assert [told(step) for step in record.steps] == [
        ("press", {"pressure_mpa": 400, "temperature_c": 140, "duration_h": 2}),
        ("heat", {"temperature_c": 850, "duration_h": 3}),
    ]


def test_several_things_made_in_one_way() -> None:
    text = (
        "NaCl and YbCl3 were milled at 400 rpm for 15 h to obtain Na3YbCl6. Na3LuCl6 was prepared analogously from "
        "LuCl3. Na3TmCl6 and Na3DyCl6 were prepared in the same way. The same treatment was applied to NaBr and YBr3 "
        "to obtain Na3YBr6."
    )
    made = records(text, "Experimental")
    assert [r.material for r in made] == ["Na3YbCl6", "Na3LuCl6", "Na3TmCl6", "Na3DyCl6", "Na3YBr6"]
    assert {(r.method, r.steps[0].speed_rpm) for r in made} == {("ball-milling", 400)}


def test_some_samples_are_treated_in_another_way() -> None:
    text = (
        "Li6.5La3Zr1.5Ta0.5O12 powder was consolidated by spark plasma sintering at 980 °C for 8 min. Some pellets "
        "were hot pressed at 1040 °C for 2 h instead."
    )
    first, second = records(text, "Experimental")
    assert (first.method, [told(s) for s in first.steps]) == (
        "spark-plasma-sintering",
        [("heat", {"temperature_c": 980, "duration_h": 0.133333})],
    )
    assert (second.material, second.method) == (first.material, "hot-pressing")


@pytest.mark.parametrize(
    ("text", "material", "method"),
    [
        (
            "Li2CO3, Cr2O3, GeO2 and NH4H2PO4 in the ratio of Li1.6Cr0.6Ge1.4(PO4)3 were melted at 1400 °C for 1 h. "
            "The melt was poured onto a steel plate. The glass was crystallized at 850 °C for 6 h.",
            "Li1.6Cr0.6Ge1.4(PO4)3",
            "melt-quenching",
        ),
        (
            "To prepare Li6.6La3Zr1.6Sb0.4O12, LiOH, La2O3, ZrO2 and Sb2O3 were mixed by ball milling for 10 h. "
            "The powder was calcined at 900 °C for 8 h.",
            "Li6.6La3Zr1.6Sb0.4O12",
            "solid-state-reaction",
        ),
        (
            "Poly(ethylene oxide) (PEO, 99%) and LiFSI were dissolved in acetonitrile and stirred for 12 h. "
            "The solution was cast into a mould and dried at 50 °C for 24 h.",
            "PEO-LiFSI",
            "solution-casting",
        ),
        (
            "PVDF-HFP and LiTFSI were dissolved in acetone and stirred for 5 h. LLZTO was dispersed in the solution. "
            "It was cast and dried at 60 °C for 24 h.",
            "PVDF-HFP-LiTFSI-LLZTO",
            "solution-casting",
        ),
    ],
)
def test_what_the_steps_amount_to(text: str, material: str, method: str) -> None:
    (record,) = records(text, "Experimental")
    assert (record.material, record.method) == (material, method)


def test_milling_for_several_times_with_breaks() -> None:
    text = (
        "Na4(B12H12)(B10H10) was made by ball milling (12 × 10 min with 5 min breaks) and heating at 200 °C for 10 h."
    )
    (record,) = records(text, "Experimental")
    assert [told(step) for step in record.steps] == [
        ("mill", {"duration_h": 2}),
        ("heat", {"temperature_c": 200, "duration_h": 10}),
    ]


def test_grinding_medium_in_brackets_is_not_made() -> None:
    text = (
        "Yttrium stabilized zirconia (YSZ, 5 mm in diameter) and isopropanol (IPA) were used as the ball-grinding "
        "medium. The powder was ground at 600 rpm for 4 h and dried at 70 °C for 12 h."
    )
    assert records(text, "2.1. Preparation") == []


@pytest.mark.parametrize(
    ("text", "title", "material", "method"),
    [
        (
            "The starting powders were ball milled in ethanol for 12 h, calcined at 900 °C for 6 h and sintered at "
            "1200 °C for 24 h.",
            "Grain growth in Na3Zr2Si2PO12",
            "Na3Zr2Si2PO12",
            "solid-state-reaction",
        ),
        (
            "Na3Zr2Si2PO12 was made by the solution-assisted solid-state reaction method. The powder was calcined at "
            "800 °C for 3 h.",
            "",
            "Na3Zr2Si2PO12",
            "solid-state-reaction",
        ),
        (
            "The garnet powder was pressed at 100 MPa and sintered at 1100 °C for 10 h.",
            "Dense Li6.5La3Zr1.5Ta0.5O12",
            "Li6.5La3Zr1.5Ta0.5O12",
            "annealing-only",
        ),
    ],
)
def test_what_only_the_title_names(text: str, title: str, material: str, method: str) -> None:
    (record,) = records(text, "Experimental", title=title)
    assert (record.material, record.method) == (material, method)


def test_a_heat_that_is_reached_and_kept_is_one_step() -> None:
    text = (
        "To synthesize Na3Hf2Si2PO12, Na2CO3, HfO2, SiO2 and NH4H2PO4 were ground in a mortar. The mixture was ramped "
        "at 4 °C min^-1 to 1150 °C in 5 h. It was held at 1150 °C for 9 h."
    )
    (record,) = records(text, "Experimental")
    assert (record.material, record.method) == ("Na3Hf2Si2PO12", "solid-state-reaction")
    heats = [told(step) for step in record.steps if step.op == "heat"]
    assert heats == [("heat", {"temperature_c": 1150, "duration_h": 9, "ramp_k_min": 4})]


def test_the_same_manner_reacts_what_takes_the_place_of_one_starting_material() -> None:
    text = (
        "To synthesize LiHf2P3O12, Li2CO3, HfO2 and NH4H2PO4 were ground and heated at 1100 °C for 10 h. LiZr2P3O12 "
        "was synthesized in the same manner, except that ZrO2 was taken for HfO2."
    )
    assert pairs(text, "Experimental") == {
        ("LiHf2P3O12", "solid-state-reaction"),
        ("LiZr2P3O12", "solid-state-reaction"),
    }
