"""Conditions told in several parts: cycles of milling, ratios, two words for one operation."""

from __future__ import annotations

import pytest

from tests.extractors.routes_of_blocks import Step, records, told

TOLD_IN_PARTS = [
    pytest.param(
        "Li6PS5Br was prepared by ball milling. Li2S, P2S5 and LiBr were milled at 480 rpm for 40 cycles, each of 15 "
        "min milling and 10 min rest.",
        [("mill", {"duration_h": 10, "speed_rpm": 480})],
        id="cycles in one sentence",
    ),
    pytest.param(
        "Na3YCl6 was prepared by ball milling. NaCl and YCl3 were ball-milled at 500 rpm for 30 cycles. Each cycle "
        "included 20-min milling and 10-min resting.",
        [("mill", {"duration_h": 10, "speed_rpm": 500})],
        id="cycles in two sentences",
    ),
    pytest.param(
        "Na3YCl6 was prepared by ball milling. NaCl and YCl3 were ball-milled for 12 h. The cell ran for 30 cycles.",
        [("mill", {"duration_h": 12})],
        id="cycles of a cell",
    ),
    pytest.param(
        "Na2ZrCl6 was synthesized mechanochemically from NaCl and ZrCl4 (2:1) using a planetary mill at 450 rpm over "
        "30 h.",
        [("mill", {"duration_h": 30, "speed_rpm": 450})],
        id="behind the colon of a ratio",
    ),
    pytest.param(
        "75Li2S-25P2S5 glass was made by ball milling for 30 h and crystallized by heating at 250 °C for 3 h.",
        [("mill", {"duration_h": 30}), ("heat", {"temperature_c": 250, "duration_h": 3})],
        id="two words for one heat",
    ),
    pytest.param(
        "PEO-LiFSI was prepared by solution casting. The solution was stirred overnight, degassed for 30 min and cast.",
        [("stir", {}), ("other", {"duration_h": 0.5}), ("cast", {})],
        id="degassed",
    ),
]


@pytest.mark.parametrize(("text", "told_steps"), TOLD_IN_PARTS)
def test_steps_told_in_parts(text: str, told_steps: list[Step]) -> None:
    (record,) = records(text, "Experimental")
    assert [told(step) for step in record.steps] == told_steps


def test_of_two_things_named_the_one_a_procedure_is_for_is_made() -> None:
    (record,) = records(
        "For the preparation of Li7P3S11, 70Li2S-30P2S5 was milled for 35 h at 350 rpm.", "Experimental"
    )
    assert (record.material, record.precursors) == ("Li7P3S11", ["70Li2S-30P2S5"])
