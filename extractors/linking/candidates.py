"""The materials a value may belong to, each with the features that speak for or against it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.linking import patterns
from extractors.linking.passage import Passage
from extractors.mentions import Material, Quantity

SENTENCES_BACK = 10
"""How many sentences before the value's are searched for a subject inside a paragraph."""

SENTENCES_BACK_ACROSS = 3
"""How many are searched when they stand in an earlier paragraph: a new paragraph mostly opens a new subject."""


@dataclass(slots=True)
class Candidate:
    """One material with its features (name → strength) and, after scoring, its score."""

    material: Material
    passage: Passage
    distance: int  # sentences between it and the value; 0 = the same sentence
    features: dict[str, float] = field(default_factory=dict)
    score: float = 0.0


def is_nameable(material: Material) -> bool:
    """Whether a mention is expected to own a conductivity: no ion, element, electrode or solvent."""
    return material.electrolyte and is_substance(material)


def is_substance(material: Material) -> bool:
    """Whether a mention is a material at all and no ion or element."""
    return material.kind not in ("ion", "element")


def is_definite(material: Material) -> bool:
    """A nameable material that is no class."""
    return is_nameable(material) and material.subject_kind != "class"


def candidates(passage: Passage, value: Quantity) -> list[Candidate]:
    """Every material of the value's sentence and of those shortly before it, with features."""
    index = passage.sentence_index(value.start)
    start, end = passage.sentences[index]
    found = [_local(passage, value, m, start, end) for m in passage.materials_in(start, end) if is_substance(m)]
    _share_roles(passage, found)
    _look_past_parts(found)
    if any("for_after" in c.features for c in found):
        for candidate in found:
            if "before" in candidate.features:
                candidate.features["given_for_other"] = 1.0
                candidate.features.pop("owner_bracket", None)
    distance = 0
    is_latest = not any(is_definite(c.material) and not c.features.keys() & {"compared", "behind"} for c in found)
    source: Passage | None = passage
    position = index
    while distance < SENTENCES_BACK and source is not None:
        position -= 1
        if position < 0:
            source = source.before
            if source is None:
                break
            position = len(source.sentences)
            continue
        distance += 1
        if source is not passage and distance > SENTENCES_BACK_ACROSS:
            break
        earlier = _earlier(source, position, distance, passage, value, is_latest)
        is_latest = is_latest and not any("latest" in candidate.features for candidate in earlier)
        found.extend(earlier)
    for part in ("compared", "given_for_other"):  # what the value's own sentence sets apart is not its owner
        apart = {c.material.formula or c.material.name for c in found if c.distance == 0 and part in c.features}
        for candidate in found:
            if candidate.distance and (candidate.material.formula or candidate.material.name) in apart:
                candidate.features[part] = 1.0
    return found


def _local(passage: Passage, value: Quantity, material: Material, start: int, end: int) -> Candidate:
    text = passage.text
    features: dict[str, float] = {"local": 1.0}
    left = text[start : material.start]
    right = text[material.end : end]
    if material.end <= value.start:
        features.update(_before(passage, value, material, text[material.end : value.start]))
    else:
        features.update(_behind(passage, value, material, text[value.end : material.start]))
    if patterns.CONDUCTIVITY_OF.search(left[-70:]):
        features["property_of"] = 1.0
    if patterns.PROPERTY_BEHIND.match(right):
        features["property_behind"] = 1.0
    features.update(_role(passage, material, start))
    if {"behind", "compared"} <= features.keys():
        features["compared_behind"] = 1.0
    relative = re.match(r"\s*,\s*which\b", right)
    if patterns.SHOWS.match(right) and (relative or not features.keys() & {"additive", "compared"}):
        features["shows"] = 1.0
    if "system" in features:  # "found in the A-B system, which showed" tells of what was found
        for name in ("shows", "relative_clause", "owner_direct"):
            features.pop(name, None)
    if patterns.MADE.search(left[-90:]) or patterns.IS_MADE.match(right):
        features["made"] = 1.0
    features.update(_own(material, right))
    if "cell" in features or patterns.CELL_BEHIND.match(right):
        features["cell"] = 1.0
    if material.subject_kind == "class" or features.keys() & {"additive", "agent", "compared"}:
        features.pop("subject_of_value", None)
    unlikely = features.keys() & {"not_electrolyte", "electrode"}
    if unlikely and features.keys() & _OWNS and "additive" not in features:
        features["owner_of_value"] = 1.0  # the text itself gives it a conductivity
    if points_back(material, left, right):
        features["class_anaphor"] = 1.0
    elif material.subject_kind == "class" and _is_category(passage, material, left, start):
        features["category"] = 1.0
    return Candidate(material, passage, 0, features)


_OWNS = frozenset({"owner_bracket", "for_after", "subject_of_value", "than_which"})


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


def _is_category(passage: Passage, material: Material, left: str, start: int) -> bool:
    """Whether a class noun only says what kind of thing a material is, or whose record a value is."""
    if patterns.CATEGORY.search(left[-40:]) or patterns.RECORD_OF_CLASS.search(left[-90:]):
        return True
    named = [m for m in passage.materials_in(start, material.start) if is_definite(m) or m.formula]
    between = passage.text[named[-1].end : material.start] if named else ""
    return bool(named) and bool(patterns.APPOSITION.match(between) or patterns.NOUN_BEHIND.match(between))


def points_back(material: Material, left: str, right: str = "") -> bool:
    """Whether a class noun behind the words ``left`` means one sample told before: ``the obtained electrolyte``.

    A plural points back only when more than an article stands before it (``the obtained electrolytes``) or when it is
    said how its samples were made (``the glass-ceramics prepared by milling``).
    """
    if material.subject_kind != "class":
        return False
    if not left.strip() and patterns.MADE_SO.match(right):
        return True
    if not patterns.CLASS_ANAPHOR.search(left[-60:]):
        return False
    if not material.surface.endswith("s") or patterns.MADE_SO.match(right):
        return True
    return not re.search(r"\bthe\s*$", left, re.IGNORECASE)


def _role(passage: Passage, material: Material, start: int) -> dict[str, float]:
    """What the words between the mention before (or the sentence's start) and a material say of its part."""
    since = max([start, *(m.end for m in passage.materials_in(start, material.start) if m.end <= material.start)])
    left = passage.text[since : material.start]
    right = passage.text[material.end : material.end + 60]
    found = {
        "compared": patterns.COMPARED.search(left[-90:]),
        "additive": patterns.ADDITIVE.search(left[-60:]) or patterns.ADDED_BEHIND.match(right),
        "agent": patterns.AGENT.search(left[-60:]),
        "genitive": patterns.GENITIVE.search(left[-60:]),
        "system": patterns.SYSTEM_BEHIND.match(right) and patterns.IN_SYSTEM.search(left[-20:]),
    }
    return {name: 1.0 for name, match in found.items() if match}


def _before(passage: Passage, value: Quantity, material: Material, between: str) -> dict[str, float]:
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
    if re.match(rf"^(?:\s*{patterns.DESCRIPTOR})?\s*,\s*which\b", between):
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
    features: dict[str, float] = {"behind": 1.0}
    if patterns.FOR_AFTER.match(between):
        features["for_after"] = 1.0
    if patterns.CLAUSE_BEHIND.search(between):
        features["clause_behind"] = 1.0
    values = [q for q in passage.quantities if value.end <= q.start < material.start and q.kind is value.kind]
    others = [m for m in passage.materials if value.end <= m.start < material.start and is_nameable(m)]
    if not values and not others:
        features["nearest_behind"] = 1.0
        start, _ = passage.sentences[passage.sentence_index(value.start)]
        opening = patterns.OPENING_PHRASE.search(passage.text, start, value.start)
        within = [m for m in passage.materials_in(opening.start(), value.start) if is_nameable(m)] if opening else []
        if opening and not within and patterns.SUBJECT_FOLLOWS.match(between):
            features["subject_behind"] = 1.0
    if values:
        features["value_between_behind"] = 1.0
    return features


def _own(material: Material, right: str) -> dict[str, float]:
    features: dict[str, float] = {}
    if not is_nameable(material):
        features["electrode" if "electrode" in material.flags else "not_electrolyte"] = 1.0
    if material.subject_kind == "class":
        features["class"] = 1.0
        if patterns.SAMPLE_BEHIND.match(right):
            features["sample"] = 1.0
    if "precursor" in material.flags:
        features["precursor"] = 1.0
    if "cell" in material.flags:
        features["cell"] = 1.0
    if "solvent" in material.flags or "salt" in material.flags:
        features["component"] = 1.0
    if material.variables:
        features["series"] = 1.0
    return features


_STRUCTURES = frozenset({"garnet", "NASICON", "argyrodite", "perovskite", "anti-perovskite", "hydroborate"})


def _may_mean(named: Material, material: Material) -> bool:
    """Whether a class noun may mean a material: ``the garnet`` means no phosphate."""
    return named.family not in _STRUCTURES or named.family == material.family


def _earlier(
    source: Passage, index: int, distance: int, passage: Passage, value: Quantity, is_latest: bool
) -> list[Candidate]:
    start, end = source.sentences[index]
    text = source.text
    mentions = [m for m in source.materials_in(start, end) if is_substance(m)]
    subjects = [m for m in mentions if is_nameable(m)]
    value_start, value_end = passage.sentences[passage.sentence_index(value.start)]
    pointed = bool(patterns.ANAPHOR.search(passage.text[value_start : value.start]))
    new_work = bool(patterns.NEW_WORK.match(passage.text[value_start : value_start + 90]))
    pointing = [
        m
        for m in passage.materials_in(value_start, value_end)
        if points_back(m, passage.text[value_start : m.start], passage.text[m.end : value_end])
    ]
    found = []
    for material in mentions:
        left, right = text[start : material.start], text[material.end : end]
        features: dict[str, float] = {"earlier": 1.0, "distance": min(distance, 4) / 4}
        if distance > 4:
            features["far"] = (distance - 4) / 6
        if source is not passage:
            features["other_paragraph"] = 1.0
        if new_work:
            features["new_work"] = 1.0
        if pointed:
            features["anaphor"] = 1.0
        if (material.formula or material.name) in passage.topics:
            features["topic"] = 1.0
        if material.subject_kind != "class" and any(_may_mean(named, material) for named in pointing):
            features["pointed_by_class"] = 1.0
        if subjects and material is subjects[0]:
            features["earlier_first"] = 1.0
        if subjects and material is subjects[-1]:
            features["earlier_last"] = 1.0
        roles = _role(source, material, start)
        if is_latest and is_definite(material) and "compared" not in roles:
            features["latest"] = 1.0
        made = patterns.MADE.search(left[-90:]) or patterns.IS_MADE.match(right)
        if made and "compared" not in roles:
            features["earlier_made"] = 1.0
        if patterns.SHOWS.match(right) or patterns.CONDUCTIVITY_OF.search(left[-70:]):
            features["earlier_shows"] = 1.0
        features.update(roles)
        features.update(_own(material, right))
        found.append(Candidate(material, source, distance, features))
    return found
