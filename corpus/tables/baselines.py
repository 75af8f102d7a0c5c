"""Lines that a converter ended where the print but left its baseline for an index or an exponent, put together again.

``Ea`` and `` (eV) 0.44 0.41``, ``Na2`` and ``(CB9H10)(CB11H12) n.t.``, ``Li2CO3`` and ``, Al2O3``: no printed line
begins with a blank, a comma or a bracket that closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.tables import patterns
from corpus.tables.found import NO_BREAK, Line, is_one_formula

_GOES_ON = re.compile(r"[)\]]|[,;:.·](?!\d|\.)")
_SYMBOL = r"[σκΔA-Zt][A-Za-zσ]{0,5}[\d+]{0,2}"
_FORMULA = r"[\dA-Z(]\S*[A-Za-z)]\d[\d.]*"
_ION_OF = rf"[A-Z][a-z]?{NO_BREAK}\d?[+−]"
_INDEXED = re.compile(rf"(?:^|[\s(])(?:{_SYMBOL}|{_FORMULA}|{_ION_OF}|10[−–-]\d{{1,2}}|× 10\d)$")
"""Where print leaves its baseline: behind the index of a symbol or a formula, a charge, an exponent."""
_CHARGE = re.compile(r"\d?[+−⁺⁻](?=[\s,.;)]|$)")
_ION = re.compile(r"(?:^|[\s(])(?:Li|Na|Mg|Ca|Zn|Al|Ag|Cu|F|H|Cl|O)$")
_TEN = re.compile(r"(?:^|[\s(×])10$")
_EXPONENT = re.compile(r"[−–-]\d{1,2} ?(?:[mµμ]?S\b|Ω)")
_LONE_ELEMENT = re.compile(rf"{patterns.ELEMENT}[\d.]+")
"""What no compound is: its rest stands behind."""
_USUAL = 0.8  # share of lines led by a blank behind an index from which on blanks tell that a line goes on


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """The lines, each with those that go on with it; a line is as long as its stretch of the raw text."""
    led = [bool(_INDEXED.search(above.text)) for above, line in pairwise(lines) if _is_led(above, line)]
    blanks_tell = sum(led) >= _USUAL * len(led) > 0
    found: list[Line] = []
    for line in lines:
        before = found[-1] if found else line
        if not found or before.blank or line.blank or not _goes_on(before, line, blanks_tell=blanks_tell):
            found.append(line)
            continue
        width = line.start - before.start
        found[-1] = Line(before.start, line.end, before.text.ljust(width - 1) + NO_BREAK + line.text)
    return found


def _is_led(above: Line, line: Line) -> bool:
    """Whether a line begins with one blank, and neither it nor the one above is set in columns."""
    if line.text[:1] != " " or line.blank or above.blank or line.text[1] == " " or above.text[0] == " ":
        return False
    return not any(patterns.GAP.search(one.text) for one in (above, line))


def _goes_on(before: Line, line: Line, *, blanks_tell: bool) -> bool:
    """Whether two lines were printed as one."""
    above, text = before.text, line.text
    if text[0] == " ":
        return blanks_tell and _is_led(before, line) and _INDEXED.search(above) is not None
    last = above.rpartition(" ")[2]
    formula = text[0] == "(" or _LONE_ELEMENT.fullmatch(last) is not None
    return (
        (_GOES_ON.match(text) is not None and _INDEXED.search(above) is not None)
        or (_CHARGE.match(text) is not None and _ION.search(above) is not None)
        or (_EXPONENT.match(text) is not None and _TEN.search(above) is not None)
        or (formula and is_one_formula(last, text))
    )
