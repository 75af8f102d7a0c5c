"""Synthesis records of running text and captions."""

from __future__ import annotations

from functools import cache

from corpus.data import data_of
from corpus.document import Block, Document
from extractors.cited_source import cited_numbers
from extractors.composition import NameContext
from extractors.linking.passage import Passage
from extractors.mentions import Material, SubjectKind
from extractors.places import page_and_box, raw_span, surface_of
from extractors.records import BlockName, SynthesisRecord
from extractors.synthesis.composed import composed_of
from extractors.synthesis.method_choice import VAPOUR
from extractors.synthesis.naming import is_nameless
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.reaction import Reaction, balance, is_made_of, leaves_nothing
from extractors.synthesis.roles import Role, role_of
from extractors.synthesis.route import Route
from extractors.synthesis.routes import find_routes
from extractors.synthesis.subject import named_elsewhere
from extractors.synthesis.targets import is_precursor


@cache
def _observed() -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = data_of(__file__, "confidence.toml")["observed"]
    return counts


def share_right(rule: str) -> float:
    """The estimated share (0 to 1) of a rule's records that are right; one half for a rule never counted.

    >>> share_right("never seen")
    0.5
    """
    counts = _observed().get(rule, {"right": 0, "wrong": 0})
    return round((counts["right"] + 1) / (counts["right"] + counts["wrong"] + 2), 2)


_SHORTEST_TITLE = 30  # characters; a shorter one may be a phrase of a sentence
_BLOCKS: tuple[BlockName, BlockName] = ("text", "caption")


def synthesis_records(
    passage: Passage, block: Block, document: Document, context: NameContext | None = None
) -> list[SynthesisRecord]:
    """The preparation routes that a block of running text tells, one record for each target and route.

    Offsets of the records count characters of the document's raw text.
    """
    routes = find_routes(passage)
    for route in routes:
        if is_nameless(route.targets) and (route.is_procedure or route.is_reaction):
            route.targets = named_elsewhere(route, block, document, context)
        route.targets = composed_of(route, passage)
    return [
        _record(route, target, passage, block, document)
        for route in routes
        if route.is_told
        for target in route.targets
        if _is_product(route, target, passage) and not _is_title(passage.sentence_text(route.sentence), document)
    ]


def _is_title(sentence: str, document: Document) -> bool:
    """Whether a sentence only gives the document's title again: a citation of it, a running head."""
    long = (title for title in document.titles() if len(title) > _SHORTEST_TITLE)
    return any(_letters(title) in _letters(sentence) for title in long)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _role(route: Route, target: Material, passage: Passage) -> Role:
    return role_of(target, passage.text, target.start, target.end, route.methods[0])


def _is_product(route: Route, target: Material, passage: Passage) -> bool:
    """Whether a target is something made: more than an electrolyte, and no reagent that was only milled or dipped."""
    if FRAMES.GENERIC.fullmatch(target.name) or "solvent" in target.flags:
        return False
    if route.rule == "nearby" and route.methods == ["ball-milling"] and _is_oxide(target):
        return False  # an oxide that was milled was ground: it forms in the heat
    if route.rule == "verb and operation" and route.methods == ["other"] and target.formula:
        return False  # mixing and pressing make no compound
    if route.methods[0] == "infiltration" and _is_host(route, target, passage):
        return False
    film = target.kind == "element" or VAPOUR in route.methods  # of an element or salt there are films
    reagent = is_precursor(target) and not film
    return not (reagent and route.rule in ("method verb", "treatment"))


def _is_host(route: Route, target: Material, passage: Passage) -> bool:
    """Whether something is what was filled: the electrode, its binder, the scaffold."""
    host = target.family is None and _role(route, target, passage) == "electrode"
    return host or not target.electrolyte or "polymer" in target.flags


def _is_oxide(target: Material) -> bool:
    """Whether oxygen is the only anion of a compound."""
    elements = set(PROCEDURES.SYMBOL.findall(target.formula or target.name))
    return "O" in elements and not elements & {"S", "Se", "F", "Cl", "Br", "I", "H", "N", "B"}


def _starting_materials(route: Route, target: Material) -> list[str]:
    """What one target was made of: not of itself, nor of what only its sisters told in the same procedure need."""
    names = [name for name in route.precursors if name not in (target.name, target.formula)]
    own = [name for name in names if leaves_nothing(target.formula or target.name, [name])]
    sisters = len(route.targets) > 1 or route.rule == "procedure"
    return own if sisters and is_made_of(target.formula or target.name, own) else names


def _record(route: Route, target: Material, passage: Passage, block: Block, document: Document) -> SynthesisRecord:
    start, end = _evidence(route, target)
    sentence = passage.sentences[route.sentence]
    low, high = raw_span(block.text, document.raw, start, end)
    body = FRAMES.BASED_BODY.match(passage.text, target.end) if target.end else None
    name_end = body.end() if body else target.end
    material_low, material_high = raw_span(block.text, document.raw, target.start, name_end)
    page, box = page_and_box(document, low, high)
    cited = cited_numbers(passage, *_cited_at(route, target, (start, end)), [])
    precursors = _starting_materials(route, target)
    reaction = balance(precursors, target.formula) if len(precursors) > 1 and target.formula else None
    told = reaction.reason if reaction else ""
    return SynthesisRecord(
        document_id=document.document_id,
        material=target.name,
        material_surface=surface_of(document, material_low, material_high) if target.end else target.surface,
        formula=target.formula,
        subject_kind=_subject_kind(target, passage.text, sentence),
        family=target.family,
        mobile_ion=target.mobile_ion,
        form=target.form,
        references=_of_its_work(route, list(cited.numbers)),
        start=low,
        end=high,
        page=page,
        bbox=box,
        material_start=material_low if target.end else None,
        material_end=material_high if target.end else None,
        block=_BLOCKS[passage.is_caption],
        section=block.section,
        sentence=passage.text[sentence[0] : sentence[1]],
        confidence=share_right(route.rule if target.end else "unnamed"),
        reasons=[f"route: {route.rule}", f"source: {cited.rule}", *([f"reaction: {told}"] if told else [])],
        role=_role(route, target, passage),
        method=route.methods[0],
        method_surface=surface_of(document, low, high) if route.spans else None,
        methods=route.methods,
        precursors=precursors,
        steps=route.steps_of(target),
        sample_id=None,
        reaction=reaction.equation if reaction else None,
        flags=_flags(route, reaction),
    )


def _flags(route: Route, reaction: Reaction | None) -> list[str]:
    """What a person should know of a route."""
    flags = ["reaction_not_balanced"] if reaction and reaction.equation is None else []
    if {s.op for s in route.steps} == {"press"} and route.methods == ["other"]:
        flags.append("sample_treatment_only")
    return flags


def _subject_kind(target: Material, text: str, sentence: tuple[int, int]) -> SubjectKind:
    """``class`` for a family, a system, a plural of an abbreviation, and a series whose variables are not given."""
    if FRAMES.BASED_BODY.match(text, target.end) and target.kind not in ("class", "element", "ion"):
        return SubjectKind.SPECIFIC
    open_series = bool(target.variables) or FRAMES.VARIABLE.search(target.name) is not None
    if open_series and FRAMES.LISTED_MEMBERS.search(text, target.end, max(target.end, sentence[1])):
        return SubjectKind.SPECIFIC
    if open_series and not FRAMES.VARIABLE_GIVEN.search(text, sentence[0], min(len(text), sentence[1] + 60)):
        return SubjectKind.CLASS
    if target.end and FRAMES.VARIETIES_BEFORE.search(text, sentence[0], target.start):
        return SubjectKind.CLASS
    if FRAMES.SYSTEM_BEHIND.match(text, target.end) or FRAMES.GLUED_BEHIND.match(text, target.end):
        return SubjectKind.CLASS
    if target.kind == "alias" and target.formula is None and FRAMES.PLURAL_CLASS_BEHIND.match(text, target.end):
        return SubjectKind.CLASS
    return target.subject_kind


def _cited_at(route: Route, target: Material, evidence: tuple[int, int]) -> tuple[int, int]:
    """Where the citation of a target stands: each of several made by the method in front of them has its own."""
    shared = (len(route.targets) > 1 or route.rule == "method before verb") and target.start > evidence[1]
    return (target.start, target.end) if shared else evidence


def _of_its_work(route: Route, numbers: list[int]) -> list[int]:
    """The number of the work that a route is of, where its sentence cites one for each."""
    place, works = route.work or (0, 0)
    return [numbers[place]] if works and len(numbers) == works else numbers


def _evidence(route: Route, target: Material) -> tuple[int, int]:
    """Words of the method; without them the target's name."""
    return route.spans[0] if route.spans else (target.start, target.end)
