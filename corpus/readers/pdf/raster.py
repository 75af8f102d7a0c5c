"""Boxes that lie together, told on a raster of the page in time that grows with their number, not with their areas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from corpus.document import Box

_CELL = 5.0  # points
_MOST_CELLS = 300  # along a side: the cells of larger pages are larger
_REACH = 2  # cells: boxes no farther apart lie together


def lying_together(boxes: Sequence[Box], size: tuple[float, float]) -> list[list[Box]]:
    """Groups of boxes of a page of this size."""
    cell = max(_CELL, max(size) / _MOST_CELLS)
    columns, rows = (int(max(side, 1.0) // cell) + 1 for side in size)
    spans = [
        (*_span(box[0], box[2], cell, columns), *_span(box[1], box[3], cell, rows))
        for box in boxes
    ]  # fmt: skip
    covered = _covered(spans, columns, rows)
    numbers: dict[int, int] = {}
    groups: list[list[Box]] = []
    for box, (first, _, top, _) in zip(boxes, spans, strict=True):
        start = top * columns + first
        if start not in numbers:
            _number(start, len(groups), covered, numbers, columns)
            groups.append([])
        groups[numbers[start]].append(box)
    return groups


def _span(low: float, high: float, cell: float, count: int) -> tuple[int, int]:
    first = min(max(int(low // cell), 0), count - 1)
    return first, min(max(int(high // cell), first), count - 1)


def _covered(spans: Sequence[tuple[int, int, int, int]], columns: int, rows: int) -> set[int]:
    """Numbers of the cells that some box touches, from what begins and ends in each of them."""
    steps = [[0] * (columns + 1) for _ in range(rows + 1)]
    for first, last, top, bottom in spans:
        steps[top][first] += 1
        steps[top][last + 1] -= 1
        steps[bottom + 1][first] -= 1
        steps[bottom + 1][last + 1] += 1
    covered: set[int] = set()
    above = [0] * (columns + 1)
    for row in range(rows):
        above = [before + step for before, step in zip(above, steps[row], strict=True)]
        covered.update(row * columns + c for c, depth in enumerate(accumulate(above[:columns])) if depth)
    return covered


def _number(start: int, number: int, covered: set[int], numbers: dict[int, int], columns: int) -> None:
    """Give all cells that hang together with ``start`` the number of their group."""
    stack = [start]
    numbers[start] = number
    while stack:
        row, column = divmod(stack.pop(), columns)
        for near in range(row - _REACH, row + _REACH + 1):
            for beside in range(max(column - _REACH, 0), min(column + _REACH, columns - 1) + 1):
                other = near * columns + beside
                if other in covered and other not in numbers:
                    numbers[other] = number
                    stack.append(other)
