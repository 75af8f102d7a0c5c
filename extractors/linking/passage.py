"""A paragraph with everything the language layer found in it: what linking reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from corpus.document import Citation
from extractors.linking.samples import Samples
from extractors.mentions import Material, Quantity, QuantityKind, Temperature

Span = tuple[int, int]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Passage:
    """A clean text, its sentences and mentions; ``before`` is the passage that precedes it in the same section.

    ``samples`` is the document's registry, ``own_from`` the place from which the authors tell their own work (None in a
    review, behind the end in an introduction without), ``computes`` that the paper is on simulations. ``section`` is
    the title it stands under. ``memory`` keeps what linking worked out, so that it is worked out once.
    """

    text: str
    sentences: tuple[Span, ...]
    quantities: tuple[Quantity, ...] = ()
    materials: tuple[Material, ...] = ()
    temperatures: tuple[Temperature, ...] = ()
    citations: tuple[Citation, ...] = ()
    is_caption: bool = False
    own_from: int | None = None
    computes: bool = False
    section: str = ""
    samples: Samples = field(default_factory=Samples, repr=False, compare=False)
    before: Passage | None = field(default=None, repr=False)
    memory: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, find: Callable[[], Found]) -> Found:
        """What ``find`` gives, sought once a passage and kept under a name."""
        if name not in self.memory:
            self.memory[name] = find()
        return cast(Found, self.memory[name])

    def tells_own(self, position: int) -> bool:
        """Whether the authors tell at a place what they measured themselves."""
        return self.own_from is not None and self.own_from <= position

    def sentence_index(self, position: int) -> int:
        """Index of the sentence that holds a position (the last one that starts at or before it)."""
        return max(bisect_right(self.sentences, position, key=lambda span: span[0]) - 1, 0)

    def sentence_text(self, index: int) -> str:
        """The characters of one sentence."""
        start, end = self.sentences[index]
        return self.text[start:end]

    def materials_in(self, start: int, end: int) -> list[Material]:
        """Materials that begin inside ``[start, end)``."""
        return _within(self.materials, start, end)

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """Quantities that begin inside ``[start, end)``."""
        return _within(self.quantities, start, end)

    def values_in_sentence(self, index: int, kind: QuantityKind) -> list[Quantity]:
        """Quantities of one kind of a sentence, found once."""
        span = self.sentences[index]
        return self.once(f"values {kind} {index}", lambda: [q for q in self.quantities_in(*span) if q.kind is kind])

    def temperatures_in(self, start: int, end: int) -> list[Temperature]:
        """Temperatures that begin inside ``[start, end)``."""
        return _within(self.temperatures, start, end)

    def citations_in(self, start: int, end: int) -> tuple[Citation, ...]:
        """Citations that stand inside ``[start, end)``."""
        first = bisect_left(self.citations, start, key=lambda citation: citation.position)
        return self.citations[first : bisect_left(self.citations, end, first, key=lambda citation: citation.position)]


def named_before(passage: Passage, position: int) -> Iterator[Material]:
    """The materials named before a position of a passage, in it and in those before it, the last first."""
    return (material for material, _ in placed_before(passage, position))


def placed_before(passage: Passage, position: int) -> Iterator[tuple[Material, Passage]]:
    """The same, each with the passage that names it."""
    source: Passage | None = passage
    while source is not None:
        for material in reversed(source.materials_in(0, position if source is passage else len(source.text))):
            yield material, source
        source = source.before


Mention = TypeVar("Mention", Quantity, Material, Temperature)


def _within(mentions: tuple[Mention, ...], start: int, end: int) -> list[Mention]:
    """Those of the mentions, which stand in text order, that begin inside ``[start, end)``."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    return list(mentions[first : bisect_left(mentions, end, first, key=lambda mention: mention.start)])
