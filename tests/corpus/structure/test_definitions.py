"""Short names that running text defines."""

from __future__ import annotations

import pytest

from corpus.mapped_text import MappedText
from corpus.structure.glossary import definitions_of


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("garnet Li7La3Zr2O12 (LLZO) pellets", [("LLZO", "Li7La3Zr2O12")]),
        ("LATP (Li1.3Al0.3Ti1.7(PO4)3) powder", [("LATP", "Li1.3Al0.3Ti1.7(PO4)3")]),
        ("the series Li7-xLa3Zr2-xTaxO12 (LLZTO, x = 0.6)", [("LLZTO", "Li7-xLa3Zr2-xTaxO12")]),
        ("spark plasma sintering (SPS) was used", [("SPS", "spark plasma sintering")]),
        ("all-solid-state batteries (ASSBs)", [("ASSBs", "all-solid-state batteries")]),
        ("in tetrahydrofuran (THF) at RT", [("THF", "tetrahydrofuran")]),
        ("Li3.2PS4 denoted as LPS-2 hereafter", [("LPS-2", "Li3.2PS4")]),
        ("Na3Zr2Si2PO12 (hereafter NZSP)", [("NZSP", "Na3Zr2Si2PO12")]),
        ("solid polymer electrolytes (hereafter referred to as SPEs)", [("SPEs", "solid polymer electrolytes")]),
    ],
)
def test_pairs(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(d.short, d.long) for d in definitions_of(MappedText.from_raw(text))] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "doping with Al(III), Ga(III) and Ta(V)",
        "it rises (Fig. 3) and falls (see Table 2)",
        "a retention of 98% (RT)",
        "NLZSP (NBO3) has holes",
        "cells (B) and (C)",
    ],
)
def test_brackets_that_define_nothing(text: str) -> None:
    assert definitions_of(MappedText.from_raw(text)) == []


def test_a_definition_knows_its_raw_place() -> None:
    text = "garnet Li7La3Zr2O12 (LLZO)"
    (definition,) = definitions_of(MappedText.from_raw(text))
    assert text[definition.raw_start :].startswith("LLZO")
