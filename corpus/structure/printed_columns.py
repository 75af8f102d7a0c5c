"""Two columns of print that a converter kept side by side (``pdftotext -layout``): read one after the other.

A page is parted where a gutter of blanks runs down between two columns of running text. Lines over the whole width (a
title, wide captions) stay where they are and part the page into bands; in each band the left column is read before the
right. Rows of a table have gaps too, but few words between them, and are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.mapped_text import MappedText

_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_WIDE_GAP = re.compile(r"\S[ ]{3,}\S")
_NARROWEST = 25  # characters of a column
_FEWEST = 8  # lines with text in both columns
_CLEAR = 0.85  # share of the lines that reach beyond the gutter and leave it free
_WORDS = 4  # of the usual line of a column
_FEWEST_ROWS = 4  # lines of a table over both columns
_TABULAR = 0.3  # share of a band's lines with gaps in a column: rows of a table
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed line of a page, with its place in the text."""

    start: int
    text: str


def in_reading_order(raw: str) -> MappedText:
    """The text with columns that stand side by side one below the other, mapped to where everything stood.

    >>> in_reading_order("One column of text.\\n").text
    'One column of text.\\n'
    """
    parts: list[MappedText | str] = []
    start = 0
    is_parted = False
    for page in raw.split("\f"):
        rows = list(_rows(page, start))
        gutter = _gutter(rows)
        spans = [(start, start + len(page))] if gutter is None else list(_ordered(rows, gutter))
        is_parted |= gutter is not None
        for begin, end in spans:
            parts += [MappedText.from_raw(raw, begin, end), "\n"]
        parts[-1] = "\f"
        start += len(page) + 1
    return MappedText.join(parts[:-1]) if is_parted else MappedText.from_raw(raw)


def _rows(page: str, start: int) -> Iterator[_Row]:
    for text in page.split("\n"):
        yield _Row(start, text)
        start += len(text) + 1


def _gutter(rows: Sequence[_Row]) -> int | None:
    """The place of the gutter: where most lines with a gap have it, and where hardly a line has text."""
    begins = Counter(gap.end() for row in rows for gap in _GAP.finditer(row.text) if gap.start() >= _NARROWEST)
    for place, count in begins.most_common(3):
        if count < _FEWEST:
            break
        if _parts_text(rows, place):
            return place
    return None


def _parts_text(rows: Sequence[_Row], place: int) -> bool:
    """Whether running text stands on both sides of a place that hardly a line has text at."""
    beyond = [row.text for row in rows if len(row.text) > place]
    clear = [text for text in beyond if not text[place - 2 : place].strip()]
    both = [text for text in clear if text[:place].strip()]
    if len(clear) < _CLEAR * len(beyond) or len(both) < _FEWEST:
        return False
    sides = [[len(text[:place].split()) for text in both], [len(text[place:].split()) for text in both]]
    return all(median(words) >= _WORDS for words in sides) and not _is_tabular(both, place)


def _ordered(rows: Sequence[_Row], gutter: int) -> Iterator[_Span]:
    """The stretches of a page's lines in the order in which they are read."""
    band: list[_Row] = []
    for row in rows:
        if row.text[gutter - 2 : gutter].strip():
            yield from _band(band, gutter)
            yield row.start, row.start + len(row.text)
            band = []
        else:
            band.append(row)
    yield from _band(band, gutter)


def _band(rows: Sequence[_Row], gutter: int) -> Iterator[_Span]:
    if _is_tabular([row.text for row in rows if row.text.strip()], gutter):
        yield from ((row.start, row.start + len(row.text)) for row in rows)
        return
    table = _table_across(rows, gutter)
    if table is not None:
        yield from _band(rows[: table.start], gutter)
        yield from ((row.start, row.start + len(row.text)) for row in rows[table.start : table.stop])
        yield from _band(rows[table.stop :], gutter)
        return
    yield from _column([(row.start, row.text[:gutter]) for row in rows])
    yield from _column([(row.start + gutter, row.text[gutter:]) for row in rows])


def _table_across(rows: Sequence[_Row], gutter: int) -> range | None:
    """The first lines of a table over both columns: neither side of the gutter is running text, between them are gaps.

    Lines on one side alone may stand among its rows (titles of rows, parts of long cells); none where it is short.
    """
    first, last, count = 0, -1, 0
    for at, row in enumerate(rows):
        sides = row.text[:gutter].strip(), row.text[gutter:].strip()
        if all(sides) and any(map(_WIDE_GAP.search, sides)) and not any(map(_runs_on, sides)):
            first, last, count = (first if count else at), at, count + 1
        elif all(sides) or any(map(_runs_on, sides)):
            if count >= _FEWEST_ROWS:
                break
            count = 0
    return range(first, last + 1) if count >= _FEWEST_ROWS else None


def _runs_on(side: str) -> bool:
    """Whether words stand behind one another as in running text, without the gaps of cells."""
    return len(side.split()) >= _WORDS and not _WIDE_GAP.search(side)


def _is_tabular(lines: Sequence[str], gutter: int) -> bool:
    """Whether many lines have further gaps on one side of the gutter, as the rows of a table have."""
    gaps = sum(bool(_WIDE_GAP.search(text[:gutter]) or _WIDE_GAP.search(text[gutter:])) for text in lines)
    return gaps > _TABULAR * len(lines)


def _column(lines: Sequence[tuple[int, str]]) -> Iterator[_Span]:
    """The lines of one column without the blanks that all of them begin with."""
    leads = Counter(len(text) - len(text.lstrip()) for _, text in lines if text.strip())
    usual = leads.most_common(1)[0][0] if leads else 0
    for start, text in lines:
        lead = min(usual, len(text) - len(text.lstrip()))
        yield start + lead, start + max(len(text.rstrip()), lead)
