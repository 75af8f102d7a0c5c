"""Subscripts: plain digits, no blanks around them."""

from __future__ import annotations

import re

from corpus.alternatives import Alternatives
from corpus.elements import SYMBOL
from corpus.mapped_text import MappedText
from corpus.repair.patterns import SUBSCRIPTS
from corpus.repair.profile import Profile

_SIGNS = "".join(map(re.escape, SUBSCRIPTS))
_MARKED = rf"(?:[{_SIGNS}]|_\{{?[\d.xyz+−-])"
_BEFORE = re.compile(rf"[ ](?={_MARKED})(?<=[A-Za-z)\]].)")
_ENGLISH = rf"(?:In|As|At|No|I|He|Am|Be|Po|Pa|Os)(?![a-zA-Z(\d]|[ ]?{_MARKED})"
_BEHIND = re.compile(rf"[ ](?:(?<=[{_SIGNS}].)|(?<=[\dxyz]\}}.))(?=[(\[A-Z)\]])")
# After a subscript: an element or a bracket that goes on with a subscript, or a run of elements that ends the formula.
_FORMULA_GOES_ON = Alternatives(
    rf"(?:[(\[]?(?:{SYMBOL}|X|M)){{1,4}}[)\]]?[ ]?{_MARKED}",
    rf"(?!{_ENGLISH})(?:{SYMBOL}|X){{1,3}}(?![A-Za-z(.]|[ ]?=)",
    r"[)\]]",
)
# A bracket: one that a subscript follows is a group of the formula, another holds a formula of its own.
_BRACKET = re.compile(rf"[(\[][^()\[\]]{{1,60}}[)\]](?P<group>[ ]?{_MARKED}|[ ]?(?:[(\[]|{SYMBOL})[^ ]*{_MARKED})?")
_SIGN = re.compile(f"[{_SIGNS}]")
# A number of normal size behind a subscript, before an element with a subscript, is the amount of the next part of a
# mixture whose dot or dash was lost: "P_{2}S_{5}1Li_{3}PO_{4}".
_PART = rf"(?:Li|Na|P|Si|Ge|B|Al)[ ]?{_MARKED}"
_AMOUNT_OF_PART = re.compile(rf"[0-9][ ]?{_PART}")
_LOST_JOINT = re.compile(
    rf"(?:(?<=[{_SIGNS}])|(?<=_\{{\d\}})|(?<=_\{{\d\d\}})|(?<=_\d)|(?<=_\{{\d\}}[SO])|(?<=[₂][SO]))[ ]?"
    rf"(?=\d{{1,2}}(?:\.\d+)?[ ]?{_PART})"
)


def close_up_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Blanks that were set around subscripts go.

    >>> close_up_subscripts(MappedText.from_raw("Na _{1.3} Zr ₂ S cell"), Profile()).text
    'Na_{1.3}Zr₂S cell'
    """
    if "_" not in text.text and not _SIGN.search(text.text):
        return text
    text = text.substitute(_BEFORE, "").substitute(_BEHIND, _closed_up)
    return text.substitute(_LOST_JOINT, "-") if _AMOUNT_OF_PART.search(text.text) else text


def _closed_up(match: re.Match[str]) -> str:
    """Nothing for a blank behind a subscript of a formula that goes on; one behind a power, "10^{-3} S", stays."""
    text, place = match.string, match.start()
    opening = text.rfind("{", 0, place) if text[place - 1] == "}" else 0
    is_power = opening > 0 and text[opening - 1] == "^"
    bracket = _BRACKET.match(text, match.end())
    goes_on = not is_power and _FORMULA_GOES_ON.match(text, match.end()) and (bracket is None or bracket["group"])
    return "" if goes_on else match.group()


def read_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Subscript signs become plain ones.

    >>> read_subscripts(MappedText.from_raw("Li₃PS₄"), Profile()).text
    'Li3PS4'
    """
    return text.substitute(_SIGN, lambda match: SUBSCRIPTS[match.group()])
