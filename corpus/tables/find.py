"""All tables of a raw text, whatever their shape, with their captions and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.assemble import assemble
from corpus.tables.baselines import rejoined
from corpus.tables.below import find_below
from corpus.tables.captions import CaptionLine, caption_cell, caption_in, find_captions
from corpus.tables.delimited import find_piped, find_quoted, find_tabbed
from corpus.tables.found import FoundTable, Line, RawTable, Repair, lines_of, spans_of
from corpus.tables.glued_heads import heads_apart
from corpus.tables.grid.head_words import is_known
from corpus.tables.halves import find_halves
from corpus.tables.markup import find_marked_up
from corpus.tables.paired import paired_rows
from corpus.tables.rotated import find_rotated
from corpus.tables.scattered import find_scattered

MAXIMUM_FOOTNOTE_LINES = 6
Placed = tuple[RawTable, int, int]  # with the range of its lines
_CAPTION_GAP = 4  # blank lines between a caption and its table


def find_tables(raw: str, start: int, end: int, repair: Repair) -> list[FoundTable]:
    """The tables that stand in ``raw[start:end]``, in order of place.

    ``repair`` gives clean text and lifted citations of a raw stretch. A region that is a table but cannot be read with
    certainty is given without cells, with a problem, so that it is not taken for running text. Never raises.
    """
    lines = heads_apart(rejoined(lines_of(raw, start, end)))
    captions = find_captions(lines)
    marked = _find_marked(raw, lines)
    used = _attach_captions(lines, marked, captions)
    for table, _, last in marked:
        if table.shape != "rotated":
            _attach_footnotes(lines, table, last)
    tables = [table for table, _, _ in marked if table.label or table.caption.parts or _is_table(raw, table)]
    covered = [range(first, last) for _, first, last in marked]
    for caption, stop in _open_captions(captions, used, covered, len(lines)):
        below = _read_below(raw, lines, caption, stop, repair)
        tables += [below] if below is not None else []
    tables.sort(key=lambda table: table.raw_start)
    _give_heads(raw, tables)
    return [assemble(raw, table, repair) for table in tables]


def _open_captions(
    captions: Sequence[CaptionLine], used: Set[int], covered: Sequence[range], end: int
) -> Iterator[tuple[CaptionLine, int]]:
    """Captions without a table yet, each with the line at which the next caption or table begins."""
    bounds = [*(caption.line for caption in captions), *(rows.start for rows in covered), end]
    for caption in captions:
        if caption.line not in used and not any(caption.line in rows for rows in covered):
            yield caption, min(bound for bound in bounds if bound > caption.line)


def _find_marked(raw: str, lines: Sequence[Line]) -> list[Placed]:
    """Tables that marks tell, in order of place; of two that overlap, the one with the surer marks."""
    taken: list[Placed] = []
    for find in (find_marked_up, find_piped, find_tabbed, find_quoted, find_rotated):
        taken += [entry for entry in find(raw, lines) if not _overlaps(entry, taken)]
    return sorted(taken, key=lambda entry: entry[1])


def _read_below(raw: str, lines: Sequence[Line], caption: CaptionLine, stop: int, repair: Repair) -> RawTable | None:
    """The table below a caption whose columns no mark separates."""
    halves = find_halves(raw, lines, caption, stop)
    if halves is not None:
        return halves
    found = find_below(raw, lines, caption, stop) or find_scattered(lines, caption, stop)
    if found is None:
        return None
    table, last = found
    if not table.rows:
        _give_pairs(raw, table, lines[caption.line + 1 : last])
    _attach_footnotes(lines, table, last)
    return table


def _give_pairs(raw: str, table: RawTable, lines: Sequence[Line]) -> None:
    """Give a table that could not be read the names and values in it that belong together for certain."""
    table.rows = paired_rows(raw, lines)
    if table.rows:
        table.header_rows, table.settled = 1, True
        why = f"{table.label}: only {len(table.rows) - 1} rows could be told for certain"
        table.problems = [Problem("table_row", why, raw_start=table.raw_start)]


def _overlaps(entry: Placed, taken: Sequence[Placed]) -> bool:
    return any(entry[1] < last and first < entry[2] for _, first, last in taken)


def _is_table(raw: str, table: RawTable) -> bool:
    """Whether rows without a caption are a table: their first row is a head that names what the columns hold."""
    head = [cell.text(raw).strip() for cell in table.rows[0]]
    known = sum(is_known(text) for text in head)
    return len(head) >= 2 and known >= 2


def _caption_above(lines: Sequence[Line], first: int) -> tuple[CaptionLine, int] | None:
    """The caption that ends on the lines above a table: at most three lines of it, few blank lines between."""
    index = first - 1
    while index >= 0 and first - index <= _CAPTION_GAP and lines[index].blank:
        index -= 1
    last = index + 1
    for begin in range(index, max(index - 3, -1), -1):
        if begin < 0 or lines[begin].blank:
            return None
        caption = caption_in(lines[begin].text, begin)
        if caption is not None:
            return caption, last
    return None


def _caption_below(lines: Sequence[Line], last: int) -> tuple[CaptionLine, int] | None:
    index = last
    while index < len(lines) and index - last < _CAPTION_GAP and lines[index].blank:
        index += 1
    if index >= len(lines):
        return None
    caption = caption_in(lines[index].text, index)
    if caption is None:
        return None
    return caption, index + 1


def _attach_captions(lines: Sequence[Line], taken: Sequence[Placed], captions: Sequence[CaptionLine]) -> set[int]:
    """Give each table the caption above it or, failing that, below it; the caption lines that were used.

    A caption that stands between two tables belongs to the one that has no other.
    """
    used: set[int] = set()
    for table, first, last in taken:
        if table.label:
            continue
        above = _caption_above(lines, first)
        if above is not None and above[0].line not in used:
            _give_caption(lines, table, above)
            used.add(above[0].line)
            continue
        below = _caption_below(lines, last)
        if below is not None:
            _give_caption(lines, table, below)
            used.add(below[0].line)
    return used


def _give_caption(lines: Sequence[Line], table: RawTable, found: tuple[CaptionLine, int]) -> None:
    caption, last = found
    table.label = caption.label
    table.continued = caption.continued
    table.caption = caption_cell(lines, caption.line, last)
    table.consumed = sorted([*table.consumed, *spans_of(lines[caption.line : last])])


def _attach_footnotes(lines: Sequence[Line], table: RawTable, last: int) -> None:
    index = last
    while index < len(lines) and lines[index].blank and index - last < 2:
        index += 1
    begun = index
    while index < len(lines) and index - begun < MAXIMUM_FOOTNOTE_LINES:
        text = lines[index].text
        marked = patterns.FOOTNOTE.match(text) or patterns.ABBREVIATION_NOTE.match(text)
        if lines[index].blank or caption_in(lines[index].text, index) is not None or not marked:
            break
        index += 1
    if index > begun:
        table.footnotes = [caption_cell(lines, i, i + 1) for i in range(begun, index)]
        table.consumed = sorted([*table.consumed, *spans_of(lines[begun:index])])


def _give_heads(raw: str, tables: Sequence[RawTable]) -> None:
    """A continued table without a head of its own takes the head (and the caption's words) of the part before it."""
    for before, table in pairwise(tables):
        if not table.continued or table.label != before.label or not table.rows or not before.rows:
            continue
        if not before.caption.parts:
            continue
        table.caption = before.caption.join(table.caption)
        first = [cell.text(raw).strip() for cell in table.rows[0]]
        headless = not any(is_known(text) for text in first)
        if headless and len(first) == len(before.rows[0]):
            table.rows = [before.rows[0], *table.rows]
            table.header_rows = 1
