"""How papers write numbers, and the words around a number that change what it says.

All patterns read plain text of :func:`same_length_plain`. They are verbose on purpose: one line, one notation.
"""

from __future__ import annotations

import re

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
LIST_GAP = re.compile(
    r"\s?[,;]\s?(?:and\s|or\s|&\s)?(?:[~≈]\s?|about\s)?|\s(?:and|or|&)\s(?:[~≈]\s?|about\s)?|\s?/\s?|\s<\s"
)
LIST_END = re.compile(r"\b(?:and|or)\b|&|/")
AND_GAP = re.compile(r"\s(?:and|to)\s(?:[~≈]\s?|about\s)?")

LABEL_BEFORE = re.compile(
    r"(?:\b(?:Figs?|Figures?|Tables?|Refs?|refs?|references?|Eqs?|Sections?|Chapters?|Schemes?|Steps?|No|Nos|Part|Vol|"
    r"samples?|cells?|numbers?|x|y|z|n|δ|i)\.?\s*=?\s*[(\[]?(?:\d[\d.]*[a-z]?\s?(?:[,;–-]|and)\s?)*)$"
)
"""Before a number that labels something (``Figure 3``, ``x = 0.2``) and measures nothing."""

NUMBERED_THING_BEFORE = re.compile(
    r"(?:\b(?:Figs?|Figures?|Tables?|Sections?|Schemes?|Chapters?|Eqs?|Equations?|pages?|[Gg]rants?|No|Nos)\.?\s(?:No\.?\s)?)$"
)
"""Before the number of a figure, page or grant, which no unit makes a value."""

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
WORDED_DURATION = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})[\s-](?P<unit>hour|minute|second|day|week)s?\b",
    re.IGNORECASE,
)
"""A duration in words: ``for two hours``."""

NO_UNIT_AFTER = re.compile(
    r"\s?(?:[),;.\]]|$)|\s(?:for|in|at|and|to|or|when|after|upon|while|with|as|by|than|on|if|\()\b"
)
"""After a number that has no unit of its own."""

UNIT_OPENS = re.compile(r"\s?[(\[]\s?")
UNIT_CLOSES = re.compile(r"\s?[)\]]")
"""A unit in brackets behind its number: ``2 × 10^-4 (S cm^-1)``."""

UNIT_TOLD = re.compile(
    r"\b(?:conductivit(?:y|ies)|σ\w{0,4})\s?[(\[](?:in\s)?|\bconductivit(?:y|ies),?\s(?:given\s)?in\s"
)
"""Before the unit of a property whose numbers follow without one: ``the conductivity (in S cm^-1) of A is 2 × 10^-4``."""

# --- units ----------------------------------------------------------------------------------------------------------

NOT_A_UNIT_END = (
    r"(?:(?<=eV|-1|°C)(?=(?:and|for|at|in|with|was|is)(?![a-z]))|(?![A-Za-z0-9μΩ°^_]))"  # a lost blank: "0.28 eVand"
    r"(?!\s?[·⋅∙]\s?(?:cm|m|g|s|h|K|mol|kg|V|A|S)\b)"
    r"(?!\s(?:cm|m|g|s|min|h|K|mol|kg|L|V|mm)\s?\^?-\d)"
    r"(?!\s?/\s?(?:cm|mm|g|kg|min|h|s|mol|L|V|K|atom|W|m|Å)\b)"
    r"(?![-–](?:type|doped|site|ion|based|rich|free)\b)"
)
"""What may not follow a unit: then it is a longer word, or a longer unit than the table knows."""

ANGLE_CONTEXT = re.compile(
    r"\b(?:2θ|θ|theta|(?:contact )?angles?|XRD|X-ray|diffract\w*|peaks?|reflections?|tilt\w*|rotat\w*|phase shift|"
    r"wett\w*)\b|2\s?θ",
    re.IGNORECASE,
)
DEGREE_SIGN_LOST = re.compile(
    r"\b(?:conductivit|temperature|anneal|sinter|calcin|heat|dried|drying|stirr|°C)\w*(?:[^.;]|\.(?=\d)){0,60}$|S cm\^-1 (?:at|\()\s?$"
)
"""Before ``60 C`` that is a temperature; else C is a rate of charge."""

CHARGE_RATE_AFTER = re.compile(r"[\s-]?(?:rates?|discharg|charg|cycl|after|for \d+ cycles)")
DEGREE_SIGN_BY_DIGIT = re.compile(r"\s[18]\s?C(?=[\s,.;)]|$)")
"""What a lost font leaves of a degree sign: ``20 8 C``, ``20 1C``."""

DEGREE_SIGN_ALONE = re.compile(r"\s?°(?![A-Za-z0-9°])(?!\s?(?:C|F)\b)")
"""A degree sign whose C was lost; a temperature unless angles are spoken of."""

CRYSTAL_SITE_BEFORE = re.compile(
    r"(?:\b(?:sites?|positions?|Wyckoff|occup\w+|jumps?)\b|\b\d{1,3}\s?[a-g]\b)[^.;]{0,40}$|\bT\d[a-z]?\s?[(,–-]\s?$",
    re.IGNORECASE,
)
CRYSTAL_SITE_AFTER = re.compile(
    r"(?:(?:,|,?\sand|,?\sor)\s\d+[a-k])*\s?\)?\s?"
    r"(?:\(?(?:sites?|positions?|jumps?|octahedr|tetrahedr|interstitial|Wyckoff)|[-–]\d+[a-g]\b)"
)
SITE_LETTERS = "dgh"
"""Around a Wyckoff position such as ``48h``, which is no duration."""

# --- comparators ----------------------------------------------------------------------------------------------------

RELATION_BEFORE = re.compile(r"(?:\btimes|\borders? of magnitude|-?\bfold|%)\s+$", re.IGNORECASE)
"""Before a comparison that relates two values: "three times higher than 1 mS cm^-1" names the other value."""

THRESHOLD_AFTER = re.compile(r"\s?(?:thresholds?|benchmarks?|marks?|levels?|limits?|targets?|requirements?|goals?)\b")
"""After a value that is a mark to pass: "above the 1 mS cm^-1 mark"."""

NEGATION_BEFORE = re.compile(
    r"(?:\bnot|\bnever|\bcannot|n't|\bno|\bwithout|\brarely|\bhardly)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_ENDS_PHRASE = r"(?=\s?[,.;:)\]]|\s?$|\s(?:at|for|in|is|are|was|were|can|to|of|with|by)\b)"
AFTER_NUMBER_AT_LEAST = re.compile(rf"\s?(?:or|and) (?:higher|above|more|greater|larger|longer|beyond){_ENDS_PHRASE}")
AFTER_NUMBER_AT_MOST = re.compile(rf"\s?(?:or|and) (?:lower|below|less|smaller|shorter){_ENDS_PHRASE}")

_RISES = (
    r"increas|improv|enhanc|ris(?:e|es|en|ing)\b|rose\b|rais|boost|grow|grew|elevat|promot|lift|climb|soar|surg|upgrad"
)
_FALLS = r"decreas|drop|fall|fell|reduc|lower|deteriorat|degrad|declin|shr[iua]nk|dimin"
_BECOMES = r"chang|shift|jump|went\b|go(?:es|ing)\b|transform|optimi[sz]|evolv|convert|transition"
CHANGE_FROM = re.compile(rf"\b(?:{_RISES}|{_FALLS}|{_BECOMES})\w*(?:[^.;]|\.\d){{0,90}}$", re.IGNORECASE)
"""A change from one state to another: ``rose from 1 to 2`` tells two values, not a spread."""

SPREAD_FROM = re.compile(
    r"\b(?:rang|var(?:y|ies|ied|ying)|span|between|within|spread|lie|cover|extend)\w*(?:[^.;]|\.\d){0,40}$",
    re.IGNORECASE,
)
FROM_BEFORE = re.compile(
    r"\bfrom\s(?:about\s|around\s|approximately\s|nearly\s|~\s?|≈\s?|only\s|as low as\s|below\s|<\s?)?$", re.IGNORECASE
)
BETWEEN_BEFORE = re.compile(
    r"\b(?:between|(?:in|within|over|across) (?:the|a) (?:\w+ )?range (?:of|from|between)|ranging from|"
    r"ranges? (?:from|between|of))"
    r"\s(?:about\s|~\s?|≈\s?)?$",
    re.IGNORECASE,
)
