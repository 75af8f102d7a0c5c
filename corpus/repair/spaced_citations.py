"""Superscript citations that a converter set apart by blanks: ``cells. 12,13 We``, ``batteries 1-4 .``"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.repair.found_citations import WINDOW, Found, is_narrative, numbers_of, plausible
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.profile import Profile

_LIST = r"\d{1,3}(?:[ ]?[,–−-][ ]?\d{1,3})*"
_BEHIND_FULL_STOP = re.compile(rf"(?<=[A-Za-z0-9)\]%{END}][.;:])[ ]({_LIST})(?=[ ][A-Z(“]|$)")
_BEHIND_COMMA = re.compile(
    rf"(?:(?<=[A-Za-z0-9)\]%{END}],)|(?<=[A-Za-z0-9)\]] ,))[ ]({_LIST})(?=[ ]([A-Za-z(][A-Za-z-]*))"
)
_BEHIND_AUTHORS = re.compile(rf"(?<=et al\.)[ ]({_LIST})(?=[ ][A-Za-z])")
_BEFORE_STOP = re.compile(rf"(?<=[A-Za-z0-9)\]])[ ]({_LIST})[ ](?=[,.;](?:[ ]|$))")
_BEHIND_FORMULA = re.compile(
    rf"(?<=[A-Za-z]\d)[ ]({_LIST})(?=[ ](?:and|or|was|were|is|are|with|has|have|by|to|for|which|that|as)\b|[ ]?[,.])"
)
_ABBREVIATION = re.compile(r"(?:\b(?:Figs?|Eqs?|[Rr]efs?|Nos?|ca|vs|Tab|Sec|cf|Vol|pp|approx))[.,;:]?$")
_QUANTITY_WORDS = frozenset(
    {"and", "or", "to", "mg", "g", "mL", "nm", "mm", "cm", "h", "min", "s", "K", "V", "eV", "mA", "MPa", "mS", "S"}
    | {"wt", "mol", "times", "cycles", "days", "hours", "samples", "at", "C", "Hz", "atm", "equiv", "kJ", "meV"}
)
_AND_A_WORD = re.compile(r"[ ]and[ ][A-Za-z]")
_NUMBER_BEFORE = re.compile(r"(?:^|[\s(=~<>≤≥])(?!(?:19|20)\d\d\.$)[\d.]+[.,;:]?$")


def spaced(text: str, profile: Profile) -> Iterator[Found]:
    """Citations behind a stop, behind authors, before a stop that stands apart, and behind formulas."""
    for pattern in (_BEHIND_AUTHORS, _BEHIND_FULL_STOP, _BEHIND_COMMA, _BEFORE_STOP, _BEHIND_FORMULA):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - WINDOW) : match.start()]
            if _ABBREVIATION.search(before) or _NUMBER_BEFORE.search(before):
                continue
            is_quantity = pattern is _BEHIND_COMMA and match.group(2) in _QUANTITY_WORDS
            if is_quantity and not _AND_A_WORD.match(text, match.end()):
                continue
            numbers = numbers_of(match.group(1))
            if plausible(numbers, profile):
                yield Found(match.start(), match.end(1), numbers, is_narrative(text, match.start()))
