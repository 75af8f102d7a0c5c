"""Superscript citations that a converter set apart by blanks: ``cells. 12,13 We``, ``batteries 1-4 .``"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.repair.found_citations import WINDOW, Found, is_narrative, numbers_of, plausible
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.profile import Profile

_LIST = r"\d{1,3}(?:[ ]?[,–−-][ ]?\d{1,3})*"
_BEHIND_FULL_STOP = re.compile(
    rf"(?:(?<=[A-Za-z0-9)\]%{END}][.;:])|(?<=[A-Za-z0-9)\]{END}] \.))[ ]({_LIST})(?=[ ][A-Z(“]|$)"
)
_BEHIND_COMMA = re.compile(
    rf"(?:(?<=[A-Za-z0-9)\]%{END}],)|(?<=[A-Za-z0-9)\]{END}] ,))[ ]({_LIST})(?=[ ]([A-Za-z(][A-Za-z-]*))"
)
_BEHIND_AUTHORS = re.compile(rf"(?<=et al\.)[ ]({_LIST})(?=[ ][A-Za-z])")
_BEFORE_STOP = re.compile(rf"(?<=[A-Za-z0-9)\]])[ ]({_LIST})[ ](?=[,.;](?:[ ]|$))")
# Words that go on with the sentence behind a citation, and so tell it from the number of what follows.
_GOES_ON = (
    r"(?:and|or|was|were|is|are|with|has|have|by|to|for|which|that|as|can|could|may|will|would|exhibit(?:s|ed)?|show(?:s|ed)?"
    r"|display(?:s|ed)?|present(?:s|ed)?|possess(?:es|ed)?|reach(?:es|ed)?|deliver(?:s|ed)?|sintered|prepared|reported)\b"
)
_VERB = r"(?!times|cycles|samples|days|hours|layers)[a-z]{4}"  # or another word that no number counts
_BEHIND_FORMULA = re.compile(rf"(?<=[\d)])[ ]({_LIST})(?=[ ](?:{_GOES_ON}|{_VERB})|[ ]?[,.])")
_FORMULA = re.compile(
    rf"(?<=[\d)])[ ]({_LIST})(?=[ ](?:{_GOES_ON}|(?!times|cycles|samples|days|hours|layers)[a-z]{{4}})|[ ]?[,.])"
)
_FORMULA = re.compile(r"[A-Z][a-z]?[\d.]*[)\]]?[\d.]*(?:[(\[]?[A-Z][a-z]?[\d.]*[)\]]?[\d.]*)+$")
_NAME_IN_BRACKET = re.compile(r"\([A-Z]{2,}\)$")
# In a text whose scripts stand apart too: a list behind a word, "oxides 9-15 that", or one number before a word that
# cannot belong to it, "alumina 14 and", "(Roe) 15 have"; at the end of a text or cell.
_LIST_BEHIND_WORD = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=[A-Za-z]\d)|(?<=\w\))|(?<=[A-Z]{3}))[ ](\d{1,3}(?:[ ]?[,–−-][ ]?\d{1,3})+)"
    r"(?=[ ][a-z(]{2}|[ ]?[,.;)]|$)"
)
_ONE_BEHIND_WORD = re.compile(
    rf"(?:(?<=[a-z]{{3}})|(?<=[a-z]\))|(?<=eV\))|(?<=[A-Z]{{4}})|(?<=1{END}\)))[ ](\d{{1,3}})"
    rf"(?=[ ](?:but\b|achieved\b|further\b|also\b|{_GOES_ON})"
    r"(?![ ]\d)|[ ]?[.;](?:[ ]|$))"
)
_COUNTED_WORD = re.compile(
    r"(?:\b(?:[Ff]igs?|[Ff]igures?|[Tt]ables?|[Ss]chemes?|[Ss]ections?|[Cc]hapters?|[Ee]qs?|[Ee]quations?|[Ss]teps?|[Nn]otes?"
    r"|[Ss]amples?|[Tt]ypes?|[Pp]hases?|[Rr]egimes?|[Rr]egions?|[Gg]roups?|[Ss]ites?|[Cc]ells?|[Pp]art|[Pp]ages?|[Tt]imes|[Rr]efs?"
    r"|about|than|nearly|between|approximately|least|most|from|over|under|within|around|with|after|before|into|only|the|and|for"
    r"|reach(?:es|ed|ing)?|exceed(?:s|ed|ing)?|equals?|was|were|are|Pulverisette|[Cc]ycles?|[Cc]ompounds?|first|last|every|factor"
    r"|[Dd]ays?|[Yy]ears?|ratios?|level|version|number|class|model|mode|like|contains?|using|until|till|below|above|near|the))$"
)
_DECIMAL_BEFORE = re.compile(r"[ ]\d+\.\d+[ ]?\.$")
# A cell that is one number or one formula with a citation behind it.
_CELL = re.compile(
    rf"^[~<>]?[+−-]?\d+(?:\.\d+)?(?:[ ]?\(\d+[ ]?K\))?[ ]({_LIST})$"
    rf"|^(?:[α-ω][ ]?[′″]?[ ]?-)?(?:[A-Z][a-z]?[\d.]*)+(?<=\d)[\w.()+-]*[ ](\d{{1,3}})$"
)
_ABBREVIATION = re.compile(r"(?:\b(?:Figs?|Eqs?|[Rr]efs?|Nos?|ca|vs|Tab|Sec|cf|Vol|pp|approx))[.,;:]?$")
_QUANTITY_WORDS = frozenset(
    {"and", "or", "to", "mg", "g", "mL", "nm", "mm", "cm", "h", "min", "s", "K", "V", "eV", "mA", "MPa", "mS", "S"}
    | {"wt", "mol", "times", "cycles", "days", "hours", "samples", "at", "C", "Hz", "atm", "equiv", "kJ", "meV"}
)
_IN_A_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince) (?:19|20)\d\d$")
_AND_A_WORD = re.compile(r"[ ]and[ ][A-Za-z]")
_NUMBER_BEFORE = re.compile(r"(?:^|[\s(=~<>≤≥])(?!(?:19|20)\d\d\.$)\.?\d[\d.]*[.,;:]?$")


def spaced(text: str, profile: Profile) -> Iterator[Found]:
    """Citations behind a stop, behind authors, before a stop that stands apart, behind formulas and words."""
    if profile.spaced_scripts:
        yield from _behind_words(text, profile)
    for pattern in (_BEHIND_AUTHORS, _BEHIND_FULL_STOP, _BEHIND_COMMA, _BEFORE_STOP, _BEHIND_FORMULA):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - WINDOW) : match.start()]
            decimal = profile.spaced_scripts and pattern is _BEHIND_FULL_STOP and _DECIMAL_BEFORE.search(before)
            if pattern is _BEHIND_FORMULA and not (_FORMULA.search(before) or _NAME_IN_BRACKET.search(before)):
                continue
            number = _NUMBER_BEFORE.search(before) and not _IN_A_YEAR.search(before)
            if _ABBREVIATION.search(before) or (number and not decimal):
                continue
            is_quantity = pattern is _BEHIND_COMMA and match.group(2) in _QUANTITY_WORDS
            if is_quantity and not _AND_A_WORD.match(text, match.end()):
                continue
            numbers = numbers_of(match.group(1))
            if plausible(numbers, profile):
                yield Found(match.start(), match.end(1), numbers, is_narrative(text, match.start()))


def _behind_words(text: str, profile: Profile) -> Iterator[Found]:
    cell = _CELL.match(text)
    matches = [cell] if cell else []
    for pattern in (_LIST_BEHIND_WORD, _ONE_BEHIND_WORD):
        matches += pattern.finditer(text)
    for match in matches:
        before = text[max(0, match.start() - WINDOW) : match.start()]
        group = match.lastindex or 1
        numbers = numbers_of(match.group(group))
        if plausible(numbers, profile) and not _COUNTED_WORD.search(before) and not _ABBREVIATION.search(before):
            yield Found(match.start(group) - 1, match.end(group), numbers, is_narrative(text, match.start(group) - 1))
