"""What a sentence itself names that may own a value: materials, codes, members of series, shares, samples it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.linking.composites import (
    added_to_what_was_told,
    additions_meant,
    changed_by_adding,
    filled_bodies,
    without_filler,
)
from extractors.linking.cues import fits
from extractors.linking.labels import labels_of
from extractors.linking.made import Made, made_in
from extractors.linking.members import members_of
from extractors.linking.owner import How, Owner, is_substance
from extractors.linking.passage import Passage
from extractors.linking.roles import Features
from extractors.linking.sentence import Sentence, window
from extractors.linking.shares import shares_told
from extractors.mentions import Material, Quantity


def owners_named(passage: Passage, start: int, end: int, values: Sequence[Quantity]) -> list[Owner]:
    """The owners that the sentence ``[start, end)`` names, members of a series in the place of the series."""
    named = [m for m in passage.materials_in(start, end) if is_substance(m)]
    labels = labels_of(passage, start, end, values) if values else []
    named = [m for m in named if not any(label.start <= m.start < label.end for label in labels)] + labels
    members = members_of(passage, start, end)
    bodies = list(filled_bodies(passage, start, end))
    taken = {m.start for m in (*members, *bodies)}
    owners = [Owner(m.start, m.end, m, passage) for m in named if m.start not in taken]
    owners = [o for o in owners if not (members and _is_series_of(o, members))] + members
    owners += [
        *shares_told(passage, start, end),
        *without_filler(passage, start, end),
        *additions_meant(passage, start, end),
        *added_to_what_was_told(passage, start, end),
        *changed_by_adding(passage, start, end),
        *bodies,
    ]
    owners += [Owner(m.start, m.end, m.sample, passage, How.MADE) for m in made_in(passage, start, end)]
    return _with_compositions(passage, owners)


def with_words(named: Sequence[Owner], meant: Sequence[Owner]) -> list[Owner]:
    """Named owners with those that words mean; what is only a word of such is none: ``the Ta-doped garnet``."""
    told = [(o.start, o.end) for o in meant]
    return [*(o for o in named if not (_is_only_a_word(o) and any(a <= o.start < b for a, b in told))), *meant]


def mark_parts(sentence: Sentence, roles: Sequence[Features], made: Sequence[Made]) -> None:
    """Mark the owners of a sentence that are parts of the samples it makes."""
    parts = [part for one in made for part in one.parts]
    for owner, features in zip(sentence.owners, roles, strict=True):
        if owner.how is How.NAMED and any(_is_named_as(sentence.passage, owner, part) for part in parts):
            features["part_of_made"] = 1.0


def _is_named_as(passage: Passage, owner: Owner, part: Material) -> bool:
    """Whether a mention is a part of a made sample, or the part's short name in the bracket behind it."""
    behind = owner.start > part.end and fits("short_name_opens", window(passage.text, part.end, owner.start))
    return owner.start == part.start or behind


def _is_only_a_word(owner: Owner) -> bool:
    """Whether a mention is no name where it stands in words that mean a sample told before."""
    material = owner.material
    return "doped" in material.flags or material.kind == "element" or material.subject_kind == "class"


def _with_compositions(passage: Passage, owners: Sequence[Owner]) -> list[Owner]:
    """Codes take in the composition they are told of: ``the pellets SPS-1 and SPS-2 of Li3ErCl6 show``."""
    kept: list[Owner] = []
    for owner in sorted(owners, key=lambda o: o.start):
        last = kept[-1] if kept else None
        of_it = last is not None and owner.material.formula and passage.text[last.end : owner.start] == " of "
        if last is not None and of_it and last.material.is_code:
            kept[-1] = replace(last, end=owner.end)
        else:
            kept.append(owner)
    return kept


def _is_series_of(owner: Owner, members: list[Owner]) -> bool:
    """A series whose members the sentence names is told by them."""
    return bool(owner.material.variables) and any(m.material.surface == owner.material.surface for m in members)
