"""Crystal phases told beside a name: cubic LLZO, β-Li3PS4, the high-temperature phase of LiBH4 (``phases.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.data import data_of

REACH: Final = 36  # characters before or behind a name in which the words of its phase stand


@dataclass(frozen=True, slots=True)
class PhaseCue:
    """One phase with the words and the prefix that tell it, and a text each that it is and is not told in."""

    name: str
    words: re.Pattern[str]
    prefix: re.Pattern[str] | None
    example: str
    counter: str


def _read() -> tuple[PhaseCue, ...]:
    data = data_of(__file__)
    return tuple(
        PhaseCue(
            row["name"],
            re.compile(rf"(?<![\w-]){row['words']}(?![a-z])"),
            re.compile(rf"{row['prefix']}['′″\"]*") if "prefix" in row else None,
            row["example"],
            row["counter"],
        )
        for row in data["phase"]
    )


PHASES: Final = _read()
_LINK_BEFORE: Final = re.compile(
    r"[-\s]*+(?:(?:phase|form|polymorph|structured|pure|single|crystalline|garnet|perovskite|argyrodite)s?[-\s]++|of\s++){0,4}+$"
)
_LINK_BEHIND: Final = re.compile(
    r"\s?(?:\((?:[^();]{1,14},\s)?|(?:in|with|of)\s(?:the|its|a)\s|crystalli[sz]es\sin\s(?:the|a)\s)"
)


def phases_in(text: str) -> set[str]:
    """The phases whose words stand anywhere in a text.

    >>> sorted(phases_in("tetragonal LLZO turns cubic"))
    ['cubic', 'tetragonal']
    """
    return {cue.name for cue in PHASES if cue.words.search(text)}


def phase_of(text: str, start: int, end: int, prefix: str = "") -> str | None:
    """The phase of the material named at ``text[start:end]``; ``prefix`` is the sign glued to its name ("c", "β").

    >>> text = "cubic LLZO and Li3PS4 (γ-phase)"
    >>> phase_of(text, 6, 10), phase_of(text, 15, 21)
    ('cubic', 'gamma')
    """
    if prefix:
        return next((cue.name for cue in PHASES if cue.prefix is not None and cue.prefix.fullmatch(prefix)), None)
    low = max(start - REACH, 0)
    for cue in PHASES:
        for match in cue.words.finditer(text, low, start):
            if _LINK_BEFORE.match(text, match.end(), start):
                return cue.name
    behind = _LINK_BEHIND.match(text, end)
    if behind is None:
        return None
    return next((cue.name for cue in PHASES if cue.words.match(text, behind.end())), None)
