"""Words around temperatures, as ``cues.toml`` lists them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable


class Cue(StrEnum):
    """The names of the cues."""

    ADJECTIVE = "adjective"
    ALL_AT = "all_at"
    ANNOUNCED = "announced"
    BRACKET_OPENS = "bracket_opens"
    CELL_TEST = "cell_test"
    CHANGES_ON = "changes_on"
    CLAUSE_BREAK = "clause_break"
    COMPARED = "compared"
    CHANGES_FROM = "changes_from"
    COMPUTED = "computed"
    CONDUCTION = "conduction"
    CONDUCTS = "conducts"
    ELECTRONIC = "electronic"
    EXAMPLE = "example"
    FOR_EACH = "for_each"
    GOES_ON_AT = "goes_on_at"
    HEATED = "heated"
    HOT_PROCESS = "hot_process"
    LIKENED = "likened"
    LIST_GAP = "list_gap"
    MEASURED = "measured"
    MEASUREMENT = "measurement"
    NEXT_TELLS = "next_tells"
    OTHER_STATEMENT = "other_statement"
    OTHER_WORK = "other_work"
    PASSED = "passed"
    RAISED = "raised"
    REACHED = "reached"
    SAME = "same"
    SAME_ONES = "same_ones"
    SAMPLE_LABEL = "sample_label"
    SPECTRA_AT = "spectra_at"
    TRANSITION = "transition"
    TREATMENT = "treatment"
    TREATMENT_BEFORE = "treatment_before"
    TREATMENT_BEHIND = "treatment_behind"
    TREATMENT_GAP = "treatment_gap"
    VARIED = "varied"


CUES = CueTable(Path(__file__).with_suffix(".toml"), Cue)
