"""How papers write numbers, and the words around a number that change what it says.

All patterns read plain text of :func:`same_length_plain`. They are verbose on purpose: one line, one notation.
"""

from __future__ import annotations

import re

from corpus.patterns import Pattern
from extractors.quantities.numbers import RANGE_SIGN

_PLAIN = str.maketrans(
    {
        **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
        **dict.fromkeys("−⁻‐‑‒", "-"),
        **dict.fromkeys("\u00a0\u2009\u202f\u2002\u2003\u2005\u2006\u200a\t\n", " "),
        **dict.fromkeys("∼˜～", "~"),
        **dict.fromkeys("µ", "μ"),
        **dict.fromkeys("Ω", "Ω"),
        **dict.fromkeys("˚º◦", "°"),
        **dict.fromkeys("✕✖⨯", "×"),
        **dict.fromkeys("⩾≧", "≥"),
        **dict.fromkeys("⩽≦", "≤"),
        **dict.fromkeys("≃≅≊", "≈"),
        "—": "–",
    }
)


def same_length_plain(text: str) -> str:
    """The text with superscript digits, minus signs, blanks and look-alikes as one sign each; offsets stay as they are.

    >>> same_length_plain("10⁻⁴ S cm⁻¹")
    '10-4 S cm-1'
    """
    return text.translate(_PLAIN)


# --- between numbers ------------------------------------------------------------------------------------------------

SAME_POWER_MISPRINT = re.compile(r"\s?×\s?")
"""Between two bare powers a times sign is a misprint for a range dash: ``10^-4 × 10^-3``."""

RANGE_GAP = re.compile(rf"{RANGE_SIGN}|\s(?:up\s)?to\s|\sto\s(?:about\s|around\s|~\s?|≈\s?)")
MEMBER_BRACKET = re.compile(r"\s?\((?:[A-Z]\s?=\s?)?[A-Z][a-z]?\)")
"""Behind a number of a list the element of the member it is told for: ``1.9 (X = Cl), 0.7 (Br)``."""

LIST_GAP = re.compile(
    r"\s?[,;]\s?(?:and\s|or\s|&\s)?(?:[~≈]\s?|about\s)?|\s(?:and|or|&)\s(?:[~≈]\s?|about\s)?|\s?/\s?|\s<\s"
    r"|\s(?:vs\.?|versus)\s(?:[~≈]\s?|about\s)?"
)

_AT = r"\sat\s-?\d[\d.]*\s?(?:°C|K|[18]\s?C)"
_NAME = rf"(?:\s?\([^()]{{1,32}}\)|\s(?:for|in)\s(?:[xyz]\s?=\s?\d[\d.]*|[A-Z](?:[\w()–-]|\.\d)*)|{_AT})"
NAME_BEHIND = re.compile(_NAME)
NAMED_GAP = re.compile(rf"{_NAME}(?:{LIST_GAP.pattern}|\s(?:to|via|over)\s(?:[~≈]\s?|about\s)?)")
"""Between two numbers of a list each of which has a name or a temperature behind it: `` (A), ``, `` for A and ``."""

LIST_END = re.compile(r"\b(?:and|or|vs|versus)\b|&|/")
AND_GAP = re.compile(r"\s(?:and|to)\s(?:[~≈]\s?|about\s)?")


FALLING_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s?[-–~]\s?(\d+(?:\.\d+)?)")
"""A range printed with a dash, which goes upwards when all its signs are there."""

MINUS_WORD = re.compile(r"\bminus\s(?=$)")
"""Before a temperature below zero: ``minus 30 °C``."""

NUMBER_WORDS = {
    **{
        "half an": 0.5,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
    },
    **{"ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty-eight": 48},
}
WORDED_DURATION = Pattern(
    rf"\b(?P<word>{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})[\s-](?P<unit>hour|minute|second|day|week)s?\b",
    any_case=True,
)
"""A duration in words: ``for two hours``."""

NO_UNIT_AFTER = re.compile(
    r"\s?(?:[),;.\]]|$)|\s(?:for|in|at|and|to|or|when|after|upon|while|with|as|by|than|on|if|\()\b"
)
"""After a number that has no unit of its own."""

UNIT_OPENS = re.compile(r"\s?[(\[]\s?")
UNIT_CLOSES = re.compile(r"\s?[)\]]")
"""A unit in brackets behind its number: ``2 × 10^-4 (S cm^-1)``."""


# --- units ----------------------------------------------------------------------------------------------------------

NOT_A_UNIT_END = (
    r"(?:(?<=eV|-1|°C)(?=(?:and|for|at|in|with|was|is)(?![a-z]))|(?![A-Za-z0-9μΩ°^_]))"  # a lost blank: "0.28 eVand"
    r"(?!\s?[·⋅∙]\s?(?:cm|m|g|s|h|K|mol|kg|V|A|S)\b)"
    r"(?!\s(?:cm|m|g|s|min|h|K|mol|kg|L|V|mm)\s?\^?-\d)"
    r"(?!\s?/\s?(?:cm|mm|g|kg|min|h|s|mol|L|V|K|atom|W|m|Å)\b)"
    r"(?![-–](?:type|doped|site|ion|based|rich|free)\b)"
)
"""What may not follow a unit: then it is a longer word, or a longer unit than the table knows."""


DEGREE_SIGN_BY_DIGIT = re.compile(r"\s[18]\s?C(?=[\s,.;)]|$)")
"""What a lost font leaves of a degree sign: ``20 8 C``, ``20 1C``."""

DEGREE_SIGN_ALONE = re.compile(r"\s?°(?![A-Za-z0-9°])(?!\s?(?:C|F)\b)")
"""A degree sign whose C was lost; a temperature unless angles are spoken of."""

SITE_LETTERS = "dgh"
"""Around a Wyckoff position such as ``48h``, which is no duration."""
