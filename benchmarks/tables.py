"""Processor's time of finding one table whose columns no mark separates: ``python -m benchmarks.tables``.

Every round is given a table of other figures, so that no cell but a few words has been seen before.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from corpus.tables import find_tables

ROUNDS = 7
SHAPES = {"a line a cell": "\n", "a line a row": " ", "lined up with blanks": "   "}
METHODS = ("solid-state reaction", "sol-gel", "hot pressing")
HEADS = ("Composition", "Method", "Ionic conductivity (S/cm)", "Activation energy (eV)", "Ref.")
MORE_HEADS = ("T (°C)", "Relative density (%)", "Sintering temperature (°C)", "Structure", "Year")


def own_table(rows: int, between: str, *, wide: bool = False, wrapped: bool = False, turn: int = 0) -> str:
    """A plain table of garnets with 5 columns, or 10 (``wide``); ``between`` sets its cells apart.

    ``wrapped``: methods of every third row go on in a second line; ``turn``: gives other figures.
    """
    sheet = [[*HEADS, *(MORE_HEADS if wide else ())]]
    for row in range(rows):
        x = ((row * 7 + turn * 13) % 199 + 1) / 200
        method = METHODS[row % 3]
        cells = [
            f"Li{7 - x:.3f}La3Zr{2 - x:.3f}Ta{x:.3f}O12",
            f"{method} and annealing" if wrapped and row % 3 == 0 else method,
            f"{1 + row * 0.013 + turn * 0.1:.2f} × 10-4", f"{0.2 + row * 0.002 + turn * 0.01:.3f}", f"[{row + 1}]",
        ]  # fmt: skip
        if wide:
            cells += [
                ("25", "RT", "30")[row % 3], f"{88 + (row + turn) % 100 / 10:.1f}", f"{1000 + (row + turn) % 25 * 10}",
                ("cubic", "tetragonal")[row % 2], f"{1995 + (row + turn) % 28}",
            ]  # fmt: skip
        sheet.append(cells)
    return "Table 1. Garnets.\n" + "\n".join(_printed(sheet, between, wrapped)) + "\n"


def _printed(sheet: Sequence[Sequence[str]], between: str, wrapped: bool) -> list[str]:
    """The lines of a sheet; cells are set below each other where blanks line them up."""
    lines = []
    widths = [max(len(row[at]) for row in sheet) for at in range(len(sheet[0]))]
    for row in sheet:
        for part in _parts(row, between) if wrapped else [row]:
            if len(between) > 1:
                lines.append(between.join(cell.ljust(width) for cell, width in zip(part, widths, strict=True)).rstrip())
            else:
                lines.append(between.join(cell for cell in part if cell))
    return lines


def _parts(row: Sequence[str], between: str) -> list[list[str]]:
    """The lines of a row whose cells are broken before "and"."""
    first, second = zip(*((cell.partition(" and ")[0], cell.partition(" and ")[2]) for cell in row), strict=True)
    if not any(second):
        return [list(row)]
    if between == "\n":
        return [[f"{cell}\nand {rest}" if rest else cell for cell, rest in zip(first, second, strict=True)]]
    return [list(first), [f"and {rest}" if rest else "" for rest in second]]


def milliseconds(rows: int, between: str, *, wide: bool = False, wrapped: bool = False) -> float:
    """Processor's milliseconds of finding one such table, the least of several with other figures."""
    spent = []
    for turn in range(ROUNDS):
        raw = own_table(rows, between, wide=wide, wrapped=wrapped, turn=turn)
        gc.collect()
        begin = time.process_time()
        find_tables(raw, 0, len(raw), lambda text: (text, ()))
        spent.append(time.process_time() - begin)
    return 1000 * min(spent)


def measure() -> Table:
    """One row a shape, one column a sort of table."""
    table = Table(title="ms of one core to find a table whose cells are new")
    table.add_column("shape")
    sorts = {
        "100 rows": (100, False, False), "200 rows": (200, False, False), "400 rows": (400, False, False),
        "100 rows, wrapped": (100, False, True), "100 rows, 10 columns": (100, True, False),
        "200 rows, 10 columns": (200, True, False),
    }  # fmt: skip
    for name in sorts:
        table.add_column(name, justify="right")
    for shape, between in SHAPES.items():
        spent = [milliseconds(rows, between, wide=wide, wrapped=wrapped) for rows, wide, wrapped in sorts.values()]
        table.add_row(shape, *(f"{each:.0f}" for each in spent))
    return table


if __name__ == "__main__":
    Console().print(measure())
