"""Sentence boundaries in scientific prose: abbreviations, units, decimals, labels and captions survive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.patterns import (
    ABBREVIATIONS,
    ALWAYS_LABEL_FOLLOWS,
    AMBIGUOUS_ABBREVIATIONS,
    HEAD_LABEL,
    OPENS_SENTENCE,
    SENTENCE_END,
    SENTENCE_STARTERS,
    SPLIT_DECIMAL,
    UNIT_OR_LABEL_BEFORE,
    WORD_BEFORE,
)

_WORD = re.compile(r"\w+")
LONGEST = 1600
"""Characters above which a sentence is cut at a blank: of 11,000 in real papers none is longer. What looks at all pairs
of things in a sentence then takes time in proportion to the text, whatever the text is."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a text, without the blanks between them; they hold all other characters.

    >>> text = "Kim et al. found 3.2 mS cm^-1. At 25 °C, see Fig. 2."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['Kim et al. found 3.2 mS cm^-1.', 'At 25 °C, see Fig. 2.']
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in SENTENCE_END.finditer(text):
        if match.start() < start:
            continue
        gap = match["gap"]
        following = match.end()
        if gap is not None and not _is_boundary(text, start, match.start(), following):
            continue
        end = following - len(gap) if gap is not None else len(text[:following].rstrip())
        spans.append((start, end))
        start = following
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return [piece for span in spans for piece in _cut(text, *span)]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of at most :data:`LONGEST` characters, as far as it has blanks."""
    while end - start > LONGEST and (blank := text.rfind(" ", start + 1, start + LONGEST)) > 0:
        yield start, len(text[start:blank].rstrip()) + start
        start = blank + 1
    yield start, end


def _starter_at(text: str, position: int) -> bool:
    """Whether a word that begins sentences stands at ``position``."""
    word = _WORD.match(text, position)
    return word is not None and word[0] in SENTENCE_STARTERS


def _is_boundary(text: str, start: int, stop: int, following: int) -> bool:
    """Whether the stop at ``stop`` ends the sentence begun at ``start``; ``following`` is where the text goes on."""
    if following >= len(text):
        return True
    if not OPENS_SENTENCE.match(text, following):
        return False
    if text[stop] != ".":
        return True
    if HEAD_LABEL.fullmatch(text, start, stop):
        return False
    if text[stop - 1 : stop].isdigit() and SPLIT_DECIMAL.match(text, following):
        return False
    word = WORD_BEFORE.search(text, max(start, stop - 24), stop)
    return word is None or _word_may_end(text, word.group(), stop, following)


def _word_may_end(text: str, word: str, stop: int, following: int) -> bool:
    """Whether a sentence may end with ``word`` and a full stop, given what follows."""
    plain = word.lower().rstrip(".")
    if plain in ABBREVIATIONS:
        return plain == "al" and _starter_at(text, following)
    if plain in AMBIGUOUS_ABBREVIATIONS:
        return ALWAYS_LABEL_FOLLOWS.match(text, following) is None
    if len(word) == 1 and word.isupper():
        return bool(UNIT_OR_LABEL_BEFORE.search(text, max(0, stop - 24), stop) or _starter_at(text, following))
    return True
