"""Columns that tell how samples were made although their heads alone do not say so."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corpus.document import Table
from extractors.synthesis.cells import ways_in
from extractors.synthesis.conditions import find_conditions
from extractors.synthesis.operations import find_operations
from extractors.tables.columns import Column, Meaning
from extractors.tables.cues import CUES
from extractors.tables.grid import Grid
from extractors.tables.temperatures import table_temperature
from extractors.tables.values import temperature_in
from extractors.temperature import find_temperatures

_MAKING = (Meaning.METHOD, Meaning.CONDITIONS, Meaning.PRECURSORS)
_BARE = (Meaning.OTHER, Meaning.TEMPERATURE)
_HOT = 420.0  # K: conductivities are seldom told at higher temperatures, and little is made below


def find_remarks(grid: Grid, columns: Sequence[Column]) -> None:
    """Columns of remarks or forms whose cells name methods tell how the samples were made."""
    for column in columns:
        texts = [text for row in grid.rows if (text := row.text(column.index))]
        named = sum(map(bool, map(ways_in, texts)))
        free = column.meaning in (Meaning.OTHER, Meaning.FORM) and not CUES.ELECTRODE_HEAD.search(column.head)
        if free and named and (2 * named > len(texts) > 1 or CUES.REMARKS_HEAD.search(column.head)):
            column.meaning = Meaning.METHOD


def find_making(grid: Grid, columns: Sequence[Column], table: Table) -> None:
    """Bare heads of temperature, time, pressure ... that tell of making where another column or the caption does."""
    degrees, beside = _bare(grid, columns)
    making = any(column.meaning in _MAKING for column in columns)
    if not (making or find_operations(table.caption.text)):
        _find_measuring(grid, columns, beside)
        return
    if not making or any(column.spec is not None and column.spec.needs_temperature for column in columns):
        degrees = _not_measured_at(grid, columns, degrees, told=bool(beside or table_temperature(table)))
    for column in (*degrees, *beside) if degrees or making else ():
        column.meaning = Meaning.CONDITIONS


def _find_measuring(grid: Grid, columns: Sequence[Column], bare: Sequence[Column]) -> None:
    """Conditions of a table that tells of no making are those of measuring: "EIS, 25 °C"."""
    if any(column.meaning is Meaning.TEMPERATURE or column.temperature for column in columns):
        return
    for column in bare:
        told = [find_temperatures(text) for row in grid.rows if (text := row.text(column.index))]
        if CUES.CONDITIONS_HEAD.search(column.head) and 2 * sum(len(found) == 1 for found in told) >= len(told) > 0:
            column.meaning = Meaning.TEMPERATURE


def _bare(grid: Grid, columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns of temperatures, and those of times, pressures and the like, that nothing but their unit heads."""
    bare = [column for column in columns if column.meaning in _BARE and CUES.BESIDE_PROCESS.search(column.head)]
    beside = [column for column in bare if column.meaning is Meaning.OTHER or _holds_times(grid, column)]
    return [column for column in bare if column not in beside], beside


def _not_measured_at(grid: Grid, columns: Sequence[Column], degrees: Sequence[Column], *, told: bool) -> list[Column]:
    """Temperatures at which nothing of the table was measured.

    They are hot, and the temperature of measuring is told elsewhere, a time, a pressure or an atmosphere stands beside
    them (``told``), or they stand between the column of methods and others.
    """
    told = told or any(column.temperature for column in columns)
    return [column for column in degrees if _is_hot(grid, column) and (told or _is_between(column, columns))]


def _is_between(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column stands right behind one of methods, and not right before the values."""
    before = any(c.index == column.index - 1 and c.meaning in _MAKING for c in columns)
    return before and not any(c.index == column.index + 1 and c.meaning is Meaning.VALUE for c in columns)


def _holds_times(grid: Grid, column: Column) -> bool:
    """Whether a column headed "t" holds times."""
    texts = [text for row in grid.rows if (text := row.text(column.index))]
    times = sum(any(c.field == "duration_h" for c in find_conditions(text)) for text in texts)
    return 2 * times > len(texts)


def _is_hot(grid: Grid, column: Column) -> bool:
    """Whether most cells of a column of temperatures tell one at which things are made."""
    if column.meaning is not Meaning.TEMPERATURE:
        return False
    cells = (temperature_in(row.text(column.index).replace(",", ""), column.head) for row in grid.rows)
    kelvin = [found[0] for found in cells if found is not None]
    return bool(kelvin) and median(kelvin) > _HOT
