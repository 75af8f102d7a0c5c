"""Sub- and superscripts that a converter set apart by blanks, without marks: ``Li 6 PS 5 Cl``, ``10 -4 S cm -1``.

Applied only where the document shows the habit: in other texts a blank between words and numbers means what it says.
"""

from __future__ import annotations

import re

from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.patterns import ELEMENTS
from corpus.repair.profile import Profile

_AMOUNT = r"\d{1,2}(?:\.\d{1,4})?"
_FREE = r"[xyzδ](?![A-Za-z])"
# "6 -x", "1 -x", "6+ x", "3 -3 x", "-x": an amount with free symbols.
_SERIES = rf"(?:{_AMOUNT})?[ ]?[+−–-][ ]?(?:{_AMOUNT})?[ ]?{_FREE}"
_CHUNK = rf"[(\[]*(?:(?:{ELEMENTS}|M|X)(?:\d{{1,2}}(?:\.\d{{1,4}})?|{_FREE})?)+[)\]]*(?:\d{{1,2}}(?:\.\d{{1,4}})?)?"
_NO_UNIT = r"(?![.\d]|[ ]?(?:[%°]|mg|g\b|mol|nm|μm|mm|cm|h\b|min\b|s\b|wt|[KV]\b(?![ ]?[\d(])|MPa|mA|mL|ppm|m?eV|mS))"
_SCRIPT = rf"(?:[ ]?{_SERIES}|[ ]{_AMOUNT}{_NO_UNIT}|[ ]{_FREE})"
_CLOSING = rf"(?:[ ]?[)\]]+(?:[ ]?{_AMOUNT}{_NO_UNIT})?)"
_RUN = re.compile(
    rf"(?<![A-Za-z\d°.)])(?<!° ){_CHUNK}(?:{_SCRIPT})?{_CLOSING}?(?:[ ]{_CHUNK}(?:{_SCRIPT})?{_CLOSING}?)*(?![a-z])"
)
_ELEMENT = re.compile(rf"(?:{ELEMENTS}|M|X)(?![a-z])")
_WORD_AT_START = re.compile(r"(?:In|As|At|No|I|He|Be|Am|Os|Po|X|M|C|K|V|U|W|Y)[ ]")
_WORD_AT_END = re.compile(r"[ ](?:In|As|At|No|He|Be|Am|Os|Po|M|K|V|U|W|C|P|Y)$")
_SCRIPTED = re.compile(rf"[A-Za-z)\]][ ](?:\d|[+−–-]|{_FREE})|\d[ ][(\[]?[A-Z]|[xyz][ ][A-Z]")
_CHARGE = re.compile(rf"(?<![A-Za-z\d])(?:{ELEMENTS}|M)([ ])(\d?[+])(?=[\s,.;:)/-]|$)")
_POWER_AFTER_TIMES = re.compile(
    r"(?<=[×x] 10)[ ]?([−–-][ ]?\d{1,2}|[ ]\d{1,2})(?![\d.]|[−–-]\d)|(?<=[×x]10)[ ]([−–-][ ]?\d{1,2})(?!\d)"
)
_POWER_BEFORE_UNIT = re.compile(r"(?<![\w.])10[ ]([−–-][ ]?\d{1,2})(?=[ ]?(?:[mμn]?[Ss][ ·/]{1,3}cm|Ω))")
_POWER_OF_RANGE = re.compile(r"(?<![\w.])10[ ]([−–-][ ]?\d{1,2})(?=[ ]?(?:[−–~-]|to|and)[ ]?10[ ][−–-][ ]?\d)")
_UNIT_POWER = re.compile(
    r"(?<![A-Za-z])(?:cm|mol|kg|g|s|K|Ω|h)[ ]([−–-][ ]?[1-3])(?![\d.]\d|[ ]?[A-Za-z]?\d{2})(?=[\s,.;:)\]]|$)"
)
_COEFFICIENT = re.compile(r"\([ ]?(1|100)[ ]?[−–-][ ]?([xyz])[ ]?\)")
_BLANK_IN_POWER = re.compile(rf"(?<={START}[−–-])[ ](?=\d)|(?<={START})[ ](?=[−–\d-])")
_BLANK_BEFORE_POWER = re.compile(rf"[ ](?={START})")
_BLANK_BEFORE_CHARGE = re.compile(rf"(?<=[A-Za-z])[ ](?={START}\d?[+])")
_RANGE = re.compile(r"(?<=\d)[ ][-](?=\d)")


def close_up_formulas(text: MappedText, profile: Profile) -> MappedText:
    """Blanks inside formulas and before charges go.

    >>> close_up_formulas(MappedText.from_raw("Na 3 -x PS 4 -x Cl x and Na +"), Profile(spaced_scripts=True)).text
    'Na3-xPS4-xClx and Na\\x02+\\x03'
    """
    if not profile.spaced_scripts:
        return text
    edits: list[Edit] = []
    for match in _RUN.finditer(text.text):
        start, run = match.start(), match.group()
        word = _WORD_AT_START.match(run)
        while word is not None and not run[word.end() : word.end() + 1].isdigit():
            start, run = start + word.end(), run[word.end() :]
            word = _WORD_AT_START.match(run)
        last = _WORD_AT_END.search(run)
        if last is not None:
            run = run[: last.start()]
        if run.count("(") > run.count(")"):
            run = run[: run.rfind("(")].rstrip()
        if len(set(_ELEMENT.findall(run))) > 1 and _SCRIPTED.search(run):
            edits += [Edit(start + i, start + i + 1, "") for i, sign in enumerate(run) if sign == " "]
    text = text.edit(edits).substitute(_COEFFICIENT, r"(\1-\2)")
    spans = [match.span(2) for match in _CHARGE.finditer(text.text)]
    return mark(text, spans).substitute(_BLANK_BEFORE_CHARGE, "")


def mark_spaced_powers(text: MappedText, profile: Profile) -> MappedText:
    """Exponents behind a blank are marked, and a hyphen between blanked numbers is a range again.

    >>> mark_spaced_powers(MappedText.from_raw("3 × 10 -5 S cm -1 at 20 -40 °C"), Profile(spaced_scripts=True)).text
    '3 × 10\\x02-5\\x03 S cm\\x02-1\\x03 at 20–40 °C'
    """
    if not profile.spaced_scripts:
        return text
    spans: set[tuple[int, int]] = set()
    for pattern in (_POWER_AFTER_TIMES, _POWER_BEFORE_UNIT, _POWER_OF_RANGE, _UNIT_POWER):
        spans.update(match.span(match.lastindex or 1) for match in pattern.finditer(text.text))
    text = mark(text, spans).substitute(_BLANK_IN_POWER, "").substitute(_BLANK_BEFORE_POWER, "")
    return text.substitute(_RANGE, "–")
