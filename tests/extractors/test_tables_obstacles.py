"""One table of our own in five shapes, with each of the obstacles that tables of papers have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from corpus import reader
from extractors.extract import extract
from extractors.records import PropertyRecord

PROSE = "Solid electrolytes are looked at in this section, which tells of the ionic conductivity of solids in short."
NAMES = ("Li3SbS4", "Li3.2Si0.2Sb0.8S4", "Li3.4Ge0.4Sb0.6S4", "Li5SbS5", "Li4SnS4", "Li3.6Sn0.6As0.4S4")
SIGMA = ("1.5 × 10−6", "2.7 × 10−5", "6.3 × 10−4", "4.1 × 10−5", "7.2 × 10−5", "1.4 × 10−3")
ENERGY = ("0.52", "0.44", "0.36", "0.47", "0.41", "0.24")
SOURCES = ("[5]", "[7]", "[8]", "[11]", "[12]", "[14]")
EXPECTED = {
    *((name, "conductivity", float(value.replace(" × 10−", "e-"))) for name, value in zip(NAMES, SIGMA, strict=True)),
    *((name, "activation_energy", float(value)) for name, value in zip(NAMES, ENERGY, strict=True)),
}


@dataclass(frozen=True)
class Sheet:
    """Caption, heads of one or several lines, and rows; a line end inside a cell is one of the print."""

    heads: tuple[str, ...] = ("Composition", "σ (S cm−1)", "Ea (eV)", "Ref.")
    rows: tuple[tuple[str, ...], ...] = tuple(zip(NAMES, SIGMA, ENERGY, SOURCES, strict=True))
    caption: str = "Table 2. Conductivity and activation energy of lithium sulfides."
    inside: str = ""  # a line between two rows

    def cells(self, change: Callable[[int, str], str]) -> Sheet:
        """With every cell changed; the change is told its column."""
        return replace(self, rows=tuple(tuple(change(at, cell) for at, cell in enumerate(row)) for row in self.rows))

    def column(self, at: int, head: str, cells: Sequence[str]) -> Sheet:
        """With a column more."""
        rows = tuple((*row[:at], cell, *row[at:]) for row, cell in zip(self.rows, cells, strict=True))
        return replace(self, heads=(*self.heads[:at], head, *self.heads[at:]), rows=rows)

    def without(self, row: int, column: int, mark: str = "") -> Sheet:
        """With a cell empty or dashed."""
        rows = list(self.rows)
        rows[row] = (*rows[row][:column], mark, *rows[row][column + 1 :])
        return replace(self, rows=tuple(rows))

    def head(self, at: int, text: str) -> Sheet:
        return replace(self, heads=(*self.heads[:at], text, *self.heads[at + 1 :]))


def _power(damage: str) -> Callable[[int, str], str]:
    return lambda at, cell: cell.replace(" × 10−", damage) if at == 1 else cell


OBSTACLES: dict[str, Callable[[Sheet], Sheet]] = {
    "no obstacle": lambda s: s,
    "heads of two lines": lambda s: s.head(1, "Conductivity\n(S cm−1)").head(2, "Activation\nenergy (eV)"),
    "heads of three lines": lambda s: s.head(1, "Ionic\nconductivity\n(S cm−1)").head(2, "Activation\nenergy\n(eV)"),
    "a wrapped name": lambda s: s.cells(lambda at, c: c.replace("Ge0.4Sb", "Ge0.4\nSb") if at == 0 else c),
    "a wrapped method": lambda s: s.column(
        1,
        "Method",
        [
            "melt quenching",
            "ball milling and\nannealing",
            "melt quenching",
            "ball milling",
            "ball milling",
            "melt quenching",
        ],
    ),
    "an empty energy": lambda s: s.without(2, 2),
    "a dash for an energy": lambda s: s.without(2, 2, "–"),
    "an empty conductivity": lambda s: s.without(3, 1),
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
    "row numbers": lambda s: s.column(0, "No.", ["1", "2", "3", "4", "5", "6"]),
    "a notes column": lambda s: s.column(
        4, "Notes", ["hot pressed", "cold pressed", "pellet", "hot pressed", "pellet", "cold pressed"]
    ),
    "a column of structures": lambda s: s.column(
        1, "Structure", ["cubic", "cubic", "tetragonal", "cubic", "orthorhombic", "cubic"]
    ),
    "a column of temperatures": lambda s: s.column(2, "T (°C)", ["25", "25", "30", "25", "27", "25"]),
    "years behind sources": lambda s: s.column(4, "Year", ["2012", "2015", "2018", "2013", "2014", "2020"]),
    "sources without brackets": lambda s: s.cells(lambda at, c: c.strip("[]") if at == 3 else c),
    "conductivity in mS": lambda s: s.head(1, "σ (mS cm−1)").cells(
        lambda at, c: f"{float(c.replace(' × 10−', 'e-')) * 1e3:.4g}" if at == 1 else c
    ),
    "a caption of two lines": lambda s: replace(
        s,
        caption="Table 2. Conductivity and activation energy of the\nsulfides that we made.",
    ),
    "deviations": lambda s: s.cells(lambda at, c: c + " ± 0.02" if at == 2 else c),
    "approximate values": lambda s: s.cells(lambda at, c: "~" + c if at == 1 else c),
}


def pipe(sheet: Sheet) -> str:
    lines = ["| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in (sheet.heads, *sheet.rows)]
    return "\n".join([sheet.caption, "", lines[0], "|---" * len(sheet.heads) + "|", *lines[1:]])


def spaced(sheet: Sheet) -> str:
    printed = [[cell.split("\n") for cell in row] for row in (sheet.heads, *sheet.rows)]
    widths = [max(len(part) for row in printed for part in row[at]) + 2 for at in range(len(sheet.heads))]
    lines = [sheet.caption, ""]
    for number, row in enumerate(printed):
        if number == 4 and sheet.inside:
            lines += ["", sheet.inside, ""]
        for place in range(max(map(len, row))):
            lines.append(
                "".join(
                    (c[place] if place < len(c) else "").ljust(w) for c, w in zip(row, widths, strict=True)
                ).rstrip()
            )
    return "\n".join(lines)


def cell_a_line(sheet: Sheet) -> str:
    rows = ["\n".join(cell for cell in row if cell) for row in sheet.rows]
    if sheet.inside:
        rows.insert(3, f"\n{sheet.inside}\n")
    return "\n".join([sheet.caption, *sheet.heads, *rows])


def columns(sheet: Sheet) -> str:
    cells = zip(sheet.heads, *sheet.rows, strict=True)
    parts = ["\n".join(cell for cell in column if cell) for column in cells]
    if sheet.inside:
        parts.insert(2, f"\n{sheet.inside}\n")
    return "\n".join([sheet.caption, *parts])


def html(sheet: Sheet) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{cell.replace(chr(10), '<br/>')}</{tag}>" for cell in cells) + "</tr>"

    rows = "\n".join([row(sheet.heads, "th"), *(row(cells, "td") for cells in sheet.rows)])
    return f"<table><caption>{sheet.caption}</caption>{rows}</table>"


SHAPES = {"pipe": pipe, "spaced": spaced, "a cell a line": cell_a_line, "column after column": columns, "HTML": html}


KNOWN = {
    (
        "column after column",
        "an empty energy",
    ): "its energies are one fewer than its names: which is missing is not told",
    ("column after column", "an empty conductivity"): "its values are one fewer than its names: nothing is read",
}
"""What is not read whole, and why."""


def facts(sheet: Sheet) -> set[tuple[str, str, float]]:
    """What a sheet tells; the cells that an obstacle empties tell nothing."""
    emptied = {
        (row[0], kind)
        for row in sheet.rows
        for at, kind in ((1, "conductivity"), (2, "activation_energy"))
        if row[at] in ("", "–")
    }
    return {fact for fact in EXPECTED if fact[:2] not in emptied}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_obstacle_makes_a_wrong_record_and_few_cost_one(shape: str) -> None:
    right = wanted = 0
    for obstacle, change in OBSTACLES.items():
        sheet = change(Sheet())
        document = reader.read_text(f"{PROSE}\n\n{SHAPES[shape](sheet)}\n\n{PROSE}\n")
        records = [record for record in extract(document) if isinstance(record, PropertyRecord)]
        told = {(r.material, r.kind, float(f"{r.value_low:.4g}")) for r in records if r.value_low is not None}
        expected = facts(sheet)
        assert told <= expected, (shape, obstacle)
        assert (told == expected) is ((shape, obstacle) not in KNOWN), (shape, obstacle)
        right, wanted = right + len(told), wanted + len(expected)
    assert right >= 0.9 * wanted
