"""Letters of which some stand in every match of a pattern, so that a text without them need not be tried.

An engine tries a pattern at every place of a text; whether letters stand in it at all is told a hundred times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]  # nothing public takes a pattern apart
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Final

TELLING: Final = 3  # letters; fewer stand everywhere
SIGN: Final = 2  # letters that a sign among others counts for more: few texts have it
CAPITAL: Final = 1  # and a capital
MOST: Final = 24  # sets of letters that are looked for one by one faster than the pattern itself

_ALIKE: Final = str.maketrans("ſıςµϑϕϖϰϱϵ", "siσμθφπκρε")
"""Letters that an engine takes for others where any case will do, though none is the small one of the other."""

_SIGN: Final = re.compile(r"[^\w\s.,()%/–-]")
_REPEATS: Final = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT})


def letters_of(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """The letters of a pattern, small ones where it takes any case; none where a match may have other ones.

    >>> letters_of(r"\\b(?:[Gg]lass|cera?mics?)\\b"), letters_of("(?i)of THE"), letters_of(r"\\d+ (?:K|eV)?")
    (('cer', 'lass'), ('of the',), ())
    """
    tree = _parser.parse(pattern, flags)
    found = _needed(tree, small=bool(tree.state.flags & re.IGNORECASE)) or ()
    return tuple(sorted(found)) if len(found) <= MOST else ()


def folded(text: str) -> str:
    """A text as patterns see it that take any case; its length may change.

    >>> folded("Glaſs of 5 µm")
    'glass of 5 μm'
    """
    return text.lower().translate(_ALIKE)


def _needed(items: Iterable[Any], *, small: bool) -> frozenset[str] | None:
    """Of the letters that the parts of a sequence need those that tell most."""
    told = [found for found in _each_needed(items, small=small) if found and _told_by(found) >= TELLING]
    return max(told, key=lambda found: (_told_by(found), -len(found)), default=None)


def _told_by(found: frozenset[str]) -> int:
    """How much letters tell that stand in a text, the commonest of several ones."""
    return min(
        len(some) + SIGN * (_SIGN.search(some) is not None) + CAPITAL * (some != some.lower()) if some else 0
        for some in found
    )


def _each_needed(items: Iterable[Any], *, small: bool) -> Iterator[frozenset[str] | None]:
    """The letters that each part of a sequence needs; None for a part that needs none."""
    run = ""
    for kind, told in items:
        if kind is sre.LITERAL:
            run += folded(chr(told)) if small else chr(told)
            continue
        yield frozenset({run})
        run = ""
        if kind is sre.BRANCH:
            ways = [_needed(way, small=small) for way in told[1]]
            yield None if None in ways else frozenset().union(*filter(None, ways))
        elif kind is sre.SUBPATTERN:
            yield _needed(told[-1], small=small) if not (told[1] | told[2]) & re.IGNORECASE else None
        elif kind is sre.ATOMIC_GROUP:
            yield _needed(told, small=small)
        elif kind in _REPEATS and told[0] > 0:
            yield _needed(told[2], small=small)
    yield frozenset({run})
