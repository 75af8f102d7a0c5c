"""Tables whose columns are lined up with blanks: found by the gaps that run down through all their lines."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.tables import patterns
from corpus.tables.captions import CaptionLine, caption_at, caption_cell
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line, RawCell, RawTable, cell_of, spans_of

MINIMUM_ROWS = 3
MAXIMUM_LINES = 200
MAXIMUM_CAPTION_LINES = 6
# Blanks side by side in every line; single ones also stand inside cells.
MINIMUM_GAP = 2
MAXIMUM_BLANK_LINES = 2


def read_aligned(raw: str, lines: Sequence[Line], caption: CaptionLine) -> tuple[RawTable, tuple[int, int]] | None:
    """The table of blank-aligned columns below a caption with the range of its lines; None when there is none."""
    head = next(
        (
            index
            for index in range(caption.line + 1, min(caption.line + 1 + MAXIMUM_CAPTION_LINES, len(lines)))
            if _has_gaps(lines[index])
        ),
        None,
    )
    if head is None:
        return None
    last = _end(lines, head)
    body = [line for line in lines[head:last] if not line.blank and not _is_rule(line)]
    bounds = column_bounds([line.text.expandtabs(1) for line in body])
    if len(body) < MINIMUM_ROWS or len(bounds) < 2:
        return None
    rows = [[_slice(raw, line, start, end) for start, end in bounds] for line in body]
    table = RawTable(
        rows,
        "aligned",
        lines[caption.line].start,
        lines[last - 1].end,
        spans_of(lines[caption.line : last]),
        caption.label,
    )
    table.caption = caption_cell(lines, caption.line, head)
    table.continued = caption.continued
    return table, (caption.line, last)


def _has_gaps(line: Line) -> bool:
    return patterns.GAP.search(line.text.strip()) is not None and not is_prose(line.text)


def _is_rule(line: Line) -> bool:
    return not line.text.strip().strip("-=_─━ ")


def _end(lines: Sequence[Line], head: int) -> int:
    last = head
    blanks = 0
    for index in range(head, min(head + MAXIMUM_LINES, len(lines))):
        line = lines[index]
        if line.blank:
            blanks += 1
            if blanks > MAXIMUM_BLANK_LINES:
                break
            continue
        if caption_at(lines, index) is not None or patterns.PAGE_FURNITURE.search(line.text):
            break
        indented = line.text[:2] == "  "
        if not (_has_gaps(line) or indented or _is_rule(line)):
            break
        blanks = 0
        last = index + 1
    return last


def column_bounds(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Start and end of each column: between runs of at least two positions that are blank in every line."""
    width = max((len(text) for text in texts), default=0)
    filled = [any(at < len(text) and not text[at].isspace() for text in texts) for at in range(width)]
    bounds: list[tuple[int, int]] = []
    at = 0
    while at < width:
        if not filled[at]:
            at += 1
            continue
        end = at
        while end < width and any(filled[end : end + MINIMUM_GAP]):
            end += 1
        bounds.append((at, end))
        at = end
    return bounds


def _slice(raw: str, line: Line, start: int, end: int) -> RawCell:
    return cell_of(raw, min(line.start + start, line.end), min(line.start + end, line.end))
