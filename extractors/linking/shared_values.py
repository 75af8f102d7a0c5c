"""Which materials share one value: ``A and B show v``, ``v for A and B``; the ends of a range told for two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.linking.cues import find, fits
from extractors.linking.discourse import Thread, Told
from extractors.linking.enumerations import enumerated
from extractors.linking.evidence import has_own_bracket
from extractors.linking.lists import distinct
from extractors.linking.owner import How, Owner, is_put_in
from extractors.linking.roles import PARTS
from extractors.linking.sentence import Sentence
from extractors.mentions import MaterialKind, Quantity

BRACKET = 3
"""Characters between a name and its short name in brackets."""

TOLD_BEHIND = ("shows", "with_or_having", "each_in_bracket", "property_told_behind")
"""Cues behind a list of materials that make it the subject of what follows."""


def sharing(told: Told, value: Quantity, chosen: Owner) -> list[Owner]:
    """All owners that share one value with the chosen one: ``A and B show a low conductivity of v``, ``v for A and B``.

    Only a list that is the subject of what follows and makes no mixture counts.
    """
    sentence = told.sentence
    if len(sentence.run_of(value)) > 1:
        return [chosen]
    if named := enumerated(told, value, chosen):
        return named
    run = _list_of(sentence, chosen)
    members = _distinct_members(told, run)
    if len(members) < 2 or not _is_list(sentence, run):
        return [chosen]
    if chosen.start < value.end:
        shares = _is_subject(told, run, value)
    else:
        members = [o for o in members if o.start == chosen.start or not has_own_bracket(sentence, o)]
        shares = run[0].start == chosen.start or _is_fronted(sentence, value, run[0])
    return _of_one_kind(members, chosen) if shares else [chosen]


def _distinct_members(told: Told, run: Sequence[Owner]) -> list[Owner]:
    """The materials of a list, each once; what is put into the first one is none of them."""
    roles = [told.roles[told.sentence.owners.index(owner)] for owner in run]
    apart = {"agent", "additive"} if roles and not roles[0].keys() & PARTS else set()
    return list({o.material.identity: o for o, r in zip(run, roles, strict=True) if not r.keys() & apart}.values())


def _list_of(sentence: Sentence, chosen: Owner) -> Sequence[Owner]:
    """The list that the chosen owner stands in; a semicolon begins another clause."""
    for run in sentence.owner_runs:
        begins = [p for p, (a, b) in enumerate(pairwise(run), 1) if ";" in (sentence.between(a.end, b.start) or "")]
        for first, last in pairwise([0, *begins, len(run)]):
            if any(_stands_for(owner, chosen) for owner in run[first:last]):
                return run[first:last]
    return ()


def _stands_for(listed: Owner, chosen: Owner) -> bool:
    """Whether a member of a list is the chosen owner, or the same one's short name in the bracket beside it."""
    beside = min(abs(listed.start - chosen.end), abs(chosen.start - listed.end)) <= BRACKET
    return listed.start == chosen.start or (beside and listed.source is chosen.source)


def _is_list(sentence: Sentence, run: Sequence[Owner]) -> bool:
    """A run joined by commas alone is an apposition, not a list, but of whole compositions or of names."""
    gaps = [sentence.between(a.end, b.start) for a, b in pairwise(run)]
    if run[0].how is How.POINTED:
        return True
    kinds = {None if owner.how is How.MEMBER else owner.material.kind for owner in run}
    if kinds in ({MaterialKind.FORMULA}, {MaterialKind.ALIAS}):
        return True
    return any(gap is not None and re.search(r"/|&|\b(?:and|or|nor|as well as)\b", gap) for gap in gaps)


def _is_fronted(sentence: Sentence, value: Quantity, first: Owner) -> bool:
    """Whether a value stands in a phrase before the list that has it: ``With v, A and B conduct well``."""
    gap = sentence.between(value.end, first.start) or "-"
    return fits("fronted_value", sentence.before(value.start)) and fits("subject_behind", gap)


def _is_subject(told: Told, run: Sequence[Owner], value: Quantity) -> bool:
    sentence = told.sentence
    roles = told.roles[sentence.owners.index(run[0])]
    left = sentence.before(run[0].start, 60)
    if run[-1].end > value.start or not _goes_on_with(sentence, run, value):
        return False
    if _has_bracket_of_all(sentence, run, value, left):
        return True
    if roles.keys() & PARTS:
        return False
    right = sentence.behind(run[-1].end)
    if others := find("and_others", right):
        right = right[others.end() :]
    told_of = (
        "property_of" in roles or all(is_put_in(owner) for owner in run) or any(fits(cue, right) for cue in TOLD_BEHIND)
    )
    return told_of and not fits("mixed", left)


def _has_bracket_of_all(sentence: Sentence, run: Sequence[Owner], value: Quantity, left: str) -> bool:
    """``close to those of A and B (v)``, ``sulfides: A, B (v); halides: C (w)``: the bracket is not the last one's."""
    told = fits("list_of_bracket", left) and fits("owner_bracket", sentence.between(run[-1].end, value.start) or "-")
    return told and (not left.endswith(": ") or value.comparator != "=" or len(sentence.values) > 1)


def _goes_on_with(sentence: Sentence, run: Sequence[Owner], value: Quantity) -> bool:
    """Whether only values of all stand between a list and a value: ``A, B and C show v1 in total and v2``."""
    told = [v for v in sentence.values if run[0].end <= v.start < value.start and v.kind is value.kind]
    if not told:
        return True
    named = sentence.first_owner_from(run[-1].end) != sentence.first_owner_from(value.start)
    apart = named or told[0].start < run[-1].end or fits("of_others", sentence.between(told[0].end, value.start) or "-")
    return not apart and len(told) + 1 != len(run)


def _of_one_kind(owners: Sequence[Owner], chosen: Owner) -> list[Owner]:
    """The members of a list that are compositions or names, or classes, as the chosen one is."""

    def is_class(owner: Owner) -> bool:
        return owner.material.subject_kind == "class" and owner.material.formula is None

    return [owner for owner in owners if is_class(owner) == is_class(chosen)] or [chosen]


def listed_before(thread: Thread, told: Told, chosen: Owner) -> list[Owner]:
    """The list of an earlier sentence that the chosen one stands in, when the value's points back to several."""
    sentence = told.sentence
    if not fits("plural_anaphor", sentence.behind(sentence.start, 60)):
        return [chosen]
    for source, distance, _ in thread.back_from(sentence.index):
        if distance != chosen.distance:
            continue
        for run in source.sentence.owner_runs:
            if any(o.start == chosen.start for o in run) and len({o.material.subject_kind for o in run}) == 1:
                return list({o.material.identity: replace(o, distance=distance) for o in run}.values())
    return [chosen]


def ends_of(sentence: Sentence, value: Quantity) -> tuple[tuple[Owner, Quantity], ...]:
    """A range told for two materials, its ends: ``v1 to v2 were found for A and B``."""
    if value.comparator != "range" or value.low == value.high:
        return ()
    for run in sentence.owner_runs:
        owners = distinct(run)
        gap = sentence.between(value.end, owners[0].start) if owners[0].start >= value.end else None
        if len(owners) == 2 and gap is not None and fits("for_after", gap) and _is_list(sentence, run):
            ends = (replace(value, high=value.low, comparator="="), replace(value, low=value.high, comparator="="))
            return tuple(zip(owners, ends, strict=True))
    return ()
