"""Words around a making, as ``cues.toml`` lists them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable


class Cue(StrEnum):
    """The names of the cues."""

    DESCRIBED_ELSEWHERE = "described_elsewhere"
    UNNAMED_REAGENTS = "unnamed_reagents"


CUES = CueTable(Path(__file__).with_name("cues.toml"), Cue)
