"""The crystal system that a space group in a row of a table tells."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from extractors.cues import CueTable


class System(StrEnum):
    """Crystal systems; their space groups stand in ``space_groups.toml``."""

    CUBIC = "cubic"
    TETRAGONAL = "tetragonal"
    ORTHORHOMBIC = "orthorhombic"
    MONOCLINIC = "monoclinic"
    RHOMBOHEDRAL = "rhombohedral"
    TRIGONAL = "trigonal"
    HEXAGONAL = "hexagonal"


CUES: CueTable[System] = CueTable(Path(str(files(__package__).joinpath("space_groups.toml"))), System)


def crystal_system(row: str) -> str | None:
    """The system of the one space group that a row of a table names; None when it names none or several.

    >>> crystal_system("Li7La3Zr2O12 | I41/acd | 0.67 eV")
    'tetragonal'
    """
    found = [system.value for system in System if CUES.matches(system, row)]
    return found[0] if len(found) == 1 else None
