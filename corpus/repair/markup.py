"""Marks of other formats that a converter left in the text: HTML's tags and entities, links, pandoc's scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.profile import Profile

_P = read_patterns(__file__)


_MOSTLY = 0.7


def read_markup(text: MappedText, profile: Profile) -> MappedText:
    """Sub- and superscript tags become the LaTeX that later rules read, other tags go, entities become signs.

    >>> read_markup(MappedText.from_raw("Na<sub>3</sub>PS<sub>4</sub> &lt; 5 cm<sup>2</sup>"), Profile()).text
    'Na_{3}PS_{4} < 5 cm^{2}'
    """
    for signs, read in _READINGS:
        if any(sign in text.text for sign in signs):
            text = read(text)
    return text


def _read_tags(text: MappedText) -> MappedText:
    text = text.around(_P.SCRIPT, lambda match: "_{" if match[1].lower() == "sub" else "^{", "}", group=2)
    return text.substitute(_P.TAG, "").substitute(_P.COMMENT, "")


def _read_formulas(text: MappedText) -> MappedText:
    return text.edit([edit for match in _P.FORMULA.finditer(text.text) for edit in _close_up(match)])


def _read_powers(text: MappedText) -> MappedText:
    text = text.substitute(_P.ODD_POWER, r"^{\1\2}")
    return text.substitute(_P.RAISED, lambda match: f"^{{{match[1] or match[2] or match[3]}}}")


def _linked(match: re.Match[str]) -> str:
    """The text of a link; of a number its brackets stay, for it cites."""
    return f"[{match[1]}]" if match[1].replace(",", "").replace("–", "").isdigit() else match[1]


def _close_up(match: re.Match[str]) -> list[Edit]:
    """Edits that take the blanks out of a formula in which nearly every sign stands between blanks."""
    words = match[1].split()
    if len(words) < 4 or len(_P.SINGLE.findall(match[1])) < _MOSTLY * sum(not word.startswith("\\") for word in words):
        return _close_up_parts(match)
    edits = []
    for blank in _P.BLANK.finditer(match.string, match.start(1), match.end(1)):
        start = blank.end(1) if blank[1] else blank.start()
        kept = " " if blank.group() == "~" or (blank[1] and blank[2].isalpha()) else ""
        edits.append(Edit(start, blank.end(), kept))
    if match[1][-1] == " " and (not edits or edits[-1].end < match.end(1)):
        edits.append(Edit(match.end(1) - 1, match.end(1), ""))
    return edits


def _close_up_parts(match: re.Match[str]) -> list[Edit]:
    """The same where only some signs stand apart; a tie is a blank. Dollars with blanks inside may be money."""
    low, high = match.span(1)
    if match[1] != match[1].strip() and not re.search(r"[\\^_]", match[1]):
        return []
    edits = [Edit(low, low + 1, "")] if match[1].startswith(" ") else []
    edits += [Edit(*apart.span(), "") for apart in _P.APART.finditer(match.string, low, high)]
    edits += [Edit(*tie.span(), " ") for tie in _P.TIE.finditer(match.string, low, high)]
    return sorted([*edits, Edit(high - 1, high, "")] if match[1].endswith(" ") else edits)


_READINGS: Final[tuple[tuple[tuple[str, ...], Callable[[MappedText], MappedText]], ...]] = (
    (("<",), _read_tags),
    (("&",), lambda text: text.substitute(_P.ENTITY, lambda match: html.unescape(match.group()))),
    (("](",), lambda text: text.substitute(_P.IMAGE, "").substitute(_P.LINK, _linked)),
    (("\\",), lambda text: text.substitute(_P.INLINE_MATH, "$")),
    (("$",), _read_formulas),
    (("^", "*", "\\text"), _read_powers),
    (("~",), lambda text: text.substitute(_P.LOWERED, r"_{\1}")),
)
"""Signs without which there is nothing to read, and how it is read, in order."""
