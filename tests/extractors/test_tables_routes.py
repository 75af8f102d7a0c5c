"""How the samples of a table were made: what columns, notes, titles, brackets and captions tell of it."""

from __future__ import annotations

import pytest

from tests.extractors.own_tables import facts, properties, routes, tab

TOLD = {
    "a column of remarks": (
        tab(
            "Conductors",
            "Electrolyte | σ (S/cm) | Remarks",
            "Li7La3Hf2O12 | 1 × 10^-4 | hot-pressed at 1020 °C for 2 h",
            "Li3HoCl6 | 2 × 10^-4 | single crystal",
        ),
        ["Li7La3Hf2O12 hot-pressing press 1020 2"],
    ),
    "a column of forms": (
        tab(
            "Conductors",
            "Electrolyte | Form | σ (S/cm)",
            "Li7La3Hf2O12 | Hot-pressed pellet | 1 × 10^-4",
            "Li2S-GeS2 | Melt-quenched glass | 2 × 10^-5",
            "Li3HoCl6 | Trigonal | 2 × 10^-4",
        ),
        ["Li7La3Hf2O12 hot-pressing", "Li2S-GeS2 melt-quenching"],
    ),
    "a footnote with a mark": (
        tab(
            "Garnets",
            "Composition | σ (S/cm)",
            "Li7La3Hf2O12^a | 1 × 10^-4",
            "Li5La3Bi2O12 | 2 × 10^-5",
            notes="a Prepared by solid-state reaction at 1190 °C for 20 h.",
        ),
        ["Li7La3Hf2O12 solid-state-reaction heat 1190 20"],
    ),
    "titles of rows": (
        "Table 1. Garnets.\n\n| Composition | σ (S/cm) | Ea (eV) |\n|---|---|---|\n| Sol-gel | | |\n"
        "| Li7La3Hf2O12 | 1 × 10^-4 | 0.4 |\n| Sintered pellets | | |\n| Li5La3Bi2O12 | 2 × 10^-5 | 0.5 |\n",
        ["Li7La3Hf2O12 sol-gel"],
    ),
    "brackets behind names and values": (
        tab(
            "Conductors",
            "Electrolyte | σ (mS/cm)",
            "Li7La3Hf2O12 (hot pressing) | 0.4",
            "Li7P3S11 glass (ball-milled) | 0.1",
            "Li3HoCl6 | 0.3 (melt quenching)",
            "Li5La3Bi2O12 (cubic) | 0.2",
        ),
        ["Li7La3Hf2O12 hot-pressing", "Li7P3S11 ball-milling", "Li3HoCl6 melt-quenching"],
    ),
    "words behind names": (
        tab("LATP", "Sample | σ (S/cm)", "LATP sintered at 870 °C | 3 × 10^-4", "LATP hot-pressed | 6 × 10^-4"),
        ["LATP annealing-only heat 870", "LATP hot-pressing"],
    ),
    "methods that group the rows": (
        tab(
            "Sulfides",
            "Processing | Material | σ (S/cm)",
            "Mechanical milling | Li3PS4 | 1 × 10^-4",
            " | Li7P3S11 | 2 × 10^-3",
            "Liquid phase | Li6PS5Br | 2 × 10^-4",
        ),
        ["Li3PS4 ball-milling", "Li7P3S11 ball-milling", "Li6PS5Br liquid-phase"],
    ),
    "participles of the caption": (
        tab("Cold-sintered electrolytes", "Electrolyte | Sintering aid | σ (S/cm)", "LAGP | H2O | 7 × 10^-5"),
        ["LAGP cold-sintering"],
    ),
    "a treatment in the caption": (tab("Sintered pellets", "Electrolyte | σ (S/cm)", "LAGP | 7 × 10^-5"), []),
    "a head that names the method": (
        tab("Glasses", "Glass | Quenching method | σ (S/cm)", "Li2S-GeS2 | Liquid nitrogen | 2 × 10^-5"),
        ["Li2S-GeS2 melt-quenching"],
    ),
    "precursors": (
        tab("Halides", "Target | Starting materials | Milling | Heating", "Li3HoCl6 | LiCl, HoCl3 | 450 rpm, 9 h | -"),
        ["Li3HoCl6 ball-milling mill 9 450 LiCl HoCl3"],
    ),
    "solvents": (
        tab("Solution routes to Li6PS5Br", "Solvent | Annealing temperature (°C) | σ (mS/cm)", "THF/EtOH | 520 | 1.4"),
        ["Li6PS5Br liquid-phase other THF and EtOH heat 520"],
    ),
    "numbers below heads of milling": (
        tab(
            "Argyrodites",
            "Compound | Milling (rpm/h) | Annealing (°C/h) | σ (mS/cm)",
            "Li6PS5Br | 450/12 | 520/4 | 1.4",
        ),
        ["Li6PS5Br ball-milling mill 12 450 heat 520 4"],
    ),
    "a speed of its own": (
        tab("A", "Compound | Rotation speed (rpm) | Milling time (h) | σ (mS/cm)", "Li6PS5Br | 410 | 11 | 1.4"),
        ["Li6PS5Br ball-milling mill 11 410"],
    ),
    "conditions beside a method": (
        tab("S", "Method | Material | Conditions", "Ball milling | Li7P3S11 | 430 rpm, 8 h; 250 °C, 1 h"),
        ["Li7P3S11 ball-milling mill 8 430 heat 250 1"],
    ),
    "a heat behind an arrow": (
        tab("S", "Material | Preparation route | σ (S/cm)", "Na3PS4 | Ball milling → 280 °C, 3 h | 2 × 10^-4"),
        ["Na3PS4 ball-milling heat 280 3"],
    ),
    "a heat behind a time of stirring": (
        tab("S", "Material | Synthesis procedure", "Li3PS4 | stirred in THF for 20 h, 150 °C under vacuum"),
        ["Li3PS4 liquid-phase stir 20 THF heat 150 vacuum"],
    ),
    "a short name that nothing writes out": (
        tab("S", "Material | Method | Sintering temperature (°C)", "Li7La3Hf2O12 | QXR | 1100", "LAGP | SSR | 850"),
        ["LAGP solid-state-reaction heat 850"],
    ),
    "a pellet pressed": (
        tab("Samples of Na3SbS4", "Preparation | σ (mS/cm)", "cold-pressed | 0.7", "hot-pressed | 1.3"),
        ["Na3SbS4 hot-pressing"],
    ),
    "conditions of the row's own method": (
        tab(
            "How the films were made",
            "Film | Method | Temperature (°C) | Duration (h)",
            "Li3BO3 | PLD | 410 | 2",
            "PAN-LiClO4 | solution casting | 70 | 18",
            "Li3HoCl6 | co-melting | 690 | 30",
            "Li7P3S11 | ball milling | - | 16",
        ),
        [
            "Li3BO3 vapor-deposition deposit 410 2", "PAN-LiClO4 solution-casting dry 70 18",
            "Li3HoCl6 melt-quenching melt 690 30", "Li7P3S11 ball-milling mill 16",
        ],
    ),
    "a time beside a temperature": (
        tab("S", "Solid | Method | Sintering T (°C) | t (h) | σ (mS/cm)", "LAGP | Tape casting | 860 | 6 | 0.2"),
        ["LAGP tape-casting heat 860 6"],
    ),
    "what is dried in vacuum": (
        tab("S", "Solid | Method | Conditions | σ (S/cm)", "Li3HoCl6 | water-mediated | 190 °C, 5 h, vacuum | 0.1"),
        ["Li3HoCl6 liquid-phase dry 190 5 vacuum"],
    ),
    "thousands and units in capitals": (
        tab(
            "Densified garnets",
            "Solid | Process | T (°C) | Time (Hours) | Density (%) | σ (S/cm)",
            "Li7La3Hf2O12 | Solid state | 1,190 | 14 | 93 | 2 × 10^-4",
        ),
        ["Li7La3Hf2O12 solid-state-reaction heat 1190 14"],
    ),
    "temperatures of substrates": (
        tab("Films", "Film | Process | Substrate temperature | σ (S/cm)", "LiPON | sputtering | ambient | 10^-6"),
        ["LiPON vapor-deposition deposit 25"],
    ),
    "what was quenched and what was not": (
        tab("Glasses", "Glass | σ (S/cm) | Quenching", "Li2S-GeS2 | 2 × 10^-5 | water", "Li2S | 10^-8 | none (slow)"),
        ["Li2S-GeS2 melt-quenching quench water"],
    ),
    "a heat behind a plus": (
        tab("S", "Composition | Preparation | σ (S/cm)", "Na3PS4 | MM + 285 °C | 2 × 10^-4"),
        ["Na3PS4 ball-milling heat 285"],
    ),
    "samples in columns": (
        tab(
            "Preparation of the samples",
            "Step | Li2OHBr | Na3OCl",
            "Reagents | LiOH, LiBr | Na2O, NaCl",
            "Procedure | melting under vacuum | ball milling",
            "Temperature | 370 °C | -",
            "Duration | 3 h | 26 h",
            "Speed | - | 480 rpm",
        ),
        [
            "Li2OHBr melt-quenching melt 370 3 vacuum LiOH LiBr", "Na3OCl ball-milling mill 26 480 Na2O NaCl",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_what_tells_of_making(case: str) -> None:
    raw, expected = TOLD[case]
    found = []
    for route in routes(raw):
        said = [route.material, route.method]
        for step in route.steps:
            given = step.model_dump(exclude={"surface"}, exclude_none=True).values()
            said += [f"{value:g}" if isinstance(value, float) else value for value in given]
        found.append(" ".join([*said, *route.precursors]))
    assert found == expected


@pytest.mark.parametrize(
    ("caption", "heads", "cells", "kelvin", "heated"),
    [
        ("A", "Solid | Method | Temperature (°C) | σRT (mS/cm)", "Li3HoCl6 | Freeze drying | 240 | 0.6", 298.15, 240),
        ("Sintering", "Material | Temperature (°C) | Time (h) | σ (mS/cm)", "LLZO | 1130 | 15 | 0.3", None, 1130),
        ("A", "Solid | Technique | T (°C) | P (MPa) | σ (mS/cm)", "LLZO | Hot pressing | 1040 | 55 | 0.8", None, 1040),
        ("A", "Solid | Method | T (°C) | Density (%) | σ (mS/cm)", "LLZO | UHS | 1,450 | 96 | 0.8", None, 1450),
        # measured hot, or too cold for making
        ("A", "Material | Method | T (°C) | σ (mS/cm)", "Li4SiO4 | Sol-gel | 310 | 0.1", 583.15, None),
        ("A", "Material | Method | T (°C) | Time (h) | σ (mS/cm)", "PEO-LiTFSI | Casting | 60 | 8 | 0.1", 333.15, None),
    ],
)  # fmt: skip
def test_a_bare_temperature_is_one_of_making_or_of_measuring(
    caption: str, heads: str, cells: str, kelvin: float | None, heated: float | None
) -> None:
    raw = tab(caption, heads, cells)
    assert [record.temperature_k for record in properties(raw)] == [kelvin]
    told = [step.temperature_c for route in routes(raw) for step in route.steps if step.temperature_c is not None]
    assert told == ([heated] if heated else [])


def test_a_formula_that_ends_a_caption_cites_nothing() -> None:
    assert facts(properties(tab("Treatments of Li3HoBr6.", "Heat treatment | σ (mS/cm)", "480 °C, 6 h | 1.3"))) == [
        ("Li3HoBr6", 1.3e-3, None, [])
    ]


def test_pairs_of_numbers_are_cells_of_data_where_blanks_part_the_columns() -> None:
    raw = (
        "Table 1. Argyrodites made by us.\n"
        "Compound         Milling (rpm/h)   Heat treatment (°C/h)   σ (mS/cm)\n"
        "Li6PS5Br         450/12            530/4                   1.2\n"
        "Li6PS5I          410/18            440/7                   0.1\n"
        "Li5.4PS4.4Br1.6  610/22            505/9                   7.3\n"
    )
    assert [(r.material, [s.duration_h for s in r.steps]) for r in routes(raw)] == [
        ("Li6PS5Br", [12.0, 4.0]), ("Li6PS5I", [18.0, 7.0]), ("Li5.4PS4.4Br1.6", [22.0, 9.0])
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "material", "method"),
    [
        ("Na3PS4 ball milling", "Na3PS4", "ball-milling"),
        ("Na3SbS4 glass-ceramic melt quenching", "Na3SbS4", "melt-quenching"),
        ("Na3SbSe4 tetragonal", "Na3SbSe4 tetragonal", None),
        ("Na3SbSe4 MA", "Na3SbSe4 MA", None),
    ],
)
def test_a_method_behind_a_name_is_no_part_of_it(cell: str, material: str, method: str | None) -> None:
    """Where nothing parts two columns of a printed table."""
    raw = tab("Salts.", "Solid | σ (mS/cm)", f"{cell} | 0.2")
    assert [record.material for record in properties(raw)] == [material]
    assert [route.method for route in routes(raw)] == ([method] if method else [])
