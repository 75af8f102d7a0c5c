"""Plain names: one spelling for what texts write with Greek letters, middle dots, dashes and spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.composition.candidates import spelled_out
from extractors.composition.patterns import GREEK_NAMES, MIDDLE_DOT

_GREEK = re.compile(rf"(?<!\d[-+−–])([{''.join(GREEK_NAMES)}])\s?['′″\"]{{0,2}}\s?(?=[-–])")
_DOTS = re.compile(rf"\s?{MIDDLE_DOT}\s?(?!\d*n?x?H2O)")
_DASHES = re.compile(r"[−–‐‑—]")
_AROUND_HYPHEN = re.compile(
    r"(?<=[A-Za-z0-9)\]])\s+-\s*(?=\d|[A-Z(\[])|(?<=[A-Za-z0-9)\]])-\s+(?=\d|[A-Z(\[])"
    r"|(?<=\d)\s*-\s*(?=[a-z]\))"
)
_POINT_FOR_DOT = re.compile(r"(?<=[A-Za-z])\.(?=\d+(?:\.\d+)?[A-Z])")
_SHARE_SPACE = re.compile(r"(?:(?<=^)|(?<=-)|(?<=\s))(\d+(?:\.\d+)?)\s+(?![GM]Pa)(?=[A-Z][a-z]?\d*[A-Z(])")
_DOPANT_COLON = re.compile(r"^([A-Z][a-z]?):(?=[A-Z][A-Za-z]*\d|[A-Z]{3})")
_AROUND_SIGNS = re.compile(r"\s*([/@+:])\s*")
_COLON_BEFORE_SHARE = re.compile(r"(?<=[A-Za-z\d)]):(?=(?:\d+(?:\.\d+)?|[xyz]|\(\d+-[xyz]\))[A-Z(])")
_LOST_BEFORE_SHARE = re.compile(r"^(([xyz])[A-Z][\w.()-]*?[\w)])(?=\((?:1|100)-\2\)[A-Z(\[])")  # "xAgI(1-x)AgPO3"
_LOST_BETWEEN_SHARES = re.compile(r"^(\d\d)((?:[A-Z][a-z]?\d?)+)(\d\d)((?:[A-Z][a-z]?\d?)+)$")  # "80Li2S20P2S5"
_BLANKS = re.compile(r"\s+")
_BEFORE_DOPED = re.compile(r"(?<=[A-Za-z])\s(?=(?:doped|substituted|coated) [A-Za-zα-ω(])")
_BRACKETED_FIRST = re.compile(r"^\(([A-Z][A-Za-z]*(?:-[A-Z]+)?)\)(?=[-/:])")  # "polyacrylonitrile (PAN)-LiClO4"
_REMEMBERED = 20_000  # surfaces: a document writes the same names again and again


@lru_cache(maxsize=_REMEMBERED)
def plain(surface: str) -> str:
    """The plain ascii name of a surface.

    >>> plain("β-Li3PS4"), plain("70 Li2S -30 P2S5"), plain("PEO / LiTFSI"), plain("Ta doped LLZO")
    ('beta-Li3PS4', '70Li2S-30P2S5', 'PEO/LiTFSI', 'Ta-doped LLZO')
    """
    text = _GREEK.sub(lambda match: GREEK_NAMES[match.group(1)], spelled_out(surface))
    text = _DOTS.sub("-", text)
    text = _DASHES.sub("-", text)
    text = _POINT_FOR_DOT.sub("-", text)
    text = _AROUND_HYPHEN.sub("-", text)
    text = _DOPANT_COLON.sub(r"\1-", text)
    text = _AROUND_SIGNS.sub(r"\1", text)
    text = _COLON_BEFORE_SHARE.sub("-", text)
    text = _LOST_BEFORE_SHARE.sub(r"\1-", text)
    shares = _LOST_BETWEEN_SHARES.match(text)
    if shares is not None and int(shares[1]) + int(shares[3]) == 100:
        text = "{}{}-{}{}".format(*shares.groups())
    text = _BLANKS.sub(" ", text.replace("^", "")).strip()
    text = _BRACKETED_FIRST.sub(r"\1", _BEFORE_DOPED.sub("-", text))
    if "doped" not in text and "%" not in text:
        text = _SHARE_SPACE.sub(r"\1", text)
    return text


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> str:
    """What two spellings of one short name have in common: dashes alike, no blanks."""
    return _BLANKS.sub("", _DASHES.sub("-", name))


def closes_at_end(body: str) -> bool:
    """Whether the bracket that opens a text closes with its last character."""
    depth = 0
    for index, character in enumerate(body):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0:
            return index == len(body) - 1
    return False


def small_letters(text: str) -> str:
    """The text in small letters, as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
