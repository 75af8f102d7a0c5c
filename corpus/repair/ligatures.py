"""Ligatures, glyph names and look-alike signs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from corpus.mapped_text import Edit, MappedText
from corpus.repair.patterns import LIGATURES, LOOKALIKES, SHORT_WORDS
from corpus.repair.profile import Profile

ENDING = re.compile(r"(?:ing|ed|e?s|e|ly)$")


@cache
def words_with_ligatures() -> frozenset[str]:
    """Words of this field that hold a ligature."""
    lines = (files("corpus.repair") / "lost_ligatures.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def stems_with_ligatures() -> frozenset[str]:
    """What their words have in common with other forms of theirs."""
    return frozenset(ENDING.sub("", word) for word in words_with_ligatures())


def is_form_of_known(word: str) -> bool:
    """Whether a word, in small letters, is one of them or another form of one.

    >>> is_form_of_known("modifies"), is_form_of_known("moditied")
    (True, False)
    """
    return word in words_with_ligatures() or ENDING.sub("", word) in stems_with_ligatures()


# Letters and digits of mathematical alphabets: bold, italic ...
_MATHEMATICAL = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x1D400, 0x1D800)}
_SIGNS = {**LIGATURES, **LOOKALIKES, **_MATHEMATICAL}
_SIGN = re.compile("[" + "".join(map(re.escape, {**LIGATURES, **LOOKALIKES})) + "\U0001d400-\U0001d7ff]")
_SPACED_GLYPH_NAME = re.compile(r"([A-Za-z]*)( ?)/uni(FB0[0-4])( ?)([A-Za-z]*)")
_WORD_BEGINNINGS = frozenset({"fi", "fl"})  # no English word begins with "ff"
_ENDING_WORDS = frozenset({"cutoff", "wyckoff", "stiff", "off", "tradeoff", "kirchhoff", "takeoff", "falloff"})
_GLYPH_NAME = re.compile(r"/uni([0-9A-F]{4})")
# "fi nding", "refl ux": no English word ends in "fi" or "fl".
_LIGATURE_APART = re.compile(r"(?<![A-Za-z])([A-Za-z]*f[il])[ ]+([a-z]{1,12})(?![A-Za-z])")
_WORD = re.compile(r"[A-Za-z]+")


def spell_out(text: MappedText, profile: Profile) -> MappedText:
    """Ligatures become letters, look-alike signs the usual one.

    >>> spell_out(MappedText.from_raw("\\ue103lm at 25 ℃"), Profile()).text
    'film at 25 °C'
    """
    return text.substitute(_SIGN, lambda match: _SIGNS[match.group()])


def read_glyph_names(text: MappedText, profile: Profile) -> MappedText:
    """Names of glyphs that a PDF writer left in the text.

    A ligature's name often stands between blanks: those inside the word go, those between words stay.

    >>> read_glyph_names(MappedText.from_raw("the /uniFB01 rst sul /uniFB01 de"), Profile()).text
    'the first sulfide'
    """
    if "/uni" in text.text:
        text = text.substitute(_SPACED_GLYPH_NAME, lambda match: _ligature_between(match, profile))
        text = text.substitute(_GLYPH_NAME, lambda match: chr(int(match[1], 16)))
    return text


def close_up_ligatures(text: MappedText, profile: Profile) -> MappedText:
    """Words that a blank behind a ligature has cut in two become one.

    >>> close_up_ligatures(MappedText.from_raw("a fi nding con fi rms"), Profile()).text
    'a finding con firms'
    """
    if "fi " not in text.text and "fl " not in text.text:
        return text
    matches = (match for match in _LIGATURE_APART.finditer(text.text) if match.group(2) not in SHORT_WORDS)
    return text.edit([Edit(match.end(1), match.start(2), "") for match in matches])


def _ligature_between(match: re.Match[str], profile: Profile) -> str:
    left, blank, name, after, right = match.groups()
    ligature = LIGATURES[chr(int(name, 16))]
    own_word = left.lower() in SHORT_WORDS or (
        bool(left) and profile.words[left.lower()] > profile.glyph_broken[left.lower()] and ligature in _WORD_BEGINNINGS
    )
    own_word = own_word or (bool(left) and (ligature + right).lower() in words_with_ligatures())
    if is_form_of_known((left + ligature + right).lower()) or ligature not in _WORD_BEGINNINGS:
        own_word = False
    ends = (left + ligature).lower() in _ENDING_WORDS and right.lower() not in ("s", "ed", "ing", "ness", "er")
    return left + (blank if own_word or not left else "") + ligature + (after if ends or not right else "") + right


@cache
def _without_ligatures() -> dict[str, str]:
    """Words as they look when their ligature was dropped, and what they were."""
    words: dict[str, str] = {}
    for word in words_with_ligatures():
        ligature = next((ligature for ligature in ("ffi", "ffl", "ff", "fi", "fl") if ligature in word), None)
        if ligature is not None and word.replace(ligature, "", 1) not in SHORT_WORDS:
            words[word.replace(ligature, "", 1)] = word
    return words


def restore_lost_ligatures(text: MappedText, profile: Profile) -> MappedText:
    """Words whose ligature was dropped get it back, where the document shows that it drops them.

    >>> restore_lost_ligatures(MappedText.from_raw("signicant"), Profile(lost_ligatures=True)).text
    'significant'
    """
    if not profile.lost_ligatures:
        return text
    words = _without_ligatures()

    def whole(match: re.Match[str]) -> str:
        found = words.get(match.group().lower(), match.group())
        return found.capitalize() if match.group()[0].isupper() and found != match.group() else found

    return text.substitute(_WORD, whole)
