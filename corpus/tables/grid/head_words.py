"""What stands below a head, told by its words alone; the words are data (``head_words.toml``)."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from functools import lru_cache
from pathlib import Path


class Below(StrEnum):
    """What a column holds, as far as its head's words tell."""

    CONDUCTIVITY = "conductivity"
    ENERGY = "energy"
    TEMPERATURE = "temperature"
    CONDITION = "condition"  # of preparing
    NUMBER = "number"
    YEAR = "year"
    REFERENCE = "reference"
    NAME = "name"
    TEXT = "text"
    UNKNOWN = "unknown"


def _load() -> tuple[tuple[re.Pattern[str], Below], ...]:
    with (Path(__file__).parent / "head_words.toml").open("rb") as file:
        entries = tomllib.load(file)["head"]
    return tuple((re.compile(e["pattern"], 0 if e["case"] else re.IGNORECASE), Below(e["below"])) for e in entries)


_HEADS = _load()


@lru_cache(maxsize=8192)
def below(head: str) -> Below:
    """What stands below a head with these words (as :func:`~corpus.tables.grid.sorts.printed` gives them)."""
    return next((kind for pattern, kind in _HEADS if pattern.search(head)), Below.UNKNOWN)


def is_known(head: str) -> bool:
    """Whether the words are some that head columns."""
    return below(head) is not Below.UNKNOWN
