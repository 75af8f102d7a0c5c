"""Sub- and superscripts that a converter set apart by blanks, without marks: ``Li 6 PS 5 Cl``, ``10 -4 S cm -1``.

Applied only where the document shows the habit: in other texts a blank between words and numbers means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.alternatives import Alternatives
from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.profile import Profile

_AMOUNT = r"\d{1,2}(?:\.\d{1,4})?"
_FREE = r"[xyzδ](?![a-z])"
# "6 -x", "1 -x", "6+ x", "3 -3 x", "-x": an amount with free symbols.
_SERIES = rf"(?:{_AMOUNT})?[ ]?[+±−–-][ ]?(?:{_AMOUNT})?[ ]?{_FREE}"
_ATOM = rf"(?:Ch|Pn|Et|{SYMBOL}|M|X|D)"  # also places in a general formula, ethyl and deuterium
_CHUNK = re.compile(
    rf"[(\[]*(?:{_ATOM}(?:\d{{1,2}}(?:\.\d{{1,4}})?|{_FREE}|(?![a-z])))+[)\]]*(?:\d{{1,2}}(?:\.\d{{1,4}})?)?(?![A-Za-z])"
)
_NO_UNIT = r"(?![.\d]|[ ]?(?:[%°]|mg|g\b|mol|nm|μm|mm|cm|h\b|min\b|s\b|wt|[KV]\b(?![ ]?[\d(])|MPa|mA|mL|ppm|m?eV|mS))"
# An atom has one amount: a number behind its amount is none ("Na3PS4 12" ends in a citation).
_SCRIPT = Alternatives(rf"(?:[ ]?{_SERIES}){{1,2}}", rf"(?<!\d)[ ]{_AMOUNT}{_NO_UNIT}", rf"[ ]{_FREE}")
_CLOSING = re.compile(rf"[ ]?[)\]]+(?:[ ]?{_AMOUNT}{_NO_UNIT})?")
_BEGIN = re.compile(r"(?<![A-Za-z\d°.)])(?<!° )(?=[(\[A-Z])")
# Between two links of a formula: the mass of an isotope, a blank; no name in capitals follows ("NASICON").
_JOINT = re.compile(r"(?:[ ]1[01](?=[ ]?B(?![a-z])))?[ ]?(?![A-Z]{4,}(?![A-Za-z\d])|Na?SICON|Li?SICON)")
# What no other text writes: "Na 3 PSe 4", a cation and a number before further elements.
_SURELY_SPACED = re.compile(r"(?<![A-Za-z\d])(?:Li|Na) \d{1,2}(?:\.\d{1,3})? (?:[A-Z][a-z]?){1,4} ?\d")
_ELEMENT = re.compile(rf"{_ATOM}(?![a-z])")
_WORD_AT_START = re.compile(r"(?:In|As|At|No|I|He|Be|Am|Os|Po|X|M|C|K|V|U|W|Y|D)[ ]")
_WORD_AT_END = re.compile(r"[ ](?:In|As|At|No|He|Be|Am|Os|Po|M|K|V|U|W|C|P|Y|D)$")
_SCRIPTED = re.compile(rf"[A-Za-z)\]][ ](?:\d|[+−–-]|{_FREE})|\d[ ][(\[]?[A-Z]|[xyz][ ][A-Z]")
_ISOTOPE_IN_RUN = re.compile(r"(?<=\d)[ ]1[01](?=[ ]?B)")
# The charge of an anion: "BH4 -anions", "B12H12 2 -".
_ANION_CHARGE = re.compile(
    r"(?<![A-Za-z\d])(?:1-?)?\[?(?:1-)?(?:C?B\d{0,2}H\d{1,2}|P[SO]4|[SG][ie][SO]4|NH2|AlCl4|BF4|PF6|ClO4|NO[23]|TFSI|F|Cl|Br|I|O|S|Se)"
    r"(?P<charge>(?:[ ](?:[1-4][ ]?)?|\](?:[ ]?[1-4])?[ ])[−–-])(?=[a-z]{2}|[\s),.;/]|$)"
)
# A dash or hyphen of a compound with a blank before it: "glass -ceramic", "Na -Na".
_BLANK_BEFORE_HYPHEN = re.compile(
    r"(?<=[A-Za-z\d)\]])[ ](?=-(?:(?!(?:the|an|this|that|and|or|which|in|it)\b)[a-z]{2,}|\d*[A-Z]))"
)
# Small capitals that came out as small letters.
_SMALL_CAPITALS = re.compile(
    r"(?<![A-Za-z])(?P<cation>na|li)(?=[ ]?\d[ ]?[A-Z]|[ ][+][ ])|(?<=\d )(?P<anion>Ps)(?=[ ]?\d)"
    r"|(?<=[−–-]\d )(?P<unit>s)(?=[ ]cm[ ]?[−–-])|(?<=[−–-] \d )(?P<unit2>s)(?=[ ]cm[ ]?[−–-])"
)
_CAPITALS = {"na": "Na", "li": "Li", "Ps": "PS", "s": "S"}
_CHARGE = re.compile(rf"(?<![A-Za-z\d])(?:{SYMBOL}|M)([ ])(\d?[+])(?=[\s,.;:)/-]|$)")
_POWER_AFTER_TIMES = re.compile(
    r"(?<=[×x] 10)[ ]?([−–-][ ]?\d{1,2}|[ ]\d{1,2})(?![\d.]|[−–-]\d)|(?<=[×x]10)[ ]([−–-][ ]?\d{1,2})(?!\d)"
)
_POWER_BEFORE_UNIT = re.compile(
    r"(?<![\w.])10[ ]([−–-][ ]?\d{1,2})(?=[ ]?(?:[mμn]?[Ss][ ·/]{0,3}cm|Ω))"
    r"|(?<![\w.])10[ ]([−–-][ ]?[1-9])(?![\d.]|[ ]?[−–-][ ]?\d)"
    r"|(?<![\w.])10[ ](\d{1,2})(?=[ ](?:Hz|Ω|ohm|higher|times)\b)"
)
_POWER_OF_RANGE = re.compile(r"(?<![\w.])10[ ]([−–-][ ]?\d{1,2})(?=[ ]?(?:[−–~-]|to|and)[ ]?10[ ][−–-][ ]?\d)")
_UNIT_POWER = re.compile(
    r"(?<![A-Za-z])(?:S?cm|mol|kg|g|s|K|Ω|h|min|Å|mA|V)[ ]([−–-][ ]?[1-3])(?![\d.]\d|[ ]?[A-Za-z]?\d{2})"
    r"(?=[\s,.;:)\]]|$)"
)
_COEFFICIENT = re.compile(r"\([ ]?(1|100)[ ]?[−–-][ ]?([xyz])[ ]?\)")
_BLANK_IN_POWER = re.compile(rf"(?<={START}[−–-])[ ](?=\d)|(?<={START})[ ](?=[−–\d-])")
_BLANK_BEFORE_POWER = re.compile(rf"[ ](?={START})")
_BLANK_BEFORE_CHARGE = re.compile(rf"(?<=[A-Za-z])[ ](?={START}\d?[+])")
_RANGE = re.compile(rf"(?<=\d)[ ][-](?=\d)|(?<={END})[ ]?[−–-][ ]?(?=10{START})")


def close_up_formulas(text: MappedText, profile: Profile) -> MappedText:
    """Blanks inside formulas and before charges go.

    >>> close_up_formulas(MappedText.from_raw("Na 3 -x PS 4 -x Cl x and Na +"), Profile(spaced_scripts=True)).text
    'Na3-xPS4-xClx and Na\\x02+\\x03'
    """
    if not profile.spaced_scripts:
        return text.edit(_blanks_of_formulas(text.text, _SURELY_SPACED)) if _SURELY_SPACED.search(text.text) else text
    text = text.substitute(_SMALL_CAPITALS, lambda match: _CAPITALS[match.group()])
    text = text.edit(_blanks_of_formulas(text.text)).substitute(_COEFFICIENT, r"(\1-\2)")
    text = text.edit([edit for match in _ANION_CHARGE.finditer(text.text) for edit in _charge_marked(match)])
    text = text.substitute(_BLANK_BEFORE_HYPHEN, "")
    spans = [match.span(2) for match in _CHARGE.finditer(text.text)]
    return mark(text, spans).substitute(_BLANK_BEFORE_CHARGE, "")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of symbols with their amounts, blanks between."""
    last = 0
    for begin in _BEGIN.finditer(text):
        start = begin.start()
        end = _link_end(text, start) if start >= last else None
        if end is None:
            continue
        while end is not None:
            last = end
            joint = _JOINT.match(text, last)
            end = _link_end(text, joint.end()) if joint else None
        yield start, last


def _link_end(text: str, start: int) -> int | None:
    """Where symbols and their amounts with the script and the brackets behind them end; None when none begin here."""
    chunk = _CHUNK.match(text, start)
    if chunk is None:
        return None
    end = chunk.end()
    for part in (_SCRIPT, _CLOSING):
        found = part.match(text, end)
        end = found.end() if found else end
    return end


def _blanks_of_formulas(text: str, only: re.Pattern[str] | None = None) -> list[Edit]:
    """Edits that take the blanks out of spaced formulas; with ``only`` of those that begin as it tells."""
    edits: list[Edit] = []
    for start, end in _runs(text):
        if only is not None and not only.match(text, start):
            continue
        run = text[start:end]
        word = _WORD_AT_START.match(run)
        while word is not None and not run[word.end() : word.end() + 1].isdigit():
            start, run = start + word.end(), run[word.end() :]
            word = _WORD_AT_START.match(run)
        last = _WORD_AT_END.search(run)
        if last is not None:
            run = run[: last.start()]
        start, run = _without_open_bracket(start, run)
        if len(set(_ELEMENT.findall(run))) > 1 and _SCRIPTED.search(run):
            isotopes = [match.span() for match in _ISOTOPE_IN_RUN.finditer(run)]
            edits += [Edit(start + first, start + last, "") for first, last in isotopes]
            edits += [
                Edit(start + i, start + i + 1, "")
                for i, sign in enumerate(run)
                if sign == " " and not any(first <= i < last for first, last in isotopes)
            ]
    return sorted(edits)


def _without_open_bracket(start: int, run: str) -> tuple[int, str]:
    """A run without the brackets at its ends that are not its own."""
    while run and run[0] in "([" and run.count("(") + run.count("[") > run.count(")") + run.count("]"):
        start, run = start + 1, run[1:]
    if run.count("(") > run.count(")"):
        run = run[: run.rfind("(")].rstrip()
    return start, run


def _charge_marked(match: re.Match[str]) -> list[Edit]:
    first, last = match.span("charge")
    blanks = [Edit(i, i + 1, "") for i in range(first, last) if match.string[i] == " "]
    behind = END + " " if match.string[last : last + 1].isalpha() else END
    opening = first + 1
    return sorted([*blanks, Edit(opening, opening, START), Edit(last, last, behind)])


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
