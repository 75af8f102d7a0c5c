"""Words around numbers, as ``cues.toml`` lists them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable


class Cue(StrEnum):
    """The names of the cues."""

    ANGLE = "angle"
    BETWEEN = "between"
    CHANGE_FROM = "change_from"
    CHARGE_RATE = "charge_rate"
    CRYSTAL_SITE_BEFORE = "crystal_site_before"
    CRYSTAL_SITE_BEHIND = "crystal_site_behind"
    FROM = "from"
    HEAT = "heat"
    LABEL = "label"
    NEGATION = "negation"
    NUMBERED_THING = "numbered_thing"
    OF_ANOTHER = "of_another"
    OR_LESS = "or_less"
    OR_MORE = "or_more"
    RELATION = "relation"
    SPREAD_FROM = "spread_from"
    STATED = "stated"
    THRESHOLD = "threshold"
    UNIT_TOLD = "unit_told"


CUES = CueTable(Path(__file__).with_suffix(".toml"), Cue)
