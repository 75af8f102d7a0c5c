"""What stands below a head, told by its words alone; the words are data (``head_words.toml``)."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from corpus.patterns import read_patterns


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


_P = read_patterns(__file__)
_HEADS = [(_P[name], Below(entry["below"])) for name, entry in _P.entries.items()]


@lru_cache(maxsize=8192)
def below(head: str) -> Below:
    """What stands below a head with these words (as :func:`~corpus.tables.grid.sorts.printed` gives them)."""
    return next((kind for pattern, kind in _HEADS if pattern.search(head)), Below.UNKNOWN)


def is_known(head: str) -> bool:
    """Whether the words are some that head columns."""
    return below(head) is not Below.UNKNOWN
