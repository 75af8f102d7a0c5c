"""The sorts of cell content that columns of a table are told apart by, from the characters of a cell alone."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from corpus.tables import patterns
from corpus.tables.cell_types import CellType, cell_type
from corpus.tables.found import NO_BREAK
from corpus.tables.grid.formulas import closed


class Sort(IntEnum):
    """A sort of cell content; the number is its place in a column's profile."""

    FORMULA = 0
    TEXT = 1
    YEAR = 2
    INTEGER = 3
    DECIMAL = 4
    POWER = 5  # with a power of ten or a unit of conductivity
    RANGE = 6  # or two numbers with a stroke: "550/12"
    NOTED = 7  # a number with a remark in brackets: "0.83 (T)", "1.2 (25 °C)"
    TEMPERATURE = 8
    REFERENCE = 9
    DASH = 10
    PERCENT = 11
    EMPTY = 12
    UNIT = 13
    DESCRIBED = 14  # a formula with words behind it
    CODE = 15  # capitals that stand for a material or a method: "LLZO", "PEO-LiTFSI", "SSR"
    AGAIN = 16  # words that are a cell of the table several times: "No", "hot pressing"


DATA = frozenset(
    {
        Sort.YEAR, Sort.INTEGER, Sort.DECIMAL, Sort.POWER, Sort.RANGE, Sort.NOTED, Sort.TEMPERATURE, Sort.REFERENCE,
        Sort.PERCENT,
    }
)  # fmt: skip
"""Sorts that stand below a head and never in one."""

NAMES_ALONE = frozenset({Sort.FORMULA, Sort.CODE})
"""Sorts that begin a row and stand neither in a head nor in running text by themselves."""

_PRINT = str.maketrans("\xa0‐‑−ൈ˚◦º\ufffe", " ---×°°°-")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE_POWER = re.compile(r"10\s?[-–]\s?(\d{1,2})(?!\d)")
# "2.1 9 10-3", "2.1 · 10-3": a sign of multiplication that a converter named wrongly.
_TIMES = re.compile(r"(?<=\d) ?[9·⋅] ?(?=10\s?\^?[-–]\s?\d)")
_GLUED_SOURCE = re.compile(r"RT\s?\d{1,3}|\d{5,6}")
_NARRATIVE = re.compile(r"[A-Z][A-Za-z'-]{1,30}(?: et al\.?)?,? ?\[\d{1,3}(?:[,–-]\d{1,3})*\]")
_SPREAD = re.compile(r"\s?(?:±\s?[\d.]+|\(\d+\))")
_NOTE = re.compile(r"\(\s?(?:RT|\d+(?:\.\d+)? ?(?:°|K\b)|[A-Za-z])")
_RANGE = re.compile(
    r"[~<>≈]?\s?\d+(?:\.\d+)?\s?[-–~/]\s?\d+(?:\.\d+)?|\[\s?\d+(?:\.\d+)?\s?[,;–-]\s?\d+(?:\.\d+)?\s?\]"
)
_INTEGER = re.compile(r"[~<>≈-]?\s?\d+")
_WORDS_BEHIND = re.compile(r"\S (?!with\b|doped\b)[A-Za-z-]*[a-z]{3}[a-z-]*(?:[ ,]|$)")
_CODE = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})(?:[A-Z][A-Za-z0-9]{0,5}|[a-z])(?:[-–/][A-Z0-9][A-Za-z0-9.]{0,7}){0,4}")
# "PEO/LiTFSI + 10 wt% LLZTO nanowires": codes, each with its share, that make a mixture.
_PLUS = re.compile(r" ?\+ ?(?:\d{1,2}(?:\.\d{1,2})? ?(?:(?:wt|vol|mol)\.? ?)?% ?)?")
_WORDS_OF_FORM = re.compile(r"(?: [a-z][a-z-]{2,20}){1,2}$")
# "2.1 × 10-3a", "0.31*": a value with the mark of a footnote.
_MARKED = re.compile(
    r"([~<>≈]?\s?\d[\d.]*(?:.{0,6}10\s?\^?[-–]\s?\d{1,2})?)(?<=\d)(?:(?<=[.-]\d)|(?<=[.-]\d\d))[a-f*†‡§]"
)
_VOLTAGE = re.compile(rf"{patterns.SIGN}?\s?\d+(?:\.\d+)? ?V")
_NO_UNIT = re.compile(r"[KVh%]")
_PLAIN = {
    CellType.TEMPERATURE: Sort.TEMPERATURE,
    CellType.CONDITION: Sort.TEMPERATURE,
    CellType.PERCENT: Sort.PERCENT,
}
_NUMBERS = (CellType.SCIENTIFIC, CellType.ENERGY, CellType.NUMBER)


def printed_same_length(text: str) -> str:
    """A line's characters with the usual signs for those that converters vary, one for one."""
    return text if text.isascii() else text.translate(_PRINT)


@lru_cache(maxsize=65536)
def printed(text: str) -> str:
    """A cell's characters with the usual signs for those that converters vary, and single blanks."""
    return " ".join(printed_same_length(text).replace(NO_BREAK, "").split())


@lru_cache(maxsize=65536)
def sort_of(text: str) -> Sort:
    """The sort of a cell whose text was passed through :func:`printed`."""
    if not text:
        return Sort.EMPTY
    text = closed(text)
    if (marked := _MARKED.fullmatch(text)) is not None:
        text = marked[1]
    if not text[0].isdigit():
        if patterns.DASH_CELL.match(text):
            return Sort.DASH
        if patterns.BRACKETED_REFERENCE.match(text) or patterns.OWN_WORK.match(text) or _NARRATIVE.fullmatch(text):
            return Sort.REFERENCE
        if patterns.UNIT_ONLY.match(text) and not _NO_UNIT.fullmatch(text):
            return Sort.UNIT
    if _YEAR.fullmatch(text):
        return Sort.YEAR
    if _GLUED_SOURCE.fullmatch(text):
        return Sort.TEMPERATURE
    if _RANGE.fullmatch(text):
        return Sort.RANGE
    if _VOLTAGE.fullmatch(text):
        return Sort.DECIMAL
    if "10" in text:
        text = _BARE_POWER.sub(r"10^-\1", _TIMES.sub(" × ", text))
    return _of_content(text)


def _of_content(text: str) -> Sort:
    kind = cell_type(text)
    if kind in _NUMBERS:
        return _of_number(text, kind)
    if kind is not CellType.FORMULA and kind in _PLAIN:
        return _PLAIN[kind]
    if kind is CellType.FORMULA or any(map(patterns.FORMULA_TOKEN.match, text.split())):
        return Sort.DESCRIBED if _WORDS_BEHIND.search(text) else Sort.FORMULA
    return Sort.CODE if all(map(_CODE.fullmatch, _PLUS.split(_WORDS_OF_FORM.sub("", text)))) else Sort.TEXT


def _of_number(text: str, kind: CellType) -> Sort:
    if _NOTE.search(text):
        return Sort.NOTED
    if kind is CellType.SCIENTIFIC:
        return Sort.POWER
    return Sort.INTEGER if _INTEGER.fullmatch(_SPREAD.sub("", text)) else Sort.DECIMAL
