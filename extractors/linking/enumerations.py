"""Enumerations: materials named one after the other that share a value, whatever kinds and brackets stand between.

>>> from corpus.reader import read_text
>>> from extractors.extract import extract
>>> told = "More than 1 mS/cm is reached by sulfides (Li10GeP2S12, Li7P3S11) and halides (Li3InCl6)."
>>> [record.material for record in extract(read_text(told))]
['Li10GeP2S12', 'Li7P3S11', 'Li3InCl6']
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.linking.cues import fits
from extractors.linking.discourse import Told
from extractors.linking.evidence import UNLIKELY, has_own_bracket
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.roles import PARTS
from extractors.linking.sentence import by_short_names, whole
from extractors.mentions import Quantity

MANY_BEFORE = 4
"""So many materials one after the other before a value are an enumeration; of fewer one may be what the value is of."""

MANY_BEHIND = 3
"""So many are one behind a value."""


def enumerated(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """The materials of the enumeration that a value's chosen owner stands in or tells the kind of; [] without one."""
    if chosen.start < value.end and is_definite(chosen.material):
        return _before(told, value, chosen)
    return _behind(told, value, chosen)


def _before(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """``A oxides, B (C), D sulfides and E show v``: before the only value of its sentence."""
    sentence = told.sentence
    if any(v.kind is value.kind and v is not value for v in sentence.values):
        return []
    named = {o.material.identity: o for o in _definite(told, sentence.start, value.start)}  # where each is named last
    together: list[Owner] = []
    for owner in sorted(named.values(), key=lambda owner: owner.start):
        together = [*together, owner] if together and _goes_on(told, together[-1], owner) else [owner]
    told_of = chosen.how is How.MEMBER or chosen.material.identity in {owner.material.identity for owner in together}
    return together if told_of and len(together) >= MANY_BEFORE else []


def _behind(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """``v for kinds (A, B), A and kinds (C)``, ``conductors (v), e.g. A and B``: up to the next value."""
    sentence = told.sentence
    stop = next((v.start for v in sentence.values if v.kind is value.kind and v.start >= value.end), sentence.end)
    together = _one_after_the_other(told, [o for o in _definite(told, value.end, stop) if o.start >= chosen.start])
    if not together or has_own_bracket(sentence, together[-1]):
        return []
    distinct = list({owner.material.identity: owner for owner in reversed(together)}.values())[::-1]
    if is_definite(chosen.material):
        return distinct if together[0].start == chosen.start and len(distinct) >= MANY_BEHIND else []
    gap = sentence.between(max(value.end, chosen.end), together[0].start) or "-"
    return distinct if fits("namely_behind", gap) else []


def _one_after_the_other(told: Told, named: Sequence[Owner]) -> list[Owner]:
    """The first of some materials and those that follow it in one enumeration."""
    apart = (place for place, (last, owner) in enumerate(pairwise(named), 1) if not _goes_on(told, last, owner))
    return list(named[: next(apart, len(named))])


def _goes_on(told: Told, last: Owner, owner: Owner) -> bool:
    return fits("enumeration", told.sentence.between(last.end, owner.start) or "-")


def _definite(told: Told, start: int, end: int) -> Iterable[Owner]:
    """The definite materials of a stretch in their order; no parts of others, no members of series."""
    roles = dict(zip(told.sentence.owners, told.roles, strict=True))
    for owner in by_short_names(whole(told.sentence.owners)):
        inside = start <= owner.start and owner.end <= end
        apart = owner.how is How.MEMBER or roles[owner].keys() & (PARTS | UNLIKELY)
        if inside and is_definite(owner.material) and not apart:
            yield owner
