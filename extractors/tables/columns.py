"""Columns of a table and what they mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.tables.cell_types import CellType
from extractors.mentions import Temperature
from extractors.properties import PropertySpec


class Meaning(StrEnum):
    """What a column holds."""

    MATERIAL = "material"
    MATRIX = "matrix"
    SALT = "salt"
    FILLER = "filler"
    DOPANT = "dopant"
    VARIABLE = "variable"  # the x of a series
    AMOUNT = "amount"
    ADDITIVE = "additive"
    VALUE = "value"  # of the property that the column's ``spec`` tells
    TEMPERATURE = "temperature"  # of measuring
    METHOD = "method"
    CONDITIONS = "conditions"  # of preparing
    PRECURSORS = "precursors"
    FORM = "form"
    KIND = "kind"  # family or type of the material
    REFERENCE = "reference"
    NUMBER = "row number"
    OTHER = "other"


@dataclass(slots=True)
class Column:
    """One column: its head's words, its meaning, and what the head says of every value below it.

    ``unit`` is the plain unit name of the head, ``multiplier`` what each printed number is to be multiplied with.
    ``logarithm``: 1 where the cells hold the decimal logarithm of the value, -1 its negative, else 0.
    ``degrees``: the unit of temperatures that stand behind the values without it.
    ``sources_glued``: raised citations of the cells came out as plain numbers behind the text.
    """

    index: int
    head: str
    meaning: Meaning = Meaning.OTHER
    spec: PropertySpec | None = None
    unit: str | None = None
    multiplier: float = 1.0
    property: str = ""
    temperature: Temperature | None = None
    origin: str = "experimental"
    flags: list[str] = field(default_factory=list)
    logarithm: int = 0
    degrees: str | None = None
    sources_glued: bool = False
    instead: int | None = None  # the column that names the material where this one has nothing
    explained: int | None = None  # the column that gives the composition of the codes of this one


def share(kinds: Counter[CellType], *wanted: CellType) -> float:
    """Which share of a column's cells, counted by their sort, is of the sorts wanted."""
    total = sum(kinds.values())
    return sum(kinds[kind] for kind in wanted) / total if total else 0.0
