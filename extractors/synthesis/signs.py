"""Signs of a making in a sentence, in whatever syntax: methods named, operations with their conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.linking.passage import Passage
from extractors.synthesis.masking import mask, moved
from extractors.synthesis.method_choice import MINOR
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.steps import PlacedStep, find_steps
from extractors.synthesis.vocabulary import find_solvents, operation_method

_WORDED = frozenset({"mill", "dissolve", "cast"})  # operations that tell a way of making without a condition too


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that tell of a making: their span in the passage, the route they amount to, the operation they name.

    Offsets of ``step`` count the characters of the sentence.
    """

    start: int
    end: int
    code: str
    step: PlacedStep | None
    by_solvent: bool = False  # nothing but a solvent tells it
    is_operation: bool = False  # a step of a way, which all of its steps tell

    @property
    def is_minor(self) -> bool:
        """Whether it is a step where another route is told."""
        return self.code in MINOR


def signs_in(passage: Passage, start: int, end: int) -> list[Sign]:
    """The signs between two offsets of a passage in text order: of one place the method named."""
    text = passage.text[start:end]
    sentence = mask(text, [moved(m, -start) for m in passage.materials_in(start, end)])
    named = {n.mention.start: n for n in sentence.methods}
    steps = find_steps(text, named=[n.mention._replace(code=n.method.step) for n in sentence.methods])
    stated = {step.start: step for step in steps if step.values}
    found = [
        Sign(n.mention.start + start, n.mention.end + start, n.method.code, stated.get(n.mention.start))
        for n in sentence.methods
    ]
    for step in steps:
        if step.start not in named and (step.values or step.op in _WORDED):
            code = operation_method(step.op)
            found.append(Sign(step.start + start, step.end + start, code, step, is_operation=True))
    found.extend(_by_solvents(text, start))
    return sorted((s for s in found if _is_done(passage.text, s, start)), key=lambda sign: sign.start)


def _by_solvents(text: str, start: int) -> Iterator[Sign]:
    """The solvents that something came out of, or reacted in: "M from methanol", "a THF suspension of"."""
    for solvent in find_solvents(text):
        out = PROCEDURES.OUT_OF.search(text, 0, solvent.start)
        if out or PROCEDURES.LIQUID_BEHIND.match(text, solvent.end):
            yield Sign(solvent.start + start, solvent.end + start, "liquid-phase", None, by_solvent=True)


def _is_done(text: str, sign: Sign, start: int) -> bool:
    """Whether a sign's words tell what was done to the thing spoken of, not to another, nor a mere property."""
    if FRAMES.NO_METHOD.match(text, sign.end):
        return False
    return PROCEDURES.COMPARED_WAY.search(text, start, sign.start) is None
