"""Measured or computed: by the value's sentence, else by what the whole paper does."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract

SIMULATIONS = """Diffusion of sodium ions in rare-earth silicates

Abstract

In this work we study Na5LuSi4O12 by ab initio molecular dynamics. {value}

Methods

Density functional theory calculations were made with a plane-wave basis. AIMD simulations ran at 600, 800 and 1000 K.
"""
MANY = "All barriers were calculated by the nudged elastic band method and compared with simulated jumps. " * 12
FEW = (
    "The pellets were sintered, pressed and measured by impedance spectroscopy; XRD patterns of pellets were taken. "
    * 3
)


def origins(text: str) -> list[tuple[float, str]]:
    return [(record.value_low, record.origin) for record in extract(read_text(text)) if record.kind != "synthesis"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The predicted conductivity of Li3HoCl6 is 2 mS/cm, the measured one 0.5.", ["computed"]),
        ("For Li3HoCl6 a conductivity of 2 mS/cm was calculated by AIMD.", ["computed"]),
        ("The conductivity of Li3HoCl6, calculated from the resistance of its pellet, is 2 mS/cm.", ["experimental"]),
        ("Conductivities calculated using the impedance spectra of Li3HoCl6 reach 2 mS/cm.", ["experimental"]),
        ("The conductivity of Li3HoCl6 is 2 mS/cm, in good agreement with experiment.", ["computed"]),
        ("The measured conductivity of Li3HoCl6 is 2 mS/cm, in agreement with earlier experiments.", ["experimental"]),
        ("The conductivity of Li3HoCl6 is 2 mS/cm, in line with the simulated one.", ["experimental"]),
        ("By molecular dynamics, a conductivity of 2 mS/cm is found for Li3HoCl6.", ["computed"]),
        ("Li3HoCl6 has a conductivity of 2 mS/cm.", ["experimental"]),
    ],
)  # fmt: skip
def test_a_sentence_says_how_its_values_were_found(sentence: str, expected: list[str]) -> None:
    assert [origin for _, origin in origins(sentence)] == expected


def test_a_paper_on_simulations_computes_its_own_values() -> None:
    own = "Na5LuSi4O12 has a conductivity of 2 mS/cm at 300 K."
    assert origins(SIMULATIONS.format(value=own) + MANY) == [(2e-3, "computed")]
    assert origins(SIMULATIONS.format(value=own) + MANY + FEW) == [(2e-3, "experimental")]


def test_values_of_others_are_measured_there_too() -> None:
    cited = "Na5LuSi4O12 has a conductivity of 2 mS/cm at 300 K [1]."
    bibliography = "\nReferences\n\n[1] A. Author, J. Chem. 2019, 1, 2.\n"
    assert origins(SIMULATIONS.format(value=cited) + MANY + bibliography) == [(2e-3, "experimental")]
    measured = "Na5LuSi4O12 has a measured conductivity of 2 mS/cm at 300 K."
    assert origins(SIMULATIONS.format(value=measured) + MANY) == [(2e-3, "experimental")]
