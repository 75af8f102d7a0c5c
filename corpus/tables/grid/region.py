"""Which lines below a caption may belong to its table, and which tokens of them belong to no cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tables import patterns
from corpus.tables.captions import CaptionLine, caption_in
from corpus.tables.cell_types import is_prose
from corpus.tables.found import Line
from corpus.tables.grid.head_words import is_known
from corpus.tables.grid.sorts import DATA, printed, sort_of
from corpus.tables.grid.tokens import Token

MOST_LINES = 1500
MOST_ABOVE = 32  # lines above the first row that may hold heads
_PROSE_FROM = 8  # lines below a caption that may still belong to it
_LONG = 70  # characters: a line of running text
_NARROW = 40  # characters: one of a narrow column, of which two must follow each other
_BEHIND, _FEWEST_BEHIND = 8, 2  # lines behind a long cell, and those of data among them
_FEWEST_REPEATED = 3  # tokens of heads in a row that are printed again, some of them known heads; of known ones two
_RUNNING_HEAD = re.compile(r"[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,4} (?:19|20)\d\d, \d+")
_WIDE_GAP = re.compile(r"\s{3,}")  # between the cells of a row, or two columns of text
_PAGE = re.compile(r"\d{1,4} of \d{1,4}|\d{2,4}")


def region_end(lines: Sequence[Line], caption: CaptionLine, stop: int) -> int:
    """Behind the last line that may belong to a table: before the next caption and before running text."""
    last = caption.line + 1
    proses = 0
    for index in range(last, min(last + MOST_LINES, stop, len(lines))):
        text = lines[index].text.replace("\xa0", " ")
        if caption_in(lines[index].text, index) is not None:
            break
        pieces = _WIDE_GAP.split(text.strip())
        prose = index - caption.line > _PROSE_FROM and any(len(p) > _NARROW and is_prose(p) for p in pieces)
        if prose and (len(pieces[0]) > _LONG or proses) and not _cells_follow(lines, index + 1, stop):
            return index - proses
        proses = proses + 1 if prose else 0
        last = index + 1
    return last


def _cells_follow(lines: Sequence[Line], first: int, stop: int) -> bool:
    """Whether lines of nothing but data stand right behind, so that what looks like running text is a long cell."""
    following = [line.text for line in lines[first : min(first + _BEHIND, stop)] if not line.blank]
    return sum(sort_of(printed(text)) in DATA for text in following) >= _FEWEST_BEHIND


def furniture_of(tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens that are running heads with the page numbers and empty lines around them."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if not (_RUNNING_HEAD.match(token.text) or patterns.PAGE_FURNITURE.search(token.text)):
            continue
        found.add(at)
        for behind in range(at + 1, min(at + 3, len(tokens))):
            if tokens[behind].text and not _PAGE.fullmatch(tokens[behind].text):
                break
            found.add(behind)
    return frozenset(found | _repeated_heads(tokens))


def _repeated_heads(tokens: Sequence[Token]) -> set[int]:
    """Tokens of heads that are printed again among the rows, as at the top of the next page."""
    texts = [token.text for token in tokens]
    first = next((at for at, text in enumerate(texts) if sort_of(text) in DATA), len(texts))
    heads: dict[str, list[int]] = {}
    for place, text in enumerate(texts[: min(first, MOST_ABOVE)]):
        heads.setdefault(text, []).append(place)
    found: set[int] = set()
    for at in range(first + 1, len(texts)):
        if not texts[at] or at in found or tokens[at].line == tokens[first].line:
            continue
        for head in heads.get(texts[at], ()):
            width = _alike(texts, head, at, first)
            if _are_heads(texts[at : at + width]):
                found.update(range(at, at + width))
    return found


def _alike(texts: Sequence[str], head: int, at: int, first: int) -> int:
    """How many tokens from one of the heads on, before the first of data, are printed again from a later one on."""
    width = 0
    while head + width < first and texts[head + width : head + width + 1] == texts[at + width : at + width + 1]:
        width += 1
    return width


def _are_heads(repeated: Sequence[str]) -> bool:
    """Whether tokens printed again are enough, and enough of them known, to be heads and no words of cells."""
    known = sum(is_known(text) for text in repeated)
    return known > 0 and (len(repeated) >= _FEWEST_REPEATED or known == len(repeated) > 1)
