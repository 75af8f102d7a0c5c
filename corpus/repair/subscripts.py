"""Subscripts: plain digits, no blanks around them."""

from __future__ import annotations

import re

from corpus.mapped_text import MappedText
from corpus.repair.patterns import ELEMENTS, SUBSCRIPTS
from corpus.repair.profile import Profile

_SIGNS = "".join(map(re.escape, SUBSCRIPTS))
_MARKED = rf"(?:[{_SIGNS}]|_\{{?[\d.xyz+−-])"
_BEFORE = re.compile(rf"(?<=[A-Za-z)\]])[ ](?={_MARKED})")
_ENGLISH = r"(?:In|As|At|No|I|He|Am|Be|Po|Pa|Os)(?![a-zA-Z(\d]|[ ]?{_MARKED})"
# After a subscript: an element or a bracket that goes on with a subscript, or a run of elements that ends the formula.
_AFTER = re.compile(
    rf"(?:(?<=[{_SIGNS}])|(?<=[\dxyz]\}}))[ ]"
    rf"(?=(?:[(\[]?(?:{ELEMENTS}|X|M)){{1,4}}[)\]]?[ ]?{_MARKED}"
    rf"|(?!{_ENGLISH.format(_MARKED=_MARKED)})(?:{ELEMENTS}|X){{1,3}}(?![A-Za-z(.]|[ ]?=)"
    rf"|[)\]])"
)
_SIGN = re.compile(f"[{_SIGNS}]")


def close_up_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Blanks that were set around subscripts go.

    >>> close_up_subscripts(MappedText.from_raw("Na _{1.3} Zr ₂ S cell"), Profile()).text
    'Na_{1.3}Zr₂S cell'
    """
    if " _" not in text.text and not _SIGN.search(text.text):
        return text
    return text.substitute(_BEFORE, "").substitute(_AFTER, "")


def read_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Subscript signs become plain ones.

    >>> read_subscripts(MappedText.from_raw("Li₃PS₄"), Profile()).text
    'Li3PS4'
    """
    return text.substitute(_SIGN, lambda match: SUBSCRIPTS[match.group()])
