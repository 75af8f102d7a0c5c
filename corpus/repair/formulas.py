"""One way of writing for formulas: ASCII hyphens in mixtures and series, no blanks inside."""

from __future__ import annotations

import re

from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.repair.profile import Profile

_AMOUNT = r"(?:\d+(?:\.\d+)?|[xyzn])"
_FORMULA_START = rf"[(\[]?(?:{SYMBOL})(?:[A-Z\d(.xyz]|[a-z]?\d)"
# A middle dot between compounds, with or without an amount: "Li2S·P2S5", "70Li2S·30P2S5", "SmCl3·0.5Li2ZrCl6".
_MIDDLE_DOT = re.compile(
    rf"(?<=[A-Za-z\d)\]])[ ]?·[ ]?(?!{_AMOUNT}?[nx]?H2O)(?=[(\[]*(?:{_AMOUNT}[ ]?)?[(\[]*(?:{SYMBOL}|[A-Z]{{2}}))"
)
# A full stop for the middle dot: "3LiBH4.LiI", "Na3PS4.xNaCl".
_FULL_STOP = re.compile(rf"\.(?<=[A-Za-z)\]]\d\.)(?=x?(?:{SYMBOL})(?:[A-Z][^a-z]|[A-Z][a-z]|\d))")
# A dash or spaced hyphen before an amount and a compound: "75Li2S−25P2S5", "70Li2S -30 P2S5".
_DASH_BEFORE_PART = re.compile(rf"(?<=[A-Za-z\d)\]])(?:[ ]?[−–]|[ ]-)[ ]?(?={_AMOUNT}[ ]?{_FORMULA_START})")
# "x", "(1−x)" ... of a series: minus signs between amounts and free symbols.
_FREE = rf"\d*\.?\d*[xyzδ](?:(?![a-z]|[a-wA-Z]*[a-w])|(?=(?:{SYMBOL})[\dA-Zxyz(]))"
_MINUS = re.compile(
    rf"(?<=[\dxyzδ])[ ]?[−–][ ]?(?={_FREE})|(?<=[xyzδ])[−–](?=\d)"
    r"|(?<=[A-Z][a-z])[−–](?=[xyz])|(?<=\(\d\d)[−–-][ ]?(?=[xyz]\))"
)
_SPACED_SIGN = re.compile(rf"(?:(?<=[A-Za-z)]\d)|(?<=\d[ ]\+[ ][xyz]))[ ]([+-])[ ](?={_FREE})")  # "Li1 + x + yAl"
_AMOUNT_BLANK = re.compile(rf"(?<![\w.])({_AMOUNT})[ ](?=(?:Li|Na)[ ]?2?[SO\dF-I][^ ]*-[ ]?\d)")
_AMOUNT_BLANK_INSIDE = re.compile(rf"(?<=[A-Za-z\d)\]]-)({_AMOUNT})[ ](?![A-Z]{{3,}})(?=(?:{SYMBOL})[\dA-Z])")
# Parts of a glass whose hyphen went with a line end: "Li2SP2S5".
_LOST_HYPHEN = re.compile(r"(?:Li|Na)2[SO](?=(?:P2[SO]5|Si[SO]2|Ge[SO]2|B2[SO]3|SnS2|Al2[SO]3)(?![a-z]))")
_PREFIX_BLANK = re.compile(
    rf"(?<![\w-])([αβγδ])[ ]?((?:[′″]|['’]{{1,2}}|[\"”])?)[ ]?[-–−][ ]?(?=(?:{SYMBOL})[\dA-Z(]|alumina\b)"
)
# A blank between the bracket of a formula and its anion: "Li4(Ge1-xGax) S4".
_BLANK_BEFORE_ANION = re.compile(r"(?<=[A-Za-z\d])(\([A-Z][^()\s]{1,40}\)) (?=(?:O|S|Se|Cl)\d{1,2}(?![A-Za-z\d]))")


def write_hyphens(text: MappedText, profile: Profile) -> MappedText:
    """Middle dots and minus signs inside formulas become ASCII hyphens, without blanks around them.

    >>> write_hyphens(MappedText.from_raw("60Li2S·40SiS2 and Na3−xPS4−xClx"), Profile()).text
    '60Li2S-40SiS2 and Na3-xPS4-xClx'
    """
    if "·" in text.text:
        text = text.substitute(_MIDDLE_DOT, "-")
    text = text.substitute(_FULL_STOP, "-").substitute(_LOST_HYPHEN, r"\g<0>-")
    if any(dash in text.text for dash in ("−", "–", " -", "- ")):
        text = text.substitute(_DASH_BEFORE_PART, "-").substitute(_MINUS, "-")
        if any(letter in text.text for letter in "αβγδ"):
            text = text.substitute(_PREFIX_BLANK, r"\1\2-")
    if " + " in text.text or " - " in text.text:
        text = text.substitute(_SPACED_SIGN, r"\1")
    if ") " in text.text:
        text = text.substitute(_BLANK_BEFORE_ANION, r"\1")
    if "-" not in text.text:
        return text
    return text.substitute(_AMOUNT_BLANK, r"\1").substitute(_AMOUNT_BLANK_INSIDE, r"\1")
