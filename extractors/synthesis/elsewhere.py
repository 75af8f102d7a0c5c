"""Targets that a procedure does not name itself: those of its heading, of the title, and of earlier text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.document import Block, BlockKind, Document
from extractors.composition import NameContext, find_materials
from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.synthesis.links import PROCEDURE, Target
from extractors.synthesis.reaction import is_made_of, leaves_nothing
from extractors.synthesis.sources import is_source

_LOOK_BACK = 16  # blocks before a procedure in which the name of its target is looked for
# the number that says where a section belongs: "4.2.1 Materials", "Chapter 4. ..."
_NUMBER = re.compile(r"(?:Chapter\s+)?(\d+(?:\.\d+)*+)(?=\D|$)")


class Elsewhere:
    """Candidates for the routes of one block that stand outside it; each source is read once, when first asked for."""

    def __init__(self, block: Block, passage: Passage, document: Document, context: NameContext | None) -> None:
        self._block, self._passage, self._document, self._context = block, passage, document, context
        self._fixed: list[Target] | None = None
        self._earlier: dict[tuple[str, ...], list[Target]] = {}

    def __call__(self, sources: Sequence[str]) -> list[Target]:
        """The candidates for a procedure that starts from ``sources``."""
        if self._fixed is None:
            self._fixed = [*self._of_headings(), *self._of_title()]
        key = tuple(sources)
        if key not in self._earlier:
            is_procedure = len(sources) > 1 and PROCEDURE.search(self._block.section)
            self._earlier[key] = self._of_earlier(sources) if is_procedure else []
        return [*self._fixed, *self._earlier[key]]

    def _of_headings(self) -> list[Target]:
        for heading in (self._block.section, *self._wider_headings()):
            definite = {m.name: m for m in find_materials(heading, self._context) if _is_definite(m)}
            if definite:
                return [Target(tuple(_unplaced(m) for m in definite.values()), "heading")]
        return []

    def _of_title(self) -> list[Target]:
        definite = {m.identity: m for m in titled(self._passage) if _is_definite(m)}
        return [Target((_unplaced(m),), "topic") for m in definite.values()] if len(definite) == 1 else []

    def _of_earlier(self, sources: Sequence[str]) -> list[Target]:
        """The electrolyte last named that has all elements of the starting materials and no other; a series first."""
        blocks = list(takewhile(lambda other: other is not self._block, self._document.blocks))[-_LOOK_BACK:]
        fitting = [
            material
            for other in reversed(blocks)
            for material in reversed(find_materials(other.text.text, self._context))
            if _is_definite(material) and _is_made_of_all(sources, material.formula or material.name)
        ]
        fitting.sort(key=lambda m: m.kind != "series")
        return [Target((_unplaced(fitting[0]),), "earlier")] if fitting else []

    def _wider_headings(self) -> list[str]:
        """The headings a numbered section belongs to, the nearest first: "3.2 ..." and "Chapter 3 ..." of "3.2.1"."""
        own = _NUMBER.match(self._block.section)
        if own is None:
            return []
        headings = []
        for other in takewhile(lambda other: other is not self._block, self._document.blocks):
            number = _NUMBER.match(other.text.text) if other.kind is BlockKind.HEADING else None
            if number and own.group(1).startswith(f"{number.group(1)}."):
                headings.append(other.text.text)
        return headings[::-1]


def titled(passage: Passage) -> list[Material]:
    """The materials of the document's title."""
    return [sample.material for sample in passage.samples.by_identity.values() if sample.in_title]


def _unplaced(material: Material) -> Material:
    return replace(material, start=0, end=0)


def _is_definite(material: Material) -> bool:
    return material.subject_kind == "specific" and material.electrolyte and not is_source(material)


def _is_made_of_all(sources: Sequence[str], target: str) -> bool:
    return is_made_of(target, list(sources)) and leaves_nothing(target, list(sources))
