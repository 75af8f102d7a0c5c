"""Balanced reactions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.synthesis.reaction import balance


@pytest.mark.parametrize(
    ("precursors", "target", "equation"),
    [
        (["Li2S", "P2S5", "LiCl"], "Li6PS5Cl", "2.5 Li2S + 0.5 P2S5 + LiCl -> Li6PS5Cl"),
        (["Li2S", "GeS2", "P2S5"], "Li10GeP2S12", "5 Li2S + GeS2 + P2S5 -> Li10GeP2S12"),
        (
            ["LiOH", "La2O3", "ZrO2", "Ta2O5"],
            "Li6.4La3Zr1.4Ta0.6O12",
            "6.4 LiOH + 1.5 La2O3 + 1.4 ZrO2 + 0.3 Ta2O5 -> Li6.4La3Zr1.4Ta0.6O12 + 3.2 H2O",
        ),
        (
            ["Li2CO3", "Al2O3", "TiO2", "NH4H2PO4"],
            "Li1.3Al0.3Ti1.7(PO4)3",
            "0.65 Li2CO3 + 0.15 Al2O3 + 1.7 TiO2 + 3 NH4H2PO4 -> Li1.3Al0.3Ti1.7(PO4)3 + 0.65 CO2 + 4.5 H2O + 3 NH3",
        ),
        (["NaCl", "ZrCl4"], "Na2ZrCl6", "2 NaCl + ZrCl4 -> Na2ZrCl6"),
    ],
)
def test_balanced(precursors: list[str], target: str, equation: str) -> None:
    assert balance(precursors, target).equation == equation


@pytest.mark.parametrize(
    ("precursors", "target", "reason"),
    [
        (["Li2S", "P2S5"], "Li6PS5Cl", "in no starting material: Cl"),
        (["Li2S", "P2S5", "SiCl4"], "Li3PS4", "nothing carries away Cl, Si"),
        (["PEO", "LiTFSI"], "Li3PS4", "not a formula"),
        (["Li2S", "Li2O", "P2S5", "P2O5"], "Li3PS3O", "more than one balance is possible"),
        ([], "Li3PS4", "in no starting material"),
    ],
)
def test_says_why_not(precursors: list[str], target: str, reason: str) -> None:
    reaction = balance(precursors, target)
    assert reaction.equation is None
    assert reason in reaction.reason


@given(st.integers(1, 12), st.integers(1, 6))
def test_mixtures_of_two_salts_always_balance(first: int, second: int) -> None:
    target = f"Li{first}Y{second}Cl{first + 3 * second}"
    equation = balance(["LiCl", "YCl3"], target).equation
    assert equation is not None
    assert equation.endswith(f"-> {target}")
