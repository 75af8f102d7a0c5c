"""Words of heads, captions and labels, as ``cues.toml`` and ``heads.toml`` list them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable
from extractors.tables.columns import Meaning


class Cue(StrEnum):
    """The names of the cues."""

    BAND_GAP = "band_gap"
    BESIDE_PROCESS = "beside_process"
    BOUND = "bound"
    CHANGED_COMPOSITION = "changed_composition"
    CLASS_NAME = "class_name"
    COMPARED = "compared"
    COMPUTED = "computed"
    CONDITIONS_HEAD = "conditions_head"
    CONDUCTIVITY = "conductivity"
    ELECTRODE_HEAD = "electrode_head"
    FOUND_BY = "found_by"
    LOOKED_AT = "looked_at"
    MADE_BY = "made_by"
    MEASURED = "measured"
    MEASURED_AT = "measured_at"
    MEASURED_SO = "measured_so"
    NOT_WANTED = "not_wanted"
    NO_LABEL = "no_label"
    NO_VALUE = "no_value"
    REMARK_COMPUTED = "remark_computed"
    REMARKS_HEAD = "remarks_head"
    SOLVENT_HEAD = "solvent_head"
    STATE = "state"
    UNDOPED = "undoped"


FOLDER = Path(__file__).parent
CUES = CueTable(FOLDER / "cues.toml", Cue)
HEADS = CueTable(FOLDER / "heads.toml", Meaning)
"""What heads say by the meaning that they name, in the order in which they are asked."""
