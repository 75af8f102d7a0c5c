"""Sentences of our own on composites: which parts the sample with a value has, in the form of :mod:`property_sentences`."""

from __future__ import annotations

RT = 298.15

OWNERS: list[tuple[str, list[tuple[str, float, float | None]]]] = [
    # a polymer with its share of ether units is one part of a name
    ("P(EO)24/NaFSI films conduct 4 × 10^-6 S cm^-1.", [("P(EO)24/NaFSI", 4e-6, None)]),
    ("The (PEO)12-LiBOB membrane conducts 4 × 10^-6 S cm^-1.", [("(PEO)12-LiBOB", 4e-6, None)]),
    ("Poly(ethylene oxide) (PEO) conducts 4 × 10^-8 S cm^-1.", [("PEO", 4e-8, None)]),
    # a polymer with its salt and a filler; its short name in brackets before its salt; what is filled, in any order
    ("PVB with LiBOB and 7 wt% LLZNO conducts 4 × 10^-5 S cm^-1.", [("PVB-LiBOB-LLZNO", 4e-5, None)]),
    ("The polyacrylonitrile (PAN)–LiBOB film conducts 4 × 10^-5 S cm^-1.", [("PAN-LiBOB", 4e-5, None)]),
    (
        "LLTO nanowires were dispersed in PAN–LiBOB, and a conductivity of 7 × 10^-5 S cm^-1 was reached.",
        [("PAN-LiBOB-LLTO", 7e-5, None)],
    ),
    ("Adding 4 wt% nano-TiO2 to PEO–NaBOB gave 7 × 10^-5 S cm^-1.", [("PEO-NaBOB-TiO2", 7e-5, None)]),
    # components by their chemical names; a share of one tells the sample that holds it, by its role too
    (
        "Hydroxyethyl cellulose (HEC) films complexed with 24 wt% sodium acetate (NaAc) conduct 3 × 10^-6 S cm^-1.",
        [("HEC-NaAc", 3e-6, None)],
    ),
    (
        "Solid polymer electrolytes based on corn starch (CS) and potassium iodide (KI) were cast. The film with 0.8 wt% "
        "of butyl phthalate (BP) has a conductivity of 4 × 10^-5 S cm^-1.",
        [("CS-KI-BP", 4e-5, None)],
    ),
    (
        "PEMA was mixed with NaSCN to a polymer electrolyte. A conductivity of 7 × 10^-6 S cm^-1 was found for 15 wt% of "
        "salt.",
        [("PEMA-NaSCN", 7e-6, None)],
    ),
    ("PVA loaded 18 wt% NH4SCN conducts 2 × 10^-6 S cm^-1.", [("PVA-NH4SCN", 2e-6, None)]),
    ("Gels of PEMA with Mg(OTf)2 conduct 2 × 10^-4 S cm^-1.", [("PEMA-Mg(OTf)2", 2e-4, None)]),
    (
        "The dextran/PVA-NaTf electrolyte was cast as a film. The highest conducting electrolyte shows 2 × 10^-5 S cm^-1.",
        [("dextran/PVA-NaTf", 2e-5, None)],
    ),
    # a share of something that no polymer holds adds nothing
    ("LATP lost 5 mol% of Li2CO3 on heating. It conducts 2 × 10^-4 S cm^-1.", [("LATP", 2e-4, None)]),
    # fillers of several sizes, fillers aligned in a host, liquids
    (
        "Lower values, 2 × 10^-6 and 7 × 10^-6 S cm^-1, were found for PEO with ≈5 µm and ≈90 nm LLZNO particles, "
        "respectively.",
        [("PEO-LLZNO", 2e-6, None), ("PEO-LLZNO", 7e-6, None)],
    ),
    (
        "LATP nanowires aligned at 60° in PAN-LiClO4 polymer host give 3 × 10^-6 S cm^-1.",
        [("PAN-LiClO4-LATP", 3e-6, None)],
    ),
    ("PVDF/LLZTO soaked with [PYR14]TFSI showed 0.6 mS cm^-1.", [("PVDF/LLZTO-[PYR14]TFSI", 6e-4, None)]),
    ("LLZTO wetted by LiPF6 in EC/DMC was not measured; dry LLZTO showed 0.6 mS cm^-1.", [("LLZTO", 6e-4, None)]),
    (
        "The SCE consisting of PPC, LATP and a trace amount of ionic liquid ([EMIM]TFSI) had 0.2 mS cm^-1.",
        [("PPC-LATP-[EMIM]TFSI", 2e-4, None)],
    ),
    # the host alone, and the sample with its share of filler
    (
        "PPC/LiTFSI with 8 wt% LAGP nanowires showed 0.3 mS cm^-1, more than PPC/LiTFSI without filler (0.01 mS cm^-1).",
        [("PPC/LiTFSI-LAGP", 3e-4, None), ("PPC/LiTFSI", 1e-5, None)],
    ),
    (
        "The conductivity of the PPC-LiTFSI membrane is 0.01 mS cm^-1 and increases to 0.07 mS cm^-1 for the membrane "
        "with 9 wt% LAGP.",
        [("PPC-LiTFSI", 1e-5, None), ("PPC-LiTFSI-LAGP", 7e-5, None)],
    ),
    (
        "The conductivities are 0.02 mS cm^-1 for the filler-free PPC-LiTFSI membrane and 0.06 mS cm^-1 for 9% LAGP.",
        [("PPC-LiTFSI", 2e-5, None), ("PPC-LiTFSI-LAGP", 6e-5, None)],
    ),
    # a filler named with its shape, the polymer elsewhere
    (
        "A LATP framework was filled with PPC/LiTFSI. The SCE with the LATP framework showed 0.08 mS cm^-1.",
        [("PPC/LiTFSI-LATP", 8e-5, None)],
    ),
    (
        "The pellet was Li6PS5Cl. The electrolyte with LLZTO particles on its surface showed 0.08 mS cm^-1.",
        [("Li6PS5Cl", 8e-5, None)],
    ),
    (
        "PVDF-LiFSI was filled with LLTO. PVDF-LiFSI-LLTO reached 0.2 mS cm^-1. When LATP was used as the filler, it was "
        "0.3 mS cm^-1.",
        [("PVDF-LiFSI-LLTO", 2e-4, None), ("PVDF-LiFSI-LATP", 3e-4, None)],
    ),
    (
        "PVDF-LiFSI reached 0.02 mS cm^-1. LAGP was used as a separator and had 0.3 mS cm^-1.",
        [("PVDF-LiFSI", 2e-5, None), ("LAGP", 3e-4, None)],
    ),
    ("LiBH4 conducts little. Nanoconfinement in SiO2 gave 0.1 mS cm^-1.", [("LiBH4", 1e-4, None)]),
    # matrix, salt and filler told in a phrase, in this order
    ("By mixing PPC with LiFSI and 7 wt% LAGP, 0.12 mS cm^-1 was reached.", [("PPC-LiFSI-LAGP", 1.2e-4, None)]),
    ("The SiO2-filled PPC-LiFSI has 0.03 mS cm^-1.", [("PPC-LiFSI-SiO2", 3e-5, None)]),
    ("A membrane from PPC, LiFSI and LAGP powder showed 0.3 mS cm^-1.", [("PPC-LiFSI-LAGP", 3e-4, None)]),
    ("The PVDF membrane with 8 wt% LLZNO and LiFSI showed 0.4 mS cm^-1.", [("PVDF-LiFSI-LLZNO", 4e-4, None)]),
    ("Unlike films from PPC, LiFSI and LAGP, LLZNO reaches 0.5 mS cm^-1.", [("LLZNO", 5e-4, None)]),
    (
        "The conductivities of PPC with LiFSI and LiClO4 are 0.1 and 0.2 mS cm^-1, respectively.",
        [("PPC-LiFSI", 1e-4, None), ("LiClO4", 2e-4, None)],
    ),
    # a composite that has its own name in the bracket
    (
        "A second gel with 5 wt% Al2O3 (ZQ-GPE) was made. ZQ-GPE reaches 2.3 mS cm^-1.",
        [("ZQ-GPE", 2.3e-3, None)],
    ),
    ("PVDF with 10 wt% Li6.5La3Zr1.5Ta0.5O12 (LLZTO) reaches 0.1 mS cm^-1.", [("PVDF-LLZTO", 1e-4, None)]),
    (
        "A sheet made from Li6PS5Cl with 2 wt% styrene rubber (LPSC-SBR) conducts 0.9 mS cm^-1.",
        [("LPSC-SBR", 9e-4, None)],
    ),
    # what another work told is no part of the composite
    (
        "LATP fibers were put into PEO before. Feng et al. used a template. After filling with PAN-LiTFSI, the "
        "composite conducted 0.02 mS cm^-1.",
        [("PAN-LiTFSI", 2e-5, None)],
    ),
    # parts with shares in brackets, counts of polymers, indices as indexing services write them
    (
        "The film of (60 wt% PEO-40 wt% LiBOB)-5 wt% TiO2 conducts 4 × 10^-5 S cm^-1.",
        [("(60 wt% PEO-40 wt% LiBOB)-5 wt% TiO2", 4e-5, None)],
    ),
    ("A conductivity of 4 X 10(-5) S cm(-1) was found for P(EO)(16)LiFSI.", [("P(EO)16LiFSI", 4e-5, None)]),
    # spoken salts, matrices and fillers; what a sign does not join and no share tells is none
    ("The agarose-sodium perchlorate film conducts 4 × 10^-5 S cm^-1.", [("agarose-NaClO4", 4e-5, None)]),
    ("A cellulose-chitosan blend conducts 4 × 10^-9 S cm^-1.", [("cellulose-chitosan", 4e-9, None)]),
    ("PPC-LiBOB with 6 weight percent silica conducts 4 × 10^-5 S cm^-1.", [("PPC-LiBOB-silica", 4e-5, None)]),
    (
        "Pan et al. filled PPC-LiBOB with halloysite and found 4 × 10^-5 S cm^-1.",
        [("PPC-LiBOB-halloysite", 4e-5, None)],
    ),
    ("LLZNO milled with zirconia balls conducts 0.4 mS cm^-1.", [("LLZNO", 4e-4, None)]),
    ("The gel PVA: PVB: CH3COONH4:SiO2 conducts 0.4 mS cm^-1.", [("PVA:PVB:CH3COONH4:SiO2", 4e-4, None)]),
    ("The lithiated UiO-67 MOF conducts 0.04 mS cm^-1.", [("UiO-67", 4e-5, None)]),
    # a short name whose parts are known is none of its own; a copolymer of hexafluoropropylene is no salt
    (
        "A poly(vinyl butyral)-lithium bis(fluorosulfonyl)imide (PVB-LiFSI) film conducts 4 × 10^-5 S cm^-1.",
        [("PVB-LiFSI", 4e-5, None)],
    ),
    (
        "Blends of poly(vinylidene fluoride-co-hexafluoropropylene)/poly(vinyl butyral) (PVDF-HFP/PVB) were cast. "
        "PVDF-HFP/PVB conducts 4 × 10^-7 S cm^-1.",
        [("PVDF-HFP/PVB", 4e-7, None)],
    ),
    # the matrix that was told with its salt, or of several polymers; solvents hold nothing
    (
        "Films were cast from a PPC matrix and LiBOB salt. The film with 9 wt% LAGP conducts 4 × 10^-5 S cm^-1.",
        [("PPC-LiBOB-LAGP", 4e-5, None)],
    ),
    (
        "A polymer blend of PVA, PVB and NaSCN as a conducting salt was cast. The film with 9 wt% TiO2 conducts "
        "4 × 10^-5 S cm^-1.",
        [("PVA-PVB-NaSCN-TiO2", 4e-5, None)],
    ),
    (
        "PVB-LiBOB gels hold EC-PC. The gel containing 9 wt% TiO2 conducts 4 × 10^-4 S cm^-1.",
        [("PVB-LiBOB-TiO2", 4e-4, None)],
    ),
    # what a change goes out from does not hold what was put in
    (
        "PVB-SiO2 fabrics were spun. The incorporation of SiO2 improved the conductivity from 4 × 10^-6 to "
        "7 × 10^-5 S cm^-1.",
        [("PVB", 4e-6, None), ("PVB-SiO2", 7e-5, None)],
    ),
    (
        "The addition of LLTO nanorods to the PVB-NaBOB matrix increased the conductivity from 4 × 10^-6 to "
        "7 × 10^-5 S cm^-1.",
        [("PVB-NaBOB", 4e-6, None), ("PVB-NaBOB-LLTO", 7e-5, None)],
    ),
    (
        "PVB-LiBOB was filled with 4 wt% silica. Films with 0, 4 and 8 wt% silica show 0.01, 0.03 and 0.07 mS cm^-1.",
        [("PVB-LiBOB", 1e-5, None), ("PVB-LiBOB-silica", 3e-5, None), ("PVB-LiBOB-silica", 7e-5, None)],
    ),
    # a body that was optimised is the one told before
    (
        "A gel was made with PVB as a host polymer. Optimized electrolyte films exhibit a conductivity of 0.7 mS cm^-1.",
        [("PVB", 7e-4, None)],
    ),
    # spoken salts in a list; natural polymers that show a value
    (
        "Composites of polyethylene oxide, sodium triflate and LLZNO were pressed. The composite conducts 0.03 mS cm^-1.",
        [("polyethylene oxide-NaCF3SO3-LLZNO", 3e-5, None)],
    ),
    (
        "The kappa-carrageenan film with 9 wt% NH4I has 0.7 mS cm^-1; pure kappa-carrageenan has 0.01 mS cm^-1.",
        [("kappa-carrageenan-NH4I", 7e-4, None), ("kappa-carrageenan", 1e-5, None)],
    ),
    ("Lithium nitrate and LiOH were mixed; LLZNO conducts 0.7 mS cm^-1.", [("LLZNO", 7e-4, None)]),
    ("A LLZNO sheet with 2 wt% Li3BO3 has 0.7 mS cm^-1.", [("LLZNO-2 wt% Li3BO3", 7e-4, None)]),
    # a ratio behind a name; a sentence that opens with what its first value is for
    (
        "For PVB/LLZNO (7:3 by mass), 0.2 mS cm^-1 was measured, for PVB/LLZNO/SN 0.9 mS cm^-1.",
        [("PVB/LLZNO (7:3 by mass)", 2e-4, None), ("PVB/LLZNO/SN", 9e-4, None)],
    ),
    ("For comparison, 0.2 mS cm^-1 was measured for LLZNO.", [("LLZNO", 2e-4, None)]),
    # parts told in any words of one clause make the sample; what is set apart, a vessel or an electrode is none
    (
        "PEO and LiBOB with EO:Li = 20 were dissolved in water and cast; the film showed 3 × 10^-6 S cm^-1.",
        [("PEO-LiBOB", 3e-6, None)],
    ),
    ("LAGP in PPC, pressed while warm, gave 3 × 10^-5 S cm^-1.", [("PPC-LAGP", 3e-5, None)]),
    (
        "Walls of LLZNO, sintered in alumina crucibles, took up molten PEO-LiBOB and have 3 × 10^-5 S cm^-1.",
        [("PEO-LiBOB-LLZNO", 3e-5, None)],
    ),
    ("PAN-LiBOB in which silica had been formed reached 3 × 10^-5 S cm^-1.", [("PAN-LiBOB-silica", 3e-5, None)]),
    ("PEO-LiBOB is softer than LAGP and conducts with 3 × 10^-4 S cm^-1.", [("PEO-LiBOB", 3e-4, None)]),
    (
        "PVB–LiBOB with 6 wt% LLZNO was cast, dried at 70 °C in vacuum and had 4 × 10^-5 S cm^-1. PVB with 80 wt% "
        "LiBOB was soft.",
        [("PVB-LiBOB-LLZNO", 4e-5, None)],
    ),
    # several fillers or salts in one matrix: each makes a sample; a share before the matrix is no part of its name
    (
        "The conductivities of PEO-LiBOB composites with LLZNO and LAGP are 3 × 10^-5 and 4 × 10^-5 S cm^-1, respectively.",
        [("PEO-LiBOB-LLZNO", 3e-5, None), ("PEO-LiBOB-LAGP", 4e-5, None)],
    ),
    (
        "LiBOB in PVB reaches 4 × 10^-5 S cm^-1; LiBF4, 5 × 10^-5 S cm^-1.",
        [("PVB-LiBOB", 4e-5, None), ("PVB-LiBF4", 5e-5, None)],
    ),
    (
        "Pellets with 80 wt% LAGP and 20 wt% PEO–LiBOB show 3 × 10^-5 S cm^-1.",
        [("PEO-LiBOB-LAGP", 3e-5, None)],
    ),
]
