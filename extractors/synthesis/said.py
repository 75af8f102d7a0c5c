"""A sentence as a procedure's reader takes it: its place, its words, and the materials it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.masking import is_apparatus, moved
from extractors.synthesis.patterns import PROCEDURES
from extractors.synthesis.reagents import tells_unnamed, with_reagents, without_unnamed


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; offsets of ``materials`` count its own characters, ``start`` is where it begins in the passage."""

    index: int
    start: int
    text: str
    materials: list[Material]
    cited: frozenset[int]  # the numbers cited in it

    @property
    def is_off_topic(self) -> bool:
        """Whether it tells how something was looked at or used, not how it was made."""
        return PROCEDURES.OFF_TOPIC.search(self.text) is not None

    @property
    def puts_together(self) -> bool:
        """Whether starting materials that are not named are put together."""
        return tells_unnamed(self.text)

    def placed(self, materials: Iterable[Material]) -> list[Material]:
        """Materials of the sentence with offsets of its passage."""
        return [moved(m, self.start) for m in materials]

    def taken(self, materials: Iterable[Material]) -> list[Material]:
        """Materials of the passage with offsets of the sentence."""
        return [moved(m, -self.start) for m in materials]


def said_in(passage: Passage, index: int, start: int, end: int) -> Said:
    """The part of a passage's sentence between two offsets."""
    text = passage.text[start:end]
    named = [moved(m, -start) for m in passage.materials_in(start, end)]
    named = [m for m in named if not is_apparatus(text, m)]
    return Said(index, start, text, with_reagents(text, without_unnamed(text, named)), sources_of(passage, index))


def sources_of(passage: Passage, index: int) -> frozenset[int]:
    """The numbers cited in a whole sentence."""
    start, end = passage.sentences[index]
    return frozenset(n for c in passage.citations if start <= c.position <= end for n in c.numbers)
