"""Damaged sentences and what repair makes of them. Sentences are our own."""

from __future__ import annotations

import pytest

from corpus.mapped_text import MappedText
from corpus.repair import Profile, profile_of
from corpus.repair.usual_signs import usual_signs
from tests.corpus.repair.cleaned import cleaned, repair


def clean(raw: str, profile: Profile | None = None) -> str:
    return repair(usual_signs(MappedText.from_raw(raw)), profile or Profile()).text


LATEX = [
    (r"$\text{Li}_{1.2}\text{Al}_{0.2}\text{Ge}_{1.8}(\text{PO}_4)_3$ pellets", "Li1.2Al0.2Ge1.8(PO4)3 pellets"),
    (r"$\mathrm{Na}_{3}\mathrm{Zr}_{2}\mathrm{Si}_{2}\mathrm{PO}_{12}$", "Na3Zr2Si2PO12"),
    (r"${\rm Li}_{5.6}{\rm PS}_{4.6}{\rm I}_{1.4}$", "Li5.6PS4.6I1.4"),
    (r"${\rm Na}_{2.9}{\rm PS}_{3.9}\text{-}{\rm NaCl}_{0.1}$", "Na2.9PS3.9-NaCl0.1"),
    (
        r"a value of $2.7 \times 10^{-3} \text{ S cm}^{-1}$ at $25 \,^\circ\text{C}$",
        "a value of 2.7 × 10^-3 S cm^-1 at 25 °C",
    ),
    (r"$(3.1 \pm 0.2) \times 10^{-5}$ S/cm", "(3.1 ± 0.2) × 10^-5 S/cm"),
    (r"$\sim 4 \cdot 10^{-6} \text{ S} \cdot \text{cm}^{-1}$", "~4 × 10^-6 S cm^-1"),
    (r"$E_a \leq 0.31$ eV", "Ea ≤ 0.31 eV"),
    (r"$\sigma_{\text{ion}} \geq 10^{-4}$", "σion ≥ 10^-4"),
    (r"$\beta$-Na$_3$SbS$_4$", "β-Na3SbS4"),
    (r"Na_3SbS_4 and PO_4^{3-} groups with Na^+", "Na3SbS4 and PO4^3- groups with Na^+"),
    (r"$\left(\text{Li}_2\text{O}\right)_{0.4}$", "(Li2O)0.4"),
    (r"Li_{6,2}La_3Zr_2Al_{0,27}O_{12}", "Li6.2La3Zr2Al0.27O12"),
    (r"Li_{3 75}Ge_{0 25}P_{0 75}S_4", "Li3.75Ge0.25P0.75S4"),
    ("$3.3 \times 10^{-4}$", "3.3 × 10^-4"),  # the tab of a lost backslash
    ("$3.3 imes10^{-4}$", "3.3 × 10^-4"),
    ("a \text{Na} ion", "a Na ion"),
    (r"$60 Li_2S \cdot 40 SiS_2$ glass", "60Li2S-40SiS2 glass"),
    (r"$60\text{Na}_2\text{S} \cdot 40\text{P}_2\text{S}_5$", "60Na2S-40P2S5"),
    (r"\frac{1}{2} of the sites", "1/2 of the sites"),
    (r"space group $R\overline{3}c$", "space group R3c"),
    (r"doped with 5\% of $\mu$m grains", "doped with 5% of μm grains"),
    ("Park *et al.* milled **twice**", "Park et al. milled twice"),
]

NPS = "Na3PS4 has 2 mS cm^-1 at <25 °C, in situ"
SIGNS = [
    ("Na ₃ PS ₄ glass", "Na3PS4 glass"),
    ("Li _{1.2} Sc _{0.2} Ti _{1.8} (PO ₄) ₃ was", "Li1.2Sc0.2Ti1.8(PO4)3 was"),
    ("Na ₃ Zr ₂ Si ₂ PO _{12} In 1976", "Na3Zr2Si2PO12 In 1976"),
    ("60Na ₂ S·40P ₂ S ₅", "60Na2S-40P2S5"),
    ("60Na₂S−40P₂S₅ and 60Na2S–40P2S5", "60Na2S-40P2S5 and 60Na2S-40P2S5"),
    ("β -Na ₃ PS ₄ pellets", "β-Na3PS4 pellets"),
    ("Li₇₋ₓLa₃Zr₂₋ₓTaₓO₁₂", "Li7-xLa3Zr2-xTaxO12"),
    ("Na3−xPS4−xClx with x = 0.1", "Na3-xPS4-xClx with x = 0.1"),
    ("Na1 + x + yScxZr2 − xSiyP3 − yO12", "Na1+x+yScxZr2-xSiyP3-yO12"),
    ("Li7 − 3xGaxLa3Zr2O12 in O2 − xylene", "Li7-3xGaxLa3Zr2O12 in O2 − xylene"),
    ("Li3 + LiF and 3 - xylene", "Li3 + LiF and 3 - xylene"),
    ("2.2 × 10⁻⁴ S·cm⁻¹ at 60 ℃", "2.2 × 10^-4 S cm^-1 at 60 °C"),
    ("2.2 × 10 ⁻⁴ S cm ⁻¹", "2.2 × 10^-4 S cm^-1"),
    ("2.2ൈ10−4 S cm−1", "2.2 × 10^-4 S cm^-1"),
    ("2.2x10⁻⁴ S cm⁻¹ and 2.2 x 10-4 S cm−1", "2.2 × 10^-4 S cm^-1 and 2.2 × 10^-4 S cm^-1"),
    ("of 10−6 S cm−1 or 7 mS cm−1", "of 10^-6 S cm^-1 or 7 mS cm^-1"),
    ("from 10−6–10−5 S cm−1", "from 10^-6–10^-5 S cm^-1"),
    ("at 100 mA h g−1 and 0.5 mA cm−2", "at 100 mA h g^-1 and 0.5 mA cm^-2"),
    ("∼0.3 eV, ⩾ 0.2 eV", "~0.3 eV, ≥ 0.2 eV"),
    ("a \ue103lm that \ue104ows a\ue09der", "a film that flows after"),
    ("the ﬁrst eﬃcient ﬂux", "the first efficient flux"),
    ("/uniFB01lms with 10^-3 S cm−1", "films with 10^-3 S cm^-1"),
    ("Na+ and Ta5+ but not PO43−", "Na^+ and Ta^5+ but not PO4^3-"),
    ("Na3PS4·xNaI and 3LiBH4.LiCl", "Na3PS4-xNaI and 3LiBH4-LiCl"),
    ("held at 950 ° C", "held at 950 °C"),
    ("Na<sub>3</sub>PS<sub>4</sub> has 2 mS cm<sup>−1</sup> at &lt;25 °C, <i>in situ</i>", NPS),
    ("0.6 mS·cm^(-1) or 3·10-3 S·cm-1", "0.6 mS cm^-1 or 3 × 10^-3 S cm^-1"),
    ("of 3 × 10^−5 Ω^−1 cm^−1 or 4 × 10−5 Ω−1 cm−1", "of 3 × 10^-5 Ω^-1 cm^-1 or 4 × 10^-5 Ω^-1 cm^-1"),
    ("a zero\u00adwidth soft\u00adhyphen", "a zerowidth softhyphen"),
    ("two\u00a0hard\u2009spaces", "two hard spaces"),
]


@pytest.mark.parametrize(("raw", "expected"), LATEX)
def test_latex_becomes_plain(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(("raw", "expected"), SIGNS)
def test_signs_take_their_canonical_form(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Li6PS5Cl shows 2 mS/cm at 25 °C.",
        "The barrier falls from 0.42 to 0.31 eV (Fig. 3) for x = 0.7.",
        "In 2015, 70Li2S-30P2S5 was pressed at 360 MPa for 5 min.",
        "Cells with Li10GeP2S12 ran at C/10 for 1,200 cycles.",
        "The 0.3–0.5 eV range holds for NaSICON-type phases, e.g. Na3Zr2Si2PO12.",
        "Samples A1 and B2 contain 2 wt% LiCl; see Table 4 and Section 2.1.",
    ],
)
def test_a_text_without_damage_is_unchanged(sentence: str) -> None:
    text = repair(MappedText.from_raw(sentence), profile_of(sentence))
    assert text.text == sentence
    assert text.raw_span(0, len(text)) == (0, len(sentence))


def test_superscript_before_a_digit_keeps_them_apart() -> None:
    assert clean("10⁻⁴5") == "10^-4 5"


WRAPPED = (
    "Ionic conductivity of glass-ceramic electrolytes depends on their density and on the grain boundaries. "
    "Solid-state batteries need high-energy cathodes. Na3PS4 and Na3PS3.8Cl0.2 were milled. LaCeHfAlTa-Cl is a halide. "
    "Glass forms here, ceramic there; the energy is high. Li2S and P2S5 react. Li2S melts, P2S5 melts. "
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("3 χ 10-4 S cm-1 and 2 × l0−5 S cm−1", "3 × 10^-4 S cm^-1 and 2 × 10^-5 S cm^-1"),
        ("ionic conduc-\ntivity", "ionic conductivity"),
        ("ionic conduc\ufffetivity of glass\ufffeceramic", "ionic conductivity of glass-ceramic"),
        ("glass-\nceramic", "glass-ceramic"),
        ("high-\nenergy", "high-energy"),
        ("grain bound-\n\naries", "grain boundaries"),
        ("Na3PS3.8-\nCl0.2 powder", "Na3PS3.8Cl0.2 powder"),
        ("LaCeH-\nfAlTa-Cl", "LaCeHfAlTa-Cl"),
        ("Li-\nstuffed", "Li-stuffed"),
        ("in Na–\nLaTa–Cl", "in Na–LaTa–Cl"),
        ("of about\n\n0.4 eV", "of about 0.4 eV"),
        ("PO4\n\n3− units", "PO4^3- units"),
        ("60Li2S-\n40P2S5", "60Li2S-40P2S5"),
        ("PVDF-HFP-\nLiFSI-LATP", "PVDF-HFP-LiFSI-LATP"),
        ("(1−x)\n(0.6Li2S·0.4P2S5)·xLiBr", "(1-x)(0.6Li2S-0.4P2S5)-xLiBr"),
    ],
)
def test_line_ends(raw: str, expected: str) -> None:
    assert clean(raw, profile_of(WRAPPED + raw)) == expected


@pytest.mark.parametrize(
    ("document", "joined", "expected"),
    [
        ("PAN-LiBOB-LLTO was cast.", "PAN-LiBOBLLTO", "PAN-LiBOB-LLTO"),
        (
            "The glass-ceramic conducts; the ceramic is a glass.",
            "Glasses and a glassceramic",
            "Glasses and a glass-ceramic",
        ),
        ("A Li-In alloy.", "LiIn", "LiIn"),
        ("Li5+xGexPxS5I-NaBr6 and Li55xGexPxS5INaBr6", "Li5+xGexPxS5INaBr6", "Li5+xGexPxS5I-NaBr6"),
        ("It is non-volatile.", "a nonvolatile salt", "a nonvolatile salt"),
        ("Li6PS5-NaCl was milled.", "Li6PS5NaCl, Li6PS5NaCl", "Li6PS5NaCl, Li6PS5NaCl"),
    ],
)
def test_a_hyphen_that_a_converter_took_is_put_back_where_the_document_shows_it_elsewhere(
    document: str, joined: str, expected: str
) -> None:
    assert clean(joined, profile_of(f"{document} {joined}.")) == expected


@pytest.mark.parametrize(
    ("document", "sentence", "expected"),
    [
        ("0 # x # 0.5 was tried.", "with x # 0.3", "with x ≤ 0.3"),
        ("It was 10 À3 S cm À1.", "of 1.4 Â 10 À5 S cm À1 and 26 mS cm À2", "of 1.4 × 10^-5 S cm^-1 and 26 mS cm^-2"),
        ("It was 10 À3 S cm À1.", "of Na1+xZr2P3ÀxSixO12", "of Na1+xZr2P3-xSixO12"),
        ("0 % x % 0.5 was tried.", "at ( %10-5 S cm-1) and 5 % more", "at ( ≤10^-5 S cm^-1) and 5 % more"),
        ("NaTaCl5$0.5Li2O and SmCl3$NaCl", "of SmCl3$0.5NaCl", "of SmCl3-0.5NaCl"),
        ("It fell from 160 U cm2 to 22 U cm2.", "at 35 U cm2", "at 35 Ω cm2"),
        ("NajNa3PS4jNa and LijLLZOjLi cells", "a LijLi3PS4jLi cell", "a Li|Li3PS4|Li cell"),
        ("b-Li3PS4 with g-C3N4", "g-C3N4", "g-C3N4"),
        ("b-Li3PS4 and b-Al2O3 and g-Li3PO4", "the b-Li3PS4 phase", "the β-Li3PS4 phase"),
        ("peaks at 2q = 25.1°", "at 2q = 30.2°", "at 2θ = 30.2°"),
        (
            "a signicant change of the uorine content",
            "a signicant effect of uorine",
            "a significant effect of fluorine",
        ),
    ],
)
def test_substitutes_of_a_lost_font(document: str, sentence: str, expected: str) -> None:
    assert cleaned(sentence, document + " ")[0].text == expected


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("Values ≤ 3 are fine.", "sample #3 was kept"),
        ("It costs $5 and then $7.", "costs of $5 to $7"),
        ("The uranium salt U was 3 Ω.", "with 3 U atoms"),
        ("The a-axis; amorphous silicon (a-Si) and β-Si.", "films of a-Si2N are amorphous"),
        ("an injector and a major project", "the major objective"),
    ],
)
def test_signs_that_mean_themselves_stay(document: str, sentence: str) -> None:
    assert clean(sentence, profile_of(document + " " + sentence)) == sentence
