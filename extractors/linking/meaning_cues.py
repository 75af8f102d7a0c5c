"""Words that tell what a value measures: which conductivity, which energy. They stand in ``meaning_cues.toml``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable


class Cue(StrEnum):
    """What the words of ``meaning_cues.toml`` tell."""

    GRAIN = "grain"
    BULK = "bulk"
    BULK_LISTED = "bulk_listed"
    BULK_PLACE = "bulk_place"
    TOTAL = "total"
    TOTAL_LISTED = "total_listed"
    ELECTRICAL = "electrical"
    ELECTRONIC = "electronic"
    ELECTRONIC_LISTED = "electronic_listed"
    IONIC = "ionic"
    IONIC_LISTED = "ionic_listed"
    PLAIN = "plain"
    SUMMED = "summed"
    BEFORE_BRACKET = "before_bracket"
    RIGHT_BEHIND = "right_behind"
    ELECTRONS = "electrons"
    GOES_ON_WITH_VALUE = "goes_on_with_value"
    DIRECT_CURRENT = "direct_current"
    ACTIVATION = "activation"
    BARRIER = "barrier"
    OTHER = "other"
    NOT_OF_CONDUCTION = "not_of_conduction"
    CALORIMETRY = "calorimetry"
    BARRIER_RENAMED = "barrier_renamed"
    ENERGY_BESIDE = "energy_beside"
    ACTIVATION_SEEN = "activation_seen"
    BARRIER_OF_JUMP = "barrier_of_jump"

    @property
    def kind(self) -> str:
        """Which conductivity a cue of one tells; the same kind is told in several ways."""
        return self.partition("_")[0]


CONDUCTIVITIES = tuple(Cue)[: list(Cue).index(Cue.PLAIN) + 1]
"""Cues that tell which conductivity is meant."""

ENERGIES = (Cue.ACTIVATION, Cue.OTHER, Cue.BARRIER)
"""Cues that tell which energy is meant, the first before the others at the same place."""

MOTIONS = (Cue.ACTIVATION_SEEN, Cue.BARRIER_OF_JUMP)
"""Cues by which an energy without a name is one of moving ions."""

CUES = CueTable(Path(__file__).with_name("meaning_cues.toml"), Cue)
