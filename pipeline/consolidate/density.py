"""How dense a sample is told to be."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from extractors.cues import CueTable


class Told(StrEnum):
    """What is sought; the words stand in ``density.toml``."""

    RELATIVE_DENSITY = "relative_density"


CUES: CueTable[Told] = CueTable(Path(str(files(__package__).joinpath("density.toml"))), Told)


def relative_density(sentence: str) -> float | None:
    """Percent of the theoretical density that a sentence tells; None when it tells none, or several.

    >>> relative_density("A pellet of 93.5 % relative density reached 1.2 mS/cm.")
    93.5
    """
    found = {float(next(filter(None, match.groups()))) for match in CUES.all_in(Told.RELATIVE_DENSITY, sentence or "")}
    return found.pop() if len(found) == 1 else None
