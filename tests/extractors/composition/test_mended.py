import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition import find_materials
from extractors.composition.mended import cited_numbers_in, mended_formulas


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("pellets of Li 3 Ho Br 6 were", "Li3HoBr6"),
        ("for Na6PS5 I it is", "Na6PS5I"),
        ("a bromide (Li 3 Ho Br 6) was", "Li3HoBr6"),
        ("of Li7La3Zr0.5 Hf0.5Sc0.5Ta0.5O12 were", "Li7La3Zr0.5Hf0.5Sc0.5Ta0.5O12"),
        ("of Na6PSe5 (Cl, Br) made", "Na6PSe5(Cl,Br)"),
        ("the crystalline thioborateNa3.1B0.9Si0.1S3 with", "Na3.1B0.9Si0.1S3"),
    ],
)
def test_blanks_are_mended(text, formula):
    assert formula in [material.name for material in find_materials(text)]


@pytest.mark.parametrize("text", ["Na3PS4 I found", "Li2S P2S5 and LiI In the", "Li Cl 5", "Li3PO4 At 5", "Na2O B2O3"])
def test_words_behind_a_whole_formula_stay_out(text):
    assert list(mended_formulas(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The 60Li 2S·40B 2S 3 glass", ["60Li2S-40B2S3"]),
        ("of Li 4SnS 4 and", ["Li4SnS4"]),
        ("a 60Na(2)S center dot 40P(2)S(5) glass", ["60Na2S-40P2S5"]),
        ("of Na(3)Zr(2)Si(2)PO(12) and", ["Na3Zr2Si2PO12"]),
        ("a bromide (Li(3)HoBr(6)) was", ["Li3HoBr6"]),
        ("of Li(1+x)Al(x)Ge(2-x)(PO4)(3) and", ["Li1+xAlxGe2-x(PO4)3"]),
    ],
)
def test_indices_of_indexing_services(text: str, names: list[str]) -> None:
    assert [material.name for material in find_materials(text)] == names


@pytest.mark.parametrize(
    "text",
    ["on Na(1)O(6)", "for LiCl(12) and", "Mg(BH4)2(NH3)", "from K(2) to O(1)", "at 2 M Li 3 h", "a Li-SIC Li2ZrCl6"],
)
def test_brackets_that_hold_no_index(text: str) -> None:
    assert list(mended_formulas(text)) == []


@given(st.text(alphabet="LiNaPSO3().,25 ", max_size=200))
def test_any_text_gives_places_in_order(text):
    end = 0
    for found in mended_formulas(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("text", "formula", "cited"),
    [
        ("Li3ErCl623 is", "Li3ErCl6", [23]),
        ("Li2.5Er0.5Hf0.5Cl6.41 Later", "Li2.5Er0.5Hf0.5Cl6", [41]),
        ("K2(CB9H10)(CB11H12)7 is", "K2(CB9H10)(CB11H12)", [7]),
    ],
)
def test_a_citation_behind_a_formula(text: str, formula: str, cited: list[int]) -> None:
    assert [m.formula for m in mended_formulas(text)] == [formula]
    assert [number for _, _, number in cited_numbers_in(text)] == cited


@pytest.mark.parametrize(
    "text", ["Li2S8", "NaClO4", "LiMn2O4", "Li7P3S11", "LiN(SO2CF3)2", "Li5NCl2", "NSPS05", "Li3xLa2/3-xTiO3"]
)
def test_formulas_that_hold_no_citation(text: str) -> None:
    assert list(cited_numbers_in(f"of {text} is")) == []
