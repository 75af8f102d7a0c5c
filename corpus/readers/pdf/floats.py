"""Tables and figures of a page with their captions, taken out of the running text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from corpus.document import Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.drawings import Rule
from corpus.readers.pdf.geometry import inside, overlap
from corpus.readers.pdf.lines import Line, Piece, rows_of
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.patterns import CAPTION, FOOTNOTE, SENTENCE_END, TABLE_KINDS
from corpus.readers.pdf.table_grid import Row, TableDraft, rows_in
from corpus.readers.pdf.tables_ruled import build_ruled
from corpus.readers.pdf.tables_unruled import build_unruled

_REACH = 110.0  # points from the label of a caption to the first rule of its table
_CAPTION_LEADING = 1.75  # times the size: wider space ends a caption
_NOTE_LINES = 14
_HEAD_LINES = 4  # of a table's head
_SLACK = 8.0  # points by which text may stand out over the rules


@dataclass(slots=True)
class Caption:
    """A caption's lines; ``label`` as ``Figure 3``."""

    label: str
    is_table: bool
    lines: list[Line]
    start: Piece


@dataclass(slots=True)
class Floats:
    """What was taken out of a page's running text."""

    tables: list[TableDraft] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)  # of figures, and of tables that could not be read
    figure_text: list[Piece] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # labels of tables whose cells could not be told


def label_of(match: re.Match[str]) -> str:
    """``Figure 3`` for ``FIG. 3``."""
    kind = match["kind"].rstrip(".").lower()
    full = {"fig": "Figure", "tab": "Table"}.get(kind, kind.capitalize())
    return f"{full} {match['number']}"


class FloatFinder:
    """Takes floats out of one page; pieces go to at most one of them."""

    def __init__(
        self, page: Page, pieces: Sequence[Piece], body_size: float, recurring: Callable[[float, float, float], bool]
    ) -> None:
        self.page = page
        self.body_size = body_size
        self.free = list(pieces)
        self.result = Floats()
        self.figures = self._figures()
        self.rules = sorted(
            (
                rule for rule in page.drawings.horizontal
                if rule.length >= 40 and not recurring(rule.low, rule.high, rule.at)
                and not any(inside((rule.low, rule.at, rule.high, rule.at), box) for box in self.figures)
            ),
            key=lambda rule: rule.at,
        )  # fmt: skip

    def _figures(self) -> list[Box]:
        """Figure areas without those that running text stands on."""
        kept = []
        for box in self.page.figures:
            within = [piece for piece in self.free if inside(piece.box, box)]
            if sum(map(self._is_body, within)) <= max(1, 0.25 * len(within)):
                kept.append(box)
        return kept

    def _is_body(self, piece: Piece) -> bool:
        return abs(piece.size - self.body_size) <= 0.04 * self.body_size and piece.text.count(" ") >= 4

    def _take(self, pieces: Sequence[Piece]) -> None:
        taken = {id(piece) for piece in pieces}
        self.free = [piece for piece in self.free if id(piece) not in taken]

    # --- tables -----------------------------------------------------------------------------------------------------

    def take_ruled_tables(self) -> None:
        """Tables between rules: those under a caption first, then those without one."""
        used: set[int] = set()
        for start in self._caption_starts(tables=True):
            family = self._rules_below(start)
            if family:
                if len(family) == 2:
                    family += self._open_end(family)
                table = self._table_between(family, start)
                if table is not None:
                    used.update(id(rule) for rule in self.rules if table.box[1] - 2 <= rule.at <= table.box[3] + 2)
        for index, rule in enumerate(self.rules):
            if id(rule) in used:
                continue
            family = self._family(rule, self.rules[index + 1 :])
            family = [other for other in family if id(other) not in used]
            if len(family) >= 2 and self._surely_tabular(family):
                table = self._table_between(family, None)
                if table is not None:
                    used.update(id(other) for other in self.rules if table.box[1] - 2 <= other.at <= table.box[3] + 2)

    def _caption_starts(self, *, tables: bool) -> list[Piece]:
        """First pieces of captions, top to bottom."""
        starts = []
        for piece in self.free:
            match = CAPTION.match(piece.text)
            if match and (match["kind"] in TABLE_KINDS) == tables and self._begins_line(piece):
                starts.append(piece)
        return sorted(starts, key=lambda piece: piece.baseline)

    def _begins_line(self, piece: Piece) -> bool:
        return not any(
            other is not piece
            and abs(other.baseline - piece.baseline) < 3
            and -1 < piece.x0 - other.x1 < 1.5 * piece.size
            for other in self.free
        )

    def _rules_below(self, start: Piece) -> list[Rule]:
        """The rules of the table under a caption that begins with ``start``, none when there is no table there."""
        first = next(
            (
                rule for rule in self.rules
                if start.baseline < rule.at < start.baseline + _REACH
                and overlap(rule.low, rule.high, start.x0, start.x1) > 0.4 * min(rule.length, start.width)
            ),
            None,
        )  # fmt: skip
        if first is None:
            return []
        between = rows_in([p for p in self.free if self._within(p, first)], start.bottom, first.at)
        if any(row[0].baseline - start.baseline > 0 and CAPTION.match(row[0].text) for row in between):
            return []
        if any(len(row) > 2 for row in between) or len(between) > 8:
            return []
        family = self._family(first, [rule for rule in self.rules if rule.at > first.at + 1], captioned=True)
        return family if len(family) > 1 else []

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
            strip = rows_in([p for p in self.free if self._within(p, first)], family[-1].at, rule.at)
            crossing = any(
                p.x0 < first.low - 20 or p.x1 > first.high + 20
                for p in self.free
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
            inside((0, row[0].top, 0, row[0].bottom), (-1, box[1], 1, box[3])) for row in strip for box in self.figures
        ):
            return True
        if captioned and max(piece.size for row in strip for piece in row) < 0.96 * self.body_size:
            return False
        single = sum(len(row) == 1 and row[0].width > 0.72 * width for row in strip)
        if len(strip) >= 3 and single > 0.5 * len(strip):
            return True
        wordy = [piece for row in strip for piece in row if piece.text.count(" ") >= 5]
        columns = max(len(row) for row in strip)
        return len(strip) > 6 and columns <= 2 and len(wordy) > 0.6 * sum(map(len, strip))

    def _open_end(self, family: Sequence[Rule]) -> list[Rule]:
        """Where a table ends that has a rule under its head but none at its foot (it goes on on the next page)."""
        head = rows_in([p for p in self.free if self._within(p, family[0])], family[0].at, family[1].at)
        below = rows_in([p for p in self.free if self._within(p, family[0])], family[1].at, self.page.size[1])
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
        small = size < 0.96 * self.body_size
        if len(rows) < 2 or pieces < (1.3 if small else 2.5) * len(rows):
            return []
        return [Rule(family[0].low, family[0].high, bottom + 1)]

    def _surely_tabular(self, family: Sequence[Rule]) -> bool:
        """Rules without a caption: several cells in most lines, or a grid."""
        rows = rows_in([p for p in self.free if self._within(p, family[0])], family[0].at, family[-1].at)
        if len(rows) < 2:
            return False
        several = sum(len(row) >= 2 for row in rows)
        return several >= 0.6 * len(rows) and (len(family) >= 3 or len(self._verticals(family)) >= 3)

    def _verticals(self, family: Sequence[Rule]) -> list[Rule]:
        low, high = family[0].low, family[0].high
        return [
            rule for rule in self.page.drawings.vertical
            if low - 3 <= rule.at <= high + 3 and overlap(rule.low, rule.high, family[0].at, family[-1].at) > 5
        ]  # fmt: skip

    def _table_between(self, family: Sequence[Rule], start: Piece | None) -> TableDraft | None:
        top, bottom = family[0].at, family[-1].at
        box = (min(rule.low for rule in family), top, max(rule.high for rule in family), bottom)
        pieces = [p for p in self.free if self._within(p, family[0]) and top < (p.top + p.bottom) / 2 < bottom]
        horizontal = [
            r for r in self.rules if top - 1 <= r.at <= bottom + 1 and overlap(r.low, r.high, box[0], box[2]) > 0
        ]
        verticals = self._verticals(family)
        inner = [rule for rule in verticals if box[0] + 8 < rule.at < box[2] - 8]
        table = None
        if inner and len(horizontal) >= 3:
            table = build_ruled(box, pieces, horizontal, inner)
        if table is None:
            table = build_unruled(box, pieces, horizontal)
        if table is None:
            return None
        self._take(pieces)
        if start is not None:
            self._caption_above(table, start)
        table.footnotes = self._notes_below(box, table)
        self.result.tables.append(table)
        return table

    def _caption_above(self, table: TableDraft, start: Piece) -> None:
        match = CAPTION.match(start.text)
        table.label = label_of(match) if match else ""
        x0, x1 = min(table.box[0], start.x0) - _SLACK, max(table.box[2], start.x1) + _SLACK
        pieces = [p for p in self.free if x0 <= p.x0 and p.x1 <= x1]
        rows = [row for row in rows_in(pieces, start.top - 1, table.box[1]) if row[0].baseline >= start.baseline - 2]
        table.caption = [Line(row) for row in rows]
        self._take([piece for row in rows for piece in row])

    def _notes_below(self, box: Box, table: TableDraft) -> list[Line]:
        """Small lines directly under a table."""
        pieces = [p for p in self.free if box[0] - _SLACK <= p.x0 and p.x1 <= box[2] + _SLACK and p.top > box[3] - 2]
        size = max((p.size for cell in table.cells for row in cell.lines for p in row), default=self.body_size)
        notes: list[Line] = []
        bottom = box[3]
        for row in rows_of(pieces)[:_NOTE_LINES]:
            line = Line(row)
            small = line.size < 0.95 * self.body_size and line.size <= size + 0.6
            noted = FOOTNOTE.match(line.text) and line.size <= size + 0.3
            if line.top - bottom > 1.1 * line.size or not (small or noted or (notes and line.size == notes[-1].size)):
                break
            if CAPTION.match(line.text):
                break
            notes.append(line)
            bottom = line.bottom
        self._take([piece for line in notes for piece in line.pieces])
        return notes

    def take_unruled_tables(self, gutters: Sequence[Gutter]) -> None:
        """Tables under (or over) a caption without rules that could be used."""
        for start in self._caption_starts(tables=True):
            if start not in self.free:
                continue
            low, high = self._column_of(start, gutters)
            pieces = [p for p in self.free if low <= p.x0 and p.x1 <= high and p.baseline >= start.baseline - 2]
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
                r for r in self.rules if box[1] - 4 <= r.at <= box[3] + 4 and overlap(r.low, r.high, low, high) > 30
            ]
            found = [piece for row in body for piece in row]
            table = build_unruled(box, found, rules)
            if table is None:
                continue
            self._take(found)
            match = CAPTION.match(start.text)
            table.label = label_of(match) if match else ""
            table.caption = [Line(row) for row in caption]
            self._take([piece for row in caption for piece in row])
            table.footnotes = self._notes_below(box, table)
            self.result.tables.append(table)

    def _column_of(self, start: Piece, gutters: Sequence[Gutter]) -> tuple[float, float]:
        active = [
            g for g in gutters if g.top <= start.baseline <= g.bottom and not (start.x0 < g.x0 and start.x1 > g.x1)
        ]
        low = max((g.x0 for g in active if g.x <= start.x0), default=0.0)
        high = min((g.x1 for g in active if g.x >= start.x1), default=self.page.size[0])
        return low, high

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

    def _may_label(self, piece: Piece) -> bool:
        """Whether a piece in a figure may belong to it: neither running text nor a title over a picture."""
        return not self._is_body(piece) and not (piece.size > 1.4 * self.body_size and piece.text.count(" ") >= 2)

    def _is_tick(self, piece: Piece) -> bool:
        """A number or short title beside an axis."""
        return len(piece.text) <= 16 and piece.size < 0.97 * self.body_size and not CAPTION.match(piece.text)

    # --- figures ----------------------------------------------------------------------------------------------------

    def take_figures(self, gutters: Sequence[Gutter]) -> None:
        """Captions of figures (and of tables given as pictures), then the text inside the figures."""
        for tables in (False, True):
            for start in self._caption_starts(tables=tables):
                if start in self.free:
                    self._take_caption(start, gutters, tables)
        in_figure = [
            p for p in self.free
            if self._may_label(p) and any(inside(p.box, box, 20 if self._is_tick(p) else 1) for box in self.figures)
        ]  # fmt: skip
        for caption in self.result.captions:
            in_figure.extend(self._labels_above(caption, in_figure))
        self._take(in_figure)
        self.result.figure_text.extend(in_figure)

    def _take_caption(self, start: Piece, gutters: Sequence[Gutter], is_table: bool) -> None:
        match = CAPTION.match(start.text)
        low, high = self._column_of(start, gutters)
        rows = rows_of(p for p in self.free if low <= p.x0 and p.x1 <= high and p.baseline >= start.baseline - 2)
        if match is None or not rows or not self._is_caption(start, match["rest"], low, high):
            return
        taken = [rows[0]]
        leading = 0.0
        for row in rows[1:]:
            size = taken[-1][0].size
            step = row[0].baseline - taken[-1][0].baseline
            if step > _CAPTION_LEADING * size or abs(row[0].size - size) > 0.05 * size:
                break
            if leading and step > 1.18 * leading:
                break
            if len(taken) > 1 and taken[-1][-1].x1 < high and self._ends_short(taken):
                break
            leading = leading or step
            taken.append(row)
        lines = [Line(row) for row in taken]
        self.result.captions.append(Caption(label_of(match), is_table, lines, start))
        self._take([piece for row in taken for piece in row])

    @staticmethod
    def _ends_short(rows: Sequence[Row]) -> bool:
        """A last line clearly shorter than the ones above it that ends a sentence."""
        right = max(row[-1].x1 for row in rows[:-1])
        return rows[-1][-1].x1 < right - 3 * rows[-1][0].size and rows[-1][-1].text.endswith(".")

    def _is_caption(self, start: Piece, rest: str, low: float, high: float) -> bool:
        """A caption is set apart: by size, by bold type, by space above, by the figure over it."""
        above = [
            p for p in self.free
            if p is not start and p.baseline < start.baseline - 2 and overlap(p.x0, p.x1, low, high) > 5
            and start.baseline - p.baseline < 1.5 * start.size
        ]  # fmt: skip
        if start.size < 0.96 * self.body_size or start.bold:
            return not any(self._is_body(p) and not SENTENCE_END.search(p.text) for p in above)
        under = any(
            0 <= start.top - box[3] < 60 and overlap(start.x0, start.x1, box[0], box[2]) > 0 for box in self.figures
        )
        begins_bold = rest.strip()[:1] in (".", ":", "|", "•", "–", "—") or under
        return not above and begins_bold

    def _labels_above(self, caption: Caption, known: Sequence[Piece]) -> list[Piece]:
        """Axis titles and the like: short text between a figure's caption and the running text above it."""
        top, x0 = caption.lines[0].top, min(line.x0 for line in caption.lines)
        x1 = max(line.x1 for line in caption.lines)
        boxes = [box for box in (*self.figures, *self.page.drawings.rectangles) if box[1] < top and box[3] > top - 320]
        boxes = [box for box in boxes if overlap(box[0], box[2], x0, x1) > 0]
        if not boxes:
            return []
        x0, x1 = min(x0, *(box[0] for box in boxes)) - 5, max(x1, *(box[2] for box in boxes)) + 5
        taken = {id(piece) for piece in known}
        bodies = [
            p.bottom for p in self.free if p.bottom <= top + 2 and self._is_body(p) and overlap(p.x0, p.x1, x0, x1) > 5
        ]
        ceiling = max([*bodies, min(box[1] for box in boxes) - 25])
        return [
            p for p in self.free
            if id(p) not in taken and ceiling < p.top and p.bottom < top + 1 and x0 <= p.x0 and p.x1 <= x1
            and not self._is_body(p) and not CAPTION.match(p.text)
        ]  # fmt: skip
