"""Routes that are told beside a sample's conductivity or activation energy, in whatever syntax."""

from __future__ import annotations

import pytest

from tests.extractors.routes_of_blocks import records


def routes(text: str) -> list[tuple[str | None, str]]:
    return [(r.material, r.method) for r in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rapid quenching widened the range, and 55Na2S-45SiS2 glasses with 4 × 10^-5 S cm^-1 were described.",
            [("55Na2S-45SiS2", "melt-quenching")],
        ),
        (
            "Na3SbSe4 after milling and a 3 h anneal at 320 °C yields 0.85 mS cm^-1 at 25 °C.",
            [("Na3SbSe4", "ball-milling")],
        ),
        ("A milled Na2B10H10 specimen was still at 2 × 10^-6 S cm^-1.", [("Na2B10H10", "ball-milling")]),
        (
            "Li2ZrBr6 owes 0.6 mS cm^-1 to milling-induced disorder and falls to 10^-6 S cm^-1 when heated at 340 °C.",
            [("Li2ZrBr6", "ball-milling")],
        ),
        (
            "Spray pyrolysis of nitrates was scaled up, and the Li7La3Sn2O12 powder exhibits 10^-6 S cm^-1.",
            [("Li7La3Sn2O12", "spray-pyrolysis")],
        ),
        (  # each sample has what stands with it
            "Solution-processed Li3ErBr6 shows 0.3 mS cm^-1, whereas milled Li3HoBr6 reaches 0.9 mS cm^-1.",
            [("Li3ErBr6", "liquid-phase"), ("Li3HoBr6", "ball-milling")],
        ),
        (  # of a filler's route nothing is the composite's
            "With Li6La3ZrTaO12 fibres, prepared by electrospinning, PVDF-LiTFSI-Li6La3ZrTaO12 has 2 × 10^-4 S cm^-1.",
            [("Li6La3ZrTaO12", "electrospinning")],
        ),
        (  # behind the value
            "For Li3HoBr6 a conductivity of 0.9 mS cm^-1 was found after mechanical milling.",
            [("Li3HoBr6", "ball-milling")],
        ),
    ],
)
def test_a_treatment_is_that_of_the_sample_whose_value_stands_with_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert routes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Li3HoBr6 reaches 0.9 mS cm^-1, higher than milled glasses.",
        "Li3HoBr6 shows 0.9 mS cm^-1 and a low sintering temperature.",
        "Li3HoBr6 shows 0.9 mS cm^-1 in a pellet cold-pressed at 300 MPa.",
        "1 M LiPF6 dissolved in EC/DMC has 10 mS cm^-1.",
        "For Li3HoBr6 a conductivity of 0.9 mS cm^-1 was found after annealing at 340 °C for 4 h.",
        "The milled powders were stored in argon.",
    ],
)
def test_what_is_compared_measured_or_liquid_tells_no_route(text: str) -> None:
    assert routes(text) == []


def test_the_conditions_beside_a_value_are_the_steps() -> None:
    (record,) = records(
        "Na3SbSe4 after milling at 400 rpm and annealing at 320 °C for 3 h yields 0.85 mS cm^-1 at 25 °C."
    )
    assert [(s.op, s.speed_rpm, s.temperature_c, s.duration_h) for s in record.steps] == [
        ("mill", 400.0, None, None),
        ("heat", None, 320.0, 3.0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # calcined and sintered: the compound formed in the heat
            "The garnet Li7La3Sn2O12, calcined at 900 °C and sintered at 1,150 °C for 12 h, shows 10^-4 S cm^-1.",
            [("Li7La3Sn2O12", "solid-state-reaction")],
        ),
        (  # only sintered: a body was treated
            "Li7La3Sn2O12 sintered at 1,150 °C for 12 h shows 10^-4 S cm^-1.",
            [("Li7La3Sn2O12", "annealing-only")],
        ),
        (
            "Melts of Na2S and SiS2 were held at 900 °C and quenched in water, which gave 55Na2S-45SiS2 glasses.",
            [("55Na2S-45SiS2", "melt-quenching")],
        ),
        (
            "Na4SnS4 from aqueous solution, heat-treated at 300 °C, attains 0.1 mS cm^-1.",
            [("Na4SnS4", "liquid-phase")],
        ),
        (
            "Li6PS5I powder was cast from an ethanol/toluene slurry into films with 0.2 mS cm^-1.",
            [("Li6PS5I", "tape-casting")],
        ),
        (  # dissolved and cast: no words name it, all steps together do
            "PEO and NaTFSI with EO:Na = 20:1 were dissolved in acetonitrile, stirred at 45 °C for 10 h, cast on PTFE"
            " and dried under vacuum at 55 °C for 30 h; the film had 4 × 10^-6 S cm^-1 at 25 °C.",
            [("PEO-NaTFSI", "solution-casting")],
        ),
        (
            "Li3HoBr6 was made by heating the mixed bromides at 550 °C for 40 h.",
            [("Li3HoBr6", "solid-state-reaction")],
        ),
        (
            "Na3HoCl6 was made from NaCl and HoCl3 in zirconia vials at 500 rpm for 12 h.",
            [("Na3HoCl6", "ball-milling")],
        ),
    ],
)
def test_the_method_that_operations_amount_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert routes(text) == expected
