"""The order in which the parts of a page are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.document import BlockKind, Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.lines import Line
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


def order(items: Sequence[Item], gutters: Sequence[Gutter], width: float) -> tuple[list[Item], list[Item]]:
    """Items in reading order, and apart from them the side notes.

    Full-width parts cut the page into bands, the columns of a band are read left to right.
    """
    return _order(list(items), list(gutters), width, (0.0, width))


def _crosses(item: Item, gutter: Gutter) -> bool:
    if item.box[3] < gutter.top or item.box[1] > gutter.bottom:
        return True
    return item.box[0] < gutter.x0 - 1 and item.box[2] > gutter.x1 + 1


def _order(
    items: list[Item], gutters: list[Gutter], width: float, column: tuple[float, float]
) -> tuple[list[Item], list[Item]]:
    """Ordered items and, apart, side notes."""
    parting = _parting(items, gutters)
    if parting is None:
        for item in items:
            item.column = column
        return sorted(items, key=lambda item: (round(item.box[1] / 2), item.box[0])), []
    if any(_crosses(item, parting) for item in items):
        return _bands(items, gutters, parting, width, column)
    level = _level(items, parting)
    if level is None:
        return _side_by_side(items, [gutter for gutter in gutters if gutter is not parting], parting, width, column)
    above, above_notes = _order([item for item in items if item.box[1] < level], gutters, width, column)
    below, below_notes = _order([item for item in items if item.box[1] >= level], gutters, width, column)
    return above + below, above_notes + below_notes


def _parting(items: Sequence[Item], gutters: Sequence[Gutter]) -> Gutter | None:
    """The gutter with items on both sides that fewest items cross."""
    candidates = []
    for gutter in gutters:
        within = [item for item in items if not _crosses(item, gutter)]
        if len({_is_left(item, gutter) for item in within}) == 2:
            candidates.append((len(items) - len(within), gutter))
    return min(candidates, key=lambda candidate: candidate[0])[1] if candidates else None


def _is_left(item: Item, gutter: Gutter) -> bool:
    return (item.box[0] + item.box[2]) / 2 < gutter.x


def _side_by_side(
    items: list[Item], gutters: list[Gutter], parting: Gutter, width: float, column: tuple[float, float]
) -> tuple[list[Item], list[Item]]:
    """The column left of a gutter, then the one right of it; one of side notes goes to the notes."""
    left = [item for item in items if _is_left(item, parting)]
    right = [item for item in items if not _is_left(item, parting)]
    first, first_notes = _order(left, gutters, width, (column[0], parting.x0))
    second, second_notes = _order(right, gutters, width, (parting.x1, column[1]))
    if _is_side_note(left, right, width):
        return second, [*second_notes, *first, *first_notes]
    if _is_side_note(right, left, width):
        return first, [*first_notes, *second, *second_notes]
    return first + second, first_notes + second_notes


def _bands(
    items: list[Item], gutters: list[Gutter], gutter: Gutter, width: float, column: tuple[float, float]
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
    result: list[Item] = []
    notes: list[Item] = []
    for crossing, run in runs:
        inner = [g for g in gutters if g is not gutter] if crossing else gutters
        ordered, aside = _order(run, inner, width, column)
        result.extend(ordered)
        notes.extend(aside)
    return result, notes


def _level(items: Sequence[Item], gutter: Gutter) -> float | None:
    """A height at which both columns end and begin anew, as where the bibliography stands under the article."""
    ordered = sorted(items, key=lambda item: item.box[1])
    bottom = ordered[0].box[3]
    for item in ordered[1:]:
        if item.box[1] - bottom > 0.8 * (item.lines[0].size if item.lines else 10.0):
            above = [other for other in items if other.box[1] < item.box[1]]
            below = [other for other in items if other.box[1] >= item.box[1]]
            sizes = [_type_size(part) for part in (*_sides(above, gutter), *_sides(below, gutter))]
            if all(sizes):
                anew = abs(sizes[0] - sizes[2]) > 0.04 * sizes[0]
                alike = abs(sizes[0] - sizes[1]) < 0.03 * sizes[0] and abs(sizes[2] - sizes[3]) < 0.03 * sizes[2]
                if anew and alike:
                    return item.box[1]
        bottom = max(bottom, item.box[3])
    return None


def _sides(items: Sequence[Item], gutter: Gutter) -> tuple[list[Item], list[Item]]:
    """Lines of running text left and right of a gutter, top to bottom."""
    lines = sorted((item for item in items if item.is_text), key=lambda item: item.box[1])
    return [item for item in lines if _is_left(item, gutter)], [item for item in lines if not _is_left(item, gutter)]


def _type_size(items: Sequence[Item]) -> float:
    """The font size that most lines have, 0 when there are fewer than three."""
    sizes = Counter(round(line.size, 1) for item in items for line in item.lines)
    return sizes.most_common(1)[0][0] if sizes.total() >= 3 else 0.0


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
