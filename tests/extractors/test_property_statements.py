from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.composition.mixture import composition
from extractors.extract import extract
from extractors.records import PropertyRecord
from tests.extractors import composite_sentences, owner_sentences, sample_sentences
from tests.extractors.energy_sentences import ENERGY
from tests.extractors.property_sentences import CONDUCTIVITY


def told(sentence: str, kind: str) -> list[PropertyRecord]:
    found = extract(read_text(sentence, "sentence"))
    return [
        r
        for r in found
        if isinstance(r, PropertyRecord) and r.kind == kind and r.subject_kind == "specific" and r.material
    ]


def names(record: PropertyRecord) -> str:
    return record.formula or record.material or ""


def same(first: str, second: str) -> bool:
    return first == second or (composition(first) is not None and composition(first) == composition(second))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*CONDUCTIVITY, *owner_sentences.OWNERS, *sample_sentences.OWNERS, *composite_sentences.OWNERS],
)
def test_conductivity_of_sentences(sentence: str, expected: list[tuple[str, float, float | None]]) -> None:
    records = told(sentence, "conductivity")
    got = [(names(r), r.material or "", r.value_low, r.temperature_k) for r in records]
    assert len(got) == len(expected), got
    for (material, value, temperature), (composed, name, low, kelvin) in zip(expected, got, strict=True):
        assert same(material, composed) or material == name, got
        assert low == pytest.approx(value, rel=1e-6)
        assert kelvin == (None if temperature is None else pytest.approx(temperature, abs=0.6)), got


@pytest.mark.parametrize(("sentence", "expected"), [*ENERGY, *owner_sentences.ENERGIES, *sample_sentences.ENERGIES])
def test_activation_energy_of_sentences(sentence: str, expected: list[tuple[str, float]]) -> None:
    got = [(names(r), r.value_low) for r in told(sentence, "activation_energy")]
    assert len(got) == len(expected), got
    for (material, value), (name, low) in zip(expected, got, strict=True):
        assert same(material, name), got
        assert low == pytest.approx(value, rel=1e-3)


@pytest.mark.parametrize(
    ("sentence", "properties"),
    [
        (
            "Li1.5Al0.5Ge1.5(PO4)3 has grain boundary and total conductivities of 6 × 10^-4 and 4 × 10^-4 S cm^-1.",
            ["grain_boundary", "total"],
        ),
        (
            "The bulk and grain-boundary conductivities of LATP are 3 × 10^-3 and 2 × 10^-4 S cm^-1, giving a "
            "total conductivity of 1.9 × 10^-4 S cm^-1.",
            ["bulk", "grain_boundary", "total"],
        ),
        (
            "Li2Sc2/3Br4 conducts 1.5 mS cm^-1 with an electronic conductivity of only 4 × 10^-10 S cm^-1.",
            ["ionic", "electronic"],
        ),
        (
            "LATP has a grain-boundary conductivity of 2 × 10^-4 S cm^-1, while the bulk value is 3 × 10^-3 S cm^-1.",
            ["grain_boundary", "bulk"],
        ),
        (
            "LATP shows high ionic conductivity (bulk conductivities around 10^-3 S cm^-1 and total conductivities "
            "above 10^-4 S cm^-1).",
            ["bulk", "total"],
        ),
        ("The ionic and electronic conductivities of Li3N are 10^-3 and 10^-9 S cm^-1.", ["ionic", "electronic"]),
        ("Li3OCl has a total (bulk + grain boundary) conductivity of 10^-6 S cm^-1.", ["total"]),
        ("The total ionic conductivity (including bulk and gb) of Li3OCl is 10^-6 S cm^-1.", ["total"]),
        ("Li3OCl (bulk sample) has a grain boundary conductivity of 10^-6 S cm^-1.", ["grain_boundary"]),
        ("Li3OCl has a total conductivity of 10^-6 S cm^-1.", ["total"]),
        ("Li3OCl keeps high total ionic (~10^-4 S cm^-1) and low electronic conductivity.", ["total"]),
        ("Nanoporous Na3SbS4 conducts better than bulk Na3PS4 (0.1 mS cm^-1).", ["ionic"]),
        ("Na3SbS4 has a bulk part (1 mS cm^-1) of its conductivity.", ["bulk"]),
        ("The intra- and intergranular conductivities of LATP are 3 and 0.2 mS cm^-1.", ["bulk", "grain_boundary"]),
        ("LATP has an intragranular ionic conductivity of 3 mS cm^-1.", ["bulk"]),
        ("LATP has an intergranular conductivity of 0.2 mS cm^-1.", ["grain_boundary"]),
        ("LATP with an intergranular glass has a conductivity of 0.5 mS cm^-1.", ["ionic"]),
    ],
)
def test_property_of_conductivities(sentence: str, properties: list[str]) -> None:
    assert [record.property for record in told(sentence, "conductivity")] == properties


def test_a_sample_says_what_it_was_made_of() -> None:
    (record,) = told("LLTO with 2 wt% Li3BO3 reached a conductivity of 6 × 10^-5 S cm^-1.", "conductivity")
    assert record.material == "LLTO-2 wt% Li3BO3"
    assert record.reasons[0].startswith("LLTO-2 wt% Li3BO3: ")


FAR = """# Sintering of a garnet with a glass

## Methods

Li6.5La3Zr1.5Ta0.5O12 (LLZTO) powder was synthesized from LiOH, La2O3, ZrO2 and Ta2O5 and milled with Li3BO3.

## Density

{named}The relative densities grew with the amount of the glass.

## Conductivity

{told}"""


@pytest.mark.parametrize(
    ("named", "told", "material"),
    [
        ("", "Adding 2 wt% Li3BO3 raises the conductivity to 0.06 mS/cm.", "LLZTO-2 wt% Li3BO3"),
        ("", "When 2 wt% of Li3BO3 was added, the conductivity rose to 0.06 mS/cm.", "LLZTO-2 wt% Li3BO3"),
        (
            "The samples LLZTO-2Li3BO3 and LLZTO-4Li3BO3 are denser. ",
            "Adding 2 wt% Li3BO3 raises the conductivity to 0.06 mS/cm.",
            "LLZTO-2Li3BO3",
        ),
        ("", "The glass Li3BO3 has a conductivity of 0.06 mS/cm.", "Li3BO3"),
    ],
)
def test_what_was_added_to_a_host_named_sections_before(named: str, told: str, material: str) -> None:
    found = extract(read_text(FAR.format(named=named, told=told)))
    (record,) = [r for r in found if isinstance(r, PropertyRecord)]
    assert record.formula == material.replace("LLZTO", "Li6.5La3Zr1.5Ta0.5O12")


def test_what_begins_a_sentence_says_how_its_energy_was_found() -> None:
    framed = (
        "From molecular dynamics, Okafor et al. found that the ions of tetragonal LLZO move together, a group at "
        "a time over all the sites of a ring whose corners are shared by two of its neighbours, so that each waits for "
        "another; the activation energy of this migration is 0.47 eV."
    )
    plain = framed.replace("From molecular dynamics", "In their second work")
    assert [record.origin for text in (framed, plain) for record in told(text, "activation_energy")] == [
        "computed", "experimental",
    ]  # fmt: skip
