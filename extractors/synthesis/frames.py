"""Frames of making: from one sentence to the routes it tells, each with its targets, methods and stretch of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.mentions import Material, MaterialKind, SubjectKind
from extractors.synthesis.drafts import (
    MATERIAL_SIGN,
    aimed_at,
    by_method_verbs,
    by_nouns,
    by_same_procedure,
    by_time,
    by_verbs,
    is_adjective,
)
from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.naming import is_definite
from extractors.synthesis.patterns import CONDITIONS, FRAMES, MATERIAL, NAMING, PROCEDURES
from extractors.synthesis.targets import (
    Draft,
    Made,
    find_precursors,
    is_precursor,
    made_by_verb,
    made_things,
    object_after,
    put_in,
)


def with_filler(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """A body that is only called by its kind, by what it was filled with: "FEC infiltrated sulfide electrolyte"."""
    if len(targets) != 1 or targets[0].subject_kind != "class":
        return targets
    for named in methods:
        body, between = targets[0], sentence.text[named.mention.end : targets[0].start]
        filler = FRAMES.FILLER_BEFORE.search(sentence.text, 0, named.mention.start)
        if named.method.code == "infiltration" and filler is not None and between.strip() == "":
            name = sentence.text[filler.start() : body.end]
            filled = replace(body, start=filler.start(), surface=name, name=name, kind=MaterialKind.COMPOSITE)
            return [replace(filled, subject_kind=SubjectKind.SPECIFIC)]
    return targets


def with_host(sentence: MaskedSentence, methods: Sequence[NamedMethod], targets: list[Material]) -> list[Material]:
    """The composite of salt and host where an infiltration is told of something confined; else the targets as they are.

    Its span is that of the salt.
    """
    told = FRAMES.IN_PORES.search(sentence.masked)
    if told is None or not targets or all(n.method.code != "infiltration" for n in methods):
        return targets
    sign, host = (group for group in told.groups() if group)
    salt = sentence.material(sign)
    other = sentence.material(host).name if re.fullmatch(MATERIAL, host) else host
    return [replace(salt, name=f"{salt.name}-{other}", formula=None, kind=MaterialKind.COMPOSITE)]


FOLLOWED_BY = tuple(f"followed by {word}" for word in ("", "a ", "an ", "the ", "subsequent ", "further "))


@dataclass(slots=True)
class Frame:
    """One route told in a sentence; all offsets count the sentence's characters."""

    targets: list[Material]
    methods: list[NamedMethod]
    anchor: int
    start: int
    end: int
    rule: str
    anaphor: bool = False  # the target is called "it", "the sample"
    same_method: tuple[int, int] | None = None  # where it says "the same method"
    alternative: bool = False  # a second way told beside the one before
    solvent: str = ""  # the solvent that tells this route from others of the sentence
    precursors: list[Material] = field(default_factory=list)
    is_change: bool = False  # something made before became something else
    forms_compound: bool = False  # heat made the compound, not only its body or its crystals


def read_sentence(sentence: MaskedSentence) -> list[Frame]:
    """The routes a sentence tells, in text order.

    A frame without targets tells a route of something named elsewhere ("It was prepared by sol-gel").
    """
    repeated = by_same_procedure(sentence)
    if repeated:
        return _regions(sentence, repeated)
    drafts = [*by_verbs(sentence), *by_method_verbs(sentence)]
    drafts.extend(by_nouns(sentence, {id(n) for d in drafts for n in d.methods}))
    drafts.extend(_by_heading(sentence, {id(n) for d in drafts for n in d.methods}))
    drafts = sorted(drafts, key=lambda d: d.first) or by_time(sentence)
    return _regions(sentence, _fused(sentence, drafts))


def _by_heading(sentence: MaskedSentence, taken: set[int]) -> list[Draft]:
    """A method whose procedure the sentence begins to tell: "In the | R | method, M was dissolved in ..."."""
    head = FRAMES.HEADED_WAY.match(sentence.masked)
    named = sentence.method(head.group(1)) if head else None
    if head is None or named is None or named.is_minor or id(named) in taken:
        return []
    return [Draft(Made([], anaphor=True), [named], [head.start(1)], "headed", alternative=True)]


def result_of(sentence: MaskedSentence) -> list[Material]:
    """What a procedure is said to end in ("... to obtain M"); [] when the sentence does not say."""
    for result in FRAMES.RESULT.finditer(sentence.masked):
        signs = object_after(sentence, result.end(), 60)
        if signs:
            return [sentence.material(s) for s in signs]
    return []


def made_without_method(sentence: MaskedSentence) -> tuple[list[Material], list[Material]]:
    """Targets and starting materials of a sentence that says that something was made but not how."""
    heading = FRAMES.HEADING.fullmatch(sentence.masked)
    if heading:
        return [sentence.material(s) for s in object_after(sentence, heading.start(1))], []
    aim = PROCEDURES.SOURCES_FOR.search(sentence.masked)
    if aim and not is_precursor(sentence.material(aim.group(1))):
        return [sentence.material(aim.group(1))], find_precursors(sentence, 0, aim.start(1), set())
    for make in FRAMES.MAKE.finditer(sentence.masked):
        signs = _said_to_be_made(sentence, make)
        sources = find_precursors(sentence, 0, len(sentence.masked), set(signs)) if signs else []
        vague = make.lastgroup == "noun" or FRAMES.WEAK_MAKE.fullmatch(make.group().lower())  # or reported
        from_several = len(sources) > 1 and PROCEDURES.FROM_SOURCES.search(sentence.masked, make.end())
        if signs and (from_several or not vague):
            return [sentence.material(s) for s in signs], sources
    return _yielded(sentence)


def _said_to_be_made(sentence: MaskedSentence, make: re.Match[str]) -> list[str]:
    """The signs of what a word of making makes; [] where a value was obtained, or reagents were prepared."""
    if PROCEDURES.NOT_MADE.search(sentence.masked, 0, make.end()) or is_adjective(sentence.masked, make):
        return []
    signs = made_things(sentence, make).signs
    reagents = make.lastgroup == "noun" and all(is_precursor(sentence.material(s)) for s in signs)
    return [] if reagents else signs


def _yielded(sentence: MaskedSentence) -> tuple[list[Material], list[Material]]:
    """What several starting materials are said to yield, and these."""
    sources = find_precursors(sentence, 0, len(sentence.masked), set())
    result = PROCEDURES.SOURCES_YIELD.search(sentence.masked) if len(sources) > 1 else None
    if result and not is_precursor(sentence.material(result.group(1))):
        made = sentence.material(result.group(1))
        return [made], [m for m in sources if m != made]
    return [], sources


def makes_anaphor(sentence: MaskedSentence) -> bool:
    """Whether a sentence says that "it", "the compound" was made."""
    return any(made_things(sentence, make).anaphor for make in FRAMES.MAKE.finditer(sentence.masked))


def treated(sentence: MaskedSentence, start: int, end: int) -> tuple[list[Material], list[Material]]:
    """What an operation at ``[start, end)`` of the sentence is done to: made things and starting materials.

    Both are empty where that is not named.
    """
    signs = _done_to(sentence, start, end)
    found = [sentence.material(s) for s in signs]
    if found and all(map(is_precursor, found)):
        return [], found
    aim = aimed_at(sentence, signs) if len(found) > 1 else []  # "to obtain M, Li2S and P2S5 were milled"
    if aim or (len(found) > 1 and any(map(is_precursor, found))):
        made = [sentence.material(s) for s in aim]
        return made, [m for m in found if m not in made]
    if len(found) > 1 and PROCEDURES.JOINING.search(sentence.text, start, end):
        return [], found
    return [m for material in found for m in _amounts(sentence.text, material)], []


def _done_to(sentence: MaskedSentence, start: int, end: int) -> list[str]:
    """The signs of the subject of an operation's participle, or of what its noun is of."""
    low, high = sentence.hidden(start), sentence.hidden(end)
    if sentence.text[start:end].endswith(("ed", "ground")):
        return made_by_verb(sentence, low, high).signs or _told_of(sentence, low)
    of = FRAMES.NOUN_OF.match(sentence.masked, high)
    return object_after(sentence, of.end(), 60) if of else []


def _told_of(sentence: MaskedSentence, position: int) -> list[str]:
    """The only electrolyte a sentence tells of before "when it was | sintered"."""
    if not PROCEDURES.WHEN_DONE.search(sentence.masked, 0, position):
        return []
    told = [(sentence.material(sign), sign) for sign in MATERIAL_SIGN.findall(sentence.masked[:position])]
    found = {material.formula or material.name: sign for material, sign in told}
    return list(found.values()) if len(found) == 1 and all(is_definite(material) for material, _ in told) else []


def _follows(sentence: MaskedSentence, first: Draft, second: Draft) -> bool:
    """Whether the methods of two drafts of one target follow one another: "R of M and M followed by R yields M"."""
    gap = sentence.masked[max(first.places) + 1 : max(second.places)]
    return first.made.signs == second.made.signs and (second.made.shared or gap.endswith(FOLLOWED_BY))


def _fused(sentence: MaskedSentence, drafts: list[Draft]) -> list[Draft]:
    """A frame without target, or of the same target and "followed by", is part of the route told just before it."""
    fused: list[Draft] = []
    for draft in drafts:
        if draft.rule == "adjective" and not fused:
            continue
        nothing_new = not draft.made.signs and not draft.made.anaphor
        if fused and (nothing_new or _follows(sentence, fused[-1], draft)):
            fused[-1].methods.extend(draft.methods)
            fused[-1].places.extend(draft.places)
            continue
        fused.append(draft)
    return fused


def _members(sentence: MaskedSentence, draft: Draft) -> list[str]:
    """The materials a class target is said to include behind the method; else the targets as they are."""
    signs = draft.made.signs
    if not signs or any(sentence.material(s).subject_kind != "class" for s in signs):
        return signs
    told = FRAMES.MEMBERS.search(sentence.masked, max(draft.places))
    if told is None:
        return signs
    members = object_after(sentence, told.end(), 30)
    mixed = find_precursors(sentence, told.end(), len(sentence.masked), set())
    return signs if any(sentence.material(s) in mixed for s in members) else members or signs


def _regions(sentence: MaskedSentence, drafts: list[Draft]) -> list[Frame]:
    """Frames with the stretches of the sentence that are theirs: up to where the next one begins."""
    frames: list[Frame] = []
    for index, draft in enumerate(drafts):
        start = 0 if index == 0 else frames[-1].end
        end = _end_of(sentence, draft, drafts[index + 1]) if index + 1 < len(drafts) else len(sentence.text)
        frames.append(_framed(sentence, draft, start, end))
    return frames


def _end_of(sentence: MaskedSentence, draft: Draft, following: Draft) -> int:
    """Where the frame behind a draft begins: with its target or its method."""
    signs = [] if following.made.signs == draft.made.signs else following.made.signs
    begins = [p for p in (*map(sentence.masked.find, signs), *following.places) if p > max(draft.places)]
    return sentence.clean(min(begins)) if begins else len(sentence.text)


def _framed(sentence: MaskedSentence, draft: Draft, start: int, end: int) -> Frame:
    """A draft as the frame of a stretch of the sentence."""
    signs = _members(sentence, draft)
    targets = [sentence.material(s) for s in dict.fromkeys(signs)]
    precursors = find_precursors(sentence, sentence.hidden(start), sentence.hidden(end), set(signs))
    precursors += [m for m in put_in(sentence) if start <= m.start < end and m not in (*targets, *precursors)]
    targets = [_composite(targets)] if draft.composed else _by_parts(sentence, targets, precursors)
    targets = with_host(sentence, draft.methods, with_filler(sentence, draft.methods, targets))
    return Frame(
        targets=[t for m in targets for t in _amounts(sentence.text, m)],
        methods=sorted(draft.methods, key=lambda n: n.mention.start),
        anchor=sentence.clean(draft.first),
        start=start,
        end=max(end, start),
        rule=draft.rule,
        anaphor=draft.made.anaphor,
        same_method=_clean_span(sentence, draft.same_method),
        alternative=draft.alternative,
        solvent=draft.solvent,
        precursors=precursors,
        is_change=FRAMES.CHANGE_MAKE.fullmatch(draft.verb) is not None,
        forms_compound=_forms_compound(sentence, draft, precursors),
    )


def _forms_compound(sentence: MaskedSentence, draft: Draft, precursors: Sequence[Material]) -> bool:
    """Whether something crystalline is said to be synthesized by heating, with nothing named that was it before."""
    heated = all(n.method.code == "annealing-only" for n in draft.methods)
    if not draft.verb.startswith(("prepar", "synth")) or not heated:
        return False
    targets = [sentence.material(s) for s in draft.made.signs]
    if any(not is_precursor(m) and m.electrolyte for m in precursors) or _is_body(sentence, draft, targets):
        return False
    return bool(targets) and all(m.formula for m in targets)


def _is_body(sentence: MaskedSentence, draft: Draft, targets: Sequence[Material]) -> bool:
    """Whether the heat treats a body: by the method's words, the target's, or those in front of the frame."""
    if any(FRAMES.BODY_TREATMENT.search(n.mention.surface) for n in draft.methods):
        return True
    if any(m.form or FRAMES.BODY_NAMED.match(sentence.text, m.end) for m in targets):
        return True
    return FRAMES.BODY_NAMED.search(sentence.masked, max(0, draft.first - 60), draft.first) is not None


def _clean_span(sentence: MaskedSentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    return (sentence.clean(span[0]), sentence.clean(span[1])) if span else None


def _by_parts(sentence: MaskedSentence, targets: list[Material], parts: Sequence[Material]) -> list[Material]:
    """The composite of the parts told where a target is only called by a kind that has no name of its own."""
    if any(m.subject_kind != "class" or NAMING.CODED.match(sentence.text, m.end) for m in targets):
        return targets
    return [m for m in parts if m.kind == "composite" and targets] or _of_parts(targets, parts) or targets


def _of_parts(targets: Sequence[Material], parts: Sequence[Material]) -> list[Material]:
    """The composite of electrolytes put together where it is only called one: "composites were made of M and M"."""
    called = len(targets) == 1 and NAMING.OF_PARTS.search(targets[0].name) is not None
    definite = [m for m in parts if m.electrolyte and m.subject_kind == "specific" and not is_precursor(m)]
    return [_composite(parts)] if called and len(parts) > 1 and len(definite) == len(parts) else []


def _composite(parts: Sequence[Material]) -> Material:
    """The composite of parts mixed into one thing, named by joining them."""
    name = "-".join(m.name for m in parts)
    return replace(parts[0], end=parts[0].end, name=name, formula=None, kind=MaterialKind.COMPOSITE)


def _amounts(text: str, material: Material) -> list[Material]:
    """Materials that share a name behind a list of amounts: "1 and 2 wt% CuO-M" is two."""
    own = FRAMES.AMOUNT.match(material.name)
    listed = FRAMES.AMOUNT_LIST.search(text, 0, material.start)
    if own is None or listed is None:
        return [material]
    amounts = CONDITIONS.NUMBER.findall(listed.group(1))
    others = [
        replace(
            material,
            name=FRAMES.AMOUNT.sub(amount, material.name, count=1),
            formula=FRAMES.AMOUNT.sub(amount, material.formula, count=1) if material.formula else None,
        )
        for amount in amounts
    ]
    return [*others, material]
