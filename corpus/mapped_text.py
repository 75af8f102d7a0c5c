"""Text that remembers where every character came from.

The raw text of a document never changes. Repair, structure and extraction work on later texts, and each of those
carries a map back to raw offsets, so that every record can cite its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.patterns import Pattern

_Told = str | Callable[[re.Match[str]], str]
"""What is written for a match."""

Sought = re.Pattern[str] | Pattern
"""What finds places in a text."""


class Segment(NamedTuple):
    """A run of clean characters and the raw span it stands for.

    ``start`` is the clean offset of the run's first character; it ends where the next segment starts. When clean and
    raw run are of equal length they correspond character by character, otherwise each clean character stands for the
    whole raw span.
    """

    start: int
    raw_start: int
    raw_end: int


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``replacement``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text and the map from its offsets to raw offsets.

    >>> raw = MappedText.from_raw("10^{-4} S")
    >>> clean = raw.edit([Edit(3, 4, ""), Edit(6, 7, "")])
    >>> clean.text, clean.raw_span(0, 5)
    ('10^-4 S', (0, 6))
    """

    text: str
    segments: tuple[Segment, ...]

    @classmethod
    def from_raw(cls, raw: str, start: int = 0, end: int | None = None) -> MappedText:
        """The stretch ``raw[start:end]``, every character mapped to itself."""
        end = len(raw) if end is None else end
        return cls(raw[start:end], (Segment(0, start, end),) if end > start else ())

    @classmethod
    def join(cls, parts: Iterable[MappedText | str]) -> MappedText:
        """Parts one after the other; a plain string is glue and maps to the point (empty span) where it stands."""
        texts: list[str] = []
        segments: list[Segment] = []
        position = 0
        raw_position = 0
        for part in parts:
            if isinstance(part, str):
                if part:
                    segments.append(Segment(position, raw_position, raw_position))
                    texts.append(part)
                    position += len(part)
                continue
            for segment in part.segments:
                segments.append(Segment(segment.start + position, segment.raw_start, segment.raw_end))
            if part.segments:
                raw_position = part.segments[-1].raw_end
            texts.append(part.text)
            position += len(part.text)
        return cls("".join(texts), tuple(segments))

    @classmethod
    def of_lines(cls, raw: str, spans: Iterable[tuple[int, int]]) -> MappedText:
        """Stretches of ``raw``, one a line."""
        parts: list[MappedText | str] = []
        for start, end in spans:
            parts += ["\n", cls.from_raw(raw, start, end)]
        return cls.join(parts[1:])

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def _segment_end(self, index: int) -> int:
        return self.segments[index + 1].start if index + 1 < len(self.segments) else len(self.text)

    def raw_offsets(self, position: int) -> tuple[int, int]:
        """Raw span of the one clean character at ``position``."""
        if not 0 <= position < len(self.text):
            raise IndexError(f"offset {position} outside a text of {len(self.text)} characters")
        index = bisect_right(self.segments, position, key=lambda s: s.start) - 1
        segment = self.segments[index]
        if self._segment_end(index) - segment.start == segment.raw_end - segment.raw_start:
            at = segment.raw_start + position - segment.start
            return at, at + 1
        return segment.raw_start, segment.raw_end

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span (half-open) of the clean span ``[start, end)``; an empty span gives an empty one."""
        if end <= start:
            if not self.text:
                return (0, 0)
            at = self.raw_offsets(start)[0] if start < len(self.text) else self.raw_offsets(len(self.text) - 1)[1]
            return at, at
        first, last = self.raw_offsets(start), self.raw_offsets(end - 1)
        return first[0], max(last[1], first[1])

    def slice(self, start: int, end: int | None = None) -> MappedText:
        """The clean stretch ``[start, end)`` with its part of the map."""
        end = len(self.text) if end is None else min(end, len(self.text))
        if end <= start:
            return MappedText("", ())
        segments: list[Segment] = []
        index = max(bisect_right(self.segments, start, key=lambda s: s.start) - 1, 0)
        while index < len(self.segments) and self.segments[index].start < end:
            segment = self.segments[index]
            segment_end = self._segment_end(index)
            low, high = max(segment.start, start), min(segment_end, end)
            if segment_end - segment.start == segment.raw_end - segment.raw_start:
                shift = segment.raw_start - segment.start
                segments.append(Segment(low - start, low + shift, high + shift))
            elif high > low:
                segments.append(Segment(low - start, segment.raw_start, segment.raw_end))
            index += 1
        return MappedText(self.text[start:end], tuple(segments))

    def edit(self, edits: Sequence[Edit]) -> MappedText:
        """Apply edits, given in text order and not overlapping; raises ValueError when they overlap.

        A replacement stands for the raw span of what it replaces; an insertion (empty span) for the point it stands at.
        """
        if not edits:
            return self
        texts: list[str] = []
        segments: list[Segment] = []
        position = 0
        mapped, length = 0, 0  # how far the map is made, in this text and in the new one
        index = 0
        for edit in edits:
            start, end, replacement = edit
            if start < position or end < start:
                raise ValueError(f"edits overlap or run backwards at {start}")
            texts += self.text[position:start], replacement
            position = end
            if end - start == len(replacement) == 1:
                continue  # a sign for a sign: the map stays as it is
            if start > mapped:
                index = self._copy(mapped, start, index, length - mapped, segments)
                length += start - mapped
            if replacement:
                segments.append(Segment(length, *self.raw_span(start, end)))
                length += len(replacement)
            mapped = end
        if mapped < len(self.text):
            self._copy(mapped, len(self.text), index, length - mapped, segments)
        texts.append(self.text[position:])
        return MappedText("".join(texts), tuple(segments))

    def _copy(self, start: int, end: int, index: int, shift: int, into: list[Segment]) -> int:
        """Append the map of ``[start, end)``, moved by ``shift``; ``index`` is a segment at or before ``start``."""
        segments, count = self.segments, len(self.segments)
        while index + 1 < count and segments[index + 1].start <= start:
            index += 1
        while True:
            segment = segments[index]
            segment_end = segments[index + 1].start if index + 1 < count else len(self.text)
            low = segment.start if segment.start > start else start
            high = segment_end if segment_end < end else end
            if high > low:
                if segment_end - segment.start == segment.raw_end - segment.raw_start:
                    offset = segment.raw_start - segment.start
                    into.append(Segment(low + shift, low + offset, high + offset))
                else:
                    into.append(Segment(low + shift, segment.raw_start, segment.raw_end))
            if segment_end >= end:
                return index
            index += 1

    def through(self, base: MappedText) -> MappedText:
        """This text, whose map counts characters of ``base.text``, mapped to what ``base`` is mapped to.

        >>> base = MappedText.from_raw("a\\r\\nb").edit([Edit(1, 2, "")])
        >>> MappedText.from_raw(base.text).slice(2).through(base).raw_span(0, 1)
        (3, 4)
        """
        segments: list[Segment] = []
        for index, (start, first, last) in enumerate(self.segments):
            if self._segment_end(index) - start == last - first:
                part = base.slice(first, last).segments
                segments += [Segment(start + at, raw_start, raw_end) for at, raw_start, raw_end in part]
            else:
                segments.append(Segment(start, *base.raw_span(first, last)))
        return MappedText(self.text, tuple(segments))

    def substitute(self, pattern: Sought, replacement: _Told) -> MappedText:
        """Like ``pattern.sub``; a string replacement may hold group references (``\\1``)."""
        edits = []
        literal = replacement if isinstance(replacement, str) and "\\" not in replacement else None
        for match in pattern.finditer(self.text):
            if literal is not None:
                new = literal
            else:
                new = match.expand(replacement) if isinstance(replacement, str) else replacement(match)
            if new != match.group():
                edits.append(Edit(match.start(), match.end(), new))
        return self.edit(edits)

    def around(self, pattern: Sought, opening: _Told = "", closing: _Told = "", group: int = 1) -> MappedText:
        """Write ``opening`` and ``closing`` for what of each match stands before and behind its group.

        What the group holds keeps its map, sign by sign.

        >>> MappedText.from_raw("10^(-4)").around(re.compile(r"\\^\\((.*?)\\)"), "<", ">").text
        '10<-4>'
        """
        edits = []
        for match in pattern.finditer(self.text):
            before, behind = (told if isinstance(told, str) else told(match) for told in (opening, closing))
            edits += [Edit(match.start(), match.start(group), before), Edit(match.end(group), match.end(), behind)]
        return self.edit(edits)

    def strip(self) -> MappedText:
        """Without white space at both ends."""
        if self.text == self.text.strip():
            return self
        left = len(self.text) - len(self.text.lstrip())
        return self.slice(left, len(self.text.rstrip()) if self.text.strip() else left)
