"""A sentence in which every material and every method is one sign, so that frames over it stay short."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.mapped_text import Edit, MappedText
from extractors.mentions import Material
from extractors.synthesis.vocabulary import Mention, Method, find_methods

# private use plane: no text holds these signs once it is clean
_FIRST_MATERIAL = 0xF0000
_FIRST_METHOD = 0xF8000
MATERIAL = f"[{chr(_FIRST_MATERIAL)}-{chr(_FIRST_METHOD - 1)}]"
METHOD = f"[{chr(_FIRST_METHOD)}-{chr(0xFFFF0)}]"


@dataclass(frozen=True, slots=True)
class NamedMethod:
    """A method named in a sentence, offsets of the sentence."""

    mention: Mention
    method: Method

    @property
    def is_minor(self) -> bool:
        """A heat treatment or a mere shaping: a step where another route is named, a route only when alone."""
        return self.method.code in ("annealing-only", "other")


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """A clean sentence, its materials and methods, and its masked form."""

    text: str
    masked: str
    materials: tuple[Material, ...]
    methods: tuple[NamedMethod, ...]
    starts: tuple[int, ...]  # masked offset of each sign
    shifts: tuple[int, ...]  # clean offset minus masked offset behind each sign

    def clean(self, position: int) -> int:
        """The sentence offset of a masked offset."""
        index = bisect_right(self.starts, position - 1) - 1
        return position + (self.shifts[index] if index >= 0 else 0)

    def hidden(self, position: int) -> int:
        """The masked offset of a sentence offset; inside a masked word, the offset of its sign."""
        shift = 0
        for start, behind in zip(self.starts, self.shifts, strict=True):
            if start + shift >= position:
                break
            if position < start + 1 + behind:
                return start
            shift = behind
        return position - shift

    def material(self, sign: str) -> Material:
        """The material a sign stands for."""
        return self.materials[ord(sign) - _FIRST_MATERIAL]

    def method(self, sign: str) -> NamedMethod:
        """The method a sign stands for."""
        return self.methods[ord(sign) - _FIRST_METHOD]


def mask(text: str, materials: Sequence[Material]) -> MaskedSentence:
    """Mask a sentence; the materials' offsets count its characters."""
    methods = []
    for mention, method in find_methods(text):
        if not any(m.start < mention.end and mention.start < m.end for m in materials):
            methods.append(NamedMethod(mention, method))
    edits = [Edit(m.start, m.end, chr(_FIRST_MATERIAL + i)) for i, m in enumerate(materials)]
    edits.extend(Edit(n.mention.start, n.mention.end, chr(_FIRST_METHOD + i)) for i, n in enumerate(methods))
    edits.sort()
    starts, shifts, shift = [], [], 0
    for edit in edits:
        starts.append(edit.start - shift)
        shift += edit.end - edit.start - 1
        shifts.append(shift)
    masked = MappedText.from_raw(text).edit(edits).text
    return MaskedSentence(text, masked, tuple(materials), tuple(methods), tuple(starts), tuple(shifts))
