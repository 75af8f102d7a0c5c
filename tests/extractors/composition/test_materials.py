import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.composition import find_materials
from tests.extractors.own_names import names_of

CONTEXT = names_of(
    {
        "LLZTO": "Li6.5La3Zr1.5Ta0.5O12",
        "Nb-LLZO": "Li7-xLa3Zr2-xNbxO12",
        "LGLZO": "Li6.25Ga0.25La3Zr2O12",
        "HCF-Nd": "Na0.75Nd1.75Cl6",
        "LCF-Nb": "NaNbCl6",
        "BM-NdCl3": "NdCl3",
        "XLE": "bilayered solid electrolyte",
    }
)


def specific(text):
    return [
        m for m in find_materials(text, CONTEXT) if m.subject_kind == "specific" and m.kind not in ("ion", "element")
    ]


def names(text):
    return [m.name for m in specific(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # formulas
        ("Pellets of Li6PS5Br and Na3SbS4 were cold-pressed.", ["Li6PS5Br", "Na3SbS4"]),
        (
            "Li10Ge(P0.9Sb0.1)2S12, Li3(CB11H12)2(CB9H10) and Na2(NH2)(BH4)",
            ["Li10Ge(P0.9Sb0.1)2S12", "Li3(CB11H12)2(CB9H10)", "Na2(NH2)(BH4)"],
        ),
        ("Li4+x+δ(Ge1-δ'-xGax)S4 and β-Li3PS4", ["Li4+x+δ(Ge1-δ'-xGax)S4", "beta-Li3PS4"]),
        ("the Ba-doped Li10GeP2S12solid electrolyte and Li7P3S11shows", ["Ba-doped Li10GeP2S12", "Li7P3S11"]),
        ("sulfur-doped LATP and aluminium doped LLZTO", ["sulfur-doped LATP", "aluminium-doped LLZTO"]),
        ("neodymium-doped LATP and lead-doped LLZTO", ["neodymium-doped LATP", "LLZTO"]),  # "lead" is a verb too
        ("a Li3YCl6−polymer composite and PEO polymer composites", ["Li3YCl6-polymer composite", "PEO"]),
        ("films of polyethylene oxide and polypropylene", ["polyethylene oxide", "polypropylene"]),
        ("The PLQS electrolyte and the SPS pellets beat LISICON electrolytes", ["PLQS"]),
        ("LLZTO-0.2F, LLZTO-Li and LLZTO/C", ["LLZTO-0.2F", "LLZTO", "LLZTO/C"]),
        ("the garnet (Li6.4Al0.2La3Zr2O12) and the halide (Li3HoCl6)", ["Li6.4Al0.2La3Zr2O12", "Li3HoCl6"]),
        (
            "Li[Ni0.9Co0.1]O2 on Li9.5[Si0.6Ge0.4]1.7P1.4S11Br0.3",
            ["Li[Ni0.9Co0.1]O2", "Li9.5[Si0.6Ge0.4]1.7P1.4S11Br0.3"],
        ),
        ("Li6PS5Cl(LPSCl) powder", ["Li6PS5Cl", "LPSCl"]),
        ("Li7-xLa3Zr2-xNbxO12 has a cubic phase", ["Li7-xLa3Zr2-xNbxO12"]),
        ("Li7-xLa3Zr2-xNbxO12 (x = 0.5) has", ["Li6.5La3Zr1.5Nb0.5O12"]),
        ("Li7-xLa3Zr2-xNbxO12 with x = 0.5 has", ["Li6.5La3Zr1.5Nb0.5O12"]),
        ("Li7-xLa3Zr2-xNbxO12 (x = 0.5, 0.75) has", ["Li7-xLa3Zr2-xNbxO12"]),
        ("LixPOyNz films", ["LixPOyNz"]),
        # mixtures
        ("A 67Li2S-33P2S5 glass", ["67Li2S-33P2S5"]),
        ("A 67 Li2S -33 P2S5 glass", ["67Li2S-33P2S5"]),
        ("A 67Li2S - 33P2S5 glass", ["67Li2S-33P2S5"]),
        ("A 67Li2S·33P2S5 glass", ["67Li2S-33P2S5"]),
        ("A 67Li2S.33P2S5 glass", ["67Li2S-33P2S5"]),
        ("In Li2S-SiS2-LiI glasses", ["Li2S-SiS2-LiI"]),
        (
            "97(0.7Li2S-0.3P2S5)-3Li2O and 99.5(70Li2S-30P2S5)-0.5FeS",
            ["97(0.7Li2S-0.3P2S5)-3Li2O", "99.5(70Li2S-30P2S5)-0.5FeS"],
        ),
        ("(100-x)Li2S-xP2S5, (80 - x)GeO2-xLi2O-20ZnO", ["(100-x)Li2S-xP2S5", "(80-x)GeO2-xLi2O-20ZnO"]),
        ("Li7La3Zr2O12-6wt%Li3BO3 and Li7La3Zr2O12-6 wt% LiF", ["Li7La3Zr2O12-6wt%Li3BO3", "Li7La3Zr2O12-6 wt% LiF"]),
        ("75Li2S-25P2S5 + 0.1Li2O", ["75Li2S-25P2S5+0.1Li2O"]),
        ("Li2B12H12-3Li2B10H10-LiBH4", ["Li2B12H12-3Li2B10H10-LiBH4"]),
        # polymorphs keep their sign in the name
        ("β-Li3PS4, γ-Li3PO4, c-Na3PS4 and a-Li3N", ["beta-Li3PS4", "gamma-Li3PO4", "c-Na3PS4", "a-Li3N"]),
        # doped and coated
        (
            "Al-doped LLZO, Ta-substituted LLZO and Ga–doped Li7La3Zr2O12",
            ["Al-doped LLZO", "Ta-substituted LLZO", "Ga-doped Li7La3Zr2O12"],
        ),
        ("0.4 Nb-doped LLZO, 2 mol% Al2O3-doped LLZO", ["0.4 Nb-doped LLZO", "2 mol% Al2O3-doped LLZO"]),
        ("0.25Nb-LLZO and F-LGLZO and Al-LLZO", ["0.25Nb-LLZO", "F-LGLZO", "Al-LLZO"]),
        ("Sc3+-substituted LHC and LiF-coated NASICON", ["Sc3+-substituted LHC", "LiF-coated NASICON"]),
        ("Al and Ta co-doped LLZO, Al/Ga co-doped LLZO", ["Al and Ta co-doped LLZO", "Al/Ga co-doped LLZO"]),
        ("Ca-doped c-Na3PS4", ["Ca-doped c-Na3PS4"]),
        ("at 10 V, Ta-doped LLZO failed", ["Ta-doped LLZO"]),
        # composites
        ("LGPS-5 wt% SiO2 and 2 wt% CuO-LLZTO", ["LGPS-5 wt% SiO2", "2 wt% CuO-LLZTO"]),
        ("PEO-LiTFSI-LLZTO, PAN-PEI, PEO/LiTFSI, PVDF-HFP", ["PEO-LiTFSI-LLZTO", "PAN-PEI", "PEO/LiTFSI", "PVDF-HFP"]),
        ("PEO-LiTFSI/g-C3N4 and PEO/c-LLZO", ["PEO-LiTFSI/g-C3N4", "PEO/c-LLZO"]),
        ("PMMA-LiClO4-2wt%SiO2 and PEO20:LiTFSI", ["PMMA-LiClO4-2wt%SiO2", "PEO20:LiTFSI"]),
        ("PS-b-POEM-LiClO4 and NaBH4@Na2B10H10", ["PS-b-POEM-LiClO4", "NaBH4@Na2B10H10"]),
        ("LLZO-PEO (8:2) and LLZTO/PVDF", ["LLZO-PEO (8:2)", "LLZTO/PVDF"]),
        ("Li6PS5Br/poly(vinyl chloride)", ["Li6PS5Br/poly(vinyl chloride)"]),
        ("0.6[HCF-Nd]-0.4[LCF-Nb]", ["0.6[HCF-Nd]-0.4[LCF-Nb]"]),
        ("BM-NdCl3 and BM-NdCl3-0.5Li2ZrCl6", ["BM-NdCl3", "BM-NdCl3-0.5Li2ZrCl6"]),
        # chains of elements and sample codes
        ("Li-LaCeNdTa-Cl and Li-La-Cl", ["Li-LaCeNdTa-Cl", "Li-La-Cl"]),
        (
            "LLZO-2, Mg-NZSP-0.1, LLZT-C, A-LZOC, LGPS 550 °C",
            ["LLZO-2", "Mg-NZSP-0.1", "LLZT-C", "A-LZOC", "LGPS 550 °C"],
        ),
        # cells and interfaces give their layers
        ("Li/Li6PS5Br/Li and Li|LLZO|LFP cells", ["Li6PS5Br", "LLZO", "LFP"]),
        ("a Cu|LPSCl|NCM811 cell", ["LPSCl", "NCM811"]),
        # names
        (
            "LiPON, poly(ethylene carbonate) and polyacrylonitrile",
            ["LiPON", "poly(ethylene carbonate)", "polyacrylonitrile"],
        ),
        ("XLE membranes", ["XLE"]),
    ],
)
def test_names(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kim et al. (SEM, XRD, EIS, DFT) in Fig. S1 and Table S2 of Ref. 14",
        "In this work, As shown, No data, At last, I think, Since then, Can it, He said, Be careful",
        "USA, III, ACS, PVT, RT, SEI, CEI, ASSBs, EVs, KWh, NPs",
        "space group P42/nmc, Fd-3m, R3c, I41/acd and F43m",
        "the polymer, polycrystalline and polymorphic polysulfides",
        "Li-S, Li-ion and Na-ion batteries with a Li-In anode",
        "C. H. Park, J. P. Li and S. N. Bi reported",
        "1.2 mS cm^-1, 3 Scm^-1, 10 K, 5 V, 0.1 C, 20 W",
        "8 × 10^-6 K^-1 and 5 W m^-1 K^-1, 2 J g^-1 K^-1",
        "Phys. Rev. B 2021, J. Am. Chem. Soc., Nat. Energy, DOI",
        "",
    ],
)
def test_what_names_no_material(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("garnet-type SSEs", ["garnet-type SSEs"]),
        ("NASICON-type", ["NASICON-type"]),
        ("UCl3-type SSEs and LGPS-type materials", ["UCl3-type SSEs", "LGPS-type materials"]),
        (
            "sulfide solid electrolytes, oxide electrolytes and liquid electrolyte",
            ["sulfide solid electrolytes", "oxide electrolytes", "liquid electrolyte"],
        ),
        ("Na-based ISEs", ["Na-based ISEs"]),
        ("solid polymer electrolytes (SPEs)", ["solid polymer electrolytes", "SPEs"]),
        ("the halides and the argyrodites", ["halides", "argyrodites"]),
        ("Li-argyrodites", ["Li-argyrodites"]),
        ("the LLZO electrolyte", []),
        ("Li6PS5Br solid electrolyte", []),
    ],
)
def test_classes(text, expected):
    found = [m for m in find_materials(text, CONTEXT) if m.subject_kind == "class"]
    assert [m.name for m in found] == expected
    assert all(m.kind == "class" for m in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Li6PS5X argyrodites", "class"),
        ("Li6PS5X (X = Cl, Br)", "specific"),
        ("LPSX powders", "class"),
        ("Li3YCl6-based halides", "class"),
        ("Li3YCl6-based electrolyte", "specific"),
        ("Li7-xLa3Zr2-xTaxO12", "specific"),
        ("LLZO", "specific"),
    ],
)
def test_families_and_definite_materials(text, kind):
    assert find_materials(text)[0].subject_kind == kind


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("LLZO", "Li7La3Zr2O12"),
        ("LLZTO", "Li6.5La3Zr1.5Ta0.5O12"),
        ("Al-LLZO", None),
        ("Al-doped LLZO", None),
        ("β-Li3PS4", "Li3PS4"),
        ("LGPS-5 wt% SiO2", "Li10GeP2S12-5 wt% SiO2"),
        ("LGPS 550 °C", "Li10GeP2S12"),
        ("0.6[HCF-Nd]-0.4[LCF-Nb]", "0.6[Na0.75Nd1.75Cl6]-0.4[NaNbCl6]"),
        ("PEO-LiTFSI-LLZTO", None),
        ("LATP", None),
        ("O-doped Li6PS4.7O0.3Br", "Li6PS4.7O0.3Br"),
        ("Li1+xAlxTi2-x(PO4)3 (x = 0.4)", "Li1.4Al0.4Ti1.6(PO4)3"),
    ],
)
def test_formula_a_name_stands_for(text, formula):
    assert find_materials(text, CONTEXT)[0].formula == formula


def test_an_alias_behind_its_formula_has_that_formula():
    text = "Li6.6La3Zr1.6Ta0.4O12 (LLZTO) was cast."
    context = names_of({"LLZTO": "Li6.6La3Zr1.6Ta0.4O12"})
    assert len({m.formula for m in find_materials(text, context)}) == 1


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("P2S5", "precursor"),
        ("Li2CO3", "precursor"),
        ("LiCoO2", "electrode"),
        ("NCM622", "electrode"),
        ("Li4Ti5O12", "electrode"),
        ("LCO-LLZO", "electrode"),
        ("LiTFSI", "salt"),
        ("THF", "solvent"),
        ("CO2", "solvent"),
        ("Nb", "element"),
        ("Li+", "ion"),
        ("PS4^3-", "ion"),
        ("Sb(V)", "ion"),
        ("Cl-", "ion"),
    ],
)
def test_what_never_owns_a_conductivity(text, flag):
    (material,) = find_materials(f"the {text} here", CONTEXT)
    assert not material.electrolyte
    assert flag in material.flags


@pytest.mark.parametrize(
    "text",
    [
        "Li6PS5Cl",
        "Li3N",
        "LLZO",
        "LiPON",
        "70Li2S-30P2S5",
        "Li2S-P2S5",
        "PEO-LiTFSI",
        "Al-doped LLZO",
        "LiF-coated NASICON",
    ],
)
def test_what_may_own_one(text):
    assert find_materials(f"the {text} here", CONTEXT)[0].electrolyte


def test_a_unit_is_no_ion():
    assert find_materials("an expansion of 8 × 10^-6 K^-1 was measured") == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("70Li2S-30P2S5 glass-ceramics", "glass-ceramic"),
        ("a 70Li2S-30P2S5 glass", "glass"),
        ("amorphous Li3PS4", "amorphous"),
        ("LiPON thin films", "thin film"),
        ("Li6PS5Cl single crystals", "single crystal"),
        ("a 67Li2S-33P2S5 (mol%) glass", "glass"),
        ("nanoporous Li3PS4", "porous"),
        ("poorly crystalline Li3YBr6", None),
        ("PEO-LiTFSI", "polymer"),
        ("PEO-LiTFSI-LLZO", "composite"),
        ("Li6PS5Cl pellets", None),
    ],
)
def test_form_of_the_sample(text, form):
    assert find_materials(text, CONTEXT)[0].form == form


@pytest.mark.parametrize(
    ("text", "family", "ion"),
    [
        ("LLZO", "garnet", "Li+"),
        ("Al-doped NZSP", "NASICON", "Na+"),
        ("Mg-NZSP", "NASICON", "Na+"),
        ("Al-LLZO", "garnet", "Li+"),
        ("PEO-LiTFSI", "polymer", "Li+"),
        ("PEO-LiTFSI-LLZO", "composite", "Li+"),
        ("2 wt% CuO-LLZTO", "garnet", "Li+"),
        ("Na-LaCeTa-Cl", "halide", "Na+"),
        ("garnet-type SSEs", "garnet", None),
    ],
)
def test_family_and_mobile_ion(text, family, ion):
    material = find_materials(text, CONTEXT)[0]
    assert (material.family, material.mobile_ion) == (family, ion)


def test_an_unbalanced_formula_is_marked():
    assert "unbalanced" in find_materials("Li6P5SI")[0].flags
    assert "unbalanced" not in find_materials("Li6PS5I")[0].flags


PIECES = st.sampled_from(
    [
        "Li6PS5Cl",
        "LLZO",
        "70Li2S-30P2S5",
        "-",
        " ",
        "/",
        "Nb-doped ",
        "(",
        ")",
        "PEO",
        "LiTFSI",
        " wt% ",
        "0.5",
        "|",
        "@",
        "β-",
        "garnet-type ",
        "SSEs",
        ", ",
        "[",
        "]",
        "x = 0.2",
        "Li7-xLa3Zr2-xTaxO12",
        "+",
        ":",
        "Li",
        "°C",
        "·",
        "Fig. 2",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_mentions_are_in_order_apart_and_where_they_say(text):
    found = find_materials(text, CONTEXT)
    end = 0
    for material in found:
        assert end <= material.start < material.end <= len(text)
        assert text[material.start : material.end] == material.surface
        assert material.name
        end = material.end


@given(st.text(max_size=80))
def test_any_text_is_read(text):
    find_materials(text)


_WORDS = (
    "Li6PS5Cl", "PEO18/LiTFSI", "LiTFSI", "PEO", "in", "EC:DMC", "1 M", "Na", "β-Al2O3", "LLZO", "-", "/", "and",
    "doped", "with", "5 wt%", "(x = 0.2)", "argyrodites", "Li7-xLa3Zr2-xTaxO12", "silver iodide", "glass", ",", "Ta",
    "NASICON-type",
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(("", " "))), max_size=14))
def test_no_two_materials_overlap(words: list[tuple[str, str]]) -> None:
    found = find_materials("".join(word + gap for word, gap in words))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
