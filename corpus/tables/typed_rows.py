"""Rows printed as single lines with blanks between their cells, cut by what each column must hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.tables import patterns
from corpus.tables.found import Line, RawCell, cell_of
from corpus.tables.head_line import HeadColumn, Holds

_DASH = r"(?:[—–−-]{1,2}|/|[Nn]\.?/?[ADad]\.?)"
_PLACE = rf"(?:\s?(?:@|at|/|\()\s?{patterns.TEMPERATURE}\)?)?"
_CELL = {
    Holds.NAME: (
        rf"(?:(?:{patterns.DOPED_TOKEN.pattern.strip('^$')}|[Aa]morphous|[Gg]lassy|[Cc]ubic|[Tt]etragonal)\s)*"
        r"\S+(?:\s?[-–·+]\s\S+|\s[-–·+]\S+)*(?:\s(?:glass|ceramics?|glass-ceramics?|crystal|film))*"
    ),
    Holds.TEXT: r"\S.*?",
    Holds.CONDUCTIVITY: (
        rf"(?:{patterns.QUANTITY}(?:\s?{patterns.CONDUCTIVITY_UNIT})?{_PLACE}(?:\s?\([A-Za-z]\))?|{_DASH})"
    ),
    Holds.ENERGY: rf"(?:{patterns.QUANTITY}(?:\s?{patterns.ENERGY_UNIT})?{_PLACE}|{_DASH})",
    Holds.TEMPERATURE: rf"(?:{patterns.TEMPERATURE}|{patterns.QUANTITY}|{_DASH})",
    Holds.NUMBER: rf"(?:{patterns.QUANTITY}\s?(?:%|V|K|°C)?|{_DASH})",
    Holds.REFERENCE: r"(?:\[?\s?\d{1,3}(?:(?:\s?[,;–-]\s?|\sand\s|\]\s?[,;]?\s?\[)\d{1,3})*\s?\]?|[Tt]his work|"
    + _DASH
    + ")",
}

_LEAD = r"([^()]*?\))\s+"


class Row(NamedTuple):
    """A line cut into cells. ``lead``: what stands before the first cell (the rest of a cell of the left half)."""

    cells: list[RawCell]
    lead: RawCell
    complete: bool


@lru_cache(maxsize=256)
def _pattern(columns: tuple[Holds, ...], lead: bool) -> re.Pattern[str]:
    body = r"\s+".join(f"({_CELL[column]})" for column in columns)
    return re.compile(r"\s*" + (_LEAD if lead else "()") + body + r"\s*$")


def cut_row(raw: str, line: Line, columns: Sequence[HeadColumn], lead: bool = False) -> Row | None:
    """The cells of a line under these columns; None when it does not fit.

    A line may lack its last columns (then it is not ``complete``). ``lead`` allows words before the first cell that
    end with a closing bracket.
    """
    kinds = tuple(column.holds for column in columns)
    attempts = [(kinds, False)]
    if lead:
        attempts.append((kinds, True))
    attempts.extend((kinds[:n], False) for n in range(len(kinds) - 1, 0, -1) if kinds[0] is not Holds.TEXT)
    for used, with_lead in attempts:
        match = _pattern(used, with_lead).match(line.text)
        if match is None:
            continue
        groups = [cell_of(raw, line.start + match.start(i), line.start + match.end(i)) for i in range(1, len(used) + 2)]
        padding = [RawCell()] * (len(kinds) - len(used))
        return Row([*groups[1:], *padding], groups[0], len(used) == len(kinds))
    return None


_WRAPPED = re.compile(r"^\s*[(+a-z)&]")


def cut_rows(raw: str, lines: Sequence[Line], columns: Sequence[HeadColumn], lead: bool = False) -> list[Row] | None:
    """Rows of consecutive lines; lines that only go on with the cells above are joined to these.

    None when a line fits neither as a row nor as the rest of one.
    """
    rows: list[Row] = []
    text_columns = [i for i, column in enumerate(columns) if column.holds is Holds.TEXT]
    has_reference = columns[-1].holds is Holds.REFERENCE
    for line in lines:
        if line.blank:
            continue
        wrapped = _WRAPPED.match(line.text) is not None and rows and text_columns
        row = None if wrapped else cut_row(raw, line, columns, lead)
        if row is not None and (row.complete or not rows or not has_reference):
            rows.append(row)
        elif row is not None:
            rows[-1] = Row(
                [above.join(below, "; ") for above, below in zip(rows[-1].cells, row.cells, strict=True)],
                rows[-1].lead,
                rows[-1].complete,
            )
        elif rows and text_columns:
            column = text_columns[-1]
            cells = list(rows[-1].cells)
            cells[column] = cells[column].join(cell_of(raw, line.start, line.end))
            rows[-1] = Row(cells, rows[-1].lead, rows[-1].complete)
        else:
            return None
    return rows
