"""The materials of a value's own sentence, with what speaks for and against each as its owner."""

from __future__ import annotations

from itertools import pairwise

from extractors.linking import patterns
from extractors.linking.candidate import Candidate, is_definite, is_nameable, is_substance
from extractors.linking.passage import Passage
from extractors.linking.roles import is_category, is_made, kind_features, points_back, role_features
from extractors.mentions import Material, Quantity

TELLS_OWNER = frozenset({"owner_bracket", "for_after", "subject_of_value", "than_which"})
"""Features by which the text itself gives a material the value, whatever else it is used for."""

NOT_OF_SYSTEM = ("shows", "relative_clause", "owner_direct")
"""What is said of the material found in a system, not of the system."""


def from_same_sentence(passage: Passage, value: Quantity) -> list[Candidate]:
    """Every material of the value's sentence, in text order, with its features."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    found = [
        Candidate(m, passage, 0, _features(passage, value, m, start, end))
        for m in passage.materials_in(start, end)
        if is_substance(m)
    ]
    _share_roles(passage, found)
    _look_past_parts(found)
    if any("for_after" in c.features for c in found):
        for candidate in found:
            if "before" in candidate.features:
                candidate.features["given_for_other"] = 1.0
                candidate.features.pop("owner_bracket", None)
    return found


def _features(passage: Passage, value: Quantity, material: Material, start: int, end: int) -> dict[str, float]:
    left, right = passage.text[start : material.start], passage.text[material.end : end]
    features = {"local": 1.0}
    if material.end <= value.start:
        features.update(_before(passage, value, material, passage.text[material.end : value.start]))
    else:
        features.update(_behind(passage, value, material, passage.text[value.end : material.start]))
    features.update(role_features(passage, material, start))
    features.update(_told(material, left, right, features))
    features.update(kind_features(material, right))
    if patterns.CELL_BEHIND.match(right):
        features["cell"] = 1.0
    if points_back(material, left, right):
        features["class_anaphor"] = 1.0
    elif material.subject_kind == "class" and is_category(passage, material, left, start):
        features["category"] = 1.0
    _settle(material, features)
    return features


def _told(material: Material, left: str, right: str, features: dict[str, float]) -> dict[str, float]:
    """What the words right beside a material tell of it: its property, what it shows, that it was made."""
    acts_for_other = features.keys() & {"additive", "compared"}
    told = {
        "property_of": patterns.CONDUCTIVITY_OF.search(left[-70:]),
        "property_behind": patterns.PROPERTY_BEHIND.match(right),
        "shows": patterns.SHOWS.match(right) and (patterns.WHICH_BEHIND.match(right) or not acts_for_other),
        "made": is_made(left, right),
    }
    return {name: 1.0 for name, match in told.items() if match}


def _settle(material: Material, features: dict[str, float]) -> None:
    """Take out what other features of the same material contradict."""
    if {"behind", "compared"} <= features.keys():
        features["compared_behind"] = 1.0
    if "system" in features:  # "found in the A-B system, which showed" tells of what was found
        for name in NOT_OF_SYSTEM:
            features.pop(name, None)
    if material.subject_kind == "class" or features.keys() & {"additive", "agent", "compared"}:
        features.pop("subject_of_value", None)
    unlikely = features.keys() & {"not_electrolyte", "electrode"}
    if unlikely and features.keys() & TELLS_OWNER and "additive" not in features:
        features["owner_of_value"] = 1.0


def _share_roles(passage: Passage, found: list[Candidate]) -> None:
    """In a coordination the last ones play the part of the first: ``better than A and B``."""
    for first, second in pairwise(found):
        shared = first.features.keys() & {"compared", "additive", "agent"}
        between = passage.text[first.material.end : second.material.start]
        opens_clause = between.strip() == "," and "shows" in second.features  # "With LiI, the glass showed"
        if (
            shared
            and not opens_clause
            and patterns.COORDINATION.match(between)
            and "property_of" not in second.features
        ):
            second.features.update(dict.fromkeys(shared, 1.0))
            second.features.pop("shows", None)


def _look_past_parts(found: list[Candidate]) -> None:
    """What was put into a material does not stand between it and the value: ``M doped with A and B shows v``."""
    before = [c for c in found if "before" in c.features]
    owners = [c for c in before if is_definite(c.material) and not _is_part(c)]
    if owners and owners[-1] is not before[-1] and "materials_between" in owners[-1].features:
        owners[-1].features["nearest_before"] = 1.0
        del owners[-1].features["materials_between"]


def _is_part(candidate: Candidate) -> bool:
    """Whether a material only acts on another: ``doped with A``, but not ``with A having the highest conductivity``."""
    acts = candidate.features.keys() & {"additive", "agent"}
    return bool(acts) and "shows" not in candidate.features


def _before(passage: Passage, value: Quantity, material: Material, between: str) -> dict[str, float]:
    """Features of a material that stands before the value."""
    features: dict[str, float] = {"before": 1.0}
    others = [
        m
        for m in passage.materials
        if material.end <= m.start < value.start and is_nameable(m) and m.formula != material.formula
    ]
    values = [q for q in passage.quantities if material.end <= q.start < value.start and q.kind is value.kind]
    if others:
        features["materials_between"] = min(len(others), 3) / 3
    else:
        features["nearest_before"] = 1.0
    if values:
        features["values_between"] = min(len(values), 3) / 3
    if patterns.OWNER_BRACKET.match(between) and not values:
        features["owner_bracket"] = 1.0
    elif patterns.OWNER_DIRECT.match(between):
        features["owner_direct"] = 1.0
    elif patterns.SUBJECT_OF_VALUE.match(between):
        features["subject_of_value"] = 1.0
    elif patterns.THAN_WHICH.match(between):
        features["than_which"] = 1.0
    if _in_bracket_of_other(passage, material):
        features["given_for_other"] = 1.0
    if patterns.CLAUSE_BREAK.search(between):
        features["clause_between"] = 1.0
    if patterns.WHICH_BETWEEN.match(between):
        features["relative_clause"] = 1.0
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    if not [m for m in passage.materials if start <= m.start < material.start and is_nameable(m)]:
        features["first"] = 1.0
    return features


def _in_bracket_of_other(passage: Passage, material: Material) -> bool:
    """Whether a material stands in the bracket right behind another value: ``from v1 (A) to v2``."""
    before = [q for q in passage.quantities if q.end <= material.start]
    return bool(before) and bool(patterns.OTHER_BRACKET.match(passage.text[before[-1].end : material.start]))


def _behind(passage: Passage, value: Quantity, material: Material, between: str) -> dict[str, float]:
    """Features of a material that stands behind the value."""
    features: dict[str, float] = {"behind": 1.0}
    if patterns.FOR_AFTER.match(between):
        features["for_after"] = 1.0
    if patterns.CLAUSE_BEHIND.search(between):
        features["clause_behind"] = 1.0
    values = [q for q in passage.quantities if value.end <= q.start < material.start and q.kind is value.kind]
    others = [m for m in passage.materials if value.end <= m.start < material.start and is_nameable(m)]
    if values:
        features["value_between_behind"] = 1.0
    elif not others:
        features["nearest_behind"] = 1.0
        if _is_subject_behind(passage, value, between):
            features["subject_behind"] = 1.0
    return features


def _is_subject_behind(passage: Passage, value: Quantity, between: str) -> bool:
    """Whether the value opens a sentence whose subject follows: ``In addition to a conductivity of v, the M``."""
    start, _ = passage.sentences[passage.sentence_index(value.start)]
    opening = patterns.OPENING_PHRASE.search(passage.text, start, value.start)
    within = [m for m in passage.materials_in(opening.start(), value.start) if is_nameable(m)] if opening else []
    return bool(opening) and not within and bool(patterns.SUBJECT_FOLLOWS.match(between))
