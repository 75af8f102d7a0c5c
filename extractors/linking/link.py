"""Which material a value belongs to: owners, values and lists of a whole sentence weighed together.

Every owner around a value gets named features (what :mod:`~extractors.linking.evidence` and
:mod:`~extractors.linking.discourse` see) and a linear score; over the sentence the assignment with the best sum is
taken, where two values that would go to one owner, or cross each other, cost something. The outcome is a decision that
keeps its trace.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.linking import lists, shared_values
from extractors.linking.changes import weigh_change
from extractors.linking.cues import fits
from extractors.linking.discourse import (
    PointingBack,
    Thread,
    Told,
    earlier_owners,
    is_other_kind,
    named_later,
    point_within,
    pointing_back,
    share_what_is_set_apart,
    thread_of,
    topic_owners,
)
from extractors.linking.evidence import UNLIKELY, evidence_of
from extractors.linking.members import share_of_part, sites
from extractors.linking.owner import How, Owner, is_definite, is_nameable
from extractors.linking.passage import Passage
from extractors.linking.roles import PARTS, Features
from extractors.linking.scorer import in_words, probability, score
from extractors.linking.sentence import Sentence
from extractors.mentions import Material, Quantity, SubjectKind

WIDTH = 24
"""Partial assignments of a sentence that are kept while it is read."""

BEST = 5
"""Owners of a value that take part in the assignment of its sentence."""

SURE = 1.5
"""From this score on what a value was given to is what the next sentence may go on with."""

UNNAMED = {"later": 0.5, "ranked": 0.8}
"""How sure a value is of an owner that is only named behind it, or only meant by how well it conducts."""

LOSERS = 5
"""How many of the losing owners are named among the reasons."""

_TOLD_BY_PLACE = frozenset({"local", "earlier", "distance"})
"""Features that the place, named first among the reasons, tells already."""

TIGHT = frozenset({"owner_bracket", "for_after", "bracket_after", "owner_direct", "aligned"})
"""Features by which a value stands right at its owner."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An owner that a value may belong to, with its features (name → strength) and their weighted sum."""

    owner: Owner
    features: Mapping[str, float]
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """One material a value belongs to (None when the text names none), with its trace.

    ``passage`` is where the name stands, ``value`` the value itself (an end of a range told for two materials),
    ``features`` those of the chosen owner, ``reasons`` the same in words, the losing owners behind.
    """

    material: Material | None
    passage: Passage
    probability: float
    reasons: tuple[str, ...]
    value: Quantity
    features: Mapping[str, float] = field(default_factory=dict)


def link(passage: Passage, value: Quantity) -> Sequence[Decision]:
    """All materials that a value of a passage belongs to (mostly one), each with its probability and reasons."""
    known = passage.memory.setdefault("decisions", {})
    if not isinstance(known, dict):
        raise TypeError("the passage's memory of decisions is no table")
    if value.start not in known:
        thread = thread_of(passage)
        index = passage.sentence_index(value.start)
        for before in thread.undecided(index):  # this one may go on with what they speak of
            known.update(_assign(thread, before))
        known.update(_assign(thread, thread.at(index)))
    return list(known.get(value.start, ()))


def _assign(thread: Thread, told: Told) -> dict[int, list[Decision]]:
    """The decisions on every value of a sentence."""
    parallel = lists.aligned(thread, told)
    ranked = [rank(thread, told, value, parallel) for value in told.sentence.values]
    chosen = _best_assignment(told, ranked)
    given = zip(told.sentence.values, chosen, strict=True)
    thread.decided(told, [(v, pick.owner) for v, pick in given if pick is not None and pick.score >= SURE])
    return {
        value.start: _decide(thread, told, value, pick, candidates)
        for value, pick, candidates in zip(told.sentence.values, chosen, ranked, strict=True)
    }


def rank(
    thread: Thread, told: Told, value: Quantity, parallel: Mapping[int, tuple[Owner, str]] | None = None
) -> list[Candidate]:
    """The owners a value may belong to by falling score."""
    parallel = lists.aligned(thread, told) if parallel is None else parallel
    sentence = told.sentence
    found = evidence_of(sentence, told.roles, value)
    apart = {"compared", "behind"}
    has_own = any(is_definite(owner.material) and not features.keys() & apart for owner, features in found)
    pointing = pointing_back(told, value.start)
    _weigh_kinds(found, pointing, has_own=has_own)
    earlier = earlier_owners(thread, told, pointing, has_own=has_own)
    topics = topic_owners(thread.passage)
    told_of = found or any("other_paragraph" not in features for _, features in earlier)
    earlier += topics if topics or told_of else named_later(thread.passage, sentence.index)
    share_what_is_set_apart(found, earlier)
    point_within(found, earlier, pointing)
    found += earlier
    _align(found, parallel.get(value.start))
    weigh_change(told, value, found)
    _weigh_topics(thread, told, value, found)
    _weigh_statement(told, value, found)
    candidates = [Candidate(owner, features, score(features)) for owner, features in found]
    return sorted(candidates, key=lambda c: (-c.score, c.owner.distance, -c.owner.start))


def _weigh_kinds(found: list[tuple[Owner, Features]], pointing: PointingBack, *, has_own: bool) -> None:
    """What the kinds of the sentence's own owners say: a class alone is what is told of, another kind is not."""
    for owner, features in found:
        if not has_own and not pointing.anaphor:  # "For sulfides, v was found": the class is what it is told of
            features.pop("category", None)
        if has_own and owner.material.surface.isupper() and features.keys() & {"owner_bracket", "for_after"}:
            _set_beside(found, features)
        if is_other_kind(owner.material, pointing) and not features.keys() & TIGHT:
            features["other_kind"] = 1.0


def _set_beside(found: list[tuple[Owner, Features]], kind: Features) -> None:
    """``v1 for A and v2 for the SPE``: the abbreviation of a kind means another sample than the one named."""
    kind.pop("class_anaphor", None)
    for _, features in found:
        if "before" in features and features is not kind and not features.keys() & TIGHT:
            features["given_for_other"] = 1.0


def _weigh_statement(told: Told, value: Quantity, found: list[tuple[Owner, Features]]) -> None:
    """What the statement on a value says of all owners: a requirement, a general one, of something without a name."""
    left = told.sentence.before(value.start)
    stated = [
        name
        for name, holds in (("requirement", _is_asked_for(told, value)), ("general", fits("general", left)))
        if holds
    ]
    of_unnamed = fits("compared_unnamed", left)
    for owner, features in found:
        if not features.keys() & TIGHT:
            features.update(dict.fromkeys(stated, 1.0))
        if of_unnamed:
            features["given_for_other"] = 3.0
        if _is_of_other_ion(told.sentence, value, owner.material):
            features["other_ion"] = 1.0


def _align(found: list[tuple[Owner, Features]], told: tuple[Owner, str] | None) -> None:
    """Mark the owner at the value's place of a parallel list; it joins the others when it stands elsewhere."""
    if told is None:
        return
    aligned, how = told
    for owner, features in found:
        if (owner.start, owner.how, owner.material.identity) == (aligned.start, aligned.how, aligned.material.identity):
            features[how] = 1.0
            features.pop("given_for_other", None)
            if features.keys() & UNLIKELY:
                features["owner_of_value"] = 1.0
            if how == "aligned":
                features.pop("compared", None)
            return
    found.append((aligned, {how: 1.0, "earlier" if aligned.distance else "local": 1.0}))


def _weigh_topics(thread: Thread, told: Told, value: Quantity, found: list[tuple[Owner, Features]]) -> None:
    """What speaks for and against the topic: the authors tell their own work, the sentence speaks of a class."""
    is_general = any("class" in r and not r.keys() & {"class_anaphor", "not_electrolyte"} for r in told.roles)
    for owner, features in found:
        if owner.how is How.TOPIC:
            if thread.passage.tells_own(value.start):
                features["topic_own_work"] = 1.0
            elif thread.passage.own_from is not None:
                features["topic_others_work"] = 1.0
            if is_general:
                features["class_named"] = 1.0


ION = re.compile(r"\b(?P<ion>Li|Na|K|Mg|Zn|Ca|Ag)(?:\^?\d?\+|[- ]ions?\b| (?:migration|diffusion|barriers?|hopping)\b)")


def _is_of_other_ion(sentence: Sentence, value: Quantity, material: Material) -> bool:
    """``a high Na^+ migration barrier of v`` is none of a lithium conductor."""
    if material.mobile_ion is None:
        return False
    told = list(ION.finditer(sentence.before(value.start, 70)))
    return bool(told) and not material.mobile_ion.startswith(told[-1]["ion"])


def _is_asked_for(told: Told, value: Quantity) -> bool:
    sentence = told.sentence
    left = re.split(r"[;,] (?:and|while|which|but)\b", sentence.before(value.start, 60))[-1]
    return fits("requirement", left) or fits("requirement_behind", sentence.behind(value.end, 70))


_State = tuple[float, tuple[Candidate | None, ...]]


def _best_assignment(told: Told, ranked: Sequence[Sequence[Candidate]]) -> tuple[Candidate | None, ...]:
    """The candidate of every value whose scores, with what they cost each other, add up to most."""
    states: list[_State] = [(0.0, ())]
    for place, candidates in enumerate(ranked):
        choices: list[Candidate | None] = [c for c in candidates[:BEST] if c.score >= 0] or [None]
        cost = _cost_beside(told, place)
        states = [
            (total + (0.0 if choice is None else choice.score) + cost(picked, choice), (*picked, choice))
            for total, picked in states
            for choice in choices
        ]
        states = sorted(states, key=lambda state: -state[0])[:WIDTH]
    return states[0][1]


def _cost_beside(told: Told, place: int) -> Callable[[Sequence[Candidate | None], Candidate | None], float]:
    """:func:`_together` for one value, worked out once for the neighbours that many partial assignments share."""
    before = _same_kind_before(told, place)
    known: dict[tuple[int, int, int], float] = {}

    def cost(picked: Sequence[Candidate | None], choice: Candidate | None) -> float:
        neighbours = (picked[before] if before is not None else None, picked[-1] if picked else None, choice)
        key = (id(neighbours[0]), id(neighbours[1]), id(neighbours[2]))
        if key not in known:
            known[key] = _together(told, place, picked, choice)
        return known[key]

    return cost


def _same_kind_before(told: Told, place: int) -> int | None:
    values = told.sentence.values
    return next((p for p in range(place - 1, -1, -1) if values[p].kind is values[place].kind), None)


def _together(told: Told, place: int, picked: Sequence[Candidate | None], choice: Candidate | None) -> float:
    """What the choice for one value costs or gains beside that for the value before it."""
    values = told.sentence.values
    before = _same_kind_before(told, place)
    last = picked[before] if before is not None else None
    if choice is None or last is None or before is None:
        return _with_other_kind(told, place, picked, choice)
    same = last.owner.material.identity == choice.owner.material.identity
    if values[place] in told.sentence.run_of(values[before]):
        return 0.0 if same or not _crosses(last, choice) else -2.0
    if not same:
        return 0.0
    gap = told.sentence.between(values[before].end, values[place].start) or ""
    if fits("goes_on", gap) and not _is_named_between(told, values[before], values[place]):
        return 1.5
    tight = bool(last.features.keys() & TIGHT) - bool(choice.features.keys() & TIGHT)
    return -1.0 if tight and choice.owner.distance == 0 else 0.0


def _crosses(last: Candidate, choice: Candidate) -> bool:
    """Whether a list goes back to a name before that of its last value, not to what changed it: ``B raised A's``."""
    back = choice.owner.start < last.owner.start and not choice.owner.distance
    return back and "after_change" not in choice.features


def _is_named_between(told: Told, first: Quantity, second: Quantity) -> bool:
    """Whether a material stands between two values that may be the subject of the second."""
    sentence = told.sentence
    places = range(sentence.first_owner_from(first.end), sentence.first_owner_from(second.start))
    return any(is_nameable(sentence.owners[p].material) and not told.roles[p].keys() & PARTS for p in places)


def _with_other_kind(told: Told, place: int, picked: Sequence[Candidate | None], choice: Candidate | None) -> float:
    """Conductivity and energy told in one breath belong to one sample: ``v with an activation energy of e``."""
    if choice is None or not place or picked[place - 1] is None:
        return 0.0
    last = picked[place - 1]
    gap = told.sentence.between(told.sentence.values[place - 1].end, told.sentence.values[place].start)
    in_list = len(told.sentence.run_of(told.sentence.values[place])) > 1
    if last is None or gap is None or in_list or not fits("one_breath", gap):
        return 0.0
    return 1.5 if last.owner.material.identity == choice.owner.material.identity else 0.0


def _decide(
    thread: Thread, told: Told, value: Quantity, pick: Candidate | None, candidates: Sequence[Candidate]
) -> list[Decision]:
    passage = thread.passage
    if pick is None:
        return [Decision(None, passage, 0.0, ("no material named", *_losers(candidates)), value)]
    sure = probability(pick, candidates) * math.prod(UNNAMED.get(name, 1.0) for name in pick.features)
    reasons = (f"{pick.owner.material.name}: {explain(pick)}", *_losers([c for c in candidates if c is not pick]))
    if ends := _ends_of(told, value, pick):
        reasons = ("the ends of a range for two materials", *reasons)
        return [_decision(told, owner, pick, sure, reasons, end) for owner, end in ends]
    if "for_after" in pick.features and _is_beaten(told.sentence, value):
        value = replace(value, comparator="=")
    owners = _owners(thread, told, value, pick)
    if len(owners) > 1 and value.comparator == "range" and all(owner.how is How.MEMBER for owner in owners):
        material = replace(pick.owner.material, subject_kind=SubjectKind.CLASS)
        return [Decision(material, pick.owner.source, sure, ("a range for all of a series", *reasons), value)]
    if len(owners) > 1:
        reasons = ("one value for a list of materials", *reasons)
    return [_decision(told, owner, pick, sure, reasons, value) for owner in owners]


def _ends_of(told: Told, value: Quantity, pick: Candidate) -> Sequence[tuple[Owner, Quantity]]:
    """The ends of a range that is told for two materials, the chosen one among them, each with its owner."""
    ends = shared_values.ends_of(told.sentence, value)
    return ends if any(pick.owner.material.identity == owner.material.identity for owner, _ in ends) else ()


def _is_beaten(sentence: Sentence, value: Quantity) -> bool:
    """``v1, which is lower than v2 for B``: the value of B itself, that another is compared with."""
    earlier = any(v.kind is value.kind and v.end <= value.start for v in sentence.values)
    return earlier and fits("beaten", sentence.before(value.start))


def _owners(thread: Thread, told: Told, value: Quantity, pick: Candidate) -> list[Owner]:
    """The chosen owner and those that share the value with it."""
    if "aligned" in pick.features or "parallel" in pick.features or pick.owner.how is How.TOPIC:
        return [pick.owner]
    if pick.owner.distance:
        return shared_values.listed_before(thread, told, pick.owner)
    return shared_values.sharing(told, value, pick.owner)


def _decision(
    told: Told, owner: Owner, pick: Candidate, sure: float, reasons: tuple[str, ...], value: Quantity
) -> Decision:
    material = with_composition(owner.source, owner.material)
    sentence = told.sentence
    material = share_of_part(sentence.passage.text[sentence.start : sentence.end], material)
    if material.variables and sites(material):
        material = replace(material, subject_kind=SubjectKind.CLASS)
    return Decision(material, owner.source, sure, reasons, value, dict(pick.features))


def with_composition(passage: Passage, material: Material) -> Material:
    """A name with the composition that stands in the bracket right behind it: ``0.1 Ta-doped LLZO (Li6.9La3...)``."""
    if material.formula is not None or material.subject_kind == "class":
        return material
    for other in passage.materials_in(material.end, material.end + 4):
        written_out = other.formula and other.kind in ("formula", "series", "mixture")
        if written_out and re.fullmatch(r"\s*[(\[]\s*", passage.text[material.end : other.start]):
            return replace(material, formula=other.formula)
    return material


def explain(candidate: Candidate) -> str:
    """A candidate's score, and what speaks for and against it in words."""
    away = candidate.owner.distance
    if candidate.owner.how is How.TOPIC:
        where = "topic, not named nearby"
    elif "later" in candidate.features:
        where = f"{away} sentence{'s' if away > 1 else ''} behind"
    else:
        where = f"{away} sentence{'s' if away > 1 else ''} before" if away else "same sentence"
    told = in_words({name: told for name, told in candidate.features.items() if name not in _TOLD_BY_PLACE})
    return f"{candidate.score:+.2f} ({where}{'; ' if told else ''}{told})"


def _losers(candidates: Sequence[Candidate]) -> list[str]:
    seen: dict[str, str] = {}
    for candidate in candidates:
        name = candidate.owner.material.name
        seen.setdefault(name, f"not {name}: {explain(candidate)}")
    return list(seen.values())[:LOSERS]
