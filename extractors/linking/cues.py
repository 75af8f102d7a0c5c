"""Words that tell which material a value belongs to, from ``cues.toml``: each with what it fits and must not fit.

Cues are held against short windows beside a mention, blanks made single: no sentence costs more than its length.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

NOUN = (
    r"(?:(?:solid[- ]state|solid|superionic|ionic|thin|dense|single|poly|buffer|protective) ?-?)?"
    r"(?:glass[- ]ceramics?|glass(?:es)?|ceramics?|electrolytes?|conductors?|crystals?|pellets?|powders?|films?|"
    r"samples?|membranes?|compounds?|compositions?|phases?|materials?|systems?|composites?|polymers?|garnets?|argyrodites?|"
    r"halides?|sulfides?|oxides?|derivatives?|analogu?es?|SSEs?|SEs?|ISEs?|SPEs?|CSEs?|CPEs?|layers?|nanowires?|"
    r"structures?|counterparts?|specimens?|nanoparticles?|nanofib(?:er|re)s?|frameworks?|networks?|nanosheets?)"
)
"""Nouns that may stand between a material's name and what is said of it."""

MASK = "◆"
"""Stands for a noun in the windows and patterns of cues that speak of nouns behind names."""

_NOUNS = re.compile(rf"(?<![A-Za-z]){NOUN}(?![A-Za-z])", re.IGNORECASE)

LEAD = (
    r"(?:the|its|our|an?|previously|reported|earlier|pure|pristine|bare|undoped|original|[a-z]*spinel|garnet|argyrodite|"
    r"(?:anti-?)?perovskite|NASICON|LISICON|conventional|parent|unmodified|crystalline|glassy|commercial|dense|ceramic|"
    r"cold-pressed|well-known|typical|standard)"
)
"""Words between a comparison and the material compared with."""


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
    return _NOUNS.sub(MASK, window)


@cache
def cues() -> dict[str, Cue]:
    """All cues by name. Raises ValueError for one whose way to match is unknown."""
    found: dict[str, Cue] = {}
    for name, entry in tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")).items():
        if entry["how"] not in ("match", "search"):
            raise ValueError(f"cue {name}: how is {entry['how']!r}")
        told = [entry["pattern"]] if isinstance(entry["pattern"], str) else entry["pattern"]
        masked = any("{NOUN}" in source for source in told)
        flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
        patterns = tuple(re.compile(s.replace("{NOUN}", MASK).replace("{LEAD}", LEAD), flags) for s in told)
        found[name] = Cue(
            name, entry["place"], patterns, entry["how"] == "search", masked, entry["example"], entry["never"]
        )
    return found


def fits(name: str, window: str) -> bool:
    """Whether the words of a cue stand in a window with single blanks."""
    return cues()[name].find(window) is not None
