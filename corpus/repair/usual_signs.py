r"""Signs that a file writes in another way than papers do become the usual ones, before anything reads the text.

Line ends, digits and letters of other widths and scripts, marks of writing direction, characters of no width, UTF-8
that was read as another encoding, LaTeX commands whose first letters were read as an escape (a tab and ``imes``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from corpus.mapped_text import Edit, MappedText
from corpus.patterns import read_patterns

# A backslash and the letter after it that were read as an escape, and how the broken command goes on.
_BROKEN_ESCAPES = {
    "\t": ("t", ("imes", "ext", "heta", "au", "o ", "ilde")),
    "\r": ("r", ("m", "ho", "ightarrow", "ight")),
    "\f": ("f", ("rac",)),
    "\b": ("b", ("eta", "f", "ar", "egin")),
    "\a": ("a", ("pprox", "lpha", "st")),
    "\v": ("v", ("ec", "arphi", "arepsilon", "ert")),
}
_P = read_patterns(__file__)

_MOJIBAKE_SIGNS: Final = frozenset(
    "×−–—·°µμ±≈~∼≤≥“”‘’…•′″²³¹⁰⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉ΩσαβγδεθλπτΔÅåäöüßéèêáàçñóíøôâûïÖÄÜÉ\u00a0ﬁﬂﬀ→"
)


def usual_signs(text: MappedText) -> MappedText:
    r"""The text with usual signs; each maps to the place where its odd form stood.

    >>> usual_signs(MappedText.from_raw("１０\u200e−４ S\r\nat 25 Â°C")).text
    '10−4 S\nat 25 °C'
    """
    if not text.text.isascii():
        text = text.substitute(_P.MOJIBAKE, lambda match: _read_again(match.group()) or match.group())
    odd = "".join(sorted(filter(_is_odd, set(text.text))))
    if not odd:
        return text
    edits: list[Edit] = []
    end = 0
    for place in re.finditer(f"[{re.escape(odd)}]", text.text):  # these alone: a set of signs is found fast
        match = _P.ODD.match(text.text, place.start())
        if match is not None and match.start() >= end and (new := _usual(match)) is not None:
            edits.append(Edit(match.start(), match.end(), new))
            end = match.end()
    return text.edit(edits)


@cache
def _is_odd(sign: str) -> bool:
    return _P.MAY_BE_ODD.match(sign) is not None


def mojibake_count(raw: str) -> int:
    """How many signs :func:`usual_signs` reads again because their bytes had been read as another encoding."""
    return 0 if raw.isascii() else sum(bool(_read_again(match.group())) for match in _P.MOJIBAKE.finditer(raw))


def _usual(match: re.Match[str]) -> str | None:
    sign = match.group()
    match match.lastgroup:
        case "broken":
            if _goes_on(match):
                return "\\" + _BROKEN_ESCAPES[sign][0]
            return "\n" if sign == "\r" else None
        case "line":
            return "\n"
        case "none" | "thousands":
            return ""
        case "soft":  # at the end of a line a hyphen, elsewhere nothing
            return "-" if match.string[match.end() : match.end() + 1] in ("\n", "\r") else ""
        case "digit":
            return str(unicodedata.decimal(sign))
        case "decimal":
            return "." if sign == "\u066b" else ""
        case _:
            return unicodedata.normalize("NFKC", sign)


def _goes_on(match: re.Match[str]) -> bool:
    """Whether what stands behind a control character is the rest of a command that begins with its letter."""
    text, end = match.string, match.end()
    rests = _BROKEN_ESCAPES[match.group()][1]
    return any(text.startswith(rest, end) and not _P.LETTER.match(text, end + len(rest)) for rest in rests)


@cache
def _read_again(surface: str) -> str:
    """The one usual sign whose UTF-8 bytes a surface shows as cp1252; empty when it shows none."""
    import ftfy.bad_codecs  # seldom needed, and its tables take long to load

    ftfy.bad_codecs.ok()
    try:
        sign = surface.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return ""
    return sign if sign in _MOJIBAKE_SIGNS else ""
