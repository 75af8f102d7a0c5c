"""Letters of which some stand in every match of a pattern, so that a text without them need not be tried.

An engine tries a pattern at every place of a text; whether letters stand in it at all is told a hundred times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]  # nothing public takes a pattern apart
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

SHORTEST: Final = 3  # letters that tell something; fewer stand everywhere
MOST: Final = 24  # sets of letters that are looked for one by one faster than the pattern itself

_REPEATS: Final = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})


def letters_of(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """The letters of a pattern, small ones where it takes any case; none where a match may have other ones.

    >>> letters_of(r"\\b(?:[Gg]lass|cera?mics?)\\b"), letters_of("(?i)of THE"), letters_of(r"\\d+ (?:K|eV)?")
    (('cer', 'lass'), ('of the',), ())
    """
    tree = _parser.parse(pattern, flags)
    found = sorted(_needed(tree) or ())
    if len(found) > MOST:
        return ()
    return tuple(map(str.lower, found)) if tree.state.flags & re.IGNORECASE else tuple(found)


def _needed(items: Iterable[Any]) -> frozenset[str] | None:
    """Of the letters that the parts of a sequence need those that tell most."""
    told = [found for found in _each_needed(items) if found and min(map(len, found)) >= SHORTEST]
    return max(told, key=lambda found: (min(map(len, found)), -len(found)), default=None)


def _each_needed(items: Iterable[Any]) -> Iterator[frozenset[str] | None]:
    """The letters that each part of a sequence needs; None for a part that needs none."""
    run = ""
    for kind, told in items:
        if kind is sre.LITERAL:
            run += chr(told)
            continue
        yield frozenset({run})
        run = ""
        if kind is sre.BRANCH:
            ways = [_needed(way) for way in told[1]]
            yield None if None in ways else frozenset().union(*filter(None, ways))
        elif kind is sre.SUBPATTERN:
            yield _needed(told[-1]) if not (told[1] | told[2]) & re.IGNORECASE else None
        elif kind is sre.ATOMIC_GROUP:
            yield _needed(told)
        elif kind in _REPEATS and told[0] > 0:
            yield _needed(told[2])
    yield frozenset({run})
