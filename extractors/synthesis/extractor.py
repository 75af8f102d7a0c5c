"""Synthesis records of running text and captions."""

from __future__ import annotations

from corpus.document import Block, BlockKind, Document
from extractors.cited_source import cited_numbers
from extractors.composition import NameContext, find_materials
from extractors.language import sentence_spans
from extractors.linking.passage import Passage
from extractors.mentions import Material
from extractors.places import page_and_box, raw_span, raw_surface
from extractors.records import BlockName, SubjectKind, SynthesisRecord
from extractors.synthesis import patterns
from extractors.synthesis.roles import role_of
from extractors.synthesis.routes import Route, find_routes


def extract_synthesis(block: Block, document: Document, context: NameContext | None = None) -> list[SynthesisRecord]:
    """The preparation routes a block of running text tells, one record for each target and route.

    Offsets of the records count characters of the document's raw text. A block that is neither paragraph nor caption
    gives none.
    """
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION) or not patterns.CANDIDATE.search(block.text.text):
        return []
    text = block.text.text
    passage = Passage(
        text=text,
        sentences=tuple(sentence_spans(text)),
        materials=tuple(find_materials(text, context)),
        citations=block.citations,
        is_caption=block.kind is BlockKind.CAPTION,
    )
    return synthesis_records(passage, block, document)


def synthesis_records(passage: Passage, block: Block, document: Document) -> list[SynthesisRecord]:
    """The records of a passage already read; see :func:`extract_synthesis`."""
    if not patterns.CANDIDATE.search(passage.text):
        return []
    return [
        _record(route, target, passage, block, document)
        for route in find_routes(passage)
        if route.is_told
        for target in route.targets
    ]


def _record(route: Route, target: Material, passage: Passage, block: Block, document: Document) -> SynthesisRecord:
    start, end = _evidence(route, target)
    sentence = passage.sentences[route.sentence]
    low, high = raw_span(block.text, document.raw, start, end)
    material_low, material_high = raw_span(block.text, document.raw, target.start, target.end)
    page, box = page_and_box(document, low, high)
    block_name: BlockName = "caption" if passage.is_caption else "text"
    cited = cited_numbers(passage, start, end, [])
    role = role_of(target, passage.text, target.start, target.end, route.methods[0])
    return SynthesisRecord(
        document_id=document.document_id,
        material=target.name,
        material_surface=raw_surface(document.raw, material_low, material_high),
        formula=target.formula,
        subject_kind=_subject_kind(target, passage.text, sentence),
        family=target.family,
        mobile_ion=target.mobile_ion,
        form=target.form,
        references=list(cited.numbers),
        start=low,
        end=high,
        page=page,
        bbox=box,
        material_start=material_low,
        material_end=material_high,
        block=block_name,
        section=block.section,
        sentence=passage.text[sentence[0] : sentence[1]],
        confidence=0.8 if route.named else 0.6,
        reasons=[f"route: {route.rule}", f"source: {cited.rule}"],
        role=role,
        method=route.methods[0],
        method_surface=raw_surface(document.raw, low, high) if route.spans else None,
        methods=route.methods,
        precursors=route.precursors,
        steps=route.steps,
    )


def _subject_kind(target: Material, text: str, sentence: tuple[int, int]) -> SubjectKind:
    """``class`` for a family, a system, a plural of an abbreviation, and a series whose variables are not given."""
    open_series = bool(target.variables) or patterns.VARIABLE.search(target.name) is not None
    if open_series and not patterns.VARIABLE_GIVEN.search(text, sentence[0], min(len(text), sentence[1] + 60)):
        return "class"
    if patterns.SYSTEM_BEHIND.match(text, target.end):
        return "class"
    if target.kind == "alias" and target.formula is None and patterns.PLURAL_CLASS_BEHIND.match(text, target.end):
        return "class"
    return "class" if target.subject_kind == "class" else "specific"


def _evidence(route: Route, target: Material) -> tuple[int, int]:
    """Words of the method; without them the target's name."""
    return route.spans[0] if route.spans else (target.start, target.end)
