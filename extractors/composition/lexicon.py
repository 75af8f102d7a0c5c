"""Names every paper of the field uses, with usual composition, role and family (``lexicon.tsv``)."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.signs import AS_HYPHEN


class Entry(NamedTuple):
    """What a short name usually stands for; ``formula`` is None when authors use it for several compositions."""

    formula: str | None
    role: str  # electrolyte, salt, polymer, filler, electrode, solvent, precursor, binder, liquid, class
    family: str | None


_SIGNS = re.compile(r"[^a-z0-9]+")
"""What spellings of one compound's words differ in: ``poly(ethylene oxide)``, ``polyethylene oxide``."""


def _read() -> tuple[dict[str, Entry], dict[str, str]]:
    """Short names with what they stand for, and the words for a compound with its short name."""
    table: dict[str, Entry] = {}
    spoken: dict[str, str] = {}
    for line in files(__package__).joinpath("lexicon.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        shorts, formula, role, family, words = (field.strip() for field in f"{line}\t".split("\t")[:5])
        for short in shorts.split(","):
            table.setdefault(short, Entry(formula or None, role, family or None))
        spoken |= dict.fromkeys(filter(None, words.split(";")), shorts)
    return table, spoken


LEXICON, SPOKEN = _read()
_SHORT_OF = {_SIGNS.sub("", words.lower()): short for words, short in SPOKEN.items()}


@lru_cache(maxsize=50_000)
def entry(short: str) -> Entry | None:
    """The lexicon's entry for a name, tolerant of a plural s and of dashes other than the hyphen."""
    key = short.translate(AS_HYPHEN)
    found = LEXICON.get(key)
    if found is None and len(key) > 2 and key.endswith("s"):
        found = LEXICON.get(key[:-1])
    return found or LEXICON.get(_SHORT_OF.get(_SIGNS.sub("", key.lower()), ""))


def short_of(words: str) -> str | None:
    """The short name of a compound told in words, the formula of a filler; None for words that tell no one compound.

    >>> short_of("Poly(ethylene oxide)"), short_of("poly-acrylonitrile"), short_of("silica"), short_of("clay")
    ('PEO', 'PAN', 'SiO2', None)
    """
    known = LEXICON.get(words.lower())
    return known.formula if known is not None else _SHORT_OF.get(_SIGNS.sub("", words.lower()))
