"""Units, temperatures, comparators and kinds of values in tables of our own making."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from corpus.document import Block, BlockKind
from extractors.tables import extract_table
from tests.extractors.own_tables import facts, properties, records_of, tab, tables_of


def test_material_value_and_source_of_a_row() -> None:
    raw = tab(
        "Sulfides", "Material | σ (S cm^-1) | Ref.", "Na3PS4 | 2.0 × 10^-4 | [3]", "Na3SbS4 | 1.1 × 10^-3 | [4,5]"
    )
    assert facts(properties(raw)) == [("Na3PS4", 2.0e-4, None, [3]), ("Na3SbS4", 1.1e-3, None, [4, 5])]


def test_a_record_cites_its_cell() -> None:
    raw = tab("Sulfides", "Material | σ (S cm^-1) | Ref.", "Na3PS4 | 2.0 × 10^-4 | [3]", "Na3SbS4 | 1.1 × 10^-3 | [4]")
    record = properties(raw)[1]
    assert raw[record.start : record.end] == "1.1 × 10^-3" and record.block == "table"
    assert record.material_start is not None and raw[record.material_start : record.material_end] == "Na3SbS4"
    assert record.sentence == "Na3SbS4 | 1.1 × 10^-3 | [4]"


@pytest.mark.parametrize(
    ("head", "cell", "value"),
    [
        ("Conductivity (S/cm)", "3 × 10^-4", 3e-4),
        ("σ (mS cm^-1)", "0.45", 4.5e-4),
        ("σ_{Li} (mS cm^-1)", "7.2", 7.2e-3),
        ("σ (10^-4 S cm^-1)", "5.5", 5.5e-4),
        ("σ × 10^4 (S cm^-1)", "5.5", 5.5e-4),
        ("Ionic conductivity (S m^-1)", "0.2", 2e-3),
        ("Ionic conductivity", "1.8 mS cm^-1", 1.8e-3),
        ("Ionic conductivity", "1.8 × 10^-4 S/cm", 1.8e-4),
        ("Conductivity", "10^-6", 1e-6),
        ("Conductivity (μS cm^-1)", "23", 2.3e-5),
        ("Li^+ conductivity (S·cm–1)", "4.1 × 10^-4", 4.1e-4),
    ],
)
def test_units_of_heads_and_cells(head: str, cell: str, value: float) -> None:
    raw = tab("Units", f"Material | {head}", f"Li3YCl6 | {cell}", f"Li3ErCl6 | {cell}")
    assert [r.value_low for r in properties(raw)] == [pytest.approx(value), pytest.approx(value)]


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("Conductivities of chlorides at 25 °C, in 10^-4 S cm^-1", 5.5e-4),
        ("Conductivities of chlorides at 25 °C, 10^-4 S/cm", 5.5e-4),
        ("Conductivity (10^−3 S·cm^−1) of chlorides", 5.5e-3),
        ("Bulk (σb) and total (σt) conductivities, in mS cm^-1, of chlorides", 5.5e-3),
        ("Conductivities of chlorides (in units of 10^-5 S cm^-1)", 5.5e-5),
    ],
)
def test_a_power_and_a_unit_of_the_caption_hold_for_columns_without_their_own(caption: str, value: float) -> None:
    raw = tab(caption, "Material | Density (%) | σ", "Li3YCl6 | 93.1 | 5.5", "Li3ErCl6 | 94 | 5.5")
    assert [r.value_low for r in properties(raw)] == [pytest.approx(value), pytest.approx(value)]


@pytest.mark.parametrize(
    ("caption", "values"),
    [("Activation energies (eV) of chlorides", [0.40, 0.19, 0.41, 0.22]), ("Energies (eV) of chlorides", [])],
)
def test_columns_headed_by_the_way_of_finding_hold_what_the_caption_names(caption: str, values: list[float]) -> None:
    raw = tab(caption, "Material | Experiment | DFT", "Li3YCl6 | 0.40 | 0.19", "Li3ErCl6 | 0.41 | 0.22")
    found = properties(raw, "activation_energy")
    assert [r.value_low for r in found] == values
    assert [r.origin for r in found] == ["experimental", "computed"] * (len(values) // 2)


def test_values_of_a_row_that_cite_for_themselves() -> None:
    heads = "Material | σ (S cm^-1) | Ea (eV)"
    raw = tab("Bromides", heads, "Li3YBr6 | 1.7 × 10^-3 [3] | 0.37 [4]", "Li3HoBr6 | 1.1 × 10^-3 [5] | 0.35")
    assert [r.references for r in properties(raw)] == [[3], [5]]
    assert [r.references for r in properties(raw, "activation_energy")] == [[4], [5]]


def test_a_limit_that_a_caption_names_multiplies_nothing() -> None:
    raw = tab(
        "Chlorides that conduct better than 10^-4 S cm^-1", "Material | σ", "Li3YCl6 | 0.0055", "Li3ErCl6 | 0.003"
    )
    assert [r.value_low for r in properties(raw)] == [pytest.approx(0.0055), pytest.approx(0.003)]


def test_a_plain_number_without_any_unit_is_no_conductivity() -> None:
    assert properties(tab("Data", "Material | Conductivity", "Li3YCl6 | 1.8", "Li3ErCl6 | 3.3")) == []


@pytest.mark.parametrize(
    "head",
    [
        "Thermal conductivity (W/mK)",
        "Critical current density (mA cm^-2)",
        "ASR (Ω cm^2)",
        "Capacity (mAh/g)",
        "Tg (°C)",
    ],
)
def test_columns_of_other_quantities_give_nothing(head: str) -> None:
    assert records_of(tab("Other", f"Material | {head} | Ref.", "Li3YCl6 | 1.8 | [1]", "Li3ErCl6 | 3.3 | [2]")) == []


@pytest.mark.parametrize(
    ("head", "cell", "value"),
    [
        ("Ea (eV)", "0.31", 0.31),
        ("E_a", "0.31 eV", 0.31),
        ("E_g (eV)", "0.31", 0.31),
        ("Activation energy (kJ mol^-1)", "29.9", 0.3099),
        ("Activation energy (meV)", "310", 0.31),
        ("EA / eV", "0.31(2)", 0.31),
    ],
)
def test_activation_energies(head: str, cell: str, value: float) -> None:
    raw = tab(
        "Energies", f"Material | σ (S/cm) | {head}", f"Li3YCl6 | 1 × 10^-4 | {cell}", f"Li3ErCl6 | 2 × 10^-4 | {cell}"
    )
    found = properties(raw, "activation_energy")
    assert [r.value_low for r in found] == [pytest.approx(value, rel=1e-3)] * 2
    assert {r.property for r in found} == {"activation_energy"}


def test_a_migration_barrier_is_told_apart() -> None:
    raw = tab("Computed", "Material | Calculated migration barrier (eV)", "Li3YCl6 | 0.19", "Li3ErCl6 | 0.21")
    assert {(r.property, r.origin) for r in properties(raw, "activation_energy")} == {("migration_barrier", "computed")}


def test_a_band_gap_is_no_activation_energy() -> None:
    raw = tab(
        "Conductivity and band gap",
        "Material | σ (S/cm) | E_g (eV)",
        "Li3YCl6 | 1 × 10^-4 | 2.1",
        "LiF | 2 × 10^-9 | 9.0",
    )
    assert properties(raw, "activation_energy") == []


@pytest.mark.parametrize(
    ("caption", "head", "cell", "notes", "kelvin"),
    [
        ("Values at 30 °C", "σ (S/cm)", "1 × 10^-4", "", 303.15),
        ("Values", "σ (S/cm) @RT", "1 × 10^-4", "", 298.15),
        ("Values", "σ at 60 °C (S/cm)", "1 × 10^-4", "", 333.15),
        ("Values", "σ (S/cm)", "1 × 10^-4 (27 °C)", "", 300.15),
        ("Values", "σ (S/cm)", "1 × 10^-4 @ 50 °C", "", 323.15),
        ("Values", "σ (S/cm)", "1 × 10^-4 /RT", "", 298.15),
        ("Values", "σ (S/cm)", "1 × 10^-4 @ 318 K", "", 318.0),
        ("Values", "σ (S/cm)*", "1 × 10^-4", "*Unless otherwise specified, measured at RT.", 298.15),
        ("Values at 30 °C", "σ (S/cm)", "1 × 10^-4 (80 °C)", "", 353.15),
        ("Films sintered at 700 °C", "σ (S/cm)", "1 × 10^-4", "", None),
        ("Values", "σ (S/cm)", "1 × 10^-4", "RT: room temperature.", None),
    ],
)
def test_where_the_temperature_stands(caption: str, head: str, cell: str, notes: str, kelvin: float | None) -> None:
    raw = tab(caption, f"Material | {head}", f"Li3YCl6 | {cell}", f"Li3ErCl6 | {cell}", notes=notes)
    assert [r.temperature_k for r in properties(raw)] == [kelvin, kelvin]


def test_a_column_of_temperatures() -> None:
    raw = tab(
        "T",
        "Polymer matrix | Salt | Temp. (°C) | σ (S/cm)",
        "PEO | LiTFSI | 60 | 2 × 10^-4",
        "PCL | LiFSI | RT | 1 × 10^-5",
    )
    assert facts(properties(raw)) == [("PEO-LiTFSI", 2e-4, 333.15, []), ("PCL-LiFSI", 1e-5, 298.15, [])]


def test_a_column_of_kelvin() -> None:
    raw = tab("T", "Material | T (K) | σ (S/cm)", "Li3N | 300 | 1 × 10^-3", "Li3P | 298 | 1 × 10^-4")
    assert [r.temperature_k for r in properties(raw)] == [300.0, 298.0]


def test_a_source_glued_to_the_temperature() -> None:
    raw = tab(
        "T",
        "Material | Temperature (°C) | σ (S/cm)",
        "Li3N | 25253 | 1 × 10^-3",
        "Li3P | 3087 | 1 × 10^-4",
        "LiI | 25 | 1 × 10^-7",
    )
    assert facts(properties(raw)) == [
        ("Li3N", 1e-3, 298.15, [253]),
        ("Li3P", 1e-4, 303.15, [87]),
        ("LiI", 1e-7, 298.15, []),
    ]


def test_one_column_for_each_temperature() -> None:
    raw = tab(
        "T",
        "Material | σ (S/cm) | | Ref.",
        " | 25 °C | 80 °C | ",
        "Li3N | 1 × 10^-3 | 8 × 10^-3 | [1]",
        "Li3P | 1 × 10^-4 | 9 × 10^-4 | [2]",
    )
    assert facts(properties(raw)) == [
        ("Li3N", 1e-3, 298.15, [1]),
        ("Li3N", 8e-3, 353.15, [1]),
        ("Li3P", 1e-4, 298.15, [2]),
        ("Li3P", 9e-4, 353.15, [2]),
    ]


def test_an_energy_takes_no_temperature_from_the_table() -> None:
    raw = tab(
        "Values at 25 °C", "Material | σ (S/cm) | Ea (eV)", "Li3N | 1 × 10^-3 | 0.3", "Li3P | 1 × 10^-4 | 0.4 @ 318 K"
    )
    assert [r.temperature_k for r in properties(raw, "activation_energy")] == [None, 318.0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("~10^-5", (1e-5, 1e-5, "~")),
        (">10^-3", (1e-3, 1e-3, ">")),
        ("1.5–2.0 × 10^-3", (1.5e-3, 2.0e-3, "range")),
        ("10^-5–10^-4", (1e-5, 1e-4, "range")),
        ("2.3(1) × 10^-4", (2.3e-4, 2.3e-4, "=")),
        ("<1 × 10^-8", (1e-8, 1e-8, "<")),
    ],
)
def test_comparators_and_ranges(cell: str, expected: tuple[float, float, str]) -> None:
    raw = tab("V", "Material | σ (S/cm)", f"Li3YCl6 | {cell}", "Li3ErCl6 | 1 × 10^-4", "Li3N | 1 × 10^-3")
    record = properties(raw)[0]
    assert (record.value_low, record.value_high, record.comparator) == (
        pytest.approx(expected[0]),
        pytest.approx(expected[1]),
        expected[2],
    )


@pytest.mark.parametrize("cell", ["/", "—", "–", "n.a.", "not reported", ""])
def test_cells_without_a_value(cell: str) -> None:
    raw = tab(
        "V",
        "Material | σ (S/cm) | Ref.",
        f"Li3YCl6 | {cell} | [1]",
        "Li3ErCl6 | 1 × 10^-4 | [2]",
        "Li3N | 1 × 10^-3 | [3]",
    )
    assert [r.references for r in properties(raw)] == [[2], [3]]


def test_several_values_in_one_cell() -> None:
    raw = tab("V", "Material | σ (S cm^-1)", "Li3N | 1 × 10^-4 @ RT; 3 × 10^-3 @ 80 °C", "LiI | 1 × 10^-7 @ RT")
    assert facts(properties(raw))[:2] == [("Li3N", 1e-4, 298.15, []), ("Li3N", 3e-3, 353.15, [])]


def test_total_and_bulk_by_mark_and_by_head() -> None:
    marked = tab("V", "Material | σ (S cm^-1)", "LATP | 7 × 10^-4 (T), 3 × 10^-3 (B)", "LAGP | 1 × 10^-4 (T)")
    assert [r.property for r in properties(marked)] == ["total", "bulk", "total"]
    energies = tab("V", "Material | Ea (eV)", "LATP | 0.31 (B)", "LAGP | 0.35 (bulk)")
    assert {r.property for r in properties(energies, "activation_energy")} == {"activation_energy"}
    headed = tab(
        "V",
        "Material | Bulk conductivity (S cm^-1) | σ_{gb} (S cm^-1) | Electronic conductivity (S cm^-1)",
        "LATP | 3 × 10^-3 | 8 × 10^-4 | 2 × 10^-9",
        "LAGP | 1 × 10^-3 | 3 × 10^-4 | 4 × 10^-9",
    )
    assert [r.property for r in properties(headed)[:3]] == ["bulk", "grain_boundary", "electronic"]
    captioned = tab("Total ionic conductivities", "Material | σ (S cm^-1)", "LATP | 7 × 10^-4", "LAGP | 1 × 10^-4")
    assert {r.property for r in properties(captioned)} == {"total"}


def test_a_sign_that_nobody_could_name_leaves_the_value_unread() -> None:
    raw = tab("V", "Material | σ (mS/cm)", "Li3YCl6 | 2(cid:9)4", "Li3OBr | 0.2")
    assert [record.material for record in properties(raw)] == ["Li3OBr"]


def test_heads_among_the_rows_tell_what_stands_below_them() -> None:
    rows = ("Na3YCl6 | 0.02 | [3]", "Compound | Ea (eV) | Source", "Na3ErCl6 | 0.49 | [4]")
    raw = tab("Halides at 25 °C", "Material | σ (mS cm^-1) | Ref.", *rows)
    assert facts(properties(raw)) == [("Na3YCl6", pytest.approx(2e-5), 298.15, [3])]
    assert [(r.material, r.value_low) for r in properties(raw, "activation_energy")] == [("Na3ErCl6", 0.49)]


def test_words_of_heads_in_a_row_are_no_heads_without_a_unit() -> None:
    rows = ("Na3YCl6 | 0.02 | [3]", "Reference electrolyte | not measured | [3]", "Na3ErCl6 | 0.05 | [4]")
    raw = tab("Halides at 25 °C", "Material | σ (mS cm^-1) | Ref.", *rows)
    assert [r.material for r in properties(raw)] == ["Na3YCl6", "Na3ErCl6"]


def test_materials_printed_into_one_row_have_a_source_each() -> None:
    raw = tab(
        "Halides", "Material | σ (mS cm^-1) | Ref.", "Li3HoCl6 Li3TmCl6 | 1.1 0.9 | [5] [16]", "Li3LuCl6 | 0.4 | [7]"
    )
    assert [(r.material, r.references) for r in properties(raw)] == [
        ("Li3HoCl6", [5]), ("Li3TmCl6", [16]), ("Li3LuCl6", [7])
    ]  # fmt: skip


def test_rows_are_less_sure_the_looser_cells_fit_their_columns() -> None:
    rows = "Li3HoCl6\n0.70\n0.38\n[4]\nLi3TmCl6\n0.60\n0.40\n[5]\nLi3LuCl6\n0.40\n0.41\n[6]\n"
    raw = f"Table 2. Chlorides\nComposition\nσ (mS/cm)\nEa (eV)\nReference\n{rows}"
    document, (table,) = tables_of(raw)
    assert 0.0 < table.fit < math.inf
    sure = []
    for fit in (0.5, 0.8, 2.0, math.inf):
        block = Block(BlockKind.TABLE, table.caption, table=replace(table, fit=fit))
        sure.append(extract_table(block, document)[0].confidence)
    assert sure[0] < sure[1] < sure[2] == sure[3]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("At 30 °C", "At 80 °C", [303.15, 353.15]),
        ("30 °C", "80 °C", [303.15, 353.15]),
        ("Measured at 30 °C", "Measured at 80 °C", [303.15, 353.15]),
        ("Sintered at 1000 °C", "Sintered at 1100 °C", [None, None]),
        ("At 30 °C", "Chlorides", [None, None]),  # the next temperature may have been lost
    ],
)
def test_temperatures_of_sub_headings(first: str, second: str, expected: list[float | None]) -> None:
    rows = (f"{first} | | ", "Li3HoCl6 | 0.7 | 0.38", f"{second} | | ", "Li3HoCl6 | 2.9 | 0.38")
    told = properties(tab("Chlorides", "Composition | σ (mS/cm) | Ea (eV)", *rows))
    assert [record.temperature_k for record in told] == expected
