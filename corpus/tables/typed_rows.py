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
    Holds.TEXT: rf"(?!(?:{patterns.SCIENTIFIC})(?:\s|$))\S.*?",
    Holds.CONDUCTIVITY: (
        rf"(?:(?<![×x*·]\s)(?<![×x*·]){patterns.QUANTITY}(?:\s?{patterns.CONDUCTIVITY_UNIT})?{_PLACE}"
        rf"(?:\s?\([A-Za-z]\))?|{_DASH})"
    ),
    # Without its unit an energy has a decimal point; a bare integer is a source or a temperature.
    Holds.ENERGY: (
        rf"(?:{patterns.QUANTITY}\s?{patterns.ENERGY_UNIT}{_PLACE}|(?=\S{{0,3}}\d?\.\d){patterns.QUANTITY}{_PLACE}|{_DASH})"
    ),
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
    """The cells of a line under these columns; None when it does not fit or fits in several ways.

    A line may lack one column, or its last ones (then it is not ``complete``). ``lead`` allows words before the first
    cell that end with a closing bracket.
    """
    kinds = tuple(column.holds for column in columns)
    everything = tuple(range(len(kinds)))
    whole = _match(line, kinds, everything, False) or (_match(line, kinds, everything, True) if lead else None)
    if whole is not None:
        return _row(raw, line, whole, everything, len(kinds), True)
    if kinds[0] is Holds.TEXT:
        return None
    fewer = [everything[:at] + everything[at + 1 :] for at in range(1, len(kinds) - 1)]
    matches = [(match, used) for used in fewer if (match := _match(line, kinds, used, False)) is not None]
    if len(matches) == 1:
        return _row(raw, line, matches[0][0], matches[0][1], len(kinds), True)
    for count in range(len(kinds) - 1, 0, -1):
        match = _match(line, kinds, everything[:count], False)
        if match is not None:
            return _row(raw, line, match, everything[:count], len(kinds), False)
    return None


def _match(line: Line, kinds: tuple[Holds, ...], used: tuple[int, ...], lead: bool) -> re.Match[str] | None:
    match = _pattern(tuple(kinds[at] for at in used), lead).match(line.text)
    if match is None:
        return None
    for group, at in enumerate(used, start=2):
        if kinds[at] is Holds.NAME and match[group].endswith(","):
            return None  # the rest of a list in the line above
    return match


def _row(raw: str, line: Line, match: re.Match[str], used: Sequence[int], width: int, complete: bool) -> Row:
    groups = [cell_of(raw, line.start + match.start(i), line.start + match.end(i)) for i in range(1, len(used) + 2)]
    cells = [RawCell()] * width
    for at, cell in zip(used, groups[1:], strict=True):
        cells[at] = cell
    return Row(cells, groups[0], complete)


_WRAPPED = re.compile(r"^\s*[(+a-z)&]")


def _closes(raw: str, above: Row, line: Line) -> bool:
    """Whether a line closes a bracket that the row above left open."""
    text = " ".join(cell.text(raw) for cell in above.cells)
    return text.count("(") > text.count(")") and line.text.count(")") > line.text.count("(")


def cut_rows(raw: str, lines: Sequence[Line], columns: Sequence[HeadColumn], lead: bool = False) -> list[Row] | None:
    """Rows of consecutive lines; lines that only go on with the cells above are joined to these.

    None when a line fits neither as a row nor as the rest of one.
    """
    rows: list[Row] = []
    text_columns = [i for i, column in enumerate(columns) if column.holds is Holds.TEXT]
    goes_on = columns[-1].holds is Holds.REFERENCE and columns[0].holds is not Holds.NAME
    for line in lines:
        if line.blank:
            continue
        wrapped = rows and text_columns and (_WRAPPED.match(line.text) or _closes(raw, rows[-1], line))
        row = None if wrapped else cut_row(raw, line, columns, lead)
        if row is not None and (row.complete or not rows or not goes_on):
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
