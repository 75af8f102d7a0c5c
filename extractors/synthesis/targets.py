"""Which materials of a masked sentence a verb of making makes: its object, its subject, or the noun it belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.mentions import Material
from extractors.synthesis.masking import MaskedSentence, NamedMethod
from extractors.synthesis.patterns import FRAMES, PROCEDURES
from extractors.synthesis.vocabulary import Mention, Method

_OBJECT_REACH = 120  # characters between a verb and its object
_SUBJECT_REACH = 260


@dataclass(frozen=True, slots=True)
class Made:
    """The signs of what is made; ``anaphor`` when it is only called "it", "the sample"."""

    signs: list[str]
    anaphor: bool = False
    shared: bool = False  # the verb shares its subject with the one before: "M was milled and annealed"


def is_precursor(material: Material) -> bool:
    """Whether a material looks like a starting material: an element, a binary, a carbonate, a hydroxide, a salt."""
    if material.kind in ("element", "ion") or "precursor" in material.flags:
        return True
    if material.kind in ("formula", "name", "mixture") and FRAMES.SALT.search(material.name):
        return True
    elements = set(re.findall(r"[A-Z][a-z]?", material.formula or material.name))
    return material.kind == "formula" and len(elements) <= 2


def object_after(sentence: MaskedSentence, position: int, reach: int = _OBJECT_REACH) -> list[str]:
    """The signs of the first material behind a verb and of those listed with it; [] when a preposition comes first."""
    text = sentence.masked
    first = FRAMES.SIGN.search(text, position, min(len(text), position + reach))
    if first is None or FRAMES.OBJECT_STOP.search(text, position, first.start()):
        return []
    signs = _listed_after(text, first)
    if signs and not is_precursor(sentence.material(signs[0])):  # "to prepare M, Li2S and P2S5 were mixed"
        return list(takewhile(lambda sign: not is_precursor(sentence.material(sign)), signs))
    return signs


def _listed_after(text: str, first: re.Match[str]) -> list[str]:
    members = [first]
    while True:
        gap = FRAMES.LIST_GAP.match(text, members[-1].end())
        following = FRAMES.SIGN.match(text, gap.end()) if gap else None
        if following is None:
            return [m.group() for m in members if not FRAMES.CELL_BEHIND.match(text, m.end())]
        members.append(following)


def subject_before(sentence: MaskedSentence, position: int, floor: int = 0) -> list[str]:
    """The signs of the material in front of a verb and of those listed with it.

    A material that only says where something lies ("a coating on M", "between M and M") is passed over.
    """
    text = sentence.masked
    aside = FRAMES.RELATIVE_CLAUSE.search(text, max(floor, position - _SUBJECT_REACH), position)
    position = aside.start() if aside else position
    places = list(FRAMES.SIGN.finditer(text, max(floor, position - _SUBJECT_REACH), position))
    for group in reversed(_groups(text, places)):
        if _only_names_members(sentence, group, floor):
            continue
        if len(group) == 2 and FRAMES.INTRODUCTION.match(text, 0, group[0].start()):
            gap = text[group[0].end() : group[1].start()].strip()
            group = group[gap == "," :]  # "With the addition of M, | M was sintered"
        if _is_no_subject(text, group, position, floor):
            return []
        if _are_members(sentence, group, floor):
            return [m.group() for m in group]
        lies = FRAMES.ON_BEFORE.search(text, floor, group[0].start())
        if not lies or _is_own(text, group[-1].end(), position):
            return [m.group() for m in group if not FRAMES.CELL_BEHIND.match(text, m.end())]
    return []


def _only_names_members(sentence: MaskedSentence, group: Sequence[re.Match[str]], floor: int) -> bool:
    """Whether names only say what the members of a series before them are called: "M with x = 0 and 1 (A0, A1)"."""
    text, start = sentence.masked, group[0].start()
    series = [m for m in FRAMES.SIGN.finditer(text, floor, start) if is_series(sentence.material(m.group()))]
    if not series or len(group) < 2:
        return False
    between = text[series[-1].end() : start]
    return between.count("(") > between.count(")") or FRAMES.NAMED_AS.search(between) is not None


def is_series(material: Material) -> bool:
    """Whether a name stands for the members of a series."""
    return bool(material.variables) or material.kind == "series"


def _is_no_subject(text: str, group: Sequence[re.Match[str]], position: int, floor: int) -> bool:
    """Whether another verb stands between, or the materials are only mixed."""
    start = group[0].start()
    if FRAMES.SUBJECT_GAP_STOP.search(FRAMES.ASIDE.sub("", text[group[-1].end() : position])):
        return True
    if FRAMES.MIXTURE_BEFORE.search(text, floor, start) and FRAMES.REPORTED.match(text, position):
        return True
    return FRAMES.MIXING_BEFORE.search(text, floor, start) is not None


def _is_own(text: str, end: int, position: int) -> bool:
    """Whether a participle at ``position`` right behind a material can only be its own, wherever that lies."""
    own = FRAMES.OWN_PARTICIPLE.fullmatch(text, end, position)
    return own is not None and FRAMES.PREPARED.match(text, position) is not None


def _are_members(sentence: MaskedSentence, group: Sequence[re.Match[str]], floor: int) -> bool:
    """Whether materials in front of a verb are members of a class: "sulfides such as M and M were made"."""
    listed = FRAMES.MEMBERS_BEFORE.search(sentence.masked, floor, group[0].start())
    if listed is None:
        return False
    owner = list(FRAMES.SIGN.finditer(sentence.masked, max(floor, listed.start() - 40), listed.start()))
    if owner and sentence.material(owner[-1].group()).subject_kind == "class":
        return True
    return FRAMES.KIND_BEFORE.search(sentence.masked, floor, listed.start()) is not None


def groups_between(text: str, start: int, end: int) -> list[list[re.Match[str]]]:
    """Materials between two masked offsets, those of one list together."""
    return _groups(text, list(FRAMES.SIGN.finditer(text, start, end)))


def _groups(text: str, places: Sequence[re.Match[str]]) -> list[list[re.Match[str]]]:
    groups: list[list[re.Match[str]]] = []
    for place in places:
        if groups and FRAMES.LIST_GAP.fullmatch(text, groups[-1][-1].end(), place.start()):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def made_things(sentence: MaskedSentence, make: re.Match[str]) -> Made:
    """What a verb or noun of making makes."""
    text, word = sentence.masked, make.group().lower()
    if make.lastgroup == "base" and FRAMES.INTRANSITIVE.match(text, make.start()):
        return Made(subject_before(sentence, make.start()))
    if make.lastgroup in ("base", "gerund"):
        return _purpose_of(sentence, make)
    if make.lastgroup == "noun":
        of = FRAMES.NOUN_OF.match(text, make.end())
        if of:
            return Made(object_after(sentence, of.end()))
        return Made(subject_before(sentence, make.start(), max(0, make.start() - 25)))
    if FRAMES.CHANGE_MAKE.fullmatch(word):
        return _changed(sentence, make)
    cover = FRAMES.COVERED_WITH.match(text, make.end()) if FRAMES.COVER_MAKE.fullmatch(word) else None
    return Made([cover.group(1)]) if cover else made_by_verb(sentence, make.start(), make.end())


def _purpose_of(sentence: MaskedSentence, make: re.Match[str]) -> Made:
    """What an infinitive or gerund makes: of "To prepare M, M and M were dissolved" the first alone."""
    text = sentence.masked
    signs = object_after(sentence, make.end())
    if len(signs) > 1 and FRAMES.PURPOSE_FIRST.search(text, 0, make.start()):
        following = text.find(signs[-1]) + 1
        signs = signs[:1] if FRAMES.PASSIVE_BEHIND.match(text, following) else signs
    return Made(signs, not signs and FRAMES.ANAPHOR_OBJECT.match(text, make.end()) is not None)


def _changed(sentence: MaskedSentence, make: re.Match[str]) -> Made:
    """What something became."""
    into = FRAMES.CHANGED_INTO.match(sentence.masked, make.end())
    if into and sentence.material(into.group(1)).subject_kind == "specific":
        return Made([into.group(1)])
    made = made_by_verb(sentence, make.start(), make.end())
    return made if all(sentence.material(s).electrolyte for s in made.signs) else Made([])


def made_by_verb(sentence: MaskedSentence, start: int, end: int) -> Made:
    """Object or subject of a past form at ``[start, end)``, by its voice."""
    text = sentence.masked
    headed = start == 0 and FRAMES.PREPOSITION_NEXT.match(text, end)
    if headed or FRAMES.WHEN_TREATED.search(text, 0, start):
        dangling = FRAMES.DANGLING.match(text, end)
        return Made([dangling.group(1)] if dangling else [])
    be = FRAMES.BE_BEFORE.search(text, 0, start)
    if be:
        signs = subject_before(sentence, be.start())
        return Made(signs, not signs and FRAMES.ANAPHOR_SUBJECT.search(text, 0, be.start()) is not None)
    return _object_of(sentence, start, end) or _subject_of(sentence, start)


def _object_of(sentence: MaskedSentence, start: int, end: int) -> Made | None:
    """What somebody made by an active past form; None where it is passive."""
    text = sentence.masked
    active = FRAMES.AUTHOR_BEFORE.search(text, 0, start)
    passive = FRAMES.PREPOSITION_NEXT.match(text, end)
    antecedent = FRAMES.RELATIVE_OBJECT.search(text, 0, start) if active else None
    if antecedent:
        return Made([antecedent.group(1)])
    signs = object_after(sentence, end) if active or not passive else []
    if signs:
        return Made(signs)
    if active and FRAMES.ANAPHOR_OBJECT.match(text, end):
        earlier = [s for s in FRAMES.SIGN.findall(text[:start]) if not is_precursor(sentence.material(s))]
        return Made(earlier[-1:], anaphor=not earlier)
    return Made([]) if active and not passive else None


def _subject_of(sentence: MaskedSentence, start: int) -> Made:
    """The subject of a participle: in front of it, or of the verb that it shares its auxiliary with."""
    text = sentence.masked
    signs = subject_before(sentence, start)
    if FRAMES.SAMPLE_IN_FRONT.search(text, 0, start) and all(is_precursor(sentence.material(s)) for s in signs):
        return Made([])  # "M was left in the sample | prepared by R"
    shared = None if signs else FRAMES.COORDINATED.search(text, max(0, start - _SUBJECT_REACH), start)
    return Made(subject_before(sentence, shared.start()), shared=True) if shared else Made(signs)


@dataclass(slots=True)
class Draft:
    """A frame in the making, offsets of the masked sentence."""

    made: Made
    methods: list[NamedMethod]
    places: list[int]
    rule: str
    same_method: tuple[int, int] | None = None  # the words "the same method"
    alternative: bool = False  # a second way told beside the one before
    composed: bool = False  # the things listed are parts of one composite
    solvent: str = ""  # the solvent that tells this route from others of the sentence
    verb: str = ""  # the word of making
    is_idle: bool = False  # it makes nothing, by a word that may also report

    @property
    def first(self) -> int:
        """Where the frame begins."""
        return min(self.places)


def is_verb(named: NamedMethod) -> bool:
    """Whether a method's words are a verb form: "ball-milled", "sputtered"."""
    surface = named.mention.surface
    return FRAMES.VERB_FORM.search(surface) is not None and not FRAMES.QUALIFYING_METHOD.search(surface)


def as_method(sentence: MaskedSentence, start: int, length: int, code: str, step: str) -> NamedMethod:
    """``length`` masked characters that name no method, as a method of this code and operation."""
    a, b = sentence.clean(start), sentence.clean(start + length)
    return NamedMethod(Mention(a, b, code, sentence.text[a:b]), Method(code, "", step, ""))


def find_precursors(sentence: MaskedSentence, start: int, end: int, targets: Collection[str]) -> list[Material]:
    """The starting materials told between two masked offsets; ``targets`` are the signs of what is made."""
    text = sentence.masked
    found: list[Material] = []
    for group in groups_between(text, start, end):
        signs = [m.group() for m in group if m.group() not in targets]
        if not signs:
            continue
        materials = [sentence.material(s) for s in signs]
        told = FRAMES.SOURCE_BEFORE.search(text, start, group[0].start()) or FRAMES.SOURCE_TAIL.match(
            text, group[-1].end()
        )
        if told and (
            len(materials) > 1
            or is_precursor(materials[0])
            or materials[0].kind == "composite"
            or "polymer" in materials[0].flags
            or "from" in told.group()
        ):
            found.extend(materials)
    return found


def put_in(sentence: MaskedSentence) -> list[Material]:
    """What is dissolved in, dispersed in or added to something else, and so is a starting material."""
    text = sentence.masked
    return [
        sentence.material(sign.group())
        for group in groups_between(text, 0, len(text))
        if PROCEDURES.PUT_IN.match(text, group[-1].end()) or PROCEDURES.PUTTING_IN.search(text, 0, group[0].start())
        for sign in group
    ]
