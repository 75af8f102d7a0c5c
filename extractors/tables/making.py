"""Columns that tell how samples were made although their heads alone do not say so."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corpus.document import Table
from extractors.synthesis.cells import ways_in
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
    """Bare heads of temperature, time, pressure ... that tell of making, by what stands beside them.

    A temperature is one of making where it is hot, something else speaks of making, and the temperature of measuring is
    told elsewhere or a time, a pressure or an atmosphere stands beside it.
    """
    bare = [column for column in columns if column.meaning in _BARE and CUES.BESIDE_PROCESS.search(column.head)]
    making = any(column.meaning in _MAKING for column in columns)
    if not bare:
        return
    if not (making or find_operations(table.caption.text)):
        _find_measuring(grid, columns, bare)
        return
    told = any(column.temperature for column in columns) or table_temperature(table)
    _settle(grid, columns, bare, making=making, told=bool(told))


def _find_measuring(grid: Grid, columns: Sequence[Column], bare: Sequence[Column]) -> None:
    """Conditions of a table that tells of no making are those of measuring: "EIS, 25 °C"."""
    if any(column.meaning is Meaning.TEMPERATURE or column.temperature for column in columns):
        return
    for column in bare:
        told = [find_temperatures(text) for row in grid.rows if (text := row.text(column.index))]
        if CUES.CONDITIONS_HEAD.search(column.head) and 2 * sum(len(found) == 1 for found in told) >= len(told) > 0:
            column.meaning = Meaning.TEMPERATURE


def _settle(grid: Grid, columns: Sequence[Column], bare: Sequence[Column], *, making: bool, told: bool) -> None:
    beside = [column for column in bare if column.meaning is Meaning.OTHER]
    for column in bare:
        heated = (told or beside) and _is_hot(grid, column)
        if heated or (making and CUES.CONDITIONS_HEAD.search(column.head)):
            column.meaning = Meaning.CONDITIONS
    if any(column.meaning is Meaning.CONDITIONS for column in columns):
        for column in beside:
            column.meaning = Meaning.CONDITIONS


def _is_hot(grid: Grid, column: Column) -> bool:
    """Whether most cells of a column of temperatures tell one at which things are made."""
    if column.meaning is not Meaning.TEMPERATURE:
        return False
    cells = (temperature_in(row.text(column.index), column.head) for row in grid.rows)
    kelvin = [found[0] for found in cells if found is not None]
    return bool(kelvin) and median(kelvin) > _HOT
