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

FEW_OF_KIND = 2
"""So many are, where their kind opens them."""

MANY_BEHIND = 3
"""So many are one behind a value."""


def enumerated(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """The materials of the enumeration that a value's chosen owner stands in or tells the kind of; [] without one."""
    if chosen.start < value.end:
        before = _before(told, value, chosen) or _of_kind_before(told, value, chosen)
        if before or is_definite(chosen.material):
            return before
    return _behind(told, value, chosen)


def _of_kind_before(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """``sulfides (A, B; v)``, ``halides such as C and D (> w)``: a kind's members behind it, up to their value."""
    sentence = told.sentence
    begin = max([sentence.start, *(v.end for v in _others(told, value) if v.end <= min(chosen.start, value.start))])
    places = range(sentence.first_owner_from(begin), sentence.first_owner_from(value.start))
    kinds = [sentence.owners[place] for place in places if not is_definite(sentence.owners[place].material)]
    members = list(_definite(told, begin, value.start)) if kinds else []
    for kind in kinds:
        named = _one_after_the_other(told, [o for o in members if o.start >= kind.end])
        if len(named) < FEW_OF_KIND or not fits("kind_opens", sentence.between(kind.end, named[0].start) or "-"):
            continue
        listed = sentence.between(named[0].start, named[-1].end) or "("
        in_inner_bracket = listed.count("(") > listed.count(")")
        gap = _up_to_value(told, named[-1], value)
        if not in_inner_bracket and _is_told_of_all(gap, value, kind, named, chosen):
            return named
    return []


def _up_to_value(told: Told, last: Owner, value: Quantity) -> str:
    """What stands between the last of some members and their value, or the first of their values: ``v and w``."""
    sentence = told.sentence
    first = next((v for v in _others(told, value) if last.end <= v.start < value.start), value)
    apart = sentence.first_owner_from(first.start) != sentence.first_owner_from(value.start)
    if first is not value and (apart or fits("of_others", sentence.between(first.end, value.start) or "-")):
        return "-"
    return sentence.between(last.end, first.start) or "-"


def _is_told_of_all(gap: str, value: Quantity, kind: Owner, named: Sequence[Owner], chosen: Owner) -> bool:
    """Whether a value behind a kind's members is told of all: in a bracket of its own only where it bounds them."""
    own_bracket = gap.lstrip().startswith("(")
    of_member = chosen.start in {owner.start for owner in named}
    told_of = of_member or (chosen.start == kind.start and ")" not in gap)
    of_series = value.comparator == "range" and any(owner.material.variables for owner in named)
    told_of = told_of and not of_series  # the range is that of the series
    return told_of and fits("value_of_kind", gap) and (value.comparator != "=" or not own_bracket)


def _others(told: Told, value: Quantity) -> list[Quantity]:
    """The other values of the sentence that are of the same kind."""
    return [v for v in told.sentence.values if v.kind is value.kind and v is not value]


def _before(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """``A oxides, B (C), D sulfides and E show v``: before the only value of its sentence, or the first, of a kind."""
    others = _others(told, value)
    if others and (is_definite(chosen.material) or others[0].start < value.start):
        return []
    named = {o.material.identity: o for o in _definite(told, told.sentence.start, value.start)}  # each named last
    together: list[Owner] = []
    for owner in sorted(named.values(), key=lambda owner: owner.start):
        together = [*together, owner] if together and _goes_on(told, together[-1], owner) else [owner]
    return together if len(together) >= MANY_BEFORE and _is_of(told, together, chosen) else []


def _is_of(told: Told, together: Sequence[Owner], chosen: Owner) -> bool:
    """Whether a value's chosen owner is one of an enumeration, or its kind."""
    if not is_definite(chosen.material):
        return _is_kind_in(told, together, chosen)
    return chosen.how is How.MEMBER or chosen.material.identity in {owner.material.identity for owner in together}


def _is_kind_in(told: Told, together: Sequence[Owner], kind: Owner) -> bool:
    """Whether a kind opens, interrupts or closes an enumeration: ``oxides, including A (b), B, sulfides (C) and D``."""
    if kind.start < together[0].start:
        return fits("kind_opens", told.sentence.between(kind.end, together[0].start) or "-")
    if kind.start < together[-1].start:
        return True
    gap = told.sentence.between(together[-1].end, kind.start) or "-"
    return fits("enumeration", gap) and fits("kind_closes", gap)


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
