"""What a sentence tells of a procedure: whether anything at all, and the steps with their conditions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.conditions import find_conditions
from extractors.synthesis.frames import Frame, treated
from extractors.synthesis.masking import MaskedSentence, is_apparatus, moved
from extractors.synthesis.operations import find_operations
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reagents import tells_unnamed, with_reagents, without_unnamed
from extractors.synthesis.route import CONDITION_FIELDS
from extractors.synthesis.steps import PlacedStep, attach, find_steps
from extractors.synthesis.vocabulary import Mention, find_methods


def tells_procedure(passage: Passage) -> bool:
    """Whether a paragraph is experimental: by its heading, or because its reagents were bought or weighed."""

    def found() -> bool:
        headed = FRAMES.PROCEDURE_SECTION.search(passage.section) or PROCEDURES.HEADED.match(passage.text)
        return bool(headed or PROCEDURES.REAGENTS.search(passage.text))

    return passage.once("procedure", found)


def steps_of(frame: Frame, text: str) -> list[PlacedStep]:
    """The steps in a frame's stretch; a method's own name is a step only with conditions."""
    named = [n.mention._replace(code=n.method.step) for n in frame.methods]
    if frame.solvent and named and find_operations(text[frame.start : named[0].start]):
        named = []  # the conditions behind "milled in ethanol" are the milling's
    steps = find_steps(text, frame.start, frame.end, named)
    major = [n.mention for n in frame.methods if not n.is_minor]
    return [
        s for s in steps if s.values or (s.start > frame.anchor and not any(m.start <= s.start < m.end for m in major))
    ]


def implied_heat(text: str) -> list[PlacedStep]:
    """The heat step of "M was prepared from A and B at 600 °C for 24 h", which names no operation."""
    told = PROCEDURES.MADE_AT.search(text)
    if told is None or find_operations(text):
        return []
    at = Mention(told.start(1), told.end(1), "heat", told.group(1))
    return attach(text, [at], find_conditions(text, at.end))


def may_tell(text: str) -> bool:
    """Whether a sentence is worth reading: it has a word of a method, an operation, of making or of the same way."""
    told = (
        find_methods(text)
        or find_operations(text)
        or FRAMES.MAKE.search(text)
        or FRAMES.SOURCE_WORDS.search(text)
        or FRAMES.SAME_METHOD.search(text)
    )
    return bool(told) and not PROCEDURES.NOT_DONE_IN_LAB.search(text)


def performed(sentence: MaskedSentence, known: Sequence[str]) -> list[Mention]:
    """The operations of methods with ``known`` codes that a sentence only tells more of: "R was carried out at ..."."""
    told = [sentence.method(m.group(1)) for m in PROCEDURES.PERFORMED.finditer(sentence.masked)]
    return [n.mention._replace(code=n.method.step) for n in told if n.method.code in known]


def told_steps(text: str, bare: bool, named: Sequence[Mention], others: Sequence[Mention] = ()) -> list[PlacedStep]:
    """The steps of a sentence where one has a condition; ``bare`` keeps those without where none has.

    ``named`` are methods whose conditions are steps, ``others`` such that keep theirs to themselves.
    """
    elsewhere = {mention.start for mention in others}
    steps = [s for s in find_steps(text, named=[*named, *others]) if s.start not in elsewhere]
    if bare or any(name in s.values for s in steps for name in CONDITION_FIELDS):
        return [s for s in steps if s.values or PROCEDURES.DONE.search(text[s.start : s.end])]
    return []


def treated_by(sentence: MaskedSentence, steps: list[PlacedStep]) -> tuple[list[Material], list[Material]]:
    """What the first step that names it is done to."""
    for step in steps:
        done_to, started_from = treated(sentence, step.start, step.end)
        if done_to or started_from:
            return done_to, started_from
    return [], []


@dataclass(frozen=True)
class Said:
    """Sentence ``index`` of a passage, or a part of it; ``start`` is where that begins in the passage."""

    passage: Passage
    index: int
    start: int
    text: str

    @cached_property
    def materials(self) -> list[Material]:
        """What it names, reagents told in words among it; offsets count its own characters."""
        named = self.passage.materials_in(self.start, self.start + len(self.text))
        own = [moved(m, -self.start) for m in named]
        own = [m for m in own if not is_apparatus(self.text, m)]
        return with_reagents(self.text, without_unnamed(self.text, own))

    @cached_property
    def cited(self) -> frozenset[int]:
        """The numbers cited in the whole sentence."""
        return sources_of(self.passage, self.index)

    @property
    def subjects(self) -> list[Material]:
        """What it may go on about later; offsets count characters of the passage."""
        return self.placed(m for m in self.materials if m.kind not in ("ion", "element"))

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


def sources_of(passage: Passage, index: int) -> frozenset[int]:
    """The numbers cited in a whole sentence."""
    start, end = passage.sentences[index]
    return frozenset(n for c in passage.citations if start <= c.position <= end for n in c.numbers)
