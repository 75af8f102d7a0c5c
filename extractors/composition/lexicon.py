"""Short names every paper of the field uses, with usual composition, role and family (``lexicon.tsv``)."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.signs import AS_HYPHEN


class Entry(NamedTuple):
    """What a short name usually stands for; ``formula`` is None when authors use it for several compositions."""

    formula: str | None
    role: str  # electrolyte, salt, polymer, filler, electrode, solvent, precursor, binder, liquid, class
    family: str | None


def _read() -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for line in files(__package__).joinpath("lexicon.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        shorts, formula, role, family = (field.strip() for field in line.split("\t"))
        for short in shorts.split(","):
            table.setdefault(short, Entry(formula or None, role, family or None))
    return table


LEXICON: dict[str, Entry] = _read()


@lru_cache(maxsize=50_000)
def entry(short: str) -> Entry | None:
    """The lexicon's entry for a short name, tolerant of a plural s and of dashes other than the hyphen."""
    key = short.translate(AS_HYPHEN)
    found = LEXICON.get(key)
    if found is None and len(key) > 2 and key.endswith("s"):
        found = LEXICON.get(key[:-1])
    return found
