"""One printed table with its values in eight notations and four shapes: every row right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from corpus.reader import read_text
from extractors.extract import extract
from extractors.records import PropertyRecord

SALTS = ("Na3PS4", "Na3SbS4", "Na3Zr2Si2PO12", "Na2.9Sb0.9W0.1S4", "Na11Sn2PS12", "NaAlCl4", "Na3YCl6", "Na2B12H12")
FAMILIES = ("sulfide", "NASICON", "halide", "hydroborate")
VALUES = [(1.3 + 0.6 * row, 3 + row % 4) for row in range(14)]
HEADS = ("Material", "Family", "Conductivity (S cm−1)", "T (°C)", "Ea (eV)", "Ref.")
TEXT = "Solid electrolytes are listed here with their ionic conductivity for all who want to know them.\n\n"

NOTATIONS: dict[str, Callable[[float, int], str]] = {
    "minus": lambda number, power: f"{number:.1f} × 10−{power}",
    "blank": lambda number, power: f"{number:.1f} × 10 −{power}",
    "ascii": lambda number, power: f"{number:.1f} x 10-{power}",
    "spread": lambda number, power: f"({number:.1f} ± 0.2) × 10−{power}",
    "E": lambda number, power: f"{number:.1f}E-{power}",
    "dot": lambda number, power: f"{number:.1f} · 10−{power}",
    "glued": lambda number, power: f"{number:.1f}×10−{power}",
    "unit": lambda number, power: f"{number:.1f} × 10−{power} S cm−1",
}

Rows = Sequence[Sequence[str]]


def _lined_up(rows: Rows) -> str:
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(len(rows[0]))]
    return "\n".join("".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


SHAPES: dict[str, Callable[[Rows], str]] = {
    "a row a line": lambda rows: "\n".join(" ".join(row) for row in rows),
    "a cell a line": lambda rows: "\n".join(cell for row in rows for cell in row),
    "lined up": _lined_up,
    "wide": lambda rows: "\n".join("".join(cell.ljust(27) for cell in row) for row in rows),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("notation", NOTATIONS)
def test_every_notation_is_read_in_every_shape(notation: str, shape: str) -> None:
    rows = [
        (
            SALTS[at % 8],
            FAMILIES[at % 4],
            NOTATIONS[notation](number, power),
            "25",
            f"{0.2 + 0.01 * at:.2f}",
            f"[{at + 1}]",
        )
        for at, (number, power) in enumerate(VALUES)
    ]
    document = read_text(f"{TEXT}Table 1. Conductivity of salts.\n{SHAPES[shape]([HEADS, *rows])}\n\n{TEXT}")
    found = [each for each in extract(document) if isinstance(each, PropertyRecord) and each.kind == "conductivity"]
    told = [(each.material, each.value_low) for each in found]
    assert told == [(SALTS[at % 8], pytest.approx(round(n, 1) * 10**-p)) for at, (n, p) in enumerate(VALUES)]
