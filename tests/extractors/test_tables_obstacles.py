"""One table of our own in every shape, with each of the obstacles that tables of papers have."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extractors.own_sheets import NAMES, SHAPES, SIGMA, SOURCES, Fact, Sheet, number, read

METHODS = (
    "melt quenching", "ball milling and\nannealing", "melt quenching", "ball milling", "ball milling", "melt quenching",
)  # fmt: skip
TREATED = ("hot pressed", "cold pressed", "pellet", "hot pressed", "pellet", "cold pressed")
HOT = ("8.1 × 10−6", "9.7 × 10−5", "1.9 × 10−3", "1.6 × 10−4", "2.2 × 10−4", "4.4 × 10−3")  # at 60 °C
PARENTS = ("Li3AsS4", "Li3SbS4", "Li3SbS4", "Li3SbS4", "Li4GeS4", "Li4SnS4")
CODES = ("LSS", "LSSS", "LGSS", "L5SS", "LTS", "LTAS")


def _power(damage: str) -> Callable[[int, str], str]:
    return lambda at, cell: cell.replace(" × 10−", damage) if at == 1 else cell


def _values(form: Callable[[float], str]) -> Callable[[int, str], str]:
    return lambda at, cell: form(number(cell)) if at == 1 else cell


def _named(form: str) -> Callable[[Sheet], Sheet]:
    """With words around each name; ``{}`` stands for the name."""
    return lambda s: s.cells(lambda at, c: form.format(c) if at == 0 else c)


def _hot() -> frozenset[Fact]:
    return frozenset((name, "conductivity", number(value)) for name, value in zip(NAMES, HOT, strict=True))


def _over_temperatures(sheet: Sheet, *heads: str) -> Sheet:
    return replace(sheet.head(1, heads[0]).column(2, heads[1], HOT), facts=sheet.facts | _hot())


def _turned(sheet: Sheet) -> Sheet:
    heads, *rows = zip(sheet.heads, *sheet.rows, strict=True)
    return replace(sheet, heads=heads, rows=tuple(rows))


def _halves(sheet: Sheet) -> Sheet:
    rows = tuple((*left, *right) for left, right in zip(sheet.rows[:3], sheet.rows[3:], strict=True))
    return replace(sheet, heads=sheet.heads * 2, rows=rows)


def _headed_again(sheet: Sheet) -> Sheet:
    changed = (sheet.heads, *sheet.rows[3:])
    return replace(sheet, rows=(*sheet.rows[:3], *((row[0], row[2], row[1], row[3]) for row in changed)))


OBSTACLES: dict[str, Callable[[Sheet], Sheet]] = {
    "no obstacle": lambda s: s,
    "heads of two lines": lambda s: s.head(1, "Conductivity\n(S cm−1)").head(2, "Activation\nenergy (eV)"),
    "heads of three lines": lambda s: s.head(1, "Ionic\nconductivity\n(S cm−1)").head(2, "Activation\nenergy\n(eV)"),
    "a wrapped name": lambda s: s.cells(lambda at, c: c.replace("Ge0.4Sb", "Ge0.4\nSb") if at == 0 else c),
    "a wrapped method": lambda s: s.column(1, "Method", METHODS),
    "an empty energy": lambda s: s.without(2, "activation_energy"),
    "a dash for an energy": lambda s: s.without(2, "activation_energy", "–"),
    "an empty conductivity": lambda s: s.without(3, "conductivity"),
    "a running head inside": lambda s: replace(s, inside="Solid State Ionics 2021, 17"),
    "no-break spaces": lambda s: s.cells(lambda at, c: c.replace(" ", "\xa0")),
    "hyphens as minus": lambda s: s.cells(_power(" × 10-")),
    "the letter x for times": lambda s: s.cells(_power(" x 10−")),
    "carets before exponents": lambda s: s.cells(_power(" × 10^-")),
    "exponents set apart": lambda s: s.cells(_power(" × 10 −")),
    "E notation": lambda s: s.cells(_power("E-")),
    "units in every cell": lambda s: (
        s.cells(lambda at, c: c + (" S cm−1" if at == 1 else " eV" if at == 2 else ""))
        .head(1, "Conductivity")
        .head(2, "Activation energy")
    ),
    "units on lines of their own": lambda s: s.cells(lambda at, c: c + "\nS cm−1" if at == 1 else c).head(
        1, "Conductivity"
    ),
    "units cut in two": lambda s: s.cells(lambda at, c: c + " S\ncm−1" if at == 1 else c).head(1, "Conductivity"),
    "row numbers": lambda s: s.column(0, "No.", ["1", "2", "3", "4", "5", "6"]),
    "a notes column": lambda s: s.column(4, "Notes", TREATED),
    "a column of structures": lambda s: s.column(
        1, "Structure", ["cubic", "cubic", "tetragonal", "cubic", "orthorhombic", "cubic"]
    ),
    "a column of temperatures": lambda s: s.column(2, "T (°C)", ["25", "25", "30", "25", "27", "25"]),
    "years behind sources": lambda s: s.column(4, "Year", ["2012", "2015", "2018", "2013", "2014", "2020"]),
    "sources without brackets": lambda s: s.cells(lambda at, c: c.strip("[]") if at == 3 else c),
    "conductivity in mS": lambda s: s.head(1, "σ (mS cm−1)").cells(_values(lambda v: f"{v * 1e3:.4g}")),
    "a caption of two lines": lambda s: replace(
        s, caption="Table 2. Conductivity and activation energy of the\nsulfides that we made."
    ),
    "deviations": lambda s: s.cells(lambda at, c: c + " ± 0.02" if at == 2 else c),
    "approximate values": lambda s: s.cells(lambda at, c: "~" + c if at == 1 else c),
    "heads without units": lambda s: s.head(1, "Ionic conductivity").head(2, "Activation energy"),
    "a damaged unit": lambda s: s.head(1, "σ (S cm?1)"),
    "heads again with others below": _headed_again,
    "logarithms": lambda s: s.head(1, "log σ (S cm−1)").cells(_values(lambda v: f"−{-math.log10(v):.5f}")),
    "a power in the head's unit": lambda s: s.head(1, "σ (10−4 S cm−1)").cells(_values(lambda v: f"{v * 1e4:.4g}")),
    "a power before the unit": lambda s: s.head(1, "σ × 10^4 (S cm−1)").cells(_values(lambda v: f"{v * 1e4:.4g}")),
    "room temperature in the head": lambda s: s.head(1, "σRT (S cm−1)"),
    "a temperature in the head": lambda s: s.head(1, "σ300 °C (S cm−1)"),
    "other symbols": lambda s: s.head(1, "σLi+ / S cm−1").head(2, "EA / eV"),
    "turned": _turned,
    "two halves side by side": _halves,
    "two temperatures": lambda s: _over_temperatures(s, "σ25 °C (S cm−1)", "σ60 °C (S cm−1)"),
    "two temperatures below one head": lambda s: replace(
        _over_temperatures(s, "25 °C", "60 °C").head(0, "").head(3, "").head(4, ""),
        over=(("Composition", 1), ("σ (S cm−1)", 2), ("Ea (eV)", 1), ("Ref.", 1)),
    ),
    "notes that name the material": lambda s: s.column(3, "Notes", NAMES).cells(
        lambda at, c: CODES[NAMES.index(c)] if at == 0 else c
    ),
    "two compositions": lambda s: s.head(0, "Doped composition").column(0, "Original composition", PARENTS),
    "footnotes": lambda s: replace(
        s.cells(lambda at, c: c + "a" if c in (SIGMA[1], SIGMA[4]) else c),
        notes=("a Measured on a cold-pressed pellet.",),
    ),
    "sources behind names": lambda s: s.cells(lambda at, c: f"{c} {SOURCES[NAMES.index(c)]}" if at == 0 else c).dropped(
        3
    ),
    "sources glued to temperatures": lambda s: s.column(
        2, "T (°C)", ["25105", "25107", "30108", "25111", "27112", "25114"]
    ).dropped(4),
    "remarks behind names": lambda s: s.cells(lambda at, c: f"{c} {TREATED[NAMES.index(c)]}" if at == 0 else c),
    "additives behind names": _named("{} with flow of Ar"),
    "labelled rows": lambda s: s.cells(lambda at, c: f"{NAMES.index(c) + 1}) {c}" if at == 0 else c),
    "codes of the caption": lambda s: replace(
        s.head(0, "Sample").cells(lambda at, c: CODES[NAMES.index(c)] if at == 0 else c),
        caption="Table 2. Conductivity of sulfides: "
        + ", ".join(f"{name} ({code})" for name, code in zip(NAMES, CODES, strict=True))
        + ".",
    ),
    "three rows": lambda s: s.first(3),
    "two rows": lambda s: s.first(2),
}


BY_COLUMNS = "column after column"
KNOWN: dict[tuple[str, str], str] = {
    (BY_COLUMNS, "an empty energy"): "its energies are one fewer than its names: which is missing is not told",
    (BY_COLUMNS, "an empty conductivity"): "its values are one fewer than its names: nothing is read",
    (BY_COLUMNS, "heads again with others below"): "two columns of materials: none tells whose the values are",
    (BY_COLUMNS, "two temperatures below one head"): "a head of its own stands above each column there",
    (BY_COLUMNS, "two rows"): "of two cells none tells that they are a column",
    (
        "a row a line",
        "heads of three lines",
    ): "words without capitals are one piece: which column they head is not told",
    ("a row a line", "turned"): "rows of one sort each: nothing tells where columns are",
    ("counted", "an empty energy"): "a row of three cells whose places do not tell which is missing: refused",
    ("counted", "an empty conductivity"): "a row of three cells whose places do not tell which is missing: refused",
    ("counted", "turned"): "rows of one sort each: nothing tells where columns are",
    ("counted", "two temperatures below one head"): "the upper head stands above no column: refused",
}
"""What is not read whole, and why."""


@pytest.mark.parametrize("shape", SHAPES)
def test_no_obstacle_makes_a_wrong_record_and_few_cost_one(shape: str) -> None:
    right = wanted = 0
    for obstacle, change in OBSTACLES.items():
        sheet = change(Sheet())
        told = read(SHAPES[shape](sheet))
        assert told <= sheet.facts, (shape, obstacle)
        assert (told == sheet.facts) is ((shape, obstacle) not in KNOWN), (shape, obstacle)
        right, wanted = right + len(told), wanted + len(sheet.facts)
    assert right >= 0.9 * wanted
