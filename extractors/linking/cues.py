"""Words that tell which material a value belongs to, from ``cues.toml``: each with what it fits and must not fit.

Cues are held against short windows beside a mention, blanks made single: no sentence costs more than its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.data import data_of
from corpus.patterns import filled, words_of

REMEMBERED = 4_000
"""Windows whose answers are kept: the values and owners of a sentence ask for the same ones again."""

MASK = "◆"
"""Stands for a noun in the windows and patterns of cues that speak of nouns behind names."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One kind of words: ``place`` says where they stand, ``example`` what they fit, ``never`` what they must not."""

    name: str
    place: str
    patterns: tuple[re.Pattern[str], ...]
    anywhere: bool
    masked: bool
    example: str
    never: str

    def find(self, window: str) -> re.Match[str] | None:
        """The match in a window with single blanks; nouns behind names count as one sign where a cue speaks of them."""
        if self.masked:
            window = _masked(window)
        for pattern in self.patterns:
            if (match := pattern.search(window) if self.anywhere else pattern.match(window)) is not None:
                return match
        return None


@lru_cache(maxsize=REMEMBERED)
def _masked(window: str) -> str:
    """A window with one sign for each noun; many cues look at the same one."""
    return _nouns().sub(MASK, window)


@cache
def _nouns() -> re.Pattern[str]:
    nouns = filled("(?<![A-Za-z])(?:{quality})?(?:{noun})(?![A-Za-z])", words_of(data_of(__file__)["words"], NOUN=MASK))
    return re.compile(nouns, re.IGNORECASE)


@cache
def cues() -> dict[str, Cue]:
    """All cues by name. Raises ValueError for one whose way to match is unknown."""
    found: dict[str, Cue] = {}
    words = words_of(data_of(__file__)["words"], NOUN=MASK)
    for name, entry in data_of(__file__).items():
        if name == "words":
            continue
        if entry["how"] not in ("match", "search"):
            raise ValueError(f"cue {name}: how is {entry['how']!r}")
        told = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
        sources = [filled(source, words) for source in told]
        flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
        found[name] = Cue(
            name,
            entry["place"],
            tuple(re.compile(source, flags) for source in sources),
            entry["how"] == "search",
            any(MASK in source for source in sources),
            entry["example"],
            entry["never"],
        )
    return found


def fits(name: str, window: str) -> bool:
    """Whether the words of a cue stand in a window with single blanks."""
    return find(name, window) is not None


@lru_cache(maxsize=REMEMBERED)
def find(name: str, window: str) -> re.Match[str] | None:
    """The words of a cue in a window with single blanks, with the groups that its pattern names."""
    return cues()[name].find(window)
