"""Words and formulas that were broken over a line end, and line ends themselves."""

from __future__ import annotations

import re

from corpus.mapped_text import Edit, MappedText
from corpus.repair.profile import Profile

_BREAK = re.compile(r"(?<=[\w)\]])([-‐])[ \t]*\n\s*(?=[\w(\[])")
_TAIL = re.compile(r"[^\W\d_]+$")
_HEAD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"[ \t\r\n\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
# What stands before a broken formula: element symbols, amounts and brackets, at least one of them an amount.
_FORMULA_TAIL = re.compile(
    r"(?:[A-Z][a-z]?|[\d.xyz()\[\]+−–-])*(?:\d|[xyz)\]])$|[A-Z][a-z]?\d[\w.()−+-]*$|^[A-Z][a-z]?$"
)


def _keeps_hyphen(before: str, after: str, profile: Profile) -> bool:
    """Whether the hyphen between two halves belongs to the word, as the document itself writes it elsewhere."""
    joined, compound = before + after, f"{before}-{after}"
    if compound in profile.compounds:
        return True
    if profile.words[joined]:
        return False
    # Both halves are words of the document and the whole is not: "glass-" + "ceramic".
    return len(before) > 2 and len(after) > 2 and profile.words[before] > 1 and profile.words[after] > 1


def join_line_ends(text: MappedText, profile: Profile) -> MappedText:
    """Halves of a word become one again; a compound's own hyphen stays.

    >>> join_line_ends(MappedText.from_raw("high conduc-\\ntivity"), Profile()).text
    'high conductivity'
    """
    if "\n" not in text.text:
        return text
    edits = []
    for match in _BREAK.finditer(text.text):
        tail = _TAIL.search(text.text, 0, match.start())
        head = _HEAD.match(text.text, match.end())
        hyphen = ""
        if tail is None or head is None or not head.group()[0].islower():
            hyphen = "-" if tail is None or head is None or not _FORMULA_TAIL.search(text.text[: match.start()]) else ""
            token = re.search(r"\S+$", text.text[: match.start()])
            if token and re.search(r"\d", token.group()) and head is not None:
                hyphen = ""
            elif head is not None:
                hyphen = "-"
        elif _keeps_hyphen(tail.group().lower(), head.group().lower(), profile):
            hyphen = "-"
        edits.append(Edit(match.start(), match.end(), hyphen))
    return text.edit(edits)


def single_spaces(text: MappedText, profile: Profile) -> MappedText:
    """Any run of white space becomes one space.

    >>> single_spaces(MappedText.from_raw("at\\n25  °C"), Profile()).text
    'at 25 °C'
    """
    return text.substitute(_BLANK, " ")
