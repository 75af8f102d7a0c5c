"""Tokens that are one cell for certain: a number and its power, a unit and its exponent, a mixture and its parts.

Converters end a line before a raised or lowered character, and narrow columns break a value where they like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.tables import patterns
from corpus.tables.grid.search import is_parted_unit
from corpus.tables.grid.sorts import Sort, sort_of
from corpus.tables.grid.tokens import Gap, Token

_EXPONENT = re.compile(r"[-–]\d{1,2}(?![\d.])")
_OPEN_POWER = re.compile(rf"(?:\d\s?|^){patterns.TIMES}\s?10$")
_OPEN_UNIT = re.compile(r"(?:S ?[·.]? ?c?m|mol|Ω)$")
_MINUS_ONE = re.compile(r"[-–]1(?!\d)")
_NUMBER = re.compile(rf"(?:{patterns.SIGN}\s?)?{patterns.PLAIN_NUMBER}")
_TIMES = re.compile(rf"{patterns.TIMES}(?:\s?10)?(?!\S)")
_OPEN_PRODUCT = re.compile(rf"\d\s?{patterns.TIMES}$")
_VALUE = re.compile(rf"(?:{patterns.SIGN}\s?)?{patterns.SCIENTIFIC}")
_UNIT = re.compile(r"(?:[mµμ]?S(?:\s?[·./]?\s?c?m)?|Ω)(?![A-Za-z])")
_MEASURED = re.compile(rf"(?:{patterns.SIGN}\s?)?{patterns.NUMBER}\s?{patterns.CONDUCTIVITY_UNIT}")
_AT = re.compile(r"at(?: RT| room temperature| room)?$|\((?:RT|\d{1,3}(?: ?(?:° ?C|K))?\)?|room)(?:$|[ )])|at \d")
_OPEN_AT = re.compile(r"(?:\bat|[(]|(?:\bat |[(])(?:\d{1,3}|room))$")
_DEGREES = re.compile(r"\d{1,3}(?: ?(?:° ?C|K))?\)?(?![\d.])|RT\b|room\b|(?:° ?C|K)\)?(?:$|\s)|temperature\b")
_FIGURE = re.compile(r"\d$")
_DEGREE = re.compile(r"° ?C")
_HEATED = re.compile(r"\d ?(?:° ?C|K)[,;/](?: \d{1,3}(?:\.\d)?)?$")
_DURATION = re.compile(r"\d{1,3}(?:\.\d)?(?: ?(?:h|min|d))?|(?:h|min|d)")
_OPEN_MIXTURE = re.compile(r"\S{2,} \+(?: \d{1,2}(?:\.\d+)?(?: ?(?:wt|vol|mol)\.? ?%)?)?$")
_SHARE = re.compile(r"\d{1,2}(?:\.\d+)?(?: ?(?:wt|vol|mol)\.? ?%)?|(?:wt|vol|mol)\.? ?%")
_NAMES = frozenset({Sort.FORMULA, Sort.CODE})
_GROUP = re.compile(r"\((?:[A-Z][a-z]?[\d.]*)+$")  # of a formula, its bracket still open
_CLOSES = re.compile(r"\)[\d.]+(?:\s|$)")


def welded(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with those that belong to one cell as one."""
    found: list[Token] = []
    for token in tokens:
        glue = _glue(found[-1].text, token.text) if found and token.gap is not Gap.BLANK else None
        if glue is None:
            found.append(token)
            continue
        before = found[-1]
        found[-1] = Token((*before.words, *token.words), f"{before.text}{glue}{token.text}", before.gap, before.line)
    return found


def _glue(before: str, text: str) -> str | None:
    """What stands between two tokens that are one cell; None where they may be two."""
    if (_OPEN_POWER.search(before) and _EXPONENT.match(text)) or (_OPEN_UNIT.search(before) and _MINUS_ONE.match(text)):
        return ""
    if _is_group(before, text):
        return ""
    if _is_value(before, text) or _is_mixture(before, text):
        return " "
    return None


def _is_group(before: str, text: str) -> bool:
    """Whether a formula goes on with a group whose bracket is closed later, or with that bracket: ``(PO4``, ``)3``."""
    if _GROUP.fullmatch(text):
        return sort_of(before) is Sort.FORMULA
    return _GROUP.search(before) is not None and _CLOSES.match(text) is not None


def _is_value(before: str, text: str) -> bool:
    """Whether a number goes on with its power of ten, a value with its unit, that or a time with its temperature."""
    if _HEATED.search(before):
        return _DURATION.fullmatch(text) is not None
    if _DEGREE.match(text):
        return _FIGURE.search(before) is not None
    if _NUMBER.fullmatch(before):
        return _TIMES.match(text) is not None
    if _OPEN_PRODUCT.search(before):
        return text.startswith("10")
    if is_parted_unit(before, text):
        return True
    if _VALUE.fullmatch(before):
        return _UNIT.match(text) is not None
    measured = _MEASURED.match(before)
    if measured is None:
        return False
    if measured.end() == len(before):
        return _AT.match(text) is not None
    return _OPEN_AT.search(before, measured.end()) is not None and _DEGREES.match(text) is not None


def _is_mixture(before: str, text: str) -> bool:
    """Whether a mixture goes on: ``PEO/LiTFSI`` and ``+``, ``10``, ``wt%``, ``LLZTO``."""
    if text == "+" or text.startswith("+ "):
        return sort_of(before) in _NAMES
    if not _OPEN_MIXTURE.search(before):
        return False
    return _SHARE.match(text) is not None or sort_of(text) in _NAMES
