"""Lines that hold more than one cell for certain, cut: a year before a name, heads printed on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from corpus.tables import patterns
from corpus.tables.grid.sorts import DATA, printed, sort_of
from corpus.tables.grid.tokens import Gap, Token

_FEWEST_YEARS = 3


def parted(tokens: Sequence[Token]) -> list[Token]:
    """Lines as tokens, cut where they hold several cells for certain."""
    years = sum(patterns.YEAR_AND_NAME.match(token.text) is not None for token in tokens) >= _FEWEST_YEARS
    found: list[Token] = []
    in_heads = True
    for token in tokens:
        in_heads = in_heads and sort_of(token.text) not in DATA
        if years and patterns.YEAR_AND_NAME.match(token.text):
            found += _cut(token, [1])
        else:
            found += _cut(token, _heads_of(token) if in_heads else [])
    return found


def _heads_of(token: Token) -> list[int]:
    """How many words each head of a line has but the last: the year stands before the others, the source behind."""
    widths = [1] if patterns.FIRST_HEAD.match(token.text) else []
    return [*widths, len(token.words) - 1 - sum(widths)] if patterns.LAST_HEAD.search(token.text) else widths


def _cut(token: Token, widths: Sequence[int]) -> Iterator[Token]:
    """A token in parts of so many words, and the rest."""
    begin, gap = 0, token.gap
    for end in (*accumulate(widths), len(token.words)):
        words = token.words[begin:end]
        yield Token(words, printed(" ".join(word.text for word in words)) if widths else token.text, gap, token.line)
        begin, gap = end, Gap.SPACE
