"""Tables with several quantities in a column, or with columns that name quantities, units, ions and paths."""

from __future__ import annotations

from tests.extractors.own_tables import facts, properties, tab


def test_two_quantities_of_a_cell_are_told_apart() -> None:
    raw = tab(
        "Oxychlorides at 30 °C",
        "Compound | σ (mS/cm) / Ea (eV) | Ref.",
        "LiTaOCl4 | 6.1 / 0.24 | [3]",
        "Li3YCl6 | – | [4]",
    )
    assert facts(properties(raw)) == [("LiTaOCl4", 6.1e-3, 303.15, [3])]
    assert facts(properties(raw, "activation_energy")) == [("LiTaOCl4", 0.24, None, [3])]


def test_a_column_of_which_one_cell_holds_another_number_of_values_is_left() -> None:
    raw = tab("Halides", "Compound | σ (mS/cm) / Ea (eV)", "Li3YCl6 | 0.5 / 0.40", "Li3InCl6 | 1.5 / 0.33 / 0.2")
    assert properties(raw, "activation_energy") == []


def test_rows_of_a_long_table_name_what_they_give() -> None:
    raw = tab(
        "Nitrides and halides",
        "Material | Quantity | Value | Conditions | Ref.",
        "Li3N | ionic conductivity | 1.1 × 10^-3 S cm^-1 | EIS, 30 °C | [1]",
        "Li3N | activation energy | 0.28 eV | – | [1]",
        "Li3YCl6 | electronic conductivity | 1.4 × 10^-10 S cm^-1 | DC, 25 °C | [2]",
        "Li3YCl6 | density | 91 % | cold-pressed | [2]",
    )
    assert [(r.material, r.property, r.value_low, r.temperature_k) for r in properties(raw)] == [
        ("Li3N", "ionic", 1.1e-3, 303.15),
        ("Li3YCl6", "electronic", 1.4e-10, 298.15),
    ]
    assert facts(properties(raw, "activation_energy")) == [("Li3N", 0.28, None, [1])]


def test_units_of_a_column_beside_belong_to_the_numbers() -> None:
    raw = tab(
        "Gels", "Material | σ | Unit | Ref.", "Li3PS4 | 0.3 | mS cm^-1 | [3]", "Na3PS4 | 2.0 × 10^-4 | S cm^-1 | [4]"
    )
    assert facts(properties(raw)) == [("Li3PS4", 3e-4, None, [3]), ("Na3PS4", 2.0e-4, None, [4])]


def test_materials_head_the_columns_of_a_table_of_temperatures() -> None:
    raw = tab(
        "Conductivity, in S cm^-1, of three ceramics",
        "T (°C) | Na-β″-Al2O3 | K-β″-Al2O3 | Na-β-Al2O3",
        "30 | 0.002 | 0.0005 | 0.012",
        "300 | 0.2 | 0.07 | 0.11",
    )
    found = properties(raw)
    assert [(r.material_surface, r.value_low, r.temperature_k) for r in found[:3]] == [
        ("Na-β″-Al2O3", 0.002, 303.15),
        ("K-β″-Al2O3", 0.0005, 303.15),
        ("Na-β-Al2O3", 0.012, 303.15),
    ]
    assert len(found) == 6


def test_a_column_of_ions_names_no_material_and_a_letter_in_brackets_is_a_mark() -> None:
    raw = tab(
        "Solids of divalent ions",
        "Ion | Solid | T | σ (S cm^-1) | Remarks",
        "Mg2+ | MgSc2Se4[a] | 298 | 1 × 10^-4 | electronic leakage",
        "Mg2+ | MgZr4(PO4)6[b] | 1073 | 6.1 × 10^-3 | framework",
        "Ca2+ | CaB12H12[a] | 673 | 4 × 10^-3 | –",
        notes="[a] Pressed. [b] Sintered.",
    )
    assert [(r.material, r.property, r.temperature_k) for r in properties(raw)] == [
        ("MgSc2Se4", "ionic", 298.0),
        ("MgZr4(PO4)6", "ionic", 1073.0),
        ("CaB12H12", "ionic", 673.0),
    ]


def test_heads_that_tell_the_way_of_an_ion_stand_over_the_barriers_of_the_caption() -> None:
    raw = tab(
        "Computed barriers (in eV) of hops",
        "Host | Path 1 | Interstitial dumbbell | Band gap (eV)",
        "Li3OCl | 0.34 | 0.15 | 4.8",
        "Li3OBr | 0.33 | 0.17 | 4.4",
    )
    found = properties(raw, "activation_energy")
    assert [(r.material, r.property, r.value_low) for r in found] == [
        ("Li3OCl", "migration_barrier", 0.34),
        ("Li3OCl", "migration_barrier", 0.15),
        ("Li3OBr", "migration_barrier", 0.33),
        ("Li3OBr", "migration_barrier", 0.17),
    ]
