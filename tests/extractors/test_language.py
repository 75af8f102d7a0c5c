"""Tokens and sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.language import build_language, sentence_spans
from extractors.language.sentences import LONGEST


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_language()


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Kim et al. reported 3.2 mS cm^-1 for the pellet.", "It was dense."],
        ["The value was confirmed by Kim et al.", "In contrast, LATP is brittle."],
        ["See Fig. 3a and Figs. 4 and 5 for details.", "Tab. 2 lists them."],
        ["It follows ref. 12 and Refs. 13 and 14.", "Eq. 2 holds."],
        ["Sulfides, e.g. Li6PS5Cl, i.e. argyrodites, are soft.", "Oxides are not."],
        ["It reached ca. 95% of the bulk value vs. Li metal.", "Then it fell."],
        ["It was 10^-4 S cm^-1.", "The next was 10^-3 S cm^-1.", "β-Li3PS4 was worse."],
        ["The pellet was heated to 550 °C.", "2 h later it was cooled."],
        ["It was stable up to 4.2 V.", "The cell was opened at 300 K.", "Then it failed."],
        ["The channels have a diameter of 4.5 Å.", "Na diffuses in layer B.", "Sites differ."],
        ["It was written by J. Smith and A. B. Miller in 2019.", "3D printing came later."],
        ["Conductivity is high.", "The sites were refined."],
        ["No. 5 was best.", "No sample failed."],
        ["Was it stable?", "Yes!", "It was."],
        ["(a) Structure of the phase;", "(b) Arrhenius plots;", "(c) Nyquist plots at 25 °C."],
        ["Figure 4. (a) Structure of Li3ScCl6.", "(b) Arrhenius plots."],
        ["2.1. Sulfide glasses are made by milling.", "They are hygroscopic."],
        ["Garnets (e.g., LLZO, etc.) are hard.", "Polymers, salts, etc. are soft.", "Both are used."],
        ["It was “stable.”", "We agree."],
        ["pH rose to 12.", "pH 7 was restored."],
        ["0.5 mol of LiCl was added.", "10 g of ZrCl4 followed."],
        ["The yield (see Fig. 2.) was low.", "It rose at 60 min.", "Then it fell."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_lost_blank_between_sentences() -> None:
    assert sentences("Ions hop between the sites.The barrier is low.") == [
        "Ions hop between the sites.",
        "The barrier is low.",
    ]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentence_spans(text) == []


def test_component_agrees_with_the_function(nlp: Language) -> None:
    text = "Kim et al. found 3.2 mS cm^-1. At 25 °C, see Fig. 2. β-Li3PS4 was worse (a lot). Why?"
    assert [s.text for s in nlp(text).sents] == sentences(text)


@pytest.mark.parametrize(
    "name",
    [
        "Li7-xLa3Zr2-xNbxO12", "70Li2S-30P2S5", "β-Li3PS4", "Li6.4La3Zr1.4Ta0.6O12", "Li10Ge(P0.925Sb0.075)2S12",
        "Li1.5Al0.5Ge1.5(PO4)3", "0.4LiI-0.6Li4SnS4", "98(0.75Li2S-0.25P2S5)-2P2O5", "Na3+xZr2SixP3-xO12",
        "(Li2S)3-P2S5", "Li[Ni0.8Co0.1Mn0.1]O2",
    ],
)  # fmt: skip
def test_formulas_are_one_token(nlp: Language, name: str) -> None:
    for text in (f"We made {name} here.", f"It ({name}) is new.", f"This is {name}.", f"Both {name}, and others."):
        assert name in [t.text for t in nlp(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("25°C", ["25", "°C"]),
        ("25 °C.", ["25", "°C", "."]),
        ("0.31eV", ["0.31", "eV"]),
        ("3.2mS cm^-1", ["3.2", "mS", "cm^-1"]),
        ("~10^-3 S cm^-1", ["~", "10^-3", "S", "cm^-1"]),
        ("σ=1.2", ["σ", "=", "1.2"]),
        (">5%", [">", "5", "%"]),
        ("1.4 × 10^-5", ["1.4", "×", "10^-5"]),
        ("mS/cm", ["mS", "/", "cm"]),
        ("0.3–0.5 eV", ["0.3", "–", "0.5", "eV"]),
        ("(LLZO)", ["(", "LLZO", ")"]),
    ],
)
def test_numbers_and_units_are_parted(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in nlp(text)] == tokens


def test_tokens_keep_the_text(nlp: Language) -> None:
    text = "The (Li2S)3-P2S5 glass, 0.31eV at 25°C;  σ=1.2 mS/cm [“dense”]."
    assert nlp(text).text == text


def test_what_has_no_end_is_cut_at_a_blank() -> None:
    text = "Li6PS5Cl has " + "1.3 mS/cm, " * 600 + "and more."
    spans = sentence_spans(text)
    assert " ".join(text[start:end] for start, end in spans) == text
    assert len(text) / LONGEST < len(spans) < 2 * len(text) / LONGEST
    assert sentence_spans("1" * 5000) == [(0, 5000)]
