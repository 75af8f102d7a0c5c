"""At which temperature the values of a table were measured, when the cell itself does not say it."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.document import Table
from extractors.mentions import Temperature
from extractors.tables import patterns
from extractors.tables.columns import Column, Meaning
from extractors.tables.grid import Row
from extractors.tables.values import temperature_in
from extractors.temperature import find_temperatures

ROOM = 298.15  # K
_UNLESS = re.compile(
    r"unless|otherwise|measured|tested|test |conductivit|all |temperature|values|data|at RT\b|\bRT\b", re.IGNORECASE
)
_DEFINITION = re.compile(r"^\W*RT\s?[:=]|[;,]\s*RT\s?[:=]", re.IGNORECASE)


class Measured(NamedTuple):
    """A temperature in K, its words, and where it was found."""

    kelvin: float
    surface: str
    source: str


def column_temperature(row: Row, columns: list[Column]) -> Measured | None:
    """From the row's cell in a column of temperatures; a citation glued to it is left off."""
    for column in columns:
        if column.meaning is not Meaning.TEMPERATURE:
            continue
        text = row.text(column.index)
        glued = split_glued(text)
        if glued is not None:
            text = glued[0]
        if text.upper() == "RT":
            return Measured(ROOM, text, "column")
        temperatures = find_temperatures(text)
        if len(temperatures) == 1 and temperatures[0].low == temperatures[0].high:
            return Measured(temperatures[0].low, temperatures[0].surface, "column")
        found = temperature_in(text, column.head)
        if found is not None:
            return Measured(found[0], text[found[1] : found[2]], "column")
    return None


def split_glued(text: str) -> tuple[str, int] | None:
    """``25253`` as the temperature 25 and the citation 253; None for a plain temperature.

    Conductivities are reported from room temperature to 150 °C; a longer number has a raised citation glued to it.
    """
    match = re.fullmatch(r"(RT|\d{2,6})\s?(?:°\s?C)?\s?(\d{1,3})?", text.strip())
    if match is None:
        return None
    first, rest = match[1], match[2]
    if rest is not None:
        return first, int(rest)
    if first == "RT" or len(first) < 4 or first.startswith("0"):
        return None
    usual = [size for size in (2, 3) if first[size : size + 1] not in ("", "0") and 1 <= len(first) - size <= 3]
    ranked = sorted(usual, key=lambda size: _unusual(int(first[:size])))
    if not ranked or _unusual(int(first[: ranked[0]])) > 1:
        return None
    return first[: ranked[0]], int(first[ranked[0] :])


def _unusual(celsius: int) -> int:
    if celsius in (20, 22, 23, 24, 25, 26, 27, 30):
        return 0
    if 15 <= celsius <= 100 and celsius % 5 == 0:
        return 1
    return 2 if 15 <= celsius <= 150 else 3


def _spoken(text: str, treatments: bool) -> Temperature | None:
    """The one temperature of a caption or footnote that is no temperature of treatment."""
    found = [t for t in find_temperatures(text) if t.low == t.high]
    if not treatments:
        found = [t for t in found if not patterns.TREATMENT_BEFORE.search(text[: t.start])]
    return found[0] if found and len({t.low for t in found}) == 1 else None


def table_temperature(table: Table) -> Measured | None:
    """From the caption, else from a footnote that speaks of how the values were measured."""
    said = _spoken(table.caption.text, treatments=False)
    if said is not None:
        return Measured(said.low, said.surface, "caption")
    for note in table.footnotes:
        for sentence in patterns.SENTENCE_SPLIT.split(note.text):
            if _DEFINITION.search(sentence) or not _UNLESS.search(sentence):
                continue
            said = _spoken(sentence, treatments=False)
            if said is not None:
                return Measured(said.low, said.surface, "footnote")
    return None
