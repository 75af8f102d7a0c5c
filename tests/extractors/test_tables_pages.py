"""Tables of a page: what heads, sub-headings, notes and units in rows of their own say of the values below them."""

from __future__ import annotations

import pytest

from corpus.reader import read_bytes
from extractors.extract import extract
from extractors.records import PropertyRecord, SynthesisRecord

UNIT = "S cm<sup>−1</sup>"


def cells(row: str, name: str) -> str:
    """Cells parted by a stroke; ``2>`` before a cell spans columns, ``2!`` rows."""
    made = []
    for cell in row.split(" | "):
        count, mark, text = cell[:1], cell[1:2], cell[2:]
        spans = {">": f' colspan="{count}"', "!": f' rowspan="{count}"'}.get(mark, "")
        made.append(f"<{name}{spans}>{text if spans else cell}</{name}>")
    return f"<tr>{''.join(made)}</tr>"


def read(caption: str, heads: str, *rows: str, below: str = "") -> list[PropertyRecord | SynthesisRecord]:
    head = "".join(cells(row, "th") for row in heads.split(" || "))
    body = "".join(cells(row, "td") for row in rows)
    notes = "".join(f"<p>{note}</p>" for note in below.split(" || ") if note)
    article = f"""<!DOCTYPE html><html lang="en"><body><h1>Solid electrolytes for batteries</h1>
<p>Solid electrolytes are safe, and what is known of them has been put together here for their use in cells.</p>
<table><caption>Table 1. {caption}</caption><thead>{head}</thead><tbody>{body}</tbody></table>{notes}
<p>The differences between the samples are discussed in what follows, with a view to their use in batteries.</p>
</body></html>"""
    found = extract(read_bytes(article.encode(), "page.html"))
    return [record for record in found if isinstance(record, PropertyRecord | SynthesisRecord)]


def values(caption: str, heads: str, *rows: str, below: str = "") -> list[tuple[str | None, float, float | None]]:
    """Material, value and temperature of the conductivities."""
    found = read(caption, heads, *rows, below=below)
    return [(r.material, r.value_low, r.temperature_k) for r in found if r.kind == "conductivity"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("head", "cell", "value"),
    [
        (f"σ × 10<sup>−4</sup> ({UNIT})", "4.6", 4.6e-4),
        (f"σ·10<sup>4</sup> [{UNIT}]", "4.6", 4.6e-4),
        (f"σ × 10<sup>5</sup> / {UNIT}", "46", 4.6e-4),
        (f"Conductivity ({UNIT} × 10<sup>−4</sup>)", "4.6", 4.6e-4),
        (f"σ ({UNIT}, ×10<sup>4</sup>)", "4.6", 4.6e-4),
        ("σ (10<sup>−2</sup> S m<sup>−1</sup>)", "4.6", 4.6e-4),
        ("κ (S m<sup>−1</sup>)", "0.046", 4.6e-4),
        ("−log σ", "3.5", 3.162e-4),
        ("log σ<sub>t</sub>", "−3.5", 3.162e-4),
        (f"σ ({UNIT})", "(4.6–5) × 10<sup>−4</sup>", 4.6e-4),
        (f"σ ({UNIT})", "4–6 × 10<sup>−4</sup>", 4e-4),
    ],
)
def test_powers_and_units_of_a_head(head: str, cell: str, value: float) -> None:
    found = values("Borates.", f"Compound | {head}", f"Li4BN3 | {cell}", f"Li5BN3 | {cell}")
    assert [v for _, v, _ in found] == [pytest.approx(value)] * 2


@pytest.mark.parametrize("head", ["σ<sub>0</sub> (S cm<sup>−1</sup>)", "σT (S cm<sup>−1</sup> K)", "ΔE (meV/atom)"])
def test_heads_of_other_things(head: str) -> None:
    assert not read("Borates.", f"Compound | {head}", "Li4BN3 | 41", "Li5BN3 | 39")


@pytest.mark.parametrize(
    ("head", "cell", "kelvin"),
    [
        (f"σ<sup>40 °C</sup> ({UNIT})", "2 × 10<sup>−5</sup>", 313.15),
        ("log σ<sub>40</sub>", "−4.2", 313.15),
        (f"σ<sub>−10</sub> ({UNIT})", "2 × 10<sup>−5</sup>", 263.15),
        (f"σ ({UNIT}) (T in °C)", "2 × 10<sup>−5</sup> (40)", 313.15),
    ],
)
def test_temperatures_of_heads(head: str, cell: str, kelvin: float) -> None:
    found = values("Borates.", f"Compound | {head}", f"Li4BN3 | {cell}", f"Li5BN3 | {cell}")
    assert [t for _, _, t in found] == [kelvin] * 2


def test_figures_below_a_head_of_temperatures() -> None:
    rows = ("Li4BN3 | 0.02 | 0.3", "Li5BN3 | 0.03 | 0.4")
    found = values("Conductivity (mS/cm) of nitrides.", "2!Compound | 2>T (°C) || 40 | 90", *rows)
    assert [t for _, _, t in found] == [313.15, 363.15] * 2


@pytest.mark.parametrize(
    ("below", "kelvin"),
    [
        ("Conductivities refer to 35 °C.", 308.15),
        ("All at 35 °C.", 308.15),
        ("σ: total conductivity at 35 °C.", 308.15),
        ("<sup>a</sup> Pressed. || <sup>b</sup> Measured at 35 °C.", 308.15),
        ("<sup>b</sup> At 35 °C.", 308.15),
        ("Conductivities at 35 °C were the best. They fell when the samples were kept in moist air.", None),
    ],
)
def test_notes_that_are_paragraphs_below(below: str, kelvin: float | None) -> None:
    found = values("Borates.", f"Compound | σ<sup>b</sup> ({UNIT})", "Li4BN3 | 0.01", "Li5BN3 | 0.02", below=below)
    assert [t for _, _, t in found] == [kelvin] * 2


def test_a_variety_of_the_caption_belongs_to_the_column_that_names_it() -> None:
    head = f"Compound | σ<sub>ion</sub> ({UNIT}) | σ<sub>e</sub> ({UNIT}) | E<sub>a</sub> (eV) | Barrier (eV)"
    row = "Li4BN3 | 10<sup>−4</sup> | 10<sup>−9</sup> | 0.4 | 0.3"
    found = read("Electronic leakage and barriers of borates.", head, row, row.replace("4BN", "5BN"))
    assert [r.property for r in found[:4] if isinstance(r, PropertyRecord)] == [
        "ionic", "electronic", "activation_energy", "migration_barrier",
    ]  # fmt: skip


def test_sub_headings_give_material_series_or_temperature() -> None:
    by_temperature = values("Borates.", "T (K) | σ (mS/cm)", "2>Li4BN3", "300 | 0.1", "2>Li5BN3", "300 | 0.2")
    assert [m for m, _, _ in by_temperature] == ["Li4BN3", "Li5BN3"]
    series = ("2>Li<sub>3+x</sub>B<sub>1−x</sub>C<sub>x</sub>N<sub>3</sub>", "0.5 | 0.1")
    assert [m for m, _, _ in values("Series.", "x | σ (mS/cm)", *series)] == ["Li3.5B0.5C0.5N3"]
    rows = ("2>Measured at 30 °C", "Li4BN3 | 0.1", "2>Measured at 70 °C", "Li5BN3 | 0.2")
    assert [t for _, _, t in values("Borates.", "Compound | σ (mS/cm)", *rows)] == [303.15, 343.15]


def test_materials_in_the_second_row_of_heads() -> None:
    heads = "2!T (K) | 2>σ (mS/cm) || Li4BN3 | Li5BN3"
    assert values("Borates.", heads, "300 | 0.1 | 0.2") == [("Li4BN3", 1e-4, 300.0), ("Li5BN3", 2e-4, 300.0)]


def test_units_in_a_row_or_a_column_of_their_own() -> None:
    rows = ("  | (mS cm<sup>−1</sup>) | (K)", "Li4BN3 | 0.1 | 300", "Li5BN3 | 0.2 | 310")
    assert values("Borates.", "Compound | σ | T", *rows) == [("Li4BN3", 1e-4, 300.0), ("Li5BN3", 2e-4, 310.0)]
    rows = ("σ at 300 K | mS/cm | 0.1 | 0.2", "E<sub>a</sub> | meV | 410 | 390")
    assert values("Borates.", "Property | Unit | Li4BN3 | Li5BN3", *rows) == [
        ("Li4BN3", 1e-4, 300.0), ("Li5BN3", 2e-4, 300.0),
    ]  # fmt: skip


def test_compositions_of_a_turned_table_name_its_samples() -> None:
    rows = ("Composition | Li4BN3 | Li5BN3", "σ (mS/cm) | 0.1 | 0.2", "E<sub>a</sub> (eV) | 0.4 | 0.3")
    assert [m for m, _, _ in values("Samples.", "Sample | S1 | S2", *rows)] == ["Li4BN3", "Li5BN3"]
    rows = ("Family | garnet | polymer", "σ (mS/cm) | 0.1 | 0.2", "E<sub>a</sub> (eV) | 0.4 | 0.3")
    assert [m for m, _, _ in values("Samples.", "Property | Li4BN3 | Li5BN3", *rows)] == ["Li4BN3", "Li5BN3"]


def test_compositions_side_by_side() -> None:
    found = values("Conductors.", "Nitrides | σ (mS/cm) | Sulfides | σ (mS/cm)", "Li4BN3 | 0.1 | Li4BS3 | 0.2")
    assert [(m, v) for m, v, _ in found] == [("Li4BN3", 1e-4), ("Li4BS3", 2e-4)]


def test_what_is_added_to_a_host() -> None:
    caption = "Additives to Li<sub>4</sub>BN<sub>3</sub>."
    rows = ("none | 0 | 0.1", "MgO | 5 wt% | 0.2", "Ag | 1 wt% | 0.3")
    parts = [m for m, _, _ in values(caption, "Additive | Content | σ (mS/cm)", *rows)]
    assert parts == ["Li4BN3", "Li4BN3-MgO", "Li4BN3-Ag"]
    rows = ("none | 800 °C | 0.1", "Li3BO3 | 750 °C | 0.2")
    helped = [m for m, _, _ in values(caption, "Sintering aid | Sintering | σ (mS/cm)", *rows)]
    assert helped == ["Li4BN3", "Li4BN3"]


def test_forms_over_the_columns_of_their_numbers() -> None:
    heads = "2!x (mol%) | 1>Glass | 2>Glass-ceramic || σ (mS/cm) | T<sub>HT</sub> (°C) | σ (mS/cm)"
    found = read("xLi<sub>2</sub>S·(100−x)B<sub>2</sub>S<sub>3</sub>.", heads, "70 | 0.1 | 230 | 0.4")
    told = [(r.material, r.form) for r in found if isinstance(r, PropertyRecord)]
    assert told == [("70Li2S-30B2S3", "glass"), ("70Li2S-30B2S3", "glass-ceramic")]


def test_salts_and_fillers_with_their_shares() -> None:
    rows = ("PEO | LiTFSI (30) | LLZTO (10) | 0.1", "PAN | LiClO4 (20) | none | 0.2")
    found = values("Membranes.", "Polymer | Lithium salt (wt%) | Filler (wt%) | σ (mS/cm)", *rows)
    assert [m for m, _, _ in found] == ["PEO-LiTFSI-LLZTO", "PAN-LiClO4"]
    rows = ("PEO–LiTFSI–LLZTO (20 wt%) | 0.1", "PEO–LiTFSI | 0.2")
    assert values("Membranes.", "Electrolyte | σ (mS/cm)", *rows)[0][0] == "PEO-LiTFSI-LLZTO"


@pytest.mark.parametrize(
    ("mixing", "method"), [("planetary mill, 30 h", "ball-milling"), ("mortar", "solid-state-reaction")]
)
def test_columns_of_mixing(mixing: str, method: str) -> None:
    rows = (f"Li4BN3 | {mixing} | 700 °C, 9 h", f"Li5BN3 | {mixing} | 720 °C, 9 h")
    found = read("Conditions.", "Product | Mixing | Heat treatment", *rows)
    assert [r.method for r in found if isinstance(r, SynthesisRecord)] == [method] * 2


def test_short_names_within_a_cell_of_routes() -> None:
    rows = ("Li4BN3 | sus (DME), 140 °C", "Li5BN3 | sus, 150 °C")
    found = read("Sulfides.", "Product | Preparation", *rows, below="sus: suspension synthesis.")
    assert [r.method for r in found if isinstance(r, SynthesisRecord)] == ["liquid-phase"] * 2


def test_temperatures_below_one_head_and_varieties_in_rows() -> None:
    found = read(
        f"Parts of the conductivity of glass-ceramics, in units of 10<sup>−6</sup> {UNIT}.",
        "2!Glass-ceramic | 2!Part | 2>Temperature | 2!E<sub>a</sub> (eV) || 40 °C | 120 °C",
        "2!Li3BN2 | bulk | 16 | 430 | 0.51",
        "total | 5.2 | 160 | 0.55",
    )
    told = [(r.property, r.value_low, r.temperature_k) for r in found if isinstance(r, PropertyRecord)]
    assert told == [
        ("bulk", 16e-6, 313.15), ("bulk", 430e-6, 393.15), ("activation_energy", 0.51, None),
        ("total", 5.2e-6, 313.15), ("total", 160e-6, 393.15), ("activation_energy", 0.55, None),
    ]  # fmt: skip


def test_a_logarithm_below_a_head_that_spans_columns() -> None:
    heads = f"2!Phase | 2>AIMD | 2!Ref. || log<sub>10</sub>(σ / {UNIT}) | E<sub>a</sub> (eV)"
    found = values("Calculated transport", heads, "Li3YCl6 | −2.00 | 0.19 | [1]", "Li3YBr6 | −3.00 | 0.28 | [1]")
    assert found == [("Li3YCl6", 1e-2, None), ("Li3YBr6", 1e-3, None)]


def test_codes_above_the_compositions_that_head_columns() -> None:
    heads = "2!T (°C) | A1 | A2 || Li<sub>6</sub>PS<sub>5</sub>Cl | Li<sub>6</sub>PS<sub>5</sub>Br"
    found = values(f"Conductivity ({UNIT}) at various temperatures", heads, "0 | 7e-4 | 1e-4", "30 | 2e-3 | 6e-4")
    assert sorted(found) == [
        ("Li6PS5Br", 1e-4, 273.15), ("Li6PS5Br", 6e-4, 303.15), ("Li6PS5Cl", 7e-4, 273.15), ("Li6PS5Cl", 2e-3, 303.15)
    ]  # fmt: skip


def test_raised_citations_set_off_from_the_names() -> None:
    rows = ("Al | Li6.1Al0.3La3Zr2O12 <sup>31</sup> | 3.1", "Ta | Li6.6La3Zr1.6Ta0.4O12 <sup>32,33</sup> | 6.7")
    heads = "Dopant | Nominal formula | σ (mS cm<sup>−1</sup>)"
    found = read("Garnets at 25 °C", heads, *rows, below="The text cites in brackets [3].")
    assert [(r.material, r.references) for r in found] == [
        ("Li6.1Al0.3La3Zr2O12", [31]), ("Li6.6La3Zr1.6Ta0.4O12", [32, 33])
    ]  # fmt: skip
