"""Whether a text is an article on the conduction of ions in solids at all, decided by what it says of it."""

from __future__ import annotations

from itertools import islice
from typing import Final

from corpus.document import Problem
from corpus.patterns import read_patterns
from corpus.structure.patterns import REFERENCES_TITLE

_SHORT: Final = 3000  # characters but blanks between columns; such a text is read when anything in it is of the field
_CAP: Final = 20  # hits of a cue that are counted
_KINDS: Final = 3  # of cues that a long text must show
_HITS: Final = 12  # of all cues together; one that names values of conductivity needs fewer
_HITS_WITH_VALUES: Final = 4


_P = read_patterns(__file__)
_CUES: Final = [name for name in _P.entries if name != "WALL"]
"""What an article of this field is known by."""


def walls(text: str) -> list[str]:
    """What a web server's page says instead of an article, in small letters."""
    return [match.group().lower() for match in _P.WALL.finditer(text)]


def _web_page(text: str) -> Problem | None:
    told = walls(text[:_SHORT]) if len(text) < 2 * _SHORT else []
    if len(told) > 1 or (told and len(text) < _SHORT // 2):
        return Problem("no_article", f"a page of a web server, not an article ({told[0]!r})")
    return None


def _before_references(text: str) -> str:
    """What stands before the heading of the bibliography."""
    end = 0
    for line in text.splitlines(keepends=True):
        if REFERENCES_TITLE.match(line.strip()):
            return text[:end]
        end += len(line)
    return text


def not_an_article(text: str) -> Problem | None:
    """One problem when the text is no article, or of another field, with what was found; None when it is worth reading.

    A text that is short before its bibliography is worth reading when it names anything of the field. A long one must
    name several kinds of things (materials, conduction, cells ...) and not just once; of one that gives conductivities
    with their units a few are enough, however long it is.
    """
    if (page := _web_page(text)) is not None:
        return page
    found: dict[str, int] = {}
    for name in _CUES:  # no article needs all of them
        found[_P[name].about] = sum(1 for _ in islice(_P[name].finditer(text), _CAP))
        kinds, hits = sum(map(bool, found.values())), sum(found.values())
        if kinds >= _KINDS and hits >= (_HITS_WITH_VALUES if found.get(_P.VALUES.about) else _HITS):
            return None
    body = _before_references(text)
    if len(" ".join(body.split())) < _SHORT and any(_P[name].search(body) for name in _CUES):
        return None
    seen = ", ".join(f"{name} {count}" for name, count in found.items() if count) or "nothing of the field"
    return Problem("not_electrolyte", f"the text is not about solid electrolytes ({seen}); nothing was extracted")
