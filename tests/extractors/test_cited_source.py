from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.cited_source import tells_own_work
from extractors.extract import extract

REVIEW = "This review compares solid electrolytes. "

ATTRIBUTIONS = [
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
    ("According to Kim et al. [6], Li9.6P3S12 has 1.2 mS cm^-1, while Li10GeP2S12 shows 12 mS cm^-1 [2].", [[6], [2]]),
    ("Li2ZrCl6 and Li3InCl6 show 0.4 and 1.5 mS cm^-1, respectively [10-12].", [[10, 11, 12], [10, 11, 12]]),
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


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("This review summarises halide electrolytes. We report nothing here. We show a table.", False),
        ("Here, we report Li3ErBr6. We measured its conductivity.", True),
        ("Lithium halides were studied by many groups.", False),
    ],
)
def test_reviews_told_from_research_papers(text: str, own: bool):
    assert tells_own_work(read_text(text + " Solid electrolyte Li3ErBr6 has 1 mS cm^-1.", "text")) is own
