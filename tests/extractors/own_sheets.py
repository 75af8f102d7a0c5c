"""One table of our own, what it tells, and the shapes in which papers print such a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus import reader
from extractors.extract import extract
from extractors.records import PropertyRecord

PROSE = "Solid electrolytes are looked at in this section, which tells of the ionic conductivity of solids in short."
NAMES = ("Li3SbS4", "Li3.2Si0.2Sb0.8S4", "Li3.4Ge0.4Sb0.6S4", "Li5SbS5", "Li4SnS4", "Li3.6Sn0.6As0.4S4")
SIGMA = ("1.5 × 10−6", "2.7 × 10−5", "6.3 × 10−4", "4.1 × 10−5", "7.2 × 10−5", "1.4 × 10−3")
ENERGY = ("0.52", "0.44", "0.36", "0.47", "0.41", "0.24")
SOURCES = ("[5]", "[7]", "[8]", "[11]", "[12]", "[14]")
Fact = tuple[str, str, float]


def number(cell: str) -> float:
    """The number of a cell of ours."""
    return float(cell.replace(" × 10−", "e-"))


TOLD: frozenset[Fact] = frozenset(
    {(name, "conductivity", number(value)) for name, value in zip(NAMES, SIGMA, strict=True)}
    | {(name, "activation_energy", number(value)) for name, value in zip(NAMES, ENERGY, strict=True)}
)


@dataclass(frozen=True)
class Sheet:
    """Caption, heads of one or several lines, and rows; a line end inside a cell is one of the print.

    ``over``: heads of an upper level, each with how many columns it spans.
    """

    heads: tuple[str, ...] = ("Composition", "σ (S cm−1)", "Ea (eV)", "Ref.")
    rows: tuple[tuple[str, ...], ...] = tuple(zip(NAMES, SIGMA, ENERGY, SOURCES, strict=True))
    caption: str = "Table 2. Conductivity and activation energy of lithium sulfides."
    inside: str = ""  # a line between two rows
    notes: tuple[str, ...] = ()  # below the table
    over: tuple[tuple[str, int], ...] = ()
    facts: frozenset[Fact] = TOLD

    def cells(self, change: Callable[[int, str], str]) -> Sheet:
        """With every cell changed; the change is told its column."""
        return replace(self, rows=tuple(tuple(change(at, cell) for at, cell in enumerate(row)) for row in self.rows))

    def column(self, at: int, head: str, cells: Sequence[str]) -> Sheet:
        """With a column more."""
        rows = tuple((*row[:at], cell, *row[at:]) for row, cell in zip(self.rows, cells, strict=True))
        return replace(self, heads=(*self.heads[:at], head, *self.heads[at:]), rows=rows)

    def dropped(self, at: int) -> Sheet:
        """With a column less."""
        rows = tuple((*row[:at], *row[at + 1 :]) for row in self.rows)
        return replace(self, heads=(*self.heads[:at], *self.heads[at + 1 :]), rows=rows)

    def without(self, row: int, kind: str, mark: str = "") -> Sheet:
        """With a cell empty or dashed."""
        column = {"conductivity": 1, "activation_energy": 2}[kind]
        rows = list(self.rows)
        rows[row] = (*rows[row][:column], mark, *rows[row][column + 1 :])
        left = frozenset(fact for fact in self.facts if fact[:2] != (NAMES[row], kind))
        return replace(self, rows=tuple(rows), facts=left)

    def head(self, at: int, text: str) -> Sheet:
        """With other words above a column."""
        return replace(self, heads=(*self.heads[:at], text, *self.heads[at + 1 :]))

    def first(self, count: int) -> Sheet:
        """With so many rows."""
        left = frozenset(fact for fact in self.facts if fact[0] in NAMES[:count])
        return replace(self, rows=self.rows[:count], facts=left)


def _levels(sheet: Sheet) -> list[tuple[str, ...]]:
    """The heads level by level, an upper one with empty cells behind it."""
    upper = tuple(cell for head, span in sheet.over for cell in (head, *[""] * (span - 1)))
    return [upper, sheet.heads] if upper else [sheet.heads]


def pipe(sheet: Sheet) -> str:
    rows = [*_levels(sheet), *sheet.rows]
    lines = ["| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in rows]
    level = len(_levels(sheet))
    rule = "|---" * len(sheet.heads) + "|"
    return "\n".join([sheet.caption, "", *lines[:level], rule, *lines[level:], "", *sheet.notes])


def spaced(sheet: Sheet) -> str:
    printed = [[cell.split("\n") for cell in row] for row in (*_levels(sheet), *sheet.rows)]
    single = printed[1:] if sheet.over else printed
    widths = [max(len(part) for row in single for part in row[at]) + 2 for at in range(len(sheet.heads))]
    lines = [sheet.caption, "", *_heads_over(sheet, widths)]
    for number_of, row in enumerate(single):
        if number_of == 4 and sheet.inside:
            lines += ["", sheet.inside, ""]
        for place in range(max(map(len, row))):
            cells = [cell[place] if place < len(cell) else "" for cell in row]
            lines.append("".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
    return "\n".join([*lines, *sheet.notes])


def _heads_over(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """The line of heads that stand over several columns each."""
    if sheet.over:
        line, at = "", 0
        for head, span in sheet.over:
            line += head.center(sum(widths[at : at + span]) - 2) + "  "
            at += span
        yield line.rstrip()


def row_a_line(sheet: Sheet) -> str:
    rows = [
        "\n".join(
            " ".join(parts[place] for cell in row if cell and place < len(parts := cell.split("\n")))
            for place in range(max(cell.count("\n") + 1 for cell in row))
        )
        for row in (*_levels(sheet), *sheet.rows)
    ]
    if sheet.inside:
        rows.insert(4, f"\n{sheet.inside}\n")
    return "\n".join([sheet.caption, *rows, *sheet.notes])


def cell_a_line(sheet: Sheet) -> str:
    rows = ["\n".join(cell for cell in row if cell) for row in (*_levels(sheet), *sheet.rows)]
    if sheet.inside:
        rows.insert(4, f"\n{sheet.inside}\n")
    return "\n".join([sheet.caption, *rows, *sheet.notes])


def cell_a_paragraph(sheet: Sheet) -> str:
    """As a saved page has them: a line of blanks between any two cells."""
    caption, *cells = [line for line in cell_a_line(sheet).split("\n") if line]
    return "\n\n \n\n".join([caption, *cells])


def counted(sheet: Sheet) -> str:
    """Two blanks between cells, whose places do not line up."""
    rows = ["  ".join(cell.replace("\n", " ") for cell in row) for row in (*_levels(sheet), *sheet.rows)]
    return "\n".join([sheet.caption, "", *rows, "", *sheet.notes])


def columns(sheet: Sheet) -> str:
    spans = [head if not at else "" for head, span in sheet.over for at in range(span)]
    parts = []
    for at, cells in enumerate(zip(sheet.heads, *sheet.rows, strict=True)):
        upper = spans[at] if spans else ""
        parts.append("\n".join(cell for cell in (upper, *cells) if cell))
    if sheet.inside:
        parts.insert(2, f"\n{sheet.inside}\n")
    return "\n".join([sheet.caption, *parts, *sheet.notes])


def html(sheet: Sheet) -> str:
    def row(cells: Sequence[tuple[str, int]], tag: str) -> str:
        filled = (f"<{tag} colspan={span}>{cell.replace(chr(10), '<br/>')}</{tag}>" for cell, span in cells)
        return "<tr>" + "".join(filled) + "</tr>"

    levels = [row(sheet.over, "th")] if sheet.over else []
    rows = [row([(cell, 1) for cell in cells], "td") for cells in sheet.rows]
    body = "\n".join([*levels, row([(head, 1) for head in sheet.heads], "th"), *rows])
    notes = "".join(f"<p>{note}</p>" for note in sheet.notes)
    return f"<table><caption>{sheet.caption}</caption>{body}</table>{notes}"


SHAPES = {
    "pipe": pipe, "spaced": spaced, "a row a line": row_a_line, "a cell a line": cell_a_line,
    "a cell a paragraph": cell_a_paragraph, "counted": counted,
    "column after column": columns, "HTML": html,
}  # fmt: skip


def read(printed: str) -> set[Fact]:
    """What is told of a printed table; a code that the document explains stands for its composition."""
    document = reader.read_text(f"{PROSE}\n\n{printed}\n\n{PROSE}\n")
    records = [record for record in extract(document) if isinstance(record, PropertyRecord)]
    return {
        (r.formula if r.formula in NAMES else r.material, r.kind, float(f"{r.value_low:.4g}"))
        for r in records
        if r.value_low is not None
    }
