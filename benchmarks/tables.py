"""Processor's time of finding one table whose columns no mark separates: ``python -m benchmarks.tables``.

Every round is given a table of other figures, so that no cell but a few words has been seen before.
"""

from __future__ import annotations

import gc
import time

from rich.console import Console
from rich.table import Table

from corpus.tables import find_tables

ROUNDS = 7
ROWS = (100, 200, 400)
SHAPES = {"a line a cell": "\n", "a line a row": " ", "lined up with blanks": "   "}
METHODS = ("solid-state reaction", "sol-gel", "hot pressing")
HEADS = ("Composition", "Method", "Ionic conductivity (S/cm)", "Activation energy (eV)", "Ref.")


def own_table(rows: int, between: str, turn: int = 0) -> str:
    """A plain table of garnets; ``between`` sets its cells apart, ``turn`` gives other figures."""
    sheet = [list(HEADS)]
    for row in range(rows):
        x = ((row * 7 + turn * 13) % 199 + 1) / 200
        sheet.append([
            f"Li{7 - x:.3f}La3Zr{2 - x:.3f}Ta{x:.3f}O12", METHODS[row % 3],
            f"{1 + row * 0.013 + turn * 0.1:.2f} × 10-4", f"{0.2 + row * 0.002 + turn * 0.01:.3f}", f"[{row + 1}]",
        ])  # fmt: skip
    aligned = len(between) > 1  # cells are set below each other where blanks line them up
    widths = [max(map(len, column)) if aligned else 0 for column in zip(*sheet, strict=True)]
    lines = (between.join(map(str.ljust, row, widths)).rstrip() for row in sheet)
    return "Table 1. Garnets.\n" + "\n".join(lines) + "\n"


def milliseconds(rows: int, between: str) -> float:
    """Processor's milliseconds of finding one such table, the least of several with other figures."""
    spent = []
    for turn in range(ROUNDS):
        raw = own_table(rows, between, turn)
        gc.collect()
        begin = time.process_time()
        find_tables(raw, 0, len(raw), lambda text: (text, ()))
        spent.append(time.process_time() - begin)
    return 1000 * min(spent)


def measure() -> Table:
    """One row a shape, one column a length."""
    table = Table("shape", title="ms of one core to find a table whose cells are new")
    for rows in ROWS:
        table.add_column(f"{rows} rows", justify="right")
    for shape, between in SHAPES.items():
        table.add_row(shape, *(f"{milliseconds(rows, between):.0f}" for rows in ROWS))
    return table


if __name__ == "__main__":
    Console().print(measure())
