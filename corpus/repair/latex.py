"""LaTeX in all its nestings becomes plain text."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns
from corpus.repair.marks import SUPERSCRIPT_END, SUPERSCRIPT_START
from corpus.repair.patterns import PREFIX_COMMANDS, SIGN_COMMANDS, STYLE_COMMANDS
from corpus.repair.profile import Profile

_P = read_patterns(__file__, symbol=SYMBOL, start=SUPERSCRIPT_START, end=SUPERSCRIPT_END)

_SPACING = frozenset(",;:! >/")
_NESTING = 6


def _read_commands(text: MappedText) -> MappedText:
    edits = []
    for match in _P.COMMAND.finditer(text.text):
        name, blank, sign = match.groups()
        if sign is not None:
            kept = " " if sign in ", ;:" else "" if sign in _SPACING or sign == "\\" else sign
            edits.append(Edit(match.start(), match.end(), kept))
        elif name in SIGN_COMMANDS:
            kept = SIGN_COMMANDS[name] + ("" if name in PREFIX_COMMANDS else blank)
            edits.append(Edit(match.start(), match.end(), kept))
        else:  # an unknown command keeps its name, for a person to see
            edits.append(Edit(match.start(), match.end() if name in STYLE_COMMANDS else match.start() + 1, ""))
    return text.edit(edits)


def _open_braces(text: MappedText) -> MappedText:
    for _ in range(_NESTING):
        edits: list[Edit] = []
        for match in _P.BRACES.finditer(text.text):
            role = match.group(1)
            opening, closing = (SUPERSCRIPT_START, SUPERSCRIPT_END) if role == "^" else ("", "")
            if role == "" and match.group(2):
                edits.append(Edit(match.start(3) - 1, match.start(3), ""))
            else:
                edits.append(Edit(match.start(), match.start(3), opening))
            if role == "_":
                edits.extend(
                    Edit(comma.start(), comma.end(), ".")
                    for comma in _P.DECIMAL_COMMA.finditer(text.text, match.start(3), match.end(3))
                )
            edits.append(Edit(match.end(3), match.end(), closing))
        if not edits:
            break
        text = text.edit(edits)
    return text


def _drop_dollars(text: MappedText) -> MappedText:
    def behind(match: re.Match[str]) -> str:
        """ "$\\mu$m": the command must not run into the letter behind it."""
        runs_on = _P.COMMAND_AT_END.search(match.group(1)) and text.text[match.end() : match.end() + 1].isalpha()
        return "{}" if runs_on else ""

    return text.around(_P.MATH, "", behind)


def read_latex(text: MappedText, profile: Profile) -> MappedText:
    r"""Commands become signs, subscripts plain, superscripts marked; dollar signs and braces go.

    >>> read_latex(MappedText.from_raw(r"$\text{Li}_{6,5}\text{PS}_5$"), Profile()).text
    'Li6.5PS5'
    """
    if "$" in text.text:
        text = text.edit(
            [
                Edit(blank.start(), blank.end(), "")
                for match in _P.MATH_FORMULA.finditer(text.text)
                for blank in _P.BLANKS.finditer(text.text, match.start(), match.end())
            ]
        )
        text = _drop_dollars(text)
    if "\\" in text.text:
        text = _read_commands(text.substitute(_P.FRACTION, r"\1/\2"))
    if "{" in text.text or "}" in text.text:
        text = _open_braces(text).substitute(_P.STRAY_BRACE, "")
    if "_" in text.text:
        text = text.substitute(_P.BARE_SUBSCRIPT, "")
    if "^" in text.text:
        for power in (_P.PARENTHESISED_POWER, _P.BARE_SUPERSCRIPT):
            text = text.around(power, SUPERSCRIPT_START, SUPERSCRIPT_END)
    if "°" in text.text:
        text = text.substitute(_P.DEGREE, "°")
    return text


def drop_emphasis(text: MappedText, profile: Profile) -> MappedText:
    """Asterisks of emphasis go.

    >>> drop_emphasis(MappedText.from_raw("Kim *et al.* found **this**"), Profile()).text
    'Kim et al. found this'
    """
    return text.around(_P.EMPHASIS, group=2) if "*" in text.text else text
