"""Method columns of tables."""

from __future__ import annotations

import pytest

from extractors.synthesis import parse_method_cell


def bare(cell: str, head: str = "") -> tuple[str | None, list[str], list[dict[str, object]]]:
    read = parse_method_cell(cell, head)
    return (
        read.method,
        read.methods,
        [{k: v for k, v in step.model_dump(exclude_none=True).items() if k != "surface"} for step in read.steps],
    )


@pytest.mark.parametrize(
    ("cell", "method", "steps"),
    [
        (
            "Sol–gel method + calcination (800 °C, 6 h)",
            "sol-gel",
            [{"op": "heat", "temperature_c": 800, "duration_h": 6}],
        ),
        (
            "Ball milling (350 rpm, 5 h, Ar atmosphere)",
            "ball-milling",
            [{"op": "mill", "speed_rpm": 350, "duration_h": 5, "atmosphere": "Ar"}],
        ),
        (
            "SPS (980 °C, 15 min) + annealing (1000 °C, 4 h)",
            "spark-plasma-sintering",
            [
                {"op": "heat", "temperature_c": 980, "duration_h": 0.25},
                {"op": "heat", "temperature_c": 1000, "duration_h": 4},
            ],
        ),
        (
            "Mechanochemical milling (450 rpm, 2–4 h) + heat treatment (250 °C, 12 h)",
            "ball-milling",
            [
                {"op": "mill", "speed_rpm": 450, "duration_h": [2, 4]},
                {"op": "heat", "temperature_c": 250, "duration_h": 12},
            ],
        ),
        (
            "Sol–gel method + heat treatment (500 °C, 4 h + 900 °C, 8 h)",
            "sol-gel",
            [
                {"op": "heat", "temperature_c": 500, "duration_h": 4},
                {"op": "heat", "temperature_c": 900, "duration_h": 8},
            ],
        ),
        (
            "Solid-state reaction (773 K, 10 h, air)",
            "solid-state-reaction",
            [{"op": "heat", "temperature_c": 499.85, "duration_h": 10, "atmosphere": "air"}],
        ),
        (
            "Gas–solid reaction (5 MPa of H2, 200 °C, 6 h)",
            "gas-solid",
            [{"op": "heat", "temperature_c": 200, "duration_h": 6, "pressure_mpa": 5, "atmosphere": "H2"}],
        ),
        (
            "UHS (25 A, 36 s)",
            "ultrafast-high-temperature-sintering",
            [{"op": "heat", "duration_h": 0.01}],
        ),
        (
            "Calcining (700 °C, 9 h) + sintering (1000 °C, 6 h)",
            "annealing-only",
            [
                {"op": "heat", "temperature_c": 700, "duration_h": 9},
                {"op": "heat", "temperature_c": 1000, "duration_h": 6},
            ],
        ),
        (
            "Hot pressing (150 °C, 300 MPa)",
            "hot-pressing",
            [{"op": "press", "temperature_c": 150, "pressure_mpa": 300}],
        ),
    ],
)
def test_route_with_conditions(cell: str, method: str, steps: list[dict[str, object]]) -> None:
    assert bare(cell) == (method, [method], steps)


@pytest.mark.parametrize(
    ("cell", "solvent"),
    [
        ("Liquid phase (THF)", "THF"),
        ("Liquid-phase (propyl acetate)", "propyl acetate"),
        ("Solution (ethanol and THF)", "ethanol and THF"),
        ("Wet chemical method (ACN/DME + THF)", "ACN/DME + THF"),
    ],
)
def test_bracket_behind_a_wet_route_is_its_solvent(cell: str, solvent: str) -> None:
    assert bare(cell) == ("liquid-phase", ["liquid-phase"], [{"op": "other", "solvent": solvent}])


@pytest.mark.parametrize(
    ("cell", "method"),
    [
        ("High-energy ball milling", "ball-milling"),
        ("Ultimate-energy mechanical alloying", "ball-milling"),
        ("BM", "ball-milling"),
        ("Melt quenching", "melt-quenching"),
        ("RS", "solid-state-reaction"),
        ("SPS", "spark-plasma-sintering"),
        ("Solid–state reaction", "solid-state-reaction"),
        ("Ion-exchange method", "ion-exchange"),
        ("Ion exchange", "ion-exchange"),
        ("Cold sintering process (CSP)", "cold-sintering"),
        ("Co-precipitation", "co-precipitation"),
        ("Gas passing", "gas-solid"),
        ("PLD", "vapor-deposition"),
        ("RF magnetron sputtering", "vapor-deposition"),
        ("Solution casting", "solution-casting"),
        ("In situ polymerization", "in-situ-polymerization"),
    ],
)
def test_bare_method_has_no_step(cell: str, method: str) -> None:
    assert bare(cell) == (method, [method], [])


def test_conditions_alone_are_the_operation_of_the_column_head() -> None:
    expected = ("annealing-only", ["annealing-only"], [{"op": "heat", "temperature_c": 780, "duration_h": 0.5}])
    assert bare("780 °C/0.5 h", head="Crystallization") == expected
    assert bare("780 °C/0.5 h") == expected


def test_two_routes_are_listed_in_order() -> None:
    assert bare("Melt quenching + hot pressing")[1] == ["melt-quenching", "hot-pressing"]


@pytest.mark.parametrize("cell", ["", "–", "[43]", "3.2 × 10^-4", "This work"])
def test_cell_without_method(cell: str) -> None:
    assert bare(cell) == (None, [], [])


def test_method_span_is_the_words_of_the_method() -> None:
    cell = "Thermolysis (160 °C) + wet chemical method"
    read = parse_method_cell(cell)
    assert read.method_span is not None
    assert cell[slice(*read.method_span)] == "wet chemical method"
