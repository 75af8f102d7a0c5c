"""What speaks for and against an owner of a value's own sentence: where the two stand and the words between them."""

from __future__ import annotations

from extractors.linking.cues import fits
from extractors.linking.owner import How, Owner, is_definite, is_nameable
from extractors.linking.roles import PARTS, Features
from extractors.linking.sentence import Sentence
from extractors.mentions import Quantity

TELLS_OWNER = frozenset({"owner_bracket", "for_after", "bracket_after", "than_which", "aligned"})
"""Features by which the text itself gives a material the value, whatever else it is used for."""

TELLS_NEAREST = frozenset({"owner_direct", "relative_clause"})
"""Features by which it gives the nearest material the value, even one that is only compared with."""

SUBJECT = frozenset({"shows", "property_of", "property_behind"})
"""Roles of what a sentence tells a property of: right before the value they make an owner of any compound."""

GAPPED = frozenset({"gapped"})
"""A verb told once (``A shows v1, B v2``) makes an owner of any compound, too."""

UNLIKELY = frozenset({"not_electrolyte", "electrode"})
"""What a material is that hardly owns a conductivity, unless the text says so."""

NEAREST = 8
"""So many owners on each side of a value are looked at."""

BETWEEN_BEFORE = ("owner_bracket", "owner_direct", "than_which")
"""Of these cues the first that fits the words between an owner and a value behind it holds."""


def evidence_of(sentence: Sentence, roles: list[Features], value: Quantity) -> list[tuple[Owner, Features]]:
    """The owners around a value, each with its roles and what its place says."""
    split = sentence.first_owner_from(value.start)
    places = range(max(0, split - NEAREST), min(len(sentence.owners), split + NEAREST))
    found = []
    for place in places:
        owner = sentence.owners[place]
        features = {"local": 1.0, **roles[place]}
        if owner.end <= value.start:
            features |= _before(sentence, roles, place, split, value)
        elif owner.start >= value.end:
            features |= _behind(sentence, roles, place, split, value)
        else:
            continue
        _settle(owner, features)
        found.append((owner, features))
    _give_away(found)
    return found


def _others(sentence: Sentence, roles: list[Features], place: int, places: range) -> int:
    """How many other materials stand between: what is a part of a sample, or only compared, stands beside it."""
    owner = sentence.owners[place]
    names = {
        sentence.owners[p].material.identity
        for p in places
        if is_nameable(sentence.owners[p].material) and not (roles[p].keys() & PARTS and "shows" not in roles[p])
        if sentence.owners[p].start >= owner.end or sentence.owners[p].end <= owner.start
        if not roles[p].keys() & {"part_of_made", "category", "system"}
    }
    return len(names - {owner.material.identity})


def _before(sentence: Sentence, roles: list[Features], place: int, split: int, value: Quantity) -> Features:
    """What the place of an owner before a value says of it, and the words between the two."""
    owner = sentence.owners[place]
    features: Features = {"before": 1.0}
    others = _others(sentence, roles, place, range(place + 1, split))
    listed = sentence.stretch_of(value)
    values = sentence.values_in(owner.end, listed[0].start, value.kind)
    if others:
        features["materials_between"] = min(others, 3) / 3
    else:
        features["nearest_before"] = 1.0
    if values:
        features["values_between"] = min(values, 3) / 3
    if not any(is_nameable(o.material) for o in sentence.owners[:place]):
        features["first"] = 1.0
    features |= _since_values(sentence, roles[place], owner, values=values)
    between = sentence.between(owner.end, listed[0].start)
    if between is None:
        return features | {"clause_between": 1.0}
    features |= _words_between(between, roles[place], features)
    if others and "class" in roles[place] and _is_bracketed_with(sentence, roles, split - 1, listed[0]):
        features.pop("owner_bracket", None)  # "oxides (A: v1, B: v2)"
    if "example" in roles[place] and ")" not in between:  # "oxides (e.g., A with v)"
        features["example"] = 0.0
    return features


def _is_bracketed_with(sentence: Sentence, roles: list[Features], place: int, value: Quantity) -> bool:
    """Whether the definite material before a value stands in one bracket with it."""
    owner = sentence.owners[place]
    apart = ")" in (sentence.between(owner.end, value.start) or ")")
    return is_definite(owner.material) and not apart and not roles[place].keys() & PARTS


def _since_values(sentence: Sentence, roles: Features, owner: Owner, *, values: int) -> Features:
    """Whether an owner was named since the last value before it, or closes that value's bracket."""
    before = [v for v in sentence.values if v.end <= owner.start]
    features: Features = {}
    if not before:
        return features
    closes = not values and _is_in_bracket_of(sentence, before[-1], owner)
    if not values and not closes and not roles.keys() & PARTS and not is_given(sentence, before[-1], owner):
        features["since_last_value"] = 1.0
    if closes or fits("bracket_after", sentence.between(before[-1].end, owner.start) or "-"):
        features["given_for_other"] = 1.0
    return features


def _is_in_bracket_of(sentence: Sentence, value: Quantity, owner: Owner) -> bool:
    """Whether an owner stands in the bracket behind a value or what that was told for: ``v in oxides (A, B)``."""
    gap = sentence.between(value.end, owner.start) or ""
    opened = gap.rfind("(")
    return opened > gap.rfind(")") and (not gap[:opened].strip() or fits("for_after", gap[:opened]))


def _words_between(between: str, roles: Features, known: Features) -> Features:
    """What the words between an owner and a value behind it say; ``known`` is what its place has told."""
    features: Features = {}
    told = next((name for name in BETWEEN_BEFORE if fits(name, between)), None)
    if told is not None and not (told == "owner_direct" and "given_for_other" in known):
        features[told] = 1.0  # "v1 (A), v2 (B)": the bracket of A closes what is told of it
    if "owner_direct" in features and "since_last_value" in known and fits("gapped", between):
        features["gapped"] = 1.0
    if "compared" in roles and fits("participle", between):
        features.pop("owner_direct", None)
        features["clause_between"] = 1.0
    if fits("which_between", between):
        features["relative_clause"] = 1.0
    if fits("clause_break", between) and ("class" in roles or "relative_clause" not in features):
        features["clause_between"] = 1.0
    return features


def is_given(sentence: Sentence, value: Quantity, owner: Owner) -> bool:
    """Whether an owner behind a value is what that value was told for, alone or in a list: ``v for A and B``."""
    first = sentence.owners[sentence.first_owner_from(value.end)]
    listed = owner is first or any(first in run and owner in run for run in sentence.owner_runs)
    return listed and _is_told_for(sentence, value, first)


def has_own_bracket(sentence: Sentence, owner: Owner) -> bool:
    """Whether a value stands in the bracket right behind an owner: ``v1 for A, B (v2)``."""
    behind = next((value for value in sentence.values if value.start >= owner.end), None)
    return behind is not None and fits("owner_bracket", sentence.between(owner.end, behind.start) or "-")


def _behind(sentence: Sentence, roles: list[Features], place: int, split: int, value: Quantity) -> Features:
    """What the place of an owner behind a value says of it, and the words between the two."""
    owner = sentence.owners[place]
    begins_change = fits("changed_from", sentence.before(value.start))  # "from v1 to v2 in A": v2 is that of A
    end = value.end if begins_change else sentence.stretch_of(value)[-1].end
    features: Features = {"behind": 1.0}
    if sentence.values_in(end, owner.start, value.kind):
        features |= _behind_another(sentence, owner)
    elif place == split or not _others(sentence, roles, place, range(split, place)):
        features["nearest_behind"] = 1.0
    between = sentence.between(end, owner.start)
    if between is None:
        return features | {"clause_behind": 1.0}
    features |= _words_behind(sentence, owner, value, between)
    next_clause = "shows" in roles[place] and fits("next_clause", between) and not features.keys() & TELLS_OWNER
    if next_clause or fits("clause_behind", between):
        features["clause_behind"] = 1.0
    return features


def _behind_another(sentence: Sentence, owner: Owner) -> Features:
    """Another value stands before an owner behind a value, and may be given to it."""
    last = [v for v in sentence.values if v.end <= owner.start][-1]
    between = sentence.between(last.end, owner.start)
    given = _is_told_for(sentence, last, owner) or fits("bracket_after", between or "-")
    return {"value_between_behind": 1.0, **({"given_for_other": 1.0} if given else {})}


def _words_behind(sentence: Sentence, owner: Owner, value: Quantity, between: str) -> Features:
    """Whether the words between a value and an owner behind it give the value to it, or it has one of its own."""
    before = sentence.before(value.start)
    if "," in between and fits("fronted_for", before):
        return {}  # "For A, v was measured, for B w"
    fronted = fits("subject_behind", between) and fits("fronted_value", before)
    if fronted or _fits_for(owner, between) or fits("by_controlling", between):
        return {"for_after": 1.0, **({"its_value": 1.0} if between in (" of ", " of the ") else {})}
    if fits("bracket_after", between):
        return {"bracket_after": 1.0}
    return {"given_for_other": 1.0} if has_own_bracket(sentence, owner) else {}


def _is_told_for(sentence: Sentence, value: Quantity, owner: Owner) -> bool:
    """Whether a value is told for an owner behind it."""
    return _fits_for(owner, sentence.between(value.end, owner.start) or "-")


def _fits_for(owner: Owner, between: str) -> bool:
    """Whether words between a value and an owner behind it give the value to it: ``for A``, ``at x = 0.2``."""
    if owner.how is How.MADE and fits("for_with_share", between):
        return True
    return fits("for_after", between) or (owner.how is How.MEMBER and fits("at_member", between))


def _settle(owner: Owner, features: Features) -> None:
    """Take out what other features of the same owner contradict."""
    if "system" in features:
        features.pop("relative_clause", None)
        features.pop("owner_direct", None)
    if "predicate" in features:  # "A is a poor conductor (v)": it is that of A
        features.pop("owner_bracket", None)
    if features.keys() & {"owner_bracket", "its_value"}:  # "higher than that of liquid electrolytes (v)": it is theirs
        features.pop("category", None)
    nearest = "nearest_before" in features
    if features.keys() & TELLS_OWNER or (nearest and features.keys() & TELLS_NEAREST):
        features.pop("compared", None)
    if "compared" in features:  # "above that of X" tells no value of X
        features.pop("property_of", None)
    if features.keys() & {"category", "class_anaphor"} and "compared" not in features:
        features.pop("owner_direct", None)
        features.pop("shows", None)
    if features.keys() & UNLIKELY and _is_given_all_the_same(features):
        features["owner_of_value"] = 1.0


def _is_given_all_the_same(features: Features) -> bool:
    """Whether the sentence gives a value to a compound that hardly owns one."""
    subject = features.keys() & {*SUBJECT, "relative_clause", *GAPPED} and not features.keys() & PARTS
    told = features.keys() & TELLS_OWNER or ("nearest_before" in features and subject)
    return "additive" not in features and bool(told)


def _give_away(found: list[tuple[Owner, Features]]) -> None:
    """A value given for a material behind it (``v for M``) belongs to none before it."""
    if not any("for_after" in f and (is_definite(owner.material) or "its_value" in f) for owner, f in found):
        return
    for owner, features in found:
        if "before" in features:
            features["given_for_other"] = 1.0
            features.pop("owner_bracket", None)
            if owner.material.variables:  # "the latter v for x = 0.2"
                features.pop("owner_direct", None)
