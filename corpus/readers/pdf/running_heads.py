"""Running heads and feet, page numbers, line numbers and margin stamps, told by what recurs and where it stands."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from corpus.readers.pdf.lines import Piece, rows_of
from corpus.readers.pdf.page import Page
from corpus.readers.pdf.patterns import LINES

_ZONE = 0.13  # of the page height at top and bottom
_APART = 1.8  # of the body size: a lone head or foot stands so far from the text
_MOST_LINES = 5  # of a running head or foot
_OUTER_LINES = 2  # in which a page number may stand alone
_SAME_HEIGHT = 4.0  # points
_MOST_LOOKED_AT = 60  # pages, spread over the document, from which recurring lines are learned
_LINE_NUMBERS = 8  # as many on a page make a column of line numbers
_RECURRING_RULE = 3  # pages (and two in five) that have a rule at the same place: tables often begin there too


class RunningHeads:
    """What recurs in a document's margins; made once from its pages, then asked for each page."""

    def __init__(self, pages: Sequence[Page], body_size: float) -> None:
        self._body_size = body_size
        step = max(1, len(pages) // _MOST_LOOKED_AT)
        looked_at = [pages[i] for start in (0, 1) for i in range(start, len(pages), 2 * step)] if step > 1 else pages
        self._looked_at = len(looked_at)
        self._needed = 2 if len(looked_at) < 12 else 3
        self._heights: dict[tuple[bool, str], list[tuple[float, int]]] = defaultdict(list)
        self._rules: dict[tuple[int, int, int], int] = defaultdict(int)
        for page in looked_at:
            for piece in page.pieces:
                zone = _zone(piece, page)
                if zone is not None:
                    self._heights[zone, _key(piece)].append((_from_edge(piece, page, zone), page.number))
            for rule in {(round(r.low / 4), round(r.high / 4), round(r.at / 3)) for r in page.drawings.horizontal}:
                self._rules[rule] += 1

    def recurring_rule(self, low: float, high: float, at: float) -> bool:
        """Whether a horizontal rule stands at this place on several pages."""
        places = ((round(low / 4), round(high / 4), round(at / 3) + shift) for shift in (-1, 0, 1))
        return sum(self._rules.get(place, 0) for place in places) >= max(_RECURRING_RULE, 0.4 * self._looked_at)

    def split(self, page: Page) -> tuple[list[Piece], list[Piece]]:
        """The page's pieces: those of running text and those of running heads and feet."""
        rows = rows_of(page.pieces)
        top = self._edge(rows, page, True)
        bottom = self._edge(rows[::-1], page, False)
        taken = {id(p) for p in page.pieces if p.baseline <= top + 2 or p.baseline >= bottom - 2}
        taken |= {id(piece) for piece in _line_numbers([p for p in page.pieces if id(p) not in taken])}
        text = [piece for piece in page.pieces if id(piece) not in taken]
        return text, [piece for piece in page.pieces if id(piece) in taken]

    def _edge(self, rows: Sequence[Sequence[Piece]], page: Page, zone: bool) -> float:
        """Baseline of the innermost line of the running head or foot; beyond the page when there is none."""
        edge = self._recurring_edge(rows, page, zone)
        if edge is None:
            edge = self._lone_edge(page, zone)
        return edge if edge is not None else (-math.inf if zone else math.inf)

    def _recurring_edge(self, rows: Sequence[Sequence[Piece]], page: Page, zone: bool) -> float | None:
        """Baseline of the innermost line that recurs; ``rows`` run from the edge of the page inwards."""
        edge = None
        for number, row in enumerate(rows[:_MOST_LINES]):
            if any(_zone(piece, page) is not zone for piece in row):
                break
            again = "".join(piece.text for piece in row if self._recurs(piece, page, zone))
            telling = number < _OUTER_LINES or sum(map(str.isalpha, again)) > 3
            if telling and len(again) > 0.5 * sum(len(piece.text) for piece in row):
                edge = row[0].baseline
        return edge

    def _recurs(self, piece: Piece, page: Page, zone: bool) -> bool:
        height = _from_edge(piece, page, zone)
        heights = self._heights.get((zone, _key(piece)), ())
        others = {number for other, number in heights if abs(other - height) <= _SAME_HEIGHT}
        return len(others | {page.number}) >= self._needed and len(others) >= self._needed - 1

    def _lone_edge(self, page: Page, zone: bool) -> float | None:
        """Baseline of a head or foot that recurs on no other page: a page number or imprint set apart, or ruled off."""
        pieces = sorted(page.pieces, key=lambda piece: piece.baseline, reverse=not zone)
        if len(pieces) < 4:
            return None
        outer = [piece for piece in pieces if abs(piece.baseline - pieces[0].baseline) <= 2]
        rest = pieces[len(outer) :]
        if not rest or _zone(outer[0], page) is not zone:
            return None
        first, second = outer[0].baseline, rest[0].baseline
        if abs(second - first) <= _APART * self._body_size or any(LINES.CAPTION.match(piece.text) for piece in outer):
            return None
        telling = any(map(_is_imprint, outer)) or _is_ruled_off(page, min(first, second), max(first, second))
        return first if telling and all(piece.size <= 1.02 * self._body_size for piece in outer) else None


def _is_imprint(piece: Piece) -> bool:
    """A page number, a stamp, or a short line with a year."""
    if LINES.PAGE_NUMBER.match(piece.text) or LINES.STAMP.search(piece.text):
        return True
    return len(piece.text) < 90 and LINES.YEAR.search(piece.text) is not None


def _is_ruled_off(page: Page, top: float, bottom: float) -> bool:
    return any(top < rule.at < bottom and rule.length > 0.5 * page.size[0] for rule in page.drawings.horizontal)


def _zone(piece: Piece, page: Page) -> bool | None:
    """True in the top zone, False in the bottom zone, None between."""
    height = page.size[1]
    if piece.bottom < _ZONE * height:
        return True
    return False if piece.top > (1 - _ZONE) * height else None


def _from_edge(piece: Piece, page: Page, zone: bool) -> float:
    return piece.baseline if zone else page.size[1] - piece.baseline


def _key(piece: Piece) -> str:
    """Equal for heads that differ in their numbers only."""
    return "#" if LINES.PAGE_NUMBER.match(piece.text) else LINES.DIGITS.sub("#", piece.text)


def _line_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Numbers in the margin that count the lines."""
    numbers = [piece for piece in pieces if piece.text.isdigit() and len(piece.text) <= 4]
    text = [piece for piece in pieces if len(piece.text) > 12]
    if not numbers or not text:
        return []
    numbers.sort(key=lambda piece: piece.baseline)
    left = sorted(piece.x0 for piece in text)[len(text) // 20]
    right = sorted(piece.x1 for piece in text)[-1 - len(text) // 20]
    before, behind = [p for p in numbers if p.x1 <= left - 3], [p for p in numbers if p.x0 >= right + 3]
    return next(filter(_counts, (before, behind)), [])


def _counts(numbers: Sequence[Piece]) -> bool:
    """Whether many numbers, top to bottom, nearly all grow by the same step."""
    if len(numbers) < _LINE_NUMBERS:
        return False
    steps = Counter(int(after.text) - int(before.text) for before, after in pairwise(numbers))
    return max(steps.values()) >= 0.8 * steps.total()
