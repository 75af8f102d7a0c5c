"""Operations that only their conditions tell, and what routes are of: series, samples with names of their own."""

from __future__ import annotations

import pytest

from extractors.synthesis.operations import find_operations
from tests.extractors.routes_of_blocks import records, told

TOLD_BY_CONDITIONS = [
    ("densified at 1080 °C for 5 h", ["heat"]),
    ("densified at 250 MPa", ["press"]),
    ("consolidated at 900 °C and 60 MPa", ["press"]),
    ("treated at 450 rpm for 12 h", ["mill"]),
    ("treated at 700 °C for 12 h", ["heat"]),
    ("evacuated at 150 °C for 12 h", ["dry"]),
    ("aged at 40 °C for a week", ["other"]),
    ("then ripened at 720 °C for 8 h", ["heat"]),
    ("was levigated for 4 h at 650 °C in air for 3 h", ["heat"]),
    ("was dropped into ice water", ["quench"]),
    ("was taken up in methanol", ["dissolve"]),
    ("a brief anneal at 430 °C", ["heat"]),
    ("powder was roasted and triturated", ["heat", "mix"]),
]
NO_OPERATION = [
    "the pellets were held in a glove box",
    "the tube was evacuated",
    "spectra were recorded at 200 °C for 3 h",
    "the cell was operated at 120 °C for 100 h",
    "a fused silica tube",
    "sealed in an evacuated silica tube at 700 °C",
    "the conductivity dropped to half",
    "kept its symmetry while the conductivity at 300 °C rose",
]


@pytest.mark.parametrize(("text", "ops"), TOLD_BY_CONDITIONS)
def test_conditions_tell_what_a_word_means(text: str, ops: list[str]) -> None:
    assert [o.code for o in find_operations(text)] == ops


@pytest.mark.parametrize("text", NO_OPERATION)
def test_words_without_conditions_are_no_operation(text: str) -> None:
    assert not find_operations(text)


MADE = [
    pytest.param(
        "Li3Y1-xZrxCl6 with x = 0.1, 0.2 and 0.3 (hereafter called Z1, Z2 and Z3; all in mol) was synthesized by ball "
        "milling. LiCl, YCl3 and ZrCl4 were milled at 500 rpm for 30 h.",
        [("Li3Y1-xZrxCl6", "ball-milling")],
        id="a series whose members have names",
    ),
    pytest.param(
        "Muster et al. arrived at Li6PS5Br, which they obtained by mechanical milling of Li2S, P2S5 and LiBr, and "
        "whose conductivity exceeds that of Li6PS5I.",
        [("Li6PS5Br", "ball-milling")],
        id="a relative clause",
    ),
    pytest.param(
        "Muster et al. put NaCl and YCl3 into a steel pot, milled them at 450 rpm for 40 h and fired the product at "
        "420 °C for 2 h, whereupon Na3YCl6 showed 0.1 mS cm^-1.",
        [("Na3YCl6", "ball-milling")],
        id="the compound that has the elements of the starting materials",
    ),
    pytest.param(
        "Having ball-milled Na2S and Sb2S3 for 20 h at 500 rpm, they crystallized the glass for 2 h at 260 °C. Later "
        "on 96Na3SbS4-4Na4SnS4 gave 1 mS cm^-1.",
        [],
        id="not what needs another element",
    ),
    pytest.param(
        "LATP powder was prepared by solid-state reaction from Li2CO3, Al2O3, TiO2 and NH4H2PO4 at 900 °C for 4 h. "
        "Finally, the LATP powder was consolidated by spark plasma sintering at 950 °C for 5 min under 50 MPa. This "
        "ceramic is named LATP-S.",
        [("LATP", "solid-state-reaction"), ("LATP-S", "spark-plasma-sintering")],
        id="named by a sentence of its own",
    ),
    pytest.param(
        "LATP powder was prepared by solid-state reaction from Li2CO3, Al2O3, TiO2 and NH4H2PO4 at 900 °C for 4 h. "
        "For LATP-H, powder of LATP was densified by hot pressing (850 °C, 40 MPa, 1 h).",
        [("LATP", "solid-state-reaction"), ("LATP-H", "hot-pressing")],
        id="for a sample",
    ),
    pytest.param(
        "Na3Zr2Si2PO12 was prepared by solid-state reaction: Na2CO3, SiO2, ZrO2 and NH4H2PO4 were fired at 1100 °C for "
        "10 h. In the sol-gel method, zirconyl nitrate and NaNO3 were dissolved in water, the gel was dried at 110 °C "
        "for 20 h and calcined at 780 °C for 6 h.",
        [("Na3Zr2Si2PO12", "solid-state-reaction"), ("Na3Zr2Si2PO12", "sol-gel")],
        id="a method at the head",
    ),
    pytest.param(
        "70Li2S-30P2S5 was prepared by melt quenching. Li2S and P2S5 were melted at 700 °C for 4 h and quenched. The "
        "melt of 60Li2S-40SiS2 crystallizes. Hence, Li2S and SiS2 were fused at 950 °C for 2 h and rapidly cooled.",
        [("70Li2S-30P2S5", "melt-quenching"), ("60Li2S-40SiS2", "melt-quenching")],
        id="starting materials of another thing",
    ),
]


@pytest.mark.parametrize(("text", "made"), MADE)
def test_what_is_made(text: str, made: list[tuple[str, str]]) -> None:
    assert [(r.material, r.method) for r in records(text, "Experimental")] == made


def test_a_method_at_the_head_tells_no_route_in_a_review() -> None:
    text = "Na3PS4 was made by milling for 20 h. In the sol-gel method, salts are dissolved and dried at 110 °C."
    assert "sol-gel" not in [r.method for r in records(text, "Sulfides")]


def test_nothing_is_milled_in_a_furnace() -> None:
    (record,) = records(
        "Li0.33La0.56TiO3 was prepared by solid-state reaction. The powder was calcined for 4 h at 820 °C and, after "
        "it had been pulverised again, for another 10 h at 1120 °C.",
        "Experimental",
    )
    heats = [told(s)[1] for s in record.steps if s.op == "heat"]
    assert {"temperature_c": 1120, "duration_h": 10} in heats
    assert not any(s.temperature_c for s in record.steps if s.op == "mill")
