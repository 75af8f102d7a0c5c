"""Heat treatments told by what they led to, samples named in the order of their methods, kinds with a short name."""

from __future__ import annotations

import pytest

from tests.extractors.routes_of_blocks import records


def heated(text: str) -> list[tuple[str | None, list[float | list[float] | None]]]:
    """Target and temperatures of the routes."""
    return [(r.material, [s.temperature_c for s in r.steps]) for r in records(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In another case, LATP with 2 wt% LiF raised the density and reduced the sintering temperature from 950 to "
            "820 °C.",
            [("LATP-2 wt% LiF", [820.0])],
        ),
        ("In another case, LATP reduced the sintering temperature of the cathode to 820 °C.", []),
        ("LATP-2 wt% LiF was cycled, and lowering the temperature to 20 °C did no harm.", []),
        (
            "LAGP sintered at 800 °C for 6 h reached a density of 90%, while at 850 °C for 8 h, the density was 86%.",
            [("LAGP", [800.0]), ("LAGP", [850.0])],
        ),
        (
            "LAGP sintered at 800 °C for 6 h reached 0.2 mS cm^-1, while at 80 °C it was 2 mS cm^-1.",
            [("LAGP", [800.0])],
        ),
        (
            "The Ta-doped LLZO has relative densities of 93% at 1120 °C and 95% at 1180 °C.",
            [("Ta-doped LLZO", [1120.0]), ("Ta-doped LLZO", [1180.0])],
        ),
        ("The Ta-doped LLZO has a density of 93% and a transference number of 95% at 60 °C.", []),
    ],
)
def test_heat_told_by_its_effect(text: str, expected: list[tuple[str, list[float]]]) -> None:
    assert heated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The samples prepared by ball milling and by a solution process are denoted as BM-LPSC and SP-LPSC, "
            "respectively.",
            [("BM-LPSC", "ball-milling"), ("SP-LPSC", "liquid-phase")],
        ),
        (
            "The LGPSI made via a liquid-phase synthetic method and via co-precipitation is named L-LGPSI and "
            "C-LGPSI, respectively.",
            [("L-LGPSI", "liquid-phase"), ("C-LGPSI", "co-precipitation")],
        ),
        ("LPSC was prepared by ball milling. BM-LPSC and SP-LPSC conduct well.", [("LPSC", "ball-milling")]),
        (  # the code is the sample's name, told later or not
            "Ren et al. developed a dual-layer polymer electrolyte (DLPE) by solution casting.",
            [("DLPE", "solution-casting")],
        ),
        (  # the initials are those of something else
            "Ren et al. developed a dual-layer polymer electrolyte (NASA) by solution casting.",
            [("polymer electrolyte", "solution-casting")],
        ),
        (
            "Lu et al. made WS2 doped Li2S-P2S5 glass by ball milling. The doped electrolyte Li7P2.9S10.85W0.01 "
            "delivered 3 mS cm^-1.",
            [("Li7P2.9S10.85W0.01", "ball-milling")],
        ),
        (
            "Lu et al. made WS2 doped Li2S-P2S5 glass by ball milling. The electrolyte Li7P3S11 delivered 3 mS cm^-1.",
            [("WS2 doped Li2S-P2S5", "ball-milling")],
        ),
    ],
)
def test_names_that_belong_to_a_route(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(r.material, r.method) for r in records(text)] == expected


def test_the_short_name_of_a_class_is_no_sample() -> None:
    text = "Ren et al. developed a {} by solution casting."
    kinds = ("dual-layer polymer electrolyte (DLPE)", "solid polymer electrolyte (SPE)")
    assert [records(text.format(kind))[0].subject_kind for kind in kinds] == ["specific", "class"]


def test_a_filled_scaffold_is_told_by_what_it_became() -> None:
    text = "Wei et al. used an electrospun PAN {}, which was infiltrated with a PEO-LiTFSI solution{}."
    scaffold, whole = records(text.format("scaffold", " to obtain a PAN/PEO-LiTFSI membrane"))
    assert (scaffold.material, scaffold.role) == ("PAN", "other")
    assert (whole.material, whole.method) == ("PAN/PEO-LiTFSI", "infiltration")
    membrane, filler = records(text.format("membrane", ""))
    assert (membrane.material, membrane.role, filler.material) == ("PAN", "electrolyte", "PEO-LiTFSI")
