"""Sentences of our own with the values, materials and temperatures a reader takes from them.

One line an expectation: material, value in S/cm or eV, and the temperature in K where one is told.
"""

from __future__ import annotations

RT = 298.15

CONDUCTIVITY: list[tuple[str, list[tuple[str, float, float | None]]]] = [
    ("Li6PS5Br shows an ionic conductivity of 1.3 × 10^-3 S cm^-1 at 25 °C.", [("Li6PS5Br", 1.3e-3, RT)]),
    ("The ionic conductivity of Li3YBr6 reaches 1.7 mS cm^-1 at room temperature.", [("Li3YBr6", 1.7e-3, RT)]),
    ("An ionic conductivity of 4 × 10^-4 S cm^-1 was obtained for Li3ScCl6.", [("Li3ScCl6", 4e-4, None)]),
    ("A conductivity of 0.9 mS cm^-1 at 30 °C was reported for Na3SbS4 pellets.", [("Na3SbS4", 9e-4, 303.15)]),
    (
        "Na3PS4 (0.2 mS cm^-1) and Na3SbS4 (1.1 mS cm^-1) were compared.",
        [("Na3PS4", 2e-4, None), ("Na3SbS4", 1.1e-3, None)],
    ),
    (
        "Li3YCl6 and Li3ErCl6 exhibit ionic conductivities of 0.51 and 0.33 mS cm^-1 at room temperature, respectively.",
        [("Li3YCl6", 5.1e-4, RT), ("Li3ErCl6", 3.3e-4, RT)],
    ),
    (
        "Conductivities of 2.0, 1.4 and 0.8 mS cm^-1 were measured for Li3InCl6, Li3YBr6 and Li3HoCl6, respectively.",
        [("Li3InCl6", 2e-3, None), ("Li3YBr6", 1.4e-3, None), ("Li3HoCl6", 8e-4, None)],
    ),
    (
        "Li2ZrCl6 has a conductivity of 0.4 mS cm^-1, which is lower than that of Li3InCl6 (1.5 mS cm^-1).",
        [("Li2ZrCl6", 4e-4, None), ("Li3InCl6", 1.5e-3, None)],
    ),
    (
        "The conductivity of Li6PS5I is only 10^-6 S cm^-1, while Li6PS5Cl reaches 2 × 10^-3 S cm^-1.",
        [("Li6PS5I", 1e-6, None), ("Li6PS5Cl", 2e-3, None)],
    ),
    (
        "Compared with Li6PS5Cl, Li5.5PS4.5Cl1.5 shows a higher conductivity of 9.0 mS cm^-1.",
        [("Li5.5PS4.5Cl1.5", 9e-3, None)],
    ),
    (
        "Kim et al. prepared Li4SnS4 by a wet-chemical route. The obtained electrolyte showed a conductivity of "
        "7 × 10^-5 S cm^-1.",
        [("Li4SnS4", 7e-5, None)],
    ),
    (
        "Park et al. synthesized Na4SnS4 glass via ball milling. It delivered an ionic conductivity of 1.4 × 10^-6 S cm^-1 "
        "at 25 °C.",
        [("Na4SnS4", 1.4e-6, RT)],
    ),
    (
        "By adding 5 wt% Li3BO3, the total conductivity of Li7La3Zr2O12 increased to 2 × 10^-4 S cm^-1.",
        [("Li7La3Zr2O12", 2e-4, None)],
    ),
    (
        "The ionic conductivity of Li3OCl increases from 10^-6 S cm^-1 at 25 °C to 10^-4 S cm^-1 at 100 °C.",
        [("Li3OCl", 1e-6, RT), ("Li3OCl", 1e-4, 373.15)],
    ),
    ("Li3OBr and Li3OCl both show a conductivity of 10^-6 S cm^-1.", [("Li3OBr", 1e-6, None), ("Li3OCl", 1e-6, None)]),
    (
        "The glass 60Li2S-40SiS2 has a conductivity of 5 × 10^-4 S cm^-1 at RT.",
        [("60Li2S-40SiS2", 5e-4, RT)],
    ),
    (
        "A room-temperature conductivity of up to 1.6 mS cm^-1 was achieved in Li6.4La3Zr1.4Ta0.6O12.",
        [("Li6.4La3Zr1.4Ta0.6O12", 1.6e-3, RT)],
    ),
    (
        "Among them, the sample with the composition Li3.25Ge0.25P0.75S4 has the highest conductivity, 2.2 mS cm^-1 at 25 °C.",
        [("Li3.25Ge0.25P0.75S4", 2.2e-3, RT)],
    ),
    (
        "With a conductivity of 3.1 × 10^-3 S cm^-1, Li4.5Al0.5Ge0.5S4 outperforms Li4GeS4.",
        [("Li4.5Al0.5Ge0.5S4", 3.1e-3, None)],
    ),
    (
        "Li9.6P3S12, whose conductivity is 1.2 mS cm^-1, is less conductive than Li10GeP2S12 with 12 mS cm^-1.",
        [("Li9.6P3S12", 1.2e-3, None), ("Li10GeP2S12", 1.2e-2, None)],
    ),
    (
        "The bulk and grain-boundary conductivities of Li0.34La0.55TiO3 are 10^-3 and 2 × 10^-5 S cm^-1, respectively.",
        [("Li0.34La0.55TiO3", 1e-3, None), ("Li0.34La0.55TiO3", 2e-5, None)],
    ),
    (
        "Li3PS4-LiI composites, namely 0.9Li3PS4-0.1LiI (0.4 mS cm^-1) and 0.8Li3PS4-0.2LiI (0.7 mS cm^-1), were tested.",
        [("0.9Li3PS4-0.1LiI", 4e-4, None), ("0.8Li3PS4-0.2LiI", 7e-4, None)],
    ),
    (
        "In Li2+xZr1-xInxCl6, conductivities rise: x = 0 gives little, but In3+ (x = 0.25, 1.3 mS cm^-1) is best.",
        [("Li2.25Zr0.75In0.25Cl6", 1.3e-3, None)],
    ),
    (
        "Tanaka et al. reported Na3Zr2Si2PO12 sintered at 1220 °C for 12 h with a conductivity of 0.7 mS cm^-1.",
        [("Na3Zr2Si2PO12", 7e-4, None)],
    ),
    (
        "After annealing at 550 °C, Li6PS5Cl exhibited 3.1 mS cm^-1 at 298 K.",
        [("Li6PS5Cl", 3.1e-3, 298.0)],
    ),
    ("The conductivity of liquid electrolytes is about 10^-2 S cm^-1.", []),
    ("The conductivity of Li3PS4 was three times higher than that of Li4P2S6.", []),
    ("The area specific resistance fell to 20 Ω cm^2 and the critical current density reached 1.2 mA cm^-2.", []),
    ("Replacing Cl in Li6PS5Cl raised the conductivity by 0.5 mS cm^-1.", []),
    (
        "Its electronic conductivity is as low as 10^-9 S cm^-1, whereas the ionic conductivity of Li3N is 10^-3 S cm^-1.",
        [("Li3N", 1e-3, None)],
    ),
    (
        "Doping with 0.2 mol of Al stabilises cubic Li7La3Zr2O12, and its conductivity reaches 3 × 10^-4 S cm^-1 at 25 °C.",
        [("Li7La3Zr2O12", 3e-4, RT)],
    ),
    (
        "Lee et al. added LiI to 75Li2S-25P2S5 glass. The conductivity increased to 1.2 × 10^-3 S cm^-1 at 25 °C after the "
        "addition.",
        [("75Li2S-25P2S5-LiI", 1.2e-3, RT)],
    ),
    (
        "The solid electrolyte Na11Sn2PS12 was first described in 2018 and has a conductivity of 1.4 mS cm^-1 at room "
        "temperature.",
        [("Na11Sn2PS12", 1.4e-3, RT)],
    ),
    (
        "Values of 1.0 × 10^-3 S cm^-1 for Li1.3Al0.3Ti1.7(PO4)3 and 3.0 × 10^-4 S cm^-1 for Li1.5Al0.5Ge1.5(PO4)3 are typical.",
        [("Li1.3Al0.3Ti1.7(PO4)3", 1e-3, None), ("Li1.5Al0.5Ge1.5(PO4)3", 3e-4, None)],
    ),
    (
        "Lithium lanthanum titanate (Li0.33La0.56TiO3, LLTO) was studied early. LLTO has a bulk conductivity of 10^-3 S cm^-1 "
        "at room temperature.",
        [("Li0.33La0.56TiO3", 1e-3, RT)],
    ),
    (
        "Substituting S by Se in Li6PS5Br to form Li6PS5Br0.5Se lowers the barrier; the latter shows 4 mS cm^-1.",
        [("Li6PS5Br0.5Se", 4e-3, None)],
    ),
    (
        "A PEO-LiTFSI electrolyte containing 10 wt% Li6.75La3Zr1.75Ta0.25O12 reached 1.2 × 10^-4 S cm^-1 at 30 °C.",
        [("PEO-LiTFSI-Li6.75La3Zr1.75Ta0.25O12", 1.2e-4, 303.15)],
    ),
    (
        "The ionic conductivity of the garnet Li6.5La3Zr1.5Ta0.5O12, sintered at 1140 °C in oxygen, is 0.9 mS cm^-1 at 25 °C.",
        [("Li6.5La3Zr1.5Ta0.5O12", 9e-4, RT)],
    ),
    (
        "Li3HoCl6 crystallises in a trigonal structure and Li3HoBr6 in a monoclinic one; their conductivities are 0.7 and "
        "1.1 mS cm^-1, respectively.",
        [("Li3HoCl6", 7e-4, None), ("Li3HoBr6", 1.1e-3, None)],
    ),
    (
        "Electronic and ionic conductivities of Na3Zr2Si2PO12 are 2 × 10^-9 and 6 × 10^-4 S cm^-1 at RT.",
        [("Na3Zr2Si2PO12", 2e-9, RT), ("Na3Zr2Si2PO12", 6e-4, RT)],
    ),
    (
        "3 at% of Al^3+ ions were doped into Li6PS5Br, which raised the conductivity to 4 × 10^-3 S cm^-1.",
        [("3 at% Al-doped Li6PS5Br", 4e-3, None)],
    ),
    (
        "Wu et al. mixed a Li3InCl6 powder and polytetrafluoroethylene fibres to fabricate a thin membrane. Its conductivity "
        "exceeded 10^-3 S cm^-1.",
        [("Li3InCl6-polytetrafluoroethylene", 1e-3, None)],
    ),
    (
        "The conductivities of Li6PS5X are high (5.0 mS cm^-1 for Li6PS5Cl and 2.9 mS cm^-1 for Li6PS5Br).",
        [("Li6PS5Cl", 5e-3, None), ("Li6PS5Br", 2.9e-3, None)],
    ),
    (
        "Li2.7Zr0.3Y0.7Cl6 shows 1.3 mS cm^-1 compared to the pristine Li3YCl6 with 0.3 mS cm^-1.",
        [("Li2.7Zr0.3Y0.7Cl6", 1.3e-3, None), ("Li3YCl6", 3e-4, None)],
    ),
    (
        "Li6.25PS5.25Cl0.75 kept the structure of Li6PS5Cl and delivered a conductivity of 2 mS cm^-1.",
        [("Li6.25PS5.25Cl0.75", 2e-3, None)],
    ),
    (
        "Only 2 wt% of Li3OCl was added to Li6.4La3Zr1.4Ta0.6O12, which then reached 3 × 10^-4 S cm^-1.",
        [("Li6.4La3Zr1.4Ta0.6O12-2 wt% Li3OCl", 3e-4, None)],
    ),
    (
        "Chen et al. prepared Na3SbS4. Recently, Sato et al. reported a new family of frameworks with 10^-3 S cm^-1.",
        [],
    ),
    (
        "For Na3-xSb1-xWxS4 the conductivity reached 32 mS cm^-1 when x = 0.12.",
        [("Na2.88Sb0.88W0.12S4", 3.2e-2, None)],
    ),
    ("Li6PS5X (X = Cl, Br or I) reached a high level of 2-7 × 10^-4 S cm^-1.", []),
    (
        "The conductivity of Li2ZrCl6 with and without a Li3PO4 layer is 2.0 and 2.4 × 10^-4 S cm^-1, respectively.",
        [("Li2ZrCl6 with Li3PO4 layer", 2e-4, None), ("Li2ZrCl6", 2.4e-4, None)],
    ),
    (
        "A bilayer of Li10SnP2S12 (3 × 10^-3 S cm^-1) and 80% Li2S–19% P2S5–1% P2O5 (8 × 10^-4 S cm^-1) was pressed.",
        [("Li10SnP2S12", 3e-3, None), ("80Li2S-19P2S5-1P2O5", 8e-4, None)],
    ),
    ("The best RT ionic conductivity of 0.6 mS cm^-1 for Li3YbCl6 is obtained at 500 °C.", [("Li3YbCl6", 6e-4, RT)]),
    (
        "Li3TbCl6 has 0.5 mS cm^-1, and the bromide Li3TbBr6 has 1.5 mS cm^-1, both at room temperature.",
        [("Li3TbCl6", 5e-4, RT), ("Li3TbBr6", 1.5e-3, RT)],
    ),
    (
        "The conductivities reach 2.0 × 10^-3 S cm^-1 for LACX60 and 1.0 × 10^-3 S cm^-1 for NACX60.",
        [("LACX60", 2e-3, None), ("NACX60", 1e-3, None)],
    ),
    (
        "Several hydroborates are superionic conductors (>10^-3 S cm^-1), e.g. Na4(B12H12)(B10H10) and Na3BH4B12H12.",
        [("Na4(B12H12)(B10H10)", 1e-3, None), ("Na3BH4B12H12", 1e-3, None)],
    ),
    (
        "Work turned to Li2B10H10, LiCB11H12, and LiCB9H10. These materials conduct with 0.02 S cm^-1 at 350 K.",
        [("Li2B10H10", 0.02, 350.0), ("LiCB11H12", 0.02, 350.0), ("LiCB9H10", 0.02, 350.0)],
    ),
    (
        "Na2ZrCl6 with the same structure as Li3YCl6 only exhibits 0.02 mS cm^-1.",
        [("Na2ZrCl6", 2e-5, None)],
    ),
    (
        "Na3ErCl6 and Na3YCl6 are denoted as NEC and NYCX, respectively. NYCX reached 0.1 mS cm^-1.",
        [("Na3YCl6", 1e-4, None)],
    ),
    (
        "The frameworks Na0.75Nd1.75Cl6 (HCF-Nd) and NaNbCl6 (LCF-Nb) were mixed. HCF-Nd shows 1 × 10^-7 S cm^-1.",
        [("Na0.75Nd1.75Cl6", 1e-7, None)],
    ),
    ("The pellet of Na3SbS4 has σ25 of 2 × 10^-3 S cm^-1.", [("Na3SbS4", 2e-3, RT)]),
    (
        "Partial replacement of the antimony ions in Na3SbS4 gave the highest conductivity of 20 mS cm^-1 for a sintered "
        "body, Na2.9Sb0.9W0.1S4.",
        [("Na2.9Sb0.9W0.1S4", 2e-2, None)],
    ),
    (
        "Values range from 9 mS cm^-1 for stoichiometric LiSbOCl4 to 30 mS cm^-1 for lithium-stuffed LiHfFCl4.",
        [("LiSbOCl4", 9e-3, None), ("LiHfFCl4", 3e-2, None)],
    ),
    (
        "Films of Li2.9PO3.3N0.4 were grown by sputtering of a Li3PO4 target and show 2 × 10^-6 S cm^-1 at 25 °C.",
        [("Li2.9PO3.3N0.4", 2e-6, RT)],
    ),
    # samples named after what went into them
    (
        "The bulk conductivity of LATP-0.3F is 0.35 mS cm^-1, whereas pristine LATP has 0.12 mS cm^-1.",
        [("LATP-0.3F", 3.5e-4, None), ("LATP", 1.2e-4, None)],
    ),
    (
        "Nasicon powders NVOPF/C and NKVOPF/C were compared: the electronic conductivity rose from 2.1 × 10^-6 S cm^-1 "
        "(NVOPF/C) to 6.4 × 10^-5 S cm^-1 (NKVOPF/C).",
        [("NVOPF/C", 2.1e-6, None), ("NKVOPF/C", 6.4e-5, None)],
    ),
    (
        "LLTO with 2 wt% Li3BO3 reached a conductivity of 6.1 × 10^-5 S cm^-1.",
        [("LLTO-2 wt% Li3BO3", 6.1e-5, None)],
    ),
    (
        "The pristine LLTO showed 2.5 × 10^-6 S cm^-1, which increased to 1.1 × 10^-5, 3.1 × 10^-5 and 8.0 × 10^-5 S cm^-1 "
        "when 4 wt%, 8 wt% and 16 wt% LiTFSI was added, respectively.",
        [
            ("LLTO", 2.5e-6, None),
            ("LLTO-4 wt% LiTFSI", 1.1e-5, None),
            ("LLTO-8 wt% LiTFSI", 3.1e-5, None),
            ("LLTO-16 wt% LiTFSI", 8e-5, None),
        ],
    ),
    (
        "A composite electrolyte consisting of PVDF and LLTO achieved a conductivity of 1.2 × 10^-4 S cm^-1 at 60 °C.",
        [("PVDF-LLTO", 1.2e-4, 333.15)],
    ),
    (
        "The conductivity of xLLTO/PAN-[PEO8-LiTFSI] with x = 3 was about 6 × 10^-4 S cm^-1.",
        [("3LLTO/PAN-[PEO8-LiTFSI]", 6e-4, None)],
    ),
    # what is put in, compared with or built into a cell does not own the value
    (
        "Kim et al. used Li3BO3 as an additive to LLZTO. The addition of Li3BO3 raised the conductivity of the garnet to "
        "6 × 10^-4 S cm^-1.",
        [("LLZTO-Li3BO3", 6e-4, None)],
    ),
    (
        "In the Li6PS5Cl/TiS2@Li3PS4/Li6PS5Cl cell, TiS2@Li3PS4 offers a conductivity of 2 × 10^-4 S cm^-1, more "
        "than LCO, which has 3 × 10^-5 S cm^-1.",
        [("TiS2@Li3PS4", 2e-4, None), ("LCO", 3e-5, None)],
    ),
    (
        "Besides a high conductivity of 2 × 10^-3 S cm^-1, the thus developed Li5.4PS4.4Cl1.6 also withstood moist air.",
        [("Li5.4PS4.4Cl1.6", 2e-3, None)],
    ),
    (
        "Conductivities of 1.1 × 10^-3 and 3.0 × 10^-3 S cm^-1 were observed for Na3PS4 and Na3SbS4 versus Na3PSe4 with "
        "9 × 10^-4 S cm^-1.",
        [("Na3PS4", 1.1e-3, None), ("Na3SbS4", 3e-3, None), ("Na3PSe4", 9e-4, None)],
    ),
    (
        "Li3YCl6 is known. Lee et al. reported a class of zeolite-like halide frameworks, which achieved a conductivity of "
        "over 10^-4 S cm^-1.",
        [],
    ),
    (
        "Na3SbS4 is the first solid electrolyte that exhibits a conductivity of 1 mS cm^-1.",
        [("Na3SbS4", 1e-3, None)],
    ),
    (
        "Lee prepared the superionic conductor Li9AlP2S11. Such a superionic conductor exhibits 2 × 10^-4 S cm^-1.",
        [("Li9AlP2S11", 2e-4, None)],
    ),
    (
        "α-Na3SbS4 shows the lowest conductivity, 3 × 10^-7 S cm^-1, while β-Na3SbS4 is the best conducting phase "
        "(~10^-4 S cm^-1).",
        [("Na3SbS4", 3e-7, None), ("Na3SbS4", 1e-4, None)],
    ),
    (
        "Recently, Li1.4Al0.4Ge1.6(PO4)3 glass-ceramics having a NASICON-type structure attracted interest due to a high "
        "conductivity on the order of 10^-4 S cm^-1.",
        [("Li1.4Al0.4Ge1.6(PO4)3", 1e-4, None)],
    ),
    (
        "60Na2S-40GeS2 doped with Na3PO4, Na4SiO4 and Na4GeO4 showed conductivities higher than 10^-5 S cm^-1.",
        [("Na3PO4-doped 60Na2S-40GeS2", 1e-5, None)],
    ),
    (
        "With the addition of NaI, 30Na2S-26B2S3-33NaI glass showed 1.7 × 10^-5 S cm^-1, and 40Na2S-28SiS2-30NaI glass "
        "showed 1.8 × 10^-5 S cm^-1.",
        [("30Na2S-26B2S3-33NaI", 1.7e-5, None), ("40Na2S-28SiS2-30NaI", 1.8e-5, None)],
    ),
    (
        "Na3PS4 glass-ceramic was found in the Na2S-SiS2 system, which had a conductivity of 2 × 10^-4 S cm^-1.",
        [("Na3PS4", 2e-4, None)],
    ),
    (
        "The series Li2+xInxZn1-xBr4+2x was made. Resistance was high. The hot-pressed pellet of the sample with x = 0.4 had "
        "9 × 10^-4 S cm^-1.",
        [("Li2.4In0.4Zn0.6Br4.8", 9e-4, None)],
    ),
    (
        "Superionic conductors such as Na3PS4 and Na2.9Sb0.9W0.1S4 are soft, with Na2.9Sb0.9W0.1S4 having the highest "
        "conductivity of 30 mS cm^-1.",
        [("Na2.9Sb0.9W0.1S4", 3e-2, None)],
    ),
    (
        "Li1+xAlxGe2-x(PO4)3 (LAGP) is a promising electrolyte with high ionic conductivity (>10^-4 S cm^-1).",
        [("LAGP", 1e-4, None)],
    ),
    (
        "Li2.08Sc0.64Br4 exhibits 1.2 mS cm^-1 due to minor LiBr impurities and Li1.9Sc0.7Br4 also exhibits 1.1 mS cm^-1.",
        [("Li2.08Sc0.64Br4", 1.2e-3, None), ("Li1.9Sc0.7Br4", 1.1e-3, None)],
    ),
    (
        "Titanates Li3xLa2/3-xTiO3 are known. The x ≈ 0.12 member exhibits a conductivity of 10^-3 S cm^-1.",
        [("Li0.36La0.5467TiO3", 1e-3, None)],
    ),
    (
        "The halospinel Li2In1/3Sc1/3Br4 was studied. Its framework is the same as that of our previously reported halospinel "
        "Li2Sc2/3Br4. A high ionic conductivity of 2 mS cm^-1 is obtained.",
        [("Li2In1/3Sc1/3Br4", 2e-3, None)],
    ),
    (
        "Li5.5PS4.5Cl1.5 reaches 9 mS cm^-1. The conductivity can be further improved to 15 mS cm^-1 by controlling the Cl "
        "amount (Li5.4PS4.4Cl1.6).",
        [("Li5.5PS4.5Cl1.5", 9e-3, None), ("Li5.4PS4.4Cl1.6", 1.5e-2, None)],
    ),
    (
        "Another composite consisting of poly(vinylidene fluoride) (PVDF) and Li5.5PS4.5Cl1.5 was reported with a "
        "conductivity of 1 mS cm^-1.",
        [("PVDF-Li5.5PS4.5Cl1.5", 1e-3, None)],
    ),
    (
        "Tungsten-doped Na2.9Sb0.9W0.1S4 holds the record of 30 mS cm^-1.",
        [("Na2.9Sb0.9W0.1S4", 3e-2, None)],
    ),
]
