"""Short passages of our own on which sample a value belongs to, as the results of a paper tell them."""

from __future__ import annotations

RT = 298.15

OWNERS: list[tuple[str, list[tuple[str, float, float | None]]]] = [
    (
        "The salt NaCB9H10 is good, with 0.03 S cm^-1. Its lithium analogue behaves so at 360 K (0.02 S cm^-1).",
        [("NaCB9H10", 0.03, None), ("LiCB9H10", 0.02, 360.0)],
    ),
    (
        "72Li2S-28P2S5 reached 1.9 mS cm^-1, and a further increase to 2.6 mS cm^-1 was seen for 72Li2S-27P2S5-1P2O5.",
        [("72Li2S-28P2S5", 1.9e-3, None), ("72Li2S-27P2S5-1P2O5", 2.6e-3, None)],
    ),
    # one element for another; what was found in a system; a sample without a part that the document names later
    (
        "Li6.5Sb0.5Ge0.5S5Br reaches 9 mS cm^-1. With Sn instead of Ge, only 0.2 mS cm^-1 was achieved.",
        [("Li6.5Sb0.5Ge0.5S5Br", 9e-3, None), ("Li6.5Sb0.5Sn0.5S5Br", 2e-4, None)],
    ),
    (
        "Li6.5Sb0.5Ge0.5S5Br reaches 9 mS cm^-1. With Sn instead of In foil, 2 mS cm^-1 was achieved.",
        [("Li6.5Sb0.5Ge0.5S5Br", 9e-3, None), ("Li6.5Sb0.5Ge0.5S5Br", 2e-3, None)],
    ),
    (
        "Kim et al. made Li3.3Ge0.3As0.7S4. Li4P2S7 was found in the Li2S-P2S5 system in 1999, which had 0.4 mS cm^-1.",
        [("Li4P2S7", 4e-4, None)],
    ),
    (
        "The membrane without CeO2 has 0.8 mS cm^-1. PVDF-HFP-LiTFSI-CeO2 has 2.9 mS cm^-1.",
        [("PVDF-HFP-LiTFSI", 8e-4, None), ("PVDF-HFP-LiTFSI-CeO2", 2.9e-3, None)],
    ),
    # numbers that share a unit, each with its name behind it
    (
        "The conductivity of Li3-xTm1-xHfxCl6 increases from 0.11 (x = 0) to 1.35 mS cm^-1 (x = 0.5).",
        [("Li3TmCl6", 1.1e-4, None), ("Li2.5Tm0.5Hf0.5Cl6", 1.35e-3, None)],
    ),
    (
        "Milling lowers the conductivity to 1.2 (Li3HoBr6), 1.3 (Li3ErBr6) and 1.7 mS cm^-1 (Li3TmBr6).",
        [("Li3HoBr6", 1.2e-3, None), ("Li3ErBr6", 1.3e-3, None), ("Li3TmBr6", 1.7e-3, None)],
    ),
    (
        "The conductivities are 1.2 for Li3HoBr6 and 1.7 mS cm^-1 for Li3TmBr6.",
        [("Li3HoBr6", 1.2e-3, None), ("Li3TmBr6", 1.7e-3, None)],
    ),
    ("Sample 4 (wet) and the dry one, with 1.7 mS cm^-1 (Li3TmBr6), were kept.", [("Li3TmBr6", 1.7e-3, None)]),
    # a list told with its values, whatever it is told for
    (
        "Asai et al. opened the field with Li3HoCl6 and Li3HoI6, with conductivities of 0.4 and 0.7 mS cm^-1.",
        [("Li3HoCl6", 4e-4, None), ("Li3HoI6", 7e-4, None)],
    ),
    # the host of a dopant holds what was replaced
    (
        "Li3ErBr6 and Li3HoBr6 conduct well. When 40 % of Er was replaced by Zr, the conductivity went up to 2 mS cm^-1.",
        [("Zr-doped Li3ErBr6", 2e-3, None)],
    ),
    # a value "found for" a material, a noun with its x behind it, a class that is only the predicate
    (
        "The conductivity of Li3YBr6 is 1.1 mS cm^-1, which is above the 0.4 mS cm^-1 reported for Li3YCl6.",
        [("Li3YBr6", 1.1e-3, None), ("Li3YCl6", 4e-4, None)],
    ),
    (
        "Li3-xSc1-xHfxCl6 was milled. The conductivity rises from 0.3 mS cm^-1 for the Hf-free halide (x = 0) to 1.2 mS cm^-1 "
        "in the sample with x = 0.4.",
        [("Li3ScCl6", 3e-4, None), ("Li2.6Sc0.6Hf0.4Cl6", 1.2e-3, None)],
    ),
    ("In Li7-xPS6-xBrx, Li7PS6 (x = 0) is a poor conductor (3 × 10^-6 S cm^-1).", [("Li7PS6", 3e-6, None)]),
    ("Li3YCl6 is a halide. It conducts less than sulfides (5 mS cm^-1).", []),
    ("K2Zn4O9 was found to conduct with 2 × 10^-3 S cm^-1.", [("K2Zn4O9", 2e-3, None)]),
    # "the latter" of what was told one after the other; dopants by a noun; what was added to what follows
    (
        "Na3OCl shows 10^-7 S cm^-1. The Ca-doped compound Na2.8Ca0.1OCl was pressed. For the latter, 10^-4 S cm^-1 was found.",
        [("Na3OCl", 1e-7, None), ("Na2.8Ca0.1OCl", 1e-4, None)],
    ),
    (
        "Doping raises the conductivity of LLZO. Al-doped LLZO reached 0.3 mS cm^-1, while Nb doping led to 0.6 mS cm^-1.",
        [("Al-doped LLZO", 3e-4, None), ("Nb-doped LLZO", 6e-4, None)],
    ),
    (
        "Substituting Zr^4+ by Sc^3+ gave 2 mS cm^-1 at 25 °C for Na3.3Sc0.3Zr1.7Si2PO12.",
        [("Na3.3Sc0.3Zr1.7Si2PO12", 2e-3, RT)],
    ),
    (
        "PEO-LiFSI was compared. The addition of 4 wt% TiO2 to PCL-LiTFSI gave rise to 3 × 10^-4 S cm^-1.",
        [("PCL-LiTFSI-TiO2", 3e-4, None)],
    ),
    (
        "PEO/LiFSI membranes with 0, 6 and 12 wt% LAGP were cast. Without filler, the membrane has 5 × 10^-6 S cm^-1. With 12 wt% "
        "LAGP it rises to 2 × 10^-4 S cm^-1.",
        [("PEO/LiFSI", 5e-6, None), ("PEO/LiFSI/LAGP", 2e-4, None)],
    ),
    (
        "Glasses of (100-x)(0.5Li2S-0.5GeS2)-xLi3PO4 were quenched. The glass with x = 3 has 1.1 mS cm^-1. At 15 mol% Li3PO4, the "
        "conductivity falls to 0.2 mS cm^-1.",
        [("97(0.5Li2S-0.5GeS2)-3Li3PO4", 1.1e-3, None), ("85(0.5Li2S-0.5GeS2)-15Li3PO4", 2e-4, None)],
    ),
    # the ion of an alumina; what is told of all samples is that of none
    (
        "K-β″-alumina has 0.08 S cm^-1 at 300 °C, silver β″-alumina 4 mS cm^-1 at 25 °C.",
        [("K-beta''-alumina", 0.08, 573.15), ("Ag-beta''-alumina", 4e-3, RT)],
    ),
    ("LATP and LAGP were sintered. The bulk conductivity is nearly the same for all samples, around 2 mS cm^-1.", []),
    # samples called by a code, with a capital at the beginning of the sentence
    (
        "The sample G1 had a conductivity of 0.2 mS cm^-1. Sample G2 reached 0.5 mS cm^-1.",
        [("G1", 2e-4, None), ("G2", 5e-4, None)],
    ),
    # what is spoken of is no system in which it was found
    (
        "# Li6PSe5Br and Li6PSe5I\n\nLi6PSe5Br shows 1.8 mS cm^-1. For the iodide, on the other hand, only 3 × 10^-6 S cm^-1 was "
        "measured.",
        [("Li6PSe5Br", 1.8e-3, None), ("Li6PSe5I", 3e-6, None)],
    ),
    # the subject behind a phrase in front; what is compared with and has its own value; "at" the composition
    (
        "Li3YCl6 was the first. With an ionic conductivity of 1.5 mS cm^-1 at 25 °C, Li3YBr6 is one of the best bromides.",
        [("Li3YBr6", 1.5e-3, RT)],
    ),
    (
        "The conductivity of Li10SnP2S12 is 4 mS cm^-1. It is to be compared with Li10SiP2S12, for which 2.3 mS cm^-1 was "
        "reported.",
        [("Li10SnP2S12", 4e-3, None), ("Li10SiP2S12", 2.3e-3, None)],
    ),
    (
        "Li3.2Si0.2P0.8S4 was made first. In the Li4SnS4-Li3PS4 system, Ito found the highest conductivity (0.8 mS cm^-1) at "
        "Li3.3Sn0.3P0.7S4.",
        [("Li3.3Sn0.3P0.7S4", 8e-4, None)],
    ),
    (
        "Li6La2SrTa2O12 conducts 10^-5 S cm^-1 and Li7La3Hf2O12 reaches 2 × 10^-4 S cm^-1. Its tetragonal polymorph is less "
        "conductive (9 × 10^-7 S cm^-1).",
        [("Li6La2SrTa2O12", 1e-5, None), ("Li7La3Hf2O12", 2e-4, None), ("Li7La3Hf2O12", 9e-7, None)],
    ),
    (
        "Na3SbS4 is stable in air. Ito and co-workers prepared the compound from water; the conductivity was 0.2 mS cm^-1.",
        [("Na3SbS4", 2e-4, None)],
    ),
    # a change of x and the values at its ends; contents of a dopant; a sample named so in a bracket
    (
        "Li6-xPS5-xBr1+x was annealed. Increasing x from 0 to 0.4 raises the conductivity from 1.5 to 6.5 mS cm^-1.",
        [("Li6PS5Br", 1.5e-3, None), ("Li5.6PS4.6Br1.4", 6.5e-3, None)],
    ),
    (
        "LLZO doped with 0.3 mol Al had 0.2 mS cm^-1. Ito obtained 0.5 mS cm^-1 for an Al content of 0.22 mol. A value of "
        "1.1 mS cm^-1 was reported for Ga-substituted garnet.",
        [("0.3 mol Al-doped LLZO", 2e-4, None), ("Al-doped LLZO", 5e-4, None), ("Ga-doped LLZO", 1.1e-3, None)],
    ),
    (
        "The milled powder (BM) was annealed at 250 °C (HT250) or 400 °C (HT400). BM shows an ionic conductivity of "
        "0.7 mS cm^-1. For HT250 and HT400, the conductivities are 1.1 and 1.3 mS cm^-1, respectively.",
        [("BM", 7e-4, None), ("HT250", 1.1e-3, None), ("HT400", 1.3e-3, None)],
    ),
    (
        "The sample without NaF (Z0) has 0.2 mS cm^-1. With more additive (Z8), it is 0.6 mS cm^-1. The conductivity of Z4 is "
        "1.4 mS cm^-1.",
        [("Z0", 2e-4, None), ("Z8", 6e-4, None), ("Z4", 1.4e-3, None)],
    ),
    # what a sample was found to contain, what a class is told to be
    (
        "LAGP glass was heated. XRD revealed LiGe2(PO4)3 as a major phase. The conductivity reached 2 × 10^-4 S cm^-1.",
        [("LAGP", 2e-4, None)],
    ),
    ("These materials are purely ionic conductors with 3 × 10^-4 S cm^-1.", []),
    (
        "Here we report an electrolyte composing of PVDF-HFP polymer, ceramic powder LLZTO and lithium salt LiFSI. The "
        "composite electrolyte exhibits 2 × 10^-4 S cm^-1.",
        [("PVDF-HFP-LLZTO-LiFSI", 2e-4, None)],
    ),
    (
        "Glasses of (60-1.2x)Li2S-40GeS2-xLi3N were milled. Glass with 10 mol% of Li3N shows 3 × 10^-4 S cm^-1.",
        [("48Li2S-40GeS2-10Li3N", 3e-4, None)],
    ),
    ("The conductivity of Li1/2Sr7/16Ta3/4Hf1/4O3 is 3 × 10^-4 S cm^-1.", [("Li1/2Sr7/16Ta3/4Hf1/4O3", 3e-4, None)]),
    # polymers with their salt; what fills a framework; classes that are only the predicate of several
    (
        "PCL with LiFSI shows 2 × 10^-5 S cm^-1 at 25 °C, whereas PVCA containing LiTFSI has 6 × 10^-5 S cm^-1 at 50 °C.",
        [("PCL-LiFSI", 2e-5, RT), ("PVCA-LiTFSI", 6e-5, 323.15)],
    ),
    ("An LLZO framework filled with PEO-LiFSI has 3 × 10^-4 S cm^-1.", [("PEO-LiFSI-LLZO", 3e-4, None)]),
    (
        "Li8SiN4 and Li5SiN3, on the other hand, are moderate conductors with 2 × 10^-7 and 3 × 10^-6 S cm^-1 at 400 K.",
        [("Li8SiN4", 2e-7, 400.0), ("Li5SiN3", 3e-6, 400.0)],
    ),
    ("Li3N is fast. H-doped crystals reached 5 mS cm^-1.", [("H-doped Li3N", 5e-3, None)]),
    ("LATP was sintered with LiF and LiBO2. In all cases, the bulk conductivity was about 2 mS cm^-1.", []),
    (
        "Li3YCl6 was made first. Li3HoCl6 is usually chosen; glasses of this composition reach 0.2 mS cm^-1.",
        [("Li3HoCl6", 2e-4, None)],
    ),
    # ways of making are no samples; polymorphs by their sign; the analogue with another ion
    (
        "Films of LLZO reach 2 × 10^-5 S cm^-1 (MOCVD), 4 × 10^-5 S cm^-1 (PLD) and 10^-4 S cm^-1 (ALD).",
        [("LLZO", 2e-5, None), ("LLZO", 4e-5, None), ("LLZO", 1e-4, None)],
    ),
    (
        "γ-Na3PO4 was modelled. The α polymorph conducts 2 × 10^-5 S cm^-1.",
        [("alpha-Na3PO4", 2e-5, None)],
    ),
    (
        "Na4(BH4)(NH2)3 shows 2 × 10^-6 S cm^-1. For the lithium analogue the value is 3 × 10^-4 S cm^-1.",
        [("Na4(BH4)(NH2)3", 2e-6, None), ("Li4(BH4)(NH2)3", 3e-4, None)],
    ),
    # dopants listed in words, of which each makes a sample of the host; the composition itself where it is told
    (
        "Li4SnO4 is slow. When 5 % of Sn is substituted by Nb, Sb or As, the conductivity increases to 2 × 10^-4, 5 × 10^-4 and "
        "9 × 10^-4 S cm^-1, respectively.",
        [("Nb-doped Li4SnO4", 2e-4, None), ("Sb-doped Li4SnO4", 5e-4, None), ("As-doped Li4SnO4", 9e-4, None)],
    ),
    (
        "Na3Hf2Si2PO12 was sintered. Mg- and Sc-substitution on the Hf site leads to 1.2 and 2.5 mS cm^-1.",
        [("Mg-doped Na3Hf2Si2PO12", 1.2e-3, None), ("Sc-doped Na3Hf2Si2PO12", 2.5e-3, None)],
    ),
    (
        "Li4TiO4 is similar: its conductivity of 2 × 10^-6 S cm^-1 rises to 4 × 10^-4 S cm^-1 on doping with P.",
        [("Li4TiO4", 2e-6, None), ("P-doped Li4TiO4", 4e-4, None)],
    ),
    (
        "Partial replacement of P by Ge in Li3PO4 raises it (Li3.3Ge0.3P0.7O4 exhibits 3 × 10^-6 S cm^-1).",
        [("Li3.3Ge0.3P0.7O4", 3e-6, None)],
    ),
    (
        "LiTi2(PO4)3 was pressed. Li1.2Al0.2Ti1.8(PO4)3 has 0.4 mS cm^-1, whereas the Ga- and Sc-substituted analogues show 0.2 and "
        "0.5 mS cm^-1.",
        [
            ("Li1.2Al0.2Ti1.8(PO4)3", 4e-4, None),
            ("Ga-doped LiTi2(PO4)3", 2e-4, None),
            ("Sc-doped LiTi2(PO4)3", 5e-4, None),
        ],
    ),
    ("After 24 h in air with a dew point of -40 °C, Li6PS5Cl has 1.2 mS cm^-1.", [("Li6PS5Cl", 1.2e-3, None)]),
    # a series that the heading alone names; the only material of a paragraph, named behind its value
    (
        "# The series Li1+xHf2-xYx(PO4)3\n\nLiHf2(PO4)3 has 4 × 10^-9 S cm^-1. With x = 0.2 the conductivity rises to "
        "2 × 10^-5 S cm^-1.",
        [("LiHf2(PO4)3", 4e-9, None), ("Li1.2Hf1.8Y0.2(PO4)3", 2e-5, None)],
    ),
    (
        "It showed a high conductivity of 9 mS cm^-1. The Li9.6P3S12 pellet was then used in cells.",
        [("Li9.6P3S12", 9e-3, None)],
    ),
    # what the text itself calls a conductor; a filler of some shape in its polymer; a composite of what was told last
    ("Ce0.9Sr0.1F2.9 is the best fluoride conductor with 2 × 10^-4 S cm^-1.", [("Ce0.9Sr0.1F2.9", 2e-4, None)]),
    (
        "Active fillers such as LATP nanowires in PAN-LiFSI (2 × 10^-4 S cm^-1) act so.",
        [("PAN-LiFSI-LATP", 2e-4, None)],
    ),
    (
        "Mg(BH4)2-NH3 exhibits 3 × 10^-4 S cm^-1, and its composite with MgO 2 × 10^-5 S cm^-1.",
        [("Mg(BH4)2-NH3", 3e-4, None), ("Mg(BH4)2-NH3-MgO", 2e-5, None)],
    ),
    ("Thin films of Li3.5V0.5Ge0.5O4 are also known (3 × 10^-6 S cm^-1).", [("Li3.5V0.5Ge0.5O4", 3e-6, None)]),
    (
        "The conductivities of LAGP and LATP are 0.2 and 0.4 mS cm^-1. After a month in air, they are 0.1 and 0.3 mS cm^-1.",
        [("LAGP", 2e-4, None), ("LATP", 4e-4, None), ("LAGP", 1e-4, None), ("LATP", 3e-4, None)],
    ),
    ("FAST pellets of Li6.5Ga0.2La3Zr2O12 have 1.1 mS cm^-1.", [("Li6.5Ga0.2La3Zr2O12", 1.1e-3, None)]),
    (
        "# K3SbSe4 and K2.9Sb0.9W0.1Se4\n\nK3SbSe4 is slow (2 × 10^-8 S cm^-1). Its W-substituted derivative has 3 × 10^-4 S cm^-1.",
        [("K3SbSe4", 2e-8, None), ("K2.9Sb0.9W0.1Se4", 3e-4, None)],
    ),
    (
        "Na3AsS4 conducts ten times better than Na3PS4, and partial replacement of As with W increases the conductivity to "
        "10^-2 S cm^-1.",
        [("W-doped Na3AsS4", 1e-2, None)],
    ),
    (
        "Garnets Li5La3M2O12 (M = Ta, Nb) show an ionic conductivity of 10^-6 S cm^-1.",
        [],  # of the formula, not of one of its compounds
    ),
]

ENERGIES: list[tuple[str, list[tuple[str, float]]]] = [
    (
        "PPC-LiTFSI is named GPE. The activation energy is 0.21 eV for CKP-8 and 0.33 eV for the GPE.",
        [("CKP-8", 0.21), ("GPE", 0.33)],
    ),
    (
        "Li3ErBr6 was milled. The calculated Ea was 0.33 eV, which was lower than the activation energy of the prepared "
        "Li3HoI6.",
        [("Li3ErBr6", 0.33)],
    ),
    # energies told behind the conductivities of two samples, in their order
    (
        "The conductivity of undoped Na3SbS4 was 1.1 mS cm^-1. Upon Mo doping the value rises to 4 mS cm^-1 for Na2.9Sb0.9Mo0.1S4. "
        "The activation energy drops from 0.24 to 0.19 eV.",
        [("Na3SbS4", 0.24), ("Na2.9Sb0.9Mo0.1S4", 0.19)],
    ),
    (
        "Li3YBr6 has 1.7 mS cm^-1. Li3HoBr6 reaches 1.1 mS cm^-1. The corresponding activation energies are 0.28 eV and 0.31 eV.",
        [("Li3YBr6", 0.28), ("Li3HoBr6", 0.31)],
    ),
    (
        "The highest conductivity was found for Ce0.95Ca0.05F2.95 with 2 × 10^-5 S cm^-1. The corresponding activation energy was "
        "0.42 eV.",
        [("Ce0.95Ca0.05F2.95", 0.42)],
    ),
    (
        "The calculated activation energy of LiNbOCl4 and LiTaOBr4 is 0.22 eV for both.",
        [("LiNbOCl4", 0.22), ("LiTaOBr4", 0.22)],
    ),
    (
        "Li3YCl6 has 0.4 eV. For the hypothetical compound LiVOBr4, a barrier of 0.31 eV was predicted.",
        [("LiVOBr4", 0.31)],
    ),
    ("The activation energies in Li3HoCl6 amount to 0.41 and 0.45 eV.", [("Li3HoCl6", 0.41), ("Li3HoCl6", 0.45)]),
    (
        "Calculations give barriers of 0.11 eV for Na3SbSe4 and 0.15 eV for Na3PSe4, whereas impedance yields 0.21 eV and 0.29 eV.",
        [("Na3SbSe4", 0.11), ("Na3PSe4", 0.15), ("Na3SbSe4", 0.21), ("Na3PSe4", 0.29)],
    ),
    (
        "Li6+xP1-xGexS5I was made. The unsubstituted compound has 10^-6 S cm^-1. With x = 0.1 and 0.2, values of 2 × 10^-5 and "
        "9 × 10^-5 S cm^-1 were found. At the same time Ea falls from 0.39 to 0.30 eV.",
        [("Li6PS5I", 0.39), ("Li6.2P0.8Ge0.2S5I", 0.30)],
    ),
    (
        "The conductivity of undoped LLZO is 0.02 mS cm^-1; that of the Nb-doped sample, 0.5 mS cm^-1. Ea amounts to 0.42 eV for LLZO, "
        "and the substitution lowers it to 0.35 eV.",
        [("Li7La3Zr2O12", 0.42), ("Nb-doped LLZO", 0.35)],
    ),
    (
        "Li3HoCl6 shows 0.8 mS cm^-1. Substitution with Zr (Li2.7Ho0.7Zr0.3Cl6) reduced Ea from 0.43 to 0.36 eV.",
        [("Li3HoCl6", 0.43), ("Li2.7Ho0.7Zr0.3Cl6", 0.36)],
    ),
    (
        "Li3PS4 shows 0.2 mS cm^-1. After annealing, Li6PS5Br reached 1.4 mS cm^-1, and Ea decreased from 0.37 to 0.33 eV.",
        [("Li6PS5Br", 0.37), ("Li6PS5Br", 0.33)],
    ),
]
