"""Finds what a record's raw surfaces became in its evidence sentence, so that the report can mark it.

Surfaces are raw characters (LaTeX, Unicode scripts, broken lines), the sentence is clean text: both are compared as
bare characters, without marks and spaces.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

SURFACES = (
    "sentence", "value_surface", "method_surface", "material_surface", "material", "formula", "temperature_surface",
)  # fmt: skip
"""The columns that :func:`marks` looks at, those of them that a table has."""

Mark = tuple[int, int, str]  # start and end in the sentence, and what it is
_COMMANDS = re.compile(r"\\(?:text|mathrm|rm|bf|mathbf|it|left|right|,|;|!)")
_NAMED = {"\\times": "x", "\\cdot": "", "\\sim": "~", "\\approx": "~", "\\circ": "°", "\\pm": "±", "\t": "x"}
_DROPPED = frozenset("${}_^\\·⋅•∙ \n\r-‐‑−–—")
_SAME = {"×": "x", "∼": "~", "≈": "~", "º": "°", "∘": "°", "˚": "°", "Ω": "Ω"}


class _Bare(dict[int, str]):
    """What each character is compared as, by its number; empty when it is not."""

    def __missing__(self, code: int) -> str:
        found = "" if chr(code) in _DROPPED else _folded(chr(code))
        self[code] = found
        return found


def _folded(character: str) -> str:
    parts = unicodedata.normalize("NFKC", _SAME.get(character, character))
    return "".join(_SAME.get(part, part).casefold() for part in parts if part not in _DROPPED)


_BARE = _Bare()


@lru_cache(maxsize=4096)
def _wanted(surface: str) -> str:
    """A surface as bare characters."""
    text = _COMMANDS.sub("", surface)
    for command, sign in _NAMED.items():
        text = text.replace(command, sign)
    return text.translate(_BARE)


@lru_cache(maxsize=4096)
def _indexed(sentence: str) -> tuple[str, Sequence[int]]:
    """A sentence as bare characters, and how many of them there are up to and with each of its own."""
    sizes = map(len, map(_BARE.__getitem__, map(ord, sentence)))
    return sentence.translate(_BARE), array("I", accumulate(sizes))


def find(sentence: str, surface: str, near: int | None = None) -> tuple[int, int] | None:
    """The span of a surface in a sentence; of several the one nearest to ``near``; None when it is not there."""
    wanted = _wanted(surface)
    bare, until = _indexed(sentence)
    if not wanted or wanted not in bare:
        return None
    spans, begin = [], bare.find(wanted)
    while begin >= 0:
        end = begin + len(wanted)
        spans.append((bisect_right(until, begin), bisect_right(until, end - 1) + 1))
        begin = bare.find(wanted, end)
    whole = [span for span in spans if _stands_alone(sentence, *span)] or spans
    return min(whole, key=lambda span: abs(span[0] - near)) if near is not None else whole[0]


def _stands_alone(sentence: str, start: int, end: int) -> bool:
    """Whether the span is no part of a longer word or number."""
    before, after = sentence[start - 1 : start], sentence[end : end + 1]
    return not ((before.isalnum() and sentence[start].isalnum()) or (after.isalnum() and sentence[end - 1].isalnum()))


def marks(record: Mapping[str, Any]) -> list[Mark]:
    """Where material, value (or method) and temperature stand in the record's sentence; never overlapping."""
    sentence = record["sentence"] or ""
    found: list[Mark] = []

    def put(kind: str, surfaces: tuple[str | None, ...], near: int | None = None) -> int | None:
        for surface in filter(None, surfaces):
            span = find(sentence, surface, near)
            if span and not any(span[0] < end and start < span[1] for start, end, _ in found):
                found.append((*span, kind))
                return span[0]
        return None

    at = put("value", (record.get("value_surface"), record.get("method_surface")))
    put("material", (record.get("material_surface"), record.get("material"), record.get("formula")), at)
    put("temperature", (record.get("temperature_surface"),), at)
    return sorted(found)
