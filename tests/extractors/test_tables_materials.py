"""Whose row it is, which source it cites and how the sample was made, in tables of our own making."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.document import Block, BlockKind, Document
from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord, SynthesisRecord
from extractors.tables import extract_table
from extractors.tables.composites import part_names
from extractors.tables.names import with_values_behind
from tests.extractors.own_names import names_of
from tests.extractors.own_tables import facts, properties, records_of, routes, tab


def test_row_label_is_the_x_of_the_captions_series() -> None:
    raw = tab("Conductivities of Li3+xP1-xGexO4 at 100 °C", "x | σ (S/cm)", "0.2 | 1 × 10^-6", "0.4 | 4 × 10^-6")
    assert facts(properties(raw)) == [("Li3.2P0.8Ge0.2O4", 1e-6, 373.15, []), ("Li3.4P0.6Ge0.4O4", 4e-6, 373.15, [])]


def test_numbers_under_composition_with_a_series_in_the_caption() -> None:
    raw = tab("Li3+xP1-xGexO4 pellets", "Composition | σ (S/cm)", "x = 0.2 | 1 × 10^-6", "x = 0.4 | 4 × 10^-6")
    assert [r.material for r in properties(raw)] == ["Li3.2P0.8Ge0.2O4", "Li3.4P0.6Ge0.4O4"]


def test_numbers_without_a_series_give_no_material_and_no_record() -> None:
    assert properties(tab("Pellets", "Composition | σ (S/cm)", "0.2 | 1 × 10^-6", "0.4 | 4 × 10^-6")) == []


def test_x_of_the_documents_only_series() -> None:
    rows = "".join(f"<tr><td>{x}</td><td>{value}</td></tr>" for x, value in ((0.2, "1e-6"), (0.4, "4e-6")))
    table = f"<table><tr><th>x</th><th>σ (S/cm)</th></tr>{rows}</table>"
    for more, told in (("", ["Li3.2P0.8Ge0.2O4", "Li3.4P0.6Ge0.4O4"]), (" Li3-xP1-xSxO4 was not.", [])):
        text = (
            f"The conductor Li3+xP1-xGexO4 was sintered.{more}\n\nTable 1. Conductivities of the samples.\n\n{table}\n"
        )
        assert [r.material for r in extract(read_text(text)) if isinstance(r, PropertyRecord)] == told


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
        ("PEO-LiTFSI-LLZTO", 2e-4, 303.15, [6]),
        ("PAN-LiClO4", 3e-5, 298.15, [7]),
        ("PVDF-LiFSI-Al2O3", 1e-4, 298.15, [8]),
    ]


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


@pytest.mark.parametrize(
    ("label", "material", "family"),
    [
        ("Argyrodite Li6PS5I", "Li6PS5I", "argyrodite"),
        ("Lithium garnet Li5La3Nb2O12", "Li5La3Nb2O12", "garnet"),
        ("Thio-LISICON analogue Li4GeS4", "Li4GeS4", "thio-LISICON"),
        ("Li3YCl6 analogue Li3ErCl6", "Li3ErCl6", "halide"),
        ("Argyrodite Li6PS5I (calc.)", "Li6PS5I", "argyrodite"),
        ("Doped garnet Li5La3Nb2O12", "Doped garnet Li5La3Nb2O12", "garnet"),
    ],
)
def test_words_for_the_family_before_a_formula(label: str, material: str, family: str) -> None:
    (record,) = properties(tab("V", "Material | σ (S/cm)", f"{label} | 1 × 10^-4"))
    assert (record.material, record.family) == (material, family)


def test_a_remark_behind_label_or_value_says_that_it_was_computed() -> None:
    raw = tab(
        "V", "Material | σ (S/cm)", "Li6PS5I (cal.) | 1 × 10^-7", "Na3PS4 | 2 × 10^-4 (DFT)", "Li3OCl (film) | 1e-6"
    )
    assert [record.origin for record in properties(raw)] == ["computed", "computed", "experimental"]


def test_two_columns_of_compositions_give_the_changed_one_or_else_the_first() -> None:
    raw = tab(
        "Sodium conductors at 300 K",
        "Parent composition | Substituted composition | σ (mS/cm)",
        "Na3SbS4 | Na2.9Sb0.9W0.1S4 | 13",
        "NaAlCl4 | - | 0.004",
    )
    assert [record.material for record in properties(raw)] == ["Na2.9Sb0.9W0.1S4", "NaAlCl4"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Li7La3Hf2O12 (0.6 wt.% Al2O3)", "Li7La3Hf2O12-0.6 wt% Al2O3"),
        ("Li7La3Hf2O12 (0 wt.% Al2O3)", "Li7La3Hf2O12"),
        ("Li7La3Hf2O12 (1.2 wt.% Al+ 0.2 wt.% Ga)", "Li7La3Hf2O12-1.2 wt% Al-0.2 wt% Ga"),
        ("Li7La3Hf2O12 (2 wt% Al2O3 and 1 wt% SiO2)", "Li7La3Hf2O12-2 wt% Al2O3-1 wt% SiO2"),
        ("Li7La3Hf2O12 with flow of Ar", "Li7La3Hf2O12"),
        ("Li7La3Hf2O12 hot isostatic pressing", "Li7La3Hf2O12"),
        ("3) Li7La3Hf2O12", "Li7La3Hf2O12"),
        ("4+ Li7La3Hf2O12", "Li7La3Hf2O12"),
        ("2019 PEO/LiClO4 + Li7La3Hf2O12", "PEO-LiClO4-Li7La3Hf2O12"),
        ("PEO/LiTFSI + 12 wt% Li7La3Hf2O12 + liquid electrolyte", "PEO-LiTFSI-Li7La3Hf2O12"),
        ("TEGDME/PAN/LiTFSI", "TEGDME-PAN-LiTFSI"),  # a liquid in front is the matrix
        ("PAN/TEGDME/LiTFSI", "PAN-LiTFSI"),
    ],
)
def test_a_label_with_more_than_its_name(label: str, name: str) -> None:
    raw = tab("Conductors at 25 °C", "Material | σ (mS/cm)", f"{label} | 0.24")
    assert [record.material for record in properties(raw)] == [name]


def test_temperature_and_time_printed_as_a_pair_below_both_units() -> None:
    made = routes(tab("Garnets", "Sample | Sintering (°C/h)", "Li7La3Hf2O12 | 1230/6", "Li5La3Bi2O12 | 750/24"))
    assert [(r.material, [(s.temperature_c, s.duration_h) for s in r.steps]) for r in made] == [
        ("Li7La3Hf2O12", [(1230.0, 6.0)]), ("Li5La3Bi2O12", [(750.0, 24.0)])
    ]  # fmt: skip


def test_methods_of_looking_at_a_sample_made_nothing() -> None:
    raw = tab("Garnets", "Sample | Method", "Li7La3Hf2O12 | solid-state Li NMR", "Li5La3Bi2O12 | solid-state reaction")
    assert [(r.material, r.method) for r in routes(raw)] == [("Li5La3Bi2O12", "solid-state-reaction")]


def test_two_rows_printed_into_one_are_read_where_every_value_stands_twice() -> None:
    heads = "Original composition | Doped composition | Ea (eV) | σ (mS/cm)"
    plain = "Na2MgCl4 | Na1.5Mg0.5Ho0.5Cl4 | 0.35 | 0.1"
    both = properties(tab("Chlorides", heads, plain, "NaHo2Cl6 | - NaLa1.5Cl6 | 0.23 ± 0.03 0.31 ± 0.02 | 31 6.5"))
    assert [(r.material, r.value_low) for r in both[1:]] == [("NaHo2Cl6", 0.031), ("NaLa1.5Cl6", 0.0065)]
    assert len(properties(tab("Chlorides", heads, plain, "NaHo2Cl6 | - NaLa1.5Cl6 | 0.23 ± 0.03 | 31 6.5"))) == 1


def test_a_crystal_system_is_no_material_where_samples_stand_in_columns() -> None:
    raw = tab(
        "Two chlorides",
        "Property | Li3YCl6 | Li2ZrCl6",
        "Ionic conductivity (S cm^-1) | 5 × 10^-4 | 4 × 10^-4",
        "Crystal system | trigonal | trigonal",
    )
    assert [(r.material, r.form) for r in properties(raw)] == [("Li3YCl6", "crystalline"), ("Li2ZrCl6", "crystalline")]


def test_values_behind_a_series_are_put_into_it() -> None:
    raw = tab("Two kinds.", "Composition | σ (mS/cm)", "Li6+xMxSb1-xS5Br M = Ge, x = 0.3 | 2.1", "Li6PS5Br | 1.2")
    assert [r.material for r in properties(raw)] == ["Li6.3Ge0.3Sb0.7S5Br", "Li6PS5Br"]
    assert with_values_behind("Li6PS5Br M = Ge") is None and with_values_behind("Li6+xMxSb1-xS5Br M = Ge") is None


def test_a_polymers_name_of_two_words_is_one_name() -> None:
    assert part_names("polyvinylidene fluoride/LiTFSI", names_of({})) == ["polyvinylidene fluoride", "LiTFSI"]
    assert part_names("polyethylene film/LiTFSI", names_of({})) == ["polyethylene", "LiTFSI"]
