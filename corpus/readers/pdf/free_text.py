"""The text of a page that no float has taken yet."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from corpus.document import Box
from corpus.readers.pdf.columns import Gutter
from corpus.readers.pdf.geometry import inside
from corpus.readers.pdf.lines import Piece
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.patterns import LINES, TABLE_KINDS

_CAPTION_LEADING = 1.75  # times the size: wider space ends a caption
_UNDER_LABEL = 2.6  # times the size: what a caption's text keeps of its label where that is a paragraph of its own


def is_bare_label(row: Sequence[Piece]) -> bool:
    """Whether a row is a caption's label and nothing else."""
    match = LINES.CAPTION.match(row[0].text) if len(row) == 1 else None
    return match is not None and match.end("label") == len(row[0].text.rstrip())


def is_far_below(row: Sequence[Piece], taken: Sequence[Sequence[Piece]]) -> bool:
    """Whether the space above a row of text is too wide for the caption whose rows are ``taken``."""
    above = taken[-1]
    under_label = len(taken) == 1 and is_bare_label(above) and abs(row[0].x0 - above[0].x0) < 2
    return row[0].baseline - above[0].baseline > (_UNDER_LABEL if under_label else _CAPTION_LEADING) * above[0].size


def label_of(match: re.Match[str]) -> str:
    """``Figure 3`` for ``FIG. 3``."""
    kind = match["kind"].rstrip(".").lower()
    full = {"fig": "Figure", "tab": "Table"}.get(kind, kind.capitalize())
    return f"{full} {match['number']}"


class FreeText:
    """Pieces of running text of one page with the rules and figures among them; pieces go to at most one float."""

    def __init__(
        self,
        page: Page,
        pieces: Sequence[Piece],
        body_size: float,
        recurring: Callable[[float, float, float], bool] = lambda low, high, at: False,
    ) -> None:
        self.page = page
        self.body_size = body_size
        self.pieces = list(pieces)
        self.figures = self._figures()
        self.rules = sorted(
            (
                rule for rule in page.drawings.horizontal
                if rule.length >= 40 and not recurring(rule.low, rule.high, rule.at)
                and not any(inside(rule.along, box) for box in self.figures)
            ),
            key=lambda rule: rule.at,
        )  # fmt: skip

    def _figures(self) -> list[Box]:
        """Figure areas without those that running text stands on."""
        kept = []
        for box in self.page.figures:
            within = [piece for piece in self.pieces if inside(piece.box, box)]
            if sum(map(self.is_body, within)) <= max(1, 0.25 * len(within)):
                kept.append(box)
        return kept

    def is_body(self, piece: Piece) -> bool:
        """Whether a piece looks like a line of running text."""
        return abs(piece.size - self.body_size) <= 0.04 * self.body_size and piece.text.count(" ") >= 4

    def between(self, low: float, high: float, baseline: float = -math.inf) -> list[Piece]:
        """Pieces that stand between two edges, on this baseline or below."""
        return [p for p in self.pieces if low <= p.x0 and p.x1 <= high and p.baseline >= baseline]

    def take(self, pieces: Sequence[Piece]) -> None:
        """These pieces now belong to a float."""
        taken = {id(piece) for piece in pieces}
        self.pieces = [piece for piece in self.pieces if id(piece) not in taken]

    def caption_starts(self, *, tables: bool) -> list[Piece]:
        """First pieces of captions, top to bottom."""
        starts = []
        for piece in self.pieces:
            match = LINES.CAPTION.match(piece.text)
            if match and (match["kind"] in TABLE_KINDS) == tables and self._begins_line(piece):
                starts.append(piece)
        return sorted(starts, key=lambda piece: piece.baseline)

    def _begins_line(self, piece: Piece) -> bool:
        return not any(
            other is not piece
            and abs(other.baseline - piece.baseline) < 3
            and -1 < piece.x0 - other.x1 < 1.5 * piece.size
            for other in self.pieces
        )

    def column_of(self, start: Piece, gutters: Sequence[Gutter]) -> tuple[float, float]:
        """Left and right edge of the column a piece stands in; the page's when it runs over several."""
        active = [
            g for g in gutters if g.top <= start.baseline <= g.bottom and not (start.x0 < g.x0 and start.x1 > g.x1)
        ]
        low = max((g.x0 for g in active if g.x <= start.x0), default=0.0)
        high = min((g.x1 for g in active if g.x >= start.x1), default=self.page.size[0])
        return low, high
