"""Powers of ten and of units: one way of writing for all."""

from __future__ import annotations

import re

from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.patterns import UNITS_WITH_POWER
from corpus.repair.profile import Profile

_BARE_POWER_OF_TEN = re.compile(r"(?<![\w.\[,])10[ ]?([−–-][ ]?\d{1,2})(?![\d.\]]|[−–-])")
_BARE_UNIT_POWER = re.compile(rf"(?<![A-Za-z])(?:{UNITS_WITH_POWER})[ ]?([−–-][1-4])(?![\d.]\d|[A-Za-z(])")
_JOINED_UNIT_POWER = re.compile(r"(?<![A-Za-z])(?:m|μ|n)?S[ ]?cm[ ]?([−–-]1)(?![A-Za-z])")
_SPACED_SUPERSCRIPT = re.compile(rf"(?<=[A-Za-zΩÅ0-9])[ ](?={START}[−–-]\d)")
_UNIT_DOT = re.compile(rf"(?<=[A-Za-zΩ%{END}])[ ]?·[ ]?(?=(?:{UNITS_WITH_POWER})(?:{START}|[ ·/,.;)]|$))")
_MINUS_IN_SUPERSCRIPT = re.compile(rf"(?<={START})[−–](?=\d)|(?<=[\d{START}])[−–](?={END})")
_TIMES = re.compile(r"(?<=[\d)])[ ]?×[ ]?(?=\d)")
_DEGREE = re.compile(r"°[ ]C\b")


def mark_bare_powers(text: MappedText, profile: Profile) -> MappedText:
    """Exponents that lost their superscript are marked again.

    >>> mark_bare_powers(MappedText.from_raw("3 × 10−6 S cm−1"), Profile()).text
    '3 × 10\\x02−6\\x03 S cm\\x02−1\\x03'
    """
    groups = set()
    for pattern in (_BARE_POWER_OF_TEN, _BARE_UNIT_POWER, _JOINED_UNIT_POWER):
        groups.update(match.span(1) for match in pattern.finditer(text.text))
    edits = []
    for start, end in sorted(groups):
        edits += [Edit(start, start, START), Edit(end, end, END)]
    return text.edit(edits)


def close_up_powers(text: MappedText, profile: Profile) -> MappedText:
    """``10 ⁻⁴`` loses its blank, a superscript's minus becomes ASCII, a dot between units a blank."""
    text = text.substitute(_SPACED_SUPERSCRIPT, "").substitute(_MINUS_IN_SUPERSCRIPT, "-")
    if "·" in text.text:
        text = text.substitute(_UNIT_DOT, " ")
    return text.substitute(_DEGREE, "°C").substitute(_TIMES, " × ")


_UNMARK = re.compile(rf"{START}|{END}(?=\d)|{END}")


def write_carets(text: MappedText, profile: Profile) -> MappedText:
    """Marked superscripts become carets; a digit that follows is kept apart by a blank."""

    def sign(match: re.Match[str]) -> str:
        if match.group() == START:
            return "^"
        return " " if match.string[match.end() : match.end() + 1].isdigit() else ""

    return text.substitute(_UNMARK, sign)
