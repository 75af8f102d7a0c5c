import pytest

from extractors.composition.classes import family_of_words
from extractors.composition.families import family_of
from extractors.composition.lexicon import LEXICON, entry
from extractors.composition.mixture import read_any
from extractors.composition.roles import mobile_ion, role_of


@pytest.mark.parametrize(
    ("formula", "family"),
    [
        ("Li7La3Zr2O12", "garnet"),
        ("Li6.25Al0.25La3Zr2O12", "garnet"),
        ("Li5La3Ta2O12", "garnet"),
        ("Li7-xLa3Zr2-xTaxO12", "garnet"),
        ("Li5La3M2O12", "garnet"),
        ("Li1.3Al0.3Ti1.7(PO4)3", "NASICON"),
        ("Na3Zr2Si2PO12", "NASICON"),
        ("Li1.5Al0.5Ge1.5P3O12", "NASICON"),
        ("Li6PS5Cl", "argyrodite"),
        ("Li5.5PS4.5Cl1.5", "argyrodite"),
        ("Li6.6Si0.6Sb0.4S5I", "argyrodite"),
        ("Li7-xPS6-xClx", "argyrodite"),
        ("Li10GeP2S12", "LGPS-type"),
        ("Li9.54Si1.74P1.44S11.7Cl0.3", "LGPS-type"),
        ("Li4SnS4", "thio-LISICON"),
        ("Li0.33La0.557TiO3", "perovskite"),
        ("Li3OCl", "anti-perovskite"),
        ("Li2OHCl", "anti-perovskite"),
        ("Li3InCl6", "halide"),
        ("Na3YCl6", "halide"),
        ("LiTaOCl4", "oxyhalide"),
        ("Li14ZnGe4O16", "LISICON"),
        ("LiBH4", "hydroborate"),
        ("Na2B12H12", "hydroborate"),
        ("Li2.9PO3.3N0.46", "LiPON"),
        ("Li3N", "nitride"),
        ("70Li2S-30P2S5", "sulfide"),
        ("Li2S-P2S5", "sulfide"),
        ("Li7P3S11", "sulfide"),
        ("90Li3BO3-10Li2SO4", "borate"),
        ("SiC", None),
        ("LLZO", None),
    ],
)
def test_tells_the_family_by_composition(formula, family):
    assert family_of(formula) == family


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("garnet-type SSEs", "garnet"),
        ("thio-LISICON", "thio-LISICON"),
        ("polymer composite electrolytes", "composite"),
        ("sulphide glasses", "glass"),
        ("closo-borates", "hydroborate"),
        ("solid electrolytes", None),
    ],
)
def test_tells_the_family_by_words(words, family):
    assert family_of_words(words) == family


@pytest.mark.parametrize(
    ("formula", "role"),
    [
        ("Li6PS5Cl", "electrolyte"),
        ("Li3N", "electrolyte"),
        ("Li7P2.9Mn0.1S10.7I0.3", "electrolyte"),
        ("Li2.25Zr0.75Fe0.25Cl6", "electrolyte"),
        ("Na3SbS4", "electrolyte"),
        ("Li3InCl6·2H2O", "electrolyte"),
        ("P2S5", "precursor"),
        ("Li2CO3", "precursor"),
        ("LiOH·H2O", "precursor"),
        ("LiCoO2", "electrode"),
        ("LiFePO4", "electrode"),
        ("Na3V2(PO4)3", "electrode"),
        ("Li4Ti5O12", "electrode"),
        ("Li15Si4", "electrode"),
        ("CO2", "solvent"),
        ("C2H5OH", "solvent"),
        ("Si3N4", "filler"),
        ("NaS6", "filler"),
    ],
)
def test_tells_the_role(formula, role):
    assert role_of(formula) == role


@pytest.mark.parametrize(
    ("formula", "ion"),
    [("Li3PS4", "Li+"), ("Na3PS4", "Na+"), ("KAg4I5", "Ag+"), ("Mg(BH4)2", "Mg2+"), ("CuO", None), ("Al2O3", None)],
)
def test_tells_the_mobile_ion(formula, ion):
    assert mobile_ion(read_any(formula).symbols) == ion


def test_every_formula_of_the_lexicon_can_be_read():
    for short, known in LEXICON.items():
        if known.formula is not None:
            assert read_any(known.formula), short


def test_the_lexicon_takes_plurals_and_dashes():
    assert entry("LiRAPs") == entry("LiRAP")
    assert entry("PVDF–HFP") == entry("PVDF-HFP")
    assert entry("XYZ") is None
