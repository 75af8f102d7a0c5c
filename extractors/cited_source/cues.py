"""Words around citations, as ``cues.toml`` lists them: of a work told of, compared with, or of the authors' own."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path


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
    REVIEW_TITLE = "review_title"
    TOLD_ON = "told_on"
    VALUE_LIST_GAP = "value_list_gap"
    WORK_NAMED = "work_named"
    WORK_TOLD = "work_told"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue: what it says, its pattern, and texts that it must fit and must not fit."""

    about: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@cache
def cues() -> dict[Cue, Entry]:
    """All cues by name; ValueError for one that :class:`Cue` does not have."""
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {
        Cue(name): Entry(
            cue["about"],
            re.compile("|".join(cue["patterns"]), re.IGNORECASE if cue.get("any_case", False) else 0),
            tuple(cue["examples"]),
            tuple(cue["counters"]),
        )
        for name, cue in data.items()
    }


def matches(cue: Cue, text: str) -> bool:
    """Whether a cue stands anywhere in a text."""
    return cues()[cue].pattern.search(text) is not None


def count(cue: Cue, text: str) -> int:
    """How often a cue stands in a text."""
    return sum(1 for _ in cues()[cue].pattern.finditer(text))


def opens(cue: Cue, text: str) -> bool:
    """Whether a text begins with a cue."""
    return cues()[cue].pattern.match(text) is not None


def found_in(cue: Cue, text: str, start: int, end: int) -> bool:
    """Whether a cue stands within ``[start, end)`` of a text."""
    return cues()[cue].pattern.search(text, start, end) is not None


def fullmatches(cue: Cue, text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` of a text is nothing but the cue."""
    return cues()[cue].pattern.fullmatch(text, start, end) is not None
