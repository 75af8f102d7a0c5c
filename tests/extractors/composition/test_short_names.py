"""Composites told in words: records carry the short names of their parts, and polymers with their salt's share."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.composition.short_names import with_short_names
from extractors.extract import extract


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Names and compositions of the conductivities of a text."""
    found = sorted(extract(read_text(text)), key=lambda record: record.start)
    return [(record.material, record.formula) for record in found if record.kind == "conductivity"]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("A film of PEO10LiBF4-zirconia had 0.02 mS/cm.", "PEO10LiBF4-zirconia", "PEO10LiBF4-ZrO2"),
        (
            "Poly(trimethylene carbonate)-NaFSI has 0.02 mS/cm.",
            "Poly(trimethylene carbonate)-NaFSI",
            "PTMC-NaFSI",
        ),
        (
            "In poly(propylene carbonate) with 60 wt% NaFSI a conductivity of 0.1 mS/cm was found.",
            "poly(propylene carbonate)-NaFSI",
            "PPC-NaFSI",
        ),
        (
            "The sheets of Li3InCl6 with 4 wt% nitrile rubber had 0.4 mS/cm.",
            "Li3InCl6-4 wt% nitrile rubber",
            "Li3InCl6-4 wt% NBR",
        ),
        ("Li3InCl6 sheets with a styrene-butadiene rubber had 0.4 mS/cm.", None, "Li3InCl6-SBR"),
        ("PVDF-HFP soaked in 1 M NaPF6 in EC/DEC had 2 mS/cm.", None, "PVDF-HFP-NaPF6-EC/DEC"),
    ],
)
def test_records_carry_the_short_names_of_parts_told_in_words(text: str, name: str | None, short: str) -> None:
    ((material, formula),) = told(text)
    assert formula == short
    assert name is None or material == name


@pytest.mark.parametrize("name", ["1 M LiPF6 in EC/DMC", "Li1.3Al0.3Ti1.7(PO4)3", "80Li2S-20P2S5", "PEO-LiTFSI-clay"])
def test_other_names_stay(name: str) -> None:
    assert with_short_names(name) == name


def test_a_polymer_with_a_number_before_its_salt_is_one_name() -> None:
    text = "PTMC is stiff, so that PTMC12NaFSI stays at 0.02 mS/cm and PCL6LiBETI at 0.03 mS/cm."
    assert [name for name, _ in told(text)] == ["PTMC12NaFSI", "PCL6LiBETI"]


def test_how_much_salt_a_polyether_holds_is_no_material() -> None:
    assert [name for name, _ in told("PEO-NaBF4 was cast, with 0.02 mS/cm at 60 °C for EO/Na = 16.")] == ["PEO-NaBF4"]
