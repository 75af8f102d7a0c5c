from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.cited_source import tells_own_work
from extractors.extract import extract

REVIEW = "This review compares solid electrolytes. "

ATTRIBUTIONS = [
    (  # the sentence turns to another work, whose value follows
        "Kim et al. [4] obtained 1.3 mS cm^-1 in Li6PS5Br, whereas Li6PS5Cl of Sato et al. [9] delivered 2 mS cm^-1.",
        [[4], [9]],
    ),
    ("Kim et al. [4] obtained 1.3 mS cm^-1 in Li6PS5Br; later Sato et al. [9] gave 2 mS cm^-1 for it.", [[4], [9]]),
    ("Kim et al. [4] prepared Li6PS5Br with a conductivity of 1.3 mS cm^-1.", [[4]]),
    ("Li3YBr6 shows 1.7 mS cm^-1 at 25 °C [7].", [[7]]),
    ("Na3PS4 (0.2 mS cm^-1) [1], Na3SbS4 (1.1 mS cm^-1) [2] and Na3PSe4 (1.2 mS cm^-1) [3] conduct.", [[1], [2], [3]]),
    (
        "Kim et al. [4] milled Li6PS5Br. The powder was annealed. Its ionic conductivity reached 2 mS cm^-1.",
        [[4]],
    ),
    (
        "Li4SnS4 is stable in moist air [5]. As a result, Li4SnS4 kept a conductivity of 7 × 10^-5 S cm^-1.",
        [[5]],
    ),
    (
        "Lee et al. [8] made Li3InCl6 with 1.4 mS cm^-1, surpassing the findings of Sato et al. [9].",
        [[8]],
    ),
    (
        "Oxides are hard [3]. Lately, Park et al. made Li5.4PS4.4Cl1.6, which had 9 mS cm^-1. The substitution of "
        "sulfide raises the site disorder [12].",
        [[12]],
    ),
    (
        "Oxides are hard [3]. The glass-ceramic Na3PS4 with 0.2 mS cm^-1 was developed. Its disorder is high [5].",
        [[5]],
    ),
    (
        "Oxides are hard [3]. Lately, Park et al. made Li5.4PS4.4Cl1.6, which had 9 mS cm^-1. Sato et al. made a "
        "glass [12].",
        [[]],
    ),
    ("According to Kim et al. [6], Li9.6P3S12 has 1.2 mS cm^-1, while Li10GeP2S12 shows 12 mS cm^-1 [2].", [[6], [2]]),
    (
        "In 1971, Moore and Doe [2] found 0.02 S cm^-1 in Ag3SBr, and Smith and Reed [3] as well as Hall and Ward [4] "
        "raised this to 0.1 S cm^-1 with KAg4I5.",
        [[2], [3, 4]],
    ),
    ("Li2ZrCl6 and Li3InCl6 show 0.4 and 1.5 mS cm^-1, respectively [10-12].", [[10, 11, 12], [10, 11, 12]]),
    ("Li2ZrCl6 [1] and Li3InCl6 [2] have conductivities of 0.4 and 1.5 mS cm^-1, respectively.", [[1], [2]]),
    ("The glass was studied by Kim et al. [4] and Lee et al. [5]. Na3PS4 glass showed 6 × 10^-6 S cm^-1.", [[4, 5]]),
    (
        "Kim et al. doped the oxychloride with tin by ball milling and annealing [6]. It was dense. "
        "A conductivity of 3 mS cm^-1 was found for Li2.1Zr0.9Sn0.1OCl4 against LiTaOCl4 with 1 mS cm^-1.",
        [[6], [6]],
    ),
    (
        "Na3SbS4 is softer than oxides are and dissolves in water [7]. Its pellets were pressed. "
        "Cold pressed Na3SbS4 has a conductivity of 1.1 mS cm^-1.",
        [[7]],
    ),
    (
        "Li3YCl6 and Li3ErCl6 conduct lithium ions well due to their site disorder [8]. "
        "The ionic conductivity of LiAlCl4 is low (10^-6 S cm^-1).",
        [[]],
    ),
    (
        "Li3YCl6 was prepared by ball milling with 0.5 mS cm^-1 [8]. "
        "Recently, our group reported Li3HoCl6 with an ionic conductivity of 1.3 mS cm^-1.",
        [[8], []],
    ),
    (
        "Kim et al. [4] milled Li4SnS4. Selenides soften the lattice [5]. "
        "Moreover, Na4SnSe4 has an ionic conductivity of 2 × 10^-6 S cm^-1.",
        [[]],
    ),
    (
        "The conductivity of Na3PSe4 matches that of known glasses (ref. 3) at 300 K (1 mS cm^-1). Salts differ [4].",
        [[]],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTIONS)
def test_sources_of_a_review(text: str, expected: list[list[int]]):
    references = "\n\nReferences\n" + "\n".join(f"[{n}] A. Author, J. Journal 20{n:02d}, {n}, 1." for n in range(1, 14))
    records = extract(read_text(REVIEW + text + references, "review"))
    assert [r.references for r in records if r.kind == "conductivity"] == expected


def test_a_paper_cites_nobody_for_its_own_values():
    text = (
        "In this work we prepared Li3ErBr6 by ball milling. We report its transport. Halides are known well [3]. "
        "The conductivity of Li3ErBr6 reached 1.0 mS cm^-1 at 25 °C. "
        "This is higher than that of Li3ErCl6 (0.3 mS cm^-1) [4]."
    )
    references = "\n\nReferences\n" + "\n".join(f"[{n}] A. Author, J. Journal 20{n:02d}, {n}, 1." for n in range(1, 8))
    records = [r for r in extract(read_text(text + references, "paper")) if r.kind == "conductivity"]
    assert [(r.formula, r.references) for r in records] == [("Li3ErBr6", []), ("Li3ErCl6", [4])]


SCOPES = [
    (
        "Asano et al. [3] found 0.5 mS cm^-1 for Li3YCl6, and Li et al. [4] found 1.5 mS cm^-1 for Li3InCl6.",
        [[3], [4]],
    ),
    (
        "A conductivity of 1.5 mS cm^-1 was found for Li3InCl6 by Li et al. [4], and 0.5 mS cm^-1 for Li3YCl6 [3].",
        [[4], [3]],
    ),
    ("Li3YCl6 has 0.5 mS cm^-1, and Li3ErCl6 has 0.3 mS cm^-1. Disorder of the sites explains this [7].", [[], []]),
    (
        "Li3HoCl6 was made with 0.2 mS cm^-1 (later improved to 0.9 mS cm^-1 from purer salts [5]) [4].",
        [[4], [5]],
    ),
    ("Li3HoCl6 was made with 0.2 mS cm^-1 (by milling) [4] and with 0.9 mS cm^-1 (by annealing) [5].", [[4], [5]]),
    (
        "It is half of Li3YCl6 reported before (0.2 mS cm^-1) [6] and a fourth of Li3YCl6 here (0.4 mS cm^-1).",
        [[6], []],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_scopes_of_a_citation(text: str, expected: list[list[int]]):
    test_sources_of_a_review(text, expected)


def test_an_introduction_tells_of_others_and_results_of_oneself():
    text = (
        "# Fast bromides\n\nIn this work we prepared solid electrolytes.\n\n## 1. Introduction\n\n"
        "Chlorides were milled first [2]. Their conductivity of 0.5 mS cm^-1 was found for Li3YCl6.\n\n"
        "## 2. Results\n\nThe salts are soft [4]. The conductivity of Li3ErBr6 is 0.9 mS cm^-1."
    )
    records = [r for r in extract(read_text(text, "paper")) if r.kind == "conductivity"]
    assert [r.references for r in records] == [[2], []]


OWN = "In this work we prepared Li3ErBr6 by ball milling. We report its transport. "
OWN_VALUES = [
    (
        "Li3ErBr6 shows an activation energy of 0.31 eV, which is similar to that of Li3YBr6 and Li3HoBr6 [4,5].",
        [[]],
    ),
    ("Li3YCl6 (0.40 eV), Li3YBr6 (0.37 eV) or LiYbCl4 (0.42 eV) show comparable activation energies [6].", [[6]] * 3),
    ("The reported conductivities of Li3YCl6 (0.5 mS cm^-1) and Li3YBr6 (1.7 mS cm^-1) differ [6].", [[6], [6]]),
    ("LiAlCl4 and NaAlCl4 reach only 1.2 × 10^-6 and 3.5 × 10^-7 S cm^-1, respectively [7].", [[7], [7]]),
    ("Chlorides such as Li2ZrCl6 [1] and Li3InCl6 (LIC) [2] conduct 0.4 and 1.5 mS cm^-1 at 25 °C.", [[1], [2]]),
    ("Li3ErBr6 has a conductivity of 1.2 mS cm^-1, higher than Li3ErCl6 (0.3 mS cm^-1) [4].", [[], [4]]),
    ("Li3ErBr6 shows a higher conductivity (0.9 mS cm^-1) than the reported bromides and chlorides [6].", [[]]),
    ("Li3YBr6 had 0.7 mS cm^-1 [6], in agreement with our own sample of Li3YBr6 (0.8 mS cm^-1).", [[6], []]),
]


@pytest.mark.parametrize(("text", "expected"), OWN_VALUES)
def test_values_of_a_paper_and_values_it_cites(text: str, expected: list[list[int]]):
    records = [r for r in extract(read_text(OWN + text, "paper")) if r.kind != "synthesis"]
    assert [r.references for r in records] == expected


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("In this study, we simulated halides, despite progress in oxides.", True),
        ("Impedance measurements were performed on pellets (Figure S1).", True),
        ("The pellets are dense (Supplementary Fig. 1 and Supplementary Table 2).", True),
        ("Recently, we reported halides. Kim et al. reported others.", False),
        ("This review summarises halide electrolytes. We report nothing here. We show a table.", False),
        ("Here, we report Li3ErBr6. We measured its conductivity.", True),
        ("Lithium halides were studied by many groups.", False),
    ],
)
def test_reviews_told_from_research_papers(text: str, own: bool):
    assert tells_own_work(read_text(text + " Solid electrolyte Li3ErBr6 has 1 mS cm^-1.", "text")) is own


def test_an_introduction_tells_of_others_and_authors_cite_nobody_for_their_own() -> None:
    text = (
        "Milling of bromides\n\n1. Introduction\n\nThe barrier of Li3ErBr6 has been calculated by Roe et al.; it "
        "amounts to 0.41 eV for one way and 0.2 eV for another [1].\n\n2. Experimental\n\nHere, we prepared Li3ErBr6 "
        "by milling.\n\n3. Results\n\nFor Li3ErBr6 we have found a conductivity of 0.7 mS cm^-1 at 25 °C after a mild "
        "treatment which makes conceivable the joint firing with cathodes such as oxides of cobalt [2].\n\n"
        "References\n\n[1] A. Roe, J. Test 2001, 1, 1.\n[2] B. Doe, J. Test 2002, 1, 2.\n"
    )
    records = [r for r in extract(read_text(text, "text")) if r.kind != "synthesis"]
    assert [(r.value_low, r.references) for r in records] == [(0.41, [1]), (0.2, [1]), (pytest.approx(7e-4), [])]
