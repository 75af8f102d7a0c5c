"""What a character code or a glyph's name stands for, in ordinary fonts and in those of mathematics."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from corpus.data import data_of

PI = "pi "  # before the font's name: the encoding of a font whose glyphs bear the names of keys
_STEMS = (  # of font names, and the encoding of their family
    ("symbol", "symbol"), ("cmsy", "cmsy"), ("cmbsy", "cmsy"), ("txsy", "cmsy"), ("pxsy", "cmsy"), ("cmmi", "cmmi"),
    ("cmex", "cmex"), ("cmr", "cmr"), ("cmb", "cmr"), ("cmti", "cmr"), ("cmss", "cmr"), ("cmtt", "cmr"),
    ("cmcsc", "cmr"), ("cmsl", "cmr"), ("sf", "ec"), ("ec", "ec"), ("ts1", "ec"), ("mtsy", PI + "mtsy"),
)  # fmt: skip
_TABLE_OF = {"cmsy": "signs", "cmmi": "math", "cmex": "big", "cmr": "text"}  # TeX's own fonts name their glyphs rightly
_COPIES = frozenset({"signs", "math", "text", "big", "symbol"})  # their names above place 31 tell nothing
# Codes above 0x7F that PDFium gives for a sign of the Symbol font it knows: the Unicode meaning holds.
_SAME_IN_SYMBOL = frozenset({0xAC, 0xB0, 0xB1, 0xB5, 0xB7, 0xD7, 0xF7})
# Compatibility forms that are one sign in text but must not be folded: superscripts and subscripts keep their place.
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_PLACE = re.compile(r"[Cc](\d{1,3})")  # a glyph's place in its font
_CATALOGUE = re.compile(r"H(\d{4,5})")
_POINT = re.compile(r"(?:uni|u)([0-9A-Fa-f]{4,6})(?:\.\w+)?")
_SIZE = re.compile(r"(?:bigg?|Bigg?|display|text|\d{1,2})$")  # behind the names of TeX's large signs


@cache
def _data() -> Mapping[str, Any]:
    return data_of(__file__)


def _runs(runs: Iterable[tuple[int, Iterable[str]]]) -> dict[int, str]:
    return {first + step: sign for first, signs in runs for step, sign in enumerate(signs)}


@cache
def _table(encoding: str) -> Mapping[int, str]:
    """Signs by code."""
    data = _data()
    if encoding.startswith(PI):
        keys, signs = data["pi"][encoding.removeprefix(PI)]
        return {ord(key): sign for key, sign in zip(keys, signs, strict=True)}
    return _runs(data["encodings"].get(_TABLE_OF.get(encoding, encoding), ()))


@cache
def _catalogue() -> Mapping[int, str]:
    return _runs(_data()["catalogue"]["runs"])


@cache
def _families() -> Mapping[str, str]:
    data = _data()
    named = {font: encoding for encoding, fonts in data["families"].items() for font in fonts}
    return named | {font: PI + font for font in data["pi"]}


@cache
def encoding_of(name: str) -> str:
    """The encoding of a font by its name without subset prefix, "" for an ordinary font.

    >>> encoding_of("AdvP4C4E74"), encoding_of("CMSY10"), encoding_of("Times-Roman"), encoding_of("")
    ('signs', 'cmsy', '', 'bitmap')
    """
    lower = name.lower()
    if not lower:
        return "bitmap"
    known = _families().get(lower) or _families().get(lower.rstrip("0123456789"))
    if known:
        return known
    if "symbol" in lower:
        return "symbol"
    return next((encoding for stem, encoding in _STEMS if lower.startswith(stem)), "")


def sign_of(code: int, encoding: str = "", name: str = "", *, mapped: bool = True) -> str | None:
    """The text of a character code as PDFium gives it; "" for what shows nothing, None when it is not known.

    ``name``: the glyph's name where the font tells one; ``mapped``: the engine knows the code's character.

    >>> sign_of(0xFB01), sign_of(0xF057, "symbol"), sign_of(0x1C, "ec"), sign_of(1, "signs", "C2", mapped=False)
    ('fi', 'Ω', 'fi', '×')
    """
    if name and not mapped:
        return named(name, encoding)
    if encoding in _COPIES and code < 0x20 and not mapped:  # each file numbers them anew: the name is needed
        return None
    table = _table(encoding)
    if code in table and _is_own(code, encoding, mapped):
        return table[code]
    if 0x20 < code < 0x7F:
        return chr(code) if mapped or encoding in ("", "bitmap", "ec", "cmr", "symbol") else None
    return _LIGATURES.get(code) or _beyond_ascii(code, table)


def _is_own(code: int, encoding: str, mapped: bool) -> bool:
    """Whether a font's own table goes before the character the engine gives."""
    if encoding in _COPIES or encoding.startswith(PI):
        return not (encoding == "symbol" and mapped and code in _SAME_IN_SYMBOL)
    return not mapped


def _beyond_ascii(code: int, table: Mapping[int, str]) -> str | None:
    if code < 0x20 or 0x7F <= code < 0xA0:
        return table.get(code)
    if 0xF000 <= code <= 0xF0FF:
        low = code - 0xF000
        return _table("symbol").get(low) or (chr(low) if 0x20 < low < 0x7F else None)
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return _table("private").get(code)
    if code in (0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF):
        return "-" if code == 0xAD else ""
    if code in (0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return None
    return _table("alike").get(code) or chr(code)


def named(name: str, encoding: str = "") -> str | None:
    """What a glyph's name stands for, None when that is not known.

    >>> named("C14", "signs"), named("H11002"), named("uni03C3"), named("Delta1"), named("g27")
    ('◦', '−', 'σ', 'Δ', None)
    """
    if match := _PLACE.fullmatch(name):
        return _at(int(match[1]), encoding if encoding in _COPIES else _TABLE_OF.get(encoding, "signs"))
    if match := _CATALOGUE.fullmatch(name):
        return _catalogue().get(int(match[1]))
    if match := _POINT.fullmatch(name):
        return sign_of(int(match[1], 16))
    stem = _SIZE.sub("", name)
    for candidate in (name, stem) if len(stem) > 1 else (name,):  # "g27" is no g
        if candidate in _data()["names"]:
            return str(_data()["names"][candidate])
        if sign := _listed(candidate):
            return sign
    return None


def _at(place: int, encoding: str) -> str | None:
    as_ascii = chr(place) if encoding == "symbol" and 0x20 < place < 0x7F else None
    return _table(encoding).get(place, as_ascii)


def _listed(name: str) -> str | None:
    """The character of a name of Adobe's glyph list."""
    from pdfminer.glyphlist import glyphname2unicode  # 4,000 names that only few files need

    text = glyphname2unicode.get(name.partition(".")[0])
    return None if text is None else "".join(sign_of(ord(letter)) or "\ufffd" for letter in text)
