"""At which temperature the values of a table were measured, when the cell itself does not say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from corpus.document import Cell, Table
from extractors.mentions import ZERO_CELSIUS_K, Temperature
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.cues import CUES
from extractors.tables.grid import Row
from extractors.tables.values import temperature_in
from extractors.temperature import find_temperatures, is_treatment

LOWEST_BARE_KELVIN = 250.0  # a bare figure from here on is in K: nobody names σ measured at 250 °C so
_DEFINITION = re.compile(r"^\W*RT\s?[:=]|[;,]\s*RT\s?[:=]", re.IGNORECASE)


_BARE_TITLE = re.compile(r"\W*(?:(?:at|T)\W*)?", re.IGNORECASE)
_IN_KELVIN = re.compile(r"[(/\[]\s*K\b")
_LIST_GAP = re.compile(r"\s*[;,/]\s*|(?<=[\dTCK])\s+(?=\d)")
BOUND_REACH = 20
"""Characters before a temperature in which a word makes it a bound."""

_POSSIBLE = 2  # how unusual a measuring temperature may be


class Measured(NamedTuple):
    """A temperature in K, its words, and where it was found."""

    kelvin: float
    surface: str
    source: str


def column_temperature(row: Row, columns: list[Column], place: int = 0, count: int = 1) -> Measured | None:
    """From the row's cell in a column of temperatures; a citation glued to it is left off.

    ``place``: which of the ``count`` values of the row's cell is meant, where the temperatures stand in such a list.
    """
    for column in columns:
        if column.meaning is not Meaning.TEMPERATURE:
            continue
        text = row.text(column.index)
        listed = _LIST_GAP.split(text)
        if count > 1 and len(listed) == count:
            text = listed[place]
        glued = split_glued(text, column.head, column.sources_glued)
        if glued is not None:
            text = glued[0]
        temperatures = find_temperatures(text)
        if len(temperatures) == 1 and temperatures[0].low == temperatures[0].high:
            return Measured(temperatures[0].low, temperatures[0].surface, "column")
        found = temperature_in(text, column.head)
        if found is not None:
            return Measured(found[0], text[found[1] : found[2]], "column")
    return None


def split_glued(text: str, head: str = "", apart: bool = True) -> tuple[str, int] | None:
    """``25253`` as the temperature 25 and the citation 253; None for a plain temperature.

    Conductivities are reported from room temperature to 150 °C; a longer number has a raised citation glued to it.
    ``head`` tells whether the figures are in K; ``apart``: a citation may also stand behind a blank.
    """
    match = re.fullmatch(r"(RT|\d{2,6})\s?(?:°\s?C)?\s?(\d{1,3})?", text.strip())
    if match is None:
        return None
    first, rest = match[1], match[2]
    if rest is not None:
        return (first, int(rest)) if apart or not text.strip()[: match.start(2)].rstrip().isdigit() else None
    if first == "RT" or len(first) < 4 or first.startswith("0"):
        return None
    size = _likeliest_size(first, round(ZERO_CELSIUS_K) if _IN_KELVIN.search(head) else 0)
    return (first[:size], int(first[size:])) if size else None


def _likeliest_size(figures: str, zero: int) -> int:
    """How many figures are a usual temperature, counted from ``zero`` on, with a citation behind; 0 in doubt."""
    sizes = [size for size in (2, 3) if figures[size : size + 1] not in ("", "0") and 1 <= len(figures) - size <= 3]
    ranked = sorted((_unusual(int(figures[:size]) - zero), size) for size in sizes)
    if not ranked or ranked[0][0] > _POSSIBLE or ranked[0][0] in [unusual for unusual, _ in ranked[1:]]:
        return 0
    return ranked[0][1]


def _unusual(celsius: int) -> int:
    if celsius in (20, 22, 23, 24, 25, 26, 27, 30):
        return 0
    if 15 <= celsius <= 100 and celsius % 5 == 0:
        return 1
    return 2 if 15 <= celsius <= 150 else 3


def head_temperature(head: str) -> Temperature | None:
    """The one temperature that a head gives all values below it: "σ at 60 °C", "σ_25 (S/cm)"; None for several."""
    temperatures = find_temperatures(patterns.GLUED_TEMPERATURE.sub(" ", head))
    if temperatures:
        return temperatures[0] if len({t.low for t in temperatures}) == 1 else None
    index = patterns.SYMBOL_TEMPERATURE.match(head)
    if index is None:
        return None
    figure = float(re.sub("[−–]", "-", index["figure"]))
    kelvin = figure if figure >= LOWEST_BARE_KELVIN else round(figure + ZERO_CELSIUS_K, 2)
    return Temperature(index.start("figure"), index.end("figure"), kelvin, kelvin, index["figure"])


def _spoken(text: str) -> Temperature | None:
    """The temperature of a caption or footnote at which its values were measured; None when several may be meant.

    Of several that are no treatments (of the structure, of the conductivity) the one behind the word conductivity.
    """
    found = [t for t in find_temperatures(text) if t.low == t.high and _may_be_measured_at(text, t)]
    if len({t.low for t in found}) <= 1:
        return found[0] if found else None
    for word in CUES.CONDUCTIVITY.finditer(text):
        behind = [t for t in found if t.start >= word.end()]
        if not behind:
            continue
        listed = len(behind) > 1 and patterns.SAME_LIST.fullmatch(text, behind[0].end, behind[1].start)
        return None if listed else behind[0]
    return None


def _may_be_measured_at(text: str, temperature: Temperature) -> bool:
    """Whether a temperature is that of no treatment, and no bound of a range told of activation energies."""
    bounds = CUES.BOUND.search(text, max(0, temperature.start - BOUND_REACH), temperature.start)
    return not bounds and not is_treatment(text, temperature, ())


def table_temperature(table: Table) -> Measured | None:
    """From the caption, else from a footnote that speaks of how all values were measured."""
    said = _spoken(table.caption.text)
    if said is not None:
        return Measured(said.low, said.surface, "caption")
    marks = _used_marks(table)
    for note in table.footnotes:
        if note_mark(note.text) in marks:
            continue
        said = _measured(note.text)
        if said is not None:
            return Measured(said.low, said.surface, "footnote")
    return None


def title_temperature(title: str) -> Measured | None:
    """From the sub-heading over a row that is nothing but a temperature or says how it was measured."""
    said = _spoken(title)
    if said is None:
        return None
    rest = _without(title, said.surface)
    if _BARE_TITLE.fullmatch(rest) is None and not CUES.MEASURED_SO.search(rest):
        return None
    return Measured(said.low, said.surface, "sub-heading")


def marked_temperature(cells: Iterable[Cell], table: Table) -> Measured | None:
    """From the footnote whose mark (a, *, † ...) one of these cells bears."""
    said = _of_notes({mark for cell in cells for mark in cell_marks(cell)}, table)
    return Measured(said.low, said.surface, "footnote") if said is not None else None


def temperature_of_marks(head: str, table: Table) -> Temperature | None:
    """From the footnote whose mark a column's head bears: ``σ^b (S cm^-1)``."""
    return _of_notes(set(patterns.HEAD_MARK.findall(head)), table)


def _of_notes(marks: Set[str], table: Table) -> Temperature | None:
    """The temperature that the first footnote with one of these marks names, alone or as one of measuring."""
    for note in table.footnotes:
        mark = patterns.NOTE_MARK.match(note.text)
        if mark is not None and mark[1] in marks:
            said = _measured(note.text)
            bare = _spoken(note.text) if said is None else None
            if bare is not None and _BARE_TITLE.fullmatch(_without(note.text[mark.end() :], bare.surface)):
                said = bare
            if said is not None:
                return said
    return None


def _without(text: str, words: str) -> str:
    return text.replace(words, "", 1)


def _measured(note: str) -> Temperature | None:
    """The measuring temperature that a footnote names."""
    for sentence in patterns.SENTENCE_SPLIT.split(note):
        if _DEFINITION.search(sentence) or not CUES.MEASURED_SO.search(sentence):
            continue
        said = _spoken(sentence)
        if said is not None:
            return said
    return None


def note_mark(note: str) -> str:
    """The mark that a footnote begins with; empty for a general note."""
    match = patterns.NOTE_MARK.match(note)
    return match[1] if match is not None else ""


def cell_marks(cell: Cell) -> list[str]:
    """The footnote marks behind a cell's text."""
    match = patterns.CELL_MARK.search(cell.text.text)
    return re.findall(r"[a-z*†‡§#]", match.group()) if match is not None else []


def _used_marks(table: Table) -> set[str]:
    """The marks that cells below the head bear; those of heads and caption speak of all rows."""
    return {mark for cell in table.cells if cell.row >= table.header_rows for mark in cell_marks(cell)}
