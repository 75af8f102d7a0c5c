"""Verbs and nouns of making in a masked sentence, linked to their methods and to what they make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.synthesis.beside import is_of_sources, made_of, materials_beside, materials_studied, mixes_sources
from extractors.synthesis.linked import (
    LINK_REACH,
    are_shared_out,
    coded_targets,
    each_has_preposition,
    gapped_target,
    make_of,
)
from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.method_choice import VAPOUR, are_alternatives
from extractors.synthesis.operations import find_operations
from extractors.synthesis.patterns import FRAMES, MATERIAL, METHOD, NAMING, NOT_DONE_REACH, PROCEDURES
from extractors.synthesis.roles import is_host
from extractors.synthesis.solvents import by_solvents
from extractors.synthesis.targets import (
    Draft,
    Made,
    as_method,
    is_precursor,
    is_verb,
    made_by_verb,
    made_things,
    object_after,
)
from extractors.synthesis.vocabulary import NOT_USED, NOTHING_MADE, operation_method

METHOD_SIGN = re.compile(METHOD)
MATERIAL_SIGN = re.compile(MATERIAL)
_TELLING_OPERATIONS = frozenset({"mill", "heat", "melt", "quench", "dissolve", "cast", "press", "mix", "evaporate"})


def by_verbs(sentence: MaskedSentence) -> list[Draft]:
    """Frames around a verb or noun of making, with the methods, operations or solvents linked to it."""
    text = sentence.masked
    makes = [m for m in FRAMES.MAKE.finditer(text) if not _qualifies(text, m)]
    drafts: list[Draft] = []
    latest: dict[int, Draft] = {}
    for place in METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        make, rule = (None, "") if _stands_alone(text, place, named) else make_of(sentence, place.start(), makes)
        if make is None or (named.is_minor and make.group().lower().startswith("crystalli")):
            continue  # a heat treatment "to crystallize M" is a step
        draft = latest.get(make.start())
        begun = _begun(sentence, place, named, make, rule, draft)
        if begun is not None:
            if begun.is_idle:
                continue
            draft = latest[make.start()] = begun
            drafts.append(begun)
        if draft is not None:
            draft.methods.append(named)
            draft.places.append(place.start())
    drafts = _shared_out(sentence, drafts)
    rest = [m for m in makes if m.start() not in latest]
    for make in rest:
        drafts.extend(_by_the_same(sentence, make, drafts) or _unnamed(sentence, make))
    return drafts


def _stands_alone(text: str, place: re.Match[str], named: NamedMethod) -> bool:
    """Whether a method's verb form needs no verb of making: it is not done to what something is made from."""
    return is_verb(named) and FRAMES.SOURCE_THAT.search(text, 0, place.start()) is None


def _begun(
    sentence: MaskedSentence,
    place: re.Match[str],
    named: NamedMethod,
    make: re.Match[str],
    rule: str,
    draft: Draft | None,
) -> Draft | None:
    """The frame that a method begins beside its verb of making; None where it goes on with ``draft``.

    A frame that makes nothing, of a verb that may also report, is idle.
    """
    text = sentence.masked
    gapped = gapped_target(sentence, max(draft.places) + 1, place.start()) if draft else None
    if draft is not None and not (gapped or _is_alternative(text, draft, named, place.start())):
        return None
    made = Made([gapped]) if gapped else draft.made if draft else _made_with(sentence, place, named, make)
    compared = not made.signs and NAMING.COMPARED_SAMPLE.search(text, 0, make.start()) is not None
    only_named = make.lastgroup == "noun" and not text[place.end() : make.start()].strip()  # "R synthesis"
    weak = only_named or FRAMES.WEAK_MAKE.fullmatch(make.group().lower()) is not None
    idle = weak and not (made.signs or made.anaphor)
    places = [] if draft else [make.start()]
    other = compared or (draft is not None and not gapped)
    return Draft(made, [], places, rule, alternative=other, verb=make.group().lower(), is_idle=idle)


def _made_with(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod, make: re.Match[str]) -> Made:
    """What a verb makes, or what the method beside it is of: "Sheets were prepared by | R of M"."""
    made = made_things(sentence, make)
    if made.signs or made.anaphor or make.lastgroup != "past":
        return made
    if NAMING.COMPARED_SAMPLE.search(sentence.masked, 0, make.start()):
        return Made([], anaphor=True)
    of_mixture = named.is_minor or FRAMES.OF_MIXTURE.match(sentence.masked, place.end()) is not None
    return made if of_mixture else Made(made_of(sentence, place, named) or [])


def _shared_out(sentence: MaskedSentence, drafts: list[Draft]) -> list[Draft]:
    """One draft a target where as many methods are told "respectively"."""
    if not drafts or any(d.made != drafts[0].made for d in drafts):
        return drafts
    methods = [n for d in drafts for n in d.methods]
    places = [sentence.hidden(n.mention.start) for n in methods]
    signs = coded_targets(sentence, len(methods)) or drafts[0].made.signs
    if not are_shared_out(sentence, signs, places):
        return drafts
    return [
        Draft(Made([sign]), [named], [place], drafts[0].rule)
        for sign, named, place in zip(signs, methods, places, strict=True)
    ]


def _by_the_same(sentence: MaskedSentence, make: re.Match[str], drafts: Sequence[Draft]) -> list[Draft]:
    """What a second author made by the method told first: "Using R, Kim et al. made M, and Lee et al. made M"."""
    text = sentence.masked
    first = drafts[-1] if drafts and drafts[-1].rule == "method before verb" else None
    if first is None or make.lastgroup != "past" or max(first.places) > make.start():
        return []
    coordinated = FRAMES.SECOND_AUTHOR.search(text, max(first.places), make.start())
    made = made_things(sentence, make) if coordinated else Made([])
    return [Draft(made, list(first.methods), [make.start()], first.rule)] if made.signs else []


def _qualifies(text: str, make: re.Match[str]) -> bool:
    """Whether a word of making tells of no making: "the prepared M", "the synthesis conditions", "hardly obtained"."""
    if FRAMES.NOT_DONE.search(text, max(0, make.start() - NOT_DONE_REACH), make.start()):
        return True
    if make.lastgroup == "past":
        return is_adjective(text, make)
    compound = make.lastgroup == "noun" and FRAMES.NO_METHOD.match(text, make.end())
    return bool(compound) and not FRAMES.NOUN_OF.match(text, make.end())


def is_adjective(text: str, make: re.Match[str]) -> bool:
    """Whether a participle only says which thing is meant: "the prepared M", "patterns of prepared M"."""
    return make.lastgroup == "past" and FRAMES.ADJECTIVE_BEFORE.search(text, 0, make.start()) is not None


def by_same_procedure(sentence: MaskedSentence) -> list[Draft]:
    """ "Similar procedures were followed to synthesize M, M and M"."""
    for same in FRAMES.SAME_METHOD.finditer(sentence.masked):
        used = FRAMES.USED_FOR.match(sentence.masked, same.end())
        signs = object_after(sentence, used.end(), 60) if used else []
        result = FRAMES.RESULT.search(sentence.masked, same.end()) if not signs else None
        signs = object_after(sentence, result.end(), 60) if result else signs
        if signs:
            end = used.end() if used else same.end()
            return [Draft(Made(signs), [], [same.start()], "same method", (same.start(), end))]
    return []


def _is_alternative(text: str, draft: Draft, named: NamedMethod, place: int) -> bool:
    """Whether two methods joined by "and", "or" are two ways and not one after the other: "by SPS and hot pressing"."""
    gap = text[max(draft.places) + 1 : place]
    if each_has_preposition(gap) and not (draft.methods[-1].is_minor or named.is_minor):
        return draft.methods[-1].method.code != named.method.code
    if FRAMES.SEVERAL_WAYS.search(text, 0, place) and FRAMES.NEXT_METHOD.fullmatch(gap):
        return not (draft.methods[-1].is_minor or named.is_minor)
    if FRAMES.OTHER_WAY.search(gap) and not (draft.methods[-1].is_minor or named.is_minor):
        return draft.methods[-1].method.code != named.method.code
    return bool(FRAMES.ALTERNATIVE_METHODS.fullmatch(gap)) and are_alternatives(draft.methods[-1].method, named.method)


def _unnamed(sentence: MaskedSentence, make: re.Match[str]) -> list[Draft]:
    """ "M was obtained by heating ... to 300 °C", "M prepared via ethanol", "made by the same method"."""
    text = sentence.masked
    stop = FRAMES.SENTENCE_BREAK.search(text, make.end())
    end = min(stop.start() if stop else len(text), make.end() + LINK_REACH)
    same = FRAMES.SAME_METHOD.search(text, make.end(), end)
    if same and FRAMES.SAME_LINK.fullmatch(text, make.end(), same.start()):
        made = made_things(sentence, make)
        return [Draft(made, [], [make.start(), same.start()], "same method", same_method=same.span())]
    before = list(FRAMES.SAME_METHOD.finditer(text, 0, make.start()))
    if before and FRAMES.SAME_USED.search(text, 0, before[-1].start()) and _is_purpose(text, before[-1].end(), make):
        made = made_things(sentence, make)
        return [Draft(made, [], [before[-1].start(), make.start()], "same method", same_method=before[-1].span())]
    if make.lastgroup == "noun" and not made_things(sentence, make).signs:  # "In a typical synthesis, ..."
        return []
    beside = FRAMES.AND_METHOD.match(text, make.end())
    if beside and is_verb(sentence.method(beside.group(1))):
        return []  # "prepared and | R with M using ethanol"
    return by_solvents(sentence, make, end) or _by_operation(sentence, make, end)


def _by_operation(sentence: MaskedSentence, make: re.Match[str], end: int) -> list[Draft]:
    """ "M was obtained | by heating ..."."""
    text = sentence.masked
    weak = FRAMES.WEAK_MAKE.fullmatch(make.group().lower())
    joins = FRAMES.WEAK_OPERATION.fullmatch if weak else FRAMES.BY_OPERATION.search
    for operation in find_operations(text[make.end() : end]):
        at = make.end() + operation.start
        unused = any(pattern.search(text, make.end(), at) for pattern in (NOT_USED, NOTHING_MADE))
        if operation.code in _TELLING_OPERATIONS and joins(text, make.end(), at) and not unused:
            named = as_method(sentence, at, len(operation.surface), operation_method(operation.code), operation.code)
            made = made_things(sentence, make)
            return [Draft(made, [named], [make.start(), at], "verb and operation", verb=make.group().lower())]
    return []


def _is_purpose(text: str, end: int, make: re.Match[str]) -> bool:
    """Whether a verb of making tells what "the same method" was used for: "used this method | to prepare M"."""
    gap = text[end : make.start()].strip()
    return gap in ("to", "for", "for the") if make.lastgroup in ("base", "gerund", "noun") else gap.startswith(",")


def by_method_verbs(sentence: MaskedSentence) -> list[Draft]:
    """ "M was ball-milled", "et al. sputtered M on M", "hot-pressed M"."""
    drafts: list[Draft] = []
    for place in METHOD_SIGN.finditer(sentence.masked):
        named = sentence.method(place.group())
        alone = _stands_alone(sentence.masked, place, named)
        draft = _by_method_verb(sentence, place, named) if alone else None
        if draft is None:
            continue
        if drafts and drafts[-1].made == draft.made and draft.rule != "adjective":
            draft.alternative = _is_alternative(sentence.masked, drafts[-1], named, place.start())
        drafts.append(draft)
    return drafts


def _by_method_verb(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> Draft | None:
    """The frame of one verb form of a method."""
    adjective = FRAMES.ADJECTIVE_BEFORE.search(sentence.masked, 0, place.start())
    fills = named.method.code == "infiltration"
    if (named.is_minor or fills) and adjective:
        return None
    mixed = FRAMES.OF_MIXTURE.match(sentence.masked, place.end())
    mixed = mixed or (FRAMES.ITS_THING.match(sentence.masked, place.end()) if adjective else None)
    made = Made([]) if mixed else made_by_verb(sentence, place.start(), place.end())
    filled = FRAMES.FILLED_WITH.match(sentence.masked, place.end()) if fills else None
    if filled and _are_hosts(sentence, made, place):
        made = Made(_whole_behind(sentence, place.end()) or [filled.group(1)])  # its host was there before
    if not made.signs and adjective:
        powder = FRAMES.MIXED_THING.match(sentence.masked, place.end())  # "by heating the milled mixture"
        return Draft(made, [named], [place.start()], "adjective") if powder else None
    made = _of_reagents(sentence, made, place, named)
    composed = len(made.signs) > 1 and _is_whole(sentence, made, place, named)
    return Draft(made, [named], [place.start()], "method verb", composed=composed)


def _whole_behind(sentence: MaskedSentence, position: int) -> list[str]:
    """The sign of the composite that a filling is said to end in: "to obtain a M membrane"."""
    result = FRAMES.RESULT.search(sentence.masked, position)
    signs = object_after(sentence, result.end(), 60) if result else []
    return [s for s in signs[:1] if sentence.material(s).kind == "composite"]


def _are_hosts(sentence: MaskedSentence, made: Made, place: re.Match[str]) -> bool:
    """Whether things are only what was filled: no electrolytes, or electrodes that a finite verb tells of."""
    finite = made.shared or FRAMES.BE_BEFORE.search(sentence.masked, 0, place.start()) is not None
    return all(not m.electrolyte or (finite and is_host(m)) for m in map(sentence.material, made.signs))


def _of_reagents(sentence: MaskedSentence, made: Made, place: re.Match[str], named: NamedMethod) -> Made:
    """What starting materials treated together are for, or became; as they are where the sentence does not say."""
    sources = [is_precursor(sentence.material(s)) for s in made.signs]
    if not (len(sources) > 1 or (named.method.code != VAPOUR and any(sources))):
        return made
    aim = aimed_at(sentence, made.signs) or _became(sentence, made.signs, place.end())
    alone = len(sources) == 1 or not all(sources)
    return Made(aim) if aim or not alone else made


def _is_whole(sentence: MaskedSentence, made: Made, place: re.Match[str], named: NamedMethod) -> bool:
    """Whether things treated together are parts of one: cast, a polymer with its salt, a membrane's."""
    parts = {flag for sign in made.signs for flag in sentence.material(sign).flags}
    cast = named.method.code == "solution-casting"
    return cast or {"polymer", "salt"} <= parts or _is_composed(sentence, place.end())


def aimed_at(sentence: MaskedSentence, treated: Sequence[str]) -> list[str]:
    """The sign of what starting materials are for, told in front of them: "For the synthesis of M, M and M were"."""
    text = sentence.masked
    sources = [s for s in treated if is_precursor(sentence.material(s))] or list(treated[1:])
    for sign in reversed(MATERIAL_SIGN.findall(text[: text.find(sources[0])])):
        if PROCEDURES.FOR_MAKING.search(text, 0, text.find(sign)):
            return [sign]
    return []


def _became(sentence: MaskedSentence, treated: Sequence[str], end: int) -> list[str]:
    """The sign of what several things treated together became: "M and M were milled to obtain M"."""
    result = FRAMES.RESULT.search(sentence.masked, end) if len(treated) > 1 else None
    signs = object_after(sentence, result.end(), 60) if result else []
    return [s for s in signs[:1] if s not in treated and sentence.material(s).subject_kind == "specific"]


def _is_used(text: str, place: re.Match[str]) -> bool:
    """Whether somebody is said to have used a method, or a synthesis to have been done by it, not for a cell."""
    before, behind = (NAMING.AUTHORS_USED, NAMING.MAKING_DONE), (NAMING.USED_TO, NAMING.METHOD_REACHES)
    used = any(p.search(text, 0, place.start()) for p in before) or any(p.match(text, place.end()) for p in behind)
    return bool(used) and NAMING.FOR_DEVICE.match(text, place.end()) is None


def _are_treated(text: str, place: int) -> bool:
    """Whether a method in front of a starting material's verb says what was done to it: "M and M were mixed by | R"."""
    return FRAMES.DONE_BY.search(text, max(0, place - LINK_REACH), place) is not None


def _is_composed(sentence: MaskedSentence, position: int) -> bool:
    """Whether things are treated "to prepare a membrane", so that they are its parts."""
    whole = FRAMES.TO_COMPOSE.search(sentence.masked, position)
    return whole is not None and (not whole["sign"] or sentence.material(whole["sign"]).subject_kind == "class")


def by_nouns(sentence: MaskedSentence, taken: set[int]) -> list[Draft]:
    """ "M via R", "R of M", "the tape-cast M": a method beside a material with no verb of making."""
    text = sentence.masked
    drafts: list[Draft] = []
    for place in METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        if id(named) in taken or is_verb(named):
            continue
        signs = _told_of(sentence, place, named)
        if signs:
            drafts.append(Draft(Made(signs), [named], [place.start()], "noun"))
        elif not named.is_minor and PROCEDURES.BETTERS_IT.match(text, place.end()):
            drafts.append(Draft(Made([], anaphor=True), [named], [place.start()], "noun"))
        elif _is_idle(text, place, named):
            continue
        elif drafts and FRAMES.NEXT_METHOD.fullmatch(text, max(drafts[-1].places) + 1, place.start()):
            _join(text, drafts, named, place.start())
        else:
            drafts.extend(_by_noun(sentence, place, named))
    return drafts


def by_time(sentence: MaskedSentence) -> list[Draft]:
    """What was milled for times that are compared: "conductivity of M vs. milling time"."""
    told = PROCEDURES.MILLED_FOR.search(sentence.masked)
    if told is None or is_precursor(sentence.material(told.group(1))):
        return []
    named = as_method(sentence, told.start(2), len(told.group(2)), "ball-milling", "mill")
    return [Draft(Made([told.group(1)]), [named], [told.start(2)], "noun")]


def _told_of(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str]:
    """What was made by a method that was studied, or that yields something."""
    studied = [] if named.is_minor else materials_studied(sentence, place)
    if studied or FRAMES.NO_METHOD.match(sentence.masked, place.end()):
        return studied
    yields = PROCEDURES.METHOD_YIELDS.match(sentence.masked, place.end())
    return [yields.group(1)] if yields and not is_precursor(sentence.material(yields.group(1))) else []


def _is_idle(text: str, place: re.Match[str], named: NamedMethod) -> bool:
    """Whether a method's word tells a property, or what happens while a curve is taken."""
    if FRAMES.NO_METHOD.match(text, place.end()):
        return True
    upon = FRAMES.UPON.search(text, 0, place.start()) or not FRAMES.FINITE_VERB.search(text)
    return named.is_minor and bool(upon)


def _join(text: str, drafts: list[Draft], named: NamedMethod, place: int) -> None:
    """A method listed behind another of the same thing: one after it, or another way."""
    last = drafts[-1]
    if _is_alternative(text, last, named, place):
        drafts.append(Draft(last.made, [named], [place], "noun", alternative=True))
    else:
        last.methods.append(named)
        last.places.append(place)


def _by_noun(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[Draft]:
    """The frame of a method by what stands beside it, or by who used it."""
    signs = materials_beside(sentence, place, named)
    if signs:
        if named.method.code != VAPOUR and all(FRAMES.SALT.search(sentence.material(s).name) for s in signs):
            return []  # "the sol-gel derived ceramic with M"
        sources = all(is_precursor(sentence.material(s)) for s in signs)
        applied = sources and _are_treated(sentence.masked, place.start())
        return [Draft(Made([] if applied else signs), [named], [place.start()], "applied" if applied else "noun")]
    if named.is_minor:
        return []
    if _is_used(sentence.masked, place):
        return [Draft(Made([], anaphor=True), [named], [place.start()], "used")]
    of_topic = NAMING.METHOD_APPLIED.search(sentence.masked, 0, place.start()) is not None
    told = of_topic or mixes_sources(sentence, place) or is_of_sources(sentence, place, named)
    return [Draft(Made([]), [named], [place.start()], "applied")] if told else []
