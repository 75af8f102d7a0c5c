"""The materials of the sentences before a value's, with what speaks for and against each as its owner."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.linking import patterns
from extractors.linking.candidate import Candidate, is_definite, is_nameable, is_substance
from extractors.linking.passage import Passage
from extractors.linking.roles import is_made, kind_features, points_back, role_features
from extractors.mentions import Material, Quantity


@dataclass(frozen=True, slots=True)
class PointingBack:
    """How a value's sentence points back: by a pronoun, by class nouns, or not at all as it turns to another work."""

    anaphor: bool
    new_work: bool
    class_nouns: tuple[Material, ...]


def pointing_back(passage: Passage, value: Quantity) -> PointingBack:
    """What the sentence of a value says of materials told before."""
    start, end = passage.sentences[passage.sentence_index(value.start)]
    text = passage.text
    return PointingBack(
        anaphor=bool(patterns.ANAPHOR.search(text[start : value.start])),
        new_work=bool(patterns.NEW_WORK.match(text[start : start + 90])),
        class_nouns=tuple(
            m for m in passage.materials_in(start, end) if points_back(m, text[start : m.start], text[m.end : end])
        ),
    )


def from_earlier_sentence(
    source: Passage, index: int, distance: int, *, of_document: Passage, pointing: PointingBack, is_latest: bool
) -> list[Candidate]:
    """The materials of one sentence of ``source``, ``distance`` sentences before the value's.

    ``is_latest``: no definite material stands between that sentence and the value.
    """
    start, end = source.sentences[index]
    mentions = [m for m in source.materials_in(start, end) if is_substance(m)]
    subjects = [m for m in mentions if is_nameable(m)]
    shared = _sentence_features(distance, same_paragraph=source is of_document, pointing=pointing)
    found = []
    for material in mentions:
        left, right = source.text[start : material.start], source.text[material.end : end]
        features = dict(shared)
        if material.identity in of_document.topics:
            features["topic"] = 1.0
        if material.subject_kind != "class" and any(_may_mean(named, material) for named in pointing.class_nouns):
            features["pointed_by_class"] = 1.0
        if subjects and material is subjects[0]:
            features["earlier_first"] = 1.0
        if subjects and material is subjects[-1]:
            features["earlier_last"] = 1.0
        roles = role_features(source, material, start)
        if is_latest and is_definite(material) and "compared" not in roles:
            features["latest"] = 1.0
        if is_made(left, right) and "compared" not in roles:
            features["earlier_made"] = 1.0
        if patterns.SHOWS.match(right) or patterns.CONDUCTIVITY_OF.search(left[-70:]):
            features["earlier_shows"] = 1.0
        features.update(roles)
        features.update(kind_features(material, right))
        found.append(Candidate(material, source, distance, features))
    return found


def _sentence_features(distance: int, *, same_paragraph: bool, pointing: PointingBack) -> dict[str, float]:
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


def _may_mean(named: Material, material: Material) -> bool:
    """Whether a class noun may mean a material: ``the garnet`` means no phosphate."""
    return named.family not in patterns.STRUCTURES or named.family == material.family
