"""Ways of making told one by one, things called by their kind, and what a making is not told of."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import SynthesisRecord
from tests.extractors.routes_of_blocks import records, told


def routes(text: str, section: str = "Introduction") -> set[tuple[str | None, str]]:
    return {(r.material, r.method) for r in records(text, section)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "There are several methods to prepare Li7La3Zr2O12. Solid-state reaction at 1200 °C is the most common "
            "one. The sol-gel route needs a lower temperature. Spark plasma sintering gives the densest pellets.",
            {
                ("Li7La3Zr2O12", "solid-state-reaction"),
                ("Li7La3Zr2O12", "sol-gel"),
                ("Li7La3Zr2O12", "spark-plasma-sintering"),
            },
            id="one by one",
        ),
        pytest.param(
            "Na3SbS4 can be synthesized in several ways. Aqueous solution synthesis is attractive for large batches, "
            "while ball milling needs no solvent.",
            {("Na3SbS4", "liquid-phase"), ("Na3SbS4", "ball-milling")},
            id="two in a sentence",
        ),
        pytest.param(
            "A number of techniques exist to deposit LiPON films. RF sputtering is slow. The SiO2 buffer may form.",
            {("LiPON", "vapor-deposition")},
            id="films",
        ),
        pytest.param(
            "PEO-LiTFSI membranes are made by different processes. Solution casting dominates. Hot pressing avoids it.",
            {("PEO-LiTFSI", "solution-casting"), ("PEO-LiTFSI", "hot-pressing")},
            id="membranes",
        ),
        pytest.param("Li7P3S11 conducts well. Ball milling is used in many industries.", set(), id="no ways are told"),
        pytest.param(
            "There are many ways to prepare Na3SbS4. Ball milling of Li3InCl6 takes a day.",
            {("Li3InCl6", "ball-milling")},
            id="another thing is named",
        ),
    ],
)
def test_ways_of_making_one_thing(text: str, expected: set[tuple[str, str]]) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This article describes a solution process to crystallize Na3PS4 in pores.", {("Na3PS4", "liquid-phase")}),
        ("Ethanol was identified as a suitable solvent to crystallize Li6PS5Br.", {("Li6PS5Br", "liquid-phase")}),
        (
            "Cast electrodes of LiFePO4 and PVDF binder are prepared and infiltrated with Li6PS5Br using ethanol as a "
            "solvent.",
            {("Li6PS5Br", "infiltration")},
        ),
        (
            "The rate agrees with that of LiCoO2 cathodes infiltrated with sulfide-based electrolytes (Li6PS5Br).",
            {("Li6PS5Br", "infiltration")},
        ),
        (
            "The conductivity of Ta-doped LLZO after 8 h of sintering at 1120 °C was measured.",
            {("Ta-doped LLZO", "annealing-only")},
        ),
        (
            "The halides Na3ErCl6 and ternary halides Na3YCl6 and NaTaCl6 were made by ball milling.",
            {("Na3ErCl6", "ball-milling"), ("Na3YCl6", "ball-milling"), ("NaTaCl6", "ball-milling")},
        ),
        # nothing is made
        ("To make sure that hot pressing closes the pores of Li7La3Zr2O12, a die was used.", set()),
    ],
)
def test_what_is_made(text: str, expected: set[tuple[str, str]]) -> None:
    assert routes(text) == expected


def test_a_hydrate_has_no_variable() -> None:
    text = (
        "Na1+xZr2SixP3-xO12 (x = 1.6, 2.0, 2.4) was made from ZrO(NO3)2·xH2O and NaNO3. For the composition x = 2.4, a "
        "solid-state reaction was used."
    )
    assert ("Na3.4Zr2Si2.4P0.6O12", "solid-state-reaction") in routes(text, "Experimental")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a milling told as grinding; the medium is no thing of its own
        (
            "Li3InCl6 was prepared by ball milling. The mixture was ball ground at 450 rpm for 9 h, taking YSZ "
            "(3 mm in diameter) as the grinding medium.",
            [("mill", {"duration_h": 9.0, "speed_rpm": 450.0})],
        ),
        # left to stand
        (
            "PEO-LiTFSI was prepared by solution casting, dried at 50 °C for 20 h, then standing in a box for 30 h.",
            [("dry", {"temperature_c": 50.0, "duration_h": 20.0}), ("other", {"duration_h": 30.0})],
        ),
        # where heating up began
        (
            "Na3PS4 was prepared by a sol-gel route. The gel was calcined at 600 °C (starting from 23 °C) for 8 h.",
            [("heat", {"temperature_c": 600.0, "duration_h": 8.0})],
        ),
        # the pressure of a vacuum is none of a treatment
        (
            "Na3PS4 was heat treated under vacuum (10^-3 mbar) at 260 °C for 10 h.",
            [("heat", {"temperature_c": 260.0, "duration_h": 10.0})],
        ),
        (
            "Na3PS4 was heat treated at 260 °C and 50 MPa for 10 h.",
            [("heat", {"temperature_c": 260.0, "duration_h": 10.0, "pressure_mpa": 50.0})],
        ),
    ],
)
def test_steps(text: str, expected: list[tuple[str, dict[str, Any]]]) -> None:
    (record,) = records(text, "Experimental")
    assert [step for step in map(told, record.steps) if step[1]] == expected


def test_several_things_mixed_are_sources() -> None:
    assert routes("Na2B12H12 and Na2B10H10 were mixed by ball milling in an equimolar ratio.", "Experimental") == set()


def test_the_place_of_a_route_is_where_it_is_told() -> None:
    text = (
        "Nyquist plots of the porous and cold-sintered Li1.4Al0.4Ti1.6(PO4)3 sheets "
        "differ. The Li1.4Al0.4Ti1.6(PO4)3 sheets prepared by CSP for 4 and 8 min conduct better."
    )
    (record,) = records(text, "Results")
    assert record.method_surface == "CSP"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each thing made by the method in front has its own source
        (
            "Using the sol-gel method, Meyer et al. made Li5La3Nb2O12 [4], and Sato et al. made Li7La3Zr2O12 [5].",
            {"Li5La3Nb2O12": [4], "Li7La3Zr2O12": [5]},
        ),
        (
            "Sulfides have been made by ball milling, including Li6PS5Br [7], Li3PS4 [8] and Na3SbS4 [9].",
            {"Li6PS5Br": [7], "Li3PS4": [8], "Na3SbS4": [9]},
        ),
        ("By ball milling, Meyer et al. made Li6PS5Br and Na3SbS4 [7].", {"Li6PS5Br": [7], "Na3SbS4": [7]}),
        ("Li6PS5Br was made by ball milling [7].", {"Li6PS5Br": [7]}),
    ],
)
def test_sources_of_several(text: str, expected: dict[str, list[int]]) -> None:
    document = read_text(
        text + "\n\nReferences\n" + "".join(f"[{n}] A. Author, J. Test. {n} (2020) 1.\n" for n in range(1, 10))
    )
    made = [r for r in extract(document) if isinstance(r, SynthesisRecord)]
    assert {r.material: r.references for r in made} == expected


OWN = "Abstract\n\nHere we report Li6.4La3Zr1.4Nb0.6O12 garnets.\n\n3. Results\n\n"


def heats(text: str) -> list[tuple[str | None, Any, Any]]:
    """Material, temperature and time of each heat treatment told of the authors' own samples."""
    made = [r for r in extract(read_text(OWN + text)) if isinstance(r, SynthesisRecord)]
    return [(r.material, s.temperature_c, s.duration_h) for r in made for s in r.steps if s.op == "heat"]


def test_samples_told_by_their_treatments() -> None:
    text = (
        "Pellets of Li6.4La3Zr1.4Nb0.6O12 have a high density (96.2%). The curve of the sample sintered at 1150 °C for "
        "2 h is low. That of the sample sintered at 1180 °C for 5 h is flat. The sample sintered at 1180 °C is good.\n"
    )
    assert heats(text) == [("Li6.4La3Zr1.4Nb0.6O12", 1150.0, 2.0), ("Li6.4La3Zr1.4Nb0.6O12", 1180.0, 5.0)]


def test_what_was_not_seen_is_no_method() -> None:
    text = (
        "Patterns of LATP sheets calcined at 700 °C are shown. A shift of the peaks of the LATP sheet was not observed "
        "by CSP treatment."
    )
    assert routes(text, "Results") == {("LATP", "annealing-only")}


def test_a_way_named_by_its_steps_is_where_it_is_named() -> None:
    text = "Na3YCl6 was made by Meyer et al. via a two-step process, in which chlorides were reacted at 500 °C for 9 h."
    (record,) = records(text)
    assert (record.start, record.end) == text_place(text, "two-step process")


def text_place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_what_was_not_seen_after_a_method_tells_no_route() -> None:
    text = "The conductivity of Li3InCl6 is high. A shift of the Li3InCl6 peaks was not observed by ball milling.\n"
    made = [r for r in extract(read_text(OWN + text)) if isinstance(r, SynthesisRecord)]
    assert made == []


def test_heated_to_crystallize_is_a_step() -> None:
    text = "Solvent was removed by heating electrodes to 90 °C, then heating to 190 °C for 5 h to crystallize Na3PS4"
    assert routes(text, "Results") == set()


def test_pressing_makes_no_compound() -> None:
    text = "Li6+xSixSb1-xS5I (x = 0.5) is new. It is prepared by a simple synthesis. Cold pressed pellets conduct well."
    assert routes(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A cell was built with FEC infiltrated sulfide electrolyte and cycled.",
            [("FEC infiltrated sulfide electrolyte", "infiltration")],
        ),
        (  # nothing tells what it was filled with
            "A cell was built with the infiltrated sulfide electrolyte and cycled.",
            [],
        ),
        ("The conductivity of Li6PS5Br electrolytes versus milling time is shown.", [("Li6PS5Br", "ball-milling")]),
        ("Nyquist plots of Na3PS4 samples for different milling times.", [("Na3PS4", "ball-milling")]),
        ("The particle size of Li2S powders versus milling time is shown.", []),  # a reagent
        ("The conductivity of Li6PS5Br rises, and the milling time was chosen freely.", []),
    ],
)
def test_filled_bodies_and_times_of_milling(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.material, r.method) for r in records(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hydrothermal vessels are cheap. Abe et al. used this method to prepare LAGP powder.",
            [("LAGP", "hydrothermal")],
        ),
        ("Vessels are cheap. Abe et al. used this method to prepare LAGP powder.", []),  # none was named
        (
            "A freeze-drying route was developed for halides. The as-prepared Li3HoCl6 conducts well.",
            [("Li3HoCl6", "freeze-drying")],
        ),
        (  # not said to have come of it
            "A freeze-drying route was developed for halides. The known Li3HoCl6 shows 1 mS cm^-1.",
            [("halides", "freeze-drying")],
        ),
        ("Later a new combustion method was developed which yields Al-doped LLZO.", [("Al-doped LLZO", "combustion")]),
        ("Later a new combustion method was developed which needs Al-doped LLZO.", []),
        (
            "Halides were obtained by a vacuum evaporation-assisted synthesis. The as-prepared Li3HoCl6 shows 1 mS/cm.",
            [("Li3HoCl6", "liquid-phase")],
        ),
    ],
)
def test_methods_and_targets_of_the_sentence_beside(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.material, r.method) for r in records(text)] == expected


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("LiBO2 and LiI were heated at 800 °C to prepare Li4B7O12I. The melt was poured onto steel.", "melt-quenching"),
        ("LiBO2 and LiI were heated at 800 °C to prepare Li4B7O12I. The lid was opened.", "solid-state-reaction"),
    ],
)
def test_what_was_heated_had_melted(text: str, method: str) -> None:
    assert [r.method for r in records(text)] == [method]


def test_two_works_have_a_condition_and_a_source_each() -> None:
    end = "\n\nReferences\n\n[8] A. Abe, J. Test 2010, 1, 1.\n\n[9] B. Ono, J. Test 2011, 1, 1.\n"
    told = "Abe et al. and Ono et al. reported LAGP by the sol-gel method, sintered at 800 °C and 850 °C{} [8,9].{}"
    found = extract(read_text(told.format(", respectively", end), "review"))
    routes = [r for r in found if isinstance(r, SynthesisRecord)]
    assert [([s.temperature_c for s in r.steps], r.references) for r in routes] == [([800.0], [8]), ([850.0], [9])]
    found = extract(read_text(told.format("", end), "review"))
    assert len([r for r in found if isinstance(r, SynthesisRecord)]) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Na1+xHf2SixP3-xO12 was made by a sol-gel method for x = 1.2.", ["Na2.2Hf2Si1.2P1.8O12"]),
        ("Na1+xHf2SixP3-xO12 was made by a sol-gel method for x = 1.2 and 1.6.", ["Na1+xHf2SixP3-xO12"]),
        ("Na1+xHf2SixP3-xO12 was made by a sol-gel method. Its best x = 1.2.", ["Na1+xHf2SixP3-xO12"]),
        (
            "The conductivity of Na2.8Sb0.8W0.2S4 is high. Discs of the material were prepared by cold pressing and "
            "annealing at 250 °C.",
            ["Na2.8Sb0.8W0.2S4"],
        ),
        (
            "The conductivity of Na2.8Sb0.8W0.2S4 is high. Discs of steel were prepared by cold pressing and annealing "
            "at 250 °C.",
            [],
        ),
    ],
)
def test_the_member_made_and_bodies_of_the_material(text: str, expected: list[str]) -> None:
    assert [r.material for r in records(text)] == expected
