"""Whether a text is an article on solid electrolytes at all."""

from __future__ import annotations

import re
from itertools import islice

from corpus.document import Problem
from corpus.structure.patterns import BOT_WALL, ELECTROLYTE_TERMS

_SHORT = 3000
_SAMPLE = 60_000  # characters from the beginning that are looked at
_KINDS_OF_A_LONG_TEXT = 3
_HITS_PER_10000 = 2.0
_ENOUGH_OF_A_KIND = 20
_MARKUP = re.compile(r"^\s*(?:<!DOCTYPE html|<html)", re.IGNORECASE)


def not_an_article(raw: str) -> Problem | None:
    """One problem when the text is no article, or of another field; None when it is worth reading.

    A single sentence is worth reading when it names anything of the field; a long text must name several kinds of
    things (materials, conductivities, cells ...) and not just once.
    """
    sample = raw[:_SAMPLE]
    walls = BOT_WALL.findall(sample[:_SHORT])
    if len(raw) < 6000 and walls and (len(walls) > 1 or len(raw) < 1500):
        return Problem("no_article", f"a page of a web server, not an article ({walls[0].lower()!r})")
    if _MARKUP.match(sample):
        return Problem("no_article", "a web page, not the text of an article")
    wanted = _HITS_PER_10000 * min(len(sample) / 10_000, 10)
    kinds = hits = 0
    for pattern in ELECTROLYTE_TERMS.values():
        count = sum(1 for _ in islice(pattern.finditer(sample), _ENOUGH_OF_A_KIND))
        hits += count
        kinds += count > 0
        if (len(raw) < _SHORT and kinds) or (kinds >= _KINDS_OF_A_LONG_TEXT and hits >= wanted):
            return None
    return Problem("not_electrolyte", "the text is not about solid electrolytes; nothing was extracted")
