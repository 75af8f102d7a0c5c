"""Words that tell which material a value belongs to, from ``cues.toml``: each with what it fits and must not fit.

Cues are held against short windows beside a mention, blanks made single: no sentence costs more than its length.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

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
        tries = (p.search(window) if self.anywhere else p.match(window) for p in self.patterns)
        return next((match for match in tries if match is not None), None)


@lru_cache(maxsize=2_000)
def _masked(window: str) -> str:
    """A window with one sign for each noun; many cues look at the same one."""
    return _nouns().sub(MASK, window)


@cache
def _nouns() -> re.Pattern[str]:
    quality, noun = ("|".join(pattern.pattern for pattern in cues()[name].patterns) for name in ("quality", "noun"))
    return re.compile(rf"(?<![A-Za-z])(?:{quality})?(?:{noun})(?![A-Za-z])", re.IGNORECASE)


@cache
def cues() -> dict[str, Cue]:
    """All cues by name. Raises ValueError for one whose way to match is unknown."""
    found: dict[str, Cue] = {}
    entries = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    within = {"{NOUN}": MASK, "{LEAD}": f"(?:{'|'.join(entries['lead']['pattern'])})"}
    for name, entry in entries.items():
        if entry["how"] not in ("match", "search"):
            raise ValueError(f"cue {name}: how is {entry['how']!r}")
        told = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
        masked = any("{NOUN}" in source for source in told)
        flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
        filled = (re.sub(r"\{[A-Z]+\}", lambda sign: within[sign.group()], source) for source in told)
        patterns = tuple(re.compile(source, flags) for source in filled)
        found[name] = Cue(
            name, entry["place"], patterns, entry["how"] == "search", masked, entry["example"], entry["never"]
        )
    return found


def fits(name: str, window: str) -> bool:
    """Whether the words of a cue stand in a window with single blanks."""
    return find(name, window) is not None


def find(name: str, window: str) -> re.Match[str] | None:
    """The words of a cue in a window with single blanks, with the groups that its pattern names."""
    return cues()[name].find(window)
