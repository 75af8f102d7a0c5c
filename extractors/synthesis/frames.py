"""Frames of making: from one sentence to the routes it tells, each with its targets, methods and stretch of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.mentions import Material
from extractors.synthesis import patterns
from extractors.synthesis.masking import MaskedSentence, NamedMethod, mask
from extractors.synthesis.precursors import find_precursors
from extractors.synthesis.targets import is_precursor, object_after, subject_before
from extractors.synthesis.vocabulary import Mention, Method, find_operations, find_solvents, operation_method

_METHOD_SIGN = re.compile(patterns.R)
_MATERIAL_SIGN = re.compile(patterns.M)
_OF = re.compile(r"\s+(?:process(?:es)?\s+|method\s+|treatment\s+)?of\s+")
_LINK_REACH = 220  # characters between a verb of making and the words of its method


@dataclass(slots=True)
class Frame:
    """One route told in a sentence; all offsets count the sentence's characters."""

    targets: list[Material]
    methods: list[NamedMethod]
    anchor: int
    start: int = 0
    end: int = 0
    rule: str = ""
    same_method: bool = False
    precursors: list[Material] = field(default_factory=list)


@dataclass(slots=True)
class _Draft:
    """A frame in the making, offsets of the masked sentence."""

    anchor: tuple[int, int]
    targets: list[str]
    methods: list[NamedMethod]
    places: list[int]
    rule: str
    same_method: bool = False


def read_sentence(text: str, materials: Sequence[Material]) -> list[Frame]:
    """The routes a sentence tells, in text order.

    A frame without targets tells a route of something named elsewhere ("It was prepared by sol-gel").
    """
    sentence = mask(text, materials)
    drafts = [*_made(sentence), *_method_verbs(sentence)]
    drafts.extend(_nominal(sentence, {id(n) for d in drafts for n in d.methods}))
    drafts.sort(key=lambda d: min(d.places))
    for draft in drafts:
        draft.targets = _members(sentence, draft)
    return _regions(sentence, _fused(drafts))


def _members(sentence: MaskedSentence, draft: _Draft) -> list[str]:
    """The materials a class target is said to include behind the method; else the targets as they are."""
    if not draft.targets or any(sentence.material(s).subject_kind != "class" for s in draft.targets):
        return draft.targets
    told = patterns.MEMBERS.search(sentence.masked, max(draft.places))
    return (object_after(sentence, told.end(), 30) if told else []) or draft.targets


def result_of(text: str, materials: Sequence[Material]) -> list[Material]:
    """What a procedure is said to end in ("... to obtain M"); [] when the sentence does not say."""
    sentence = mask(text, materials)
    for result in patterns.RESULT.finditer(sentence.masked):
        signs = object_after(sentence, result.end(), 60)
        if signs:
            return [sentence.material(s) for s in signs]
    return []


def made_without_method(text: str, materials: Sequence[Material]) -> tuple[list[Material], list[Material]]:
    """Targets and starting materials of a sentence that says that something was made but not how."""
    sentence = mask(text, materials)
    for make in patterns.MAKE.finditer(sentence.masked):
        if make.group() in patterns.WEAK_MAKE or make.lastgroup == "noun":
            continue
        signs = _targets(sentence, make)
        if signs:
            sources = find_precursors(sentence, 0, len(sentence.masked), set(signs))
            return [sentence.material(s) for s in signs], sources
    return [], find_precursors(sentence, 0, len(sentence.masked), set())


# ------------------------------------------------------------------ verbs of making


def _made(sentence: MaskedSentence) -> list[_Draft]:
    """Frames around a verb or noun of making, and the methods linked to it."""
    text = sentence.masked
    makes = list(patterns.MAKE.finditer(text))
    drafts: list[_Draft] = []
    linked: dict[int, _Draft] = {}
    for place in _METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        if _is_verb(named):
            continue
        make, rule = _make_of(text, place.start(), makes)
        if make is None:
            continue
        draft = linked.get(make.start())
        if draft is None:
            draft = _Draft(make.span(), _targets(sentence, make), [], [make.start()], rule)
            linked[make.start()] = draft
            drafts.append(draft)
        draft.methods.append(named)
        draft.places.append(place.start())
    for make in makes:
        if make.start() in linked:
            continue
        draft = _made_by_operation(sentence, make)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _make_of(text: str, place: int, makes: Sequence[re.Match[str]]) -> tuple[re.Match[str] | None, str]:
    """The verb of making that a method at ``place`` belongs to."""
    before = [m for m in makes if m.end() <= place and place - m.end() <= _LINK_REACH]
    after = [m for m in makes if m.start() > place and m.start() - place <= _LINK_REACH]
    if after and _leads_to(text, place, after[0]):
        return after[0], "method before verb"
    for make in reversed(before):
        gap = text[make.end() : place]
        if re.search(r"[;]|\.\s", gap):
            break
        weak = make.group() in patterns.WEAK_MAKE
        link = list((patterns.DIRECT_LINK if weak else patterns.LINK).finditer(gap))
        if link and len(gap) - link[-1].end() <= 100:
            return make, "verb before method"
    return None, ""


def _leads_to(text: str, place: int, make: re.Match[str]) -> bool:
    """Whether a method in front of a verb of making is its instrument."""
    gap = text[place + 1 : make.start()]
    if re.fullmatch(r"[\s-]*(?:(?:method|process|technique|route|approach)?[\s-]*)", gap):
        return True  # "mechanochemically prepared M"
    if re.search(r"[;]|\.\s", gap):
        return False
    to_verb = re.search(r"\b(?:to|for|for the|of)\s+(?:the\s+)?(?:\w+ly\s+)?$", gap)
    if make.lastgroup in ("base", "gerund", "noun") and to_verb:
        return bool(patterns.USED_TO.search(gap) or patterns.USED_TO.search(text, max(0, place - 80), place))
    preposed = re.search(
        r"(?:^|[,;]\s|\b(?:and|then|that)\s)(?:by|via|through|using|with|after)\s[^,;]*$", text[:place], re.I
    )
    return bool(preposed and "," in gap and not patterns.DIRECT_LINK.match(text, make.end() + 1))


def _targets(sentence: MaskedSentence, make: re.Match[str]) -> list[str]:
    """What the verb makes."""
    text = sentence.masked
    if make.lastgroup in ("base", "gerund"):
        return object_after(sentence, make.end())
    if make.lastgroup == "noun":
        of = _OF.match(text, make.end())
        if of:
            return object_after(sentence, of.end())
        return subject_before(sentence, make.start(), max(0, make.start() - 25))
    if make.group() in patterns.COVER_MAKE:
        cover = re.compile(rf"\s+(?:with|by)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,4}}({patterns.M})").match(text, make.end())
        if cover:
            return [cover.group(1)]
    return _of_past_verb(sentence, make.start(), make.end())


def _of_past_verb(sentence: MaskedSentence, start: int, end: int) -> list[str]:
    """Object or subject of a past form, by its voice."""
    text = sentence.masked
    be = patterns.BE_BEFORE.search(text, 0, start)
    if be:
        return subject_before(sentence, be.start())
    active = patterns.AUTHOR_BEFORE.search(text, 0, start)
    if active or not patterns.PREPOSITION_NEXT.match(text, end):
        found = object_after(sentence, end)
        if found or active:
            return found
    return subject_before(sentence, start)


def _made_by_operation(sentence: MaskedSentence, make: re.Match[str]) -> _Draft | None:
    """ "M was obtained by heating ... to 300 °C", "M prepared via ethanol": the operation or the solvent is the method."""
    text = sentence.masked
    stop = re.compile(r"[;]|\.\s|\bwhich\b").search(text, make.end())
    end = min(stop.start() if stop else len(text), make.end() + _LINK_REACH)
    for operation in find_operations(text[make.end() : end]):
        at = make.end() + operation.start
        if not re.search(r"\b(?:by|via|through|using|from|after|upon)\s+(?:\w+\s+){0,3}$", text[make.end() : at]):
            continue
        code = operation_method(operation.code)
        named = _as_method(sentence, at, at + len(operation.surface), code, operation.code)
        return _Draft(make.span(), _targets(sentence, make), [named], [make.start(), at], "verb and operation")
    if make.group() in patterns.WEAK_MAKE:
        return None
    for solvent in find_solvents(text[make.end() : end]):
        at = make.end() + solvent.start
        if re.search(r"\b(?:by|via|using|in|from)\s+(?:[\w,()-]+\s+){0,4}$", text[make.end() : at]):
            named = _as_method(sentence, at, at + len(solvent.surface), "liquid-phase", "other")
            return _Draft(make.span(), _targets(sentence, make), [named], [make.start(), at], "verb and solvent")
    return None


def _as_method(sentence: MaskedSentence, start: int, end: int, code: str, step: str) -> NamedMethod:
    a, b = sentence.clean(start), sentence.clean(end)
    return NamedMethod(Mention(a, b, code, sentence.text[a:b]), Method(code, "", step, ""))


# ------------------------------------------------------------------ methods that are verbs


def _is_verb(named: NamedMethod) -> bool:
    return named.mention.surface.endswith("ed")


def _method_verbs(sentence: MaskedSentence) -> list[_Draft]:
    """ "M was ball-milled", "et al. sputtered M on M", "hot-pressed M"."""
    text = sentence.masked
    drafts = []
    for place in _METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        if not _is_verb(named):
            continue
        signs = _of_past_verb(sentence, place.start(), place.end())
        if len(signs) > 1 and all(is_precursor(sentence.material(s)) for s in signs):
            signs = []
        drafts.append(_Draft(place.span(), signs, [named], [place.start()], "method verb"))
    return drafts


def subject_of_operation(sentence: MaskedSentence, start: int, end: int) -> list[Material]:
    """What an operation at ``[start, end)`` of the sentence is done to; [] when that is not named.

    Starting materials are no subject: "Li2S and P2S5 were milled" treats neither.
    """
    text = sentence.masked
    low, high = sentence.hidden(start), sentence.hidden(end)
    if text[low:high].endswith(("ed", "ered", "ired")):
        signs = _of_past_verb(sentence, low, high)
    else:
        of = _OF.match(text, high)
        signs = object_after(sentence, of.end(), 60) if of else []
    if signs and all(is_precursor(sentence.material(s)) for s in signs):
        return []
    return [sentence.material(s) for s in signs]


# ------------------------------------------------------------------ nouns


def _nominal(sentence: MaskedSentence, taken: set[int]) -> list[_Draft]:
    """ "M via R", "R of M", "the tape-cast M": a method beside a material with no verb of making."""
    text = sentence.masked
    drafts = []
    for place in _METHOD_SIGN.finditer(text):
        named = sentence.method(place.group())
        if id(named) in taken or _is_verb(named):
            continue
        signs: list[str] = []
        beside = re.compile(rf"({patterns.M})(?:\s+[\w-]+){{0,3}}?\s+(?:by|via|through|using)\s+(?:[\w-]+\s+){{0,4}}$")
        before = beside.search(text, 0, place.start())
        of = re.compile(r"\s+(?:of|for)\s+").match(text, place.end())
        if before:
            signs = [before.group(1)]
        elif of:
            signs = object_after(sentence, of.end(), 40)
            if all(is_precursor(sentence.material(s)) for s in signs):
                signs = []
        elif not named.is_minor:
            near = re.compile(rf"[\s-]+(?:[\w-]+\s+){{0,2}}?({patterns.M})").match(text, place.end())
            signs = [near.group(1)] if near and named.mention.surface[-1] in "tdn" else []
        if signs:
            drafts.append(_Draft(place.span(), signs, [named], [place.start()], "noun"))
    return drafts


# ------------------------------------------------------------------ stretches


def _fused(drafts: list[_Draft]) -> list[_Draft]:
    """A frame without target is part of the route told just before it in the sentence."""
    fused: list[_Draft] = []
    for draft in drafts:
        if fused and not draft.targets:
            fused[-1].methods.extend(draft.methods)
            fused[-1].places.extend(draft.places)
            continue
        fused.append(draft)
    return fused


def _regions(sentence: MaskedSentence, drafts: list[_Draft]) -> list[Frame]:
    frames = []
    for index, draft in enumerate(drafts):
        start = 0 if index == 0 else frames[-1].end
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        end = len(sentence.text)
        if following is not None:
            signs = [sentence.masked.find(s) for s in following.targets]
            begins = [p for p in [*signs, *following.places] if p > max(draft.places)]
            end = sentence.clean(min(begins)) if begins else end
        low, high = sentence.hidden(start), sentence.hidden(end)
        frames.append(
            Frame(
                targets=[sentence.material(s) for s in dict.fromkeys(draft.targets)],
                precursors=find_precursors(sentence, low, high, set(draft.targets)),
                methods=sorted(draft.methods, key=lambda n: n.mention.start),
                anchor=sentence.clean(draft.anchor[0]),
                start=start,
                end=max(end, start),
                rule=draft.rule,
                same_method=draft.same_method,
            )
        )
    return frames
