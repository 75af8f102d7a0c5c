"""The materials a value may belong to, each with the features that speak for or against it."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.linking.candidate import Candidate, is_definite
from extractors.linking.earlier_sentences import from_earlier_sentence, pointing_back
from extractors.linking.passage import Passage
from extractors.linking.same_sentence import from_same_sentence
from extractors.mentions import Quantity

SENTENCES_BACK = 10
"""How many sentences before the value's are searched for a subject inside a paragraph."""

SENTENCES_BACK_ACROSS = 3
"""How many are searched when they stand in an earlier paragraph: a new paragraph mostly opens a new subject."""


def candidates(passage: Passage, value: Quantity) -> list[Candidate]:
    """Every material of the value's sentence and of those shortly before it, with features."""
    found = from_same_sentence(passage, value)
    is_latest = not any(is_definite(c.material) and not c.features.keys() & {"compared", "behind"} for c in found)
    pointing = pointing_back(passage, value)
    for source, index, distance in _sentences_before(passage, value):
        earlier = from_earlier_sentence(
            source, index, distance, of_document=passage, pointing=pointing, is_latest=is_latest
        )
        is_latest = is_latest and not any("latest" in candidate.features for candidate in earlier)
        found.extend(earlier)
    _share_what_is_set_apart(found)
    return found


def _sentences_before(passage: Passage, value: Quantity) -> Iterator[tuple[Passage, int, int]]:
    """Passage, index and distance of the sentences before a value's, the nearest first."""
    source: Passage | None = passage
    index = passage.sentence_index(value.start)
    for distance in range(1, SENTENCES_BACK + 1):
        index -= 1
        while index < 0:
            source = source.before if source is not None else None
            if source is None:
                return
            index = len(source.sentences) - 1
        if source is None or (source is not passage and distance > SENTENCES_BACK_ACROSS):
            return
        yield source, index, distance


def _share_what_is_set_apart(found: list[Candidate]) -> None:
    """What the value's own sentence sets apart is no owner where an earlier sentence names it either."""
    for part in ("compared", "given_for_other"):
        apart = {c.material.identity for c in found if c.distance == 0 and part in c.features}
        for candidate in found:
            if candidate.distance and candidate.material.identity in apart:
                candidate.features[part] = 1.0
