"""What a passage has told before a value: its sentences with their owners, what points back to them, the topics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.cited_source.cues import CUES
from extractors.composition.assignments import assignments_in
from extractors.linking.best import best_meant, note_best
from extractors.linking.composites import composites_meant
from extractors.linking.cues import fits
from extractors.linking.dopants import dopants_in, doped_alone, exchanged_in_words, put_in_words
from extractors.linking.joining import is_polymer
from extractors.linking.made import Made, made_in
from extractors.linking.naming import mark_parts, owners_named, with_words
from extractors.linking.owner import How, Owner, is_definite, is_nameable
from extractors.linking.passage import Passage
from extractors.linking.pointers import pointed
from extractors.linking.roles import PARTS, Features, points_back, roles_of
from extractors.linking.sentence import PROPERTIES, Sentence, sentence_of
from extractors.mentions import Material, Quantity

SENTENCES_BACK = 10
"""How many sentences before the value's are searched for a subject inside a paragraph."""

SENTENCES_BACK_ACROSS = 3
"""How many are searched when they stand in an earlier paragraph: a new paragraph mostly opens a new subject."""

OWNERS_A_SENTENCE = 12
"""So many owners of one earlier sentence are weighed."""

ORGANIC = frozenset({"composite", "polymer"})
"""Families whose class nouns mean no ceramic by itself."""

STRUCTURES = frozenset({"garnet", "NASICON", "argyrodite", "perovskite", "anti-perovskite", "hydroborate"})
"""Families that name a structure: a class noun of one means no material of another."""


@dataclass(slots=True)
class Told:
    """One sentence of a passage with the roles of its owners and the samples it makes."""

    sentence: Sentence
    roles: list[Features]
    made: list[Made]
    given: dict[int, Owner] = field(default_factory=dict)
    """Start of a value → the dopant right before it, as the sample it makes."""
    resumed: list[Owner] = field(default_factory=list)
    """What its values were given to though it does not name it, or names it as no electrolyte: it goes on so."""
    beside: frozenset[int] = frozenset()
    """Starts of the owners only set beside what it is about: in a bracket, or as what a value is compared with."""
    cited: frozenset[str] = frozenset()
    """What a value of others' was given to, beside which the authors set their own."""


@dataclass(slots=True)
class Thread:
    """The sentences of one passage, each read when something asks for it."""

    passage: Passage
    given: dict[int, list[Owner]] = field(default_factory=dict)
    """Index of a sentence → what its values were given to, in their order."""
    _told: dict[int, Told] = field(default_factory=dict)
    _decided: int = 0
    _own: set[str] = field(default_factory=set)
    """What the values were given to that the authors found themselves."""

    def at(self, index: int) -> Told:
        """One sentence."""
        if index not in self._told:
            self._told[index] = _read(self, index)
        return self._told[index]

    def undecided(self, index: int) -> Iterator[Told]:
        """The sentences before one whose values have not been given to their owners yet, in order."""
        while self._decided < index:
            values = self.passage.quantities_in(*self.passage.sentences[self._decided])
            if any(value.kind in PROPERTIES for value in values):
                yield self.at(self._decided)
            self._decided += 1

    def decided(self, told: Told, given: Sequence[tuple[Quantity, Owner]]) -> None:
        """Take in what the values of a sentence were given to."""
        self._decided = max(self._decided, told.sentence.index + 1)
        owners = [owner for _, owner in given]
        self.given[told.sentence.index] = owners
        for value, owner in given:
            note_best(self.passage, value, owner)
        far = {o.material.identity: o for o in owners if o.distance and o.how is not How.MEMBER}
        far |= {o.material.identity: o for o in owners if not o.material.electrolyte}  # it conducts, as is told now
        cited = {o.material.identity for value, o in given if told.sentence.is_cited(value)}
        if told.sentence.is_own:
            self._own |= {o.material.identity for o in owners} - cited
        told.cited = frozenset(cited - self._own) if self._own else told.cited
        place = told.sentence.start
        conducting = {name: replace(o.material, electrolyte=True) for name, o in far.items()}
        told.resumed = [
            replace(o, start=place, end=place, how=How.POINTED, distance=0, material=conducting[name])
            for name, o in far.items()
        ]

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.passage.sentences)

    def back_from(self, index: int) -> Iterator[tuple[Told, int, bool]]:
        """Earlier sentences with their distance and whether they stand in the same paragraph, the nearest first."""
        thread: Thread | None = self
        for distance in range(1, SENTENCES_BACK + 1):
            index -= 1
            while index < 0:
                before = thread.passage.before if thread is not None else None
                if before is None:
                    return
                thread = thread_of(before)
                index = len(thread) - 1
            if thread is None or (thread is not self and distance > SENTENCES_BACK_ACROSS):
                return
            yield thread.at(index), distance, thread is self


def thread_of(passage: Passage) -> Thread:
    """The thread of a passage, of which there is one."""
    return passage.once("thread", lambda: Thread(passage))


def _read(thread: Thread, index: int) -> Told:
    """One sentence with its owners, their roles, and the samples that it makes."""
    passage = thread.passage
    start, end = passage.sentences[index]
    values = [q for q in passage.quantities_in(start, end) if q.kind in PROPERTIES]
    named = owners_named(passage, start, end, values)
    given = {value.start: owner for value, owner in dopants_in(passage, start, end, values)}
    meant = [*given.values(), *pointed(passage, _sentences_before(thread, index), start, end)]
    meant += [*put_in_words(passage, start, end), *exchanged_in_words(passage, start, end)]
    meant += doped_alone(passage, start, end)
    meant += composites_meant(passage, _sentences_before(thread, index), start, end, named)
    meant += best_meant(passage, start, end)
    once: dict[tuple[int, str], Owner] = {}
    for owner in meant:
        once.setdefault((owner.start, owner.material.identity), owner)
    sentence = sentence_of(passage, index, with_words(named, [*once.values()]))
    roles = roles_of(sentence)
    made = made_in(passage, start, end)
    mark_parts(sentence, roles, made)
    beside = (
        owner.start for owner in sentence.owners
        if sentence.values and (sentence.sets_aside(owner) or fits("compared_value", sentence.before(owner.start)))
    )  # fmt: skip
    return Told(sentence, roles, made, given, beside=frozenset(beside))


def _sentences_before(thread: Thread, index: int) -> Iterator[Sequence[Owner]]:
    """The owners of the sentences before one, the nearest first."""
    return (told.sentence.owners for told, d, _ in thread.back_from(index) if d <= SENTENCES_BACK_ACROSS)


# --- what stands before a value -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PointingBack:
    """How a value's sentence points back: by a pronoun, by class nouns; or turns to another work."""

    anaphor: bool
    new_work: bool
    class_nouns: tuple[Material, ...]
    subject: Material | None = None
    """The class noun that the value's own clause speaks of."""
    possessive: bool = False
    """Whether the sentence opens with what was named last: ``its tetragonal polymorph``."""
    one_member: bool = False
    """Whether the sentence tells a member of a series by its x: no range of one is meant."""


def pointing_back(told: Told, position: int) -> PointingBack:
    """What a sentence says, before a value at ``position``, of materials told earlier."""
    sentence = told.sentence
    left, opening = sentence.before(position), sentence.behind(sentence.start, 90)
    nouns = [
        o for o in sentence.owners
        if points_back(o.material, sentence.before(o.start, 90), sentence.behind(o.end, 60))
    ]  # fmt: skip
    before = [o for o in nouns if o.end <= position]
    gap = sentence.between(before[-1].end, position) if before else None
    subject = before[-1].material if gap is not None and not fits("clause_break", gap) else None
    found = any(fits("found_value", sentence.before(value.start)) for value in sentence.values[:1])
    goes_on = found or fits("same_subject", sentence.before(position))
    new = (fits("new_work", opening) and not goes_on) or fits("new_subject", sentence.before(position))
    one_member = any(assignments_in(sentence.passage.text, sentence.start, sentence.end))
    possessive = re.match(r"\W{0,3}Its\b", opening) is not None
    return PointingBack(fits("anaphor", left), new, tuple(o.material for o in nouns), subject, possessive, one_member)


def earlier_owners(
    thread: Thread, told: Told, pointing: PointingBack, *, has_own: bool
) -> list[tuple[Owner, Features]]:
    """The owners of the sentences before a value's; ``has_own``: its sentence names one itself."""
    found: list[tuple[Owner, Features]] = []
    is_latest, other_work = not has_own, False
    is_own = _tells_own(told.sentence) and not CUES.GOES_ON.match(told.sentence.behind(told.sentence.start, 60))
    for source, distance, same_paragraph in thread.back_from(told.sentence.index):
        shared = _sentence_features(distance, same_paragraph=same_paragraph, pointing=pointing)
        if other_work:
            shared["past_work"] = 1.0
        earlier = _of_sentence(source, distance, shared, pointing, is_latest=is_latest)
        if is_own and (_tells_of_others(source.sentence) or _is_set_beside(source.sentence)):
            _set_others_apart(earlier)
        _set_others_apart([one for one in earlier if is_own and one[0].material.identity in source.cited])
        other_work = other_work or _turns_to_another(source.sentence, earlier)
        is_latest = is_latest and not any("latest" in features for _, features in earlier)
        found.extend(earlier)
    if not has_own and not pointing.new_work:
        _weigh_only_one(found)
    return found


def _set_others_apart(earlier: Sequence[tuple[Owner, Features]]) -> None:
    """What others have published is not what the authors go on with, but for what their own work is about."""
    for _, features in earlier:
        if "about" not in features:
            features["of_others"] = 1.0
            features.pop("earlier_made", None)


def _turns_to_another(sentence: Sentence, named: list[tuple[Owner, Features]]) -> bool:
    """Whether a sentence opens with another work and names what that is about."""
    opening = sentence.behind(sentence.start, 90)
    return fits("new_work", opening) and any(is_nameable(owner.material) for owner, _ in named)


def _weigh_only_one(found: list[tuple[Owner, Features]]) -> None:
    """Mark the only definite material that the paragraph has named, up to where it turned to a family."""
    here = [(o, f) for o, f in found if "other_paragraph" not in f and is_nameable(o.material)]
    turned = next((d for d, (o, _) in enumerate(here) if o.material.family and not is_definite(o.material)), len(here))
    if len({owner.material.identity for owner, _ in here if is_definite(owner.material)}) != 1:
        return
    for owner, features in here[:turned]:
        if is_definite(owner.material):
            features["only_one"] = 1.0


def _tells_of_others(sentence: Sentence) -> bool:
    """Whether a sentence of the authors' own part tells what others have published."""
    return sentence.is_own and not _tells_own(sentence)


def _is_set_beside(sentence: Sentence) -> bool:
    """Whether a sentence only compares what the text goes on about with something else: ``For comparison, A shows``."""
    return fits("set_beside", sentence.behind(sentence.start, 40))


def _tells_own(sentence: Sentence) -> bool:
    """Whether a sentence is one of the authors' own work, and tells no published value beside it."""
    words = sentence.passage.text[sentence.start : sentence.end]
    return sentence.is_own and not CUES.EARLIER_WORK.search(words)


def _of_sentence(
    source: Told, distance: int, shared: Features, pointing: PointingBack, *, is_latest: bool
) -> list[tuple[Owner, Features]]:
    """The owners of an earlier sentence with what their roles in it, and their places, say for a later value."""
    owners = (*source.resumed, *source.sentence.owners[-OWNERS_A_SENTENCE:])
    resumed: Features = {"earlier_shows": 1.0}
    roles = [*(dict(resumed) for _ in source.resumed), *source.roles[-OWNERS_A_SENTENCE:]]
    places = [o.start for o in owners if is_nameable(o.material) and o.start not in source.beside]
    about = _topics_of(source.sentence)
    found = []
    for owner, role in zip(owners, roles, strict=True):
        features = {**shared, **{_EARLIER.get(name, name): strength for name, strength in role.items()}}
        is_last = owner.start in places[-1:]
        is_beside = "compared" in role or owner.start in source.beside
        told = {
            **_pointed_features(owner, pointing),
            "earlier_first": owner.start in places[:1],
            "earlier_last": is_last,
            "only_one": is_last and is_latest and pointing.possessive,
            "latest": is_latest and is_definite(owner.material) and not is_beside,
            "about": owner.material.identity in about,
            "earlier_class": "class" in role,
        }
        features.update({name: 1.0 for name, holds in told.items() if holds})
        found.append((Owner(owner.start, owner.end, owner.material, owner.source, owner.how, distance), features))
    return found


def _pointed_features(owner: Owner, pointing: PointingBack) -> dict[str, bool]:
    """What a later sentence's pointing back says of an owner."""
    meant = any(may_mean(noun, owner.material) for noun in pointing.class_nouns)
    return {
        "pointed_by_class": meant and owner.material.subject_kind != "class",
        "other_kind": is_other_kind(owner.material, pointing),
        "given_for_other": pointing.one_member and owner.is_range,
    }


def _topics_of(sentence: Sentence) -> set[str]:
    """What the section of a sentence of the authors' own work is about."""
    passage = sentence.passage
    own = passage.tells_own(sentence.start)
    return {m.identity for m, _ in passage.samples.topics(passage.section)} if own else set()


_EARLIER = {"shows": "earlier_shows", "property_of": "earlier_shows", "made": "earlier_made", "first": "earlier_first",
            "category": "earlier_category", "class_anaphor": "earlier_anaphor"}  # fmt: skip


def _sentence_features(distance: int, *, same_paragraph: bool, pointing: PointingBack) -> Features:
    """What all materials of an earlier sentence have in common."""
    features = {"earlier": 1.0, "distance": min(distance, 4) / 4}
    if distance > 4:
        features["far"] = (distance - 4) / 6
    if not same_paragraph:
        features["other_paragraph"] = 1.0
    if pointing.new_work:
        features["new_work"] = 1.0
    if pointing.anaphor:
        features["anaphor"] = 1.0
    return features


def is_other_kind(material: Material, pointing: PointingBack) -> bool:
    """Whether a clause speaks of ``the composite`` and a material by itself can be none."""
    noun = pointing.subject
    return (
        noun is not None
        and noun.family in ORGANIC
        and material.subject_kind != "class"
        and not may_mean(noun, material)
    )


def may_mean(named: Material, material: Material) -> bool:
    """Whether a class noun may mean a material: ``the garnet`` means no phosphate, ``the CPE`` no ceramic alone."""
    if named.family == "composite":
        return material.kind == "composite" or material.family == "composite" or "unknown_name" in material.flags
    if named.family == "polymer":
        return is_polymer(material) or "unknown_name" in material.flags
    return named.family not in STRUCTURES or named.family == material.family


def point_within(
    own: list[tuple[Owner, Features]], earlier: list[tuple[Owner, Features]], pointing: PointingBack
) -> None:
    """``M is chosen; glass-ceramics of this composition show v``: the class noun means M, and nothing told before."""
    meant = [
        features
        for owner, features in own
        if owner.how is How.NAMED and is_definite(owner.material) and not features.keys() & PARTS
        if any(noun.start >= owner.end and may_mean(noun, owner.material) for noun in pointing.class_nouns)
    ]
    for features in meant:
        features["pointed_by_class"] = 1.0
    for _, features in earlier if meant else ():
        features.pop("pointed_by_class", None)


def share_what_is_set_apart(own: list[tuple[Owner, Features]], earlier: list[tuple[Owner, Features]]) -> None:
    """What the value's own sentence sets apart is no owner where an earlier sentence names it either."""
    for part in ("compared", "given_for_other", "additive"):
        apart = {owner.material.identity for owner, features in own if part in features}
        for owner, features in earlier:
            if owner.material.identity in apart:
                features[part] = 1.0


def named_later(passage: Passage, index: int) -> list[tuple[Owner, Features]]:
    """The one definite material that the sentences behind name: ``It shows v. The M pellet was then used``."""
    behind = [m for m in passage.materials_in(passage.sentences[index][1], len(passage.text)) if is_definite(m)]
    if len({m.identity for m in behind}) != 1:
        return []
    first = behind[0]
    distance = passage.sentence_index(first.start) - index
    return [(Owner(first.start, first.end, first, passage, distance=distance), {"later": 1.0})] if distance < 4 else []


def topic_owners(passage: Passage) -> list[tuple[Owner, Features]]:
    """What the document or its section is about, as owners of values that no name stands near."""
    return [
        (Owner(m.start, m.end, m, passage, How.TOPIC, SENTENCES_BACK), {"topic": 1.0, **features})
        for m, features in passage.samples.topics(passage.section)
    ]
