"""Rows of a table whose cells stand scattered: the names and values that their order alone pairs for certain.

A converter that writes a page block by block keeps each column's order but not the rows: some names, then as many
values. As many of one as of the other since a line that holds both, or since the heads, are rows; where one is missing
or too many nothing is told until the next such place. Counted from behind it is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from corpus.patterns import Patterns
from corpus.tables import patterns
from corpus.tables.found import Line, RawCell, cell_of_words
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.sorts import NAMES_ALONE, printed_same_length, sort_of

_FEWEST_ROWS = 3
_MOST_UNLIKE = 0.2  # share of names without a value or values without a name from which on they are not one to one
_HEAD_LINES = 16
_HEAD_WORDS = 6
_NAME_LINES = 5
_P = Patterns(Path(__file__).with_name("paired.toml"))
_WORD = re.compile(r"\S+")
_OPENINGS: Sequence[Callable[[str], object]] = (
    patterns.YEAR_AND_NAME.match,
    _P.MIXTURE.match,
    lambda text: sort_of(text) in NAMES_ALONE,
)
"""What names begin with, one sort of it in a table."""


@dataclass(slots=True)
class _Item:
    """A name or a value as stretches of the text; ``anchored``: its other half stands on the same line."""

    is_name: bool
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    anchored: bool = False
    crowded: bool = False  # a third cell stands on its line: the lines below may be anyone's
    cut: bool = False  # another cell's line stands right below
    parted: bool = False  # its unit stands in other blocks
    lines: int = 0

    def add(self, line: Line, text: str, at: int, end: int) -> None:
        """Goes on with part of a line, whose printed ``text`` is given."""
        self.spans += [(line.start + word.start(), line.start + word.end()) for word in _WORD.finditer(text, at, end)]
        self.text = f"{self.text} {text[at:end].strip()}".strip()
        self.lines += 1

    @property
    def whole(self) -> bool:
        """Whether nothing of it is missing and nothing of another cell stands in it."""
        if self.is_name:
            foreign = self.cut or _P.YEAR_INSIDE.search(self.text) or (self.crowded and self.lines > 1)
            return not foreign and _P.OPEN.search(self.text) is None
        return _P.FULL.search(self.text) is not None


def paired_rows(raw: str, lines: Sequence[Line]) -> list[list[RawCell]]:
    """Heads and rows of two cells, name and value; nothing where the heads do not tell both or the rows are few."""
    heads = [_head(lines, kind) for kind in (Below.NAME, Below.CONDUCTIVITY)]
    items = _items(lines) if all(heads) else []
    rows = [[item.spans for item in row] for row in _rows(items) if all(item.whole for item in row)]
    return [[cell_of_words(spans, raw) for spans in row] for row in (heads, *rows)] if len(rows) >= _FEWEST_ROWS else []


def _items(lines: Sequence[Line]) -> list[_Item]:
    """The names and values of the lines in order; none where they are not about as many."""
    found = (_Reader(opens).read(lines) for opens in _OPENINGS)
    items = next((items for items in found if 3 * sum(item.is_name for item in items) > len(items)), [])
    return items if _unlike(items) <= _MOST_UNLIKE else []


def _unlike(items: Sequence[_Item]) -> float:
    names = sum(item.is_name for item in items)
    return abs(2 * names - len(items)) / max(min(names, len(items) - names), 1)


def _head(lines: Sequence[Line], kind: Below) -> list[tuple[int, int]]:
    """The words of the first lines that head a column of a kind, those of the shortest line."""
    printed = [(line, list(_WORD.finditer(line.text))) for line in lines if not line.blank]
    printed = [one for one in printed[:_HEAD_LINES] if not _P.VALUE.search(printed_same_length(one[0].text))]
    for line, words in sorted(printed, key=lambda one: len(one[1])):
        spans = [words[at:end] for at in range(len(words)) for end in range(len(words), at, -1)]
        for span in spans if len(words) <= _HEAD_WORDS else ():
            if below(printed_same_length(line.text[span[0].start() : span[-1].end()])) is kind:
                return [(line.start + word.start(), line.start + word.end()) for word in span]
    return []


@dataclass(slots=True)
class _Reader:
    """Takes names and values from lines in their order."""

    opens: Callable[[str], object]
    items: list[_Item] = field(default_factory=list)
    name: _Item | None = None  # the last ones of the block that is read
    value: _Item | None = None

    def read(self, lines: Sequence[Line]) -> list[_Item]:
        """The names and values of the lines."""
        begins = True
        for line in lines:
            if line.blank:
                self.name = None
                self.value = self._still_open()
            else:
                self._take(line, printed_same_length(line.text).rstrip(), begins)
            begins = line.blank
        return self.items

    def _still_open(self) -> _Item | None:
        """The value of which the unit or the temperature may stand in the next block."""
        value = self.value
        if value is None or value.crowded or (not value.parted and _P.FULL.search(value.text)):
            return None
        value.parted = True
        return None if value.text.endswith("°C") else value

    def _take(self, line: Line, text: str, begins: bool) -> None:
        value = _P.VALUE.search(text) or _P.DASH.search(text)
        tail = None if value else self._tail(text, begins)
        end = next((mark.start() for mark in (value, tail) if mark), len(text))
        named = self._take_name(line, text, end)
        if value:
            self.value = _Item(False, anchored=named, crowded=value.end() < len(text))
            self.value.add(line, text, *value.span())
            self.items.append(self.value)
            if named and self.name:
                self.name.anchored, self.name.crowded = True, self.value.crowded
        elif tail and self.value and not (self.value.crowded and tail[0].startswith("at")):
            self.value.add(line, text, tail.start(), len(text))

    def _tail(self, text: str, begins: bool) -> re.Match[str] | None:
        """What of a line may be the rest of the last value."""
        tail = None if self.value is None else _P.TAIL.search(text)
        if tail and self.value and self.value.parted and (tail.start() or not begins):
            return None
        return tail

    def _take_name(self, line: Line, text: str, end: int) -> bool:
        """Whether a name begins on a line."""
        part = text[:end].strip()
        goes_on = self.name is not None and _P.OPEN.search(self.name.text) and self.opens is not _OPENINGS[0]
        begun = not goes_on and bool(self.opens(part))
        if begun:
            self.name = _Item(True)
            self.items.append(self.name)
        elif not part or self.name is None:
            return False
        elif self.name.lines == _NAME_LINES or not (_P.GOES_ON.match(part) or _goes_on(self.name.text, part)):
            self.name.cut, self.name = True, None
            return False
        self.name.add(line, text, 0, end)
        return begun


def _goes_on(name: str, text: str) -> bool:
    """Whether a line that begins with a capital goes on with a name."""
    return text[0].isupper() and _P.LEADS_ON.search(name) is not None


def _rows(items: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Names and values that belong together for certain."""
    stretch: list[_Item] = []
    for at, item in enumerate(items):
        if item.anchored and item.is_name:
            yield from _of_stretch(stretch)
            yield item, items[at + 1]
            stretch = []
        elif not item.anchored:
            stretch.append(item)
    yield from _of_stretch(stretch)


def _of_stretch(items: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Rows between two places where names and values are told to be as many."""
    groups: list[tuple[list[_Item], list[_Item]]] = []
    for is_name, run in groupby(items, key=lambda item: item.is_name):
        if is_name or not groups:
            groups.append(([], []))
        groups[-1][not is_name].extend(run)
    alike = [len(names) == len(values) for names, values in groups]
    for at, (names, values) in enumerate(groups):
        if all(alike[: at + 1]) or all(alike[at:]):
            yield from zip(names, values, strict=True)
