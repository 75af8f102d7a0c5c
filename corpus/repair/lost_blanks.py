"""Blanks that were lost between words, and between a word and the quantity behind it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.profile import Profile
from corpus.repair.running_words import is_known, words_of

_P = read_patterns(__file__)

_LONGEST = 16  # letters of a word before a quantity


def set_blanks(text: MappedText, profile: Profile) -> MappedText:
    """A blank behind a full stop and between a short word and the quantity glued to it.

    Between words only where the document loses blanks.

    >>> set_blanks(MappedText.from_raw("it was of1.7 × 10-3 S cm-1"), Profile()).text
    'it was of 1.7 × 10-3 S cm-1'
    >>> set_blanks(MappedText.from_raw("exhibitedthe highest"), Profile(glued_words={"exhibitedthe": (9,)})).text
    'exhibited the highest'
    """
    places = {*_before_quantities(text.text)}
    places.update(match.start() for match in _P.BEHIND_UNIT.finditer(text.text))
    places.update(match.start() for match in _P.BEHIND_STOP.finditer(text.text))
    if profile.glued_words:
        places.update(_between_words(text.text, profile))
    return text.edit([Edit(place, place, " ") for place in sorted(places)])


def _before_quantities(text: str) -> Iterator[int]:
    for match in _P.BEFORE_QUANTITY.finditer(text):
        word = _P.LAST_WORD.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if word is not None and word.group().lower() in words_of("before_quantity"):
            yield match.start()


def _between_words(text: str, profile: Profile) -> Iterator[int]:
    for match in _P.WORD.finditer(text):
        for length in profile.glued_words.get(match.group().lower(), ()):
            yield match.start() + length
    for match in _P.BEFORE_FORMULA.finditer(text):
        yield match.end()
    for match in _P.BEHIND_FORMULA.finditer(text):
        if is_known(match.group(match.lastindex or 1), profile.words):
            yield match.start()
    for match in _P.BEFORE_BRACKET.finditer(text):
        yield match.start()


_RULES = (
    (_P.AROUND_POINT, "."), (_P.INSIDE_LATIN, r"\1.\2."), (_P.BEHIND_AL, "."), (_P.BLANK_INSIDE, ""),
    (_P.BEFORE_SIGN, ""), (_P.BEHIND_SLASH, "/"),
)  # fmt: skip


def close_up_punctuation(text: MappedText, profile: Profile) -> MappedText:
    """Blanks before commas and stops, inside brackets and around decimal points go.

    >>> spaced = "0 . 53 eV ( 36 ) , e . g . Na 4 ( B10 H 10 ) ."
    >>> close_up_punctuation(MappedText.from_raw(spaced), Profile(spaced_punctuation=True)).text
    '0.53 eV (36), e.g. Na 4 (B10 H 10).'
    """
    if not profile.spaced_punctuation:
        return text
    for pattern, replacement in _RULES:
        text = text.substitute(pattern, replacement)
    return text
