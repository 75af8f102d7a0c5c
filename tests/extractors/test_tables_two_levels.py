"""Tables with heads of two levels: what the upper one says holds for each column below it."""

from __future__ import annotations

import pytest

from corpus import reader
from extractors.extract import extract
from extractors.records import PropertyRecord
from tests.extractors.own_tables import properties, routes, tab

PROSE = "Solid electrolytes are looked at in this section, which tells of the ionic conductivity of solids in short."
ROWS = (("Li3HoCl6", "0.7", "2.9", "0.40"), ("Li3TmCl6", "0.5", "2.1", "0.41"), ("Li3LuCl6", "0.4", "1.8", "0.42"))
OVER_TEMPERATURES = [
    line
    for name, cold, hot, energy in ROWS
    for line in (f"{name} ionic {cold} 298.15", f"{name} ionic {hot} 333.15", f"{name} activation_energy {energy}")
]
PIPES = "\n".join(f"| {' | '.join(row)} |" for row in ROWS)
ELEMENTS = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
LATEX = "\n".join(f"{row[0].replace('3', '$_3$').replace('6', '$_6$')} & {' & '.join(row[1:])} \\\\" for row in ROWS)

TABLES = {
    "pipes, both levels above the rule": "Table 1. Solids\n\n|  | σ (mS cm−1) |  | Ea (eV) |\n"
    f"| Material | 25 °C | 60 °C |  |\n|---|---|---|---|\n{PIPES}\n",
    "pipes, the second below": "Table 1. Solids\n\n|  | σ (mS cm−1) | σ (mS cm−1) | Ea (eV) |\n|---|---|---|---|\n"
    f"| Material | 25 °C | 60 °C |  |\n{PIPES}\n",
    "elements": "Table 1. Solids\n\n<table><tr><th rowspan='2'>Material</th><th colspan='2'>Conductivity (mS/cm)</th>"
    f"<th rowspan='2'>Ea (eV)</th></tr><tr><th>25 °C</th><th>60 °C</th></tr>{ELEMENTS}</table>",
    "blanks": "Table 1. Chlorides\nMaterial        σ (mS/cm)            Ea (eV)\n              25 °C     60 °C\n"
    + "\n".join("".join(cell.ljust(width) for cell, width in zip(row, (14, 10, 11, 4), strict=True)) for row in ROWS)
    + "\n",
    "a cell a line": "Table 1. Chlorides\nMaterial\nIonic conductivity (mS cm−1)\nEa (eV)\n25 °C\n60 °C\n"
    + "\n".join(cell for row in ROWS for cell in row)
    + "\n",
    "a row a line": "Table 1. Chlorides\nMaterial\nIonic conductivity (mS cm−1\n)\nActivation energy (eV) 25 °C 60 °C\n"
    + "\n".join(" ".join(row) for row in ROWS)
    + "\n",
    "LaTeX": "\\begin{table}\\caption{Chlorides}\\begin{tabular}{lccc}\n\\multirow{2}{*}{Material} & "
    "\\multicolumn{2}{c}{$\\sigma$ (mS cm$^{-1}$)} & $E_a$ (eV) \\\\\n & 25 $^\\circ$C & 60 $^\\circ$C & \\\\ \\hline\n"
    f"{LATEX}\n\\end{{tabular}}\\end{{table}}\n",
}


def told(raw: str) -> list[str]:
    document = reader.read_text(f"{PROSE}\n\n{raw}\n\n{PROSE}\n")
    found = [record for record in extract(document) if isinstance(record, PropertyRecord)]
    return [
        f"{r.material} {r.property} {r.value_low * (1000 if r.unit == 'mS/cm' else 1):.2g}"
        f"{'' if r.temperature_k is None else f' {r.temperature_k:g}'}{' computed' * (r.origin == 'computed')}"
        for r in found
        if r.value_low is not None
    ]


@pytest.mark.parametrize("shape", TABLES)
def test_temperatures_below_the_property(shape: str) -> None:
    assert told(TABLES[shape]) == [line.replace("0.40", "0.4") for line in OVER_TEMPERATURES]


@pytest.mark.parametrize("glue", ["\n", " "])
def test_parts_of_the_conductivity_below_one_head(glue: str) -> None:
    caption = (
        "Table 1. Parts of the conductivities of Li1+xInxHf2−x\n(PO4\n)3 at 25 °C and energies of the total\n"
        "conductivity."
    )
    heads = "x\nConductivity (mS cm−1)\nEa (eV)\nBulk\nGrain boundary\nTotal"
    rows = ["0 0.8 0.3 0.2 0.46", "0.1 7.1 1.2 1.0 0.38", "0.2 16.3 2.7 2.3 0.35", "0.3 29.4 5.0 4.1 0.32"]
    rows += ["0.4 22.8 3.1 2.6 0.34", "0.5 12.5 0.9 0.8 0.39"]
    found = told("\n".join([caption, heads, *(row.replace(" ", glue) for row in rows)]))
    name = "Li1.1In0.1Hf1.9(PO4)3"
    assert len(found) == 4 * len(rows)
    assert found[4:8] == [
        f"{name} bulk 7.1 298.15", f"{name} grain_boundary 1.2 298.15", f"{name} total 1 298.15",
        f"{name} activation_energy 0.38",
    ]  # fmt: skip


def test_a_bracket_closes_in_the_head_that_opens_it() -> None:
    rows = "\n".join(f"{name} {sigma} {energy}" for name, sigma, _, energy in ROWS)
    found = told(f"Table 1. Chlorides of rare earths.\nSample\nσ303K\n (mS cm−1\n) Ea\n (eV)\n{rows}\n{PROSE}")
    assert found[:2] == ["Li3HoCl6 ionic 0.7 303", "Li3HoCl6 activation_energy 0.4"]


def test_one_temperature_behind_the_heads_is_a_cell() -> None:
    rows = "\n".join(f"25 °C\n{name}\n{sigma}" for name, sigma, *_ in ROWS)
    found = told(f"Table 1. Chlorides\nTemperature\nMaterial\nIonic conductivity (mS cm−1)\n{rows}")
    assert found == [f"{name} ionic {sigma} 298.15" for name, sigma, *_ in ROWS]


def table(upper: str, lower: str, *rows: str) -> str:
    heads = "".join(f"<tr>{''.join(f'<th colspan={span}>{head}</th>' for head, span in level)}</tr>" for level in (
        [(head.rstrip("+"), 1 + head.count("+")) for head in upper.split(" | ")],
        [(head, 1) for head in lower.split(" | ")],
    ))  # fmt: skip
    body = "".join(f"<tr><td>{row.replace(' | ', '</td><td>')}</td></tr>" for row in rows)
    return f"Table 1. Samples\n\n<table>{heads}{body}</table>"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            table(
                " | σ (mS/cm)+ | Ea (eV)+",
                "Sample | Bulk | Total | Bulk | Total",
                "Li7La3Hf2O12 | 0.3 | 0.1 | 0.31 | 0.35",
            ),
            [
                "Li7La3Hf2O12 bulk 0.3", "Li7La3Hf2O12 total 0.1",
                "Li7La3Hf2O12 activation_energy 0.31", "Li7La3Hf2O12 activation_energy 0.35",
            ],
        ),
        (
            table(
                " | Experimental+ | Calculated+",
                "Material | σ (mS/cm) | Ea (eV) | σ (mS/cm) | Ea (eV)",
                "Li3HoCl6 | 0.7 | 0.4 | 11 | 0.2",
            ),
            [
                "Li3HoCl6 ionic 0.7", "Li3HoCl6 activation_energy 0.4",
                "Li3HoCl6 ionic 11 computed", "Li3HoCl6 activation_energy 0.2 computed",
            ],
        ),
        (
            table(
                " | Li3HoCl6+ | Li3TmCl6+",
                "T (°C) | σ (mS/cm) | Ea (eV) | σ (mS/cm) | Ea (eV)",
                "25 | 0.7 | 0.4 | 1.1 | 0.2",
            ),
            [
                "Li3HoCl6 ionic 0.7 298.15", "Li3HoCl6 activation_energy 0.4",
                "Li3TmCl6 ionic 1.1 298.15", "Li3TmCl6 activation_energy 0.2",
            ],
        ),
        # what stands below the materials is not the same for each
        (table(" | Li3HoCl6+ | Li3TmCl6", "T (°C) | σ (mS/cm) | Ea (eV) | σ (mS/cm)", "25 | 0.7 | 0.4 | 1.1"), []),
    ],
)  # fmt: skip
def test_varieties_origins_and_materials_above(raw: str, expected: list[str]) -> None:
    assert told(raw) == expected


def test_operations_above_their_conditions() -> None:
    heads = ("Compound | Milling+ | Annealing+", "Compound | Speed (rpm) | Time (h) | T (°C) | t (h)")
    (route,) = routes(table(*heads, "Li6PS5Br | 450 | 12 | 520 | 4"))
    assert route.method == "ball-milling"
    assert [(s.op, s.speed_rpm, s.temperature_c, s.duration_h) for s in route.steps] == [
        ("mill", 450.0, None, 12.0), ("heat", None, 520.0, 4.0)
    ]  # fmt: skip


def test_codes_are_written_out_by_caption_or_notes() -> None:
    told = tab(
        "Glasses LPS-a (Li3PS4) and others.",
        "Sample | σ (mS/cm) | Notes",
        "LPS-a | 0.3 | pellet",
        "X7 | 0.4 | Li7P3S11",
    )
    assert [(r.material, r.formula) for r in properties(told)] == [("LPS-a", "Li3PS4"), ("X7", None)]
    beside = tab("Glasses.", "Sample | σ (mS/cm) | Notes", "X6 | 0.3 | Li3PS4", "X7 | 0.4 | Li7P3S11")
    assert [(r.material, r.formula) for r in properties(beside)] == [("X6", "Li3PS4"), ("X7", "Li7P3S11")]
    mixed = tab("Glasses.", "Sample | σ (mS/cm) | Notes", "Li3PS4 | 0.3 | Li2S", "Li7P3S11 | 0.4 | Li3N")
    assert [(r.material, r.formula) for r in properties(mixed)] == [("Li3PS4", "Li3PS4"), ("Li7P3S11", "Li7P3S11")]


def test_columns_that_go_on_beside_themselves() -> None:
    row = "Li3PS4 | 0.3 | Li7P3S11 | 4.1"
    halves = tab("Glasses.", "Material | σ (mS/cm) | Material | σ (mS/cm)", row)
    assert [(r.material, r.value_low) for r in properties(halves)] == [("Li3PS4", 0.0003), ("Li7P3S11", 0.0041)]
    others = tab("Glasses.", "Material | σ (mS/cm) | Material | Ea (eV)", row)
    assert properties(others) == []
