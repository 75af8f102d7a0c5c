"""Tables of our own making, every construction of heads, cells and rows, and the records they must give."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.repair import profile_of, repair_with_citations
from corpus.tables import find_tables
from extractors.composition import NameContext
from extractors.records import AnyRecord, PropertyRecord, SynthesisRecord
from extractors.tables import extract_table


def records_of(raw: str, names: dict[str, str] | None = None) -> list[AnyRecord]:
    profile = profile_of(raw)
    document = Document("own", None, "", "text/plain", raw)
    context = NameContext.from_pairs(names or {})
    found = find_tables(raw, 0, len(raw), lambda text: repair_with_citations(text, profile))
    blocks = [Block(BlockKind.TABLE, one.table.caption, table=one.table) for one in found]
    return [record for block in blocks for record in extract_table(block, document, context)]


def tab(caption: str, head: str, *rows: str, notes: str = "") -> str:
    """A tab-separated table; ``|`` stands for the tab."""
    lines = "\n".join(line.replace(" | ", "\t").replace(" |", "\t").replace("| ", "\t") for line in (head, *rows))
    return f"Table 1. {caption}\n\n{lines}\n\n{notes}\n"


def properties(raw: str, kind: str = "conductivity", names: dict[str, str] | None = None) -> list[PropertyRecord]:
    return [r for r in records_of(raw, names) if isinstance(r, PropertyRecord) and r.kind == kind]


def routes(raw: str) -> list[SynthesisRecord]:
    return [record for record in records_of(raw) if isinstance(record, SynthesisRecord)]


def facts(records: list[PropertyRecord]) -> list[tuple[Any, ...]]:
    return [(r.material, r.value_low, r.temperature_k, r.references) for r in records]


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
    headed = tab(
        "V",
        "Material | Bulk conductivity (S cm^-1) | σ_{gb} (S cm^-1) | Electronic conductivity (S cm^-1)",
        "LATP | 3 × 10^-3 | 8 × 10^-4 | 2 × 10^-9",
        "LAGP | 1 × 10^-3 | 3 × 10^-4 | 4 × 10^-9",
    )
    assert [r.property for r in properties(headed)[:3]] == ["bulk", "grain_boundary", "electronic"]
    captioned = tab("Total ionic conductivities", "Material | σ (S cm^-1)", "LATP | 7 × 10^-4", "LAGP | 1 × 10^-4")
    assert {r.property for r in properties(captioned)} == {"total"}


def test_row_label_is_the_x_of_the_captions_series() -> None:
    raw = tab("Conductivities of Li3+xP1-xGexO4 at 100 °C", "x | σ (S/cm)", "0.2 | 1 × 10^-6", "0.4 | 4 × 10^-6")
    assert facts(properties(raw)) == [("Li3.2P0.8Ge0.2O4", 1e-6, 373.15, []), ("Li3.4P0.6Ge0.4O4", 4e-6, 373.15, [])]


def test_numbers_under_composition_with_a_series_in_the_caption() -> None:
    raw = tab("Li3+xP1-xGexO4 pellets", "Composition | σ (S/cm)", "x = 0.2 | 1 × 10^-6", "x = 0.4 | 4 × 10^-6")
    assert [r.material for r in properties(raw)] == ["Li3.2P0.8Ge0.2O4", "Li3.4P0.6Ge0.4O4"]


def test_numbers_without_a_series_give_no_material_and_no_record() -> None:
    assert properties(tab("Pellets", "Composition | σ (S/cm)", "0.2 | 1 × 10^-6", "0.4 | 4 × 10^-6")) == []


def test_x_of_its_own_column_goes_into_the_rows_series() -> None:
    raw = tab(
        "V", "System | x | σ (S/cm)", "Li7-xLa3Zr2-xTaxO12 | 0.5 | 1 × 10^-3", "Li5+xLa3-xBaxTa2O12 | 1 | 4 × 10^-5"
    )
    assert [r.formula for r in properties(raw)] == ["Li6.5La3Zr1.5Ta0.5O12", "Li6La2BaTa2O12"]


def test_a_bracket_behind_the_formula_gives_x_alias_or_form() -> None:
    raw = tab(
        "V",
        "Material | σ (S/cm)",
        "Li7-xLa3Zr2-xTaxO12 (x = 0.5) | 1 × 10^-3",
        "LATP (Li1.3Al0.3Ti1.7(PO4)3) | 7 × 10^-4",
        "Li3PS4 (glass) | 2 × 10^-4",
    )
    found = properties(raw)
    assert [r.material for r in found] == ["Li6.5La3Zr1.5Ta0.5O12", "LATP", "Li3PS4"]
    assert found[1].formula == "Li1.3Al0.3Ti1.7(PO4)3" and found[2].form == "glass"


def test_matrix_salt_and_filler_are_joined() -> None:
    raw = tab(
        "Composites",
        "Polymer/Li salt | Filler | Content | σ (S/cm) | Refs.",
        "PEO/LiTFSI | LLZTO | 10% | 2 × 10^-4 /30 °C | [6]",
        "PAN/LiClO4 | / | / | 3 × 10^-5 /RT | [7]",
        "PVDF/LiFSI | Al2O3 | 5% | 1 × 10^-4 /RT | [8]",
    )
    assert facts(properties(raw)) == [
        ("PEO/LiTFSI-LLZTO", 2e-4, 303.15, [6]),
        ("PAN/LiClO4", 3e-5, 298.15, [7]),
        ("PVDF/LiFSI-Al2O3", 1e-4, 298.15, [8]),
    ]


def test_a_dopant_of_the_captions_host() -> None:
    raw = tab("Doping of LLZO", "Dopant | σ (S/cm)", "Al | 3 × 10^-4", "Ga^3+ | 1 × 10^-3")
    assert [r.material for r in properties(raw)] == ["Al-doped LLZO", "Ga-doped LLZO"]


def test_aliases_stand_for_the_documents_composition() -> None:
    raw = tab("V", "Material | σ (S/cm)", "LLZTO | 1 × 10^-3", "LGPS | 1.2 × 10^-2")
    found = properties(raw, names={"LLZTO": "Li6.4La3Zr1.4Ta0.6O12"})
    assert found[0].formula == "Li6.4La3Zr1.4Ta0.6O12" and found[0].family == "garnet"


def test_carried_down_material() -> None:
    raw = tab(
        "V",
        "Material | Method | σ (S/cm) | Ref.",
        "Li3YCl6 | Ball milling | 5 × 10^-4 | [1]",
        " | Melt quenching | 1 × 10^-4 | [2]",
        "Li3ErCl6 | Ball milling | 3 × 10^-4 | [3]",
    )
    assert [r.material for r in properties(raw)] == ["Li3YCl6", "Li3YCl6", "Li3ErCl6"]


def test_two_materials_in_one_cell_take_their_values_in_order() -> None:
    raw = tab(
        "V",
        "Material | σ (S/cm) | Ref.",
        "Li3YCl6; Li3YBr6 | 5 × 10^-4; 1.7 × 10^-3 | [1]",
        "Li3ErCl6 | 3 × 10^-4 | [3]",
        "Li3InCl6 | 2 × 10^-3 | [4]",
    )
    assert facts(properties(raw))[:2] == [("Li3YCl6", 5e-4, None, [1]), ("Li3YBr6", 1.7e-3, None, [1])]


def test_form_words_are_no_part_of_the_name() -> None:
    raw = tab(
        "V",
        "Material | σ (S/cm)",
        "70Li2S-30P2S5 glass ceramic | 3 × 10^-3",
        "Amorphous Li3PS4 | 2 × 10^-4",
        "LiPON thin film | 2 × 10^-6",
    )
    assert [(r.material, r.form) for r in properties(raw)] == [
        ("70Li2S-30P2S5", "glass-ceramic"),
        ("Li3PS4", "amorphous"),
        ("LiPON", "thin film"),
    ]


def test_form_from_its_own_column() -> None:
    raw = tab("V", "Material | Structure | σ (S/cm)", "Li3PS4 | Glass | 2 × 10^-4", "Li7P3S11 | Triclinic | 3 × 10^-3")
    assert [r.form for r in properties(raw)] == ["glass", "crystalline"]


def test_rows_on_classes() -> None:
    raw = tab(
        "Types",
        "Type | Conductivity (S cm^-1) | Advantages",
        "Oxide electrolytes | 10^-6–10^-3 | stable",
        "Halide electrolytes | 10^-5–10^-3 | soft",
        "NASICON-type | 10^-4 | cheap",
    )
    assert {r.subject_kind for r in properties(raw)} == {"class"} and len(properties(raw)) == 3


def test_sub_headings_name_the_family() -> None:
    raw = tab(
        "V", "Sample | σ (S/cm) | Ref.", "Garnet | | ", "Sample A1 | 1 × 10^-4 | [1]", "Sample A2 | 2 × 10^-4 | [2]"
    )
    assert [r.family for r in properties(raw)] == ["garnet", "garnet"]


def test_samples_in_columns() -> None:
    raw = tab(
        "V",
        "Property | Li3YCl6 | Li3YBr6",
        "Ionic conductivity (S cm^-1) | 5.1 × 10^-4 | 1.7 × 10^-3",
        "Activation energy (eV) | 0.40 | 0.37",
    )
    assert [(r.material, r.value_low) for r in properties(raw)] == [("Li3YCl6", 5.1e-4), ("Li3YBr6", 1.7e-3)]
    assert [r.value_low for r in properties(raw, "activation_energy")] == [0.40, 0.37]


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("[12]", [12]),
        ("12", [12]),
        ("[12–14]", [12, 13, 14]),
        ("172 and 231", [172, 231]),
        ("[5,9]", [5, 9]),
        ("This work", []),
        ("-", []),
    ],
)
def test_reference_cells(cell: str, numbers: list[int]) -> None:
    raw = tab(
        "V",
        "Material | σ (S/cm) | Reference",
        f"Li3N | 1 × 10^-3 | {cell}",
        "Li3P | 1 × 10^-4 | 8",
        "LiI | 1 × 10^-7 | 9",
    )
    assert properties(raw)[0].references == numbers


def test_the_source_of_the_material_cell_without_a_reference_column() -> None:
    raw = tab("V", "Material | σ (S/cm)", "Li3YCl6 [31] | 5 × 10^-4", "Li3ErCl6 [32] | 3 × 10^-4")
    assert facts(properties(raw)) == [("Li3YCl6", 5e-4, None, [31]), ("Li3ErCl6", 3e-4, None, [32])]


def test_the_source_of_the_caption() -> None:
    raw = tab("Values of halides [44].", "Material | σ (S/cm)", "Li3YCl6 | 5 × 10^-4", "Li3ErCl6 | 3 × 10^-4")
    assert [r.references for r in properties(raw)] == [[44], [44]]


def step(record: SynthesisRecord, at: int) -> tuple[Any, ...]:
    one = record.steps[at]
    return one.op, one.temperature_c, one.duration_h, one.speed_rpm, one.atmosphere


def test_method_column() -> None:
    raw = tab(
        "R",
        "Material | Synthesis method | σ (S/cm) | Ref.",
        "Na3PS4 | Ball-milling (400 rpm, 3 h, Ar atmosphere) | 1 × 10^-4 | [1]",
        "Na3SbS4 | Sol–gel method + calcinating (350 °C, 10 h) | 1 × 10^-3 | [2]",
        "Na4SnS4 | — | 1 × 10^-6 | [3]",
    )
    found = routes(raw)
    assert [(r.material, r.method, r.references) for r in found] == [
        ("Na3PS4", "ball-milling", [1]),
        ("Na3SbS4", "sol-gel", [2]),
    ]
    assert step(found[0], 0) == ("mill", None, 3.0, 400.0, "Ar") and step(found[1], 0)[:3] == ("heat", 350.0, 10.0)
    assert raw[found[0].start : found[0].end] == "Ball-milling" and found[0].method_surface == "Ball-milling"


def test_conditions_under_a_captions_method() -> None:
    raw = tab(
        "Glass ceramics prepared by melt-quenching",
        "Composition | Crystallization | σ (S/cm)",
        "Li1.5Al0.5Ge1.5(PO4)3 | 820 °C/2 h | 5 × 10^-4",
        "Li1.4Al0.4Ge1.6(PO4)3 | 650 °C/96 h | 4 × 10^-5",
    )
    found = routes(raw)
    assert [r.method for r in found] == ["melt-quenching", "melt-quenching"]
    assert [step(r, 0)[:3] for r in found] == [("heat", 820.0, 2.0), ("heat", 650.0, 96.0)]
    assert found[0].method_surface is None


def test_a_bare_number_takes_the_unit_of_its_head() -> None:
    raw = tab(
        "R",
        "Material | Sintering temperature (°C) | Sintering time (h) | σ (S/cm)",
        "LATP | 900 | 6 | 3 × 10^-4",
        "LAGP | 850 | 12 | 1 × 10^-4",
    )
    found = routes(raw)
    assert [(s.temperature_c, s.duration_h) for s in found[0].steps] in ([(900.0, 6.0)], [(900.0, None), (None, 6.0)])


def test_short_names_of_methods_from_the_caption() -> None:
    raw = tab(
        "Li3OCl made by reactive sintering (RS) or spark plasma sintering (SPS)",
        "Sample | Method | σ (S/cm)",
        "Li3OCl | RS | 1 × 10^-6",
        "Li3OBr | SPS | 2 × 10^-6",
    )
    assert [r.method for r in routes(raw)] == ["solid-state-reaction", "spark-plasma-sintering"]


def test_a_solvent_under_a_method_head_names_the_wet_route() -> None:
    raw = tab(
        "R",
        "Material | Preparation method | σ (S/cm)",
        "Li3PS4 | THF | 1 × 10^-4",
        "Li7P3S11 | Melt quenching | 2 × 10^-3",
    )
    assert [r.method for r in routes(raw)] == ["liquid-phase", "melt-quenching"]


def test_computed_values_are_told_apart() -> None:
    raw = tab(
        "AIMD results",
        "Material | σ (S/cm) | Ea (eV)",
        "Li3YCl6 | 1.4 × 10^-2 | 0.19",
        "Li3YBr6 | 2.2 × 10^-3 | 0.28",
    )
    assert {r.origin for r in properties(raw)} == {"computed"}
    measured = tab(
        "Calculated and measured", "Material | Measured σ (S/cm)", "Li3YCl6 | 5 × 10^-4", "Li3YBr6 | 2 × 10^-3"
    )
    assert {r.origin for r in properties(measured)} == {"experimental"}


def test_the_fillers_share_is_no_part_of_the_name() -> None:
    raw = tab(
        "C",
        "Polymer | Salt | Ceramic filler | Filler content (wt%) | σ (S/cm)",
        "PEO | LiTFSI | LLZO | 10 | 1 × 10^-4",
        " | | LATP | 20 | 2 × 10^-4",
    )
    assert [r.material for r in properties(raw)] == ["PEO-LiTFSI-LLZO", "PEO-LiTFSI-LATP"]


def test_a_comparing_caption_names_no_route() -> None:
    raw = tab(
        "Conductivities of sulfides prepared by different methods",
        "Material | σ (S/cm)",
        "Li3PS4 | 3 × 10^-4",
        "Li7P3S11 | 1 × 10^-3",
    )
    assert routes(raw) == []


def test_a_table_without_properties_or_routes_gives_nothing() -> None:
    assert (
        records_of(tab("Makers", "Country | Company | Electrolyte", "China | One | Li3YCl6", "Japan | Two | Li6PS5Cl"))
        == []
    )


def test_an_empty_block_gives_nothing() -> None:
    document = Document("own", None, "", "text/plain", "")
    from corpus.mapped_text import MappedText

    assert extract_table(Block(BlockKind.TABLE, MappedText("", ())), document) == []
