"""Cues: words that tell something, listed in data files, each with examples that it must fit and must not fit.

A file holds one table a cue: ``about`` (what it says), ``patterns`` (alternatives, none long, each bounded),
``examples``, ``counters``, and ``any_case`` when upper and lower case are alike.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """One cue: what it says, its pattern, and texts that it must fit and must not fit."""

    about: str
    patterns: tuple[str, ...]
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counters: tuple[str, ...]


class CueTable(Generic[Name]):
    """The cues of one file by their names, read when they are first asked for.

    ValueError for a cue that ``names`` does not have, KeyError for one that the file does not.
    """

    def __init__(self, file: Path, names: type[Name]) -> None:
        self._file = file
        self._names = names

    @cached_property
    def entries(self) -> dict[Name, Entry]:
        """All cues by name."""
        data = tomllib.loads(self._file.read_text(encoding="utf-8"))
        return {
            self._names(name): Entry(
                cue["about"],
                tuple(cue["patterns"]),
                re.compile("|".join(cue["patterns"]), re.IGNORECASE if cue.get("any_case", False) else 0),
                tuple(cue["examples"]),
                tuple(cue["counters"]),
            )
            for name, cue in data.items()
        }

    def matches(self, cue: Name, text: str) -> bool:
        """Whether a cue stands anywhere in a text."""
        return self.entries[cue].pattern.search(text) is not None

    def opens(self, cue: Name, text: str, start: int = 0) -> bool:
        """Whether a text begins with a cue at ``start``."""
        return self.entries[cue].pattern.match(text, start) is not None

    def found_in(self, cue: Name, text: str, start: int, end: int) -> bool:
        """Whether a cue stands within ``[start, end)`` of a text."""
        return self.entries[cue].pattern.search(text, start, end) is not None

    def fullmatches(self, cue: Name, text: str, start: int, end: int) -> bool:
        """Whether ``[start, end)`` of a text is nothing but the cue."""
        return self.entries[cue].pattern.fullmatch(text, start, end) is not None

    def all_in(self, cue: Name, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every place where a cue stands within ``[start, end)`` of a text."""
        return self.entries[cue].pattern.finditer(text, start, end)
