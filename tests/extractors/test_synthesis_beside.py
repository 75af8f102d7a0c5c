"""Methods beside a material, samples named around the verb, compounds formed by heating, conditions of steps."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.mapped_text import MappedText
from extractors.synthesis.reaction import leaves_nothing
from extractors.synthesis.steps import find_steps
from tests.extractors.routes_of_blocks import records, routes_of


def routes(text: str) -> list[tuple[str | None, str]]:
    return [(r.material, r.method) for r in records(text)]


def values(text: str) -> list[tuple[str, dict[str, Any]]]:
    placed = [(s.op, {name: c.value for name, c in s.values.items()}) for s in find_steps(text)]
    return [(op, given) for op, given in placed if given]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the method stands beside the material, no verb of making between
        (
            "The effect of SPS temperature on the density of LAGP pellets was studied.",
            [("LAGP", "spark-plasma-sintering")],
        ),
        ("The density of LAGP after sintering at 850 °C for 6 h was 91%.", [("LAGP", "annealing-only")]),
        ("An image of the LAGP powder after the ball milling process is shown.", []),
        (
            "Patterns of Na3PS4 made from an ethanol solution compared to ball milling.",
            [("Na3PS4", "liquid-phase")],
        ),
        (
            "Later, ALD depositions of both Li3BO3 and LiPON were reported.",
            [("Li3BO3", "vapor-deposition"), ("LiPON", "vapor-deposition")],
        ),
        ("A 50 nm ALD LiPON layer serves as the electrolyte.", [("LiPON", "vapor-deposition")]),
        ("Freeze-drying offers another route to Li3InCl6.", [("Li3InCl6", "freeze-drying")]),
        ("A sol-gel route was chosen for Li7La3Zr2O12.", [("Li7La3Zr2O12", "sol-gel")]),
        (
            "Ultrafast high-temperature sintering has been applied to Li7La3Zr2O12.",
            [("Li7La3Zr2O12", "ultrafast-high-temperature-sintering")],
        ),
        (
            "The conductivity of Li2B12H12 is enhanced by three orders of magnitude upon ball milling.",
            [("Li2B12H12", "ball-milling")],
        ),
        (
            "The conductivity of the Li3YCl6 sample sintered at 500 °C by SPS was 0.4 mS cm^-1.",
            [("Li3YCl6", "spark-plasma-sintering")],
        ),
        (
            "80Li2S-20P2S5 glass-ceramic showed a conductivity as high as 0.9 mS cm^-1 after annealing at 230 °C.",
            [("80Li2S-20P2S5", "annealing-only")],
        ),
        ("When hot-pressed at 280 °C, Li7P3S11 reaches 10 mS cm^-1.", [("Li7P3S11", "hot-pressing")]),
        (
            "Compared with Li6PS5Br obtained by ball milling, the heated sample is more crystalline.",
            [("Li6PS5Br", "ball-milling")],
        ),
        (
            "Chen et al. ball milled LiBr and YBr3 at 400 rpm for 30 h and obtained Li3YBr6.",
            [("Li3YBr6", "ball-milling")],
        ),
        (
            "After sintering at 1120 °C for 5 h, Li5La3Ta2O12 pellets exhibited a high density.",
            [("Li5La3Ta2O12", "annealing-only")],
        ),
        ("Flame spray pyrolysis delivers nanopowders of Li5La3Ta2O12.", [("Li5La3Ta2O12", "spray-pyrolysis")]),
        ("Kim et al. showed that Na3SbS4 can be recrystallized from aqueous solution.", [("Na3SbS4", "liquid-phase")]),
        # what is not made, or not by this
        ("The effect of ball milling on the size of the cathode was studied, and Li3PS4 was the electrolyte.", []),
        ("Dense Li3BO3 can hardly be obtained by solid-state reaction.", []),
        ("Ball milling of the Li7La3Zr2O12 precursors had little effect.", []),
        ("The impedance of cold-pressed Li3ErCl6 was measured.", []),
        ("Symmetric cells of Li6PS5Br were pressed at 500 MPa for 3 min.", []),
    ],
)
def test_methods_beside_materials(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # members of a class, and what a class turned out to be
        (
            "Halide electrolytes such as Li3YCl6 and Li3ErCl6 were prepared by ball milling.",
            [("Li3YCl6", "ball-milling"), ("Li3ErCl6", "ball-milling")],
        ),
        ("A Li6PS5Cl-analog such as Li6PS5Br was prepared by ball milling.", [("Li6PS5Br", "ball-milling")]),
        (
            "They prepared a bromine-doped Si-based SE (Li9.5Si1.7P1.4S11.7Br0.3) by ball milling.",
            [("Li9.5Si1.7P1.4S11.7Br0.3", "ball-milling")],
        ),
        (
            "Na3SbS4 with impurities such as Na2S and Na3SbO4 was obtained by ball milling.",
            [("Na3SbS4", "ball-milling")],
        ),
        ("Li4GeO4, which has a tetrahedral structure, was made by ball milling.", [("Li4GeO4", "ball-milling")]),
        # heat that makes the compound, and heat that only treats it
        (
            "Li6PS5Br prepared by annealing at 500 °C for 5 h has a high conductivity.",
            [("Li6PS5Br", "solid-state-reaction")],
        ),
        ("Na3SbS4 pellets were prepared by sintering at 300 °C for 5 h.", [("Na3SbS4", "annealing-only")]),
        (
            "Li3GaF6 was synthesized by reacting stoichiometric precursors (LiF and GaF3) at 650 °C.",
            [("Li3GaF6", "solid-state-reaction")],
        ),
        ("The reaction of Li2S with B2S3 at 500 °C produces Li3BS3.", [("Li3BS3", "solid-state-reaction")]),
    ],
)
def test_who_was_made(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected


def test_powder_milled_with_an_active_material_is_an_electrode() -> None:
    found = records("Li6PS5Br was ball milled together with LiCoO2 to prepare the composite cathode.")
    assert {r.role for r in found} == {"electrode"}


def test_change_of_phase_is_a_route_of_its_own() -> None:
    found = records(
        "Li1.4Al0.4Ti1.6(PO4)3 glass was made by melt quenching. Li1.4Al0.4Ti1.6(PO4)3 glass was converted to "
        "glass-ceramic by heat treatment at 900 °C for 6 h. TiO2 was detected in samples heat-treated above 950 °C."
    )
    assert [(r.method, [s.temperature_c for s in r.steps if s.temperature_c]) for r in found] == [
        ("melt-quenching", []),
        ("annealing-only", [900.0]),
    ]


def test_values_told_respectively() -> None:
    found = records(
        "Samples were made from Li2S, P2S5 and LiBr. They were heated at 450 and 500 °C for 8 h to obtain Li6PS5Br and "
        "Li5.5PS4.5Br1.5, respectively."
    )
    assert {r.material: r.steps[-1].temperature_c for r in found} == {"Li6PS5Br": 450.0, "Li5.5PS4.5Br1.5": 500.0}


def test_series_with_listed_members_is_definite() -> None:
    text = "A series of (100-x)Li2S-xP2S5 glasses were synthesized by ball milling, such as 80Li2S-20P2S5."
    assert [r.subject_kind for r in records(text)] == ["specific"]


def test_target_has_all_elements_of_its_starting_materials() -> None:
    told = MappedText.from_raw("We report the conductors Li3Y1-xZrxCl6 and Li3YCl6.")
    made = "Stoichiometric amounts of LiCl, YCl3 and ZrCl4 were mixed and heated to 550 °C for 24 h."
    blocks = [
        Block(BlockKind.PARAGRAPH, told, section="1 Introduction"),
        Block(BlockKind.PARAGRAPH, MappedText.from_raw(made), section="2.1 Synthesis"),
    ]
    document = Document("test", None, "", "text/plain", told.text, blocks=blocks)
    assert [r.material for r in routes_of(blocks[1], document)] == ["Li3Y1-xZrxCl6"]
    assert not leaves_nothing("Li3YCl6", ["LiCl", "YCl3", "ZrCl4"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pressure of 300 MPa was applied.", [("press", {"pressure_mpa": 300.0})]),
        (
            "The temperature was raised to 900 °C at 3 °C/min and kept for 6 h.",
            [("heat", {"temperature_c": 900.0, "ramp_k_min": 3.0, "duration_h": 6.0})],
        ),
        (
            "It was milled at 400 rpm for 8 h (the mass ratio of balls to powder was 30:1) and cooled at 2 °C/min.",
            [("mill", {"speed_rpm": 400.0, "duration_h": 8.0, "ball_ratio": 30.0})],
        ),
        (
            "It was heated from room temperature to 500 °C within 3 h and kept for 24 h.",
            [("heat", {"temperature_c": 500.0, "duration_h": 24.0})],
        ),
        ("It was annealed at 823 K (550 °C) for 3 h.", [("heat", {"temperature_c": 549.85, "duration_h": 3.0})]),
        (
            "It was heated to 550 °C for 50 h, then cooled down to 450 °C for another 90 h.",
            [
                ("heat", {"temperature_c": 550.0, "duration_h": 50.0}),
                ("heat", {"temperature_c": 450.0, "duration_h": 90.0}),
            ],
        ),
        (
            "Pellets sintered at 650 °C are comparable to those sintered at 850 °C for 2 h.",
            [("heat", {"temperature_c": 650.0})],
        ),
        ("It cannot be quenched to room temperature.", []),
        (
            "The tube was heated at 550 °C for 7 days and slowly cooled over 24 h.",
            [("heat", {"temperature_c": 550.0, "duration_h": 168.0})],
        ),
        (
            "The layer was deposited at 250 °C, the purging times were extended to 30 s.",
            [("deposit", {"temperature_c": 250.0})],
        ),
    ],
)
def test_steps(text: str, expected: list[tuple[str, dict[str, Any]]]) -> None:
    assert values(text) == expected
