"""Synthesis records of running text and captions: the routes of a passage with their places, roles and trust."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Block, Document
from extractors.cited_source import cited_numbers
from extractors.composition import NameContext
from extractors.linking.passage import Passage
from extractors.mentions import Material, SubjectKind
from extractors.places import page_and_box, raw_span, raw_surface
from extractors.records import SynthesisRecord
from extractors.synthesis import patterns
from extractors.synthesis.elsewhere import Elsewhere, titled
from extractors.synthesis.events import Teller
from extractors.synthesis.links import Setting
from extractors.synthesis.reaction import balance
from extractors.synthesis.roles import Role, role_of
from extractors.synthesis.route import Route
from extractors.synthesis.trace import share_right, trace_of

LEAST = 0.3  # confidence below which a route is not written: more of them are wrong than right


@dataclass(frozen=True, slots=True)
class _Place:
    """Where routes are told: the passage, its block and document, and what is known of the place."""

    passage: Passage
    block: Block
    document: Document
    setting: Setting


def synthesis_records(
    passage: Passage,
    block: Block,
    document: Document,
    context: NameContext | None = None,
    least: float | None = None,
) -> list[SynthesisRecord]:
    """The preparation routes a passage tells, one record for each target and route.

    Offsets of the records count characters of the document's raw text. Routes of a confidence below ``least`` (by
    default :data:`LEAST`) are left out.
    """
    least = LEAST if least is None else least
    place = _Place(passage, block, document, setting_of(passage, block))
    return [
        record
        for route in teller(passage, block, document, context).tell()
        for target in route.targets
        if not patterns.GENERIC.fullmatch(target.name)
        if (record := _record(route, target, place)).confidence >= least
    ]


def setting_of(passage: Passage, block: Block) -> Setting:
    """What is known of the place of a passage."""
    topics = frozenset(name for m in titled(passage) for name in (m.name, m.identity))
    return Setting(block.section, passage.is_caption, passage.own_work, topics=topics)


def teller(passage: Passage, block: Block, document: Document, context: NameContext | None) -> Teller:
    """The reader of one passage's routes."""
    return Teller(passage, Elsewhere(block, passage, document, context), setting_of(passage, block))


def _record(route: Route, target: Material, place: _Place) -> SynthesisRecord:
    passage, block, document = place.passage, place.block, place.document
    start, end = route.spans[0] if route.spans else (target.start, target.end)
    low, high = raw_span(block.text, document.raw, start, end)
    body = patterns.BASED_BODY.match(passage.text, target.end) if target.end else None
    material_low, material_high = raw_span(
        block.text, document.raw, target.start, body.end() if body is not None else target.end
    )
    page, box = page_and_box(document, low, high)
    cited = cited_numbers(passage, start, end, [])
    methods = route.methods
    role = _role_of(target, passage.text, methods[0])
    reaction = balance(route.precursors, target.formula) if len(route.precursors) > 1 and target.formula else None
    trace = trace_of(route, target, role, place.setting)
    sentence = passage.sentences[route.sentence]
    return SynthesisRecord(
        document_id=document.document_id,
        material=target.name,
        material_surface=raw_surface(document.raw, material_low, material_high) if target.end else target.surface,
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
        material_start=material_low if target.end else None,
        material_end=material_high if target.end else None,
        block="caption" if passage.is_caption else "text",
        section=block.section,
        sentence=passage.text[sentence[0] : sentence[1]],
        confidence=share_right(trace),
        reasons=[
            *trace,
            f"source: {cited.rule}",
            *([f"reaction: {reaction.reason}"] if reaction and reaction.reason else []),
        ],
        role=role,
        method=methods[0],
        method_surface=raw_surface(document.raw, low, high) if route.spans else None,
        methods=methods,
        precursors=route.precursors,
        steps=route.steps_of(target),
        reaction=reaction.equation if reaction else None,
        flags=[
            *(["reaction_not_balanced"] if reaction and reaction.equation is None else []),
            *(["sample_treatment_only"] if {s.op for s in route.steps} == {"press"} and methods == ["other"] else []),
        ],
    )


def _role_of(target: Material, text: str, leading: str) -> Role:
    """The role of a target; one that its own passage does not name has no words around it."""
    if not target.end:
        return "electrolyte" if target.electrolyte else "other"
    return role_of(target, text, target.start, target.end, leading)


def _subject_kind(target: Material, text: str, sentence: tuple[int, int]) -> SubjectKind:
    """``class`` for a family, a system, a plural of an abbreviation, and a series whose variables are not given."""
    if patterns.BASED_BODY.match(text, target.end) and target.kind not in ("class", "element", "ion"):
        return SubjectKind.SPECIFIC
    open_series = bool(target.variables) or patterns.VARIABLE.search(target.name) is not None
    if open_series and patterns.LISTED_MEMBERS.search(text, target.end, max(target.end, sentence[1])):
        return SubjectKind.SPECIFIC
    if open_series and not patterns.VARIABLE_GIVEN.search(text, sentence[0], min(len(text), sentence[1] + 60)):
        return SubjectKind.CLASS
    if patterns.SYSTEM_BEHIND.match(text, target.end) or patterns.GLUED_BEHIND.match(text, target.end):
        return SubjectKind.CLASS
    if target.kind == "alias" and target.formula is None and patterns.PLURAL_CLASS_BEHIND.match(text, target.end):
        return SubjectKind.CLASS
    return target.subject_kind
