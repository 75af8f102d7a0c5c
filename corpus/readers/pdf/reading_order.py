"""The order in which the parts of a page are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import BlockKind, Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.lines import Line
from corpus.readers.pdf.patterns import SENTENCE_END
from corpus.readers.pdf.table_grid import TableDraft

_SIDE_NOTE = 0.3  # of the page width: a narrower column in smaller type holds notes on the article


@dataclass(slots=True)
class Item:
    """One line of running text, or a float as a whole (``kind`` set), with its box in the page's frame."""

    box: Box
    lines: list[Line] = field(default_factory=list)
    kind: BlockKind | None = None
    label: str = ""
    table: TableDraft | None = None
    column: tuple[float, float] = (0.0, 0.0)  # left and right edge of the column it stands in
    angle: int | None = None  # of its text where it differs from the page's

    @property
    def is_text(self) -> bool:
        """A line of running text."""
        return self.kind is None


def order(items: Sequence[Item], gutters: Sequence[Gutter], size: tuple[float, float], body_size: float) -> list[Item]:
    """Items in reading order: full-width parts cut the page into bands, columns of a band are read left to right."""
    result, notes = _order(list(items), list(gutters), size[0], body_size, (0.0, size[0]))
    return result + notes


def _crosses(item: Item, gutter: Gutter) -> bool:
    if item.box[3] < gutter.top or item.box[1] > gutter.bottom:
        return True
    return item.box[0] < gutter.x0 - 1 and item.box[2] > gutter.x1 + 1


def _order(
    items: list[Item], gutters: list[Gutter], width: float, body_size: float, column: tuple[float, float]
) -> tuple[list[Item], list[Item]]:
    """Ordered items and, apart, side notes."""
    best: Gutter | None = None
    fewest = len(items)
    for gutter in gutters:
        within = [item for item in items if not _crosses(item, gutter)]
        sides = {(item.box[0] + item.box[2]) / 2 < gutter.x for item in within}
        if len(sides) == 2 and len(items) - len(within) < fewest:
            best, fewest = gutter, len(items) - len(within)
    if best is None:
        for item in items:
            item.column = column
        return sorted(items, key=lambda item: (round(item.box[1] / 2), item.box[0])), []
    if fewest == 0:
        rest = [gutter for gutter in gutters if gutter is not best]
        left = [item for item in items if (item.box[0] + item.box[2]) / 2 < best.x]
        right = [item for item in items if (item.box[0] + item.box[2]) / 2 >= best.x]
        first, first_notes = _order(left, rest, width, body_size, (column[0], best.x0))
        second, second_notes = _order(right, rest, width, body_size, (best.x1, column[1]))
        if _is_side_note(left, right, width):
            return second, [*second_notes, *first, *first_notes]
        if _is_side_note(right, left, width):
            return first, [*first_notes, *second, *second_notes]
        return first + second, first_notes + second_notes
    return _bands(items, gutters, best, width, body_size, column)


def _bands(
    items: list[Item],
    gutters: list[Gutter],
    gutter: Gutter,
    width: float,
    body_size: float,
    column: tuple[float, float],
) -> tuple[list[Item], list[Item]]:
    """Runs of items across the gutter and runs of columns between them, top to bottom."""
    items = sorted(items, key=lambda item: item.box[1])
    runs: list[tuple[bool, list[Item]]] = []
    for item in items:
        crossing = _crosses(item, gutter)
        if runs and runs[-1][0] == crossing:
            runs[-1][1].append(item)
        else:
            runs.append((crossing, [item]))
    runs = _read_through(runs, gutter)
    result: list[Item] = []
    notes: list[Item] = []
    for crossing, run in runs:
        inner = [g for g in gutters if g is not gutter] if crossing else gutters
        ordered, aside = _order(run, inner, width, body_size, column)
        result.extend(ordered)
        notes.extend(aside)
    return result, notes


def _read_through(runs: list[tuple[bool, list[Item]]], gutter: Gutter) -> list[tuple[bool, list[Item]]]:
    """A float across both columns is passed by when the left column's sentence goes on below it, not on the right."""
    result: list[tuple[bool, list[Item]]] = []
    for index, (crossing, run) in enumerate(runs):
        floats_only = crossing and all(not item.is_text for item in run)
        if floats_only and result and index + 1 < len(runs) and not result[-1][0]:
            above, below = result[-1][1], runs[index + 1][1]
            if _goes_on_below(above, below, gutter):
                below[:] = above + below
                result[-1] = (True, run)
                continue
        result.append((crossing, run))
    return result


def _goes_on_below(above: Sequence[Item], below: Sequence[Item], gutter: Gutter) -> bool:
    def text(items: Sequence[Item], left: bool) -> list[Item]:
        chosen = [item for item in items if item.is_text and ((item.box[0] + item.box[2]) / 2 < gutter.x) == left]
        return sorted(chosen, key=lambda item: item.box[1])

    left_above, right_above = text(above, True), text(above, False)
    left_below, right_below = text(below, True), text(below, False)
    if not (left_above and right_above and left_below and right_below):
        return False
    banded = _fit(left_above[-1], right_above[0]) + _fit(right_above[-1], left_below[0])
    through = _fit(left_above[-1], left_below[0]) + _fit(right_above[-1], right_below[0])
    return through > banded


def _fit(before: Item, after: Item) -> int:
    """1 when a sentence plainly goes on from one line to the other, -1 when it plainly does not, else 0."""
    ended = bool(SENTENCE_END.search(before.lines[-1].text))
    begins = after.lines[0].text[:1]
    if not ended and begins.islower():
        return 1
    if ended != begins.isupper():
        return -1
    return 0


def _is_side_note(note: Sequence[Item], main: Sequence[Item], width: float) -> bool:
    """A narrow column in smaller type beside the article."""
    note_lines = [line for item in note for line in item.lines]
    main_lines = [line for item in main for line in item.lines]
    if not note_lines or len(main_lines) < 4:
        return False
    note_width = max(line.x1 for line in note_lines) - min(line.x0 for line in note_lines)
    main_width = max(line.x1 for line in main_lines) - min(line.x0 for line in main_lines)
    sizes = sorted(line.size for line in note_lines), sorted(line.size for line in main_lines)
    smaller = sizes[0][len(sizes[0]) // 2] < 0.93 * sizes[1][len(sizes[1]) // 2]
    return note_width < _SIDE_NOTE * width and note_width < 0.6 * main_width and smaller
