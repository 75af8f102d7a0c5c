"""The vocabulary file: every word is found, every code is one of the record's."""

from __future__ import annotations

from typing import get_args

import pytest

from extractors.records import SynthesisStep
from extractors.synthesis.operations import find_operations
from extractors.synthesis.vocabulary import find_atmospheres, find_methods, find_solvents, load

METHODS = {
    "3d-printing",
    "annealing-only",
    "ball-milling",
    "co-precipitation",
    "cold-sintering",
    "combustion",
    "electrospinning",
    "flux",
    "freeze-drying",
    "gas-solid",
    "hot-pressing",
    "hydrothermal",
    "in-situ-polymerization",
    "infiltration",
    "ion-exchange",
    "liquid-phase",
    "melt-quenching",
    "microwave",
    "other",
    "sol-gel",
    "solid-state-reaction",
    "solution-casting",
    "spark-plasma-sintering",
    "spray-pyrolysis",
    "tape-casting",
    "ultrafast-high-temperature-sintering",
    "vapor-deposition",
}


def test_codes_are_those_of_the_record() -> None:
    operations = set(get_args(SynthesisStep.model_fields["op"].annotation))
    assert {entry["code"] for entry in load()["method"]} == METHODS
    assert {entry["op"] for entry in load()["operation"]} == operations
    assert {entry["step"] for entry in load()["method"]} <= operations
    assert {entry["method"] for entry in load()["operation"]} <= METHODS


def test_every_method_has_parent_and_source() -> None:
    assert all(entry["parent"] and entry["source"] for entry in load()["method"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("mechanochemical milling", "ball-milling"),
        ("high energy ball-milling", "ball-milling"),
        ("high-energy ball mill", "ball-milling"),
        ("ultimate-energy mechanical alloying", "ball-milling"),
        ("ballmilling", "ball-milling"),
        ("sol–gel", "sol-gel"),
        ("Sol-Gel", "sol-gel"),
        ("SPS", "spark-plasma-sintering"),
        ("spark plasma sintering", "spark-plasma-sintering"),
        ("field-assisted sintering technique", "spark-plasma-sintering"),
        ("hot-press sintering", "hot-pressing"),
        ("liquid-phase synthesis", "liquid-phase"),
        ("wet-chemical", "liquid-phase"),
        ("wet chemistry", "liquid-phase"),
        ("solution-processed", "liquid-phase"),
        ("melt-quenching", "melt-quenching"),
        ("co-melting", "melt-quenching"),
        ("cold sintering process", "cold-sintering"),
        ("ultrafast high-temperature sintering", "ultrafast-high-temperature-sintering"),
        ("tape casting", "tape-casting"),
        ("doctor blade", "tape-casting"),
        ("atomic layer deposition", "vapor-deposition"),
        ("ALD", "vapor-deposition"),
        ("pulsed laser deposition", "vapor-deposition"),
        ("magnetron sputtering", "vapor-deposition"),
        ("ion exchange", "ion-exchange"),
        ("solvothermal", "hydrothermal"),
        ("microwave sintering", "microwave"),
        ("in situ polymerization", "in-situ-polymerization"),
        ("UV curing", "in-situ-polymerization"),
        ("freeze-drying", "freeze-drying"),
        ("flame spray pyrolysis", "spray-pyrolysis"),
        ("self-propagating high-temperature synthesis", "combustion"),
        ("3D printing", "3d-printing"),
        ("gas–solid reaction", "gas-solid"),
        ("solution casting", "solution-casting"),
        ("electrospinning", "electrospinning"),
        ("two-step heat treatment", "annealing-only"),
        ("cold pressing", "other"),
    ],
)
def test_methods_in_their_spellings(text: str, code: str) -> None:
    ((mention, method),) = find_methods(text)
    assert (mention.surface, method.code) == (text, code)


@pytest.mark.parametrize(
    "text", ["the mills of the region", "a milling machine vendor list", "spsX", "aldehyde", "salt"]
)
def test_words_inside_words_are_no_methods(text: str) -> None:
    assert not any(mention.surface in ("SPS", "ALD", "mill") for mention, _ in find_methods(text))


def test_short_forms_are_read_in_cells_only() -> None:
    assert find_methods("BM") == ()
    assert [method.code for _, method in find_methods("BM", in_cell=True)] == ["ball-milling"]


@pytest.mark.parametrize(
    ("word", "op"),
    [
        ("ball-milled", "mill"),
        ("calcined", "heat"),
        ("calcination", "heat"),
        ("annealing", "heat"),
        ("heat treatment", "heat"),
        ("crystallised", "heat"),
        ("pelletized", "press"),
        ("cold-pressed", "press"),
        ("quenched", "quench"),
        ("vacuum-dried", "dry"),
        ("dissolving", "dissolve"),
        ("stirred", "stir"),
        ("reground", "mix"),
        ("hand ground", "mix"),
        ("evaporated", "evaporate"),
        ("washed", "wash"),
        ("filtered", "other"),
        ("melted", "melt"),
        ("deposited", "deposit"),
    ],
)
def test_operations(word: str, op: str) -> None:
    (mention,) = find_operations(f"it was {word} twice")
    assert (mention.surface, mention.code) == (word, op)


def test_gases_and_solvents() -> None:
    assert [m.code for m in find_atmospheres("in flowing argon, N2 and dry air")] == ["Ar", "N2", "air"]
    assert [m.surface for m in find_solvents("in THF, ethyl acetate or 1,2-dimethoxyethane")] == [
        "THF",
        "ethyl acetate",
        "1,2-dimethoxyethane",
    ]
