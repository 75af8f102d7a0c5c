"""Tables whose columns no mark separates: the grid below a caption as raw cells."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Problem
from corpus.tables.captions import CaptionLine, caption_cell
from corpus.tables.found import Line, RawCell, RawTable, cell_of_words, spans_of, unreadable
from corpus.tables.grid import Grid, Word, read_below


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
    table = RawTable(
        rows_of(raw, grid),
        "grid",
        lines[caption.line].start,
        lines[grid.last_line].end,
        spans_of(region),
        caption.label,
        caption_cell(lines, caption.line, max(grid.head_line, caption.line + 1)),
        header_rows=1,
        continued=caption.continued,
        settled=True,
        fit=grid.fit,
    )
    if grid.left_out:
        why = f"{caption.label}: {grid.left_out} rows could not be cut for certain and are left out"
        table.problems.append(Problem("table_row", why, raw_start=table.raw_start))
    return table, last


def rows_of(raw: str, grid: Grid) -> list[list[RawCell]]:
    """The heads as a first row, then the rows."""
    return [[_cell(raw, words) for words in row] for row in (grid.heads, *grid.rows)]


def _cell(raw: str, words: Sequence[Word]) -> RawCell:
    return cell_of_words([(word.start, word.end) for word in words], raw)
