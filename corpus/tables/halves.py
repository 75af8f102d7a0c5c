"""Tables over two facing pages whose left and right halves stand apart: each half is read below its own heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from corpus.document import Problem
from corpus.tables import patterns
from corpus.tables.captions import CaptionLine, caption_in
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line, Part, RawCell, RawTable, cell_of, cell_of_words, spans_of
from corpus.tables.grid.fit import read_with
from corpus.tables.grid.gaps import Cut
from corpus.tables.grid.head_words import Below
from corpus.tables.grid.heads import cut_line, usual_counts
from corpus.tables.grid.search import lattice_of
from corpus.tables.grid.tokens import Token, word_tokens
from corpus.tables.grid.trace import Move

_MOST_CAPTION_LINES = 8
_MOST_ROWS = 150
_DISTANCE = 200  # lines to the right half: about two columns of text of the facing page
_FEWEST_ROWS = 3
_FULL_LINE = 0.8  # share of the longest line: a line of a cut caption that is shorter ended before the cut
_LEAD = re.compile(r"\s*[^()]{0,60}\)(?=\s)")  # the end of a bracket that the left half opened
_OF_RIGHT = frozenset({Below.CONDUCTIVITY, Below.ENERGY, Below.TEMPERATURE, Below.REFERENCE})


class _Half(NamedTuple):
    """Line indexes of a half: caption ``[first, head)``, heads, rows ``[head + 1, last)``; what its columns hold."""

    first: int
    head: int
    last: int
    heads: list[tuple[list[Token], Below]]


class _Row(NamedTuple):
    """Cells of a row of a half; ``lead``: the rest of the left half's last cell."""

    cells: list[RawCell]
    lead: RawCell


def find_halves(raw: str, lines: Sequence[Line], caption: CaptionLine, stop: int) -> RawTable | None:
    """The table whose left half stands below a caption and whose right half before line ``stop``; None for another.

    Halves that do not agree row by row, or in the brackets cut between them, give no rows and a problem.
    """
    left = next(_halves(lines, caption.line, min(caption.line + 1 + _MOST_CAPTION_LINES, stop)), None)
    if left is None or not left.heads or any(kind in _OF_RIGHT for _, kind in left.heads):
        return None
    wanted = _cut_lines(lines, left)
    for right in _halves(lines, left.last, min(left.last + _DISTANCE, stop)):
        above = [at for at in range(left.last, right.head) if not lines[at].blank][-wanted:]
        if len(above) == wanted and any(kind in _OF_RIGHT for _, kind in right.heads):
            return _joined(raw, lines, caption, left, right._replace(first=above[0]))
    return None


def _halves(lines: Sequence[Line], first: int, stop: int) -> Iterator[_Half]:
    """The lines of heads with rows below them."""
    for head in range(first + 1, min(stop, len(lines))):
        if lines[head].blank or caption_in(lines[head].text, head) is not None or not lines[head - 1].blank:
            continue
        heads = cut_line(word_tokens(lines, head, head + 1))
        last = _last_row(lines, head + 1)
        if heads and sum(not line.blank for line in lines[head + 1 : last]) >= _FEWEST_ROWS:
            yield _Half(first, head, last, heads)


def _last_row(lines: Sequence[Line], body: int) -> int:
    last = body
    for index in range(body, min(body + _MOST_ROWS, len(lines))):
        line = lines[index]
        if line.blank:
            continue
        if (
            patterns.PAGE_FURNITURE.search(line.text)
            or is_prose(line.text)
            or caption_in(lines[index].text, index) is not None
        ):
            break
        last = index + 1
    return last


def _cut_lines(lines: Sequence[Line], left: _Half) -> int:
    """How many lines of the left half's caption run up to the cut and go on in the right half."""
    lengths = [len(line.text.rstrip()) for line in lines[left.first : left.head] if not line.blank]
    return max(len(lengths) - (lengths[-1] < _FULL_LINE * max(lengths)), 1)


def _joined(raw: str, lines: Sequence[Line], caption: CaptionLine, left: _Half, right: _Half) -> RawTable:
    table = RawTable(
        [],
        "halves",
        lines[left.first].start,
        lines[left.last - 1].end,
        spans_of([*lines[left.first : left.last], *lines[right.first : right.last]]),
        caption.label,
        _cut_caption(lines, left, right),
        header_rows=1,
        continued=caption.continued,
        settled=True,
    )
    ours, theirs = _rows(raw, lines, left), _rows(raw, lines, right)
    if len(ours) == len(theirs) and all(
        _is_open(raw, a) == bool(z.lead.parts) for a, z in zip(ours, theirs, strict=True)
    ):
        heads = [_cell(raw, tokens) for half in (left, right) for tokens, _ in half.heads]
        rows = [[*a.cells[:-1], a.cells[-1].join(z.lead, ""), *z.cells] for a, z in zip(ours, theirs, strict=True)]
        table.rows = [heads, *rows]
    else:
        why = f"{table.label}: its left and right halves do not agree row by row"
        table.problems.append(Problem("unreadable_table", why, raw_start=table.raw_start))
    return table


def _rows(raw: str, lines: Sequence[Line], half: _Half) -> list[_Row]:
    """The rows below the heads of a half; one without the source that all others have goes on with the one above."""
    kinds = [kind for _, kind in half.heads]
    leads: dict[int, RawCell] = {}
    body = list(lines[half.head + 1 : half.last])
    for at, line in enumerate(body):
        lead = _LEAD.match(line.text)
        if lead is not None and _OF_RIGHT.intersection(kinds):
            leads[at] = cell_of(raw, line.start, line.start + lead.end())
            body[at] = Line(line.start + lead.end(), line.end, line.text[lead.end() :])
    lattice = lattice_of(word_tokens(body, 0, len(body)), cut=Cut.WORDS)
    lattice.titles[:] = range(len(lattice.titles))  # a title would stand in one half alone
    rows: list[_Row] = []
    for step in read_with(lattice, usual_counts(kinds)):
        if step.move is not Move.CELL:
            return []
        if step.new_row:
            rows.append(_Row([RawCell()] * len(kinds), leads.get(lattice.tokens[step.begin].line, RawCell())))
        rows[-1].cells[step.column] = _cell(raw, lattice.tokens[step.begin : step.end])
    whole: list[_Row] = []
    for row in rows:
        if whole and kinds[-1] is Below.REFERENCE and not row.cells[-1].parts and not row.lead.parts:
            cells = [above.join(cell, "; ") for above, cell in zip(whole[-1].cells, row.cells, strict=True)]
            whole[-1] = _Row(cells, whole[-1].lead)
        else:
            whole.append(row)
    return whole


def _is_open(raw: str, row: _Row) -> bool:
    """Whether the last cell of a left half has a bracket that the right half must close."""
    text = row.cells[-1].text(raw)
    return text.count("(") > text.count(")")


def _cell(raw: str, tokens: Sequence[Token]) -> RawCell:
    return cell_of_words([(word.start, word.end) for token in tokens for word in token.words], raw)


def _cut_caption(lines: Sequence[Line], left: _Half, right: _Half) -> RawCell:
    """The caption whose lines go on in the right half, line by line."""
    ours, theirs = ([line for line in lines[half.first : half.head] if not line.blank] for half in (left, right))
    parts: list[Part] = []
    for one, other in zip_longest(ours, theirs):
        parts.append(Part(one.start, one.end, " " if parts else ""))
        if other is not None:
            parts.append(Part(other.start, other.end))
    return RawCell(tuple(parts))
