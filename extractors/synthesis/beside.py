"""The materials a method belongs to where no verb of making stands between them."""

from __future__ import annotations

import re

from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.method_choice import VAPOUR
from extractors.synthesis.operations import find_operations
from extractors.synthesis.patterns import BESIDE, FRAMES
from extractors.synthesis.targets import groups_between, is_precursor, made_by_verb, object_after, subject_before

_STATED_REACH = 60  # characters behind a method in which its conditions begin


def materials_beside(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str]:
    """Signs of what the method at ``place`` made, by the words that join them; [] when nothing does."""
    told = (find(sentence, place, named) for find in _FINDERS)
    return next((signs for signs in told if signs is not None), [])


def _made_by(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "M powder by | R"."""
    before = BESIDE.MATERIAL_BY.search(sentence.masked, 0, place.start())
    if before and _are_mixed(sentence, before):
        return []
    if before and not FRAMES.ADDED_BEFORE.search(sentence.masked, 0, before.start(1)):
        return [before.group(1)]
    return None


def is_of_sources(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> bool:
    """Whether the method at ``place`` is said to be that of several starting materials: "| R of M and M"."""
    of = BESIDE.METHOD_OF.match(sentence.masked, place.end())
    signs = object_after(sentence, of.end(), 60) if of and named.method.code != VAPOUR else []
    return len(signs) > 1 and all(is_precursor(sentence.material(s)) for s in signs)


def mixes_sources(sentence: MaskedSentence, place: re.Match[str]) -> bool:
    """Whether the method at ``place`` only tells how several things were put together."""
    last = BESIDE.MATERIAL_BY.search(sentence.masked, 0, place.start())
    return last is not None and _are_mixed(sentence, last)


def _are_mixed(sentence: MaskedSentence, last: re.Match[str]) -> bool:
    """Whether a material is the last of several that were put together: "M and M were mixed by | R"."""
    if BESIDE.PUT_TOGETHER.match(sentence.masked, last.end(1)) is None:
        return False
    groups = groups_between(sentence.masked, 0, last.end(1))
    return len(groups[-1]) > 1


def _meant_for(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "For M, a | R | was used", "M and M, which require | R"."""
    text = sentence.masked
    if named.is_minor and not _is_stated(text, place):
        return None
    meant = BESIDE.FOR_MATERIAL.search(text, 0, place.start())
    if meant and BESIDE.WAS_USED.match(text, place.end()):
        return [meant.group(1)]
    required = BESIDE.REQUIRES.search(text, 0, place.start())
    return (subject_before(sentence, required.start()) if required else []) or None


def _bettered_by(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "the conductivity of M rose after | R", "M before and after | R"."""
    changed = _changed_by(sentence, place, named)
    if changed:
        return [changed]
    treated = BESIDE.MATERIAL_AFTER.search(sentence.masked, 0, place.start())
    return [treated.group(1)] if treated and (not named.is_minor or _is_stated(sentence.masked, place)) else None


def made_of(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "R | of M", but not of what that is made from."""
    text = sentence.masked
    of = BESIDE.METHOD_OF.match(text, place.end())
    if of is None:
        return None
    signs = object_after(sentence, of.end(), 60)
    named_as_source = any(BESIDE.ITS_SOURCES.match(text, text.find(s) + 1) for s in signs)
    deposited = named.method.code == VAPOUR  # of any compound there are films
    reagents = not deposited and all(is_precursor(sentence.material(s)) for s in signs)
    return [] if named_as_source or reagents else signs


def _applied_to(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "R | was applied to M"."""
    applied = None if named.is_minor else BESIDE.METHOD_APPLIED_TO.match(sentence.masked, place.end())
    if applied is None:
        return None
    signs = object_after(sentence, applied.end(), 40)
    return [s for s in signs if sentence.material(s).electrolyte and not is_precursor(sentence.material(s))]


def _meant_to(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """ "R | to raise the density of M"."""
    purpose = BESIDE.METHOD_TO.match(sentence.masked, place.end())
    if purpose is None:
        return None
    return object_after(sentence, purpose.start(1), 1) or [purpose.group(1)]


def materials_studied(sentence: MaskedSentence, place: re.Match[str]) -> list[str]:
    """Signs of what was made by a method whose effect was studied: "the effect of R time on the density of M"."""
    text = sentence.masked
    behind = BESIDE.ON_MATERIAL.match(text, place.end())
    if behind and BESIDE.EFFECT_OF.search(text, 0, place.start()):
        return object_after(sentence, behind.end(), 40)
    return []


def _changed_by(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> str | None:
    """The material whose property a method changed; a heat treatment has to tell its conditions."""
    text = sentence.masked
    if not named.is_minor:
        bettered = BESIDE.PROPERTY_BY.search(text, 0, place.start())
        return bettered.group(1) if bettered else _owner_behind(text, place)
    if named.method.step != "heat" or not _is_stated(text, place):
        return None
    showed = BESIDE.SHOWED_AFTER.search(text, 0, place.start())
    return showed.group(1) if showed else _owner_behind(text, place)


def _is_stated(text: str, place: re.Match[str]) -> bool:
    """Whether the temperature or time of a method stands behind it."""
    return BESIDE.STATED.match(text, place.end(), place.end() + _STATED_REACH) is not None


def _owner_behind(text: str, place: re.Match[str]) -> str | None:
    """The material whose property is told behind the method at the sentence's head: "After R, M showed"."""
    if not BESIDE.HEAD_METHOD.search(text, 0, place.start()):
        return None
    told = BESIDE.PROPERTY_BEHIND.match(text, place.end())
    return (told.group(1) or told.group(2)) if told else None


def _described_by(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """The material a method stands in front of as an adjective: "tape-cast M", "ALD M"."""
    near = BESIDE.METHOD_MATERIAL.match(sentence.masked, place.end())
    if near is None or named.is_minor:
        return None
    surface = named.mention.surface
    adjective = (
        BESIDE.ADJECTIVE_METHOD.search(surface)
        or BESIDE.ADJECTIVE_BEHIND.match(sentence.masked, place.end())
        or (surface.isupper() and near.group()[:-1].isspace())
    )
    return [near.group(1)] if adjective else None


def _finished_by(sentence: MaskedSentence, place: re.Match[str], named: NamedMethod) -> list[str] | None:
    """What a method finishes a treatment of: "M was annealed at 200 °C after | R", "sintered M at 1200 °C by | R"."""
    text = sentence.masked
    if named.is_minor or FRAMES.SEQUEL.search(text, 0, place.start()) is None:
        return None
    for operation in reversed(find_operations(text[: place.start()])):
        if FRAMES.SENTENCE_BREAK.search(text, operation.end, place.start()):
            return []
        if operation.code not in ("heat", "press") or not operation.surface.endswith("ed"):
            continue
        signs = made_by_verb(sentence, operation.start, operation.end).signs
        if signs:
            definite = all(sentence.material(s).electrolyte and not is_precursor(sentence.material(s)) for s in signs)
            return signs if definite else []
    return []


# what joins a material to a method, the first that says something
_FINDERS = (_made_by, _meant_for, _bettered_by, made_of, _applied_to, _meant_to, _described_by, _finished_by)
