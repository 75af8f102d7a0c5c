import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition.balance import cannot_balance, is_balanced, neighbours, residual_charge
from extractors.composition.formula import parse


@pytest.mark.parametrize(
    "text",
    [
        "Li6PS5Cl", "Li7La3Zr2O12", "Li6.4La3Zr1.4Ta0.6O12", "Li10GeP2S12", "Na3Zr2Si2PO12", "Li1.3Al0.3Ti1.7(PO4)3",
        "Li3InCl6", "Li2.25Zr0.75Fe0.25Cl6", "Li3OCl", "Li3N", "Li2SO4", "LiBH4", "Na2B12H12", "Li3(CB11H12)2(CB9H10)",
        "Na2(NH2)(BH4)", "LiNi0.8Co0.1Mn0.1O2", "LiFePO4", "Li9.54Si1.74P1.44S11.7Cl0.3", "PO4^3-", "Na4B36H34",
    ],
)  # fmt: skip
def test_known_compounds_balance(text):
    assert is_balanced(text) is True


@pytest.mark.parametrize("text", ["Li6P5SI", "Li5PS5Cl", "NaS6", "LiZr2(PO4)2", "Li2InCl6"])
def test_misprints_do_not(text):
    assert is_balanced(text) is False


@pytest.mark.parametrize("text", ["Li7-xLa3Zr2-xNbxO12", "Li6PS5X", "LGPS", "C2H6"])
def test_says_nothing_where_nothing_can_be_said(text):
    assert is_balanced(text) is None


@pytest.mark.parametrize(
    ("misprint", "meant"),
    [
        ("Li6P5SI", "Li6PS5I"),
        ("LiZr2(PO4)2", "LiZr2(PO4)3"),
        ("Li5PS5Cl", "Li6PS5Cl"),
        ("Li2InCl6", "Li3InCl6"),
        ("Li725La3Zr1.75Al0.25O12", "Li7.25La3Zr1.75Al0.25O12"),
    ],
)
def test_offers_the_balanced_neighbour(misprint, meant):
    assert meant in list(neighbours(misprint))[:3]


def test_what_the_document_names_comes_first():
    assert next(neighbours("Li5GaS5", known=["Li5GaS4"])) == "Li5GaS4"


@pytest.mark.parametrize("text", ["Li6PS5Cl", "not a formula", "Li6PS5X"])
def test_offers_nothing_for_the_rest(text):
    assert not list(neighbours(text))


@given(st.fractions(min_value=0, max_value=1, max_denominator=50))
def test_aliovalent_substitution_keeps_the_balance(x):
    for series in ("Li7-xLa3Zr2-xTaxO12", "Li1+xAlxTi2-x(PO4)3", "Li6-xPS5-xCl1+x", "Li3-xY1-xZrxCl6"):
        assert residual_charge(parse(series).substitute({"x": x})) == 0


SYMBOLS = st.sampled_from(["Li", "Na", "B", "C", "H", "O", "S", "P", "Cl", "I", "N", "Ti", "La", "Zr", "Cs", "Xx"])
AMOUNTS = st.one_of(st.just(""), st.integers(0, 20).map(str), st.decimals(0, 9, places=2).map(str))
ATOMS = st.lists(st.tuples(SYMBOLS, AMOUNTS).map("".join), min_size=1, max_size=4).map("".join)
GROUPS = st.tuples(ATOMS, AMOUNTS).map(lambda group: "({}){}".format(*group))


@given(st.lists(st.one_of(ATOMS, GROUPS), min_size=1, max_size=3).map("".join))
def test_the_short_way_never_drops_what_the_grammar_finds_balanced(text):
    assert not (cannot_balance(text) and is_balanced(text))
