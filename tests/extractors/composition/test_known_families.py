"""Families of well-known materials, as the field speaks of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.composition.families import family_of, reference

KNOWN = [
    line.split("\t")
    for line in Path(__file__).with_name("known_families.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_there_are_many_of_every_family() -> None:
    assert len(KNOWN) >= 150
    assert len({family for _, family in KNOWN}) >= 17


@pytest.mark.parametrize("formula, family", KNOWN)
def test_known_materials_have_their_family(formula: str, family: str) -> None:
    assert family_of(formula) == family


def test_the_published_rules_are_in_step_with_the_code() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "families.md"
    assert page.read_text(encoding="utf-8") == reference(), (
        "run: python -m extractors.composition.families > docs/families.md"
    )
