"""Verbs and nouns of making in a masked sentence, linked to their methods and to what they make."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.synthesis import patterns, procedure_patterns
from extractors.synthesis.beside import materials_beside, materials_studied
from extractors.synthesis.draft import Draft, as_method, is_verb
from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.method_choice import VAPOUR, are_alternatives
from extractors.synthesis.naming_patterns import (
    AUTHORS_USED,
    FOR_DEVICE,
    MAKING_DONE,
    METHOD_APPLIED,
    METHOD_REACHES,
    USED_TO,
)
from extractors.synthesis.pairing import are_shared_out, begins_clause, each_has_preposition, gapped_target
from extractors.synthesis.solvents import by_solvents
from extractors.synthesis.targets import Made, is_precursor, made_by_verb, made_things, object_after
from extractors.synthesis.vocabulary import NOT_USED, NOTHING_MADE, find_operations, operation_method

METHOD_SIGN = re.compile(patterns.R)
MATERIAL_SIGN = re.compile(patterns.M)
_LINK_REACH = 220  # characters between a verb of making and the words of its method
_TELLING_OPERATIONS = frozenset({"mill", "heat", "melt", "quench", "dissolve", "cast", "press", "mix", "evaporate"})


def by_verbs(sentence: MaskedSentence) -> list[Draft]:
    """Frames around a verb or noun of making, with the methods, operations or solvents linked to it."""
    text = sentence.masked
    makes = [m for m in patterns.MAKE.finditer(text) if not _qualifies(text, m)]
    drafts: list[Draft] = []
    latest: dict[int, Draft] = {}
    for place in METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        make, rule = (None, "") if is_verb(named) else _make_of(sentence, place.start(), makes)
        if make is None:
            continue
        draft = latest.get(make.start())
        gapped = gapped_target(sentence, max(draft.places) + 1, place.start()) if draft else None
        if draft is None or gapped or _is_alternative(text, draft, named, place.start()):
            made = Made([gapped]) if gapped else draft.made if draft else made_things(sentence, make)
            only_named = make.lastgroup == "noun" and not text[place.end() : make.start()].strip()  # "R synthesis"
            if not (made.signs or made.anaphor) and (only_named or make.group().lower() in patterns.WEAK_MAKE):
                continue
            other, places = draft is not None and not gapped, [] if draft else [make.start()]
            draft = Draft(made, [], places, rule, alternative=other, verb=make.group().lower())
            latest[make.start()] = draft
            drafts.append(draft)
        draft.methods.append(named)
        draft.places.append(place.start())
    drafts = _shared_out(sentence, drafts)
    rest = [m for m in makes if m.start() not in latest]
    for make in rest:
        drafts.extend(_by_the_same(sentence, make, drafts) or _unnamed(sentence, make))
    return drafts


def _shared_out(sentence: MaskedSentence, drafts: list[Draft]) -> list[Draft]:
    """One draft a target where as many methods are told "respectively"."""
    if not drafts or any(d.made != drafts[0].made for d in drafts):
        return drafts
    methods = [n for d in drafts for n in d.methods]
    signs, places = drafts[0].made.signs, [sentence.hidden(n.mention.start) for n in methods]
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
    coordinated = patterns.SECOND_AUTHOR.search(text, max(first.places), make.start())
    made = made_things(sentence, make) if coordinated else Made([])
    return [Draft(made, list(first.methods), [make.start()], first.rule)] if made.signs else []


def _qualifies(text: str, make: re.Match[str]) -> bool:
    """Whether a word of making tells of no making: "the prepared M", "the synthesis conditions", "hardly obtained"."""
    if patterns.NOT_DONE.search(text, max(0, make.start() - patterns.NOT_DONE_REACH), make.start()):
        return True
    if make.lastgroup == "past":
        return is_adjective(text, make)
    compound = make.lastgroup == "noun" and patterns.NO_METHOD.match(text, make.end())
    return bool(compound) and not patterns.NOUN_OF.match(text, make.end())


def is_adjective(text: str, make: re.Match[str]) -> bool:
    """Whether a participle only says which thing is meant: "the prepared M", "patterns of prepared M"."""
    return make.lastgroup == "past" and patterns.ADJECTIVE_BEFORE.search(text, 0, make.start()) is not None


def by_same_procedure(sentence: MaskedSentence) -> list[Draft]:
    """ "Similar procedures were followed to synthesize M, M and M"."""
    for same in patterns.SAME_METHOD.finditer(sentence.masked):
        used = patterns.USED_FOR.match(sentence.masked, same.end())
        signs = object_after(sentence, used.end(), 60) if used else []
        result = patterns.RESULT.search(sentence.masked, same.end()) if not signs else None
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
    if patterns.SEVERAL_WAYS.search(text, 0, place) and patterns.NEXT_METHOD.fullmatch(gap):
        return not (draft.methods[-1].is_minor or named.is_minor)
    if patterns.OTHER_WAY.search(gap) and not (draft.methods[-1].is_minor or named.is_minor):
        return draft.methods[-1].method.code != named.method.code
    return bool(patterns.ALTERNATIVE_METHODS.fullmatch(gap)) and are_alternatives(
        draft.methods[-1].method, named.method
    )


def _make_of(sentence: MaskedSentence, place: int, makes: Sequence[re.Match[str]]) -> tuple[re.Match[str] | None, str]:
    """The verb of making that a method at ``place`` belongs to."""
    text = sentence.masked
    if patterns.NO_METHOD.match(text, place + 1):
        return None, ""
    before = [m for m in makes if m.end() <= place and place - m.end() <= _LINK_REACH]
    after = [m for m in makes if m.start() > place and m.start() - place <= _LINK_REACH]
    purpose = [m for m in after[1:] if m.lastgroup in ("base", "gerund")]
    for make in (*after[:1], *purpose):
        if _leads_to(sentence, place, make) and not _is_its_own(sentence, place, make):
            return make, "method before verb"
    for make in reversed(before):
        gap = text[make.end() : place]
        if patterns.SENTENCE_BREAK.search(gap):
            break
        if begins_clause(gap) and not gapped_target(sentence, make.end(), place):
            break
        if patterns.OTHER_VERB.search(gap):
            continue
        weak = make.group().lower() in patterns.WEAK_MAKE
        if place == make.end() + 1 and sentence.method(text[place]).mention.surface.endswith("ly"):
            return make, "verb and adverb"
        link = list((patterns.DIRECT_LINK if weak else patterns.LINK).finditer(gap))
        if not link and patterns.SEVERAL_WAYS.search(text, 0, make.start()):
            link = list(patterns.MEMBERS.finditer(gap))
        if link and len(gap) - link[-1].end() <= 100:
            return make, "verb before method"
    return None, ""


def _is_its_own(sentence: MaskedSentence, place: int, make: re.Match[str]) -> bool:
    """Whether a noun of making only ends a method's name: "prepared by a modified R synthesis"."""
    beside = make.lastgroup == "noun" and not sentence.masked[place + 1 : make.start()].strip()
    return beside and not made_things(sentence, make).signs


def _leads_to(sentence: MaskedSentence, place: int, make: re.Match[str]) -> bool:
    """Whether a method in front of a verb of making is its instrument."""
    text = sentence.masked
    gap = text[place + 1 : make.start()]
    if patterns.ADVERBIAL_METHOD.fullmatch(gap):
        return make.group().lower() not in patterns.REPORT_MAKE
    if patterns.SENTENCE_BREAK.search(gap) or patterns.OTHER_ACTION.search(gap):
        return False
    if make.lastgroup in ("base", "gerund", "noun") and patterns.PURPOSE.search(gap):
        used = (
            gap.strip() in ("to", "for")
            or patterns.USED_TO.search(gap)
            or patterns.USED_TO.search(text, max(0, place - 80), place)
        )
        made = made_things(sentence, make)
        return bool(used and (made.signs or made.anaphor))
    preposed = patterns.PREPOSED.search(text, 0, place)
    return bool(preposed and "," in gap and not patterns.DIRECT_LINK.match(text, make.end() + 1))


def _unnamed(sentence: MaskedSentence, make: re.Match[str]) -> list[Draft]:
    """ "M was obtained by heating ... to 300 °C", "M prepared via ethanol", "made by the same method"."""
    text = sentence.masked
    stop = patterns.SENTENCE_BREAK.search(text, make.end())
    end = min(stop.start() if stop else len(text), make.end() + _LINK_REACH)
    same = patterns.SAME_METHOD.search(text, make.end(), end)
    if same and patterns.SAME_LINK.fullmatch(text, make.end(), same.start()):
        made = made_things(sentence, make)
        return [Draft(made, [], [make.start(), same.start()], "same method", same_method=same.span())]
    before = list(patterns.SAME_METHOD.finditer(text, 0, make.start()))
    if before and patterns.SAME_USED.search(text, 0, before[-1].start()) and _is_purpose(text, before[-1].end(), make):
        made = made_things(sentence, make)
        return [Draft(made, [], [before[-1].start(), make.start()], "same method", same_method=before[-1].span())]
    if make.lastgroup == "noun" and not made_things(sentence, make).signs:  # "In a typical synthesis, ..."
        return []
    told = by_solvents(sentence, make, end)
    if told:
        return told
    for operation in find_operations(text[make.end() : end]):
        at = make.end() + operation.start
        weak = make.group().lower() in patterns.WEAK_MAKE
        link = (
            patterns.WEAK_OPERATION.fullmatch(text, make.end(), at)
            if weak
            else patterns.BY_OPERATION.search(text, make.end(), at)
        )
        unused = any(pattern.search(text, make.end(), at) for pattern in (NOT_USED, NOTHING_MADE))
        if operation.code in _TELLING_OPERATIONS and link and not unused:
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
        fills = named.method.code == "infiltration"
        if not is_verb(named) or (
            (named.is_minor or fills) and patterns.ADJECTIVE_BEFORE.search(sentence.masked, 0, place.start())
        ):
            continue
        in_mixture = patterns.OF_MIXTURE.match(sentence.masked, place.end())
        made = Made([]) if in_mixture else made_by_verb(sentence, place.start(), place.end())
        filled = patterns.FILLED_WITH.match(sentence.masked, place.end()) if fills else None
        if filled and not any(sentence.material(s).electrolyte for s in made.signs):
            made = Made([filled.group(1)])  # its host was there before
        if not made.signs and patterns.ADJECTIVE_BEFORE.search(sentence.masked, 0, place.start()):
            if patterns.MIXED_THING.match(sentence.masked, place.end()):  # "by heating the milled mixture"
                drafts.append(Draft(made, [named], [place.start()], "adjective"))
            continue
        reagents = named.method.code != VAPOUR and any(is_precursor(sentence.material(s)) for s in made.signs)
        if reagents or len(made.signs) > 1:
            aim = aimed_at(sentence, made.signs) or _became(sentence, made.signs, place.end())
            alone = len(made.signs) == 1 or not all(is_precursor(sentence.material(s)) for s in made.signs)
            made = Made(aim) if aim or not alone else made
        cast = named.method.code == "solution-casting"
        parts = {flag for sign in made.signs for flag in sentence.material(sign).flags}
        whole = cast or {"polymer", "salt"} <= parts or _is_composed(sentence, place.end())
        composed = len(made.signs) > 1 and whole
        draft = Draft(made, [named], [place.start()], "method verb", composed=composed)
        if drafts and drafts[-1].made == made:
            draft.alternative = _is_alternative(sentence.masked, drafts[-1], named, place.start())
        drafts.append(draft)
    return drafts


def aimed_at(sentence: MaskedSentence, treated: Sequence[str]) -> list[str]:
    """The sign of what starting materials are for, told in front of them: "For the synthesis of M, M and M were"."""
    text = sentence.masked
    sources = [s for s in treated if is_precursor(sentence.material(s))] or list(treated[1:])
    for sign in reversed(MATERIAL_SIGN.findall(text[: text.find(sources[0])])):
        if procedure_patterns.FOR_MAKING.search(text, 0, text.find(sign)):
            return [sign]
    return []


def _became(sentence: MaskedSentence, treated: Sequence[str], end: int) -> list[str]:
    """The sign of what several things treated together became: "M and M were milled to obtain M"."""
    result = patterns.RESULT.search(sentence.masked, end) if len(treated) > 1 else None
    signs = object_after(sentence, result.end(), 60) if result else []
    return [s for s in signs[:1] if s not in treated and sentence.material(s).subject_kind == "specific"]


def _is_used(text: str, place: re.Match[str]) -> bool:
    """Whether somebody is said to have used a method, or a synthesis to have been done by it, not for a cell."""
    before, behind = (AUTHORS_USED, MAKING_DONE), (USED_TO, METHOD_REACHES)
    used = any(p.search(text, 0, place.start()) for p in before) or any(p.match(text, place.end()) for p in behind)
    return bool(used) and FOR_DEVICE.match(text, place.end()) is None


def _are_treated(text: str, place: int) -> bool:
    """Whether a method in front of a starting material's verb says what was done to it: "M and M were mixed by | R"."""
    return patterns.DONE_BY.search(text, max(0, place - _LINK_REACH), place) is not None


def _is_composed(sentence: MaskedSentence, position: int) -> bool:
    """Whether things are treated "to prepare a membrane", so that they are its parts."""
    whole = patterns.TO_COMPOSE.search(sentence.masked, position)
    return whole is not None and (not whole["sign"] or sentence.material(whole["sign"]).subject_kind == "class")


def by_nouns(sentence: MaskedSentence, taken: set[int]) -> list[Draft]:
    """ "M via R", "R of M", "the tape-cast M": a method beside a material with no verb of making."""
    text = sentence.masked
    drafts: list[Draft] = []
    for place in METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        if id(named) in taken or is_verb(named):
            continue
        studied = [] if named.is_minor else materials_studied(sentence, place)
        if studied:
            drafts.append(Draft(Made(studied), [named], [place.start()], "noun"))
            continue
        if patterns.NO_METHOD.match(text, place.end()):
            continue
        yields = procedure_patterns.METHOD_YIELDS.match(text, place.end())
        if yields and not is_precursor(sentence.material(yields.group(1))):
            drafts.append(Draft(Made([yields.group(1)]), [named], [place.start()], "noun"))
            continue
        if named.is_minor and (patterns.UPON.search(text, 0, place.start()) or not patterns.FINITE_VERB.search(text)):
            continue
        last = drafts[-1] if drafts else None
        if last is not None and patterns.NEXT_METHOD.fullmatch(text, max(last.places) + 1, place.start()):
            if _is_alternative(text, last, named, place.start()):
                drafts.append(Draft(last.made, [named], [place.start()], "noun", alternative=True))
            else:
                last.methods.append(named)
                last.places.append(place.start())
            continue
        signs = materials_beside(sentence, place, named)
        if signs and all(is_precursor(sentence.material(s)) for s in signs) and _are_treated(text, place.start()):
            drafts.append(Draft(Made([]), [named], [place.start()], "applied"))
        elif signs:
            drafts.append(Draft(Made(signs), [named], [place.start()], "noun"))
        elif not named.is_minor and _is_used(text, place):
            drafts.append(Draft(Made([], anaphor=True), [named], [place.start()], "used"))
        elif not named.is_minor and METHOD_APPLIED.search(text, 0, place.start()):
            drafts.append(Draft(Made([]), [named], [place.start()], "applied"))
    return drafts
