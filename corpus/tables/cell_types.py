"""What a cell holds, told from its characters alone: the ground on which rows are realigned and heads are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

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
    return any(patterns.FORMULA_TOKEN.match(token) for token in text.split()[:3])


def _has(unit: re.Pattern[str], text: str) -> bool:
    """Whether a unit stands outside the brackets of a quantity."""
    return patterns.IS_QUANTITY.match(text) is not None and unit.search(_BRACKETS.sub("", text)) is not None


def _is_number(text: str) -> bool:
    """A number, below zero or with a remark in brackets too."""
    if patterns.IS_NUMBER.match(text):
        return True
    bare = _BRACKETS.sub("", text).strip()
    return bare != text and patterns.IS_NUMBER.match(bare) is not None and patterns.IS_QUANTITY.match(text) is not None


_TESTS: Final[tuple[tuple[CellType, Callable[[str], object]], ...]] = (
    (CellType.DASH, patterns.DASH_CELL.match),
    (CellType.REFERENCE, patterns.BRACKETED_REFERENCE.match),
    (CellType.REFERENCE, patterns.OWN_WORK.match),
    (CellType.CONDITION, lambda text: patterns.IS_TEMPERATURE.match(text) and patterns.HAS_DURATION.search(text)),
    (CellType.TEMPERATURE, patterns.IS_TEMPERATURE.match),
    (CellType.PERCENT, patterns.IS_PERCENT.match),
    (CellType.SCIENTIFIC, patterns.IS_SCIENTIFIC.match),
    (CellType.SCIENTIFIC, lambda text: _has(patterns.HAS_CONDUCTIVITY_UNIT, text)),
    (CellType.ENERGY, lambda text: _has(patterns.HAS_ENERGY_UNIT, text)),
    (CellType.NUMBER, _is_number),
    (CellType.FORMULA, is_formula),
)
"""What tells each sort, the surest first."""


def cell_type(text: str, cited: bool = False) -> CellType:
    """The sort of a cell with this clean (or raw plain) text; ``cited``: a citation was lifted out of it."""
    text = text.strip()
    if not text:
        return CellType.REFERENCE if cited else CellType.EMPTY
    return next((sort for sort, test in _TESTS if test(text)), CellType.TEXT)


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
