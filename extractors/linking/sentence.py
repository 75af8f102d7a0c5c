"""One sentence as the assignment sees it: its owners and values in order, and which of them stand in one list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.linking.cues import REMEMBERED, fits
from extractors.linking.owner import How, Owner
from extractors.linking.passage import Passage
from extractors.mentions import Quantity, QuantityKind
from extractors.properties import specifications

WINDOW = 240
"""Characters that are looked at between an owner and a value, and beside an owner."""

SOURCE_BEHIND = 24
"""Characters behind a value, its temperature among them, in which its own source stands."""

PROPERTIES = tuple(spec.quantity for spec in specifications().values())

_BLANKS = re.compile(r"[^\S ]\s*| \s+")
"""What is not one plain blank: such a blank stays as it is, and most texts have no other."""
_BRACKETED = re.compile(r"\([^()]{0,60}\)")
_AND_AND = re.compile(r" ?(?:,|and)(?: ?(?:,|and)){1,3} ")
"""What is left between two values of a list when one of the other kind stood between them: ``and , and``."""


@lru_cache(maxsize=REMEMBERED)
def window(text: str, start: int, end: int) -> str:
    """The characters of ``[start, end)`` with single blanks; many look at the same ones."""
    return _BLANKS.sub(" ", text[start:end])


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence ``index`` of a passage with what may own a value and the values of conductivities and energies."""

    passage: Passage
    index: int
    start: int
    end: int
    owners: tuple[Owner, ...]
    values: tuple[Quantity, ...]
    value_runs: tuple[tuple[Quantity, ...], ...] = ()
    owner_runs: tuple[tuple[Owner, ...], ...] = ()
    starts: tuple[int, ...] = field(default=(), repr=False)

    def before(self, position: int, width: int = WINDOW) -> str:
        """The words of the sentence before a position, at most ``width`` characters."""
        return window(self.passage.text, max(self.start, position - width), position)

    def behind(self, position: int, width: int = WINDOW) -> str:
        """The words of the sentence behind a position, at most ``width`` characters."""
        return window(self.passage.text, position, min(self.end, position + width))

    def between(self, start: int, end: int) -> str | None:
        """The words between two mentions; None when they stand too far apart to be looked at."""
        return window(self.passage.text, start, end) if end - start <= WINDOW else None

    def values_in(self, start: int, end: int, kind: QuantityKind) -> int:
        """How many values of a kind begin inside ``[start, end)``."""
        return sum(1 for v in self.values if start <= v.start < end and v.kind is kind)

    def run_of(self, value: Quantity) -> tuple[Quantity, ...]:
        """The list that a value stands in (just the value when it stands alone)."""
        near = (run for run in self.value_runs if run[0].start <= value.start <= run[-1].start)
        return next((run for run in near if value in run), (value,))

    def stretch_of(self, value: Quantity) -> tuple[Quantity, ...]:
        """The values around one that stand at one place, no material between them: ``v1 and v2``, ``v and e``."""
        first = last = bisect_left(self.values, value.start, key=lambda other: other.start)
        while first and self._is_one_breath(self.values[first - 1], self.values[first]):
            first -= 1
        while last + 1 < len(self.values) and self._is_one_breath(self.values[last], self.values[last + 1]):
            last += 1
        return self.values[first : last + 1]

    def _is_one_breath(self, first: Quantity, second: Quantity) -> bool:
        named = self.first_owner_from(first.end) != self.first_owner_from(second.start)
        return not named and fits("in_one_breath", self.between(first.end, second.start) or "-")

    @property
    def is_own(self) -> bool:
        """Whether it stands where the authors tell what they measured themselves."""
        return self.passage.tells_own(self.start)

    def is_cited(self, value: Quantity) -> bool:
        """Whether authors who tell their own work name a source right behind a value."""
        first = bisect_left(self.values, value.end, key=lambda other: other.start)
        reach = min([v.start for v in self.values[first : first + 1]] + [value.end + SOURCE_BEHIND, self.end])
        return self.is_own and bool(self.passage.citations_in(value.end, reach))

    def sets_aside(self, owner: Owner) -> bool:
        """Whether an owner is told in a bracket with a value of its own, beside what the sentence is about."""
        before = self.before(owner.start)
        if before.rfind("(") <= before.rfind(")"):
            return False
        first = bisect_left(self.values, owner.end, key=lambda value: value.start)
        gap = self.between(owner.end, self.values[first].start) if first < len(self.values) else None
        return gap is not None and ")" not in gap

    def first_owner_from(self, position: int) -> int:
        """Index of the first owner that begins at or behind a position."""
        return bisect_left(self.starts, position)


def sentence_of(passage: Passage, index: int, owners: Sequence[Owner]) -> Sentence:
    """The sentence with its lists worked out; ``owners`` are those of the sentence, by their places."""
    start, end = passage.sentences[index]
    values = tuple(q for q in passage.quantities_in(start, end) if q.kind in PROPERTIES)
    runs = [run for kind in PROPERTIES for run in _value_runs(passage, [v for v in values if v.kind is kind], values)]
    ordered = tuple(sorted(owners, key=lambda owner: owner.start))
    return Sentence(
        passage, index, start, end, ordered, values, tuple(runs), tuple(_owner_runs(passage, start, ordered)),
        tuple(owner.start for owner in ordered),
    )  # fmt: skip


def _value_runs(passage: Passage, same: list[Quantity], values: Sequence[Quantity]) -> list[tuple[Quantity, ...]]:
    """Values of one kind in lists: nothing but commas, "and" and values of the other kind between."""
    runs: list[list[Quantity]] = []
    for value in same:
        if runs and _is_glue(passage, runs[-1][-1], value, values):
            runs[-1].append(value)
        else:
            runs.append([value])
    return [tuple(run) for run in runs]


def _is_glue(passage: Passage, first: Quantity, second: Quantity, values: Sequence[Quantity]) -> bool:
    if second.start - first.end > WINDOW:
        return False
    gap, position = "", first.end
    for other in values:
        if first.end <= other.start and other.end <= second.start:
            gap += passage.text[position : other.start]
            position = other.end
    words = _BLANKS.sub(" ", gap + passage.text[position : second.start])
    return fits("value_glue", _AND_AND.sub(" and ", words))


def _owner_runs(passage: Passage, start: int, owners: Sequence[Owner]) -> list[tuple[Owner, ...]]:
    """Two or more owners that stand in one coordination; a made sample stands for its parts."""
    runs: list[list[Owner]] = []
    run_end = 0
    for owner in whole(owners):
        gap = window(passage.text, run_end, owner.start) if runs and owner.start - run_end <= WINDOW else None
        if runs and gap is not None and _renames(runs[-1][-1], owner, gap):
            run_end = owner.end + passage.text.startswith(")", owner.end)
            if runs[-1][-1].material.variables:
                runs[-1][-1] = owner  # the short name says which one is meant
            continue
        together = bool(runs) and owner.start == runs[-1][-1].start  # "both" points to two at one place
        if runs and gap is not None and (together or _is_coordinated(passage, start, runs[-1][0], owner, gap)):
            runs[-1].append(owner)
        else:
            runs.append([owner])
        run_end = owner.end
    return [tuple(run) for run in runs if len(run) > 1]


def whole(owners: Sequence[Owner]) -> list[Owner]:
    """The owners of a sentence without the parts of those that are made of several."""
    made = [o for o in owners if o.how is How.MADE]
    return [o for o in owners if o.how is How.MADE or not any(m.start <= o.start and o.end <= m.end for m in made)]


def _is_coordinated(passage: Passage, start: int, first: Owner, owner: Owner, gap: str) -> bool:
    """Whether a list goes on; that of a phrase in front (``Compared with A, B shows``) ends at its comma."""
    if not fits("coordination", gap):
        return False
    if not _BRACKETED.sub("", gap).lstrip().startswith(",") or re.search(r"\b(?:and|or)\b", gap):
        return True
    left = window(passage.text, max(start, first.start - 90), first.start)
    subject = fits("shows", window(passage.text, owner.end, owner.end + 90))
    return not (fits("fronted_comparison", left) or (subject and fits("fronted_phrase", left)))


def by_short_names(owners: Sequence[Owner]) -> list[Owner]:
    """Owners in their order, a short name in the bracket behind a name for both: ``polyethylene oxide (PEO)``."""
    kept: list[Owner] = []
    for owner in owners:
        last = kept[-1] if kept else None
        if last is not None and owner.source is last.source and owner.start >= last.end:
            gap = window(last.source.text, last.end, min(owner.start, last.end + WINDOW))
            if _renames(last, owner, gap):
                kept.pop()
        kept.append(owner)
    return kept


def _renames(first: Owner, second: Owner, gap: str) -> bool:
    """``Li7La3Zr2O12 (LLZO)``: the bracket repeats the same material."""
    return (
        fits("short_name_opens", gap)
        and ("=" in gap or first.material.identity == second.material.identity or second.material.formula is None)
        and first.material.subject_kind != "class"
    )
