"""Words beside which an unknown code is a sample's name, from ``code_cues.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.data import data_of
from corpus.patterns import filled, words_of

SIGN_BEFORE: Final = r"(?:(?<![\w-])[a-hmort][-–])"  # of a code's polymorph: "c-NBQZ"
GIVES_A_NAME: Final = frozenset({"named so", "sample in a bracket"})
SAMPLE_BRACKET: Final = "name in the sample's bracket"
ITS_KIND: Final = "the electrolyte"
"""The cue of what a code is, which is enough for one with a number: ``the CSE-20 electrolyte``."""


@dataclass(frozen=True, slots=True)
class CodeCue:
    """Words beside which an unknown code names a sample. ``example`` marks the code with braces."""

    name: str
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    sure: bool
    example: str
    counter: str


def _read() -> tuple[CodeCue, ...]:
    data = data_of(__file__, "code_cues.toml")
    words = words_of(data["words"])
    return tuple(
        CodeCue(
            row["name"],
            re.compile(rf"(?:(?<=\W)|^){filled(row['before'], words)}{SIGN_BEFORE}?$") if "before" in row else None,
            re.compile(filled(row["behind"], words)) if "behind" in row else None,
            row.get("sure", False),
            row["example"],
            row["counter"],
        )
        for row in data["cue"]
    )


CUES: Final = _read()
REACH_BEFORE: Final = 48  # characters before a code that its cue may take


def cues_at(text: str, start: int, end: int) -> Iterator[CodeCue]:
    """The cues that make a name of a stretch of text."""
    before = text[max(start - REACH_BEFORE, 0) : start]
    for cue in CUES:
        if (cue.before is not None and cue.before.search(before)) or (cue.behind and cue.behind.match(text, end)):
            yield cue
