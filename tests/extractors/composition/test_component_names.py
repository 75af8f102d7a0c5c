"""Components by their chemical names, and what a name of a polymer electrolyte is made of."""

from __future__ import annotations

import pytest

from extractors.composition import context_of, find_materials
from extractors.composition.component_names import component_role, components_in
from extractors.mentions import Material
from tests.extractors.composition.test_context import document_of


def found_in(text: str) -> list[Material]:
    """The materials of words that are all of a document."""
    return find_materials(text, context_of(document_of(text)))


def names(text: str) -> list[tuple[str, str]]:
    """The names of these materials with the text of each."""
    return [(m.name, m.surface) for m in found_in(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hydroxyethyl cellulose (HC) and sodium acetate (SA)", [("HC", "polymer"), ("SA", "salt")]),
        ("40% grafted natural rubber (GR40)", [("GR40", "polymer")]),
        ("1-hexyl-3-methylimidazolium bis(fluorosulfonyl)imide (HMIFSI)", [("HMIFSI", "liquid")]),
        ("dibutyl phthalate (DBP), vinylene carbonate (VC)", [("DBP", "solvent"), ("VC", "solvent")]),
        ("polymer films (PF), cellulose fibres (CF), diffraction (XD), sodium iodide (NaI3)", []),
    ],
)
def test_the_words_before_a_bracket_tell_what_the_short_name_is(text: str, found: list[tuple[str, str]]) -> None:
    assert [(short, role) for short, _, role, _ in components_in(text)] == found


def test_words_that_name_no_component_have_no_role() -> None:
    assert [component_role(words) for words in ("electron microscopy", "solid polymer", "garnet")] == [None] * 3


def test_what_a_short_name_means_here_counts() -> None:
    text = "PEMA was plasticized with 30 wt% of propylene carbonate (PC)."
    (material,) = [m for m in found_in(text) if m.name == "PC"]
    assert "solvent" in material.flags
    assert material.surface == "propylene carbonate (PC)"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("starch-poly(vinyl pyrrolidone) (PVP) films", "starch-PVP"),
        ("poly(ethyl methacrylate) (PEMA)-poly(vinyl chloride) (PVC) films", "PEMA-PVC"),
        ("dextran/PVA-NaTf films", "dextran/PVA-NaTf"),
        ("80PVDF-HFP:20Zn(Tf)2 films", "80PVDF-HFP-20Zn(Tf)2"),
        ("PEO12LiN(CF3SO2)2 films", "PEO12LiN(CF3SO2)2"),
        ("70 wt% pectin/30 wt% NH4SCN films", "70 wt% pectin/30 wt% NH4SCN"),
        ("MG49-LiBF4 films", "MG49-LiBF4"),
        ("Zn(OTf)2 powder", "Zn(OTf)2"),
    ],
)
def test_a_name_is_joined_of_chemical_and_short_names(text: str, name: str) -> None:
    assert [found for found, _ in names(text)] == [name]


def test_a_code_of_known_components_is_read_by_its_parts() -> None:
    text = "Grafted natural rubber (GR40) was used. The conductivity of GR40-LiBF4 and of GR40-NaI was low."
    found = {m.name: m.kind.value for m in found_in(text)}
    assert found["GR40-LiBF4"] == "composite"


def test_a_solvent_keeps_its_place_in_a_list() -> None:
    text = "Li7P3S11 was made in ethylene carbonate (EC) and DME."
    assert ("EC", "EC") in names(text)


def test_what_a_slash_parts_is_not_made_one_name() -> None:
    text = "fibres from LATP/ polyacrylonitrile (PAN) solutions"
    assert ("PAN", "PAN") in names(text)
