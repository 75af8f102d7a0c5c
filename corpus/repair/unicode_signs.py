"""Unicode superscripts and subscripts."""

from __future__ import annotations

import re

from corpus.mapped_text import Edit, MappedText
from corpus.repair.marks import SUPERSCRIPT_END, SUPERSCRIPT_START
from corpus.repair.patterns import ELEMENTS, SUBSCRIPTS, SUPERSCRIPTS
from corpus.repair.profile import Profile

_SUPERSCRIPT_RUN = re.compile("[" + "".join(map(re.escape, SUPERSCRIPTS)) + "]+")
_SUBSCRIPT = re.compile("[" + "".join(map(re.escape, SUBSCRIPTS)) + "]")
_SPACED_SUBSCRIPT = re.compile(r"(?<=[A-Za-z)\]])[ ](?=[" + "".join(map(re.escape, SUBSCRIPTS)) + r"]|_\{?[\d.xyz+−-])")
_AFTER_SUBSCRIPT = re.compile(
    r"(?:(?<=[₀-₉ₓ])|(?<=[\dxyz]\}))[ ](?=(?:" + ELEMENTS + r"|\(PO|\[)[ ]?(?:[₀-₉ₓ]|_\{?[\d.xyz]))"
    r"|(?:(?<=[₀-₉ₓ])|(?<=[\dxyz]\}))[ ](?=(?:S|O|N|F|P|Cl|Br|H|Si)(?![a-zA-Z.]))"
    r"|(?:(?<=[₀-₉ₓ])|(?<=[\dxyz]\}))[ ](?=\((?:" + ELEMENTS + r")[ ]?(?:[A-Z₀-₉ₓ]|_\{))"
)


def close_up_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Blanks that were set around subscripts go.

    >>> close_up_subscripts(MappedText.from_raw("Na _{1.3} Zr ₂ S cell"), Profile()).text
    'Na_{1.3}Zr₂S cell'
    """
    return text.substitute(_SPACED_SUBSCRIPT, "").substitute(_AFTER_SUBSCRIPT, "")


def read_subscripts(text: MappedText, profile: Profile) -> MappedText:
    """Subscript signs become plain ones.

    >>> read_subscripts(MappedText.from_raw("Li₃PS₄"), Profile()).text
    'Li3PS4'
    """
    return text.substitute(_SUBSCRIPT, lambda match: SUBSCRIPTS[match.group()])


def mark_superscripts(text: MappedText, profile: Profile) -> MappedText:
    """A run of superscript signs becomes a marked superscript, each sign mapped to its own place."""
    edits: list[Edit] = []
    for match in _SUPERSCRIPT_RUN.finditer(text.text):
        edits.append(Edit(match.start(), match.start(), SUPERSCRIPT_START))
        for offset, sign in enumerate(match.group(), match.start()):
            edits.append(Edit(offset, offset + 1, SUPERSCRIPTS[sign]))
        edits.append(Edit(match.end(), match.end(), SUPERSCRIPT_END))
    return text.edit(edits)
