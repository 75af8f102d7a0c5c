import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition import expand_series, find_materials, series_values_near


def series_of(text):
    return next(material for material in find_materials(text) if material.variables)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Li7-xLa3Zr2-xTaxO12 (x = 0, 0.1, 0.25) was", [{"x": 0}, {"x": 0.1}, {"x": 0.25}]),
        ("Li7-xLa3Zr2-xTaxO12 with x = 0.2, 0.4 and 0.6.", [{"x": 0.2}, {"x": 0.4}, {"x": 0.6}]),
        ("Li7-xLa3Zr2-xTaxO12 (0 ≤ x ≤ 1) was", []),
        ("Li7-xLa3Zr2-xTaxO12 (x = 0–0.5) was", []),
        ("Li7-xLa3Zr2-xTaxO12 was milled. For x = 0.2 it", []),
        ("Li6PS5X (X = Cl, Br, I) was", [{"X": "Cl"}, {"X": "Br"}, {"X": "I"}]),
        ("Li3MCl6 (M = Y or Er) was", [{"M": "Y"}, {"M": "Er"}]),
        ("Li5La3M2O12 (M = Nb5+, Ta5+) was", [{"M": "Nb"}, {"M": "Ta"}]),
        ("Li3MX6 (M = Y, Er; X = Cl) was", [{"M": "Y", "X": "Cl"}, {"M": "Er", "X": "Cl"}]),
        ("For x = 0.5, Li1+xAlxGe2-x(PO4)3 had", [{"x": 0.5}]),
        ("Li1+x+yAlxTi2-xSiyP3-yO12 (x = 0.3, y = 0.2) had", [{"x": 0.3, "y": 0.2}]),
        ("Li3-xY1-xZrxCl6 (x = 0.5, 1.4 mS cm^-1) had", [{"x": 0.5}]),
    ],
)
def test_lists_the_values_of_a_series(text, values):
    assert series_values_near(text, series_of(text)) == values


@pytest.mark.parametrize(
    ("text", "assignments", "names"),
    [
        ("Li7-xLa3Zr2-xTaxO12", [{"x": 0.5}, {"x": 1}], ["Li6.5La3Zr1.5Ta0.5O12", "Li6La3ZrTaO12"]),
        ("Li2+xHf1-xMxCl6", [{"x": 0.25, "M": "Sc3+"}], ["Li2.25Hf0.75Sc0.25Cl6"]),
        ("(100-x)Li2S-xP2S5", [{"x": 20}], ["80Li2S-20P2S5"]),
        ("Li7-xLa3Zr2-xTaxO12", [{"x": 9}], []),
    ],
)
def test_expands_a_series(text, assignments, names):
    members = expand_series(series_of(f"{text} was made"), assignments)
    assert [member.name for member in members] == names
    assert all(member.formula == member.name for member in members)
    assert all(member.subject_kind == "specific" for member in members)


def test_a_definite_compound_has_no_members():
    (material,) = find_materials("Li6PS5Cl")
    assert series_values_near("Li6PS5Cl (x = 1)", material) == []
    assert expand_series(material, [{"x": 1}]) == []


@given(st.lists(st.decimals(min_value=0, max_value=1, places=2), min_size=1, max_size=8))
def test_every_listed_value_is_found(values):
    listed = ", ".join(str(value) for value in values)
    text = f"Li7-xLa3Zr2-xTaxO12 (x = {listed})"
    assert [v["x"] for v in series_values_near(text, series_of("Li7-xLa3Zr2-xTaxO12"))] == [float(v) for v in values]
