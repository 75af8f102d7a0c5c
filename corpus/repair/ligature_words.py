"""Words of this field that hold a ligature, and how a word is looked up among them in any of its forms."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

ENDING = re.compile(r"(?:ing|ed|e?s|e|ly)$")


@cache
def words_with_ligatures() -> frozenset[str]:
    """Words of this field that hold a ligature."""
    lines = (files("corpus.repair") / "lost_ligatures.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def stems_with_ligatures() -> frozenset[str]:
    """What their words have in common with other forms of theirs."""
    return frozenset(ENDING.sub("", word) for word in words_with_ligatures())


def is_form_of_known(word: str) -> bool:
    """Whether a word, in small letters, is one of them or another form of one.

    >>> is_form_of_known("modifies"), is_form_of_known("moditied")
    (True, False)
    """
    return word in words_with_ligatures() or ENDING.sub("", word) in stems_with_ligatures()
