from __future__ import annotations

import pytest

from pipeline.materials import material_key, same_material


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Li3PS4", "β-Li3PS4", True),
        ("75Li2S-25P2S5", "0.75Li2S-0.25P2S5", True),
        ("Li3PS4", "75Li2S-25P2S5", True),  # the same atoms
        ("LLZO", "cubic LLZO pellet", True),
        ("Li6PS5Cl", "Li6PS5Br", False),
        ("Li1.3Al0.3Ti1.7(PO4)3", "Li1.4Al0.4Ti1.6(PO4)3", False),
        ("LLZO", "LATP", False),
    ],
)
def test_names_of_one_material(one: str, other: str, same: bool) -> None:
    assert same_material([one], [other]) is same
    assert (material_key(one) == material_key(other)) is same


def test_the_formula_goes_before_the_name() -> None:
    assert material_key("LGPS", "Li10GeP2S12") == material_key("Li10GeP2S12")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Li6.35La3Zr1.65W0.30O12", "Li6.35La3Zr1.65W0.3O12"),
        ("Li6.8PS5ClBr0.8", "Li6.8PS5Br0.8Cl"),  # anions that are no whole number together
        ("Li7SrLa2Ta2O12.5", "Li7SrLa2Ta2O12.5"),
        ("Li6.5La3Nb1.25Y0.75O12", "Li6.5La3Y0.75Nb1.25O12"),
        ("70Li2S-30P2S5", "Li7P3S11"),
    ],
)
def test_a_key_is_a_formula_as_a_chemist_writes_it(written: str, key: str) -> None:
    assert material_key(written) == key
