"""What a cell holds, told from its characters alone: the ground on which rows are realigned and heads are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from corpus.tables import patterns


class CellType(StrEnum):
    """The sorts of cell content."""

    EMPTY = "empty"
    DASH = "dash"  # "/", "—", "n.a.": the authors had nothing to put there
    REFERENCE = "reference"
    SCIENTIFIC = "scientific"  # a number with a power of ten or a unit of conductivity
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    CONDITION = "condition"  # temperature with a time: "850 °C/10 h"
    PERCENT = "percent"
    NUMBER = "number"
    FORMULA = "formula"
    TEXT = "text"


_NUMERIC = frozenset({CellType.SCIENTIFIC, CellType.NUMBER, CellType.ENERGY, CellType.PERCENT, CellType.TEMPERATURE})
_DATA = _NUMERIC | {CellType.REFERENCE, CellType.CONDITION}
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def is_formula(text: str) -> bool:
    """Whether a cell names a composition by its formula or a mixture of formulas."""
    tokens = text.split()
    return bool(tokens) and any(patterns.FORMULA_TOKEN.match(token) for token in tokens[:3])


@lru_cache(maxsize=65536)
def cell_type(text: str, cited: bool = False) -> CellType:
    """The sort of a cell with this clean (or raw plain) text; ``cited``: a citation was lifted out of it."""
    text = text.strip()
    if not text:
        return CellType.REFERENCE if cited else CellType.EMPTY
    if patterns.DASH_CELL.match(text):
        return CellType.DASH
    if patterns.BRACKETED_REFERENCE.match(text) or patterns.OWN_WORK.match(text):
        return CellType.REFERENCE
    if patterns.IS_TEMPERATURE.match(text):
        return CellType.CONDITION if patterns.HAS_DURATION.search(text) else CellType.TEMPERATURE
    if not text[0].isalpha() and (number := _number_type(text)) is not None:
        return number
    if is_formula(text):
        return CellType.FORMULA
    return CellType.TEXT


def _number_type(text: str) -> CellType | None:
    if patterns.IS_PERCENT.match(text):
        return CellType.PERCENT
    if patterns.IS_QUANTITY.match(text):
        bare = _BRACKETS.sub("", text)
        if patterns.IS_SCIENTIFIC.match(text) or patterns.HAS_CONDUCTIVITY_UNIT.search(bare):
            return CellType.SCIENTIFIC
        if patterns.HAS_ENERGY_UNIT.search(bare):
            return CellType.ENERGY
        if patterns.IS_NUMBER.match(bare.strip()):
            return CellType.NUMBER
    return CellType.NUMBER if patterns.IS_NUMBER.match(text) else None  # below zero, or with its deviation


def is_data(kind: CellType) -> bool:
    """Whether such a cell belongs to a row of data and never to a head."""
    return kind in _DATA


def is_numeric(kind: CellType) -> bool:
    """Whether such a cell is a number with or without its unit."""
    return kind in _NUMERIC


def column_types(rows: Sequence[Sequence[CellType]], columns: int) -> list[CellType | None]:
    """The prevailing sort of each column (at least 60 % of its filled cells); None: mixed or empty."""
    result: list[CellType | None] = []
    for column in range(columns):
        seen = Counter(row[column] for row in rows if column < len(row))
        filled = {kind: n for kind, n in seen.items() if kind not in (CellType.EMPTY, CellType.DASH)}
        total = sum(filled.values())
        best = max(filled, key=lambda kind: filled[kind], default=None)
        result.append(best if best is not None and filled[best] >= 0.6 * total else None)
    return result


def is_prose(text: str) -> bool:
    """Whether a line is running text and no row of a table: it is long and full of function words."""
    words = re.findall(r"[A-Za-z]+", text)
    if len(words) < 5:
        return False
    stops = sum(word in patterns.STOP_WORDS for word in words) + (words[0].lower() in patterns.STOP_WORDS)
    return stops >= 3 or (stops >= 2 and stops >= 0.2 * len(words))
