"""Sentences of our own with the energies a reader takes from them: material and value in eV."""

from __future__ import annotations

ENERGY: list[tuple[str, list[tuple[str, float]]]] = [
    ("The activation energy of charge transfer at the Li/Li3YCl6 interface is 0.62 eV.", []),
    ("The activation energy (E) of crystallization of the LiBO2 glass is 1.9 eV by both methods.", []),
    ("Energies associated with the glass transition of Li3BO3 and its crystal growth are 240 and 190 kJ/mol.", []),
    ("By the methods of Kissinger and Ozawa, LAGP glass has an activation energy of 2.1 eV.", []),
    (
        "Simulations were done of Li3YCl6. The barriers, 0.31 eV for intraplanar jumps of Li3ErCl6, are low.",
        [("Li3ErCl6", 0.31)],
    ),
    ("Li2NH was found to be a fair ionic conductor, with an activation energy of 0.61 eV.", [("Li2NH", 0.61)]),
    ("We estimate the activation energy for self-diffusion of vacancies in LiNH2 to be 0.8 eV.", [("LiNH2", 0.8)]),
    (
        "The activation energy for decomposition of LiAlH4 falls with the time of milling, from 1.9 eV (as received, of a "
        "surface of 2.1 m2/g and large grains) over 1.6 eV (after 20 min, of a surface of 12 m2/g) to 1.2 eV (after 4 h).",
        [],
    ),
    ("The activation energy for transport of charge in Li3YCl6 is 0.4 eV.", [("Li3YCl6", 0.4)]),
    ("Li6PS5Br has an activation energy of 0.30 eV.", [("Li6PS5Br", 0.30)]),
    ("The activation energy (Ea) of Na3PSe4 is 0.21 eV.", [("Na3PSe4", 0.21)]),
    ("A low activation energy of 21 kJ mol^-1 was found for Na3SbS4.", [("Na3SbS4", 21 / 96.485)]),
    (
        "Li3YCl6 and Li3ErCl6 show activation energies of 0.40 and 0.41 eV, respectively.",
        [("Li3YCl6", 0.40), ("Li3ErCl6", 0.41)],
    ),
    ("The spinel Li2Sc2/3Br4 (0.8 mS/cm, 0.36 eV) is known, too.", [("Li2Sc2/3Br4", 0.36)]),
    ("Li3YCl6 with 0.5 mS/cm has a wide gap (6.0 eV).", []),
    ("DFT calculations predict a migration barrier of 210 meV for Li3OCl.", [("Li3OCl", 0.21)]),
    ("Li7La3Zr2O12 has a band gap of 5.8 eV.", []),
    ("The formation energy of Li3OBr is -1.2 eV per atom.", []),
    ("The activation energy of Li3PS4 decreased by 0.05 eV.", []),
    (
        "Li3InCl6 shows 1.5 mS cm^-1 with an activation energy of 0.35 eV.",
        [("Li3InCl6", 0.35)],
    ),
    (
        "Mixed-anion hydrides such as Li2(BH4)(NH2) (560 meV) and Li4(BH4)(NH2)3 (260 meV) show low activation energies.",
        [("Li2(BH4)(NH2)", 0.56), ("Li4(BH4)(NH2)3", 0.26)],
    ),
    ("The solid electrolyte Na3SbS4 has E a of 19 kJ mol^-1.", [("Na3SbS4", 19 / 96.485)]),
    (
        "The activation energies rise to 0.9 eV (LiNbOCl4) and 1.4 eV (LiTaOCl4).",
        [("LiNbOCl4", 0.9), ("LiTaOCl4", 1.4)],
    ),
    (
        "The activation energy of Na1+xHf2SixP3-xO12 falls from 0.55 eV for x = 0 to 0.42 eV for x = 1.5.",
        [("NaHf2P3O12", 0.55), ("Na2.5Hf2Si1.5P1.5O12", 0.42)],
    ),
    ("The XPS peak at 161.3 eV belongs to PS4^3- in Li3PS4.", []),
]
