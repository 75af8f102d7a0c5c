"""A paper's own samples: the names it gives them far from their values, and the values told by these names alone."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract


def told(text: str) -> list[tuple[str, str]]:
    """The materials and values of a text's conductivities and energies in their order."""
    found = [record for record in extract(read_text(text)) if record.kind in ("conductivity", "activation_energy")]
    return [(record.material or "", f"{record.value_low:.3g}") for record in sorted(found, key=lambda r: r.start)]


MADE = "## Experimental\n\n{made}\n\n## Results\n\n{measured}\n"


@pytest.mark.parametrize(
    ("made", "measured", "expected"),
    [
        pytest.param(
            "Li3.2Zr2Si2.2P0.8O12 (Li-rich sample) and plain Li3Zr2Si2PO12 (Li3Zr2Si2PO12, stoichiometric sample) were "
            "sintered.",
            "The stoichiometric sample reached 0.2 mS/cm. At 80 °C, the stoichiometric and Li-rich pellets showed 1.9 "
            "and 2.6 mS/cm, respectively.",
            [("stoichiometric sample", "0.0002"), ("stoichiometric sample", "0.0019"), ("Li-rich sample", "0.0026")],
            id="words given to compositions",
        ),
        pytest.param(
            "A woven 3D-LLZTO body and n-LLZTO particles were filled with PEO.",
            "At 30 °C, 3D-LLZTO/PEO shows 0.1 mS/cm, n-LLZTO/PEO 0.03 mS/cm and c-LLZO 0.4 mS/cm.",
            [("3D-LLZTO/PEO", "0.0001"), ("n-LLZTO/PEO", "3e-05"), ("c-LLZO", "0.0004")],
            id="the shape before a known name",
        ),
        pytest.param(
            "Li3.3Zr1.9M0.1Si2.2P0.8O12 was made with M = Mg, Co and Cu; these are called LZSP-Mg, LZSP-Co and "
            "LZSP-Cu.",
            "The conductivity of LZSP-Mg is 0.2 mS/cm, that of LZSP-Co 0.1 mS/cm. The Cu-doped sample had 0.04 mS/cm.",
            [("LZSP-Mg", "0.0002"), ("LZSP-Co", "0.0001"), ("LZSP-Cu", "4e-05")],
            id="the dopant behind a code",
        ),
        pytest.param(
            "Li3ScCl6 (pure sample) was annealed.",
            "The conductivity of Li3ScBr6 is 0.7 mS/cm. For a pure sample of Li3ScI6 it is 0.3 mS/cm.",
            [("Li3ScBr6", "0.0007"), ("Li3ScI6", "0.0003")],
            id="one word only describes",
        ),
        pytest.param(
            "PVDF and NaClO4 were dissolved with 0, 8 and 16 wt% of NZSP. The membranes are denoted as PN0, "
            "PN8 and PN16.",
            "The conductivities of the three membranes at 30 °C are 0.01, 0.2 and 0.1 mS/cm, respectively.",
            [("PN0", "1e-05"), ("PN8", "0.0002"), ("PN16", "0.0001")],
            id="codes given at once, values of all",
        ),
        pytest.param(
            "The powder of Li5La3Sb2O12 was mixed with 0, 1 and 3 wt% of LiBr. The pellets are referred to as "
            "BR0, BR1 and BR3.",
            "The conductivity of BR0 is 0.02 mS/cm. Of all pellets the one with 3 wt% LiBr was best. A value of 0.09 "
            "mS/cm was found at 25 °C for the pellet with 1 wt% LiBr.",
            [("BR0", "2e-05"), ("BR1", "9e-05")],
            id="the share of an addition for its code",
        ),
        pytest.param(
            "The powder of Li5La3Sb2O12 was mixed with 0, 1 and 3 wt% of LiBr. The pellets are called BR1 and BR3.",
            "The conductivity of Li5La3Sb2O12 is 0.02 mS/cm. For the pellet with 1 wt% LiBr it is 0.09 mS/cm.",
            [("Li5La3Sb2O12", "2e-05"), ("BR1", "9e-05")],
            id="figures of codes that are shares",
        ),
        pytest.param(
            "The powder of Li5La3Sb2O12 was mixed with 0, 1 and 3 wt% of LiBr. The pellets are called BR5 and BR7.",
            "The conductivity of Li5La3Sb2O12 is 0.02 mS/cm. For the pellet with 1 wt% LiBr it is 0.09 mS/cm.",
            [("Li5La3Sb2O12", "2e-05"), ("Li5La3Sb2O12-1 wt% LiBr", "9e-05")],
            id="as many shares as codes",
        ),
        pytest.param(
            "The membranes are denoted as PN0, PN8 and PN16.",
            "The conductivities of NZSP and NYZSP are 0.4 and 0.7 mS/cm. Those of the two membranes were 0.2 "
            "and 0.1 mS/cm.",
            [("NZSP", "0.0004"), ("NYZSP", "0.0007"), ("NZSP", "0.0002"), ("NYZSP", "0.0001")],
            id="more codes than values",
        ),
        pytest.param(
            "Samples of Li1+xHf2-xGax(PO4)3 were made with 0 ≤ x ≤ 0.6 and are labelled Gax.",
            "The conductivity of Ga0.2 is 0.01 mS/cm, that of Ga0.5 0.07 mS/cm; Ga2 was not seen in Ga2O3.",
            [("Ga0.2", "1e-05"), ("Ga0.5", "7e-05")],
            id="a code with the variable in it",
        ),
    ],
)
def test_names_given_where_the_samples_are_made(made: str, measured: str, expected: list[tuple[str, str]]) -> None:
    assert told(MADE.format(made=made, measured=measured)) == expected


def test_a_code_with_the_variable_in_it_stands_for_the_member() -> None:
    text = MADE.format(
        made="Li1+xHf2-xGax(PO4)3 (x = 0.2 and 0.5), labelled as HG-x, was sintered.",
        measured="HG-0.5 shows 0.07 mS/cm. The plot of HG-x is flat.",
    )
    found = [record for record in extract(read_text(text)) if record.kind == "conductivity"]
    assert [(record.material, record.formula) for record in found] == [("HG-0.5", "Li1.5Hf1.5Ga0.5(PO4)3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Na3Hf2Si2PO12 was studied. Doping with Y raised the conductivity from 0.6 mS/cm for the undoped sample "
            "to 1.1 "
            "mS/cm, and doping with Mg to 1.9 mS/cm.",
            [
                ("Na3Hf2Si2PO12", "0.0006"),
                ("Y-doped Na3Hf2Si2PO12", "0.0011"),
                ("Mg-doped Na3Hf2Si2PO12", "0.0019"),
            ],
            id="what a change goes out from is the host's",
        ),
        pytest.param(
            "The conductivity of Na3Hf2Si2PO12 rose from 0.6 to 1.1 mS/cm between 20 and 40 °C.",
            [("Na3Hf2Si2PO12", "0.0006"), ("Na3Hf2Si2PO12", "0.0011")],
            id="a change of temperature has no host",
        ),
        pytest.param(
            "Both Na3PSe4 (0.1 mS/cm) and Na3SbSe4 (0.8 mS/cm) are soft; replacing part of Sb by W in the latter "
            "gave 4 mS/cm.",
            [("Na3PSe4", "0.0001"), ("Na3SbSe4", "0.0008"), ("W-doped Na3SbSe4", "0.004")],
            id="the host named behind its dopant",
        ),
        pytest.param(
            "Both Na3PSe4 (0.1 mS/cm) and Na3SbSe4 are soft; the conductivity in the latter is 0.8 mS/cm.",
            [("Na3PSe4", "0.0001"), ("Na3SbSe4", "0.0008")],
            id="the latter without a dopant",
        ),
        pytest.param(
            "For Na3SbSe4 we found 0.8 mS/cm. Silicate glasses rarely exceed 0.001 mS/cm.",
            [("Na3SbSe4", "0.0008"), ("Silicate glasses", "1e-06")],
            id="glasses of a kind are a class",
        ),
        pytest.param(
            "The proton conductor BaCe0.8Y0.2O3 was measured; proton conduction is fast. Its activation energy was "
            "0.44 eV "
            "in wet H2.",
            [("BaCe0.8Y0.2O3", "0.44")],
            id="a gas around a sample owns nothing",
        ),
    ],
)
def test_hosts_and_what_is_put_into_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The conductivities of Li2ZrBr6, Li2HfBr6 and Li3InBr6 are 0.3, 0.1 and 0.9 mS/cm. The activation energy "
            "is 0.31 "
            "eV for Li3InBr6 and 0.44 eV for the other two.",
            [
                ("Li2ZrBr6", "0.0003"),
                ("Li2HfBr6", "0.0001"),
                ("Li3InBr6", "0.0009"),
                ("Li3InBr6", "0.31"),
                ("Li2ZrBr6", "0.44"),
                ("Li2HfBr6", "0.44"),
            ],
            id="what the sentence left of a list",
        ),
        pytest.param(
            "The conductivity of Li3InBr6 is 0.9 mS/cm. For Li3InCl6 it is 1.1 mS/cm, on the other hand that of "
            "Li3InI6 is "
            "0.2 mS/cm.",
            [("Li3InBr6", "0.0009"), ("Li3InCl6", "0.0011"), ("Li3InI6", "0.0002")],
            id="the other hand",
        ),
        pytest.param(
            "A glass of the composition 40Li2O-20GeO2-40P2O5 was quenched and crystallised at 550 °C (G550) and 600 °C "
            "(G600). The conductivity of the as-quenched glass was 0.002 mS/cm, that of G550 0.04 mS/cm.",
            [("40Li2O-20GeO2-40P2O5", "2e-06"), ("G550", "4e-05")],
            id="the glass of the document",
        ),
        pytest.param(
            "For Li3ErCl6, Li3ErBr6 and Li3ErI6 we measured 0.3, 0.9 and 0.5 mS/cm. Hot pressing improved the last "
            "to 0.8 "
            "mS/cm. At last Li3YI6 reached 0.4 mS/cm.",
            [
                ("Li3ErCl6", "0.0003"),
                ("Li3ErBr6", "0.0009"),
                ("Li3ErI6", "0.0005"),
                ("Li3ErI6", "0.0008"),
                ("Li3YI6", "0.0004"),
            ],
            id="the last of a list",
        ),
        pytest.param(
            "The conductivity of Na3ScCl6 (0.01 mS/cm) agrees with the 0.02 mS/cm of Lang et al. [3] for "
            "Na2.9Sc0.9Zr0.1Cl6.",
            [("Na3ScCl6", "1e-05"), ("Na2.9Sc0.9Zr0.1Cl6", "2e-05")],
            id="the value of authors for another",
        ),
        pytest.param(
            "A film of Li3PO4 on MgO had 0.001 mS/cm, that on Al2O3 0.003 mS/cm.",
            [("Li3PO4", "1e-06"), ("Li3PO4", "3e-06")],
            id="a film on another substrate",
        ),
        pytest.param(
            "Li3ErCl6 shows 0.3 mS/cm at x = 0. Na3ErCl6 with 0.01 mS/cm is poorer than K3ErCl6 (0.04 mS/cm). The "
            "activation "
            "energies are 0.51 and 0.44 eV, respectively.",
            [
                ("Li3ErCl6", "0.0003"),
                ("Na3ErCl6", "1e-05"),
                ("K3ErCl6", "4e-05"),
                ("Na3ErCl6", "0.51"),
                ("K3ErCl6", "0.44"),
            ],
            id="two energies of the two told last",
        ),
        pytest.param(
            "LSO (La9.33Si6O26) and LASO (La9.8Al1.4Si4.6O26) are oxide-ion conductors; oxide-ion conduction needs "
            "channels. "
            "The doped samples are better: LASO and LSO show 9 and 0.5 mS/cm at 700 °C.",
            [("LASO", "0.009"), ("LSO", "0.0005")],
            id="short names of oxide-ion conductors",
        ),
        pytest.param(
            "A glass of the composition 40Li2O-20GeO2-40P2O5 was quenched. Above the glass transition G550 shows a "
            "conductivity of 0.04 mS/cm.",
            [("G550", "4e-05")],
            id="the glass transition",
        ),
    ],
)
def test_words_for_one_of_the_samples(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "For Na6.4Ge0.4As0.6S5X the conductivity at 30 °C is 2.8 (X = I), 0.6 (Br) and 0.05 (Cl) mS/cm.",
            [("Na6.4Ge0.4As0.6S5I", "0.0028"), ("Na6.4Ge0.4As0.6S5Br", "0.0006"), ("Na6.4Ge0.4As0.6S5Cl", "5e-05")],
            id="a unit told once behind the last bracket",
        ),
        pytest.param(
            "For Na6.4Ge0.4As0.6S5X it falls in the order 2.8 (X = I), 0.6 (Br) and 0.05 mS/cm (Cl).",
            [("Na6.4Ge0.4As0.6S5I", "0.0028"), ("Na6.4Ge0.4As0.6S5Br", "0.0006"), ("Na6.4Ge0.4As0.6S5Cl", "5e-05")],
            id="a unit told once before the last bracket",
        ),
        pytest.param(
            "We made the proton conductors BaCe0.8M0.2O3-δ (M = Y, Gd, Sm and Nd); proton conduction was fast. The "
            "Y-, Gd- and "
            "Sm-containing samples showed 9, 7 and 4 mS/cm.",
            [("BaCe0.8Y0.2O3-δ", "0.009"), ("BaCe0.8Gd0.2O3-δ", "0.007"), ("BaCe0.8Sm0.2O3-δ", "0.004")],
            id="members by a list of elements",
        ),
        pytest.param(
            "As drawn in panels 1 (B) and 2 (C), Na3ErCl6 reaches 0.05 mS/cm.",
            [("Na3ErCl6", "5e-05")],
            id="letters of panels",
        ),
    ],
)
def test_members_in_brackets_behind_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_energy_of_growth_is_none_of_conduction() -> None:
    text = (
        "The particle growth of LAGP derived from micrographs shows a thermally activated behavior with an "
        "activation energy of "
        "0.9 eV. Conduction in LAGP is thermally activated with an activation energy of 0.4 eV."
    )
    assert told(text) == [("LAGP", "0.4")]


SERIES = "## Abstract\n\n{abstract}\n\n## Results\n\nThe series Li3-xIn1-xZrxCl6 was studied. {measured}\n"


@pytest.mark.parametrize(
    ("abstract", "measured", "expected"),
    [
        pytest.param(
            "Zr was put into Li3InCl6.",
            "The conductivity is 0.9 mS/cm for x = 0.1 and 1.6 mS/cm for x = 0.3. With x = 0.5 it falls to 1.1 mS/cm. "
            "The best pellet was then cooled. Its activation energy is 0.33 eV.",
            ("Li2.7In0.7Zr0.3Cl6", "0.33"),
            id="the best of those told before",
        ),
        pytest.param(
            "Zr was put into Li3InCl6. Li2.6In0.6Zr0.4Cl6 reaches 2.1 mS/cm.",
            "Li3InCl6 has 0.8 mS/cm, and x = 0.2 1.2 mS/cm. The optimal composition shows 2.1 mS/cm.",
            ("Li2.6In0.6Zr0.4Cl6", "0.0021"),
            id="a higher value than those told before is the paper's best",
        ),
        pytest.param(
            "Zr was put into Li3InCl6.",
            "The conductivity is 0.9 mS/cm for x = 0.1 and 1.6 mS/cm for x = 0.3. The optimized Li3YCl6 membrane of "
            "another work shows 0.4 mS/cm [7].",
            ("Li3YCl6", "0.0004"),
            id="one with a name is that",
        ),
    ],
)
def test_the_best_sample_is_meant_by_its_rank(abstract: str, measured: str, expected: tuple[str, str]) -> None:
    assert told(SERIES.format(abstract=abstract, measured=measured))[-1] == expected


def test_what_is_meant_by_its_rank_is_less_sure_than_what_is_named() -> None:
    text = SERIES.format(
        abstract="Zr was put into Li3InCl6.", measured="{}The conductivity of {} at -20 °C is 0.1 mS/cm."
    )
    first = "It is 0.9 mS/cm for x = 0.1 and 1.6 mS/cm for x = 0.3. "
    named, ranked = (
        max(extract(read_text(text.format(first, words))), key=lambda record: record.start)
        for words in ("Li2.7In0.7Zr0.3Cl6", "the optimal composition")
    )
    assert (named.material, ranked.material) == ("Li2.7In0.7Zr0.3Cl6", "Li2.7In0.7Zr0.3Cl6")
    assert ranked.confidence < named.confidence


@pytest.mark.parametrize(
    ("made", "measured", "expected"),
    [
        pytest.param(
            "PVDF and LiFSI were dissolved. LATP powder (0, 4, 8 wt%) was added. The films are denoted as PL0, PL4 and "
            "PL8.",
            "The conductivity of the filler-free film is 0.02 mS/cm. When 4 wt% LATP is added, it increases to 0.1 "
            "mS/cm. A higher content of 8 wt% leads to 0.06 mS/cm.",
            [("PL0", "2e-05"), ("PL4", "0.0001"), ("PL8", "6e-05")],
            id="shares before which the addition stands",
        ),
        pytest.param(
            "Sorbitol in amounts of 5 and 15 wt% was stirred into the solution of starch. The films were coded as STS1 "
            "and STS2; STS0 is the film without sorbitol.",
            "The unplasticized film shows 0.003 mS/cm, STS2 0.4 mS/cm.",
            [("STS0", "3e-06"), ("STS2", "0.0004")],
            id="the one told as that without the addition",
        ),
    ],
)
def test_what_was_added_tells_the_sample(made: str, measured: str, expected: list[tuple[str, str]]) -> None:
    assert told(MADE.format(made=made, measured=measured)) == expected


def test_an_additive_is_no_host_of_another() -> None:
    text = "Na3Zr2Si2PO12 was sintered with NaI and Na2SO4 as additives. The pellet with 2 wt% NaI has 1.9 mS/cm."
    assert told(text) == [("Na3Zr2Si2PO12-2 wt% NaI", "0.0019")]


def test_such_a_conductor_is_the_compound_named_before() -> None:
    text = "Xu et al. prepared Li9SnP3S12. Such ionic conductor revealed 3 mS/cm. Such ionic conductors need dry air."
    assert told(text) == [("Li9SnP3S12", "0.003")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## Results\n\nLi3HoBr6 was milled. Li3HoBr6 shows 1.1 mS/cm. For comparison, Li3HoCl6 reaches 0.4 mS/cm. "
            "Pressing at 300 MPa increases the conductivity to 1.5 mS/cm.",
            [("Li3HoBr6", "0.0011"), ("Li3HoCl6", "0.0004"), ("Li3HoBr6", "0.0015")],
            id="what is only set beside is not gone on with",
        ),
        pytest.param(
            "## Results\n\nLi3HoBr6 was milled. Li3HoCl6 was melted. In contrast, Li3HoCl6 reaches 0.4 mS/cm. "
            "Pressing at 300 MPa increases the conductivity to 0.6 mS/cm.",
            [("Li3HoCl6", "0.0004"), ("Li3HoCl6", "0.0006")],
            id="a contrast is gone on with",
        ),
        pytest.param(
            "Li1.7Mg1.15Br4 is predicted to reach 0.5 mS/cm, close to the 0.3 mS/cm measured by Kanno et al. for "
            "Li1.8Mg1.1Br4.",
            [("Li1.7Mg1.15Br4", "0.0005"), ("Li1.8Mg1.1Br4", "0.0003")],
            id="measured by others for",
        ),
        pytest.param(
            "Amorphous GeO2 was put into LLTO. The boundaries improve to 0.07 and 0.2 mS/cm for 1 and 4 wt% GeO2. "
            "A maximum total conductivity of 0.15 mS/cm is reached with 4 wt% GeO2.",
            [("LLTO-1 wt% GeO2", "7e-05"), ("LLTO-4 wt% GeO2", "0.0002"), ("LLTO-4 wt% GeO2", "0.00015")],
            id="reached with a share",
        ),
    ],
)
def test_what_a_value_goes_on_about(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("heading", "owner"), [("3.2 Effect of Na2B4O7", ""), ("3.2 Conductivity of Na3SbS4", "Na3SbS4")]
)
def test_a_heading_tells_what_its_section_is_about(heading: str, owner: str) -> None:
    measured = "The sintering temperature is lowered. However, a total conductivity of only 0.5 mS/cm results."
    assert told(f"## 3.1 Ceramics\n\nPellets were pressed.\n\n## {heading}\n\n{measured}") == [(owner, "0.0005")]
