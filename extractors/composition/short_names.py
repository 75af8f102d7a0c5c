"""Composites by the short names of their parts, however a text spells these: ``poly(ethylene oxide)-LiTFSI-silica``.

Two texts that tell one composite, the one in words and the other in short names, are then seen to tell the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.composition.lexicon import SPOKEN, short_of

_BRACKETED = r"\((?:[^()]|\([^()]*+\))*+\)"
_PART = re.compile(
    rf"(?P<share>(?:\d+(?:\.\d+)?\s?(?:(?:wt|mol|vol)\.?\s?)?%\s?)?)(?P<words>(?:{_BRACKETED}|[^-/()])++)"
)
"""A part of a composite's name; signs in its brackets are its own."""

_SEVERAL_WORDS = "|".join(words.replace(" ", "[ -]") for words in SPOKEN if " " in words and "(" not in words)
_HYPHENATED = re.compile(rf"(?<![A-Za-z(])(?:{_SEVERAL_WORDS})(?![A-Za-z])", re.IGNORECASE)
"""A compound of several words, which a hyphen may join: ``styrene-butadiene rubber``."""

_STRENGTH = re.compile(r"(?<=[-/])\d+(?:\.\d+)?\s(?:M|m|mol(?:/| )(?:L|kg)\S*)\s(?=[A-Z])")
_DISSOLVED = re.compile(r"(?<=[A-Za-z\d)])\s(?:dissolved\s)?in\s(?=[A-Z])")
"""How much of a salt the liquid of a gel holds, and that it is dissolved: ``PVDF-HFP-1 M LiPF6 in EC/DMC``."""


@lru_cache(maxsize=10_000)
def with_short_names(name: str) -> str:
    """The name of a composite or polymer with the short name of every part that is told in words.

    >>> with_short_names("poly(ethylene oxide)-LiTFSI-5 wt% silica"), with_short_names("PVDF-1 M LiPF6 in EC/DMC")
    ('PEO-LiTFSI-5 wt% SiO2', 'PVDF-LiPF6-EC/DMC')
    """
    name = _HYPHENATED.sub(lambda told: short_of(told.group()) or told.group(), name)
    parts = _STRENGTH.sub("", name)
    if parts != name or "-" in name.partition(" in ")[0]:
        parts = _DISSOLVED.sub("-", parts)
    return _PART.sub(lambda part: part["share"] + (short_of(part["words"]) or part["words"]), parts)
