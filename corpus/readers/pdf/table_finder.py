"""Tables of a page with their captions and notes: between rules, or under a caption."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document import Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.drawings import Rule
from corpus.readers.pdf.free_text import FreeText, label_of
from corpus.readers.pdf.geometry import inside, overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.patterns import CAPTION, FOOTNOTE
from corpus.readers.pdf.table_grid import Row, TableDraft, part_at_starts, rows_in
from corpus.readers.pdf.tables_ruled import build_ruled
from corpus.readers.pdf.tables_unruled import build_unruled

_REACH = 110.0  # points from the label of a caption to the first rule of its table
_CAPTION_LEADING = 1.75  # times the size: wider space ends a caption
_NOTE_LINES = 14
_HEAD_LINES = 4  # of a table's head
_HEADS = 3  # that stand beside each other between two rules: the head of a table
_SEVERAL = 0.6  # share of lines with several cells
_SEVERAL_BELOW_HEADS = 0.3  # where the lines of cells of several lines do not stand side by side
_WORDY = 4  # words of more than two letters in a piece of running text
_SLACK = 8.0  # points by which text may stand out over the rules


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
            if family:
                if len(family) == 2:
                    family += self._open_end(family)
                table = self._table_between(family, start)
                if table is not None:
                    used.update(id(rule) for rule in self.text.rules if table.box[1] - 2 <= rule.at <= table.box[3] + 2)
        for index, rule in enumerate(self.text.rules):
            if id(rule) in used:
                continue
            family = self._family(rule, self.text.rules[index + 1 :])
            family = [other for other in family if id(other) not in used]
            if len(family) >= 2 and self._surely_tabular(family):
                table = self._table_between(family, None)
                if table is not None:
                    used.update(
                        id(other) for other in self.text.rules if table.box[1] - 2 <= other.at <= table.box[3] + 2
                    )

    def _rules_below(self, start: Piece) -> list[Rule]:
        """The rules of the table under a caption that begins with ``start``, none when there is no table there."""
        first = next(
            (
                rule for rule in self.text.rules
                if start.baseline < rule.at < start.baseline + _REACH
                and overlap(rule.low, rule.high, start.x0, start.x1) > 0.4 * min(rule.length, start.width)
            ),
            None,
        )  # fmt: skip
        if first is None:
            return []
        left = self._left_of_caption(start, first.low)
        between = rows_in(
            [p for p in self.text.pieces if self._within(p, first) and p.x0 >= left], start.bottom, first.at
        )
        if any(row[0].baseline - start.baseline > 0 and CAPTION.match(row[0].text) for row in between):
            return []
        if any(len(row) > 2 for row in between) or len(between) > 8:
            return []
        family = self._family(first, [rule for rule in self.text.rules if rule.at > first.at + 1], captioned=True)
        return family if len(family) > 1 else []

    def _left_of_caption(self, start: Piece, low: float) -> float:
        """Where the lines of a caption may begin: not left of its label where running text stands beside it."""
        beside = any(
            p.x1 < start.x0 and p.x1 > low and abs(p.baseline - start.baseline) < p.size for p in self.text.pieces
        )
        return start.x0 - _SLACK if beside else low - _SLACK

    @staticmethod
    def _within(piece: Piece, rule: Rule) -> bool:
        return rule.low - _SLACK <= piece.x0 and piece.x1 <= rule.high + _SLACK

    def _family(self, first: Rule, below: Sequence[Rule], *, captioned: bool = False) -> list[Rule]:
        """``first`` and the rules under it that reach as far, as long as rows of a table lie between."""
        family = [first]
        skipped: list[Rule] = []
        for rule in below:
            if rule.at - family[-1].at < 1.5:
                continue
            alike = abs(rule.low - first.low) <= 6 and abs(rule.high - first.high) <= 6
            if not alike:
                if overlap(rule.low, rule.high, first.low, first.high) > 0:
                    skipped.append(rule)
                continue
            strip = rows_in([p for p in self.text.pieces if self._within(p, first)], family[-1].at, rule.at)
            crossing = any(
                p.x0 < first.low - 20 or p.x1 > first.high + 20
                for p in self.text.pieces
                if family[-1].at < p.baseline < rule.at and overlap(p.x0, p.x1, first.low, first.high) > 20
            )
            if crossing or not strip or self._is_text(strip, first.length, captioned):
                break
            if any(len(row) == 1 and CAPTION.match(row[0].text) for row in strip):
                break
            family.append(rule)
        return family

    def _is_text(self, strip: Sequence[Row], width: float, captioned: bool) -> bool:
        """Whether lines between two rules are running text, in one column or two; small type under a caption is not."""
        if any(
            inside((0, row[0].top, 0, row[0].bottom), (-1, box[1], 1, box[3]))
            for row in strip
            for box in self.text.figures
        ):
            return True
        if captioned and max(piece.size for row in strip for piece in row) < 0.96 * self.text.body_size:
            return False
        single = sum(len(row) == 1 and row[0].width > 0.72 * width for row in strip)
        if len(strip) >= 3 and single > 0.5 * len(strip):
            return True
        wordy = [piece for row in strip for piece in row if sum(map(_is_word, piece.text.split())) >= _WORDY]
        columns = max(len(row) for row in strip)
        return len(strip) > 6 and columns <= 2 and len(wordy) > 0.6 * sum(map(len, strip))

    def _open_end(self, family: Sequence[Rule]) -> list[Rule]:
        """Where a table ends that has a rule under its head but none at its foot (it goes on on the next page)."""
        head = rows_in([p for p in self.text.pieces if self._within(p, family[0])], family[0].at, family[1].at)
        below = rows_in(
            [p for p in self.text.pieces if self._within(p, family[0])], family[1].at, self.text.page.size[1]
        )
        if len(head) > _HEAD_LINES or not below:
            return []
        size = head[-1][0].size
        rows: list[Row] = []
        bottom = family[1].at
        for row in below:
            alike = all(abs(piece.size - size) <= 0.06 * size for piece in row)
            if row[0].top - bottom > 1.6 * size or not alike or CAPTION.match(row[0].text):
                break
            rows.append(row)
            bottom = max(piece.bottom for piece in row)
        pieces = sum(map(len, rows))
        small = size < 0.96 * self.text.body_size
        if len(rows) < 2 or pieces < (1.3 if small else 2.5) * len(rows):
            return []
        return [Rule(family[0].low, family[0].high, bottom + 1)]

    def _surely_tabular(self, family: Sequence[Rule]) -> bool:
        """Rules without a caption: several cells in most lines, or a grid."""
        between_pieces = [p for p in self.text.pieces if self._within(p, family[0])]
        between = rows_in(between_pieces, family[0].at, family[-1].at)
        rows = rows_of(part_at_starts([piece for row in between for piece in row]))
        if len(rows) < 2:
            return False
        several = sum(len(row) >= 2 for row in rows)
        head = rows_in(between_pieces, family[0].at, family[1].at)
        headed = len(family) == 3 and len(head) <= _HEAD_LINES and max(map(len, head), default=0) >= _HEADS
        enough = _SEVERAL_BELOW_HEADS if headed else _SEVERAL
        return several >= enough * len(rows) and (len(family) >= 3 or len(self._verticals(family)) >= 3)

    def _verticals(self, family: Sequence[Rule]) -> list[Rule]:
        low, high = family[0].low, family[0].high
        return [
            rule for rule in self.text.page.drawings.vertical
            if low - 3 <= rule.at <= high + 3 and overlap(rule.low, rule.high, family[0].at, family[-1].at) > 5
        ]  # fmt: skip

    def _table_between(self, family: Sequence[Rule], start: Piece | None) -> TableDraft | None:
        top, bottom = family[0].at, family[-1].at
        box = (min(rule.low for rule in family), top, max(rule.high for rule in family), bottom)
        pieces = [p for p in self.text.pieces if self._within(p, family[0]) and top < (p.top + p.bottom) / 2 < bottom]
        horizontal = [
            r for r in self.text.rules if top - 1 <= r.at <= bottom + 1 and overlap(r.low, r.high, box[0], box[2]) > 0
        ]
        verticals = self._verticals(family)
        inner = [rule for rule in verticals if box[0] + 8 < rule.at < box[2] - 8]
        table = None
        if inner and len(horizontal) >= 3:
            table = build_ruled(box, pieces, horizontal, inner)
        if table is None:
            table = build_unruled(box, part_at_starts(pieces), horizontal)
        if table is None:
            return None
        self.text.take(pieces)
        if start is not None:
            self._caption_above(table, start)
        table.footnotes = self._notes_below(box, table)
        self.tables.append(table)
        return table

    def _caption_above(self, table: TableDraft, start: Piece) -> None:
        x0 = self._left_of_caption(start, min(table.box[0], start.x0))
        x1 = max(table.box[2], start.x1) + _SLACK
        pieces = [p for p in self.text.pieces if x0 <= p.x0 and p.x1 <= x1]
        rows = rows_in(pieces, start.top - 1, table.box[1])
        self._give_caption(table, start, [row for row in rows if row[0].baseline >= start.baseline - 2])

    def _notes_below(self, box: Box, table: TableDraft) -> list[Line]:
        """Small lines directly under a table."""
        pieces = [
            p for p in self.text.pieces if box[0] - _SLACK <= p.x0 and p.x1 <= box[2] + _SLACK and p.top > box[3] - 2
        ]
        size = max((p.size for cell in table.cells for row in cell.lines for p in row), default=self.text.body_size)
        notes: list[Line] = []
        bottom = box[3]
        for row in rows_of(pieces)[:_NOTE_LINES]:
            line = Line(row)
            small = line.size < 0.95 * self.text.body_size and line.size <= size + 0.6
            noted = FOOTNOTE.match(line.text) and line.size <= size + 0.3
            if line.top - bottom > 1.1 * line.size or not (small or noted or (notes and line.size == notes[-1].size)):
                break
            if CAPTION.match(line.text):
                break
            notes.append(line)
            bottom = line.bottom
        self.text.take([piece for line in notes for piece in line.pieces])
        return notes

    def take_unruled(self, gutters: Sequence[Gutter]) -> None:
        """Tables under (or over) a caption without rules that could be used."""
        for start in self.text.caption_starts(tables=True):
            if start not in self.text.pieces:
                continue
            low, high = self.text.column_of(start, gutters)
            pieces = [p for p in self.text.pieces if low <= p.x0 and p.x1 <= high and p.baseline >= start.baseline - 2]
            rows = rows_of(pieces)
            caption = self._caption_rows(rows)
            body = self._table_rows(rows[len(caption) :], caption[-1])
            if sum(len(row) >= 2 for row in body) < 2:
                continue
            box = (
                min(p.x0 for row in body for p in row), body[0][0].top, max(p.x1 for row in body for p in row),
                max(p.bottom for p in body[-1]),
            )  # fmt: skip
            rules = [
                r
                for r in self.text.rules
                if box[1] - 4 <= r.at <= box[3] + 4 and overlap(r.low, r.high, low, high) > 30
            ]
            found = [piece for row in body for piece in row]
            table = build_unruled(box, found, rules)
            if table is None:
                continue
            self.text.take(found)
            self._give_caption(table, start, caption)
            table.footnotes = self._notes_below(box, table)
            self.tables.append(table)

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
            pieces = [p for p in self.text.pieces if low <= p.x0 and p.x1 <= high and p.baseline >= start.baseline - 2]
            self._give_caption(table, start, self._caption_rows(rows_of(pieces)))

    def _give_caption(self, table: TableDraft, start: Piece, rows: Sequence[Row]) -> None:
        match = CAPTION.match(start.text)
        table.label = label_of(match) if match else ""
        table.caption = [Line(row) for row in rows]
        self.text.take([piece for row in rows for piece in row])

    @staticmethod
    def _caption_rows(rows: Sequence[Row]) -> list[Row]:
        taken = [rows[0]]
        for row in rows[1:]:
            size = taken[-1][0].size
            far = row[0].baseline - taken[-1][0].baseline > _CAPTION_LEADING * size
            if far or len(row) > 1 or abs(row[0].size - size) > 0.6 or len(taken) > 8:
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
            if far or wordy or CAPTION.match(row[0].text):
                break
            taken.append(row)
            before = row
        while taken and len(taken[-1]) < 2:
            taken.pop()
        return taken
