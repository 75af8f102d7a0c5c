"""Tables of a page with their captions and notes: between rules, or under a caption."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.drawings import Rule
from corpus.readers.pdf.free_text import FreeText, is_far_below, label_of
from corpus.readers.pdf.geometry import overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.patterns import LINES
from corpus.readers.pdf.table_grid import Row, TableDraft, part_at_starts, rows_in
from corpus.readers.pdf.tables_ruled import build_ruled
from corpus.readers.pdf.tables_unruled import MOST_HEAD_LINES, build_unruled

_REACH = 110.0  # points from the label of a caption to the first rule of its table
_SHARED = 0.4  # of the shorter of a caption's first line and the rule under it
_CAPTION_LINES = 8
_SMALL = 0.96  # of the body size: type that the text is not set in
_NOTE_LINES = 14
_HEAD_LINES = 4  # of a table's head
_HEADS = 3  # that stand beside each other between two rules: the head of a table
_LINE = 6.0  # points: less holds no line of type
_VERTICALS = 3  # rules between columns
_SEVERAL = 0.6  # share of lines with several cells
_SEVERAL_BELOW_HEADS = 0.3  # where the lines of cells of several lines do not stand side by side
_WORDY = 4  # words of more than two letters in a piece of running text
_SLACK = 8.0  # points by which text may stand out over the rules


def _is_below(rule: Rule, start: Piece) -> bool:
    """Whether a rule may be the first of the table under a caption."""
    shared = overlap(rule.low, rule.high, start.x0, start.x1)
    return start.baseline < rule.at < start.baseline + _REACH and shared > _SHARED * min(rule.length, start.width)


def _is_in_columns(strip: Sequence[Row]) -> bool:
    """Whether many lines in one column or two are running text."""
    pieces = [piece for row in strip for piece in row]
    wordy = [piece for piece in pieces if sum(map(_is_word, piece.text.split())) >= _WORDY]
    return len(strip) > 6 and max(map(len, strip)) <= 2 and len(wordy) > 0.6 * len(pieces)


def _is_word(text: str) -> bool:
    return len(text) > 2 and text.isalpha()


class TableFinder:
    """Takes the tables out of a page's text."""

    def __init__(self, text: FreeText) -> None:
        self.text = text
        self.tables: list[TableDraft] = []

    def take_ruled(self) -> None:
        """Tables between rules: those under a caption first, then those without one."""
        used: set[int] = set()
        for start in self.text.caption_starts(tables=True):
            family = self._rules_below(start)
            if len(family) == 2:
                family += self._open_end(family)
            used |= self._take_between(family, start) if family else set()
        for index, rule in enumerate(self.text.rules):
            family = [] if id(rule) in used else self._family(rule, self.text.rules[index + 1 :])
            family = [other for other in family if id(other) not in used]
            if len(family) == 2 and self._is_headed(family):
                family += self._open_end(family)
            if len(family) >= 2 and self._surely_tabular(family):
                used |= self._take_between(family, None)

    def _take_between(self, family: Sequence[Rule], start: Piece | None) -> set[int]:
        """Take the table between rules, under its caption; the rules that it uses."""
        table = self._table_between(family)
        if table is None:
            return set()
        if start is not None:
            self._caption_above(table, start)
        self._add(table)
        return {id(rule) for rule in self.text.rules if table.box[1] - 2 <= rule.at <= table.box[3] + 2}

    def _add(self, table: TableDraft) -> None:
        table.footnotes = self._notes_below(table)
        self.tables.append(table)

    def _rules_below(self, start: Piece) -> list[Rule]:
        """The rules of the table under a caption that begins with ``start``, none when there is no table there."""
        first = next((rule for rule in self.text.rules if _is_below(rule, start)), None)
        if first is None:
            return []
        left = max(first.low - _SLACK, self._left_of_caption(start, first.low, first.at))
        caption = rows_in(self.text.between(left, first.high + _SLACK), start.bottom, first.at)
        another = any(row[0].baseline > start.baseline and LINES.CAPTION.match(row[0].text) for row in caption)
        if another or len(caption) > _CAPTION_LINES or any(len(row) > 2 for row in caption):
            return []
        family = self._family(first, [rule for rule in self.text.rules if rule.at > first.at + 1], captioned=True)
        return family if len(family) > 1 else []

    def _left_of_caption(self, start: Piece, low: float, bottom: float) -> float:
        """Where the lines of a caption may begin: not left of its label where running text stands beside it."""
        beside = any(low < p.x1 < start.x0 and start.baseline - p.size < p.baseline < bottom for p in self.text.pieces)
        return start.x0 - _SLACK if beside else low - _SLACK

    def _along(self, rule: Rule) -> list[Piece]:
        """Pieces no further left or right than a rule."""
        return self.text.between(rule.low - _SLACK, rule.high + _SLACK)

    def _family(self, first: Rule, below: Sequence[Rule], *, captioned: bool = False) -> list[Rule]:
        """``first`` and the rules under it that reach as far, as long as rows of a table lie between."""
        family = [first]
        for rule in below:
            if rule.at - family[-1].at < 1.5 or abs(rule.low - first.low) > 6 or abs(rule.high - first.high) > 6:
                continue
            strip = rows_in(self._along(first), family[-1].at, rule.at)
            if not strip or self._is_crossed(first, family[-1].at, rule.at) or self._is_text(strip, first, captioned):
                break
            family.append(rule)
        return family

    def _is_crossed(self, rule: Rule, top: float, bottom: float) -> bool:
        """Whether text between two heights runs over the ends of a rule."""
        return any(
            (p.x0 < rule.low - 20 or p.x1 > rule.high + 20) and overlap(p.x0, p.x1, rule.low, rule.high) > 20
            for p in self.text.pieces
            if top < p.baseline < bottom
        )

    def _is_text(self, strip: Sequence[Row], rule: Rule, captioned: bool) -> bool:
        """Whether lines between two rules are a caption or running text; small type under a caption is none."""
        if any((len(row) == 1 and LINES.CAPTION.match(row[0].text)) or self._is_beside_figure(row) for row in strip):
            return True
        if captioned and max(piece.size for row in strip for piece in row) < _SMALL * self.text.body_size:
            return False
        single = sum(len(row) == 1 and row[0].width > 0.72 * rule.length for row in strip)
        return (len(strip) >= 3 and single > 0.5 * len(strip)) or _is_in_columns(strip)

    def _is_beside_figure(self, row: Row) -> bool:
        middle = (row[0].top + row[0].bottom) / 2
        return any(box[1] - 1 <= middle <= box[3] + 1 for box in self.text.figures)

    def _open_end(self, family: Sequence[Rule]) -> list[Rule]:
        """Where a table ends that has a rule under its head but none at its foot (it goes on on the next page)."""
        pieces = self._along(family[0])
        head = rows_in(pieces, family[0].at, family[1].at)
        if len(head) > MOST_HEAD_LINES:
            return []
        size = head[-1][0].size
        rows: list[Row] = []
        bottom = family[1].at
        for row in rows_in(pieces, bottom, self.text.page.size[1]):
            alike = abs(max(piece.size for piece in row) - size) <= 0.06 * size  # a cell may be all raised: a citation
            if row[0].top - bottom > 1.6 * size or not alike or LINES.CAPTION.match(row[0].text):
                break
            rows.append(row)
            bottom = max(piece.bottom for piece in row)
        cells = 1.3 if size < _SMALL * self.text.body_size else 2.5
        enough = len(rows) > 1 and sum(map(len, rows)) >= cells * len(rows)
        return [Rule(family[0].low, family[0].high, bottom + 1)] if enough else []

    def _surely_tabular(self, family: Sequence[Rule]) -> bool:
        """Rules without a caption: several cells in most lines, or a grid."""
        pieces = self._along(family[0])
        grid = len(self._verticals(family)) >= _VERTICALS
        if grid and len(family) > _HEADS:  # a row lies between each two rules
            rows = [max(rows_in(pieces, above.at, below.at), key=len, default=[]) for above, below in pairwise(family)]
        else:
            between = rows_in(pieces, family[0].at, family[-1].at)
            rows = rows_of(part_at_starts([piece for row in between for piece in row]))
        if len(rows) < 2:
            return False
        several = sum(len(row) >= 2 for row in rows)
        headed = len(family) == 3 and self._is_headed(family)
        enough = _SEVERAL_BELOW_HEADS if headed else _SEVERAL
        return several >= enough * len(rows) and (len(family) >= 3 or grid)

    def _is_headed(self, family: Sequence[Rule]) -> bool:
        """Whether several heads stand beside each other between the first two rules."""
        head = rows_in(self._along(family[0]), family[0].at, family[1].at)
        return len(head) <= _HEAD_LINES and max(map(len, head), default=0) >= _HEADS

    def _verticals(self, family: Sequence[Rule]) -> list[Rule]:
        low, high = family[0].low, family[0].high
        return [
            rule for rule in self.text.page.drawings.vertical
            if low - 3 <= rule.at <= high + 3 and overlap(rule.low, rule.high, family[0].at, family[-1].at) > 5
        ]  # fmt: skip

    def _foot(self, family: Sequence[Rule]) -> float:
        """Where a table ends: at its last rule, or where the rules between its columns end below it."""
        last = family[-1].at
        beyond = [rule.high for rule in self._verticals(family) if rule.low - 1 <= last < rule.high - _LINE]
        return min(beyond) if len(beyond) >= _VERTICALS else last

    def _table_between(self, family: Sequence[Rule]) -> TableDraft | None:
        top, bottom = family[0].at, self._foot(family)
        box = (min(rule.low for rule in family), top, max(rule.high for rule in family), bottom)
        pieces = [p for p in self._along(family[0]) if top < (p.top + p.bottom) / 2 < bottom]
        rules = [rule for rule in self.text.rules if top - 1 <= rule.at <= bottom + 1]
        rules = [rule for rule in rules if overlap(rule.low, rule.high, box[0], box[2]) > 0]
        inner = [rule for rule in self._verticals(family) if box[0] + 8 < rule.at < box[2] - 8]
        table = build_ruled(box, pieces, rules, inner) if inner and len(rules) >= 3 else None
        if table is None:
            table = build_unruled(box, part_at_starts(pieces), rules)
        if table is not None:
            self.text.take(pieces)
        return table

    def _caption_above(self, table: TableDraft, start: Piece) -> None:
        x0 = self._left_of_caption(start, min(table.box[0], start.x0), table.box[1])
        below = [
            p.x1 for p in self.text.pieces if abs(p.x0 - start.x0) < 2 and start.bottom < p.baseline < table.box[1]
        ]
        x1 = max(table.box[2], start.x1, *below) + _SLACK  # a table may be narrower than the column of its caption
        rows = rows_in(self.text.between(x0, x1), start.top - 1, table.box[1])
        self._give_caption(table, start, [row for row in rows if row[0].baseline >= start.baseline - 2])

    def _notes_below(self, table: TableDraft) -> list[Line]:
        """Small lines directly under a table."""
        left, _, right, bottom = table.box
        pieces = [p for p in self.text.between(left - _SLACK, right + _SLACK) if p.top > bottom - 2]
        size = max((p.size for cell in table.cells for row in cell.lines for p in row), default=self.text.body_size)
        notes: list[Line] = []
        for line in map(Line, rows_of(pieces)[:_NOTE_LINES]):
            goes_on = bool(notes) and line.size == notes[-1].size
            if line.top - bottom > 1.1 * line.size or not (goes_on or self._may_note(line, size)):
                break
            if LINES.CAPTION.match(line.text):
                break
            notes.append(line)
            bottom = line.bottom
        self.text.take([piece for line in notes for piece in line.pieces])
        return notes

    def _may_note(self, line: Line, size: float) -> bool:
        """Whether a line under a table with type of this size is set as its notes are."""
        if line.size < 0.95 * self.text.body_size and line.size <= size + 0.6:
            return True
        return line.size <= size + 0.3 and LINES.FOOTNOTE.match(line.text) is not None

    def take_unruled(self, gutters: Sequence[Gutter]) -> None:
        """Tables under (or over) a caption without rules that could be used."""
        for start in self.text.caption_starts(tables=True):
            if start not in self.text.pieces:
                continue
            low, high = self._extent(start, gutters)
            rows = rows_of(self.text.between(low, high, start.baseline - 2))
            caption = self._caption_rows(rows)
            body = self._table_rows(rows[len(caption) :], caption[-1])
            if sum(len(row) >= 2 for row in body) < 2:
                continue
            found = [piece for row in body for piece in row]
            bottom = max(piece.bottom for piece in body[-1])
            box = min(p.x0 for p in found), body[0][0].top, max(p.x1 for p in found), bottom
            rules = [rule for rule in self.text.rules if box[1] - 4 <= rule.at <= box[3] + 4]
            rules = [rule for rule in rules if overlap(rule.low, rule.high, low, high) > 30]
            table = build_unruled(box, found, rules)
            if table is not None:
                self.text.take(found)
                self._give_caption(table, start, caption)
                self._add(table)

    def _extent(self, start: Piece, gutters: Sequence[Gutter]) -> tuple[float, float]:
        """From where to where a table under a caption may reach: its column, and no further than a rule of its head."""
        low, high = self.text.column_of(start, gutters)
        rule = next((rule for rule in self.text.rules if _is_below(rule, start)), None)
        if rule is None or rule.low - _SLACK > start.x0 or rule.high + _SLACK < start.x1:
            return low, high
        return max(low, rule.low - _SLACK), min(high, rule.high + _SLACK)

    def pair_apart(self, gutters: Sequence[Gutter]) -> None:
        """Tables left without a caption given the nearest above that is left without a table.

        A table wider than its column, or set at a column's head, stands beside its caption or below it in another
        column.
        """
        starts = self.text.caption_starts(tables=True)
        for table in sorted((table for table in self.tables if not table.label), key=lambda table: table.box[1]):
            above = [start for start in starts if start.baseline < table.box[3]]
            if not above:
                continue
            start = above[-1]
            starts.remove(start)
            low, high = self.text.column_of(start, gutters)
            rows = rows_of(self.text.between(low, high, start.baseline - 2))
            self._give_caption(table, start, self._caption_rows(rows))

    def _give_caption(self, table: TableDraft, start: Piece, rows: Sequence[Row]) -> None:
        match = LINES.CAPTION.match(start.text)
        table.label = label_of(match) if match else ""
        table.caption = [Line(row) for row in rows]
        self.text.take([piece for row in rows for piece in row])

    @staticmethod
    def _caption_rows(rows: Sequence[Row]) -> list[Row]:
        taken = [rows[0]]
        for row in rows[1:]:
            size = taken[-1][0].size
            if is_far_below(row, taken) or len(row) > 1 or abs(row[0].size - size) > 0.6 or len(taken) > 8:
                break
            taken.append(row)
        return taken

    @staticmethod
    def _table_rows(rows: Sequence[Row], above: Row) -> list[Row]:
        taken: list[Row] = []
        before = above
        for row in rows:
            far = row[0].baseline - before[0].baseline > (3.2 if not taken else 2.4) * row[0].size
            wordy = len(row) == 1 and row[0].text.count(" ") >= 7
            if far or wordy or LINES.CAPTION.match(row[0].text):
                break
            taken.append(row)
            before = row
        while taken and len(taken[-1]) < 2:
            taken.pop()
        return taken
