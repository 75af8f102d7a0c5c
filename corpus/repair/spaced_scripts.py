"""Sub- and superscripts that a converter set apart by blanks, without marks: ``Li 6 PS 5 Cl``, ``10 -4 S cm -1``.

Applied only where the document shows the habit: in other texts a blank between words and numbers means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import Pattern, read_patterns
from corpus.repair.marks import SUPERSCRIPT_END as END
from corpus.repair.marks import SUPERSCRIPT_START as START
from corpus.repair.marks import mark
from corpus.repair.profile import Profile

_P = read_patterns(__file__, symbol=SYMBOL, start=START, end=END)


def close_up_formulas(text: MappedText, profile: Profile) -> MappedText:
    """Blanks inside formulas and before charges go.

    >>> close_up_formulas(MappedText.from_raw("Na 3 -x PS 4 -x Cl x and Na +"), Profile(spaced_scripts=True)).text
    'Na3-xPS4-xClx and Na\\x02+\\x03'
    >>> close_up_formulas(MappedText.from_raw("salts M3 PSe4 O2 (M = Li, Na), sites Li1 Li3, 5 K"), Profile()).text
    'salts M3PSe4O2 (M = Li, Na), sites Li1 Li3, 5 K'
    """
    if not profile.spaced_scripts:
        return (
            text.edit(_blanks_of_formulas(text.text, _P.SURELY_SPACED)) if _P.SURELY_SPACED.search(text.text) else text
        )
    text = text.edit(_blanks_of_formulas(text.text)).substitute(_P.COEFFICIENT, r"(\1-\2)")
    text = text.edit([edit for match in _P.ANION_CHARGE.finditer(text.text) for edit in _charge_marked(match)])
    text = text.substitute(_P.BLANK_BEFORE_HYPHEN, "")
    spans = [match.span(2) for match in _P.CHARGE.finditer(text.text)]
    return mark(text, spans).substitute(_P.BLANK_BEFORE_CHARGE, "")


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of symbols with their amounts, blanks between."""
    last = 0
    for begin in _P.BEGIN.finditer(text):
        start = begin.start()
        end = _link_end(text, start) if start >= last else None
        if end is None:
            continue
        while end is not None:
            last = end
            joint = _P.JOINT.match(text, last)
            end = _link_end(text, joint.end()) if joint else None
        yield start, last


def _link_end(text: str, start: int) -> int | None:
    """Where symbols and their amounts with the script and the brackets behind them end; None when none begin here."""
    chunk = _P.CHUNK.match(text, start)
    if chunk is None:
        return None
    end = chunk.end()
    for part in (_P.SCRIPT, _P.CLOSING):
        found = part.match(text, end)
        end = found.end() if found else end
    return end


def _blanks_of_formulas(text: str, only: Pattern | None = None) -> list[Edit]:
    """Edits that take the blanks out of spaced formulas; with ``only`` of those that begin as it tells."""
    edits: list[Edit] = []
    for start, end in _runs(text):
        if only is not None and not only.match(text, start):
            continue
        run = text[start:end]
        word = _P.WORD_AT_START.match(run)
        while word is not None and not run[word.end() : word.end() + 1].isdigit():
            start, run = start + word.end(), run[word.end() :]
            word = _P.WORD_AT_START.match(run)
        last = _P.WORD_AT_END.search(run)
        if last is not None:
            run = run[: last.start()]
        start, run = _without_open_bracket(start, run)
        if len(set(_P.ELEMENT.findall(run))) > 1 and _P.SCRIPTED.search(run):
            edits += [Edit(start + i, start + i + 1, "") for i, sign in enumerate(run) if sign == " "]
    return edits


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
    for pattern in (_P.POWER_AFTER_TIMES, _P.POWER_BEFORE_UNIT, _P.POWER_OF_RANGE, _P.UNIT_POWER):
        spans.update(match.span(match.lastindex or 1) for match in pattern.finditer(text.text))
    text = mark(text, spans).substitute(_P.BLANK_IN_POWER, "").substitute(_P.BLANK_BEFORE_POWER, "")
    return text.substitute(_P.RANGE, "–")
