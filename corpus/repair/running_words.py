"""Which words of a document are several that lost the blanks between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from corpus.data import data_of

_HABIT = 3  # different glued words
_SHORTEST_WORD = 5  # letters of a word that is known from the document alone
_OFTEN = 2  # times a word stands in the document that is known from it
_SHORTEST_GLUED = 5
_LONGEST_PART = 18
_SURE = frozenset({"the", "and", "with", "which", "from", "were", "that", "this", "these", "of"})
_GLUE = ("the", "and", "of")
# No English word ends so behind six letters or more.
_NEVER_AN_ENDING = frozenset({"the", "that", "which"})
_LONG = 6


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the lists of ``running_words.toml``.

    >>> "conductivity" in words_of("field")
    True
    """
    return frozenset(data_of(__file__)[name].split())


@cache
def _grammar() -> frozenset[str]:
    return words_of("before_any") | words_of("behind_any") | words_of("before_field")


def is_known(word: str, words: Counter[str]) -> bool:
    """Whether a word in small letters is one of grammar, of the field, or one the document uses."""
    return word in _grammar() or word in words_of("field") or _is_used(word, words)


def _is_used(word: str, words: Counter[str]) -> bool:
    return len(word) >= _SHORTEST_WORD and words[word] >= _OFTEN and word.isalpha()


def glued_words(words: Counter[str]) -> dict[str, tuple[int, ...]]:
    """Glued words and where each is to be cut; empty unless several show that the document loses blanks.

    >>> found = glued_words(Counter(["exhibitedthe", "highionic", "conductivityof", "andthe", "anode"]))
    >>> found["highionic"], "anode" in found
    ((4,), False)
    """
    if sum(map(_shows_habit, words)) < _HABIT:
        return {}
    found = {}
    for word in words:
        if len(word) < _SHORTEST_GLUED or not word.isascii() or not word.isalpha() or word in words_of("exceptions"):
            continue
        if word in words_of("field") or word in _grammar():
            continue
        parts = _best_parts(word, words)
        if len(parts) > 1 and _is_sure(parts, word, words):
            found[word] = tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
    return found


def _shows_habit(word: str) -> bool:
    """Whether a word is an article, "and" or "of" glued to a word of the field: no English word is."""
    for glue in _GLUE:
        rest = word.removeprefix(glue) if word.startswith(glue) else word.removesuffix(glue)
        if rest != word and (rest in words_of("field") or (rest in _SURE and rest != glue)):
            return word not in words_of("exceptions")
    return False


def _best_parts(word: str, words: Counter[str]) -> tuple[str, ...]:
    """The fewest known words that the word is made of, the longest first; empty when there are none."""
    best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
    best[len(word)] = ()
    for start in range(len(word) - 1, -1, -1):
        for part in _beginnings(word, start, words):
            rest = best[start + len(part)]
            current = best[start]
            if rest is not None and (current is None or len(rest) + 1 <= len(current)):
                best[start] = (part, *rest)
    return best[0] or ()


def _beginnings(word: str, start: int, words: Counter[str]) -> Iterator[str]:
    for end in range(start + 1, min(start + _LONGEST_PART, len(word)) + 1):
        part = word[start:end]
        if part != word and (is_known(part, words) or (word[end:] in _NEVER_AN_ENDING and len(part) == end >= _LONG)):
            yield part


def _is_sure(parts: tuple[str, ...], word: str, words: Counter[str]) -> bool:
    if len(parts) == 2:
        return _is_sure_pair(*parts, word, words)
    return words[word] <= _OFTEN and (bool(_SURE & set(parts)) or sum(part in words_of("field") for part in parts) > 1)


def _is_sure_pair(first: str, second: str, word: str, words: Counter[str]) -> bool:
    field = words_of("field")
    if second in field and (first in field or first in words_of("before_field")):
        return first in field or _fits_article(first, second)
    if second in ("the", "a") and first in _grammar():
        return True
    if second in _NEVER_AN_ENDING and len(first) >= _LONG:
        return True
    rarer = words[word] < max(words[first], words[second])
    if first in words_of("before_any"):
        return second in field or (_is_used(second, words) and rarer)
    if second in words_of("behind_any"):
        return first in field or (_is_used(first, words) and rarer)
    return False


def _fits_article(first: str, second: str) -> bool:
    vowel = second[0] in "aeiou"
    return vowel if first == "an" else not (vowel and first == "a")
