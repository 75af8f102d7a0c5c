"""One event a paragraph: what an experimental paragraph makes, wherever it says so, owns all its steps."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.mapped_text import MappedText
from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records as told_in
from tests.extractors.routes_of_blocks import routes_of


def records(text: str, section: str = "Experimental") -> list[SynthesisRecord]:
    return told_in(text, section)


def steps(record: SynthesisRecord) -> list[tuple[str, dict[str, Any]]]:
    return [(s.op, s.model_dump(exclude_none=True, exclude={"op", "surface", "atmosphere"})) for s in record.steps]


@pytest.mark.parametrize(
    ("text", "target", "method", "precursors", "told"),
    [
        pytest.param(
            "Li2S, P2S5 and LiBr (all 99.9%, Example Chemicals) were hand ground for 20 min and pressed into pellets. "
            "The pellets were filled into quartz ampoules (10 mm inner diameter), which had been preheated at 700 °C "
            "for 3 h. The ampoules were sealed and annealed at 520 °C for 5 days. The heating and cooling rates were "
            "30 °C/h. The obtained Li6PS5Br was ground for further use.",
            "Li6PS5Br",
            "solid-state-reaction",
            ["Li2S", "P2S5", "LiBr"],
            [
                ("mix", {"duration_h": 0.333333}),
                ("press", {}),
                ("heat", {"temperature_c": 520, "duration_h": 120, "ramp_k_min": 0.5}),
                ("mix", {}),
            ],
            id="named in the last sentence",
        ),
        pytest.param(
            "Synthesis of halide solid electrolytes. NaCl and ErCl3 were mixed in a molar ratio of 3:1. The mixture "
            "was milled at 450 rpm for 30 h. The as-prepared Na3ErCl6 was annealed at 300 °C for 2 h.",
            "Na3ErCl6",
            "ball-milling",
            ["NaCl", "ErCl3"],
            [
                ("mix", {}),
                ("mill", {"duration_h": 30, "speed_rpm": 450}),
                ("heat", {"temperature_c": 300, "duration_h": 2}),
            ],
            id="its heading names only the family",
        ),
        pytest.param(
            "Synthesis of Li6-xSbS5-xBr1+x (x = 0.1, 0.4, 0.6). The precursors Li2S, Sb2S3 and LiBr were milled at "
            "480 rpm for 16 h, with 20 min on and 10 min off. The powders were annealed at 400, 440 or 480 °C for 8 h.",
            "Li6-xSbS5-xBr1+x",
            "ball-milling",
            ["Li2S", "Sb2S3", "LiBr"],
            [
                ("mill", {"duration_h": 16, "speed_rpm": 480}),
                ("heat", {"temperature_c": [400, 480], "duration_h": 8}),
            ],
            id="a series in the heading",
        ),
        pytest.param(
            "The starting materials used to synthesize Li10SiP2S12 were Li2S (99.9% purity), P2S5 (99%) and SiS2 "
            "(99%). They were mixed for 45 min using a vibrating mill, pressed into pellets, sealed in a quartz tube "
            "at 15 Pa and heated at 570 °C for 9 h.",
            "Li10SiP2S12",
            "ball-milling",
            ["Li2S", "P2S5", "SiS2"],
            [
                ("mill", {"duration_h": 0.75}),
                ("press", {}),
                ("heat", {"temperature_c": 570, "duration_h": 9}),
            ],
            id="starting materials behind the verb",
        ),
        pytest.param(
            "70Na2S-30P2S5 glasses were prepared by mechanical milling. Na2S (99%) and P2S5 (99%) were put into a "
            "ZrO2 pot with 400 ZrO2 balls (5 mm in diameter) and milled at 480 rpm for 25 h.",
            "70Na2S-30P2S5",
            "ball-milling",
            ["Na2S", "P2S5"],
            [("mill", {"duration_h": 25, "speed_rpm": 480})],
            id="starting materials put into a pot",
        ),
        pytest.param(
            "Preparation of PEO-LiFSI-LLZTO membranes: PEO and LiFSI were dissolved in acetonitrile at 50 °C. LLZTO "
            "powders (15 wt%) were then added and dispersed for 2 h. The slurry was cast onto a PTFE plate and dried "
            "at 55 °C for 20 h.",
            "PEO-LiFSI-LLZTO",
            "solution-casting",
            ["PEO", "LiFSI", "LLZTO"],
            [
                ("dissolve", {"temperature_c": 50, "solvent": "acetonitrile"}),
                ("mix", {}),
                ("mix", {"duration_h": 2}),
                ("cast", {}),
                ("dry", {"temperature_c": 55, "duration_h": 20}),
            ],
            id="a part put in later",
        ),
        pytest.param(
            "Na2OHCl was synthesized from NaOH and NaCl. NaOH and NaCl were ground and melted at 330 °C for 1 h.",
            "Na2OHCl",
            "melt-quenching",
            ["NaOH", "NaCl"],
            [("mix", {}), ("melt", {"temperature_c": 330, "duration_h": 1})],
            id="only melted",
        ),
        pytest.param(
            "Li0.34La0.55TiO3 was obtained by solid-state reaction of Li2CO3, La2O3 and TiO2. The reagents were fired "
            "at 820 °C for 5 h to eliminate CO2, then pressed and sintered at 1280 °C for 7 h.",
            "Li0.34La0.55TiO3",
            "solid-state-reaction",
            ["Li2CO3", "La2O3", "TiO2"],
            [
                ("heat", {"temperature_c": 820, "duration_h": 5}),
                ("press", {}),
                ("heat", {"temperature_c": 1280, "duration_h": 7}),
            ],
            id="a gas that leaves",
        ),
    ],
)
def test_a_paragraph_is_one_event(
    text: str, target: str, method: str, precursors: list[str], told: list[tuple[str, dict[str, Any]]]
) -> None:
    (record,) = records(text)
    assert (record.material, record.method, record.precursors) == (target, method, precursors)
    assert steps(record) == told


def test_what_is_only_mixed_in_is_no_product() -> None:
    text = (
        "Preparation of the composite cathode. LiCoO2 (99%), carbon and the as-prepared Li6PS5Br powder were mixed at "
        "200 rpm for 2 h and dried at 80 °C for 3 h."
    )
    assert [r for r in records(text) if r.material == "Li6PS5Br" and r.method != "other"] == []


def test_of_several_products_none_owns_the_paragraph() -> None:
    text = (
        "NaCl and ZrCl4 (99.9%) were milled at 500 rpm for 10 h. The mixtures were annealed at 200 and 300 °C for 4 h "
        "to yield Na2ZrCl6 and Na3ErCl6, respectively."
    )
    assert {r.material for r in records(text)} == {"Na2ZrCl6", "Na3ErCl6"}


def test_a_work_described_elsewhere_takes_no_steps_of_other_starting_materials() -> None:
    text = (
        "LiCl, InCl3 and ScCl3 (99.9%) were combined, pelletized and sintered at 640 °C for 40 h. Li2ZrCl6 was "
        "synthesized as described before."
    )
    assert [r for r in records(text) if r.material == "Li2ZrCl6"] == []


def test_sisters_are_made_of_their_own_starting_materials() -> None:
    text = "LiNbCl6 and NaNbCl6 were prepared by ball milling. LiCl or NaCl and NbCl5 were milled at 450 rpm for 30 h."
    assert [(r.material, r.precursors) for r in records(text)] == [
        ("LiNbCl6", ["LiCl", "NbCl5"]),
        ("NaNbCl6", ["NaCl", "NbCl5"]),
    ]


def test_a_laser_is_no_starting_material_and_a_film_of_an_electrolyte_no_coating() -> None:
    text = (
        "Thin films of Li6.5La3Zr1.5Nb0.5O12 were grown by pulsed laser deposition with a KrF excimer laser. The "
        "as-deposited films were annealed at 650 °C for 1 h."
    )
    (record,) = records(text)
    assert (record.precursors, record.role) == ([], "electrolyte")
    assert steps(record) == [("heat", {"temperature_c": 650, "duration_h": 1})]


def test_members_of_a_family_named_at_the_head_of_a_sentence() -> None:
    found = records("Halides such as Na3YCl6 and Na3ErCl6 are usually obtained through ball milling.", "Introduction")
    assert {(r.material, r.method) for r in found} == {("Na3YCl6", "ball-milling"), ("Na3ErCl6", "ball-milling")}


def test_a_named_sample_behind_a_verb_is_not_what_was_milled() -> None:
    text = "Li2.4ZrCl5.6O0.4 was made by ball milling at 600 rpm for 9 h. The ball-milled sample is denoted as BM-LZCO."
    assert {r.material for r in records(text)} == {"Li2.4ZrCl5.6O0.4"}


def test_the_only_series_of_a_paper_is_what_its_procedure_makes() -> None:
    before = "We study the series Li6-xCuxPS5Cl (x = 0, 0.1)."
    text = (
        "The Cu-doped solid electrolytes were synthesized by combining Li2S, P2S5, LiCl, LiBr and CuCl in a ball mill "
        "at 400 rpm for 3 h. The powders were treated at 520 °C for 5 h."
    )
    blocks = [Block(BlockKind.PARAGRAPH, MappedText.from_raw(t), section="Synthesis") for t in (before, text)]
    document = Document("test", None, "", "text/plain", f"{before}\n\n{text}", blocks=blocks)
    (record,) = routes_of(blocks[1], document)
    assert (record.material, record.method) == ("Li6-xCuxPS5Cl", "ball-milling")


def test_of_two_series_none_is_chosen() -> None:
    before = "We study Li6-xCuxPS5Cl (x = 0.1) and Li6-xCuxPS5Br (x = 0.1)."
    text = "The solid electrolytes were made by milling Li2S, P2S5, LiCl, LiBr and CuCl at 400 rpm for 3 h."
    blocks = [Block(BlockKind.PARAGRAPH, MappedText.from_raw(t), section="Synthesis") for t in (before, text)]
    document = Document("test", None, "", "text/plain", f"{before}\n\n{text}", blocks=blocks)
    assert all(r.subject_kind == "class" for r in routes_of(blocks[1], document))
