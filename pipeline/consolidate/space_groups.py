"""The crystal system that a space group in a row of a table tells; ``space_groups.toml`` lists them."""

from __future__ import annotations

from corpus.patterns import read_patterns

CUES = read_patterns(__file__)


def crystal_system(row: str) -> str | None:
    """The system of the one space group that a row of a table names; None when it names none or several.

    >>> crystal_system("Li7La3Zr2O12 | I41/acd | 0.67 eV")
    'tetragonal'
    """
    found = [system.lower() for system in CUES.entries if CUES[system].search(row)]
    return found[0] if len(found) == 1 else None
