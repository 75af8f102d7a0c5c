"""Words around citations, as ``cues.toml`` lists them: of a work told of, compared with, or of the authors' own."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from extractors.cues import CueTable


class Cue(StrEnum):
    """The names of the cues."""

    AGENT = "agent"
    ANOTHER_NAME = "another_name"
    COMPARED_WORK = "compared_work"
    COMPARISON = "comparison"
    EARLIER_WORK = "earlier_work"
    GOES_ON = "goes_on"
    INTRODUCTION = "introduction"
    NAME_ENDS = "name_ends"
    NEW_WORK = "new_work"
    OWN_CLAUSE = "own_clause"
    OWN_SECTION = "own_section"
    OWN_STUDY = "own_study"
    OWN_WORK = "own_work"
    PICTURE_CREDIT = "picture_credit"
    REVIEW_ABSTRACT = "review_abstract"
    REVIEW_LABEL = "review_label"
    REVIEW_TITLE = "review_title"
    TOLD_ON = "told_on"
    TURNS_TO = "turns_to"
    VALUE_LIST_GAP = "value_list_gap"
    WORK_NAMED = "work_named"
    WORK_TOLD = "work_told"


CUES = CueTable(Path(__file__).with_suffix(".toml"), Cue)
