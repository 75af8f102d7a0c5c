"""Formulas printed with blanks around their amounts: "Li 6 PS 5 I", "Na 0.7 Ti 0.3 Ga 4.7 O 8"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.elements import ELEMENTS

_ELEMENTS = r"[(\[]?(?:[A-Z][a-z]?(?:\d[\d.]*)?){1,4}[)\]]?"
_PART = re.compile(_ELEMENTS)
_SYMBOL = re.compile(r"[A-Z][a-z]?")
_NUMBER = r"\d{1,2}(?:\.\d{0,3})?[)\]]?"
_AMOUNT = re.compile(_NUMBER)
_CHARGE = re.compile(r"\d?[+−–-]")  # "Ti 4+", "F -": an ion, not a part of a compound
_SPACED = re.compile(rf"(?<!\S){_ELEMENTS} {_NUMBER}(?!\S)")  # before it is worth while to look word by word
_MOBILE = ("Li", "Na")  # a formula of the field begins with it and none goes on with it


@lru_cache(maxsize=4096)
def _is_elements(word: str) -> bool:
    return _PART.fullmatch(word) is not None and ELEMENTS.keys() >= set(_SYMBOL.findall(word))


def _is_part(words: Sequence[str], at: int) -> bool:
    """Whether a word is one or a few elements of a formula, and no ion."""
    if at >= len(words) or not _is_elements(words[at]):
        return False
    return at + 1 >= len(words) or not _CHARGE.match(words[at + 1])


def spaced_end(words: Sequence[str], at: int) -> int:
    """Behind the last element of the formula with blanks that begins at a word; ``at`` itself when none does.

    The amount of its last element is not taken: only the table tells whether the number is that or the next cell.
    """
    if not _is_part(words, at) or at + 1 >= len(words) or not _AMOUNT.fullmatch(words[at + 1]):
        return at
    end, place = at + 1, at + 1
    while place < len(words):
        if _AMOUNT.fullmatch(words[place]):
            place += 1
        elif _is_part(words, place) and not words[place].startswith(_MOBILE):
            place += 1
            end = place
        else:
            break
    return end if end > at + 1 else at


def expects_amount(text: str) -> bool:
    """Whether a text ends with an element of a formula whose amounts stand apart."""
    if not _is_elements(text.rpartition(" ")[2]) or _SPACED.search(text) is None:
        return False
    words = text.split()
    return any(spaced_end(words, at) == len(words) for at in range(len(words) - 2))


def is_amount(text: str) -> bool:
    """Whether a text may be the amount of an element."""
    return _AMOUNT.fullmatch(text) is not None


def goes_on(before: str, text: str) -> bool:
    """Whether a text is the rest of the formula with blanks that another ends with: "Na 6.5 Y 2 Mo", "0.5 P 6 O 24"."""
    rest = text.split()
    amount = rest and is_amount(rest[0])
    if amount:
        rest = rest[1:]
    if not rest or rest[0].startswith(_MOBILE) or not _is_part(rest, 0) or not (len(rest) == 1 or is_amount(rest[1])):
        return False
    if _SPACED.search(before) is None:
        return False
    words = before.split()
    end = next((end for at in reversed(range(len(words))) if (end := spaced_end(words, at)) > at), 0)
    return end > 0 and (end == len(words) or (not amount and all(map(is_amount, words[end:]))))


def closed(text: str) -> str:
    """A text with the blanks inside its formulas taken out."""
    if _SPACED.search(text) is None:
        return text
    words = text.split(" ")
    parts: list[str] = []
    at = 0
    while at < len(words):
        end = spaced_end(words, at)
        if end > at:
            while end < len(words) and _AMOUNT.fullmatch(words[end]) and words[end - 1][-1:] not in "0123456789":
                end += 1
        parts.append("".join(words[at : max(end, at + 1)]))
        at = max(end, at + 1)
    return " ".join(parts)
