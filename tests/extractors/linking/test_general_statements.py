"""What is told of classes, of ranges of a series and of others' work goes to no sample of the paper."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord

PAPER = """# Li3ErBr6 as a solid electrolyte

## Abstract

Here we report the synthesis of Li3ErBr6. Li3ErBr6 was obtained by milling. Li3ErBr6 is stable.

## {section}

{text}

## Results

Li3ErBr6 is trigonal. The XRD pattern of Li3ErBr6 is shown. Li3ErBr6 melts. We measured Li3ErBr6 again.
"""


def owners(section: str, text: str) -> list[tuple[str | None, str, float]]:
    found = extract(read_text(PAPER.format(section=section, text=text), "paper"))
    return [(r.material, r.subject_kind, r.value_low) for r in found if isinstance(r, PropertyRecord) and r.value_low]


@pytest.mark.parametrize(
    "text",
    [
        "For sulfide-based SSEs, conductivities ranging from 0.3 to 9 mS cm^-1 have been told.",
        "There is much interest in Na-SICs with a conductivity of more than 2 mS cm^-1.",
        "Doping is a way to raise the conductivity of halide SSEs, which brings the conductivity over 2 mS cm^-1.",
        "Halide electrolytes (e.g., Li3YBr6 and Li3HoBr6) are liked for their high ionic conductivity (>2 mS cm^-1).",
    ],
)
def test_a_class_keeps_its_value(text: str) -> None:
    assert {kind for _, kind, _ in owners("Discussion", text)} <= {"class"}


def test_a_threshold_in_a_bracket_is_nobodys() -> None:
    text = "The value of Li3YBr6 (0.4 mS cm^-1) is below the threshold wanted in practice (>2 mS cm^-1)."
    assert [m for m, kind, _ in owners("Discussion", text) if kind == "specific"] == ["Li3YBr6"]


def test_a_range_of_a_series_is_no_member() -> None:
    text = (
        "Samples of Li3-xEr1-xZrxBr6 were milled. In the range of 0.2 ≤ x ≤ 0.6 the conductivities were about "
        "3 × 10^-4 S cm^-1. At x = 0.4 it is 7 × 10^-4 S cm^-1."
    )
    assert owners("Discussion", text) == [
        ("Li3-xEr1-xZrxBr6", "class", 3e-4),
        ("Li2.6Er0.6Zr0.4Br6", "specific", 7e-4),
    ]


def test_a_range_owns_what_is_told_behind_but_no_member_of_it() -> None:
    text = (
        "This article is about the solid electrolytes Na4-xSn1-xMxS4 (M = Sb, As), of which the tin-poor powders "
        "(0.3 ≤ x ≤ 0.5) are the best. They are easily milled. {} The cells live long. The structure was solved. "
        "The wide channels bring the activation energy down from 0.43 eV to 0.27 eV."
    )
    energies = [r for r in extract(read_text(text.format("Films are thin."))) if r.kind == "activation_energy"]
    assert {r.material for r in energies} == {"Na4-xSn1-xMxS4"}
    member = extract(read_text(text.format("The most was reached with x = 0.4 (12.3 mS cm^-1).")))
    assert [r.material for r in member if r.kind == "conductivity"] != ["Na4-xSn1-xMxS4"]


@pytest.mark.parametrize(("section", "own"), [("Introduction", False), ("Results and discussion", True)])
def test_an_introduction_tells_others_work(section: str, own: bool) -> None:
    told = owners(section, "A conductivity of 5 mS cm^-1 was reached at 60 °C.")
    assert [m for m, _, _ in told] == (["Li3ErBr6"] if own else [None])
