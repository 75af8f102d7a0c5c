"""Clean text of a document back into the markup of a typesetter: indices, exponents, citations, ligatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from corpus.document import Citation
from corpus.elements import SYMBOL

_AMOUNT = r"(?:\d+(?:\.\d+)?|[xyzδ])(?:[+−-]\d*\.?\d*[xyzδ])*"
_FORMULA = re.compile(
    rf"(?:(?<![A-Za-z\d^/.])|(?<=\d)(?=[A-Z]))(?:{SYMBOL}|[()\[\]]|(?<=[A-Za-z)\]]){_AMOUNT}){{2,}}(?![a-z])"
)
_INDEX = re.compile(rf"(?<=[A-Za-z)\]]){_AMOUNT}")
_EXPONENT = re.compile(r"\^((?:[-−+]?\d+(?:[.,]\d+)?[-−+]?|[-−+]|[a-z])(?:/\d+)?)")
_SUB = '<sub rise="17%" size="70%">'
_SUPER = '<super rise="34%" size="70%">'
_VOWELS = frozenset("aeiouy")
_LIGATURES = (("fi", "\ufb01"), ("fl", "\ufb02"))


def _index_formula(match: re.Match[str]) -> str:
    formula = match.group()
    if not re.search(r"[A-Z]", formula) or not re.search(r"\d|[xyzδ]", formula):
        return formula
    return _INDEX.sub(lambda index: f"\x02{index.group().replace('-', '−')}\x03", formula)


def mark_up(text: str, citations: Sequence[Citation] = (), *, ligatures: bool = True) -> str:
    """Markup of a clean text: ``Li7La3Zr2O12`` with indices, ``10^-4`` with an exponent, citations where they stood.

    >>> mark_up("10^-4")
    '10<super rise="34%" size="70%">−4</super>'
    """
    parts: list[str] = []
    position = 0
    for citation in sorted(citations, key=lambda citation: citation.position):
        place = citation.position - (text[citation.position - 1 : citation.position] == " ")
        if place < position:
            continue
        parts.append(_plain(text[position:place], ligatures))
        parts.append(_cite(citation, text[:place], text[place:]))
        position = place
    parts.append(_plain(text[position:], ligatures))
    return "".join(parts)


def _plain(text: str, ligatures: bool) -> str:
    text = _FORMULA.sub(_index_formula, text)
    text = _EXPONENT.sub(lambda match: f"\x04{match.group(1).replace('-', '−')}\x05", text)
    if ligatures:
        for letters, ligature in _LIGATURES:
            text = text.replace(letters, ligature)
    text = escape(text)
    for mark, tag in (("\x02", _SUB), ("\x03", "</sub>"), ("\x04", _SUPER), ("\x05", "</super>")):
        text = text.replace(mark, tag)
    return text


def _cite(citation: Citation, before: str, after: str) -> str:
    """Bracketed citations stay in the line, bare numbers stand raised."""
    numbers = _ranges(citation.numbers)
    if "[" in citation.surface or "(" in citation.surface or citation.narrative:
        blank = "" if not before or before[-1] in " (" else " "
        return f"{blank}[{numbers}]{' ' if after[:1].isalnum() else ''}"
    return f"{_SUPER}{numbers}</super>"


def _ranges(numbers: Sequence[int]) -> str:
    """``1,3–5``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}{'–' if len(run) > 2 else ','}{run[-1]}" for run in runs
    )


def hyphenate(word: str) -> list[tuple[str, str]]:
    """Places where a word may be broken, last first: before a consonant that follows a vowel and leads a syllable.

    >>> hyphenate("conductivity")[0]
    ('conducti', 'vity')
    """
    bare = word.strip("()[].,;:")
    if len(bare) < 7 or not bare.isalpha() or not bare[1:].islower():
        return []
    places = [
        index for index in range(3, len(word) - 2)
        if word[index - 1] in _VOWELS and word[index] not in _VOWELS and word[index + 1] in _VOWELS
    ]  # fmt: skip
    return [(word[:index], word[index:]) for index in reversed(places)]
