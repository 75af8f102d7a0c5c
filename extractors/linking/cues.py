"""Words that tell which material a value belongs to, from ``cues.toml``: each with what it fits and must not fit.

Cues are held against short windows beside a mention, blanks made single: no sentence costs more than its length.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.patterns import read_patterns

REMEMBERED = 4_000
"""Windows whose answers are kept: the values and owners of a sentence ask for the same ones again."""

MASK = "◆"
"""Stands for a noun in the windows and patterns of cues that speak of nouns behind names."""

CUES = read_patterns(__file__, NOUN=MASK)
_FIND = {name.lower(): (name, MASK in entry["pattern"]) for name, entry in CUES.entries.items()}
"""The cues by their names in small letters, as features have them, and whether they speak of nouns."""

_NOUNS = re.compile("(?<![A-Za-z])(?:{quality})?(?:{noun})(?![A-Za-z])".format(**CUES.parts), re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def masked(window: str) -> str:
    """A window with one sign for each noun behind a name; many cues look at the same one."""
    return _NOUNS.sub(MASK, window)


def fits(name: str, window: str) -> bool:
    """Whether the words of a cue stand in a window with single blanks."""
    return find(name, window) is not None


@lru_cache(maxsize=REMEMBERED)
def find(name: str, window: str) -> re.Match[str] | None:
    """The words of a cue in a window with single blanks, with the groups that its pattern names."""
    cue, speaks_of_nouns = _FIND[name]
    return CUES[cue].find(masked(window) if speaks_of_nouns else window)
