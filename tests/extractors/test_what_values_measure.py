"""Which conductivity and which energy a value is, and what its comparator says, over several clauses and sentences."""

from __future__ import annotations

import pytest

from corpus.reader import read_text
from extractors.extract import extract

START = "Bromides are solid electrolytes for batteries. "


def told(text: str, kind: str) -> list[tuple[str, str]]:
    return [(r.property, r.comparator) for r in extract(read_text(START + text, "text")) if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        (  # a sentence that names no conductivity goes on with that of electrons
            "The electronic conductivity of Li3ErBr6 was checked. Before milling it was 6 × 10^-7 S cm^-1. After it, "
            "5 × 10^-9 S cm^-1 was measured for Li3ErBr6.",
            ["electronic", "electronic"],
        ),
        (
            "The electronic conductivity of bromides is a concern. Roe et al. measured 5 × 10^-8 S cm^-1 for Li3ErBr6.",
            ["electronic"],
        ),
        (
            "Electrons contribute nothing: 4 × 10^-10 S cm^-1 was obtained for Li3ErBr6 at 25 °C.",
            ["electronic"],
        ),
        (  # another subject between
            "The electronic conductivity of Li3ErBr6 is 10^-9 S cm^-1. It melts at 900 °C. Li3ErBr6 was measured again "
            "and it gave 1 mS cm^-1.",
            ["electronic", "ionic"],
        ),
        (  # few solid electrolytes conduct ions so badly
            "The electronic conductivity of bromides is a concern. Pellets rested for 10 h. Li3ErBr6 has 5 × 10^-9 S "
            "cm^-1, but Li3HoBr6 2 × 10^-4 S cm^-1.",
            ["electronic", "ionic"],
        ),
        (
            "The electronic conductivity of Li3ErBr6 is low. Its ionic conductivity is high. Li3HoBr6 has 5 × 10^-9 S "
            "cm^-1.",
            ["ionic"],
        ),
        (  # the word behind a value is of the next one
            "Li3ErBr6 has 2 mS cm^-1 at 30 °C, an electronic contribution of less than 5 × 10^-9 S cm^-1 and a good "
            "density.",
            ["ionic", "electronic"],
        ),
        (
            "Compared with Li3ErBr6 (5 × 10^-9 S cm^-1), Li3HoBr6 has a high electronic conductivity (10^-6 S cm^-1).",
            ["electronic"] * 2,
        ),
        ("Leakage currents were small: 5 × 10^-9 S cm^-1 for Li3ErBr6.", ["electronic"]),
        (
            "The electronic conductivity of Li3ErBr6 is 10^-9 S cm^-1. Its ionic conductivity is 1 mS cm^-1.",
            ["electronic", "ionic"],
        ),
    ],
)
def test_which_conductivity_a_sentence_goes_on_with(text: str, properties: list[str]) -> None:
    assert [name for name, _ in told(text, "conductivity")] == properties


@pytest.mark.parametrize(
    ("text", "properties"),
    [
        ("The slopes for Li3ErBr6 correspond to 0.31 eV.", ["activation_energy"]),
        ("The Arrhenius representation of Li3ErBr6 is straight. Below 0 °C, 0.36 eV is found.", ["activation_energy"]),
        ("Li3ErBr6 has 0.7 mS cm^-1 (30 °C, 0.3 eV).", ["activation_energy"]),
        ("Li3ErBr6 has 0.7 mS cm^-1 (30 °C) and 0.3 eV.", ["activation_energy"]),
        ("Li3ErBr6 gave 0.7 mS cm^-1 as the total conductivity at 30 °C along with 0.3 eV.", ["activation_energy"]),
        ("Li3ErBr6 conducts 0.7 mS cm^-1 and needs 0.3 eV.", ["activation_energy"]),
        ("Li3ErBr6 conducts 0.7 mS cm^-1 and has a gap of 4.3 eV.", []),
        (
            "Li3ErBr6 and Li3HoBr6 have 0.7 and 0.9 mS cm^-1 at 30 °C, with 0.31 and 0.29 eV, respectively.",
            ["activation_energy"] * 2,
        ),
        (
            "In Li3ErBr6 a jump within the layer costs 0.21 eV, while one between layers takes 0.47 eV; in "
            "the trajectories of the ions both are averaged to an activation energy of 0.3 eV.",
            ["migration_barrier"] * 2 + ["activation_energy"],
        ),
        ("Vacancy hops along the edge of the octahedron of Li3ErBr6 were put at 0.34 eV.", ["migration_barrier"]),
        ("Lithium in Li3ErBr6 has to surmount 0.34 eV.", ["migration_barrier"]),
        ("The absorption edge of Li3ErBr6 lies at 1.2 eV.", []),
        (
            "The migration barrier of Li3ErBr6 is 0.30 eV with an RMS error of ~±38 meV, and that of Li3ErCl6 0.4 eV.",
            ["migration_barrier"] * 2,
        ),
        ("Li3ErBr6 has 0.7 mS cm^-1 (30 °C, 99% dense) and a band gap of 2.3 eV.", []),
        (
            "The activation energy of Li3ErBr6 falls from 0.44 (x = 0) via 0.41 (x = 0.1) to 0.38 eV (x = 0.2).",
            ["activation_energy"] * 3,
        ),
    ],
)
def test_which_energy_a_value_is(text: str, properties: list[str]) -> None:
    assert [name for name, _ in told(text, "activation_energy")] == properties


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("The present film is superior to 0.3 mS cm^-1 (30 °C) of Li3ErBr6.", ["="]),
        ("Li3ErBr6 shows a conductivity superior to 0.3 mS cm^-1 at 30 °C.", [">"]),
        ("The conductivity of Li3ErBr6 is inferior to 3 × 10^-6 S cm^-1.", ["<"]),
        ("The conductivity of Li3ErBr6 seldom goes beyond 0.3 mS cm^-1.", ["<"]),
        ("The conductivity of Li3ErBr6 is higher than 0.3 mS cm^-1.", [">"]),
        ("The conductivity of Li3ErBr6 falls to a flat minimum of 0.3 mS cm^-1.", ["="]),
    ],
)
def test_comparators_of_comparisons(text: str, comparators: list[str]) -> None:
    assert [sign for _, sign in told(text, "conductivity")] == comparators


@pytest.mark.parametrize(
    "text",
    [
        "For Li3ErBr6, 3 mS cm^-1 was found, but 10 mS cm^-1 would be desirable.",
        "For Li3ErBr6, 3 mS cm^-1 was found, but 10 mS cm^-1 is requested of a solid electrolyte.",
    ],
)
def test_what_is_wished_for_was_not_found(text: str) -> None:
    found = [r for r in extract(read_text(START + text, "text")) if r.kind == "conductivity"]
    assert [r.material for r in found] == ["Li3ErBr6", None]
