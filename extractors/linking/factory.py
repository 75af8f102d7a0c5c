"""The spaCy component that puts a Doc's mentions together to the passage that linking reads."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import BlockKind, Citation
from extractors.cited_source.cues import CUES
from extractors.composition.materials import find_materials
from extractors.composition.mended import cited_numbers_in
from extractors.language import text_of
from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.reading import Reading, reading_of

NAME = "ionmine_linking"

_BEFORE_NAME = re.compile(r"(?:[-‐](?:type|like|structured))? ")
"""Between a class name and the material that it only says the kind of."""


@Language.component(NAME)
def passage(doc: Doc) -> Doc:
    """Set the passage of the Doc's reading: its sentences, quantities, materials, temperatures and citations."""
    reading, text = reading_of(doc), text_of(doc)
    section = reading.block.section
    if section and section not in reading.samples.headings:
        reading.samples.headings[section] = tuple(find_materials(section, reading.names))
    reading.passage = Passage(
        text=text,
        sentences=tuple((s.start_char, s.end_char) for s in doc.sents) or ((0, len(text)),),
        quantities=doc._.quantities,
        materials=tuple(_named(doc, text)),
        temperatures=doc._.temperatures,
        citations=_citations(reading, text),
        is_caption=reading.block.kind is BlockKind.CAPTION,
        own_from=_own_from(reading, text),
        computes=reading.computes,
        section=section,
        samples=reading.samples,
        before=reading.before.passage if reading.before is not None else None,
    )
    return doc


def _citations(reading: Reading, text: str) -> tuple[Citation, ...]:
    """The citations of a block, those among them that its formulas hold: ``Li3InCl612``."""
    known = reading.document.bibliography
    held = [
        Citation(start, (number,), text[start:end], *reading.block.text.raw_span(start, end))
        for start, end, number in cited_numbers_in(text)
        if number in known or not known
    ]
    together = sorted((*reading.block.citations, *held), key=lambda citation: citation.position)
    return tuple(together) if held else reading.block.citations


def _own_from(reading: Reading, text: str) -> int | None:
    """Where a block begins to tell the authors' own work: an introduction does so where it says ``in this study``."""
    if not reading.own_work:
        return None
    if not CUES.INTRODUCTION.match(reading.block.section):
        return 0
    told = CUES.OWN_STUDY.search(text)
    return told.start() if told is not None else len(text)


def _named(doc: Doc, text: str) -> list[Material]:
    """The materials of a Doc without class names that only stand before one: ``NASICON-type Na3Zr2Si2PO12``."""
    materials: list[Material] = list(doc._.materials or ())
    followed = {
        first.start
        for first, second in pairwise(materials)
        if first.subject_kind == "class" and second.subject_kind != "class"
        if _BEFORE_NAME.fullmatch(text, first.end, second.start)
    }
    return [material for material in materials if material.start not in followed]
