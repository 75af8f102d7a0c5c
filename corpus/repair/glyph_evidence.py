"""Which sign a glyph without a character stands for, inferred from the document itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from corpus.repair.glyph_contexts import CODE, CONTEXTS, LIGATURES, NUMBERINGS, UNREAD, WINDOW, Context
from corpus.repair.ligature_words import is_form_of_known

_MAJORITY = 0.75  # of what speaks for any reading of a code
_ENOUGH = 2  # weight below which a reading is chance
_AGREEING = 2  # signs by which a font's numbering is known
_SAME_MEANING = {"·": "×", "≈": "~", "µ": "μ"}
_LETTERS_BEFORE = re.compile(r"[A-Za-z]*\Z")
_LETTERS_BEHIND = re.compile(r"[A-Za-z]*")
_IN_A_WORD = 2  # small letters to both sides


def signs_of(raw: str) -> dict[int, str]:
    """The sign of every code that the document shows to stand for one; empty for a text without codes.

    >>> signs_of("a value of 3.2 (cid:3) 10(cid:2)3 S cm(cid:2)1")
    {3: '×', 2: '−'}
    """
    if "(cid:" not in raw:
        return {}
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    codes = set()
    for match in CODE.finditer(raw):
        code = int(match.group(1))
        codes.add(code)
        ligature = _ligature_at(match)
        if ligature:
            found[code][ligature] += _ENOUGH
            continue
        context = next(_contexts_of(match), None)
        if context is not None and context.weight:
            found[code][context.sign] += context.weight
    signs = {}
    for code, readings in found.items():
        sign, weight = readings.most_common(1)[0]
        if weight >= _ENOUGH and weight >= _MAJORITY * readings.total():
            signs[code] = sign
    return _with_numbering(signs, codes)


def sign_at(match: re.Match[str], signs: Mapping[int, str]) -> str:
    """The sign for one occurrence of a code; U+FFFD, which belongs to no number and no citation, when none is sure."""
    ligature = _ligature_at(match)
    if ligature:
        return ligature
    context = next(_contexts_of(match), None)
    if context is not None and context.decides:
        return context.sign
    sign = signs.get(int(match.group(1)), UNREAD)
    before, behind = _letters_around(match)
    if sign in LIGATURES:
        return sign if before or behind else UNREAD
    inside = before[-_IN_A_WORD:].islower() and behind[:_IN_A_WORD].islower()
    return UNREAD if inside and min(len(before), len(behind)) >= _IN_A_WORD else sign


def read_codes(raw: str, signs: Mapping[int, str]) -> str:
    """The text with every code read, for counting words in it."""
    return CODE.sub(lambda match: sign_at(match, signs), raw)


def _contexts_of(match: re.Match[str]) -> Iterator[Context]:
    text, code = match.string, match.group(1)
    before = text[max(0, match.start() - WINDOW) : match.start()]
    behind = text[match.end() : match.end() + WINDOW]
    for context in CONTEXTS:
        first = context.behind.match(behind)
        last = context.before.search(before) if first else None
        if first is None or last is None:
            continue
        groups = {**last.groupdict(), **first.groupdict()}
        if groups.get("other") != code and groups.get("same", code) == code:
            yield context


def _letters_around(match: re.Match[str]) -> tuple[str, str]:
    text = match.string
    before = _LETTERS_BEFORE.search(text[max(0, match.start() - WINDOW) : match.start()])
    behind = _LETTERS_BEHIND.match(text, match.end())
    assert before is not None
    assert behind is not None
    return before.group(), behind.group()


def _ligature_at(match: re.Match[str]) -> str:
    """The one ligature with which the letters around a code are a word of this field, if there is one."""
    before, behind = _letters_around(match)
    if len(before) + len(behind) < _IN_A_WORD:
        return ""
    fitting = [ligature for ligature in LIGATURES if is_form_of_known(f"{before}{ligature}{behind}".lower())]
    return fitting[0] if len(fitting) == 1 else ""


def _with_numbering(signs: dict[int, str], codes: set[int]) -> dict[int, str]:
    """Signs with those of the numbering that the document's font is seen to follow."""
    for numbering in NUMBERINGS:
        agreeing = [
            _SAME_MEANING.get(numbering[code], numbering[code]) == _SAME_MEANING.get(sign, sign)
            for code, sign in signs.items()
            if sign not in LIGATURES and code in numbering
        ]
        if len(agreeing) >= _AGREEING and all(agreeing):
            return {**{code: numbering[code] for code in codes if code in numbering}, **signs}
    return signs
