"""Parallel lists: which owner stands at a value's place: ``A and B show v1 and v2``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import Pattern
from extractors.linking.cues import find, fits
from extractors.linking.discourse import Thread, Told
from extractors.linking.dopants import TOLD
from extractors.linking.evidence import is_given
from extractors.linking.members import member, series_before
from extractors.linking.owner import How, Owner, is_definite
from extractors.linking.passage import Passage
from extractors.linking.pointers import was_put_into
from extractors.linking.roles import PARTS
from extractors.linking.sentence import Sentence
from extractors.mentions import Quantity

VARIABLE_CHANGE = Pattern(
    r"\b(?P<variable>[xyz])(?: (?:of|in) \S+)? (?:(?:is|was) )?(?:\w+ )?"
    r"from (?P<first>\d++(?:\.\d++)?+) to (?P<last>\d++(?:\.\d++)?+)"
)
"""A change of a series' variable: ``increasing x from 0 to 0.5``."""

SENTENCES_BACK = 3
"""How far back the list is looked for that a sentence's ``respectively`` goes with."""


def aligned(thread: Thread, told: Told) -> dict[int, tuple[Owner, str]]:
    """For values (by their start) the owner at the same place of a list, and how surely: aligned or parallel."""
    sentence = told.sentence
    found: dict[int, tuple[Owner, str]] = {start: (owner, "aligned") for start, owner in told.given.items()}
    for run in sentence.value_runs:
        if len(run) > 1:
            owners, how = _of_run(thread, told, run)
            found |= {value.start: (owner, how) for value, owner in zip(run, owners, strict=False)}
    return found


def _of_run(thread: Thread, told: Told, run: Sequence[Quantity]) -> tuple[Sequence[Owner], str]:
    """The owners of a list of values in their order, and how surely."""
    sentence = told.sentence
    respectively = _is_told(sentence, run)
    if against := _set_against(told, run):
        return against, "aligned"
    owners = _fitting(told, run, respectively=respectively)
    if not owners and (respectively or _are_set_against(sentence, run)):
        owners = _in_order(told, run)
    owners = owners or _in_order_of_change(sentence, run, _told_elsewhere(thread, told, run, respectively=respectively))
    if not owners and (changed := _of_host_and_doped(thread, told, run)):
        return changed, "aligned"
    return owners, "aligned" if respectively or (owners and _is_sure(told, run, owners)) else "parallel"


def _is_sure(told: Told, run: Sequence[Quantity], owners: Sequence[Owner]) -> bool:
    """Whether a list of owners can only be that of the values, though nothing says that they run parallel."""
    sentence = told.sentence
    apart = owners[0] in sentence.owners and _is_set_apart(told, owners[0])  # "A, B, for which v1, v2"
    right_before = fits("gapped", sentence.between(owners[-1].end, run[0].start) or "-")
    members = all(owner.how is How.MEMBER for owner in owners)
    return members or apart or right_before or len(run) > 2 or _are_set_against(sentence, run)


def _in_order_of_change(sentence: Sentence, run: Sequence[Quantity], owners: Sequence[Owner]) -> Sequence[Owner]:
    """A change goes out from the sample of fewer parts, whichever was told first: ``reduced from v1 to v2 by B``."""
    if len(owners) != 2 or not fits("changed_from", sentence.before(run[0].start)):
        return owners
    first, second = (set(re.split(r"[-/]", owner.material.name)) for owner in owners)
    return owners[::-1] if second < first else owners


def _told_elsewhere(thread: Thread, told: Told, run: Sequence[Quantity], *, respectively: bool) -> Sequence[Owner]:
    """The owners of a list of values where its own sentence lists none: of values or lists told before."""
    owners: Sequence[Owner] = ()
    if respectively or fits("plural_property", told.sentence.before(run[0].start)):
        owners = _as_told_before(thread, told, run) or _listed_earlier(thread, told, run)
    return owners or _as_before(told.sentence, run) or _as_told_before(thread, told, run)


def _is_told(sentence: Sentence, run: Sequence[Quantity]) -> bool:
    """Whether ``respectively`` stands behind the list or before it."""
    return fits("respectively", sentence.behind(run[-1].end)) or fits("respectively", sentence.before(run[0].start))


def _fitting(told: Told, run: Sequence[Quantity], *, respectively: bool) -> Sequence[Owner]:
    """The list of owners as long as the values' that stands before them, else behind."""
    sentence = told.sentence
    if pair := _with_and_without(told, run) or _with_variable(told, run):
        return pair
    lists = [owners for owners in _as_long(sentence, run) if respectively or not _are_reagents(owners)]
    before = [o for o in lists if o[-1].end <= run[0].start and _has_the_list(told, o, run)]
    if before:
        return before[-1]
    behind = (o for o in lists if o[0].start >= run[-1].end)
    return next((o for o in behind if _runs_parallel(sentence, run, o, respectively=respectively)), ())


def _as_long(sentence: Sentence, run: Sequence[Quantity]) -> list[list[Owner]]:
    """The lists of owners as long as the values', with no such value between their members."""
    lists = [owners for owners in map(distinct, sentence.owner_runs) if len(owners) == len(run)]
    return [o for o in lists if not sentence.values_in(o[0].end, o[-1].start, run[0].kind)]


def _runs_parallel(sentence: Sentence, run: Sequence[Quantity], owners: Sequence[Owner], *, respectively: bool) -> bool:
    """Whether a list of owners behind one of values is told to run parallel to it: ``v1 and v2 for A and B``."""
    gap = sentence.between(run[-1].end, owners[0].start)
    if gap is None:
        return False
    told = fits("for_after", gap) or fits("going_from", gap) or (respectively and fits("list_of", gap))
    return told or _at(owners, gap)


def _at(owners: Sequence[Owner], gap: str) -> bool:
    """``v1 and v2 were measured at x = 0 and 0.1``."""
    return all(owner.how is How.MEMBER for owner in owners) and fits("list_at", gap)


def _with_and_without(told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``LZC with and without the Li3N layer is v1 and v2``: the first is the sample with the addition."""
    for owner in told.sentence.owners:
        found = find("with_and_without", told.sentence.behind(owner.end))
        if found is None or len(run) != 2 or owner.end > run[0].start or not is_definite(owner.material):
            continue
        added = f" with {found['added']}"
        formula = owner.material.formula
        sample = replace(owner.material, name=owner.material.name + added, formula=formula + added if formula else None)
        return (replace(owner, material=sample, how=How.MADE), owner)
    return ()


def _set_against(told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``A conducts better than B (v1, v2)``, ``: v1 vs v2``: the first is the subject's, whichever is named first."""
    sentence = told.sentence
    named = {
        owner.material.identity: (owner, "compared" in roles)
        for owner, roles in zip(sentence.owners, told.roles, strict=True)
        if owner.end <= run[0].start and is_definite(owner.material)
    }
    if len(run) != 2 or sorted(apart for _, apart in named.values()) != [False, True]:
        return ()
    in_bracket = sentence.before(run[0].start).rstrip(" ~≈").endswith("(")
    if not in_bracket and not _are_set_against(sentence, run):
        return ()
    return [owner for owner, _ in sorted(named.values(), key=lambda one: one[1])]


def _are_set_against(sentence: Sentence, run: Sequence[Quantity]) -> bool:
    """``v1 versus v2``: the values of two materials, none of which stands behind."""
    told = len(run) == 2 and fits("versus", sentence.between(run[0].end, run[1].start) or "-")
    return told and _right_at(sentence, run[1]) is None


def _with_variable(told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``Increasing x from 0 to 0.5 raises it from v1 to v2``: the members at the ends of the change."""
    sentence = told.sentence
    change = VARIABLE_CHANGE.search(sentence.passage.text, sentence.start, sentence.end)
    if change is None or len(run) != 2 or not fits("changed_from", sentence.before(run[0].start)):
        return ()
    series, source = series_before(sentence.passage, change.start(), sentence.end, {change["variable"]})
    ends = [member(series, {change["variable"]: number}) for number in change.group("first", "last")] if series else []
    return [Owner(*change.span(), end, source, How.MEMBER) for end in ends if end is not None]


def _has_the_list(told: Told, owners: Sequence[Owner], run: Sequence[Quantity]) -> bool:
    """Whether materials are not only compared with, or have the values: ``for which v1 and v2``, ``(v1, v2)``."""
    gap = told.sentence.between(owners[-1].end, run[0].start) or "-"
    return not _is_set_apart(told, owners[0]) or fits("than_which", gap) or fits("owner_bracket", gap)


def _is_set_apart(told: Told, owner: Owner) -> bool:
    return bool(told.roles[told.sentence.owners.index(owner)].keys() & PARTS)


def distinct(owners: Sequence[Owner]) -> list[Owner]:
    """A list with every material once; what is made of one takes its place."""
    found: dict[int, Owner] = {}
    for owner in owners:
        if owner.start not in found or owner.how is How.MADE or owner.how is How.POINTED:
            found[owner.start if owner.how is not How.POINTED else len(found) - 10_000] = owner
    return list(found.values())


def _in_order(told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """Fallback for ``respectively``: as many different owners before the values as there are values."""
    for apart in (PARTS, PARTS - {"compared"}):
        named: dict[str, Owner] = {}
        for owner, roles in zip(told.sentence.owners, told.roles, strict=True):
            if owner.end <= run[0].start and is_definite(owner.material) and not roles.keys() & apart:
                named.setdefault(owner.material.identity, owner)
        if len(named) == len(run):
            return list(named.values())
    return ()


def _as_before(sentence: Sentence, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``from v1 for A to v2 for B, while the energy falls from e1 to e2``: the owners of as many values told before."""
    before = [v for v in sentence.values if v.end <= run[0].start]
    others = [v for v in before if v.kind is not run[0].kind][-len(run) :] or before[-len(run) :]
    owners = [owner for value in others if (owner := _right_at(sentence, value)) is not None]
    if len(owners) != len(run) or len({owner.material.identity for owner in owners}) != len(run):
        return ()
    between = sentence.first_owner_from(max(others[-1].end, owners[-1].end))
    return owners if between == sentence.first_owner_from(run[0].start) else ()


def _as_told_before(thread: Thread, told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``A shows v1. For B it is v2. The energies are e1 and e2``: the owners of the values told just before."""
    sentence = told.sentence
    left = sentence.before(run[0].start)
    told_so = fits("plural_property", left) or fits("changed_from", left) or _is_told(sentence, run)
    apart = not told_so and len(run) == 2  # three values in a row are those of three samples
    if apart or any(is_definite(o.material) for o in sentence.owners):
        return ()
    last, owners = (_given_before(thread, sentence, back) for back in (1, SENTENCES_BACK))
    if len(owners) > len(run) == 2 and fits("changed_from", left) and owners[-1].how is How.MEMBER:
        return [owners[0], owners[-1]]  # along a series, from its first member to its last
    if len(last) == len(run):
        return last
    return owners if len(owners) == len(run) else ()


def _given_before(thread: Thread, sentence: Sentence, back: int) -> list[Owner]:
    """What the values of so many sentences before one were given to, each once."""
    near = range(sentence.index - back, sentence.index)
    told_of = [replace(o, distance=sentence.index - i) for i in near for o in thread.given.get(i, ())]
    return list({owner.material.identity: owner for owner in told_of}.values())


def _of_host_and_doped(thread: Thread, told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """``A shows v. Substitution (AB) reduced Ea from e1 to e2``: the first is that of the host told before."""
    sentence = told.sentence
    named = {o.material.identity: o for o in sentence.owners if is_definite(o.material)}
    put_in = TOLD.search(sentence.passage.text, sentence.start, sentence.end)
    if len(run) != 2 or len(named) != 1 or not put_in or not fits("changed_from", sentence.before(run[0].start)):
        return ()
    doped = next(iter(named.values()))
    near = range(sentence.index - 1, sentence.index - SENTENCES_BACK - 1, -1)
    told_of = (replace(o, distance=sentence.index - i) for i in near for o in thread.given.get(i, ()))
    host = next((o for o in told_of if was_put_into(doped.material, o.material)), None)
    return [host, doped] if host is not None and doped.end <= run[0].start else ()


def _right_at(sentence: Sentence, value: Quantity) -> Owner | None:
    """The owner that a value is told for, behind it or with the value in its bracket."""
    place = sentence.first_owner_from(value.end)
    for owner in sentence.owners[place : place + 1]:
        if is_given(sentence, value, owner) or fits("bracket_after", sentence.between(value.end, owner.start) or "-"):
            return owner
    for owner in sentence.owners[max(0, place - 1) : place]:
        if owner.end <= value.start and fits("owner_bracket", sentence.between(owner.end, value.start) or "-"):
            return owner
    return None


def _listed_earlier(thread: Thread, told: Told, run: Sequence[Quantity]) -> Sequence[Owner]:
    """The list of an earlier sentence, or the listed members of the series spoken of, as long as the values'."""
    if any(is_definite(o.material) for o in told.sentence.owners):
        return ()
    for source, distance, _ in thread.back_from(told.sentence.index):
        if distance > SENTENCES_BACK:
            break
        lists = (o for o in map(distinct, source.sentence.owner_runs) if len(o) == len(run) and not _are_reagents(o))
        for owners in reversed(list(lists)):
            return [replace(o, distance=distance) for o in owners]
    return _listed_by_document(thread.passage, run)


def _are_reagents(owners: Sequence[Owner]) -> bool:
    """Whether a list holds nothing but what others are made from: ``A and B were milled, which gave v1``."""
    reagents = [owner for owner in owners if "precursor" in owner.material.flags]
    return bool(reagents) and not any(owner.material.electrolyte for owner in owners)


def _listed_by_document(passage: Passage, run: Sequence[Quantity]) -> Sequence[Owner]:
    """The listed members of the series spoken of, else the names given at once, as many as values."""
    for series, source, (variable, numbers) in passage.samples.listed(passage, run[0].start):
        made = [member(series, {variable: number}) for number in numbers]
        if len(numbers) == len(run):
            return [Owner(series.start, series.end, m, source, How.MEMBER, 1) for m in made if m is not None]
        break
    source, names = passage.samples.named_together(len(run)) or (passage, ())
    return [Owner(m.start, m.end, m, source, distance=1) for m in names]
