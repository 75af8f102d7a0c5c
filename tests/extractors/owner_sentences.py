"""Sentences of our own on which material a value belongs to, in the form of :mod:`property_sentences`."""

from __future__ import annotations

RT = 298.15

OWNERS: list[tuple[str, list[tuple[str, float, float | None]]]] = [
    # an abbreviation of a kind that has its own value beside another sample's
    (
        "PPC-LiTFSI was filled with clay. It is 0.2 mS cm^-1 for CKP-8, above that of the SPE (0.01 mS cm^-1).",
        [("CKP-8", 2e-4, None)],
    ),
    ("PPC-LiTFSI-LATP was cast. The CPE reaches 0.2 mS cm^-1.", [("PPC-LiTFSI-LATP", 2e-4, None)]),
    # an aim
    ("Li4SnS4 conducts 0.06 mS cm^-1, which is still far away from 1 mS cm^-1.", [("Li4SnS4", 6e-5, None)]),
    # every compound owns a value that the sentence tells of it, whatever it is used for elsewhere
    ("The solid acid CsH2PO4 shows 2.2 × 10^-2 S cm^-1 at 240 °C.", [("CsH2PO4", 2.2e-2, 513.15)]),
    (
        "The conductivity of Ag3SI is 10 mS cm^-1, whereas that of γ-AgI is 4 × 10^-7 S cm^-1.",
        [("Ag3SI", 1e-2, None), ("gamma-AgI", 4e-7, None)],
    ),
    (
        "Na3HoCl6 is layered. Likewise, NaMnO2, (Fig. 2) which is told to conduct ions with up to 3 mS/cm, is layered.",
        [("NaMnO2", 3e-3, None)],
    ),
    ("Selenium has a low electronic conductivity of 10^-6 S cm^-1.", [("selenium", 1e-6, None)]),
    ("The conductivity of Li3YBr6 is below that of 1 M LiPF6 (9 mS cm^-1).", []),
    ("The solution LiClO4 in EC/DEC conducts 7 mS cm^-1 at 25 °C.", [("LiClO4 in EC/DEC", 7e-3, RT)]),
    ("In phosphates, a conductivity of 10^-6 S cm^-1 is told of the (PO4)3 group.", []),
    # what a compound is made of, or made by way of, owns nothing
    (
        "Na3AsS4 was made in water. The hydrate Na3AsS4·8H2O was precipitated. Heating gave a powder that conducts 3 mS cm^-1.",
        [("Na3AsS4", 3e-3, None)],
    ),
    (
        "Na1+xHf2SixP3-xO12 was made of Na2CO3 and HfO(NO3)2·xH2O. The ceramic with x = 2 conducts 0.7 mS cm^-1.",
        [("Na3Hf2Si2PO12", 7e-4, None)],
    ),
    (
        "K3AsS4 and its analogue K2.9As0.9Mo0.1S4 were made of K2S, As, Mo and S. The conductivity of the former, "
        "3 × 10^-8 S cm^-1, is raised to 2 × 10^-5 S cm^-1 in the latter.",
        [("K3AsS4", 3e-8, None), ("K2.9As0.9Mo0.1S4", 2e-5, None)],
    ),
    (
        "Films of LiPON conduct 2 × 10^-6 S cm^-1, those of Li-B-P-O-N 8 × 10^-6 S cm^-1.",
        [("LiPON", 2e-6, None), ("Li-B-P-O-N", 8e-6, None)],
    ),
    # analogues, samples told by what was put into the material before
    (
        "Na3Hf2Si2PO12 conducts 0.3 mS cm^-1. Doping helps: Na3.2Hf1.9Mg0.1Si2PO12 shows 1.2 mS cm^-1, the Zn analogue "
        "0.9 mS cm^-1. With Sc^3+ even 2 mS cm^-1 was measured.",
        [
            ("Na3Hf2Si2PO12", 3e-4, None),
            ("Na3.2Hf1.9Mg0.1Si2PO12", 1.2e-3, None),
            ("Na3.2Hf1.9Zn0.1Si2PO12", 9e-4, None),
            ("Sc-doped Na3Hf2Si2PO12", 2e-3, None),
        ],
    ),
    (
        "Na3AsS4 shows 0.5 mS cm^-1, the Sb analogue 1.1 mS cm^-1.",
        [("Na3AsS4", 5e-4, None), ("Na3SbS4", 1.1e-3, None)],
    ),
    (
        "LiHf2(PO4)3 and Li1.2Sr0.1Hf1.9(PO4)3 were made. The former is poor. Upon Sr doping the conductivity is 0.2 mS cm^-1.",
        [("Li1.2Sr0.1Hf1.9(PO4)3", 2e-4, None)],
    ),
    (
        "The PVDF-LiFSI film has 0.03 mS cm^-1. Adding LATP particles increases the conductivity to 0.5 mS cm^-1.",
        [("PVDF-LiFSI", 3e-5, None), ("PVDF-LiFSI-LATP", 5e-4, None)],
    ),
    (
        "The PVDF-LiFSI-LATP film shows 0.4 mS cm^-1, while PVDF-LiFSI gives 0.02 mS cm^-1. The resistance is reduced on "
        "addition of the filler, and the ionic conductivity at 60 °C is raised from 0.1 to 0.9 mS cm^-1.",
        [
            ("PVDF-LiFSI-LATP", 4e-4, None),
            ("PVDF-LiFSI", 2e-5, None),
            ("PVDF-LiFSI", 1e-4, 333.15),
            ("PVDF-LiFSI-LATP", 9e-4, 333.15),
        ],
    ),
    # codes that differ by an element; what is compared with and has values of its own; an element's name before a code
    (
        "The conductivity of LSTP is 0.3 mS cm^-1, of the same order as that of LYTP and LLaTP, for which 0.2 mS cm^-1 and "
        "0.1 mS cm^-1 were determined.",
        [("LSTP", 3e-4, None), ("LYTP", 2e-4, None), ("LLaTP", 1e-4, None)],
    ),
    ("The conductivity of oxygen-substituted LPSBO-5 is 2 mS cm^-1.", [("LPSBO-5", 2e-3, None)]),
    # the next statement behind a colon; what is compared with and has examples; a density is no share of a filler
    (
        "Na4GeS4 was made. Its conductivity of 0.02 mS cm^-1 can be raised by Sb: Na3.8Ge0.8Sb0.2S4 has 0.5 mS cm^-1.",
        [("Na4GeS4", 2e-5, None), ("Na3.8Ge0.8Sb0.2S4", 5e-4, None)],
    ),
    (
        "LAGP has 0.5 mS cm^-1, less than those of LATP ceramics prepared by other authors, e.g. 0.9 mS cm^-1.",
        [("LAGP", 5e-4, None), ("LATP", 9e-4, None)],
    ),
    (
        "Hot pressing gave dense (97 %) Li6.5La3Hf1.5Ta0.5O12 that was polished. It has 0.6 mS cm^-1.",
        [("Li6.5La3Hf1.5Ta0.5O12", 6e-4, None)],
    ),
    # dopants
    ("Nb:LLZO pellets reach 0.6 mS cm^-1.", [("Nb-LLZO", 6e-4, None)]),
    ("The conductivity of Li7La3Zr2O12:Ga^3+ is 0.9 mS cm^-1.", [("Li7La3Zr2O12:Ga3+", 9e-4, None)]),
    (
        "Ga-doped, Al-doped and Nb-doped LLZO show 1.2, 0.4 and 0.7 mS cm^-1.",
        [("Ga-doped LLZO", 1.2e-3, None), ("Al-doped LLZO", 4e-4, None), ("Nb-doped LLZO", 7e-4, None)],
    ),
    (
        "Lee used Sr on the La site of LLZO and found 2 × 10^-4 S cm^-1 for 0.1 pfu of Sr.",
        [("LLZO doped with 0.1 pfu Sr", 2e-4, None)],
    ),
    # members of series and samples told by what was added
    (
        "The conductivity of Li3-xIn1-xHfxCl6 is 0.9 mS cm^-1 at x = 0.2 and 1.3 mS cm^-1 at x = 0.4.",
        [("Li2.8In0.8Hf0.2Cl6", 9e-4, None), ("Li2.6In0.6Hf0.4Cl6", 1.3e-3, None)],
    ),
    (
        "Li6PS5X with X = Br and I shows 1.2 and 0.001 mS cm^-1, respectively.",
        [("Li6PS5Br", 1.2e-3, None), ("Li6PS5I", 1e-6, None)],
    ),
    (
        "Li3-xEr1-xHfxCl6 was studied. At x = 0.5 the conductivity is 0.8 mS cm^-1, that of the parent phase (0.3 mS cm^-1) "
        "is lower.",
        [("Li2.5Er0.5Hf0.5Cl6", 8e-4, None), ("Li3ErCl6", 3e-4, None)],
    ),
    (
        "Na10GeP2S12 and Na10SiP2S12 were calculated. The Si compound conducts 10 mS cm^-1.",
        [("Na10SiP2S12", 1e-2, None)],
    ),
    (
        "Ga-LLZO was sintered with an aid. The pellet with 3 wt% Li3BO3 shows 5 × 10^-4 S cm^-1.",
        [("Ga-LLZO-3 wt% Li3BO3", 5e-4, None)],
    ),
    (
        "Fillers were put into PAN-LiClO4. Ito et al. cast a composite electrolyte membrane containing 8 wt% LATP with 3 × 10^-4 S cm^-1.",
        [],
    ),
    # composites
    (
        "PVDF/LiFSI/LAGP membranes were cast. The membrane with 15 wt% LAGP shows 3 × 10^-4 S cm^-1, the LAGP-free membrane "
        "has 2 × 10^-5 S cm^-1. When the LAGP content rises to 25 wt%, the conductivity drops to 1 × 10^-4 S cm^-1.",
        [("PVDF/LiFSI/LAGP", 3e-4, None), ("PVDF/LiFSI", 2e-5, None), ("PVDF/LiFSI/LAGP", 1e-4, None)],
    ),
    (
        "Membranes were cast from a PAN matrix with LAGP as a ceramic filler. The 12% LAGP CPE membrane has 4 × 10^-5 S cm^-1.",
        [("PAN-LAGP", 4e-5, None)],
    ),
    (
        "Composite polymer-ceramic electrolytes (CPEs) of PEO and LLZO were made. LLZO was milled first. The optimized CPEs "
        "have 2 × 10^-4 S cm^-1.",
        [("PEO-LLZO", 2e-4, None)],
    ),
    (
        "A nanocomposite formed by LiBH4 and Al2O3 particles has a conductivity of 4 × 10^-4 S cm^-1.",
        [("LiBH4-Al2O3", 4e-4, None)],
    ),
    (
        "A PEO-LiFSI membrane was filled with LATP. The LATP network makes long paths and lets the SCE reach 2 × 10^-4 S cm^-1.",
        [("PEO-LiFSI-LATP", 2e-4, None)],
    ),
    (
        "LAGP fibers were embedded in a PAN matrix to form a flexible SCE, which shows 3 × 10^-4 S cm^-1.",
        [("PAN-LAGP", 3e-4, None)],
    ),
    ("Among sulfides, Li10SnP2S12 (LSPS)-type crystals show more than 4 mS cm^-1.", []),
    ("The [EMIM][BF4]/PVDF-HFP gel reaches 0.4 mS cm^-1.", [("[EMIM][BF4]/PVDF-HFP", 4e-4, None)]),
    (
        "The conductivity of PVdF-co-HFP-SiO2 based polymer electrolyte membranes is 2 mS cm^-1.",
        [("PVdF-co-HFP-SiO2", 2e-3, None)],
    ),
    (
        "The conductivity of LLZO is 0.3 mS cm^-1. The blank SPE has 5 × 10^-6 S cm^-1, a commercial separator has 1 mS cm^-1.",
        [("LLZO", 3e-4, None)],
    ),
    ("NZSP-Sc0.5 has a conductivity of 2 mS cm^-1.", [("NZSP-Sc0.5", 2e-3, None)]),
    (
        "Li3xLa(2/3)-x0(1/3)-2xTiO3 is a perovskite. The x = 0.12 member conducts 0.9 mS cm^-1.",
        [("Li0.36La0.5467TiO3", 9e-4, None)],
    ),
    (
        "Chlorine was put into the 55Li2S-45SiS2 glass. The conductivity rose from 4 × 10^-5 S cm^-1 (parent glass) to "
        "9 × 10^-5 S cm^-1 for 55Li2S-40SiS2-5LiCl.",
        [("55Li2S-45SiS2", 4e-5, None), ("55Li2S-40SiS2-5LiCl", 9e-5, None)],
    ),
    (
        "Kim et al. put 3 wt% of Li6PS5Br into a polyethylene oxide (PEO) matrix. The composite membrane had 5 × 10^-4 S cm^-1.",
        [("PEO-Li6PS5Br", 5e-4, None)],
    ),
    # comparison
    (
        "Li9.8Ge0.8P2.2S12 has 11 mS cm^-1, above that of liquid electrolytes (8 mS cm^-1).",
        [("Li9.8Ge0.8P2.2S12", 1.1e-2, None)],
    ),
    (
        "Practical cells need a conductivity above 1 mS cm^-1. Li7P3S11 meets this with 17 mS cm^-1.",
        [("Li7P3S11", 1.7e-2, None)],
    ),
    (
        "The conductivity at equal shares is far above that of Li3YCl6, reaching 2 mS cm^-1.",
        [],
    ),
    (
        "Values of 3 × 10^-4 and 6 × 10^-4 S cm^-1 were found for Li3HoCl6.",
        [("Li3HoCl6", 3e-4, None), ("Li3HoCl6", 6e-4, None)],
    ),
    (
        "Na3ErCl6 shows up to 0.1 mS cm^-1, short of its Li analogue, Li3ErCl6, which reaches up to 0.4 mS cm^-1.",
        [("Na3ErCl6", 1e-4, None), ("Li3ErCl6", 4e-4, None)],
    ),
    (
        "While LGPS has 9 mS cm^-1, its Na analogue Na10GeP2S12 in the same structure only has 0.2 mS cm^-1.",
        [("Li10GeP2S12", 9e-3, None), ("Na10GeP2S12", 2e-4, None)],
    ),
    (
        "A conductivity over 1 mS cm^-1 is reported in β-alumina and NASICON-type Na3Hf2Si2PO12.",
        [("beta-alumina", 1e-3, None), ("Na3Hf2Si2PO12", 1e-3, None)],
    ),
    # numbers
    ("Na11Sn2PSe12 reaches 10–20 mS/cm at 60 °C.", [("Na11Sn2PSe12", 1e-2, 333.15)]),
    ("Li6PS5Br has a conductivity of 2. 47 × 10^-4 S cm^-1 at 30 °C.", [("Li6PS5Br", 2.47e-4, 303.15)]),
    (
        "The conductivity of Li3HoCl6 was 1.1 mS cm^-1 at 30 °C, 1.9 at 45 °C and 3.8 at 60 °C.",
        [("Li3HoCl6", 1.1e-3, 303.15), ("Li3HoCl6", 1.9e-3, 318.15), ("Li3HoCl6", 3.8e-3, 333.15)],
    ),
    ("The ionic conductivity of Li6PSe5C1 is 0.6 mS cm^-1.", [("Li6PSe5Cl", 6e-4, None)]),
    (
        "Kim et al. found 0.3 mS cm^-1 for Li3ErCl6, and Ito et al. found 0.9 mS cm^-1 for Li3HoBr6 at 40 °C.",
        [("Li3ErCl6", 3e-4, None), ("Li3HoBr6", 9e-4, 313.15)],
    ),
    # samples told by what was put in
    (
        "Sr-, Ce- and Nb-doped Li7La3Hf2O12 (LLHO) were sintered. The Nb-doped sample shows 0.6 mS cm^-1, while the Sr- and "
        "Ce-doped pellets show 0.1 and 0.3 mS cm^-1, respectively. The undoped sample only reaches 2 × 10^-6 S cm^-1.",
        [
            ("Nb-doped Li7La3Hf2O12", 6e-4, None),
            ("Sr-doped Li7La3Hf2O12", 1e-4, None),
            ("Ce-doped Li7La3Hf2O12", 3e-4, None),
            ("Li7La3Hf2O12", 2e-6, None),
        ],
    ),
    (
        "LiZr2(PO4)3 was doped with calcium. The Ca-doped phosphate has a conductivity of 4 × 10^-5 S cm^-1.",
        [("Ca-doped LiZr2(PO4)3", 4e-5, None)],
    ),
    (
        "Na3SbSe4 and Na2.9Sb0.9W0.1Se4 were made. The W-doped compound conducts 4 mS cm^-1, the undoped compound 1 mS cm^-1.",
        [("Na2.9Sb0.9W0.1Se4", 4e-3, None), ("Na3SbSe4", 1e-3, None)],
    ),
    (
        "Na3-xSb1-xMoxSe4 was studied. The Mo0.08 sample has a conductivity of 3 mS cm^-1.",
        [("Na2.92Sb0.92Mo0.08Se4", 3e-3, None)],
    ),
    ("Li3ErI6 and Li3ErCl6 were milled. The conductivity of the iodide is 0.4 mS cm^-1.", [("Li3ErI6", 4e-4, None)]),
    ("LLHO and 0.3 Nb-doped LLZO were made. The pristine LLZO has 2 × 10^-6 S cm^-1.", [("Li7La3Zr2O12", 2e-6, None)]),
    (
        "Hf^4+-substituted Li3-xEr1-xHfxCl6 (x = 0, 0.2, 0.4) was milled. The sample with x = 0.4 reaches 1.2 mS cm^-1.",
        [("Li2.6Er0.6Hf0.4Cl6", 1.2e-3, None)],
    ),
    # names
    ("The conductivity of the PVA: PVP: LiClO4 blend is 2 × 10^-5 S cm^-1.", [("PVA:PVP:LiClO4", 2e-5, None)]),
    (
        "As-milled Li3ErCl6 and annealed Li3HoCl6 show 0.3 and 0.1 mS cm^-1.",
        [("Li3ErCl6", 3e-4, None), ("Li3HoCl6", 1e-4, None)],
    ),
    (
        "The PAN/LiTFSI electrolyte (denoted QL) and its filled form were cast. At 25 °C the conductivity of QL is 2 × 10^-5 S cm^-1.",
        [("QL", 2e-5, RT)],
    ),
    ("In the cell, NGH-3 reaches 0.4 mS cm^-1 at 25 °C.", [("NGH-3", 4e-4, RT)]),
    (
        "QVF-20 and QVF-30 have conductivities of 2 × 10^-5 and 3 × 10^-5 S cm^-1. The highest value of 6 × 10^-5 S cm^-1 was "
        "recorded for the sample containing 40 wt% glycerol (QVF-40).",
        [("QVF-20", 2e-5, None), ("QVF-30", 3e-5, None), ("QVF-40", 6e-5, None)],
    ),
    # codes of the members of a series
    (
        "Glasses of composition xNa2S–(1-x)SiS2 with x = 0.3 (V1), 0.4 (V2) and 0.5 (V3) were quenched. Their conductivities are "
        "2 × 10^-6, 8 × 10^-6 and 4 × 10^-5 S cm^-1. The conductivity of V3 at 60 °C is 3 × 10^-4 S cm^-1.",
        [
            ("0.3Na2S-0.7SiS2", 2e-6, None),
            ("0.4Na2S-0.6SiS2", 8e-6, None),
            ("0.5Na2S-0.5SiS2", 4e-5, None),
            ("0.5Na2S-0.5SiS2", 3e-4, 333.15),
        ],
    ),
    (
        "Li1+xGaxGe2-x(PO4)3 with x = 0.3, 0.4 and 0.5 (QGP-3, QGP-4 and QGP-5) was crystallized. QGP-4 has a conductivity of "
        "2 × 10^-4 S cm^-1.",
        [("Li1.4Ga0.4Ge1.6(PO4)3", 2e-4, None)],
    ),
    (
        "Li1+xGaxGe2-x(PO4)3 was studied, from the R-3c phase (x = 0.3) on. The conductivity of the R-3c phase is 10^-5 S cm^-1 "
        "for x = 0.3.",
        [("Li1.3Ga0.3Ge1.7(PO4)3", 1e-5, None)],
    ),
    (
        "Li3ErCl6 was milled (sample BQ) and annealed at 300 °C (sample A300). The conductivities of BQ and A300 are 0.5 and "
        "0.1 mS cm^-1.",
        [("BQ", 5e-4, None), ("A300", 1e-4, None)],
    ),
    (
        "Three films (Q1, Q2 and Q3) were cast. At 30 °C the conductivity rises from 2 × 10^-7 S cm^-1 for Q1 to 8 × 10^-5 "
        "S cm^-1 for Q3.",
        [("Q1", 2e-7, 303.15), ("Q3", 8e-5, 303.15)],
    ),
    (
        "Na3.2Hf1.8RE0.2Si2PO12 with RE = Er and Ho was made. Conductivities were 1.1 mS cm^-1 (Er) and 0.9 mS cm^-1 (Ho), "
        "compared to 0.6 mS cm^-1 for the parent material Na3Hf2Si2PO12.",
        [
            ("Na3.2Hf1.8Er0.2Si2PO12", 1.1e-3, None),
            ("Na3.2Hf1.8Ho0.2Si2PO12", 9e-4, None),
            ("Na3Hf2Si2PO12", 6e-4, None),
        ],
    ),
    (
        "Na2.94SbS3.94Br0.06 is known beside Na3SbS4. The doped phase shows 1.4 mS cm^-1, LiBH4/SiO2 0.1 mS cm^-1.",
        [("Na2.94SbS3.94Br0.06", 1.4e-3, None), ("LiBH4/SiO2", 1e-4, None)],
    ),
    (
        "When Li7La3Zr2O12 particles were embedded in the fibers (QPL@LLZO), the conductivity rose to 5 × 10^-4 S cm^-1.",
        [("QPL@LLZO", 5e-4, None)],
    ),
    (
        "The pellets QMS-2 GPa-300 °C and QMS-4 GPa-300 °C of Li3ErCl6 show conductivities of about 10^-6 S/cm.",
        [("QMS-2 GPa-300 °C", 1e-6, None), ("QMS-4 GPa-300 °C", 1e-6, None)],
    ),
    (
        "Li3HoCl6 has 1.1 mS/cm, which is close to that of organic liquid electrolytes with about 10 mS/cm.",
        [("Li3HoCl6", 1.1e-3, None)],
    ),
    (
        "Li3HoCl6 has 3 × 10^-5 S cm^-1 at 30 °C, much lower than Li3ErCl6 at 80 °C (2 mS cm^-1).",
        [("Li3HoCl6", 3e-5, 303.15), ("Li3ErCl6", 2e-3, 353.15)],
    ),
    (
        "Zr was put into Li3HoCl6, and 1.4 mS cm^-1 was achieved at 25 °C by further tuning to Li2.5Ho0.5Zr0.5Cl6.",
        [("Li2.5Ho0.5Zr0.5Cl6", 1.4e-3, RT)],
    ),
    (
        "Conductivities of KPS, KNPS05 and KNPS10 were 0.11, 0.21 and 0.13 mS/cm, with KPF6 in the cell.",
        [("KPS", 1.1e-4, None), ("KNPS05", 2.1e-4, None), ("KNPS10", 1.3e-4, None)],
    ),
    ("The highest value, 0.4 mS cm^-1, is that of Li2ZrCl612.", [("Li2ZrCl6", 4e-4, None)]),
    ("Beside Na3V2(PO4)3 and Li2S8 there is Li3ErCl6, which has 0.4 mS cm^-1.", [("Li3ErCl6", 4e-4, None)]),
    (
        "Sample A (undoped) and sample B were sintered. The conductivity of sample B is 0.06 S cm^-1, that of samples A and C "
        "0.02 and 0.05 S cm^-1. LaF3 (sample D) has 10^-6 S cm^-1.",
        [("sample B", 6e-2, None), ("sample A", 2e-2, None), ("sample C", 5e-2, None), ("LaF3", 1e-6, None)],
    ),
    (
        "The thin composite membrane (denoted TQM) was cast. The TQM shows a conductivity of 2 × 10^-4 S cm^-1.",
        [("TQM", 2e-4, None)],
    ),
    (
        "A Li6PS5Br–PEO hybrid with 5 wt% PEO shows 0.2 mS cm^-1, Li6PS5Br with 5 wt% PEO 0.3 mS cm^-1.",
        [("Li6PS5Br-PEO", 2e-4, None), ("PEO-Li6PS5Br", 3e-4, None)],
    ),
]

ENERGIES: list[tuple[str, list[tuple[str, float]]]] = [
    (
        "With x, the conductivity of Li6-xPSe5-xCl1+x rises from 2 mS cm^-1 (x = 0) to 7 mS cm^-1 (x = 0.4), and the activation "
        "energy falls from 0.36 to 0.29 eV.",
        [("Li6PSe5Cl", 0.36), ("Li5.6PSe4.6Cl1.4", 0.29)],
    ),
    (
        "Li3ErCl6 conducts 0.3 mS cm^-1 and Li3HoCl6 0.5 mS cm^-1, and the activation energies of Li3DyCl6 and Li3TmCl6 are "
        "0.41 and 0.43 eV.",
        [("Li3DyCl6", 0.41), ("Li3TmCl6", 0.43)],
    ),
    ("In Na2B10H10, anion reorientation with an activation energy of 0.2 eV is seen.", []),
    ("1H NMR gives a reorientational barrier of 0.17 eV for LiCB9H10.", []),
    ("From NMR of LiCB9H10, an activation energy of 0.31 eV was found for Li^+ hopping.", [("LiCB9H10", 0.31)]),
    (
        "The activation energy of Li3ErCl6 is 0.41 eV. The annealed Li3HoCl6 shows 0.54 eV.",
        [("Li3ErCl6", 0.41), ("Li3HoCl6", 0.54)],
    ),
    ("The band gap of Li3ErCl6 is 5.1 eV. The annealed Li3HoCl6 shows 5.4 eV.", []),
    (
        "Li3ErCl6 and Li3HoCl6 were made with conductivities of 0.3 and 0.9 mS cm^-1 at room temperature and activation energies "
        "of 0.46 and 0.38 eV.",
        [("Li3ErCl6", 0.46), ("Li3HoCl6", 0.38)],
    ),
    (
        "Here we report on Li6.5La3Hf1.5Ta0.5O12, which was hot-pressed in this work. Its conductivity is 1.2 mS cm^-1. Al-doped "
        "LLZO was reported to have 0.4 mS cm^-1. The activation energy amounts to 0.36 eV in this study.",
        [("Li6.5La3Hf1.5Ta0.5O12", 0.36)],
    ),
    (
        "Li3ErCl6 has 0.3 mS cm^-1, compared with 0.9 mS cm^-1 for Li3HoCl6. Its activation energy is 0.46 eV.",
        [("Li3ErCl6", 0.46)],
    ),
]
