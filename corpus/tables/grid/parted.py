"""Lines that hold more than one cell for certain, cut: a year before a name, heads printed on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from corpus.tables import patterns
from corpus.tables.found import Line
from corpus.tables.grid.head_words import Below, below
from corpus.tables.grid.heads import cut_line
from corpus.tables.grid.sorts import DATA, printed, sort_of
from corpus.tables.grid.tokens import Gap, Token, word_tokens

_FEWEST_YEARS = 3
_ENDS_HEAD = re.compile(r"[a-z)]$")


def parted(lines: Sequence[Line], tokens: Sequence[Token]) -> list[Token]:
    """Lines as tokens, cut where they hold several cells for certain; ``lines`` are those of the text."""
    years = sum(patterns.YEAR_AND_NAME.match(token.text) is not None for token in tokens) >= _FEWEST_YEARS
    found: list[Token] = []
    heads: dict[str, list[int]] = {}  # printed again at the top of the next page
    in_heads = True
    for token in tokens:
        in_heads = in_heads and sort_of(token.text) not in DATA
        if years and patterns.YEAR_AND_NAME.match(token.text):
            found += _cut(token, [1])
            continue
        if in_heads:
            heads[token.text] = _heads_of(lines, token)
        found += _cut(token, heads.get(token.text, []))
    return found


def _heads_of(lines: Sequence[Line], token: Token) -> list[int]:
    """How many words each head of a line has but the last."""
    if not token.words or token.words[-1].line != token.line:
        return []
    atoms = word_tokens(lines, token.line, token.line + 1)
    heads = [atoms for atoms, _ in cut_line(atoms)]
    if (
        not heads
        and below(atoms[-1].text) is Below.REFERENCE
        and _ENDS_HEAD.search(" ".join(a.text for a in atoms[:-1]))
    ):
        heads = [atoms[:-1], atoms[-1:]]
    return [sum(len(atom.words) for atom in head) for head in heads[:-1]]


def _cut(token: Token, widths: Sequence[int]) -> Iterator[Token]:
    """A token in parts of so many words, and the rest."""
    begin, gap = 0, token.gap
    for end in (*accumulate(widths), len(token.words)):
        words = token.words[begin:end]
        yield Token(words, printed(" ".join(word.text for word in words)) if widths else token.text, gap, token.line)
        begin, gap = end, Gap.SPACE
