"""A frame in the making."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.patterns import FRAMES
from extractors.synthesis.targets import Made
from extractors.synthesis.vocabulary import Mention, Method


@dataclass(slots=True)
class Draft:
    """A frame in the making, offsets of the masked sentence."""

    made: Made
    methods: list[NamedMethod]
    places: list[int]
    rule: str
    same_method: tuple[int, int] | None = None  # the words "the same method"
    alternative: bool = False  # a second way told beside the one before
    composed: bool = False  # the things listed are parts of one composite
    solvent: str = ""  # the solvent that tells this route from others of the sentence
    verb: str = ""  # the word of making
    is_idle: bool = False  # it makes nothing, by a word that may also report

    @property
    def first(self) -> int:
        """Where the frame begins."""
        return min(self.places)


def is_verb(named: NamedMethod) -> bool:
    """Whether a method's words are a verb form: "ball-milled", "sputtered"."""
    surface = named.mention.surface
    return FRAMES.VERB_FORM.search(surface) is not None and not FRAMES.QUALIFYING_METHOD.search(surface)


def as_method(sentence: MaskedSentence, start: int, length: int, code: str, step: str) -> NamedMethod:
    """``length`` masked characters that name no method, as a method of this code and operation."""
    a, b = sentence.clean(start), sentence.clean(start + length)
    return NamedMethod(Mention(a, b, code, sentence.text[a:b]), Method(code, "", step, ""))
