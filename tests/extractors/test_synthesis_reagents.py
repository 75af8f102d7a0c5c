"""Starting materials in words, and what carries a procedure from sentence to sentence and over paragraphs."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import SynthesisRecord
from extractors.synthesis.reagents import with_reagents
from tests.extractors.routes_of_blocks import records, told

IN_WORDS = [
    pytest.param(
        "Sodium carbonate (99%), yttrium oxide and zirconia were used as starting materials. They were milled at 300 "
        "rpm for 8 h. The mixture was calcined at 950 °C for 5 h to obtain Na5YZrO6.",
        ["Na2CO3", "Y2O3", "ZrO2"],
        id="salts and a mineral name",
    ),
    pytest.param(
        "Potassium nitrate, aluminium nitrate nonahydrate and ammonium dihydrogen phosphate were dissolved in "
        "water and stirred at 70 °C for 3 h. The gel was calcined at 700 °C for 6 h to yield K3Al2(PO4)3.",
        ["KNO3", "Al(NO3)3", "NH4H2PO4"],
        id="nitrates with their water",
    ),
    pytest.param(
        "Caesium carbonate, dysprosium oxide and silica were milled at 300 rpm for 8 h. The mixture was "
        "calcined at 950 °C for 5 h to obtain Cs3DySi2O7.",
        ["Cs2CO3", "Dy2O3", "SiO2"],
        id="elements of any period",
    ),
    pytest.param(
        "Lithium sulfide (Li2S, 99.9%) and tin disulfide (SnS2, 99%) were milled at 400 rpm for 12 h to give Li4SnS4.",
        ["Li2S", "SnS2"],
        id="a word and its formula are one",
    ),
]


@pytest.mark.parametrize(("text", "expected"), IN_WORDS)
def test_starting_materials_in_words(text: str, expected: list[str]) -> None:
    (route,) = records(text, section="Experimental")
    assert route.precursors == expected


@pytest.mark.parametrize(
    "text",
    [
        "Li4SnS4 was milled with zirconia balls at 400 rpm for 12 h.",
        "Li4SnS4 was pressed on an alumina plate and annealed at 400 °C for 2 h.",
        "Lithium lanthanum zirconium oxide pellets were sintered at 1100 °C for 2 h with Li7La3Zr2O12 powder.",
    ],
)
def test_vessels_and_compounds_are_no_starting_materials(text: str) -> None:
    assert all(route.precursors == [] for route in records(text, section="Experimental"))


def test_starting_materials_that_are_not_named() -> None:
    (route,) = records(
        "Stoichiometric amounts of the selenides were ground for 30 min and sealed in a silica tube. The tube was "
        "heated to 600 °C for 20 h. The obtained product was pressed at 300 MPa.",
        section="2.1 Synthesis of Na3SbSe4",
    )
    assert (route.material, route.method) == ("Na3SbSe4", "solid-state-reaction")


def test_a_treated_powder_is_not_made_of_its_kind() -> None:
    (route,) = records("The oxide powders were ground and Na3SbSe4 was annealed at 300 °C for 2 h.", section="Methods")
    assert (route.material, route.method) == ("Na3SbSe4", "annealing-only")


def test_a_procedure_goes_on_with_the_kind_of_its_thing() -> None:
    (route,) = records(
        "Li2CO3, SrCO3, Ta2O5 and HfO2 were milled at 250 rpm for 12 h and calcined at 900 °C for 6 h. The electrolyte "
        "powder was heated at 1050 °C for 10 h and pressed at 200 MPa.",
        section="Synthesis of Li3/8Sr7/16Ta3/4Hf1/4O3",
    )
    assert [told(step) for step in route.steps] == [
        ("mill", {"duration_h": 12, "speed_rpm": 250}),
        ("heat", {"temperature_c": 900, "duration_h": 6}),
        ("heat", {"temperature_c": 1050, "duration_h": 10}),
        ("press", {"pressure_mpa": 200}),
    ]


def _of_paragraphs(*paragraphs: str) -> list[SynthesisRecord]:
    found = extract(read_text("\n\n".join(paragraphs), "text"))
    return [record for record in found if isinstance(record, SynthesisRecord)]


FIRST = (
    "Na3InCl6 was made from NaCl and InCl3. They were milled at 450 rpm for 25 h and annealed at 300 °C for 4 h under "
    "argon in a closed tube."
)


def test_the_same_procedure_of_a_paragraph_before() -> None:
    found = _of_paragraphs(
        "2 Experimental",
        "2.1 Synthesis of the indium compound",
        FIRST,
        "2.2 Synthesis of the erbium compound",
        "Na3ErCl6 was prepared following the same procedure and stored in an argon-filled glove box.",
    )
    (first, second) = found
    assert (second.material, second.method) == ("Na3ErCl6", "ball-milling")
    assert [told(step) for step in second.steps] == [told(step) for step in first.steps]


def test_the_procedure_of_another_work_is_not_that_before() -> None:
    found = _of_paragraphs(
        "2 Experimental",
        "2.1 Synthesis of the compounds",
        f"{FIRST} Na3ErCl6 was prepared following the same procedure described in our previous work.",
    )
    assert [record.material for record in found] == ["Na3InCl6"]


def test_a_reference_is_made_another_way() -> None:
    found = records(
        "NaCl and YCl3 were sealed in a silica ampoule and heated at 500 °C for 40 h to obtain Na3YCl6. For "
        "comparison, the same mixture was ball-milled for 30 h at 450 rpm.",
        section="Experimental",
    )
    assert [record.method for record in found] == ["solid-state-reaction", "ball-milling"]


def test_a_target_of_sputtering_is_no_product() -> None:
    (route,) = records("Li3PO4 targets were sputtered in N2 at 3 Pa to deposit LiPON films.", section="Methods")
    assert route.material == "LiPON"


def test_what_a_method_was_used_for() -> None:
    (route,) = records("For Na3.4Zr2Si2.4P0.6O12, a sol-gel method was applied.")
    assert (route.material, route.method) == ("Na3.4Zr2Si2.4P0.6O12", "sol-gel")
    assert records("For Na3.4Zr2Si2.4P0.6O12, the sol-gel samples conduct best.") == []


def test_a_film_is_deposited_on_something() -> None:
    (route,) = records("Films of LLZO were deposited by sputtering at 650 °C on MgO.")
    assert [told(step) for step in route.steps] == [("deposit", {"temperature_c": 650})]


def test_a_member_is_meant_rather_than_its_kind() -> None:
    (route,) = records("Halides, notably Li3InCl6, were studied. It can be crystallized directly from water.")
    assert (route.material, route.method) == ("Li3InCl6", "liquid-phase")


def test_an_electrode_compound() -> None:
    (route,) = records("NaCrO2 was prepared by a solid-state reaction at 900 °C.")
    assert route.role == "electrode"


def test_sintering_alone_tells_no_route_of_the_paper() -> None:
    told_in = ("2 Experimental", "2.1 Synthesis of the indium compound", FIRST, "3 Results and discussion")
    chart = "A flow chart of the preparation and the sintering of Na3InCl6 pellets is shown in Figure 1."
    assert len(_of_paragraphs(*told_in, chart)) == 1
    heated = "Na3InCl6 pellets were prepared by sintering at 350 °C for 6 h and look the same in Figure 1."
    assert [r.method for r in _of_paragraphs(*told_in, heated)] == ["ball-milling", "annealing-only"]


def test_a_title_that_is_cited() -> None:
    title = "Densification of a garnet-type LLZO sheet by a cold-sintering process"
    assert records(f"Author, A. {title}. Journal 2020.", title=title) == []


def test_what_reacts_in_the_heat() -> None:
    (route,) = records("Na3ErCl6 was obtained from the chlorides, which were reacted at 550 °C for 20 h.")
    assert route.method == "solid-state-reaction"


def test_conditions_of_a_method_listed_beside_a_treatment_are_its_own() -> None:
    (route,) = records("LLZO sheets calcined at 700 °C, CSP with water at 180 °C for 20 min are compared.")
    assert [told(step) for step in route.steps] == [("heat", {"temperature_c": 700})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jet milling and solid-state reacted powders are costly. Na3YSi3O9 conducts well.", []),
        ("The density of solid-state-reacted Na3YSi3O9 is high.", [("Na3YSi3O9", "solid-state-reaction")]),
        ("A sol-gel-based approach to Na3YSi3O9 was shown.", [("Na3YSi3O9", "sol-gel")]),
        ("The sol-gel-based samples are similar to Na3YSi3O9.", []),
        ("Na3YSi3O9 conducts well. Kim et al. report a sol-gel route that is simple.", [("Na3YSi3O9", "sol-gel")]),
        ("Na3YSi3O9 powder was jet milled.", [("Na3YSi3O9", "ball-milling")]),
    ],
)
def test_short_ways_of_telling(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(route.material, route.method) for route in records(text)] == expected


def test_a_metal_of_several_oxides_is_not_told_by_its_name() -> None:
    told = with_reagents("Manganese oxide, cobalt oxide and rubidium carbonate were weighed.", [])
    assert [material.name for material in told] == ["Rb2CO3"]


def test_a_list_in_front_of_precursors_is_what_it_starts_from() -> None:
    text = "Li6PS5I was prepared by a liquid phase process under the ultrasonication of Li2S, P2S5, and LiI {} in THF."
    assert records(text.format("precursors"))[0].precursors == ["Li2S", "P2S5", "LiI"]
    assert records(text.format("peaks"))[0].precursors == []
