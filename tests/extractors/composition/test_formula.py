import contextlib
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.elements import ELEMENTS
from extractors.composition.amount import Amount
from extractors.composition.formula import (
    MAXIMUM_LENGTH,
    Atom,
    Formula,
    FormulaError,
    Group,
    parse,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Li6PS5Cl", {"Li": 6, "P": 1, "S": 5, "Cl": 1}),
        ("Li6.4La3Zr1.4Ta0.6O12", {"Li": 6.4, "La": 3, "Zr": 1.4, "Ta": 0.6, "O": 12}),
        ("Li1.3Al0.3Ti1.7(PO4)3", {"Li": 1.3, "Al": 0.3, "Ti": 1.7, "P": 3, "O": 12}),
        ("Li10Ge(P0.9Sb0.1)2S12", {"Li": 10, "Ge": 1, "P": 1.8, "Sb": 0.2, "S": 12}),
        ("Li[Ni0.9Co0.1]O2", {"Li": 1, "Ni": 0.9, "Co": 0.1, "O": 2}),
        ("Li3(CB11H12)2(CB9H10)", {"Li": 3, "C": 3, "B": 31, "H": 34}),
        ("Li4/3Ti5/3O4", {"Li": 4 / 3, "Ti": 5 / 3, "O": 4}),
        ("Na2{B12H12}", {"Na": 2, "B": 12, "H": 12}),
        ("LiCl·0.5H2O", {"Li": 1, "Cl": 1, "H": 1, "O": 0.5}),
        ("Li0.5□0.5TiO3", {"Li": 0.5, "Ti": 1, "O": 3}),
        ("PO4^3-", {"P": 1, "O": 4}),
    ],
)
def test_counts_atoms(text, expected):
    assert parse(text).elements() == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "variables", "sites"),
    [
        ("Li7-xLa3Zr2-xNbxO12", ("x",), ()),
        ("Li1+x+yAlx(Ti,Ge)2-xSiyP3-yO12", ("x", "y"), ()),
        ("Li5La3M2O12", (), ("M",)),
        ("Li6PS5X", (), ("X",)),
        ("LixPOyNz", ("x", "y", "z"), ()),
        ("Li3xLa2/3-xTiO3", ("x",), ()),
        ("Li(6-x)PS(5-x)Cl(1+x)", ("x",), ()),
        ("Na1+xZr2SixP3-xO12", ("x",), ()),
        ("Ln2O3", (), ("Ln",)),
    ],
)
def test_knows_what_is_open(text, variables, sites):
    formula = parse(text)
    assert (formula.variables, formula.sites) == (variables, sites)
    assert not formula.definite
    with pytest.raises(FormulaError):
        formula.elements()


@pytest.mark.parametrize(
    ("series", "values", "expected"),
    [
        ("Li7-xLa3Zr2-xNbxO12", {"x": 0.25}, "Li6.75La3Zr1.75Nb0.25O12"),
        ("Li7-xLa3Zr2-xNbxO12", {"x": 1}, "Li6La3ZrNbO12"),
        ("Li7-xLa3Zr2-xNbxO12", {"x": 0}, "Li7La3Zr2O12"),
        ("Li7-xLa3Zr2-xNbxO12", {"x": 2}, "Li5La3Nb2O12"),
        ("Li6PS5Cl1-xBrx", {"x": "0.10"}, "Li6PS5Cl0.9Br0.1"),
        ("Li5La3M2O12", {"M": "Ta"}, "Li5La3Ta2O12"),
        ("Li2+xHf1-xMxCl6", {"x": 0.2, "M": "Fe3+"}, "Li2.2Hf0.8Fe0.2Cl6"),
        ("Li3+xM1-xZrxCl6", {"M": "Y"}, "Li3+xY1-xZrxCl6"),
        ("Li1+x+yAlx(Ti,Ge)2-xSiyP3-yO12", {"y": 0}, "Li1+xAlx(Ti,Ge)2-xP3O12"),
        ("Li3-2x(OHx)Cl", {"x": 0}, "Li3(O)Cl"),
        ("Li3xLa2/3-xTiO3", {"x": 0.1}, "Li0.3La0.5667TiO3"),
    ],
)
def test_puts_values_into_a_series(series, values, expected):
    assert str(parse(series).substitute(values)) == expected


@pytest.mark.parametrize(
    ("series", "values"),
    [
        ("Li7-xLa3Zr2-xNbxO12", {"x": 3}),
        ("Li5La3M2O12", {"M": "Qq"}),
        ("Lix", {"x": 0}),
        ("LixS", {"x": "many"}),
    ],
)
def test_refuses_impossible_values(series, values):
    with pytest.raises(FormulaError):
        parse(series).substitute(values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "LGPS",
        "LLZO",
        "li2s",
        "Li2S-P2S5",
        "Li2(PS",
        "Li)2",
        "(,)",
        "Li2S wt%",
        "70Li2S",
        "Xyz",
        "Li3" * 100,
        "((((((((((((((Li))))))))))))))",
    ],
)
def test_refuses_what_is_no_formula(text):
    with pytest.raises(FormulaError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "charge"),
    [
        ("Li^+", 1),
        ("Li+", 1),
        ("Nb5+", 5),
        ("S2-", -2),
        ("PO43-", -3),
        ("BH4-", -1),
        ("[B12H12]2-", -2),
        ("PS4^3-", -3),
        ("Li2S", 0),
    ],
)
def test_reads_charges(text, charge):
    assert parse(text).charge == charge


amounts = st.builds(
    lambda constant, terms: Amount(constant, tuple(sorted(terms.items()))),
    st.decimals(min_value="0.01", max_value="40", places=2).map(Fraction),
    st.dictionaries(
        st.sampled_from("xyz"), st.sampled_from([Fraction(1), Fraction(-1), Fraction(2), Fraction(-1, 2)]), max_size=2
    ),
)
atoms = st.builds(Atom, st.sampled_from(sorted(ELEMENTS)), amounts)
groups = st.builds(
    Group, st.lists(atoms, min_size=1, max_size=4).map(tuple), amounts, st.sampled_from("([{"), st.just(False)
)
formulas = st.builds(
    Formula, st.lists(atoms | groups, min_size=1, max_size=6).map(tuple), st.integers(min_value=-4, max_value=4)
)


@given(formulas)
def test_reads_back_what_it_writes(formula):
    assume(len(str(formula)) <= MAXIMUM_LENGTH)
    assert parse(str(formula)) == formula


@given(st.text(max_size=60))
def test_raises_nothing_but_its_own_error(text):
    with contextlib.suppress(FormulaError):
        parse(text)


@given(st.text(alphabet="LiNaPSOClxy0123456789.()[]+-/,^·H2", max_size=40))
def test_survives_formula_like_noise(text):
    try:
        formula = parse(text)
    except FormulaError:
        return
    assert parse(str(formula)) == formula


@given(st.fractions(min_value=0, max_value=1, max_denominator=20))
def test_substitution_conserves_what_the_series_conserves(x):
    elements = parse("Li7-xLa3Zr2-xTaxO12").substitute({"x": x}).elements()
    assert elements["La"] == 3
    assert elements["O"] == 12
    assert elements["Zr"] + elements.get("Ta", 0) == pytest.approx(2, abs=1e-3)
    charge = elements["Li"] + 3 * 3 + 4 * elements["Zr"] + 5 * elements.get("Ta", 0) - 24
    assert charge == pytest.approx(0, abs=2e-3)
