import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition.formula import FormulaError
from extractors.composition.mixture import Mixture, composition, read, read_any


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("70Li2S-30P2S5", ["70Li2S", "30P2S5"]),
        ("60Li2S–40SiS2", ["60Li2S", "40SiS2"]),
        ("0.7LiBH4·0.3LiI", ["0.7LiBH4", "0.3LiI"]),
        ("97(0.7Li2S-0.3P2S5)-3Li2O", ["97(0.7Li2S-0.3P2S5)", "3Li2O"]),
        ("99.5(70Li2S-30P2S5)-0.5FeS", ["99.5(70Li2S-30P2S5)", "0.5FeS"]),
        ("Li7La3Zr2O12-8wt%Li3BO3", ["Li7La3Zr2O12", "8wt%Li3BO3"]),
        ("Li7La3Zr2O12-5 wt.% Li2O", ["Li7La3Zr2O12", "5wt%Li2O"]),
        ("75Li2S-25P2S5 + 0.05Li2O", ["75Li2S", "25P2S5", "0.05Li2O"]),
        ("(100-x)Li2S-xP2S5", ["(100-x)Li2S", "xP2S5"]),
        ("(80-x)GeO2-xLi2O-20ZnO", ["(80-x)GeO2", "xLi2O", "20ZnO"]),
        ("Li4SnS4-xLiI", ["Li4SnS4", "xLiI"]),
        ("Li4SiS4-xZnO", ["Li4SiS4", "xZnO"]),
        ("Na2B12H12-3Na2B10H10-NaBH4", ["Na2B12H12", "3Na2B10H10", "NaBH4"]),
        ("Li1.5Al0.5Ge1.5(PO4)3-0.1B2O3", ["Li1.5Al0.5Ge1.5(PO4)3", "0.1B2O3"]),
        ("LaCl3-0.5Li2ZrCl6", ["LaCl3", "0.5Li2ZrCl6"]),
    ],
)
def test_finds_the_parts(text, parts):
    assert [str(part) for part in read(text).parts] == parts


@pytest.mark.parametrize(
    "text", ["Li7-xLa3Zr2-xTaxO12", "Li6PS5-xSexCl", "Li10GeP2S12-xOx", "LixPOyNz", "Li3InCl6·2H2O"]
)
def test_a_series_is_no_mixture(text):
    assert not isinstance(read_any(text), Mixture)


@pytest.mark.parametrize("text", ["", "-", "Li2S-", "-P2S5", "Li2S", "LLZO-PEO", "Li2S--P2S5", "((Li2S-P2S5)"])
def test_refuses_what_is_no_mixture(text):
    with pytest.raises(FormulaError):
        read(text)


@pytest.mark.parametrize(
    ("text", "element", "share"),
    [
        ("70Li2S-30P2S5", "Li", 140 / 420),
        ("0.7Li2S-0.3P2S5", "Li", 140 / 420),
        ("75Li2S-25P2S5", "P", 50 / 400),
        ("90(0.7Li2S-0.3P2S5)-10LiI", "I", 10 / (90 * 4.2 + 20)),
        ("2LiI-Li3PS4", "I", 2 / 12),
        ("Li2S-50wt%LiI", "I", (0.5 / 133.84) / (3 * 0.5 / 45.94 + 2 * 0.5 / 133.84)),
        ("Li3PS4", "S", 0.5),
    ],
)
def test_normalises_to_atomic_fractions(text, element, share):
    fractions = composition(text)
    assert fractions is not None
    assert sum(fractions.values()) == pytest.approx(1)
    assert fractions[element] == pytest.approx(share, rel=1e-3)


@pytest.mark.parametrize(
    "text", ["Li2S-P2S5", "(100-x)Li2S-xP2S5", "Li6PS5X", "LLZO", "Li2S-10vol%LiI", "Li2S-120wt%LiI"]
)
def test_open_shares_have_no_composition(text):
    assert composition(text) is None


@pytest.mark.parametrize(
    ("series", "x", "expected"),
    [
        ("(100-x)Li2S-xP2S5", 25, "75Li2S-25P2S5"),
        ("(1-x)Li3PS4-xLiI", "0.2", "0.8Li3PS4-0.2LiI"),
        ("(100-x)Li2S-xP2S5", 0, "Li2S"),
    ],
)
def test_puts_values_into_shares(series, x, expected):
    assert str(read(series).substitute({"x": x})) == expected


@given(st.integers(min_value=1, max_value=99))
def test_shares_and_their_percentages_are_one_composition(share):
    whole = composition(f"{share}Li2S-{100 - share}P2S5")
    parts = composition(f"{share / 100}Li2S-{(100 - share) / 100}P2S5")
    assert whole == pytest.approx(parts)


@given(st.text(alphabet="LiNaPSOClx0123456789.()-+·wt% ", max_size=40))
def test_raises_nothing_but_its_own_error(text):
    try:
        mixture = read(text)
    except FormulaError:
        return
    assert len(mixture.parts) >= 2
