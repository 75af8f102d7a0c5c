"""Tables whose columns no mark separates: the grid below a caption as raw cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from corpus.document import Problem
from corpus.tables.captions import CaptionLine, caption_cell
from corpus.tables.found import Line, RawCell, RawTable, cell_of_words, spans_of, unreadable
from corpus.tables.grid import Word, read_below


def find_below(raw: str, lines: Sequence[Line], caption: CaptionLine, stop: int) -> tuple[RawTable, int] | None:
    """The table below a caption with the index behind its last line; None when there is none.

    ``stop``: index of the line where the next table begins.
    """
    reading = read_below(lines, caption, stop)
    grid, region = reading.grid, lines[caption.line : reading.last_line + 1]
    if grid is None:
        if not reading.promising:
            return None
        return unreadable(region, caption.label, reading.doubt, continued=caption.continued), reading.last_line + 1
    last = grid.last_line + 1
    heads = head_rows(raw, grid.heads)
    table = RawTable(
        [*heads, *([_cell(raw, words) for words in row] for row in grid.rows)],
        "grid",
        lines[caption.line].start,
        lines[grid.last_line].end,
        spans_of(region),
        caption.label,
        caption_cell(lines, caption.line, max(grid.head_line, caption.line + 1)),
        header_rows=len(heads),
        continued=caption.continued,
        settled=True,
        fit=grid.fit,
    )
    if grid.left_out:
        why = f"{caption.label}: {grid.left_out} rows could not be cut for certain and are left out"
        table.problems.append(Problem("table_row", why, raw_start=table.raw_start))
    return table, last


def head_rows(raw: str, heads: Sequence[Sequence[Word]]) -> list[list[RawCell]]:
    """The heads as one row, or as two where some begin with the same words: these span the columns of all of them."""
    upper: list[RawCell] = []
    lower: list[RawCell] = []
    for shared, group in _levels(heads):
        upper.append(replace(_cell(raw, shared or group[0]), column_span=len(group)))
        lower += [_cell(raw, head[len(shared) :]) if shared else RawCell() for head in group]
    return [upper, lower] if len(upper) < len(lower) else [upper]


def _levels(heads: Sequence[Sequence[Word]]) -> Iterator[tuple[Sequence[Word], list[Sequence[Word]]]]:
    """Heads that stand side by side and begin with the same words, with these; others alone, with none."""
    for _, alike in groupby(enumerate(heads), lambda one: one[1][0] if one[1] else one[0]):
        group = [head for _, head in alike]
        shared = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, zip(*group, strict=False))]
        yield (shared if len(group) > 1 else []), group


def _cell(raw: str, words: Sequence[Word]) -> RawCell:
    return cell_of_words([(word.start, word.end) for word in words], raw)
