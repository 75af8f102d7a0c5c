"""What tests of names share: the short names of a document that does not exist."""

from __future__ import annotations

from extractors.composition import NameContext
from extractors.composition.context import alias_of


def names_of(pairs: dict[str, str]) -> NameContext:
    """A context of short names and their meanings, in order."""
    found = (alias_of(short, meaning, place) for place, (short, meaning) in enumerate(pairs.items()))
    return NameContext(alias for alias in found if alias is not None)
