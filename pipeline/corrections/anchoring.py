"""Finds the record a decision speaks of among those that are read now, by its place and the words around it.

Rules and readers change: a record moves, gets another material or value, is split, is gone. Where it cannot be told
which record was meant, none was: a decision is rather told to have no place than applied to another record.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.corrections.decision import Anchor
from pipeline.materials import same_material

Row = Mapping[str, Any]
SHARED = 0.6  # of the words of two sentences that must be the same for one to be a reading of the other
PRECISION = 1e-6  # relative; within it two values are the same number


def surface_of(record: Row) -> str:
    """The characters a record is read from: its value, or its method's words."""
    return str(record.get("value_surface") or record.get("method_surface") or record.get("method") or "")


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=8192)
def _tokens(text: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFKC", text).casefold().split())


def words_agree(one: str, other: str) -> bool:
    """Whether two sentences are readings of one: the same, one part of the other, or most of their words."""
    bare, second = _bare(one), _bare(other)
    if bare == second:
        return True
    if not bare or not second:
        return False
    if bare in second or second in bare:
        return True
    shared = (_tokens(one) & _tokens(other)).total()
    return shared >= SHARED * max(_tokens(one).total(), _tokens(other).total())


def same_claim(one: Row, other: Row) -> bool:
    """Whether two records say the same: material and value, or material and method."""
    names = ("material", "formula", "material_surface")
    mine, theirs = [one.get(name) for name in names], [other.get(name) for name in names]
    if mine != theirs and not same_material(mine, theirs):
        return False
    if one.get("kind") == "synthesis":
        return one.get("method") == other.get("method")
    return one.get("property") == other.get("property") and all(
        math.isclose(one.get(end) or 0.0, other.get(end) or 0.0, rel_tol=PRECISION)
        for end in ("value_low", "value_high")
    )


class Spans:
    """Raw spans, sought by place; each is known by its number in the order of places."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._longest = max((end - start for start, end in self._spans), default=0)

    def touching(self, start: int, end: int) -> list[int]:
        """The spans that share characters with a stretch."""
        first = bisect_left(self._spans, (start - self._longest,))
        last = bisect_left(self._spans, (end,))
        return [number for number in range(first, last) if self._spans[number][1] > start]

    def at(self, start: int, end: int) -> range:
        """The spans of these very characters."""
        return range(bisect_left(self._spans, (start, end)), bisect_right(self._spans, (start, end)))


NONE: tuple[list[int], Spans] = [], Spans(())


@dataclass(frozen=True, slots=True)
class Found:
    """A record by its number, and whether it says what was read when the decision was taken."""

    index: int
    says_the_same: bool


class Records:
    """The records of one document, as the rules read them, by words and by place."""

    def __init__(self, records: Sequence[Row]) -> None:
        self.records = records
        self._by_words: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        by_kind: dict[str, list[int]] = defaultdict(list)
        for index in sorted(range(len(records)), key=lambda i: (records[i]["start"], records[i]["end"], i)):
            record = records[index]
            self._by_words[record["kind"], _bare(record["sentence"] or ""), _bare(surface_of(record))].append(index)
            by_kind[record["kind"]].append(index)
        self._by_kind = {
            kind: (found, Spans((records[i]["start"], records[i]["end"]) for i in found))
            for kind, found in by_kind.items()
        }

    def anchor(self, index: int) -> Anchor:
        """The place of a record, for a decision on it."""
        record = self.records[index]
        alike = self._alike(record["kind"], record["sentence"] or "", surface_of(record), record)
        return Anchor(
            kind=record["kind"], start=record["start"], end=record["end"], page=record["page"], bbox=record["bbox"],
            section=record["section"] or "", block=record["block"] or "text", surface=surface_of(record),
            words=record["sentence"] or "", here=len(self._here(record["kind"], record["start"], record["end"])),
            alike=len(alike), rank=alike.index(index),
        )  # fmt: skip

    def find(self, anchor: Anchor, read: Row) -> Found | None:
        """The record that a decision speaks of; None when there is none, or it cannot be told which it is.

        ``read`` is the record as it was when the decision was taken.
        """
        alike = self._alike(anchor.kind, anchor.words, anchor.surface, read)
        if len(alike) == anchor.alike > anchor.rank:
            return Found(alike[anchor.rank], says_the_same=True)
        here = self._in_words(self._here(anchor.kind, anchor.start, anchor.end), anchor)
        same = [i for i in here if _bare(surface_of(self.records[i])) == _bare(anchor.surface)]
        indices, spans = self._by_kind.get(anchor.kind, NONE)
        touching = [indices[number] for number in spans.touching(anchor.start, anchor.end)]
        for candidates in (same, self._in_words(touching, anchor)):
            claimed = [i for i in candidates if same_claim(self.records[i], read)]
            if len(claimed) == 1:
                return Found(claimed[0], says_the_same=True)
        if len(same) == anchor.here == 1 and not alike:
            return Found(same[0], says_the_same=False)  # the only statement at these characters, read otherwise
        return None

    def _alike(self, kind: str, words: str, surface: str, read: Row) -> list[int]:
        """Records of these words and characters that say the same, in order of place."""
        found = self._by_words.get((kind, _bare(words), _bare(surface)), [])
        return [index for index in found if same_claim(self.records[index], read)]

    def _here(self, kind: str, start: int, end: int) -> list[int]:
        indices, spans = self._by_kind.get(kind, NONE)
        return [indices[number] for number in spans.at(start, end)]

    def _in_words(self, indices: Iterable[int], anchor: Anchor) -> list[int]:
        return [index for index in indices if words_agree(self.records[index]["sentence"] or "", anchor.words)]
